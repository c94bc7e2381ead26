// Files as programs make them, from a plain description: see test/fixtures/plans/README.md.
import { AlignmentType, Document, type IRunOptions, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import exceljs, { type Worksheet } from 'exceljs'
import type { Browser } from 'playwright-core'
import { printed } from '../documents/printed-pdf.ts'

type Cell = { lines: string[]; rows: number; columns: number }
type Block = { title: string } | { paragraph: string; level: number } | { rows: (Cell | undefined)[][] }

const [above, before] = ['〃', '←']

/** The blocks of a description, rows that follow each other as one table. A cell that is merged into another is `undefined`. */
function blocksOf(description: string): Block[] {
  const blocks: Block[] = []
  let table: string[][] = []
  const closeTable = (): void => {
    if (table.length > 0) blocks.push({ rows: spanned(table) })
    table = []
  }
  for (const line of description.trimEnd().split('\n')) {
    if (line.startsWith('| ')) {
      table.push(line.slice(1, -1).split('|').map((cell) => cell.trim()))
      continue
    }
    closeTable()
    const signs = /^#+ /.exec(line)?.[0] ?? ''
    blocks.push(line.startsWith('= ') ? { title: line.slice(2) } : { paragraph: line.slice(signs.length), level: signs.length - 2 })
  }
  closeTable()
  return blocks
}

function spanned(table: readonly string[][]): (Cell | undefined)[][] {
  return table.map((row, at) =>
    row.map((words, column) => {
      if (words === above || words === before) return undefined
      const rest = table.slice(at + 1).findIndex((below) => below[column] !== above)
      const right = row.slice(column + 1).findIndex((next) => next !== before)
      return { lines: words.split(' / '), rows: 1 + (rest < 0 ? table.length - at - 1 : rest), columns: 1 + (right < 0 ? row.length - column - 1 : right) }
    }),
  )
}

/** A Word file. Paragraphs with a level are numbered by the program: 一、 （一） 1. */
export async function wordFile(description: string): Promise<Uint8Array> {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({ level: at, format, text, alignment: AlignmentType.LEFT })
  const levels = [level(0, LevelFormat.CHINESE_COUNTING, '%1、'), level(1, LevelFormat.CHINESE_COUNTING, '（%2）'), level(2, LevelFormat.DECIMAL, '%3.')]
  const children = blocksOf(description).map((block) => {
    if ('title' in block) return new Paragraph({ text: block.title, alignment: AlignmentType.CENTER })
    if ('rows' in block) return wordTable(block.rows)
    const runs = block.paragraph.split('**').map((text, at): IRunOptions => ({ text, bold: at % 2 === 1 })).map((run) => new TextRun(run))
    return new Paragraph({ children: runs, ...(block.level < 0 ? {} : { numbering: { reference: 'numbers', level: block.level } }) })
  })
  return Packer.toBuffer(new Document({ numbering: { config: [{ reference: 'numbers', levels }] }, sections: [{ children }] }))
}

const wordTable = (rows: readonly (Cell | undefined)[][]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row
            .filter((cell) => cell !== undefined)
            .map(({ lines, rows: rowSpan, columns: columnSpan }) => new TableCell({ rowSpan, columnSpan, children: lines.map((line) => new Paragraph(line)) })),
        }),
    ),
  })

/** A workbook: a title is a sheet's name, figures are figures, and a day is a date shown as the Chinese write it. */
export async function workbookFile(description: string): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  let sheet: Worksheet | undefined
  for (const block of blocksOf(description)) {
    if ('title' in block) sheet = book.addWorksheet(block.title)
    if ('rows' in block && sheet) fill(sheet, block.rows)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function fill(sheet: Worksheet, rows: readonly (Cell | undefined)[][]): void {
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (!cell) continue
      const place = sheet.getCell(at + 1, column + 1)
      const words = cell.lines.join('\n')
      if (/^\d{4}-\d\d-\d\d$/.test(words)) place.numFmt = 'yyyy"年"m"月"d"日"'
      place.value = valueOf(words)
      if (cell.rows * cell.columns > 1) sheet.mergeCells(at + 1, column + 1, at + cell.rows, column + cell.columns)
    }
  }
}

function valueOf(words: string): string | number | Date | null {
  if (words === '') return null
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return new Date(`${words}T00:00:00Z`)
  return /^\d+$/.test(words) ? Number(words) : words
}

/** Pages as a browser prints them, their number between dashes at the foot; landscape where there is a table. */
export async function printedFile(browser: Browser, description: string): Promise<Uint8Array> {
  const blocks = blocksOf(description)
  const html = blocks.map((block) => ('title' in block ? `<h1>${block.title}</h1>` : 'rows' in block ? htmlTable(block.rows) : `<p>${block.paragraph}</p>`))
  return printed(browser, html.join(''), { landscape: blocks.some((block) => 'rows' in block), foot: '— <span class="pageNumber"></span> —' })
}

function htmlTable(rows: readonly (Cell | undefined)[][]): string {
  const [head = [], ...rest] = rows.map((row) => row.filter((cell) => cell !== undefined))
  const drawn = (cells: readonly Cell[]): string => `<tr>${cells.map((cell) => `<td rowspan="${cell.rows}" colspan="${cell.columns}">${cell.lines.join('<br>')}</td>`).join('')}</tr>`
  return `<table><thead>${drawn(head)}</thead><tbody>${rest.map(drawn).join('')}</tbody></table>`
}
