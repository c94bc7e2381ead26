// What a week brings, for whoever leads: what falls due in it, and whether there is anything to say of it at all.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import { leadersOf } from '#src/directory/aide.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { isOfFields } from './in-charge.ts'
import { taskCard, type TaskCard } from './task-card.ts'
import { taskList } from './task-list.ts'
import type { View } from './view.ts'

const daysAWeek = 7

/** From its Monday to its Sunday: a Sunday that makes up for a holiday belongs to the week that ends with it. */
export function weekOf(day: Day, calendar: Calendar): DaySpan {
  const monday = calendar.addDays(day, 1 - calendar.weekday(day))
  return { from: monday, to: calendar.addDays(monday, daysAWeek - 1) }
}

/** `due`: what is to be done in the week, of the reader's own fields first, then the nearest; `reports`: how many tasks owe it a report of progress alone. */
export type WeekFacts = { week: DaySpan; due: TaskCard[]; reports: number }

/** A leader's own fields of charge, or those of the leader whose aide somebody is. */
export const fieldsOfReader = (directory: Directory, reader: Person): string[] => [...new Set([reader, ...leadersOf(directory, reader)].flatMap(({ fields }) => fields))]

/** @param fields words of the sections that come first */
export function weekFacts(views: readonly View[], week: DaySpan, fields: readonly string[] = []): WeekFacts {
  const all = views.flatMap((view) => taskList(view, { due: week }).map((card) => ({ card, isOwn: isOwn(view, card, fields) })))
  const toDo = all.filter(({ card }) => !isReport(card)).toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || dueOf(a.card).localeCompare(dueOf(b.card)))
  return { week, due: toDo.map(({ card }) => card), reports: all.length - toDo.length }
}

const isReport = ({ next }: TaskCard): boolean => next.kind === 'progress' || next.kind === 'round'
const dueOf = ({ next }: TaskCard): string => ('due' in next ? next.due : '')
const isOwn = ({ plan }: View, { number }: TaskCard, fields: readonly string[]): boolean => ((task) => fields.length > 0 && task !== undefined && isOfFields(task, fields))(plan.tasks.get(number))

/** Something falls due in the week, or a light is red or yellow: where neither is so, a brief would say nothing. */
export function hasNewsFor(view: View, week: DaySpan): boolean {
  if (view.plan.handedOutOn === undefined) return false
  const isWorthSaying = (card: TaskCard | undefined): boolean =>
    card !== undefined && (card.light === 'red' || card.light === 'yellow' || (card.status === 'open' && 'due' in card.next && card.next.due >= week.from && card.next.due <= week.to))
  for (const number of view.plan.tasks.keys()) if (isWorthSaying(taskCard(view, number))) return true
  return false
}
