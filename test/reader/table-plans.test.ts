import { describe, expect, it } from 'vitest'
import { partsOf, reading } from './plans.ts'
import { rowsOf, timesOf } from './table-cases.ts'

const facts = (text: string): string[][] => reading(text).tasks.map((task) => [...task.path, task.number, task.title, ...partsOf(task), ...timesOf(task)])

const clearing = ['1', '疏浚河道', '县水利局 lead', '县财政局 support', '2026-6-30']
const planting = ['2', '植树造林', '县林业局 lead', 'ongoing']
const title = '云溪县2026年治水任务清单'

describe('one table, however it came', () => {
  it.each([
    ['as rows', rowsOf('序号 | 任务 | 牵头单位 | 配合单位 | 完成时限', '1 | 疏浚河道 | 县水利局 | 县财政局 | 6月底前', '2 | 植树造林 | 县林业局 | | 长期')],
    ['in Markdown', '| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |\n|---|---|---|---|---|\n| 1 | 疏浚河道 | 县水利局 | 县财政局 | 6月底前 |\n| 2 | 植树造林 | 县林业局 | | 长期 |'],
    ['in a box', '+--+--+--+--+--+\n|序号|任务|牵头单位|配合单位|完成时限|\n+--+--+--+--+--+\n|1|疏浚|县水利局|县财政局|6月底前|\n| |河道| | | |\n+--+--+--+--+--+\n|2|植树造林|县林业局| |长期|\n+--+--+--+--+--+'],
    ['set apart by blanks', '序号  任务        牵头单位    配合单位    完成时限\n 1    疏浚河道    县水利局    县财政局    6月底前\n 2    植树造林    县林业局                长期'],
    ['with a cell a line', '序号\n任务\n牵头单位\n配合单位\n完成时限\n1\n疏浚河道\n县水利局\n县财政局\n6月底前\n2\n植树造林\n县林业局\n长期'],
  ])('is read the same: %s', (_how, table) => {
    expect(facts(`${title}\n${table}`)).toEqual([clearing, planting])
  })
})

describe('a plan with a table', () => {
  const rows = rowsOf('序号 | 任务 | 牵头单位 | 配合单位 | 完成时限', '1 | 疏浚河道 | 县水利局 | 县财政局 | 6月底前', '2 | 植树造林 | 县林业局 | | 长期')

  it('has its rows in the section they stand in, and the heading over them is no task', () => {
    expect(facts(`云溪县2026年治水方案\n一、总体要求\n坚持治水优先。\n二、重点任务\n${rows}\n三、保障措施\n（一）加强领导。各单位要抓好落实。`)).toEqual([['二', ...clearing], ['二', ...planting]])
  })

  it('has each item once, where the table attached repeats the body', () => {
    const tasks = facts(`云溪县2026年治水方案\n一、重点任务\n（一）疏浚河道。清淤12公里。\n（二）植树造林。植树1000亩。\n附件：任务分工表\n${rows}`)
    expect(tasks).toEqual([['一', '一', ...clearing.slice(1)], ['一', '二', ...planting.slice(1)]])
  })

  it('has figures from one table and tasks from another', () => {
    const read = reading(`云溪县2026年治水方案\n一、主要目标\n${rowsOf('指标 | 单位 | 2026年目标', '绿化率 | % | 45')}\n二、重点任务\n${rows}`)
    expect([read.tasks.length, read.targets.map(({ measure, value }) => [measure, value])]).toEqual([2, [['绿化率', 45]]])
  })
})

describe('a workbook of several sheets', () => {
  it('has the tasks of each under the name of the sheet', () => {
    const sheet = (task: string): string => rowsOf('序号 | 任务 | 责任单位', `1 | ${task} | 县水利局`)
    expect(reading(`水利建设\n\n${sheet('清淤')}\n\n绿化提升\n\n${sheet('植树')}`).tasks.map(({ section, title }) => [section, title])).toEqual([['水利建设', '清淤'], ['绿化提升', '植树']])
  })
})

describe('the title of a plan that is a table', () => {
  const rows = rowsOf('序号 | 任务 | 责任单位', '1 | 疏浚河道 | 县水利局')

  it('is the row over its head, and not the name of a sheet', () => {
    expect(reading(`重点任务\n\n${rowsOf('云溪县2026年治水任务分解表|', '制表单位：县水利局|')}\n${rows}`).title).toBe('云溪县2026年治水任务分解表')
  })

  it('is the one that the list of annexes gives it', () => {
    const list = '附件：1.云溪县2026年治水目标任务分解表\n2.云溪县2026年造林任务分解表\n云溪县人民政府办公室\n2026年3月1日'
    expect(reading(`各乡镇人民政府：\n现将治水任务分解如下，请抓好落实。\n${list}\n附件1\n${rows}`).title).toBe('云溪县2026年治水目标任务分解表')
    expect(reading(`各乡镇人民政府：\n现将造林任务分解如下，请抓好落实。\n${list}\n附件2\n${rows}`).title).toBe('云溪县2026年造林任务分解表')
    expect(reading(`云溪县2026年治水行动方案\n${list}\n附件1\n${rows}`).title).toBe('云溪县2026年治水行动方案')
  })

  it('is the line that says so, and not where a page stands', () => {
    expect(reading(`当前位置：首页 > 水利\n云溪县2026年治水重点工作分工表\n发布时间：2026年3月\n【字体：大 中 小】\n${rows}`).title).toBe('云溪县2026年治水重点工作分工表')
  })
})

describe('a table of which it is not known what it lists', () => {
  const plan = (...rows: string[]): ReturnType<typeof reading> => reading(`${title}\n一、建设内容\n各平台如下。\n${rowsOf(...rows)}\n二、任务\n1.建设平台。2026年6月底前建成。（责任单位：县数据局）`)
  const askedAbout = (...rows: string[]) => plan(...rows).doubts.filter(({ kind }) => kind === 'table-unclear').map(({ line, question }) => [line, question])

  it('is asked about, with its lines', () => {
    expect(askedAbout('平台 | 用途 | 规模', '信用平台 | 查询 | 3万', '归集平台 | 归集 | 5万')).toEqual([[4, '第4至6行的表格“建设内容”没有读懂，里面有任务吗？']])
  })

  it('is asked about too where a page left a cell a line and its cells cannot be told apart', () => {
    const text = `${title}\n一、任务\n（一）建设平台。2026年6月底前建成。（责任单位：县数据局）\n二、清单\n序号\n任务\n责任单位\n时限\n1\n甲\n乙\n丙\n2\n丁\n戊\n己\n三、保障`
    expect(reading(text).doubts.filter(({ kind }) => kind === 'table-unclear').map(({ line, question }) => [line, question])).toEqual([[5, '第5至16行的表格没有读懂，里面有任务吗？']])
  })

  it('is asked about where a row below it could not be told apart', () => {
    const text = `${title}\n序号\n任务\n责任单位\n时限\n1\n疏浚云溪河。\n县水利局\n6月底前\n2\n加固水库大坝。\n县水利局\n年底前\n9\n在荒坡上造林两千亩。\n县林业局\n长期`
    expect(reading(text).doubts.filter(({ kind }) => kind === 'table-unclear').map(({ question }) => question)).toEqual(['第14至17行的表格没有读懂，里面有任务吗？'])
    expect(reading(`${title}\n${rowsOf('序号 | 任务 | 责任单位', '1 | 疏浚云溪河 | 县水利局')}\n2\n二、保障措施`).doubts.filter(({ kind }) => kind === 'table-unclear')).toEqual([])
  })

  it('is not, where it is a form to be filled in', () => expect(askedAbout('平台 | 用途 | 规模', '1 | | ', '2 | | ')).toEqual([]))
})

describe('a table of indicators in a plan', () => {
  it('promises nothing for a year before the plan', () => {
    const { targets } = reading(`云溪县教育三年行动方案（2026—2028年）\n一、任务\n1.建园。2026年6月底前建成。（责任单位：县教育局）\n二、主要指标\n${rowsOf('指标 | 2025年 | 2028年 | 属性', '普惠率 | 85% | 92% | 约束性')}`)
    expect(targets.map(({ measure, value, by }) => [measure, value, by?.year])).toEqual([['普惠率', 92, 2028]])
  })
})
