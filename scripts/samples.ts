// Makes the Word files of examples/ from their text: the look of GB/T 9704—2012, the same bytes on every run.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { mock } from 'node:test'
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun, type IFontAttributesProperties } from 'docx'
import { defaults, font, footers, indent, line, page, size, titleLine } from '#src/documents/paper-layout.ts'

const examples = new URL('../examples/', import.meta.url)

/** Word files carry the time they were made; the samples' is fixed, so that an unchanged text gives an unchanged file. */
const madeAt = Date.UTC(2026, 0, 12, 1)

/** The title, broken before its years as a printed one is. */
function title(text: string): Paragraph {
  const [name = text, years] = text.split(/(?=（\d{4}—\d{4}年）$)/)
  const runs = [new TextRun(name), ...(years === undefined ? [] : [new TextRun({ text: years, break: 1 })])]
  return new Paragraph({ heading: HeadingLevel.TITLE, children: runs })
}

function paragraph(text: string): Paragraph {
  if (/^[一二三四五六七八九十]+、/.test(text)) return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] })
  const [, subheading, rest = ''] = /^(（[一二三四五六七八九十]+）[^。]*。?)(.*)$/.exec(text) ?? []
  if (subheading !== undefined && rest === '') return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(subheading)] })
  const runs = subheading === undefined ? [new TextRun(text)] : [new TextRun({ text: subheading, font: font.subheading }), new TextRun(rest)]
  return new Paragraph({ alignment: AlignmentType.JUSTIFIED, indent, spacing: line, children: runs })
}

function word(text: string): Document {
  const [first = '', ...rest] = text.split('\n').filter((textLine) => textLine.trim() !== '')
  const heading = (face: IFontAttributesProperties) => ({ run: { font: face, size: size.body, bold: false, color: '000000' }, paragraph: { indent, spacing: line } })
  return new Document({
    title: first,
    creator: '云溪县人民政府办公室',
    lastModifiedBy: '云溪县人民政府办公室',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: defaults,
        title: { run: { font: font.title, size: size.title, bold: false }, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...titleLine, after: 579 } } },
        heading1: heading(font.heading),
        heading2: heading(font.subheading),
      },
    },
    sections: [{ properties: page, footers, children: [title(first), ...rest.map(paragraph)] }],
  })
}

mock.timers.enable({ apis: ['Date'], now: madeAt })
for (const name of (await readdir(examples)).filter((file) => file.endsWith('.txt'))) {
  const made = await Packer.toBuffer(word(await readFile(new URL(name, examples), 'utf8')))
  await writeFile(new URL(name.replace(/\.txt$/, '.docx'), examples), made)
  process.stdout.write(`examples/${name.replace(/\.txt$/, '.docx')} ${made.length} bytes\n`)
}
