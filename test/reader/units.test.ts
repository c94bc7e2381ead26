import { describe, expect, it } from 'vitest'
import { partsOf, planOf, reading, taskOf, unitsOf } from './plans.ts'

describe('who does a task', () => {
  it.each([
    ['(责任单位:县水利局、县财政局)'], ['〔责任单位：县水利局、县财政局〕'], ['【责任部门：县水利局，县财政局】'], ['[责任单位:县水利局;县财政局]'],
    ['(责任单位：县水利局 县财政局)'], ['(县水利局、县财政局负责)'], ['（县水利局、县财政局按职责分工负责）'], ['(责任单位:县水利局和县财政局)'], ['(县水利局、县财政局)'],
  ])('is read from %s', (clause) => {
    expect(partsOf(taskOf(`分段疏浚。${clause}`))).toEqual(['县水利局 responsible (lead)', '县财政局 responsible'])
  })

  it.each([
    ['(牵头单位:县水利局;配合单位:县财政局、县公安局)'], ['(县水利局牵头,县财政局、县公安局配合)'], ['由县水利局牵头,县财政局、县公安局配合。'],
    ['(主办:县水利局,协办:县财政局、县公安局)'], ['(县水利局会同县财政局、县公安局负责)'], ['(责任单位：县水利局牵头，县财政局、县公安局配合)'],
  ])('has a lead and support in %s', (clause) => {
    expect(partsOf(taskOf(`分段疏浚。${clause}`))).toEqual(['县水利局 lead', '县财政局 support', '县公安局 support'])
  })

  it.each([['(县水利局牵头,县财政局配合,2026年9月底前完成)'], ['(牵头单位:县水利局,配合单位:县财政局,持续推进)']])('is apart from the time in %s', (clause) => {
    const task = taskOf(`分段疏浚。${clause}`)
    expect(unitsOf(task)).toEqual(['县水利局', '县财政局'])
    expect(task.deadlines).toHaveLength(1)
  })

  it('keeps a bracket inside a name', () => {
    expect(unitsOf(taskOf('(责任单位:县住建局(县人防办)、云溪水务集团〔筹〕)'))).toEqual(['县住建局(县人防办)', '云溪水务集团〔筹〕'])
  })

  it('does not cut 自然资源和规划局 in two', () => {
    expect(unitsOf(taskOf('(责任单位:自然资源和规划局、人力资源和社会保障局、各有关部门和单位)'))).toEqual(['自然资源和规划局', '人力资源和社会保障局', '各有关部门和单位'])
  })

  it('gives each its own of what a list writes once', () => {
    expect(unitsOf(taskOf('(责任单位:县委组织部、宣传部,各团镇、乡)'))).toEqual(['县委组织部', '县委宣传部', '各团镇', '各乡'])
    expect(unitsOf(taskOf('(责任单位:甲州市、乙川市、丙水市人民政府)'))).toEqual(['甲州市人民政府', '乙川市人民政府', '丙水市人民政府'])
    expect(unitsOf(taskOf('(责任单位:省水利厅,各市、县〔市、区〕政府)'))).toEqual(['省水利厅', '各市、县〔市、区〕政府'])
  })

  it('keeps 各省、自治区、直辖市人民政府 as one group', () => {
    expect(unitsOf(taskOf('(财政部,各省、自治区、直辖市人民政府按职责分工负责)'))).toEqual(['财政部', '各省、自治区、直辖市人民政府'])
  })

  it('counts a unit that is printed twice once', () => {
    expect(unitsOf(taskOf('(责任单位:县水利局、县财政局、县水利局)'))).toEqual(['县水利局', '县财政局'])
  })

  it('is no school, platform or document that the sentence speaks of', () => {
    expect(unitsOf(taskOf('县第二中学(含附属小学)与云溪智慧平台按《云溪县水利局、县财政局管理办法》执行(试行)。'))).toEqual([])
  })

  it('stands after a block for each item of it', () => {
    const { tasks } = planOf('(一)治河', '1、清淤。', '2、固堤。', '(责任单位:县水利局)', '(二)护水', '划定范围。', '〔责任单位:县环保局〕')
    expect(tasks.map(unitsOf)).toEqual([['县水利局'], ['县水利局'], ['县环保局']])
  })

  it('stands in a section’s heading for each item of it', () => {
    const { tasks } = planOf('(一)治河(责任单位:县水利局)', '1、清淤。', '2、固堤。')
    expect(tasks.map(unitsOf)).toEqual([['县水利局'], ['县水利局']])
  })

  it('stands on a line of its own for one item where every item has its own', () => {
    const { tasks } = planOf('(一)治河', '1、清淤。', '(责任单位:县水利局)', '2、固堤。', '3、绿化。', '责任单位:县林业局')
    expect(tasks.map(unitsOf)).toEqual([['县水利局'], [], ['县林业局']])
  })

  it('is led by the first of the list where the document says so, from there on', () => {
    const { tasks } = planOf('1、清淤。(责任单位:县水利局、县财政局。列第一位的为牵头单位,下同)', '2、固堤。(责任单位:县应急局、县水利局)')
    expect(tasks.map(partsOf)).toEqual([['县水利局 lead', '县财政局 responsible'], ['县应急局 lead', '县水利局 responsible']])
  })

  it('is led by the first for one task only where the document does not say 下同', () => {
    const { tasks } = planOf('1、清淤。(责任单位:县水利局、县财政局,第一位为牵头单位)', '2、固堤。(责任单位:县应急局、县水利局)')
    expect(tasks.map(partsOf)).toEqual([['县水利局 lead', '县财政局 responsible'], ['县应急局 responsible (lead)', '县水利局 responsible']])
  })

  it.each([['以下均需各乡镇落实,不再列出'], ['以下各项各乡镇均须落实,不再逐一列出']])('includes those bound by %s in every later task, not in its own', (rule) => {
    const { tasks } = planOf(`1、清淤。(责任单位:县水利局。${rule})`, '2、固堤。(责任单位:县应急局)')
    expect(tasks.map(partsOf)).toEqual([['县水利局 responsible (lead)'], ['县应急局 responsible (lead)', '各乡镇 responsible (standing)']])
  })

  it('is asked once for a section where no item says who', () => {
    const { doubts } = planOf('(一)治河', '1、清淤。', '2、固堤。', '(二)护水', '1、划界。', '2、立标。(责任单位:县环保局)')
    expect(doubts.filter((doubt) => doubt.kind === 'no-unit').map((doubt) => doubt.question)).toEqual(['“治河”下2项任务都没有写责任单位，由哪些单位负责？', '“划界”没有写责任单位，由哪些单位负责？'])
  })

  it('is asked about where a list leaves units unnamed or two names look like one office', () => {
    const { doubts } = planOf('1、清淤。(县水利局、县发改局等有关部门负责)', '2、固堤。(责任单位:县发改委)')
    expect(doubts.filter((doubt) => doubt.kind !== 'no-period').map((doubt) => doubt.question)).toEqual(['“等有关部门”还包括哪些单位？', '“县发改局”和“县发改委”是同一个单位吗？'])
  })

  it('points at the words it was read from', () => {
    const { text, tasks } = reading('治水方案\n一、任务\n1.清淤。\n（责任单位：县委组织部、宣传部）')
    expect(tasks[0]?.units.map(({ span }) => text.slice(span.from, span.to))).toEqual(['县委组织部', '宣传部'])
  })
})

describe('two units whose line break was lost', () => {
  it.each([
    ['(责任单位:市委政法委市公安局)', ['市委政法委', '市公安局']],
    ['(责任单位:市公安局市中分局、市自然资源局市北分局)', ['市公安局市中分局', '市自然资源局市北分局']],
    ['(责任单位:区水利局区间管理中心)', ['区水利局区间管理中心']],
    ['(责任单位:县人大常委会办公室县志办公室)', ['县人大常委会办公室县志办公室']],
    ['(责任单位:县水利局县财政局、县公安局)', ['县水利局', '县财政局', '县公安局']],
    ['(责任单位:市委市政府督查室)', ['市委市政府督查室']],
    ['(责任单位:县委宣传部)', ['县委宣传部']],
    ['(责任单位:市政府市长热线办公室)', ['市政府市长热线办公室']],
  ])('are two where the second says its level again: %s', (clause, names) => expect(unitsOf(taskOf(`分段疏浚。${clause}`))).toEqual(names))
})

describe('a label of units and people', () => {
  it('gives each its own', () => {
    const task = taskOf('保护古树。责任单位及责任人：县林业局 王强、县住建局 李敏；配合单位：各乡镇（街道）。')
    expect(partsOf(task)).toEqual(['县林业局 responsible (lead)', '县住建局 responsible', '各乡镇（街道） support'])
    expect(task.people.map(({ name }) => name)).toEqual(['王强', '李敏'])
  })
})

describe('units that are those of the task before', () => {
  const asked = (text: string): string[] => reading(text).doubts.filter(({ kind }) => kind === 'unit-unclear').map(({ question }) => question)

  it('may be the supporting ones alone', () => {
    const { tasks } = planOf('1.清淤。(牵头单位:县水利局;配合单位:县财政局)', '2.固堤。(牵头单位:县住建局;配合单位:同上)')
    expect(tasks.map(partsOf)).toEqual([['县水利局 lead', '县财政局 support'], ['县住建局 lead', '县财政局 support']])
  })

  it('are shown by the words that say so, and are not asked about', () => {
    const text = '云溪县2026年治水方案\n一、任务\n1.清淤。(责任单位:县水利局)\n2.固堤。(责任单位:同上)'
    const { tasks } = reading(text)
    expect(tasks[1]?.units.map(({ span }) => reading(text).text.slice(span.from, span.to))).toEqual(['责任单位:同上'])
    expect(asked(text)).toEqual([])
  })

  it.each(['责任单位同上。', '(责任单位:同上)', '〔责任单位与上一条相同〕'])('%s', (words) => {
    const { tasks } = planOf('1.清淤。疏浚河道。(牵头单位:县水利局;配合单位:县财政局)', `2.固堤。加固堤防。${words}`, '3.植树。绿化河岸。')
    expect(tasks.map(partsOf)).toEqual([['县水利局 lead', '县财政局 support'], ['县水利局 lead', '县财政局 support'], []])
  })
})

describe('a label, a list or a bracket of units as it is written', () => {
  it.each([
    ['部门分工：县水利局牵头，各地、各部门配合。', ['县水利局 lead', '各地 support', '各部门 support']],
    ['任务分工：县水利局、县财政局。', ['县水利局 responsible (lead)', '县财政局 responsible']],
    ['职责分工：县水利局负责，县财政局配合。', ['县水利局 responsible (lead)', '县财政局 support']],
  ])('may be called a division of work: %s', (line, parts) => expect(planOf('1.清淤。', line, '2.固堤。（责任单位：县住建局）').tasks.slice(0, 1).flatMap(partsOf)).toEqual(parts))

  it('stands behind the title as well, before the body', () => {
    expect(unitsOf(taskOf('（县水利局、县财政局）疏浚三条河道，扣减年度经费的一成。'))).toEqual(['县水利局', '县财政局'])
    expect(unitsOf(taskOf('（镇纪委、镇财政所）疏浚三条河道，兑现奖励。'))).toEqual(['镇纪委', '镇财政所'])
    expect(unitsOf(taskOf('（含河道、水库管理中心、泵站控制中心）疏浚到位。'))).toEqual([])
  })

  it('names no units where it says what is meant by a word', () => {
    expect(unitsOf(taskOf('不再新建数据中心（包括县计算中心、县存储中心）。'))).toEqual([])
  })

  it('keeps the name of a kind of units whole', () => {
    expect(unitsOf(taskOf('（牵头单位：县水利局，配合单位：各项目牵头单位、各责任单位）'))).toEqual(['县水利局', '各项目牵头单位', '各责任单位'])
  })

  it('keeps a word in quotation marks that is part of a name', () => {
    expect(unitsOf(taskOf('（牵头单位：县“两新”工委；配合单位：县“一老一小”办公室、县水利局）'))).toEqual(['县“两新”工委', '县“一老一小”办公室', '县水利局'])
  })

  it('is without how they do it', () => {
    expect(unitsOf(taskOf('（县水利局牵头，各区县人民政府结合实际落实）'))).toEqual(['县水利局', '各区县人民政府'])
  })

  it('is one group where places are named for a kind of governments', () => {
    expect(unitsOf(taskOf('（县水利局、县财政局，东川、西坪、南屏等试点乡镇人民政府）'))).toEqual(['县水利局', '县财政局', '东川、西坪、南屏等试点乡镇人民政府'])
  })

  it.each([
    ['（县教育局、县财政局，各县区）', ['县教育局', '县财政局', '各县区']],
    ['（省发展改革委，各市）', ['省发展改革委', '各市']],
    ['（教育部、各省（区、市））', ['教育部', '各省（区、市）']],
    ['（县教育局、各镇街、各学校）', ['县教育局', '各镇街', '各学校']],
    ['（市税务局、东山海关）', ['市税务局', '东山海关']],
    ['（市财政局牵头，东山海关、市委党校配合）', ['市财政局', '东山海关', '市委党校']],
    ['（共青团中央、教育部负责）', ['共青团中央', '教育部']],
    ['（县水利局、高新区、三大运营商、两办）', ['县水利局', '高新区', '三大运营商', '两办']],
  ])('is a list where one is an office beyond doubt and the others are short names: %s', (bracket, units) => expect(unitsOf(taskOf(`疏浚到位。${bracket}`))).toEqual(units))

  it.each(['（试点学校、养老机构、家长）', '（县水利局审批、学校使用的）', '（按县水利局要求、每年更新的）', '（高新区、三大运营商）', '（县水利局、2所学校）'])('is no list of units: %s', (bracket) => expect(unitsOf(taskOf(`疏浚到位${bracket}。`))).toEqual([]))

  it('may be the office of a bureau alone', () => expect(unitsOf(taskOf('压减经费。（办公室）'))).toEqual(['办公室']))

  it('leaves unnamed whom 等国务院相关部门 leaves unnamed', () => {
    expect(unitsOf(taskOf('（水利部牵头，财政部、商务部等国务院相关部门及各地区按职责分工负责）'))).toEqual(['水利部', '财政部', '商务部', '各地区'])
  })

  it('gives each place what it shares with the last', () => {
    expect(unitsOf(taskOf('（责任单位：县水利局、东州、西坪、南屏市政府）'))).toEqual(['县水利局', '东州市政府', '西坪市政府', '南屏市政府'])
  })

  it('has its rule of commas beside it', () => {
    expect(partsOf(taskOf('（省水利厅，省财政厅、省住建厅。逗号前为牵头单位，下同）'))).toEqual(['省水利厅 lead', '省财政厅 responsible', '省住建厅 responsible'])
  })

  it.each(['具体任务均涉及相关县（区）人民政府，不再做分工，下同', '各项任务均涉及相关县（区）人民政府，以下不再列出'])('binds whom %s', (rule) => {
    const { tasks } = planOf(`1、清淤。（责任单位：市水利局、市财政局按职责分工负责。${rule}。）`, '2、固堤。（责任单位：市应急局）')
    expect(tasks.map(partsOf)).toEqual([['市水利局 responsible (lead)', '市财政局 responsible', '相关县（区）人民政府 responsible'], ['市应急局 responsible (lead)', '相关县（区）人民政府 responsible (standing)']])
  })
})
