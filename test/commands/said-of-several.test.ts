// Plain words about several tasks at once, or about none: one question for all of them, and no more choices than are asked about.
import { describe, expect, it } from 'vitest'
import { allNormal } from '#commands/all-normal.ts'
import { report as reportCommand } from '#commands/report.ts'
import { said } from '#commands/said.ts'
import { tasksInTurn } from '#src/reader/said-segments.ts'
import { onTrackSaid } from '#src/reader/said-normal.ts'
import { after, claim, day, directoryWith, planOf, report, task, taskNo, unitId, workCalendar } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const people = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] })
/** @param overdue the number of one that is */
const plan = (overdue?: number) => planOf(Array.from({ length: 12 }, (_, at) => task(at + 1, { title: `事项${'甲乙丙丁戊己庚辛壬癸子丑'[at] ?? ''}`, lead: '县教育局', ...(at + 1 === overdue ? { due: '2026-06-15' } : {}) })))
const deskAt = (of = plan()): TestDesk => deskOf({ today: '2026-07-02', plans: [of], directory: people, asker: '苏晚晴', now: workCalendar.instantOf(day('2026-07-02'), '09:00', 'Asia/Shanghai') })

describe('words that say no more than 正常推进', () => {
  it.each(['都正常', '没变化', '没有变化。', '4、18、22 都正常推进', 'p1-7 和 p1-1 正常推进', '3、5号任务按计划推进', '跟上次一样', '目前一切正常', '除了3都正常', '除3、5以外其他都正常', '1-5 都正常推进', '1至5项都正常'])('are known: %s', (words) => expect(onTrackSaid(words)).toBeDefined())
  it.each(['4 正常推进，18 已完成招标', '已完成60%', '不正常', '没有变化吗', '正常推进，缺钱', '土地没变化但资金没到', '除了资金都正常'])('are not: %s', (words) => expect(onTrackSaid(words)).toBeUndefined())

  it('of several tasks are one question for just these', async () => {
    const desk = deskAt()
    const card = cardIn(await act(said, { words: '1、2、5 都正常推进' }, desk))
    expectGoodCard(card)
    expect(buttons(card)['3项全部正常推进']).toMatchObject({ command: 'all-normal', args: { tasks: 'p1-1 p1-2 p1-5' } })
    expect(desk.recorded).toEqual([])
  })

  it('leave apart one among them that wants an answer of its own', async () => {
    const answer = await act(said, { words: '1、4、5 都正常推进' }, deskAt(plan(4)))
    expect(shown(answer)).toMatch(/不在其内：[^]*4 事项丁 · 已过期限/)
    expect(buttons(cardIn(answer))['2项全部正常推进']).toMatchObject({ args: { tasks: 'p1-1 p1-5' } })
  })

  it('count none whose completion waits', async () => {
    const answer = await act(said, { words: '1、2、5 都正常推进' }, deskAt(after(plan(), '2026-07-01', claim(2, '县教育局'))))
    expect(shown(answer)).toMatch(/不在其内[^]*2 事项乙 · .*已申请办结/)
    expect(buttons(cardIn(answer))['2项全部正常推进']).toMatchObject({ args: { tasks: 'p1-1 p1-5' } })
  })

  it.each([['1-5 都正常推进', 'p1-1 p1-2 p1-3 p1-4 p1-5'], ['1至3项都正常', 'p1-1 p1-2 p1-3'], ['除了3、4都正常', 'p1-1 p1-2 p1-5 p1-6 p1-7 p1-8 p1-9 p1-10 p1-11 p1-12']])('name a range, or all but some: %s', async (words, tasks) => {
    expect(Object.values(buttons(cardIn(await act(said, { words }, deskAt()))))).toContainEqual(expect.objectContaining({ args: expect.objectContaining({ tasks }) as unknown }))
  })

  it('say so where one of them is no task, and keep the words', async () => {
    const answer = await act(said, { words: '1、4、99 都正常推进' }, deskAt())
    expect(shown(answer)).toContain('99')
    expect(buttons(cardIn(answer))).not.toHaveProperty('2项全部正常推进')
  })

  it('of none are all that is asked now', async () => expect(buttons(cardIn(await act(said, { words: '没变化' }, deskAt(plan(4)))))).toHaveProperty('11项全部正常推进'))
})

describe('several tasks in one line, each with words of its own', () => {
  it.each([['1有困难编制没批，2号40%', [1, 2]], ['5号:捐书3000册. 6号:托管点20个. 7号没动', [5, 6, 7]], ['12 已完成招标，60%，6月底开工', []], ['12号任务已完成，3所学校已验收', []], ['12 已完成3个项目，5个在建', []], ['12 已走访，3 户没搬', []], ['12 已印发，5 份送到镇里', []]])('are told apart: %s', (words, numbers) => expect(tasksInTurn(words).flatMap(({ tasks }) => tasks.map(({ number }) => number))).toEqual(numbers))

  it('are asked for one by one: nothing said of one is recorded of another', async () => {
    const desk = deskAt()
    const card = cardIn(await act(said, { words: '1有困难编制没批，2号40%' }, desk))
    expectGoodCard(card)
    expect(card.text).toBe('这句话里有几项（1，2），还没有记录。请一项一项点，逐项确认。')
    expect(Object.values(buttons(card))).toMatchObject([{ command: 'said', args: { task: 'p1-1', words: '1有困难编制没批' } }, { command: 'said', args: { task: 'p1-2', words: '2号40%' } }])
    expect(desk.recorded).toEqual([])
  })

  it.each([['1、2都没变化，3已完成60%', ['p1-1', 'p1-2', 'p1-3']], ['1和2都完成了', ['p1-1', 'p1-2']], ['3,4 没啥进展', ['p1-3', 'p1-4']]])('leave none out: %s', async (words, tasks) => {
    expect(Object.values(buttons(cardIn(await act(said, { words }, deskAt())))).map(({ args }) => args['task'])).toEqual(tasks)
  })

  it('that say how some stand and that all the rest is on track keep each apart, with a button for the rest', async () => {
    const desk = deskAt()
    const card = cardIn(await act(said, { words: '都正常 就2编制没批' }, desk))
    expectGoodCard(card)
    expect(card.text).toBe('单独说的是2，还没有记录：先逐项点、逐项确认，再点“其余全部正常推进”。')
    expect(Object.values(buttons(card))).toMatchObject([{ command: 'said', args: { task: 'p1-2', words: '2编制没批' } }, { command: 'all-normal', args: { except: 'p1-2', preview: true } }])
    expect(shown(await act(allNormal, buttons(card)['其余全部正常推进']?.args, desk))).toContain('11项待记为“正常推进”，请确认')
    expect(desk.recorded).toEqual([])
  })

  it('are shown where numbers stand alone', async () => expect(Object.values(buttons(cardIn(await act(said, { words: '1 2' }, deskAt()))))).toMatchObject([{ command: 'task', args: { which: 'p1-1' } }, { command: 'task' }]))

  it('are one task and how far it is, where the second is no task of theirs', async () => {
    const desk = deskAt()
    expect(cardIn(await act(said, { words: '2 60' }, desk)).text).toBe('按此记录：2 事项乙，进展60%')
    expect(desk.recorded).toMatchObject([{ type: 'remark', task: 2, words: '2 60' }])
  })

  it('count for a task only where it is theirs', async () => expect(cardIn(await act(said, { words: '60弄好了' }, deskAt())).text).toContain('您说的是哪一项'))

  it.each(['1、2、99 有困难', '1号有困难编制没批，99号40%'])('say so where one of them is no task, and record nothing: %s', async (words) => {
    const desk = deskAt()
    expect(shown(await act(said, { words }, desk))).toContain('99')
    expect(desk.recorded).toEqual([])
  })
})

describe('a figure that is put right', () => {
  const reported = async (): Promise<TestDesk> => {
    const desk = deskAt()
    await type(reportCommand, '6 55 已开工', desk)
    return desk
  }
  it('is of the last report where that said what is denied, and of none where it did not', async () => {
    expect(cardIn(await act(said, { words: '不是55%，是60%' }, await reported())).text).toContain('按此更正：6')
    expect(cardIn(await act(said, { words: '不是2，是8' }, await reported())).text).toContain('您说的是哪一项')
  })
})

describe('words that name no task', () => {
  it('are asked about among what is asked now or was said today, not among all', async () => {
    const of = Array.from({ length: 12 }, (_, at) => at + 1).reduce((before, no) => (no === 6 || no === 7 ? before : after(before, '2026-06-25', report(no, '县教育局', { done: '已开工' }))), plan())
    const answer = await act(said, { words: '不对' }, deskAt(of))
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['6 事项己', '7 事项庚'])
  })

  it('are not said to be about one of one', async () => {
    const of = Array.from({ length: 12 }, (_, at) => at + 1).reduce((before, no) => (no === 6 ? before : after(before, '2026-06-25', report(no, '县教育局', { done: '已开工' }))), plan())
    const card = cardIn(await act(said, { words: '这个真弄不了' }, deskAt(of)))
    expect(card.text).toBe('您说的是这一项吗？是就点它。')
    expectGoodCard(card)
  })
})

describe('words that name a thing by its words', () => {
  const check = { every: 'year' as const, times: 1, month: 11, day: 30, debtor: unitId('县教育局'), id: 'c1', task: taskNo(2), what: '全覆盖检查', text: '每年对学校供餐单位开展1次全覆盖检查。' }
  const schools = () => planOf(['修缮校舍', '办好食堂', '科学编制学校布局规划'].map((title, at) => task(at + 1, { title, lead: '县教育局' })), { obligations: [check] })

  it('of a duty are that duty’s, and nothing is recorded before the tap', async () => {
    const desk = deskAt(schools())
    expect(shown(await act(said, { words: '供餐单位那个检查做完了' }, desk))).toContain('周期1')
    expect(desk.recorded).toEqual([])
  })

  it.each(['学校主体结构已封顶', '单位内部已开过动员会，60%', '那个检查正在开展，60%'])('are no duty’s for a word in passing, or where they say how far a task is: %s', async (words) => {
    const desk = deskAt(planOf([task(1, { title: '修缮校舍', lead: '县教育局' })], { obligations: [check] }))
    expect(cardIn(await act(said, { words }, desk)).text).toContain('1 修缮校舍')
    expect(desk.recorded).toMatchObject([{ type: 'remark', task: 1, words }])
  })

  it('of several alike are asked about, the duty too', async () => {
    const desk = deskAt(planOf([task(1, { title: '学校食堂改造', lead: '县教育局' }), task(2, { title: '布局规划', lead: '县教育局' })], { obligations: [{ ...check, task: taskNo(1), text: '每年检查学校食堂。' }] }))
    const card = cardIn(await act(said, { words: '食堂弄完了' }, desk))
    expectGoodCard(card)
    expect(Object.keys(buttons(card))).toEqual(['周期1 每年检查学校食堂。', '1 学校食堂改造'])
    expect(shown(await act(said, buttons(card)['周期1 每年检查学校食堂。']?.args, desk))).toMatch(/周期1[^]*您写的是：食堂弄完了/)
    expect(desk.recorded).toEqual([])
  })

  it('of a task are kept with it and read', async () => {
    const desk = deskAt(schools())
    expect(cardIn(await act(said, { words: '布局规划已完成60%' }, desk)).text).toContain('按此记录：3 科学编制学校布局规划')
    expect(desk.recorded).toMatchObject([{ type: 'remark', task: 3 }])
  })
})

describe('in English', () => {
  const english = (): TestDesk => Object.assign(deskAt(), { lang: 'en' as const })
  const read = async (words: string): Promise<string> => {
    const answer = await act(said, { words }, english())
    expectGoodCard(cardIn(answer))
    return shown(answer)
  }

  it.each([
    ['2 bidding is done, 60%', /To be recorded: 2 .*60%, bidding is done/], ['1, 2 are on track', /2 .*on track/], ['all on track but 2 no staff yet', /Said apart: 2; nothing is recorded yet/],
    ['2 blocked, no money yet', /To be recorded: 2 .*no money yet/], ['task 2 should be 40%', /40%/], ['2 is not ours', /2 /], ['how is it', /Which task do you mean/],
  ])('%s', async (words, expected) => expect(await read(words)).toMatch(expected))

  it('all the rest is one press', async () => expect(buttons(cardIn(await act(said, { words: 'all on track but 2 no staff yet' }, english())))).toHaveProperty('All the rest is on track'))
})
