// What the answer to a doubt changes in a running plan, as the events that say so: what answer-applied.ts is for a draft.
import type { z } from 'zod'
import { plainName } from '#src/directory/unit.ts'
import { partStrength, type ReadDeadline } from '#src/reader/reading.ts'
import { partsAtMost } from '#src/reader/too-many.ts'
import type { Meaning } from './answer-meaning.ts'
import { deadlineWith } from './answer-words.ts'
import type { AnsweredEvent } from './answered.ts'
import { keyOf, type Part } from './assignment.ts'
import { boundDay, yearIn } from './bound-day.ts'
import { asRead, dueOfDates, earlierDates } from './dates-of-task.ts'
import type { Doubt } from './doubt.ts'
import type { ImportedDue } from './due.ts'
import type { TaskNo, UnitId } from './ids.ts'
import { present } from './fields.ts'
import { rhythmMeant, type Obligation } from './obligation.ts'
import { namesUnit, type UnitsMerged } from './merged-units.ts'
import type { PeriodSet } from './plan-period.ts'
import type { PlanState } from './plan.ts'
import type { Refusal } from './refusal.ts'
import { yearFilled } from './target.ts'
import type { DueBound, Task, TaskUnit } from './task.ts'

/** All that an answer can change. */
export type AnswerChange = AnsweredEvent | z.infer<typeof DueBound> | PeriodSet | UnitsMerged

type Of = { plan: PlanState; doubt: Doubt }

/** A row for every meaning. */
const rows: { [Is in Meaning['is']]: (meaning: Extract<Meaning<UnitId>, { is: Is }>, of: Of) => AnswerChange[] } = {
  nothing: () => [],
  date: datesBound,
  period: ({ from, to }) => [{ type: 'period-set', from, to }],
  parts: partsGiven,
  units: unitsCleared,
  'one-unit': ({ keep, other }, { plan }) => (keep === other || !namesUnit(plan, other) ? [] : [{ type: 'units-merged', keep, other }]),
  rhythm: rhythmGiven,
  'no-duty': (_, { plan, doubt }) => dutiesOf(plan, doubt).map(({ id }) => ({ type: 'duty-ended', duty: id })),
  owner: ({ unit }, { plan, doubt: { target } }) => (target === undefined || !plan.targets.has(target) ? [] : [{ type: 'target-answered', target, owner: unit }]),
}

/** Empty where the plan is as the answer says, and where the log does not say what the doubt is about. */
export function changesBy(plan: PlanState, doubt: Doubt, meaning: Meaning<UnitId>): AnswerChange[] {
  // The mapped type above guarantees that a meaning and its row belong together.
  const row = rows[meaning.is] as (meaning: Meaning<UnitId>, of: Of) => AnswerChange[]
  return row(meaning, { plan, doubt })
}

/** Thousands of units in thousands of tasks are no answer, as they are none in a draft. */
export function tooManyParts({ assignments }: PlanState, changes: readonly AnswerChange[]): Refusal | undefined {
  const found = changes.reduce((parts, change) => (change.type === 'parts-given' ? parts + change.tasks.length * change.units.length : parts), assignments.size)
  return found > partsAtMost && found > assignments.size ? { code: 'answer-too-many', found, limit: partsAtMost } : undefined
}

/** The tasks that a doubt about who is responsible is about: of a section, those that have nobody. */
function tasksAsked({ tasks, unitsOf }: PlanState, { task, section, quote }: Doubt): TaskNo[] {
  if (task !== undefined) return tasks.has(task) ? [task] : []
  return [...tasks.values()].filter((one) => one.section === (section ?? quote) && (unitsOf.get(one.no) ?? []).length === 0).map(({ no }) => no)
}

function partsGiven({ leads, support }: Extract<Meaning<UnitId>, { is: 'parts' }>, { plan, doubt }: Of): AnswerChange[] {
  const given = [...leads.map((unit, at): TaskUnit => ({ unit, part: at === 0 ? 'lead' : 'responsible' })), ...support.filter((unit) => !leads.includes(unit)).map((unit): TaskUnit => ({ unit, part: 'support' }))]
  return partsTaken(plan, tasksAsked(plan, doubt), given)
}

/** The lead that a secretary named meanwhile stays the lead, and who has as much to do already is given nothing. Where there are several tasks, none has anybody: what the first takes is what each takes. */
function partsTaken({ unitsOf, assignments }: PlanState, tasks: readonly TaskNo[], given: readonly TaskUnit[]): AnswerChange[] {
  const [task] = tasks
  if (task === undefined) return []
  const partOf = (unit: UnitId): Part | undefined => assignments.get(keyOf(task, unit))?.part
  const led = (unitsOf.get(task) ?? []).find((unit) => partOf(unit) === 'lead')
  const units = given
    .map((one): TaskUnit => (one.part === 'lead' && led !== undefined && led !== one.unit ? { ...one, part: 'responsible' } : one))
    .filter(({ unit, part }) => ((known) => known === undefined || partStrength[part] > partStrength[known])(partOf(unit)))
  return units.length === 0 ? [] : [{ type: 'parts-given', tasks: [...tasks], units }]
}

function unitsCleared({ units: named }: Extract<Meaning<UnitId>, { is: 'units' }>, { plan, doubt: { task, name = '', unit, joins } }: Of): AnswerChange[] {
  const units = [...new Set(named)]
  const [first] = units
  // It is itself.
  if (unit !== undefined && first === unit && units.length === 1 && plainName(name) === plainName(unit)) return []
  if (task === undefined) return first === undefined || name === '' ? [] : [{ type: 'name-cleared', name, units: [first], ...(unit === undefined ? {} : { unit }) }]
  if (unit !== undefined) return [{ type: 'name-cleared', name, unit, units }]
  return joins === undefined || !plan.tasks.has(task) ? [] : partsTaken(plan, [task], units.map((one): TaskUnit => ({ unit: one, part: joins })))
}

/** Those that were read of its words, and the one that an earlier answer to it made. Another doubt may ask about the same words. */
const dutiesOf = ({ obligations }: PlanState, { clauses = [] }: Doubt): Obligation[] => clauses.flatMap((id) => obligations.get(id) ?? [])

const askedWords = ({ name = '', quote }: Doubt): string => (quote === '' ? name : quote)

function rhythmGiven({ every, school, times }: Extract<Meaning<UnitId>, { is: 'rhythm' }>, { plan, doubt }: Of): AnswerChange[] {
  const { task } = doubt
  const known = dutiesOf(plan, doubt)
  const words = askedWords(doubt)
  const rhythm = { every: rhythmMeant({ every, ...present({ school }) }), ...(times === undefined ? {} : { times: timesMeant(times) }) }
  if (known.length > 0) return known.map((duty) => ({ ...duty, ...rhythm })).filter((duty, at) => duty.every !== known[at]?.every || duty.times !== known[at].times).map((duty) => ({ type: 'duty-given', duty }))
  const isThere = task === undefined || plan.tasks.has(task)
  return [{ type: 'duty-given', doubt: doubt.id, duty: { id: clausesAfter(plan)(), times: 1, ...rhythm, what: words, text: words, ...(task === undefined || !isThere ? {} : { task }) } }]
}

/** 0次 and 999次 are slips or figures of speech: what is owed is one to sixty a period. */
export const timesMeant = (times = 1): number => Math.min(60, Math.max(1, times))

/** The next ids that no duty ever had. */
function clausesAfter({ obligations, amended }: PlanState): () => string {
  let last = [...obligations.keys(), ...amended.endedObligations.keys()].reduce((most, id) => Math.max(most, Number(id.slice(1)) || 0), 0)
  return () => `c${(last += 1)}`
}

function datesBound({ words }: Extract<Meaning, { is: 'date' }>, { plan, doubt }: Of): AnswerChange[] {
  const task = doubt.task === undefined ? undefined : plan.tasks.get(doubt.task)
  const { at } = doubt
  const year = yearIn(words)
  const targets = year === undefined || at === undefined ? [] : [...plan.targets.values()].map((target) => ({ target: target.id, ...yearFilled(target, year, ({ from, to }) => at >= from && at < to) }))
  return [
    ...(task === undefined ? [] : ofTask(plan, task, doubt, words)),
    ...targets.filter((filled) => filled.year !== undefined || filled.baseline !== undefined).map((filled): AnswerChange => ({ type: 'target-answered', ...filled })),
  ]
}

function ofTask(plan: PlanState, task: Task, { at, quote }: Doubt, words: string): AnswerChange[] {
  if (task.dates === undefined || at === undefined) {
    // A log of 0.1.0 says of its blank only the words. The blank in a document's name is no blank in the date.
    const year = yearIn(words)
    const day = year === undefined || task.due.kind !== 'unbound' || !quote.includes(task.due.said) ? undefined : boundDay(/月|季度|半年/.test(words) ? words : task.due.said, year)
    return day === undefined ? [] : [{ type: 'due-bound', task: task.no, day, reason: words }]
  }
  const before = task.dates.map(asRead)
  const now = before.map((date) => (at >= date.span.from && at < date.span.to ? (deadlineWith(date, words) ?? date) : date))
  if (now.every((date, index) => date === before[index])) return []
  const [was, is] = [dueOfDates(before), dueOfDates(now)]
  const due = isAsWritten(task, was) ? { due: is } : {}
  return [{ type: 'dates-answered', task: task.no, dates: now, ...due }, ...onTheWay(plan, task, before, now)]
}

/** Nobody has set another date since. */
const isAsWritten = ({ due }: Task, written: ImportedDue): boolean =>
  due.kind === written.kind && (due.kind !== 'dated' || (written.kind === 'dated' && due.day === written.day && due.moved === 0))

/** Dates on the way to the task's own that came or went with the answer. */
function onTheWay(plan: PlanState, { no: task }: Task, before: readonly ReadDeadline[], now: readonly ReadDeadline[]): AnsweredEvent[] {
  const next = clausesAfter(plan)
  const once = [...plan.obligations.values()].filter((duty) => duty.task === task && duty.every === 'once')
  const [were, are] = [earlierDates(before, plan.source.text), earlierDates(now, plan.source.text)]
  const gone = were.filter(({ day }) => !are.some((date) => date.day === day)).flatMap(({ day }) => once.filter(({ on }) => on === day))
  const fresh = are.filter(({ day }) => !were.some((date) => date.day === day))
  return [
    ...gone.map(({ id }): AnsweredEvent => ({ type: 'duty-ended', duty: id })),
    ...fresh.map(({ day, what, text }): AnsweredEvent => ({ type: 'duty-given', duty: { id: next(), task, every: 'once', on: day, times: 1, what, text } })),
  ]
}
