// What a person has just reported or claimed: a file that follows belongs to it.
import { addMs } from '#src/calendar/calendar.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { standingOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** A file that comes later than this is asked about. */
const justMs = 10 * 60_000

export type JustSaid = { plan: PlanId; task: TaskNo; unit: UnitId; at: Instant }

/** The last of them; undefined where it is longer ago, or two were said in the same act. */
export function justSaid(plans: Iterable<PlanState>, by: PersonId, now: Instant): JustSaid | undefined {
  const since = addMs(now, -justMs)
  const said = [...plans].flatMap(({ id, assignments }) => [...assignments.values()].flatMap((assignment) =>
    [undefined, ...assignment.byMember.keys()].flatMap((member) => {
      const { report, claim } = standingOf(assignment, member)
      return [report, claim].flatMap((word) => (word !== undefined && word.by === by && word.at >= since && word.at <= now ? [{ plan: id, task: assignment.task, unit: assignment.unit, at: word.at }] : []))
    })))
  const [last, before] = said.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  // 全部正常推进 is said of several at once: which one a file is for, it does not say.
  return before !== undefined && before.at === last?.at && (before.task !== last.task || before.plan !== last.plan) ? undefined : last
}
