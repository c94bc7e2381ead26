// What a page of a PDF draws: its signs, each at its place, and its rules. Nothing is joined here.
import { legibleSign } from '#src/documents/pdf-signs.ts'

/** One sign. Places are in points, from the page's upper left corner; `base` is the line it stands on. */
export type Sign = { text: string; left: number; right: number; base: number; size: number; font: string }

/** A straight line, level or upright, however it was drawn: `at` is its height if level, else its distance from the left. */
export type Rule = { level: boolean; at: number; from: number; to: number }

/** `hasPicture`: something as large as a good part of the page is painted; a scan is one picture. */
export type DrawnPage = { width: number; height: number; signs: Sign[]; rules: Rule[]; hasPicture: boolean }

export type Matrix = readonly [number, number, number, number, number, number]

/** What pdf.js lists for a page: an operator and its arguments at the same place of two lists. */
export type Drawing = { operators: readonly number[]; arguments: readonly unknown[] }

/** The numbers pdf.js gives its operators. */
export type OperatorNumbers = Readonly<Record<string, number>>

/** A font's scale: 0.001, but for fonts whose signs are drawings. */
export type FontScale = (font: string) => number

type Glyph = { unicode: string; width: number; isSpace: boolean }

type TextState = { font: string; size: number; scale: number; charSpacing: number; wordSpacing: number; stretch: number; leading: number; rise: number }
type State = TextState & { matrix: Matrix }

/** A page that draws more than this is no page of words: what is beyond is left out. */
const mostSigns = 20_000
const mostRules = 8_000
/** No drawing nests deeper. */
const deepest = 200

const unmoved: Matrix = [1, 0, 0, 1, 0, 0]
const thickestRule = 3
const shortestRule = 4
const pictureShare = 0.4

/** @param view brings the page's own measure to points from the upper left corner */
export function drawnPage(drawing: Drawing, op: OperatorNumbers, scaleOf: FontScale, view: Matrix, width: number, height: number): DrawnPage {
  const upright = drawnAt(drawing, op, scaleOf, view, width, height)
  const turn = turnOf(upright.turns)
  // A table that was turned on an upright page is read as if the page were turned back.
  if (turn === 1) return drawnAt(drawing, op, scaleOf, times([0, 1, -1, 0, height, 0], view), height, width).page
  if (turn === 3) return drawnAt(drawing, op, scaleOf, times([0, -1, 1, 0, 0, width], view), height, width).page
  if (turn === 2) return drawnAt(drawing, op, scaleOf, times([-1, 0, 0, -1, width, height], view), width, height).page
  return upright.page
}

/** How many signs run to the right, upwards, to the left (upside down), downwards. */
type Turns = [number, number, number, number]

function turnOf(turns: Turns): number {
  const all = turns.reduce((sum, count) => sum + count, 0)
  return Math.max(0, turns.findIndex((count) => count > all * 0.6))
}

function drawnAt({ operators, arguments: given }: Drawing, op: OperatorNumbers, scaleOf: FontScale, view: Matrix, width: number, height: number): { page: DrawnPage; turns: Turns } {
  const signs: Sign[] = []
  const rules: Rule[] = []
  const turns: Turns = [0, 0, 0, 0]
  let hasPicture = false
  let state: State = { matrix: view, font: '', size: 0, scale: 0.001, charSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 }
  const kept: State[] = []
  let text: Matrix = unmoved
  let x = 0
  let lineX = 0
  let lineY = 0

  const keep = (): void => {
    if (kept.length < deepest) kept.push({ ...state })
  }
  const move = (byX: number, byY: number): void => {
    lineX += byX
    lineY += byY
    x = lineX
  }
  const change = (matrix: Matrix): void => {
    state.matrix = times(state.matrix, matrix)
    const [a, b, c, d] = state.matrix
    if (Math.abs(a * d - b * c) >= width * height * pictureShare && Math.abs(a * d - b * c) <= width * height * 4) hasPicture = true
  }

  const show = (glyphs: readonly unknown[]): void => {
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * state.size * state.stretch
        continue
      }
      if (!isGlyph(glyph)) continue
      const inked = glyph.width * state.scale * state.size * state.stretch
      const from = x
      x += inked + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.stretch
      if (signs.length >= mostSigns) continue
      const place = times(state.matrix, text)
      const [startX, startY] = at(place, from, lineY + state.rise)
      const [endX, endY] = at(place, from + inked, lineY + state.rise)
      const turn = directionOf(place)
      if (turn === undefined) continue
      turns[turn]++
      const size = Math.abs(state.size) * Math.hypot(place[2], place[3])
      // A sign that runs up or down the page stands for one that stands upright in its place.
      const [left, right] = turn % 2 === 0 ? [Math.min(startX, endX), Math.max(startX, endX)] : [startX - size / 2, startX + size / 2]
      const base = turn % 2 === 0 ? startY : Math.max(startY, endY)
      if (right < -1 || left > width + 1 || base < -1 || base - size > height + 1) continue
      for (const legible of legibleSign(glyph.unicode)) signs.push({ text: legible, left, right, base, size, font: state.font })
    }
  }

  const draw = (path: unknown, ink: unknown): void => {
    if (!isPath(path) || rules.length >= mostRules) return
    const kind = typeof ink === 'number' ? inkOf(ink, op) : 'none'
    if (kind === 'none') return
    for (const corners of outlines(path, state.matrix)) {
      if (kind === 'filled') rules.push(...ruleOfArea(corners))
      else for (const [nth, corner] of corners.entries()) rules.push(...ruleOfLine(corners[nth - 1] ?? corner, corner))
    }
  }

  for (const [index, operator] of operators.entries()) {
    const args = argumentsAt(given, index)
    switch (operator) {
      case op['save']:
        keep()
        break
      case op['restore']:
      case op['paintFormXObjectEnd']:
      case op['endGroup']:
        state = kept.pop() ?? state
        break
      case op['transform']:
        change(matrixOf(args))
        break
      case op['paintFormXObjectBegin']:
        keep()
        change(matrixOf(args[0]))
        break
      case op['beginGroup']:
        keep()
        change(matrixOf(isRecord(args[0]) ? args[0]['matrix'] : undefined))
        break
      case op['beginText']:
        text = unmoved
        x = lineX = lineY = 0
        break
      case op['setFont']:
        state.font = typeof args[0] === 'string' ? args[0] : ''
        state.size = numberAt(args, 1)
        state.scale = scaleOf(state.font)
        break
      case op['setCharSpacing']:
        state.charSpacing = numberAt(args, 0)
        break
      case op['setWordSpacing']:
        state.wordSpacing = numberAt(args, 0)
        break
      case op['setHScale']:
        state.stretch = numberAt(args, 0) / 100
        break
      case op['setLeading']:
        state.leading = -numberAt(args, 0)
        break
      case op['setTextRise']:
        state.rise = numberAt(args, 0)
        break
      case op['moveText']:
        move(numberAt(args, 0), numberAt(args, 1))
        break
      case op['setLeadingMoveText']:
        state.leading = numberAt(args, 1)
        move(numberAt(args, 0), numberAt(args, 1))
        break
      case op['setTextMatrix']:
        text = matrixOf(args[0])
        x = lineX = lineY = 0
        break
      case op['nextLine']:
        move(0, state.leading)
        break
      case op['showText']:
        if (Array.isArray(args[0])) show(args[0])
        break
      case op['constructPath']:
        draw(Array.isArray(args[1]) ? args[1][0] : undefined, args[0])
        break
    }
  }
  return { page: { width, height, signs, rules, hasPicture }, turns }
}

function inkOf(ink: number, op: OperatorNumbers): 'filled' | 'stroked' | 'none' {
  switch (ink) {
    case op['fill']:
    case op['eoFill']:
      return 'filled'
    case op['stroke']:
    case op['closeStroke']:
    case op['fillStroke']:
    case op['eoFillStroke']:
    case op['closeFillStroke']:
    case op['closeEOFillStroke']:
      return 'stroked'
    default:
      return 'none'
  }
}

type Point = readonly [number, number]

/** How pdf.js writes a path: a number for the kind of step, then its coordinates. */
const step = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 }

/** The corners of each closed or open outline of a path; one with curves has none that matter. */
function outlines(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = []
  let corners: Point[] = []
  const end = (): void => {
    if (corners.length > 1) found.push(corners)
    corners = []
  }
  for (let index = 0; index < path.length; ) {
    const kind = path[index++]
    if (kind === step.close) {
      if (corners[0]) corners.push(corners[0])
      end()
      continue
    }
    if (kind === step.move) end()
    const skipped = kind === step.curve ? 4 : kind === step.quadratic ? 2 : 0
    index += skipped
    const corner = at(matrix, path[index] ?? 0, path[index + 1] ?? 0)
    index += 2
    if (skipped > 0) end()
    corners.push(corner)
  }
  end()
  return found
}

/** Borders are often drawn as areas that are as thin as a line. */
function ruleOfArea(corners: readonly Point[]): Rule[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of corners) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const [wide, high] = [right - left, bottom - top]
  if (high <= thickestRule && wide >= shortestRule && wide > high) return [{ level: true, at: (top + bottom) / 2, from: left, to: right }]
  if (wide <= thickestRule && high >= shortestRule) return [{ level: false, at: (left + right) / 2, from: top, to: bottom }]
  return []
}

function ruleOfLine([fromX, fromY]: Point, [toX, toY]: Point): Rule[] {
  const [wide, high] = [Math.abs(toX - fromX), Math.abs(toY - fromY)]
  if (high < 1 && wide >= shortestRule) return [{ level: true, at: (fromY + toY) / 2, from: Math.min(fromX, toX), to: Math.max(fromX, toX) }]
  if (wide < 1 && high >= shortestRule) return [{ level: false, at: (fromX + toX) / 2, from: Math.min(fromY, toY), to: Math.max(fromY, toY) }]
  return []
}

/** Quarter turns from upright; undefined for what is set aslant, as watermarks are. */
function directionOf([a, b]: Matrix): 0 | 1 | 2 | 3 | undefined {
  const slant = 0.05 * Math.hypot(a, b)
  if (Math.abs(b) <= slant) return a >= 0 ? 0 : 2
  if (Math.abs(a) <= slant) return b < 0 ? 1 : 3
  return undefined
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f]

const argumentsAt = (given: readonly unknown[], index: number): readonly unknown[] => {
  const args = given[index]
  return Array.isArray(args) ? args : []
}
const numberAt = (args: readonly unknown[], index: number): number => {
  const value = args[index]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

/** Matrices come as arrays or as arrays of floats; what is none moves nothing. */
function matrixOf(value: unknown): Matrix {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return unmoved
  const [a, b, c, d, e, f] = Array.from(value as unknown as ArrayLike<unknown>, (part) => (typeof part === 'number' && Number.isFinite(part) ? part : 0))
  return f === undefined ? unmoved : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isGlyph = (value: unknown): value is Glyph => isRecord(value) && typeof value['unicode'] === 'string' && typeof value['width'] === 'number'
const isPath = (value: unknown): value is ArrayLike<number> => Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array
