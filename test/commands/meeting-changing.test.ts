// 会议改期、取消会议: once recorded, everybody who was asked is told once.
import { describe, expect, it } from 'vitest'
import { calendarFile } from '#commands/calendar-file.ts'
import { cancelMeeting, changeMeeting } from '#commands/change-meeting.ts'
import { commands } from '#commands/index.ts'
import { meetingHeld } from '#commands/meeting-held.ts'
import { meeting } from '#commands/meeting.ts'
import { MeetingEvent } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { formWaits } from '#templates/failed.ts'
import { after, day, directoryWith, planOf, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = () => directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '韩秘书', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const group = { id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: [], members: ['县教育局'], cadences: [] }
const call = { type: 'schedule-meeting' as const, body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼会议室' }
const called = (more: object = {}): PlanState => after(planOf([task(1)], { bodies: [group] }), '2026-07-01', { ...call, ...more })
const deskFor = (asker = '沈若兰', of = called()): TestDesk => deskOf({ plans: [of], directory: directory(), asker })
const sitting = (desk: TestDesk, id = 'm1') => desk.allPlans.get('p1' as never)?.meetings.get(id)

describe('会议改期', () => {
  it('takes a day and an hour, and keeps the place that is not named', async () => {
    const desk = deskFor()
    expect(shown(await type(changeMeeting, 'm1 7月13日 9:30', desk))).toMatch(/已改：教育工作领导小组会议，7月13日\(周一\) 09:30，二楼会议室[^]*再通知2人一次/)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-13', time: '09:30', changes: 1 })
  })
  it('in a form shows what stands, and knows when another changed it meanwhile', async () => {
    const desk = deskFor()
    const form = formIn(await type(changeMeeting, 'm1', desk))
    expect(form.fields.map((field) => ('now' in field ? field.now : undefined))).toEqual(['2026-07-10', '15:00', '二楼会议室', 'any'])
    await type(changeMeeting, 'm1 7月13日 9:30', desk)
    expect(shown(await act(changeMeeting, { ...form.run.args, day: '2026-07-14', time: '15:00', place: '三楼' }, desk))).toMatch(/没有保存：.*改过这次会议/)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-13' })
  })
  it('puts right what it counts as, and asks nobody anew', async () => {
    const desk = deskFor('沈若兰', after(called(), '2026-07-01', { type: 'answer-invitation', meeting: 'm1', seat: '县教育局', coming: true }))
    const form = formIn(await type(changeMeeting, 'm1', desk))
    expect(shown(await act(changeMeeting, { ...form.run.args, day: '2026-07-10', time: '15:00', place: '二楼会议室', sort: 'special' }, desk))).toBe('✅ 已改：教育工作领导小组会议记作专题会议。时间、地点没有变，不再通知成员。')
    expect(sitting(desk)).toMatchObject({ of: 'special', changes: 0, day: '2026-07-10' })
    expect(sitting(desk)?.answers.size).toBe(1)
    for (const [words, sort] of [['m1 不计入频次', { uncounted: true }], ['m1 类别：综合性', { of: 'general' }], ['m1 special', { of: 'special' }]] as const) {
      await type(changeMeeting, words, desk)
      expect(sitting(desk)).toMatchObject({ ...sort, changes: 0 })
    }
    await act(changeMeeting, { meeting: 'm1', sort: 'any' }, desk)
    expect(sitting(desk)).not.toHaveProperty('of')
    expect(sitting(desk)?.answers.size).toBe(1)
  })
  it('of one kind alone, with the hour it has written otherwise, tells nobody and says so', async () => {
    const desk = deskFor()
    expect(shown(await type(changeMeeting, 'm1 7月10日 下午3点 专题', desk))).toContain('时间、地点没有变，不再通知成员')
    expect(sitting(desk)).toMatchObject({ of: 'special', changes: 0 })
    expect(shown(await type(changeMeeting, 'm1 专题', desk))).toBe('教育工作领导小组会议记作专题会议，没有改动。')
  })
  it('in a form that was opened before does not take back what another put right since', async () => {
    const desk = deskFor()
    const form = formIn(await type(changeMeeting, 'm1', desk))
    await type(changeMeeting, 'm1 专题', desk)
    await act(changeMeeting, { ...form.run.args, day: '2026-07-14', time: '15:00', place: '二楼会议室', sort: 'any' }, desk)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-14', of: 'special', changes: 1 })
  })
  it('in a form in which it is another than both is refused, and says what it is now', async () => {
    const desk = deskFor()
    const form = formIn(await type(changeMeeting, 'm1', desk))
    await type(changeMeeting, 'm1 专题', desk)
    expect(shown(await act(changeMeeting, { ...form.run.args, day: '2026-07-10', time: '15:00', place: '二楼会议室', sort: 'general' }, desk))).toMatch(/没有保存：您填写的时候，会议类别已改为“专题会议”/)
    expect(sitting(desk)).toMatchObject({ of: 'special' })
  })
  describe('of a body that owes sittings of one kind', () => {
    const owing = { ...group, cadences: [{ id: 'k1', every: 'year', of: 'special', times: 2, text: '每年至少召开2次专题会议' }] as const }
    const of = (): PlanState => after(planOf([task(1)], { bodies: [owing as never] }), '2026-07-01', { ...call, of: 'special' })
    it('says that it does not count any more, and what is left to hold', async () => {
      const desk = deskFor('沈若兰', of())
      expect(shown(await type(changeMeeting, 'm1 综合性', desk))).toContain('⚠️ 不再计入“每年至少召开2次专题会议”：2026年应开2次，已开0次，已安排0次。')
      expect(shown(await type(changeMeeting, 'm1 专题', desk))).not.toContain('不再计入')
    })
  })
  describe('of one that was held', () => {
    const held = (): PlanState => after(called({ day: day('2026-07-01') }), '2026-07-02', { type: 'record-meeting', meeting: 'm1', held: true })
    it('puts right what it counts as, which nobody is told', async () => {
      const desk = deskFor('沈若兰', held())
      expect(shown(await type(changeMeeting, 'm1 专题', desk))).toBe('✅ 已改：教育工作领导小组2026年第一次会议记作专题会议。')
      expect(sitting(desk)).toMatchObject({ of: 'special', status: 'held', changes: 0, day: '2026-07-01' })
    })
    it('is not moved: that is said with what it counts as, and how that is put right', async () => {
      const desk = deskFor('沈若兰', held())
      for (const words of ['m1', 'm1 7月13日 15:00', 'm1 7月13日 15:00 专题']) {
        const card = cardIn(await type(changeMeeting, words, desk))
        expect(shown({ kind: 'card', card })).toMatch(/登记为“已召开”，没有改动[^]*现在不区分类别，按每一条计入频次。类别记错了的，点下面的改。/)
        expect(Object.keys(buttons(card))).toEqual(['记作专题会议', '记作综合性会议', '不计入频次'])
      }
      await act(changeMeeting, buttons(cardIn(await type(changeMeeting, 'm1', desk)))['记作综合性会议']?.args, desk)
      expect(sitting(desk)).toMatchObject({ of: 'general' })
    })
  })
  it('of one whose day has been, and of which nobody said whether it was held, asks that first', async () => {
    const desk = deskOf({ plans: [called()], directory: directory(), asker: '沈若兰', today: '2026-07-15' })
    const card = cardIn(await type(changeMeeting, 'm1 7月20日', desk))
    expect(card.text).toBe('还没有改：教育工作领导小组会议7月10日(周五)已经过了，还没有登记开没开。')
    expect(sitting(desk)).toMatchObject({ day: '2026-07-10', changes: 0 })
    expect(buttons(card)['已开，登记签到']).toMatchObject({ command: 'attendance', args: { meeting: 'm1' } })
    await act(changeMeeting, buttons(card)['没开，改到7月20日']?.args, desk)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-20', changes: 1 })
  })
  it('to another day and another kind at once is one change, of which everybody is told', async () => {
    const desk = deskFor()
    expect(shown(await type(changeMeeting, 'm1 7月13日 9:30 专题', desk))).toContain('再通知2人一次')
    expect(sitting(desk)).toMatchObject({ day: '2026-07-13', of: 'special', changes: 1, place: '二楼会议室' })
  })
  it('is typed behind 会议 too', () => {
    const found = (words: string) => ((found) => (found.kind === 'found' ? [found.command.name.zh, found.words] : found.kind))(findCommand(commands, words.split(' ')))
    expect(['会议 改期 m6 7月13日 9:30', 'meeting move m6 7/13', '会议 取消 m6 防汛', 'meeting cancel m6', 'move meeting m6 20 July 10am'].map(found)).toEqual([['会议改期', ['m6', '7月13日', '9:30']], ['会议改期', ['m6', '7/13']], ['取消会议', ['m6', '防汛']], ['取消会议', ['m6']], ['会议改期', ['m6', '20', 'July', '10am']]])
  })
  it('is typed behind the number of its sitting too, as calling off and whether it was held are', async () => {
    const found = (words: string) => ((found) => (found.kind === 'found' ? [found.command.name.zh, found.words] : found.kind))(findCommand(commands, words.split(' ')))
    expect(['会议 m1 改期 16:00', '会议 p1/m1 改到 16:00', '会议 m1 取消 防汛', '会议 m1 议程', 'meeting m1 change 16:00', '会议 m1'].map(found)).toEqual([['会议改期', ['m1', '16:00']], ['会议改期', ['p1/m1', '16:00']], ['取消会议', ['m1', '防汛']], ['议程', ['m1']], ['会议改期', ['m1', '16:00']], ['会议', ['m1']]])
    const desk = deskFor('沈若兰', called({ day: day('2026-07-01') }))
    await type(meeting, 'm1 未开 防汛', deskOf({ plans: [desk.allPlans.get('p1' as never) as PlanState], directory: directory(), asker: '沈若兰', today: '2026-07-02' }))
    expect(sitting(desk)).toMatchObject({ status: 'not-held', reason: '防汛' })
  })
  it('is not said to be done where words behind the number were not read', async () => {
    const desk = deskFor()
    const card = cardIn(await type(meeting, 'm1 改到16:00', desk))
    expect(shown({ kind: 'card', card })).toMatch(/^⚠️ “改到16:00”没有用上，这里只看会议。/)
    expect(sitting(desk)).toMatchObject({ time: '15:00', changes: 0 })
    expect(shown(await type(meeting, 'm1', desk))).not.toContain('没有用上')
  })
  it('to an hour of the afternoon that was not said says how it was read', async () => {
    const desk = deskFor()
    expect(shown(await type(changeMeeting, 'm1 四点', desk))).toMatch(/已改：.*16:00，二楼会议室\n“四点”按下午16:00记/)
    expect(sitting(desk)).toMatchObject({ time: '16:00', place: '二楼会议室' })
  })
  it('of a body by its name asks which, with the day it is moved to', async () => {
    const card = cardIn(await type(changeMeeting, '教育工作 7月13日 9:30', deskFor()))
    expect(card.text).toBe('哪次会议？')
    expect(Object.values(buttons(card))[0]).toMatchObject({ command: 'change-meeting', args: { meeting: 'm1', time: '9:30' } })
  })
  it('keeps its subject: one that is typed is said not to be recorded, before anything is moved', async () => {
    const desk = deskFor()
    const form = formIn(await type(changeMeeting, 'm1 7月13日 15:00 议题：学位供给', desk))
    expect(formWaits(form, form.run, 'zh').text).toBe('改期不改议题，“学位供给”没有记。时间、地点还没有改。请点“会议改期”打开表单补上。')
    expect(form.fields).toMatchObject([{ now: '2026-07-13' }, { now: '15:00' }, {}, {}])
    expect(sitting(desk)).toMatchObject({ changes: 0 })
  })
  it.each(['延后一周', '每月5日', '13号', '7月13日 7月14日', 'next week', '上周五', '推迟到下周', '14日', '待定', 'next friday', 'soon'])('to “%s”, which is no day, is refused, and no place', async (words) => {
    const desk = deskFor()
    expect(shown(await type(changeMeeting, `m1 ${words}`, desk))).toMatch(/看不懂日期“/)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-10', time: '15:00', place: '二楼会议室', changes: 0 })
  })
  it.each(['7月13日 9:30-11:00', '7月13日 25:00', '25:00', '7月13日 下午', '9:30 15:00', '7月14日下午', '7月14日上午 二楼', '下周五下午', '改到下周五下午', '7月14日 9:00-11:00'])('to “%s”, which is no hour, is refused, and no place', async (words) => {
    const desk = deskFor()
    await type(changeMeeting, `m1 ${words}`, desk)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-10', time: '15:00', place: '二楼会议室', changes: 0 })
  })
  it.each([['7/14 3pm', '15:00'], ['July 14 3:00 pm', '15:00'], ['7/14 9 am', '09:00'], ['7/14 12:30pm', '12:30'], ['７月１４日 ９：３０', '09:30'], ['7月14日 下午 3点', '15:00']])('“%s” is read', async (words, time) => {
    const desk = deskFor()
    await type(changeMeeting, `m1 ${words}`, desk)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-14', time, place: '二楼会议室' })
  })
  it.each(['3号会议室', '三楼会议室', '行政中心3-201', 'room 2'])('to “%s” alone is to a place, which is seen before everybody is told', async (place) => {
    const desk = deskFor()
    const asked = cardIn(await type(changeMeeting, `m1 ${place}`, desk))
    expect(asked.text).toContain(`还没有改，请先看：教育工作领导小组，7月10日(周五) 15:00，${place}`)
    expect(sitting(desk)).toMatchObject({ changes: 0 })
    await act(changeMeeting, buttons(asked)['改']?.args, desk)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-10', time: '15:00', place })
  })
  it('to a day off is asked about first', async () => {
    const desk = deskFor()
    const card = cardIn(await type(changeMeeting, 'm1 7月12日 15:00', desk))
    expect(card.text).toMatch(/还没有改，请先看/)
    await act(changeMeeting, buttons(card)['仍然改期']?.args, desk)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-12' })
  })
  it('to an hour that is none gives the form back, with what was right in it', async () => {
    const card = cardIn(await type(changeMeeting, 'm1 7月13日 25:00 三楼', deskFor()))
    expect(card.refused).toBe('final')
    expect(formIn(await act(changeMeeting, buttons(card)['改一改']?.args, deskFor())).fields.map((field) => ('now' in field ? field.now : undefined)).slice(1)).toEqual(['25:00', '三楼', 'any'])
  })
  it('of one that was called off is refused', async () => expect(shown(await type(changeMeeting, 'm1 7月13日 15:00', deskFor('沈若兰', after(called(), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' }))))).toMatch(/已取消/))
})

describe('会议改期 of a sitting that others call', () => {
  const council = { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }
  const taken = (): PlanState => after(after(planOf([task(1)], { bodies: [council] }), '2026-07-01', { type: 'request-agenda', body: 'b2', topic: '听取汇报' }), '2026-07-01', { type: 'take-request', request: 'q1', day: day('2026-07-10') })
  it('takes the day alone, and can be read back', async () => {
    const desk = deskFor('沈若兰', taken())
    expect(formIn(await type(changeMeeting, 'm1', desk)).fields.map(({ name }) => name)).toEqual(['day'])
    expect(shown(await type(changeMeeting, 'm1 7月13日', desk))).toContain('议题“听取汇报”改到7月13日(周一)')
    expect(sitting(desk)).toMatchObject({ day: '2026-07-13', time: '' })
    expect(MeetingEvent.safeParse({ type: 'meeting-changed', meeting: 'm1', day: '2026-07-13', time: '', place: '' }).success).toBe(true)
  })
  it('takes a place alone, and of its kind speaks of no members', async () => {
    const desk = deskFor('沈若兰', taken())
    const asked = cardIn(await type(changeMeeting, 'm1 三楼', desk))
    await act(changeMeeting, buttons(asked)['改']?.args, desk)
    expect(sitting(desk)).toMatchObject({ day: '2026-07-10', time: '', place: '三楼' })
    expect(shown(await type(changeMeeting, 'm1 专题', desk))).toBe('✅ 已改：县政府常务会议记作专题会议。由对方召集，这里只登记，不发通知。')
  })
  it('of two items of one day is one sitting', () => {
    const both = after(after(taken(), '2026-07-02', { type: 'request-agenda', body: 'b2', topic: '审议方案' }), '2026-07-02', { type: 'take-request', request: 'q2', day: day('2026-07-10') })
    expect([...both.meetings.keys()]).toEqual(['m1'])
  })
})

describe('补记 on the day of a sitting that was called', () => {
  it('is that sitting, held', () => expect([...after(called({ day: day('2026-07-01') }), '2026-07-02', { type: 'record-past-meeting', body: 'b1', on: day('2026-07-01') }).meetings.values()]).toMatchObject([{ id: 'm1', status: 'held' }]))
})

describe('取消会议', () => {
  it('is typed 取消 with its number; with anything else that word is not known', () => {
    const found = (words: string) => ((found) => (found.kind === 'found' ? [found.command.name.zh, found.words] : found.kind))(findCommand(commands, words.split(' ')))
    expect([found('取消 m2 防汛'), found('取消 p1/m2'), found('取消 r1'), found('取消 休假')]).toEqual([['取消会议', ['m2', '防汛']], ['取消会议', ['p1/m2']], ['取消调度', ['r1']], 'unknown'])
  })
  it('of a body by its name asks which, and keeps why; a day there is the day it is called for', async () => {
    const two = after(called(), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-20'), time: '09:00', place: '' })
    const desk = deskFor('沈若兰', two)
    const card = cardIn(await type(cancelMeeting, '教育工作 7月20日 防汛', desk))
    expect(card.text).toBe('哪次会议？')
    const [run, ...others] = Object.values(buttons(card))
    expect(others).toEqual([])
    await act(cancelMeeting, run?.args, desk)
    expect([...two.meetings.values()].map(({ id, status }) => [id, status])).toEqual([['m1', 'scheduled'], ['m2', 'cancelled']])
    expect(two.meetings.get('m2')).toMatchObject({ reason: '防汛' })
  })
  it('asks why', async () => expect(formIn(await type(cancelMeeting, 'm1', deskFor())).fields.map(({ name }) => name)).toEqual(['reason']))
  it('is recorded with why', async () => {
    const desk = deskFor()
    expect(shown(await type(cancelMeeting, 'm1 防汛值守', desk))).toMatch(/已取消：教育工作领导小组会议[^]*原因：防汛值守/)
    expect(sitting(desk)).toMatchObject({ status: 'cancelled', reason: '防汛值守' })
  })
  it('of a series is of one, or of it and all after it', async () => {
    const series = (): PlanState => called({ later: [day('2026-08-10'), day('2026-09-10')] })
    const desk = deskFor('沈若兰', series())
    expect(formIn(await type(cancelMeeting, 'm2', desk)).fields.map(({ name }) => name)).toEqual(['reason', 'which'])
    await act(cancelMeeting, { plan: 'p1', meeting: 'm2', reason: '合并', which: 'rest', form: true }, desk)
    expect(['m1', 'm2', 'm3'].map((id) => sitting(desk, id)?.status)).toEqual(['scheduled', 'cancelled', 'cancelled'])
    const other = deskFor('沈若兰', series())
    await type(cancelMeeting, 'm2 合并', other)
    expect(['m1', 'm2', 'm3'].map((id) => sitting(other, id)?.status)).toEqual(['scheduled', 'cancelled', 'scheduled'])
  })
})

describe('取消会议 without a reason', () => {
  it('says that the reason is wanted, and one press opens the form', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const form = formIn(await type(cancelMeeting, 'm1', deskOf({ plans: [called()], directory: directory(), asker: '沈若兰', lang })))
      const card = formWaits(form, { command: 'cancel-meeting', args: { plan: 'p1', meeting: 'm1' } }, lang)
      if (lang === 'zh') expect(card.text).toBe('还没有取消：请写明原因，成员会看到。请点“取消会议”打开表单补上。')
      expect(Object.keys(buttons(card))).toEqual([lang === 'zh' ? '取消会议' : 'Call off'])
    }
    const passed = formIn(await type(meetingHeld, 'm1 未开', deskOf({ plans: [called()], directory: directory(), asker: '沈若兰', today: '2026-07-13' })))
    expect(passed.gap).toBe('还没有登记：请写明为什么没有开。')
  })
})

describe('取消会议 of a series', () => {
  it.each(['m2 之后都取消 机构改革', 'm2 rest 机构改革'])('typed as “%s” is of it and all after it', async (words) => {
    const desk = deskFor('沈若兰', called({ later: [day('2026-08-10'), day('2026-09-10')] }))
    await type(cancelMeeting, words, desk)
    expect(['m1', 'm2', 'm3'].map((id) => sitting(desk, id))).toMatchObject([{ status: 'scheduled' }, { status: 'cancelled', reason: '机构改革' }, { status: 'cancelled', reason: '机构改革' }])
  })
  it('without a reason asks for it, and keeps that all of them are meant', async () => {
    const form = formIn(await type(cancelMeeting, 'm2 之后都取消', deskFor('沈若兰', called({ later: [day('2026-08-10'), day('2026-09-10')] }))))
    expect(form.fields).toMatchObject([{ name: 'reason' }, { name: 'which', now: 'rest' }])
  })
})

describe('取消会议 once its day has been', () => {
  it('is that it was not held, and promises nobody a message', async () => {
    const desk = deskOf({ plans: [called()], directory: directory(), asker: '沈若兰', today: '2026-07-13' })
    expect(shown(await type(cancelMeeting, 'm1 没开成', desk))).not.toContain('取消的消息')
    expect(sitting(desk)).toMatchObject({ status: 'not-held', reason: '没开成' })
  })
})

describe('会议 未开 before its day', () => {
  it('is refused, and offers to call it off with the reason', async () => {
    const desk = deskFor()
    const card = cardIn(await type(meeting, '未开 m1 县长出差', desk))
    expect(shown({ kind: 'card', card })).toMatch(/7月10日\(周五\)，还没到时间，没有登记为未召开/)
    expect(sitting(desk)).toMatchObject({ status: 'scheduled' })
    await act(cancelMeeting, buttons(card)['取消会议']?.args, desk)
    expect(sitting(desk)).toMatchObject({ status: 'cancelled', reason: '县长出差' })
  })
})

describe('会议 已开 before its hour', () => {
  const early = () => deskOf({ plans: [called()], directory: directory(), asker: '沈若兰', today: '2026-07-10' })
  it('is asked about first', async () => {
    const desk = early()
    const card = cardIn(await type(meeting, '已开 m1', desk))
    expect(card.text).toContain('还没到15:00，现在就开始？')
    expect(sitting(desk)).toMatchObject({ status: 'scheduled' })
    await act(meetingHeld, buttons(card)['开始']?.args, desk)
    expect(sitting(desk)).toMatchObject({ status: 'held' })
  })
})

describe('加入日历', () => {
  it('is a file whose number goes up with every change', async () => {
    const desk = deskFor()
    const asked: unknown[] = []
    const written = { ...desk, write: (content: unknown) => (asked.push(content), Promise.resolve(new Uint8Array([1]))), get plans() { return desk.plans } }
    await type(calendarFile, 'm1', written)
    await type(changeMeeting, 'm1 7月13日 9:30', desk)
    const answer = await type(calendarFile, 'm1', written)
    expect(answer).toMatchObject({ kind: 'file', name: '会议-p1-m1-2026-07-13.ics' })
    expect(asked).toMatchObject([{ sequence: 0, day: '2026-07-10', uid: 'meeting-p1-m1@duban' }, { sequence: 1, day: '2026-07-13', time: '09:30', uid: 'meeting-p1-m1@duban' }])
  })
})
