// Questions in words: what is understood stands above the answer, with the command that gives the same; nothing is ever recorded by one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { said } from '#commands/said.ts'
import type { Answer, Command } from '#src/command.ts'
import { replyDoor } from '#src/sayings.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { wordsOfTyped } from '#src/slack/incoming-text.ts'
import type { Reply } from '#src/slack/callbacks.ts'
import type { Card, Lang } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { directoryWith, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { asked, told, unclear } from '../reader/questions.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { buttons, cardIn, shown } from './acting.ts'

const county = () => {
  const directory = directoryWith(
    [{ name: '县教育局', aliases: ['县教体局'] }, { name: '县交通运输局', aliases: ['县交通局'] }, '县公安局', '县水利局', '县农业农村局', '县财政局', '长乐镇'],
    { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '李长风', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县教育局'] },
  )
  for (const [id, person] of directory.people) if (person.roles.includes('leader')) directory.people.set(id, { ...person, fields: ['重点任务'] })
  return directory
}
const plan = () => planWith(...Array.from({ length: 12 }, (_, at) => task(at + 1, { title: `任务事项${at + 1}`, lead: at % 2 === 0 ? '县教育局' : '县公安局', ...(at === 11 ? { due: '2026-06-15' } : {}) })))
const deskFor = (asker: string, lang: Lang = 'zh'): TestDesk => deskOf({ asker, lang, plans: [plan()], directory: county() })

/** As the router asks: the command that its first word is goes with it. */
function replyOf(words: string): Reply {
  const found = findCommand(commands, wordsOfTyped(words))
  return { words, isDocument: false, ...(found.kind === 'found' ? { understood: { command: found.command.name.en, args: found.command.typed(found.words) } } : {}) }
}
const { said: door } = replyDoor(said, () => [])
const wrote = async (words: string, desk: TestDesk): Promise<Answer | undefined> => door(replyOf(words), desk)
const cardOf = (answer: Answer | undefined): Card | undefined => (answer?.kind === 'card' ? answer.card : undefined)
const isAnswered = (answer: Answer | undefined): boolean => /^问的是：|^Understood: /.test(cardOf(answer)?.text ?? '')

/** What is named in words has to be there; 有什么变化 is a command's own word. */
const answerable = asked.filter(([words, meaning]) => words !== '有什么变化' && !meaning.startsWith('topic') && !meaning.includes('李副县长'))

describe('a question in words', () => {
  it.each(answerable)('%s is answered to a leader, and records nothing', async (words) => {
    const desk = deskFor('何景川')
    const answer = await wrote(words, desk)
    const card = cardOf(answer)
    if (card === undefined) throw new Error(`nothing came of ${words}`)
    expectGoodCard(card)
    // What the asker may not do, or a unit nobody knows, is said so.
    if (card.refused === undefined && !words.includes('农牧局')) expect(isAnswered(answer)).toBe(true)
    expect(desk.recorded).toEqual([])
  })

  it.each(['教育局还有哪些没完成', '本月到期的有哪些', '红灯有哪些', '谁没报', '为什么12是红的', '何县长分管的', '教育局怎么样', '逾期的有哪些', '下次会议什么时候', '各单位情况怎么样', 'how many are red', 'what is due this month', 'who has not reported', 'why is 12 red'])('%s is answered as the command that stands beside it', async (words) => {
    for (const lang of ['zh', 'en'] as const) {
      const card = cardIn((await wrote(words, deskFor('何景川', lang))) ?? { kind: 'file', name: '', bytes: new Uint8Array(), otherwise: { text: '' } })
      const [head = '', typed = ''] = plain(card.lines?.[0] ?? ({ pieces: [] } as never)).split('\n')
      expect(head).toMatch(lang === 'zh' ? /^问的是：/ : /^Understood: /)
      const found = findCommand(commands, wordsOfTyped(typed.replace(/^(?:命令：|Command: )/, '')))
      if (found.kind !== 'found') throw new Error(`${typed} is no command`)
      const same = cardIn(await run(found.command, found.words, deskFor('何景川', lang)))
      const { title, ...sameCard } = same
      expect({ ...card, text: '', lines: card.lines?.slice(title === undefined ? 1 : 2) }).toEqual({ ...sameCard, text: '', lines: same.lines ?? [expect.anything()] })
    }
  })

  it('says what was understood, and the command', async () => {
    const card = shown((await wrote('教育局还有哪些没完成？', deskFor('何景川'))) as Answer)
    expect(card).toContain('问的是：县教育局未办结的任务\n命令：任务 县教育局 未办结')
    expect(shown((await wrote('how many are red', deskFor('何景川', 'en'))) as Answer)).toContain('Understood: tasks behind (red)\nCommand: task red')
  })

  it('is answered to a contact as to anybody', async () => {
    for (const words of ['谁没报', '教育局还有哪些没完成', '12完成了吗', '公安局怎么样']) {
      const desk = deskFor('苏晚晴')
      expect(isAnswered(await wrote(words, desk))).toBe(true)
      expect(desk.recorded).toEqual([])
    }
  })

  it('of something named in words finds it, where a task has these words, and is not understood else', async () => {
    expect(shown((await wrote('任务事项3怎么样了', deskFor('何景川'))) as Answer)).toContain('任务3')
    const desk = deskOf({ asker: '何景川', plans: [planWith(task(1, { title: '校车安全管理', lead: '县教育局' }))], directory: county() })
    expect(shown((await wrote('校车怎么样了', desk)) as Answer)).toContain('问的是：与“校车”有关的任务\n命令：查 校车')
    expect(cardIn((await wrote('食堂怎么样了', desk)) as Answer).text).toContain('没看懂')
  })

  it('when the next meeting is says it at once', async () => {
    expect(cardIn((await wrote('下次会议什么时候', deskFor('何景川'))) as Answer).text).toContain('下次会议（目前没有已安排的）')
  })

  it('of a unit nobody knows offers the nearest', async () => {
    const card = cardIn((await wrote('农牧局还有哪些没完成', deskFor('何景川'))) as Answer)
    expect(buttons(card)['县农业农村局']).toEqual({ command: 'task', args: { which: '县农业农村局 未办结' } })
  })

  it('of a leader nobody knows is refused', async () => expect(shown((await wrote('王县长分管的有哪些', deskFor('何景川'))) as Answer)).toContain('王县长'))
  it('of somebody who is not registered is not answered', async () => expect(await door(replyOf('谁没报'), deskOf({ plans: [plan()], directory: county() }))).toBeUndefined())
})

describe('a question that is not understood', () => {
  it.each(unclear)('%s offers the nearest three, and guesses nothing', async (words) => {
    const desk = deskFor('何景川')
    const card = cardOf(await wrote(words, desk))
    expect(desk.recorded).toEqual([])
    expect(/^问的是/.test(card?.text ?? '')).toBe(false)
    if (card?.text.includes('没看懂') === true) {
      expectGoodCard(card)
      expect(Object.keys(buttons(card))).toHaveLength(4)
    }
  })
  it('with a day in it is of no task', async () => expect(Object.keys(buttons(cardIn((await wrote('6月30日谁带队检查？', deskFor('何景川'))) as Answer))).join()).not.toContain('任务6'))
  it('leads to what it names', async () => {
    const card = cardIn((await wrote('谁牵头的最多？', deskFor('何景川'))) as Answer)
    expect(card.text).toBe('没看懂“谁牵头的最多？”，不猜。您要问的可能是下面这些。')
    expect(Object.keys(buttons(cardIn((await wrote('教育局和公安局哪个完成得多', deskFor('何景川'))) as Answer)))).toContain('县教育局的情况')
  })
  it.each(['怎么填报？', '如何申请延期？'])('%s is for help to answer', async (words) => expect(await wrote(words, deskFor('何景川'))).toBeUndefined())
})

describe('what a contact tells', () => {
  it.each(told)('%s is no question', async (words) => expect(isAnswered(await wrote(words, deskFor('苏晚晴')))).toBe(false))
})

it('whoever asks, whatever is asked, nothing is recorded', () =>
  fc.assert(fc.asyncProperty(fc.constantFrom(...asked), fc.constantFrom('何景川', '苏晚晴', '沈若兰'), fc.constantFrom<Lang>('zh', 'en'), fc.boolean(), async ([words], asker, lang, isReply) => {
    const desk = deskFor(asker, lang)
    const { said: inThread } = replyDoor(said, () => (isReply ? [{ task: 'p1-1', unit: '县教育局' as never }] : []))
    const answer = await inThread({ ...replyOf(words), ...(isReply ? { to: { conversation: 'D1', ts: '1' } } : {}) }, desk)
    if (isAnswered(answer)) expect(desk.recorded).toEqual([])
  }), { numRuns: 300 }))

describe('what has been', () => {
  const named = (en: string, zh: string): Command => ({ ...commands[0], name: { zh, en }, may: 'see', missing: [], written: [], typed: (words) => ({ words }), handle: (args) => Promise.resolve({ kind: 'card', card: { text: `${zh} ${JSON.stringify(args)}` } }) }) as Command
  const { said: withThem } = replyDoor(said, () => [], [...commands.filter(({ name }) => name.en !== 'as-of'), named('why', '为什么'), named('as-of', '截至')])
  it.each([['为什么12是红的', '为什么 12'], ['这周有什么变化', '变化 2026-06-29'], ['最近有什么变化', '变化'], ['截至6月30日红灯有哪些', '截至 6月30日 任务 红灯']])('%s is %s', async (words, typed) =>
    expect(shown((await withThem({ words, isDocument: false }, deskFor('何景川'))) as Answer)).toContain(`命令：${typed}\n`))
})

async function run(command: Command, words: readonly string[], desk: TestDesk): Promise<Answer> {
  const answer = await command.handle(command.typed(words), desk)
  if (answer.kind === 'args-refused') throw new Error('the arguments were refused')
  return answer
}

describe('a question that is the command itself', () => {
  it('is answered as the command, without a word above it', async () => {
    const answer = await wrote('截至 6月20日 为什么 12', deskFor('何景川'))
    expect(isAnswered(answer)).toBe(false)
  })
})

describe('a question of one’s own fields', () => {
  it.each([['我分管的有哪些红灯', 'zh', '您分管的'], ['how many of mine are red', 'en', 'in your charge']] as const)('%s says so in the reader’s words', async (words, lang, says) => {
    const card = cardOf(await wrote(words, deskFor('何景川', lang)))
    expect(card?.text).toContain(says)
    expect(card?.text).not.toContain('charge of 我')
  })
  it('is no question of whoever has none', async () => expect(isAnswered(await wrote('我分管的有哪些红灯', deskFor('苏晚晴')))).toBe(false))
})

it('how a unit stands is its summary, and of who leads nothing who they are', async () => {
  expect(cardOf(await wrote('教育局最近怎么样', deskFor('何景川')))?.lines?.map(plain).join()).toContain('命令：汇总 县教育局')
  expect(cardOf(await wrote('水利局最近怎么样', deskFor('何景川')))?.lines?.map(plain).join()).toContain('命令：单位 县水利局')
})
