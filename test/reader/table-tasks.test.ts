import { describe, expect, it } from 'vitest'
import { read } from '#src/reader/read.ts'
import { partsOf } from './plans.ts'
import { rowsOf, tablesOf, tablesRead, taskOfRow, tasksOf, timesOf } from './table-cases.ts'

const titles = (...rows: string[]): string[] => tasksOf(...rows).map(({ title }) => title)
const kinds = (...rows: string[]): string[] => tablesOf(rowsOf(...rows)).map(({ kind }) => kind)

describe('the head of a table', () => {
  it('says by its words what a column holds, wherever the column stands', () => {
    const [task] = tasksOf('完成时限 | 责任部门 | 重点工作 | 编号', '6月底前 | 县水利局 | 疏浚河道 | 7')
    expect(task).toMatchObject({ title: '疏浚河道', number: '7' })
    expect(partsOf(task)).toEqual(['县水利局 responsible (lead)'])
  })

  it.each([
    ['主要任务', '牵头部门', '参与单位', '办结时限'], ['工作内容', '主办单位', '协办单位', '时间要求'], ['事 项', '牵头责任单位', '责任单位(配合)', '进度安排'], ['任务名称', '主责单位', '责任(配合)单位', '时间节点'], ['目标任务', '牵头单位', '配合单位', '完成时间'],
  ])('is known by its synonyms: %s, %s, %s, %s', (task, lead, support, time) => {
    const read = taskOfRow(`序号 | ${task} | ${lead} | ${support} | ${time}`, '1 | 疏浚河道 | 县水利局 | 县财政局 | 2026年6月底前')
    expect([read.title, ...partsOf(read), ...timesOf(read)]).toEqual(['疏浚河道', '县水利局 lead', '县财政局 support', '2026-6-30'])
  })

  it.each(['场景名称', '应用场景', '活动名称', '小切口改革'])('names the tasks where it stands before what is done for them: %s', (name) => {
    expect(titles(`序号 | ${name} | 建设内容 | 责任单位`, '1 | 智能派单 | 准确率达到九成 | 县数据局')).toEqual(['智能派单'])
  })

  it('of a place names no task', () => expect(titles('序号 | 乡镇 | 建设内容 | 责任单位', '1 | 白沙镇 | 改建卫生院 | 县卫健局')).toEqual(['改建卫生院']))

  it('may stand under rows that name the table', () => {
    const [task] = tasksOf('云溪县2026年治水任务分解表|', '填报单位：县水利局 | | 填报日期：2026年3月', '序号 | 任务 | 责任单位 | 时限', '1 | 疏浚河道 | 县水利局 | 6月底')
    expect(task?.section).toBe('云溪县2026年治水任务分解表')
    expect(timesOf(task)).toEqual(['2026-6-30'])
  })

  it('may have two rows, with cells merged across and down', () => {
    const [task] = tasksOf('序号 | 任务 | 责任分工 | | 时限', '〃 | 〃 | 牵头 | 配合 | 〃', '1 | 疏浚河道 | 县水利局 | 县财政局 | 长期')
    expect(partsOf(task)).toEqual(['县水利局 lead', '县财政局 support'])
    expect(timesOf(task)).toEqual(['ongoing'])
  })

  it('may be said twice, for two halves beside each other', () => {
    const tasks = tasksOf('序号 | 任务 | 责任单位 | 序号 | 任务 | 责任单位', '1 | 疏浚河道 | 县水利局 | 3 | 植树 | 县林业局', '2 | 筑坝 | 县住建局 | | | ')
    expect(tasks.map((task) => [task.number, task.title, ...partsOf(task)])).toEqual([['1', '疏浚河道', '县水利局 responsible (lead)'], ['3', '植树', '县林业局 responsible (lead)'], ['2', '筑坝', '县住建局 responsible (lead)']])
  })

  it('is no task where it is printed again', () => {
    expect(titles('序号 | 任务 | 责任单位', '1 | 疏浚河道 | 县水利局', '序号 | 任务 | 责任单位', '2 | 植树 | 县林业局')).toEqual(['疏浚河道', '植树'])
  })

  it('holds for the next table, if that has none and as many columns', () => {
    const text = `${rowsOf('序号 | 任务 | 责任单位', '1 | 疏浚河道 | 县水利局')}\n（续表）\n${rowsOf('2 | 植树 | 县林业局')}`
    expect(tablesRead(text).tasks.map(({ title }) => title)).toEqual(['疏浚河道', '植树'])
  })

  it('that differs begins another table', () => {
    const tasks = tasksOf('序号 | 任务 | 责任单位', '1 | 疏浚河道 | 县水利局', '序号 | 时限 | 牵头单位 | 事项', '1 | 7月底 | 县林业局 | 植树')
    expect(tasks.map((task) => [task.title, ...partsOf(task)])).toEqual([['疏浚河道', '县水利局 responsible (lead)'], ['植树', '县林业局 lead']])
  })
})

describe('a table that lists no tasks', () => {
  it.each([
    ['members', ['序号 | 姓名 | 职务 | 电话', '1 | 张伟 | 局长 | 123']],
    ['contacts of units', ['单位 | 联系人 | 联系电话', '县水利局 | 张伟 | 123']],
    ['a reply slip', ['单位 | 姓名 | 职务 | 是否参会', '县水利局 | 张伟 | 局长 | 是']],
    ['a budget', ['序号 | 项目名称 | 金额(万元) | 备注', '1 | 疏浚河道 | 300 | ']],
  ])('gives none: %s', (_what, rows) => {
    expect(kinds(...rows)).toEqual(['none'])
    expect(tasksOf(...rows)).toEqual([])
  })

  it('is told as unclear where its head says nothing that is known', () => {
    const { unclear, unlisted } = tablesRead(rowsOf('甲 | 乙 | 丙', '一 | 二 | 三'))
    expect([unclear.length, unlisted.length]).toEqual([1, 1])
  })
})

describe('a row', () => {
  const head = '序号 | 任务 | 责任单位 | 时限'

  it('is a task, and its span is the row', () => {
    const text = rowsOf(head, '1 | 疏浚河道 | 县水利局 | 6月')
    const [task] = tablesRead(text).tasks
    expect(task && text.slice(task.span.from, task.span.to)).toBe('1\t疏浚河道\t县水利局\t6月')
  })

  it('over the whole table names the section of those below it', () => {
    const tasks = tasksOf(head, '一、水利|', '（一）河道 | | | ', '1 | 疏浚河道 | 县水利局 | 6月', '二、林业|', '2 | 植树 | 县林业局 | 3月')
    expect(tasks.map(({ section, path }) => [section, ...path])).toEqual([['河道', '一', '一'], ['林业', '二']])
  })

  it('of a number in ideographs and a name, among digits, names a section too', () => {
    const tasks = tasksOf(head, '一 | 水利 | | ', '1 | 疏浚河道 | 县水利局 | 6月', '2 | 筑坝 | 县水利局 | 6月')
    expect(tasks.map(({ section, path }) => [section, ...path])).toEqual([['水利', '一'], ['水利', '一']])
  })

  it('1 is the section of 1.1 and 1.2, and of no 2', () => {
    const tasks = tasksOf(head, '1 | 治水 | | ', '1.1 | 疏浚河道 | 县水利局 | 6月', '1.2 | 筑坝 | 县水利局 | 6月', '2 | 植树 | 县林业局 | 3月')
    expect(tasks.map(({ number, section, path }) => [number, section, ...path])).toEqual([['1.1', '治水', '1'], ['1.2', '治水', '1'], ['2', '']])
  })

  it('of a sum or a note is no task', () => {
    const { tasks, unlisted } = tablesRead(rowsOf(head, '1 | 疏浚河道 | 县水利局 | 6月', '合计 | 1项 | | ', '注：表中时间均为年内|'))
    expect([tasks.length, unlisted.length]).toEqual([1, 2])
  })

  it('without a unit or a date stays a task', () => {
    expect(tasksOf(head, '1 | 疏浚河道 | 县水利局 | 6月', '2 | 植树 | | ')[1]).toMatchObject({ title: '植树', units: [], deadlines: [] })
  })

  it('without a number has the number that its task opens with', () => {
    expect(tasksOf('任务 | 责任单位', '（三）疏浚河道 | 县水利局')[0]).toMatchObject({ number: '三', title: '疏浚河道' })
  })

  it('whose words a page broke goes on with the row above', () => {
    expect(titles(head, '1 | 疏浚河道 | 县水利局 | 6月', ' | 并加固两岸堤防 | | ', '2 | 植树 | 县林业局 | 3月')).toEqual(['疏浚河道', '植树'])
  })

  it('with a merged cell of units has those of the cell above; a blank one has none', () => {
    const tasks = tasksOf(head, '1 | 疏浚河道 | 县水利局 | 6月', '2 | 筑坝 | 〃 | 〃', '3 | 植树 | | ')
    expect(tasks.map((task) => partsOf(task).length + timesOf(task).length)).toEqual([2, 2, 0])
  })
})

describe('a category', () => {
  it.each([['merged', '〃'], ['left blank', '']])('is filled down where it is %s', (_how, below) => {
    const tasks = tasksOf('序号 | 重点领域 | 任务 | 责任单位', '1 | 一、水利 | 疏浚河道 | 县水利局', `2 | ${below} | 筑坝 | 县水利局`, '3 | 二、林业 | 植树 | 县林业局')
    expect(tasks.map(({ section, path }) => [section, ...path])).toEqual([['水利', '一'], ['水利', '一'], ['林业', '二']])
  })

  it('is the first of two columns of tasks, where it is merged over several', () => {
    const tasks = tasksOf('重点任务 | 工作任务 | 责任单位', '治水 | 疏浚河道 | 县水利局', '〃 | 筑坝 | 县水利局')
    expect(tasks.map(({ section, title }) => [section, title])).toEqual([['治水', '疏浚河道'], ['治水', '筑坝']])
  })

  it('is a column of tasks that stands before the numbers of what is done for them', () => {
    const tasks = tasksOf('工作任务 | 序号 | 具体要求 | 责任单位', '治水 | 1 | 疏浚河道 | 县水利局', '兴林 | 2 | 植树 | 县林业局')
    expect(tasks.map(({ section, number, title }) => [section, number, title])).toEqual([['治水', '1', '疏浚河道'], ['兴林', '2', '植树']])
  })

  it('is a column of tasks that is merged over rows with numbers of their own: what is done is the task', () => {
    const tasks = tasksOf('序号 | 重点任务 | 具体举措 | 责任单位', '1 | 治水 | 疏浚河道 | 县水利局', '2 | 〃 | 筑坝 | 〃', '3 | 兴林 | 植树 | 县林业局', '4 |  | 巡护 | 县林业局')
    expect(tasks.map(({ section, number, title }) => [section, number, title])).toEqual([['治水', '1', '疏浚河道'], ['治水', '2', '筑坝'], ['兴林', '3', '植树'], ['兴林', '4', '巡护']])
  })
})

describe('steps with their months before a colon', () => {
  const head = '工作任务 | 任务分解/时序进度 | 考核要点'
  const year = { from: 2026, to: 2026 }

  it('are one task, due when each step is', () => {
    const { tasks } = tablesRead(rowsOf(head, '治水 | 3月：摸清底数 | 建立台账', '〃 | 5月~10月：疏浚河道 | 〃', '〃 | 11~12月：验收 | 〃', '兴林 | 全年：植树 | 两千亩', '〃 | 4月~6月/9月~11月：补植 | 一千亩'), year)
    expect(tasks.map((task) => [task.title, ...timesOf(task)])).toEqual([['治水', '2026-3-?', '2026-10-31', '2026-12-?'], ['兴林', 'ongoing', '2026-6-30', '2026-11-30']])
  })

  it('may be lines of one cell', () => {
    expect(timesOf(taskOfRow(head, '治水 | 1.第一季度：摸底/2.9月底前：疏浚河道 | 台账', year))).toEqual(['2026-3-31', '2026-9-30'])
  })
})

describe('several measures under one task', () => {
  const head = '序号 | 任务 | 主要措施 | 责任单位 | 时限'

  it('are one task where they share its units', () => {
    const tasks = tasksOf(head, '1 | 治水 | 疏浚河道 | 县水利局 | 6月', '〃 | 〃 | 加固堤防 | 〃 | 〃')
    expect(tasks).toHaveLength(1)
    expect(tasks[0]?.text).toContain('加固堤防')
  })

  it('are tasks of that section where each has units of its own', () => {
    const tasks = tasksOf(head, '1 | 治水 | （1）疏浚河道。 | 县水利局 | 6月', '〃 | 〃 | （2）加固堤防。 | 县住建局 | 7月')
    expect(tasks.map(({ title, number, section, path }) => [title, number, section, ...path])).toEqual([['疏浚河道', '1', '治水', '1'], ['加固堤防', '2', '治水', '1']])
  })

  it('are tasks too where the name over them is written out in every row', () => {
    const tasks = tasksOf('序号 | 领域 | 重点任务 | 工作内容 | 牵头单位', '1 | 水利 | 治水。 | 疏浚河道。 | 县水利局', '2 | 水利 | 治水。 | 加固堤防。 | 县住建局', '3 | 林业 | 兴林。 | 植树。 | 县林业局')
    expect(tasks.map(({ title, number, section }) => [title, number, section])).toEqual([['疏浚河道', '1', '治水'], ['加固堤防', '2', '治水'], ['兴林', '3', '林业']])
  })

  it('keep the units of all rows, where some rows have none', () => {
    const [task] = tasksOf(head, '1 | 治水 | 疏浚河道 | 县水利局 | 6月', ' | | 加固堤防 | 县住建局 | ', ' | | 植树 | | ')
    expect(partsOf(task)).toEqual(['县水利局 responsible (lead)', '县住建局 responsible'])
  })
})

describe('the title', () => {
  const titleOf = (cell: string): string => taskOfRow('任务 | 责任单位', `${cell} | 县水利局`).title

  it('is the whole cell, if that is short', () => expect(titleOf('疏浚云溪河：12公里')).toBe('疏浚云溪河：12公里'))

  it('is the first sentence of a long one', () => expect(titleOf(`开展河道整治行动。${'清理淤泥，加固堤防，'.repeat(8)}`)).toBe('开展河道整治行动'))

  it('is what is done, and not what a long one says first that it goes by', () => {
    expect(titleOf(`聚焦云溪河${'、白沙河、青坪河'.repeat(6)}等重点河流，疏浚河道并加固堤防，恢复沿河湿地的水源涵养能力`)).toBe('疏浚河道并加固堤防')
    expect(titleOf(`按照${'省、市'.repeat(18)}的统一要求，结合本县实际，编制云溪河治理规划`)).toBe('编制云溪河治理规划')
  })

  it('is the first sentence of a short one too', () => expect(titleOf('疏浚云溪河。清理淤泥12公里。')).toBe('疏浚云溪河'))

  it('is the first line, where the cell has several', () => expect(titleOf('开展河道整治/清理淤泥')).toBe('开展河道整治'))

  it('ends before the bracket that says who', () => expect(titleOf('1.疏浚河道（责任单位：县水利局）')).toBe('疏浚河道'))
})

describe('a cell of units', () => {
  const unitsIn = (cell: string, head = '责任单位'): string[] => partsOf(taskOfRow(`任务 | ${head}`, `疏浚河道 | ${cell}`))

  it('parts them by signs, blanks and lines', () => expect(unitsIn('县水利局、县财政局 县林业局/县住建局')).toHaveLength(4))

  it('may say the parts by labels', () => expect(unitsIn('牵头单位：县水利局；配合单位：县财政局')).toEqual(['县水利局 lead', '县财政局 support']))

  it('may say them by labels that nothing parts from the names before', () => expect(unitsIn('牵头单位：县水利局配合单位：县财政局、白沙镇人民政府')).toEqual(['县水利局 lead', '县财政局 support', '白沙镇人民政府 support']))

  it('may have labels on lines of their own', () => expect(unitsIn('牵头单位：/县水利局/配合单位：/县财政局')).toEqual(['县水利局 lead', '县财政局 support']))

  it('may say the parts by verbs', () => expect(unitsIn('县水利局牵头，县财政局、各乡镇配合')).toEqual(['县水利局 lead', '县财政局 support', '各乡镇 support']))

  it('may say the part behind a name', () => expect(unitsIn('县水利局(牵头)、县财政局(配合)')).toEqual(['县水利局 lead', '县财政局 support']))

  it('keeps a bracket that belongs to the name', () => expect(unitsIn('县住建局(县人防办)')).toEqual(['县住建局(县人防办) responsible (lead)']))

  it('may say that there is none', () => expect(unitsIn('无')).toEqual([]))

  it('presumes no lead where the head or a note says that the first one leads', () => {
    expect(partsOf(tasksOf('任务 | 责任单位', '疏浚河道 | 县水利局、县财政局', '注：列第一位的为牵头单位|')[0])).toEqual(['县水利局 lead', '县财政局 responsible'])
  })

  it('presumes none either where the document says so outside its tables', () => {
    const answer = read(`云溪县治水任务清单\n说明：责任单位列第一位的为牵头单位。\n${rowsOf('序号 | 任务 | 责任单位', '1 | 疏浚河道 | 县水利局、县财政局')}`)
    expect(answer.ok && partsOf(answer.reading.tasks[0])).toEqual(['县水利局 lead', '县财政局 responsible'])
  })

  it('presumes one where only another table has such a note', () => {
    const answer = read(`云溪县治水任务清单\n${rowsOf('任务 | 责任单位', '疏浚河道 | 县水利局', '注：列第一位的为牵头单位|')}\n其他任务\n${rowsOf('任务 | 责任单位 | 时限', '植树 | 县林业局 | 长期')}`)
    expect(answer.ok && answer.reading.tasks.map((task) => partsOf(task).join())).toEqual(['县水利局 lead', '县林业局 responsible (lead)'])
  })

  it('parts the sections of an office where a line break between them was lost', () => expect(unitsIn('河道管理股水文站', '责任股室')).toEqual(['河道管理股 responsible (lead)', '水文站 responsible']))

  it('keeps a company whole that holds others', () => expect(unitsIn('云溪控股集团有限公司')).toEqual(['云溪控股集团有限公司 responsible (lead)']))

  it('tells the words that leave units unnamed', () => {
    const text = rowsOf('任务 | 责任单位', '疏浚河道 | 县水利局等有关部门')
    expect(tablesRead(text).others.map(({ span }) => text.slice(span.from, span.to))).toEqual(['等有关部门'])
  })

  it('of the task itself counts as well', () => {
    expect(partsOf(tasksOf('序号 | 任务 | 时限', '1 | 疏浚河道。（责任单位：县水利局） | 6月')[0])).toEqual(['县水利局 responsible (lead)'])
  })
})

describe('persons', () => {
  it('have a column of their own, and are no units', () => {
    const task = taskOfRow('任务 | 牵头领导 | 责任单位', '疏浚河道 | 副县长张伟、李敏 | 县水利局')
    expect(task.people.map(({ name, duty }) => [name, duty])).toEqual([['张伟', '牵头领导'], ['李敏', '牵头领导']])
    expect(partsOf(task)).toEqual(['县水利局 responsible (lead)'])
  })

  it('may have their rank set off by a blank, before or behind', () => {
    const task = taskOfRow('任务 | 牵头领导 | 责任领导 | 时限', '疏浚河道 | 副县长 张伟 | 李敏 县水利局局长、王刚 | 长期')
    expect(task.people.map(({ name }) => name)).toEqual(['张伟', '李敏', '王刚'])
  })

  it('of two signs may have them set apart', () => {
    const answer = read(`云溪县治水任务清单\n${rowsOf('任务 | 牵头领导 | 责任单位', '疏浚河道 | 张　伟 | 县水利局')}`)
    expect(answer.ok && answer.reading.tasks[0]?.people.map(({ name }) => name)).toEqual(['张伟'])
  })

  it('among units are people', () => {
    const task = taskOfRow('任务 | 责任单位', '疏浚河道 | 县水利局 张伟')
    expect([partsOf(task), task.people.map(({ name }) => name)]).toEqual([['县水利局 responsible (lead)'], ['张伟']])
  })

  it('in a bracket behind a unit are people', () => {
    const task = taskOfRow('任务 | 责任单位', '疏浚河道 | 县水利局（张伟）')
    expect([partsOf(task), task.people.map(({ name }) => name)]).toEqual([['县水利局 responsible (lead)'], ['张伟']])
  })
})

describe('a cell of a time', () => {
  it.each([
    ['12月底', '2026-12-31'], ['6月30日前', '2026-6-30'], ['2026.6.30', '2026-6-30'], ['2026-06-30', '2026-6-30'], ['2027年', '2027-?-?'], ['年底前', '2026-12-31'], ['长期', 'ongoing'], ['持续推进', 'ongoing'],
    ['全年', 'ongoing'], ['2025—2027年', '2027-?-?'], ['二季度', '2026-6-30'], ['上半年', '2026-6-30'], ['45838', '2025-6-30'], ['每年11月底前', 'yearly-11-30'],
  ])('is a time whatever it is: %s', (cell, time) => {
    expect(timesOf(taskOfRow('任务 | 时限', `疏浚河道 | ${cell}`, { from: 2026, to: 2026 }))).toEqual([time])
  })

  it('leaves the year of a bare month open where the plan runs several', () => {
    expect(timesOf(taskOfRow('任务 | 时限', '疏浚河道 | 6月底', { from: 2025, to: 2027 }))).toEqual(['?-6-30'])
  })

  it('says once what the task says as well', () => {
    expect(timesOf(taskOfRow('任务 | 时限', '2026年6月底前疏浚河道 | 2026年6月底'))).toEqual(['2026-6-30'])
  })

  it('has the day that the task only hints at', () => {
    expect(timesOf(taskOfRow('任务 | 时限', '汛前疏浚河道 | 2026年5月15日前'))).toEqual(['2026-5-15'])
  })

  it('of a year is due in that year only where it says so', () => {
    const task = taskOfRow('任务 | 责任单位 | 2026年 | 2027年', '疏浚河道 | 县水利局 | 6月底前完成一半 | 全部完成')
    expect(timesOf(task)).toEqual(['2026-6-30'])
    expect(task.text).toContain('全部完成')
  })
})

describe('a bracket at the end of a cell of words', () => {
  const bracket = '建设两座供水中心，落实用地（县城北供水中心、县城南供水中心）。'
  it('names no units where the table has a column of them', () => {
    expect(partsOf(taskOfRow('序号 | 任务 | 工作内容 | 责任单位', `1 | 供水 | ${bracket} | 县水利局`))).toEqual(['县水利局 responsible (lead)'])
  })

  it('says who does it where no column does', () => {
    expect(partsOf(taskOfRow('序号 | 任务 | 工作内容 | 完成时限', '1 | 供水 | 建设两座泵站。（县水利局、县财政局） | 6月底前'))).toEqual(['县水利局 responsible (lead)', '县财政局 responsible'])
  })
})
