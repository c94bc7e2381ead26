// A PDF's text as plain lines: paragraphs put together from what its pages print, tables as rows.
import { fileURLToPath } from 'node:url'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { linesInColumns } from '#src/documents/pdf-columns.ts'
import { linesOf } from '#src/documents/pdf-lines.ts'
import { drawnPage, type DrawnPage, type Matrix } from '#src/documents/pdf-page.ts'
import { textOfPages, type ReadPage } from '#src/documents/pdf-text.ts'
import { isWriting } from '#src/documents/pdf-signs.ts'
import { ruledTables } from '#src/documents/pdf-tables.ts'
import { unruledTables } from '#src/documents/pdf-unruled-tables.ts'
import type { DocumentRefusal } from '#src/reader/document-refusal.ts'

export type PdfRead = { ok: true; text: string } | { ok: false; refusal: DocumentRefusal }

/** Far above any plan: a plan has a hundred pages at most. */
export const mostPages = 500
/** What the reader takes, and as much again for what is no text. */
const mostSigns = 1_000_000
/** A page with fewer signs than this, and a picture, is a picture of a page. */
const fewestSigns = 25

/** Signs of a document, spread over it, that show whether its fonts say what they print. */
const signsLookedAt = 20_000

/** Adobe's tables of the characters in fonts that a PDF only names, as older Chinese programs write them. */
const characterMaps = fileURLToPath(new URL('./cmaps/', import.meta.url))

/** The text of a PDF, one paragraph or table row a line. Reading it takes about 15 ms a page. */
export async function readPdf(bytes: Uint8Array): Promise<PdfRead> {
  withTransfer()
  try {
    // A copy, for pdf.js takes the bytes away from whoever gives them, and takes no Buffer.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      // Pictures are left out: they are not read, and one may unpack to gigabytes.
      maxImageSize: 1,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      cMapUrl: characterMaps,
      cMapPacked: true,
    })
    try {
      return await pagesRead(pdf)
    } finally {
      await pdf.destroy()
    }
  } catch (error) {
    // pdf.js throws for files that are no PDF, and for locked ones: the file is at fault.
    if (error instanceof Error && error.name === 'PasswordException') return refused({ code: 'pdf-locked' })
    return refused({ code: 'pdf-broken' })
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function pagesRead(pdf: Pdf): Promise<PdfRead> {
  if (pdf.numPages > mostPages) return refused({ code: 'pdf-too-long', pages: pdf.numPages, limit: mostPages })
  const pages: ReadPage[] = []
  const looked: string[] = []
  let signs = 0
  let unread = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pageDrawn(pdf, number)
    signs += page.signs.length
    if (signs > mostSigns) return refused({ code: 'pdf-too-long', pages: pdf.numPages, limit: number - 1 })
    if (isPicture(page)) unread++
    if (looked.length < signsLookedAt) for (const sign of page.signs) looked.push(sign.text)
    pages.push(pageRead(page))
  }
  if (signs === 0 || unread > pdf.numPages / 2) return refused({ code: 'pdf-scanned', pages: pdf.numPages })
  if (!isWriting(looked)) return refused({ code: 'pdf-garbled' })
  return { ok: true, text: textOfPages(pages).join('\n') }
}

async function pageDrawn(pdf: Pdf, number: number): Promise<DrawnPage> {
  const { OPS: operators } = await getResolvedPDFJS()
  const page = await pdf.getPage(number)
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const scaleOf = (font: string): number => scaleOfFont(page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined)
  const drawn = drawnPage({ operators: fnArray, arguments: argsArray }, operators, scaleOf, transform as unknown as Matrix, width, height)
  page.cleanup()
  return drawn
}

function scaleOfFont(font: unknown): number {
  const matrix = typeof font === 'object' && font !== null && 'fontMatrix' in font ? font.fontMatrix : undefined
  const scale: unknown = Array.isArray(matrix) ? matrix[0] : undefined
  return typeof scale === 'number' && scale !== 0 ? Math.abs(scale) : 0.001
}

function isPicture({ signs, hasPicture }: DrawnPage): boolean {
  const written = signs.filter((sign) => sign.text.trim() !== '').length
  return written === 0 || (hasPicture && written < fewestSigns)
}

function pageRead(page: DrawnPage): ReadPage {
  const ruled = ruledTables(page)
  const unruled = unruledTables(ruled.outside)
  return {
    width: page.width,
    height: page.height,
    lines: linesInColumns(unruled.outside),
    tables: [...ruled.tables, ...unruled.tables]
      .toSorted((a, b) => a.top - b.top)
      .map(({ grid, edges, top, bottom }) => {
        const cells = new Map(grid.flat().map((cell) => [cell, { left: cell.left, right: cell.right, lines: linesOf(cell.signs) }]))
        return { top, bottom, edges, grid: grid.map((row) => row.flatMap((cell) => cells.get(cell) ?? [])) }
      }),
  }
}

/** pdf.js asks for a method that Node has from version 21 on. */
function withTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      return this.slice(0, length)
    },
  })
}

const refused = (refusal: DocumentRefusal): PdfRead => ({ ok: false, refusal })
