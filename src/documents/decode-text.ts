// Bytes to text: Unicode with or without a mark, else GB18030, which old Windows programs still write.

/** Damaged UTF-8 has few bad places among many good ones; GB18030 taken for UTF-8 is the other way round. */
const goodPerBadInDamagedUtf8 = 10

/** Tolerated control characters: one stray mark in a long text is an accident, more are a binary file. */
const charactersPerControl = 2_000

/** How much of a text without a mark must be Chinese, points and Latin for its bytes to be UTF-16; bytes of another encoding give signs of everywhere. */
const ordinaryInUtf16 = 0.9
/** Enough of a text to tell. */
const unitsLookedAt = 20_000

export type Decoded = { ok: true; text: string } | { ok: false; why: 'binary' | 'damaged' }

/** The text of a file without its byte order mark, line ends as `\n`. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = encodingOfMark(bytes)
  if (marked !== undefined) {
    const text = decode(bytes, marked)
    return text === undefined ? { ok: false, why: 'damaged' } : readable(text)
  }
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== undefined && !utf8.includes('\0')) return readable(utf8)
  const utf16 = (['utf-16le', 'utf-16be'] as const).find((encoding) => isUtf16(bytes, encoding))
  const text = utf16 === undefined ? utf8 : decode(bytes, utf16)
  if (text !== undefined) return readable(text)
  if (isDamagedUtf8(bytes)) return { ok: false, why: 'damaged' }
  const gb = decode(bytes, 'gb18030')
  return gb === undefined ? { ok: false, why: 'binary' } : readable(gb)
}

function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined // The decoder throws for bytes that are not of this encoding: an answer, not a fault.
  }
}

function isUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  if (bytes.length === 0 || bytes.length % 2 !== 0) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units = Math.min(unitsLookedAt, bytes.length / 2)
  let ordinary = 0
  for (let at = 0; at < units; at++) if (isOrdinary(view.getUint16(at * 2, encoding === 'utf-16le'))) ordinary++
  return ordinary >= units * ordinaryInUtf16
}

/** ASCII and line ends, 、。《》, Chinese characters, full-width forms. */
const isOrdinary = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) || unit === 0x09 || unit === 0x0a || unit === 0x0d || (unit >= 0x2010 && unit <= 0x203b) || (unit >= 0x3000 && unit <= 0x3017) || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xff01 && unit <= 0xff5e)

/** A download cut short decodes as GB18030 without complaint, into nonsense: better to say that the file is damaged. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const loose = new TextDecoder('utf-8').decode(bytes)
  let [bad, good] = [0, 0]
  for (let at = 0; at < loose.length; at++) {
    const unit = loose.charCodeAt(at)
    if (unit === 0xfffd) bad++
    else if (unit >= 0x80) good++
  }
  return good >= bad * goodPerBadInDamagedUtf8
}

function readable(text: string): Decoded {
  let controls = 0
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) controls++
  if (text.includes('\0') || controls * charactersPerControl > text.length) return { ok: false, why: 'binary' }
  return { ok: true, text: text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replaceAll('\x1a', '') }
}

/** Tab, line ends, form feed and the DOS end-of-file mark occur in honest text. */
const isControl = (unit: number): boolean => (unit < 0x20 && (unit < 0x09 || unit > 0x0d) && unit !== 0x1a) || unit === 0x7f
