// Whose word is missing of a task in a round: of the one that asks now, or of any that ended in a time.
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { answering } from './answering.ts'
import { askedIn, type AskedIn } from './asked-in.ts'
import { roundsEnding, type Round } from './round.ts'
import { silentIn, silentNow } from './silent-in.ts'
import type { View } from './view.ts'

/** Whoever was asked in a round, if the task was open and not paused in it. */
export function openIn(view: View, no: TaskNo, round: Round): AskedIn | undefined {
  const asked = askedIn(view, round, no)
  return asked?.part.status === 'open' && asked.task.course?.paused === undefined ? asked : undefined
}

/** Not a word of whoever was asked; where another answers for it since, not of them either. */
export function isSilentIn(view: View, no: TaskNo, round: Round, asked: AskedIn): boolean {
  const lead = answering(view, no)
  const isOthers = lead !== undefined && lead.unit !== asked.part.unit
  return silentIn(view, round, asked).length > 0 && (!isOthers || silentNow(view, round, lead).length > 0)
}

/** 二季度未报: silent in a round that ended, or ends, in that time. */
export const isUnreportedDuring = (view: View, no: TaskNo, span: DaySpan): boolean =>
  roundsEnding(view, no, span).some((round) => ((asked) => asked !== undefined && isSilentIn(view, no, round, asked))(openIn(view, no, round)))
