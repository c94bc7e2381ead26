import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldedLog } from '#src/store/folded-log.ts'
import { clearHalfWritten, decoded, snapshotFile } from '#src/store/snapshot-file.ts'
import type { Snapshot } from '#src/store/snapshot.ts'
import { guestbook, stamp } from './guestbook.ts'
import { entryAfter } from './log-entries.ts'

const [key, code] = ['{plan:p1}:log', 'c0de']

function snapshotOf(names: readonly string[]): Snapshot {
  const known = foldedLog(guestbook)
  for (const name of names) known.take(entryAfter(known.tail(), `click/${name}`, JSON.stringify({ stamp, events: [{ type: 'signed', name, wish: '平安' }] })))
  return known.snapshot()
}
const snapshot = snapshotOf(['王芳', '李强', '赵敏'])

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'duban-snapshots-'))
})
afterEach(async () => rm(dir, { recursive: true, force: true }))

describe('a snapshot in a file', () => {
  it('is read as it was written', async () => {
    const file = snapshotFile(join(dir, 'new'), key, code)
    expect(file.read()).toEqual({ ok: false, why: 'none' })
    await file.write(snapshot)
    const read = file.read()
    expect(read).toMatchObject({ ok: true, snapshot: { position: 3, hash: snapshot.hash, marks: snapshot.marks } })
    const known = foldedLog(guestbook)
    if (read.ok) known.standOn(read.snapshot, () => undefined)
    expect(known.state()).toEqual({ names: new Map([['王芳', 1], ['李强', 2], ['赵敏', 3]]), lastOn: '2026-06-30' })
    expect(known.find('click/李强')).toMatchObject({ position: 2, events: [{ name: '李强' }] })
    expect([...known.entries()].map(({ id }) => id)).toEqual(['click/王芳', 'click/李强', 'click/赵敏'])
  })

  it('takes the place of the one before, and leaves nothing beside it', async () => {
    const file = snapshotFile(dir, key, code)
    await file.write(snapshot)
    await file.write(snapshotOf(['甲', '乙', '丙', '丁']))
    expect(file.read()).toMatchObject({ ok: true, snapshot: { position: 4 } })
    expect(await readdir(dir)).toEqual(['plan-p1-log.snapshot'])
  })

  it('is read by nobody but its owner', async () => {
    await snapshotFile(join(dir, 'new'), key, code).write(snapshot)
    expect((await stat(join(dir, 'new'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(dir, 'new', 'plan-p1-log.snapshot'))).mode & 0o777).toBe(0o600)
  })

  it('of another release or another log is none', async () => {
    await snapshotFile(dir, key, code).write(snapshot)
    expect(snapshotFile(dir, key, 'other').read()).toEqual({ ok: false, why: 'other-code' })
    const bytes = await readFile(join(dir, 'plan-p1-log.snapshot'))
    expect(decoded(bytes, '{plan:p2}:log', code)).toEqual({ ok: false, why: 'other-log' })
  })

  it('is none when any byte of it is another, wherever it was cut, and whatever else lies there', async () => {
    await snapshotFile(dir, key, code).write(snapshot)
    const bytes = await readFile(join(dir, 'plan-p1-log.snapshot'))
    expect(decoded(bytes, key, code).ok).toBe(true)
    for (let at = 0; at < bytes.length; at += 1) {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ (1 << at % 8)
      expect(decoded(other, key, code)).toEqual({ ok: false, why: 'damaged' })
      expect(decoded(bytes.subarray(0, at), key, code)).toEqual({ ok: false, why: 'damaged' })
    }
    expect(decoded(Buffer.concat([bytes, bytes]), key, code)).toEqual({ ok: false, why: 'damaged' })
    fc.assert(fc.property(fc.uint8Array(), (noise) => {
      expect(decoded(Buffer.from(noise), key, code)).toEqual({ ok: false, why: 'damaged' })
    }))
  })

  it('that is longer than any is not read', async () => {
    const path = join(dir, 'plan-p1-log.snapshot')
    await writeFile(path, '')
    await truncate(path, 2 ** 30 + 1)
    expect(snapshotFile(dir, key, code).read()).toEqual({ ok: false, why: 'damaged' })
  })

  it('that was half written by somebody who is gone is cleared away, and what others write now is left alone', async () => {
    for (const name of ['plan-p1-log.snapshot.1.part', 'plan-p2-log.snapshot.2.part', 'plan-p1-log.snapshot']) await writeFile(join(dir, name), '')
    const now = Date.now()
    await utimes(join(dir, 'plan-p1-log.snapshot.1.part'), now / 1000 - 7200, now / 1000 - 7200)
    await clearHalfWritten(dir, now)
    expect((await readdir(dir)).toSorted()).toEqual(['plan-p1-log.snapshot', 'plan-p2-log.snapshot.2.part'])
    await clearHalfWritten(join(dir, 'nowhere'), now)
  })
})
