// A text as it was meant: page marks gone, lines that a page broke joined, headings on lines of their own.
import { blankBehindNumber } from './counted-numbers.ts'
import { folded } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import { markOf } from './numbering.ts'
import { tablesApart } from './repair-tables.ts'
import { withoutRadicals } from './radicals.ts'
import { splitRunOn } from './run-on-lines.ts'
import { cellBreak, cellParting } from './table-row.ts'

/** One line as given. `width` in half-width columns, of the whole line even where only its last piece is left. */
type PrintedLine = { text: string; width: number; indented: boolean; spaced: boolean }

const pageMarks = [
  /^ *[—_·•]{1,3} *\d{1,4} *[—_·•]{1,3} *$/,
  /^ *(?:第 *)?\d{1,4} *页(?: *(?:[,/] *)?共 *\d{1,4} *页)?$/,
  /^ *\d{1,4} *\/ *\d{1,4} *$/,
]
const pageMarkAtEnd = / {1,4}[—_]{1,2} *\d{1,4} *[—_]{1,2} *$/
const sentenceEnd = /[。!?;:)”]$/
/** A heading that a page printed behind the end of a sentence. */
const headingInMidLine = /(?<=[。!?;)]) {1,4}(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/g
/** A number right behind a closed unit bracket opens the next heading. */
const closedClause = /(?:责任|牵头|配合|主办|承办)(?:单位|部门):[^()\n]{1,200}(?:\([^()\n]{1,30}\)[^()\n]{0,100})?\)$/
const longestClause = 340
const headingBehind = /\)(?=\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.][^\d])/g
/** How far an open bracket may reach over broken lines. */
const longestBracket = 500
const fewestWrappedLines = 8
/** A header or footer is as short as a name, and stands on three pages at least. */
const longestRunningLine = 40
const fewestPages = 3
/** A paragraph that is a number and a title, and may fill its line by chance. */
const longestHeading = 40

/**
 * The text that spans point into. A line that was broken by a page's width is joined to the next; a text that was
 * not printed keeps its lines as they are, so that line numbers are those of the file.
 */
export function repairText(given: string): string {
  const lines = withoutRadicals(given)
    .replace(/\r\n?|[\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .split('\n')
  const blocks = tablesApart(withoutPageLines(lines))
  const printed = blocks.flatMap((block) => (block.isTable ? [] : block.lines.map(printedLine)))
  const width = wrappedWidth(printed)
  const isDoubled = width !== undefined && blanksPartLines(printed)
  const linesOf = (block: { lines: readonly string[] }): readonly string[] => (isDoubled ? block.lines.filter((line) => line.trim() !== '') : block.lines)
  return blocks.flatMap((block) => (block.isTable ? block.lines.map(tidyRow) : paragraphsOf(linesOf(block), width))).join('\n')
}

/** Whether a blank line stands between nearly all lines, and so parts no paragraphs. */
function blanksPartLines(lines: readonly PrintedLine[]): boolean {
  let [blanks, written] = [0, 0]
  for (const [at, { text }] of lines.entries()) {
    if (text !== '') written++
    else if (lines[at + 1]?.text !== '') blanks++
  }
  return blanks >= (written - 1) * 0.9
}

function paragraphsOf(lines: readonly string[], width: number | undefined): string[] {
  const kept = lines.flatMap((line) => line.split(cellBreak)).flatMap(splitRunOn).map(printedLine)
  const paragraphs = width === undefined ? kept.flatMap(splitAtHeadings).map((line) => line.text) : joinedParagraphs(kept, width)
  return paragraphs.flatMap(splitRunOn).map(tidyLine)
}

/** Tidy, but for the blank between its number and its words: 2 任务. */
function tidyLine(line: string): string {
  const at = blankBehindNumber(line.trimStart())
  const words = line.trimStart()
  return at === undefined ? tidy(line) : `${tidy(words.slice(0, at))} ${tidy(words.slice(at))}`
}

const tidyRow = (row: string): string => row.split(cellParting).map((cell) => cell.split(cellBreak).map((line) => tidy(closed(line))).join(cellBreak)).join(cellParting)

/** 张　伟, 事  项: two signs that a printer set as wide as three. */
const closed = (words: string): string => words.replace(/^([\u3400-\u9fff])[ \u3000\u00a0]{1,6}([\u3400-\u9fff])$/, '$1$2')

/** Without page numbers, and without the header or footer that stands beside them page after page. */
function withoutPageLines(lines: readonly string[]): string[] {
  const isMark = lines.map(isPageMark)
  if (!isMark.includes(true)) return [...lines]
  const beside = new Map<string, number[]>()
  const written = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  for (const [which, at] of written.entries()) {
    const words = wordsOfLine(lines[at] ?? '')
    // The first page's header has no number before it.
    const touchesMark = which === 0 || [written[which - 1], written[which + 1]].some((other) => other !== undefined && isMark[other] === true)
    if (isMark[at] !== true && touchesMark && words.length <= longestRunningLine) beside.set(words, [...(beside.get(words) ?? []).slice(-fewestPages), at])
  }
  const running = new Set([...beside].flatMap(([words, places]) => (places.length >= fewestPages && !markOf(words) && !/[。;；]$/.test(words) ? [words] : [])))
  // Blank lines round a page's number are the page's, not the text's.
  const isOfPage = lines.map((line, at) => isMark[at] === true || running.has(wordsOfLine(line)))
  for (const step of [1, -1]) {
    const from = step === 1 ? 1 : lines.length - 2
    for (let at = from; at >= 0 && at < lines.length; at += step) if (isOfPage[at - step] === true && lines[at]?.trim() === '') isOfPage[at] = true
  }
  return lines.filter((_line, at) => isOfPage[at] !== true)
}

/** However far a header's two halves stand apart. */
const wordsOfLine = (line: string): string => (line.length > widestPage ? line : line.trim().replace(/[ \u3000\t]{2,}/g, ' '))

function isPageMark(line: string): boolean {
  if (line.length > 200) return false
  const plain = folded(line).trimEnd()
  // A rule drawn with one sign over the whole line.
  return pageMarks.some((mark) => mark.test(plain)) || /^(\S)\1{9,}$/.test(plain.trim())
}

function printedLine(line: string): PrintedLine {
  const plainEnd = folded(line.slice(-24))
  const markAt = pageMarkAtEnd.exec(plainEnd)
  const text = markAt ? line.slice(0, line.length - (plainEnd.length - markAt.index)) : line.trimEnd()
  return { text: text.trim(), width: columns(text.trim()), indented: /^(?:\u3000| {2}|\t)/.test(text), spaced: /[ \u3000]$/.test(line) }
}

/** A page has fewer signs in a line. */
const widestPage = 200

function columns(text: string): number {
  if (text.length > widestPage) return 2 * text.length
  let total = 0
  for (let at = 0; at < text.length; at++) total += text.charCodeAt(at) < 0x1100 ? 1 : 2
  return total
}

/** The width the page broke lines at, or undefined for a text whose lines are its paragraphs. */
function wrappedWidth(lines: readonly PrintedLine[]): number | undefined {
  const written = lines.filter((line) => line.text !== '')
  if (written.length < fewestWrappedLines) return undefined
  const widths = written.map((line) => line.width).sort((a, b) => a - b)
  // A web page's own lines are longer than the lines of the text it shows.
  return [0.9, 0.75].map((share) => widths[Math.floor(widths.length * share)] ?? 0).find((width) => breaksAt(written, width))
}

function breaksAt(written: readonly PrintedLine[], width: number): boolean {
  if (width < 30 || width > 140) return false
  let full = 0
  let broken = 0
  for (const [at, line] of written.entries()) {
    if (line.width < width * 0.85 || isLonger(line, width)) continue
    full++
    const next = written[at + 1]
    if (!sentenceEnd.test(folded(line.text.slice(-1))) && next && !markOf(next.text)) broken++
  }
  return full >= written.length * 0.4 && broken >= full * 0.5
}

/** A line that the page did not break at its width is a paragraph. */
const isLonger = (line: PrintedLine, width: number): boolean => line.width > width * 1.25

function joinedParagraphs(lines: readonly PrintedLine[], width: number): string[] {
  const indents = lines.filter((line) => line.indented).length
  const indentsOpen = indents > 0 && indents < lines.length / 2
  const paragraphs: string[] = []
  let open = ''
  let last: PrintedLine | undefined
  let depth = 0
  for (const piece of lines.flatMap(splitAtHeadings)) {
    const follows = last !== undefined && last.text !== '' && piece.text !== '' && !opensParagraph(piece, last, open, width, indentsOpen, depth > 0 && open.length < longestBracket)
    if (!follows) {
      if (last) paragraphs.push(open)
      open = ''
      depth = 0
    }
    open += follows && last ? behind(last, piece.text) : piece.text
    depth = Math.max(0, depth + openBrackets(piece.text))
    last = piece
  }
  if (last) paragraphs.push(open)
  return paragraphs
}

function opensParagraph(piece: PrintedLine, last: PrintedLine, open: string, width: number, indentsOpen: boolean, bracketOpen: boolean): boolean {
  if (datePart.test(folded(last.text.slice(-1))) && datePartBehind.test(piece.text)) return false
  const short = last.width < width * 0.8 || isLonger(last, width)
  const ended = sentenceEnd.test(folded(last.text.slice(-1)))
  const isTitle = open.length <= longestHeading && !/[。;:,]/.test(folded(open)) && markOf(open) !== undefined
  if (markOf(piece.text) && (short || ended || isTitle) && !(bracketOpen && !ended)) return true
  if (bracketOpen) return false
  return short || (indentsOpen && piece.indented)
}

const datePart = /\d$/
const datePartBehind = /^[年月日]/

function openBrackets(text: string): number {
  let depth = 0
  for (const sign of folded(text)) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
  return depth
}

/** A line as it goes on behind the one above: two Latin words stay apart, and so do two offices that a blank parts. */
function behind(last: PrintedLine, next: string): string {
  const isApart = (/[A-Za-z]$/.test(last.text.slice(-1)) && /^[A-Za-z]/.test(next)) || (last.spaced && officeEnds.test(last.text.slice(-2)) && /^[省市县区州]/.test(next))
  return isApart ? ` ${next}` : next
}

const officeEnds = /[局委办厅部院社会]$|中心$|公司$|政府$/

const mayHoldHeading = /[ \u3000]|[)）〕】\]][(（〔【[0-9０-９]/

/** The pieces before the last have ended by themselves: they count as short. */
function splitAtHeadings(line: PrintedLine): PrintedLine[] {
  if (!mayHoldHeading.test(line.text)) return [line]
  const plain = folded(line.text)
  const cuts: { from: number; to: number }[] = []
  for (const found of plain.includes(' ') ? matchesOf(headingInMidLine, plain) : []) cuts.push({ from: found.index, to: found.index + found[0].length })
  for (const { index } of matchesOf(headingBehind, plain)) {
    const at = index + 1
    if (closedClause.test(plain.slice(Math.max(0, at - longestClause), at))) cuts.push({ from: at, to: at })
  }
  if (cuts.length === 0) return [line]
  cuts.sort((a, b) => a.from - b.from)
  const pieces: PrintedLine[] = []
  let from = 0
  for (const cut of cuts) {
    pieces.push({ text: line.text.slice(from, cut.from), width: 0, indented: from === 0 && line.indented, spaced: false })
    from = cut.to
  }
  pieces.push({ text: line.text.slice(from), width: line.width, indented: false, spaced: line.spaced })
  return pieces
}

const untidy = /[\s\u00a0０-９Ａ-Ｚａ-ｚ]/
const isChinese = /[\u3400-\u9fff，。；：、（）“”％%〔〕＋]/
const isFigure = /[0-9%％＋]/

/** Full-width digits and letters made plain, and the blanks that a page set round digits and signs taken out. */
function tidy(line: string): string {
  if (!untidy.test(line)) return line
  return line
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => folded(sign))
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/ +/g, (blanks, at: number, whole: string) => (!isBlankYear(whole, at, blanks.length) && isPrinters(whole.charAt(at - 1), whole.charAt(at + blanks.length)) ? '' : blanks))
    .trim()
}

/** 20  年6月: the two figures that are still to be written in. */
const isBlankYear = (line: string, at: number, length: number): boolean => /(?<!\d)20$/.test(line.slice(Math.max(0, at - 3), at)) && line.charAt(at + length) === '年'

/** Whether blanks between two signs were set by a printer, and not written. */
function isPrinters(before: string, after: string): boolean {
  return (isChinese.test(before) && (isFigure.test(after) || after === '”')) || (isFigure.test(before) && isChinese.test(after) && after !== '＋') || '，。；：、（〔【“'.includes(before || ' ') || '，。；：、）〕】”'.includes(after || ' ')
}
