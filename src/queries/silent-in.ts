// Whose word is missing in a round. Of one that is over it is whose was missing when it ended, late answers counting as answers.
import type { Day, Instant } from '#src/calendar/day.ts'
import { unitNow, type Directory } from '#src/directory/directory.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { hasDisowned, silentOf } from './answering.ts'
import { answersTo, isAnswerIn, type Answers } from './answers-to.ts'
import type { AskedIn } from './asked-in.ts'
import { endFor, isOver, roundFor, type End, type Round } from './round.ts'
import { isAnswerTo } from './said-done.ts'
import type { View } from './view.ts'

/** Of whoever has the part now: the unit, or the members of the group that have said nothing that answers the round. */
export const silentNow = (view: View, round: Round, part: Assignment): UnitId[] => silentOf(view.directory, part, isAnswerIn(view, round, part))

/** Whom a chase is for: those silent in the round until then; where all have spoken, all that are not done. */
export function chased(view: View, part: Assignment, { at, on }: { at: Instant; on: Day }): UnitId[] {
  const isAnswer = isAnswerIn(view, roundFor({ ...view, today: on }, part.task), part)
  const silent = silentOf(view.directory, part, (word, voice) => word.at < at && isAnswer(word, voice))
  return silent.length > 0 ? silent : silentOf(view.directory, part, () => false)
}

/** Of those that were asked, the unit or the members of the group that have not answered, late answers counting as answers. */
export function silentIn(view: View, round: Round, { part }: AskedIn): UnitId[] {
  const { directory } = view
  if (!isOver(round, view.today)) return silentNow(view, round, part)
  const silent = voicesAsked(directory, part).filter((voice) => !hasAnswered(answersTo(view, round, part, voice), endFor(round, voice)))
  // By the names of today: one that was asked then may be another's since.
  return [...new Set(silent.map((voice) => unitNow(directory, voice)))]
}

const voicesAsked = (directory: Directory, part: Assignment): UnitId[] => (directory.units.get(part.unit)?.members ?? [part.unit]).filter((voice) => !hasDisowned(part, voice))

/** By a word, or by saying that it is done. */
const hasAnswered = ({ words, claims }: Answers, until: End): boolean => words.length > 0 || claims.some((said) => isAnswerTo(said, until))
