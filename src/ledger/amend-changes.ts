// What a document that was issued again changes of a plan: the tasks, and what a secretary settled meanwhile beside what the text says now.
import { isEdition } from './added-task.ts'
import { wordsOf } from './amend-likeness.ts'
import { pairsOf } from './amend-match.ts'
import { asSaid } from './body.ts'
import { bodiesAfter, doubtsAfter, dutiesAfter, targetsAfter } from './amend-clauses.ts'
import type { Asked, Changed, KeptTask, PlanAmended } from './amend-events.ts'
import type { Issued } from './amended-state.ts'
import { keyOf } from './assignment.ts'
import type { Doubt } from './doubt.ts'
import type { Due, ImportedDue } from './due.ts'
import { TaskNo } from './ids.ts'
import type { Imported } from './plan-event.ts'
import type { PlanState } from './plan-state.ts'
import { besideLead, type ImportedTask, type Task, type TaskUnit } from './task.ts'

export type Changes = Omit<PlanAmended, 'type'>

/**
 * @param imported the document as issued again; its own task numbers are the order of its text
 * @param before the text in force, read again as it stands: what was corrected by hand at its import is then no change of the document
 */
export function changesBetween(plan: PlanState, imported: Omit<Imported, 'type'>, before?: Omit<Imported, 'type'>): Changes {
  // What was added besides the text is none of its tasks, and never absent from it.
  const known = [...plan.tasks.values()].filter(({ origin }) => origin === undefined)
  const base = readBefore(plan, before)
  const pairs = pairsOf(known, imported.tasks)
  const dropped = droppedAtImport(base, imported, pairs)
  const numbers = numbersOf(plan, known, imported, pairs, dropped)
  const numbered = imported.tasks.map((task, index) => ({ task, no: numbers[index], pair: pairs[index] }))
  const matched = new Set(pairs)
  const isAbsent = (task: Task, index: number): boolean => !matched.has(index) && !plan.amended.keptAgainst.has(task.no) && plan.amended.pending.get(task.no)?.removal === undefined && base.isRead(task)
  const absent = known.filter(isAbsent).map(({ no }) => no)
  const noOf = (no: TaskNo | undefined): TaskNo | undefined => (no === undefined ? undefined : numbers[no - 1])
  const gone = new Set(known.filter((_, index) => !matched.has(index)).map(({ no }) => no))
  const { title, period, source } = imported
  const duties = dutiesAfter(plan, imported.obligations, noOf, gone)
  const targets = targetsAfter(plan, imported.targets ?? [], noOf, gone)
  const ids = new Map([...idsIn(imported.obligations, duties.obligations, noOf), ...idsIn(imported.targets ?? [], targets.targets, noOf)])
  return {
    title, ...(period === undefined ? {} : { period }), source: { ...source, id: `s${[...plan.amended.sources.keys()].filter(isEdition).length + 1}` },
    added: numbered.flatMap(({ task, no, pair }) => (pair === undefined && no !== undefined ? [{ ...task, no }] : [])),
    kept: numbered.flatMap(({ task, pair }) => ((old) => (old === undefined ? [] : [keptTask(plan, old, task, base.issuedOf(old))]))(pair === undefined ? undefined : known[pair])),
    absent,
    ...duties,
    ...bodiesAfter(plan, imported.bodies),
    ...doubtsAfter(plan, imported.doubts.map((doubt) => aboutIds(doubt, ids)), noOf, gone),
    ...targets,
  }
}

type Clause = { id: string; task?: TaskNo | undefined }

/** From an id in the new text to the one in the plan: in the same order, without those of tasks that come into no plan. */
const idsIn = (imported: readonly Clause[], after: readonly Clause[], noOf: (no: TaskNo | undefined) => TaskNo | undefined): [string, string][] =>
  imported.filter(({ task }) => task === undefined || noOf(task) !== undefined).map(({ id }, at) => [id, after[at]?.id ?? id])

const aboutIds = ({ target, clauses, ...doubt }: Doubt, ids: ReadonlyMap<string, string>): Doubt => ({
  ...doubt, ...(target === undefined ? {} : { target: ids.get(target) ?? target }), ...(clauses === undefined ? {} : { clauses: clauses.map((id) => ids.get(id) ?? id) }),
})

/** Nothing that anybody would see. */
export const isNothing = (plan: PlanState, { title, period, added, kept, absent, obligations, obligationsEnded, bodies, bodiesEnded, doubts, doubtsClosed, targets, targetsEnded }: Changes): boolean =>
  title === plan.title && (period === undefined || (period.from === plan.period?.from && period.to === plan.period.to)) &&
  added.length + absent.length + obligationsEnded.length + bodiesEnded.length + doubtsClosed.length + targetsEnded.length === 0 &&
  kept.every(({ task, changed, asked }) => changed.length === 0 && plan.amended.pending.get(task)?.removal === undefined && (asked === undefined || isAskedAlready(plan, task, asked))) &&
  obligations.every((duty) => JSON.stringify(plan.obligations.get(duty.id)) === JSON.stringify(duty)) &&
  bodies.every((body) => ((known) => known !== undefined && JSON.stringify(asSaid(known)) === JSON.stringify(body))(plan.bodies.get(body.id))) &&
  doubts.every(({ id }) => plan.doubts.has(id)) &&
  targets.every(({ id, value, unit, direction, text }) => ((was) => was !== undefined && was.value === value && was.unit === unit && was.direction === direction && was.text === text)(plan.targets.get(id)))

const isAskedAlready = ({ amended }: PlanState, task: TaskNo, asked: Asked): boolean =>
  ((waiting) => waiting !== undefined && JSON.stringify([waiting.due, waiting.units]) === JSON.stringify([asked.due, asked.units]))(amended.pending.get(task))

type ReadBefore = {
  issuedOf: (task: Task) => Issued
  /** Whether the text in force has the task: one that a secretary made of a sentence is none of its own. */
  isRead: (task: Task) => boolean
  /** Tasks that the text in force has and the plan has not. */
  unlisted: readonly ImportedTask[]
}

function readBefore(plan: PlanState, before: Omit<Imported, 'type'> | undefined): ReadBefore {
  const [first] = plan.amended.sources.keys()
  const isInForce = ({ source = first }: Task): boolean => source === plan.source.id
  const byPlace = new Map((before?.tasks ?? []).map((task) => [task.span.from, task]))
  const read = (task: Task): ImportedTask | undefined => (isInForce(task) ? byPlace.get(task.span.from) : undefined)
  const listed = new Set([...plan.tasks.values()].filter(isInForce).map(({ span }) => span.from))
  return {
    issuedOf: (task) => read(task) ?? plan.amended.issued.get(task.no) ?? { due: { kind: 'undated' }, units: [] },
    isRead: (task) => before === undefined || !isInForce(task) || read(task) !== undefined,
    unlisted: (before?.tasks ?? []).filter(({ span }) => !listed.has(span.from)),
  }
}

/** What a secretary left out of the plan at its import, and the text still has, does not come in by its next edition. */
function droppedAtImport({ unlisted }: ReadBefore, { tasks }: Omit<Imported, 'type'>, pairs: readonly (number | undefined)[]): Set<number> {
  const fresh = [...tasks.keys()].filter((index) => pairs[index] === undefined)
  const found = pairsOf(unlisted, fresh.flatMap((index) => tasks[index] ?? []))
  return new Set(fresh.filter((_, at) => found[at] !== undefined))
}

/** A task of the plan keeps its number; a new one gets the next that nobody ever had. */
function numbersOf(plan: PlanState, known: readonly Task[], { tasks }: Omit<Imported, 'type'>, pairs: readonly (number | undefined)[], dropped: ReadonlySet<number>): (TaskNo | undefined)[] {
  let last = lastTaskNo(plan)
  return tasks.map((_, index) => {
    const pair = pairs[index]
    if (pair !== undefined) return known[pair]?.no
    if (dropped.has(index)) return undefined
    last += 1
    return TaskNo.parse(last)
  })
}

/** The highest number that a task of the plan ever had; 0 before the import. */
export const lastTaskNo = ({ tasks, amended }: PlanState): number => [...tasks.keys(), ...amended.withdrawn.keys()].reduce((most, no) => Math.max(most, no), 0)

function keptTask(plan: PlanState, old: Task, now: ImportedTask, base: Issued): KeptTask {
  const waiting = plan.amended.pending.get(old.no)
  const due = dueAfter(old.due, base.due, now.due, waiting?.due !== undefined)
  const units = unitsAfter(standingUnits(plan, old.no), base.units, now.units, waiting?.units !== undefined)
  const changed: Changed[] = [
    ...(coreWords(old, [...base.units, ...now.units], base.due) === coreWords(now, [...base.units, ...now.units], now.due) ? [] : ['words' as const]),
    ...(wordsOf(old.section) === wordsOf(now.section) ? [] : ['moved' as const]),
    ...(due.stands === undefined ? [] : ['due' as const]),
    ...(units.stands === undefined ? [] : ['units' as const]),
  ]
  const asked = { ...(due.asked === undefined ? {} : { due: due.asked }), ...(units.asked === undefined ? {} : { units: units.asked }) }
  const said = Object.fromEntries((['path', 'written', 'section', 'title', 'text', 'dates'] as const).filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field])).map((field) => [field, now[field]]))
  return {
    task: old.no, span: now.span, changed, ...said,
    issued: { due: now.due, units: [...now.units] },
    ...(due.stands === undefined ? {} : { due: due.stands }),
    ...(units.stands === undefined ? {} : { units: units.stands }),
    ...(Object.keys(asked).length === 0 ? {} : { asked }),
  }
}

/** A task's words without the bracket that names its units and without its date: those are told apart as what they are. */
function coreWords({ title, text }: Pick<Task, 'title' | 'text'>, units: readonly TaskUnit[], due: ImportedDue): string {
  const isOfUnits = (bracket: string): boolean => /单位|部门|牵头|配合|责任/.test(bracket) || units.some(({ unit }) => bracket.includes(unit))
  const bare = text.replace(/[（(〔【[][^（(〔【[）)〕】\]]{1,300}[）)〕】\]]/g, (bracket) => (isOfUnits(bracket) ? '' : bracket))
  const dateless = due.kind === 'undated' || due.said === '' ? bare : bare.replace(due.said, '')
  return `${wordsOf(title)}|${wordsOf(dateless.replace(/^\s*[\d０-９一二三四五六七八九十（()）.．、]{1,8}/, ''))}`
}

type After<Value> = { stands?: Value; asked?: Value }

/** What a secretary set is kept where the text says what it said before, and asked about where both changed; what waits since an earlier edition goes on waiting. */
function dueAfter(standing: Due, base: ImportedDue, now: ImportedDue, isWaiting: boolean): After<ImportedDue> {
  if (isSameDue(standing, now)) return {}
  if (isSameDue(base, now)) return isWaiting ? { asked: now } : {}
  return isSameDue(standing, base) ? { stands: now } : { asked: now }
}

const isSameDue = (a: Due | ImportedDue, b: Due | ImportedDue): boolean => {
  if (a.kind === 'dated' && b.kind === 'dated') return a.day === b.day
  return a.kind === b.kind && ('said' in a ? wordsOf(a.said) : '') === ('said' in b ? wordsOf(b.said) : '')
}

const standingUnits = ({ unitsOf, assignments }: PlanState, no: TaskNo): TaskUnit[] =>
  (unitsOf.get(no) ?? []).flatMap((unit) => assignments.get(keyOf(no, unit)) ?? []).map(({ unit, part, inferred }) => ({ unit, part, ...(inferred === undefined ? {} : { inferred }) }))

/** The lead that a secretary named stays the lead among the units the text names now; where the text has another lead too, it is asked. */
function unitsAfter(standing: readonly TaskUnit[], base: readonly TaskUnit[], now: readonly TaskUnit[], isWaiting: boolean): After<TaskUnit[]> {
  if (isSameUnits(standing, now)) return {}
  if (isSameUnits(base, now)) return isWaiting ? { asked: [...now] } : {}
  if (isSameUnits(standing, base)) return { stands: [...now] }
  const lead = standing.find(({ part }) => part === 'lead')?.unit
  const merged = lead === undefined ? [...now] : withLead(now, lead)
  const stands = isSameUnits(standing, merged) ? {} : { stands: merged }
  if (isWaiting && !isSameUnits(merged, now)) return { ...stands, asked: [...now] }
  return leadIn(now) === leadIn(base) || leadIn(now) === lead ? stands : { ...stands, asked: [...now] }
}

const leadIn = (units: readonly TaskUnit[]): string | undefined => (units.find(({ part }) => part === 'lead') ?? units.find(({ inferred }) => inferred === 'lead'))?.unit

const withLead = (units: readonly TaskUnit[], lead: TaskUnit['unit']): TaskUnit[] => [
  { unit: lead, part: 'lead' },
  ...units.filter(({ unit }) => unit !== lead).map(besideLead),
]

function isSameUnits(a: readonly TaskUnit[], b: readonly TaskUnit[]): boolean {
  const named = new Map(a.map(({ unit, part, inferred }) => [unit, `${part} ${inferred ?? ''}`]))
  return a.length === b.length && b.every(({ unit, part, inferred }) => named.get(unit) === `${part} ${inferred ?? ''}`)
}
