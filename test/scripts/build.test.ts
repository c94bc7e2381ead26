import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { built } from '../../scripts/build.mjs'

const place = mkdtempSync(join(tmpdir(), 'duban-build-'))
let [root, cache] = ['', '']
afterAll(() => rmSync(place, { recursive: true, force: true }))

const write = (path: string, text: string): void => writeFileSync(join(root, path), text)
const said = (folder: string): string => execFileSync(process.execPath, [join(folder, 'main.mjs')], { encoding: 'utf8' }).trim()

/** A project with the four programs, of which the first says what another file tells it. */
beforeEach(() => {
  root = mkdtempSync(join(place, 'project-'))
  cache = join(root, 'cache')
  for (const room of ['src/documents', 'commands', 'templates']) mkdirSync(join(root, room), { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) write(name, '{}')
  for (const name of ['snapshot-writer', 'documents/reading-worker', 'documents/paper-worker']) write(`src/${name}.ts`, '')
  write('templates/word.ts', `export const word: string = '一'`)
  write('src/main.ts', `import { word } from '../templates/word.ts'\nconsole.log(word)`)
})

describe('the built bot', () => {
  it('is each program in a file of its own', async () => {
    expect(readdirSync(await built(root, cache)).filter((name) => name.endsWith('.mjs')).toSorted()).toEqual(['main.mjs', 'paper-worker.mjs', 'reading-worker.mjs', 'snapshot-writer.mjs'])
  })

  it('is made once of the same files', async () => {
    const first = await built(root, cache)
    const madeAt = statSync(join(first, 'main.mjs')).mtimeMs
    expect(await built(root, cache)).toBe(first)
    expect(statSync(join(first, 'main.mjs')).mtimeMs).toBe(madeAt)
  })

  it.each(['templates/word.ts', 'package-lock.json'])('is another one where %s was changed, whatever its date', async (path) => {
    const first = await built(root, cache)
    write(path, path.endsWith('.ts') ? `export const word: string = '二'` : '{ }')
    utimesSync(join(root, path), 0, 0)
    expect(await built(root, cache)).not.toBe(first)
  })

  it('does what the files say now', async () => {
    await built(root, cache)
    write('templates/word.ts', `export const word: string = '二'`)
    expect(said(await built(root, cache))).toBe('二')
  })

  it('knows where each of its files was written', async () => {
    write('src/main.ts', 'console.log(import.meta.url)')
    expect(said(await built(root, cache))).toBe(pathToFileURL(join(root, 'src/main.ts')).href)
  })

  it('can be read by whoever runs it', async () => {
    expect(statSync(await built(root, cache)).mode & 0o055).toBe(0o055)
  })

  it('is one where two begin at once, and nothing half made stays', async () => {
    const [one, other] = await Promise.all([built(root, cache), built(root, cache)])
    expect(one).toBe(other)
    expect(readdirSync(cache)).toHaveLength(1)
  })

  it('leaves nothing half made where the files are wrong', async () => {
    write('src/main.ts', 'const = 1')
    await expect(built(root, cache)).rejects.toThrow('Build failed')
    expect(readdirSync(cache)).toEqual([])
  })

  it('stays beside the two after it, and goes with the third once it is a day old', async () => {
    const first = await built(root, cache)
    for (const word of ['二', '三']) {
      write('templates/word.ts', `export const word: string = '${word}'`)
      await built(root, cache)
    }
    expect(readdirSync(cache)).toHaveLength(3)
    utimesSync(first, 1, 1)
    cpSync(join(root, 'templates/word.ts'), join(root, 'templates/other.ts'))
    const last = await built(root, cache)
    expect(readdirSync(cache)).toHaveLength(3)
    expect(readdirSync(cache).map((name) => join(cache, name))).not.toContain(first)
    expect(readdirSync(cache).map((name) => join(cache, name))).toContain(last)
  })

  it('stays where many are made in one day', async () => {
    for (const word of ['二', '三', '四', '五', '六']) {
      write('templates/word.ts', `export const word: string = '${word}'`)
      await built(root, cache)
    }
    expect(readdirSync(cache)).toHaveLength(5)
  })
})
