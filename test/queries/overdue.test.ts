// One clock: the light, what stands beside it and the reminders say the same of a date that has passed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering } from '#src/queries/answering.ts'
import { taskLight } from '#src/queries/light.ts'
import { sidesOf } from '#src/queries/stage.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { after, claim, day, directoryWith, planWith, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { anyView } from './any-view.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '方局长', headOf: ['县教育局'] })
const plan = (): PlanState => planWith(task(1, { due: '2026-06-30', lead: '县教育局' }))
const ask: PlanIntent = { type: 'ask-extension', task: taskNo(1), unit: unitId('县教育局'), day: day('2026-09-30'), reason: '招标流标' }

/** What each of the three says on a day. */
function said(of: PlanState, today: string) {
  const view = viewOn(today, of, directory)
  const [found, part] = [of.tasks.get(taskNo(1)), answering(view, taskNo(1))]
  if (found === undefined || part === undefined) throw new Error('no task')
  const chased = noticesDue(view, '09:30').some(({ kind }) => kind === 'overdue' || kind === 'due-soon')
  return { rule: taskLight(view, taskNo(1)).why.rule, isOverdue: sidesOf(view, found, part).includes('overdue'), chased }
}

describe('a later day that waits for the secretary', () => {
  it('asked for in time stops the clock until the day asked for', () => {
    const of = after(plan(), '2026-06-22', ask)
    expect(said(of, '2026-06-29')).toEqual({ rule: 'extension-waiting', isOverdue: false, chased: false })
    expect(said(of, '2026-07-01')).toEqual({ rule: 'extension-waiting', isOverdue: false, chased: false })
    expect(said(of, '2026-09-30')).toEqual({ rule: 'extension-waiting', isOverdue: false, chased: false })
    expect(said(of, '2026-10-09')).toMatchObject({ rule: 'overdue', isOverdue: true })
  })

  it('asked for after the date stops nothing', () => {
    expect(said(after(plan(), '2026-07-01', ask), '2026-07-01')).toEqual({ rule: 'overdue', isOverdue: true, chased: true })
  })
})

describe('a claim', () => {
  it('in time stops the clock, and late does not', () => {
    expect(said(after(plan(), '2026-06-29', claim(1, '县教育局')), '2026-07-06')).toMatchObject({ rule: 'claim-waiting', isOverdue: false })
    expect(said(after(plan(), '2026-07-02', claim(1, '县教育局')), '2026-07-06')).toMatchObject({ rule: 'overdue', isOverdue: true })
  })
})

describe('whatever happened to a plan, on any day', () => {
  it('the light, the side 逾期 and the reminders agree on what is overdue', () => {
    fc.assert(fc.property(anyView, (view) => {
      const chased = new Set(noticesDue(view, '09:30').flatMap((notice) => (notice.kind === 'overdue' ? [notice.task] : [])))
      for (const [no, found] of view.plan.tasks) {
        const part = answering(view, no)
        if (part === undefined) continue
        const { rule } = taskLight(view, no).why
        const isOverdue = sidesOf(view, found, part).includes('overdue')
        if (rule === 'overdue') expect(isOverdue).toBe(true)
        else if (isOverdue) expect(rule).toBe('blocked')
        if (chased.has(no)) expect(isOverdue).toBe(true)
      }
    }))
  })
})
