// A drawing as SVG: made for a phone held upright, every number written, every colour with its sign.
import type { Bar, BarChart, Drawing, Grid, GridRow, Share } from '#templates/drawing.ts'
import { emsOf, escaped, fitted, inTwoLines } from './drawn-text.ts'

/** In the drawing's own units: a phone shows it at half. */
export const pictureWidth = 750
const margin = 32
const room = pictureWidth - 2 * margin
const size = { title: 30, text: 24, small: 22 }
const ink = { text: '#1f2328', faint: '#59636e', line: '#d1d9e0', stripe: '#f6f8fa', paper: '#ffffff' }
/** Told apart by brightness too, for whoever does not see red and green. */
const colours: Record<Share['light'], { fill: string; ink: string }> = {
  done: { fill: '#1a7f4b', ink: '#ffffff' },
  green: { fill: '#a6dfb4', ink: '#0c3b1e' },
  yellow: { fill: '#ffd33d', ink: '#3b2f00' },
  red: { fill: '#b3261e', ink: '#ffffff' },
  pending: { fill: '#dfe3e8', ink: '#24292f' },
}

/** What is drawn so far and where it ends. */
type Part = { svg: string; bottom: number }
type Anchor = 'start' | 'middle' | 'end'

export function pictureSvg(drawing: Drawing): string {
  const head = headAt(drawing, margin)
  const body = drawing.kind === 'bars' ? barsAt(drawing, head.bottom) : gridAt(drawing, head.bottom)
  const foot = footAt(drawing, body.bottom + 18)
  const height = Math.ceil(foot.bottom + margin / 2)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${height}">${box(0, 0, pictureWidth, height, ink.paper)}${head.svg}${body.svg}${foot.svg}</svg>`
}

const box = (x: number, y: number, width: number, height: number, fill: string): string => `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`
const round = (length: number): number => Math.round(length * 100) / 100

/** Whatever is given is outside text. @param middle of the line */
function words(text: string, x: number, middle: number, { at = 'start', px = size.text, fill = ink.text }: { at?: Anchor; px?: number; fill?: string } = {}): string {
  return `<text x="${round(x)}" y="${round(middle + px * 0.36)}" font-size="${px}" text-anchor="${at}" fill="${fill}">${escaped(text)}</text>`
}

function headAt({ title, legend }: Drawing, top: number): Part {
  const lines = inTwoLines(title, room / size.title)
  const drawn = lines.map((line, at) => words(line, margin, top + 20 + at * 40, { px: size.title }))
  const keys = keysAt(legend, top + lines.length * 40 + 28)
  return { svg: drawn.join('') + keys.svg, bottom: keys.bottom }
}

const keySpace = 14

/** [滞] 滞后 3: in as many lines as they need. */
function keysAt(legend: Drawing['legend'], top: number): Part {
  let [x, middle, svg] = [margin, top, '']
  for (const { light, sign, name, count } of legend) {
    const { fill, ink: own } = colours[light]
    const said = `${name} ${count}`
    const width = 40 + emsOf(said) * 20
    if (x + width > pictureWidth - margin / 2) [x, middle] = [margin, middle + 42]
    svg += box(x, middle - 16, 32, 32, fill) + words(sign, x + 16, middle, { at: 'middle', px: 20, fill: own }) + words(said, x + 40, middle, { px: 20 })
    x += width + keySpace
  }
  return { svg, bottom: middle + 40 }
}

const barHeight = 38
/** No share is so small that its sign and number have no room. */
const shareAtLeast = (share: Share): number => emsOf(`${share.sign}${share.count}`) * size.small + 12

function barsAt({ whole, bars }: BarChart, top: number): Part {
  const most = Math.max(1, ...bars.map(({ shares }) => sumOf(shares)))
  const all = barAt(whole, top, sumOf(whole.shares))
  let svg = all.svg + box(margin, all.bottom + 2, room, 1.5, ink.line)
  let bottom = all.bottom + 16
  for (const bar of bars) {
    const drawn = barAt(bar, bottom, most)
    svg += drawn.svg
    bottom = drawn.bottom
  }
  return { svg, bottom }
}

const sumOf = (shares: readonly Share[]): number => shares.reduce((sum, { count }) => sum + count, 0)

/** @param most so many tasks are as long as there is room */
function barAt({ label, note, shares }: Bar, top: number, most: number): Part {
  const middle = top + 16
  const noteRoom = emsOf(note) * size.small
  const head = words(fitted(label, (room - noteRoom - 16) / size.text), margin, middle) + words(note, pictureWidth - margin, middle, { at: 'end', px: size.small, fill: ink.faint })
  const widths = widthsOf(shares, most)
  let [x, svg] = [margin, head]
  for (const [at, share] of shares.entries()) {
    const width = widths[at] ?? 0
    svg += shareAt(share, x, top + 36, width)
    x += width
  }
  return { svg, bottom: top + 36 + barHeight + 14 }
}

/** As long as they have tasks; those that would be too narrow for their number take what they need from the others. */
export function widthsOf(shares: readonly Share[], most: number): number[] {
  const least = shares.map(shareAtLeast)
  const total = Math.max(room * sumOf(shares) / Math.max(1, most), least.reduce((sum, width) => sum + width, 0))
  const narrow = new Set<number>()
  for (;;) {
    const free = total - least.reduce((sum, width, at) => (narrow.has(at) ? sum + width : sum), 0)
    const tasks = shares.reduce((sum, { count }, at) => (narrow.has(at) ? sum : sum + count), 0)
    const widths = shares.map(({ count }, at) => (narrow.has(at) ? (least[at] ?? 0) : free * count / Math.max(1, tasks)))
    const tooNarrow = widths.findIndex((width, at) => !narrow.has(at) && width < (least[at] ?? 0) - 0.01)
    if (tooNarrow < 0) return widths
    narrow.add(tooNarrow)
  }
}

function shareAt({ light, sign, count }: Share, x: number, top: number, width: number): string {
  const { fill, ink: own } = colours[light]
  return box(x, top, width - 2, barHeight, fill) + words(`${sign}${count}`, x + (width - 2) / 2, top + barHeight / 2, { at: 'middle', px: size.small, fill: own })
}

const rowHeight = 44
const labelRoom = 236

function gridAt({ columns, rows, whole }: Grid, top: number): Part {
  const each = (room - labelRoom) / columns.length
  const middleOf = (column: number): number => margin + labelRoom + (column + 0.5) * each
  const names = columns.map(({ name }, at) => words(fitted(name, each / 18 + 0.4), middleOf(at), top + rowHeight / 2, { at: 'middle', px: 18, fill: ink.faint })).join('')
  const rowAt = ({ label, cells }: GridRow, y: number, isOdd: boolean): string => {
    const stripe = isOdd ? box(margin, y, room, rowHeight, ink.stripe) : ''
    const numbers = cells.map((count, at) => cellAt(count, columns[at]?.light, { x: middleOf(at), y, each }))
    // A long name in smaller letters, before anything is cut off it.
    const px = emsOf(label) * size.text > labelRoom - 14 ? 20 : size.text
    return stripe + words(fitted(label, (labelRoom - 14) / px), margin + 6, y + rowHeight / 2, { px }) + numbers.join('')
  }
  const first = top + rowHeight
  const drawn = rows.map((row, at) => rowAt(row, first + at * rowHeight, at % 2 === 0))
  const end = first + rows.length * rowHeight
  return { svg: names + drawn.join('') + box(margin, end + 2, room, 1.5, ink.line) + rowAt(whole, end + 6, false), bottom: end + 6 + rowHeight }
}

/** Nothing of a light is a faint dot: what is there is seen at once. */
function cellAt(count: number, light: Share['light'] | undefined, { x, y, each }: { x: number; y: number; each: number }): string {
  const middle = y + rowHeight / 2
  if (count === 0) return words('·', x, middle, { at: 'middle', fill: ink.faint })
  if (light === undefined) return words(String(count), x, middle, { at: 'middle' })
  const { fill, ink: own } = colours[light]
  return box(x - each / 2 + 3, y + 3, each - 6, rowHeight - 6, fill) + words(String(count), x, middle, { at: 'middle', fill: own })
}

function footAt({ footer }: Drawing, top: number): Part {
  const lines = footer.flatMap((line) => inTwoLines(line, room / size.small))
  return { svg: lines.map((line, at) => words(line, margin, top + 16 + at * 32, { px: size.small, fill: ink.faint })).join(''), bottom: top + lines.length * 32 }
}
