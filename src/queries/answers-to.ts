// What answers a round, in time or late: what was said of the part that it asked, as that part stood from day to day. What another part had said is none of it, though the two are one since; what was struck was never said.
import type { Instant } from '#src/calendar/day.ts'
import { unitNow } from '#src/directory/directory.ts'
import { keyOf, standingOf, type Assignment, type Member, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { saidAt, standingReports } from '#src/ledger/report.ts'
import { hasDisowned, type IsSaid } from './answering.ts'
import { changesAfter } from './as-it-stood.ts'
import { askedIn } from './asked-in.ts'
import { endFor, endingOf, isBy, isOver, roundFor, turnsBegun, type End, type Round } from './round.ts'
import { claimsOf, isAnswerTo, type SaidDone } from './said-done.ts'
import type { View } from './view.ts'

/** `words`: since the round counts them, in order; late ones too. */
export type Answers = { words: Report[]; claims: SaidDone[] }

/** @param asked the part as it stood when the round ended @param voice its unit, or a member of its group, which speaks by itself or with the whole */
export function answersTo(view: View, round: Round, asked: Assignment, voice: UnitId): Answers {
  const [words, claims] = [new Map<Instant, Report>(), new Map<Instant, SaidDone>()]
  const stages = stagesOf(view, round, asked)
  const struck = new Set(stages.flatMap(({ part }) => standingsIn(view, part, voice)).flatMap(struckIn))
  for (const { part, since } of stages) {
    for (const standing of standingsIn(view, part, voice)) {
      for (const word of standingReports(standing)) if (word.on >= round.from && saidAt(word) >= since && !struck.has(saidAt(word))) words.set(saidAt(word), word)
      // What became of a completion is known where it is found again.
      for (const said of claimsOf(standing)) if ((said.at >= since || claims.has(said.at)) && !struck.has(said.at)) claims.set(said.at, said)
    }
  }
  const inOrder = [...words.values()].toSorted((a, b) => (saidAt(a) < saidAt(b) ? -1 : 1))
  const [first] = inOrder
  return { words: first !== undefined && isForEarlier(view, round, asked, voice, first) ? inOrder.slice(1) : inOrder, claims: [...claims.values()] }
}

/** Whether a word of a part answers a round that is asked of it now. */
export const isAnswerIn = (view: View, round: Round, part: Assignment): IsSaid => (word, voice) => word.on >= round.from && !isForEarlier(view, round, part, voice, word)

/** So many days after a quarter or a turn its late answers come: what is said first in them makes up for that one. What is said first later tells of the one that runs. */
const madeUpWithinDays = 31

/** The late answer to the quarter before, or to the turn before, answers that one and not this one too. What came before a round that is held once counts for it. */
function isForEarlier(view: View, round: Round, part: Assignment, voice: UnitId, word: Report): boolean {
  if (word.on >= round.opensOn || (!round.isDefault && round.round.when.every === 'once') || view.calendar.daysBetween(round.from, word.on) >= madeUpWithinDays) return false
  const late = lateFor(view, part, voice, word)
  return late !== undefined && late.key !== round.key
}

/** The round to which this very report is the late answer: the one that was asked when it came. Of a round that repeats, the next turn is asked afresh. Whoever was not asked, such as a supporting unit, is never late. */
export function lateFor(view: View, part: Assignment, voice: UnitId, report: Report): Round | undefined {
  const round = roundFor({ ...view, today: report.on }, part.task)
  const end = endFor(round, voice)
  // What answers a round that was opened after it is in time.
  const isEarly = turnsBegun(view).some((turn) => (round.isDefault || round.round.id !== turn.round.id) && turn.round.tasks.includes(part.task) && turn.from <= report.on && isWordBy(report, endFor(turn, voice)))
  const asked = !isWordBy(report, end) && !isEarly ? askedIn(view, round, part.task) : undefined
  if (asked === undefined || hasDisowned(asked.part, voice) || unitNow(view.directory, asked.part.unit) !== unitNow(view.directory, part.unit)) return undefined
  const { words, claims } = answersTo(view, round, asked.part, voice)
  // Put right since, it is no later than it was, and no other word than its first version.
  const first = saidAt(report)
  const isFirst = !words.some((word) => saidAt(word) < first) && !claims.some((claim) => claim.on >= round.from && claim.at < first && isAnswerTo(claim, end))
  return isFirst ? round : undefined
}

/** By when it was said first: put right later, it is as early as it was. */
export const isWordBy = (word: Report, end: End): boolean => isBy({ on: word.on, at: saidAt(word) }, end)

/** The part as it stood until each change of its task since the round, and as it is today; `since`: from then on it is looked at for what was said. */
function stagesOf({ plan, directory, today }: View, round: Round, { task, unit }: Assignment): { part: Assignment; since: Instant | '' }[] {
  const now = unitNow(directory, unit)
  const changes = isOver(round, today) ? changesAfter(plan, task, endingOf(round)) : []
  const parts = changes.map(({ parts: then }) => then.find((part) => part.unit === unit) ?? then.find((part) => part.unit === now))
  const since: (Instant | '')[] = ['', ...changes.map(({ at }) => at)]
  return [...parts, plan.assignments.get(keyOf(task, unit)) ?? plan.assignments.get(keyOf(task, now))].flatMap((part, nth) => (part === undefined ? [] : [{ part, since: since[nth] ?? '' }]))
}

/** Whoever carries on a town's work since has spoken for it. */
function standingsIn({ directory }: View, part: Assignment, voice: UnitId): Member[] {
  const own = part.byMember.get(voice)
  const others = own === undefined ? [...part.byMember].filter(([member]) => unitNow(directory, member) === unitNow(directory, voice)).map(([, standing]) => standing) : [own]
  return [standingOf(part), ...others]
}

const struckIn = ({ earlier = [], takenIn = [], endedClaims = [] }: Member): Instant[] =>
  [...[...earlier, ...takenIn].filter(({ ended }) => ended === 'struck').map(saidAt), ...endedClaims.flatMap(({ ended, at }) => (ended === 'struck' ? [at] : []))]
