// Numbers that are marks only because they count on: 2.1 and 2.1.1, 10 behind 09, 1 and 2 before a blank. Alone they may be figures.
import { folded } from './folded-text.ts'
import { lead, markOf, rank, type Mark, type Rank } from './numbering.ts'
import type { Span } from './reading.ts'

/** No figure that opens a line is taken for a number: 3 月, 2.1 亿元, 5 所学校. */
const counts = '(?! {0,4}(?:[月号时分秒天周旬季个名所户亩万亿千百元项条次批处座台辆套件种吨倍岁股%—至到·、]|年(?!度)|日(?!常)|人(?![才居民口])|家(?!庭)|公里|平方|立方))'
const behind = `${counts}(?=[一-龥“《(])`
const decimal = new RegExp(`${lead}(\\d{1,2}(?:\\.\\d{1,2}){1,3})(?!\\d)[、.:]? {0,4}\\*{0,2} {0,4}${behind}`)
const bare = new RegExp(`${lead}(\\d{1,2}) {1,4}\\*{0,2} {0,4}${behind}`)
const twoDigits = new RegExp(`${lead}([1-9]\\d)(?![\\d.、]) {0,4}\\*{0,2}${behind}`)
/** A blank behind a number that opens a line is written, not a printer's. */
const numberAndBlank = new RegExp(`${lead}\\d{1,2}(?:\\.\\d{1,2}){0,3}(?= {1,4}${behind})`)
/** No mark is longer than this, with what has to stand behind it. */
const longestMark = 40
/** Two numbers of a kind count on; of bare ones, which rows of a table have too, three. */
const fewest = { decimal: 2, bare: 3 } as const
/** A heading with a bare number is as short as a name, or ends as a sentence does. */
const bareHeading = /^\S{2,30}$|[。;:]/

type Candidate = { line: number; parts: readonly number[]; mark: Mark }

/** Where the blank begins that stands behind the number of a line; undefined where it opens with none. */
export const blankBehindNumber = (line: string): number | undefined => numberAndBlank.exec(folded(line.slice(0, longestMark)))?.[0].length

/** The marks of lines, by their places among the lines. */
export function countedMarks(text: string, lines: readonly Span[]): ReadonlyMap<number, Mark> {
  const found = new Map<number, Mark>()
  const decimals: Candidate[] = []
  const bares: Candidate[] = []
  const items: Item[] = []
  let padded = 0
  for (const [line, { from, to }] of lines.entries()) {
    const opening = folded(text.slice(from, Math.min(to, from + longestMark)))
    if (!/\d/.test(opening)) continue
    const usual = markOf(opening)
    if (usual) {
      if (/^0\d$/.test(usual.number)) padded = usual.value
      if (usual.rank === rank.arabic) items.push({ line, value: usual.value })
      continue
    }
    const said = candidate(line, opening, decimal)
    if (said) decimals.push(said)
    const figure = beforeFigure.exec(opening)
    if (figure) items.push({ line, value: Number(figure[1]), mark: { rank: rank.arabic, number: figure[1] ?? '', value: Number(figure[1]), length: figure[0].length }, isAmount: amount.test(opening.slice(figure[0].length)) })
    const next = padded >= 9 ? candidate(line, opening, twoDigits) : undefined
    if (next?.mark.value === padded + 1) {
      padded++
      found.set(line, next.mark)
      continue
    }
    const alone = candidate(line, opening, bare)
    if (alone && bareHeading.test(text.slice(from, to).slice(alone.mark.length).trim().slice(0, 60))) bares.push(alone)
  }
  for (const { line, mark } of itemsOfFigures(items, (at) => at < 0 || ends.test(folded(text.slice(Math.max(0, (lines[at]?.to ?? 0) - 2), lines[at]?.to))) || found.has(at) || isHeading(text, lines[at]))) found.set(line, mark)
  const chained = inChains(decimals, followsDecimal, fewest.decimal)
  for (const { line, mark } of chained) found.set(line, mark)
  // 2 任务 over 2.1 needs no neighbours.
  const heads = new Set(chained.map(({ parts }) => parts[0]))
  for (const one of bares.filter(({ mark }) => heads.has(mark.value))) found.set(one.line, one.mark)
  for (const { line, mark } of inChains(bares, ([last = 0], [next = 0]) => next === last + 1 || next <= 1, chained.length > 0 ? 1 : fewest.bare)) found.set(line, mark)
  return found
}

/** An item by its usual mark, or one that may open with a figure: 11.121人才…, which is item 11 behind item 10. */
type Item = { line: number; value: number; mark?: Mark; isAmount?: boolean }

const beforeFigure = new RegExp(`${lead}(\\d{1,3})[.、](?=\\d{1,5}[^\\d.、 ])`)
/** 2.1亿元 is rather a sum that a line break parted from its sentence. */
const amount = /^\d{1,2}(?:亿|万|千|百|%|公里|吨|倍)/
const ends = /[。;:!?)”]\s*$/

const isHeading = (text: string, line: Span | undefined): boolean => line !== undefined && line.to - line.from <= 40 && markOf(text.slice(line.from, line.to)) !== undefined

/** Those that count on from the item before them, where the line above has ended. A sum needs its neighbour on the other side too. */
function itemsOfFigures(items: readonly Item[], hasEnded: (line: number) => boolean): { line: number; mark: Mark }[] {
  let last = 0
  return items.flatMap(({ line, value, mark, isAmount }, at) => {
    if (mark === undefined) {
      last = value
      return []
    }
    const next = items.slice(at + 1, at + 3).find((other) => other.mark === undefined)?.value
    const countsOn = value === last + 1 ? isAmount !== true || next === value + 1 : value === 1 && next === 2
    if (!countsOn || !hasEnded(line - 1)) return []
    last = value
    return [{ line, mark }]
  })
}

function candidate(line: number, opening: string, form: RegExp): Candidate | undefined {
  const match = form.exec(opening)
  const number = match?.[1]
  if (!match || number === undefined) return undefined
  const parts = number.split('.').map(Number)
  return { line, parts, mark: { rank: rankOf(parts.length), number, value: parts.at(-1) ?? 0, length: match[0].length } }
}

function rankOf(parts: number): Rank {
  return [rank.arabic, rank.decimalPair, rank.decimalTriple, rank.decimalQuadruple][parts - 1] ?? rank.decimalQuadruple
}

/** Those that follow on from each other, where enough do; the first of a chain opens its kind. What fits nowhere is passed over. */
function inChains(candidates: readonly Candidate[], follows: (last: readonly number[], next: readonly number[]) => boolean, least: number): Candidate[] {
  const chain: Candidate[] = []
  for (const one of candidates) {
    const last = chain.at(-1)
    if (last ? follows(last.parts, one.parts) : (one.parts.at(-1) ?? 0) <= 1) chain.push(one)
  }
  return chain.length >= least ? chain : []
}

/** 2.2 behind 2.1 and 2.1.4, 2.1.1 behind 2.1, 3.1 behind 2.4; and 1.1 where a list begins anew. */
function followsDecimal(last: readonly number[], next: readonly number[]): boolean {
  const opens = next.slice(1).every((part) => part === 1)
  const shared = next.findIndex((part, at) => part !== last[at])
  if (opens && next[0] !== last[0]) return true
  if (shared < 0) return false
  const isNext = shared < last.length ? next[shared] === (last[shared] ?? 0) + 1 : next[shared] === 1
  return isNext && shared > 0 && next.slice(shared + 1).every((part) => part === 1)
}
