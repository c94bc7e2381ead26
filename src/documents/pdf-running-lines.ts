// What is printed on every page for the page's sake: heads, feet and page numbers, which are no part of the text.
import type { Line } from '#src/documents/pdf-lines.ts'
import { folded } from '#src/reader/folded-text.ts'

export type PageLines<Of extends Line> = { height: number; lines: readonly Of[] }

/** The share of a page, at its top and at its foot, where such lines stand. */
const edge = 0.13
const sameHeight = 4
/** Left and right pages have heads of their own. */
const shareOfPages = 0.4

const pageNumbers = [
  /^[—–_·•*-]{0,3} {0,3}\d{1,4} {0,3}[—–_·•*-]{0,3}$/,
  /^第? {0,2}\d{1,4} {0,2}页(?: {0,3}[,/]? {0,3}共 {0,2}\d{1,4} {0,2}页)?$/,
  /^共 {0,2}\d{1,4} {0,2}页 {0,3}[,/]? {0,3}第 {0,2}\d{1,4} {0,2}页$/,
  /^\d{1,4} {0,2}\/ {0,2}\d{1,4}$/,
  /^Page \d{1,4}(?: of \d{1,4})?$/i,
]
/** The page's number, where a head or foot holds it beside other words. */
const countedPage = /第? ?\d{1,4} ?页(?: ?[,/]? ?共 ?\d{1,4} ?页)?|^\d{1,4}(?=[^\d.、]{4})|(?<=[^\d/]{4})\d{1,4}(?: ?\/ ?\d{1,4})?$/
/** These name what follows, on however many pages. */
const namesAnnex = /^附(?:件|表|录)/

/** The lines of each page without those that every page has. */
export function withoutRunningLines<Of extends Line>(pages: readonly PageLines<Of>[]): Of[][] {
  const repeated = repeatedLines(pages)
  return pages.map(({ height, lines }) => {
    const number = pageNumberOf(lines, height)
    return lines.filter((line) => line !== number && !(atEdge(line, height) && repeated.has(line)))
  })
}

const atEdge = (line: Line, height: number): boolean => line.base < height * edge || line.base > height * (1 - edge)

/** The outermost line, if it is a number: the lowest, else the uppermost. */
function pageNumberOf(lines: readonly Line[], height: number): Line | undefined {
  return [lines.at(-1), lines.at(-2), lines[0]].find((line) => line !== undefined && atEdge(line, height) && pageNumbers.some((form) => form.test(folded(line.text).trim())))
}

function repeatedLines(pages: readonly PageLines<Line>[]): Set<Line> {
  const places = new Map<string, { line: Line; page: number; height: number }[]>()
  for (const [page, { height, lines }] of pages.entries()) {
    for (const line of lines) {
      if (!atEdge(line, height) || namesAnnex.test(line.text)) continue
      const words = folded(line.text).replace(countedPage, '#').replace(/ /g, '')
      const key = `${Math.round(height)} ${words}`
      const same = places.get(key)
      if (same) same.push({ line, page, height })
      else places.set(key, [{ line, page, height }])
    }
  }
  const pagesOfHeight = new Map<number, number>()
  for (const { height } of pages) pagesOfHeight.set(Math.round(height), (pagesOfHeight.get(Math.round(height)) ?? 0) + 1)
  const repeated = new Set<Line>()
  for (const same of places.values()) {
    const alike = pagesOfHeight.get(Math.round(same[0]?.height ?? 0)) ?? 0
    for (const near of byHeight(same)) {
      const on = new Set(near.map(({ page }) => page)).size
      if (on >= 2 && on >= alike * shareOfPages) for (const { line } of near) repeated.add(line)
    }
  }
  return repeated
}

function byHeight<Placed extends { line: Line }>(lines: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = []
  for (const placed of lines.toSorted((a, b) => a.line.base - b.line.base)) {
    const group = groups.at(-1)
    if (group?.[0] && placed.line.base - group[0].line.base <= sameHeight) group.push(placed)
    else groups.push([placed])
  }
  return groups
}
