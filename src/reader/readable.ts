// Whether a text may be read at all.
import { folded } from './folded-text.ts'
import type { ReadRefusal } from './reading.ts'

/** Five megabytes, some nine hundred pages: far above any plan. */
export const mostCharacters = 1_700_000
/** A text may hold a stray sign; a file that is no text holds many. */
const mostControlShare = 0.01
/** A marking stands in a line of its own, perhaps beside the copy number and the urgency. */
const longestMarkLine = 40

/** Why a text is refused before it is read, or undefined. */
export function refusalOf(text: string): ReadRefusal | undefined {
  if (text.length > mostCharacters) return { code: 'text-too-long', characters: text.length, limit: mostCharacters }
  if (isBinary(text)) return { code: 'text-binary' }
  if (text.trim() === '') return { code: 'text-empty' }
  const mark = secretMark(text)
  return mark === undefined ? undefined : { code: 'text-secret', mark }
}

function isBinary(text: string): boolean {
  if (text.includes('\u0000')) return true
  let control = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13) || code === 127 || code === 0xfffd) control++
  }
  return control > Math.max(3, text.length * mostControlShare)
}

const markForms = [
  /(?:绝 ?密|机 ?密|秘 ?密) {0,2}[★☆⭐✩]/,
  /^ *(?:密级 {0,2}: {0,2})?(?:绝 {0,4}密|机 {0,4}密|秘 {0,4}密)(?:级|件)? {0,2}(?:[·.*★☆(] {0,2}(?:长期|\d{1,2} {0,2}(?:年|个月)|[一二三五十]{1,3}年)[)]? {0,2})?$/,
]

/** A name or a short word carries it between other signs: 【机密】验收.pdf, 秘密★10年, 内部资料. 保密工作, 商业秘密 and 内部控制 are none. */
const markInName = /(?:绝密|机密|秘密) {0,2}[★☆⭐✩]|(?<!\p{L})(?:(?:绝密|机密|秘密)(?:级|件|文件|材料|资料)?|内部(?:资料|文件|材料|使用|件|传阅)?)(?!\p{L})|密级 {0,2}:/u

/** The marking in a file's name, or in what was written with it. */
export const markOnName = (words: string): string | undefined => secretMark(words) ?? markInName.exec(folded(words))?.[0]

const star = /(?:密级 {0,2}: {0,2})?(?:绝密|机密|秘密) {0,2}[★☆⭐✩](?:\d{1,2} ?(?:年|个月)|长期)?/

/** The marking in a sentence that somebody wrote: one with its star, wherever it stands. */
export const markInWords = (words: string): string | undefined => secretMark(words) ?? star.exec(folded(words))?.[0]

/** The marking of a secret document, as printed. 商业秘密 in a sentence is none. */
export function secretMark(text: string): string | undefined {
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.length > longestMarkLine || !line.includes('密')) continue
    const plain = folded(line)
    if (markForms.some((form) => form.test(plain)) && !/[。;,]/.test(plain)) return line.trim()
  }
  return undefined
}
