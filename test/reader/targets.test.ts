import { describe, expect, it } from 'vitest'
import { outlineOf } from '#src/reader/outline.ts'
import { goalTargets, targetsIn } from '#src/reader/targets.ts'

const promised = (text: string) => targetsIn(text, { from: 0, to: text.length })
const figures = (text: string) => promised(text).map(({ measure, direction, value, unit }) => [measure, direction, value, unit])

describe('a number that the plan promises', () => {
  it.each([
    ['森林覆盖率达到60%以上。', ['森林覆盖率', 'at-least', 60, '%']],
    ['空气优良率保持在95%。', ['空气优良率', 'reach', 95, '%']],
    ['耕地保有量不低于5,940亩。', ['耕地保有量', 'at-least', 5940, '亩']],
    ['失业率控制在5%以内。', ['失业率', 'at-most', 5, '%']],
    ['漏损率不高于8.5%。', ['漏损率', 'at-most', 8.5, '%']],
    ['茶产业增加值超过1万亿元。', ['茶产业增加值', 'at-least', 1, '万亿元']],
    ['新增约2200个托位。', ['托位', 'rise-by', 2200, '个']],
    ['建成10所标准化学校。', ['标准化学校', 'reach', 10, '所']],
    ['形成重大成果2项以上。', ['重大成果', 'at-least', 2, '项']],
    ['满意度提高3个百分点。', ['满意度', 'rise-by', 3, '个百分点']],
    ['农业增加值年均增长6.5%。', ['农业增加值', 'rise-by', 6.5, '%']],
    ['行政村污水处理设施实现全覆盖。', ['行政村污水处理设施', 'reach', 100, '%']],
    ['办理时限压缩至3个工作日以内。', ['办理时限', 'at-most', 3, '个工作日']],
    ['巩固率进一步提高,达到98%以上。', ['巩固率', 'at-least', 98, '%']],
    ['完成投资50亿元以上。', ['投资', 'at-least', 50, '亿元']],
    ['粮食产量１２万吨以上。', ['粮食产量', 'at-least', 12, '万吨']],
  ])('%s', (text, figure) => expect(figures(text)).toEqual([figure]))

  it('is one of several in a row', () => {
    expect(figures('新增约2200个公办托位、约5940个公办学位和800个养老床位。').map(([measure, , value]) => [measure, value])).toEqual([['公办托位', 2200], ['公办学位', 5940], ['养老床位', 800]])
    expect(figures('接种率、建档率分别达到95%、90%以上。').map(([measure, , value]) => [measure, value])).toEqual([['接种率', 95], ['建档率', 90]])
    expect(figures('中级、高级岗位分别增加5个、3个百分点。').map(([, , value, unit]) => [value, unit])).toEqual([[5, '个百分点'], [3, '个百分点']])
  })

  it('has where its blank years stand: by when, and from what', () => {
    const text = '巩固成果。到20__年,普惠率在20__年的基础上提高5个百分点,入园率较____年提高2个百分点。'
    const blanks = (at: number) => ((found) => [found?.by, found?.baseline].map((span) => (span === undefined ? undefined : [span.from, text.slice(span.from, span.to)])))(promised(text)[at]?.blanks)
    expect(blanks(0)).toEqual([[text.indexOf('20__年'), '20__年'], [text.lastIndexOf('20__年'), '20__年']])
    expect(blanks(1)).toEqual([[text.indexOf('20__年'), '20__年'], [text.indexOf('____年'), '____年']])
    expect(promised('到2027年,普惠率在2024年的基础上提高5个百分点。')[0]?.blanks).toBeUndefined()
  })

  it('has when, from what, and whether each year', () => {
    expect(promised('到2027年,近视率在2024年的基础上每年降低0.5个百分点以上。')).toMatchObject([{ measure: '近视率', direction: 'fall-by', value: 0.5, baseline: '在2024年的基础上', yearly: true, by: { year: 2027 } }])
    expect(promised('2026年6月底前建成泵站10座。')).toMatchObject([{ by: { year: 2026, month: 6 }, yearly: false }])
    expect(promised('到20__年,入园率达90%以上。')).toMatchObject([{ by: { unbound: true } }])
    expect(promised('单位能耗比2025年下降13%。')[0]).toMatchObject({ baseline: '比2025年' })
    expect(promised('单位能耗比2025年下降13%。')[0]?.by).toBeUndefined()
  })

  it('has a span that is what is shown, and a measure in the text’s words', () => {
    const text = '强化保护。到2027年,全县河湖水面率、岸线绿化率分别达到９%、８０%以上,新建改建堤防120公里;义务巡河队伍覆盖所有行政村以及乡镇街道园区和各类农场林场养殖场的比例达到90%。'
    for (const { span, text: shown, measure } of promised(text)) {
      expect(text.slice(span.from, span.to)).toBe(shown)
      expect(text).toContain(measure)
      expect(measure.length).toBeLessThanOrEqual(30)
    }
    expect(promised(text)).toHaveLength(4)
  })

  it.each([
    ['a grant', '对新建泵站给予50万元补助。'], ['a condition', '对营业收入超过1亿元的企业免收费用。'], ['a condition of another form', '吸纳失业人员25%以上的企业可申请15万元贷款。'], ['class hours', '每周不少于1课时。'], ['a ration', '按人均每月不低于500元标准发放补助。'],
    ['a count of what is', '截至2024年底,全县已建成泵站30座。'], ['last year’s growth', '2024年完成投资3亿元,同比增长5%。'], ['an age', '年满60周岁以上的老年人优先。'], ['a document’s name', '落实《建成100所学校行动方案》。'], ['a length of service', '任教6年以上的教师应交流。'],
  ])('is not %s', (_what, text) => expect(promised(text)).toEqual([]))
})

describe('the targets that stand outside every task', () => {
  const text = '一、总体要求\n(一)指导思想\n坚持生态优先。\n(二)主要目标\n到2027年,森林覆盖率达到60%以上,新建湿地公园3个。\n二、重点任务\n(一)植树造林。每年造林1000亩,成活率达到90%以上。'

  it('are those of the aims', () => {
    expect(goalTargets(text, outlineOf(text), []).map(({ measure, value }) => [measure, value])).toEqual([['森林覆盖率', 60], ['湿地公园', 3]])
  })
})

describe('the measure of a target', () => {
  it.each([['到2027年重点领域标准覆盖率超过90%。', '重点领域标准覆盖率'], ['其中6月底前开工率达到100%。', '开工率']])('begins behind its time: %s', (sentence, measure) =>
    expect(targetsIn(sentence, { from: 0, to: sentence.length }).map((target) => target.measure)).toEqual([measure]))
})
