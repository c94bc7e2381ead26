// Printed lines as paragraphs: what the page's width has parted is joined, on one page and over the next.
import { joinedText, openingWidth, type Line } from '#src/documents/pdf-lines.ts'
import { endsSentence } from '#src/documents/pdf-signs.ts'
import { folded } from '#src/reader/folded-text.ts'
import { markOf } from '#src/reader/numbering.ts'

/** Where the lines of a page's text begin and end. */
export type Frame = { left: number; right: number }

/** A line with the page it stands on. */
export type PlacedLine = { line: Line; page: number; frame: Frame }

/** In the size of the font. */
const indent = { least: 1.2, most: 6 }
const centred = { least: 2.5, off: 1.2 }
const shortBy = { ended: 0.3, open: 0.75 }
const otherSize = 0.12
/** In the usual distance of two lines. */
const wideGap = 1.6
const noteSize = 0.88
const noteMark = /^(?:[①-⑳]|\[\d{1,3}\]|〔\d{1,3}〕|\d{1,3}(?![\d.、])|\*|※|注 ?[:：\d])/

/** The text's paragraphs, each a line; a page's notes stand behind the paragraph that its end has cut. */
export function paragraphsOf(lines: readonly PlacedLine[]): string[] {
  const pitch = usualPitch(lines)
  const notes = notesOf(lines)
  const body = lines.filter((placed) => !notes.has(placed))
  const opens = new Map(body.map((placed, index) => [placed, opensParagraph(body[index - 1], placed, pitch)]))
  const paragraphs: string[] = []
  let waiting: string[] = []
  let text: string | undefined
  const end = (): void => {
    if (text !== undefined) paragraphs.push(text)
    paragraphs.push(...waiting)
    waiting = []
    text = undefined
  }
  let note: PlacedLine | undefined
  for (const placed of lines) {
    if (notes.has(placed)) {
      const last = waiting.length - 1
      if (note && !noteMark.test(placed.line.text)) waiting[last] = joinedText(waiting[last] ?? '', placed.line.text)
      else waiting.push(placed.line.text)
      note = placed
      continue
    }
    note = undefined
    if (text === undefined || opens.get(placed) === true) {
      end()
      text = placed.line.text
    } else text = joinedText(text, placed.line.text)
  }
  end()
  return paragraphs
}

function opensParagraph(above: PlacedLine | undefined, placed: PlacedLine, pitch: number): boolean {
  if (above === undefined || headsAnnex.test(placed.line.text)) return true
  const { line } = placed
  const last = above.line
  if (Math.abs(line.size - last.size) > otherSize * last.size) return true
  const ended = endsSentence(last.text)
  const isFull = above.frame.right - last.right <= openingWidth(line) + (ended ? shortBy.ended : shortBy.open) * line.size
  // A title is centred line by line; one that filled its line, or left a bracket open, goes on in the next.
  if (isCentred(placed) || isCentred(above)) return !(hasOpenBracket(last.text) || (isFull && !ended && !isCentred(above)))
  const samePage = placed.page === above.page
  if (samePage && line.base > last.base && line.base - last.base > wideGap * pitch) return true
  if (!isFull) return true
  const [in_, lastIn] = [indentOf(placed), indentOf(above)]
  const marked = markOf(line.text) !== undefined
  if (marked && (ended || in_ >= indent.least)) return true
  if (in_ < indent.least || in_ > indent.most) return false
  // The lines of a list may hang behind its number, and a quotation is set in as a whole.
  const hangs = in_ > lastIn + 0.5 && !ended && markOf(last.text) !== undefined
  return ended || !(hangs || Math.abs(in_ - lastIn) <= 0.5)
}

const hasOpenBracket = (text: string): boolean => {
  const plain = folded(text)
  return plain.lastIndexOf('(') > plain.lastIndexOf(')') || text.lastIndexOf('《') > text.lastIndexOf('》')
}

/** The line that heads an annex stands alone, even where the page before ends with a full line. */
const headsAnnex = /^附(?:件|表|录)[\d一二三四五六七八九十]{0,3}[:：]?$/

const indentOf = ({ line, frame }: PlacedLine): number => (line.left - frame.left) / line.size

function isCentred({ line, frame }: PlacedLine): boolean {
  const [before, behind] = [line.left - frame.left, frame.right - line.right]
  return before > centred.least * line.size && Math.abs(before - behind) < centred.off * line.size
}

/** How far apart two lines of a paragraph usually stand. */
function usualPitch(lines: readonly PlacedLine[]): number {
  const steps: number[] = []
  for (const [index, { line, page }] of lines.entries()) {
    const next = lines[index + 1]
    if (next?.page === page && next.line.base > line.base && next.line.size === line.size) steps.push(next.line.base - line.base)
  }
  steps.sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? Infinity
}

/** The small lines at the end of a page that open with a note's number. */
function notesOf(lines: readonly PlacedLine[]): Set<PlacedLine> {
  const sizes = lines.map(({ line }) => line.size).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  const notes = new Set<PlacedLine>()
  let small: PlacedLine[] = []
  for (const [index, placed] of lines.entries()) {
    if (placed.line.size > usual * noteSize || (small[0] && small[0].page !== placed.page)) small = []
    if (placed.line.size <= usual * noteSize && (small.length > 0 || noteMark.test(placed.line.text))) small.push(placed)
    if (small.length > 0 && lines[index + 1]?.page !== placed.page) for (const note of small) notes.add(note)
  }
  return notes
}

/** Where the text of each page begins and ends; pages with few lines are taken to be set as the others of their width. */
export function framesOf(pages: readonly { width: number; lines: readonly Line[] }[]): Frame[] {
  const own = pages.map(({ width, lines }) => (lines.length < fewestLines ? undefined : frameOf(width, lines)))
  const ofWidth = new Map<number, Frame[]>()
  for (const [index, frame] of own.entries()) {
    const width = Math.round(pages[index]?.width ?? 0)
    if (frame) ofWidth.set(width, [...(ofWidth.get(width) ?? []), frame])
  }
  const usual = new Map([...ofWidth].map(([width, frames]) => [width, { left: median(frames.map(({ left }) => left)), right: median(frames.map(({ right }) => right)) }]))
  return pages.map(({ width, lines }, index) => {
    const common = usual.get(Math.round(width))
    const frame = own[index] ?? (common === undefined ? frameOf(width, lines) : undefined)
    if (frame === undefined || common === undefined) return common ?? frame ?? { left: 0, right: width }
    const near = mostOff * (lines[0]?.size ?? 0)
    return {
      left: Math.abs(common.left - frame.left) < near ? Math.min(common.left, frame.left) : frame.left,
      right: Math.abs(common.right - frame.right) < near ? Math.max(common.right, frame.right) : frame.right,
    }
  })
}

const fewestLines = 5
/** In the size of the font: how far the sides of pages set alike are apart, or a line that hangs out of its page's text. */
const mostOff = 3
/** Text is set over more of a page than this. */
const leastWidth = 0.45

/** The outermost sides at which several lines begin, and end. */
function frameOf(width: number, lines: readonly Line[]): Frame {
  const size = median(lines.map((line) => line.size))
  const often = Math.max(2, lines.length * 0.1)
  const sideOf = (sides: readonly number[]): number => {
    const [outermost = 0] = sides
    const shared = sides.find((side) => sides.filter((other) => Math.abs(other - side) <= size).length >= often) ?? outermost
    return Math.abs(shared - outermost) > mostOff * size ? outermost : shared
  }
  const left = sideOf(lines.map((line) => line.left).sort((a, b) => a - b))
  const right = sideOf(lines.map((line) => line.right).sort((a, b) => b - a))
  // Lines that are all short do not show where they could have ended; margins are alike.
  return { left, right: right - left < width * leastWidth ? Math.max(right, width - left) : right }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
