// When a plan asks nobody, whatever is due: it was put away, or its units do not work that day.
import type { View } from '#src/queries/view.ts'

/** What is due then is told on the next working day of the plan, by the same keys. */
export const asksNobody = ({ plan, today }: View): boolean => plan.archived !== undefined || plan.ownDaysOff.has(today)
