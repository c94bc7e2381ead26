// A sitting, from its calling to its minutes; and an item asked onto the agenda of a body that others call.
import { describe, expect, it } from 'vitest'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, planOf, stampOf, task, taskNo, unitId } from '#test/builders.ts'

const group = { id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: [], members: ['县教育局', '县财政局'], cadences: [] }
const standing = { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }
const empty = { id: 'b3', name: '空专班', convened: true, deputies: [], members: [], cadences: [] }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局' })], { bodies: [group, standing, empty] })
const call = (on = '2026-07-10', said: object = {}): PlanIntent => ({ type: 'schedule-meeting', body: 'b1', day: day(on), time: '15:00', place: '二楼会议室', ...said })
const called = (): PlanState => after(plan(), '2026-07-02', call())
const refusal = (of: PlanState, intent: PlanIntent, on = '2026-07-02') => ((decision) => (decision.ok ? undefined : decision.refusal))(decidePlan(of, intent, stampOf(on)))
const events = (of: PlanState, intent: PlanIntent, on: string) => ((decision) => (decision.ok ? decision.events.map(({ type }) => type) : decision.refusal))(decidePlan(of, intent, stampOf(on)))
const sitting = (of: PlanState, id = 'm1') => of.meetings.get(id)
const change = (on: string, over = 0): PlanIntent => ({ type: 'change-meeting', meeting: 'm1', day: day(on), time: '09:00', place: '三楼', over })
const decided = (words = '由县财政局牵头，8月底前补足鉴定经费', said: object = {}): PlanIntent => ({ type: 'decide-item', meeting: 'm1', section: '会议议定', title: '补足鉴定经费', words, hash: words, units: [{ unit: unitId('县财政局'), part: 'lead' }], day: day('2026-08-31'), ...said })

describe('a sitting that is called', () => {
  it('has its topic and what it counts as', () => expect(sitting(after(plan(), '2026-07-02', call('2026-07-10', { topic: '学位供给', of: 'special', uncounted: true })))).toMatchObject({ status: 'scheduled', topic: '学位供给', of: 'special', uncounted: true, changes: 0 }))
  it('of a body without anybody in it is refused', () => expect(refusal(plan(), { ...call(), body: 'b3' } as PlanIntent)).toEqual({ code: 'body-empty', name: '空专班' }))
  it('twice at one hour is one', () => expect(refusal(called(), call())).toEqual({ code: 'meeting-scheduled', day: '2026-07-10' }))
  it('as a series has twelve days at most', () => {
    const series = (sittings: number): PlanIntent => call('2026-07-10', { later: Array.from({ length: sittings - 1 }, (_, at) => day(`2027-01-${at + 10}`)) })
    expect(events(plan(), series(12), '2026-07-02')).toHaveLength(12)
    expect(refusal(plan(), series(13))).toEqual({ code: 'series-too-long', sittings: 13, most: 12 })
  })
  it('for a day that has passed is refused', () => expect(refusal(plan(), call('2026-07-01'))).toMatchObject({ code: 'day-past' }))
})

describe('a sitting that is moved', () => {
  it('has its new day, and nobody has answered for it', () => {
    const answered = after(called(), '2026-07-03', { type: 'answer-invitation', meeting: 'm1', seat: '县教育局', coming: true })
    expect(sitting(after(answered, '2026-07-06', change('2026-07-13')))).toMatchObject({ day: '2026-07-13', time: '09:00', changes: 1, answers: new Map() })
  })
  it('by two at once is moved once: the second is told of the first', () => expect(refusal(after(called(), '2026-07-06', change('2026-07-13')), change('2026-07-14'), '2026-07-07')).toMatchObject({ code: 'meeting-changed' }))
  it('to where it stands is no entry', () => expect(events(called(), { ...change('2026-07-10'), time: '15:00', place: '二楼会议室' } as PlanIntent, '2026-07-06')).toEqual([]))
  it('is one more change of its calendar file when it is called off', () => expect(sitting(after(after(called(), '2026-07-06', change('2026-07-13')), '2026-07-07', { type: 'cancel-meeting', meeting: 'm1', reason: '并入年会' }))).toMatchObject({ status: 'cancelled', reason: '并入年会', changes: 2 }))
  it('once it was called off is not moved any more', () => expect(refusal(after(called(), '2026-07-07', { type: 'cancel-meeting', meeting: 'm1', reason: '并入年会' }), change('2026-07-13'), '2026-07-08')).toEqual({ code: 'meeting-settled', state: 'cancelled', on: '2026-07-07' }))
})

describe('an answer to an invitation', () => {
  const answer = (said: object): PlanIntent => ({ type: 'answer-invitation', meeting: 'm1', seat: '县教育局', coming: true, ...said })
  it('says who comes instead, and the last one stands', () => expect(sitting(after(after(called(), '2026-07-03', answer({})), '2026-07-06', answer({ coming: false, instead: '杜副局长', words: '局长出差' })))?.answers.get('县教育局')).toMatchObject({ coming: false, instead: '杜副局长' }))
  it('pressed twice is one', () => expect(events(after(called(), '2026-07-03', answer({})), answer({}), '2026-07-03')).toEqual([]))
  it('of whoever is no member is refused', () => expect(refusal(called(), answer({ seat: '县气象局' }))).toEqual({ code: 'seat-unknown', seat: '县气象局' }))
})

describe('a sitting on its day', () => {
  it('is held by the first word that is said of it', () => expect(events(called(), { type: 'record-attendance', meeting: 'm1', absent: ['县财政局'], besides: [] }, '2026-07-10')).toEqual(['meeting-held', 'attendance-recorded']))
  it('has nobody on record who has no seat, there or not', () => expect(refusal(called(), { type: 'record-attendance', meeting: 'm1', absent: [], there: ['县教育局', '县气象局'], besides: [] }, '2026-07-10')).toEqual({ code: 'seat-unknown', seat: '县气象局' }))
  it('is not held before its day', () => expect(refusal(called(), decided(), '2026-07-09')).toEqual({ code: 'meeting-ahead', on: '2026-07-10' }))
  it('decides what becomes a task of the plan, with where it comes from', () => {
    const now = after(called(), '2026-07-10', decided())
    expect(now.tasks.get(taskNo(2))).toMatchObject({ title: '补足鉴定经费', due: { day: '2026-08-31' }, origin: { kind: 'meeting', meeting: 'm1', item: 1 } })
    expect(sitting(now)).toMatchObject({ status: 'held', items: [{ item: 1, task: 2 }] })
  })
  it('decides a thing once', () => expect(refusal(after(called(), '2026-07-10', decided()), decided(), '2026-07-10')).toEqual({ code: 'decision-made', task: 2 }))
  it('decides nothing without a unit', () => expect(refusal(called(), decided('尽快办', { units: [] }), '2026-07-10')).toEqual({ code: 'decision-no-unit' }))
  it('counts what it only said in the same row', () => expect(sitting(after(after(called(), '2026-07-10', { type: 'note-item', meeting: 'm1', words: '原则同意学位方案' }), '2026-07-10', decided()))?.items).toEqual([{ item: 1, words: '原则同意学位方案' }, { item: 2, task: 2 }]))
  it('keeps what it only said once, however often that is pressed', () => expect(events(after(called(), '2026-07-10', { type: 'note-item', meeting: 'm1', words: '原则同意学位方案' }), { type: 'note-item', meeting: 'm1', words: '原则同意学位方案' }, '2026-07-10')).toEqual([]))
  it('takes back what was not decided, which stays in its record and may be decided anew', () => {
    const back = (): PlanIntent => ({ type: 'withdraw-decision', meeting: 'm1', task: taskNo(2), words: '会上没有定' })
    const now = after(after(called(), '2026-07-10', decided()), '2026-07-13', back(), PersonId.parse('u1'))
    expect(now.tasks.has(taskNo(2))).toBe(false)
    expect(now.amended.withdrawn.get(taskNo(2))).toMatchObject({ words: '会上没有定', task: { origin: { kind: 'meeting', item: 1 } } })
    expect(sitting(now)?.items).toEqual([{ item: 1, task: 2 }])
    expect(refusal(now, back(), '2026-07-14')).toMatchObject({ code: 'task-withdrawn', task: 2 })
    expect(sitting(after(now, '2026-07-14', decided()))?.items).toEqual([{ item: 1, task: 2 }, { item: 2, task: 3 }])
  })
  it('takes nothing back without a reason, of another sitting, or once it is done or the minutes are out', () => {
    const now = after(called(), '2026-07-10', decided())
    const back = (task: number, words = '会上没有定'): PlanIntent => ({ type: 'withdraw-decision', meeting: 'm1', task: taskNo(task), words })
    expect(refusal(now, back(2, ' '), '2026-07-13')).toEqual({ code: 'reason-missing' })
    expect(refusal(now, back(1), '2026-07-13')).toMatchObject({ code: 'task-unknown' })
    const done = after(after(after(called(), '2026-07-10', decided()), '2026-07-13', { type: 'claim', task: taskNo(2), unit: unitId('县财政局'), words: '已拨付' }), '2026-07-13', { type: 'accept-claim', task: taskNo(2), unit: unitId('县财政局') })
    expect(refusal(done, back(2), '2026-07-14')).toEqual({ code: 'task-done', task: 2 })
    expect(refusal(after(now, '2026-07-13', { type: 'issue-minutes', meeting: 'm1' }), back(2), '2026-07-14')).toEqual({ code: 'minutes-issued', on: '2026-07-13' })
  })
  it('takes nothing more once its minutes are out', () => expect(refusal(after(after(called(), '2026-07-10', decided()), '2026-07-13', { type: 'issue-minutes', meeting: 'm1' }), decided('再定一条'), '2026-07-13')).toEqual({ code: 'minutes-issued', on: '2026-07-13' }))
})

describe('an item asked onto another’s agenda', () => {
  const request: PlanIntent = { type: 'request-agenda', body: 'b2', topic: '听取教育工作汇报', wanted: day('2026-07-20') }
  const asked = (): PlanState => after(plan(), '2026-07-02', request)
  it('waits for that body’s office', () => expect(asked().requests.get('q1')).toMatchObject({ status: 'waiting', topic: '听取教育工作汇报', on: '2026-07-02' }))
  it('is a sitting of that body once it is taken', () => expect(sitting(after(asked(), '2026-07-06', { type: 'take-request', request: 'q1', day: day('2026-07-21') }))).toMatchObject({ body: 'b2', day: '2026-07-21', status: 'scheduled', topic: '听取教育工作汇报' }))
  it('is asked once while it waits, and anew once it was declined', () => {
    expect(refusal(asked(), request, '2026-07-03')).toEqual({ code: 'request-waits', on: '2026-07-02' })
    const declined = after(asked(), '2026-07-06', { type: 'decline-request', request: 'q1', reason: '议题已满' })
    expect(refusal(declined, { type: 'take-request', request: 'q1', day: day('2026-07-21') }, '2026-07-07')).toEqual({ code: 'request-declined', on: '2026-07-06', reason: '议题已满' })
    expect(refusal(declined, request, '2026-07-07')).toBeUndefined()
  })
  it('of a body that is ours to call is refused', () => expect(refusal(plan(), { ...request, body: 'b1' })).toEqual({ code: 'body-convened', name: '教育工作领导小组' }))
})
