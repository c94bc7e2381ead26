// A reading as the first entry of a plan: names become units, dates become due days, clauses become obligations.
import type { Directory } from '#src/directory/directory.ts'
import type { NewUnit } from '#src/directory/intent.ts'
import { plainName } from '#src/directory/unit.ts'
import type { ReadDeadline, ReadDoubt, Reading, ReadMeeting, ReadRecurrence, ReadTarget, ReadTask } from '#src/reader/reading.ts'
import { answerableBy } from './answerable.ts'
import { timesMeant } from './answer-recorded.ts'
import type { Correction } from './correction.ts'
import { corrected, type Corrected, type DraftDoubt } from './corrections.ts'
import { wordsRound } from './date-words.ts'
import { dueOfDates, earlierDates, isOpenDate } from './dates-of-task.ts'
import { isAnsweredAnew, type Doubt } from './doubt.ts'
import { present } from './fields.ts'
import { TaskNo, type PersonId, type UnitId } from './ids.ts'
import { unitIds, type UnitIds } from './imported-units.ts'
import type { Body, Cadence } from './body.ts'
import { rhythmMeant, type Obligation } from './obligation.ts'
import { atOrBefore } from '#src/reader/place-in.ts'
import { reviewedBy } from '#src/reader/review-clauses.ts'
import type { Imported } from './plan.ts'
import type { Target } from './target.ts'
import type { ImportedTask } from './task.ts'
import { unitsMeant } from './unit-meant.ts'

type Importing = { directory: Directory; source: { name: string; hash: string }; zone: string }

/** What goes into the directory before the plan, so that the plan's units are known by the time it is recorded. */
export type ImportedPlan = {
  /** Those the directory does not know yet. */
  units: NewUnit[]
  aliases: { unit: UnitId; alias: string }[]
  contacts: { unit: UnitId; person: PersonId }[]
  plan: Omit<Imported, 'type'>
}

/** Tasks are numbered in the order of the text. */
export const importedFrom = ({ reading, corrections = [], ...importing }: Importing & { reading: Reading; corrections?: readonly Correction[] }): ImportedPlan =>
  importedAs(corrected(reading, corrections, importing.directory), importing)

/** A reading that was put right with this directory. */
export function importedAs({ reading, doubts, aliases, contacts, owners, clearedTo }: Corrected, { directory, source, zone }: Importing): ImportedPlan {
  const units = unitIds(directory, aliases)
  const tasks = reading.tasks.map((task, index) => importedTask(task, index, units.idOf))
  const reviews = reading.recurrences.map((duty) => (duty.debtor === undefined || units.known(duty.debtor) !== undefined || duty.receiver !== undefined ? undefined : reviewedBy(duty, reading.bodies)))
  // A clause keeps its number, whatever becomes of those before it.
  const obligations = [...ofRecurrences(reading, tasks, units, clearedTo), ...ofEarlierDates(reading), ...ofYearlyDates(reading)].map((obligation, index) => ({ id: `c${index + 1}`, ...obligation }))
  const targets = reading.targets.map((target, index) => targetOf(target, index, owners.get(index), units))
  const named = contacts.map(({ unit, person }) => ({ unit: units.idOf(unit), person }))
  return {
    aliases: units.aliases(), units: units.fresh(), contacts: named,
    plan: {
      title: titleOf(reading, source.name), zone,
      ...(reading.period === undefined ? {} : { period: reading.period }),
      source: { id: 's1', ...source, text: reading.text },
      tasks,
      obligations: obligations.filter((_, index) => reviews[index] === undefined),
      bodies: bodiesOf(reading, reviews),
      doubts: doubtsOf(doubts, reading, units),
      ...(targets.length === 0 ? {} : { targets }),
    },
  }
}

/** Those still open first, so that they are the first to be numbered; what was answered stays on record with its answer, and can be put right where another answer can stand in its place. */
function doubtsOf(doubts: readonly DraftDoubt[], reading: Reading, units: UnitIds): Doubt[] {
  const open = doubts.filter(({ answer }) => answer === undefined)
  const answered = doubts.filter(({ answer }) => answer !== undefined)
  return [...open, ...answered].map(({ doubt, answer }, index) => ({ ...doubtOf(doubt), id: index + 1, ...(answer === undefined ? answerableBy(doubt, reading, units) : { answer, ...(isAnsweredAnew(doubt) ? answerableBy(doubt, reading, units) : {}) }) }))
}

const doubtOf = ({ task, kind, line, quote, question, choices, names, section }: ReadDoubt): Omit<Doubt, 'id'> => ({
  kind, line, quote, question, choices,
  ...(task === undefined ? {} : { task: TaskNo.parse(task + 1) }), ...(names === undefined ? {} : { names }), ...(section === undefined ? {} : { section }),
})

function targetOf({ task, by, baseline, blanks, measure, direction, value, unit, yearly, text, span }: ReadTarget, index: number, owner: string | undefined, units: UnitIds): Target {
  return {
    id: `i${index + 1}`, measure, direction, value, unit, yearly, text, span,
    ...(task === undefined ? {} : { task: TaskNo.parse(task + 1) }), ...(owner === undefined ? {} : { owner: units.idOf(owner) }),
    ...(baseline === undefined ? {} : { baseline }), ...(by === undefined ? {} : { by }), ...(blanks === undefined ? {} : { blanks }),
  }
}

/** A plan without a title of its own is called as its file is. */
export const titleOf = (reading: Pick<Reading, 'title'>, file: string): string => (reading.title.trim() || file.replace(/\.[a-z]+$/i, '').trim() || file).slice(0, 200)

function importedTask(task: ReadTask, index: number, idOf: UnitIds['idOf']): ImportedTask {
  const units = new Map<UnitId, ImportedTask['units'][number]>()
  for (const { name, role, inferred } of task.units) {
    const unit = idOf(name)
    if (!units.has(unit)) units.set(unit, { unit, part: role, ...(inferred === undefined ? {} : { inferred }) })
  }
  const { path, number: written, section, title, text, span } = task
  return {
    no: TaskNo.parse(index + 1), path, written, section, title, text, span, due: dueOfDates(task.deadlines), units: [...units.values()],
    ...(task.deadlines.some(isOpenDate) ? { dates: task.deadlines } : {}),
  }
}

type Clause = Omit<Obligation, 'id'>

/** Dates on the way to the task's own are owed once each. */
const ofEarlierDates = (reading: Reading): Clause[] =>
  reading.tasks.flatMap((task, index) =>
    earlierDates(task.deadlines, reading.text).map(({ day, what, text }) => ({ task: TaskNo.parse(index + 1), every: 'once' as const, on: day, times: 1, what, text })),
  )

/** A yearly date is no date of the task's own: it is owed each year, where no duty that was read says so already. */
function ofYearlyDates({ tasks, recurrences, text }: Reading): Clause[] {
  const isSaid = saidBy(recurrences)
  return tasks.flatMap((task, index) =>
    task.deadlines
      .filter((deadline) => deadline.yearly && !isSaid(deadline))
      .map((date) => ({
        task: TaskNo.parse(index + 1), every: 'year' as const, times: 1, ...wordsRound(text, date, task.deadlines),
        ...(date.month === undefined ? {} : { month: date.month }),
        ...(date.day === undefined || date.month === undefined ? {} : { day: date.day }),
      })),
  )
}

/** More duties than one sentence has. */
const dutiesAround = 16

/** Whether a yearly duty has a date in its words: one of those that begin last before it. */
function saidBy(recurrences: readonly ReadRecurrence[]): (deadline: ReadDeadline) => boolean {
  const yearly = recurrences.filter(({ every }) => every === 'year').toSorted((one, other) => one.span.from - other.span.from)
  const starts = yearly.map(({ span }) => span.from)
  return ({ span, month }) => {
    const last = atOrBefore(starts, span.from)
    return yearly.slice(Math.max(0, last - dutiesAround), last + 1).some((duty) => duty.span.from <= span.from && span.to <= duty.span.to && (duty.month ?? 12) === (month ?? 12))
  }
}

/** The task a duty stands in; by its words' place, for two tasks may have one title. */
function tasksOfDuties({ tasks }: Reading): (duty: ReadRecurrence) => number {
  const byTitle = new Map<string, { indexes: number[]; starts: number[] }>()
  for (const [index, { title, span }] of tasks.entries()) {
    const alike = byTitle.get(title) ?? { indexes: [], starts: [] }
    byTitle.set(title, alike)
    alike.indexes.push(index)
    alike.starts.push(span.from)
  }
  return ({ taskTitle, span }) => {
    const { indexes, starts } = (taskTitle === undefined ? undefined : byTitle.get(taskTitle)) ?? { indexes: [], starts: [] }
    const last = indexes[atOrBefore(starts, span.from)]
    const around = last === undefined ? undefined : tasks[last]?.span
    return (around !== undefined && around.from <= span.from && span.to <= around.to ? last : indexes[0]) ?? -1
  }
}

/** @param cleared plain names that a secretary gave: each a unit, whether it is known yet or not */
function ofRecurrences(reading: Reading, tasks: readonly ImportedTask[], units: UnitIds, cleared: ReadonlySet<string>): Clause[] {
  const taskOf = tasksOfDuties(reading)
  const inPlan = unitsMeant([...new Set(tasks.flatMap((task) => task.units.map(({ unit }) => unit)))])
  const ofTasks = new Map<TaskNo | undefined, (name: string) => UnitId | undefined>()
  return reading.recurrences.map((duty) => {
    const task = tasks[taskOf(duty)]
    const inTask = ofTasks.get(task?.no) ?? unitsMeant(task?.units.map(({ unit }) => unit) ?? [])
    ofTasks.set(task?.no, inTask)
    const meant = (name: string | undefined): UnitId | undefined => {
      if (name === undefined) return undefined
      return cleared.has(plainName(name)) ? units.idOf(name) : (units.known(name) ?? inTask(name) ?? inPlan(name))
    }
    const [debtor, receiver] = [meant(duty.debtor), meant(duty.receiver)]
    const said = { ...(debtor === undefined && duty.debtor !== undefined ? { debtor: duty.debtor } : {}), ...(receiver === undefined && duty.receiver !== undefined ? { receiver: duty.receiver } : {}) }
    return {
      every: rhythmMeant(duty), times: timesMeant(duty.times), what: duty.has, text: duty.text,
      ...(task === undefined ? {} : { task: task.no }),
      ...(duty.month === undefined ? {} : { month: duty.month }),
      ...(duty.day === undefined ? {} : { day: duty.day }),
      ...(debtor === undefined ? {} : { debtor }),
      ...(receiver === undefined ? {} : { receiver }),
      ...(Object.keys(said).length === 0 ? {} : { said }),
    }
  })
}

/** Bodies the text sets up, and those it only says must meet, or must look at the work. Each clause that says how often is a cadence of its body. @param reviews by recurrence, the body that owes a review by it */
function bodiesOf(reading: Reading, reviews: readonly (string | undefined)[]): Body[] {
  const bodies: Omit<Body, 'id'>[] = reading.bodies.map(({ name, leader, deputies, members, office, serves: section }) => ({
    name, convened: true, deputies, members, cadences: [], ...present({ leader, office, section }),
  }))
  // By the name a meeting calls it; who is found once stays the first that fits, for bodies only join behind.
  const places = new Map<string, number>()
  const clauses: (ReadMeeting & Pick<Cadence, 'asks'>)[] = [...reading.meetings, ...reading.recurrences.flatMap((duty, at) => ((body) => (body === undefined ? [] : [{ ...duty, body, convened: true, asks: 'review' as const }]))(reviews[at]))]
  for (const clause of clauses) {
    const { body, every, school, times, convened, text, asks } = clause
    const index = places.get(body) ?? bodies.findIndex(({ name }) => name.includes(body) || body.includes(name))
    const set = bodies[index]
    places.set(body, set === undefined ? bodies.length : index)
    const cadence = { id: `k${(set?.cadences.length ?? 0) + 1}`, every: rhythmMeant({ every, ...present({ school }) }), times: timesMeant(times), text, ...present({ asks, of: clause.of }) }
    if (set === undefined) bodies.push({ name: body, convened, deputies: [], members: [], cadences: [cadence] })
    else set.cadences.push(cadence)
  }
  return bodies.map((body, index) => ({ id: `b${index + 1}`, ...body }))
}
