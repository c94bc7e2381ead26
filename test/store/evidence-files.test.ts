import { chmod, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceFiles, type EvidenceFiles } from '#src/store/evidence-files.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a file of evidence', () => {
  let dir: string
  let files: EvidenceFiles
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'duban-evidence-'))
    files = evidenceFiles(join(dir, 'evidence'))
  })
  afterAll(async () => rm(dir, { recursive: true, force: true }))

  it('comes back as it was kept, under the hash of its bytes', async () => {
    const hash = await files.keep(bytes('验收报告'))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await files.find(hash)).toEqual({ ok: true, bytes: Buffer.from(bytes('验收报告')) })
  })

  it('is kept once, however often and by however many it is brought, and leaves nothing unfinished', async () => {
    const hashes = await Promise.all([1, 2, 3].map(async () => files.keep(bytes('同一份'))))
    expect(new Set(hashes).size).toBe(1)
    expect(await readdir(dirname(files.whereIs(hashes[0] ?? '')))).toEqual([hashes[0]])
  })

  it('that was changed or cut short on the disk is not given out, and is put right when it comes again', async () => {
    for (const spoil of [async (path: string) => writeFile(path, '别的'), async (path: string) => truncate(path, 2)]) {
      const hash = await files.keep(bytes('原件'))
      await chmod(files.whereIs(hash), 0o600)
      await spoil(files.whereIs(hash))
      expect(await files.find(hash)).toEqual({ ok: false, why: 'altered' })
      expect(await files.keep(bytes('原件'))).toBe(hash)
      expect((await files.find(hash)).ok).toBe(true)
    }
  })

  it('that was never kept is gone, and no hash leads outside the folder', async () => {
    for (const hash of ['0'.repeat(64), '../../etc/passwd', '', `..${'0'.repeat(62)}`]) expect(await files.find(hash)).toEqual({ ok: false, why: 'gone' })
  })

  it('of no bytes is a file too', async () => expect((await files.find(await files.keep(new Uint8Array()))).ok).toBe(true))
})
