// 单位核对: the lines of a unit in a plan, its own and those of the groups it is a member of, and which of them it has looked at.
import { unitAndItsGroups, unitName } from '#src/directory/directory.ts'
import { keyOf, notOpen, standingOf, type Assignment, type Part } from '#src/ledger/assignment.ts'
import type { Due } from '#src/ledger/due.ts'
import type { PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PartQuestion } from '#src/ledger/part-question.ts'
import type { Voice } from '#src/ledger/voice.ts'
import { askedFor } from './answering.ts'
import { dueOf } from './plan-due.ts'
import type { View } from './view.ts'

/** `unchecked`: not looked at, which is no consent. `ruled`: it was in question, and a secretary has said how it is. */
export type LineState = 'unchecked' | 'in-question' | 'ruled' | 'agreed'
/** `bound`: by a clause for all. */
export type LineRole = Part | 'bound'

/** `unit`: of the assignment, which is the group's where `member` speaks for its part in it. */
export type UnitLine = {
  plan: PlanId
  number: TaskNo
  title: string
  text: string
  unit: UnitId
  member?: UnitId
  group?: string
  role: LineRole
  presumed: boolean
  due: Due
  doneBy?: NonNullable<ReturnType<typeof dueOf>>
  state: LineState
  /** Said to be done: nothing is to be put in question until it comes back. */
  isClaimed: boolean
  question?: PartQuestion
}

export type LineCounts = Record<LineState, number> & { lines: number; roles: Record<LineRole, number> }

/** What one unit has to look at in one plan. */
export type UnitCheck = LineCounts & { plan: PlanId; title: string; unit: UnitId; name: string; hasContact: boolean }

const roleOrder: readonly LineRole[] = ['lead', 'responsible', 'support', 'bound']

/** What the unit leads first, then in the order of the plan; without what is done. */
export function unitLines(view: View, unit: UnitId): UnitLine[] {
  const names = unitAndItsGroups(view.directory, unit)
  const lines = [...view.plan.tasks.keys()].flatMap((no) => names.flatMap((name) => lineOf(view, no, name, name === unit ? undefined : unit) ?? []))
  return lines.toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || a.number - b.number)
}

function lineOf(view: View, number: TaskNo, unit: UnitId, member: UnitId | undefined): UnitLine | undefined {
  const { plan, directory } = view
  const [task, part] = [plan.tasks.get(number), plan.assignments.get(keyOf(number, unit))]
  // What was ordered is no line of the plan's text.
  if (task === undefined || task.origin !== undefined || part === undefined || isDone(part, member)) return undefined
  const voice = standingOf(part, member)
  const doneBy = dueOf(plan, task)
  return {
    plan: plan.id, number, title: task.title, text: task.text, unit, role: roleOf(part), presumed: part.inferred === 'lead', due: task.due, state: stateOf(voice), isClaimed: notOpen(part, member) !== undefined,
    ...(member === undefined ? {} : { member, group: unitName(directory, unit) }),
    ...(doneBy === undefined ? {} : { doneBy }), ...(voice.question === undefined ? {} : { question: voice.question }),
  }
}

const isDone = (part: Assignment, member: UnitId | undefined): boolean => part.status === 'accepted' || standingOf(part, member).accepted !== undefined

const roleOf = ({ part, inferred }: Assignment): LineRole => (inferred === 'standing' ? 'bound' : inferred === 'lead' ? 'lead' : part)

function stateOf({ check, question }: Voice): LineState {
  if (question !== undefined && question.ruling === undefined) return 'in-question'
  if (check !== undefined) return 'agreed'
  return question === undefined ? 'unchecked' : 'ruled'
}

export function lineCounts(lines: readonly UnitLine[]): LineCounts {
  const inState = (state: LineState): number => lines.filter((line) => line.state === state).length
  const inRole = (role: LineRole): number => lines.filter((line) => line.role === role).length
  return {
    lines: lines.length, unchecked: inState('unchecked'), 'in-question': inState('in-question'), ruled: inState('ruled'), agreed: inState('agreed'),
    roles: { lead: inRole('lead'), responsible: inRole('responsible'), support: inRole('support'), bound: inRole('bound') },
  }
}

export const unitCheck = (view: View, unit: UnitId): UnitCheck => ({
  plan: view.plan.id, title: view.plan.title, unit, name: unitName(view.directory, unit), hasContact: askedFor(view.directory, unit).length > 0, ...lineCounts(unitLines(view, unit)),
})

/** Every unit that has a line in the plan, a group's members in its place: those with something in question first, then those that have not looked. Nothing before the hand-out. */
export function unitChecks(view: View): UnitCheck[] {
  const { plan, directory } = view
  if (plan.handedOutOn === undefined) return []
  const named = new Set([...plan.unitsOf.values()].flat().flatMap((unit) => directory.units.get(unit)?.members ?? [unit]))
  const checks = [...named].map((unit) => unitCheck(view, unit)).filter(({ lines }) => lines > 0)
  return checks.toSorted((a, b) => b['in-question'] - a['in-question'] || b.unchecked - a.unchecked || b.lines - a.lines)
}

/** What a person's units have to look at, a plan and a unit at a time; only where there is something. */
export const checksOf = (views: readonly View[], units: readonly UnitId[]): UnitCheck[] =>
  views.filter(({ plan }) => plan.handedOutOn !== undefined).flatMap((view) => units.map((unit) => unitCheck(view, unit))).filter(({ lines }) => lines > 0)

/** A task that several of a person's units have a part in is theirs once: in the strongest part, and not looked at while one of them has not. */
export function linesOnce(views: readonly View[], units: readonly UnitId[]): LineCounts {
  const lines = views.filter(({ plan }) => plan.handedOutOn !== undefined).flatMap((view) => units.flatMap((unit) => unitLines(view, unit)))
  if (units.length < 2) return lineCounts(lines)
  const byTask = new Map<string, UnitLine[]>()
  for (const line of lines) byTask.set(`${line.plan}/${line.number}`, [...(byTask.get(`${line.plan}/${line.number}`) ?? []), line])
  return lineCounts([...byTask.values()].flatMap((same) => {
    const [first] = same.toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
    return first === undefined ? [] : [{ ...first, state: stateOrder.find((state) => same.some((line) => line.state === state)) ?? first.state }]
  }))
}
const stateOrder: readonly LineState[] = ['unchecked', 'in-question', 'ruled', 'agreed']

export type LinesSeen = { lines: number; checked: number; questions: number }

/** How many of a unit's lines it has looked at, over the plans that were handed out; undefined where it has none. A line in question was looked at, and is counted apart. */
export function linesSeen(views: readonly View[], unit: UnitId): LinesSeen | undefined {
  const checks = checksOf(views, [unit])
  const sum = (count: (check: UnitCheck) => number): number => checks.reduce((all, check) => all + count(check), 0)
  return checks.length === 0 ? undefined : { lines: sum(({ lines }) => lines), checked: sum(({ agreed, ruled }) => agreed + ruled), questions: sum((check) => check['in-question']) }
}

export type CheckCounts = { units: number; checked: number; unchecked: number; questions: number }

/** For the secretary: how many units have looked at all their lines. A line of one that has not is never counted as agreed. */
export function checkCounts(checks: readonly UnitCheck[]): CheckCounts {
  const checked = checks.filter(({ unchecked }) => unchecked === 0).length
  return { units: checks.length, checked, unchecked: checks.length - checked, questions: checks.reduce((sum, check) => sum + check['in-question'], 0) }
}
