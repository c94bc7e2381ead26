import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { workbook } from '../documents/made-files.ts'
import { smallPdf, typeset } from '../documents/small-pdf.ts'
import { buttons, everyone, keyOf, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, education, finance, housing, stranger } = people

const canteens = `云溪县学校食堂与营养改善工作方案（2026—2027年）

为保障学生吃得安全、吃得营养，制定本方案。

一、组织领导

成立学校食堂工作领导小组，由分管副县长任组长，县教育局、县市场监管局、县财政局负责人为成员，领导小组每年至少召开2次会议，研究解决突出问题。

二、重点任务

（一）改善食堂条件

1. 改造农村学校食堂。对32所农村学校食堂进行改造，2026年9月底前全部完成。（牵头单位：县教育局；配合单位：县财政局、县住建局）

2. 配备食品快检设备。20__年底前，所有食堂配齐快检设备。（责任单位：县市场监管局、县教育局）

3. 保障营养餐经费。足额安排学生营养改善补助资金，2026年12月底前拨付到校。（县财政局）

（二）加强日常管理

4. 建立陪餐制度。学校负责人与学生共同用餐，做好陪餐记录。（责任单位：县教育局）

5. 开展从业人员培训。每半年组织一次食堂从业人员培训。（责任单位：县市场监管局、县卫健局）

6. 公开食材采购信息。每学期公开一次采购价格。（责任单位：县教育局、各乡镇）
`
const counts = '6项·6单位·1处存疑'
const title = '云溪县学校食堂与营养改善工作方案（2026—2027年）'

const seeds = fileURLToPath(new URL('../../../shared/seeds/plans.txt', import.meta.url))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const wordFile = async (text: string): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: text.split('\n').filter((line) => line !== '').map((line) => new Paragraph(line)) }] }))

/** A title over a head, and a year that is left open. */
const canteenTable = async (): Promise<Uint8Array> =>
  workbook((book) => {
    const sheet = book.addWorksheet('任务')
    sheet.addRow(['云溪县学校食堂改造任务表（2026—2027年）'])
    sheet.addRow(['序号', '工作任务', '牵头单位', '配合单位', '完成时限'])
    sheet.addRow([1, '改造农村学校食堂', '县教育局', '县财政局、县住建局', '6月底前'])
    sheet.addRow([2, '配备食品快检设备', '县教育局', '县财政局', '2026年12月底前'])
  })

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const plans = async (): Promise<string> => said(await talk.type(secretary, '/duban 方案'))
const countOfPlans = async (): Promise<number> => Number(/方案共(\d+)个/.exec(await plans())?.[1])
/** The last column of a task's card: what is owed next. */
const nextOwed = async (plan: string, task: number): Promise<string> => /下一步：(.+)/.exec(said(await talk.type(secretary, `/duban 任务 ${plan}-${task}`)))?.[1] ?? 'nothing'

describe('a plan that nobody has imported yet', () => {
  let preview: SlackMessage

  it('is shown as it was read, with the question of the blank year', async () => {
    preview = await talk.type(secretary, canteens)
    expect(said(preview)).toContain(counts)
    expect(said(preview)).toContain('1 改造农村学校食堂 · 县教育局 · 9月30日')
    expect(said(preview)).toContain('2 配备食品快检设备 · 县市场监管局(推定) · 年份待定')
    expect(said(preview)).toMatch(/第\d+行 · “20..年底前”是哪一年/)
    expect(said(preview)).toContain('现在还没有写入，也没有通知任何人')
  })

  it('is read the same from a Word file', async () => {
    const shared = await talk.share(secretary, '食堂方案.docx', await wordFile(canteens))
    expect(said(shared)).toContain(counts)
    expect(said(await talk.press(secretary, shared, '放弃'))).toContain('什么都没有写入')
  })

  it('is read the same from a PDF', async () => {
    const paragraphs = canteens.split('\n').filter((line) => line !== '')
    const shared = await talk.share(secretary, '食堂方案.pdf', smallPdf(typeset(paragraphs)))
    expect(said(shared)).toContain(counts)
    expect(said(await talk.press(secretary, shared, '放弃'))).toContain('什么都没有写入')
  })

  it('is read from a workbook’s table, and its doubt is put right by a tap', async () => {
    const shared = await talk.share(secretary, '食堂任务.xlsx', await canteenTable())
    expect(said(shared)).toContain('2项·3单位·1处存疑')
    expect(said(shared)).toMatch(/“6月底前”是哪一年/)
    const answered = await talk.press(secretary, shared, '2027年')
    expect(said(answered)).toContain('0处存疑')
    expect(said(answered)).toContain('2027年6月30日')
    expect(said(await talk.press(secretary, answered, '放弃'))).toContain('什么都没有写入')
  })

  it('is not there before it is confirmed', async () => expect(await plans()).not.toContain(title))

  it('shows every task before anything is written', async () => {
    const all = await talk.press(secretary, preview, '看全部任务')
    expect(said(all).match(/^\d+ \S/gm)).toHaveLength(6)
    expect(said(await talk.press(secretary, all, '返回预览'))).toContain(counts)
    expect(await countOfPlans()).toBe(2)
  })

  it('is there once it is confirmed, and nobody is told of it', async () => {
    const before = await Promise.all(everyone.map(async (person) => (await talk.told(person)).length))
    const done = await talk.press(secretary, preview, '确认导入')
    expect(said(done)).toContain(`已导入《${title}》（p3），共6项`)
    expect(buttons(done)).toEqual(['核对存疑', '指定联络员', '通知联络员'])
    expect(await plans()).toContain(`${title} (p3) · 尚未下发`)
    expect(await Promise.all(everyone.map(async (person) => (await talk.told(person)).length))).toEqual(before)
  })

  it('is one plan, however often it is confirmed', async () => {
    expect(said(await talk.press(secretary, preview, '确认导入'))).toContain('没有重复写入')
    expect(await countOfPlans()).toBe(3)
  })

  it('leaves no task without something owed next', async () => {
    for (const task of [1, 2, 3, 4, 5, 6]) expect(await nextOwed('p3', task), `task ${task}`).not.toMatch(/nothing|没有待办/)
  })
})

describe('telling the contacts', () => {
  let preview: SlackMessage

  it('is shown first: how many people, who, and whom nobody can tell', async () => {
    preview = await talk.type(secretary, '/duban 通知联络员')
    expect(said(preview)).toContain(`将就《${title}》通知6人，共4项。确认前不发任何消息。`)
    expect(said(preview)).toContain('苏晚晴 · 县教育局 · 3项，最近8月31日')
    expect(said(preview)).toMatch(/配合单位的4人：.*石海涛/)
    expect(said(preview)).toContain('通知不到：1个单位没有联络员，共2项')
  })

  it('tells as many people as it said, each once, and nobody else', async () => {
    expect(said(await talk.press(secretary, preview, '通知'))).toContain('已通知6人')
    await talk.hears(education, `您负责3项，最近一项请于8月31日(周一)前报进展`)
    await talk.hears(finance, /您负责1项，最近一项12月31日\(周四\)到期/)
    const isFirst = (message: SlackMessage): boolean => /^prompt\/handed-out\/p3\//.test(keyOf(message) ?? '')
    const heard = async (): Promise<number[]> => Promise.all(everyone.map(async (person) => (await talk.told(person)).filter(isFirst).length))
    await sandbox.slack.until('six people to be told', async () => ((await heard()).reduce((sum, count) => sum + count) === 6 ? true : undefined))
    expect(Math.max(...(await heard()))).toBe(1)
    expect(said(await talk.hears(housing, title))).toContain('您单位配合1项，平时不用填报')
  })

  it('is not done a second time', async () => {
    expect(said(await talk.press(secretary, preview, '通知'))).toContain('已于7月2日(周四)通知联络员，不会再通知一遍')
  })
})

describe.skipIf(!existsSync(seeds))('the collection of three plans (skipped where ../shared is not there)', () => {
  let first: SlackMessage

  it('is asked about: which of the three', async () => {
    const choice = await talk.share(secretary, 'plans.txt', readFileSync(seeds))
    expect(said(choice)).toContain('这份文件里有3个方案，一次导入一个')
    expect(buttons(choice)).toEqual(['导入篇一', '导入篇二', '导入篇三'])
    first = await talk.press(secretary, choice, '导入篇一')
    expect(said(first)).toMatch(/33项·\d+单位·\d+处存疑/)
    expect(await countOfPlans()).toBe(3)
  })

  it('gives its first plan, in which no task is without something owed next', async () => {
    expect(said(await talk.press(secretary, first, '确认导入'))).toContain('（p4），共33项')
    const owed: string[] = []
    for (let task = 1; task <= 33; task += 1) owed.push(await nextOwed('p4', task))
    expect(owed.filter((next) => /nothing|没有待办/.test(next))).toEqual([])
  }, 30_000)
})

describe('what is no plan', () => {
  const secret = '机密★1年\n云溪县某专项方案\n一、任务\n1. 做好第一项工作。（县教育局）\n2. 做好第二项工作。（县财政局）'
  const oneSentenceAndTheWayOut = /请.+。$/

  it.each([
    ['an empty file', '空.txt', new Uint8Array(), ['没有读到文字']],
    ['a file of 9 MB', '厚.txt', new Uint8Array(9 * 1024 * 1024).fill(0x61), ['文件有9MB', '8MB的上限']],
    ['a book of one line', '书.txt', bytesOf('长篇大论。'.repeat(80_000)), ['没有找到编了号的任务']],
    ['a binary file', '照片.txt', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7) % 256), ['“照片.txt”']],
    ['a document marked 机密', '涉密.txt', bytesOf(secret), ['标有“机密★1年”', '内容没有保存']],
    ['an old spreadsheet', '台账.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), ['“台账.xls”', '另存为xlsx']],
    ['a PDF', '方案.pdf', bytesOf('%PDF-1.7'), ['PDF 打不开', '重新导出']],
    ['a damaged Word file', '方案.docx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]), ['“方案.docx”打不开']],
  ])('%s is answered with what is wrong and what to do, and nothing is kept', async (_, name, bytes, expected) => {
    const before = await countOfPlans()
    const answer = await talk.share(secretary, name, bytes)
    for (const words of expected) expect(said(answer)).toContain(words)
    expect(said(answer)).toMatch(oneSentenceAndTheWayOut)
    expect(buttons(answer)).toEqual([])
    expect(await countOfPlans()).toBe(before)
  })

  it('pasted with a mark of secrecy is not read either', async () => expect(said(await talk.type(secretary, secret))).toContain('本系统不得处理涉密文件'))
})

describe('whoever is no secretary', () => {
  it.each([['a contact', finance], ['a stranger', stranger]])('%s who pastes a plan is told who can import it', async (_, person) => {
    expect(said(await talk.type(person, canteens))).toContain('只有督查室(沈若兰)能导入方案')
  })
})
