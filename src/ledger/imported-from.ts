// A reading as the first entry of a plan: names become units, dates become due days, clauses become obligations.
import { dayOf, lastDayOf, type Day } from '#src/calendar/day.ts'
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import type { NewUnit } from '#src/directory/intent.ts'
import { plainName } from '#src/directory/unit.ts'
import type { ReadDeadline, ReadDoubt, Reading, ReadRecurrence, ReadTask } from '#src/reader/reading.ts'
import type { ImportedDue } from './due.ts'
import { TaskNo, UnitId } from './ids.ts'
import type { Body } from './meeting.ts'
import type { Obligation } from './obligation.ts'
import type { Imported } from './plan.ts'
import type { ImportedTask } from './task.ts'

export type Importing = { reading: Reading; directory: Directory; source: { name: string; hash: string }; zone: string }

/** `units`: those the directory does not know yet, to be added before the plan is recorded. Tasks are numbered in the order of the text. */
export function importedFrom({ reading, directory, source, zone }: Importing): { units: NewUnit[]; plan: Omit<Imported, 'type'> } {
  const units = unitIds(directory)
  const tasks = reading.tasks.map((task, index) => importedTask(task, index, units.idOf))
  const obligations = [...reading.recurrences.map((duty) => ofRecurrence(duty, reading, tasks, units)), ...ofEarlierDates(reading), ...ofYearlyDates(reading)]
  return {
    units: units.fresh(),
    plan: {
      title: titleOf(reading, source.name), zone,
      ...(reading.period === undefined ? {} : { period: reading.period }),
      source: { id: 's1', ...source, text: reading.text },
      tasks,
      obligations: obligations.map((obligation, index) => ({ id: `c${index + 1}`, ...obligation })),
      bodies: bodiesOf(reading),
      doubts: [...reading.doubts, ...ofUnrealDates(reading)].filter(({ names }) => !isKnownAsOne(names, directory)).map(({ task, kind, line, quote, question, choices, names }, index) => ({
        id: index + 1, kind, line, quote, question, choices, ...(task === undefined ? {} : { task: TaskNo.parse(task + 1) }), ...(names === undefined ? {} : { names }),
      })),
    },
  }
}

/** A date that no calendar has is asked about, where the reader did not ask already; it is never silently another day. */
const ofUnrealDates = ({ tasks, doubts, text }: Reading): ReadDoubt[] =>
  tasks.flatMap(({ deadlines }, task) =>
    deadlines
      .filter((deadline) => isUnreal(deadline) && !doubts.some((doubt) => doubt.kind === 'date-unclear' && doubt.task === task))
      .slice(0, 1)
      .map(({ text: quote, span }) => ({ kind: 'date-unclear' as const, line: text.slice(0, span.from).split('\n').length, quote, span, task, question: `“${quote}”不是实际的日期，应是哪一天？`, choices: [] })),
  )

/** A plan without a title of its own is called as its file is. */
const titleOf = (reading: Reading, file: string): string => (reading.title.trim() || file.replace(/\.[a-z]+$/i, '').trim() || file).slice(0, 200)

/** 0次 and 999次 are slips or figures of speech: what is owed is one to sixty a period. */
const timesMeant = (times = 1): number => Math.min(60, Math.max(1, times))

/** What the directory has settled is not asked again. */
const isKnownAsOne = (names: [string, string] | undefined, directory: Directory): boolean => {
  const [one, other] = (names ?? []).map((name) => unitNamed(directory, name)?.id)
  return one !== undefined && one === other
}

type UnitIds = { idOf: (name: string) => UnitId; known: (name: string) => UnitId | undefined; fresh: () => NewUnit[] }

function unitIds(directory: Directory): UnitIds {
  const fresh = new Map<string, string>()
  const known = (name: string): UnitId | undefined => {
    const added = fresh.get(plainName(name))
    return unitNamed(directory, name)?.id ?? (added === undefined ? undefined : UnitId.parse(added))
  }
  return {
    known,
    idOf: (name) => {
      const bounded = name.slice(0, 60)
      const id = known(bounded)
      if (id !== undefined) return id
      fresh.set(plainName(bounded), bounded)
      return UnitId.parse(bounded)
    },
    fresh: () => [...fresh.values()].map((name) => ({ name, aliases: [] })),
  }
}

function importedTask(task: ReadTask, index: number, idOf: UnitIds['idOf']): ImportedTask {
  const units = new Map<UnitId, ImportedTask['units'][number]>()
  for (const { name, role, inferred } of task.units) {
    const unit = idOf(name)
    if (!units.has(unit)) units.set(unit, { unit, part: role, ...(inferred === undefined ? {} : { inferred }) })
  }
  const { path, number: written, section, title, text, span } = task
  return { no: TaskNo.parse(index + 1), path, written, section, title, text, span, due: dueOfTask(task.deadlines), units: [...units.values()] }
}

/** The day a bound date means: the last day of its month, of its year. Undefined too for one that no calendar has (6月31日). */
const dayMeant = ({ year, month, day }: ReadDeadline): Day | undefined => {
  if (year === undefined) return undefined
  return month !== undefined && day !== undefined ? dayOf(year, month, day) : lastDayOf(year, month ?? 12)
}

const isUnreal = ({ yearly, ongoing, unbound, ...date }: ReadDeadline): boolean => !yearly && ongoing !== true && unbound !== true && date.year !== undefined && dayMeant({ yearly, ...date }) === undefined

const boundDates = (deadlines: readonly ReadDeadline[]): { day: Day; said: string }[] =>
  deadlines
    .filter(({ yearly, ongoing, unbound }) => !yearly && ongoing !== true && unbound !== true)
    .flatMap((deadline) => ((day) => (day === undefined ? [] : [{ day, said: deadline.text }]))(dayMeant(deadline)))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** The last bound date is the task's own; a blank beside it stays a doubt of its own. */
function dueOfTask(deadlines: readonly ReadDeadline[]): ImportedDue {
  const unreal = deadlines.find(isUnreal)
  if (unreal !== undefined) return { kind: 'unbound', said: unreal.text }
  const last = boundDates(deadlines).at(-1)
  if (last !== undefined) return { kind: 'dated', day: last.day, said: last.said }
  const blank = deadlines.find(({ yearly, ongoing, unbound, year }) => unbound === true || (!yearly && ongoing !== true && year === undefined))
  if (blank !== undefined) return { kind: 'unbound', said: blank.text }
  const ongoing = deadlines.find((deadline) => deadline.ongoing === true)
  return ongoing === undefined ? { kind: 'undated' } : { kind: 'ongoing', said: ongoing.text }
}

type Clause = Omit<Obligation, 'id'>

/** Dates on the way to the task's own are owed once each. */
const ofEarlierDates = (reading: Reading): Clause[] =>
  reading.tasks.flatMap((task, index) =>
    boundDates(task.deadlines).slice(0, -1).map(({ day, said }) => ({ task: TaskNo.parse(index + 1), every: 'once' as const, on: day, times: 1, what: said, text: said })),
  )

/** A yearly date is no date of the task's own: it is owed each year, where no duty that was read says so already. */
const ofYearlyDates = (reading: Reading): Clause[] =>
  reading.tasks.flatMap((task, index) =>
    task.deadlines
      .filter((deadline) => deadline.yearly && !reading.recurrences.some((duty) => isSaidBy(duty, deadline)))
      .map(({ text, month, day }) => ({
        task: TaskNo.parse(index + 1), every: 'year' as const, times: 1, what: text, text,
        ...(month === undefined ? {} : { month }),
        ...(day === undefined || month === undefined ? {} : { day }),
      })),
  )

const isSaidBy = (duty: ReadRecurrence, { span, month }: ReadDeadline): boolean =>
  duty.every === 'year' && duty.span.from <= span.from && span.to <= duty.span.to && (duty.month ?? 12) === (month ?? 12)

/** The task a duty stands in; by its words' place, for two tasks may have one title. */
function taskOf({ taskTitle, span }: ReadRecurrence, reading: Reading): number {
  const named = reading.tasks.flatMap((task, index) => (taskTitle !== undefined && task.title === taskTitle ? [{ task, index }] : []))
  const around = named.find(({ task }) => task.span.from <= span.from && span.to <= task.span.to)
  return (around ?? named[0])?.index ?? -1
}

function ofRecurrence(duty: ReadRecurrence, reading: Reading, tasks: readonly ImportedTask[], units: UnitIds): Clause {
  const task = tasks[taskOf(duty, reading)]
  const among = task?.units.map(({ unit }) => unit) ?? []
  const debtor = duty.debtor === undefined ? undefined : unitMeant(duty.debtor, among, units)
  const receiver = duty.receiver === undefined ? undefined : unitMeant(duty.receiver, among, units)
  return {
    every: duty.every, times: timesMeant(duty.times), what: duty.has, text: duty.text,
    ...(task === undefined ? {} : { task: task.no }),
    ...(duty.month === undefined ? {} : { month: duty.month }),
    ...(duty.day === undefined ? {} : { day: duty.day }),
    ...(debtor === undefined ? {} : { debtor }),
    ...(receiver === undefined ? {} : { receiver }),
  }
}

/** 教育部门 is the one unit of the task whose name has 教育 in it; where none or several have, nobody is guessed. */
function unitMeant(name: string, among: readonly UnitId[], units: UnitIds): UnitId | undefined {
  const stem = plainName(name).replace(/(行政)?(主管)?(部门|机构|单位)$/, '')
  const matching = among.filter((unit) => stem.length >= 2 && unit.includes(stem))
  return units.known(name) ?? (matching.length === 1 ? matching[0] : undefined)
}

/** Bodies the text sets up, and those it only says must meet. Each clause that says how often is a cadence of its body. */
function bodiesOf(reading: Reading): Body[] {
  const bodies: Omit<Body, 'id'>[] = reading.bodies.map(({ name, leader, deputies, members, office }) => ({
    name, convened: true, deputies, members, cadences: [], ...(leader === undefined ? {} : { leader }), ...(office === undefined ? {} : { office }),
  }))
  for (const { body, every, times, convened, text } of reading.meetings) {
    const index = bodies.findIndex(({ name }) => name.includes(body) || body.includes(name))
    const set = bodies[index]
    const cadence = { id: `k${(set?.cadences.length ?? 0) + 1}`, every, times: timesMeant(times), text }
    if (set === undefined) bodies.push({ name: body, convened, deputies: [], members: [], cadences: [cadence] })
    else bodies[index] = { ...set, cadences: [...set.cadences, cadence] }
  }
  return bodies.map((body, index) => ({ id: `b${index + 1}`, ...body }))
}
