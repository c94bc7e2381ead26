// A fault that no door caught ends the process as a stop does: what is under way is finished, the books are closed, and whoever watches it starts it again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, inject, it, onTestFinished } from 'vitest'
import { runSandbox } from './running-sandbox.ts'

/** Breaks a promise that nobody waits for, as a library may, once there is a file of that name. */
const breaksAt = (file: string): string =>
  `data:text/javascript,${encodeURIComponent(`import { existsSync } from 'node:fs'; const look = setInterval(() => { if (!existsSync(${JSON.stringify(file)})) return; clearInterval(look); Promise.reject(new Error('xoxb-1-secret broke')) }, 20)`)}`

it('a promise that breaks where nobody waits for it is logged, and the stop is orderly', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-net-'))
  const broken = join(folder, 'broken')
  const sandbox = await runSandbox({ folder, program: ['--enable-source-maps', '--import', breaksAt(broken), inject('sandboxProgram')] })
  onTestFinished(async () => sandbox.end())
  writeFileSync(broken, '')
  expect(await sandbox.gone()).toBe(1)
  expect(sandbox.printed()).toContain(`duban broke and is stopping. The cause is in ${sandbox.facts.log}`)
  const fatal = readFileSync(sandbox.facts.log, 'utf8').split('\n').filter((line) => line.includes('"level":60'))
  expect(fatal).toEqual([expect.stringContaining('nobody waited for')])
  expect(fatal.join()).toContain('xoxb-… broke')
  expect(existsSync(join(dirname(sandbox.facts.log), 'sandbox.json'))).toBe(false)
}, 60_000)
