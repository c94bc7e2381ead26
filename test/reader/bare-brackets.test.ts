// Brackets that end an item and hold names without a label.
import { describe, expect, it } from 'vitest'
import { partsOf, planOf, reading, taskOf, unitsOf } from './plans.ts'

const unitsOfBracket = (bracket: string): string[] => unitsOf(taskOf(`疏浚三条河道。${bracket}`))
const asked = (bracket: string): string[] => reading(`云溪县2026年治水方案\n一、任务\n1.清淤。疏浚河道。${bracket}`).doubts.map(({ question }) => question)

describe('a bracket at the end of an item that holds names of offices', () => {
  it.each([
    ['（县行政审批局、东山海关）', ['县行政审批局', '东山海关']],
    ['（县推进办、县为民服务中心、东山海关）', ['县推进办', '县为民服务中心', '东山海关']],
    ['（东山海关、县委党校、各高校、县税务局）', ['东山海关', '县委党校', '各高校', '县税务局']],
    ['（县水利局 县财政局 各镇街）', ['县水利局', '县财政局', '各镇街']],
    ['（省水利厅，东川、西坪、南屏市政府）', ['省水利厅', '东川市政府', '西坪市政府', '南屏市政府']],
    ['（各县区）', ['各县区']],
    ['（各县（市、区））', ['各县（市、区）']],
    ['（各高校）', ['各高校']],
    ['（有关县区）', ['有关县区']],
  ])('is a list of units: %s', (bracket, units) => {
    expect(unitsOfBracket(bracket)).toEqual(units)
  })

  it('has a name that nobody would know as a unit among the others, which is asked about', () => {
    expect(unitsOfBracket('（县财政局、县水利局、县发改局，东湖湿地国家保护联合体）')).toEqual(['县财政局', '县水利局', '县发改局', '东湖湿地国家保护联合体'])
    expect(asked('（县财政局、县水利局、县发改局，东湖湿地国家保护联合体）')).toEqual(['“东湖湿地国家保护联合体”是一个单位吗？'])
  })

  it.each([
    '（各类医院）', '（各年级）', '（东山海关）', '（县图书馆式）', '（省、市、县三级）', '（含县水利局、县财政局下属单位）', '（以下简称县河长办）', '（不少于3处）', '（东川水库、西坪水库、南屏水库）', '（县水利局、县财政局审批的项目除外）', '（县水利局、县财政局、县住建局联合印发的通知）', '（现状值62%）',
    '（土地、资金、人才）', '（国道、省道、县道）', '（国家级实验室、省级技术中心）', '（县中心、镇站、村室）', '（县教育局、县民政局除外）', '（县水利局、县财政局以外）',
  ])('is none otherwise: %s', (bracket) => expect(unitsOfBracket(bracket)).toEqual([]))
})

describe('a bracket of names in an item whose label says who', () => {
  it('names no others', () => {
    const { tasks } = planOf('1.清淤。建设两座供水中心（县城北供水中心、县城南供水中心）。', '责任单位：县水利局', '2.固堤。加固堤防。（县水利局）', '配合单位：县财政局')
    expect(tasks.map(partsOf)).toEqual([['县水利局 responsible (lead)'], ['县水利局 responsible (lead)', '县财政局 support']])
  })
})

describe('whom others help', () => {
  it.each([
    ['（县水利局、县财政局；各乡镇配合）', ['县水利局 responsible (lead)', '县财政局 responsible', '各乡镇 support']],
    ['（县水利局，县财政局、各乡镇配合）', ['县水利局 responsible (lead)', '县财政局 support', '各乡镇 support']],
    ['（责任单位：县水利局，县财政局、各乡镇配合）', ['县水利局 responsible (lead)', '县财政局 support', '各乡镇 support']],
    ['（县水利局牵头，县财政局，各乡镇配合）', ['县水利局 lead', '县财政局 support', '各乡镇 support']],
    ['（配合单位：县财政局，各乡镇参与）', ['县财政局 support', '各乡镇 support']],
  ])('are those before the last comma, where nobody else does it: %s', (bracket, parts) => expect(partsOf(taskOf(`疏浚三条河道。${bracket}`))).toEqual(parts))
})

describe('the words that leave units unnamed', () => {
  it.each([
    ['（水利部牵头，财政部、商务部等国务院相关部门及各地区按职责分工负责）', ['水利部', '财政部', '商务部', '各地区']],
    ['（省水利厅等市级以上有关单位）', ['省水利厅']],
    ['（县水利局、县财政局等行业主管部门，各乡镇）', ['县水利局', '县财政局', '各乡镇']],
    ['（责任单位：省水利厅等省级主管部门（单位））', ['省水利厅']],
  ])('are no part of the name before them: %s', (bracket, units) => {
    expect(unitsOfBracket(bracket)).toEqual(units)
    expect(asked(bracket).some((question) => question.includes('还包括哪些单位'))).toBe(true)
  })
})

describe('a plan most of whose items end in brackets of names', () => {
  const habit = ['1.修订制度。修订内控制度。（办公室）', '2.加强普法。开展普法宣传。（法规科）', '3.巡查河道。开展汛前巡查。（河湖科、各乡镇水利站）', '4.建设水库。（建设科、规划科）', '5.培训干部。举办三期培训。（人事科、机关党委）']

  it('says in them who does it, by whatever short names', () => {
    const { tasks, doubts } = planOf(...habit)
    expect(tasks.map(unitsOf)).toEqual([['办公室'], ['法规科'], ['河湖科', '各乡镇水利站'], ['建设科', '规划科'], ['人事科', '机关党委']])
    expect(tasks.map(({ title }) => title)).toEqual(['修订制度', '加强普法', '巡查河道', '建设水库', '培训干部'])
    expect(doubts.filter(({ kind }) => kind === 'no-unit' || kind === 'unit-unclear')).toEqual([])
  })

  it('has titles without them', () => {
    const { tasks } = planOf('1.修订内控制度（办公室）', '2.开展普法宣传（法规科）', '3.开展汛前巡查（河湖科、各乡镇水利站）', '4.开工两座水库（建设科、规划科）', '5.举办三期培训（人事科）')
    expect(tasks.map(({ title, units }) => [title, ...units.map(({ name }) => name)])).toEqual([['修订内控制度', '办公室'], ['开展普法宣传', '法规科'], ['开展汛前巡查', '河湖科', '各乡镇水利站'], ['开工两座水库', '建设科', '规划科'], ['举办三期培训', '人事科']])
  })

  it('names one by a single name too where that is none elsewhere', () => {
    const offices = ['（县水利局）', '（县财政局、县发改局）', '（县住建局）', '（县委党校）', '（东山海关）', '（县图书馆、县文化馆）'].map((bracket, at) => `${at + 1}.事项${'甲乙丙丁戊己'.charAt(at)}。抓好落实工作。${bracket}`)
    expect(planOf(...offices).tasks.map(unitsOf)).toEqual([['县水利局'], ['县财政局', '县发改局'], ['县住建局'], ['县委党校'], ['东山海关'], ['县图书馆', '县文化馆']])
    expect(unitsOf(taskOf('改造三座场馆（县图书馆、县文化馆）。'))).toEqual([])
  })

  it.each([
    ['of which only a few do', ['1.修订制度。修订内控制度。（法规科）', '2.加强普法。开展普法宣传。', '3.巡查河道。开展汛前巡查。', '4.建设水库。开工两座。', '5.培训干部。举办三期培训。（人事科）']],
    ['whose brackets say places', ['东川', '西坪', '南屏', '北岭', '中河'].map((place, at) => `${at + 1}.${place}便民桥。改建桥梁。（${place}镇）`)],
    ['whose brackets say what kind', ['1.东川桥。改建桥梁。（新建）', '2.西坪桥。改建桥梁。（续建）', '3.南屏桥。改建桥梁。（改扩建）', '4.北岭桥。改建桥梁。（新建）', '5.中河桥。改建桥梁。（前期）']],
    ['whose brackets say more', ['1.门诊。改造楼房。（含门诊部、住院部）', '2.学校。改造楼房。（含校医室）', '3.广场。改造场地。（含停车场管理室）', '4.车站。改造楼房。（含候车室）', '5.剧场。改造楼房。（含排练室）']],
  ])('is none %s', (_what, lines) => expect(planOf(...lines).tasks.flatMap(unitsOf)).toEqual([]))
})
