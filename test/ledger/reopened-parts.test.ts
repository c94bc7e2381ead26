// 恢复办理: what was done is to be said again, and what was told to be over does not come back.
import { describe, expect, it } from 'vitest'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering } from '#src/queries/answering.ts'
import { taskLight } from '#src/queries/light.ts'
import { overdueSince } from '#src/queries/overdue.ts'
import { queue } from '#src/queries/queue.ts'
import { whyAlone } from '#src/queries/together.ts'
import { acceptClaim, after, claim, day, directoryWith, planWith, report, stampOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const [group, one, other] = [unitId('各镇'), unitId('子镇'), unitId('丑镇')]
const county = directoryWith(['子镇', '丑镇', { name: '各镇', aliases: [], members: ['子镇', '丑镇'] }])
const [secretary, contact] = [PersonId.parse('u1'), PersonId.parse('u2')]
const reopen = { type: 'reopen-task', task: taskNo(1), reason: '抽查不实' } as const
const claimFor = (member: typeof one) => ({ type: 'claim', task: taskNo(1), unit: group, member, words: '已完成' }) as const
const later = (of: { unit: typeof one; member?: typeof one }) => ({ type: 'ask-extension', task: taskNo(1), ...of, day: day('2026-12-31'), reason: '雨季' }) as const

describe('a group that was accepted as a whole and is opened again', () => {
  const reopened = (): PlanState => [claimFor(one), claimFor(other)].reduce((plan, intent) => after(plan, '2026-06-10', intent), planWith(task(1, { due: '2026-12-31', lead: '各镇' })))
  const plan = after(after(reopened(), '2026-06-12', acceptClaim(1, '各镇'), secretary), '2026-06-15', reopen, secretary)

  it('has no completion waiting, and says why it is open', () => {
    const view = viewOn('2026-06-16', plan, county)
    expect(queue([view])).toEqual([])
    expect(taskLight(view, taskNo(1)).why).toMatchObject({ rule: 'reopened', reason: '抽查不实' })
  })

  it.each<[string, () => PlanState]>([
    ['each member had said that it was done', reopened],
    ['the whole had', () => after(planWith(task(1, { due: '2026-12-31', lead: '各镇' })), '2026-06-10', claim(1, '各镇'))],
  ])('is being worked on again once every member has reported since, where %s', (_, claimed) => {
    const of = after(after(claimed(), '2026-06-12', acceptClaim(1, '各镇'), secretary), '2026-06-15', reopen, secretary)
    const rule = (): string => taskLight(viewOn('2026-06-22', of, county), taskNo(1)).why.rule
    after(of, '2026-06-16', report(1, '各镇', { member: '子镇', done: '已整改' }), contact)
    expect(rule()).toBe('reopened')
    after(of, '2026-06-17', report(1, '各镇', { member: '丑镇', done: '已整改' }), contact)
    expect(rule()).not.toBe('reopened')
  })

  it('is being worked on again once a word was said for the whole', () => {
    const of = after(after(reopened(), '2026-06-12', acceptClaim(1, '各镇'), secretary), '2026-06-15', reopen, secretary)
    expect(taskLight(viewOn('2026-06-22', after(of, '2026-06-16', report(1, '各镇', { done: '各镇均已整改' }), contact), county), taskNo(1)).why.rule).not.toBe('reopened')
  })

  it('wants of each member an answer of its own', () => {
    const of = after(after(after(planWith(task(1, { due: '2026-12-31', lead: '各镇' })), '2026-06-10', claim(1, '各镇')), '2026-06-12', acceptClaim(1, '各镇'), secretary), '2026-06-15', reopen, secretary)
    const part = answering({ plan: of, directory: county }, taskNo(1))
    if (part === undefined) throw new Error('nobody answers')
    expect(whyAlone(viewOn('2026-06-16', of, county), taskNo(1), part, one)).toBe('reopened')
  })

  it('takes a word of its members', () => {
    expect(decidePlan(plan, report(1, '各镇', { member: '子镇', done: '已整改' }), stampOf('2026-06-16', contact))).toMatchObject({ ok: true })
  })
})

describe('a later day that was asked for before it was done', () => {
  it('does not wait again when it is opened again, for whoever asked was told that it ended', () => {
    const asked = after(after(planWith(task(1, { due: '2026-06-30', lead: '子镇' })), '2026-06-10', later({ unit: one }), contact), '2026-06-12', claim(1, '子镇'), contact)
    const plan = after(after(asked, '2026-06-15', acceptClaim(1, '子镇'), secretary), '2026-07-10', reopen, secretary)
    const view = viewOn('2026-07-20', plan, county)
    expect(queue([view])).toEqual([])
    expect(taskLight(view, taskNo(1)).why.rule).not.toBe('extension-waiting')
  })

  it('by a member that is done stops nobody else’s clock', () => {
    const asked = after(after(planWith(task(1, { due: '2026-06-30', lead: '各镇' })), '2026-06-10', later({ unit: group, member: one }), contact), '2026-06-12', claimFor(one), contact)
    const plan = after(asked, '2026-06-15', { type: 'accept-claim', task: taskNo(1), unit: group, member: one }, secretary)
    const [part] = plan.assignments.values()
    const found = plan.tasks.get(taskNo(1))
    if (part === undefined || found === undefined) throw new Error('the plan has no part')
    expect(overdueSince({ plan, directory: county, today: day('2026-07-20') }, found, part)).toBe('2026-06-30')
  })
})
