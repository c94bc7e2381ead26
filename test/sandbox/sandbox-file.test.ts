import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSandboxFile, writeSandboxFile, type SandboxFile } from '#src/sandbox/sandbox-file.ts'
import { ownFolder } from './own-folder.ts'

const sandbox: SandboxFile = {
  page: 'http://localhost:3900',
  control: 'http://localhost:3900/_control',
  redis: 'redis://127.0.0.1:40001',
  bot: { userId: 'U0DUBAN' },
  people: [
    { id: 'U01', name: '教育局联络员', role: 'contact', unit: '教育局' },
    { id: 'U09', name: '路人', role: 'none', unit: null },
  ],
  channels: { 督办工作群: 'C01' },
  log: '/tmp/duban/bot.log',
}

it('another program reads where the sandbox is and who lives in it, until it stops', () => {
  const file = join(ownFolder(), '.duban', 'sandbox.json')
  const written = writeSandboxFile(file, sandbox)
  expect(readSandboxFile(file)).toEqual(sandbox)
  written.remove()
  expect(existsSync(file)).toBe(false)
})

it('what someone else wrote there is not taken for a sandbox', () => {
  const file = join(ownFolder(), 'sandbox.json')
  writeFileSync(file, JSON.stringify({ ...sandbox, people: [{ id: 'U01', name: '张三', role: 'king', unit: null }] }))
  expect(() => readSandboxFile(file)).toThrow(/role/)
})
