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

const plainUnit = (unit: number): number => plainUnits[unit] ?? unit
const units = new TextDecoder('utf-16le', { ignoreBOM: true })

/**
 * The same text, character for character, with full-width forms, every bracket, dash and blank made plain.
 * Its length is the text's, so an offset found in it is an offset into the text.
 */
export function folded(text: string): string {
  let at = 0
  while (at < text.length && plainUnit(text.charCodeAt(at)) === text.charCodeAt(at)) at++
  if (at === text.length) return text
  if (text.length > shortText) return foldedWhole(text)
  let plain = text.slice(0, at)
  let from = at
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (plainUnit(unit) === unit) continue
    plain += text.slice(from, at) + String.fromCharCode(plainUnit(unit))
    from = at + 1
  }
  return plain + text.slice(from)
}

/** Up to this many signs a text is put together from pieces; decoding an array of units pays for longer ones only. */
const shortText = 64

function foldedWhole(text: string): string {
  const plain = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) plain[at] = plainUnit(text.charCodeAt(at))
  return units.decode(plain)
}

/** The folded text with the names of documents (《…》) blanked out, character for character: a date or a unit in one is not the plan's. */
export function withoutDocumentNames(foldedText: string): string {
  return foldedText.replace(/《[^《》\n]{0,200}》/g, (name) => '※'.repeat(name.length))
}

let whole = { text: '', plain: '', bare: '' }

/**
 * Folds a plan once and for all of its spans, which are asked for thousands of times. To be called with the very string that the
 * spans are asked of: it is then found by being the same, not by being compared.
 */
export function foldWhole(text: string): void {
  const plain = folded(text)
  whole = { text, plain, bare: withoutDocumentNames(plain) }
}

/** A span of a text, folded. */
export const foldedSpan = (text: string, { from, to }: Span): string => (text === whole.text ? whole.plain.slice(from, to) : folded(text.slice(from, to)))

/** A span of a text, folded, with the names of documents in it blanked out. */
export const bareSpan = (text: string, { from, to }: Span): string =>
  text === whole.text ? whole.bare.slice(from, to) : withoutDocumentNames(folded(text.slice(from, to)))

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
