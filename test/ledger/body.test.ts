// A body: who sits in it is the text's word until a secretary puts it right; two who write at once do not undo each other.
import { describe, expect, it } from 'vitest'
import type { Instant } from '#src/calendar/day.ts'
import type { BodyIntent } from '#src/ledger/body.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, planOf, stampOf, task } from '#test/builders.ts'

const group = { id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: ['副县长'], members: ['县教育局'], office: '县教育局', cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年至少召开2次专题会议' }] }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局' })], { bodies: [group] })
const set = (said: Partial<Extract<BodyIntent, { type: 'set-body' }>> = {}): BodyIntent => ({ type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '县长', deputies: ['副县长'], members: ['县教育局', '县财政局'], office: '县教育局', ...said })
const refusal = (of: PlanState, intent: BodyIntent, on = '2026-07-02') => ((decision) => (decision.ok ? undefined : decision.refusal))(decidePlan(of, intent, stampOf(on)))
const bodyOf = (of: PlanState, id = 'b1') => of.bodies.get(id)

describe('a body', () => {
  it('has the members it was given, and keeps what the text said', () => {
    const now = bodyOf(after(plan(), '2026-07-02', set()))
    expect(now).toMatchObject({ members: ['县教育局', '县财政局'], cadences: group.cadences, set: { on: '2026-07-02', said: { members: ['县教育局'] } } })
  })
  it('that is saved as it stands is no entry', () => expect(decidePlan(plan(), set({ members: ['县教育局'] }), stampOf('2026-07-02'))).toEqual({ ok: true, events: [] }))
  it('without anybody in it is refused', () => expect(refusal(plan(), { type: 'set-body', name: '空组', convened: true, deputies: [], members: [] })).toEqual({ code: 'body-empty', name: '空组' }))
  it('that others call needs nobody in it', () => expect(bodyOf(after(plan(), '2026-07-02', { type: 'set-body', name: '县委常委会', convened: false, deputies: [], members: [], office: '县委办' }), 'b2')).toMatchObject({ name: '县委常委会', office: '县委办' }))
  it('is founded besides those of the text, with an id of its own', () => expect(bodyOf(after(plan(), '2026-07-02', { type: 'set-body', name: '学前专班', convened: true, deputies: [], members: ['县教育局'] }), 'b2')).toMatchObject({ id: 'b2', name: '学前专班', cadences: [] }))
  it('of a name that another has is refused', () => expect(refusal(plan(), { type: 'set-body', name: group.name, convened: true, deputies: [], members: ['县教育局'] })).toEqual({ code: 'body-exists', name: group.name }))
  it('that somebody changed meanwhile is not overwritten', () => {
    const now = after(plan(), '2026-07-02', set())
    expect(refusal(now, set({ members: ['县人社局'] }), '2026-07-03')).toMatchObject({ code: 'body-changed', on: '2026-07-02' })
    expect(refusal(now, set({ members: ['县人社局'], over: bodyOf(now)?.set?.at as Instant }), '2026-07-03')).toBeUndefined()
  })
})

describe('a body of which a sitting is called', () => {
  const called = () => after(plan(), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼' })
  const others = set({ convened: false })
  it('is not made one that others call, for those who were asked would hear nothing of it', () => expect(refusal(called(), others)).toEqual({ code: 'body-called', name: group.name, meeting: 'm1', day: '2026-07-10' }))
  it('is, once that is called off or its day has been', () => {
    expect(refusal(after(called(), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' }), others)).toBeUndefined()
    expect(refusal(called(), others, '2026-07-11')).toBeUndefined()
  })
})

describe('a window that is not met', () => {
  const excuse = (reason = '并入年会'): BodyIntent => ({ type: 'excuse-cadence', body: 'b1', cadence: 'k1', window: '2026', reason })
  it('is chosen once, with a reason', () => {
    const now = after(plan(), '2026-12-01', excuse())
    expect(now.excused.get('b1/k1/2026')).toMatchObject({ on: '2026-12-01', reason: '并入年会' })
    expect(refusal(now, excuse('再说一遍'), '2026-12-02')).toEqual({ code: 'cadence-excused', on: '2026-12-01', reason: '并入年会' })
  })
  it('of a clause that the body does not have is said to be none', () => expect(refusal(plan(), { ...excuse(), cadence: 'k9' } as BodyIntent)).toEqual({ code: 'cadence-unknown', name: '教育工作领导小组' }))
  it('wants its reason', () => expect(refusal(plan(), excuse(' '))).toEqual({ code: 'reason-missing' }))
})
