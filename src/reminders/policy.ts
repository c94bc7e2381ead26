// The reminder policy where it is more than a number: which marks a duty has. The numbers are the plan's (src/ledger/policy.ts).
import type { Obligation } from '#src/ledger/obligation.ts'
import type { Policy } from '#src/ledger/policy.ts'

/** One digest a working day: so many in a week of five. What cannot wait (a chase, a return, an amendment) comes beside it. */
export const digestsAWeek = 5

/** On the way to a receipt, the last first. */
export const handInSteps = ['hand-in', 'head', 'draft', 'gather'] as const
export type HandInStep = (typeof handInSteps)[number]

/** A duty is asked for as often as it deserves: one of the year like a date, or, where somebody receives it, step by step; one of the quarter less, one of the month once and never chased. */
export function dutyMarks({ every, receiver }: Pick<Obligation, 'every' | 'receiver'>, { dueMarks, progressMarks, monthMarks, handInMarks }: Policy): { before: readonly number[]; chased: 'every-stage' | 'once' | 'never'; hasSteps?: true } {
  if (every === 'month' || every === '2 months') return { before: monthMarks, chased: 'never' }
  if (every === 'quarter' || every === 'half-year' || every === 'term') return { before: progressMarks, chased: 'once' }
  return receiver === undefined ? { before: dueMarks, chased: 'every-stage' } : { before: [...handInMarks, 0], chased: 'every-stage', hasSteps: true }
}

/** What a mark asks for: the last of them, and the day itself, that it is handed in. */
export function stepAt(mark: number, handInMarks: readonly number[]): HandInStep {
  const later = handInMarks.filter((each) => each < mark).length
  return handInSteps[later] ?? 'gather'
}
