// What a week brings, for whoever leads: what falls due in it, and whether there is anything to say of it at all.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import { leadersOf } from '#src/directory/aide.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { isOfFields } from './in-charge.ts'
import { cardOfStand, standsAfresh, type Stand, type StandsOf } from './stand.ts'
import type { TaskCard } from './task-card.ts'
import type { View } from './view.ts'

const daysAWeek = 7

/** From its Monday to its Sunday: a Sunday that makes up for a holiday belongs to the week that ends with it. */
export function weekOf(day: Day, calendar: Calendar): DaySpan {
  const monday = calendar.addDays(day, 1 - calendar.weekday(day))
  return { from: monday, to: calendar.addDays(monday, daysAWeek - 1) }
}

/** `due`: of what is to be done in the week the first, of the reader's own fields first, then the nearest; `count`: all of it; `reports`: how many tasks owe it a report of progress alone. */
export type WeekFacts = { week: DaySpan; due: TaskCard[]; count: number; reports: number }

/** So many are shown by themselves. */
export const dueShown = 7

/** A leader's own fields of charge, or those of the leader whose aide somebody is. */
export const fieldsOfReader = (directory: Directory, reader: Person): string[] => [...new Set([reader, ...leadersOf(directory, reader)].flatMap(({ fields }) => fields))]

/** Owed in it, by whoever has still to do it. */
const isOwedIn = ({ from, to }: DaySpan, { status, dueNext }: Stand): boolean => status === 'open' && dueNext !== undefined && dueNext >= from && dueNext <= to

/** @param fields words of the sections that come first @param standsOf how tasks stand, where that is kept: a card is made of those that are shown alone */
export function weekFacts(views: readonly View[], week: DaySpan, { fields = [], standsOf = standsAfresh }: { fields?: readonly string[]; standsOf?: StandsOf } = {}): WeekFacts {
  const all = views.flatMap((view) => [...standsOf(view)].filter((stand) => isOwedIn(week, stand)).map((stand) => ({ view, stand, isOwn: isOwn(view, stand, fields) })))
  const toDo = all.filter(({ stand }) => !stand.owesReport).toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || dayOf(a.stand).localeCompare(dayOf(b.stand)) || views.indexOf(a.view) - views.indexOf(b.view) || a.stand.no - b.stand.no)
  return { week, due: toDo.slice(0, dueShown).flatMap(({ view, stand }) => cardOfStand(view, stand) ?? []), count: toDo.length, reports: all.length - toDo.length }
}

const dayOf = ({ dueNext }: Stand): string => dueNext ?? ''
const isOwn = ({ plan }: View, { no }: Stand, fields: readonly string[]): boolean => fields.length > 0 && ((task) => task !== undefined && isOfFields(task, fields))(plan.tasks.get(no))

/** Something falls due in the week, or a light is red or yellow: where neither is so, a brief would say nothing. */
export function hasNewsFor(view: View, week: DaySpan, standsOf: StandsOf = standsAfresh): boolean {
  if (view.plan.handedOutOn === undefined) return false
  for (const stand of standsOf(view)) if (stand.light === 'red' || stand.light === 'yellow' || isOwedIn(week, stand)) return true
  return false
}
