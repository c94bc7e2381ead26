// A snapshot as a file: a sum of all that follows, a head in JSON, and the bytes. Whatever is not as it was written, or written by another release, is none.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Pack } from './packed-entries.ts'
import type { Snapshot } from './snapshot.ts'

const Head = z.strictObject({
  format: z.literal(1), code: z.string(), key: z.string(), position: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes of the state, and how many packs: of each there are two numbers, its entries and its bytes. */
  state: z.int().min(1), packs: z.int().min(1),
})
type Head = z.infer<typeof Head>

/** `none`: there is no file. `damaged`: not as it was written. `other-code`: of another release, or another Node. `other-log`: of another log. */
export type SnapshotRead = { ok: true; snapshot: Snapshot } | { ok: false; why: 'none' | 'damaged' | 'other-code' | 'other-log' }

export type SnapshotFile = { read: () => SnapshotRead; write: (snapshot: Snapshot) => Promise<void>; drop: () => Promise<void> }

/** Longer is no snapshot of a plan. */
const mostBytes = 2 ** 30
const sumLength = 64
const ending = '.snapshot'
/** Whoever was killed while writing left this behind. */
const halfWritten = '.part'

const sumOf = (...parts: readonly Uint8Array[]): string => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')
const nameOf = (key: string): string => `${key.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '')}${ending}`

/** @param code what `codeHash` says: the state's shape is what the code makes it */
export function snapshotFile(dir: string, key: string, code: string): SnapshotFile {
  const path = join(dir, nameOf(key))
  return {
    read() {
      const bytes = bytesOf(path)
      return bytes === undefined ? { ok: false, why: 'none' } : decoded(bytes, key, code)
    },
    async write(snapshot) {
      await mkdir(dir, { recursive: true, mode: 0o700 })
      const part = `${path}.${randomUUID()}${halfWritten}`
      try {
        const file = await open(part, 'wx', 0o600)
        try {
          for (const bytes of encoded(snapshot, key, code)) await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(part, path)
      } finally {
        await rm(part, { force: true })
      }
    },
    drop: async () => rm(path, { force: true }),
  }
}

/** What writers that are gone left half done. @param olderThanMs others may be at work */
export async function clearHalfWritten(dir: string, now: number, olderThanMs = 60 * 60 * 1000): Promise<void> {
  for (const name of await readdir(dir).catch(() => [])) {
    if (!name.endsWith(halfWritten)) continue
    const path = join(dir, name)
    const written = await stat(path).catch(() => undefined)
    if (written !== undefined && written.mtimeMs < now - olderThanMs) await rm(path, { force: true })
  }
}

/** Read at once: it is asked for where a log is opened, before anybody can ask anything of it. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return statSync(path).size > mostBytes ? Buffer.alloc(0) : readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

export function encoded({ position, hash, state, marks, packs }: Snapshot, key: string, code: string): Uint8Array[] {
  const head: Head = { format: 1, code, key, position, hash, state: state.byteLength, packs: packs.length }
  const lengths = Uint32Array.from(packs.flatMap(({ count, bytes }) => [count, bytes.byteLength]))
  const parts = [Buffer.from(`\n${JSON.stringify(head)}\n`), bytesIn(lengths), bytesIn(marks), state, ...packs.map(({ bytes }) => bytes)]
  return [Buffer.from(sumOf(...parts)), ...parts]
}

export function decoded(bytes: Buffer, key: string, code: string): SnapshotRead {
  const damaged = { ok: false, why: 'damaged' } as const
  const rest = bytes.subarray(sumLength)
  if (bytes.subarray(0, sumLength).toString('latin1') !== sumOf(rest)) return damaged
  const headEnd = rest.indexOf('\n', 1)
  const read = headEnd < 0 ? undefined : Head.safeParse(jsonIn(rest.subarray(1, headEnd).toString()))
  if (read?.success !== true) return damaged
  const head = read.data
  if (head.code !== code) return { ok: false, why: 'other-code' }
  if (head.key !== key) return { ok: false, why: 'other-log' }
  let at = headEnd + 1
  // Copied: what is kept of it for long does not hold the rest.
  const next = (length: number): Uint8Array => new Uint8Array(rest.subarray(at, (at += length)))
  const [lengths, marks] = [new Uint32Array(next(8 * head.packs).buffer), new Uint32Array(next(4 * head.position).buffer)]
  const [state, together] = [next(head.state), next(rest.length)]
  const packs: Pack[] = []
  let [from, entries] = [0, 0]
  for (let pack = 0; pack < head.packs; pack += 1) {
    const [count = 0, length = 0] = lengths.subarray(2 * pack)
    packs.push({ count, bytes: together.subarray(from, (from += length)) })
    entries += count
  }
  if (from !== together.length || entries !== head.position) return damaged
  return { ok: true, snapshot: { position: head.position, hash: head.hash, state, marks, packs } }
}

const bytesIn = ({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
