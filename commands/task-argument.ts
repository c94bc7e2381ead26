// A task as people name it: 12, １２, 第十二项, p2-12.
import { z } from 'zod'
import type { Desk } from '#src/command.ts'
import { unitAndItsGroups } from '#src/directory/directory.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { lastTaskNo } from '#src/ledger/amend-changes.ts'
import { TaskNo, type PlanId, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { answering, partsOf } from '#src/queries/answering.ts'
import { handedTo } from '#src/queries/handed.ts'
import { numberIn } from './chinese-number.ts'
import { unknownPlan } from './unknown-plan.ts'

/** As typed: it may name its plan. */
export const TaskArgument = z.union([z.string().min(1).max(40), z.number().int()]).transform((asked) => String(asked).normalize('NFKC').trim())

type Found = { ok: true; plan: PlanState; task: TaskNo } | { ok: false; refusal: Refusal }

/**
 * The one task meant; several plans that have the number are told, for the person to choose.
 * @param fits leaves out tasks that cannot be meant; where none fits, the first is found, which says why
 */
export function findTask(desk: Desk, asked: string, fits: (plan: PlanState, task: TaskNo) => boolean = () => true): Found {
  const plans = [...desk.plans.values()]
  const [, planPart, numberPart = ''] = /^(?:(p\d{1,6})[-#/])?(.+)$/.exec(asked) ?? []
  if (plans.length === 0 && planPart === undefined) return { ok: false, refusal: { code: 'plan-none' } }
  const number = TaskNo.safeParse(numberIn(numberPart))
  const among = planPart === undefined ? plans : plans.filter(({ id }) => id === planPart)
  if (planPart !== undefined && among.length === 0) return { ok: false, refusal: unknownPlan(desk, planPart) }
  const most = Math.max(0, ...among.map(lastTaskNo))
  if (!number.success) return { ok: false, refusal: { code: 'task-unknown', asked, tasks: most } }
  const having = among.filter(({ tasks }) => tasks.has(number.data))
  const [only, ...more] = having
  const withdrawn = among.flatMap(({ amended }) => amended.withdrawn.get(number.data) ?? [])[0]
  if (only === undefined) return { ok: false, refusal: withdrawn === undefined ? { code: 'task-unknown', asked, tasks: most } : { code: 'task-withdrawn', task: number.data, on: withdrawn.on } }
  if (more.length === 0) return { ok: true, plan: only, task: number.data }
  const fitting = having.filter((plan) => fits(plan, number.data))
  // What the person's own unit has is meant before what others have.
  const own = fitting.filter((plan) => ownPart(desk, plan, number.data) !== undefined)
  const meant = own.length > 0 ? own : fitting
  const [first = only, ...others] = meant
  if (others.length === 0) return { ok: true, plan: first, task: number.data }
  const titles = meant.map(({ id, title, tasks }) => ({ id, title, task: tasks.get(number.data)?.title ?? '' }))
  return { ok: false, refusal: { code: 'task-in-several-plans', asked: number.data, plans: titles } }
}

/** A task's name among all plans, as a button carries it. */
export const taskName = (plan: PlanId, task: TaskNo): string => `${plan}-${task}`

/** The assignment the asker speaks for: their unit's, the answering one first; `member` where their unit is one of a group; else what was handed to them. Undefined: none of their units has a part. @param asked the one unit that is meant */
export function ownPart(desk: Desk, plan: PlanState, task: TaskNo, asked?: UnitId): { unit: UnitId; member?: UnitId } | undefined {
  const own = desk.asker === undefined ? [] : unitsAnsweredBy(desk.asker)
  const lead = answering({ plan, directory: desk.directory }, task)?.unit
  const units = partsOf({ plan, directory: desk.directory }, task).map(({ unit }) => unit).filter((unit) => asked === undefined || unit === asked).toSorted((a, b) => Number(b === lead) - Number(a === lead))
  const direct = units.find((unit) => own.includes(unit))
  if (direct !== undefined) return { unit: direct }
  for (const member of own) {
    const group = units.find((unit) => unitAndItsGroups(desk.directory, member).includes(unit))
    if (group !== undefined) return { unit: group, member }
  }
  const handed = desk.asker === undefined ? undefined : handedTo(plan, desk.asker).find((item) => item.task === task && (asked === undefined || item.unit === asked))
  return handed === undefined ? undefined : { unit: handed.unit, ...(handed.member === undefined ? {} : { member: handed.member }) }
}
