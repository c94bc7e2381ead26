// A later day asked for in plain words, and what only sounds like it.
import { describe, expect, it } from 'vitest'
import { saidExtension, typedExtension } from '#src/reader/said-extension.ts'
import { expectLinear } from './growth.ts'

const asked: readonly (readonly [string, string | undefined, string])[] = [
  ['延期到下周五，因为招标流标', '下周五', '招标流标'], ['申请延到8月底', '8月底', ''], ['申请延期到8月31日，招标流标', '8月31日', '招标流标'], ['因招标流标，申请延期至2026年9月30日', '2026年9月30日', '招标流标'],
  ['延期到月底', '月底', ''], ['延期 下周五 招标流标', '下周五', '招标流标'], ['想延到明年3月，土地指标没批下来', '明年3月', '土地指标没批下来'], ['能不能延期到8月底？', '8月底', ''], ['可以延到8月底吗，征地没完', '8月底', '征地没完'],
  ['请求展期到9月底，由于资金未到位', '9月底', '资金未到位'], ['希望把时限延长到年底', '年底', ''], ['完成时限推迟到9月30日，因为下雨停工', '9月30日', '下雨停工'], ['请批准延期至三季度末，主要是设备没到', '三季度末', '设备没到'], ['因为流标申请延期到8月底', '8月底', '流标'],
  ['申请延期，因为招标流标', undefined, '招标流标'], ['申请延期', undefined, ''], ['延期', undefined, ''], ['累死了这个能不能晚几天', undefined, '累死了这个'], ['可以缓几天再报吗，材料没齐', undefined, '材料没齐'], ['招标流标了，申请延期', undefined, '招标流标了'], ['延到7月15日', '7月15日', ''], ['申请延期到2026-08-31 招标流标', '2026-08-31', '招标流标'], ['需要延期到本月30日前完成，人手不够', '本月30日', '人手不够'],
]
const none = [
  '开标推迟到下周五', '工期顺延', '需要推迟到下周五开标', '不申请延期', '不用延期到8月底', '怎么申请延期', '已申请延期到8月底', '工程延期了', '没有延期', '6月底开工', '已完成招标，60%', '延长石油项目已开工', '会议延期到下周五召开', '缓解了困难', '晚几天开标', '项目晚了几天', '上次延期的那项做完了', '',
]

describe('a later day', () => {
  it.each(asked)('is asked for with its reason: %s', (words, day, reason) => expect(saidExtension(words)).toEqual({ ...(day === undefined ? {} : { day }), reason }))
  it.each(none)('is not asked for: %s', (words) => expect(saidExtension(words)).toBeUndefined())

  it.each([
    ['2026-09-30 招标流标', '2026-09-30', '招标流标'], ['下周五 招标流标', '下周五', '招标流标'], ['月底，招标流标', '月底', '招标流标'], ['到下周五，因为招标流标', '下周五', '招标流标'], ['招标流标 本月30日', '本月30日', '招标流标'], ['6月31日 招标流标', '6月31日', '招标流标'],
    ['招标流标', undefined, '招标流标'], ['', undefined, ''], ['明年3月', '明年3月', ''], ['因为3月31日开标流标', undefined, '3月31日开标流标'],
  ])('is typed behind the command’s word: %s', (words, day, reason) => expect(typedExtension(words)).toEqual({ ...(day === undefined ? {} : { day }), reason }))

  it('is looked for in a time that grows with the words', () => {
    for (const part of ['因为申请', '延期到 ', '申请延期到8月', '到8月 ', '，']) {
      expectLinear(saidExtension, part)
      expectLinear(typedExtension, part)
    }
  })
})
