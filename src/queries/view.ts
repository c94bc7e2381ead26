// What a question is asked of: a plan, the directory and the calendar, on a day.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** `calendar`: the plan's, in which its own 休息日 are days off. `ofSeveral`: other plans stand beside it, and a number alone may name a task of each. */
export type View = { plan: PlanState; directory: Directory; calendar: Calendar; today: Day; ofSeveral?: true }

/** @param calendar the county's */
export const viewOfPlan = (plan: PlanState, { directory, calendar, today, ofSeveral }: Omit<View, 'plan'>): View => ({ plan, directory, calendar: calendar.withDaysOff(plan.ownDaysOff), today, ...present({ ofSeveral }) })
