// What answers a round: what was said of the part that it asked, as that part stood from day to day. What another part had said is none of it, though the two are one since; what was struck was never said.
import type { Instant } from '#src/calendar/day.ts'
import { unitNow } from '#src/directory/directory.ts'
import { keyOf, standingOf, type Assignment, type Member, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { saidAt, standingReports } from '#src/ledger/report.ts'
import { changesAfter } from './as-it-stood.ts'
import { endingOf, isOver, type Round } from './round.ts'
import { claimsOf, type SaidDone } from './said-done.ts'
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
  return { words: [...words.values()].toSorted((a, b) => (saidAt(a) < saidAt(b) ? -1 : 1)), claims: [...claims.values()] }
}

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
