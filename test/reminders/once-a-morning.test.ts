// The same thing is told once a morning, and what is news of a unit once, to who was there.
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { underFormerNames } from '#src/reminders/told-before.ts'
import { after, byDefault, change, day, directoryWith, nudgeOf, planOf, task, taskNo, viewOn, workCalendar } from '#test/builders.ts'

const lead = '县教育局'
const county = (): Directory => directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: [lead] }, { name: '方叔文', headOf: [lead] }, { name: '关和平', handle: 'U4' })
const [, su, , guan] = ['u1', 'u2', 'u3', 'u4'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId, PersonId]

/** What is told from hour to hour, as it is sent: the message and what is in it. */
function sender(directory: Directory): (on: string, time: string, plan: PlanState, to?: PersonId) => string[] {
  const told = new Map<string, Day>()
  const sent = new Set<string>()
  return (on, time, plan, to = su) => {
    const delivered = underFormerNames({ notice: (key) => told.has(key), noticeOn: (key) => told.get(key), parcel: (key) => sent.has(key) }, directory)
    const parcels = parcelsOwed(noticesDue(viewOn(on, plan, directoryOn(directory, day(on))), time), delivered, day(on), time, workCalendar, byDefault)
    for (const { key, notices } of parcels) {
      sent.add(key)
      for (const notice of notices) told.set(notice.key, day(on))
    }
    return parcels.filter((parcel) => parcel.to === to).flatMap(({ key, notices }) => notices.map((notice) => `${key.split('/')[0] ?? ''} ${notice.kind}${'task' in notice ? ` ${notice.task}` : ''}`))
  }
}

describe('a chase of a day off', () => {
  // Overdue since the Friday before: told on Monday, as the chase is.
  const plan = () => planOf([task(1, { due: '2026-07-03', lead }), task(2, { due: '2026-07-03', lead })])
  const chased = () => after(plan(), '2026-07-05', nudgeOf(1, lead))

  it('takes with it what the digest of the same morning would say of its task, and of no other', () => {
    const send = sender(county())
    send('2026-07-03', '09:00', plan())
    expect(send('2026-07-06', '08:00', chased())).toEqual(['prompt nudged 1', 'prompt overdue 1'])
    expect(send('2026-07-06', '09:00', chased())).toEqual(['digest overdue 2'])
  })
  it('ends no later mark', () => {
    const send = sender(county())
    for (const [on, time] of [['2026-07-03', '09:00'], ['2026-07-06', '08:00'], ['2026-07-06', '09:00']] as const) send(on, time, on === '2026-07-03' ? plan() : chased())
    expect(send('2026-07-13', '09:00', chased())).toEqual(['digest overdue 1', 'digest overdue 2'])
  })
})

describe('a deputy', () => {
  const standingIn = (): Directory => {
    const directory = county()
    change(directory, { type: 'set-absence', person: su, from: day('2026-07-13'), until: day('2026-07-24'), deputy: guan }, '2026-07-06')
    return directory
  }
  const plan = () => planOf([task(1, { due: '2026-07-03', lead }), task(2, { due: '2026-08-28', lead })])
  const moved = after(after(plan(), '2026-07-06', nudgeOf(1, lead)), '2026-07-06', { type: 'set-due', task: taskNo(2), day: day('2026-09-30'), reason: '批复推迟' })

  it('is not told what the contact was told days ago, and is asked for what is still to be done', () => {
    const send = sender(standingIn())
    expect(send('2026-07-06', '10:00', moved)).toEqual(expect.arrayContaining(['prompt nudged 1', 'prompt due-set 2']))
    expect(send('2026-07-13', '09:00', moved, guan)).toEqual(['digest overdue 1'])
  })
  it('is told what nobody was told before they stood in', () => {
    const send = sender(standingIn())
    expect(send('2026-07-13', '09:00', moved, guan)).toEqual(expect.arrayContaining(['prompt nudged 1', 'prompt due-set 2']))
  })
  it('is told alone of a chase while they stand in', () => {
    const send = sender(standingIn())
    const late = after(plan(), '2026-07-14', nudgeOf(1, lead))
    expect([send('2026-07-14', '10:00', late, guan), send('2026-07-15', '10:00', late, su), send('2026-07-27', '09:00', late, su)].map((all) => all.filter((each) => each.includes('nudged')).length)).toEqual([1, 0, 0])
  })
})

describe('of two contacts', () => {
  const both = (): Directory => directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: [lead] }, { name: '柳依依', contactOf: [lead, '县财政局'] })
  it('who was chased of something else that day hears of it the morning after, though the other heard at once', () => {
    const liu = PersonId.parse('u3')
    const send = sender(both())
    const plan = planOf([task(1, { due: '2026-07-03', lead }), task(2, { due: '2026-07-03', lead: '县财政局' })])
    const first = after(plan, '2026-07-07', nudgeOf(2, '县财政局'))
    send('2026-07-07', '09:00', first)
    const second = after(first, '2026-07-07', nudgeOf(1, lead))
    expect(send('2026-07-07', '10:00', second, liu)).toEqual([])
    expect(send('2026-07-08', '09:00', second, liu)).toEqual(['digest nudged 1'])
  })
})
