// Courtesies and 确认 as they are typed: a word alone is a command, the same word before a sentence is a reply.
import { describe, expect, it } from 'vitest'
import { allNormal } from '#commands/all-normal.ts'
import { commands } from '#commands/index.ts'
import { confirmSaid } from '#commands/confirm-said.ts'
import { noted } from '#commands/noted.ts'
import { queue } from '#commands/queue.ts'
import { reportForm } from '#commands/report-form.ts'
import { said } from '#commands/said.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { replyDoor } from '#src/sayings.ts'
import { acceptClaim, after, claim, day, directoryWith, planWith, report, task, workCalendar } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const people = directoryWith(['县教育局', '县财政局'], { name: '苏晚晴', contactOf: ['县教育局'] })
const two = () => planWith(task(1, { title: '普惠园建设', lead: '县教育局', due: '2026-12-31' }), task(2, { title: '经费保障', lead: '县财政局', support: ['县教育局'] }))
const deskAt = (plan = two(), now = '09:00'): TestDesk => deskOf({ today: '2026-06-10', plans: [plan], directory: people, asker: '苏晚晴', now: workCalendar.instantOf(day('2026-06-10'), now, 'Asia/Shanghai') })
const { said: door } = replyDoor(said, () => [])

/** As the router reads a line that was typed. */
async function written(words: string, desk: TestDesk) {
  const found = findCommand(commands, words.split(' '))
  return door({ words, isDocument: false, ...(found.kind === 'found' ? { understood: { command: found.command.name.en, args: found.command.typed(found.words) } } : {}) }, desk)
}

describe('a word of courtesy', () => {
  it.each(['好的 1号任务已完成招标，60%', '收到 1已完成招标 60%', '谢谢 1号任务已完成招标 60%', '是的 1号任务已完成招标 60%', '确认 1号任务已完成招标 60%', '点错了 1号任务应该是60%'])('before a sentence is part of the reply: %s', async (words) => {
    const desk = deskAt()
    const answer = await written(words, desk)
    expect(answer === undefined ? undefined : cardIn(answer).text).toContain('1 普惠园建设，进展60%')
    expect(desk.recorded.map(({ type: what }) => what)).toEqual(['remark'])
  })

  it.each(['收到，我马上安排', '好的 这就去看', '谢谢您的提醒'])('before words that tell nothing is answered as it is alone: %s', async (words) => {
    const desk = deskAt()
    const answer = await written(words, desk)
    expect(answer === undefined ? undefined : cardIn(answer).text).toContain('没有记录什么')
    expect(desk.recorded).toEqual([])
  })

  it.each(['好的', '收到', '谢谢', '收到！', '好的 谢谢', '收到 👍', '收到，谢谢', '好的，收到！辛苦了', '收到👍', '好的呢', '明白了'])('alone is answered in one line: %s', async (words) => {
    expect(findCommand(commands, words.split(' '))).toMatchObject({ kind: 'found', command: { name: { en: 'noted' } } })
    const card = cardIn(await type(noted, '', deskAt()))
    expectGoodCard(card)
    expect(card.lines).toHaveLength(1)
    expect(card.text).toContain('没有记录什么')
  })
})

it('a word of courtesy is offered to nobody: neither in help nor for a word that is near it', () => {
  expect(findCommand(commands, ['收一下'])).toMatchObject({ kind: 'unknown', nearest: expect.not.arrayContaining([noted]) as unknown })
})

describe('words that name nothing', () => {
  it.each(['老师到岗了', '普惠园验收过了'])('and tell of something done are asked about: %s', async (words) => {
    const answer = await written(words, deskAt())
    expect(answer === undefined ? '' : cardIn(answer).text).toMatch(/您说的是|按此记录|已作为备注/)
  })
  it.each(['吃饭了', '不用了', '普惠园', '天报 1'])('and tell of nothing are no reply: %s', async (words) => expect(await written(words, deskAt())).toBeUndefined())
})

describe('确认 with a number', () => {
  it.each([['确认1', 1], ['确认 1', 1], ['确认2', 2], ['确定 第2项', 2]])('is of what was said of that task, and of no other: %s', async (words, number) => {
    const desk = deskAt()
    await written('2 已拨付60%', desk)
    await written('1 已开工', desk)
    const found = findCommand(commands, words.split(' '))
    const answer = found.kind === 'found' ? await act(confirmSaid, found.command.typed(found.words), desk) : await written(words, desk)
    expect(answer === undefined ? '' : shown(answer)).toContain('已记录')
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', task: number })
  })

  it('of which nothing waits records nothing', async () => {
    const desk = deskAt()
    await written('1 已开工', desk)
    expect(shown(await act(confirmSaid, { task: '2' }, desk))).toContain('现在没有等您确认的内容')
    expect(desk.recorded.map(({ type: what }) => what)).toEqual(['remark'])
  })
})

describe('the word of a command', () => {
  it.each(['任务1已完成招标', '任务 1 已完成招标'])('that leads to a report is part of it: %s', async (words) => {
    const desk = deskAt()
    await written(words, desk)
    expect(desk.recorded).toMatchObject([{ type: 'remark', task: 1, words }])
  })

  it('that leads to the words of some is read with them', async () => {
    const answer = await written('全部正常 就1资金没到位', deskAt())
    expect(answer === undefined ? undefined : buttons(cardIn(answer))).toMatchObject({ '1 普惠园建设': { args: { words: '1资金没到位' } }, 其余全部正常推进: { command: 'all-normal' } })
  })

  it.each(['任务1', '任务 1', '任务 红灯', '全部正常 除 1', '全部正常'])('is the command where no more is said: %s', async (words) => expect(await written(words, deskAt())).toBeUndefined())
})

describe('the number of a task right before what is said of it', () => {
  it.each([['1有困难 编制没批', 'p1-1'], ['1不是我们的事', 'p1-1'], ['1还没动', 'p1-1'], ['1已完成招标', 'p1-1']])('names it: %s', async (words) => {
    const desk = deskAt()
    await written(words, desk)
    expect(desk.recorded).toMatchObject([{ type: 'remark', task: 1 }])
  })
})

describe('words that would end a difficulty', () => {
  const stuck = () => after(two(), '2026-06-01', report(1, '县教育局', { state: 'difficulty', progress: 30, problem: '2名老师未到岗' }))

  it.each(['1 老师到岗一个，85%', '1 老师够了，没困难了'])('say so before 确认, and offer that it is still there: %s', async (words) => {
    const desk = deskAt(stuck())
    const answer = await written(words, desk)
    const card = answer === undefined ? '' : shown(answer)
    expect(card).toMatch(/^按此记录：1 普惠园建设，正常推进，/)
    expect(card).toContain('上次报的是有困难：2名老师未到岗。确认后改为正常推进；困难还在，请点“仍有困难”。')
    const run = answer === undefined ? undefined : buttons(cardIn(answer))['仍有困难']
    const form = formIn(await act(reportForm, run?.args ?? {}, desk))
    expect(form.fields.slice(0, 2)).toMatchObject([{ name: 'state', now: 'difficulty' }, { name: 'problem', now: '2名老师未到岗' }])
    expect(form.fields).toContainEqual(expect.objectContaining({ name: 'done', now: expect.stringMatching(/^老师/) as string }))
  })

  it('say nothing of it where none was reported', async () => {
    const answer = await written('1 老师到岗一个，85%', deskAt(after(two(), '2026-06-01', report(1, '县教育局', { progress: 30 }))))
    expect(answer === undefined ? '' : shown(answer)).toMatch(/^按此记录：1 普惠园建设，进展85%，老师到岗一个/)
    expect(answer === undefined ? [] : Object.keys(buttons(cardIn(answer)))).not.toContain('仍有困难')
  })
})

describe('words behind the number of a task', () => {
  it.each(['1 选题定了', 'p1-1 找了3家企业', '2 开了两次会'])('are kept with it, whatever is read in them: %s', async (words) => {
    const desk = deskAt()
    const answer = await written(words, desk)
    expect(desk.recorded).toMatchObject([{ type: 'remark', words }])
    expect(answer === undefined ? '' : shown(answer)).toContain('填报')
  })

  it('of one that is done are kept, and no report is offered that would be refused', async () => {
    const plan = after(after(two(), '2026-06-01', claim(1, '县教育局')), '2026-06-03', acceptClaim(1, '县教育局'))
    const answer = await written('1 县财政局未提供名单，推进不了', deskAt(plan))
    expect(answer === undefined ? '' : shown(answer)).toContain('这一项6月3日已办结，不用再报；这句话只留作备注。情况有变，请联系督查室。')
    expect(answer === undefined ? [] : Object.keys(buttons(cardIn(answer)))).toEqual(['查看'])
  })

  it('of one that is said to be done are kept for the reviewer, with the way to take it back', async () => {
    const plan = after(two(), '2026-06-01', claim(1, '县教育局'))
    const answer = await written('1 不办结了，还有3个没接', deskAt(plan))
    expect(answer === undefined ? {} : buttons(cardIn(answer))).toMatchObject({ 撤回办结申请: { command: 'withdraw-claim' } })
    const reviewer = deskOf({ today: '2026-06-10', plans: [plan], directory: directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })
    expect(shown(await type(queue, '', reviewer))).toContain('之后又写(6月10日)：1 不办结了，还有3个没接')
  })
})

describe('what was reported and is wrong', () => {
  const reported = () => after(two(), '2026-06-01', report(1, '县教育局', { progress: 60, done: '已拨10万' }))

  it.each(['刚才1写错了', '刚才1写错了,是20万', '1号任务刚才写错了'])('is put right in the form, where no figure is said: %s', async (words) => {
    const answer = await written(words, deskAt(reported()))
    if (answer === undefined) throw new Error('nothing came of it')
    expectGoodCard(cardIn(answer))
    expect(cardIn(answer).actions?.[0]).toMatchObject({ label: '更正', run: { command: 'correct-report', args: { task: 'p1-1' } } })
  })

  it('is of the last report where the words name no task, and a number that was said there names none', async () => {
    const plan = two()
    await act(said, { words: '1号任务 60%' }, deskAt(plan))
    await type(confirmSaid, '', deskAt(plan, '09:01'))
    const desk = deskAt(plan, '09:02')
    for (const words of ['60应该是80%', '应该是80%']) expect(shown(await act(said, { words }, desk))).toContain('1 普惠园建设，进展60%→80%')
    const answer = await written('刚才写错了', desk)
    expect(answer === undefined ? {} : buttons(cardIn(answer))).toMatchObject({ 更正: { args: { task: 'p1-1' } } })
  })
})

describe('确认, typed', () => {
  it('finds what was said of a task that the unit helps with', async () => {
    const desk = deskAt()
    await act(said, { words: '2号任务已完成招标，60%' }, desk)
    expect(shown(await type(confirmSaid, '', desk))).toContain('进度60%')
  })

  it('passes over words that offered nothing to confirm', async () => {
    const plan = two()
    await act(said, { words: '1号任务已完成招标，60%' }, deskAt(plan))
    const desk = deskAt(plan, '09:01')
    await act(said, { words: '材料下午送到', near: [{ task: 'p1-2', unit: '县教育局' }] }, desk)
    expect(shown(await type(confirmSaid, '', desk))).toContain('进度60%')
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'report', task: 1 })
  })

  it('confirms the last words once, and none before them', async () => {
    const plan = two()
    await act(said, { words: '2 经费保障 30%' }, deskAt(plan))
    await act(said, { words: '1 普惠园建设 60%' }, deskAt(plan, '09:01'))
    await type(confirmSaid, '', deskAt(plan, '09:02'))
    const desk = deskAt(plan, '09:03')
    expect(shown(await type(confirmSaid, '', desk))).toContain('现在没有等您确认的内容')
    expect(desk.recorded).toEqual([])
  })

  it('confirms 正常推进 once too', async () => {
    const plan = two()
    await act(said, { words: '1号任务正常推进' }, deskAt(plan))
    await type(confirmSaid, '', deskAt(plan, '09:01'))
    expect(shown(await type(confirmSaid, '', deskAt(plan, '09:02')))).toContain('现在没有等您确认的内容')
  })

  it('asks for the later day that the echo asks for, and reports nothing', async () => {
    const desk = deskAt()
    await act(said, { words: '1号任务申请延期到2027年1月底，因为招标流标' }, desk)
    await type(confirmSaid, '', desk)
    expect(desk.recorded.map(({ type: what }) => what)).toEqual(['remark', 'ask-extension'])
  })

  it('says that it is done where the words ask for that', async () => {
    const desk = deskAt()
    const echo = cardIn(await act(said, { words: '1号任务全部完成了，申请办结' }, desk))
    expect(echo.actions?.[0]).toMatchObject({ style: 'primary', run: { command: 'claim' } })
    await type(confirmSaid, '', desk)
    expect(desk.recorded.map(({ type: what }) => what)).toEqual(['remark', 'claim'])
  })

  it('of a figure lower than last time says so before, and takes it at once', async () => {
    const plan = after(two(), '2026-06-01', report(1, '县教育局', { progress: 60 }))
    const desk = deskAt(plan)
    expect(shown(await act(said, { words: '1号任务已完成招标，50%' }, desk))).toContain('上次报的是60%，这次低于上次')
    expect(shown(await type(confirmSaid, '', desk))).toContain('进度50%')
  })

  it('records the fuller words of whoever tapped 全部正常推进 after them, once', async () => {
    const plan = two()
    await act(said, { words: '1号任务差不多一半了' }, deskAt(plan))
    await act(allNormal, { tasks: ['p1-1'] }, deskAt(plan, '09:01'))
    expect(shown(await type(confirmSaid, '', deskAt(plan, '09:02')))).toContain('进度50%')
    const again = deskAt(plan, '09:03')
    await type(confirmSaid, '', again)
    expect(again.recorded).toEqual([])
  })
})
