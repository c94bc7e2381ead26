// Which sitting of its year one is, which is meant, and how it is called.
import { describe, expect, it } from 'vitest'
import type { PlanState } from '#src/ledger/plan.ts'
import { heldBefore, meetingNumber, meetingsAhead, meetingsHeld, meetingsMeant, numberOnceHeld } from '#src/meetings/meeting-order.ts'
import { chineseNumber, sittingName, namedSitting } from '#templates/meeting-names.ts'
import { after, day, planOf, task } from '#test/builders.ts'

const bodies = [{ id: 'b1', name: '县教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }, { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }]
const call = (on: string, time = '15:00') => ({ type: 'schedule-meeting' as const, body: 'b1', day: day(on), time, place: '' })
/** m1 held in March, m2 called off, m3 on 10 July, m4 in September, m5 next year. */
function plan(): PlanState {
  const of = planOf([task(1)], { bodies })
  for (const on of ['2026-03-19', '2026-05-20', '2026-07-10', '2026-09-18', '2027-01-15']) after(of, '2026-03-01', call(on))
  after(of, '2026-03-20', { type: 'record-meeting', meeting: 'm1', held: true })
  after(of, '2026-05-01', { type: 'cancel-meeting', meeting: 'm2', reason: '并入七月' })
  return after(after(of, '2026-07-01', { type: 'request-agenda', body: 'b2', topic: '听取汇报' }), '2026-07-01', { type: 'take-request', request: 'q1', day: day('2026-07-20') })
}
const sitting = (of: PlanState, id: string) => {
  const found = of.meetings.get(id)
  if (found === undefined) throw new Error(id)
  return found
}
const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id)

describe('the number of a sitting', () => {
  const held = (of: PlanState, id: string, on: string): PlanState => after(of, on, { type: 'record-meeting', meeting: id, held: true })
  it('counts those of its body and year that were held', () => {
    const of = held(held(held(plan(), 'm3', '2026-07-10'), 'm4', '2026-09-18'), 'm5', '2027-01-15')
    expect(['m1', 'm3', 'm4', 'm5'].map((id) => meetingNumber(of, sitting(of, id)))).toEqual([{ year: 2026, number: 1 }, { year: 2026, number: 2 }, { year: 2026, number: 3 }, { year: 2027, number: 1 }])
  })
  it('is none before it was held, for another may come before it', () => expect(meetingNumber(plan(), sitting(plan(), 'm3'))).toBeUndefined())
  it('leaves room for one before it of which nobody has said yet that it was held', () => {
    const of = held(plan(), 'm4', '2026-09-18')
    expect(meetingNumber(of, sitting(of, 'm4'))).toEqual({ year: 2026, number: 3 })
  })
  it('is known to its minutes, which may be issued before anybody says that it was held', () => expect(numberOnceHeld(plan(), sitting(plan(), 'm3'))).toEqual({ year: 2026, number: 2 }))
  it('stays as its minutes have it, whatever is put on record before it', () => {
    const of = after(plan(), '2026-03-23', { type: 'issue-minutes', meeting: 'm1', number: 1 })
    after(of, '2026-07-02', { type: 'record-past-meeting', body: 'b1', on: day('2026-02-10') })
    held(held(of, 'm3', '2026-07-10'), 'm4', '2026-09-18')
    expect(['m1', 'm7', 'm3', 'm4'].map((id) => meetingNumber(of, sitting(of, id))?.number)).toEqual([1, 2, 3, 4])
  })
  it('of minutes of an earlier release, which have none, is counted', () => expect(meetingNumber(after(plan(), '2026-03-23', { type: 'issue-minutes', meeting: 'm1' }), sitting(plan(), 'm1'))?.number).toBe(1))
  it('is none of one that was called off, nor of a body that others call', () => expect(['m2', 'm6'].map((id) => meetingNumber(plan(), sitting(plan(), id)))).toEqual([undefined, undefined]))
  it('is in its name', () => {
    const of = held(plan(), 'm3', '2026-07-10')
    expect(sittingName(namedSitting(of, sitting(of, 'm3')), 'zh')).toBe('县教育工作领导小组2026年第二次会议')
    expect(sittingName(namedSitting(of, sitting(of, 'm3')), 'en')).toBe('县教育工作领导小组, meeting 2 of 2026')
    expect(sittingName(namedSitting(of, sitting(of, 'm4')), 'zh')).toBe('县教育工作领导小组会议')
    expect(sittingName(namedSitting(plan(), sitting(plan(), 'm6')), 'zh')).toBe('县政府常务会议')
    expect([1, 10, 11, 20, 23].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十三'])
  })
})

describe('the sitting that is meant', () => {
  it('is today’s', () => expect(ids(meetingsMeant(plan(), day('2026-07-10')))).toEqual(['m3']))
  it('is else what has no minutes yet', () => {
    expect(ids(meetingsMeant(plan(), day('2026-07-02')))).toEqual(['m1'])
    expect(ids(meetingsMeant(after(plan(), '2026-03-23', { type: 'issue-minutes', meeting: 'm1' }), day('2026-07-02')))).toEqual([])
  })
  it('is none of what others call, once its day is over, nor of what was put on record afterwards', () => {
    const of = after(plan(), '2026-07-21', { type: 'record-past-meeting', body: 'b1', on: day('2026-06-18') })
    expect(ids(meetingsMeant(of, day('2026-07-20')))).toEqual(['m6'])
    expect(ids(meetingsMeant(of, day('2026-07-22')))).toEqual(['m1', 'm3'])
    expect(ids(meetingsMeant(of, day('2026-06-18')))).toEqual(['m7'])
  })
  it('ahead, held, or held before another', () => {
    expect(ids(meetingsAhead(plan(), day('2026-07-10')))).toEqual(['m3', 'm6', 'm4', 'm5'])
    expect(ids(meetingsHeld(plan()))).toEqual(['m1'])
    expect(ids(heldBefore(plan(), sitting(plan(), 'm3')))).toEqual(['m1'])
    expect(ids(heldBefore(plan(), sitting(plan(), 'm1')))).toEqual([])
  })
})
