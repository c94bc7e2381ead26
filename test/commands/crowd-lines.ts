// What people of the crowd type: commands as they are meant, half right and wrong, plain replies, and words full of signs.
import fc from 'fast-check'

export const oddWords = [
  '已完成招标，6月底开工', '资金未到位，请县财政局协调', '核定3所', '县教育局未提供名单，无法推进', '<!channel> *急* `x` <http://a|b>', '\u202e倒写\u202c مرحبا \u2069',
  '零\u200b宽\u200d字', '🇨🇳👨‍👩‍👧🚧进度正常', '**粗** _斜_ ~删~ >引', '&lt;!here&gt; &amp;amp;', '60% 2026-09-30 9月30日 下周五', '不同意', '全部', `${'很长的一段情况说明。'.repeat(299)}到底`, '①②③ｆｕｌｌ　ｗｉｄｔｈ', '无', '0', "O'Brien \"引号\" \\n",
]

/** {T} a task, {N} a figure, {D} a day, {U} a unit, {P} a person, {R} a round, {W} words of their own. */
export const commandLines = [
  '填报 {T} {N} {W}', '填报 {T} {N}', '填报{T}', '正常推进 {T}', '有困难 {T} {W}', '办结 {T} {W}', '办结 {T}', '撤回办结申请 {T} {W}', '全部正常', '全部正常 除 {T}', '确认', '撤销', '更正 {T} {N} {W}', '补充 {T} {W}', '延期 {T} {D} {W}', '异议 {T} {W}',
  '不是我负责 {T} {U}', '单位核对', '单位核对 无异议', '单位核对 {T} 有出入 {W}', '分派 {T} {P}', '收回分派 {T}', '代办 {P} {D} {E}', '代办 {P} {P} {D} {E}', '取消代办', '取消代办 {P}', '交接 {P} {P}', '交接单', '我的', '汇总', '任务 {T}', '任务 {T} 全文', '任务 红灯', '任务 待审', '任务 {U}',
  '同意办结 {T}', '退回 {T} {W}', '同意延期 {T}', '同意延期 {T} {D}', '不同意延期 {T} {W}', '维持分工 {T} {W}', '改派 {T} {U} {W}', '裁定异议 {T} 成立 {W}', '裁定异议 {T} 不成立 {W}', '处理协调 {T} {W}', '暂缓 {T} {W} {D}', '恢复 {T} {W}', '销号 {T}', '对账销号', '恢复办理 {T} {W}', '改时限 {T} {D} {W}', '改时限 {T} {D} 更正', '定牵头 {T} {U}',
  '答 1 {U}', '更正存疑 1 {U}', '归档 p2 {W}', '恢复方案 p2 {W}', '归档 p1 {W}', '恢复方案 p1 {W}', '轮次', '轮次 开 {D} {T}', '轮次 开 {D} 红黄灯', '轮次 关闭 {R}', '轮次 重开 {R} {U} {D}', '轮次 发布 {R}', '轮次 看 {R}', '轮次 催 {R}', '催办 {T}', '催办 逾期', '催办 {U}',
  '代录 {U} {T} {N} {W} 王科长 电话', '代录 {U} {T} 办结 {W} 王科长 电话', '年度分解 {T} {D}完成招标（中标通知书）', '按此报送', '审年度分解', '审年度分解 同意 {T}', '审年度分解 退回 {T} {W}', '节点完成 {T} 1 {W}', '已报送 c1/2026-06/1', '已收到 c1/2026-06/1', '周期', '会议 安排 领导小组 {D} 15:00 二楼', '会议结果 m1 已召开', '调度 {U} {D}', '办毕 r1 {W}',
  '更名 {U} 县新局 {D}', '撤并 {U} {U} {D}', '单位 合并 {U} {U}', '单位', '人员', '人员 指定 {P} {U}', '人员 取消 {P} {U}', '人员 负责人 {P} {U}', '人员 B岗 {P} {U}', '人员 承办人 {P} {U}', '人员 授权 {P} 领导', '人员 收回 {P} 领导', '人员 分管 {P} 教育', '佐证 {T}', '佐证 {T} https://example.gov.cn/a', '待审', '存疑', '方案 p1', '帮助', '帮助 审核', '转发文本 汇总', '放假安排',
  '调度', '调度 {T} {D}', '调度 红灯 {D}', '调度 {U} 每月5日', '调度 重点任务 每季度最后一个工作日', '开展调度 r1', '调度改期 r1 {D} {W}', '取消调度 r1 {W}', '取消调度 r2 之后都取消 {W}', '机构', '会议', '会议 领导小组 {D}',
]

/** Plain replies, in the thread of a message or by themselves. */
export const replies = ['{W}', '{W}', '{T}号任务{W}，60%', '任务{T}：{W}', '{T} {W}', '都正常', '正常推进', '已完成', '已完成招标，60%', '好的', '收到', '确认', '点错了', '能不能晚几天', '延期到{D}', '有困难，{W}', '不是我们负责', '{T}、2已完成，其他正常', '第{T}项推进到{N}%', '同上']

export type Step = { how: 'type' | 'reply' | 'file' | 'look' | 'message' | 'on' | 'old'; pick: number; words: string }
/** One person comes by, some days after the last who did, and does a few things one after the other. */
export type Visit = { who: number; daysLater: number; steps: Step[] }

const anyStep: fc.Arbitrary<Step> = fc.record({ how: fc.constantFrom('type', 'type', 'reply', 'file', 'look', 'look', 'message', 'message', 'on', 'on', 'on', 'old'), pick: fc.nat(1_000_000), words: fc.constantFrom(...oddWords) })
export const anyCourse: fc.Arbitrary<Visit[]> = fc.array(
  fc.record({ who: fc.nat(40), daysLater: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 4, 12), steps: fc.array(anyStep, { minLength: 1, maxLength: 5 }) }),
  { minLength: 1, maxLength: 9 },
)

/** One of a list, by a number and which of its uses this is. */
export function chosen<Of>(list: readonly Of[], pick: number, use = 0): Of | undefined {
  return list[Math.floor(pick / 7 ** use + use * 13) % Math.max(1, list.length)]
}

export type Names = { tasks: readonly string[]; units: readonly string[]; people: readonly string[]; rounds: readonly string[]; days: readonly string[] }
/** @returns the line with names of the county in it */
export function filledIn(line: string, { tasks, units, people, rounds, days }: Names, { pick, words }: Pick<Step, 'pick' | 'words'>): string {
  let use = 1
  const any = (list: readonly string[]): string => chosen(list, pick, (use += 1)) ?? ''
  return line.replaceAll(/\{([TNDEUPRW])\}/g, (_, what: string) => {
    switch (what) {
      case 'T': return any(tasks)
      case 'N': return any(['0', '5', '30', '60', '95', '100'])
      case 'D': return any(days)
      case 'E': return days.at(-1) ?? ''
      case 'U': return any(units)
      case 'P': return any(people)
      case 'R': return any(rounds)
      default: return words
    }
  })
}
