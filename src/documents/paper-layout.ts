// The look of GB/T 9704—2012 in Word's own measures: page, grid, fonts, sizes, page numbers.
import { AlignmentType, Footer, Header, LineRuleType, PageNumber, Paragraph, TextRun, type IFontAttributesProperties, type ISectionPropertiesOptions } from 'docx'

/** Fonts by name only: 方正小标宋 is licensed and cannot be embedded. The hint keeps “” and — as wide as Chinese prints them. */
const chinese = (name: string): IFontAttributesProperties => ({ hint: 'eastAsia', ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: name })
export const font = { title: chinese('方正小标宋简体'), heading: chinese('黑体'), subheading: chinese('楷体_GB2312'), body: chinese('仿宋_GB2312'), pageNumber: chinese('宋体') }

/** Half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
export const size = { title: 44, body: 32, pageNumber: 28, table: 24 }

/** Twips. */
export const lineHeight = 579
/** 28 characters of 16 pt are 158 mm, and a line has 156: each is set a quarter of a point closer. */
const closer = -5
/** A character of the body. */
export const charWidth = 320 + closer
/** 版心: 156 mm. */
export const textWidth = 11906 - 1588 - 1474

/** Twenty-two lines a page. */
export const line = { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
export const titleLine = { ...line, line: 700 }
/** Two characters; the twips are for readers that do not count characters. */
export const indent = { firstLine: 640, firstLineChars: 200 }

export const page: ISectionPropertiesOptions = {
  page: { size: { width: 11906, height: 16838 }, margin: { top: 2098, left: 1588, right: 1474, bottom: 1984, footer: 1417 } },
  // No grid: exact lines and closer characters fill a page alike in Word, WPS and LibreOffice, which on a grid of 28 gives a character two cells.
  grid: { linePitch: lineHeight },
}

/** What holds where a run says nothing else. */
export const defaults = { run: { font: font.body, size: size.body, characterSpacing: closer, language: { value: 'en-US', eastAsia: 'zh-CN' } } }

/** The page with room for a word above the text: 22 mm from the edge. */
export const headedPage: ISectionPropertiesOptions = { ...page, page: { ...page.page, margin: { ...page.page?.margin, header: 1247 } } }

/** — 1 —, a character away from the outer edge: odd pages on the right, even ones on the left. */
export const footers = { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) }

function footer(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  return new Footer({
    children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [new TextRun({ font: font.pageNumber, size: size.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] })] })],
  })
}

/** What stands above the text of every page, so that a loose one is known for what it is. */
export const headed = (words: string): { default: Header; even: Header } => ({ default: header(words), even: header(words) })

const header = (words: string): Header => new Header({ children: [new Paragraph({ children: [new TextRun({ text: words, font: font.subheading, size: size.table })] })] })
