// What tired people write of a task, and how it is read: well, ill, or asked about.
import { describe, expect, it } from 'vitest'
import { figureSaid } from '#src/reader/said-percent.ts'
import { saidReport } from '#src/reader/said-report.ts'
import { standingSaid } from '#src/reader/said-standing.ts'
import { day } from '../builders.ts'
import { expectLinear } from './growth.ts'

/** 正常 60: normal, 60%. `问`: the person is asked which. `未读`: no report. */
function heard(words: string): string {
  const read = saidReport(words, day('2026-06-10'))
  if (read === undefined) return '未读'
  const state = { normal: '正常', difficulty: '困难', blocked: '受阻' }
  return [read.state === undefined ? '问' : state[read.state], ...(read.progress === undefined ? [] : [read.progress]), ...(read.finished ? ['办结'] : [])].join(' ')
}

const well = [
  '有困难解除', '困难解除了', '困难解决了正常推进', '困难已解除',
  '正常推进', '一切正常', '目前进展顺利', '按计划推进中', '没有困难', '没困难', '无困难', '不存在困难', '目前不存在什么困难', '暂无困难', '没什么困难', '没啥问题', '没什么问题，正常推进', '问题不大',
  '没遇到困难', '尚未发现问题', '未发现异常', '没有受阻', '未受阻', '进度没有滞后', '没有延误', '无变化', '没变化', '没有任何困难', '暂时没有问题', '工程未受影响', '跟上次一样', '老样子', '困难：无', '问题：没有',
  '问题已经解决', '问题都解决了', '问题已解决，正在施工', '困难已克服', '困难已经全部克服', '用地问题已解决', '用地问题解决了', '资金没到位，现已解决', '前期受阻，现在已恢复施工', '之前有困难，现在正常了', '已复工', '停工问题已经解决', '难点已攻克，推进顺利',
  '已解决资金问题', '克服了困难，已完成招标', '已走访困难群众120户', '已完成困难学生资助', '问题整改已全部启动', '无障碍设施改造已开工', '不锈钢护栏已安装', '未成年人保护站已建成', '宣传活动不断推进', '不再受阻，已恢复正常', '已完成招标，没有困难',
  '还没完成，但正常推进', '没停工，正常施工中',
]
const finished = ['已完成', '完成了', '已全部完成', '任务已完成', '全部办结了']
const ill = [
  '问题难解除', '困难解除不了',
  '有困难', '有点困难', '目前存在困难', '遇到一些问题', '困难较大', '资金没到位', '资金还没到位', '资金尚未到位', '用地指标没批', '用地指标还没批下来', '还没批复', '上级尚未批复', '缺资金', '缺人', '人手不够', '没有资金', '没钱', '经费不足', '进度滞后', '进展缓慢', '推进比较慢', '不太顺利', '不正常',
  '问题没有解决', '问题还没解决', '困难尚未克服', '用地问题至今未解决', '问题解决不了', '问题有待解决', '无法按期完成', '月底完不成', '来不及了，月底交不了', '怕是赶不上了，施工队做不完', '很难按期完成', '不能按期完成', '没通过验收', '困难重重', '难度大，推进慢', '还没开工，资金没到位', '未完成，缺人',
  '已完成招标，但资金没到位', '资金没到位，用地问题已解决', '没开工，有困难', '能力不足，需县财政局支持',
]
const halted = ['受阻', '目前受阻', '施工队撤场，停工了', '工程暂停', '推不动', '卡住了', '征地无法推进', '因下雨停工']
const asked = [
  '未完成', '还没完成', '没完成', '没有完成', '尚未完成', '未能完成', '还没弄完', '没搞完', '还没做完', '没有全部完成', '尚未开工', '还没开始', '没启动', '没动', '还没招标', '未验收', '已完成招标但未开工', '已完成，还没验收', '没有进展', '尚未上报', '没办完', '还未签合同',
  '问题基本解决', '问题部分解决', '问题正在解决中', '资金问题解决了一半', '困难后能解决', '有望解决用地问题', '没有大的困难', '没有太大困难', '困难不大', '难度不大', '不是没有困难', '并非没有困难', '没有困难是不可能的', '不能说没有困难', '没有未完成的', '不一定能完成', '未必能按期完成',
  '正常推进，有困难', '没有困难，就是人手不够', '资金没到位，但总体正常推进', '之前受阻，施工队换了',
]
const figures: readonly (readonly [string, string])[] = [
  ['22从30%到了60%', '正常 60'], ['22 30%→60%', '正常 60'], ['22由30%提高到60%', '正常 60'], ['22麻烦记60%,谢谢', '正常 60'], ['18先报60%', '正常 60'], ['22弄好了', '正常'],
  ['六成', '正常 60'], ['完成六成', '正常 60'], ['已完成六成', '正常 60'], ['完成了七成', '正常 70'], ['大概七成', '正常 70'], ['七成五', '正常 75'], ['八成多', '正常 80'], ['八成左右', '正常 80'], ['进度八成', '正常 80'], ['差不多九成了', '正常 90'], ['做了三成', '正常 30'], ['才完成三成', '正常 30'],
  ['过半', '正常 50'], ['进度过半', '正常 50'], ['任务完成过半', '正常 50'], ['一半', '正常 50'], ['完成一半', '正常 50'], ['做了一半', '正常 50'], ['完成三分之二', '正常 67'], ['三分之一', '正常 33'], ['四分之三了', '正常 75'], ['百分之六十', '正常 60'], ['完成百分之六十', '正常 60'], ['百分之八十五左右', '正常 85'], ['完成百分之百', '正常 100 办结'],
  ['60%', '正常 60'], ['６０％', '正常 60'], ['大约60%吧', '正常 60'], ['推进到80%', '正常 80'], ['超过八成', '正常 80'], ['还剩三成', '正常 70'], ['还有20%没完成', '正常 80'], ['没有困难，六成', '正常 60'], ['缺人，才完成三成', '困难 30'], ['未完成，60%', '问 60'],
  ['不到一半', '正常'], ['不足五成', '正常'], ['没到六成', '正常'], ['没完成60%', '正常'], ['未过半', '正常'], ['六七成', '正常'], ['50%到60%', '正常'], ['60%，80%', '正常'], ['130%', '正常'],
  ['三成立', '未读'], ['投资完成一半，正在施工', '正常'],
]
const none = ['还没有问题吧？', '没有困难吗', '有没有困难', '不知道', '领导不在家', '我没收到', '不客气', '没事', '不好意思']

describe('an ordinary sentence', () => {
  it.each(well)('says that it goes well: %s', (words) => expect(heard(words)).toBe('正常'))
  it.each(finished)('says that it is done: %s', (words) => expect(heard(words)).toBe('正常 办结'))
  it.each(ill)('says that something stands in the way: %s', (words) => expect(heard(words)).toBe('困难'))
  it.each(halted)('says that it stands still: %s', (words) => expect(heard(words)).toBe('受阻'))
  it.each(asked)('is asked about, for it can be read both ways: %s', (words) => expect(heard(words)).toBe('问'))
  it.each(figures)('says how far it is: %s', (words, expected) => expect(heard(words)).toBe(expected))
  it.each(none)('says nothing of a task: %s', (words) => expect(heard(words)).toBe('未读'))
})

describe('a figure that was said roughly', () => {
  it('says what it was read as', () => {
    expect(saidReport('已完成三分之二', day('2026-06-10'))?.unclear).toEqual([{ kind: 'about-percent', said: '已完成三分之二', figure: '67' }])
    expect(saidReport('还没到一半', day('2026-06-10'))?.unclear).toEqual([{ kind: 'vague-percent', said: '还没到一半' }])
  })
})

it('costs what its length costs', () => {
  for (const unit of ['没', '没有', '未', '问题', '困难', '解决', '已', '了', '一半', '六', '成', '分之', '百分之', '完成', '进度', '1', '60%', '还', '不', '大', '但', '有', ' ', '过', '到'])
    for (const run of [standingSaid, figureSaid]) expectLinear((text) => run(text), unit)
})
