// The reminder policy where it is more than a number: which marks a duty has. The numbers are the plan's (src/ledger/policy.ts).
import type { Policy } from '#src/ledger/policy.ts'

/** One digest a working day: so many in a week of five. What cannot wait (a chase, a return, an amendment) comes beside it. */
export const digestsAWeek = 5

/** A duty is asked for as often as it deserves: one of the year like a date, one of the quarter less, one of the month once and never chased. */
export function dutyMarks(every: string, { dueMarks, progressMarks, monthMarks }: Policy): { before: readonly number[]; chased: 'every-stage' | 'once' | 'never' } {
  if (every === 'month' || every === '2 months') return { before: monthMarks, chased: 'never' }
  if (every === 'quarter' || every === 'half-year' || every === 'term') return { before: progressMarks, chased: 'once' }
  return { before: dueMarks, chased: 'every-stage' }
}
