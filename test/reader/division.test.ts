import { describe, expect, it } from 'vitest'
import { partsOf, reading } from './plans.ts'

const rows = (...lines: string[]): string[][] => reading(['云溪县民宿安全整治方案', ...lines].join('\n')).tasks.map((task) => [task.title, ...partsOf(task)])

describe('a heading that is nothing but a unit', () => {
  it.each(['职责分工', '任务分工', '部门职责', '责任分解'])('gives what stands below it to the unit, under %s', (section) => {
    expect(rows(`一、${section}`, '（一）县文旅局：负责登记全部民宿。', '（二）县消防救援大队：负责消防检查，2026年9月底前查完。', '（三）各乡镇（街道）：落实属地巡查。', '二、工作要求', '（一）提高认识。')).toEqual([
      ['负责登记全部民宿', '县文旅局 responsible (lead)'], ['负责消防检查，2026年9月底前查完', '县消防救援大队 responsible (lead)'], ['落实属地巡查', '各乡镇（街道） responsible (lead)'],
    ])
  })

  it('does so by the duties below it where the section says nothing', () => {
    expect(rows('一、县文旅局', '负责登记全部民宿。', '二、县公安局', '负责旅客登记。', '三、县住建局', '牵头开展房屋鉴定。')).toEqual([
      ['负责登记全部民宿', '县文旅局 responsible (lead)'], ['负责旅客登记', '县公安局 responsible (lead)'], ['牵头开展房屋鉴定', '县住建局 responsible (lead)'],
    ])
  })

  it('may name several, say their part, and be followed by 其他有关部门', () => {
    expect(rows('一、任务分工', '1.县文旅局（牵头单位）：统筹登记、评级工作。', '2.县公安局、县住建局：要开展联合检查。', '3.其他有关部门：按职责做好工作。')).toEqual([
      ['统筹登记、评级工作', '县文旅局 lead'], ['开展联合检查', '县公安局 responsible (lead)', '县住建局 responsible'], ['按职责做好工作', '其他有关部门 responsible (lead)'],
    ])
  })

  it('gives it each of the numbered duties', () => {
    expect(rows('第六条 县文旅局工作职责：', '（一）组织民宿评级。', '（二）每季度通报一次检查情况。', '第七条 县公安局工作职责：', '（一）负责旅客登记。')).toEqual([
      ['组织民宿评级', '县文旅局 responsible (lead)'], ['每季度通报一次检查情况', '县文旅局 responsible (lead)'], ['负责旅客登记', '县公安局 responsible (lead)'],
    ])
  })

  it('may stand on a line without a number', () => {
    expect(rows('一、整治范围', '全县民宿。', '二、任务分工', '县文旅局职责：', '1.组织民宿评级。', '2.负责登记。', '县公安局职责：', '1.负责旅客登记。', '三、工作要求', '加强协作。')).toEqual([
      ['组织民宿评级', '县文旅局 responsible (lead)'], ['负责登记', '县文旅局 responsible (lead)'], ['负责旅客登记', '县公安局 responsible (lead)'],
    ])
  })
})

describe('paragraphs that each begin with a unit', () => {
  const paragraphs = ['县文旅局负责登记全部民宿，建立台账。', '县公安局要严格旅客登记，每月抽查一次。', '县住建局牵头开展房屋鉴定。', '各乡镇：要逐户上门告知。']
  const found = [
    ['负责登记全部民宿', '县文旅局 responsible (lead)'], ['严格旅客登记', '县公安局 responsible (lead)'], ['牵头开展房屋鉴定', '县住建局 responsible (lead)'], ['逐户上门告知', '各乡镇 responsible (lead)'],
  ]

  it('are a row each in a plan that has nothing else', () => expect(rows('现将各单位任务明确如下：', ...paragraphs)).toEqual(found))
  it('are so below a heading that only says that they follow', () => expect(rows('一、整治范围', '全县民宿。', '二、明确责任', ...paragraphs, '三、工作要求', '加强协作。')).toEqual(found))

  it('are so in an item that leads to them, though they say 负责 nowhere', () => {
    expect(rows('一、工作要求', '1、提高认识，加强巡查。', '2、各部门要各司其职，其职责分工为：', '县委宣传部：制作宣传片。', '教育局：把防火知识带进课堂。', '供销社：备足器材。')).toEqual([
      ['制作宣传片', '县委宣传部 responsible (lead)'], ['把防火知识带进课堂', '教育局 responsible (lead)'], ['备足器材', '供销社 responsible (lead)'],
    ])
  })

  it('are apart from what follows them', () => {
    const { tasks, unlisted } = reading(['云溪县民宿安全整治方案', ...paragraphs, '各单位整治情况分别存档备查。'].join('\n'))
    expect(tasks.at(-1)?.text).toBe('各乡镇：要逐户上门告知。')
    expect(unlisted).toHaveLength(2)
  })

  it('are the words of the item they stand in', () => {
    expect(rows('一、重点任务', '1.鉴定房屋。', '县住建局负责组织鉴定。', '县财政局负责筹措经费。', '各乡镇负责入户通知。', '2.评定等级。').map(([title]) => title)).toEqual(['鉴定房屋', '评定等级'])
  })
})

describe('a division of work beside numbered tasks', () => {
  const division = ['二、职责分工', '（一）县文旅局：负责登记全部民宿。', '（二）县公安局：负责旅客登记。']

  it('says it again where the tasks say who', () => {
    expect(rows('一、重点任务', '（一）摸清底数。逐户登记。（责任单位：县文旅局）', '（二）规范住宿。实名登记。（责任单位：县公安局）', ...division).map(([title]) => title)).toEqual(['摸清底数', '规范住宿'])
  })
  it('is no task where safeguards ask something of units', () => {
    const { tasks, proposals } = reading(['云溪县民宿安全整治方案', '一、重点任务', '（一）摸清底数。逐户登记。（责任单位：县文旅局）', '二、保障措施', '县财政局要安排经费保障。', '县公安局要加强巡逻防控。', '县住建局要配齐技术人员。'].join('\n'))
    expect([tasks.map(({ title }) => title), proposals.map(({ unit }) => unit)]).toEqual([['摸清底数'], ['县财政局', '县公安局', '县住建局']])
  })
  it('says who does what where they do not', () => {
    expect(rows('一、重点任务', '（一）摸清底数。逐户登记。', '（二）规范住宿。实名登记。', ...division)).toEqual([['摸清底数'], ['规范住宿'], ['负责登记全部民宿', '县文旅局 responsible (lead)'], ['负责旅客登记', '县公安局 responsible (lead)']])
  })
})

describe('what only looks like a unit', () => {
  it.each([
    ['things to be built', ['一、重点项目', '1.县文化中心：新建书吧一处。', '2.县体育中心：改造球场两片。'], ['县文化中心', '县体育中心']],
    ['responsibilities to be taken', ['一、责任落实', '（一）强化政府责任。列入考核。（责任单位：县府办）', '（二）落实企业责任。建立台账。（责任单位：县文旅局）'], ['强化政府责任', '落实企业责任']],
    ['functions of government', ['一、依法全面履行政府职能', '（一）加强审查。逐件审查。', '（二）公开结果。按月公开。'], ['加强审查', '公开结果']],
  ])('is none: %s', (_what, lines, titles) => expect(rows(...lines).map(([title]) => title)).toEqual(titles))

  it('is none: those to whom a notice goes', () => {
    expect(rows('各乡镇人民政府，县直各部门：', '一、摸清底数', '逐户登记。（责任单位：县文旅局）', '二、规范住宿', '实名登记。（责任单位：县公安局）')).toEqual([['摸清底数', '县文旅局 responsible (lead)'], ['规范住宿', '县公安局 responsible (lead)']])
  })
})
