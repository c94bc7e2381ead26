// The headings of a text as a tree, by the rank of their numbers.
import { countedMarks } from './counted-numbers.ts'
import { folded, foldedSpan } from './folded-text.ts'
import { areUnits, namesAloneIn, type NamesAlone } from './names-alone.ts'
import { markOf, rank, type Mark, type Rank } from './numbering.ts'
import type { Span } from './reading.ts'
import { isTableRow } from './table-row.ts'
import type { Owner } from './owner-words.ts'
import { unitList } from './unit-list.ts'

/** One non-empty line of the repaired text. */
export type Line = Span & { index: number }

export type Heading = {
  rank: Rank
  number: string
  value: number
  title: string
  /** The line the number is in, first, and the lines after it that belong to no heading below. */
  lines: Line[]
  /** Offset where the title ends. */
  titleEnd: number
  parent: Heading | undefined
  children: Heading[]
  /** The units that a division of work gives to what stands here. */
  owner?: Owner
}

/** By where its line begins. `rank`: of a line without a number, which is a heading nevertheless. */
export type Owners = ReadonlyMap<number, { owner: Owner; rank: Rank }>

export type Outline = { preamble: Line[]; sections: Heading[]; /** What follows the plan itself: its attachments. */ attached: Line[]; /** How brackets of names are read. */ namesAlone: NamesAlone }

/** A title longer than this is a sentence that has no title of its own. */
const longestTitle = 60

/** @param owners lines that say whose what follows is */
export function outlineOf(text: string, owners: Owners = new Map()): Outline {
  const outline = outlineBy(text, owners, 'sure')
  const items = [...headingsIn(outline.sections)].filter(({ children }) => children.length === 0)
  return namesAloneIn(text, items.flatMap(({ lines }) => lines.at(-1) ?? [])) === 'likely' ? outlineBy(text, owners, 'likely') : outline
}

/** The outline of some lines alone, as those of an attachment. */
export const outlineOfLines = (text: string, lines: readonly Line[], namesAlone: NamesAlone): Outline => outlineBy(text, new Map(), namesAlone, lines)

function outlineBy(text: string, owners: Owners, namesAlone: NamesAlone, lines: readonly Line[] = linesOf(text)): Outline {
  const preamble: Line[] = []
  const sections: Heading[] = []
  const attached: Line[] = []
  const open: Heading[] = []
  let attachmentList = false
  const counted = countedMarks(text, lines)
  for (const [at, line] of lines.entries()) {
    const words = text.slice(line.from, line.to)
    // Tables are read by themselves.
    if (isTableRow(words)) continue
    if (attached.length > 0 || (sections.some((section) => section.children.length > 0 || section.lines.length > 0) && opensAttachment(words))) {
      attached.push(line)
      continue
    }
    if (opensAttachment(words)) attachmentList = true
    const owned = owners.get(line.from)
    const mark = isOfWebPage(words) ? undefined : markOf(words) ?? counted.get(at) ?? unnumbered(words, sections.length === 0) ?? (owned && { rank: owned.rank, number: '', value: 0, length: 0 })
    // 附件:1.… 2.… before the plan is a list of names, not of tasks.
    if (!mark || (attachmentList && mark.rank === rank.arabic && sections.length === 0)) {
      if (!mark && !opensAttachment(words)) attachmentList = false
      const last = open.at(-1)
      ;(last ? last.lines : preamble).push(line)
      continue
    }
    while ((open.at(-1)?.rank ?? -1) >= mark.rank) open.pop()
    const parent = open.at(-1)
    const { title, end } = titleOf(text, owned?.owner.bodyFrom ?? line.from + mark.length, line.to, isLeftBold(words.slice(0, mark.length)), namesAlone)
    const heading: Heading = { rank: mark.rank, number: mark.number, value: mark.value, title, lines: [line], titleEnd: end, parent, children: [], ...(owned && { owner: owned.owner }) }
    ;(parent ? parent.children : sections).push(heading)
    open.push(heading)
  }
  return { preamble, sections, attached, namesAlone }
}

/** 【主要任务】 on a line of its own, or a heading of Markdown: a section without a number. */
function unnumbered(words: string, isFirst: boolean): Mark | undefined {
  if (words.length > 60) return undefined
  const signs = /^ {0,3}(#{1,6}) {1,3}(?=\S)/.exec(words)
  // The first # of a document is its title.
  if (signs && isFirst && signs[1] === '#') return undefined
  if (signs) return { rank: (signs[1] ?? '').length <= 2 ? rank.chapter : rank.part, number: '', value: 0, length: signs[0].length }
  return /^ *【[^【】:：，、；。]{2,20}】 *$/.test(words) ? { rank: rank.chapter, number: '', value: 0, length: words.indexOf('【') + 1 } : undefined
}

/** **1. in a line: the title is in bold as well, and ends with it. */
const isLeftBold = (mark: string): boolean => mark.split('**').length % 2 === 0

/** 1. 当前位置: / 2. 首页 > 政务公开: a page's own path, in a copy that numbers its pieces. */
const isOfWebPage = (words: string): boolean => /^ *\d{1,2}[.、] *(?:(?:您?(?:现在|当前)?的?(?:所在)?|当前)位置 *[:：]|首页 *[>»]|[>»])/.test(words.slice(0, 40))

export const opensAttachment = (words: string): boolean => /^ *(?:相关)?附 {0,2}(?:件|表|录) {0,2}(?:\d{1,2}|[一二三四五六七八九十]{1,2})? {0,2}(?:[:：]|$)/.test(words.slice(0, 20))

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const [index, words] of text.split('\n').entries()) {
    if (words.trim() !== '') lines.push({ index, from, to: from + words.length })
    from += words.length + 1
  }
  return lines
}

/** The words behind the number, up to the end of the first sentence, a colon, a blank or a bracket of units. */
export function titleOf(text: string, from: number, to: number, isBold = false, namesAlone: NamesAlone = 'sure'): { title: string; end: number } {
  from += labelOfTitle.exec(foldedSpan(text, { from, to: Math.min(to, from + 12) }))?.[0].length ?? 0
  const bold = isBold ? text.slice(from, Math.min(to, from + 400)).indexOf('**') : -1
  const plain = foldedSpan(text, { from, to: bold >= 2 ? from + bold : Math.min(to, from + 400) })
  let end = plain.length
  let depth = 0
  let quoted = false
  for (let at = 0; at < plain.length; at++) {
    const sign = plain.charAt(at)
    if (sign === '“') quoted = true
    else if (sign === '”') quoted = false
    if (sign === '(') {
      if (depth === 0 && (opensClause.test(plain.slice(at, at + 16)) || opensTeam.test(plain.slice(at, at + 32)) || opensTime.test(plain.slice(at, at + 40)) || opensUnits(plain, at, namesAlone))) {
        end = at
        break
      }
      depth++
    } else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && !quoted && endsTitle(plain, at)) {
      end = at
      break
    }
  }
  const words = text.slice(from, from + end).replace(/】 *$/, '')
  const title = words.trim().length <= longestTitle ? words.trim() : firstClause(words)
  return { title, end: from + end }
}

/** 问题：雨污管网混接。 and 项目名称：新建水厂。 say behind the label what they are; 工作重点：… is a name itself. */
const labelOfTitle = /^ {0,2}(?:(?:反馈|存在的?|主要|具体|突出|整改)?问题(?:描述|表现|名称)?|(?:整改|议定|督办)?(?:任务|事项)(?:名称|内容)?|(?:项目|工作|措施|问题)名称): {0,2}(?=[^ ])/

const opensClause = /^\([^():]{0,10}(?:单位|部门|主体|科室|处室|领导|时限|时间|牵头|主办|承办|协办|配合|人):/

/** 茶园提质(茶园提质专班): the team that sees to it is no part of its name. */
const opensTeam = /^\([^():,。;、《》“”]{2,24}(?:专班|工作组|推进组|领导小组|指挥部)\)/
/** 动员部署阶段(2026年3月—5月): when is no part of its name. */
const opensTime = /^\((?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|[底初末]|[上中下]旬)?(?:(?:至|到|—{1,2})[^():,;]{2,16}|前|底前)?\)/
const longestUnits = 200

/** A bracket behind a title that holds nothing but names of offices. */
function opensUnits(plain: string, at: number, namesAlone: NamesAlone): boolean {
  if (at < 2) return false
  let depth = 0
  for (let to = at; to < plain.length && to - at < longestUnits; to++) {
    const sign = plain.charAt(to)
    if (sign === '(') depth++
    else if (sign === ')' && --depth === 0) return to - at >= 4 && areUnits(unitList(plain, { from: at + 1, to }), /^[。; ]*$/.test(plain.slice(to + 1, to + 4)) ? namesAlone : 'sure')
    else if (sign === '。' || sign === ':') return false
  }
  return false
}

function endsTitle(plain: string, at: number): boolean {
  const sign = plain.charAt(at)
  if (sign === '。' || sign === ';' || sign === '!') return true
  if (sign === '.') return !/\d/.test(plain.charAt(at + 1))
  if (sign === ':') return at <= 40
  // What follows in italics is no part of it.
  if (sign === '*') return plain.charAt(at - 1) === ' ' && plain.charAt(at + 1) !== '*'
  // 强化组织领导  各地要…: a title set off by blanks alone.
  return sign === ' ' && at >= 4 && at <= 40 && plain.length - at > 30 && /[\u3400-\u9fff]/.test(plain.charAt(at - 1))
}

const opensByRule = /^(?:按照?|根据|依据|依照|结合|围绕|针对|为了?(?!民|农))/

function firstClause(words: string): string {
  const plain = folded(words)
  const first = plain.indexOf(',', 4)
  // 按照设计要求,… says nothing yet.
  const comma = first > 0 && opensByRule.test(plain) ? plain.indexOf(',', first + 1) : first
  return (comma > 0 && comma <= longestTitle ? words.slice(0, comma) : words.slice(0, longestTitle)).trim()
}

/** Every heading under these, outermost first, in the order of the text. */
export function* headingsIn(sections: readonly Heading[]): Generator<Heading> {
  for (const heading of sections) {
    yield heading
    yield* headingsIn(heading.children)
  }
}

/** The numbers of the headings above, outermost first. */
export function pathTo(heading: Heading): string[] {
  return heading.parent ? [...pathTo(heading.parent), ...(heading.parent.number === '' ? [] : [heading.parent.number])] : []
}

/** Every line of a heading and of those below it, in the order of the text. */
export function linesUnder(heading: Heading): Line[] {
  return [...heading.lines, ...heading.children.flatMap(linesUnder)]
}

/** The span of lines that follow each other. */
export function spanOf(lines: readonly Line[]): Span {
  return { from: lines[0]?.from ?? 0, to: lines.at(-1)?.to ?? 0 }
}
