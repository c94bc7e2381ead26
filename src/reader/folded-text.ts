// One plain form for the many ways a sign is written, so that every rule is written once.
import type { Span } from './reading.ts'

const plainSigns: Record<string, string> = {
  '\u3000': ' ', '\u00a0': ' ', '\t': ' ',
  '〔': '(', '〕': ')', '【': '(', '】': ')', '[': '(', ']': ')', '［': '(', '］': ')', '﹝': '(', '﹞': ')', '〖': '(', '〗': ')',
  '–': '—', '―': '—', '－': '—', '‐': '—', '‑': '—', '‒': '—', '─': '—', '-': '—', '~': '—', '～': '—', '〜': '—',
  '×': 'X', 'x': 'X', 'Ｘ': 'X', 'ｘ': 'X', '＿': '_', '﹍': '_', '○': '〇',
}

/** Full-width ASCII lies at a fixed distance from ASCII. */
const fullWidth = { from: 0xff01, to: 0xff5e, distance: 0xfee0 }

/** The plain form of every UTF-16 unit. */
const plainUnits = Uint16Array.from({ length: 0x10000 }, (_, unit) => (unit >= fullWidth.from && unit <= fullWidth.to ? unit - fullWidth.distance : unit))
for (const [sign, plain] of Object.entries(plainSigns)) plainUnits[sign.charCodeAt(0)] = plain.charCodeAt(0)

/**
 * The same text, character for character, with full-width forms, every bracket, dash and blank made plain.
 * Its length is the text's, so an offset found in it is an offset into the text.
 */
export function folded(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (plainUnits[unit] !== unit) return foldedFrom(text, at)
  }
  return text
}

/** Through bytes, for a string put together sign by sign takes three times as long. Nothing before `from` changes. */
function foldedFrom(text: string, from: number): string {
  const bytes = Buffer.from(text, 'utf16le')
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length)
  for (let at = from; at < units.length; at++) units[at] = plainUnits[units[at] ?? 0] ?? 0
  return bytes.toString('utf16le')
}

const longestDocumentName = 200

/** The folded text with the names of documents (《…》) blanked out, character for character: a date or a unit in one is not the plan's. */
function withoutDocumentNames(foldedText: string): string {
  let bare = ''
  let from = 0
  for (let open = foldedText.indexOf('《'); open >= 0; ) {
    const close = foldedText.indexOf('》', open)
    if (close < 0) break
    // Of two that open, the inner one is the name.
    open = foldedText.lastIndexOf('《', close)
    const isName = close - open <= longestDocumentName + 1 && !foldedText.slice(open, close).includes('\n')
    if (isName) {
      bare += foldedText.slice(from, open) + '※'.repeat(close + 1 - open)
      from = close + 1
    }
    open = foldedText.indexOf('《', close)
  }
  return from === 0 ? foldedText : bare + foldedText.slice(from)
}

/** 【牵头单位】县教育局: a label in brackets with its words outside is one before a colon, sign for sign. */
const labelInBrackets = /\(((?:责任|牵头|配合|主办|承办|协办|参与|主责|协同)(?:单位|部门|科室)|(?:牵头|责任|分管|包抓)领导|责任人|(?:完成|整改|办结)(?:时限|时间|期限))\)(?=[^\s(),、。;])/g

/** *6月底前,县住建局*: words in italics that close a line are set apart as a bracket would, sign for sign. */
const italicsAtEnd = /(?<=[ 。;)”!?]|^)\*(?=[^* \n])([^*\n]{3,200})\*(?=[ 。]{0,4}$)/gm

const bareOf = (foldedText: string): string => withoutDocumentNames(foldedText).replace(labelInBrackets, ' $1:').replace(italicsAtEnd, '($1)')

let whole = { text: '', plain: '', bare: '' }

/**
 * Folds a plan once and for all of its spans, which are asked for thousands of times. To be called with the very string that the
 * spans are asked of: it is then found by being the same, not by being compared.
 */
export function foldWhole(text: string): void {
  const plain = folded(text)
  whole = { text, plain, bare: bareOf(plain) }
}

/** A span of a text, folded. */
export const foldedSpan = (text: string, { from, to }: Span): string => (text === whole.text ? whole.plain.slice(from, to) : folded(text.slice(from, to)))

/** A span of a text, folded, with the names of documents in it blanked out and labels before a colon. */
export const bareSpan = (text: string, { from, to }: Span): string =>
  text === whole.text ? whole.bare.slice(from, to) : bareOf(folded(text.slice(from, to)))

const chineseDigits = '零一二三四五六七八九'

/** 十二 -> 12, 两 -> 2, '7' -> 7; undefined for what is not a number below a thousand. */
export function numberOf(written: string): number | undefined {
  if (/^\d{1,4}$/.test(written)) return Number(written)
  let total = 0
  let digit = 0
  for (const sign of written.replaceAll('两', '二').replaceAll('〇', '零')) {
    const value = chineseDigits.indexOf(sign)
    if (value >= 0) digit = value
    else if (sign === '十' || sign === '百') {
      total += (digit === 0 ? 1 : digit) * (sign === '十' ? 10 : 100)
      digit = 0
    } else return undefined
  }
  return written === '' ? undefined : total + digit
}
