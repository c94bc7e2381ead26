// One plain form for the many ways a sign is written, so that every rule is written once.

const plainSigns: Record<string, string> = {
  '\u3000': ' ', '\u00a0': ' ', '\t': ' ',
  '〔': '(', '〕': ')', '【': '(', '】': ')', '[': '(', ']': ')', '［': '(', '］': ')', '﹝': '(', '﹞': ')', '〖': '(', '〗': ')',
  '–': '—', '―': '—', '－': '—', '‐': '—', '‑': '—', '‒': '—', '─': '—', '-': '—', '~': '—', '～': '—', '〜': '—',
  '×': 'X', 'x': 'X', 'Ｘ': 'X', 'ｘ': 'X', '＿': '_', '﹍': '_', '○': '〇',
}

/** Full-width ASCII lies at a fixed distance from ASCII. */
const fullWidthDistance = 0xfee0

/**
 * The same text, character for character, with full-width forms, every bracket, dash and blank made plain.
 * Its length is the text's, so an offset found in it is an offset into the text.
 */
export function folded(text: string): string {
  return text.replace(/[\u3000\u00a0\t〔〕【】[\]﹝﹞〖〗–―‐‑‒─\-~〜×x﹍○\uff01-\uff5e]/g, (sign) =>
    plainSigns[sign] ?? String.fromCharCode(sign.charCodeAt(0) - fullWidthDistance))
}

/** The folded text with the names of documents (《…》) blanked out, character for character: a date or a unit in one is not the plan's. */
export function withoutDocumentNames(foldedText: string): string {
  return foldedText.replace(/《[^《》\n]{0,200}》/g, (name) => '※'.repeat(name.length))
}

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
