// 加急催办: the one message that goes out at night and on a day off, and it says why.
import { describe, expect, it } from 'vitest'
import { nudge } from '#commands/nudge.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue, parcelsOwed, sendsFrom } from '#src/reminders/parcels.ts'
import { digest } from '#templates/digest.ts'
import { after, byDefault, day, directoryWith, personNamed, planWith, report, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const plan = (): PlanState => planWith(task(1, { title: '排查校舍', due: '2026-06-30', lead: '县教育局' }), task(2, { title: '教师招聘', due: '2026-06-30', lead: '县教育局' }))
/** Saturday, half past nine in the evening in Shanghai. */
const saturdayNight = '2026-07-04T13:30:00.000Z' as Instant
const deskAt = (now: Instant, of = plan(), told: readonly string[] = []): TestDesk => deskOf({ today: workCalendar.dayAt(now, 'Asia/Shanghai'), now, plans: [of], directory, asker: '沈若兰', told })
const chased = (urgent?: string): PlanState => after(plan(), '2026-07-04', { type: 'nudge', task: taskNo(1), unit: unitId('县教育局'), ...(urgent === undefined ? {} : { urgent }) }, personNamed(directory, '沈若兰').id)
const owed = (of: PlanState, on: string, time: string) => parcelsOwed(noticesDue(viewOn(on, of, directory), time), { notice: (key) => key.startsWith('handed-out'), parcel: () => false }, day(on), time, workCalendar, byDefault)

describe('a chase', () => {
  it('waits for a working day and an hour', () => {
    expect(owed(chased(), '2026-07-04', '21:30')).toEqual([])
    expect(owed(chased(), '2026-07-06', '08:00').map(({ key }) => key.split('/')[1])).toEqual(['nudged'])
  })
  it('that is urgent goes out at night on a day off, alone, and says why', () => {
    const of = chased('省里今晚要数')
    const [parcel, ...more] = owed(of, '2026-07-04', '21:30')
    expect([parcel?.notices.map(({ kind }) => kind), more]).toEqual([['nudged'], []])
    const card = digest({ parcel: parcel ?? { key: '', to: personNamed(directory, '苏晚晴').id, notices: [] }, view: () => viewOn('2026-07-04', of, directory), person: personNamed(directory, '苏晚晴'), directory, lang: 'zh' })
    expect(card.text).toMatch(/^【加急：省里今晚要数】请今天填报：1 排查校舍/)
  })
  it('that is urgent is over once it is answered', () => expect(owed(after(chased('省里今晚要数'), '2026-07-04', report(1, '县教育局')), '2026-07-04', '21:30')).toEqual([]))
  it('of a later day is as urgent as that one was said to be', () => expect(owed(after(chased('省里今晚要数'), '2026-07-11', { type: 'nudge', task: taskNo(1), unit: unitId('县教育局') }), '2026-07-11', '21:30')).toEqual([]))
})

describe('when it goes out', () => {
  it.each([['2026-07-02', '09:30', undefined], ['2026-07-02', '07:10', '2026-07-02 08:00'], ['2026-07-02', '21:00', '2026-07-03 08:00'], ['2026-07-04', '10:00', '2026-07-06 08:00']])('%s %s: %s', (on, time, when) => {
    const sends = sendsFrom(day(on), time, workCalendar, [byDefault()])
    expect(sends === undefined ? undefined : `${sends.day} ${sends.time}`).toBe(when)
  })
})

describe('a secretary who chases at night', () => {
  it('is told when it goes out, and offered to send it now', async () => {
    const answer = await type(nudge, '1', deskAt(saturdayNight))
    expect(shown(answer)).toContain('现在是免打扰时间，确认后将在7月6日(周一) 08:00送出')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['确认提醒', '加急，现在就发'])
  })
  it('is asked why, and it is recorded with the reason', async () => {
    const desk = deskAt(saturdayNight)
    const urge = buttons(cardIn(await type(nudge, '1', desk)))['加急，现在就发']
    const form = formIn(await act(nudge, urge?.args, desk))
    expect(await act(nudge, { ...form.run.args, urgent: ' ' }, desk)).toMatchObject({ kind: 'form-errors' })
    expect(shown(await act(nudge, { ...form.run.args, urgent: '省里今晚要数' }, desk))).toMatch(/将通知县教育局苏晚晴[^]*⚡ 加急：省里今晚要数。现在就送出/)
    expect(owed(desk.plans.get('p1' as never) ?? plan(), '2026-07-04', '21:30')).toHaveLength(1)
  })
  it('may write it in one line, of several tasks too', async () => {
    const desk = deskAt(saturdayNight)
    const answer = await type(nudge, '县教育局 加急 省里今晚要数', desk)
    expect(shown(answer)).toMatch(/⚡ 加急：省里今晚要数[^]*【加急：省里今晚要数】/)
    await act(nudge, buttons(cardIn(answer))['确认提醒']?.args, desk)
    expect(owed(desk.plans.get('p1' as never) ?? plan(), '2026-07-04', '21:30').flatMap(({ notices }) => notices)).toHaveLength(2)
  })
  it('of who was chased that day reads that it waits, and not that it goes now', async () => {
    const contact = personNamed(directory, '苏晚晴').id
    const answer = await type(nudge, '2 加急 省里今晚要数', deskAt(saturdayNight, chased('防汛'), [`prompt/nudged/${contact}/2026-07-04`]))
    expect(shown(answer)).toContain('苏晚晴今天已经催过，这次并入下一个工作日的每日提醒')
    expect(shown(answer)).not.toContain('现在就送出')
  })
  it('of who was chased by what waits for working hours reads that it goes now', async () => {
    const answer = await type(nudge, '2 加急 省里今晚要数', deskAt(saturdayNight, chased()))
    expect(shown(answer)).toContain('现在就送出')
    expect(shown(answer)).not.toContain('今天已经催过')
  })
  it('is offered nothing of the kind in working hours', async () => expect(Object.keys(buttons(cardIn(await type(nudge, '1', deskOf({ plans: [plan()], directory, asker: '沈若兰' })))))).toEqual(['确认提醒']))
})
