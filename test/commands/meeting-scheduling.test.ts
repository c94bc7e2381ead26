// 会议 安排: what speaks against a sitting is said before anything is recorded.
import { describe, expect, it } from 'vitest'
import { changeMeeting } from '#commands/change-meeting.ts'
import { commands } from '#commands/index.ts'
import { meeting } from '#commands/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { after, day, nineOn, planOf, task } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'
import { directory, team, plan, deskFor, meetingsOf, filled } from './calling.ts'

describe('会议 安排', () => {
  it('is recorded at once where nothing speaks against it, and says who is told', async () => {
    const desk = deskFor()
    const answer = await type(meeting, '安排 教育工作 7月10日 15:00 二楼会议室', desk)
    expect(shown(answer)).toMatch(/已安排：教育工作领导小组会议，7月10日\(周五\) 15:00，二楼会议室[^]*通知发给3人/)
    expectGoodCard(cardIn(answer))
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['议程', '会议通知', '加入日历', '改期'])
    expect(meetingsOf(desk)).toMatchObject([{ id: 'm1', day: '2026-07-10', time: '15:00', place: '二楼会议室' }])
  })

  it('of an hour in English, and of figures as a phone types them', async () => {
    const desk = deskFor()
    await type(meeting, 'schedule 教育工作 July 14 3:00 pm room 2', desk)
    await type(meeting, '安排 教育工作 ７月２３日 ９：３０ （二楼）', desk)
    expect(meetingsOf(desk)).toMatchObject([{ day: '2026-07-14', time: '15:00', place: 'room 2' }, { day: '2026-07-23', time: '09:30', place: '（二楼）' }])
  })

  it.each([['leading group', '教育工作领导小组'], ['the leading group', '教育工作领导小组']])('of the %s, as who writes English calls it', async (name, said) => {
    const desk = deskFor()
    expect(shown(await type(meeting, `schedule ${name} 14 July 3pm room 2`, desk))).toContain(said)
    expect(meetingsOf(desk)).toMatchObject([{ body: 'b1', day: '2026-07-14', time: '15:00', place: 'room 2' }])
  })

  it('of a name nobody knows offers the bodies there are', async () =>
    expect(Object.keys(buttons(cardIn(await type(meeting, 'schedule council 14 July 3pm room 2', deskFor()))))).toEqual(['教育工作领导小组', '校园建设专班', '收费清理专班']))

  it.each(['每月三十一号 9:30 二楼', '延后一周 9:30', '13号 9:30 二楼', '7月13日 9:30 7月14日'])('on “%s”, which is no day, is refused', async (words) => {
    const desk = deskFor()
    expect(shown(await type(meeting, `安排 教育工作 ${words}`, desk))).toMatch(/看不懂日期“/)
    expect(meetingsOf(desk)).toEqual([])
  })

  it.each([['昨天', '2026-07-01'], ['上周五', '2026-06-26'], ['６月２６日', '2026-06-26']])('补记 of %s is of that day', async (words, on) => {
    const desk = deskFor()
    expect(shown(await type(meeting, `补记 教育工作 ${words}`, desk))).toContain('已补记')
    expect(meetingsOf(desk)).toMatchObject([{ status: 'held', day: on }])
  })

  it('补记 of a day that does not exist offers those beside it that have been', async () => {
    const desk = deskFor('沈若兰', plan(), { today: '2026-06-30', now: nineOn('2026-06-30') })
    const card = cardIn(await type(meeting, '补记 教育工作 专题 6月31日', desk))
    expect(shown({ kind: 'card', card })).toBe('“6月31日”不存在，请填6月30日(周二)。')
    expect(Object.keys(buttons(card))).toEqual(['6月30日'])
    await act(meeting, buttons(card)['6月30日']?.args, desk)
    expect(meetingsOf(desk)).toMatchObject([{ status: 'held', day: '2026-06-30', of: 'special' }])
  })

  it.each(['补记 校园建设专班 3月5日', '补记 会议 校园建设专班 3月5日', '补记会议 校园建设专班 3月5日', 'record meeting 校园建设专班 5 March'])('%s is 会议 补记', async (words) => {
    const desk = deskFor()
    const found = findCommand(commands, words.split(' '))
    if (found.kind !== 'found') throw new Error('not found')
    await act(found.command, found.command.typed(found.words), desk)
    expect(meetingsOf(desk)).toMatchObject([{ body: 'b2', status: 'held', day: '2026-03-05' }])
  })

  it.each(['补记 教育工作 3月5日 专题 校舍安全', '补记 教育工作 专题 校舍安全 3月5日', '补记 教育工作 3月5日 专题 议题：校舍安全'])('%s has its topic behind its kind', async (words) => {
    const desk = deskFor()
    expect(shown(await type(meeting, words, desk))).toMatch(/已补记：.*校舍安全/)
    expect(meetingsOf(desk)).toMatchObject([{ body: 'b1', day: '2026-03-05', of: 'special', topic: '校舍安全' }])
  })

  it('补记 of a window that closed short says that it has enough now', async () => {
    const of = planOf([task(1, { lead: '县教育局' })], { bodies: [{ ...team, cadences: [{ id: 'k1', every: 'quarter', times: 1, text: '每季度至少召开1次会议' }] }], period: { from: 2026, to: 2028 }, importedOn: '2026-01-05' })
    const answer = await type(meeting, '补记 校园建设 3月5日', deskFor('沈若兰', of))
    expect(shown(answer)).toMatch(/已补记：.*3月5日.*\n一季度应开的次数已补上 ✅/)
    expectGoodCard(cardIn(answer))
    expect(shown(await type(meeting, '补记 校园建设 3月6日', deskFor('沈若兰', of)))).not.toContain('已补上')
  })

  it('of 每月31日 at the end of the plan is shown first, though one is left', async () => {
    const desk = deskOf({ plans: [planOf([task(1)], { bodies: [team], period: { from: 2026, to: 2026 } })], directory: directory(), asker: '沈若兰', today: '2026-12-02' })
    const card = cardIn(await type(meeting, '安排 校园建设 每月31日 9:30 二楼', desk))
    expect(card.text).toMatch(/还没有安排，请先看：校园建设专班，12月31日/)
    expect(meetingsOf(desk)).toEqual([])
    await act(meeting, buttons(card)['安排']?.args, desk)
    expect(meetingsOf(desk)).toMatchObject([{ day: '2026-12-31' }])
  })

  it('is of the day that was shown, whenever the button is pressed', async () => {
    const desk = (today: string, of: PlanState) => deskOf({ plans: [of], directory: directory(), asker: '沈若兰', today })
    const of = plan()
    const asked = cardIn(await type(meeting, '安排 教育工作 下周六 15:00 二楼', desk('2026-07-03', of)))
    await act(meeting, buttons(asked)['仍然安排']?.args, desk('2026-07-06', of))
    const series = cardIn(await type(meeting, '安排 校园建设 每月10日 9:30 二楼', desk('2026-07-03', of)))
    await act(meeting, buttons(series)['安排']?.args, desk('2026-07-06', of))
    expect([...of.meetings.values()].slice(0, 3).map((each) => each.day)).toEqual(['2026-07-11', '2026-07-10', '2026-08-10'])
  })

  it('of a series of which the first day has passed since it was shown is refused', async () => {
    const of = plan()
    const series = cardIn(await type(meeting, '安排 校园建设 每月10日 9:30 二楼', deskOf({ plans: [of], directory: directory(), asker: '沈若兰', today: '2026-07-03' })))
    expect(shown(await act(meeting, buttons(series)['安排']?.args ?? buttons(series)['仍然安排']?.args, deskOf({ plans: [of], directory: directory(), asker: '沈若兰', today: '2026-07-13' })))).toMatch(/7月10日/)
    expect(of.meetings.size).toBe(0)
  })

  it('of a day that the plan has no more offers to call one', async () => {
    const desk = deskOf({ plans: [planOf([task(1)], { bodies: [team], period: { from: 2026, to: 2026 } })], directory: directory(), asker: '沈若兰', today: '2026-12-20' })
    expect(Object.keys(buttons(cardIn(await type(meeting, '安排 校园建设 每月5日 9:30 二楼', desk))))).toEqual(['安排会议'])
  })

  it('on a day off is asked about first, and recorded when it is pressed all the same', async () => {
    const desk = deskFor()
    const card = cardIn(await type(meeting, '安排 教育工作 7月11日 15:00 二楼会议室', desk))
    expect(card.text).toMatch(/还没有安排，请先看/)
    expect(shown({ kind: 'card', card })).toMatch(/7月11日\(周六\)不是工作日/)
    expect(meetingsOf(desk)).toEqual([])
    await act(meeting, buttons(card)['仍然安排']?.args, desk)
    expect(meetingsOf(desk)).toMatchObject([{ day: '2026-07-11' }])
  })

  it.each([['3点', '15:00'], ['三点', '15:00'], ['3点半', '15:30'], ['3点钟', '15:00'], ['两点一刻', '14:15']])('of %s means the afternoon, and says so', async (hour, time) => {
    const desk = deskFor()
    expect(shown(await type(meeting, `安排 教育工作 7月10日 ${hour} 二楼会议室`, desk))).toContain(`“${hour}”按下午${time}记；要是凌晨，请改成`)
    expect(meetingsOf(desk)).toMatchObject([{ time, place: '二楼会议室' }])
  })
  it.each([['早上3点', '03:00'], ['凌晨3点', '03:00'], ['03:00', '03:00'], ['3:00', '03:00']])('of %s means what it says, and is asked about', async (hour, time) => {
    const answer = shown(await type(meeting, `安排 教育工作 7月10日 ${hour} 二楼会议室`, deskFor()))
    expect(answer).toMatch(new RegExp(`${time}[^]*不在08:00—20:00之间`))
    expect(answer).not.toContain('按下午')
  })
  it.each([['上午9点', '09:00'], ['九点半', '09:30'], ['下午三点', '15:00'], ['十五点', '15:00'], ['10点', '10:00']])('of %s needs no word more', async (hour, time) => {
    const desk = deskFor()
    expect(shown(await type(meeting, `安排 教育工作 7月10日 ${hour} 二楼会议室`, desk))).not.toContain('按下午')
    expect(meetingsOf(desk)).toMatchObject([{ time }])
  })
  it('of seven is the evening, and the other the morning', async () => expect(shown(await type(meeting, '安排 教育工作 7月10日 7点 二楼会议室', deskFor()))).toContain('“7点”按晚上19:00记；要是早上，请改成07:00。'))
  it.each(['07时30分', '03点'])('of %s, as a clock shows it, is the morning', async (hour) => expect(shown(await type(meeting, `安排 教育工作 7月10日 ${hour} 二楼会议室`, deskFor()))).toMatch(/7月10日\(周五\) 0[37]:/))
  it('of the afternoon that was not said is said before what is asked too', async () => expect(shown(await type(meeting, '安排 教育工作 7月11日3点 二楼会议室', deskFor()))).toMatch(/15:00，二楼会议室[^]*“3点”按下午15:00记[^]*不是工作日/))

  it('at an hour at which nobody is told anything is asked about first', async () => expect(shown(await type(meeting, '安排 教育工作 7月10日 20:30 二楼会议室', deskFor()))).toMatch(/不在08:00—20:00之间/))

  it('near another of the same people names both meetings and the people', async () => {
    const desk = deskFor('沈若兰', after(plan(), '2026-07-01', { type: 'schedule-meeting', body: 'b2', day: day('2026-07-10'), time: '14:00', place: '' }))
    expect(shown(await type(meeting, '安排 教育工作 7月10日 15:00 二楼会议室', desk))).toMatch(/与校园建设专班（7月10日\(周五\) 14:00）时间太近，这几位要参加两个会：苏晚晴/)
  })

  it('at the hour of another in the same room says both, also where nobody sits in both', async () => {
    const at = (body: string, place: string) => deskFor('沈若兰', after(plan(), '2026-07-01', { type: 'schedule-meeting', body, day: day('2026-07-10'), time: '15:00', place }))
    expect(shown(await type(meeting, '安排 教育工作 7月10日 15:00 二楼会议室', at('b2', '二楼 会议室')))).toMatch(/与校园建设专班（7月10日\(周五\) 15:00）同一时间，也在二楼会议室，这几位要参加两个会：苏晚晴/)
    const apart = planOf([task(1)], { bodies: ['县教育局', '县财政局'].map((member, at) => ({ ...team, id: `b${at + 1}`, name: `${member}专班`, leader: member })).map((of) => ({ ...of, members: [] })) })
    expect(shown(await type(meeting, '安排 县教育局专班 7月10日 14:00 三楼', deskFor('沈若兰', after(apart, '2026-07-01', { type: 'schedule-meeting', body: 'b2', day: day('2026-07-10'), time: '15:00', place: '三楼' }))))).toMatch(/与县财政局专班（7月10日\(周五\) 15:00）时间太近，也在三楼。/)
  })

  it('two hours from another is not near it', async () => {
    const desk = deskFor('沈若兰', after(plan(), '2026-07-01', { type: 'schedule-meeting', body: 'b2', day: day('2026-07-10'), time: '13:00', place: '' }))
    expect(shown(await type(meeting, '安排 教育工作 7月10日 15:00 二楼会议室', desk))).toMatch(/已安排/)
  })

  it('of a body few of whose members can be told names those who cannot', async () => expect(shown(await type(meeting, '安排 资金保障 7月10日 15:00 二楼', deskFor()))).toMatch(/3个成员里只有1个能收到通知，请另行告知：县住建局、县医保局/))
  it('of a body without members is refused with what to do', async () => expect(shown(await type(meeting, '安排 收费清理 7月10日 15:00 二楼', deskFor()))).toMatch(/还没有成员/))
  it('of a body without members is refused before anything is asked, with the form in which they are written', async () => expect(buttons(cardIn(await type(meeting, '安排 收费清理 7月11日 15:00 二楼', deskFor())))).toMatchObject({ 编辑成员: { command: 'body', args: { act: 'edit', body: 'b3' } } }))
  it('is found where 工作 is left out of its name, or written beside it', async () => expect(shown(await type(meeting, '安排 校园建设工作专班 7月10日 15:00 二楼', deskFor()))).toContain('校园建设专班'))
  it.each([
    '教育工作 时间：7月10日 15:00 地点：二楼会议室', '教育工作 7月10日 时间：15:00 地点：二楼会议室', '教育工作 地点：二楼会议室 时间：7月10日15:00', '教育工作 日期：7月10日，时间：下午3点，地点：二楼会议室。', '教育工作 会议时间: 7月10日 15:00；会议地点: 二楼会议室', '教育工作 时间： 7月10日 15:00 地点： 二楼会议室', '教育工作 地点：二楼会议室 7月10日 15:00', '教育工作时间：7月10日15:00地点：二楼会议室', '教育工作 date: 7/10 time: 15:00 place: 二楼会议室',
  ])('reads what is labelled as what it says: %s', async (words) => {
    const desk = deskFor()
    await type(meeting, `安排 ${words}`, desk)
    expect(desk.recorded).toMatchObject([{ type: 'schedule-meeting', body: 'b1', day: '2026-07-10', time: '15:00', place: '二楼会议室' }])
  })
  it('takes no word within a topic or a place for a label, and a day behind the topic for the day', async () => {
    const desk = deskFor()
    await type(meeting, '安排 教育工作 议题：研究招生时间：调整方案 7月9日 15:00 二楼', desk)
    await type(meeting, '安排 教育工作 7月20日 15:00 二楼会议室（时间：待定）', desk)
    expect(meetingsOf(desk)).toMatchObject([{ day: '2026-07-09', topic: '研究招生时间：调整方案', place: '二楼' }, { day: '2026-07-20', place: '二楼会议室（时间：待定）' }])
  })

  it('takes what is to be discussed behind its label, and a place of several words', async () => {
    const desk = deskFor()
    await type(meeting, '安排 教育工作 时间：7月10日 15:00 议题：研究学位供给 地点：县委 三楼 会议室', desk)
    expect(desk.recorded).toMatchObject([{ day: '2026-07-10', time: '15:00', place: '县委 三楼 会议室', topic: '研究学位供给' }])
  })
  it.each([
    ['7月10日 地点：9:30 二楼会议室', '看不懂时间“地点：9:30”', { place: '二楼会议室' }], ['7月10日 15:00 地点：9:30', '看不懂时间“15:00 地点：9:30”', {}], ['7月10日 时间：二楼会议室', '看不懂时间“时间：二楼会议室”', {}],
    ['日期：9:30 地点：二楼', '看不懂日期“日期:9:30”', { place: '二楼' }], ['15:00 地点：7月10日', '看不懂日期“地点:7月10日”', { time: '15:00' }],
  ])('asks about a label whose value does not fit: %s', async (words, says, kept) => {
    const desk = deskFor()
    const card = cardIn(await type(meeting, `安排 教育工作 ${words}`, desk))
    expect(card.text).toContain(says)
    expect(buttons(card)['编辑'] ?? buttons(card)['返回修改'] ?? Object.values(buttons(card))[0]).toMatchObject({ command: 'meeting', args: { edit: true, ...kept } })
    expect(desk.recorded).toEqual([])
  })
  it('moves one by labels, too', async () => {
    const of = after(plan(), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼' })
    const desk = deskFor('沈若兰', of)
    await type(changeMeeting, 'm1 时间：7月13日 9:30 地点：三楼', desk)
    await type(changeMeeting, 'm1 地点：9:30', desk)
    expect(desk.recorded).toMatchObject([{ type: 'change-meeting', day: '2026-07-13', time: '09:30', place: '三楼' }])
  })
  it('in the past is refused', async () => expect(shown(await type(meeting, '安排 教育工作 2026-07-01 15:00 二楼', deskFor()))).toMatch(/7月1日/))
  it('at an hour of today that is over says so, and how a meeting that took place is recorded', async () => {
    const desk = deskFor('沈若兰', plan(), { now: nineOn('2026-07-02') })
    expect(shown(await type(meeting, '安排 教育工作 今天 8:30 二楼', desk))).toMatch(/今天08:30已经过了.*补记/)
    expect(meetingsOf(desk)).toEqual([])
  })
  it('on a day that no month has names the last one of it', async () => expect(shown(await type(meeting, '安排 教育工作 2月30日 15:00 二楼', deskFor()))).toMatch(/2月28日/))

  it.each([['7月10日 25:00', undefined], ['2月30日 15:00', undefined], ['2026-07-01 15:00', undefined], ['7月10日', '2026-07-10']])('at %s gives the form back, with what was right in it', async (when, now) => {
    const card = cardIn(await type(meeting, `安排 教育工作 ${when} 二楼会议室`, deskFor()))
    const { fields } = formIn(await act(meeting, buttons(card)['改一改']?.args, deskFor()))
    expect(card.refused).toBe('final')
    expect(fields.slice(0, 3).map((field) => ('now' in field ? field.now : undefined))).toEqual([when.includes('25:00') ? '2026-07-10' : now, when.split(' ')[1] ?? '09:00', '二楼会议室'])
  })
  it('of one of several bodies is not asked about before its hour can be read', async () => {
    const card = cardIn(await type(meeting, '安排 专班 7月10日 25:00 二楼会议室', deskFor()))
    expect(card.text).toContain('看不懂时间“25:00”')
    const which = cardIn(await act(meeting, buttons(card)['改一改']?.args, deskFor()))
    expect(which.text).toBe('哪个会？')
    expect((await act(meeting, Object.values(buttons(which))[0]?.args, deskFor())).kind).toBe('form')
  })
  it('of a body nobody knows is said of the one that is chosen, with all that was written', async () => {
    const desk = deskFor()
    const card = cardIn(await type(meeting, '安排 教学领导小组 7月10日 15:00 二楼会议室', desk))
    await act(meeting, buttons(card)['教育工作领导小组']?.args, desk)
    expect(meetingsOf(desk)).toMatchObject([{ body: 'b1', day: '2026-07-10', time: '15:00', place: '二楼会议室' }])
  })

  it('without a day opens the form, with what it counts as and whether it comes back', async () =>
    expect(formIn(await type(meeting, '安排 教育工作', deskFor())).fields.map(({ name }) => name)).toEqual(['day', 'time', 'place', 'topic', 'sort', 'repeat']))

  it('in a form has what is wrong beside its field', async () => {
    expect(await act(meeting, filled({ day: '2026-07-01' }), deskFor())).toMatchObject({ kind: 'form-errors', errors: { day: expect.any(String) as unknown } })
    expect(await act(meeting, filled({ time: '饭后' }), deskFor())).toMatchObject({ kind: 'form-errors', errors: { time: expect.stringContaining('15:00') as unknown } })
    expect(await act(meeting, filled({ day: '2026-07-02', time: '8:00' }), deskFor())).toMatchObject({ kind: 'form-errors', errors: { time: expect.stringContaining('已经过了') as unknown } })
    expect(await act(meeting, filled({ place: ' ' }), deskFor())).toMatchObject({ kind: 'form-errors', errors: { place: expect.any(String) as unknown } })
  })

  it('keeps its topic and what it counts as', async () => {
    const desk = deskFor()
    await act(meeting, filled({ topic: '学位供给', sort: 'special' }), desk)
    expect(meetingsOf(desk)).toMatchObject([{ topic: '学位供给', of: 'special' }])
  })

  it('comes back with what was written when it is to be changed', async () => {
    const desk = deskFor()
    const card = cardIn(await act(meeting, filled({ day: '2026-07-11', topic: '学位供给' }), desk))
    const form = formIn(await act(meeting, buttons(card)['改一改']?.args, desk))
    expect(form.fields.map((field) => ('now' in field ? field.now : undefined))).toEqual(['2026-07-11', '15:00', '二楼会议室', '学位供给', 'any', 'once'])
  })

  it('that nobody can be told of in time says so', async () => {
    const desk = deskFor('沈若兰', plan(), { today: '2026-07-10', now: '2026-07-10T12:30:00.000Z' })
    const card = cardIn(await type(meeting, '安排 教育工作 7月11日 15:00 二楼', desk))
    expect(shown(await act(meeting, buttons(card)['仍然安排']?.args, desk))).toMatch(/开会之前发不出消息/)
  })

  it('is a secretary’s alone', async () => expect(shown(await type(meeting, '安排 教育工作 7月10日 15:00 二楼', deskFor('苏晚晴')))).toMatch(/督查室/))
})

describe('a body that meets within a week already', () => {
  it.each([['the day after', '7月11日'], ['the day before', '7月9日'], ['the same day', '7月10日'], ['five working days later', '7月17日']])('is looked at before it is called again: %s', async (_, on) => {
    const desk = deskFor()
    await type(meeting, '安排 校园建设 7月10日 9:30 三楼', desk)
    const card = cardIn(await type(meeting, `安排 校园建设 ${on} 15:00 三楼`, desk))
    expect(shown({ kind: 'card', card })).toMatch(/还没有安排，请先看[^]*校园建设专班一周之内已有会议：7月10日\(周五\) 09:30（m1）/)
    expect(meetingsOf(desk)).toHaveLength(1)
    await act(meeting, buttons(card)['仍然安排']?.args, desk)
    expect(meetingsOf(desk)).toHaveLength(2)
  })

  it('is called at once more than a week from it', async () => {
    const desk = deskFor()
    await type(meeting, '安排 校园建设 7月10日 9:30 三楼', desk)
    await type(meeting, '安排 校园建设 7月20日 9:30 三楼', desk)
    expect(meetingsOf(desk)).toHaveLength(2)
  })

  it('and was held is one too, and one that was called off is none', async () => {
    const held = after(plan(), '2026-07-01', { type: 'record-past-meeting', body: 'b2', on: day('2026-06-30') })
    expect(shown(await type(meeting, '安排 校园建设 7月6日 9:30 三楼', deskFor('沈若兰', held)))).toMatch(/一周之内已有会议：6月30日/)
    const desk = deskFor()
    await type(meeting, '安排 校园建设 7月10日 9:30 三楼', desk)
    await desk.record('p1' as never, { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' })
    await type(meeting, '安排 校园建设 7月13日 9:30 三楼', desk)
    expect(meetingsOf(desk)).toHaveLength(2)
  })

  it('is not said of the sitting itself where it is moved', async () => {
    const desk = deskFor()
    await type(meeting, '安排 校园建设 7月10日 9:30 三楼', desk)
    await type(changeMeeting, 'm1 7月13日 9:30 三楼', desk)
    expect(meetingsOf(desk)).toMatchObject([{ day: '2026-07-13' }])
  })
})
