// The later day that somebody asked for last, for as long as 撤销 takes it back.
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import type { PersonId, PlanId, TaskNo } from '#src/ledger/ids.ts'
import { isRemarkAlone } from '#src/ledger/last-act.ts'
import { undoMinutes } from '#src/ledger/undo.ts'

/** Also where nothing but a remark was written since. */
export function extensionAskedLast({ plans, now }: Desk, asker: PersonId): { at: Instant; plan: PlanId; tasks: readonly TaskNo[] } | undefined {
  const asked = [...plans.values()].flatMap((plan) => {
    const last = plan.lastActs.get(asker)
    const act = last !== undefined && isRemarkAlone(last) ? last.behind : last
    const isOpen = act?.goesBack === 'yes' && act.acts.includes('extension-asked') && Date.parse(now) - Date.parse(act.at) <= undoMinutes * 60_000
    return isOpen ? [{ at: act.at, plan: plan.id, tasks: act.tasks }] : []
  })
  return asked.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
}
