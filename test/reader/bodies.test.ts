import { describe, expect, it } from 'vitest'
import { bodiesIn } from '#src/reader/bodies.ts'
import { withServes } from '#src/reader/body-serves.ts'
import { reading } from './plans.ts'

const bodyOf = (...lines: string[]) => bodiesIn(lines.join('\n'))

describe('who sits in a body', () => {
  it('is said in prose', () => {
    expect(bodyOf('成立云溪县河道治理工作领导小组,由县长任组长,分管副县长任副组长,成员由县水利局、县财政局主要负责同志组成。领导小组办公室设在县水利局,由县水利局局长兼任办公室主任。')).toMatchObject([
      { name: '云溪县河道治理工作领导小组', kind: 'group', leader: '县长', deputies: ['分管副县长'], members: ['县水利局', '县财政局'], office: '县水利局' },
    ])
  })

  it('is said the other way round', () => {
    expect(bodyOf('组建云溪县清淤攻坚工作专班,组长由分管副县长担任,副组长由县水利局局长担任。')).toMatchObject([{ leader: '分管副县长', deputies: ['县水利局局长'] }])
  })

  it('is listed, one a line', () => {
    expect(bodyOf(
      '成立云溪县河道治理工作领导小组,组成人员如下:', '组  长:李明  县长', '副组长:王芳  副县长', '陈刚  县政府办公室主任', '成  员:赵亮  县水利局局长', '孙丽  县财政局局长', '领导小组下设办公室,办公室设在县水利局。', '二、工作要求',
    )).toMatchObject([{ leader: '李明 县长', deputies: ['王芳 副县长', '陈刚 县政府办公室主任'], members: ['赵亮 县水利局局长', '孙丽 县财政局局长'], office: '县水利局' }])
  })

  it('is listed in one line, units and all', () => {
    expect(bodyOf('(一)河道清淤工作专班', '组长:县水利局局长;副组长:县财政局副局长、县公安局副局长;成员:县发改局、县林业局')).toMatchObject([
      { name: '河道清淤工作专班', kind: 'team', leader: '县水利局局长', deputies: ['县财政局副局长', '县公安局副局长'], members: ['县发改局', '县林业局'] },
    ])
  })

  it('keeps a person with two posts whole', () => {
    expect(bodyOf('成立云溪县河道治理工作领导小组。', '组长:李明 县委副书记、县长', '副组长:王芳(县委常委)、陈刚(副县长)')).toMatchObject([{ leader: '李明 县委副书记、县长', deputies: ['王芳(县委常委)', '陈刚(副县长)'] }])
  })

  it('is each body’s own where a paragraph founds two', () => {
    expect(bodyOf('成立云溪县河道治理工作领导小组,由县长任组长,分管副县长任副组长。下设河道清淤工作专班,由县水利局局长任组长。')).toMatchObject([
      { name: '云溪县河道治理工作领导小组', leader: '县长', deputies: ['分管副县长'] },
      { name: '河道清淤工作专班', leader: '县水利局局长', deputies: [] },
    ])
  })

  it('is empty where the text only names the body', () => {
    expect(bodyOf('依托县河道治理联席会议统筹推进。', '(一)完善制度。组织开展巡查。')).toMatchObject([{ deputies: [], members: [] }])
  })
})

describe('the name of a body', () => {
  const names = (text: string): string[] => bodiesIn(text).map(({ name }) => name)
  it.each([
    ['发挥好县河道治理领导小组作用。', ['县河道治理领导小组']],
    ['同意建立由县水利局牵头的河道治理部门联席会议制度。', ['河道治理部门联席会议']],
    ['建立河道治理部门联席会议(以下简称联席会议)制度。', ['河道治理部门联席会议']],
    ['成立由县长任组长、副县长任副组长的领导小组。', []],
    ['同意建立\n部际联席会议制度。建立河道治理部际联席会议制度。', ['河道治理部际联席会议']],
    ['局督查专班每月对账。', ['局督查专班']],
    ['县专班每月对账。', []],
    ['县工作专班每月对账。', []],
    ['镇清淤办（设在镇水利站）每周一碰头。', ['镇清淤办']],
    ['县政府办公室（设在县府大院）每周一值班。', []],
  ])('is without what is said of it: %s', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('the section a team serves', () => {
  const team = (name: string) => ({ name, kind: 'team' as const, deputies: [], members: [], span: { from: 0, to: 0 } })
  const served = (names: string[], sections: string[]) => withServes(names.map(team), sections).map(({ serves }) => serves)

  it('is the one whose heading shares its words', () => {
    expect(served(['提升水环境质量工作专班', '加强管护队伍建设工作专班'], ['实施水环境质量提升工程', '推进管护队伍提质行动', '完善设施供给'])).toEqual(['实施水环境质量提升工程', '推进管护队伍提质行动'])
  })

  it('is told by single signs where no other team serves it', () => {
    expect(served(['加强护林队伍建设工作专班', '水环境质量工作专班'], ['实施“新强林工程”', '实施水环境质量提升工程', '补齐设施短板'])).toEqual(['实施“新强林工程”', '实施水环境质量提升工程'])
  })

  it('is not guessed where two are as good, or none is', () => {
    expect(served(['水环境工作专班'], ['水环境治理', '水环境监测'])).toEqual([undefined])
    expect(served(['招商工作专班'], ['水环境治理', '补齐设施短板'])).toEqual([undefined])
  })

  it('is none of a leading group', () => {
    expect(withServes([{ ...team('水环境领导小组'), kind: 'group' }], ['水环境治理'])[0]?.serves).toBeUndefined()
  })
})

it('is called by its whole name, whatever signs are in it', () => {
  const { bodies, meetings } = reading('云溪县夜间经济工作方案\n一、组织领导\n成立县夜间经济工作专班，由分管副县长任组长，县商务局、县文旅局负责人为成员，专班每月召开1次会议。\n二、任务\n1.培育街区。（责任单位：县商务局）')
  expect([bodies.map(({ name }) => name), meetings.map(({ body }) => body)]).toEqual([['县夜间经济工作专班'], ['县夜间经济工作专班']])
})
