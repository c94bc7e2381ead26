// What a review is of, as people name it: 红灯, a section of the plan, a unit, or tasks by their numbers.
import type { Answer, Desk } from '#src/command.ts'
import { plainName } from '#src/directory/unit.ts'
import type { ReviewKind, ReviewScope } from '#src/ledger/review.ts'
import { tasksInScope } from '#src/queries/review-scope.ts'
import type { Run } from '#templates/card.ts'
import { filterNamed, findTasks, type TaskMeant } from './tasks-argument.ts'
import { findUnit } from './unit-argument.ts'
import { viewOf } from './view-of.ts'

/** `scope`: unless they are named by their numbers. */
export type ReviewedMeant = { ok: true; scope?: ReviewScope; tasks: readonly TaskMeant[] } | { ok: false; answer: Answer }

/** @param again the act with other words in place of what was asked */
export function findReviewed(desk: Desk, asked: string, kind: ReviewKind, again: (words: string) => Run): ReviewedMeant {
  const scope = scopeNamed(desk, asked)
  if (scope !== undefined) return { ok: true, scope, tasks: inScope(desk, scope, kind) }
  const found = findTasks(desk, asked, again)
  if (!found.ok) return found
  const tasks = found.tasks.filter(({ card }) => kind === 'look-back' || card.status !== 'accepted')
  return { ok: true, tasks, ...(found.unit === undefined ? {} : { scope: { kind: 'unit', unit: found.unit.id } }) }
}

const inScope = (desk: Desk, scope: ReviewScope, kind: ReviewKind): TaskMeant[] => [...desk.plans.values()].flatMap((plan) => tasksInScope(viewOf(desk, plan), scope, kind).map((card) => ({ plan, card })))

/** 领域 before it says that a section is meant; a name that a unit has too is the unit's, unless the section is called just so. */
function scopeNamed(desk: Desk, asked: string): ReviewScope | undefined {
  const filter = filterNamed(asked)
  if (filter?.light === 'red' || filter?.light === 'yellow') return { kind: 'light', light: filter.light }
  if (filter?.only === 'overdue' || filter?.only === 'unreported') return { kind: 'standing', only: filter.only }
  const named = /^(?:领域|章节|section)/i.exec(asked.trim())?.[0] ?? ''
  const words = plainName(asked.trim().slice(named.length)).replace(/^[:：]/, '')
  if (words === '') return undefined
  const sections = sectionsOf(desk)
  const whole = sections.find((name) => plainName(name) === words)
  if (whole !== undefined) return { kind: 'section', section: whole }
  if (words.length < 2 || numbers.test(words) || (named === '' && findUnit(desk.directory, asked).ok)) return undefined
  // Words that several sections have mean all of them.
  const [only, ...more] = sections.filter((name) => plainName(name).includes(words))
  return only === undefined ? undefined : { kind: 'section', section: more.length === 0 ? only : words }
}

const numbers = /^[p\d,，、;；#/-]+$/i

/** Of all plans, each once, in their order. */
export const sectionsOf = (desk: Desk): string[] => [...new Set([...desk.plans.values()].flatMap(({ tasks }) => [...tasks.values()].map(({ section }) => section.trim())))].filter((section) => section !== '')
