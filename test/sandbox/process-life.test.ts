import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claimFolder } from '#src/sandbox/claimed-folder.ts'
import { lifeOf, runningFrom, writePidFile } from '#src/sandbox/process-life.ts'
import { ownFolder } from './own-folder.ts'

describe('a pid file', () => {
  it('speaks of the process that wrote it', () => {
    const file = join(ownFolder(), 'pid')
    const self = lifeOf(process.pid)
    if (self === undefined) throw new Error('this process is not running')
    writePidFile(file, self, { onlyIfNew: true })
    expect(runningFrom(file)).toEqual(self)
  })

  it('does not speak of another process that was given the same pid later', () => {
    const file = join(ownFolder(), 'pid')
    writePidFile(file, { pid: process.pid, born: 'long ago' }, { onlyIfNew: true })
    expect(runningFrom(file)).toBeUndefined()
  })

  it('that a crash left half-written speaks of nobody', () => {
    const file = join(ownFolder(), 'pid')
    writeFileSync(file, '{"pid":')
    expect(runningFrom(file)).toBeUndefined()
  })
})

describe('a folder', () => {
  it('can be claimed again once it is released', () => {
    const dir = ownFolder()
    claimFolder(dir).release()
    expect(() => claimFolder(dir)).not.toThrow()
  })

  it('is taken over from an owner that is gone', () => {
    const dir = ownFolder()
    writePidFile(join(dir, 'owner.pid'), { pid: process.pid, born: 'long ago' }, { onlyIfNew: true })
    expect(() => claimFolder(dir)).not.toThrow()
  })
})
