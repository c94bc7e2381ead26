// The pages of a document put one behind the other: a table or a paragraph that a page has cut is made whole.
import type { ColumnLine } from '#src/documents/pdf-columns.ts'
import { framesOf, paragraphsOf, type PlacedLine } from '#src/documents/pdf-paragraphs.ts'
import { withoutRunningLines } from '#src/documents/pdf-running-lines.ts'
import { goesOn, joinedTables, rowsOf, type Table } from '#src/documents/pdf-table-rows.ts'

export type PlacedTable = Table & { top: number; bottom: number }
export type ReadPage = { width: number; height: number; lines: ColumnLine[]; tables: PlacedTable[] }

type Block = { kind: 'lines'; lines: PlacedLine[] } | { kind: 'table'; table: Table; page: number }

/** What is printed over a table's rest. */
const tableGoesOn = /^[(（]?(?:续[上前]?[页表]|[上前]表续|接上表|续)[)）]?[:：]?$/

/** The lines of the document's text. */
export function textOfPages(pages: readonly ReadPage[]): string[] {
  const lines = withoutRunningLines(pages)
  const frames = framesOf(pages.map(({ width }, index) => ({ width, lines: lines[index] ?? [] })))
  const blocks: Block[] = []
  for (const [page, { tables }] of pages.entries()) {
    const frame = frames[page] ?? { left: 0, right: 0 }
    for (const part of inOrder(lines[page] ?? [], tables)) {
      const last = blocks.at(-1)
      if ('grid' in part) {
        if (last?.kind === 'table' && last.page < page && goesOn(last.table, part)) blocks[blocks.length - 1] = { kind: 'table', table: joinedTables(last.table, part), page }
        else blocks.push({ kind: 'table', table: part, page })
      } else if (last?.kind === 'lines') last.lines.push({ line: part, page, frame: part.column ?? frame })
      else if (!(last?.kind === 'table' && tableGoesOn.test(part.text))) blocks.push({ kind: 'lines', lines: [{ line: part, page, frame: part.column ?? frame }] })
    }
  }
  return blocks.flatMap((block) => (block.kind === 'table' ? rowsOf(block.table) : paragraphsOf(block.lines)))
}

/** Lines and tables from the top; a line beside a table stands behind it. */
function inOrder(lines: readonly ColumnLine[], tables: readonly PlacedTable[]): (ColumnLine | PlacedTable)[] {
  const order: (ColumnLine | PlacedTable)[] = []
  let next = 0
  for (const table of tables) {
    for (let line = lines[next]; line !== undefined && line.base <= table.top + line.size * 0.3; line = lines[++next]) order.push(line)
    order.push(table)
  }
  return [...order, ...lines.slice(next)]
}
