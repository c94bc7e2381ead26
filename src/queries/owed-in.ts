// What of all that a task owes falls due in some days: behind what is owed first, and perhaps late, other things have days of their own.
import type { Day } from '#src/calendar/day.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import type { Dued } from './due-order.ts'
import type { Light } from './light.ts'
import { isReport, type Owing } from './next-owed.ts'

/** What is to be done before a report of how it goes. @param owed the earliest first */
export function owedIn(owed: readonly Owing[], { from, to }: DaySpan): Owing | undefined {
  const meant = owed.filter(({ due }) => due >= from && due <= to)
  return meant.find((each) => !isReport(each)) ?? meant[0]
}

/** A duty of a period that fell due before that day, and was not given. */
export const dutyBefore = (owed: readonly Owing[], day: Day): Owing | undefined => owed.find(({ kind, due }) => kind === 'occurrence' && due < day)

export const duedAs = (owing: Owing, light: Light, today: Day): Dued => ({ light, due: owing.due, isPast: owing.due < today, owesReport: isReport(owing) })
