// What people typed, freed of Slack's escaping and of what an input method puts in.

/** Slack escapes `&<>` in what people write and wraps addresses it recognised. Mentions stay as `<@U01>`: they are whom somebody means. A mark has no other inside: where many begin and none ends, each is looked for to the next alone. */
export function unescapeText(text: string): string {
  return text
    .replace(/<([@#!])([^|<>]*)(?:\|[^<>]*)?>/g, '<$1$2>')
    .replace(/<((?:https?|mailto|tel):[^|<>]*)\|([^<>]*)>/g, (_, address: string, label: string) => (isShownAs(label, address) ? label : `${label}（${address}）`))
    .replace(/<((?:https?|mailto|tel):[^|<>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The label Slack gives an address itself: its words without what stands before them. Any other label is somebody's own, and the address is not in it. */
const isShownAs = (label: string, address: string): boolean => address === label || address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '') === label.replace(/\/$/, '')

/** Chinese punctuation that belongs to a sentence: a report's words keep theirs. */
const keptFullWidth = '，；：！？（）'

/**
 * Full-width letters, digits and signs become half-width, every kind of space a plain one, and invisible characters go.
 * Only single characters change, and only these: ㎡ and … in a report stay as they were written.
 */
export function normaliseTyped(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => (keptFullWidth.includes(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))
}

export const wordsOfTyped = (text: string): string[] => normaliseTyped(text).split(/\s+/).filter((word) => word !== '')
