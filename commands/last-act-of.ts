// What somebody did last, for as long as 撤销 takes it back.
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import type { PersonId, PlanId, TaskNo } from '#src/ledger/ids.ts'
import { isRemarkAlone } from '#src/ledger/last-act.ts'
import type { PlanEvent } from '#src/ledger/plan-event.ts'
import { undoMinutes } from '#src/ledger/undo.ts'

/** Also where nothing but a remark was written since. */
export function lastActOf({ plans, now }: Desk, asker: PersonId, act: PlanEvent['type']): { at: Instant; plan: PlanId; tasks: readonly TaskNo[] } | undefined {
  const asked = [...plans.values()].flatMap((plan) => {
    const last = plan.lastActs.get(asker)
    const done = last !== undefined && isRemarkAlone(last) ? last.behind : last
    const isOpen = done?.goesBack === 'yes' && done.acts.includes(act) && Date.parse(now) - Date.parse(done.at) <= undoMinutes * 60_000
    return isOpen ? [{ at: done.at, plan: plan.id, tasks: done.tasks }] : []
  })
  return asked.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
}
