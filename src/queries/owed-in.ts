// What of all that a task owes falls due in some days: behind what is owed first, and perhaps late, other things have days of their own.
import type { Day } from '#src/calendar/day.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import type { Dued } from './due-order.ts'
import type { Light } from './light.ts'
import { isReport, type NextOwed, type Owing } from './next-owed.ts'

/** What is to be done before a report of how it goes. @param owed the earliest first @param finishes no report at all */
export function owedIn(owed: readonly Owing[], { from, to }: DaySpan, finishes = false): Owing | undefined {
  const meant = owed.filter(({ due }) => due >= from && due <= to)
  return meant.find((each) => !isReport(each)) ?? (finishes ? undefined : meant[0])
}

/** On which day it owes next; of what waits for a later day (延期待批) the day that still stands. */
export const dayOwed = ({ next, owed }: { next: NextOwed; owed: readonly Owing[] }): Day | undefined => (next.kind === 'rule-extension' ? owed.find(isStopped)?.due : 'due' in next ? next.due : undefined)

/** Nobody is late with it before a secretary has decided. */
export const isStopped = (owing: NextOwed): boolean => owing.kind === 'completion' && owing.waits !== undefined

/** A duty of a period that fell due before that day, and was not given. */
export const dutyBefore = (owed: readonly Owing[], day: Day): Owing | undefined => owed.find(({ kind, due }) => kind === 'occurrence' && due < day)

export const duedAs = (owing: Owing, light: Light, today: Day): Dued => ({ light, due: owing.due, isPast: owing.due < today && !isStopped(owing), owesReport: isReport(owing) })
