// A card as a Slack message or Home, within Slack's limits: what is too long ends with the card's own way to the rest.
import type { types } from '@slack/bolt'
import type { Action, Card, Lang, Row, Section } from '#templates/card.ts'
import { plain, rich, strong, type Rich } from '#templates/rich.ts'
import { actionElements, fitsChoice } from './action-elements.ts'
import { limits } from './limits.ts'
import { slackWords } from './slack-words.ts'
import { noLines, notificationText, plainText, textOf, withLine, writtenLength } from './text-object.ts'

export type Rendered = { text: string; blocks: types.KnownBlock[] }

type Surface = {
  lang?: Lang
  /** The id of the first block, by which a delivered message is found again. */
  blockId?: string | undefined
  blocksAtMost?: number
}

/** What stands before the rows may fill this much, so that rows, buttons and the way to the rest still have room. */
const roomForLines = 7_000
const roomForNote = 1_000
const roomForRest = 500

const rowsTried = 32

/** A delivered message's first block carries its key and a revision, for Slack wants a new block id when a message is redrawn. */
export const blockIdOf = (key: string, revision: string): string => `${key}~${revision}`

/** The delivery key in a first block's id; undefined for a block of anything else. */
export const keyOfBlockId = (blockId: string | undefined): string | undefined => /^(.+)~[^~]*$/.exec(blockId ?? '')?.[1]

/** The whole card if it fits, otherwise as many of its rows, from the first, as do. */
export function renderBlocks(card: Card, { lang = 'zh', blockId, blocksAtMost = limits.blocksInMessage }: Surface = {}): Rendered {
  const all = countRows(card)
  const fits = (blocks: types.KnownBlock[]): boolean => blocks.length <= blocksAtMost && textIn(blocks) <= limits.textInMessage
  // Of thousands of rows a message shows a few dozen: where the first ones are too much already, the whole is not laid out.
  let tried = Math.min(rowsTried, all)
  while (tried < all && fits(layOut({ ...card, sections: firstRows(card.sections ?? [], tried) }, tried, lang))) tried = Math.min(tried * 2, all)
  let shown = all
  let blocks = tried < all ? [] : layOut(card, shown, lang)
  if (tried < all || !fits(blocks)) {
    let [low, high] = [0, tried - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (fits(layOut(card, middle, lang))) low = middle
      else high = middle - 1
    }
    shown = Math.max(low, 0)
    blocks = layOut(card, shown, lang).slice(0, blocksAtMost)
  }
  const [first, ...rest] = blocks
  const named = first === undefined || blockId === undefined ? first : { ...first, block_id: blockId }
  return { text: notificationText(card.text), blocks: named === undefined ? [] : [named, ...rest] }
}

/** A person's Home tab. */
export const renderHome = (card: Card, lang: Lang = 'zh'): types.HomeView => ({ type: 'home', blocks: renderBlocks(card, { lang, blocksAtMost: limits.blocksInView }).blocks })

/** A section that is only a heading or a note counts as one. */
const countRows = (card: Card): number => (card.sections ?? []).reduce((sum, { rows }) => sum + Math.max(rows.length, 1), 0)

/** All texts that are drawn, together; a button's question is drawn only when it is asked. */
export function textIn(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, inside) => sum + textIn(inside), 0)
  if (typeof part !== 'object' || part === null) return 0
  return Object.entries(part).reduce((sum, [key, inside]) => sum + (key === 'text' && typeof inside === 'string' ? inside.length : key === 'confirm' ? 0 : textIn(inside)), 0)
}

function layOut(card: Card, shown: number, lang: Lang): types.KnownBlock[] {
  const elements = actionElements(lang)
  const blocks: types.KnownBlock[] = []
  const saysNothing = (card.title ?? '') === '' && (card.lines ?? []).length === 0 && (card.sections ?? []).length === 0
  // A card of a sentence and buttons shows its sentence.
  if (saysNothing) blocks.push(section([rich`${card.text}`]))
  if (card.title !== undefined && card.title !== '') blocks.push({ type: 'header', text: plainText(card.title, limits.header) })
  blocks.push(...inSections(card.lines ?? [], roomForLines))
  const parts = firstRows(card.sections ?? [], shown)
  const together = chosenTogether(parts)
  const last = parts.findLast(({ opensBelow }) => opensBelow === 'card')
  for (const part of parts) {
    blocks.push(...sectionBlocks(part, elements, together))
    if (part === last && together.length > 0) blocks.push(elements.choice(together))
  }
  const left = countRows(card) - shown
  if (left > 0) {
    const accessory = card.rest?.action === undefined ? undefined : elements.button(card.rest.action)
    blocks.push(section([card.rest?.line(left) ?? rich`${slackWords[lang].left(left)}`], accessory, roomForRest))
  }
  blocks.push(...elements.rows(card.actions ?? [], card.more ?? []))
  if (elements.tooLong.length > 0) blocks.push(context(elements.tooLong.map((label) => rich`${slackWords[lang].tooLongForButton(label)}`)))
  if (card.footer !== undefined) blocks.push(context([card.footer]))
  return blocks
}

/** The sections as far as the first so many rows go. A section that loses all its rows goes with them, its note too. */
function firstRows(sections: readonly Section[], shown: number): Section[] {
  let left = shown
  return sections.flatMap((part) => {
    if (left <= 0) return []
    const rows = part.rows.slice(0, left)
    left -= Math.max(rows.length, 1)
    return [{ ...part, rows }]
  })
}

/** Rows without buttons share a block: a message has room for fifty. */
function sectionBlocks(part: Section, elements: ReturnType<typeof actionElements>, together: readonly Action[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = []
  let waiting: Rich[] = part.heading === undefined ? [] : [rich`${strong(plain(part.heading))}`]
  const flush = (): void => {
    blocks.push(...inSections(waiting, Infinity))
    waiting = []
  }
  if (part.heading !== undefined) blocks.push({ type: 'divider' })
  const own = part.opensBelow === true ? chosenAmong([part]) : []
  const chosen = [...own, ...together]
  for (const row of part.rows) {
    const beside = row.beside === undefined || chosen.includes(row.beside) ? undefined : row.beside
    if (isBare({ ...row, beside })) {
      waiting.push(row.line)
      if (row.note === undefined) continue
    }
    flush()
    const menu = beside === undefined && (row.actions ?? []).length === 0 ? elements.menuBeside(row.more ?? []) : undefined
    if (!isBare({ ...row, beside })) blocks.push(section([row.line], beside === undefined ? menu : elements.button(beside)))
    if (row.note !== undefined) blocks.push(context([row.note]))
    blocks.push(...elements.rows(row.actions ?? [], menu === undefined ? (row.more ?? []) : []))
  }
  flush()
  if (own.length > 0) blocks.push(elements.choice(own))
  if (part.note !== undefined) blocks.push(context([part.note]))
  return blocks
}

/** One alone stays beside its row. */
function chosenAmong(parts: readonly Section[]): Action[] {
  const all = parts.flatMap(({ rows }) => rows).flatMap(({ beside }) => (beside !== undefined && fitsChoice(beside) ? [beside] : [])).slice(0, limits.selectOptions)
  return all.length > 1 ? all : []
}

const chosenTogether = (parts: readonly Section[]): Action[] => chosenAmong(parts.filter(({ opensBelow }) => opensBelow === 'card'))

const isBare = ({ beside, actions = [], more = [] }: Pick<Row, 'actions' | 'more'> & { beside: Action | undefined }): boolean => beside === undefined && actions.length + more.length === 0

/** Lines in as few blocks as take them. What exceeds the room in all is cut with an ellipsis. */
function inSections(lines: readonly Rich[], room: number): types.SectionBlock[] {
  const blocks: types.SectionBlock[] = []
  let group: Rich[] = []
  let length = noLines
  let left = room
  const close = (): void => {
    if (group.length === 0 || left <= 0) return
    const block = section(group, undefined, Math.min(limits.text, left))
    left -= block.text?.text.length ?? 0
    blocks.push(block)
    group = []
    length = noLines
  }
  for (const line of lines) {
    if (group.length > 0 && writtenLength(withLine(length, line)) > limits.text) close()
    group.push(line)
    length = withLine(length, line)
  }
  close()
  return blocks
}

function section(lines: readonly Rich[], accessory?: types.Button | types.Overflow, limit: number = limits.text): types.SectionBlock {
  return { type: 'section', text: textOf(lines, limit), ...(accessory === undefined ? {} : { accessory }) }
}

const context = (lines: readonly Rich[]): types.ContextBlock => ({ type: 'context', elements: [textOf(lines, roomForNote)] })
