// The years a plan runs.
import { bareSpan, folded, numberOf } from './folded-text.ts'

export type Period = { from: number; to: number }

const years = /(20\d{2})年?(?:至|到|—{1,2})(20\d{2})年/
/** A title may leave 年 out: (2026-2028). */
const yearsOfTitle = /(?<!\d)(20\d{2})年?(?:至|到|—{1,2})(20\d{2})(?!\d)/
/** 决定自2025年7月至2027年6月在全市开展: from a month to a month. */
const byMonths = /(?:自|从|(?:时间|期限|期)(?:为|是)?:? {0,2})(20\d{2})年\d{1,2}月(?:\d{1,2}日)?(?:起|开始)?,?(?:至|到|—{1,2})(20\d{2})年\d{1,2}月(?:\d{1,2}日|底|末)?(?=,?(?:在全|全面|集中|组织|开展|实施|利用|用|为期)|[。\n]|$)/m
/** 三年全面完成,即2026至2028年: a number of years, and which they are. */
const explained = /([二三四五])年[^。;]{0,30}?即(20\d{2})年?(?:至|到|—{1,2})(20\d{2})年/
const inForce = /自(20\d{2})年[^。;]{0,20}(?:施行|实施|执行|生效)[^。;]{0,10}有效期(?:(?:至|到)(20\d{2})年|(?:为)?([一二三四五两\d]{1,2})年)/

/** “十五五”: the national plan's five years, in the title of a paper that says no others. */
const fiveYears = /“十([三四五六七])五”/g
/** The thirteenth ran from 2016 to 2020. */
export const fiveYearPlan = (unit: number): Period => ({ from: 2016 + 5 * (unit - 3), to: 2020 + 5 * (unit - 3) })

/** From the title, else from the text where it speaks of its years or of its own force; undefined where it leaves them open. */
export function periodOf(title: string, text: string): Period | undefined {
  const heading = folded(title)
  const named = yearsOfTitle.exec(heading)
  if (named) return ordered(Number(named[1]), Number(named[2]))
  // 三年行动2026年度任务分解表 is one year's part of it. 2025年工作要点 runs for that year; 2025年… on a plan of several years only says when it was written.
  const annual = /(20\d{2})年(?:度|(?:重点|主要)?(?:工作|任务)(?!方案))/.exec(heading)
  if (annual) return { from: Number(annual[1]), to: Number(annual[1]) }
  const single = /(20\d{2})年/.exec(heading)
  if (single && !/[一二三四五]年/.test(heading)) return { from: Number(single[1]), to: Number(single[1]) }
  const plans = [...heading.matchAll(fiveYears)]
  // Of two, one ends where the other begins: which of them the paper is for has to be asked.
  const [plan] = plans.length === 1 ? plans : []
  if (plan !== undefined) return fiveYearPlan(numberOf(plan[1] ?? '') ?? 0)
  const plain = bareSpan(text, { from: 0, to: text.length })
  const force = inForce.exec(plain)
  if (force) {
    const from = Number(force[1])
    return ordered(from, force[2] === undefined ? from + (numberOf(force[3] ?? '') ?? 0) : Number(force[2]))
  }
  const spoken = new RegExp(`${years.source}(?!,[^。;]{0,20}(?:连续|已|曾|累计))(?=,|。|、|\\)|期间|三年|行动|实施|底|末|$)`, 'm').exec(plain)
  const running = spoken ?? byMonths.exec(plain)
  const counted = explained.exec(plain)
  if (!running && counted && Number(counted[3]) - Number(counted[2]) + 1 === numberOf(counted[1] ?? '')) return { from: Number(counted[2]), to: Number(counted[3]) }
  return running ? ordered(Number(running[1]), Number(running[2])) : undefined
}

/** A span of more years than a plan runs, or one that runs backwards, is none. */
const ordered = (from: number, to: number): Period | undefined => (to >= from && to - from <= 15 ? { from, to } : undefined)
