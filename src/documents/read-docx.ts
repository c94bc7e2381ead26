// A Word document as plain lines.
import mammoth from 'mammoth'
import { linesOfHtml } from '#src/documents/lines-of-html.ts'
import { unpackedSize } from '#src/documents/unpacked-size.ts'

/** What a plan of eight megabytes may unpack to. */
export const unpackedLimit = 64 * 1024 * 1024

/** Where Word keeps the text: a zip without it is some other kind of file. */
const wordPart = 'word/document.xml'

export type DocxText = { ok: true; text: string } | { ok: false; why: 'broken' } | { ok: false; why: 'too-large'; bytes: number }

const footnoteMark = /<sup><a href="#(?:foot|end)note-[^>]*>.*?<\/a><\/sup>/g

/** Pictures, comments and deleted text are left out; a footnote's text comes at the end. */
export async function readDocx(bytes: Uint8Array): Promise<DocxText> {
  const size = await unpackedSize(bytes, unpackedLimit)
  if (!size.ok) return size
  if (!size.names.includes(wordPart)) return { ok: false, why: 'broken' }
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
