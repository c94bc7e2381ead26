// The plain lines of the HTML that mammoth makes of a Word document: a paragraph a line, a table's row a line.

const cellsApart = ' | '

type Cell = { text: string; columns: number; rows: number }

/** A table being read: `carried` are the cells, by column, that reach down into the rows below. */
type Table = { carried: Map<number, Cell>; row: Cell[]; cell: Cell | undefined }

/**
 * Headings never contain a line end, so a title broken over two lines is one title. A cell that spans rows is repeated
 * in each, so every row can be read alone. Lists have no numbers here: word-numbers.ts has written them as text.
 */
export function linesOfHtml(html: string): string[] {
  const lines: string[] = []
  const tables: Table[] = []
  let line = ''
  let inHeading = false

  const endLine = (): void => {
    const cell = tables[0]?.cell
    const text = line.trim()
    line = ''
    if (text === '') return
    if (cell === undefined) lines.push(text)
    else cell.text = cell.text === '' ? text : `${cell.text} ${text}`
  }

  for (const [token, closing, tag = '', attributes = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g)) {
    if (tag === '') {
      line += unescaped(token)
      continue
    }
    const opening = closing === ''
    switch (tag) {
      case 'br':
        if (!inHeading) endLine()
        break
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        endLine()
        inHeading = opening
        break
      case 'p':
      case 'li':
        endLine()
        break
      case 'table':
        endLine()
        if (opening) tables.push({ carried: new Map(), row: [], cell: undefined })
        else tables.pop()
        break
      case 'tr': {
        const table = tables.at(-1)
        // A table in a cell is read into that cell: only the outermost one has lines of its own.
        if (table === undefined || tables.length > 1) break
        if (opening) table.row = []
        else lines.push(...rowOf(table))
        break
      }
      case 'td':
      case 'th': {
        endLine()
        const table = tables.at(-1)
        if (table === undefined || tables.length > 1) break
        if (opening) {
          table.cell = { text: '', columns: spanOf(attributes, 'colspan'), rows: spanOf(attributes, 'rowspan') }
          table.row.push(table.cell)
        } else table.cell = undefined
        break
      }
    }
  }
  endLine()
  return lines
}

/** The row as one line, with the cells that earlier rows carry down to it; nothing for a row that is empty. */
function rowOf({ carried, row }: Table): string[] {
  const texts: string[] = []
  const place = (cell: Cell): void => {
    const column = texts.length
    texts.push(cell.text, ...Array.from({ length: cell.columns - 1 }, () => ''))
    if (cell.rows > 1) carried.set(column, { ...cell, rows: cell.rows - 1 })
    else carried.delete(column)
  }
  const placeCarried = (): void => {
    for (let cell = carried.get(texts.length); cell !== undefined; cell = carried.get(texts.length)) place(cell)
  }
  for (const cell of row) {
    placeCarried()
    place(cell)
  }
  placeCarried()
  while (texts.at(-1) === '') texts.pop()
  return texts.length === 0 ? [] : [texts.join(cellsApart)]
}

/** No table of a plan is wider or longer; a file that says so is not made room for. */
const mostSpanned = 100
const spanOf = (attributes: string, name: 'colspan' | 'rowspan'): number => Math.min(mostSpanned, Math.max(1, Number(new RegExp(`${name}="(\\d{1,9})"`).exec(attributes)?.[1] ?? 1)))

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

const unescaped = (text: string): string => text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity).replace(/\n/g, ' ')
