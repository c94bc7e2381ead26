// What people ask in words, in their own conversation with the bot and by a mention, and what they search for.
import { describe, expect, it } from 'vitest'
import { elementsOf } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { leader, education, stranger } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const channel = 'C0DBGZ01'
const bot = 'U0DUBAN01'
const asks = async (words: string, person: string = leader): Promise<string> => said(await talk.type(person, words))
/** What is read first: below the notification, whose words stand there again. */
const readLines = (words: string): string[] => words.split('\n').slice(1)

describe('a question in words', () => {
  it.each([
    ['教育局还有哪些没完成？', '问的是：县教育局未办结的任务', '命令：任务 县教育局 未办结'],
    ['本月到期的', '问的是：本月到期的任务', '命令：任务 本月到期'],
    ['谁没报', '问的是：谁还没报', '命令：任务 未报'],
    ['红灯有哪些', '问的是：滞后（红灯）的任务', '命令：任务 红灯'],
    ['为什么p1-4是红的', '问的是：任务p1-4为什么是这个灯', '命令：为什么 p1-4'],
    ['何县长分管的', '问的是：何县长分管的任务', '命令：任务 分管 何县长'],
    ['下次会议什么时候', '问的是：下次会议（目前没有已安排的）', '命令：会议'],
    ['截至6月30日红灯有哪些', '问的是：滞后（红灯）的任务（截至6月30日）', '命令：截至 6月30日 任务 红灯'],
    ['how many are red', '问的是：滞后（红灯）的任务', '命令：任务 红灯'],
  ])('%s is answered with what was understood on top, and the command', async (words, understood, typed) => {
    const answer = await asks(words)
    expect(readLines(answer).slice(0, 2)).toEqual([understood, typed])
    // The command gives the same answer, to the letter.
    const same = (await asks(`/duban ${typed.replace('命令：', '')}`)).split('\n').slice(1)
    expect(readLines(answer).slice(-same.length)).toEqual(same)
  })

  it('asked by a contact is answered to them as to anybody', async () => expect(await asks('谁没报', education)).toBe(await asks('谁没报')))

  it('by a mention is answered where it was asked', async () => {
    const [answer] = await sandbox.slack.answer(leader, channel, () => sandbox.slack.sendMessage(leader, channel, `<@${bot}> 红灯有哪些`))
    expect(said(answer ?? { blocks: [] })).toContain('命令：任务 红灯')
  })

  it('that is not understood is not guessed at: the nearest three are a press away', async () => {
    const answer = await talk.type(leader, '谁牵头的最多？')
    expect(said(answer)).toContain('没看懂“谁牵头的最多？”，不猜。')
    expect(buttons(answer)).toHaveLength(4)
    expect(said(await talk.press(leader, answer, '各单位的情况'))).toContain('按单位')
  })

  it('of somebody who is not registered is told how to be', async () => expect(await asks('谁没报', stranger)).not.toContain('问的是'))

  it('is no report, and a report no question', async () => {
    expect(await asks('p1-1完成了吗', education)).toContain('问的是：任务p1-1的进展')
    const told = await asks('p1-1 正在推进，已完成方案', education)
    expect(told).not.toContain('问的是')
  })
})

describe('查', () => {
  it.each(['/duban 查 jyj', '/duban 查　ＪＹＪ', '/duban 查 县教体局', '查 教育局'])('%s finds the unit with its tasks, the red first', async (words) => {
    const answer = await talk.type(leader, words)
    expect(said(answer)).toMatch(/县教育局?|教育局/)
    expect(said(answer)).toContain('🔴滞后 p1-4')
    expect(buttons(answer)).toContain('单位情况')
  })

  it('opens the list of all that was found, with as many', async () => {
    const answer = await talk.type(leader, '/duban 查 jyj')
    const all = buttons(answer).find((label) => label.startsWith('全部')) ?? ''
    expect(said(await talk.press(leader, answer, all))).toContain(`共${/\d+/.exec(all)?.[0] ?? ''}项`)
  })

  it.each(['/duban 查 p1-4', '/duban 查 ｐ１－４', '/duban p1-4', 'p1-4'])('%s opens the task', async (words) => expect(await asks(words)).toContain('健全心理健康服务网络'))
  it('of letters alone is the unit', async () => expect(await asks('/duban jyj')).toContain('县教育局：牵头'))
})

describe('按领域', () => {
  it('adds up, and each section opens as many', async () => {
    const screen = await talk.type(leader, '/duban 按领域 p1')
    const choices = elementsOf(screen.blocks ?? []).flatMap(({ element }) => (element.options ?? []).map(({ text, value }) => ({ actionId: element.action_id ?? '', choice: value, count: Number(/^查看.*?(\d+)项$/.exec(text.text)?.[1] ?? 0) }))).filter(({ count }) => count > 0)
    expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(Number(/共(\d+)项/.exec(said(screen))?.[1]))
    const [{ count, ...first } = { count: 0, actionId: '', choice: '' }] = choices
    expect(said(await talk.press(leader, screen, first))).toContain(`共${count}项`)
  })
})
