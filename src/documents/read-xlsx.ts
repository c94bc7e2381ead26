// A workbook as plain text: each sheet's rows as a table's rows.
import exceljs, { type Cell, type Worksheet } from 'exceljs'
import { displayedValue } from '#src/documents/displayed-value.ts'
import type { FileText } from '#src/documents/file-text.ts'
import { plainerSheet, withChineseFormats } from '#src/documents/sheet-markup.ts'
import { unzip, zip, type ZipFiles } from '#src/documents/zip.ts'
import { cellBreak, sameAsAbove, tableRow } from '#src/reader/table-row.ts'

const megabyte = 1024 * 1024

/** What its sheets may come to with their markup: a ledger of a thousand rows has two. */
const sheetsLimit = 12 * megabyte
/** Characters of all rows: more than any text that is read, and cells far to the right cost a tab for each that is passed over. */
const mostCharacters = 4 * megabyte

/** What is read of a workbook; pictures, charts and comments are not. */
const wanted = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/
const aSheet = /^xl\/worksheets\//

/** Parts of a sheet that say nothing of its cells: some name whole columns, a million cells each. */
const ignoreNodes = ['sheetPr', 'dimension', 'sheetViews', 'cols', 'autoFilter', 'rowBreaks', 'colBreaks', 'hyperlinks', 'pageMargins', 'dataValidations', 'pageSetup', 'headerFooter', 'printOptions', 'picture', 'drawing', 'sheetProtection', 'tableParts', 'conditionalFormatting', 'extLst']

/** Hidden sheets are left out. Where several sheets hold something, each begins with its name. */
export async function readXlsx(bytes: Uint8Array): Promise<FileText> {
  const unzipped = await unzip(bytes, sheetsLimit, (name) => wanted.test(name))
  if (!unzipped.ok) return unzipped.why === 'too-large' ? { ...unzipped, limit: sheetsLimit } : unzipped
  const sheets: { name: string; lines: string[] }[] = []
  let characters = 0
  try {
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(asArrayBuffer(zip(plainerFiles(unzipped.files))), { ignoreNodes })
    for (const sheet of workbook.worksheets) {
      if (sheet.state !== 'visible') continue
      const lines = linesOfSheet(sheet, mostCharacters - characters)
      if (lines === undefined) return { ok: false, why: 'too-large', bytes: mostCharacters, limit: mostCharacters }
      if (lines.length > 0) sheets.push({ name: sheet.name, lines })
      characters += lines.reduce((sum, line) => sum + line.length, 0)
    }
  } catch {
    return { ok: false, why: 'broken' } // exceljs throws for XML that is no workbook: the file is at fault.
  }
  const [only] = sheets
  if (only !== undefined && sheets.length === 1) return { ok: true, text: only.lines.join('\n') }
  return { ok: true, text: sheets.map(({ name, lines }) => [name, '', ...lines].join('\n')).join('\n\n') }
}

function plainerFiles(files: ZipFiles): ZipFiles {
  const changed = (name: string, content: Uint8Array, change: (xml: string) => string): [string, Uint8Array] => [name, new TextEncoder().encode(change(new TextDecoder().decode(content)))]
  return new Map([...files].map(([name, content]) => {
    if (aSheet.test(name)) return changed(name, content, plainerSheet)
    return name === 'xl/styles.xml' ? changed(name, content, withChineseFormats) : [name, content]
  }))
}

const asArrayBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** Rows parted by a blank line where the sheet has empty ones; a sheet of one column is a text. Undefined where they come to more than `room`. */
function linesOfSheet(sheet: Worksheet, room: number): string[] | undefined {
  const rows: { number: number; cells: Map<number, string> }[] = []
  const columns = new Set<number>()
  sheet.eachRow((row, number) => {
    const cells = new Map<number, string>()
    row.eachCell((cell, column) => {
      const text = textOf(cell)
      if (text !== '') cells.set(column, text)
    })
    if ([...cells.values()].every((text) => text === sameAsAbove)) return
    rows.push({ number, cells })
    for (const column of cells.keys()) columns.add(column)
  })
  const used = [...columns].sort((a, b) => a - b)
  const lines: string[] = []
  let last: number | undefined
  let left = room
  for (const { number, cells } of rows) {
    if (last !== undefined && number > last + 1) lines.push('')
    last = number
    const texts = used.map((column) => cells.get(column) ?? '')
    const added = used.length === 1 ? texts.flatMap((text) => text.split(cellBreak)) : [tableRow(texts)]
    left -= used.length + added.reduce((sum, line) => sum + line.length, 0)
    if (left < 0) return undefined
    lines.push(...added)
  }
  return lines
}

function textOf(cell: Cell): string {
  if (cell.master !== cell) return cell.col === cell.master.col ? sameAsAbove : ''
  return displayedValue(cell.value, cell.numFmt).trim().replace(/\r\n?|\n/g, cellBreak)
}
