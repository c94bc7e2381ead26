// A paper (公文) as plain data: what it says, block by block. src/documents lays it out as Word, `paperText` as lines of a chat.
import { fileWords } from './file-words.ts'

/** `whole`: names in a title that no line is to break. */
export type PaperBlock =
  | { kind: 'masthead'; text: string }
  | { kind: 'title'; text: string; whole?: readonly string[] }
  | { kind: 'addressees'; names: readonly string[] }
  /** `rest`: what follows in its line, in the letters of the body. */
  | { kind: 'heading'; level: 1 | 2; text: string; rest?: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; number: number; text: string }
  /** 出席：…, wrapped under the first name. */
  | { kind: 'names'; label: string; names: readonly string[] }
  /** `share`: how wide a column is beside the others. An empty row is one to be filled in. */
  | { kind: 'table'; columns: readonly { name: string; share: number }[]; rows: readonly (readonly string[])[] }
  | { kind: 'attachments'; names: readonly string[] }
  /** 署名 and the day, in words. */
  | { kind: 'signature'; by: string; on: string }
  /** 附注, in brackets. */
  | { kind: 'note'; text: string }
  | { kind: 'blank' }
  /** 附件: begins a page of its own. */
  | { kind: 'annex' }

/** Always a draft: 代拟稿 stands at its head and in its file's name, and it has neither number nor seal. */
export type Paper = { kind: 'paper'; blocks: readonly PaperBlock[] }

export const draftMark = '代拟稿'
export const annexMark = '附件'

/** 县教育局、各乡镇人民政府： */
export const addresseesLine = (names: readonly string[]): string => `${names.map(fileWords).join('、')}：`

/** Before the first of them. */
export const attachmentsMark = '附件：'
/** One attachment has no number. */
export const attachmentLines = (names: readonly string[]): string[] => names.map((name, at) => (names.length === 1 ? fileWords(name) : `${at + 1}.${fileWords(name)}`))

export const namesLine = (names: readonly string[]): string => names.map(fileWords).join('、')

/** The same words as in the file, for a chat. */
export const paperText = ({ blocks }: Paper): string => [draftMark, ...blocks.flatMap(linesOf)].join('\n')

function linesOf(block: PaperBlock): string[] {
  switch (block.kind) {
    case 'masthead': case 'title':
      return [fileWords(block.text), '']
    case 'addressees':
      return [addresseesLine(block.names)]
    case 'heading':
      return [fileWords(block.text) + fileWords(block.rest ?? '')]
    case 'paragraph':
      return [fileWords(block.text)]
    case 'item':
      return [`${block.number}.${fileWords(block.text)}`]
    case 'names':
      return [`${fileWords(block.label)}：${namesLine(block.names)}`]
    case 'table':
      return [block.columns.map(({ name }) => name), ...block.rows].map((cells) => cells.map(fileWords)).filter((cells) => cells.some((cell) => cell !== '')).map((cells) => cells.join('｜'))
    case 'attachments':
      return attachmentLines(block.names).map((line, at) => (at === 0 ? `${attachmentsMark}${line}` : `　　　${line}`))
    case 'signature':
      return ['', fileWords(block.by), fileWords(block.on)]
    case 'note':
      return [`（${fileWords(block.text)}）`]
    case 'blank':
      return ['']
    case 'annex':
      return ['', annexMark]
  }
}
