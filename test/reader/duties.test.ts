import { describe, expect, it } from 'vitest'
import { planOf, reading } from './plans.ts'

const dutiesOf = (sentence: string) => planOf(`1、管护河道。${sentence}(责任单位:县水利局)`).recurrences
const meetingsOf = (sentence: string) => planOf(`1、加强领导。${sentence}(责任单位:县水利局)`).meetings

describe('what comes back', () => {
  it.each([
    ['每年开展1次演练。', 'year', 1], ['每半年通报一次。', 'half-year', 1], ['每季度至少巡查2次。', 'quarter', 2], ['每月清理河面。', 'month', undefined], ['每周巡河三次。', 'week', 3],
    ['每3年核定一次标准。', '3 years', 1], ['每两年修订一次。', '2 years', 1], ['每两个月调度一次。', '2 months', 1], ['每学年组织一次参观。', 'year', 1], ['按季度通报进展。', 'quarter', undefined], ['一年两次体检。', 'year', 2],
  ])('%s', (sentence, every, times) => {
    expect(dutiesOf(sentence).map((duty) => [duty.every, duty.times])).toEqual([[every, times]])
  })

  it('has who owes it, who gets it, by when, and the task', () => {
    expect(dutiesOf('水利部门每年11月底前向编制部门报送人员情况。')).toMatchObject([{ taskTitle: '管护河道', every: 'year', month: 11, debtor: '水利部门', receiver: '编制部门', has: '每年11月底前向编制部门报送人员情况' }])
  })

  it('may stand in the safeguards, in no task', () => {
    const { recurrences } = reading('治水方案\n一、任务\n1.清淤。\n二、工作要求\n(一)定期报告。各乡镇每月25日前将进展报县水利局。')
    expect(recurrences).toMatchObject([{ every: 'month', day: 25, debtor: '各乡镇', receiver: '县水利局' }])
    expect(recurrences[0]?.taskTitle).toBeUndefined()
  })

  it.each([['每人每年只补一次。'], ['单家企业每年最高补贴800万元。'], ['岗位补助每月500元。'], ['七年级每年级设一个班。'], ['每个乡镇建一座泵站。']])('is not %s', (sentence) => {
    expect(dutiesOf(sentence)).toEqual([])
  })

  it('is not what the goals promise each year', () => {
    expect(reading('治水方案\n一、主要目标\n每年新增绿地10亩。\n二、任务\n1.清淤。').recurrences).toEqual([])
  })
})

describe('bodies that must meet', () => {
  it('are convened where they are ours', () => {
    expect(meetingsOf('县治水工作领导小组每年至少召开2次专题会议。')).toMatchObject([{ body: '县治水工作领导小组', every: 'year', times: 2, convened: true }])
  })

  it('are petitioned where they are not, each of two named together', () => {
    expect(meetingsOf('县委常委会会议、县政府常务会议每年专题研究治水1次以上。')).toMatchObject([
      { body: '县委常委会会议', every: 'year', times: 1, convened: false },
      { body: '县政府常务会议', every: 'year', times: 1, convened: false },
    ])
  })

  it('are found behind the verb or in the sentence before', () => {
    expect(meetingsOf('每季度召开1次领导小组会议。')).toMatchObject([{ body: '领导小组', every: 'quarter', times: 1 }])
    expect(meetingsOf('建立县治水联席会议制度,每半年召开一次会议。')).toMatchObject([{ body: '县治水联席会议', every: 'half-year' }])
  })

  it('are no duties besides', () => {
    expect(dutiesOf('县治水工作领导小组每年召开2次会议。')).toEqual([])
  })
})

describe('the bodies of a plan', () => {
  const { bodies, meetings } = reading(`治水方案
一、任务
1.清淤。
二、组织机构
成立云溪县治水工作领导小组,由县长任组长,分管副县长任执行组长,县水利局、县财政局主要负责同志任副组长,成员由县发改局、县公安局,各镇人民政府主要负责同志组成。领导小组办公室设在县水利局。
(一)清淤工作专班
由县水利局局长任组长,县财政局副局长任副组长,县公安局和各镇人民政府分管负责同志为成员。专班每月召开1次调度会。`)

  it('have their people', () => {
    expect(bodies).toMatchObject([
      { name: '云溪县治水工作领导小组', kind: 'group', leader: '县长', deputies: ['分管副县长', '县水利局主要负责同志', '县财政局主要负责同志'], members: ['县发改局', '县公安局', '各镇人民政府'], office: '县水利局' },
      { name: '清淤工作专班', kind: 'team', leader: '县水利局局长', deputies: ['县财政局副局长'], members: ['县公安局', '各镇人民政府'] },
    ])
  })

  it('are meant in full where a sentence only says 专班', () => {
    expect(meetings).toMatchObject([{ body: '清淤工作专班', every: 'month', times: 1, convened: true }])
  })
})
