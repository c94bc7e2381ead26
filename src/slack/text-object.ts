// Lines of text as Slack's text objects, in which nothing from outside can format, link or mention.
import type { types } from '@slack/bolt'
import type { Piece, Rich } from '#templates/rich.ts'
import { isolated, withoutDirections } from './isolate.ts'
import { cut, firstOf, limits } from './limits.ts'

export type TextObject = types.PlainTextElement | types.MrkdwnElement

const plainAsWritten = (text: string, limit: number): types.PlainTextElement => ({ type: 'plain_text', text: cut(text, limit), emoji: true })

/** A label, a title, an option: one line beside others, in which nothing can be kept apart, so that no sign sets a direction. */
export const plainText = (text: string, limit: number): types.PlainTextElement => plainAsWritten(withoutDirections(text), limit)

/** `&`, `<` and `>` are all that can start a mention or a link in Slack's mark-up. */
export const escapeEntities = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** For the notification text of a message, where mark-up is read and bold is of no use. */
export const notificationText = (text: string): string => cutWhole(withoutDirections(text), limits.text, escapeEntities)

/** Slack's mark-up has no escape for its own signs. Their full-width twins read the same, format nothing, and NFKC brings the sign back. */
const twins: Readonly<Record<string, string>> = { '*': '＊', '~': '～', '`': '｀', _: '＿', '>': '＞' }
const twinOf = (sign: string): string => twins[sign] ?? sign

const hasSign = /[*~`<>&]/

/** Outside text inside mark-up, but for its underscores: whether one slants anything is seen in the whole line. */
function harmless(text: string): string {
  // Most text has none of these signs.
  if (!hasSign.test(text)) return text
  const unformatted = text.replace(/[*~`]/g, twinOf).replace(/^([ \t]*)>/gm, (_, indent: string) => `${indent}＞`)
  return escapeEntities(unformatted)
}

/** An underscore inside a word (report_2026.docx) formats nothing and stays. */
const slanting = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g

/** Of one or two together (20__年) that are alone in their line nothing slants, for there is no other to end at: they stay. */
const unslanted = (text: string): string => (text.includes('_') ? text.split('\n').map((line) => (isAlone(line) ? line : line.replace(slanting, twinOf))).join('\n') : text)

const isAlone = (line: string): boolean => ((runs) => runs.length === 1 && runs.join('').length <= 2)(line.match(/_+/g) ?? [])

/** What Slack takes as the edge of a bold run. A Chinese character or punctuation mark is none, so a space goes between. */
const endsAtEdge = /(^|[\s([{'"\-/.,:;!?])$/
const startsAtEdge = /^([\s)\]}'"\-/.,:;!?]|$)/

/** What is written here sets no direction of its own, and words that stand alone have nothing to reorder: they are given back to the letter. */
const writtenOf = ({ kind, text }: Piece, _: number, { length }: readonly Piece[]): string => (kind === 'literal' || length === 1 ? text : isolated(text))

/** Pieces as Slack's mark-up. */
export function mrkdwnOf(pieces: readonly Piece[]): string {
  let text = ''
  let afterBold = false
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'strong') {
      // A bold run neither spans lines nor begins or ends with a space.
      const inside = harmless(isolated(piece.text.replace(/\s+/g, ' ').trim()))
      if (inside === '') continue
      text += `${endsAtEdge.test(text.slice(-1)) ? '' : ' '}*${inside}*`
      afterBold = true
    } else if (piece.text !== '') {
      const written = harmless(writtenOf(piece, at, pieces))
      text += `${!afterBold || startsAtEdge.test(written) ? '' : ' '}${written}`
      afterBold = false
    }
  }
  return unslanted(text)
}

const newline: Piece = { kind: 'literal', text: '\n' }
export const joined = (lines: readonly Rich[]): Piece[] => lines.flatMap(({ pieces }, at) => (at === 0 ? pieces : [newline, ...pieces]))

const isBold = (pieces: readonly Piece[]): boolean => pieces.some(({ kind }) => kind === 'strong')
const plainOf = (pieces: readonly Piece[]): string => pieces.map(writtenOf).join('')

/** How long lines are once written, each on a line of its own: as plain text and as mark-up, of which bold anywhere needs the latter. */
export type LinesLength = { plain: number; marked: number; isBold: boolean }
export const noLines: LinesLength = { plain: -1, marked: -1, isBold: false }

/** With one line more. Lines are written each by itself, so that their lengths add up. */
export const withLine = ({ plain, marked, isBold: wasBold }: LinesLength, { pieces }: Rich): LinesLength => ({
  plain: plain + 1 + plainOf(pieces).length, marked: marked + 1 + mrkdwnOf(pieces).length, isBold: wasBold || isBold(pieces),
})

export const writtenLength = ({ plain, marked, isBold: isMarked }: LinesLength): number => (isMarked ? marked : plain)

/** Slack refuses an empty text. */
const nothing = '—'

/**
 * Lines as one text object, cut to the limit. Without bold it is plain text, in which Slack reads no mark-up at all, so that what
 * was written comes back to the letter; with bold it is mark-up, escaped, and `verbatim`, so that bare addresses and @names stay text.
 */
export function textOf(lines: readonly Rich[], limit: number = limits.text): TextObject {
  const pieces = joined(lines)
  if (pieces.every(({ text }) => text.trim() === '')) return plainAsWritten(nothing, limit)
  const plain = isBold(pieces) ? undefined : plainOf(pieces)
  const isOneLine = plain?.includes('\n') === false
  const markUp = isOneLine ? plain : mrkdwnOf(pieces)
  // Some clients run the lines of plain text together: several lines in which mark-up would change nothing are given as mark-up.
  if (plain !== undefined && (isOneLine || markUp !== plain)) return plainAsWritten(plain, limit)
  return { type: 'mrkdwn', text: markUp.length <= limit ? markUp : mrkdwnCut(pieces, limit), verbatim: true }
}

function mrkdwnCut(pieces: readonly Piece[], limit: number): string {
  return mrkdwnOf(longestThat((length) => mrkdwnOf(firstPieces(pieces, length)).length <= limit, pieces.reduce((sum, { text }) => sum + text.length, 0), (length) => firstPieces(pieces, length)))
}

/** The first so many characters of the pieces as they were given, with an ellipsis: cutting before escaping leaves no half entity and no open bold. */
function firstPieces(pieces: readonly Piece[], length: number): Piece[] {
  const kept: Piece[] = []
  let left = length
  for (const piece of pieces) {
    if (left <= 0) break
    kept.push({ ...piece, text: firstOf(piece.text, left) })
    left -= piece.text.length
  }
  return [...kept, { kind: 'literal', text: '…' }]
}

function cutWhole(text: string, limit: number, write: (text: string) => string): string {
  const whole = write(text)
  if (whole.length <= limit) return whole
  return longestThat((length) => write(cut(text, length)).length <= limit, text.length, (length) => write(cut(text, length)))
}

/** What `make` gives for the greatest length from 1 up that `fits`. */
function longestThat<Made>(fits: (length: number) => boolean, most: number, make: (length: number) => Made): Made {
  let low = 1
  let high = most
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return make(low)
}
