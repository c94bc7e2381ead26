import { describe, expect, it } from 'vitest'
import { planOf, reading } from './plans.ts'

const titles = (tasks: readonly { title: string }[]): string[] => tasks.map((task) => task.title)

describe('which paragraphs are tasks', () => {
  it('are the numbered items under a section, with the numbers above them', () => {
    const { tasks } = planOf('(一)治理河道', '1、清理淤泥。全面清淤。', '2、加固堤防。分段加固。', '(二)保护水源', '1、划定范围。按规划划定。')
    expect(tasks.map(({ path, number, title }) => [...path, number, title].join(' '))).toEqual(['一 一 1 清理淤泥', '一 一 2 加固堤防', '一 二 1 划定范围'])
  })

  it('keep numbers that run on from section to section', () => {
    const { tasks } = planOf('(一)治理河道', '1.清理淤泥。全面清淤。', '(二)保护水源', '2.划定范围。按规划划定。')
    expect(tasks.map((task) => task.number)).toEqual(['1', '2'])
  })

  it('are sections without items too, when their neighbours have items', () => {
    const { tasks } = planOf('(一)治理河道', '1、清理淤泥。全面清淤。', '(二)保护水源', '划定水源保护范围,设置标志。')
    expect(titles(tasks)).toEqual(['清理淤泥', '保护水源'])
  })

  it('are the top items of a text that has no lower ones', () => {
    const { tasks } = reading('治水若干措施\n一、清理淤泥。全面清淤。(责任单位:县水利局)\n二、加固堤防。分段加固。(责任单位:县水利局)')
    expect(tasks.map(({ path, number }) => [...path, number])).toEqual([['一'], ['二']])
  })

  it.each([['第二条 清理淤泥。', '清理淤泥'], ['①清理淤泥。', '清理淤泥'], ['(1)清理淤泥。', '清理淤泥'], ['⒈清理淤泥。', '清理淤泥'], ['１．清理淤泥。', '清理淤泥']])('are found by the number %s', (line, title) => {
    expect(titles(planOf(`${line}全面清淤。(责任单位:县水利局)`).tasks)).toEqual([title])
  })

  it('hold the points (1) and ① as their own text', () => {
    const { tasks } = planOf('1.清理淤泥。分两步:', '(1)先清干流。', '(2)再清支流。', '2.加固堤防。分段加固。')
    expect(titles(tasks)).toEqual(['清理淤泥', '加固堤防'])
    expect(tasks[0]?.text).toContain('再清支流')
  })

  it('are no principles, goals, bodies or stages', () => {
    const { tasks, unlisted } = reading('治水方案\n一、总体要求\n(一)指导思想\n生态优先。\n(二)基本原则\n1.因地制宜。\n二、主要目标\n1.水清岸绿。\n三、重点任务\n1.清理淤泥。全面清淤。\n四、组织机构\n(一)治水工作专班\n由县长任组长。\n五、实施步骤\n(一)动员阶段。2026年3月底前完成。')
    expect(titles(tasks)).toEqual(['清理淤泥'])
    expect(unlisted.map((part) => part.heading)).toEqual(['', '总体要求', '主要目标', '组织机构', '实施步骤'])
  })

  it('are safeguards that say who, and no others', () => {
    const { tasks } = reading('治水方案\n一、重点任务\n1.清理淤泥。全面清淤。(责任单位:县水利局)\n二、保障措施\n(一)加强领导。定期研究。\n(二)落实经费。列入预算。(责任单位:县财政局)')
    expect(titles(tasks)).toEqual(['清理淤泥', '落实经费'])
  })

  it('are safeguards that run on in the tasks’ own numbers', () => {
    const { tasks } = reading('治水方案\n一、重点任务\n(一)治理河道\n1.清理淤泥。全面清淤。\n(二)保护水源\n2.划定范围。按规划划定。\n二、保障措施\n3.落实经费。列入预算。')
    expect(titles(tasks)).toEqual(['清理淤泥', '划定范围', '落实经费'])
  })

  it('have a title that ends before a full stop inside a version number', () => {
    expect(titles(planOf('1、建设智慧水利2.0。接入全部站点。').tasks)).toEqual(['建设智慧水利2.0'])
  })

  it('have a title that ends before a bracket that says when', () => expect(titles(planOf('(一)摸底排查阶段（2026年3月—5月）', '全面摸底。', '(二)集中整治阶段（2026年6月底前）', '集中整治。').tasks)).toEqual(['摸底排查阶段', '集中整治阶段']))

  it('have a title that says more than by which rule', () =>
    expect(titles(planOf(`1.按照工程设计的要求，县水利局负责所有河道材料的完善工作，聘请专业监理对河岸治理实行全过程管理，治理工程及时启动，并按规定办理各项手续，接受监督检查。`).tasks)).toEqual(['按照工程设计的要求，县水利局负责所有河道材料的完善工作']))

  it.each([['1.问题：雨污管网混接错接。整改目标：完成28个小区改造。', '雨污管网混接错接'], ['1.存在问题:餐饮油污直排。', '餐饮油污直排'], ['1.项目名称：新建水厂。建设内容：日供水3万吨。', '新建水厂'], ['1.任务：清理淤泥，加固堤防。', '清理淤泥，加固堤防'], ['1.整改事项：清理淤泥。', '清理淤泥']])('have the title that stands behind a label for it: %s', (line, title) =>
    expect(titles(planOf(line, '2.固堤。（责任单位：县水利局）').tasks)[0]).toBe(title))

  it('have a title that ends at a colon where it says itself what it is', () => expect(titles(planOf('1.清理淤泥：全面清淤。', '2.工作重点：加固堤防。').tasks)).toEqual(['清理淤泥', '工作重点']))

  it('are no pieces of a web page’s path', () => expect(titles(reading('1. 当前位置：\n2. 首页 > 政务公开 > 水利局\n3. > 正文\n云溪县治水方案\n一、重点任务\n（一）清淤。全面清淤。').tasks)).toEqual(['清淤']))

  it.each(['有关要求：各科室3月底前报送台账。', '工作要求：各科室要落实到人。'])('end before a line that is of the whole document: %s', (line) => {
    const { tasks } = reading(`治水方案\n一、重点任务\n1.清理淤泥。全面清淤。\n2.固堤。汛前完成。（县水利局）\n${line}`)
    expect(tasks.at(-1)?.text).toBe('2.固堤。汛前完成。（县水利局）')
    expect(reading(`治水方案\n一、重点任务\n1.清理淤泥。全面清淤。\n${line}`).tasks.at(-1)?.text).toBe('1.清理淤泥。全面清淤。')
  })

  it('do not take in what closes the document, nor its attachments', () => {
    const { tasks, unlisted } = reading('治水方案\n一、重点任务\n1.清理淤泥。全面清淤。(责任单位:县水利局)\n本方案自印发之日起施行。\n附件:1.河道名单\n2.水源名单')
    expect(tasks).toHaveLength(1)
    expect(tasks[0]?.text).toBe('1.清理淤泥。全面清淤。(责任单位:县水利局)')
    expect(unlisted.at(-1)?.heading).toContain('附件')
  })
})

describe('a text taken from printed pages', () => {
  const printed = [
    '云溪县支持水利建设若干措施', '为全面提升全县水利设施建设水平，根据上级有关文件精神，结', '合本县实际情况，提出以下若干措施。 一、加快治理骨干河道',
    '（一）全面清理河道淤泥。对全县主要河道分年度开展清淤，到', '— 1 —', '2027年完成全部骨干河道的清淤任务，建立长效管护机制，落实管', '护经费和人员。（责任单位：县水利局、县财政局，各乡镇人民政',
    '府）', '（二）分段加固薄弱堤防。对排查发现的险工险段逐一登记造册， — 2 —', '逐一落实加固措施，确保安全度汛。（责任单位：县水利局、县应', '急管理局）',
  ].join('\n')

  it('has its broken lines joined and its page marks taken out', () => {
    const { tasks } = reading(printed)
    expect(tasks.map((task) => task.title)).toEqual(['全面清理河道淤泥', '分段加固薄弱堤防'])
    expect(tasks[0]?.text).toContain('到2027年完成全部骨干河道的清淤任务')
    expect(tasks.map((task) => task.units.map((unit) => unit.name))).toEqual([['县水利局', '县财政局', '各乡镇人民政府'], ['县水利局', '县应急管理局']])
  })

  it('finds a heading that was printed behind a sentence', () => {
    expect(reading(printed).tasks[0]?.section).toBe('加快治理骨干河道')
  })
})
