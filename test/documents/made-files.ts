// Files as programs make them, and as nobody should.
import { crc32, deflateRawSync } from 'node:zlib'
import { Document, Packer, Paragraph, TableCell, type FileChild } from 'docx'
import exceljs, { type Workbook } from 'exceljs'

export const megabyte = 1024 * 1024
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

export const word = async (...children: FileChild[]): Promise<Uint8Array> => await Packer.toBuffer(new Document({ sections: [{ children }] }))

/** A cell of a Word table: a paragraph for each part between slashes. */
export const cell = (text: string, more: Partial<ConstructorParameters<typeof TableCell>[0]> = {}): TableCell => new TableCell({ children: text.split('/').map((line) => new Paragraph(line)), ...more })

/** A Word document with this inside its body, as XML. */
export const wordOf = (body: string, before = ''): Uint8Array =>
  zipped({ 'word/document.xml': `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>` })
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

export async function workbook(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet with these rows, as XML. */
export const sheetOf = (rows: string, behind = '', before = ''): Uint8Array =>
  zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
  })
export const inlineCell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
/** Every row reaches to the last column a sheet can have: thousands of times more work than bytes. */
export const heavySheet = (): Uint8Array => sheetOf(Array.from({ length: 60_000 }, (_, at) => `<row r="${at + 1}">${inlineCell(`A${at + 1}`, '甲')}${inlineCell(`XFD${at + 1}`, '乙')}</row>`).join(''))

/** A zip; `declared` is the size its directory tells of each file, true or not. */
export function zipped(files: Readonly<Record<string, string | Uint8Array>>, declared?: number): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, given] of Object.entries(files)) {
    const content = typeof given === 'string' ? utf8(given) : given
    const packed = deflateRawSync(content)
    const [local, entry] = [Buffer.alloc(30), Buffer.alloc(46)]
    local.writeUInt32LE(0x04034b50, 0)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(at, 42)
    for (const [header, from] of [[local, 8], [entry, 10]] as const) {
      header.writeUInt16LE(8, from)
      header.writeUInt32LE(crc32(content), from + 6)
      header.writeUInt32LE(packed.length, from + 10)
      header.writeUInt32LE(declared ?? content.length, from + 14)
      header.writeUInt16LE(utf8(name).length, from + 18)
    }
    locals.push(local, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
    at += local.length + utf8(name).length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, ...entries, end]))
}
