// One clock: the light, what stands beside it and the reminders say the same of a date that has passed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering } from '#src/queries/answering.ts'
import { lightOf, taskLight } from '#src/queries/light.ts'
import { sidesOf } from '#src/queries/stage.ts'
import { summary } from '#src/queries/summary.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { isUnreported } from '#src/queries/task-list.ts'
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

  it('keeps a completion in time that is claimed while the clock stands still, and not one that comes after it runs again', () => {
    const asked = (): PlanState => after(plan(), '2026-06-22', ask)
    expect(said(after(asked(), '2026-07-06', claim(1, '县教育局')), '2026-10-09')).toEqual({ rule: 'claim-waiting', isOverdue: false, chased: false })
    expect(said(after(asked(), '2026-10-09', claim(1, '县教育局')), '2026-10-09')).toMatchObject({ rule: 'overdue', isOverdue: true })
  })

  it('asked for after the date stops nothing', () => {
    expect(said(after(plan(), '2026-07-01', ask), '2026-07-01')).toEqual({ rule: 'overdue', isOverdue: true, chased: true })
  })
})

describe('a later day that one member of a group waits for', () => {
  const towns = directoryWith(['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '溪口联络员', contactOf: ['溪口镇'] }, { name: '青石联络员', contactOf: ['青石镇'] })
  const [group, asking, other] = [unitId('各乡镇'), unitId('溪口镇'), unitId('青石镇')]
  const asks = (member: typeof asking, to = '2026-09-30'): PlanIntent => ({ type: 'ask-extension', task: taskNo(1), unit: group, member, day: day(to), reason: '雨季' })
  const dated = (): PlanState => planWith(task(1, { due: '2026-06-30', lead: '各乡镇' }))
  const why = (of: PlanState, today: string) => taskLight(viewOn(today, of, towns), taskNo(1)).why
  const chased = (of: PlanState, today: string): string[] => noticesDue(viewOn(today, of, towns), '09:30').flatMap((notice) => (notice.kind === 'overdue' || notice.kind === 'due-soon' ? [towns.people.get(notice.to)?.name ?? ''] : [])).toSorted()

  it('stops the clock of that one only: the others are late, and chased alone', () => {
    const of = after(dated(), '2026-06-22', asks(asking))
    expect(why(of, '2026-07-01')).toMatchObject({ rule: 'overdue', due: '2026-06-30' })
    expect(chased(of, '2026-06-29')).toEqual(['青石联络员'])
    expect(chased(of, '2026-07-01')).toEqual(['青石联络员'])
  })
  it('stops the group’s once each of those that are not done waits, until the first of the days asked for', () => {
    const of = after(after(dated(), '2026-06-22', asks(asking)), '2026-06-23', asks(other, '2026-07-31'))
    expect(why(of, '2026-07-31')).toMatchObject({ rule: 'extension-waiting' })
    expect(chased(of, '2026-07-01')).toEqual([])
    expect(why(of, '2026-08-03')).toMatchObject({ rule: 'overdue' })
    const claimed = after(after(dated(), '2026-06-22', asks(asking)), '2026-06-23', { type: 'claim', task: taskNo(1), unit: group, member: other, words: '已完成' })
    expect(why(claimed, '2026-07-01')).toMatchObject({ rule: 'extension-waiting' })
  })
  it('keeps that one’s own completion in time, and no other’s', () => {
    const claims = (of: PlanState, member: typeof asking, on: string): PlanState => after(of, on, { type: 'claim', task: taskNo(1), unit: group, member, words: '已完成' })
    const asked = (): PlanState => after(dated(), '2026-06-22', asks(asking))
    expect(why(claims(claims(asked(), other, '2026-06-26'), asking, '2026-07-06'), '2026-07-07')).toMatchObject({ rule: 'claim-waiting' })
    expect(why(claims(claims(asked(), asking, '2026-06-26'), other, '2026-07-06'), '2026-07-07')).toMatchObject({ rule: 'overdue' })
  })
  it('does not count it among those whose clock runs', () => {
    const third = directoryWith(['溪口镇', '青石镇', '柳河镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇', '柳河镇'] }])
    const of = after(after(dated(), '2026-06-22', asks(asking)), '2026-06-23', { type: 'claim', task: taskNo(1), unit: group, member: other, words: '已完成' })
    expect(taskLight(viewOn('2026-07-01', of, third), taskNo(1)).why).toMatchObject({ rule: 'overdue', members: { claimed: 1, of: 3, running: ['柳河镇'] } })
  })
})

describe('while a later day waits, every screen goes by the one clock', () => {
  const towns = directoryWith(['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }], { name: '溪口联络员', contactOf: ['溪口镇'] }, { name: '青石联络员', contactOf: ['青石镇'] })
  const report: PlanIntent = { type: 'report', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('青石镇'), state: 'normal', progress: 20 as never, done: '已动工', correction: false }
  const alone = after(planWith(task(1, { due: '2026-07-10', lead: '县教育局' })), '2026-07-01', { ...ask, day: day('2026-07-20') })
  const grouped = after(planWith(task(1, { due: '2026-07-10', lead: '各乡镇' })), '2026-07-01', { type: 'ask-extension', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('溪口镇'), day: day('2026-07-20'), reason: '雨季' })
  const heard = after(grouped, '2026-07-02', report)
  const screens = (of: PlanState, who: typeof directory, today: string) => {
    const view = viewOn(today, of, who)
    const card = taskCard(view, taskNo(1))
    if (card === undefined) throw new Error('no task')
    return { light: card.light, next: card.next.kind, unreported: isUnreported(view, card), asked: summary(view, '2026-07-01T00:00:00Z' as never).asked }
  }

  it.each([
    ['2026-07-02', { light: 'yellow', next: 'rule-extension', unreported: false, asked: 0 }],
    ['2026-07-10', { light: 'yellow', next: 'rule-extension', unreported: false, asked: 0 }],
    ['2026-07-15', { light: 'yellow', next: 'rule-extension', unreported: false, asked: 0 }],
    ['2026-07-20', { light: 'yellow', next: 'rule-extension', unreported: false, asked: 0 }],
    ['2026-07-21', { light: 'red', next: 'completion', unreported: true, asked: 1 }],
  ])('of a unit, on %s', (today, all) => expect(screens(alone, directory, today)).toEqual(all))

  it.each([
    ['2026-07-15', { light: 'red', next: 'completion', unreported: false, asked: 1 }],
    ['2026-07-20', { light: 'red', next: 'completion', unreported: false, asked: 1 }],
    ['2026-07-21', { light: 'red', next: 'completion', unreported: true, asked: 1 }],
  ])('of a group in which the other members have answered and the one who asked has not, on %s', (today, all) => expect(screens(heard, towns, today)).toEqual(all))
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
        // Without a lead the task has the light of the worst of those responsible, which need not be the one that answers.
        const { rule } = lightOf(view, found, part).why
        const isOverdue = sidesOf(view, found, part).includes('overdue')
        if (rule === 'overdue') expect(isOverdue).toBe(true)
        else if (isOverdue) expect(rule).toBe('blocked')
        if (chased.has(no)) expect(isOverdue).toBe(true)
      }
    }))
  })
})
