// A Word document as plain lines.
import mammoth from 'mammoth'
import { linesOfHtml } from '#src/documents/lines-of-html.ts'
import { withNumbersAsText } from '#src/documents/word-numbers.ts'
import { unzip, zip, type ZipFiles } from '#src/documents/zip.ts'

const megabyte = 1024 * 1024

/** What a document may unpack to, pictures and all. */
export const unpackedLimit = 64 * megabyte

/** What its text may come to with Word's markup: a third of a second of reading a megabyte, and no plan of 250 tasks has five. */
export const markupLimit = 12 * megabyte

/** Where Word keeps what is read here: a zip without a document is some other kind of file. */
const part = { document: 'word/document.xml', numbering: 'word/numbering.xml', styles: 'word/styles.xml' }

export type DocxText = { ok: true; text: string } | { ok: false; why: 'broken' } | { ok: false; why: 'too-large'; bytes: number; limit: number }

/** Parts that reading passes over: pictures, files put into the document, fonts. */
const notText = /^word\/(?:media|embeddings|fonts)\//

const footnoteMark = /<sup><a href="#(?:foot|end)note-[^>]*>.*?<\/a><\/sup>/g

/** Pictures, comments and deleted text are left out; a footnote's text comes at the end. */
export async function readDocx(bytes: Uint8Array): Promise<DocxText> {
  const unzipped = await unzip(bytes, unpackedLimit)
  if (!unzipped.ok) return unzipped.why === 'too-large' ? { ...unzipped, limit: unpackedLimit } : unzipped
  const document = unzipped.files.get(part.document)
  if (document === undefined) return { ok: false, why: 'broken' }
  const markup = [...unzipped.files].reduce((sum, [name, content]) => (notText.test(name) ? sum : sum + content.length), 0)
  if (markup > markupLimit) return { ok: false, why: 'too-large', bytes: markup, limit: markupLimit }
  try {
    const { value: html } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zip(numbered(document, unzipped.files))) },
      { styleMap: ["p[style-name='Title'] => h1:fresh"], convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    )
    return { ok: true, text: linesOfHtml(html.replace(footnoteMark, '')).join('\n') }
  } catch {
    return { ok: false, why: 'broken' } // mammoth throws for XML that is no Word document: the file is at fault.
  }
}

/** mammoth knows that a paragraph is numbered but not how, so its numbers become text and the lists are taken away. */
function numbered(document: Uint8Array, files: ZipFiles): ZipFiles {
  const numbering = files.get(part.numbering)
  if (numbering === undefined) return files
  const text = (content: Uint8Array | undefined): string => new TextDecoder().decode(content)
  const changed = new Map(files).set(part.document, new TextEncoder().encode(withNumbersAsText(text(document), text(numbering), text(files.get(part.styles)))))
  changed.delete(part.numbering)
  return changed
}
