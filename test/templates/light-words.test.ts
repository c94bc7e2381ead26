import { describe, expect, it } from 'vitest'
import type { Light, Why } from '#src/queries/light.ts'
import { lightAndWhy, lightWords, whyLine } from '#templates/light-words.ts'
import { plain } from '#templates/rich.ts'
import { day } from '../builders.ts'

const today = day('2026-07-02')
const whys: { [Rule in Why['rule']]: [Extract<Why, { rule: Rule }>, string] } = {
  accepted: [{ rule: 'accepted', on: day('2026-03-27') }, '3月27日审核通过'],
  'not-handed-out': [{ rule: 'not-handed-out' }, '方案尚未下发'],
  'no-unit': [{ rule: 'no-unit' }, '原文未写责任单位，待督查室确定'],
  blocked: [{ rule: 'blocked', problem: '用地未批', on: day('2026-06-20') }, '6月20日报受阻：用地未批'],
  overdue: [{ rule: 'overdue', due: day('2026-06-30'), days: 2, problem: '经费未到' }, '应于6月30日(周二)完成，已逾期2天，单位反映：经费未到'],
  'milestone-overdue': [{ rule: 'milestone-overdue', what: '完成招标', due: day('2026-06-30'), days: 2, problem: '流标' }, '节点“完成招标”应于6月30日(周二)完成，已逾期2天，单位反映：流标'],
  difficulty: [{ rule: 'difficulty', problem: '经费未到', on: day('2026-06-20') }, '6月20日报有困难：经费未到'],
  returned: [{ rule: 'returned', reason: '缺验收材料', on: day('2026-06-20') }, '6月20日办结申请被退回：缺验收材料'],
  reopened: [{ rule: 'reopened', reason: '回头看未投用', on: day('2026-06-20'), by: '沈若兰' }, '6月20日沈若兰恢复办理：回头看未投用'],
  'claim-waiting': [{ rule: 'claim-waiting', claimedOn: day('2026-06-20') }, '6月20日已申请办结，待督查室审核'],
  'due-soon': [{ rule: 'due-soon', due: day('2026-07-10'), workingDaysLeft: 6 }, '7月10日(周五)到期，还有6个工作日'],
  'milestone-soon': [{ rule: 'milestone-soon', what: '完成招标', due: day('2026-07-10'), workingDaysLeft: 6 }, '节点“完成招标”7月10日(周五)到期，还有6个工作日'],
  unanswered: [{ rule: 'unanswered', round: '2026Q2' }, '二季度未报进展'],
  'year-unbound': [{ rule: 'year-unbound', said: '20__年8月底前' }, '原文“20__年8月底前”未写明年份，待督查室确定'],
  reported: [{ rule: 'reported', on: day('2026-06-20'), bare: true }, '6月20日报正常推进(自报)'],
  paused: [{ rule: 'paused', on: day('2026-06-18'), reason: '等上级文件' }, '6月18日起暂缓：等上级文件'],
  'extension-waiting': [{ rule: 'extension-waiting', day: day('2026-09-30'), on: day('2026-06-18') }, '6月18日申请延期到9月30日，待督查室批复'],
  'in-question': [{ rule: 'in-question', on: day('2026-06-18'), words: '', should: '县妇联' }, '6月18日单位反映不是其负责，应是县妇联，待督查室核定'],
  'nothing-due': [{ rule: 'nothing-due' }, '未到期，也没有欠报'],
}

it('a claim after the date says until when the unit’s clock ran, and whose time it is now', () => {
  const why: Why = { rule: 'overdue', due: day('2026-05-20'), days: 36, claimedOn: day('2026-06-25') }
  expect(plain(whyLine(why, 'zh', today))).toBe('应于5月20日(周三)完成，6月25日(周四)申请办结时已逾期36天，此后是审核时间')
  expect(plain(whyLine(why, 'en', today))).toContain('36 days overdue when it was said done')
})

it('of a group says how many have claimed, and whose clock runs on', () => {
  const why = (...running: string[]): Why => ({ rule: 'overdue', due: day('2026-05-20'), days: 41, members: { claimed: 18, of: 18 + running.length, running } })
  expect(plain(whyLine(why('青石镇', '白鹭镇'), 'zh', today))).toBe('应于5月20日(周三)完成，18/20家已申请办结，青石镇、白鹭镇2家已逾期41天')
  expect(plain(whyLine(why('甲镇', '乙镇', '丙镇', '丁镇'), 'zh', today))).toContain('甲镇、乙镇、丙镇等4家已逾期41天')
  expect(plain(whyLine(why('青石镇'), 'en', today))).toContain('18/19 said done; 青石镇 (1) 41 days overdue')
})

describe('every light says why', () => {
  it.each(Object.values(whys).map(([why, words]) => ({ why, words })))('$words', ({ why, words }) => {
    expect(plain(whyLine(why, 'zh', today))).toBe(words)
    expect(plain(whyLine(why, 'en', today))).not.toMatch(/[一-鿿].*undefined|undefined/)
  })

  it('in colour and word together', () => {
    expect((['done', 'red', 'yellow', 'green', 'pending'] satisfies Light[]).map((light) => lightWords(light, 'zh'))).toEqual(['✅ 已办结', '🔴 滞后', '🟡 预警', '🟢 正常', '⚪ 待定'])
    expect(plain(lightAndWhy('red', whys.overdue[0], 'zh', today))).toMatch(/^🔴 滞后：应于6月30日/)
  })

  it('without ever pinging anybody: what a unit wrote stays apart from what is written here', () => {
    const line = whyLine({ rule: 'blocked', problem: '<!channel> 用地', on: day('2026-06-20') }, 'zh', today)
    expect(line.pieces.filter(({ kind }) => kind === 'literal').map(({ text }) => text).join('')).not.toContain('<!channel>')
  })
})
