import type { Worksheet } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '#src/documents/read-xlsx.ts'
import { withChineseFormats } from '#src/documents/sheet-markup.ts'
import { workbook } from './made-files.ts'

const linesOf = async (file: Uint8Array): Promise<string[]> => {
  const read = await readXlsx(file)
  return read.ok ? read.text.split('\n') : [read.why]
}
const sheet = async (fill: (sheet: Worksheet) => void): Promise<string[]> => linesOf(await workbook((book) => fill(book.addWorksheet('清单'))))
const noon = (iso: string): Date => new Date(`${iso}T00:00:00Z`)

/** What a cell of this value and format is read as. */
const shown = async (value: Worksheet['lastRow'] | string | number | Date | object, format?: string): Promise<string> => {
  const [line = ''] = await sheet((made) => {
    made.addRow(['甲', value])
    if (format !== undefined) made.getCell('B1').numFmt = format
  })
  return line.split('\t')[1] ?? ''
}

describe('a sheet', () => {
  it('gives a row a line, its cells parted by tabs and line breaks in them kept', async () =>
    expect(await sheet((made) => made.addRows([['任务', '单位'], ['建园', '县教育局\n县财政局']]))).toEqual(['任务\t单位', '建园\t县教育局\v县财政局']))

  it('has a title above the head as one cell, and marks merged cells', async () => {
    const lines = await sheet((made) => {
      made.addRows([['云溪县清单'], ['领域', '任务', '单位'], ['教育', '建园', '县教育局'], [null, '扩班', '县财政局']])
      made.mergeCells('A1:C1')
      made.mergeCells('A3:A4')
    })
    expect(lines).toEqual(['云溪县清单\t\t', '领域\t任务\t单位', '教育\t建园\t县教育局', '〃\t扩班\t县财政局'])
  })

  it('has a blank line for its empty rows, and neither empty columns nor what is only coloured', async () => {
    const lines = await sheet((made) => {
      made.addRows([['甲', null, '乙'], [], [], ['丙', null, '丁']])
      made.getCell('J900').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } }
    })
    expect(lines).toEqual(['甲\t乙', '', '丙\t丁'])
  })

  it('of one column is a text', async () => expect(await sheet((made) => made.addRows([['一、任务'], ['1.建园\n2.扩班']]))).toEqual(['一、任务', '1.建园', '2.扩班']))
})

describe('several sheets', () => {
  it('begin with their names, without the hidden and the empty ones', async () => {
    const file = await workbook((book) => {
      book.addWorksheet('任务').addRow(['建园', '县教育局'])
      book.addWorksheet('草稿', { state: 'hidden' }).addRow(['不看'])
      book.addWorksheet('空')
      book.addWorksheet('说明').addRow(['按月', '填报'])
    })
    expect(await linesOf(file)).toEqual(['任务', '', '建园\t县教育局', '', '说明', '', '按月\t填报'])
  })
})

describe('a cell', () => {
  it('of a day is the day with its year, also where only month and day are displayed', async () => {
    expect(await shown(noon('2026-06-30'), 'yyyy-mm-dd')).toBe('2026-06-30')
    expect(await shown(noon('2026-06-30'), 'm"月"d"日"')).toBe('2026-06-30')
  })

  it('of a month or a year is what is displayed, not its first day', async () => {
    expect(await shown(noon('2026-06-01'), 'yyyy"年"m"月"')).toBe('2026年6月')
    expect(await shown(noon('2026-01-01'), 'yyyy"年"')).toBe('2026年')
  })

  it('of a number is as displayed', async () => {
    expect(await shown(0.9, '0.0%')).toBe('90.0%')
    expect(await shown(1234.5, '#,##0.00')).toBe('1,234.50')
    expect(await shown(12, '0"项"')).toBe('12项')
    expect(await shown(0.1 + 0.2)).toBe('0.3')
  })

  it('of rich text or a formula is its text or its result', async () => {
    expect(await shown({ richText: [{ text: '建好' }, { font: { bold: true }, text: '学校' }] })).toBe('建好学校')
    expect(await shown({ formula: 'SUM(C1:C2)', result: 3 })).toBe('3')
  })

  it('in a format that Chinese Excel takes for granted has that format', () => {
    expect(withChineseFormats('<styleSheet xmlns="x"><cellXfs/></styleSheet>')).toContain('<numFmt numFmtId="57" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>')
    expect(withChineseFormats('<styleSheet><numFmts count="1"><numFmt numFmtId="176" formatCode="0"/></numFmts></styleSheet>').match(/<numFmts/g)).toHaveLength(1)
  })
})
