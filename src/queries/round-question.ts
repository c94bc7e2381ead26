// What a round asks besides how a task stands: who still has to answer, and what was answered.
import { unitNow } from '#src/directory/directory.ts'
import { keyOf, standingOf, type Assignment, type Member } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { standingReports, type Report, type Reports } from '#src/ledger/report.ts'
import { askedIn } from './asked-in.ts'
import { isWordBy } from './answers-to.ts'
import { endFor, isOpenFor, roundFor, turnByKey, turnsReopened, type RoundTurn } from './round.ts'
import type { View } from './view.ts'

/** `round`: the turn that asks. */
export type RoundQuestion = { round: string; question: string }

/** The question of a turn, by its key; undefined where there is none. */
export function questionOf(view: View, key: string): RoundQuestion | undefined {
  const turn = turnByKey(view, key)
  return turn === undefined ? undefined : asQuestion(turn)
}

const asQuestion = ({ key, round: { question } }: RoundTurn): RoundQuestion | undefined => (question === undefined ? undefined : { round: key, question })

/** By the names of today: who carries on a unit's work since is asked in its place. */
const isAskedIn = (view: View, turn: RoundTurn, part: Assignment): boolean => ((asked) => asked !== undefined && unitNow(view.directory, asked.part.unit) === part.unit)(askedIn(view, turn, part.task))

/** What is asked of a voice beside its report now: while the round is open for it, or with its first, late, word; nothing once it has answered. */
export function questionFor(view: View, part: Assignment, voice: UnitId): RoundQuestion | undefined {
  if (view.plan.rounds.size === 0) return undefined
  const reports = reportsOf(view, part, voice)
  const turns = [roundFor(view, part.task), ...turnsReopened(view, part.task)].flatMap((round) => (round.isDefault ? [] : [round]))
  const asking = turns.find((turn) => {
    const first = reports.find(({ on }) => on >= turn.from)?.on
    const isAsking = isOpenFor(turn, voice, view.today) || first === undefined || first === view.today
    return isAsking && turn.round.question !== undefined && isAskedIn(view, turn, part) && answerIn(turn, voice, reports) === undefined
  })
  return asking === undefined ? undefined : asQuestion(asking)
}

/** In the field of its own, else the words of the report: the last in time, or of the first that was late. Words from before it was asked are none. */
function answerIn(turn: RoundTurn, voice: UnitId, reports: readonly Report[]): string | undefined {
  const own = reports.findLast(({ answer }) => answer?.round === turn.key)?.answer?.words
  if (own !== undefined) return own
  const end = endFor(turn, voice)
  const said = ({ done, on }: Report): boolean => (done ?? '').trim() !== '' && on >= turn.opensOn
  const inTime = reports.findLast((report) => said(report) && isWordBy(report, end))
  const first = reports.find(({ on }) => on >= turn.from)
  return inTime?.done ?? (first !== undefined && !isWordBy(first, end) && said(first) ? first.done : undefined)
}

/** Of one task and voice; `words` undefined: reported without an answer (未答). */
export type RoundAnswer = { unit: UnitId; task: TaskNo; words: string | undefined }

/** What those that have spoken answered; of what is said to be done without an answer nothing more is asked. @param part the one that was asked */
export function roundAnswer(view: View, turn: RoundTurn, part: Assignment, voice: UnitId): RoundAnswer | undefined {
  const words = answerIn(turn, voice, reportsOf(view, part, voice))
  const isClosing = standings(view, part, voice).some(({ claim, accepted }) => claim !== undefined || accepted !== undefined)
  return words === undefined && isClosing ? undefined : { unit: voice, task: part.task, words }
}

const reportsOf = (view: View, part: Assignment, voice: UnitId): Report[] => standings(view, part, voice).flatMap((own: Reports) => standingReports(own)).toSorted((a, b) => (a.at < b.at ? -1 : 1))

/** As it is now: what was said after the round's last day is in it. */
function standings({ plan, directory }: View, part: Assignment, voice: UnitId): Member[] {
  const unit = unitNow(directory, part.unit)
  const now = plan.assignments.get(keyOf(part.task, unit)) ?? part
  return [standingOf(now), ...(voice === unit ? [] : [standingOf(now, voice)])]
}
