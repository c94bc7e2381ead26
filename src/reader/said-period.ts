// Which part of the year somebody means: 7月, 6月份, 二季度, 下半年.
import { folded, numberOf } from './folded-text.ts'

/** Months from 1 to 12, the first and the last of them. */
export type SaidPeriod = { from: number; to: number }

const form = /(?<![\d一二三四五六七八九十])(?:([上下])半年|第?([一二三四1-4])季度|(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?!\d|[一二三四五六七八九十]))/u

/** The first that is named; undefined where none is, and where a day is meant (7月5日). */
export function saidPeriod(words: string): SaidPeriod | undefined {
  const [, half, quarter, month] = form.exec(folded(words)) ?? []
  if (half !== undefined) return half === '上' ? { from: 1, to: 6 } : { from: 7, to: 12 }
  const named = numberOf(quarter ?? month ?? '') ?? 0
  if (quarter !== undefined) return { from: named * 3 - 2, to: named * 3 }
  return named < 1 || named > 12 ? undefined : { from: named, to: named }
}
