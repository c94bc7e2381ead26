// A plain reply, from its words to the report it becomes.
import { describe, expect, it } from 'vitest'
import { said } from '#commands/said.ts'
import { replyDoor, tasksOfNotices } from '#src/sayings.ts'
import type { Place } from '#src/post.ts'
import type { Reply } from '#src/slack/callbacks.ts'
import { Notice } from '#src/reminders/notice.ts'
import { after, claim, planOf, planWith, report, task, acceptClaim } from '../builders.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown } from './acting.ts'
import { two, deskAt, near12, reply, press } from './a-reply.ts'

describe('a reply that names its task', () => {
  it('is kept at once as a remark, echoed, and becomes a report with 确认', async () => {
    const desk = deskAt('苏晚晴')
    const echo = cardIn(await reply(desk, '12号任务已完成招标,60%,6月底开工'))
    expectGoodCard(echo)
    expect(echo.text).toBe('按此记录：12 普惠园建设，进展60%，已完成招标，下一步6月底开工')
    expect(desk.recorded).toEqual([{ type: 'remark', task: 12, unit: '县教育局', words: '12号任务已完成招标,60%,6月底开工' }])
    expect(shown(await press(desk, buttons(echo)['确认']))).toContain('正常推进，进度60%：已完成招标；下一步6月底开工')
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', task: 12, progress: 60, done: '已完成招标', next: '6月底开工' })
  })

  it('says what stands when 确认 is pressed again, or by another contact later', async () => {
    const plan = two()
    const desk = deskAt('苏晚晴', [plan])
    const confirm = buttons(cardIn(await reply(desk, '12号任务已完成招标,60%')))['确认']
    await press(desk, confirm)
    for (const asker of ['苏晚晴', '顾平']) expect(shown(await press(deskAt(asker, [plan], '2026-06-11'), confirm))).toContain('苏晚晴已于6月10日')
    expect([...plan.assignments.values()].flatMap(({ earlier }) => earlier ?? [])).toEqual([])
  })

  it('asks before a lower figure is taken, and keeps what was confirmed', async () => {
    const plan = after(two(), '2026-06-01', report(12, '县教育局', { progress: 80 }))
    const desk = deskAt('苏晚晴', [plan])
    const echo = await reply(desk, '12 已完成招标，60%')
    expect(shown(echo)).toContain('上次报的是80%，这次低于上次')
    expect(shown(await press(desk, buttons(cardIn(echo))['确认']))).toContain('进度60%')
  })

  it('says which figure stays, where none is named', async () => {
    const plan = after(two(), '2026-06-01', report(12, '县教育局', { progress: 50 }))
    expect(shown(await reply(deskAt('苏晚晴', [plan]), '12 已完成招标'))).toContain('没写进度，仍按上次的50%')
    expect(shown(await reply(deskAt('苏晚晴', [plan]), '12 已完成招标，60%'))).not.toContain('仍按上次')
  })

  it('says before 确认 that its lead has brought the task to an end', async () => {
    const plan = after(after(two(), '2026-06-01', claim(12, '县教育局')), '2026-06-02', acceptClaim(12, '县教育局'))
    expect(shown(await reply(deskAt('陆岩', [plan]), '12 配套资金已拨付'))).toContain('这一项6月2日已办结，不用再报')
  })

  it('of another unit says whose it is, and gives the words back', async () => {
    const card = cardIn(await reply(deskAt('苏晚晴'), '第20项已拨付到位'))
    expect(card.text).toContain('第20项不由您的单位承担，承担单位是县财政局')
    expect(card.refused).toBe('final')
  })
})

describe('a reply in the thread of a message', () => {
  it('about one task means that one', async () => {
    const desk = deskAt('苏晚晴')
    expect(cardIn(await reply(desk, '已完成招标，6月底开工，60%', near12)).text).toContain('12 普惠园建设，进展60%')
  })

  it('means it though a number counts the points of a list, and is asked about where that number is a task too', async () => {
    expect(cardIn(await reply(deskAt('苏晚晴'), '1、已完成立项；2、已完成招标', near12)).text).toContain('12 普惠园建设')
    const which = cardIn(await reply(deskAt('苏晚晴'), '3 已完成招标', near12))
    expect(Object.keys(buttons(which))).toEqual(['12 普惠园建设', '3 健全心理健康网络'])
  })

  it('about several asks which, with a button each, and nothing is lost by choosing', async () => {
    const desk = deskAt('苏晚晴')
    const which = cardIn(await reply(desk, '已完成招标，60%', [...near12, { task: 'p1-3', unit: '县教育局' }]))
    expectGoodCard(which)
    expect(desk.recorded).toEqual([])
    expect(cardIn(await press(desk, buttons(which)['3 健全心理健康网络'])).text).toContain('按此记录：3 健全心理健康网络，进展60%，已完成招标')
    expect(desk.recorded).toEqual([{ type: 'remark', task: 3, unit: '县教育局', words: '已完成招标，60%' }])
  })

  it('that says nothing of the standing is a remark, which 填报 makes a report of', async () => {
    const desk = deskAt('苏晚晴')
    const card = cardIn(await reply(desk, '联系人改为王老师', near12))
    expectGoodCard(card)
    expect(card.text).toBe('已作为备注保存：12 普惠园建设')
    expect(formIn(await press(desk, buttons(card)['填报'])).fields.find(({ name }) => name === 'done')).toMatchObject({ now: '联系人改为王老师' })
  })
})

describe('what was read', () => {
  it('is changed in the form, filled in with it', async () => {
    const desk = deskAt('苏晚晴')
    const { fields } = formIn(await press(desk, buttons(cardIn(await reply(desk, '第十二项 资金没到位，受阻，请县财政局协调')))['改']))
    expect(fields.map(({ name, ...field }) => [name, 'now' in field ? field.now : undefined])).toEqual([['state', 'blocked'], ['problem', '资金没到位'], ['done', undefined], ['next', undefined], ['progress', undefined], ['needs', '县财政局']])
  })

  it('is asked for what stands in the way where only that something does was said', async () => {
    const desk = deskAt('苏晚晴')
    expect((await press(desk, buttons(cardIn(await reply(desk, '12 受阻')))['确认'])).kind).toBe('form')
  })

  it('says what could not be taken, in both languages', async () => {
    const desk = deskAt('苏晚晴')
    const card = await reply(desk, '12 已开工，130%，6月31日完工')
    expect(shown(card)).toContain('“130%”不是0到100的整数，没有记作进展。')
    expect(shown(card)).toContain('“6月31日”不存在')
    const english = cardIn(await act(said, { words: 'task 12: bidding is done, 60%, start in July' }, { ...desk, lang: 'en' }))
    expectGoodCard(english)
    expect(english.text).toBe('To be recorded: 12 普惠园建设, 60%, bidding is done, next: start in July')
  })

  it.each(['12 已全部完成', '12 已完成', '12 办完了', '12 done'])('that it is done, and nothing else, offers the claim first: %s', async (words) => {
    expect(Object.keys(buttons(cardIn(await reply(deskAt('苏晚晴'), words))))).toEqual(['申请办结', '只记进展', '改'])
  })

  it('that something is done, in words of its own, is a report first', async () => {
    expect(Object.keys(buttons(cardIn(await reply(deskAt('苏晚晴'), '12 已全部完成，3所园投入使用'))))[0]).toBe('确认')
  })

  it('is a remark alone on what is done already, and says so at once', async () => {
    const plan = after(after(two(), '2026-06-01', claim(12, '县教育局')), '2026-06-02', acceptClaim(12, '县教育局'))
    const desk = deskAt('苏晚晴', [plan])
    expect(shown(await reply(desk, '12 已完成招标'))).toContain('这一项6月2日已办结，不用再报')
    expect(desk.recorded.map(({ type: what }) => what)).toEqual(['remark'])
  })
})

describe('a reply that names none', () => {
  it('asks which of the unit’s open tasks, the pressing first, all within reach', async () => {
    const many = planWith(...Array.from({ length: 29 }, (_, at) => task(at + 1, { lead: '县教育局' })))
    const card = cardIn(await reply(deskAt('苏晚晴', [many]), '已完成招标，60%'))
    expectGoodCard(card)
    expect(Object.keys(buttons(card))).toHaveLength(29)
    expect(card.actions).toHaveLength(5)
  })

  it('means the only one there is', async () => expect(cardIn(await reply(deskAt('陆岩'), '已拨付到位')).text).toContain('20 经费保障'))

  it('of a unit that has none is told so', async () => {
    const card = cardIn(await reply(deskAt('陆岩', [planWith(task(1, { lead: '县教育局' }))]), '已完成招标'))
    expect(card.refused).toBe('final')
  })

  it('of a number that several plans have is asked about among those the unit has', async () => {
    const plans = [two(), planOf([task(3, { title: '信息化', lead: '县教育局' })], { id: 'p2' }), planOf([task(3, { lead: '县财政局' })], { id: 'p3' })]
    expect(Object.keys(buttons(cardIn(await reply(deskAt('苏晚晴', plans), '第3项已完成招标'))))).toEqual(['p1-3 健全心理健康网络', 'p2-3 信息化'])
  })
})

describe('the door', () => {
  const messages: Readonly<Record<string, readonly Notice[]>> = {
    one: [Notice.parse({ kind: 'nudged', key: 'k', to: 'u1', plan: 'p1', task: 12, unit: '县教育局' })],
    first: [Notice.parse({ kind: 'handed-out', key: 'k', to: 'u1', plan: 'p1', unit: '县教育局' })],
  }
  const { said: door } = replyDoor(said, ({ ts }: Place) => tasksOfNotices(messages[ts] ?? []))
  const through = async (asker: string, given: Partial<Reply>) => door({ words: '', isDocument: false, ...given }, deskAt(asker))
  const to = { conversation: 'D01', ts: 'one' }

  it.each([
    ['a greeting', '苏晚晴', { words: '你好' }],
    ['a question about no task', '苏晚晴', { words: '进展怎么填报' }],
    ['a command', '苏晚晴', { words: '汇总', understood: { command: 'summary', args: {} }, to }],
    ['a report that is typed as one, with its number', '苏晚晴', { words: '填报 12 60 已招标', understood: { command: 'report', args: { task: '12' } }, to }],
    ['a secretary’s word', '沈若兰', { words: '12 已完成招标', to }],
    ['chat in the thread of the first message', '苏晚晴', { words: '谢谢', understood: { command: 'noted', args: {} }, to: { conversation: 'D01', ts: 'first' } }],
  ])('leaves alone %s', async (_, asker, given) => expect(await through(asker, given)).toBeUndefined())

  it.each([
    ['a report in one’s own conversation', { words: '12 已完成招标' }],
    ['any word in a thread about a task', { words: '好的，已知悉', to }],
    ['a later day asked for by itself', { words: '延期到下周五，因为招标流标' }],
    ['a later day behind the command’s word alone', { words: '延期 下周五 招标流标', understood: { command: 'extend', args: { task: '下周五' } } }],
    ['that a task is another unit’s', { words: '12号不归我们' }],
    ['a command’s word to a message about a task', { words: '不是我负责', understood: { command: 'not-ours', args: {} }, to }],
    ['a sentence that begins as a command does', { words: '已完成 招标 60%', understood: { command: 'claim', args: { task: '招标', words: '60%' } }, to }],
    ['several lines of somebody who imports nothing', { words: '12 已完成招标\n60%', isDocument: true }],
  ])('takes %s', async (_, given) => expect((await through('苏晚晴', given))?.kind).toBe('card'))
})
