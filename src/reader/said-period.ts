// Which part of the year somebody means: 7月, 6月份, 二季度, 下半年.
import { folded } from './folded-text.ts'

/** Months from 1 to 12, the first and the last of them. */
export type SaidPeriod = { from: number; to: number }

const form = /(?<![\d一二三四五六七八九十])(?:([上下])半年|第?([一二三四1-4])季度|(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?!\d|[一二三四五六七八九十]))/u
const numerals = '一二三四五六七八九十'

/** The first that is named; undefined where none is, and where a day is meant (7月5日). */
export function saidPeriod(words: string): SaidPeriod | undefined {
  const [, half, quarter, month] = form.exec(folded(words)) ?? []
  if (half !== undefined) return half === '上' ? { from: 1, to: 6 } : { from: 7, to: 12 }
  if (quarter !== undefined) return ((nth) => ({ from: nth * 3 - 2, to: nth * 3 }))(numberIn(quarter))
  const named = month === undefined ? 0 : numberIn(month)
  return named < 1 || named > 12 ? undefined : { from: named, to: named }
}

/** 七 and 7; 十一 is eleven. */
function numberIn(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  const [first = '', second] = said
  return numerals.indexOf(first) + 1 + (second === undefined ? 0 : numerals.indexOf(second) + 1)
}
