// What a question is asked of: a plan, the directory and the calendar, on a day.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** `calendar`: the plan's, in which its own 休息日 are days off. */
export type View = { plan: PlanState; directory: Directory; calendar: Calendar; today: Day }

/** @param calendar the county's */
export const viewOfPlan = (plan: PlanState, { directory, calendar, today }: Omit<View, 'plan'>): View => ({ plan, directory, calendar: calendar.withDaysOff(plan.ownDaysOff), today })
