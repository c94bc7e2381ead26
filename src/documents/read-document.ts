// A file or a pasted text as plain text for the reader, or why it cannot be read.
import { decodeText } from '#src/documents/decode-text.ts'
import { readDocx } from '#src/documents/read-docx.ts'
import { readableKinds, type DocumentRefusal, type ReadableKind } from '#src/reader/document-refusal.ts'

const megabyte = 1024 * 1024
export const sizeLimits: Readonly<Record<ReadableKind, number>> = { docx: 8 * megabyte, txt: 4 * megabyte, md: 4 * megabyte }

export type DocumentRead = { ok: true; text: string } | { ok: false; refusal: DocumentRefusal }

const legacyKinds = ['doc', 'wps', 'rtf', 'dot', 'docm']
const laterKinds = ['pdf', 'xlsx', 'xls', 'et', 'csv']

/** How a file of Word 97 begins, and every file locked by a password, whatever its name says. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]
const zipFile = [0x50, 0x4b, 0x03, 0x04]

/**
 * The text of a document, one paragraph or table row a line.
 *
 * @param name as the file is called; one without an ending, as pasted text has, is judged by its content
 * @returns an empty text for an empty text file: whether that is a plan is for the reader to say
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<DocumentRead> {
  const ending = /\.([^./\\]+)$/.exec(name.trim())?.[1]?.toLowerCase()
  if (ending !== undefined && legacyKinds.includes(ending)) return refused({ code: 'file-legacy', name, saveAs: 'docx' })
  if (ending !== undefined && laterKinds.includes(ending)) return refused({ code: 'file-not-yet', name, reads: readableKinds })
  const kind = ending === undefined ? kindByContent(bytes) : readableKinds.find((readable) => readable === ending)
  if (kind === undefined) return refused({ code: 'file-kind-unknown', name, reads: readableKinds })
  if (bytes.length > sizeLimits[kind]) return refused({ code: 'file-too-large', bytes: bytes.length, limit: sizeLimits[kind], unpacked: false, kind })
  return kind === 'docx' ? await docx(name, bytes) : plain(name, bytes)
}

async function docx(name: string, bytes: Uint8Array): Promise<DocumentRead> {
  if (begins(bytes, compoundFile)) return refused({ code: 'file-legacy', name, saveAs: 'docx' })
  const read = await readDocx(bytes)
  if (read.ok) return read
  switch (read.why) {
    case 'too-large':
      return refused({ code: 'file-too-large', bytes: read.bytes, limit: read.limit, unpacked: true })
    case 'broken':
      return refused({ code: 'file-broken', name })
  }
}

function plain(name: string, bytes: Uint8Array): DocumentRead {
  const read = decodeText(bytes)
  if (read.ok) return read
  switch (read.why) {
    case 'binary':
      return refused({ code: 'file-binary', name })
    case 'damaged':
      return refused({ code: 'file-broken', name })
  }
}

const kindByContent = (bytes: Uint8Array): ReadableKind => (begins(bytes, zipFile) ? 'docx' : 'txt')

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

const refused = (refusal: DocumentRefusal): DocumentRead => ({ ok: false, refusal })
