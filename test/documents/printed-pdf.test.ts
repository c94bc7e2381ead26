import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readPdf } from '#src/documents/read-pdf.ts'
import { read } from '#src/reader/read.ts'
import { openBrowser } from '../e2e/workspace-page.ts'
import { printed, type Sheet } from './printed-pdf.ts'

// A browser prints a page in a second, or in ten on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => browser.close())

async function linesOf(html: string, sheet?: Sheet): Promise<string[]> {
  const pdf = await readPdf(await printed(browser, html, sheet))
  return pdf.ok ? pdf.text.split('\n') : [pdf.refusal.code]
}

const units = ['县教育局', '县农业农村局', '县住房和城乡建设局', '县市场监督管理局', '县发展和改革委员会', '县卫生健康局', '县水利局']
const unit = (number: number): string => units[number % units.length] ?? ''
const works = ['建设产地冷库', '培育冷链企业', '完善检测体系', '推广温控设备', '开通直达班线', '建立信用档案', '培训从业人员', '发布运价指数']

const title = ['云溪县人民政府办公室关于印发', '《云溪县冷链物流提升三年行动方案（2026—2028年）》的通知']
const opening = ['各乡镇人民政府，县政府各部门：', '现将《云溪县冷链物流提升三年行动方案（2026—2028年）》印发给你们，请结合实际认真组织实施。']
const section = (heading: string, from: number): string[] => [
  heading,
  ...works.map((work, index) => {
    const number = from + index
    return `${number}. ${work}。支持各村集体经济组织在2026年${1 + (number % 12)}月底前建成产地预冷设施不少于${number * 3}个，库容达到1.${number}万立方米，配套GPS监测终端，覆盖率达到${60 + number}%以上。（牵头单位：${unit(number)}；配合单位：${unit(number + 1)}、${unit(number + 2)}、各乡镇人民政府）`
  }),
]
const outline = [...opening, ...section('一、加强设施建设', 1), ...section('二、完善监管体系', 9), ...section('三、强化要素保障', 17)]

/** What a plan comes to, without the places where it stands. */
function readingOf(text: string) {
  const answer = read(text)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.reading.tasks.map(({ path, number, title: named, units: named_, deadlines }) => ({
    path,
    number,
    title: named,
    units: named_.map(({ name, role }) => [name, role]),
    deadlines: deadlines.map(({ year, month, day }) => [year, month, day]),
  }))
}

describe('an outline plan printed over several pages', () => {
  const html = `<h1>${title.join('<br>')}</h1>${outline.map((line) => `<p>${line}</p>`).join('')}`
  const sheet = { head: '云溪县人民政府办公室文件', foot: '— <span class="pageNumber"></span> —' }

  it('has its paragraphs as they were written, and the same tasks, units and dates', async () => {
    const lines = await linesOf(html, sheet)
    expect(lines).toEqual([...title, ...outline])
    const tasks = readingOf(lines.join('\n'))
    expect(tasks).toHaveLength(24)
    expect(tasks[8]).toMatchObject({ path: ['二'], number: '9', units: [['县住房和城乡建设局', 'lead'], ['县市场监督管理局', 'support'], ['县发展和改革委员会', 'support'], ['各乡镇人民政府', 'support']], deadlines: [[2026, 10, 31]] })
    expect(tasks).toEqual(readingOf([...title, ...outline].join('\n')))
  })
})

describe('a table of tasks printed over several pages', () => {
  const areas = ['设施建设', '主体培育', '标准体系', '监管能力', '要素保障', '宣传推广']
  const row = (number: number) => ({
    work: [`推进第${number}批产地冷库建设，完成选址、用地审批和招标工作，年内开工不少于${number}座。`, ...(number % 4 === 0 ? ['做好与省级平台的数据对接。'] : [])],
    lead: unit(number),
    support: `${unit(number + 1)}、${unit(number + 2)}、各乡镇人民政府`,
    due: `2026年${1 + (number % 12)}月底前`,
  })
  const numbers = Array.from({ length: 18 }, (_, index) => index + 1)
  const htmlOf = (head: string): string => `<h1>云溪县冷链物流提升重点任务分解表</h1><table>${head}${numbers
    .map((number) => {
      const { work, lead, support, due } = row(number)
      const area = number % 3 === 1 ? `<td rowspan="3">${areas[Math.floor((number - 1) / 3)]}</td>` : ''
      return `<tr>${area}<td>${number}</td><td>${work.join('<br>')}</td><td>${lead}</td><td>${support}</td><td>${due}</td></tr>`
    })
    .join('')}</table>`
  const head = `<tr><th rowspan="2">类别</th><th rowspan="2">序号</th><th rowspan="2">工作任务</th><th colspan="2">责任单位</th><th rowspan="2">完成时限</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr>`
  const rows = [
    '云溪县冷链物流提升重点任务分解表',
    '类别\t序号\t工作任务\t责任单位\t\t完成时限',
    '〃\t〃\t〃\t牵头单位\t配合单位\t〃',
    ...numbers.map((number) => {
      const { work, lead, support, due } = row(number)
      return [number % 3 === 1 ? areas[Math.floor((number - 1) / 3)] : '〃', number, work.join('\v'), lead, support, due].join('\t')
    }),
  ]
  const foot = '第<span class="pageNumber"></span>页 共<span class="totalPages"></span>页'

  it('is one table, its head read once though every page has it', async () => expect(await linesOf(htmlOf(`<thead>${head}</thead>`), { landscape: true, foot })).toEqual(rows))

  it('is one table where the head stands on the first page only, and its tasks are read', async () => {
    const lines = await linesOf(htmlOf(head), { landscape: true, foot })
    expect(lines).toEqual(rows)
    const tasks = readingOf(lines.join('\n'))
    expect(tasks).toHaveLength(18)
    expect(tasks.map(({ units: [lead], deadlines: [due] }) => [lead, due?.slice(0, 2)])).toEqual(numbers.map((number) => [[unit(number), 'lead'], [2026, 1 + (number % 12)]]))
  })

  it.each([10, 10.5, 12])('has rows whole that a page has cut, at whatever line: %d points', async (size) =>
    expect(await linesOf(htmlOf(head), { foot, style: `table { font-size: ${size}pt } h1 { font-size: 18pt }` })).toEqual(rows))

  it('has its columns told apart where cells are hardly padded', async () => expect(await linesOf(htmlOf(head), { landscape: true, style: 'td, th { padding: 0 1px }' })).toEqual(rows))
})

describe('a table without rules', () => {
  const rows = [['序号', '工作任务', '责任单位', '完成时限'], ...[1, 2, 3, 4, 5].map((number) => [String(number), `推进第${number}批产地冷库建设，完成选址、用地审批和招标工作，年内开工不少于${number}座。`, unit(number), `2026年${number}月底前`])]
  const html = `<p>重点任务如下：</p><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table><p>二、以上任务每季度末报送进展情况，由县政府办公室汇总后报县政府主要负责同志，并抄送各有关单位。</p>`
  const expected = ['重点任务如下：', ...rows.map((row) => row.join('\t')), '二、以上任务每季度末报送进展情况，由县政府办公室汇总后报县政府主要负责同志，并抄送各有关单位。']
  const unruled = 'td { padding: 4pt 10pt; border: 0 } td:nth-child(2) { width: 45% } '

  it('is found by the known words of its head', async () => expect(await linesOf(html, { style: `${unruled} td { vertical-align: top }` })).toEqual(expected))

  it('may have its cells in the middle of their rows, and rules above and below', async () => expect(await linesOf(html, { style: `${unruled} table { border-top: 2px solid; border-bottom: 2px solid }` })).toEqual(expected))
})

it('text in two columns is read down the left one first', async () => {
  const lines = works.map((work, index) => `${index + 1}. ${work}，完成选址、用地审批和招标工作，年内开工不少于${index + 1}座。（责任单位：${unit(index)}）`)
  expect(await linesOf(`<h1>云溪县简报</h1><div style="columns: 2; font-size: 12pt; line-height: 20pt">${lines.map((line) => `<p>${line}</p>`).join('')}</div>`)).toEqual(['云溪县简报', ...lines])
})

it('paragraphs without an indent are told by the space between them', async () => {
  const lines = works.map((work, index) => `${work}，完成选址、用地审批和招标工作，年内开工不少于${index + 1}座，由${unit(index)}会同各乡镇人民政府落实，每季度末报送进展。`)
  expect(await linesOf(lines.map((line) => `<p>${line}</p>`).join(''), { style: 'p { margin: 0 0 12pt; text-indent: 0 }' })).toEqual(lines)
})
