// The marks that number sections and tasks, in the ways that documents count.
import { describe, expect, it } from 'vitest'
import { planOf, reading } from './plans.ts'

const numbered = (text: string): string[] => reading(text).tasks.map(({ path, number, title }) => [...path, number, title].join(' '))

describe('parts of a document', () => {
  it.each([
    ['Part 1', ['Part 1　河道更清', 'Part 2　水源更稳']],
    ['第一部分', ['第一部分　河道更清', '第二部分　水源更稳']],
  ])('%s stands over its items', (_name, [first = '', second = '']) =>
    expect(numbered(['云溪县2026年治水方案', first, '一、清理淤泥。全面清淤。', second, '一、划定范围。按规划划定。'].join('\n')).map((line) => line.replace(/^\S+ /, ''))).toEqual(['一 清理淤泥', '一 划定范围']))

  it('that is for safeguards holds no tasks, though its sections have numbers of their own', () =>
    expect(numbered('云溪县治水方案\n第一部分　重点任务\n一、河道\n1.清淤。（责任单位：县水利局）\n第二部分　组织保障\n一、加强组织领导。统筹推进。\n二、加强宣传引导。营造氛围。')).toEqual(['一 一 1 清淤']))
})

describe('numbers with a zero in front', () => {
  const items = (numbers: readonly string[]): string[] => numbers.map((number) => `${number} 清理河道${number}段。全面清淤。`)

  it('open an item without a sign behind them', () => expect(planOf(...items(['01', '02'])).tasks.map(({ number, title }) => `${number} ${title}`)).toEqual(['01 清理河道01段', '02 清理河道02段']))

  it('go on with two digits where these count on', () => expect(planOf(...items(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11']), '20名干部包段。').tasks.map(({ number }) => number)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11']))

  it('are none where they say when', () => expect(planOf('1.清淤。全面清淤。', '08年建成的水闸一并检修。').tasks).toHaveLength(1))
})

describe('numbers of several parts', () => {
  it('stand under the number they begin with', () =>
    expect(numbered('云溪县治水方案\n1 治水目标\n水清岸绿。\n2 重点任务\n2.1 治理河道\n2.1.1 清理淤泥。全面清淤。\n2.1.2 加固堤防。分段加固。\n2.2 保护水源\n2.2.1 划定范围。按规划划定。\n3 工作要求\n加强领导。')).toEqual(['2 2.1 2.1.1 清理淤泥', '2 2.1 2.1.2 加固堤防', '2 2.2 2.2.1 划定范围']))

  it('do so in headings and points of Markdown', () =>
    expect(numbered('# 云溪县治水方案\n\n## 1 目标\n\n水清岸绿。\n\n## 2 任务\n\n### 2.1 治理河道\n\n* **2.1.1 清理淤泥**　全面清淤。\n- **2.1.2 加固堤防**　分段加固。\n')).toEqual(['2 2.1 2.1.1 清理淤泥', '2 2.1 2.1.2 加固堤防']))

  it('may have a sign behind them', () => expect(numbered('云溪县治水方案\n一、重点任务\n1.1、清理淤泥。全面清淤。\n1.2、加固堤防。分段加固。')).toEqual(['一 1.1 清理淤泥', '一 1.2 加固堤防']))

  it('are points of the item above them where only that says who', () =>
    expect(numbered('云溪县治水方案\n一、重点任务\n1.清理淤泥。分两步清淤。（责任单位：县水利局）\n1.1 先清干流\n1.2 再清支流\n2.加固堤防。分段加固。（责任单位：县水利局）')).toEqual(['一 1 清理淤泥', '一 2 加固堤防']))

  it('are figures where they count nothing', () => expect(numbered('云溪县治水方案\n一、重点任务\n1.清理淤泥。计划投资\n2.1亿元用于清淤。\n2.加固堤防。分段加固。\n3.5公里堤防先行。')).toEqual(['一 1 清理淤泥', '一 2 加固堤防']))
})

describe('numbers with a blank alone behind them', () => {
  it('are marks where they count on', () => expect(numbered('云溪县治水若干措施\n1 清理淤泥。全面清淤。\n2 加固堤防。分段加固。\n3 划定范围。按规划划定。')).toEqual(['1 清理淤泥', '2 加固堤防', '3 划定范围']))

  it.each(['3 月底前完成清淤。', '5 所学校一并检修。', '2 项制度同步出台。'])('are none in %s', (line) => expect(planOf('1.清淤。全面清淤。', line, '2.固堤。加固堤防。').tasks).toHaveLength(2))
})

describe('names of files behind a plan', () => {
  it('are no tasks', () => expect(numbered('云溪县治水方案\n一、重点任务\n1.清淤。全面清淤。\n相关附件：\n1.河道清单.xls\n2.一图读懂.pdf')).toEqual(['一 1 清淤']))
})

describe('an item whose title begins with a figure', () => {
  it.each(['121人才梯队项目。', '5G网络建设。', '12345热线提质。', '100个示范村建设。'])('is told by its number, which counts on: %s', (title) =>
    expect(planOf('9.“河道学者”岗位。设立岗位。（牵头单位：县水利局）', `10.${title}加快实施。（牵头单位：县发改局，配合单位：各乡镇）`, '11.清淤。全面清淤。（牵头单位：县水利局）').tasks.map(({ number, units }) => [number, ...units.map(({ name }) => name)])).toEqual([['9', '县水利局'], ['10', '县发改局', '各乡镇'], ['11', '县水利局']]))

  it('may be the first', () => expect(planOf('1.5G网络建设。加快实施。', '2.清淤。全面清淤。').tasks.map(({ title }) => title)).toEqual(['5G网络建设', '清淤']))
})

describe('other signs behind a number', () => {
  it.each(['﹒', '·', '・', '•', '。', '｡'])('%s', (sign) => expect(numbered(`云溪县治水方案\n一、任务\n1${sign}清淤\n牵头单位：县水利局\n2${sign}固堤\n牵头单位：县财政局`)).toEqual(['一 1 清淤', '一 2 固堤']))
})
