// Several tasks as people name them: 12 15, 红灯, 黄灯, 逾期, 未报, a unit, or those of a round that wait for an answer: n1.
import type { Answer, Desk } from '#src/command.ts'
import type { Unit } from '#src/directory/unit.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering } from '#src/queries/answering.ts'
import { silentNow } from '#src/queries/silent-in.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import { taskList, type TaskFilter } from '#src/queries/task-list.ts'
import type { Run } from '#templates/card.ts'
import { cardOf } from './own-task.ts'
import { refused } from './refused.ts'
import { findRound, roundsFor, roundsLike, type RoundMeant } from './round-argument.ts'
import { findTask } from './task-argument.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { viewOf } from './view-of.ts'
import { own } from './own-word.ts'
import { namesTask } from './plan-number.ts'

export type TaskMeant = { plan: PlanState; card: TaskCard }
export type TasksMeant = { ok: true; kind: 'numbers' | 'filter' | 'unit'; unit?: Unit; tasks: readonly TaskMeant[] } | { ok: false; answer: Answer }

const filters: Readonly<Record<string, TaskFilter>> = {
  红灯: { light: 'red' }, 滞后: { light: 'red' }, 红: { light: 'red' }, red: { light: 'red' },
  黄灯: { light: 'yellow' }, 预警: { light: 'yellow' }, 黄: { light: 'yellow' }, yellow: { light: 'yellow' },
  逾期: { only: 'overdue' }, 超期: { only: 'overdue' }, overdue: { only: 'overdue' },
  未报: { only: 'unreported' }, 没报: { only: 'unreported' }, 没填: { only: 'unreported' }, 没交: { only: 'unreported' }, unreported: { only: 'unreported' },
}

/** 还没有报的单位: as people say 未报. */
export const filterNamed = (asked: string): TaskFilter | undefined => {
  const word = asked.toLowerCase()
  return own(filters, word) ?? own(filters, word.replace(/^(?:所有|全部|那些|还|都|仍){1,3}/, '').replace(/^没有|^未(?=填|交)/, '没').replace(/^过期/, '逾期').replace(/(?:填报|报送|上报|反馈)/, '报').replace(/(?:的|了)?(?:单位|部门|任务|事项|人|项)?$/, ''))
}

/** @param again the act with other words in place of what was asked */
export function findTasks(desk: Desk, asked: string, again: (words: string) => Run): TasksMeant {
  const filter = filterNamed(asked)
  const plans = [...desk.plans.values()]
  if (plans.length === 0) return { ok: false, answer: refused({ code: 'plan-none' }, desk) }
  const listed = (wanted: TaskFilter): TaskMeant[] => plans.flatMap((plan) => taskList(viewOf(desk, plan), wanted).map((card) => ({ plan, card })))
  if (filter !== undefined) return { ok: true, kind: 'filter', tasks: listed(filter) }
  const [, ofRound] = /^(?:报送)?(?:轮次|round) ?(.*)$/i.exec(asked) ?? []
  const [like, ...others] = ofRound === undefined ? [] : ofRound === '' ? roundsFor('chase', desk) : roundsLike(desk, ofRound)
  const round = findRound(desk, ofRound ?? asked) ?? (others.length === 0 ? like : undefined)
  if (round !== undefined) return { ok: true, kind: 'filter', tasks: silentIn(round, desk) }
  const numbers = asked.split(/[,，、;；\s]+/).filter((word) => word !== '')
  if (numbers.length > 0 && numbers.every(namesTask)) {
    const tasks: TaskMeant[] = []
    for (const number of numbers) {
      const found = findTask(desk, number)
      if (!found.ok) return { ok: false, answer: refused(found.refusal, desk, numbers.length === 1 ? again(number) : undefined) }
      tasks.push({ plan: found.plan, card: cardOf(desk, found.plan, found.task) })
    }
    return { ok: true, kind: 'numbers', tasks }
  }
  const found = findUnit(desk.directory, asked)
  if (!found.ok) return { ok: false, answer: unitRefused(desk, asked, found.nearest, again) }
  const { unit } = found
  return { ok: true, kind: 'unit', unit, tasks: listed({ unit: unit.id }).filter(({ card }) => card.lead?.unit === unit.id) }
}

/** Of a round, those that are open and have not all their answers. */
function silentIn({ plan, turn }: RoundMeant, desk: Desk): TaskMeant[] {
  const view = viewOf(desk, plan)
  return turn.round.tasks.filter((task) => plan.tasks.has(task)).flatMap((task) => {
    const part = answering(view, task)
    return part === undefined || silentNow(view, turn, part).length === 0 ? [] : [{ plan, card: cardOf(desk, plan, task) }]
  })
}
