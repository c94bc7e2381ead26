// A plain reply that can be read in two ways or asks for something besides, and 确认 typed.
import { describe, expect, it } from 'vitest'
import { confirmSaid } from '#commands/confirm-said.ts'
import { reportForm } from '#commands/report-form.ts'
import { extend } from '#commands/extend.ts'
import { notOurs } from '#commands/not-ours.ts'
import { object } from '#commands/object.ts'
import { planOf, planWith, task } from '../builders.ts'
import type { TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'
import { two, deskAt, near12, reply, press } from './a-reply.ts'

describe('a reply that can be read both ways', () => {
  it('is asked about with two buttons, and nothing is reported until one is pressed', async () => {
    const desk = deskAt('苏晚晴')
    const echo = cardIn(await reply(desk, '12 还没完成'))
    expectGoodCard(echo)
    expect(Object.keys(buttons(echo))).toEqual(['正常推进', '有困难', '改'])
    expect(desk.recorded.map(({ type }) => type)).toEqual(['remark'])
    await press(desk, buttons(echo)['有困难'])
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', state: 'difficulty', problem: '还没完成' })
  })

  it('is on track in its own words where that was meant', async () => {
    const desk = deskAt('苏晚晴')
    await press(desk, buttons(cardIn(await reply(desk, '12 还没完成')))['正常推进'])
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', state: 'normal', done: '还没完成' })
  })

  it('is asked for the difficulty where no word of it was written', async () => {
    const desk = deskAt('苏晚晴')
    expect((await press(desk, buttons(cardIn(await reply(desk, '12 没有困难，受阻')))['有困难'])).kind).toBe('form')
  })
})

describe('a number without the word 任务', () => {
  const many = () => planWith(...Array.from({ length: 31 }, (_, at) => task(at + 1, { title: at === 17 ? '校园食堂提质改造' : `第${at + 1}件事`, lead: '县教育局' })))

  it.each([['18号已开标，60%', 18], ['4号正常推进', 4], ['第4项正常推进', 4], ['任务4正常推进', 4], ['4、正常推进', 4], ['4. 正常推进', 4], ['4项正常推进', 4], ['校园食堂提质改造 60%', 18], ['食堂提质改造完成六成', 18]])('is the task of that number, and a title its task: %s', async (words, number) => {
    const desk = deskAt('苏晚晴', [many()])
    await reply(desk, words)
    expect(desk.recorded).toMatchObject([{ type: 'remark', task: number }])
  })

  it('that may be a day as well is asked about, and is that day where another task was meant', async () => {
    const desk = deskAt('苏晚晴', [two()])
    const day18 = cardIn(await reply(desk, '12号完成', [{ task: 'p1-3', unit: '县教育局' }]))
    expect(Object.keys(buttons(day18))).toEqual(['3 健全心理健康网络', '12 普惠园建设'])
    expect(cardIn(await press(desk, buttons(day18)['3 健全心理健康网络'])).text).toContain('12号完成')
  })

  it.each(['18号前完成招标', '3号楼已完成', '3项措施已完成'])('is none where it is a day, a thing or a count: %s', async (words) => {
    const desk = deskAt('苏晚晴', [many()])
    expect(cardIn(await reply(desk, words)).text).toContain('您说的是哪一项')
  })

  it('that only one of the unit’s plans has is that one, in commands too', async () => {
    const plans = [two(), planOf([task(12, { title: '信息化', lead: '县财政局' })], { id: 'p2' })]
    expect(Object.keys(buttons(cardIn(await reply(deskAt('苏晚晴', plans), '12 已完成招标，60%'))))).toContain('确认')
    expect((await act(reportForm, { task: '20' }, deskAt('陆岩', [...plans, planOf([task(20, { lead: '县教育局' })], { id: 'p3' })]))).kind).toBe('form')
  })
})

describe('a reply that asks for something besides', () => {
  const dated = () => planWith(task(12, { title: '普惠园建设', due: '2026-06-30', lead: '县教育局' }), task(20, { lead: '县教育局' }))
  const desk = (): TestDesk => deskAt('苏晚晴', [dated()])
  const offered = async (words: string, at = desk()) => cardIn(await reply(at, words, near12))

  it('a later day, with its reason, is asked for with one tap', async () => {
    const at = desk()
    const card = await offered('延期到下周五，因为招标流标', at)
    expectGoodCard(card)
    expect(card.text).toBe('申请延期：12 普惠园建设，延到6月19日(周五)，原因：招标流标')
    expect(Object.keys(buttons(card))).toEqual(['确认', '改', '填报'])
    expect(formIn(await act(extend, buttons(card)['改']?.args, at)).fields).toMatchObject([{ now: '2026-06-19' }, { now: '招标流标' }])
    const later = await offered('申请延到8月底，因为招标流标', at)
    expect(shown(await act(extend, buttons(later)['确认']?.args, at))).toContain('申请延到8月31日')
    expect(at.recorded.at(-1)).toMatchObject({ type: 'ask-extension', task: 12, day: '2026-08-31', reason: '招标流标' })
  })

  it('is asked for what is missing of it: the reason, the day, a day that there is', async () => {
    const reasonless = await offered('申请延到8月底')
    expect(formIn(await act(extend, buttons(reasonless)['写原因']?.args, desk())).fields[0]).toMatchObject({ now: '2026-08-31' })
    const dayless = await offered('招标流标，申请延期')
    expect(formIn(await act(extend, buttons(dayless)['选日期']?.args, desk())).fields[1]).toMatchObject({ now: '招标流标' })
    expect(shown({ kind: 'card', card: await offered('申请延到6月31日，流标') })).toContain('“6月31日”不存在')
  })

  it('of a task without a date is told so', async () => expect(cardIn(await reply(desk(), '20 申请延到8月底')).text).toContain('没有写时限'))

  it('that it is another unit’s is said with one tap, and the unit may be named', async () => {
    const at = desk()
    const card = await offered('这个不归我们，是县财政局的', at)
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toContain('应是县财政局')
    expect(formIn(await act(notOurs, buttons(await offered('这个不归我们', at))['写明应是谁']?.args, at)).fields.at(-1)).toMatchObject({ now: '这个不归我们' })
    await act(notOurs, buttons(card)['不是我负责']?.args, at)
    expect(at.recorded.at(-1)).toMatchObject({ type: 'question-part', task: 12, should: '县财政局', words: '这个不归我们，是县财政局的' })
  })

  it('an objection is made with one tap', async () => {
    const at = desk()
    const card = await offered('不同意这个灯', at)
    expectGoodCard(card)
    expect(Object.keys(buttons(card))).toEqual(['提出异议', '填报'])
    await act(object, buttons(card)['提出异议']?.args, at)
    expect(at.recorded.at(-1)).toMatchObject({ type: 'object', task: 12, words: '不同意这个灯' })
  })

  it.each(['60', '60%', '六成'])('a figure alone is how far it is: %s', async (words) => {
    expect((await offered(words)).text).toBe('按此记录：12 普惠园建设，进展60%')
  })

  it('a figure that is none is said', async () => expect(shown({ kind: 'card', card: await offered('130') })).toContain('“130%”不是0到100的整数'))
})

describe('确认, typed', () => {
  it('records what was read out of the last words, as the button does', async () => {
    const desk = deskAt('苏晚晴')
    await reply(desk, '12号任务已完成招标,60%,6月底开工')
    expect(shown(await type(confirmSaid, '', desk))).toContain('正常推进，进度60%：已完成招标')
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', task: 12, progress: 60 })
  })

  it('is about the asker’s own words of today, and about those that are not answered yet', async () => {
    const plan = two()
    await reply(deskAt('苏晚晴', [plan]), '12号任务已完成招标,60%')
    for (const desk of [deskAt('顾平', [plan]), deskAt('苏晚晴', [plan], '2026-06-11')]) {
      const card = cardIn(await type(confirmSaid, '', desk))
      expectGoodCard(card)
      expect(card.text).toContain('现在没有等您确认的内容')
      expect(desk.recorded).toEqual([])
    }
    const desk = deskAt('苏晚晴', [plan])
    await type(confirmSaid, '', desk)
    expect(desk.recorded).toHaveLength(1)
    await type(confirmSaid, '', desk)
    expect(desk.recorded).toHaveLength(1)
  })
})
