// 放假安排: a year's days off and make-up working days as a secretary or an admin announced them, where the product does not know them yet, or knows them wrong.
import { z } from 'zod'
import { Day, yearOf } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import type { Directory } from './directory-state.ts'

const days = z.array(Day).max(60)
/** `off` and `work` in order; days of the neighbouring years may be among them. */
export const DaysOffAnnounced = z.strictObject({ type: z.literal('days-off-announced'), year: z.number().int().min(2000).max(2100), off: days, work: days })
export type DaysOffIntent = { type: 'announce-days-off'; year: number; off: readonly Day[]; work: readonly Day[] }

/** The same again changes nothing; another arrangement of a year takes the place of the one before. */
export function decideDaysOff({ daysOff }: Directory, { year, off, work }: DaysOffIntent): Decision<z.infer<typeof DaysOffAnnounced>> {
  const stray = [...off, ...work].find((day) => Math.abs(yearOf(day) - year) > 1)
  const both = work.find((day) => off.includes(day))
  if (stray !== undefined) return refuse({ code: 'holiday-notice-unclear', problem: { why: 'no-such-day', said: stray } })
  if (both !== undefined) return refuse({ code: 'holiday-notice-unclear', problem: { why: 'contradiction', day: both } })
  if (off.length === 0) return refuse({ code: 'holiday-notice-unclear', problem: { why: 'no-holidays' } })
  const before = daysOff.get(year)
  const event = { type: 'days-off-announced' as const, year, off: [...off].toSorted(), work: [...work].toSorted() }
  return before !== undefined && before.off.join() === event.off.join() && before.work.join() === event.work.join() ? accept() : accept(event)
}

/** Another map each time, so that whoever works something out from it sees that it is another. */
export function evolveDaysOff(directory: Directory, { year, off, work }: z.infer<typeof DaysOffAnnounced>): void {
  directory.daysOff = new Map(directory.daysOff).set(year, { off, work })
}
