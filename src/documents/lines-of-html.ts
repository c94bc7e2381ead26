// The plain lines of HTML: a paragraph a line, a table's row a line.
import { linesOfTable, type SpanningCell } from '#src/documents/merged-cells.ts'

/** A table being read: its rows so far, and the paragraphs of the cell that is open. */
type Table = { rows: SpanningCell[][]; paragraphs: string[] | undefined }

/**
 * Headings never contain a line end, so a title broken over two lines is one title. A blank line parts a table from what
 * stands before and after it.
 */
export function linesOfHtml(html: string): string[] {
  const lines: string[] = []
  const tables: Table[] = []
  let line = ''
  let inHeading = false

  const endLine = (): void => {
    // A tab would make a row of a paragraph.
    const text = line.trim().replaceAll('\t', ' ')
    line = ''
    if (text !== '') (tables[0]?.paragraphs ?? lines).push(text)
  }

  for (const [token, closing, tag = '', attributes = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})(?![a-z0-9])([^<>]*)>|[^<]+/g)) {
    if (tag === '') {
      line += unescaped(token)
      continue
    }
    const opening = closing === ''
    switch (tag) {
      case 'br':
        if (!inHeading) endLine()
        break
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
        endLine()
        inHeading = opening
        break
      case 'p': case 'li':
        endLine()
        break
      case 'table': {
        endLine()
        const table = opening ? void tables.push({ rows: [], paragraphs: undefined }) : tables.pop()
        if (table !== undefined && tables.length === 0) lines.push(...linesOfTable(table.rows))
        break
      }
      case 'tr':
        // A table in a cell is read into that cell: only the outermost one has rows of its own.
        if (opening && tables.length === 1) tables[0]?.rows.push([])
        break
      case 'td': case 'th': {
        endLine()
        const [table] = tables
        if (table === undefined || tables.length > 1) break
        table.paragraphs = opening ? [] : undefined
        if (table.paragraphs !== undefined) table.rows.at(-1)?.push({ lines: table.paragraphs, columns: spanOf(attributes, columnSpan), rows: spanOf(attributes, rowSpan) })
        break
      }
    }
  }
  endLine()
  return lines
}

const [columnSpan, rowSpan] = [/colspan=["']?(\d{1,9})/i, /rowspan=["']?(\d{1,9})/i]
const spanOf = (attributes: string, span: RegExp): number => Math.max(1, Number(span.exec(attributes)?.[1] ?? 1))

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

const unescaped = (text: string): string => text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity).replace(/\n/g, ' ')
