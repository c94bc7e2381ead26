// 帮助: what somebody can do now, the rest by what they want to do, and how one command is written.
import { describe, expect, it } from 'vitest'
import { dayIn } from '#commands/day-argument.ts'
import { commands } from '#commands/index.ts'
import { dayNumber } from '#src/calendar/day-number.ts'
import type { Answer, Command, Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { wordsFor } from '#src/queries/command-words.ts'
import { findCommand } from '#src/queries/find-command.ts'
import type { Card, Lang, Run } from '#templates/card.ts'
import { grouped } from '#templates/command-groups.ts'
import { usageParts } from '#templates/command-example.ts'
import { plain } from '#templates/rich.ts'
import { sayings } from '#src/sayings.ts'
import { after, change, day, directoryWith, personNamed, planOf, report, task, taskNo, unitId } from '../builders.ts'
import { deskOf } from '../desk.ts'
import { actionsOf, expectGoodCard, linesOf } from '../templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const named = (word: string): Command => {
  const found = commands.find(({ name }) => name.en === word)
  if (found === undefined) throw new Error(`no command ${word}`)
  return found
}
const help = named('help')
const directory = directoryWith(
  ['县教育局', '县财政局', '县住建局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '周正', roles: ['admin'] }, { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '叶文舟', headOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '白若溪' },
)
change(directory, { type: 'name-handler', person: personNamed(directory, '白若溪').id, unit: unitId('县教育局') })
/** Task 3 is the one that presses most, and it stands at 75%. */
function county(id = 'p1'): PlanState {
  const plan = planOf([task(3, { lead: '县教育局', title: '普惠园建设', due: '2026-07-06' }), task(5, { lead: '县教育局', title: '心理健康服务' }), task(9, { lead: '县住建局', title: '校舍改造', due: '2026-06-01' })], { id, title: '教育强县三年行动方案' })
  after(plan, '2026-06-25', report(3, '县教育局', { progress: 75, done: '主体完工' }))
  return plan
}
const withHandler = (): PlanState => after(county(), '2026-06-26', { type: 'hand-item', task: taskNo(5), unit: unitId('县教育局'), to: personNamed(directory, '白若溪').id })
const people = { contact: '苏晚晴', idle: '唐一鸣', head: '叶文舟', handler: '白若溪', secretary: '沈若兰', leader: '何景川', admin: '周正', unknown: undefined } as const
const roles = Object.keys(people).filter((role): role is keyof typeof people => role in people)
const deskFor = (role: keyof typeof people, { lang = 'zh', plans = [withHandler()] }: { lang?: Lang; plans?: PlanState[] } = {}) => deskOf({ plans, directory, lang, ...(people[role] === undefined ? {} : { asker: people[role] }) })
const press = async (run: Run, desk: Desk): Promise<Card> => cardIn(await act(named(run.command), run.args, desk))

const refusedBy = (answer: Answer): string | undefined => (answer.kind === 'card' && answer.card.refused !== undefined ? answer.card.text : undefined)

/** How many lines of text it is on a phone, 40 half-widths across. */
function phoneLines(card: Card): number {
  const width = (text: string): number => Array.from(text).reduce((sum, character) => sum + (/[\u0000-\u00FF]/.test(character) ? 1 : 2), 0)
  return linesOf(card).flatMap((line) => line.split('\n')).reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / 40)), 0)
}

describe.each(['zh', 'en'] as const)('help in %s', (lang) => {
  it.each(roles)('is no more than a phone shows, for: %s', async (role) => {
    const card = cardIn(await type(help, '', deskFor(role, { lang })))
    expectGoodCard(card)
    expect(phoneLines(card)).toBeLessThanOrEqual(8)
    expect(card.sections?.flatMap(({ rows }) => rows).length).toBeLessThanOrEqual(5)
  })

  it.each(roles)('shows only what works once its blank is filled, and records nothing while it is not, typed and pressed, for: %s', async (role) => {
    const { sections = [], actions = [] } = cardIn(await type(help, '', deskFor(role, { lang })))
    // Whom a mention names is the reader's to say.
    for (const line of (sections[1]?.rows ?? []).map((row) => plain(row.line)).filter((each) => !each.includes('@'))) {
      const found = findCommand(commands, line.split(' '))
      if (found.kind === 'unknown') throw new Error(`${line} is nothing`)
      const desk = deskFor(role, { lang })
      const sent = await act(found.command, found.command.typed(found.words), desk)
      // With its blank it says nothing of the task, and nothing is recorded.
      if (line.includes('〔')) expect([line, refusedBy(sent), desk.recorded]).toEqual([line, expect.stringMatching(/换成实际情况|put what is so/), []])
      const filled = findCommand(commands, line.replaceAll(/〔[^〕]*〕/g, lang === 'zh' ? '已办妥' : 'done').split(' '))
      if (filled.kind === 'unknown') throw new Error(`${line} is nothing`)
      expect([line, refusedBy(await act(filled.command, filled.command.typed(filled.words), deskFor(role, { lang })))]).toEqual([line, undefined])
    }
    for (const { label, run } of actions) expect([label, refusedBy(await act(named(run.command), run.args, deskFor(role, { lang })))]).toEqual([label, undefined])
  })

  it.each(roles)('leads by its buttons to every command that may be used, page by page, for: %s', async (role) => {
    const desk = deskFor(role, { lang })
    const reached = new Set<string>()
    const seen = new Set<string>()
    const waiting: Run[] = [{ command: 'help', args: {} }]
    for (let run = waiting.pop(); run !== undefined; run = waiting.pop()) {
      if (seen.has(JSON.stringify(run))) continue
      seen.add(JSON.stringify(run))
      const card = await press(run, desk)
      expectGoodCard(card)
      expect(phoneLines(card)).toBeLessThanOrEqual(lang === 'zh' ? 20 : 26)
      if (typeof run.args['on'] === 'string') reached.add(run.args['on'])
      waiting.push(...actionsOf(card).map((action) => action.run).filter(({ command }) => command === 'help'))
    }
    const own = desk.asker === undefined ? [] : commands.filter(({ hidden, unoffered, sandboxOnly, may: permission }) => hidden !== true && unoffered !== true && sandboxOnly !== true && may(desk.asker, permission))
    expect(own.map(({ name }) => name.en).filter((name) => !reached.has(name))).toEqual([])
  })
})

describe('help', () => {
  it('says what waits first, with its button, then examples on the reader’s own task', async () => {
    const card = cardIn(await type(help, '', deskFor('contact')))
    expect(card.text).toMatch(/^县教育局待办\d项/)
    expect(buttons(card)).toMatchObject({ 我的任务: { command: 'mine' }, 填报: { command: 'report-form', args: { task: 'p1-3' } }, 申请延期: { command: 'extend', args: { task: 'p1-3' } }, 更多: { command: 'help', args: { all: true } } })
    expect(shown({ kind: 'card', card })).toContain('填报 3 75 〔做了什么〕')
    expect(shown({ kind: 'card', card })).toContain('办结 3 〔完成情况〕')
  })

  it('offers no later day for a task of which one waits', async () => {
    const asked = after(withHandler(), '2026-06-28', { type: 'ask-extension', task: taskNo(3), unit: unitId('县教育局'), day: day('2026-07-31'), reason: '雨季' })
    expect(Object.keys(buttons(cardIn(await type(help, '', deskFor('contact', { plans: [asked] })))))).not.toContain('申请延期')
  })

  it('has days in its examples that are ahead, as far apart as they are written', async () => {
    for (const today of ['2026-07-02', '2026-12-20']) {
      const desk = deskOf({ plans: [withHandler()], directory, asker: '沈若兰', today })
      const example = /^例：会议 安排 领导小组 (\S+) /m.exec(shown(await type(help, '会议', desk)))?.[1] ?? ''
      const read = dayIn(example, day(today))
      expect([today, read.ok && read.day > today]).toEqual([today, true])
      const [, from = '', until = ''] = /^例：代办 \S+ (\S+) (\S+)$/m.exec(shown(await type(help, '代办', desk))) ?? []
      const [first, last] = [dayIn(from, day(today)), dayIn(until, day(today))]
      expect(first.ok && last.ok ? dayNumber(last.day) - dayNumber(first.day) : undefined).toBe(4)
    }
  })

  it('names the plan where several have that number', async () => expect(shown(await type(help, '', deskFor('contact', { plans: [county('p1'), county('p2')] })))).toMatch(/填报 p[12]-3 75/))

  it('is on the item that was handed on, for its handler', async () => expect(shown(await type(help, '', deskFor('handler')))).toContain('填报 5 60 〔做了什么〕'))

  it('tells a secretary without a plan to import one and to register people', async () => {
    const text = shown(await type(help, '', deskFor('secretary', { plans: [] })))
    expect(text).toContain('还没有方案')
    expect(text).toContain('人员 登记 @某某 姓名')
  })

  it('tells somebody unknown whom to ask, and shows nothing of any plan', async () => {
    const card = cardIn(await type(help, '', deskFor('unknown')))
    expect(card.text).toBe('您还没有登记。请联系督查室(沈若兰)：发“人员 登记 @您 姓名”。')
    expect(actionsOf(card)).toEqual([])
  })

  it.each([['填报', '填报'], ['完成与延期', '完成与延期'], ['人员', '人员　'], ['有不同意见', '有不同意见'], ['reporting', '填报']])('“帮助 %s” opens %s', async (word, head) => {
    expect(cardIn(await type(help, word, deskFor('contact'))).text.startsWith(head)).toBe(true)
  })

  it('offers the groups of what the reader may, and practice only in a sandbox', async () => {
    const offered = async (desk: Desk): Promise<string[]> => Object.keys(buttons(cardIn(await act(help, { all: true }, desk))))
    expect(await offered(deskFor('contact'))).toEqual(['填报', '完成与延期', '有不同意见', '年度分解与周期', '轮次与催办', '会议与督查', '人员与代办', '查看', '帮助'])
    expect(await offered(deskFor('secretary'))).toEqual(expect.arrayContaining(['审核', '导入与修订', '任务调整', '单位变动']))
    expect(await offered({ ...deskFor('contact'), moveClock: () => Promise.resolve() })).toContain('练习')
  })

  it('“帮助 延期” says how it is written, on the reader’s own task, and what happens then', async () => {
    for (const word of ['延期', '申请延期', 'extend', '延期 12 9月30日']) {
      const text = shown(await type(help, word, deskFor('contact')))
      expect(text).toMatch(/例：延期 3 2026-\d\d-\d\d 〔为什么〕/)
      expect(text).toContain('之后：由督查室决定')
    }
  })

  it('shows beside each near command how it is written on the reader’s own task, with a blank for what is so', () => {
    const found = findCommand(commands, ['办结了吗'])
    if (found.kind !== 'unknown') throw new Error('it is known')
    expect(linesOf(sayings.unknownWord(found.word, found.nearest, deskFor('contact'))).join('\n')).toContain('例：办结 3 〔完成情况〕')
  })

  it('offers a leader no group in which they may only look', async () => {
    const labels = Object.keys(buttons(cardIn(await act(help, { all: true }, deskFor('leader')))))
    expect(labels).toEqual(expect.arrayContaining(['批示与交办', '查看']))
    expect(labels.filter((label) => ['填报', '审核', '轮次与催办', '年度分解与周期', '完成与延期'].includes(label))).toEqual([])
  })
  it('says who may, of a command that is not the reader’s', async () => expect(shown(await type(help, '归档', deskFor('contact')))).toContain('只有督查室'))

  it('answers a word nobody knows with at most three that are near to it, each explained by a press', async () => {
    const card = cardIn(await type(help, '请假条', deskFor('contact')))
    expect(card.text).toBe('不认识“请假条”。您要的可能是：代办。')
    expect(card.sections?.[0]?.rows[0]?.beside?.run).toEqual({ command: 'help', args: { on: 'deputy' } })
    const none = cardIn(await type(help, 'zzzz', deskFor('contact')))
    expect(none.text).toBe('不认识“zzzz”。点“帮助”看现在能做什么。')
    expect(cardIn(await act(help, { about: '  zzzz' }, deskFor('contact'))).text).toBe(none.text)
    expectGoodCard(none)
  })
})

describe('an example for who only helps', () => {
  it.each([['延期', '延期 〔牵头的任务号〕'], ['年度分解', '年度分解 〔牵头的任务号〕'], ['填报', '填报 7 ']])('is of what they may do: %s', async (word, example) => {
    const plans = [planOf([task(7, { lead: '县教育局', support: ['县财政局'], due: '2026-08-01' })])]
    expect(shown(await type(help, word, deskFor('idle', { plans })))).toContain(example)
  })
})

describe('a word that is no command', () => {
  const answer = (word: string, role: keyof typeof people = 'contact'): Card => {
    const found = findCommand(commands, [word])
    if (found.kind === 'found') throw new Error(`${word} is ${found.command.name.zh}`)
    return sayings.unknownWord(found.word, found.nearest, deskFor(role))
  }
  it.each([['延期申请', '延期'], ['请假条', '代办'], ['办结了吗', '办结'], ['异意', '异议'], ['extnd', '延期']])('%s offers %s', (word, wanted) => {
    const names = answer(word).sections?.[0]?.rows.map(({ line }) => plain(line).split('：')[0]) ?? []
    expect(names).toContain(wanted)
    expect(names.length).toBeLessThanOrEqual(3)
  })
  it('offers to say how a command is written that cannot be pressed without words', () => {
    expect(answer('同意办结吧', 'secretary').sections?.[0]?.rows.map(({ beside }) => beside?.run)).toContainEqual({ command: 'help', args: { on: 'accept' } })
    expect(answer('请假条').sections?.[0]?.rows.map(({ beside }) => beside?.run)).toContainEqual({ command: 'deputy', args: {} })
  })
  it('is not answered with commands that have nothing in common with it', () => expect(answer('zzzz').sections).toEqual([]))
})

describe('the list of commands', () => {
  const typed = commands.filter(({ hidden }) => hidden !== true)

  it('has no word that means two commands', () => {
    const words = typed.flatMap((each) => [...new Set(wordsFor(each))])
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })

  it('has each in one group', () => expect(grouped(typed).flatMap((each) => each.commands)).toHaveLength(typed.length))

  it('says of each that changes something what happens then', () => expect(typed.filter(({ then, group }) => then === undefined && group !== 'look').map(({ name }) => name.en)).toEqual(['handover-sheet']))

  it('has usages of which the part before the bracket is an example, that is of that command', () => {
    for (const each of typed) {
      for (const lang of ['zh', 'en'] as const) {
        const { main } = usageParts(each, lang)
        expect(main.split(' ')[0]).toBe(each.name[lang])
      }
    }
  })
})
