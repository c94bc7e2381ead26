// Papers as Word files: read back by the product's own reader, and measured by their XML.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '#src/documents/read-docx.ts'
import { writeDocx } from '#src/documents/write-docx.ts'
import { unzip } from '#src/documents/zip.ts'
import { draftMark, paperText, type Paper, type PaperBlock } from '#templates/paper.ts'

const paper = (...blocks: PaperBlock[]): Paper => ({ kind: 'paper', blocks })
const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text })

async function bytesOf(written: Paper): Promise<Uint8Array> {
  const made = await writeDocx(written)
  if (!made.ok) throw new Error(made.why)
  return made.bytes
}
async function xmlOf(written: Paper, name = 'word/document.xml'): Promise<string> {
  const unzipped = await unzip(await bytesOf(written), 10_000_000, () => true)
  return new TextDecoder().decode(unzipped.ok ? unzipped.files.get(name) : undefined)
}
/** Without what a file and a chat each have of their own: spaces, and what stands between cells. */
const bare = (text: string): string => text.replace(/[\s｜〃]/g, '')
async function readBack(written: Paper): Promise<string> {
  const read = await readDocx(await bytesOf(written))
  return bare(read.ok ? read.text : read.why)
}
const said = (written: Paper): string => bare(paperText(written)).replace(draftMark, '')

const all = paper(
  { kind: 'masthead', text: '县学前教育工作领导小组会议纪要' }, { kind: 'title', text: '关于召开县学前教育工作领导小组2026年第二次会议的通知' }, { kind: 'addressees', names: ['县教育局', '各乡镇人民政府'] },
  { kind: 'heading', level: 1, text: '一、时间：', rest: '2026年6月18日。' }, { kind: 'heading', level: 2, text: '（一）要求' }, paragraph('经研究，定于6月18日开会。'), { kind: 'item', number: 1, text: '按时参会。' }, { kind: 'blank' },
  { kind: 'names', label: '出席', names: ['县教育局苏晚晴', '县财政局陆明远'] }, { kind: 'attachments', names: ['回执', '议程'] }, { kind: 'signature', by: '云溪县人民政府办公室', on: '2026年6月10日' }, { kind: 'note', text: '联系人：李文' },
  { kind: 'annex' }, { kind: 'table', columns: [{ name: '单位', share: 2 }, { name: '姓名', share: 1 }], rows: [['县教育局', '苏晚晴'], ['', '']] },
)

describe('a paper', () => {
  it('says in Word what it says in the chat, in the same order', async () => expect(await readBack(all)).toBe(said(all)))

  const anyText = fc.string({ unit: fc.constantFrom('会', '议', '，', '<', '&', '"', ']]>', '1', ' ', '\n', '\u0000', '\u001b', '\u202e', '\ud800', '\ufffe', '𠀀', '👩‍👩‍👧', '&#0;'), minLength: 1, maxLength: 60 }).map((text) => `会${text}。`)
  const anyBlock: fc.Arbitrary<PaperBlock> = fc.oneof(
    anyText.map(paragraph), anyText.map((text): PaperBlock => ({ kind: 'title', text })), anyText.map((text): PaperBlock => ({ kind: 'masthead', text })), anyText.map((text): PaperBlock => ({ kind: 'item', number: 3, text })),
    fc.array(anyText, { minLength: 1, maxLength: 3 }).map((names): PaperBlock => ({ kind: 'names', label: '出席', names })), fc.tuple(anyText, anyText).map(([by, on]): PaperBlock => ({ kind: 'signature', by, on })), anyText.map((text): PaperBlock => ({ kind: 'note', text })),
  )
  it('does so whatever is written in it', async () =>
    fc.assert(fc.asyncProperty(fc.array(anyBlock, { minLength: 1, maxLength: 6 }), async (blocks) => {
      const written = paper(...blocks)
      expect(await readBack(written)).toBe(said(written))
      expect(await xmlOf(written)).not.toMatch(/[\p{Cs}\p{Bidi_C}\u0000-\u0008\u000b-\u001f\ufffe]/u)
    }), { numRuns: 25 }), 60_000)

  it('is refused where it is far larger than papers are, and never cut', async () => {
    expect(await writeDocx(paper(...Array.from({ length: 401 }, () => paragraph('会'))))).toEqual({ ok: false, why: 'too-large' })
    expect(await writeDocx(paper(paragraph('会'.repeat(60_001))))).toEqual({ ok: false, why: 'too-large' })
    expect(await writeDocx(paper({ kind: 'table', columns: [{ name: '一', share: 1 }], rows: Array.from({ length: 3_001 }, () => ['']) }))).toEqual({ ok: false, why: 'too-large' })
  })
})

describe('the layout of GB/T 9704—2012', () => {
  it('is A4 with a text of 156 × 225 mm', async () => {
    const xml = await xmlOf(all)
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" [^>]*w:footer="1417"/)
  })

  it('holds 22 lines of 28 characters of 三号: exact lines, and characters a quarter of a point closer', async () => {
    const xml = await xmlOf(paper(paragraph('会议')))
    expect(xml).toMatch(/<w:spacing w:after="0" w:before="0" w:line="579" w:lineRule="exact"\/>/)
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984)
    expect(xml).toContain('<w:docGrid w:linePitch="579"/>')
    const [, closer = ''] = /<w:docDefaults>.*<w:spacing w:val="(-\d+)"\/>.*<w:sz w:val="32"\/>.*<\/w:docDefaults>/.exec(await xmlOf(all, 'word/styles.xml')) ?? []
    expect(28 * (320 + Number(closer))).toBeLessThanOrEqual(11906 - 1588 - 1474)
    expect(29 * (320 + Number(closer))).toBeGreaterThan(11906 - 1588 - 1474)
  })

  it('names a Chinese font on every run and in the defaults, and has none in it', async () => {
    const xml = await xmlOf(all)
    const runs = xml.match(/<w:r>.*?<\/w:r>/g) ?? []
    expect(runs.length).toBeGreaterThan(20)
    expect(runs.filter((run) => !/w:eastAsia="(?:方正小标宋简体|黑体|楷体_GB2312|仿宋_GB2312)"/.test(run))).toEqual([])
    expect(await xmlOf(all, 'word/styles.xml')).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋_GB2312"/)
    expect(await xmlOf(all, 'word/fontTable.xml')).not.toContain('embed')
  })

  it('has a masthead in red 35 mm down, a title of 二号 that is not bold, headings in 黑体 and 楷体', async () => {
    const xml = await xmlOf(all)
    expect(xml).toMatch(/<w:pBdr><w:bottom [^>]*w:color="FF0000"[^>]*\/><\/w:pBdr><w:spacing [^>]*w:before="1984"/)
    expect(xml).toMatch(/方正小标宋简体"[^>]*\/><w:sz w:val="44"\/>/)
    expect(xml).not.toContain('<w:b/>')
    expect(xml).toMatch(/黑体"[^>]*\/><w:sz w:val="32"\/><w:szCs w:val="32"\/><\/w:rPr><w:t [^>]*>一、时间：/)
    expect(xml).toMatch(/楷体_GB2312"[^>]*\/><w:sz w:val="32"\/><w:szCs w:val="32"\/><\/w:rPr><w:t [^>]*>（一）要求/)
  })

  it('has a masthead no wider than its line, however long the name', async () => {
    for (const length of [6, 17, 19, 30, 44]) {
      const [, head = ''] = /<w:pBdr>(.*?)<\/w:p>/.exec(await xmlOf(paper({ kind: 'masthead', text: '组'.repeat(length) }))) ?? []
      const points = Number(/<w:sz w:val="(\d+)"/.exec(head)?.[1]) / 2
      const lines = Array.from(head.matchAll(/<w:t [^>]*>([^<]*)</g), ([, text = '']) => text)
      expect(lines.join('')).toHaveLength(length)
      expect(Math.max(...lines.map((text) => text.length)) * points).toBeLessThanOrEqual(442)
      expect(points).toBeGreaterThanOrEqual(16)
    }
  })

  it('indents by two characters, and wraps names under the first', async () => {
    const xml = await xmlOf(all)
    expect(xml).toContain('<w:ind w:firstLine="640" w:firstLineChars="200"/>')
    expect(xml).toContain(`<w:ind w:left="${5 * 315}" w:hanging="${3 * 315}"/>`)
  })

  it('begins the day two characters right of the 署名, and keeps both with the words before them', async () => {
    const rights = async (by: string, on: string): Promise<number[]> => Array.from((await xmlOf(paper(paragraph('会'), { kind: 'signature', by, on }))).matchAll(/<w:ind w:right="(\d+)"\/>/g), ([, right]) => Math.round(Number(right) / 31.5) / 10)
    // 10 characters against 6½: two right of its first sign.
    expect(await rights('云溪县人民政府办公室', '2026年6月10日')).toEqual([2, 3.5])
    // 3 against 6½: the day is the longer one.
    expect(await rights('督查室', '2026年6月10日')).toEqual([7.5, 2])
    expect((await xmlOf(paper(paragraph('会'), { kind: 'attachments', names: ['回执'] }, { kind: 'signature', by: '督查室', on: '6月' }))).match(/<w:keepNext\/>/g)).toHaveLength(5)
  })

  it('numbers odd pages on the right and even ones on the left, between dashes, and says above each that it is a draft', async () => {
    expect(await xmlOf(all, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const unzipped = await unzip(await bytesOf(all), 10_000_000, () => true)
    const parts = unzipped.ok ? [...unzipped.files].map(([name, file]): [string, string] => [name, new TextDecoder().decode(file)]) : []
    const footers = parts.filter(([name]) => /footer\d\.xml$/.test(name)).map(([, xml]) => xml)
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).toSorted()).toEqual(['left', 'right'])
    for (const xml of footers) expect(xml).toMatch(/宋体".*<w:sz w:val="28"\/>.*— .*PAGE.* —/)
    expect(parts.filter(([name, xml]) => /header\d/.test(name) && xml.includes(draftMark))).toHaveLength(2)
  })

  it('repeats the head of a table, breaks no row, and begins an annex on its own page', async () => {
    const xml = await xmlOf(all)
    expect(xml).toMatch(/<w:trPr><w:cantSplit\/><w:tblHeader\/>/)
    expect(xml).toMatch(/<w:pageBreakBefore\/>.*附件<\/w:t>/)
  })
})
