// How near a reading comes to what a careful reader finds in the same document.
import type { outlineJson } from '#src/reader/outline-json.ts'
import { areSame, folded, foldedTitle, intersect, namesOf, overlap } from './scoring-names.ts'

/** A reading as it is scored. */
export type Outline = Pick<ReturnType<typeof outlineJson>, 'title' | 'period' | 'tasks' | 'recurrences' | 'meetings' | 'bodies'>

type Role = 'lead' | 'support' | 'responsible'
type GoldUnit = { name: string; role: Role; accept?: string[]; acceptRoles?: Role[] }
type GoldDeadline = { text: string; year: number | null; month: number | null; yearly: boolean; ongoing?: boolean }
type GoldRecurrence = { taskTitle: string; every: string; times: number | null; has: string }
type GoldMeeting = { body: string; every: string; times: number | null; acceptBodies?: string[] }

export type GoldTask = {
  path: string[]
  number: string
  title: string
  units: GoldUnit[]
  deadlines: GoldDeadline[]
  accept?: { titles?: string[]; units?: string[]; deadlines?: GoldDeadline[] }
}

/** What is in a document; a title or period that is left out is not scored. `accept`: what may be found in it and need not be: neither right nor wrong. */
export type Gold = {
  about?: string
  title?: string
  period?: { from: number; to: number } | null
  tasks: GoldTask[]
  recurrences: GoldRecurrence[]
  meetings: GoldMeeting[]
  bodies: string[]
  accept?: { tasks?: string[]; deadlines?: GoldDeadline[]; recurrences?: GoldRecurrence[]; meetings?: GoldMeeting[]; bodies?: string[] }
}

export const measures = ['tasks', 'pairs', 'roles', 'deadlines', 'recurrences', 'meetings', 'bodies', 'title', 'period'] as const
export type Measure = (typeof measures)[number]
export type Counts = { hits: number; wrong: number; missed: number }
export type Scores = Record<Measure, Counts>

type OutlineTask = Outline['tasks'][number]
type OutlineUnit = Pick<OutlineTask['units'][number], 'name' | 'role'>
type OutlineDeadline = Pick<OutlineTask['deadlines'][number], 'text' | 'year' | 'month' | 'yearly' | 'ongoing'>

/** Titles need this share of each other's words; a deadline's and a body's words less. */
const [titleShare, wordShare] = [0.8, 0.6]

/** F1 of hits, wrong ones and misses; `undefined` where there was nothing to find and nothing was found. */
export const f1 = ({ hits, wrong, missed }: Counts): number | undefined => (hits + wrong + missed === 0 ? undefined : (2 * hits) / (2 * hits + wrong + missed))

export function scoresOf(gold: Gold, outline: Outline): Scores {
  const { pairs: matched, extra, missed } = matchedTasks(gold, outline)
  const perTask = matched.map(([task, read]) => scoreOfTask(task, read))
  const lost = missed.map((task) => count(0, 0, task.units.length))
  const added = extra.map((task) => count(0, task.units.length, 0))
  const others = foundBeside(gold, outline)
  return {
    tasks: count(matched.length, extra.length, missed.length),
    pairs: sum([...perTask.map((score) => score.pairs), ...lost, ...added]),
    roles: sum([...perTask.map((score) => score.roles), ...lost, ...added]),
    deadlines: sum([
      ...perTask.map((score) => score.deadlines),
      ...missed.map((task) => count(0, 0, task.deadlines.length)),
      ...extra.map((task) => counted(found([], task.deadlines, isSameDeadline, gold.accept?.deadlines))),
    ]),
    recurrences: counted(others.recurrences),
    meetings: counted(others.meetings),
    bodies: counted(others.bodies),
    title: gold.title === undefined ? count(0, 0, 0) : equal(foldedTitle(gold.title) === foldedTitle(outline.title)),
    period: gold.period === undefined ? count(0, 0, 0) : equal(gold.period?.from === outline.period?.from && gold.period?.to === outline.period?.to),
  }
}

/** What stands beside the tasks of a plan. */
export const foundBeside = (gold: Gold, outline: Outline) => ({
  recurrences: found(gold.recurrences, outline.recurrences, isSameRecurrence, gold.accept?.recurrences),
  meetings: found(gold.meetings, outline.meetings, isSameMeeting, gold.accept?.meetings),
  bodies: found(gold.bodies, outline.bodies.map((body) => body.name), isSameBody, gold.accept?.bodies),
})

const counted = ({ hits, wrong, missed }: Found<unknown, unknown>): Counts => count(hits, wrong.length, missed.length)

const equal = (isRight: boolean): Counts => (isRight ? count(1, 0, 0) : count(0, 1, 1))

export const count = (hits: number, wrong: number, missed: number): Counts => ({ hits, wrong, missed })

export const sum = (counts: readonly Counts[]): Counts =>
  counts.reduce((all, one) => count(all.hits + one.hits, all.wrong + one.wrong, all.missed + one.missed), count(0, 0, 0))

type Matched = { pairs: [GoldTask, OutlineTask][]; extra: OutlineTask[]; missed: GoldTask[] }

/** Tasks one to one, the likest titles first, then those that stand nearest to each other. Tasks that need not be found are no `extra`. */
export function matchedTasks(gold: Gold, outline: Outline): Matched {
  const candidates = gold.tasks
    .flatMap((task, at) => outline.tasks.map((read, place) => ({ task, read, at, place, likeness: likeness(task, read) })))
    .filter((candidate) => candidate.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.at - a.place) - Math.abs(b.at - b.place) || b.at - a.at || b.place - a.place)
  const found = new Map<GoldTask, OutlineTask>()
  const used = new Set<OutlineTask>()
  for (const { task, read } of candidates) {
    if (found.has(task) || used.has(read)) continue
    found.set(task, read)
    used.add(read)
  }
  const optional = (gold.accept?.tasks ?? []).map(foldedTitle)
  return {
    pairs: [...found],
    extra: outline.tasks.filter((read) => !used.has(read) && !optional.some((title) => overlap(title, foldedTitle(read.title), titleShare) > 0)),
    missed: gold.tasks.filter((task) => !found.has(task)),
  }
}

/** An equal number decides between titles that are alike. */
function likeness(task: GoldTask, read: OutlineTask): number {
  const best = Math.max(...[task.title, ...(task.accept?.titles ?? [])].map((title) => overlap(foldedTitle(title), foldedTitle(read.title), titleShare)))
  return best > 0 && task.number === read.number ? best + 0.01 : best
}

function scoreOfTask(task: GoldTask, read: OutlineTask): Pick<Scores, 'pairs' | 'roles' | 'deadlines'> {
  const { named, wrong } = judgedUnits(task, read.units)
  const right = [...named].filter(([unit, one]) => hasRole(unit, one)).length
  return {
    pairs: count(named.size, wrong.length, task.units.length - named.size),
    roles: count(right, named.size - right + wrong.length, task.units.length - right),
    deadlines: counted(foundDeadlines(task, read.deadlines)),
  }
}

/** Which unit of the gold is found in which unit that was read; a name that stands for several finds all of them. */
export function judgedUnits<U extends OutlineUnit>(task: GoldTask, units: readonly U[]): { named: Map<GoldUnit, U>; wrong: U[] } {
  const named = new Map<GoldUnit, U>()
  const wrong: U[] = []
  for (const unit of units.filter((unit, at) => units.findIndex((other) => folded(other.name) === folded(unit.name)) === at)) {
    const meant = meantBy(task, unit.name)
    for (const one of meant) if (!named.has(one)) named.set(one, unit)
    if (meant.length === 0 && !(task.accept?.units ?? []).some((name) => areSame(name, unit.name))) wrong.push(unit)
  }
  return { named, wrong }
}

function meantBy(task: GoldTask, name: string): GoldUnit[] {
  const exact = task.units.findLast((unit) => folded(unit.name) === folded(name))
  if (exact) return [exact]
  const names = namesOf(name)
  return task.units.filter((unit) => [unit.name, ...(unit.accept ?? [])].some((accepted) => intersect(namesOf(accepted), names)))
}

export const hasRole = (unit: GoldUnit, read: OutlineUnit): boolean => unit.role === read.role || (unit.acceptRoles ?? []).includes(read.role)

type Found<G, R> = { hits: number; wrong: R[]; missed: G[] }

/** What of the gold is found, each finding counting once; what equals something optional is not wrong. */
function found<G, R>(gold: readonly G[], read: readonly R[], isSame: (gold: G, read: R) => boolean, optional: readonly G[] = []): Found<G, R> {
  const left = [...read]
  const missed = gold.filter((one) => {
    const at = left.findIndex((candidate) => isSame(one, candidate))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { hits: gold.length - missed.length, wrong: left.filter((one) => !optional.some((accepted) => isSame(accepted, one))), missed }
}

export const foundDeadlines = <D extends OutlineDeadline>(task: GoldTask, deadlines: readonly D[]): Found<GoldDeadline, D> =>
  found(task.deadlines, deadlines, isSameDeadline, task.accept?.deadlines)

function isSameDeadline(gold: GoldDeadline, read: OutlineDeadline): boolean {
  if (overlap(folded(gold.text), folded(read.text), wordShare) > 0) return true
  if (gold.ongoing || read.ongoing) return Boolean(gold.ongoing && read.ongoing)
  return gold.year === read.year && gold.month === read.month && gold.yearly === read.yearly && (gold.year !== null || gold.month !== null)
}

function isSameRecurrence(gold: GoldRecurrence, read: Outline['recurrences'][number]): boolean {
  if (gold.every !== read.every) return false
  if (gold.taskTitle !== '' && overlap(foldedTitle(gold.taskTitle), foldedTitle(read.taskTitle), titleShare) === 0) return false
  return (folded(read.has) + folded(read.text)).includes(folded(gold.has)) && (gold.times === null || gold.times === read.times)
}

function isSameMeeting(gold: GoldMeeting, read: Outline['meetings'][number]): boolean {
  if (gold.every !== read.every || (gold.times !== null && gold.times !== read.times)) return false
  return [gold.body, ...(gold.acceptBodies ?? [])].some((body) => overlap(folded(body), folded(read.body), 0) > 0)
}

const isSameBody = (gold: string, read: string): boolean => overlap(folded(gold), folded(read), wordShare) > 0
