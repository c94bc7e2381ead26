// A day that has been, of which something is to be seen; one that is ahead this year is not a day of a year in which there was no plan.
import { yearOf, type Day } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { dayIn, pastDayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'

export function dayLookedAt(asked: string, { today, plans, archived }: Desk): { ok: true; day: Day } | { ok: false; refusal: Refusal } {
  const read = pastDayIn(asked, today)
  if (!read.ok) return { ok: false, refusal: dayRefusal(read, today, 'past') }
  const ahead = dayIn(asked, today)
  const hadPlan = [...plans.values(), ...archived.values()].some(({ importedOn }) => importedOn !== undefined && importedOn <= read.day)
  const isAheadThisYear = ahead.ok && ahead.day > today && yearOf(ahead.day) === yearOf(today)
  const day = !hadPlan && isAheadThisYear ? ahead.day : read.day
  return day > today ? { ok: false, refusal: { code: 'day-ahead', day, today } } : { ok: true, day }
}
