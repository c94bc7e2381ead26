// Occurrences of an obligation: one period's, each with its own due day.
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import { monthsIn, periodAfter, periodOf, type Period } from '#src/calendar/period.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Fulfilment, Obligation } from '#src/ledger/obligation.ts'
import { answering } from './answering.ts'
import type { View } from './view.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** `key` is (clause, period, ordinal). `debtor` is undefined where nobody is named and the task has no lead. */
export type Occurrence = { key: string; obligation: Obligation; ordinal: number; due: Day; debtor: UnitId | undefined; done?: Fulfilment }

/** The year the plan begins: that of its period, else of its import. */
export const firstYearOf = (plan: PlanState, today: Day): number => plan.period?.from ?? yearOf(plan.importedOn ?? today)

/** Those of the period that `today` falls in; none for weekly rhythms, which are listed and never asked for one by one. */
export function occurrencesNow({ plan, today }: View, obligation: Obligation): Occurrence[] {
  if (obligation.on !== undefined) return occurrencesIn(plan, obligation, { key: 'once', from: obligation.on, to: obligation.on }, yearOf(obligation.on))
  const firstYear = firstYearOf(plan, today)
  const period = periodOf(obligation.every, today, firstYear)
  if (period === undefined || !isInside(plan, period)) return []
  return occurrencesIn(plan, obligation, period, firstYear)
}

/** The earliest that is not done, in this period or the next. */
export function nextOccurrence(view: View, obligation: Obligation): Occurrence | undefined {
  const { plan, today } = view
  const open = occurrencesNow(view, obligation).find(({ done }) => done === undefined)
  if (open !== undefined || obligation.on !== undefined) return open
  const firstYear = firstYearOf(plan, today)
  const period = periodOf(obligation.every, today, firstYear)
  if (period === undefined) return undefined
  const next = periodAfter(obligation.every, period, 1, firstYear)
  return isInside(plan, next) ? occurrencesIn(plan, obligation, next, firstYear)[0] : undefined
}

const isInside = (plan: PlanState, period: Period): boolean => plan.period === undefined || (yearOf(period.from) >= plan.period.from && yearOf(period.from) <= plan.period.to)

function occurrencesIn(plan: PlanState, obligation: Obligation, period: Period, firstYear: number): Occurrence[] {
  const debtor = obligation.debtor ?? (obligation.task === undefined ? undefined : answering(plan, obligation.task)?.unit)
  return dueDays(obligation, period, firstYear).map((due, index) => {
    const key = `${obligation.id}/${period.key}/${index + 1}`
    const done = plan.fulfilments.get(key)
    return { key, obligation, ordinal: index + 1, due, debtor, ...(done === undefined ? {} : { done }) }
  })
}

/** A named month (and day) in each year; else the ends of as many equal parts of the period as there are times. */
function dueDays({ every, times, month, day, on }: Obligation, period: Period, firstYear: number): Day[] {
  if (on !== undefined) return [on]
  if (month !== undefined && times === 1 && (monthsIn(every) ?? 0) >= 12) {
    const year = yearOf(period.to)
    return [(day === undefined ? undefined : dayOf(year, month, day)) ?? lastDayOf(year, month)]
  }
  const months = monthsIn(every) ?? 12
  const start = yearOf(period.from) * 12 + monthOf(period.from) - 1
  return Array.from({ length: times }, (_, index) => {
    const last = start + Math.max(1, Math.ceil(((index + 1) * months) / times)) - 1
    return lastDayOf(Math.max(firstYear, Math.floor(last / 12)), (last % 12) + 1)
  })
}
