// Outside text in a picture: what has no place in a drawing taken out, cut to its room, escaped.

/** Signs that no font here has, that cannot be seen, that turn a line round, or that XML does not take; half of a pair is no sign. */
const undrawable = /[\p{Extended_Pictographic}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Variation_Selector}]/gu

/** One line of what can be drawn. The signs of arithmetic and copyright that are pictographs too are no loss. */
export const drawable = (text: string): string => text.replace(/\s+/gu, ' ').replace(undrawable, '').trim()

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** How wide a text stands, in ems: a little more than it is, for the font is not measured. */
export function emsOf(text: string): number {
  let ems = 0
  for (const sign of text) ems += sign > '\u02ff' ? 1 : /[a-z0-9 .,:;()/-]/.test(sign) ? 0.57 : 0.72
  return ems
}

/** As much of it as there is room for, an ellipsis where something was left out. @param ems the room */
export function fitted(text: string, ems: number): string {
  const line = drawable(text)
  return emsOf(line) <= ems ? line : `${headOf(line, ems - 1).trimEnd()}…`
}

/** Two lines at most. English is broken between words where there is one. */
export function inTwoLines(text: string, ems: number): string[] {
  const line = drawable(text)
  if (emsOf(line) <= ems) return [line]
  const most = headOf(line, ems)
  const space = /[\w.,:]$/.test(most) && /^\w/.test(line.slice(most.length)) ? most.lastIndexOf(' ') : -1
  const first = space > most.length / 2 ? most.slice(0, space) : most
  return [first, fitted(line.slice(first.length), ems)]
}

function headOf(line: string, ems: number): string {
  let [head, left] = ['', ems]
  for (const sign of line) {
    left -= emsOf(sign)
    if (left < 0) break
    head += sign
  }
  return head
}
