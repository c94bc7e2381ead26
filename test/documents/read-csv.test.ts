import { describe, expect, it } from 'vitest'
import { readCsv } from '#src/documents/read-csv.ts'
import { bytes, utf8 } from './made-files.ts'

const textOf = (file: Uint8Array): string => {
  const read = readCsv(file)
  return read.ok ? read.text : read.why
}

describe('a table with separators', () => {
  it.each([[','], [';'], ['\t']])('parted by %j gives a row a line', (sign) => expect(textOf(utf8(`任务${sign}单位\r\n建园${sign}县教育局\r\n`))).toBe('任务\t单位\n建园\t县教育局'))

  it('keeps separators, line breaks and quotation marks within quotes in their cell', () => expect(textOf(utf8('任务,单位\n"建园,\n扩班","""县""教育局"\n'))).toBe('任务\t单位\n建园,\v扩班\t"县"教育局'))

  it('is parted by what parts most, not by what stands in quotes', () => expect(textOf(utf8('"甲,乙,丙";丁\n戊;己'))).toBe('甲,乙,丙\t丁\n戊\t己'))

  it('may say its separator in its first line', () => expect(textOf(utf8('sep=;\n甲,乙;丙'))).toBe('甲,乙\t丙'))

  it('may be in GB18030, as Excel writes it', () => expect(textOf(bytes(0xd4, 0xc6, 0xcf, 0xaa, 0x2c, 0xcf, 0xd8))).toBe('云溪\t县'))

  it('is read line by line where a quotation mark is never closed', () => expect(textOf(utf8('"甲,乙\n丙,丁'))).toBe('"甲\t乙\n丙\t丁'))

  it('has neither empty columns nor empty rows at its end, and a title as one cell', () => expect(textOf(utf8('清单,,\n任务,单位,\n,,\n,,\n'))).toBe('清单\t\n任务\t单位'))

  it('of one column is a text', () => expect(textOf(utf8('一、任务\n1.建园'))).toBe('一、任务\n1.建园'))
})
