// What a week brings, for whoever leads: what falls due in it, and whether there is anything to say of it at all.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import { leadersOf } from '#src/directory/aide.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { byDue, type Dued } from './due-order.ts'
import { isOfFields } from './in-charge.ts'
import type { Owing } from './next-owed.ts'
import { duedAs, dutyBefore, owedIn } from './owed-in.ts'
import { cardOfStand, standsAfresh, type Stand, type StandsOf } from './stand.ts'
import type { TaskCard } from './task-card.ts'
import type { View } from './view.ts'

const daysAWeek = 7

/** From its Monday to its Sunday: a Sunday that makes up for a holiday belongs to the week that ends with it. */
export function weekOf(day: Day, calendar: Calendar): DaySpan {
  const monday = calendar.addDays(day, 1 - calendar.weekday(day))
  return { from: monday, to: calendar.addDays(monday, daysAWeek - 1) }
}

/** `due`: of what is to be done in the week the first; what has passed, the worst first, stands before what is to come, of which the reader's own fields are first. `count`: all of it; `passed`: of these; `reports`: how many tasks owe it a report of progress alone. `earlier`: duties of periods that fell due before the week and were not given, the first of so many. */
export type WeekFacts = { week: DaySpan; due: TaskCard[]; count: number; passed: number; reports: number; earlier: { due: TaskCard[]; count: number } }

/** So many are shown by themselves. */
export const dueShown = 7
const earlierShown = 3

/** A leader's own fields of charge, or those of the leader whose aide somebody is. */
export const fieldsOfReader = (directory: Directory, reader: Person): string[] => [...new Set([reader, ...leadersOf(directory, reader)].flatMap(({ fields }) => fields))]

/** @param fields words of the sections that come first @param standsOf how tasks stand, where that is kept: a card is made of those that are shown alone */
export function weekFacts(views: readonly View[], week: DaySpan, { fields = [], standsOf = standsAfresh }: { fields?: readonly string[]; standsOf?: StandsOf } = {}): WeekFacts {
  const found = (owes: (stand: Stand) => Owing | undefined): Found[] =>
    views.flatMap((view) => [...standsOf(view)].flatMap((stand) => ((owing) => (owing === undefined || stand.status !== 'open' ? [] : [{ view, stand, owing, isOwn: isOwn(view, stand, fields), ...duedAs(owing, stand.light, view.today) }]))(owes(stand))))
  const inWeek = found(({ owed }) => owedIn(owed, week))
  const toDo = inWeek.filter(({ owesReport }) => !owesReport).toSorted((a, b) => Number(b.isPast) - Number(a.isPast) || (a.isPast ? 0 : Number(b.isOwn) - Number(a.isOwn)) || byDue(a, b))
  const earlier = found(({ owed }) => dutyBefore(owed, week.from)).toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || byDue(a, b))
  return { week, due: cards(toDo, dueShown), count: toDo.length, passed: toDo.filter(({ isPast }) => isPast).length, reports: inWeek.length - toDo.length, earlier: { due: cards(earlier, earlierShown), count: earlier.length } }
}

/** A task, and what it owes that is meant. */
type Found = Dued & { view: View; stand: Stand; owing: Owing; isOwn: boolean }

/** Each says what it owes that put it here. */
const cards = (some: readonly Found[], most: number): TaskCard[] => some.slice(0, most).flatMap(({ view, stand, owing }) => ((card) => (card === undefined ? [] : [{ ...card, next: owing }]))(cardOfStand(view, stand)))
const isOwn = ({ plan }: View, { no }: Stand, fields: readonly string[]): boolean => fields.length > 0 && ((task) => task !== undefined && isOfFields(task, fields))(plan.tasks.get(no))

/** Something falls due in the week, a light is red or yellow, or a duty became late since the brief before: where none is so, a brief would say nothing that is new. */
export function hasNewsFor(view: View, week: DaySpan, standsOf: StandsOf = standsAfresh): boolean {
  if (view.plan.handedOutOn === undefined) return false
  const since = briefBefore(week, view.calendar)
  for (const stand of standsOf(view)) if (stand.light === 'red' || stand.light === 'yellow' || (stand.status === 'open' && (owedIn(stand.owed, week) !== undefined || isLateSince(since, week, stand)))) return true
  return false
}

/** Due on the day of the last brief it was not late by then; due before, it was told already. */
const isLateSince = (since: Day, { from }: DaySpan, { owed }: Stand): boolean => owed.some(({ kind, due }) => kind === 'occurrence' && due >= since && due < from)

/** The day of the brief before: the first on which units work in the last week that has such a day. */
function briefBefore({ from }: DaySpan, calendar: Calendar): Day {
  const monday = weekOf(calendar.lastWorkingDayBy(calendar.addDays(from, -1)), calendar).from
  return calendar.isWorkingDay(monday) ? monday : calendar.addWorkingDays(monday, 1)
}
