import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { started } from './started.ts'

function childThat(program: string): { child: ChildProcessByStdio<null, Readable, null>; isUp: () => boolean } {
  const child = spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, isUp: () => text.includes('up') }
}

it('a child that ends before it is up has its last words in the error', async () => {
  const { child, isUp } = childThat('process.exit(3)')
  await expect(started(child, isUp, async () => Promise.resolve('no port is free'))).rejects.toThrow('ended with 3: no port is free')
})

it('a child that ends before it is up, its words out of reach, is said to have ended all the same', async () => {
  const { child, isUp } = childThat('process.exit(3)')
  await expect(started(child, isUp, async () => Promise.reject(new Error('its log is gone')))).rejects.toThrow('ended with 3: what it said is out of reach: Error: its log is gone')
})

it('of a child that was up nothing is read at its end: its folder may be gone by then', async () => {
  const { child, isUp } = childThat('console.log("up"); setInterval(() => undefined, 1000)')
  let asked = 0
  await started(child, isUp, async () => Promise.resolve(`${(asked += 1)}`))
  const gone = once(child, 'exit')
  child.kill()
  await gone
  expect(asked).toBe(0)
})
