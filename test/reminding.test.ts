import { describe, expect, it } from 'vitest'
import { PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { reminding } from '#src/reminding.ts'
import { after, day, directoryWith, nineOn, planOf, task, workCalendar } from './builders.ts'

/** Plans that are read when they are asked for, as they are after a start. */
function unreadPlans(ids: readonly string[]): { plans: ReadonlyMap<PlanId, PlanState>; read: Set<string> } {
  const read = new Set<string>()
  class Unread extends Map<PlanId, PlanState> {
    override get(id: PlanId): PlanState | undefined {
      read.add(id)
      return super.get(id)
    }
    override *values(): MapIterator<PlanState> {
      for (const id of this.keys()) yield this.get(id) as PlanState
    }
  }
  return { read, plans: new Unread(ids.map((id) => [PlanId.parse(id), planOf([task(1, { due: '2026-07-10', lead: '县教育局' })], { id })])) }
}

describe('what is owed, worked out after a start', () => {
  it('reads a plan when it comes to it: whoever asks meanwhile waits for one and not for all', () => {
    const { plans, read } = unreadPlans(['p1', 'p2', 'p3'])
    const directory = directoryWith(['县教育局'])
    const reminders = reminding({ directory: () => directory, directoryOn: () => directory, calendar: () => workCalendar, plans: () => plans, version: () => 1, entries: () => ({ directory: [], plans: new Map() }) }, 'Asia/Shanghai')
    const readAfterSlice: number[] = []
    for (let isDone = false; !isDone; readAfterSlice.push(read.size)) isDone = reminders.workOut(nineOn('2026-07-01'), () => true)
    expect(readAfterSlice[0]).toBe(1)
    expect(readAfterSlice.at(-1)).toBe(3)
  })
})

describe('what was told of a review', () => {
  it('is told again to a unit that was left out of it since', () => {
    const directory = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] })
    const plan = after(planOf([task(1, { due: '2026-06-01', lead: '县教育局' })]), '2026-07-01', { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-20'), tasks: [], units: [], prepare: '', scope: { kind: 'light', light: 'red' } })
    const reminders = reminding({ directory: () => directory, directoryOn: () => directory, calendar: () => workCalendar, plans: () => new Map([[plan.id, plan]]), version: () => 1, entries: () => ({ directory: [], plans: new Map() }) }, 'Asia/Shanghai')
    const owed = (told: readonly string[]): string[] => {
      const isTold = (key: string): boolean => told.includes(key)
      return reminders.owed(nineOn('2026-07-02'), { notice: isTold, noticeForGood: isTold, parcel: () => false }).flatMap(({ notices }) => notices).filter(({ kind }) => kind === 'review-ahead').map(({ key }) => key)
    }
    const [ahead = ''] = owed([])
    expect(owed([ahead])).toEqual([])
    expect(owed([ahead, ahead.replace('review/', 'review-out/').replace('/told/', '/')])).toEqual(['review/p1/r1/2026-07-20~1/told/县教育局/u1'])
  })
})

describe('an invitation that was told', () => {
  const directory = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] })
  const group = { id: 'b1', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }
  const plan = after(planOf([task(1, { due: '2026-12-31', lead: '县教育局' })], { bodies: [group] }), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-09-10'), time: '15:00', place: '二楼' })
  const invited = (): { asked: string[]; owed: (told: readonly string[], onItsWay?: readonly string[]) => string[] } => {
    const reminders = reminding({ directory: () => directory, directoryOn: () => directory, calendar: () => workCalendar, plans: () => new Map([[plan.id, plan]]), version: () => 1, entries: () => ({ directory: [], plans: new Map() }) }, 'Asia/Shanghai')
    const asked: string[] = []
    const owed = (told: readonly string[], onItsWay: readonly string[] = []): string[] => {
      const isTold = (key: string): boolean => (asked.push(key), told.includes(key) || onItsWay.includes(key))
      return reminders.owed(nineOn('2026-07-02'), { notice: isTold, noticeForGood: (key) => told.includes(key), parcel: () => false }).flatMap(({ notices }) => notices).flatMap(({ kind, key }) => (kind === 'meeting-invited' ? [key] : []))
    }
    return { asked, owed }
  }

  it('is not asked about in the sweeps after that', () => {
    const { asked, owed } = invited()
    const [key = ''] = owed([])
    expect(owed([key])).toEqual([])
    asked.length = 0
    expect(owed([key])).toEqual([])
    expect(asked.filter((each) => each.includes('meeting-'))).toEqual([])
  })

  it('is asked about for as long as a message is on its way that the person need not come', () => {
    const { owed } = invited()
    const [key = ''] = owed([])
    const out = `meeting-out/p1/m1/${key.split('/').at(-1) ?? ''}`
    owed([key], [out])
    expect(owed([key, out])).toEqual([expect.stringContaining('meeting-invited/p1/m1/0~1/')])
  })
})
