import { describe, expect, it } from 'vitest'
import { withNumbersAsText } from '#src/documents/word-numbers.ts'

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = (levels: string, lists = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'): string =>
  `<w:numbering><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>${lists}</w:numbering>`

const listed = (text: string, at = 0, list = 1): string => paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
const paragraph = (text: string, properties: string): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

/** The text of each paragraph, its number in front. */
const read = (paragraphs: string[], numberingXml: string, styles = ''): string[] =>
  withNumbersAsText(paragraphs.join(''), numberingXml, styles)
    .split('</w:p>')
    .map((xml) => xml.replace(/<[^>]*>/g, ''))
    .filter((text) => text !== '')

describe('numbers that Word counts by itself', () => {
  it('go on past ten in Chinese', () => {
    const read25 = read(Array.from({ length: 25 }, () => listed('项')), numbering(level(0, 'chineseCountingThousand', '%1、')))
    expect([read25[0], read25[9], read25[10], read25[19], read25[24]]).toEqual(['一、项', '十、项', '十一、项', '二十、项', '二十五、项'])
  })

  it('show the numbers of the levels above where the list says so', () => {
    const levels = level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'decimalEnclosedCircle', '%3')
    expect(read([listed('总则'), listed('范围', 1), listed('职责', 1), listed('其一', 2)], numbering(levels))).toEqual(['第一章总则', '1.1 范围', '1.2 职责', '①其一'])
  })

  it('come from the style of a paragraph, and from the style that is based on', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H"/></w:style>`
    const levels = level(0, 'decimal', '%1、') + level(1, 'decimal', '（%2）', '<w:pStyle w:val="H"/>')
    expect(read([paragraph('甲', '<w:pStyle w:val="H"/>'), paragraph('乙', '<w:pStyle w:val="Own"/>')], numbering(levels), styles)).toEqual(['（1）甲', '（2）乙'])
  })

  it('start again where a second list of the same kind says so, and go on where it does not', () => {
    const lists = `<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
    expect(read([listed('甲'), listed('乙', 0, 2), listed('丙', 0, 3), listed('丁', 0, 3)], numbering(level(0, 'decimal', '%1、'), lists))).toEqual(['1、甲', '2、乙', '1、丙', '2、丁'])
  })

  it('are not given to bullets, to paragraphs taken out of the list, to deleted ones, or where the list is missing', () => {
    const deleted = paragraph('删', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>')
    expect(read([listed('点')], numbering(level(0, 'bullet', '●')))).toEqual(['点'])
    expect(read([listed('甲', 0, 0), listed('乙', 0, 9), deleted, listed('丙')], numbering(level(0, 'decimal', '%1、')))).toEqual(['甲', '乙', '删', '1、丙'])
  })

  it('of before a tracked change are not counted', () => {
    const changed = paragraph('甲', '<w:jc w:val="left"/><w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>')
    expect(read([changed, listed('乙')], numbering(level(0, 'decimal', '%1、')))).toEqual(['甲', '1、乙'])
  })
})
