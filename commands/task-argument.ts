// A task as people name it: 12, １２, 第十二项, p2-12.
import { z } from 'zod'
import type { Desk } from '#src/command.ts'
import { lastTaskNo } from '#src/ledger/amend-changes.ts'
import { present } from '#src/ledger/fields.ts'
import { TaskNo, type PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { ownPart } from '#src/queries/own-part.ts'
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
  const [, planPart, numberPart = ''] = /^(?:(p\d{1,6})[-#/])?(.+)$/.exec(asked.replace(/^P(?=\d)/, 'p')) ?? []
  if (plans.length === 0 && planPart === undefined) return { ok: false, refusal: { code: 'plan-none' } }
  const number = TaskNo.safeParse(numberIn(numberPart))
  const among = planPart === undefined ? plans : plans.filter(({ id }) => id === planPart)
  if (planPart !== undefined && among.length === 0) return { ok: false, refusal: unknownPlan(desk, planPart) }
  const most = Math.max(0, ...among.map(lastTaskNo))
  if (!number.success) return { ok: false, refusal: { code: 'task-unknown', asked, tasks: most } }
  const having = among.filter(({ tasks }) => tasks.has(number.data))
  const [only, ...more] = having
  const withdrawn = among.flatMap(({ amended }) => amended.withdrawn.get(number.data) ?? [])[0]
  if (only === undefined) return { ok: false, refusal: withdrawn === undefined ? { code: 'task-unknown', asked, tasks: most } : { code: 'task-withdrawn', task: number.data, on: withdrawn.on, ...present({ words: withdrawn.words }) } }
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
