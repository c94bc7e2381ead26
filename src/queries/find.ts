// 查: what words may mean: tasks, units, people, sections of the plans.
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { plainName, type Unit } from '#src/directory/unit.ts'
import { likeness, nearestNames } from './nearest-names.ts'
import { lettersIn } from './pinyin.ts'
import { taskCard, type TaskCard } from './task-card.ts'
import { taskList, urgency, type TaskFilter } from './task-list.ts'
import { peopleTypedAs, unitsLikeTyped } from './typed-names.ts'
import type { View } from './view.ts'
import { hasWords, wordsOf } from './words-in.ts'

export type NamesFound = { units: Unit[]; people: Person[]; sections: string[] }

const contains = (name: string, part: string): boolean => plainName(name).toLowerCase().includes(part)

/** Names that have the words in them, or are typed so in pinyin. A name that is the words, and no other, is meant alone. */
export function namesFound(views: readonly View[], directory: Directory, words: string): NamesFound {
  const asked = plainName(words).toLowerCase()
  if (asked.length < 2) return { units: [], people: [], sections: [] }
  const letters = lettersIn(words)
  const units = [...directory.units.values()].filter(({ name, aliases }) => [name, ...aliases].some((each) => contains(each, asked)))
  const people = [...directory.people.values()].filter(({ name }) => contains(name, asked))
  const sections = [...new Set(views.flatMap(({ plan }) => [...plan.tasks.values()].map(({ section }) => section)))].filter((section) => contains(section, asked))
  return {
    units: units.length > 0 || letters === undefined ? units : unitsLikeTyped(directory, letters),
    people: people.length > 0 || letters === undefined ? people : peopleTypedAs(directory, letters),
    sections,
  }
}

const lightOrder: Readonly<Record<TaskCard['light'], number>> = { red: 4, yellow: 3, pending: 2, green: 1, done: 0 }
/** No urgency reaches it, so that a light goes before everything. */
const aLight = 1_000_000

/** Over all plans, those that most need somebody to look first. */
export const tasksFound = (views: readonly View[], filter: TaskFilter): TaskCard[] =>
  views.flatMap((view) => taskList(view, filter).map((card) => ({ card, rank: lightOrder[card.light] * aLight + urgency(view, card) }))).toSorted((a, b) => b.rank - a.rank).map(({ card }) => card)

const nearestMost = 3
/** One character in common says nothing of a title. */
const titleLikeness = 1.5

/** Three in all, of names and of titles, where nothing was found. */
export function nearestTo(views: readonly View[], directory: Directory, words: string): { units: string[]; tasks: TaskCard[] } {
  const asked = wordsOf(words).join('')
  const titles = nearestNames(asked, views.flatMap(({ plan }) => [...plan.tasks.values()].map(({ title }) => title)), nearestMost).filter((title) => likeness(asked, title) > titleLikeness)
  const tasks = titles.flatMap((title) => cardTitled(views, title) ?? [])
  const units = nearestNames(words, [...directory.units.values()].map(({ name }) => name), nearestMost)
  // A title is long, and has something in common with most words: one of each at least.
  const kept = units.slice(0, tasks.length > 0 ? nearestMost - 1 : nearestMost)
  return { units: kept, tasks: tasks.slice(0, nearestMost - kept.length) }
}

const cardTitled = (views: readonly View[], title: string): TaskCard | undefined =>
  views.flatMap((view) => [...view.plan.tasks.values()].filter((task) => task.title === title).flatMap(({ no }) => taskCard(view, no) ?? []))[0]

/** How many tasks stand in sections of that name: in all of them where none is called just so. No light is worked out for it. */
export function countInSection(views: readonly View[], name: string): number {
  const asked = plainName(name)
  const ofPlan = (view: View): number => {
    const named = [...view.plan.tasks.values()].map(({ section }) => plainName(section))
    const whole = named.filter((section) => section === asked).length
    return whole > 0 || asked === '' ? whole : named.filter((section) => section.includes(asked)).length
  }
  return views.reduce((sum, view) => sum + ofPlan(view), 0)
}

/** Whether any task has the words. */
export const isSaidOfTask = (views: readonly View[], words: string): boolean => views.some(({ plan }) => [...plan.tasks.values()].some((task) => hasWords(task, words)))
