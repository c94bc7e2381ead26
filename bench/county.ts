// Plans in memory, for benches: what is recorded is decided, folded and kept as the books do.
import type { Day } from '#src/calendar/day.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { emptyPlan, evolvePlan, type PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import type { Entry } from '#src/store/folded-log.ts'
import { stampOf } from '#test/builders.ts'

export type Plans = { states: Map<PlanId, PlanState>; logs: Map<PlanId, Entry<PlanEvent>[]>; version: () => number; record: (plan: number, intent: PlanIntent, on?: Day) => void }

/** @param today on which it is recorded, where no other day is given */
export function plansInMemory(today: Day): Plans {
  const states = new Map<PlanId, PlanState>()
  const logs = new Map<PlanId, Entry<PlanEvent>[]>()
  let version = 1
  const record: Plans['record'] = (no, intent, on = today) => {
    const id = PlanId.parse(`p${no}`)
    const plan = states.get(id) ?? emptyPlan(id)
    const stamp = stampOf(on)
    const decision = decidePlan(plan, intent, stamp)
    if (!decision.ok) throw new Error(decision.refusal.code)
    for (const event of decision.events) evolvePlan(plan, event, stamp)
    const log = logs.get(id) ?? []
    log.push({ position: log.length + 1, id: `i${version}`, stamp, events: [...decision.events] })
    states.set(id, plan)
    logs.set(id, log)
    version += 1
  }
  return { states, logs, version: () => version, record }
}
