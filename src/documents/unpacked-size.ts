// How large a zip becomes, found out before anything that trusts it opens it.
import { inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'

const inflate = promisify(inflateRaw)

/** Layout of a zip: PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16. */
const zip = {
  end: { mark: 0x06054b50, length: 22, entries: 10, directory: 16, longestComment: 0xffff },
  entry: { mark: 0x02014b50, length: 46, flags: 8, method: 10, packed: 20, unpacked: 24, name: 28, extra: 30, comment: 32, local: 42 },
  local: { mark: 0x04034b50, length: 30, name: 26, extra: 28 },
  stored: 0,
  deflated: 8,
  encrypted: 1,
}

export type UnpackedSize = { ok: true; files: { name: string; bytes: number }[] } | { ok: false; why: 'broken' } | { ok: false; why: 'too-large'; bytes: number }

type Entry = { name: string; method: number; packed: number; unpacked: number; local: number }

/**
 * What the zip's directory says its files come to, each checked against the file itself: a directory that says less
 * than is packed is `broken`, so whoever unpacks afterwards gets no more than the sizes given here.
 *
 * @param limit bytes unpacked; above it nothing is unpacked
 */
export async function unpackedSize(bytes: Uint8Array, limit: number): Promise<UnpackedSize> {
  const entries = directoryOf(bytes)
  if (entries === undefined) return { ok: false, why: 'broken' }
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (declared > limit) return { ok: false, why: 'too-large', bytes: declared }
  for (const entry of entries) if (!(await isAsDeclared(bytes, entry))) return { ok: false, why: 'broken' }
  return { ok: true, files: entries.map(({ name, unpacked }) => ({ name, bytes: unpacked })) }
}

function directoryOf(bytes: Uint8Array): Entry[] | undefined {
  const view = viewOf(bytes)
  const end = endOf(view)
  if (end === undefined) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + zip.end.directory, true)
  for (let left = view.getUint16(end + zip.end.entries, true); left > 0; left--) {
    if (at + zip.entry.length > end || view.getUint32(at, true) !== zip.entry.mark) return undefined
    if ((view.getUint16(at + zip.entry.flags, true) & zip.encrypted) !== 0) return undefined
    const nameLength = view.getUint16(at + zip.entry.name, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + zip.entry.length, at + zip.entry.length + nameLength)),
      method: view.getUint16(at + zip.entry.method, true),
      packed: view.getUint32(at + zip.entry.packed, true),
      unpacked: view.getUint32(at + zip.entry.unpacked, true),
      local: view.getUint32(at + zip.entry.local, true),
    })
    at += zip.entry.length + nameLength + view.getUint16(at + zip.entry.extra, true) + view.getUint16(at + zip.entry.comment, true)
  }
  return entries
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - zip.end.length
  for (let at = last; at >= Math.max(0, last - zip.end.longestComment); at--) if (view.getUint32(at, true) === zip.end.mark) return at
  return undefined
}

async function isAsDeclared(bytes: Uint8Array, { local, method, packed, unpacked }: Entry): Promise<boolean> {
  const view = viewOf(bytes)
  if (local + zip.local.length > bytes.length || view.getUint32(local, true) !== zip.local.mark) return false
  const from = local + zip.local.length + view.getUint16(local + zip.local.name, true) + view.getUint16(local + zip.local.extra, true)
  if (from + packed > bytes.length) return false
  if (method === zip.stored) return packed === unpacked
  if (method !== zip.deflated) return false
  try {
    // The output limit stops a file that lies about itself at the size it admits to.
    const content = await inflate(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(unpacked, 1) })
    return content.length === unpacked
  } catch {
    return false // zlib throws for damaged or longer content: an answer, not a fault.
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
