// 查: the same thing is found however it is remembered and however wide it is typed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { replyDoor } from '#src/sayings.ts'
import { said } from '#commands/said.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { wordsOfTyped } from '#src/slack/incoming-text.ts'
import { renderText } from '#src/slack/render-text.ts'
import type { Card } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { directoryWith, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { buttons } from './acting.ts'

const county = () =>
  directoryWith(
    [{ name: '县教育局', aliases: ['县教体局'] }, { name: '县发改局', aliases: ['县发展和改革局'] }, '县公安局', '县工信局', '县国资局', '长乐镇'],
    { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] },
  )
const plan = () => planWith(
  task(1, { title: '校舍安全排查', lead: '县教育局', due: '2026-06-01', section: '一、校园安全' }),
  task(2, { title: '学前教育扩容', lead: '县教育局', section: '二、普及普惠' }),
  task(3, { title: '校车安全管理', lead: '县公安局', section: '一、校园安全' }),
  ...Array.from({ length: 10 }, (_, at) => task(at + 4, { title: `镇村公路第${at + 1}段`, lead: '长乐镇' })),
)
const deskFor = (asker = '何景川'): TestDesk => deskOf({ asker, plans: [plan()], directory: county() })

async function asked(line: string, desk = deskFor()): Promise<Card> {
  const words = wordsOfTyped(line)
  const found = findCommand(commands, words)
  if (found.kind === 'unknown') throw new Error(`${line} is no command`)
  const answer = await found.command.handle(found.command.typed(found.words), desk)
  if (answer.kind !== 'card') throw new Error(`no card came of ${line}`)
  expectGoodCard(answer.card)
  return answer.card
}
const read = async (line: string): Promise<string> => renderText(await asked(line))

describe('查 by a number', () => {
  it.each(['查 3', '查3', '查 第三项', '查 三', '查 ３', '查　p1-3', '查 Ｐ１－３', 'find 3'])('%s opens the task', async (line) => expect(await read(line)).toBe(await read('任务 3')))
  it('that no task has looks for it in the texts', async () => expect(await read('查 2026')).toContain('没有查到“2026”'))
})

describe('查 by words', () => {
  it.each(['查 校车', '查 安全 校车', '查 校车　安全', '查 校车，管理'])('%s finds the task, with what is owed next', async (line) => {
    const text = await read(line)
    expect(text).toContain('3 校车安全管理 · 县公安局')
    expect(text).toContain('下一步：')
    expect(text).not.toContain('校舍')
  })

  it('shows each in less than three lines, the most urgent seven first, and a way to the rest', async () => {
    const card = await asked('查 公路')
    const rows = (card.sections ?? []).flatMap((section) => section.rows)
    expect(card.text).toBe('查“公路”：任务10项，先列最急的7项')
    expect(rows).toHaveLength(7)
    expect(buttons(card)['全部10项']).toEqual({ command: 'task', args: { which: '公路' } })
    expect((await asked('任务 公路')).text).toContain('共10项')
    for (const { line } of rows) expect(plain(line).split('\n').length).toBeLessThan(3)
  })

  it('of a section offers its list, with as many in it', async () => {
    const card = await asked('查 校园安全')
    expect(card.text).toContain('领域1个')
    expect(buttons(card)['清单 2']).toEqual({ command: 'task', args: { which: '领域 一、校园安全' } })
    expect((await asked('任务 领域 一、校园安全')).text).toContain('共2项')
  })

  it('of a person offers the person', async () => expect(await read('查 苏晚晴')).toContain('苏晚晴 · 县教育局'))
})

describe('查 by a unit', () => {
  it.each(['查 县教育局', '查 教育局', '查 县教体局', '查 jyj', '查 JYJ', '查 ｊｙｊ', '查 jiaoyuju', '查 xjyj', '查 jtj'])('%s lists what it has on its hands, and offers the unit', async (line) => {
    const card = await asked(line)
    expect(renderText(card)).toContain('1 校舍安全排查')
    expect(renderText(card)).not.toContain('校车安全管理')
    expect(JSON.stringify(card)).toContain('县教育局')
  })
  it('offers the units that letters may mean, where there are several', async () => {
    const card = await asked('查 gxj')
    expect(renderText(card)).toContain('县工信局')
    expect((await asked('查 cl')).text).toContain('单位1个')
    expect((await asked('查 zlz')).text).toContain('长乐镇')
  })
  it('says how many of them it leads: so many has 汇总 of the same words', async () => {
    const supported = planWith(task(1, { title: '校舍', lead: '县教育局' }), task(2, { title: '经费', lead: '县公安局', support: ['县教育局'] }), task(3, { title: '校车', lead: '县公安局' }))
    const own = async (line: string): Promise<Card> => asked(line, deskOf({ asker: '何景川', plans: [supported], directory: county() }))
    expect((await own('查 jyj')).text).toContain('任务2项，其中牵头1项')
    expect((await own('任务 县教育局')).text).toContain('牵头1项（另配合1项，共2项）')
    expect((await own('汇总 县教育局')).text).toContain('1项中')
    expect((await own('任务 牵头 县教育局')).text).toMatch(/共1项$/)
    expect((await own('查 县公安局')).text).toMatch(/任务2项$/)
    expect(renderText(await own('查 教育'))).toContain('县教育局 · 单位，牵头1项')
    expect(buttons(await own('查 教育'))['清单 2']).toEqual({ command: 'task', args: { which: '县教育局' } })
  })
  it('with words looks for these among its tasks', async () => expect(await read('查 jyj 校舍')).toContain('任务1项'))
})

describe('查 of what is not there', () => {
  it('says where it was looked, and offers the nearest three', async () => {
    const card = await asked('查 教育委员会')
    expect(renderText(card)).toContain('查过：任务号、标题和原文、单位（别名、拼音首字母）、人名、领域。')
    expect(Object.keys(buttons(card))).toEqual(expect.arrayContaining(['县教育局', '全部任务']))
    expect(Object.keys(buttons(card)).length).toBeLessThanOrEqual(4)
  })
})

describe('查 in English', () => {
  it.each(['find item 3', 'find task 3', 'find no. 3', 'find number 3'])('%s opens the task', async (line) => expect(await read(line)).toBe(await read('任务 3')))
  it.each(['find education', 'find education bureau', 'find the education bureau', 'find 县教育局'])('%s is that office', async (line) => expect(await read(line)).toMatch(/^查“[^”]*”(?:，即县教育局)?：任务2项/))
  it('of an office that is not here looks for the word', async () => expect(await read('find finance')).toContain('没有查到“finance”'))
})

describe('查 alone', () => {
  it('says what to write behind it, and lists nothing', async () => {
    const card = await asked('查')
    expect(card.text).toContain('查什么？')
    expect(card.sections ?? []).toEqual([])
  })
})

describe('letters alone', () => {
  const { said: door } = replyDoor(said, () => [])
  it.each(['jyj', 'JYJ', 'fgj'])('%s is the unit', async (words) => {
    const answer = await door({ words, isDocument: false }, deskFor())
    expect(answer?.kind === 'card' ? answer.card.text : '').toContain(words === 'fgj' ? '县发改局：' : '县教育局：')
  })
  it.each(['hello', 'ok', 'jy'])('%s is none', async (words) => expect(await door({ words, isDocument: false }, deskFor())).toBeUndefined())
})

it('finds the same, whole width or half, whichever letters', () =>
  fc.assert(fc.asyncProperty(fc.constantFrom('查 jyj', '查 12', '查 p1-3', '查 校车 安全', '任务 7月到期', '任务 红灯', '按领域 p1'), async (line) => {
    const wide = line.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　')
    expect(await asked(wide)).toEqual(await asked(line))
  }), { numRuns: 30 }))
