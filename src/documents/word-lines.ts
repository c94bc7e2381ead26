// The plain lines of a Word document's XML: a paragraph a line, a table's row a line. ECMA-376 part 1, 17.
import { linesOfTable, type SpanningCell } from '#src/documents/merged-cells.ts'
import { unescaped, valueAmong } from '#src/documents/word-markup.ts'
import type { ParagraphStyles } from '#src/documents/word-styles.ts'
import { sameAsAbove } from '#src/reader/table-row.ts'

type Row = { cells: { lines: string[]; columns: number; isContinued: boolean }[]; before: number; isDeleted: boolean }

/** A run of paragraphs and tables: the document, or a text box within a paragraph. `rows` are those of the outermost table that is open. */
type Flow = { lines: string[]; line: string; style: string | undefined; isRun: boolean; rows: Row[]; tables: number; boxes: string[] }

const newFlow = (): Flow => ({ lines: [], line: '', style: undefined, isRun: false, rows: [], tables: 0, boxes: [] })

/** What was moved away or is an older state, what is said twice for old programs, and how a character is pronounced. */
const passedOver = new Set(['w:moveFrom', 'w:pPrChange', 'w:rPrChange', 'w:tcPrChange', 'w:trPrChange', 'w:tblPrChange', 'mc:Fallback', 'w:rt'])

/**
 * Headings never contain a line end, so a title broken over two lines is one title. A blank line parts a table from what
 * stands before and after it; a table in a cell is read into that cell. Numbers are text by now: word-numbers.ts.
 */
export function linesOfWord(xml: string, styles: ParagraphStyles): string[] {
  const outer: Flow[] = []
  let flow = newFlow()
  let passing = { name: '', depth: 0 }
  const text = { isOpen: false }

  const cellOf = ({ rows, tables }: Flow): Row['cells'][number] | undefined => (tables > 0 ? rows.at(-1)?.cells.at(-1) : undefined)
  const add = (...lines: string[]): void => void (cellOf(flow)?.lines ?? flow.lines).push(...lines)
  const endLine = (): void => {
    // A tab would make a row of a paragraph.
    const line = flow.line.replace(/[\t\n\r]/g, ' ').trim()
    flow.line = ''
    if (line !== '' && !styles.contents.has(flow.style ?? '')) add(line)
  }
  const open = (name: string, attributes: string): void => {
    const row = flow.tables === 1 ? flow.rows.at(-1) : undefined
    const cell = row?.cells.at(-1)
    switch (name) {
      case 'w:p':
        endLine()
        flow.style = undefined
        break
      case 'w:pStyle':
        flow.style = valueAmong(attributes)
        break
      case 'w:r':
        flow.isRun = true
        break
      case 'w:t':
        text.isOpen = true
        break
      case 'w:tab':
        if (flow.isRun) flow.line += ' '
        break
      case 'w:br': case 'w:cr':
        if (flow.isRun && !styles.headings.has(flow.style ?? '')) endLine()
        break
      case 'w:noBreakHyphen':
        flow.line += '-'
        break
      case 'w:txbxContent':
        outer.push(flow)
        flow = newFlow()
        break
      case 'w:tbl':
        if (flow.tables === 0) flow.rows = []
        flow.tables++
        break
      case 'w:tr':
        if (flow.tables === 1) flow.rows.push({ cells: [], before: 0, isDeleted: false })
        break
      case 'w:tc':
        row?.cells.push({ lines: [], columns: 1, isContinued: false })
        break
      case 'w:gridBefore':
        if (row !== undefined) row.before = Number(valueAmong(attributes) ?? 0)
        break
      case 'w:del':
        if (row?.cells.length === 0) row.isDeleted = true
        break
      case 'w:gridSpan':
        if (cell !== undefined) cell.columns = Number(valueAmong(attributes) ?? 1)
        break
      case 'w:vMerge':
        if (cell !== undefined) cell.isContinued = valueAmong(attributes) !== 'restart'
        break
    }
  }
  const close = (name: string): void => {
    switch (name) {
      case 'w:t':
        text.isOpen = false
        break
      case 'w:r':
        flow.isRun = false
        break
      case 'w:p':
        endLine()
        add(...flow.boxes.splice(0))
        break
      case 'w:tbl':
        if (flow.tables === 0) break
        flow.tables--
        if (flow.tables === 0) flow.lines.push(...linesOfTable(flow.rows.filter((row) => !row.isDeleted).map(cellsOf)))
        break
      case 'w:txbxContent': {
        const box = flow
        flow = outer.pop() ?? box
        if (flow !== box) flow.boxes.push(...box.lines)
        break
      }
    }
  }

  for (const [token, closing, name = '', attributes = '', alone] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]{0,80})(?![\w:.-])([^<>]*?)(\/?)>|[^<]+/g)) {
    if (name === '') {
      if (text.isOpen && passing.depth === 0) flow.line += unescaped(token)
    } else if (passing.depth > 0) {
      if (name === passing.name && alone === '') passing.depth += closing === '' ? 1 : -1
    } else if (closing === '/') close(name)
    else if (passedOver.has(name)) {
      if (alone === '') passing = { name, depth: 1 }
    } else {
      open(name, attributes)
      if (alone === '/') close(name)
    }
  }
  endLine()
  return flow.lines
}

/** What Word shows of a merged cell stands in its first row; what the others hold is not seen. */
function cellsOf({ cells, before }: Row): SpanningCell[] {
  const shown = cells.map(({ lines, columns, isContinued }) => ({ lines: isContinued ? [sameAsAbove] : lines, columns, rows: 1 }))
  return before > 0 ? [{ lines: [], columns: before, rows: 1 }, ...shown] : shown
}
