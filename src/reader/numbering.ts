// The marks that number a heading: 第一部分, 第一章, 一、, (一), 1., 01, (1), ①, 第三条, 项目一:.
import { folded, numberOf } from './folded-text.ts'

/** Where a kind of number stands among the others: a smaller rank holds the larger ones. */
export const rank = {
  division: 0, chapter: 1, part: 2, ideographic: 3, article: 4, bracketedIdeographic: 5, arabic: 6, decimalPair: 7, decimalTriple: 8, decimalQuadruple: 9, bracketedArabic: 10, circled: 11,
} as const
export type Rank = (typeof rank)[keyof typeof rank]

/** `number` as written, without its punctuation; `length` of the whole mark, with the blanks before and after it. */
export type Mark = { rank: Rank; number: string; value: number; length: number }

const ideographs = '[一二三四五六七八九十百零〇]{1,5}'
/** A bullet of Markdown, and the signs of a heading or of bold words. */
export const lead = '^(?:[—•·+] {1,3})?[ #*]{0,8}'
const forms: [Rank, RegExp][] = [
  [rank.division, new RegExp(`${lead}第(${ideographs}|\\d{1,2})(?:部分|编)[、:. ]{0,3}`)],
  [rank.division, new RegExp(`${lead}(?:PART|Part|part)[ .]{0,2}(\\d{1,2})(?!\\d)[、:. ]{0,3}`)],
  [rank.chapter, new RegExp(`${lead}第(${ideographs}|\\d{1,3})章[、:. ]{0,3}`)],
  [rank.part, new RegExp(`${lead}第(${ideographs}|\\d{1,3})节[、:. ]{0,3}`)],
  [rank.article, new RegExp(`${lead}第(${ideographs}|\\d{1,3})条[、:. ]{0,3}`)],
  [rank.article, new RegExp(`${lead}(?:项目|任务|事项|问题|专项|行动|工程)(${ideographs}|\\d{1,3})(?:: {0,3}| {1,3})(?=\\S)`)],
  // 一、二级 counts two things; it heads nothing.
  [rank.ideographic, new RegExp(`${lead}(${ideographs})[、.﹒·・•] {0,3}(?![一二三四五六七八九十]{1,2}[、级类线等期批号])`)],
  [rank.bracketedIdeographic, new RegExp(`${lead}\\((${ideographs})\\)[、. ]{0,3}`)],
  [rank.bracketedIdeographic, new RegExp(`${lead}([㈠-㈩])[、. ]{0,3}`)],
  // 3.3月底前… is item 3 with a date, 1.5亿元 a figure.
  [rank.arabic, new RegExp(`${lead}(\\d{1,3})[、.﹒·・•。｡](?!\\d(?!\\d?月|\\d{3}年))[ *]{0,4}(?=.)`)],
  // 01 with nothing behind it: no figure is written so.
  [rank.arabic, new RegExp(`${lead}(0[1-9]) {0,4}(?=[一-龥“《])(?! {0,4}[年月日号时分])[ *]{0,4}`)],
  [rank.arabic, new RegExp(`${lead}([⒈-⒛])[、. ]{0,3}`)],
  [rank.bracketedArabic, new RegExp(`${lead}\\((\\d{1,3})\\)[、. ]{0,3}`)],
  [rank.bracketedArabic, new RegExp(`${lead}(\\d{1,3})\\)[、. ]{0,3}`)],
  [rank.bracketedArabic, new RegExp(`${lead}([⑴-⒇])[、. ]{0,3}`)],
  [rank.circled, new RegExp(`${lead}([①-⑳])[、. ]{0,3}`)],
]
const singleSigns: [string, number][] = [['①', 20], ['⑴', 20], ['⒈', 20], ['㈠', 10]]
/** No mark is longer than this, so a long line is never scanned whole. */
const longestMark = 24

/** The number a line opens with, or undefined where it opens with none. */
export function markOf(line: string): Mark | undefined {
  const opening = folded(line.slice(0, longestMark))
  for (const [kind, form] of forms) {
    const found = form.exec(opening)
    const number = found?.[1]
    if (found && number !== undefined) return { rank: kind, number, value: valueOf(number), length: found[0].length }
  }
  return undefined
}

function valueOf(number: string): number {
  const code = number.charCodeAt(0)
  for (const [first, count] of singleSigns) {
    const distance = code - first.charCodeAt(0)
    if (distance >= 0 && distance < count) return distance + 1
  }
  return numberOf(number) ?? 0
}
