// What is to be done by a date, in the words that stand round it: 6月底前完成招标 owes 完成招标.
import type { Span } from '#src/reader/reading.ts'

/** `what`: without the date. `text`: the words as they are written, or the date alone where the text has none beside it. */
export type DateWords = { what: string; text: string }

const clauseEnds = new Set(['，', ',', '、', '。', '；', ';', '！', '!', '：', ':', '\n', '\r', '\t', '|'])
const sentenceEnds = new Set(['。', '；', ';', '！', '!', '\n', '\r', '\t', '|'])
/** More than this nobody reads on a phone. */
const wordsAtMost = 80
/** A date that only these stand before begins what is owed: 力争于6月底前完成招标. */
const leadIn = /^(?:[\s(（]|并|力争|争取|确保|计划|其中|预计|在|于|到|至)*$/

/**
 * The clause that a date stands in. One that begins with its date goes on to the next date, or to where the sentence ends.
 *
 * @param text in which the spans lie; where the date does not stand there (a text issued since), its own words are all that is known
 * @param dates all of the task, so that none is told in the words of another
 */
export function wordsRound(text: string, date: { text: string; span: Span }, dates: readonly { span: Span }[]): DateWords {
  const { from, to } = date.span
  const alone = { what: date.text, text: date.text }
  if (text.slice(from, to) !== date.text) return alone
  const before = Math.max(0, from - wordsAtMost, ...dates.flatMap(({ span }) => (span.to <= from ? [span.to] : [])))
  const after = Math.min(text.length, to + wordsAtMost, ...dates.flatMap(({ span }) => (span.from >= to ? [span.from] : [])))
  let start = from
  while (start > before && !clauseEnds.has(text.charAt(start - 1))) start--
  const begins = leadIn.test(text.slice(start, from))
  const ends = begins ? sentenceEnds : clauseEnds
  let end = to
  while (end < after && !ends.has(text.charAt(end))) end++
  const written = withoutEdges(text.slice(begins ? from : start, end))
  const what = withoutEdges(`${begins ? '' : text.slice(start, from).replace(/[于在到至]$/, '')}${text.slice(to, end)}`.replace(/[(（]\s?[)）]/g, ''))
  return what.length < 2 ? alone : { what, text: written }
}

function withoutEdges(words: string): string {
  const isEdge = (sign: string): boolean => clauseEnds.has(sign) || (sign !== '' && sign.trim() === '')
  let [from, to] = [0, words.length]
  while (from < to && isEdge(words.charAt(from))) from++
  while (to > from && isEdge(words.charAt(to - 1))) to--
  return words.slice(from, to)
}
