// What ends when a task is struck off: all that is still open beside the part that answered for it.
import { unitName } from '#src/directory/directory.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { partsOf } from './answering.ts'
import { milestonesOwed } from './milestones.ts'
import { queue } from './queue.ts'
import { taskList } from './task-list.ts'
import type { TaskCard } from './task-card.ts'
import type { View } from './view.ts'

/** `supports`: names of units that have a part and never said that it is done. `waiting`: what they ask and nobody ruled on. */
export type ClosesWith = { supports: string[]; waiting: number; milestones: number; duties: number }

export function closesWith(view: View, no: TaskNo): ClosesWith {
  const { plan, directory } = view
  return {
    supports: partsOf(view, no).filter(({ status }) => status !== 'accepted').map(({ unit }) => unitName(directory, unit)),
    waiting: queue([view]).filter(({ task, kind }) => task === no && kind !== 'objection' && kind !== 'correction' && kind !== 'late-report').length,
    milestones: milestonesOwed(view, no).length,
    duties: [...plan.obligations.values()].filter(({ task }) => task === no).length,
  }
}

/** 对账: all that are accepted and still on the register, in the plan's order. */
export const toStrikeOff = (view: View): TaskCard[] => taskList(view).filter(({ stage }) => stage === 'done')
