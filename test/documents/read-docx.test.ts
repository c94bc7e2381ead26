import { Document, LevelFormat, Packer, Paragraph, Table, TableRow, VerticalMergeType } from 'docx'
import { describe, expect, it } from 'vitest'
import { readDocx } from '#src/documents/read-docx.ts'
import { cell, paragraph, word, wordOf } from './made-files.ts'

const linesOf = async (file: Uint8Array): Promise<string[]> => {
  const read = await readDocx(file)
  return read.ok ? read.text.split('\n') : [read.why]
}
const row = (...children: ReturnType<typeof cell>[]): TableRow => new TableRow({ children })

describe('a table of a Word document', () => {
  it('gives a row a line, its cells parted by tabs, and stands apart from what is around it', async () => {
    const table = new Table({ rows: [row(cell('任务'), cell('牵头单位')), row(cell('建园'), cell('县教育局'))] })
    expect(await linesOf(await word(new Paragraph('附件'), table, new Paragraph('完')))).toEqual(['附件', '', '任务\t牵头单位', '建园\t县教育局', '', '完'])
  })

  it('marks the lower cells of a merge, and leaves the further columns of one empty', async () => {
    const table = new Table({
      rows: [
        row(cell('领域'), cell('任务'), cell('单位')),
        row(cell('学前', { verticalMerge: VerticalMergeType.RESTART }), cell('新建'), cell('县教育局')),
        row(cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('扶持'), cell('县财政局')),
        row(cell('合计', { columnSpan: 2 }), cell('2项')),
        row(cell('注：按月填报', { columnSpan: 3 })),
      ],
    })
    expect(await linesOf(await word(table))).toEqual(['领域\t任务\t单位', '学前\t新建\t县教育局', '〃\t扶持\t县财政局', '合计\t\t2项', '注：按月填报\t\t'])
  })

  it('parts the paragraphs of a cell, and those of a table within it', async () => {
    const inner = new Table({ rows: [row(cell('一期'), cell('二期'))] })
    const table = new Table({ rows: [row(cell('新建/扩建'), cell('甲', { children: [inner, new Paragraph('三期')] }))] })
    expect(await linesOf(await word(table))).toEqual(['新建\v扩建\t一期\v二期\v三期'])
  })

  it('has the numbers that Word counts in its cells', async () => {
    const numbered = (text: string): Paragraph => new Paragraph({ text, numbering: { reference: 'plan', level: 0 } })
    const table = new Table({ rows: [row(cell('', { children: [numbered('建园')] }), cell('甲')), row(cell('', { children: [numbered('扩班')] }), cell('乙'))] })
    const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }]
    const made = await Packer.toBuffer(new Document({ numbering: { config: [{ reference: 'plan', levels }] }, sections: [{ children: [table] }] }))
    expect(await linesOf(made)).toEqual(['1. 建园\t甲', '2. 扩班\t乙'])
  })

  it('keeps its merges where a bookmark stands between its rows', async () => {
    const merged = (text: string, how: string): string => `<w:tr><w:tc><w:tcPr><w:vMerge${how}/></w:tcPr>${paragraph(text)}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr>`
    expect(await linesOf(wordOf(`<w:tbl>${merged('甲', ' w:val="restart"')}<w:bookmarkStart w:id="1" w:name="x"/>${merged('', '')}</w:tbl>`))).toEqual(['甲\t乙', '〃\t乙'])
  })

  it('leaves out rows that were deleted, and rows without a word', async () => {
    const rowOf = (properties: string, text: string): string => `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph(text)}</w:tc></w:tr>`
    expect(await linesOf(wordOf(`<w:tbl>${rowOf('', '甲')}${rowOf('<w:trPr><w:del w:id="1"/></w:trPr>', '乙')}${rowOf('', '')}</w:tbl>`))).toEqual(['甲\t甲'])
  })

  it('of one column is a frame: its paragraphs are lines', async () =>
    expect(await linesOf(await word(new Table({ rows: [row(cell('云溪县方案/一、任务'))] })))).toEqual(['云溪县方案', '一、任务']))

  it('is given no more columns than a table has, whatever it claims', async () => {
    const [line = ''] = await linesOf(wordOf(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="300000000"/></w:tcPr>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>`))
    expect(line.length).toBeLessThan(1000)
  })
})

describe('a paragraph of a Word document', () => {
  it('is one line though it has tabs, which would make a row of it', async () => expect(await linesOf(wordOf('<w:p><w:r><w:t>一、目标</w:t><w:tab/><w:t>全县</w:t></w:r></w:p>'))).toEqual(['一、目标 全县']))

  it('is without what was deleted or moved away, and with what was inserted', async () => {
    const changed = '<w:p><w:r><w:t>建</w:t></w:r><w:del><w:r><w:delText>坏</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>好</w:t></w:r></w:ins></w:p>'
    expect(await linesOf(wordOf(changed))).toEqual(['建好'])
  })

  it('comes before the text box that stands in it, which is read once', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
    expect(await linesOf(wordOf(`<w:p>${box}<w:r><w:t>文</w:t></w:r></w:p>`))).toEqual(['文', '框'])
  })

  it('has its signs as they are meant', async () => expect(await linesOf(wordOf(paragraph('&lt;县&gt; &amp; &#x4E61;&#38215;')))).toEqual(['<县> & 乡镇']))
})
