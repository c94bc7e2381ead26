// A web page, or a file that a word processor saved as one under another name, as plain lines.
import { decodeText } from '#src/documents/decode-text.ts'
import { textOfLines, type FileText } from '#src/documents/file-text.ts'
import { linesOfHtml } from '#src/documents/lines-of-html.ts'

/** What is not shown. */
const unseen: readonly (readonly [string, string])[] = [['<!--', '-->'], ['<head', '</head>'], ['<style', '</style>'], ['<script', '</script>'], ['<xml', '</xml>']]

const signs: Readonly<Record<string, string>> = { nbsp: ' ', ensp: ' ', emsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', middot: '·', times: '×', deg: '°' }

/** Scripts, styles and comments are left out. */
export function readHtml(bytes: Uint8Array): FileText {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return { ok: false, why: decoded.why === 'binary' ? 'binary' : 'broken' }
  const shown = unseen.reduce((html, [from, to]) => without(html, from, to), decoded.text).replace(/<[!?][^<>]*>/g, '')
  const named = withoutLineEnds(shown)
    .replace(/<(\/?[A-Za-z][A-Za-z0-9]*)/g, (tag) => tag.toLowerCase())
    .replace(/&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([a-z]{2,6}));/g, (entity: string, decimal?: string, hex?: string, name?: string) => signOf(decimal, hex, name) ?? entity)
  return { ok: true, text: textOfLines(linesOfHtml(named)) }
}

/** A line end in the source is a blank between Latin words, and nothing between Chinese ones. */
function withoutLineEnds(html: string): string {
  const lines = html.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return lines.map((line, at) => (isLatin.test(lines[at - 1]?.slice(-1) ?? '') && isLatin.test(line.charAt(0)) ? ` ${line}` : line)).join('')
}

const isLatin = /[\x21-\x7e]/

function signOf(decimal: string | undefined, hex: string | undefined, name: string | undefined): string | undefined {
  if (name !== undefined) return signs[name]
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
  if (!(code > 0x1f && code <= 0x10ffff)) return ' '
  const sign = String.fromCodePoint(code)
  return sign === '<' ? '&lt;' : sign
}

/** The text without what stands between two marks; from a first one that is never closed, all of the rest. */
function without(html: string, from: string, to: string): string {
  const lower = html.toLowerCase()
  let kept = ''
  let at = 0
  for (let start = lower.indexOf(from); start !== -1; start = lower.indexOf(from, at)) {
    kept += html.slice(at, start)
    const end = lower.indexOf(to, start)
    if (end === -1) return kept
    at = end + to.length
  }
  return kept + html.slice(at)
}
