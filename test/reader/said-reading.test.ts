// What a contact's plain words are first of all, and what is offered beside it: a report, a figure put right, a later day, another unit's, an objection, or a remark alone.
import { describe, expect, it } from 'vitest'
import { saidReading } from '#src/reader/said-reading.ts'
import { day } from '../builders.ts'
import { expectLinear } from './growth.ts'

const today = day('2026-06-10')
const read = (words: string): string => {
  const { first, aim } = saidReading(words, today)
  return aim === undefined || aim.kind === first ? first : `${first}+${aim.kind}`
}

const extensions = [
  '能不能缓缓', '18改9月底', '18晚两周行不', '18 时间不够 能宽限几天不', '招标流标，可以晚点吗', '申请延期到8月底', '我局申请延期至2026年9月30日，因招标流标', '因上级资金未到位申请延期到8月底', '根据市里要求申请延期到12月底', '施工方那边人手不够我们想申请延期到八月底', '领导让我们申请延期到8月底', '延期', '申请延期一个月，招标流标', '能不能宽限两周', '能否再给半个月', '申请延期到８月３１日', '😭来不及了能不能延到月底', '您好，申请延期到7月15日，谢谢', '可以延到8月底吗？征地没完', '改成延到9月15日', '改到9月15号', '延期到下周五', '教育局申请延期到8月底', '这个任务希望延期到年底', '主任您好我们这个项目因为下雨想延期到七月底',
]
const notOurs = [
  '22归发改局',   '不是我负责', '不是我们负责', '这个不归我们管', '不是我们的', '这项工作是住建局的不是我们的', '应该由县住建局牵头', '任务派错单位了', '责任单位错了', '上级说不归我们管', '这项不属于我局职责范围，谢谢', '🙏这个不归我们', '跟我们没关系', '不归我局管！', '分错了部门',
]
const objections = [
  'p1-4 这个不是我报的,还没到岗', '不是我们报的',
  '不同意这个灯', '我局有异议', '不对', '红灯亮错了', '不应该亮红灯', '我们不认可滞后', '我单位提出异议，材料6月5日就交了', '有误，材料早就交了', '灯不对，我们不服',
]
const reports = [
  '招标单位搞错了，已改正，进度60%', '设计单位错了，已重新出图', '没有异议，60%', '不需要延期，能按时完成', '不用延期 进度70%', '无异议，正常推进', '路灯错位安装已整改完成', '红绿灯改造完成80%', '村民不同意拆迁，正在协调', '对方有异议，已经解决', '材料发错地方了，已重新报送', '已申请延期到8月底', '开标推迟到下周五', '会议延期到下周五召开', '上次延期的那项做完了', '没有延期，已完成', '将近100%', '滞后的原因已排除', '资金没到位，跟施工方也没关系', '施工方延误，已催', '已与我局对接完成', '合同延期一事已办结', '不是我们单位推进慢，是资金没到位', '方案改9月底上会',
]
const reportsBeside: [words: string, beside: string][] = [
  ['已完成60%，申请延期到8月底', 'extension'], ['进度70% 上级要求延期至12月底', 'extension'], ['不对，已经完成了', 'objection'], ['我局有异议，6月20日已验收', 'objection'], ['灯不对，进度早就90%了，已报过', 'objection'], ['主体已完成，能不能宽限到7月底', 'extension'], ['不是我们负责的那部分不算，我们的已完成', 'not-ours'], ['申请延期到8月底目前完成了六成', 'extension'], ['已完成招标，因征地没完申请延期到8月底', 'extension'], ['省厅已同意延期到年底', 'extension'],
]
const remarksBeside: [words: string, beside: string][] = [
  ['上级要求延期至12月底', 'extension'], ['施工方申请延期到8月底', 'extension'], ['对方想延期到8月底', 'extension'], ['村里说希望缓几天再报', 'extension'], ['市里通知延期到年底', 'extension'], ['中标单位来函要求延期至9月30日', 'extension'], ['上级要求我们延期到12月底', 'extension'],
]
const corrections: [words: string, figure: string, beside?: string][] = [
  ['错了，是60%', '60', '+objection'], ['改成80%', '80'], ['不是60%是80%', '80'], ['刚才那个应该是80', '80'], ['更正 3 改成80%', '80'], ['填错了，应为80%', '80'], ['说错了是80', '80'], ['不好意思打错了，80%', '80'], ['刚才报错了应该是八成', '80'], ['不是60，是80', '80'], ['进度改为８０％', '80'], ['更正：80%', '80'], ['上一条改成80%，上次看错表了', '80'], ['😅写错了，是80%', '80'], ['不对，应该是百分之八十', '80', '+objection'], ['第3项改成80%', '80'], ['把进度改成80%吧', '80'], ['应为80%', '80'], ['刚才的进度不是60%，应该是80%', '80'], ['刚才说错了，18号应该是60%', '60'], ['18应该是60%', '60'], ['22号改成45%', '45'], ['点错了 1号任务应该是60%', '60'],
]
const remarks = ['谢谢', '收到，谢谢🙏', '怎么申请延期', '有异议怎么提', '这个是不是我们负责？', '归不归我们管', '延期要报什么材料', '是否需要延期', '谁可以申请延期', '联系人改成王老师', '地址改成3楼', '不是我是老王', '村民 不同意', '不申请延期', '材料发错地方了', '改成下周五开会', 'p2-7 下周三再报', '周五统一再填', '电话改成13800000000', '电话改13800000000']

describe('plain words', () => {
  it.each([['p1-1 30% 不对是35%', 35], ['完成30%，哦错了，是40%', 40], ['进度30%不对，35%', 35], ['p1-1 30%，不对，是35', 35], ['完成30%，说错了，应该是35。', 35]])('take back a figure in the same breath: %s', (words, progress) => expect(saidReading(words, today).report).toMatchObject({ progress, unclear: [] }))
  it('take back no figure by a count of things', () => expect(saidReading('完成30%，填错了2处', today).report?.progress).toBe(30))
  it.each(extensions)('ask for a later day: %s', (words) => expect(read(words)).toBe('extension'))
  it.each(notOurs)('say that it is another unit’s: %s', (words) => expect(read(words)).toBe('not-ours'))
  it.each(objections)('object: %s', (words) => expect(read(words)).toBe('objection'))
  it.each(reports)('are a report and ask for nothing: %s', (words) => expect(read(words)).toBe('report'))
  it.each(reportsBeside)('are a report where they hold a figure or a completion, whatever they ask for besides: %s', (words, beside) => expect(read(words)).toBe(`report+${beside}`))
  it.each(remarksBeside)('that tell what others ask for are a remark, with the same offered: %s', (words, beside) => expect(read(words)).toBe(`remark+${beside}`))
  it.each(corrections)('put a figure right: %s', (words, figure, beside = '') => {
    expect(read(words)).toBe(`correction${beside}`)
    expect(saidReading(words, today).correction?.figure).toBe(figure)
  })
  it.each(['55%写错了', '55% 填错了', '刚才写错了', '刚才13写错了', '刚才13写错了,是20万', '上次填报的数据有误，是20万'])('say that the last report was wrong: %s', (words) => expect(read(words)).toBe('wrong'))
  it.each([['刚才22不是正常,有困难', 'difficulty'], ['22不是有困难，正常推进', 'normal']])('say what is so, and not what is denied: %s', (words, state) => expect(saidReading(words, today).report).toMatchObject({ state }))
  it.each(remarks)('are a remark and nothing else: %s', (words) => expect(read(words)).toBe('remark'))

  it('keep the number of what is asked for that is told of others', () => expect(saidReading('上级要求延期至12月底', today).aim).toMatchObject({ day: '12月底', told: true }))

  it('are looked at in a time that grows with them', () => {
    for (const part of ['上级', '要求', '不是', '错了', '改成', '应该由', '刚才', '单位', '施工方 ', '😅', '灯', '再给']) expectLinear((text) => saidReading(text.slice(0, 3_000), today), part)
  })
})
