// Zip files, opened without trusting them: their sizes are known before anything is unpacked.
import { crc32, inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'

const inflate = promisify(inflateRaw)

/** Layout of a zip: PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16. */
const layout = {
  end: { mark: 0x06054b50, length: 22, entriesHere: 8, entries: 10, size: 12, directory: 16, longestComment: 0xffff },
  entry: { mark: 0x02014b50, length: 46, flags: 8, method: 10, crc: 16, packed: 20, unpacked: 24, name: 28, extra: 30, comment: 32, local: 42 },
  local: { mark: 0x04034b50, length: 30, crc: 14, packed: 18, unpacked: 22, name: 26, extra: 28 },
  stored: 0,
  deflated: 8,
  encrypted: 1,
}

export type ZipFiles = ReadonlyMap<string, Uint8Array>
export type Unzipped = { ok: true; files: ZipFiles } | { ok: false; why: 'broken' } | { ok: false; why: 'too-large'; bytes: number }

type Entry = { name: string; method: number; packed: number; unpacked: number; local: number }

/** The names in a zip's directory, or undefined where there is none. */
export const namesInZip = (bytes: Uint8Array): string[] | undefined => directoryOf(bytes)?.map(({ name }) => name)

/**
 * The wanted files of a zip. What its directory says they come to is added up first; a directory that says less than is
 * packed is `broken`, found out at the size it admits to.
 *
 * @param limit bytes unpacked; above it nothing is unpacked
 */
export async function unzip(bytes: Uint8Array, limit: number, isWanted: (name: string) => boolean = () => true): Promise<Unzipped> {
  const entries = directoryOf(bytes)?.filter(({ name }) => isWanted(name))
  if (entries === undefined) return { ok: false, why: 'broken' }
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (declared > limit) return { ok: false, why: 'too-large', bytes: declared }
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const content = await contentOf(bytes, entry)
    if (content === undefined) return { ok: false, why: 'broken' }
    files.set(entry.name, content)
  }
  return { ok: true, files }
}

/** A zip of these files, packed without compression. */
export function zip(files: ZipFiles): Uint8Array {
  const locals: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let at = 0
  for (const [name, content] of files) {
    const nameBytes = new TextEncoder().encode(name)
    const [local, localBytes] = blank(layout.local.length)
    local.setUint32(0, layout.local.mark, true)
    const [entry, entryBytes] = blank(layout.entry.length)
    entry.setUint32(0, layout.entry.mark, true)
    entry.setUint32(layout.entry.local, at, true)
    for (const [view, place] of [[local, layout.local], [entry, layout.entry]] as const) {
      view.setUint32(place.crc, crc32(content), true)
      view.setUint32(place.packed, content.length, true)
      view.setUint32(place.unpacked, content.length, true)
      view.setUint16(place.name, nameBytes.length, true)
    }
    locals.push(localBytes, nameBytes, content)
    entries.push(entryBytes, nameBytes)
    at += localBytes.length + nameBytes.length + content.length
  }
  const [end, endBytes] = blank(layout.end.length)
  end.setUint32(0, layout.end.mark, true)
  end.setUint16(layout.end.entriesHere, files.size, true)
  end.setUint16(layout.end.entries, files.size, true)
  end.setUint32(layout.end.size, entries.reduce((sum, { length }) => sum + length, 0), true)
  end.setUint32(layout.end.directory, at, true)
  return Buffer.concat([...locals, ...entries, endBytes])
}

function directoryOf(bytes: Uint8Array): Entry[] | undefined {
  const view = viewOf(bytes)
  const end = endOf(view)
  if (end === undefined) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + layout.end.directory, true)
  for (let left = view.getUint16(end + layout.end.entries, true); left > 0; left--) {
    if (at + layout.entry.length > end || view.getUint32(at, true) !== layout.entry.mark) return undefined
    if ((view.getUint16(at + layout.entry.flags, true) & layout.encrypted) !== 0) return undefined
    const nameLength = view.getUint16(at + layout.entry.name, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + layout.entry.length, at + layout.entry.length + nameLength)),
      method: view.getUint16(at + layout.entry.method, true),
      packed: view.getUint32(at + layout.entry.packed, true),
      unpacked: view.getUint32(at + layout.entry.unpacked, true),
      local: view.getUint32(at + layout.entry.local, true),
    })
    at += layout.entry.length + nameLength + view.getUint16(at + layout.entry.extra, true) + view.getUint16(at + layout.entry.comment, true)
  }
  return entries
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - layout.end.length
  for (let at = last; at >= Math.max(0, last - layout.end.longestComment); at--) if (view.getUint32(at, true) === layout.end.mark) return at
  return undefined
}

async function contentOf(bytes: Uint8Array, { local, method, packed, unpacked }: Entry): Promise<Uint8Array | undefined> {
  const view = viewOf(bytes)
  if (local + layout.local.length > bytes.length || view.getUint32(local, true) !== layout.local.mark) return undefined
  const from = local + layout.local.length + view.getUint16(local + layout.local.name, true) + view.getUint16(local + layout.local.extra, true)
  const content = bytes.subarray(from, from + packed)
  if (content.length !== packed) return undefined
  if (method === layout.stored) return packed === unpacked ? content : undefined
  if (method !== layout.deflated) return undefined
  try {
    // The output limit stops a file that lies about itself at the size it admits to.
    const inflated = await inflate(content, { maxOutputLength: Math.max(unpacked, 1) })
    return inflated.length === unpacked ? inflated : undefined
  } catch {
    return undefined // zlib throws for damaged or longer content: an answer, not a fault.
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function blank(length: number): [DataView, Uint8Array] {
  const bytes = new Uint8Array(length)
  return [viewOf(bytes), bytes]
}
