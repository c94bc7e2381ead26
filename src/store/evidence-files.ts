// The bytes of evidence: each file once, under the SHA-256 of what is in it. The ledger has its name and who gave it.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** `altered`: there is a file, and it is not what was kept. */
export type FoundFile = { ok: true; bytes: Uint8Array } | { ok: false; why: 'gone' | 'altered' }

export type EvidenceFiles = {
  /** Resolves to the hash once the bytes are on the disk. The same bytes are kept once. */
  keep: (bytes: Uint8Array) => Promise<string>
  /** Verified: what comes back is what was kept, or nothing. */
  find: (hash: string) => Promise<FoundFile>
  /** Where an operator finds it. */
  whereIs: (hash: string) => string
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** @param dir made when the first file comes */
export function evidenceFiles(dir: string): EvidenceFiles {
  const whereIs = (hash: string): string => resolve(join(dir, hash.slice(0, 2), hash))

  async function find(hash: string): Promise<FoundFile> {
    if (!isHash(hash)) return { ok: false, why: 'gone' }
    try {
      const bytes = await readFile(whereIs(hash))
      return hashOf(bytes) === hash ? { ok: true, bytes } : { ok: false, why: 'altered' }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { ok: false, why: 'gone' }
      throw error
    }
  }

  return {
    find, whereIs,
    async keep(bytes) {
      const hash = hashOf(bytes)
      // What was altered is put right by whoever brings it again.
      if ((await find(hash)).ok) return hash
      const place = whereIs(hash)
      await mkdir(dirname(place), { recursive: true })
      // Beside its place, so that the last step is one: there is the whole file, or none.
      const unfinished = `${place}.${randomUUID()}`
      try {
        await writeThrough(unfinished, bytes)
        await rename(unfinished, place)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await flush(dirname(place))
      return hash
    },
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The name of a file is kept by its folder. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
