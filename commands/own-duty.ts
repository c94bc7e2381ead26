// One period's duty as an act names it, and the asker's own place in it.
import type { Desk } from '#src/command.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { fulfilmentKey, type Obligation } from '#src/ledger/obligation.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { nextOccurrence, occurrencesNow, openOccurrences, type Occurrence } from '#src/queries/occurrences.ts'
import { viewOf } from './view-of.ts'

/** `unit`: who owes it; `member`: of a group, the asker's own. */
export type OwnDuty = { plan: PlanState; obligation: Obligation; occurrence: string; unit: UnitId; member?: UnitId }

/** Refused where nobody owes it, or it is done. */
export function ownDuty(desk: Desk, plan: PlanState, key: string): { ok: true; own: OwnDuty } | { ok: false; refusal: Refusal } {
  const [clause = ''] = key.split('/')
  const obligation = plan.obligations.get(clause)
  const known = obligation === undefined ? [] : occurrencesKnown(desk, plan, obligation)
  // One more than a quota needs is owed by nobody: it is of whoever owes the others of its period.
  const occurrence = known.find((each) => each.key === key) ?? known.find((each) => periodOfKey(each.key) === periodOfKey(key))
  // Who owes it may only be known from the task's lead; a period long past is looked up by nobody.
  const unit = occurrence?.debtor ?? obligation?.debtor
  if (obligation === undefined || unit === undefined) return { ok: false, refusal: { code: 'occurrence-unknown', asked: key } }
  const member = desk.directory.units.get(unit)?.members?.find((each) => desk.asker !== undefined && unitsAnsweredBy(desk.asker).includes(each))
  const done = plan.fulfilments.get(fulfilmentKey(key, member)) ?? plan.fulfilments.get(key)
  if (done !== undefined) return { ok: false, refusal: { code: 'occurrence-done', on: done.on, by: done.by } }
  return { ok: true, own: { plan, obligation, occurrence: key, unit, ...(member === undefined ? {} : { member }) } }
}

const periodOfKey = (key: string): string => key.slice(0, key.lastIndexOf('/'))

/** Those of this period and what is open of the one before, each once, the earliest first. */
export function occurrencesBegun(desk: Desk, plan: PlanState, obligation: Obligation): Occurrence[] {
  const view = viewOf(desk, plan)
  return inOrder([...openOccurrences(view, obligation), ...occurrencesNow(view, obligation)])
}

/** Besides, where none of these is open, the next. */
export function occurrencesKnown(desk: Desk, plan: PlanState, obligation: Obligation): Occurrence[] {
  const next = nextOccurrence(viewOf(desk, plan), obligation)
  return inOrder([...occurrencesBegun(desk, plan, obligation), ...(next === undefined ? [] : [next])])
}

function inOrder(all: readonly Occurrence[]): Occurrence[] {
  return [...new Map(all.map((occurrence) => [occurrence.key, occurrence])).values()].toSorted((a, b) => (a.due < b.due ? -1 : 1))
}
