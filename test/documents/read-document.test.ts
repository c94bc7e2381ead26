import { readFile } from 'node:fs/promises'
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import { readDocument, type DocumentRead } from '#src/documents/read-document.ts'
import { bytes, megabyte, utf8, word, workbook, zipped } from './made-files.ts'

const plan = '云溪县行动计划\n一、重点任务\n1.建好学校。（责任单位：县教育局）'
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

const compound = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
const textOf = (read: DocumentRead): string => (read.ok ? read.text : read.refusal.code)
const refusalOf = (read: DocumentRead) => (read.ok ? read.text : read.refusal)

describe('a text file', () => {
  it('in UTF-8 is read as it is', async () => expect(textOf(await readDocument('计划.txt', utf8(plan)))).toBe(plan))

  it('with a byte order mark is read without the mark', async () => {
    expect(textOf(await readDocument('计划.txt', joined(bytes(0xef, 0xbb, 0xbf), utf8(plan))))).toBe(plan)
    expect(textOf(await readDocument('计划.txt', joined(bytes(0xff, 0xfe), utf16(plan, true))))).toBe(plan)
    expect(textOf(await readDocument('计划.txt', joined(bytes(0xfe, 0xff), utf16(plan, false))))).toBe(plan)
  })

  it('in UTF-16 without a mark is read, whichever byte comes first', async () => {
    for (const littleEndian of [true, false]) expect(textOf(await readDocument('计划.txt', utf16(plan, littleEndian)))).toBe(plan)
  })

  it('in GB18030, as old Windows programs write it, is read', async () => {
    // 云溪县 and the four-byte 㐀, which GBK does not have.
    const gb18030 = bytes(0xd4, 0xc6, 0xcf, 0xaa, 0xcf, 0xd8, 0x81, 0x39, 0xee, 0x39)
    expect(textOf(await readDocument('计划.TXT', gb18030))).toBe('云溪县㐀')
  })

  it('has its line ends put right, whatever system wrote it', async () =>
    expect(textOf(await readDocument('计划.md', utf8('一\r\n二\r三\f四\u2028五')))).toBe('一\n二\n三\n四\n五'))

  it('that is empty is an empty text, for the reader to refuse', async () => expect(await readDocument('计划.txt', bytes())).toEqual({ ok: true, text: '' }))

  it('without an ending, as pasted text is, is judged by its content', async () => {
    expect(textOf(await readDocument('', utf8(plan)))).toBe(plan)
    expect(textOf(await readDocument('计划', await word(new Paragraph('建好学校'))))).toBe('建好学校')
  })

  it('that is really a picture is refused as binary', async () => {
    const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)
    expect(refusalOf(await readDocument('计划.txt', png))).toEqual({ code: 'file-binary', name: '计划.txt' })
  })

  it('cut in the middle of a character is refused as broken, not read as nonsense', async () =>
    expect(refusalOf(await readDocument('计划.txt', utf8(plan).slice(0, -1)))).toEqual({ code: 'file-broken', name: '计划.txt' }))

  it('above 8 MB is refused with its size and the limit', async () =>
    expect(refusalOf(await readDocument('计划.txt', new Uint8Array(9 * megabyte).fill(0x41)))).toEqual({ code: 'file-too-large', bytes: 9 * megabyte, limit: 8 * megabyte, unpacked: false, kind: 'txt' }))
})

describe('a Word document', () => {
  it('gives a paragraph a line, without the empty ones', async () =>
    expect(textOf(await readDocument('计划.docx', await word(new Paragraph('一、任务'), new Paragraph(''), new Paragraph('1.建好 <学校> & "幼儿园"'))))).toBe('一、任务\n1.建好 <学校> & "幼儿园"'))

  it('joins a title broken over two lines, and breaks a body at its line breaks', async () => {
    const title = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun('行动计划'), new TextRun({ text: '（2026—2028年）', break: 1 })] })
    const body = new Paragraph({ children: [new TextRun('1.建好学校。'), new TextRun({ text: '2.建好幼儿园。', break: 1 })] })
    expect(textOf(await readDocument('计划.docx', await word(title, body)))).toBe('行动计划（2026—2028年）\n1.建好学校。\n2.建好幼儿园。')
  })

  it('keeps the numbers that Word counts by itself, as they are printed', async () => {
    const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'plan', level } })
    const levels = [
      { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
      { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
      { level: 2, format: LevelFormat.DECIMAL, text: '%3.' },
    ]
    const lines = [numbered('目标', 0), numbered('任务', 0), numbered('学位', 1), numbered('5所学校', 2), new Paragraph('（责任单位：县教育局）'), numbered('幼儿园', 2), numbered('师资', 1), numbered('编制', 2)]
    const made = await Packer.toBuffer(new Document({ numbering: { config: [{ reference: 'plan', levels }] }, sections: [{ children: lines }] }))
    expect(textOf(await readDocument('计划.docx', made)).split('\n')).toEqual([
      '一、目标',
      '二、任务',
      '（一）学位',
      '1. 5所学校',
      '（责任单位：县教育局）',
      '2. 幼儿园',
      '（二）师资',
      '1. 编制',
    ])
  })

  it('locked by a password, or of Word 97 under a new name, is to be saved anew', async () =>
    expect(refusalOf(await readDocument('计划.docx', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)))).toEqual({ code: 'file-legacy', name: '计划.docx', saveAs: 'docx' }))

  it('that is empty, cut short or another kind of zip is refused as broken', async () => {
    const whole = await word(new Paragraph('建好学校'))
    const broken = { code: 'file-broken', name: '计划.docx' }
    expect(refusalOf(await readDocument('计划.docx', bytes()))).toEqual(broken)
    expect(refusalOf(await readDocument('计划.docx', whole.slice(0, -100)))).toEqual(broken)
    expect(refusalOf(await readDocument('计划.docx', zipped({ 'ppt/presentation.xml': '<x/>' })))).toEqual(broken)
    expect(refusalOf(await readDocument('计划.docx', zipped({ 'word/document.xml': '<w:document' })))).toEqual(broken)
  })

  it('above 20 MB is refused with its size and the limit', async () => {
    const large = new Uint8Array(20 * megabyte + 1)
    large.set(compound)
    expect(refusalOf(await readDocument('计划.docx.doc', large))).toEqual({ code: 'file-too-large', bytes: large.length, limit: 20 * megabyte, unpacked: false, kind: 'doc' })
  })

  it('whose text with its markup would take too long to read is refused with its size and the limit', async () =>
    expect(refusalOf(await readDocument('计划.docx', zipped({ 'word/document.xml': new Uint8Array(25 * megabyte) })))).toEqual({ code: 'file-too-large', bytes: 25 * megabyte, limit: 24 * megabyte, unpacked: true, kind: 'docx' }))
})

describe('a file whose name says something else than its bytes', () => {
  it('is read as what it is', async () => {
    const made = await word(new Paragraph('建好学校'))
    for (const name of ['计划.doc', '计划.wps', '计划.txt', '计划.zip']) expect(textOf(await readDocument(name, made))).toBe('建好学校')
    expect(textOf(await readDocument('台账.xls', await workbook((book) => book.addWorksheet('表').addRow(['甲', '乙']))))).toBe('甲\t乙')
    expect(textOf(await readDocument('计划.doc', utf8(plan)))).toBe(plan)
  })
})

describe('a file of another kind', () => {
  it('of an older program is to be saved as a Word document, or as a workbook', async () => {
    for (const name of ['计划.doc', '计划.wps']) expect(refusalOf(await readDocument(name, compound))).toEqual({ code: 'file-legacy', name, saveAs: 'docx' })
    for (const name of ['台账.xls', '台账.et', '台账.xlsx']) expect(refusalOf(await readDocument(name, compound))).toEqual({ code: 'file-legacy', name, saveAs: 'xlsx' })
  })

  it('as rich text, as a web archive, or of another office is to be saved anew', async () => {
    for (const file of [utf8('{\\rtf1\\ansi}'), utf8('MIME-Version: 1.0\n'), zipped({ mimetype: 'x', 'content.xml': '<x/>' }), zipped({ 'OFD.xml': '<x/>' })])
      expect(refusalOf(await readDocument('计划.doc', file))).toEqual({ code: 'file-legacy', name: '计划.doc', saveAs: 'docx' })
  })

  it('that is not known says what is read', async () =>
    expect(refusalOf(await readDocument('会场.jpg', bytes(1)))).toEqual({ code: 'file-kind-unknown', name: '会场.jpg', reads: ['docx', 'xlsx', 'pdf', 'txt', 'md', 'csv', 'doc'] }))
})

describe('the plans of the sample county', () => {
  it.each(['yunxi-education-2026-2028', 'yunxi-rural-2026-2028', 'yunxi-water'])('%s reads the same from Word as from text', async (name) => {
    const file = async (ending: string) => await readFile(new URL(`../../examples/${name}.${ending}`, import.meta.url))
    const text = textOf(await readDocument(`${name}.txt`, await file('txt')))
    expect(textOf(await readDocument(`${name}.docx`, await file('docx')))).toBe(text.split('\n').filter((line) => line !== '').join('\n'))
  })
})
