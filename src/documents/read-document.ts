// A file or a pasted text as plain text for the reader, or why it cannot be read.
import { decodeText } from '#src/documents/decode-text.ts'
import { kindOfFile } from '#src/documents/file-kind.ts'
import type { FileText } from '#src/documents/file-text.ts'
import { readCsv } from '#src/documents/read-csv.ts'
import { readDocx } from '#src/documents/read-docx.ts'
import { readHtml } from '#src/documents/read-html.ts'
import { readableKinds, type DocumentRefusal, type ReadableKind } from '#src/reader/document-refusal.ts'

const megabyte = 1024 * 1024
const [ofPrograms, ofText] = [20 * megabyte, 8 * megabyte]

/** Pictures make files of word processors large; a text of eight megabytes is longer than any that is read. */
const sizeLimits: Readonly<Record<ReadableKind, number>> = { docx: ofPrograms, xlsx: ofPrograms, pdf: ofPrograms, doc: ofPrograms, csv: ofText, txt: ofText, md: ofText }

export type DocumentRead = { ok: true; text: string } | { ok: false; refusal: DocumentRefusal }

/**
 * The text of a document: a paragraph a line, a table's row a line as table-row.ts says.
 *
 * @param name as the file is called; its bytes overrule it
 * @returns an empty text for an empty text file: whether that is a plan is for the reader to say
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<DocumentRead> {
  const kind = kindOfFile(name, bytes)
  if (typeof kind === 'object') return refused({ code: 'file-legacy', name, saveAs: kind.legacy })
  if (kind === 'unknown') return refused({ code: 'file-kind-unknown', name, reads: readableKinds })
  if (kind === 'broken') return refused({ code: 'file-broken', name })
  const sizedAs = kind === 'html' ? 'txt' : kind
  if (bytes.length > sizeLimits[sizedAs]) return refused({ code: 'file-too-large', bytes: bytes.length, limit: sizeLimits[sizedAs], unpacked: false, kind: sizedAs })
  // Libraries of formats that are rarer are loaded when a file of theirs comes.
  if (kind === 'pdf') return (await import('#src/documents/read-pdf.ts')).readPdf(bytes)
  const read = await textOf(kind, bytes)
  if (read.ok) return read
  switch (read.why) {
    case 'too-large':
      return refused({ code: 'file-too-large', bytes: read.bytes, limit: read.limit, unpacked: true, kind: sizedAs })
    case 'broken':
      return refused({ code: 'file-broken', name })
    case 'binary':
      return refused({ code: 'file-binary', name })
    case 'legacy':
      return refused({ code: 'file-legacy', name, saveAs: 'docx' })
  }
}

async function textOf(kind: Exclude<ReadableKind, 'pdf'> | 'html', bytes: Uint8Array): Promise<FileText> {
  switch (kind) {
    case 'docx':
      return readDocx(bytes)
    case 'xlsx':
      return (await import('#src/documents/read-xlsx.ts')).readXlsx(bytes)
    case 'doc':
      return (await import('#src/documents/read-doc.ts')).readDoc(bytes)
    case 'csv':
      return readCsv(bytes)
    case 'html':
      return readHtml(bytes)
    case 'txt': case 'md':
      return plain(bytes)
  }
}

function plain(bytes: Uint8Array): FileText {
  const decoded = decodeText(bytes)
  return decoded.ok ? decoded : { ok: false, why: decoded.why === 'binary' ? 'binary' : 'broken' }
}

const refused = (refusal: DocumentRefusal): DocumentRead => ({ ok: false, refusal })
