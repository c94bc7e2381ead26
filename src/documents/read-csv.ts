// A table as text with separators, as a table's rows.
import { parse } from 'csv-parse/sync'
import { decodeText } from '#src/documents/decode-text.ts'
import { textOfLines, type FileText } from '#src/documents/file-text.ts'
import { tableRow } from '#src/reader/table-row.ts'

const separators = [',', ';', '\t'] as const
type Separator = (typeof separators)[number]

/** Enough of a file to tell what parts its cells. */
const charactersLookedAt = 20_000

/** Comma, semicolon or tab, whichever parts more cells; a file whose first line says `sep=;` is believed. */
export function readCsv(bytes: Uint8Array): FileText {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return { ok: false, why: decoded.why === 'binary' ? 'binary' : 'broken' }
  const [, told, rest = decoded.text] = /^"?sep=([,;\t])"?\n([\s\S]*)$/.exec(decoded.text) ?? []
  const separator = separators.find((known) => known === told) ?? separatorOf(rest)
  const rows = rowsOf(rest, separator).map((cells) => cells.map((cell) => cell.trim()))
  const width = rows.reduce((most, cells) => Math.max(most, cells.findLastIndex((cell) => cell !== '') + 1), 0)
  const lines = rows.map((cells) => {
    if (cells.every((cell) => cell === '')) return ''
    return width === 1 ? (cells[0] ?? '') : tableRow(cells.slice(0, width))
  })
  return { ok: true, text: textOfLines(lines) }
}

/** A quotation mark that is never closed is one that somebody typed. */
function rowsOf(text: string, separator: Separator): string[][] {
  const options = { delimiter: separator, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, record_delimiter: '\n' }
  try {
    return parse(text, options)
  } catch {
    return text.split('\n').map((line) => line.split(separator))
  }
}

/** Separators inside quotation marks part nothing. */
function separatorOf(text: string): Separator {
  const counts: Record<Separator, number> = { ',': 0, ';': 0, '\t': 0 }
  let isQuoted = false
  for (const sign of text.slice(0, charactersLookedAt)) {
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === ',' || sign === ';' || sign === '\t')) counts[sign]++
  }
  return separators.reduce((most, next) => (counts[next] > counts[most] ? next : most))
}
