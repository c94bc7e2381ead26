// 待补实: a report that says nothing one could look at: no figure, date, number or file, or the words of last time. For the secretary alone.
import { standingReports, type Report, type Reports } from '#src/ledger/report.ts'
import type { Evidence } from '#src/ledger/evidence.ts'

/** `vague`: words without a figure, a date, a number or a file. `repeated`: the words of the report before. `bare-again`: the third in a row without a word. */
export type Hollow = 'vague' | 'repeated' | 'bare-again'

/** So many reports without a word in a row are one too many; fewer are 自报, and said to be. */
const bareAtMost = 2

/** Of the last report of one voice. An answer that is not there yet is no hollow one. */
export function hollowOf({ report, evidence = [], ...reports }: Reports & { evidence?: readonly Evidence[] }): Hollow | undefined {
  if (report === undefined) return undefined
  const before = standingReports({ report, ...reports }).slice(0, -1)
  const last = before.at(-1)
  if (evidence.some(({ at }) => last === undefined || at > last.at)) return undefined
  const words = wordsOf(report)
  if (words === '') return before.slice(-bareAtMost).filter((each) => wordsOf(each) === '').length >= bareAtMost && !moved(report, last) ? 'bare-again' : undefined
  if (last !== undefined && words === wordsOf(last)) return 'repeated'
  return isConcrete(words) || moved(report, last) ? undefined : 'vague'
}

/** All that was said, so that blanks, width and stops make no difference. */
const wordsOf = ({ done, problem, needs, next, answer }: Report): string => [done, problem, needs, next, answer?.words].map((said) => said ?? '').join('').normalize('NFKC').replace(/[\s\p{P}\p{Cf}]+/gu, '')

/** A figure of its own that is not the one before. */
const moved = ({ stated }: Report, last: Report | undefined): boolean => stated !== undefined && stated !== (last?.progress ?? 0)

/** Digits, a link, or a number in words with what it counts: 三所, 两次, 全部, 过半. */
const isConcrete = (words: string): boolean =>
  /\d|https?/.test(words) || /[一二三四五六七八九十百千万两][所个家次场名人项批处座辆亩套间份轮户栋条台元月日号]/.test(words) || /[上中下]旬|月底|年底|季度|过半/.test(words)
