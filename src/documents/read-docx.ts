// A Word document as plain lines.
import { textOfLines, type FileText } from '#src/documents/file-text.ts'
import { linesOfWord } from '#src/documents/word-lines.ts'
import { withNumbersAsText } from '#src/documents/word-numbers.ts'
import { paragraphStyles } from '#src/documents/word-styles.ts'
import { unzip } from '#src/documents/zip.ts'

const megabyte = 1024 * 1024

/** What its text may come to with Word's markup: no plan of 250 tasks has five megabytes. */
const markupLimit = 24 * megabyte

/** Where Word keeps what is read here: a zip without a document is some other kind of file. */
export const isWordDocument = (name: string): boolean => /^word\/document\d?\.xml$/.test(name)
const others = ['word/numbering.xml', 'word/styles.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const

/** Pictures, comments, deleted text and the table of contents are left out; footnotes come at the end. */
export async function readDocx(bytes: Uint8Array): Promise<FileText> {
  const unzipped = await unzip(bytes, markupLimit, (name) => isWordDocument(name) || others.some((other) => other === name))
  if (!unzipped.ok) return unzipped.why === 'too-large' ? { ...unzipped, limit: markupLimit } : unzipped
  const { files } = unzipped
  const xmlOf = (name: string): string => new TextDecoder().decode(files.get(name))
  const document = xmlOf([...files.keys()].find(isWordDocument) ?? '')
  if (!document.includes('</w:document>')) return { ok: false, why: 'broken' }
  const [numbering, styles, footnotes, endnotes] = others.map(xmlOf)
  const named = paragraphStyles(styles ?? '')
  const body = linesOfWord(numbering === '' ? document : withNumbersAsText(document, numbering ?? '', styles ?? ''), named)
  const notes = [footnotes, endnotes].flatMap((xml) => linesOfWord(xml ?? '', named))
  return { ok: true, text: textOfLines([...body, ...notes]) }
}
