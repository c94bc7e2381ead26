// Signs in their places as lines of text: what stands on one base, from left to right.
import type { Sign } from '#src/documents/pdf-page.ts'
import { wideAs, withoutBlanksByFigures } from '#src/documents/pdf-signs.ts'

/** A run of a line between two wide gaps: what may be a cell of a table without rules, or a line of a column. */
export type Run = { text: string; left: number; right: number }

/** `size` and `font` are those of most of its signs. */
export type Line = Run & { base: number; size: number; font: string; runs: Run[] }

/** Gaps in the size of the font: of a blank between words, of a blank in Chinese, of a blank left to be filled in, between runs. */
const gap = { words: 0.22, chinese: 0.8, leftBlank: 1.5, runs: 0.7 }
/** How far signs of one line may stand from each other's base, and how much smaller a note's number is. */
const sameBase = 0.3
const raised = { smaller: 0.75, within: 0.6 }

/** The lines of some signs, from the top. */
export function linesOf(signs: readonly Sign[]): Line[] {
  const groups: Sign[][] = []
  for (const sign of signs.toSorted((a, b) => a.base - b.base)) {
    const group = groups.at(-1)
    if (group?.[0] && sign.base - group[0].base <= sameBase * Math.max(sign.size, group[0].size)) group.push(sign)
    else groups.push([sign])
  }
  return withRaisedSigns(groups).flatMap((group) => lineOf(group))
}

/** A note's number and the 2 of m² stand higher and smaller: they belong to the line they stand at. */
function withRaisedSigns(groups: readonly Sign[][]): Sign[][] {
  const merged: Sign[][] = []
  for (const group of groups) {
    const above = merged.at(-1)
    if (above && belongTogether(above, group)) {
      if (sizeOf(above) >= sizeOf(group)) above.push(...group)
      else above.unshift(...group)
    } else merged.push(group)
  }
  return merged
}

function belongTogether(above: readonly Sign[], below: readonly Sign[]): boolean {
  const [a, b] = [sizeOf(above), sizeOf(below)]
  const [large, small] = [Math.max(a, b), Math.min(a, b)]
  return small < large * raised.smaller && (below[0]?.base ?? 0) - (above[0]?.base ?? 0) < large * raised.within
}

const sizeOf = (signs: readonly Sign[]): number => signs[0]?.size ?? 0

function lineOf(signs: readonly Sign[]): Line[] {
  const ordered = signs.toSorted((a, b) => a.left - b.left)
  const inked = ordered.filter((sign) => sign.text.trim() !== '')
  const first = inked[0]
  if (first === undefined) return []
  const spread = spreadOf(inked)
  const main = mostOf(inked)
  const runs: Run[] = []
  let text = ''
  let run: Run = { text: '', left: first.left, right: first.left }
  let last: Sign | undefined
  let blank = false
  for (const sign of ordered) {
    if (sign.text.trim() === '') {
      blank = true
      continue
    }
    // Boldness is sometimes feigned by printing a sign twice.
    if (last?.text === sign.text && sign.left - last.left < 0.2 * sign.size) continue
    if (last && isNoteMark(sign, last, main)) {
      last = { ...last, right: sign.right }
      continue
    }
    const parted = last === undefined ? '' : partingOf(last, sign, blank, spread)
    const wide = last === undefined ? 0 : (sign.left - last.right) / Math.max(last.size, sign.size)
    if (wide >= Math.max(gap.runs, spread + gap.runs)) {
      runs.push(run)
      run = { text: '', left: sign.left, right: sign.right }
    }
    run.text += (run.text === '' ? '' : parted) + sign.text
    run.right = Math.max(run.right, sign.right)
    text += parted + sign.text
    last = sign
    blank = false
  }
  runs.push(run)
  const right = runs.reduce((most, part) => Math.max(most, part.right), first.right)
  return [
    {
      text: withoutBlanksByFigures(text),
      left: first.left,
      right,
      base: main.base,
      size: main.size,
      font: inked.every((sign) => sign.font === main.font) ? main.font : '',
      runs: runs.map((part) => ({ ...part, text: withoutBlanksByFigures(part.text) })),
    },
  ]
}

/** The raised number behind a Chinese word that leads to a note, unlike the 2 of m². */
const isNoteMark = (sign: Sign, last: Sign, main: Sign): boolean =>
  /^[\d①-⑳*]$/.test(sign.text) && sign.size < main.size * raised.smaller && sign.base < main.base - 0.15 * main.size && !isNarrow(last.text)

const fewestGaps = 3

/** The usual gap between the signs of a line: titles are spread out. */
function spreadOf(signs: readonly Sign[]): number {
  if (signs.length <= fewestGaps) return 0
  const gaps = signs.slice(1).map((sign, index) => (sign.left - (signs[index]?.right ?? sign.left)) / sign.size)
  return Math.max(0, gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0)
}

function partingOf(last: Sign, next: Sign, blank: boolean, spread: number): string {
  const wide = (next.left - last.right) / Math.max(last.size, next.size)
  if (wide >= Math.max(gap.leftBlank, spread + gap.leftBlank)) return '  '
  if (wide >= Math.max(gap.chinese, spread + gap.chinese / 2)) return ' '
  const isLatin = isNarrow(last.text.slice(-1)) && isNarrow(next.text)
  if (isLatin) return wide > spread + gap.words || (blank && wide > gap.words / 2) ? ' ' : ''
  return blank && spread < gap.chinese ? ' ' : ''
}

const isNarrow = (sign: string): boolean => sign.charCodeAt(0) < 0x1100

function mostOf(signs: readonly Sign[]): Sign {
  const [first] = signs
  if (first === undefined) throw new Error('a line has a sign')
  const counts = new Map<string, { sign: Sign; count: number }>()
  for (const sign of signs) {
    const key = sign.size.toFixed(1)
    const found = counts.get(key)
    if (found) found.count++
    else counts.set(key, { sign, count: 1 })
  }
  return [...counts.values()].reduce((most, next) => (next.count > most.count ? next : most)).sign
}

/** What a line cannot be broken within: opening brackets, one sign or a word or a number, and the points behind it. */
const unbroken = /^[（〔【《“‘「]{0,3}(?:[A-Za-z0-9.%+-]{1,30}|.)?[，。、；：！？）〕】》”’％]{0,3}/u

/** How much room a line's beginning would have needed at the end of the line above it. */
export const openingWidth = (line: Line): number => wideAs(unbroken.exec(line.text)?.[0] ?? '') * line.size

/** One text of two that a width parted. */
export const joinedText = (before: string, next: string): string => (/[A-Za-z,.;:]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(next) ? `${before} ${next}` : before + next)
