// How the steps of the two years are written: a day, an hour, and who does what in which plan.
import type { Instant } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { PlanId as Plan } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { County } from './county.ts'
import type { Act, Step } from './life.ts'

export const [education, rural, water] = ['p1', 'p2', 'p3'].map((id) => Plan.parse(id)) as [PlanId, PlanId, PlanId]
export const secretaryName = '沈若兰'

/** By the secretary, unless somebody else is named. */
export const does = (plan: PlanId, intent: PlanIntent | ((county: County) => PlanIntent), by = secretaryName): Act => async (county: County, at: Instant) =>
  county.plan(at, plan, county.person(by), typeof intent === 'function' ? intent(county) : intent)

export const step = (on: string, time: string, act: Act): Step => ({ on, time, act })
