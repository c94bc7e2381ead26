// A paper's blocks as paragraphs and tables of Word.
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType, type FileChild, type IFontAttributesProperties, type IParagraphOptions } from 'docx'
import { fileWords } from '#templates/file-words.ts'
import { addresseesLine, annexMark, attachmentLines, attachmentsMark, namesLine, type PaperBlock } from '#templates/paper.ts'
import { charWidth, font, indent, line, size, textWidth, titleLine } from './paper-layout.ts'
import { titleLines, wideness } from './title-lines.ts'

const red = 'FF0000'
/** Twips: 35 mm from the top of the text to a masthead, half-points of its signs; points to its red line, 4 mm below. */
const masthead = { above: 1984, largest: 96, smallestInOneLine: 48, toLine: 11 }
/** Of the width of a line: what a masthead takes at most. */
const mastheadShare = 0.97
/** Twips: rows to be filled in by hand need their height. */
const row = { filled: 567, empty: 680, line: 360 }

type Block<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>

export function blocksOf(blocks: readonly PaperBlock[]): FileChild[] {
  // 署名 and date never stand alone on a page: the last words go with them.
  return blocks.flatMap((block, at) => childrenOf(block, { keepNext: blocks.slice(at + 1).find(({ kind }) => kind !== 'attachments')?.kind === 'signature' }))
}

type Flow = { keepNext: boolean }

function childrenOf(block: PaperBlock, flow: Flow): FileChild[] {
  switch (block.kind) {
    case 'masthead':
      return mastheadOf(block)
    case 'title':
      return [titleOf(block, flow), blank()]
    case 'addressees':
      return [body(addresseesLine(block.names), flow)]
    case 'heading':
      return [headingOf(block, flow)]
    case 'paragraph':
      return [body(fileWords(block.text), { ...flow, indent })]
    case 'item':
      return [body(`${block.number}.${fileWords(block.text)}`, { ...flow, indent })]
    case 'names':
      return [namesOf(block, flow)]
    case 'table':
      return [tableOf(block)]
    case 'attachments':
      return [blank(flow.keepNext), ...attachmentLines(block.names).map((words, at) => attachment(words, at, block.names.length > 1, flow))]
    case 'signature':
      return [blank(true), ...signatureOf(block)]
    case 'note':
      return [body(`（${fileWords(block.text)}）`, { ...flow, indent })]
    case 'blank':
      return [blank()]
    case 'annex':
      return [new Paragraph({ pageBreakBefore: true, spacing: line, children: [run(annexMark, font.heading)] }), blank()]
  }
}

const run = (text: string, face: IFontAttributesProperties = font.body, half: number = size.body): TextRun => new TextRun({ text, font: face, size: half })
const blank = (keepNext = false): Paragraph => new Paragraph({ spacing: line, keepNext, children: [run('')] })
const body = (text: string, more: Partial<IParagraphOptions>): Paragraph => new Paragraph({ alignment: AlignmentType.JUSTIFIED, spacing: line, ...more, children: [run(text)] })

/** As large as its line takes, and in two where that would be small. */
function mastheadOf({ text }: Block<'masthead'>): FileChild[] {
  const words = fileWords(text)
  const sizeOf = (lines: readonly string[]): number => Math.min(masthead.largest, Math.floor((mastheadShare * textWidth) / 10 / Math.max(1, ...lines.map(wideness))))
  const lines = sizeOf([words]) >= masthead.smallestInOneLine ? [words] : titleLines(words, [], Math.ceil(wideness(words) / 2) + 2)
  const half = sizeOf(lines)
  const children = lines.map((each, at) => new TextRun({ text: each, font: font.title, size: half, color: red, ...(at === 0 ? {} : { break: 1 }) }))
  const border = { bottom: { style: BorderStyle.SINGLE, color: red, size: 12, space: masthead.toLine } }
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...line, line: half * 12, before: masthead.above }, border, children }), blank()]
}

function titleOf({ text, whole }: Block<'title'>, flow: Flow): Paragraph {
  const children = titleLines(fileWords(text), whole?.map(fileWords)).map((each, at) => new TextRun({ text: each, font: font.title, size: size.title, ...(at === 0 ? {} : { break: 1 }) }))
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: titleLine, ...flow, keepNext: true, children })
}

function headingOf({ level, text, rest }: Block<'heading'>, flow: Flow): Paragraph {
  const head = run(fileWords(text), level === 1 ? font.heading : font.subheading)
  const children = rest === undefined ? [head] : [head, run(fileWords(rest))]
  return new Paragraph({ alignment: AlignmentType.JUSTIFIED, spacing: line, indent, keepNext: flow.keepNext || rest === undefined, children })
}

/** The names are wrapped under the first of them. */
function namesOf({ label, names }: Block<'names'>, flow: Flow): Paragraph {
  const head = `${fileWords(label)}：`
  const hanging = Math.round(wideness(head) * charWidth)
  return new Paragraph({ alignment: AlignmentType.JUSTIFIED, spacing: line, ...flow, indent: { left: 2 * charWidth + hanging, hanging }, children: [run(head, font.heading), run(namesLine(names))] })
}

/** `附件：1.…`: what is wrapped, and every further attachment, stands under the first. */
function attachment(words: string, at: number, isNumbered: boolean, flow: Flow): Paragraph {
  const head = at === 0 ? attachmentsMark : ''
  const number = isNumbered ? Math.round(wideness(`${at + 1}.`) * charWidth) : 0
  const hanging = number + Math.round(wideness(head) * charWidth)
  return body(head + words, { ...flow, indent: { left: 5 * charWidth + number, hanging } })
}

/** The day begins two characters right of the first sign of the 署名 (7.3.5.2), and neither comes nearer to the edge than two. */
function signatureOf({ by, on }: Block<'signature'>): Paragraph[] {
  const [name, day] = [fileWords(by), fileWords(on)]
  const longer = wideness(name) - wideness(day)
  const [nameRight, dayRight] = longer >= 2 ? [2, longer] : [4 - longer, 2]
  const right = (text: string, chars: number, keepNext: boolean): Paragraph => body(text, { alignment: AlignmentType.RIGHT, keepNext, indent: { right: Math.round(chars * charWidth) } })
  return [right(name, nameRight, true), right(day, dayRight, false)]
}

function tableOf({ columns, rows }: Block<'table'>): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / whole))
  const cell = (text: string, at: number, face: IFontAttributesProperties): TableCell =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER, width: { size: widths[at] ?? 0, type: WidthType.DXA }, margins: { left: 80, right: 80 },
      children: [new Paragraph({ alignment: face === font.heading || wideness(text) < 5 ? AlignmentType.CENTER : AlignmentType.LEFT, spacing: { ...line, line: row.line }, children: [run(text, face, size.table)] })],
    })
  const rowOf = (cells: readonly string[], isHeader: boolean): TableRow => {
    const said = columns.map((_, at) => fileWords(cells[at] ?? ''))
    const height = said.every((text) => text === '') ? row.empty : row.filled
    return new TableRow({ tableHeader: isHeader, cantSplit: true, height: { value: height, rule: 'atLeast' }, children: said.map((text, at) => cell(text, at, isHeader ? font.heading : font.body)) })
  }
  return new Table({ width: { size: textWidth, type: WidthType.DXA }, columnWidths: widths, layout: 'fixed', rows: [rowOf(columns.map(({ name }) => name), true), ...rows.map((cells) => rowOf(cells, false))] })
}
