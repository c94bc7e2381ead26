// A sitting that others call: what becomes of our item there is recorded as theirs, and no paper of ours is offered for it.
import { describe, expect, it } from 'vitest'
import { declineRequest, takeRequest } from '#commands/answer-request.ts'
import { cancelMeeting, changeMeeting } from '#commands/change-meeting.ts'
import { changes } from '#commands/changes.ts'
import { meetingHeld } from '#commands/meeting-held.ts'
import { meetingNotice } from '#commands/meeting-notice.ts'
import { meeting } from '#commands/meeting.ts'
import { requestAgenda } from '#commands/request-agenda.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, directoryWith, planOf, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const council: Body = { id: 'b1', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }
const group: Body = { id: 'b2', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies: [council, group], period: { from: 2026, to: 2028 } })
const asked = (of = plan(), topic = '听取汇报'): PlanState => after(of, '2026-07-01', { type: 'request-agenda', body: 'b1', topic })
const taken = (): PlanState => after(asked(), '2026-07-01', { type: 'take-request', request: 'q1', day: day('2026-07-10') })
const deskFor = (of: PlanState, today = '2026-07-02', lang: 'zh' | 'en' = 'zh', past?: PlanState): TestDesk => deskOf({ plans: [of], directory, asker: '沈若兰', today, lang, ...(past === undefined ? {} : { past: () => deskOf({ plans: [past], directory, asker: '沈若兰', today: '2026-07-01' }) }) })

describe('a sitting of others that is moved', () => {
  it('is recorded as theirs: where our item is now, and no notice of ours', async () => {
    const desk = deskFor(taken())
    const card = cardIn(await type(changeMeeting, 'm1 7月20日', desk))
    expectGoodCard(card)
    expect(card.text).toBe('已登记：县政府常务会议，议题“听取汇报”改到7月20日(周一)')
    expect(shown({ kind: 'card', card })).toContain('由对方召集，这里只登记，不发通知。')
    expect(Object.keys(buttons(card))).toEqual(['看会议'])
    expect(desk.allPlans.get('p1' as never)?.meetings.get('m1')).toMatchObject({ day: '2026-07-20', status: 'scheduled' })
  })
  it('with its hour has no place that is waited for', async () => {
    const of = taken()
    const says = shown(await type(changeMeeting, 'm1 7月20日 10:00', deskFor(of)))
    expect(says).toContain('改到7月20日(周一) 10:00')
    expect(says).not.toContain('地点待定')
    for (const list of ['m1', '']) expect(shown(await type(meeting, list, deskFor(of)))).not.toContain('地点待定')
    expect(shown(await type(meeting, '', deskFor(of)))).toContain('县政府常务会议 · 7月20日(周一) 10:00 · 听取汇报')
  })
  it('is said so in English', async () => expect(cardIn(await type(changeMeeting, 'm1 20 July', deskFor(taken(), '2026-07-02', 'en'))).text).toBe('Recorded: 县政府常务会议, “听取汇报” is now on Mon 20 Jul'))
  it('has a form that says whose it is', async () => {
    const form = formIn(await type(changeMeeting, 'm1', deskFor(taken())))
    expect(form).toMatchObject({ title: '议题改期', submit: '登记' })
    expect(JSON.stringify(form)).not.toContain('成员')
  })
  it('is a moved item in 变化', async () => {
    const of = after(taken(), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-20'), time: '', place: '', over: 0 })
    expect(shown(await type(changes, '7月1日', deskFor(of, '2026-07-02', 'zh', taken())))).toContain('县政府常务会议 · 7月20日(周一) 议题由7月10日改期')
    expect(shown(await type(changes, '7月1日', deskFor(of, '2026-07-02', 'en', taken())))).toContain('item moved from 10 Jul')
  })
})

describe('a sitting of others at which our item is not taken up', () => {
  it('is recorded so, with what its office said, and the item can be requested anew', async () => {
    const of = taken()
    const card = cardIn(await type(cancelMeeting, 'm1 会期调整', deskFor(of)))
    expectGoodCard(card)
    expect(card.text).toBe('已登记：县政府常务会议7月10日(周五)，议题“听取汇报”未上会')
    expect(shown({ kind: 'card', card })).toContain('原因：会期调整')
    expect(shown({ kind: 'card', card })).not.toMatch(/取消|成员|通知/)
    expect(Object.keys(buttons(card))).toEqual(['议题申报'])
    const after = cardIn(await type(meeting, 'm1', deskFor(of)))
    expect(after.text).toBe('县政府常务会议（7月10日(周五)），议题“听取汇报”未上会：会期调整')
    expect(Object.keys(buttons(after))).toContain('议题申报')
    expect(shown(await type(cancelMeeting, 'm1 再来', deskFor(of)))).toContain('登记为“未上会”')
  })
  it('is said so in English', async () => {
    const of = taken()
    expect(cardIn(await type(cancelMeeting, 'm1 flood', deskFor(of, '2026-07-02', 'en'))).text).toBe('Recorded: 县政府常务会议 of Fri 10 Jul, “听取汇报” was not taken up')
    expect(shown(await type(changes, '7月1日', deskFor(of, '2026-07-02', 'en', taken())))).toContain('not taken up (flood)')
  })
  it('has its words on its buttons and in its form', async () => {
    const card = cardIn(await type(meeting, 'm1', deskFor(taken())))
    expect(Object.keys(buttons(card))).toEqual(['议题改期', '未上会'])
    const form = formIn(await act(cancelMeeting, buttons(card)['未上会']?.args, deskFor(taken())))
    expect(form).toMatchObject({ title: '议题未上会', submit: '登记', fields: [{ hint: '对方怎么说' }] })
    expect(await act(cancelMeeting, { ...form.run.args, reason: '' }, deskFor(taken()))).toMatchObject({ errors: { reason: '请写明没有上会的原因。' } })
  })
  it('is so in 变化, and once its day has been', async () => {
    const off = after(taken(), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '会期调整' })
    expect(shown(await type(changes, '7月1日', deskFor(off, '2026-07-02', 'zh', taken())))).toContain('县政府常务会议 · 7月10日(周五) 未上会（会期调整）')
    const answer = await type(meetingHeld, 'm1 未开 会期调整', deskFor(taken(), '2026-07-13'))
    expect(shown(answer)).toContain('议题“听取汇报”未上会')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['议题申报'])
  })
})

describe('会议通知', () => {
  it('of a sitting of others is none of ours, and what is typed without a number means one of ours', async () => {
    const answer = await type(meetingNotice, 'm1', deskFor(taken()))
    expect(shown(answer)).toContain('7月10日(周五)的会由对方召集，没有我们的会议通知')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['看会议'])
    expect(shown(await type(meetingNotice, '', deskFor(taken())))).toContain('还没有安排好的会议')
    const off = await type(meetingNotice, 'm1', deskFor(after(taken(), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '会期调整' })))
    expect(shown(off)).toContain('议题未上会，没有会议通知')
    expect(Object.keys(buttons(cardIn(off)))).toEqual(['议题申报'])
  })
  it('of one that was called off says so, and leads on', async () => {
    const of = after(after(plan(), '2026-07-01', { type: 'schedule-meeting', body: 'b2', day: day('2026-07-10'), time: '15:00', place: '二楼' }), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' })
    const answer = await type(meetingNotice, 'm1', deskFor(of))
    expect(shown(answer)).toContain('7月10日(周五)的会已取消，没有会议通知。要另开，请重新安排。')
    expect(formIn(await act(meeting, buttons(cardIn(answer))['安排会议']?.args, deskFor(of))).title).toBe('安排会议')
    expect(shown(await type(meetingNotice, 'm1', deskFor(of, '2026-07-02', 'en')))).toContain('was called off, so there is no notice')
  })
  it('of one that was held says so, and leads to its minutes', async () => {
    const of = after(plan(), '2026-07-02', { type: 'record-past-meeting', body: 'b2', on: day('2026-07-01') })
    const answer = await type(meetingNotice, 'm1', deskFor(of))
    expect(shown(answer)).toContain('7月1日(周三)的会已经开过，不再有会议通知')
    expect(buttons(cardIn(answer))).toMatchObject({ 纪要: { command: 'minutes' } })
  })
})

describe('议题申报 q1', () => {
  it('opens one that waits, with what its office may say', async () => {
    const answer = await type(requestAgenda, 'q1', deskFor(asked()))
    expectGoodCard(cardIn(answer))
    expect(cardIn(answer).text).toBe('q1 县政府常务会议，议题“听取汇报”：还没有答复')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['已列入', '未列入', '下载议题申报'])
  })
  it('opens one that was taken, moved since, or not taken up after all', async () => {
    const of = taken()
    after(of, '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-20'), time: '', place: '', over: 0 })
    const answer = await type(requestAgenda, 'Q1', deskFor(of))
    expect(cardIn(answer).text).toContain('已列入7月20日(周一)的会')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['看会议', '改日期'])
    after(of, '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '会期调整' })
    const off = await type(requestAgenda, 'q1', deskFor(of))
    expect(cardIn(off).text).toContain('已列入7月20日(周一)的会；未上会：会期调整')
    // Its office may take it up on another day after all.
    await act(takeRequest, { ...buttons(cardIn(off))['改日期']?.args, day: '2026-07-24', form: true }, deskFor(of))
    expect([...of.meetings.values()]).toMatchObject([{ id: 'm1', status: 'cancelled' }, { id: 'm2', status: 'scheduled', day: '2026-07-24' }])
  })
  it('opens one that was declined', async () => {
    const of = asked()
    await type(declineRequest, 'q1 已满', deskFor(of))
    expect(cardIn(await type(requestAgenda, 'q1', deskFor(of))).text).toContain('答复没有列入：已满')
    expect(cardIn(await type(requestAgenda, 'q1', deskFor(of, '2026-07-02', 'en'))).text).toContain('not taken up, answered')
  })
  it('with words behind it says that they were not read, and changes nothing', async () => {
    const of = asked()
    expect(shown(await type(requestAgenda, 'q1 听取教育强县汇报 7月20日', deskFor(of)))).toMatch(/^⚠️ “听取教育强县汇报 7月20日”没有用上/)
    expect([...of.requests.values()]).toMatchObject([{ topic: '听取汇报' }])
  })
  it('once taken has the number of its sitting', async () => expect(shown(await type(takeRequest, 'q1 7月10日', deskFor(asked())))).toContain('会议编号m1'))
  it('of a number that nobody gave says so', async () => expect(shown(await type(requestAgenda, 'q9', deskFor(asked())))).toContain('没有找到议题申报“q9”'))
})

describe('a sitting that was recorded for a wrong day, and whose item went to another’s', () => {
  const merged = async (): Promise<PlanState> => {
    const of = asked(asked(), '研究编制')
    for (const [words, on] of [['q1 7月3日', '2026-07-06'], ['q2 7月2日', '2026-07-06'], ['q1 7月2日', '2026-07-06']] as const) await type(takeRequest, words, deskFor(of, on))
    return of
  }
  it('never was: 变化 does not have it', async () => {
    const of = await merged()
    expect([...of.meetings.values()]).toMatchObject([{ day: '2026-07-03', status: 'not-held' }, { day: '2026-07-02', status: 'held' }])
    const says = shown(await type(changes, '7月1日', deskFor(of, '2026-07-06', 'zh', plan())))
    expect(says).toContain('会议 1')
    expect(says).not.toContain('7月3日')
  })
  it('says so where it is opened', async () => expect(cardIn(await type(meeting, 'm1', deskFor(await merged(), '2026-07-06'))).text).toBe('县政府常务会议：7月3日(周五)这次会日期登记有误，议题已改记到另一天的会上。'))
})
