// What the oracle keeps of a year's milestones: read from the entries, with what was reached.
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { When, Year } from './standing.ts'

type Years = Map<string, Year>

function yearOf(years: Years, { task, year }: { task: number; year: number }): Year {
  const known = years.get(`${task}/${year}`) ?? { task, year }
  years.set(`${task}/${year}`, known)
  return known
}

/** @returns whether it was of milestones */
export function readMilestones(years: Years, event: PlanEvent, when: When): boolean {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- all that is no milestone's is read elsewhere.
  switch (event.type) {
    case 'milestones-proposed':
      Object.assign(yearOf(years, event), { proposed: { ...when, unit: event.unit, onBehalf: event.onBehalf !== undefined, list: event.milestones.map(({ what, by: due }) => ({ what, by: due, reached: [] })) }, returned: undefined })
      return true
    case 'milestones-approved': {
      const year = yearOf(years, event)
      Object.assign(year, { proposed: undefined, approved: { ...year.proposed, approvedOn: when.on } })
      return true
    }
    case 'milestones-returned': {
      const year = yearOf(years, event)
      Object.assign(year, { proposed: undefined, returned: { ...year.proposed, returnedOn: when.on } })
      return true
    }
    case 'milestone-reached':
      yearOf(years, event).approved?.list.find(({ what, by: due }) => what === event.what && due === event.by)?.reached.push({ ...when, onBehalf: event.onBehalf !== undefined, unit: event.unit, voice: event.member ?? event.unit })
      return true
    default:
      return false
  }
}

/** What was proposed and reached by a unit is of the one that it became. */
export function milestonesOfOne(years: Years, now: (unit: string) => string): void {
  for (const year of years.values()) for (const proposal of [year.proposed, year.approved, year.returned]) if (proposal !== undefined) {
    proposal.unit = now(proposal.unit)
    for (const { reached } of proposal.list) for (const each of reached) Object.assign(each, { unit: now(each.unit), voice: now(each.voice) })
  }
}

/** What was recorded of them for a unit was never said. */
export function milestonesUnsaid(years: Years, no: number, record: string): void {
  for (const { task, approved } of years.values())
    if (task === no) for (const each of approved?.list ?? []) each.reached = each.reached.filter(({ at }) => at !== record)
}
