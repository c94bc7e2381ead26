import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readDocument } from '#src/documents/read-document.ts'
import { documentReader } from '#src/documents/read-in-worker.ts'
import { unzip } from '#src/documents/zip.ts'
import { inlineCell, megabyte, paragraph, sheetOf, utf8, word, wordOf, workbook, zipped } from './made-files.ts'
import { Paragraph } from 'docx'

const reader = documentReader()
afterAll(async () => reader.stop())

/** The length of its text, or the code it is refused with: read where the limits are. */
async function outcomeOf(name: string, file: Uint8Array): Promise<number | string> {
  const read = await reader.readDocument(name, file)
  return read.ok ? read.text.length : read.refusal.code
}
const rowOf = (number: number, ...cells: string[]): string => `<row r="${number}">${cells.join('')}</row>`
const nested = (times: number, open: string, inside: string, close: string): string => open.repeat(times) + inside + close.repeat(times)
const bomb = `<!DOCTYPE x [<!ENTITY a "${'哈'.repeat(10)}">${'bcdefghij'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'.charAt(at)};`.repeat(10)}">`).join('')}]>`

describe('a small file that holds a huge one', () => {
  it('is refused by the size it admits to, before anything is unpacked', async () => {
    const rows = new Uint8Array(200 * megabyte)
    expect(await outcomeOf('台账.xlsx', zipped({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': rows }))).toBe('file-too-large')
    expect(await outcomeOf('计划.docx', zipped({ 'word/document.xml': rows }))).toBe('file-too-large')
  })

  it('is refused at the size it admits to when that is a lie', async () => {
    const lying = zipped({ 'word/document.xml': new Uint8Array(65 * megabyte) }, 1000)
    expect(await unzip(lying, 64 * megabyte)).toEqual({ ok: false, why: 'broken' })
    expect(await outcomeOf('计划.docx', lying)).toBe('file-broken')
  })

  it('is read without the pictures that make it large', async () =>
    expect(await outcomeOf('计划.docx', zipped({ 'word/document.xml': `<w:document>${paragraph('甲')}</w:document>`, 'word/media/image1.bmp': new Uint8Array(80 * megabyte) }))).toBe(1))
})

describe('XML that is meant to hurt', () => {
  it('does not have its entities unfolded', async () => {
    expect(await outcomeOf('计划.docx', wordOf(paragraph('&j;'), bomb))).toBe(3)
    expect(await outcomeOf('台账.xlsx', sheetOf(rowOf(1, inlineCell('A1', '&j;')), '', bomb))).toBe('file-broken')
  })

  it('nested thousands of times is read, or refused, at once', async () => {
    expect(await outcomeOf('计划.docx', wordOf(nested(5_000, '<w:tbl><w:tr><w:tc>', paragraph('甲'), '</w:tc></w:tr></w:tbl>')))).toBe(1)
    expect(await outcomeOf('计划.docx', wordOf(nested(50_000, '<w:sdt><w:sdtContent>', paragraph('甲'), '</w:sdtContent></w:sdt>')))).toBe(1)
    expect(await outcomeOf('计划.docx', wordOf(nested(50_000, '<w:p><w:r><w:txbxContent>', '甲', '</w:txbxContent></w:r></w:p>')))).toBe(0)
  })

  it('that opens and never closes is searched once', async () => {
    for (const piece of ['<w:p ', '<w:p><w:pPr>', '<w:pPr><w:numPr>', '<w:t>', '<', '<mc:Fallback>']) expect(await outcomeOf('计划.docx', wordOf(piece.repeat(200_000)))).not.toBe('file-too-heavy')
  })

  it('whose styles are based on each other in a circle is read', async () => {
    const style = (id: string, on: string): string => `<w:style w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${on}"/></w:style>`
    const document = `<w:document><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p></w:document>`
    expect(await outcomeOf('计划.docx', zipped({ 'word/document.xml': document, 'word/numbering.xml': '<w:numbering/>', 'word/styles.xml': style('A', 'B') + style('B', 'A') }))).toBe(1)
  })
})

describe('a sheet that is meant to hurt', () => {
  it('of a hundred thousand coloured and empty rows is read', async () => {
    const empty = Array.from({ length: 100_000 }, (_, at) => rowOf(at + 2, `<c r="A${at + 2}" s="0"/>`)).join('')
    expect(await outcomeOf('台账.xlsx', sheetOf(rowOf(1, inlineCell('A1', '甲'), inlineCell('B1', '乙')) + empty))).toBe(3)
  })

  it('with a value in its last cell, and everything merged, is read', async () => {
    const sheet = sheetOf(rowOf(1, inlineCell('A1', '甲')) + rowOf(1_048_576, inlineCell('XFD1048576', '乙')), '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    expect(await outcomeOf('台账.xlsx', sheet)).toBe(6)
  })

  it('with merges over merges is refused', async () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:Z400"/>'.repeat(20_000)}</mergeCells>`
    expect(await outcomeOf('台账.xlsx', sheetOf(rowOf(1, inlineCell('A1', '甲')) + rowOf(400, inlineCell('Z400', '乙')), merges))).toBe('file-broken')
  })
})

describe('a damaged file', () => {
  it('cut anywhere ends in text or one refusal', async () => {
    const whole = [['计划.docx', await word(new Paragraph('建好学校'))], ['台账.xlsx', await workbook((book) => book.addWorksheet('表').addRow(['甲', '乙']))]] as const
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.double({ min: 0, max: 1, noNaN: true }), async ([name, file], share) => {
        const read = await readDocument(name, file.slice(0, Math.floor(file.length * share)))
        expect(read.ok ? 'text' : read.refusal.code).toMatch(/^(?:text|file-broken|file-binary)$/)
      }),
      { numRuns: 60 },
    )
  })

  it('of any bytes, under any name, ends in text or one refusal', async () => {
    const beginnings = [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [...utf8('<html>')], [0xff, 0xfe], [0xef, 0xbb, 0xbf]]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.docx', 'a.xlsx', 'a.csv', 'a.txt', 'a.doc', 'a.html', 'a'), fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 3_000 }), async (name, beginning, rest) => {
        const read = await readDocument(name, Uint8Array.from([...beginning, ...rest]))
        expect(read.ok ? typeof read.text : read.refusal.code).toMatch(/^(?:string|file-)/)
      }),
      { numRuns: 300 },
    )
  })
})
