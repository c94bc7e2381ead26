// Labels and numbers as lists of tasks are really set: in brackets, in words, in a row.
import { describe, expect, it } from 'vitest'
import { partsOf, reading, unitsOf } from './plans.ts'

describe('a label in brackets, its words behind it', () => {
  const item = (...labels: string[]): string => ['云溪县2026年燃气整治任务清单', '一、重点任务', '1.改造老旧管网。', ...labels].join('\n')

  it.each([
    ['on lines of their own', item('【牵头单位】县住建局', '【配合单位】县应急管理局、县财政局', '【完成时限】2026年9月底前')],
    ['in one line', item('【牵头单位】县住建局【配合单位】县应急管理局、县财政局【完成时限】2026年9月底前')],
  ])('says who and when: %s', (_where, text) => {
    const [task] = reading(text).tasks
    expect(task && partsOf(task)).toEqual(['县住建局 lead', '县应急管理局 support', '县财政局 support'])
    expect(task?.deadlines).toMatchObject([{ year: 2026, month: 9 }])
  })

  it('is no label where it follows the name', () => expect(reading(item('（县住建局（牵头单位）、县财政局（配合单位））')).tasks.flatMap(unitsOf)).not.toContain('、县财政局'))
})

describe('a label of units', () => {
  const partsUnder = (label: string): string[] => reading(['云溪县2026年治水任务清单', '一、重点任务', '1.清淤。全面清淤。', `${label}：县水利局、青石镇`, '2.固堤。（责任单位：县水利局）'].join('\n')).tasks.slice(0, 1).flatMap(partsOf)
  const partsBehind = (label: string): string[] => reading(['云溪县2026年治水任务清单', '一、重点任务', `1.清淤。全面清淤。（${label}：县水利局、青石镇；完成时限：6月底）`, '2.固堤。（责任单位：县水利局）'].join('\n')).tasks.slice(0, 1).flatMap(partsOf)

  it.each([
    ...['整改责任单位', '整改单位', '具体责任单位', '属地责任单位', '县级责任单位', '市直责任单位', '负责单位', '承担单位', '执行单位', '推进单位', '行业主管部门', '具体落实单位'].map((label): [string, string] => [label, 'responsible']),
    ...['省级牵头单位', '整改牵头单位', '县直牵头部门'].map((label): [string, string] => [label, 'lead']),
    ...['协助单位', '协作单位', '会办单位', '市级配合单位'].map((label): [string, string] => [label, 'support']),
  ])('is what a column of a table may be called: %s', (label, part) => {
    const named = [`县水利局 ${part}${part === 'responsible' ? ' (lead)' : ''}`, `青石镇 ${part}`]
    expect([partsUnder(label), partsBehind(label)]).toEqual([named, named])
  })

  it.each(['督导单位', '督办单位', '验收单位', '责任人', '施工单位', '服务对象'])('is not: %s', (label) => expect([partsUnder(label), partsBehind(label)].flat()).toEqual([]))
})

describe('items that are numbered in words', () => {
  const plan = ['云溪县2026年重点项目包抓责任分工', '项目一：搬迁县医院', '建设内容：新建门诊楼。', '牵头单位：县卫健局', '', '项目二：扩建污水厂', '建设内容：提升处理能力。', '牵头单位：县水务集团'].join('\n')

  it('are tasks', () => expect(reading(plan).tasks.map((task) => [task.title, ...partsOf(task)])).toEqual([['搬迁县医院', '县卫健局 lead'], ['扩建污水厂', '县水务集团 lead']]))
})

describe('a team in a bracket behind the name of an item', () => {
  it('is no part of the name', () => expect(reading('云溪县治水方案\n一、五大行动\n行动一：河道清淤（河道清淤专班）\n全面清淤。\n组长单位：县水利局').tasks.map(({ title }) => title)).toEqual(['河道清淤']))
})

describe('the years of a plan that names the five-year plan', () => {
  it.each([['云溪县“十五五”水利发展任务分工', 2026, 2030], ['云溪县“十四五”水利发展任务分工', 2021, 2025]])('%s', (title, from, to) => expect(reading(`${title}\n一、任务\n（一）清淤。（责任单位：县水利局）`).period).toEqual({ from, to }))
})

describe('a title that names two five-year plans', () => {
  it('says no years: they are asked', () => {
    const { period, doubts } = reading('云溪县“十四五”收官和“十五五”开局实施方案\n一、任务\n（一）清淤。（责任单位：县水利局）')
    expect(period).toBeUndefined()
    expect(doubts.map(({ kind }) => kind)).toEqual(['no-period'])
  })
})

describe('an item that begins with a date', () => {
  const plan = ['云溪县2026年治水要点', '一、任务', '1.清淤。（责任单位：县水利局）', '2.3月底前完成设计。（责任单位：县水利局）', '3.2026年6月底前完成招标。（责任单位：县财政局）', '4.投资1.5亿元建设水厂。（责任单位：县发改局）'].join('\n')

  it('is an item of its own, and its number no part of the date', () =>
    expect(reading(plan).tasks.map(({ number, deadlines }) => [number, ...deadlines.map(({ text }) => text)])).toEqual([['1'], ['2', '3月底前'], ['3', '2026年6月底前'], ['4']]))
})

describe('a list of units that goes on with 和各…', () => {
  it('has the group as a unit of its own', () => {
    const { tasks } = reading('促进就业的意见\n一、任务\n（一）扩大岗位。（省财政厅、人民银行省分行和各市、县（区）政府按职责分工负责）')
    expect(tasks.flatMap(unitsOf)).toEqual(['省财政厅', '人民银行省分行', '各市、县（区）政府'])
  })
})

describe('an office’s own plan', () => {
  const unitsIn = (bracket: string): string[] => reading(`云溪县教育局2026年工作要点\n一、任务\n1.规范管理。${bracket}\n2.加强督导。（责任股室：督导室）`).tasks.slice(0, 1).flatMap(unitsOf)

  it('names its sections in bare brackets', () => expect(['[基教股、督导室]', '（人事股）', '【执法监督科 综合科】'].map(unitsIn)).toEqual([['基教股', '督导室'], ['人事股'], ['执法监督科', '综合科']]))

  it.each(['（12处）', '（多处）', '（含检验科）', '（见附表）', '（儿科、妇产科）', '（语文学科、数学学科）', '（教务处、学生处）'])('does not where the bracket is %s', (bracket) => expect(unitsIn(bracket)).toEqual([]))
})

describe('Markdown', () => {
  it('may set a number in bold', () => expect(reading('# 云溪县茶产业方案\n\n## 一、任务\n\n**1.** 改造茶园。（责任单位：县农业农村局）\n\n**2.** 建设茶市。（责任单位：县商务局）').tasks.map(({ title }) => title)).toEqual(['改造茶园', '建设茶市']))
})

describe('who oversees a task', () => {
  it('is not among those who do it', () => {
    expect(reading('云溪县整改方案\n一、任务\n1.改造管网。（责任单位：县住建局；督导单位：县委督查室）').tasks.flatMap(unitsOf)).toEqual(['县住建局'])
    expect(reading('云溪县整改任务表\n| 序号 | 任务 | 责任单位 | 督导单位 | 完成时限 |\n| --- | --- | --- | --- | --- |\n| 1 | 改造管网 | 县住建局 | 县委督查室 | 2026年6月底前 |').tasks.flatMap(unitsOf)).toEqual(['县住建局'])
  })
})

describe('labels in other words', () => {
  it.each([
    ['主责：县工信局；协同：县科技局、县商务局', ['县工信局 lead', '县科技局 support', '县商务局 support']],
    ['组长单位：县农业农村局；成员单位：县林业局、各乡镇', ['县农业农村局 lead', '县林业局 support', '各乡镇 support']],
    ['责任单位：*县教育局、县住建局*', ['县教育局 responsible (lead)', '县住建局 responsible']],
  ])('%s', (line, parts) => expect(reading(`云溪县茶业方案\n一、任务\n1.改造茶园。推进改造。\n${line}\n2.建设茶市。推进建设。\n责任单位：县商务局`).tasks.slice(0, 1).flatMap(partsOf)).toEqual(parts))
})

describe('a part that is said behind a name', () => {
  it('is that name’s alone', () =>
    expect(reading('云溪县治水方案\n一、任务\n1.清淤。全面清淤。\n责任部门：县水利局（主）、县林业局、县财政局（辅）｜完成时间：6月底').tasks.flatMap(partsOf)).toEqual(['县水利局 lead', '县林业局 responsible', '县财政局 support']))
})

describe('a line of labels that upright strokes part', () => {
  const [task] = reading('云溪县2026年治水方案\n一、任务\n1.清淤。全面清淤。\n责任部门：县水利局、各乡镇｜完成时间：5月底前建立台账，11月组织评估').tasks

  it('keeps the last name before a stroke', () => expect(unitsOf(task)).toEqual(['县水利局', '各乡镇']))
  it('has every time that its label is for', () => expect(task?.deadlines.map(({ year, month }) => [year, month])).toEqual([[2026, 5], [2026, 11]]))
})

describe('words in italics at the end of an item', () => {
  const items = ['* **1.1 清理淤泥**　全面清淤。*2026年6月底前，县水利局／各乡镇／三大运营商*', '* **1.2 增值资金** *县财政局／县水利局，时间另定*', '* **1.3 微更新**　征集提案。']
  const plan = (...note: string[]): string => ['# 云溪县治水方案', '## 一、任务', ...items, ...note].join('\n')

  it('say who and when', () => {
    const { tasks } = reading(plan())
    expect(tasks.map(({ title }) => title)).toEqual(['清理淤泥', '增值资金', '微更新'])
    expect(tasks.map(unitsOf)).toEqual([['县水利局', '各乡镇', '三大运营商'], ['县财政局', '县水利局'], []])
    expect(tasks[0]?.deadlines).toMatchObject([{ year: 2026, month: 6 }])
  })

  it('have the parts that a note gives them', () => expect(reading(plan('注：斜线前第一家为牵头单位，其余为配合单位。')).tasks.slice(0, 1).flatMap(partsOf)).toEqual(['县水利局 lead', '各乡镇 support', '三大运营商 support']))

  it('are no units where they are a remark', () => expect(reading('# 云溪县治水方案\n## 一、任务\n* **1.1 清理淤泥** 全面清淤。*其中干流／支流分开实施*\n* **1.2 增值资金** *县财政局／县水利局*').tasks.map(unitsOf)).toEqual([[], ['县财政局', '县水利局']]))
})
