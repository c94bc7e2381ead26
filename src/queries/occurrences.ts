// Occurrences of an obligation: one period's, each with its own due day.
import { dayOf, lastDayOf, monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import { monthsIn, periodAfter, periodOf, type Period } from '#src/calendar/period.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { fulfilmentKey, isOfYears, type Fulfilment, type Hindrance, type Obligation } from '#src/ledger/obligation.ts'
import { answering } from './answering.ts'
import type { View } from './view.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** `key` is (clause, period, ordinal). `debtor` is undefined where nobody is named and the task has no lead. `owing`: who has yet to do it, of a group its members. `hindered`: what those who owe it yet said is in the way. `submitted`: it waits for its receiver, of a group that of the `member`. */
export type Occurrence = { key: string; obligation: Obligation; ordinal: number; due: Day; debtor: UnitId | undefined; owing: UnitId[]; hindered: Hindrance[]; submitted?: Fulfilment & { member?: UnitId }; done?: Fulfilment }

/** The year the plan begins: that of its period, else of its import. */
export const firstYearOf = (plan: PlanState, today: Day): number => plan.period?.from ?? yearOf(plan.importedOn ?? today)

/** Those of the period that `today` falls in; none for weekly rhythms, which are listed and never asked for one by one. */
export function occurrencesNow(view: View, obligation: Obligation): Occurrence[] {
  const { plan, today } = view
  if (obligation.on !== undefined) return occurrencesIn(view, obligation, { key: 'once', from: obligation.on, to: obligation.on })
  const firstYear = firstYearOf(plan, today)
  const period = periodOf(obligation.every, today, firstYear)
  if (period === undefined || !isInside(plan, obligation, period)) return []
  return occurrencesIn(view, obligation, period)
}

/**
 * Those that are not done, the earliest first: of the period before, so that nothing is forgotten because its period ended, and of this one.
 * What fell due before the plan was handed out, or before an amendment made it so, is not asked for.
 */
export function openOccurrences(view: View, obligation: Obligation): Occurrence[] {
  const { plan } = view
  const since = latest(plan.handedOutOn ?? plan.importedOn, plan.amended.dutiesSince.get(obligation.id))
  return [...occurrencesAway(view, obligation, -1), ...occurrencesNow(view, obligation)].filter(({ done, due }) => done === undefined && (since === undefined || due >= since))
}

const latest = (a: Day | undefined, b: Day | undefined): Day | undefined => (a !== undefined && b !== undefined ? (a > b ? a : b) : (a ?? b))

/** The earliest that is not done, in the period before, this or the next. */
export function nextOccurrence(view: View, obligation: Obligation): Occurrence | undefined {
  return openOccurrences(view, obligation)[0] ?? occurrencesAway(view, obligation, 1).find(({ done }) => done === undefined)
}

/** Of what a task owes each period the first that is past its day and not given. */
export function dutyLate(view: View, no: TaskNo): DutyLate | undefined {
  const late = [...view.plan.obligations.values()].filter(({ task }) => task === no).flatMap((obligation) => openOccurrences(view, obligation).filter(({ due, submitted }) => due < view.today && submitted === undefined).map(({ due }) => ({ what: obligation.what, due })))
  return late.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0]
}
export type DutyLate = { what: string; due: Day }

/** Those of the period so many periods away. */
function occurrencesAway(view: View, obligation: Obligation, steps: number): Occurrence[] {
  const { plan, today } = view
  const firstYear = firstYearOf(plan, today)
  const period = obligation.on === undefined ? periodOf(obligation.every, today, firstYear) : undefined
  const away = period === undefined ? undefined : periodAfter(obligation.every, period, steps, firstYear)
  return away === undefined || !isInside(plan, obligation, away) ? [] : occurrencesIn(view, obligation, away)
}

const isInside = (plan: PlanState, { every }: Obligation, period: Period): boolean => plan.period === undefined || isOfYears(every, period, plan.period)

const isDueIn = ({ period }: PlanState, due: Day): boolean => period === undefined || (yearOf(due) >= period.from && yearOf(due) <= period.to)

function occurrencesIn(view: View, obligation: Obligation, period: Period): Occurrence[] {
  const debtor = obligation.debtor ?? (obligation.task === undefined ? undefined : answering(view, obligation.task)?.unit)
  return dueDays(obligation, period).flatMap((due, index) => {
    if (obligation.on === undefined && !isDueIn(view.plan, due)) return []
    const key = `${obligation.id}/${period.key}/${index + 1}`
    return [{ key, obligation, ordinal: index + 1, due, debtor, ...standingOf(view, key, debtor) }]
  })
}

/** A group has done it once every member has. */
function standingOf({ plan, directory }: View, key: string, debtor: UnitId | undefined): Pick<Occurrence, 'owing' | 'hindered' | 'submitted' | 'done'> {
  const units = debtor === undefined ? [] : (directory.units.get(debtor)?.members ?? [debtor])
  const whole = plan.fulfilments.get(key)
  const each = units.map((unit) => ({ unit, fulfilment: whole ?? plan.fulfilments.get(fulfilmentKey(key, unit)) }))
  const owing = each.flatMap(({ unit, fulfilment }) => (fulfilment === undefined ? [unit] : []))
  const hindered = owing.flatMap((unit) => plan.hindrances.get(fulfilmentKey(key, unit)) ?? plan.hindrances.get(key) ?? [])
  if (owing.length > 0) return { owing, hindered: [...new Set(hindered)] }
  const all = whole === undefined ? each.flatMap(({ unit, fulfilment }) => (fulfilment === undefined ? [] : [{ ...fulfilment, member: unit }])) : [whole]
  const submitted = all.find(({ status }) => status === 'submitted')
  const done = all.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
  return { owing, hindered: [], ...(submitted === undefined ? (done === undefined ? {} : { done }) : { submitted }) }
}

/** A named month (and day) in each year; else the ends of as many equal parts of the period as there are times. */
function dueDays({ every, times, month, day, on }: Obligation, period: Period): Day[] {
  if (on !== undefined) return [on]
  if (month !== undefined && times === 1 && (monthsIn(every) ?? 0) >= 12) {
    const year = yearOf(lastDayOf(yearOf(period.to), month) > period.to ? period.from : period.to)
    return [(day === undefined ? undefined : dayOf(year, month, day)) ?? lastDayOf(year, month)]
  }
  const start = yearOf(period.from) * 12 + monthOf(period.from) - 1
  const months = yearOf(period.to) * 12 + monthOf(period.to) - start
  return Array.from({ length: times }, (_, index) => {
    const last = start + Math.max(1, Math.ceil(((index + 1) * months) / times)) - 1
    return lastDayOf(Math.floor(last / 12), (last % 12) + 1)
  })
}
