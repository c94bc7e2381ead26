// A snapshot as a file: a sum of all that follows, a head in JSON, and the bytes. Whatever is not as it was written, or written by another release, is none.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Snapshot } from './snapshot.ts'

const Head = z.strictObject({
  format: z.literal(1), code: z.string(), key: z.string(), position: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes; of a pack also its entries. */
  state: z.int().min(1), marks: z.int().min(1), packs: z.array(z.tuple([z.int().min(1), z.int().min(1)])),
})
type Head = z.infer<typeof Head>

/** `none`: there is no file. `damaged`: not as it was written. `other-code`: of another release, or another Node. `other-log`: of another log. */
export type SnapshotRead = { ok: true; snapshot: Snapshot } | { ok: false; why: 'none' | 'damaged' | 'other-code' | 'other-log' }

export type SnapshotFile = { read: () => Promise<SnapshotRead>; write: (snapshot: Snapshot) => Promise<void>; drop: () => Promise<void> }

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
    async read() {
      const bytes = await bytesOf(path)
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

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return (await stat(path)).size > mostBytes ? Buffer.alloc(0) : await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

export function encoded({ position, hash, state, marks, packs }: Snapshot, key: string, code: string): Uint8Array[] {
  const head: Head = { format: 1, code, key, position, hash, state: state.byteLength, marks: marks.byteLength, packs: packs.map(({ count, bytes }) => [count, bytes.byteLength]) }
  const parts = [Buffer.from(`\n${JSON.stringify(head)}\n`), state, new Uint8Array(marks.buffer, marks.byteOffset, marks.byteLength), ...packs.map(({ bytes }) => bytes)]
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
  const lengths = [head.state, head.marks, ...head.packs.map(([, length]) => length)]
  const isWhole = sum(lengths) === rest.length - headEnd - 1 && sum(head.packs.map(([count]) => count)) === head.position && head.marks === 4 * head.position
  if (!isWhole) return damaged
  let at = headEnd + 1
  // Copied: what is kept of it for long does not hold the rest.
  const next = (length: number): Uint8Array => new Uint8Array(rest.subarray(at, (at += length)))
  const state = next(head.state)
  const marks = new Uint32Array(next(head.marks).buffer)
  const together = next(sum(head.packs.map(([, length]) => length)))
  let from = 0
  const packs = head.packs.map(([count, length]) => ({ count, bytes: together.subarray(from, (from += length)) }))
  return { ok: true, snapshot: { position: head.position, hash: head.hash, state, marks, packs } }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
