// Which delivered messages are drawn again as things go on: of a sitting that was moved also the invitation of before.
import { describe, expect, it } from 'vitest'
import { promptKey } from '#src/reminders/parcels.ts'
import { watchedMessages } from '#src/watched-messages.ts'
import { viewOf } from '#commands/view-of.ts'
import { after, day, directoryWith, nineOn, personNamed, planOf, task } from './builders.ts'
import { deskOf } from './desk.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const group = { id: 'b1', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }
const called = () => after(planOf([task(1)], { bodies: [group] }), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼' })
const member = personNamed(directory, '苏晚晴').id
const key = promptKey(`meeting-invited/p1/m1/0/${member}`)
const delivered = (keys = [key], told: readonly string[] = []) => ({ parcels: new Map(keys.map((each) => [each, { status: 'delivered', key: each, place: { conversation: 'D1', ts: '1.1' } }])), told: new Map(told.map((each) => [each, '2026-07-01'])), sent: new Map() }) as never
const watched = (of: ReturnType<typeof called>, state = delivered()): string[] => watchedMessages([viewOf(deskOf({ plans: [of], directory }), of)], state, () => ({ text: '' })).map((each) => each.key)

describe('an invitation that was delivered', () => {
  it('is left as it is while it holds', () => expect(watched(called())).toEqual([]))
  it('is drawn again once its sitting is moved', () => expect(watched(after(called(), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-13'), time: '09:00', place: '二楼', over: 0 }))).toEqual([key]))
  it('is drawn again with the one before, of whoever lost their seat and has one again', () => {
    const again = promptKey(`meeting-invited/p1/m1/0~1/${member}`)
    expect(watched(after(called(), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' }), delivered([key, again], [`meeting-out/p1/m1/${member}`]))).toEqual([key, again])
  })
  it('is drawn again once its sitting is called off', () => expect(watched(after(called(), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' }))).toEqual([key]))
})

describe('a secretary’s digest that says how much waits', () => {
  const secretary = personNamed(directory, '沈若兰').id
  const sentOn = (on: string, kind: string) => {
    const [key, place] = [`digest/${secretary}/${on}`, { conversation: 'D2', ts: on }]
    return { parcels: new Map([[key, { status: 'delivered', key, to: secretary, notices: [{ kind }], place }]]), told: new Map(), sent: new Map([[`D2/${on}`, { at: nineOn(on) }]]) } as never
  }
  it('is drawn again as the queue changes, of the last week', () => {
    expect(watched(called(), sentOn('2026-07-01', 'petition-waits'))).toEqual([`digest/${secretary}/2026-07-01`])
    expect(watched(called(), sentOn('2026-06-22', 'petition-waits'))).toEqual([])
  })
  it('and no other', () => expect(watched(called(), sentOn('2026-07-01', 'overdue'))).toEqual([]))
})
