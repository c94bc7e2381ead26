import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostPages, readPdf } from '#src/documents/read-pdf.ts'
import { smallPdf, typeset, type Drawn, type Oddities, type Placed } from './small-pdf.ts'

async function textOf(pages: readonly Drawn[], oddities?: Oddities): Promise<string> {
  const read = await readPdf(smallPdf(pages, oddities))
  return read.ok ? read.text : read.refusal.code
}
const linesOf = async (...pages: Drawn[]): Promise<string[]> => (await textOf(pages)).split('\n')

/** One line under the other, from the left edge of the text; `indent` in signs. */
const lines = (...texts: (string | { text: string; indent: number })[]): Placed[] =>
  texts.map((line, index) => (typeof line === 'string' ? { text: line, left: 90, base: 120 + 28 * index } : { text: line.text, left: 90 + 16 * line.indent, base: 120 + 28 * index }))

const full = '县政府办公室每季度调度一次进展情况并将结果报县政府'
const sections = ['一、主要目标', `${full}${full}。`, '二、重点任务', `1.${full}。`]

describe('the lines of a page', () => {
  it('are put together from signs in whatever order they were drawn', async () =>
    expect(await linesOf({ texts: [{ text: '县', left: 122, base: 100 }, { text: '云', left: 90, base: 100 }, { text: '溪', left: 106, base: 100.4 }] })).toEqual(['云溪县']))

  it('have a blank where a gap is wide', async () => expect(await textOf([{ texts: [{ text: '云溪县', left: 90, base: 100 }, { text: '附件', left: 154, base: 100 }] }])).toBe('云溪县 附件'))

  it('have none round figures', async () => expect(await textOf([{ texts: [{ text: '到', left: 90, base: 100 }, { text: '2026', left: 110, base: 100 }, { text: '年', left: 178, base: 100 }] }])).toBe('到2026年'))

  it('keep a wide gap that is left to be filled in', async () => expect(await textOf([{ texts: [{ text: '20', left: 90, base: 100 }, { text: '年底前', left: 170, base: 100 }] }])).toBe('20  年底前'))

  it('have no blanks in a title that is spread out', async () =>
    expect(await textOf([{ texts: ['督', '办', '事', '项', '清', '单'].map((text, index) => ({ text, left: 120 + 40 * index, base: 100 })) }])).toBe('督办事项清单'))

  it('hold a sign once that was printed twice to look bold', async () => expect(await textOf([{ texts: [{ text: '云溪县', left: 90, base: 100 }, { text: '云溪县', left: 90.4, base: 100 }] }])).toBe('云溪县'))

  it('hold the small signs that stand above them', async () =>
    expect(await textOf([{ texts: [{ text: '新增绿地100m', left: 90, base: 100 }, { text: '2', left: 218, base: 94, size: 8 }, { text: '以上', left: 227, base: 100 }] }])).toBe('新增绿地100m2以上'))

  it('leave out the number that leads to a note', async () =>
    expect(await textOf([{ texts: [{ text: '冷链企业', left: 90, base: 100 }, { text: '12', left: 154, base: 94, size: 8 }, { text: '应当报送', left: 170, base: 100 }] }])).toBe('冷链企业应当报送'))

  it('are read in fonts that the PDF only names, by the tables for Chinese', async () => expect(await textOf([{ texts: lines(full) }], { encoding: 'UniGB-UCS2-H' })).toBe(full))

  it('name characters, not the radicals that print alike', async () => expect(await textOf([{ texts: [{ text: '⺠⽣⼯作', left: 90, base: 100 }] }])).toBe('民生工作'))
})

describe('paragraphs', () => {
  it('are whole again, over lines and over pages', async () => {
    const paragraphs = Array.from({ length: 9 }, () => sections).flat()
    expect(await linesOf(...typeset(paragraphs))).toEqual(paragraphs)
  })

  it('are whole again whatever they say', async () => {
    const words = fc.array(fc.constantFrom('建设', '县教育局', '2026', '年', '、', '（牵头单位：', '）', '完成', '95%', '农', '监督管理'), { minLength: 1, maxLength: 40 })
    const paragraph = fc.tuple(fc.constantFrom('一、', '（一）', '1.', '第一条', '各乡镇'), words).map(([mark, rest]) => `${mark}${rest.join('')}。`)
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 8, maxLength: 30 }), async (paragraphs) => {
        // A page of headings alone does not show where its lines end.
        const printed = [`各乡镇人民政府${full}${full}${full}。`, ...paragraphs, `各乡镇人民政府${full}${full}${full}。`]
        expect(await linesOf(...typeset(printed))).toEqual(printed)
      }),
      { numRuns: 40 },
    )
  })

  it('begin after a line that had room for more', async () => expect(await linesOf({ texts: lines(full, `${full.slice(0, 9)}。`, full, '完。', full) })).toEqual([`${full}${full.slice(0, 9)}。`, `${full}完。`, full]))

  it('begin where the height of the signs changes', async () =>
    expect(await linesOf({ texts: [{ text: full.slice(0, 20), left: 90, base: 92, size: 20 }, ...lines(full, full, full, full)] })).toEqual([full.slice(0, 20), full.repeat(4)]))

  it('of a list may hang behind their number', async () =>
    expect(await linesOf({ texts: lines('责任如下：', `1.${full.slice(0, 23)}`, { text: '办公室。', indent: 2 }, `2.${full.slice(0, 23)}`, { text: '完成。', indent: 2 }) })).toEqual(['责任如下：', `1.${full.slice(0, 23)}办公室。`, `2.${full.slice(0, 23)}完成。`]))

  it('leave the lines of a centred title to themselves', async () =>
    expect(await linesOf({ texts: lines({ text: '云溪县人民政府办公室', indent: 8 }, { text: '关于印发工作方案的通知', indent: 7.5 }, { text: full.slice(0, 24), indent: 2 }, full, '完。') })).toEqual([
      '云溪县人民政府办公室',
      '关于印发工作方案的通知',
      `${full.slice(0, 24)}${full}完。`,
    ]))

  it('let the notes of a page stand behind the paragraph that the page has cut', async () => {
    const page = typeset([`${full.repeat(22)}。`])
    const [first, ...rest] = page
    const note = { text: '1 指县域内冷链企业。', left: 90, base: 765, size: 10 }
    expect(await linesOf({ texts: [...(first?.texts ?? []), note] }, ...rest)).toEqual([`${full.repeat(22)}。`, '1 指县域内冷链企业。'])
  })
})

describe('what is printed for the page alone', () => {
  it('is left out: heads and page numbers', async () => {
    const paragraphs = Array.from({ length: 12 }, () => sections).flat()
    expect(await linesOf(...typeset(paragraphs, '云溪县人民政府办公室文件'))).toEqual(paragraphs)
  })

  it.each(['https://www.yunxi.example/zwgk/17.html 0/3', '云溪县人民政府 第0页', '云溪县人民政府公报 0', '0 云溪县人民政府公报'])('is left out beside a number that counts on: %s', async (foot) =>
    expect(await linesOf(...[1, 2, 3].map((number) => ({ texts: [...lines(`${number}.${full}。`), { text: foot.replace('0', String(number)), left: 90, base: 800 }] })))).toEqual([1, 2, 3].map((number) => `${number}.${full}。`)))

  it.each(['3', '- 3 -', '—3—', '第3页', '第 3 页 共 9 页', '3/9'])('is left out: %s', async (number) => expect(await textOf([{ texts: [...lines('云溪县'), { text: number, left: 280, base: 800 }] }])).toBe('云溪县'))

  it('does not take with it what names the annexes, on however many pages', async () =>
    expect(await linesOf(...[1, 2].map((number) => ({ texts: [{ text: '附件', left: 90, base: 80 }, ...lines(`${number}.${full}。`)] })))).toEqual(['附件', `1.${full}。`, '附件', `2.${full}。`]))

  it('is not a line of the text that has a number only', async () => expect(await linesOf({ texts: lines('2026', '云溪县') })).toEqual(['2026', '云溪县']))
})

/** Level and upright rules of a grid, and a text in the upper left corner of each cell. */
function grid(left: readonly number[], top: readonly number[], cells: readonly (readonly string[])[]): Drawn {
  const [right, bottom] = [left.at(-1) ?? 0, top.at(-1) ?? 0]
  return {
    rules: [...top.map((at) => ({ left: left[0] ?? 0, top: at, right, bottom: at })), ...left.map((at) => ({ left: at, top: top[0] ?? 0, right: at, bottom }))],
    texts: cells.flatMap((row, line) =>
      row.flatMap((cell, column) => cell.split('\n').filter((text) => text !== '').map((text, nth) => ({ text, left: (left[column] ?? 0) + 4, base: (top[line] ?? 0) + 14 + 14 * nth, size: 10 }))),
    ),
  }
}
const head = ['序号', '任务', '责任单位']
const columns = [60, 100, 260, 360]

describe('a table with rules', () => {
  it('is a row a line', async () =>
    expect(await linesOf(grid(columns, [100, 130, 160, 190], [head, ['1', '建冷库', '县教育局'], ['2', '修路', '县交通局']]))).toEqual(['序号\t任务\t责任单位', '1\t建冷库\t县教育局', '2\t修路\t县交通局']))

  it('has the lines of a cell joined that its width has parted, and only those', async () =>
    expect(await linesOf(grid(columns, [100, 130, 190], [head, ['1', '支持各村集体经济组织建设产地\n冷库', '县教育局\n县交通局']]))).toEqual(['序号\t任务\t责任单位', '1\t支持各村集体经济组织建设产地冷库\t县教育局\v县交通局']))

  it('that goes on over the page is one, its head read once', async () =>
    expect(await linesOf(grid(columns, [700, 730, 760], [head, ['1', '建冷库', '县教育局']]), grid(columns, [80, 110, 140], [head, ['2', '修路', '县交通局']]))).toEqual(['序号\t任务\t责任单位', '1\t建冷库\t县教育局', '2\t修路\t县交通局']))

  it('has the row whole that the page has cut', async () =>
    expect(
      await linesOf(
        grid(columns, [670, 700, 730, 760], [head, ['1', '修路', '县交通局'], ['2', '支持各村集体经济组织建设产地', '县教育局']]),
        grid(columns, [80, 110, 140], [['', '冷库', ''], ['3', '治水', '县水利局']]),
      ),
    ).toEqual(['序号\t任务\t责任单位', '1\t修路\t县交通局', '2\t支持各村集体经济组织建设产地冷库\t县教育局', '3\t治水\t县水利局']))

  it('is not what a frame round the text is', async () => expect(await linesOf({ ...grid([60, 500], [100, 300], []), texts: lines('云溪县', '教育局') })).toEqual(['云溪县', '教育局']))
})

const refusalOf = async (pages: readonly Drawn[], oddities?: Oddities) => {
  const read = await readPdf(smallPdf(pages, oddities))
  return read.ok ? read.text : read.refusal
}
const page: Drawn = { texts: lines(full, full, full) }

describe('a PDF is refused', () => {
  it('that is scanned pictures', async () => expect(await refusalOf([{ picture: true }, { picture: true }])).toEqual({ code: 'pdf-scanned', pages: 2 }))

  it('of which a few words only were recognised', async () => expect(await refusalOf([1, 2, 3].map(() => ({ picture: true, texts: lines('扫描件') })))).toEqual({ code: 'pdf-scanned', pages: 3 }))

  it('that has pages without anything', async () => expect(await refusalOf([{}, {}])).toEqual({ code: 'pdf-scanned', pages: 2 }))

  it('that is locked', async () =>
    expect(await refusalOf([page], { encryption: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>` })).toEqual({ code: 'pdf-locked' }))

  it('whose font does not say what it prints', async () => expect(await refusalOf([page], { mute: true })).toEqual({ code: 'pdf-garbled' }))

  it('with more pages than any plan', async () => expect(await refusalOf(Array.from({ length: mostPages + 1 }, () => page))).toEqual({ code: 'pdf-too-long', pages: mostPages + 1, limit: mostPages }))

  it.each([
    ['is empty', new Uint8Array()],
    ['is no PDF', new TextEncoder().encode('云溪县行动计划')],
    ['only begins as one', new TextEncoder().encode('%PDF-1.7\n')],
  ])('that %s', async (_, bytes) => expect(await readPdf(bytes)).toEqual({ ok: false, refusal: { code: 'pdf-broken' } }))

  it.each([
    ['whose tree of pages goes round in circles', '/Kids [7 0 R]', '/Kids [2 0 R]'],
    ['whose page is its own parent', '/Parent 2 0 R', '/Parent 7 0 R'],
    ['that says it has many pages', '/Count 1', '/Count 999999999'],
    ['whose contents are the page', '/Contents 8 0 R', '/Contents 7 0 R'],
    ['whose font is made of itself', '/DescendantFonts [4 0 R]', '/DescendantFonts [3 0 R]'],
  ])('or read, %s: reading ends', async (_, from, to) => {
    const file = new TextDecoder('latin1').decode(smallPdf([page]))
    expect(file).toContain(from)
    expect(typeof (await readPdf(new TextEncoder().encode(file.replace(from, to)))).ok).toBe('boolean')
  })

  it('or read, whose drawings draw themselves: reading ends', async () => {
    const resources = '/XObject << /X 9 0 R >>'
    const itself = `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >> /Length 11 >>\nstream\n/X Do /X Do\nendstream`
    expect(typeof (await readPdf(smallPdf([{ content: '/X Do' }], { resources, more: [itself] }))).ok).toBe('boolean')
  })

  it('or read, wherever it was cut off and whatever was changed in it: reading ends', async () => {
    const whole = smallPdf(typeset(sections))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }), async (length, changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        expect(typeof (await readPdf(bytes.slice(0, length))).ok).toBe('boolean')
      }),
      { numRuns: 60 },
    )
  })
})

describe('a PDF of one picture among pages of text', () => {
  it('is read', async () => expect(await textOf([page, { picture: true }, page])).toContain(full))
})

it('leaves the bytes to whoever gave them', async () => {
  const bytes = Buffer.from(smallPdf([page]))
  const before = Buffer.from(bytes)
  expect((await readPdf(bytes)).ok).toBe(true)
  expect(bytes).toEqual(before)
})
