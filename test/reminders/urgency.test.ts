// In which order a digest has its lines.
import { describe, expect, it } from 'vitest'
import type { ImportedTask } from '#src/ledger/task.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { after, approveMilestones, byDefault, day, directoryWith, planWith, proposeMilestones, task, viewOn, workCalendar } from '#test/builders.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const lead = '县教育局'

/** The tasks of a digest in its order, of a plan that asks for milestones of its last task too. */
function ordered(today: string, tasks: readonly ImportedTask[], milestone?: string): number[] {
  const plan = planWith(...tasks, ...(milestone === undefined ? [] : [task(50, { lead })]))
  if (milestone !== undefined) after(after(plan, '2026-01-10', proposeMilestones(50, lead, ['建成投用', milestone])), '2026-01-12', approveMilestones(50, 2026))
  const due = noticesDue(viewOn(today, plan, directory), '09:00').filter(({ kind }) => ['due-soon', 'overdue', 'milestone-due', 'milestone-overdue'].includes(kind))
  return parcelsOwed(due, { notice: () => false, parcel: () => false }, day(today), '09:00', workCalendar, byDefault).flatMap(({ notices }) => notices.flatMap((notice) => ('task' in notice ? [Number(notice.task)] : [])))
}

describe('the lines of a digest', () => {
  it('go by date and not by kind: a milestone of next week stands before a task of next month', () =>
    expect(ordered('2026-11-16', [task(1, { lead, due: '2026-12-28' }), task(2, { lead, due: '2026-11-25' })], '2026-11-25')).toEqual([2, 50, 1]))

  it('have what is due today or tomorrow before what has been overdue for long, and behind what is newly overdue', () =>
    expect(ordered('2026-06-30', [task(1, { lead, due: '2026-03-02' }), task(2, { lead, due: '2026-07-01' }), task(3, { lead, due: '2026-06-29' }), task(4, { lead, due: '2026-07-10' })])).toEqual([3, 2, 1, 4]))
})
