// A document of Word 97 to 2003 as plain lines. Automatic numbers are not in it as text, and are lost.
import WordExtractor from 'word-extractor'
import { textOfLines, type FileText } from '#src/documents/file-text.ts'
import { tableRow } from '#src/reader/table-row.ts'

/** Other compound files, workbooks of old Excel and files locked by a password among them, are `legacy`. */
export async function readDoc(bytes: Uint8Array): Promise<FileText> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const asWritten = { filterUnicode: false }
    const parts = [document.getBody(asWritten), document.getTextboxes({ ...asWritten, includeHeadersAndFooters: false }), document.getFootnotes(asWritten), document.getEndnotes(asWritten)]
    return { ok: true, text: textOfLines(parts.flatMap(linesOfDoc)) }
  } catch {
    return { ok: false, why: 'legacy' }
  }
}

/** How many lines of paragraphs one row may have: a tab that finds no end of a row within them was typed in a paragraph. */
const mostLinesOfRow = 40
/** A line of a table of contents: its tab leads to a page. */
const leadsToPage = /\t\d{1,4}$/

/** A row comes as its cells, each with a tab behind it, and a line end; a cell of several paragraphs has line ends of its own. */
function linesOfDoc(text: string): string[] {
  const given = text.split('\n')
  const lines: string[] = []
  let wasRow = false
  for (let at = 0; at < given.length; at++) {
    const end = rowEnd(given, at)
    const row = end === undefined ? undefined : given.slice(at, end + 1).join('\n')
    const line = row === undefined ? (given[at] ?? '').trim().replaceAll('\t', ' ') : tableRow(row.slice(0, -1).split('\t'))
    if (line === '') continue
    if (wasRow !== (row !== undefined)) lines.push('')
    lines.push(line)
    wasRow = row !== undefined
    at = end ?? at
  }
  return lines
}

/** The last line of the row that begins in this line, if one does. */
function rowEnd(lines: readonly string[], from: number): number | undefined {
  const first = lines[from] ?? ''
  if (!first.includes('\t') || leadsToPage.test(first)) return undefined
  for (let at = from; at < Math.min(lines.length, from + mostLinesOfRow); at++) if (lines[at]?.endsWith('\t') === true) return at
  return undefined
}
