// Plain words that ask, or that speak of one task and mean another: what is shown, and that nothing is recorded for asking.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { confirmSaid } from '#commands/confirm-said.ts'
import { said } from '#commands/said.ts'
import { undo } from '#commands/undo.ts'
import { replyDoor } from '#src/sayings.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { planOf, planWith, task, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, shown } from './acting.ts'
import { county, deskFor, door, plan, wrote } from './in-plain-words.ts'

describe('a contact who asks what there is to do', () => {
  it.each(['这周要报什么', '我有哪些任务', '还有什么没报', '本月要办哪些事'])('reads 我的: %s', async (words) => expect(shown(await wrote(words, deskFor('苏晚晴')))).toContain('县教育局待办2项'))
})

describe('the number of a task alone, or with a question', () => {
  it.each(['p1-3', '3号？', '3为什么还没办完', 'p1-3 谁负责'])('shows the task to whoever asks: %s', async (words) => {
    for (const asker of ['沈若兰', '苏晚晴']) expect(shown(await wrote(words, deskFor(asker)))).toMatch(/3\.? 校车安全管理/)
  })
})

describe('a report with a word that also asks', () => {
  it.each(['1 没什么问题', '1没啥困难', '2 没什么变化', '1 什么困难都没有'])('is kept with its task, and shows no card in its place: %s', async (words) => {
    const desk = deskFor('苏晚晴')
    await wrote(words, desk)
    expect(desk.recorded).toMatchObject([{ type: 'remark', words }])
  })
})

it.each([['为什么 p1-4', 'why'], ['为什么p1-4', 'why'], ['驳回 25', 'return'], ['任务p1-4', 'task']])('%s is understood by its first word', (words, name) =>
  expect(findCommand(commands, words.split(' '))).toMatchObject({ kind: 'found', command: { name: { en: name } } }))

describe('what is asked in plain words', () => {
  it.each([
    ['教育局', '县教育局：'], ['县教育局的情况', '县教育局牵头的任务'], ['教育局怎么样了', '县教育局牵头的任务'], ['红灯有哪些', '“🔴 滞后”目前没有任务'], ['有几个黄灯', '🟡 预警：共4项'], ['还有多少没审', '待审已清'], ['有什么要审的', '待审已清'], ['全部同意', '待审已清'],
    ['提醒一下教育局2号', '将提醒1项'], ['提醒教育局', '将提醒2项'], ['县交通局并入县公安局', '县交通运输局从7月2日(周四)起并入县公安局？'], ['县交通局8月1日起并入县公安局', '8月1日(周六)起并入县公安局？'],
  ])('is answered to a secretary: %s', async (words, read) => expect(shown(await wrote(words, deskFor('沈若兰')))).toContain(read))

  it('of a number that two plans have asks which', async () => {
    const second = planOf([task(4, { title: '食堂整治', lead: '县教育局' })], { id: 'p2' })
    expect(shown(await wrote('4号任务怎么样了', deskOf({ asker: '沈若兰', plans: [plan(), second], directory: county() })))).toContain('有2个方案都有第4项')
  })

  it.each(['领导', '食堂', '学校安全', '我们局', '好多事情'])('is no unit: %s', async (words) => {
    const answer = await door({ words, isDocument: false }, deskFor('沈若兰'))
    expect(answer).toBeUndefined()
  })
})

it.each(['谁负责2', '领导问2怎么样了', '2号任务谁负责'])('how a task stands is shown, the number behind the question too: %s', async (words) => expect(cardIn(await wrote(words, deskFor('苏晚晴'))).text).toContain('2 学前教育扩容'))

describe('to a message about a task', () => {
  const { said: near } = replyDoor(said, () => [{ task: 'p1-1', unit: unitId('县教育局') }])
  const to = { conversation: 'D01', ts: 'one' }

  it.each([['谁还没报', '未报'], ['教育局联络员是谁', '县教育局'], ['下周我休假，唐老师帮我盯', '请确认：7月6日(周一)至7月12日(周日)']])('what is asked or arranged is read as anywhere: %s', async (words, read) => {
    const desk = deskFor('苏晚晴')
    const answer = await near({ words, isDocument: false, to }, desk)
    expect(answer === undefined ? '' : shown(answer)).toContain(read)
    expect(desk.recorded).toEqual([])
  })

  it.each(['60', '县公安局'])('a figure or whom to ask is an answer, and is kept: %s', async (words) => {
    const desk = deskFor('苏晚晴')
    await near({ words, isDocument: false, to }, desk)
    expect(desk.recorded).toMatchObject([{ type: 'remark', task: 1, words }])
  })
})

describe('what was said of one task and meant of another', () => {
  const two = () => planWith(task(18, { title: '校舍安全排查', lead: '县教育局' }), task(22, { title: '学前教育扩容', lead: '县教育局' }), task(30, { title: '教师培训', lead: '县教育局' }))
  const told = async (): Promise<TestDesk> => {
    const desk = deskOf({ asker: '苏晚晴', plans: [two()], directory: county() })
    await wrote('22已完成60%', desk)
    return desk
  }

  it.each(['18，不是22', '不是22，是18', '刚才说的22是18', '打错了是18不是22', '是18不是22'])('is offered for the other, and nothing recorded: %s', async (words) => {
    const desk = await told()
    const card = cardIn(await wrote(words, desk))
    expect(card.text).toContain('“已完成60%”说的是18 校舍安全排查')
    expect(buttons(card)).toEqual({ '18 校舍安全排查': expect.objectContaining({ command: 'said', args: expect.objectContaining({ task: 'p1-18', words: '已完成60%' }) as unknown }) as unknown })
    expect(desk.recorded).toHaveLength(1)
  })

  it('has 撤销 beside it where it was recorded', async () => {
    const desk = await told()
    await act(confirmSaid, {}, desk)
    const card = cardIn(await wrote('18，不是22', desk))
    await act(undo, buttons(card)['撤销']?.args, desk)
    expect(desk.recorded.map(({ type: what }) => what)).toEqual(['remark', 'report', 'undo'])
  })

  it.each(['不是60，是70', '18，不是30'])('is none where nothing was said of that one: %s', async (words) => {
    const answer = await door({ words, isDocument: false }, await told())
    expect(answer === undefined ? '' : shown(answer)).not.toContain('”说的是')
  })
})
