// A Word document as plain lines.
import mammoth from 'mammoth'
import { linesOfHtml } from '#src/documents/lines-of-html.ts'
import { unpackedSize } from '#src/documents/unpacked-size.ts'

const megabyte = 1024 * 1024

/** What a document may unpack to, pictures and all. */
export const unpackedLimit = 64 * megabyte

/** What its text may come to with Word's markup: a third of a second of reading a megabyte, and no plan of 250 tasks has five. */
export const markupLimit = 12 * megabyte

/** Where Word keeps the text: a zip without it is some other kind of file. */
const wordPart = 'word/document.xml'

export type DocxText = { ok: true; text: string } | { ok: false; why: 'broken' } | { ok: false; why: 'too-large'; bytes: number; limit: number }

/** Parts that reading passes over: pictures, files put into the document, fonts. */
const notText = /^word\/(?:media|embeddings|fonts)\//

const footnoteMark = /<sup><a href="#(?:foot|end)note-[^>]*>.*?<\/a><\/sup>/g

/** Pictures, comments and deleted text are left out; a footnote's text comes at the end. */
export async function readDocx(bytes: Uint8Array): Promise<DocxText> {
  const size = await unpackedSize(bytes, unpackedLimit)
  if (!size.ok) return size.why === 'too-large' ? { ...size, limit: unpackedLimit } : size
  if (!size.files.some(({ name }) => name === wordPart)) return { ok: false, why: 'broken' }
  const markup = size.files.filter(({ name }) => !notText.test(name)).reduce((sum, file) => sum + file.bytes, 0)
  if (markup > markupLimit) return { ok: false, why: 'too-large', bytes: markup, limit: markupLimit }
  try {
    const { value: html } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: ["p[style-name='Title'] => h1:fresh"], convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    return { ok: true, text: linesOfHtml(html.replace(footnoteMark, '')).join('\n') }
  } catch {
    return { ok: false, why: 'broken' } // mammoth throws for XML that is no Word document: the file is at fault.
  }
}
