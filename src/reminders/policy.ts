// The reminder policy's numbers: defaults of every plan.

/** Working days before the date, largest first; 0 is the day itself. */
export const dueMarks: readonly number[] = [30, 7, 3, 1, 0]
/** So many working days away, or more, a date can wait for the next digest, or for the week's beginning. */
export const farOff = 8
/** A quarter's progress is asked for with less ado. */
export const progressMarks: readonly number[] = [7, 1, 0]
/** A duty is asked for as often as it deserves: one of the year like a date, one of the quarter less, one of the month once and never chased. */
export function dutyMarks(every: string): { before: readonly number[]; chased: 'every-stage' | 'once' | 'never' } {
  if (every === 'month' || every === '2 months') return { before: [3], chased: 'never' }
  if (every === 'quarter' || every === 'half-year') return { before: progressMarks, chased: 'once' }
  return { before: dueMarks, chased: 'every-stage' }
}
/** A review is told of when it is scheduled, and again before it. */
export const reviewMarks: readonly number[] = [3, 1, 0]
/** Overdue on the next working day, then every so many. */
export const overdueEvery = 5
/** The head is told when the unit is this many working days overdue. */
export const headAfter = 5
/** 年度分解 is asked for so many working days after the hand-out, and until so many; not once fewer are left of the year. */
export const milestonesAsked = { after: 3, until: 20, leastLeft: 30 } as const
/** That milestones were approved is news for so many working days. */
export const milestonesTold = 20
/** An amendment is news for so many working days; after that the plan is read as it stands. */
export const amendedTold = 20
/** One digest a working day: so many in a week of five. What cannot wait (a chase, a return, an amendment) comes beside it. */
export const digestsAWeek = 5
/** A digest is sent from this hour on, in the plan's zone. */
export const digestFrom = '09:00'
/** Nothing is sent before and after, nor on days off. */
export const quiet = { until: '08:00', from: '20:00' } as const
/** Lines of a digest before "另有N项". */
export const digestLines = 7
/** A body's window: prompts at half of it, then at these working days before it closes, then weekly. */
export const cadenceMarks: readonly number[] = [30, 10]
/** A completion is reviewed within so many working days: the reviewer's own clock. */
export const reviewWithin = 5
/** What a unit asks is told to the secretary again after so many working days without a ruling. */
export const queueAgain = 5
/** A ruling is news to the unit for so many working days; so is a report that was put right after its round. */
export const ruledTold = 10
