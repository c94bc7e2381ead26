// What waits for somebody is told again while it does.
import type { Policy } from '#src/ledger/policy.ts'

/** The last day on which it was to be told again, in fives of working days: one day has one name, whatever steps a plan goes by. */
export const toldAgain = (workingDays: number, { queueAgain }: Policy): number => (Math.max(0, Math.floor(workingDays / queueAgain)) * queueAgain) / 5
