// Bytes to text: Unicode with or without a mark, else GB18030, which old Windows programs still write.

/** Damaged UTF-8 has few bad places among many good ones; GB18030 taken for UTF-8 is the other way round. */
const goodPerBadInDamagedUtf8 = 10

/** Tolerated control characters: one stray mark in a long text is an accident, more are a binary file. */
const charactersPerControl = 2_000

export type Decoded = { ok: true; text: string } | { ok: false; why: 'binary' | 'damaged' }

/** The text of a file without its byte order mark, line ends as `\n`. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = encodingOfMark(bytes)
  if (marked !== undefined) {
    const text = decode(bytes, marked)
    return text === undefined ? { ok: false, why: 'damaged' } : readable(text)
  }
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== undefined) return readable(utf8)
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

/** A download cut short decodes as GB18030 without complaint, into nonsense: better to say that the file is damaged. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const loose = new TextDecoder('utf-8').decode(bytes)
  const bad = loose.match(/\uFFFD/g)?.length ?? 0
  const good = loose.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return good >= bad * goodPerBadInDamagedUtf8
}

function readable(text: string): Decoded {
  // Tab, line ends, form feed and the DOS end-of-file mark occur in honest text.
  const controls = text.match(/[\0-\x08\x0e-\x19\x1b-\x1f\x7f]/g)?.length ?? 0
  if (text.includes('\0') || controls * charactersPerControl > text.length) return { ok: false, why: 'binary' }
  return { ok: true, text: text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replaceAll('\x1a', '') }
}
