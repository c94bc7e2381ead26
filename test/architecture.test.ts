// Arrows point inward: the imports are walked, and a planted mistake of every kind is seen.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrows, resolving } from './arrows.ts'

const house = fileURLToPath(new URL('..', import.meta.url))
const floors = ['src', 'commands', 'templates']

type Walk = { modules: number; broken: string[]; imports: number }

async function walk(base: string): Promise<Walk> {
  const { output } = await cruise(
    floors,
    { baseDir: base, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, validate: true, ruleSet: { forbidden: arrows } },
    resolving,
    { tsConfig: extractTSConfig(join(house, 'tsconfig.json')) },
  )
  const { summary } = output as ICruiseResult
  return { modules: summary.totalCruised, imports: summary.totalDependenciesCruised ?? 0, broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`) }
}

describe('the house', () => {
  let walked: Walk
  beforeAll(async () => {
    walked = await walk(house)
  }, 120_000)

  it('is walked at all', () => {
    expect(walked.modules).toBeGreaterThan(100)
    expect(walked.imports).toBeGreaterThan(300)
  })

  it('has every arrow pointing inward', () => expect(walked.broken).toEqual([]))
})

describe('a small house with a mistake of every kind', () => {
  const small = mkdtempSync(join(tmpdir(), 'duban-house-'))
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(small, path)), { recursive: true })
    writeFileSync(join(small, path), text)
  }
  let walked: Walk

  beforeAll(async () => {
    put('package.json', JSON.stringify({ type: 'module', imports: { '#src/*': './src/*', '#commands/*': './commands/*', '#templates/*': './templates/*' } }))
    put('tsconfig.json', '{}')
    put('node_modules/@slack/bolt/package.json', JSON.stringify({ name: '@slack/bolt', version: '1.0.0', main: 'index.js' }))
    put('node_modules/@slack/bolt/index.js', '')
    put('src/ledger/words.ts', `import type { Card } from '#templates/card.ts'\nexport type Said = Card`)
    put('src/ledger/file.ts', `import { readFileSync } from 'node:fs'\nexport const read = readFileSync`)
    put('src/ledger/plain.ts', 'export const one = 1')
    put('src/queries/platform.ts', `import '@slack/bolt'\nexport const ask = 1`)
    put('src/calendar/clock.ts', `import { redis } from '#src/store/redis.ts'\nexport const now = redis`)
    put('templates/card.ts', `import { redis } from '#src/store/redis.ts'\nexport type Card = typeof redis`)
    put('commands/report.ts', `import { slack } from '#src/slack/slack.ts'\nexport const report = slack`)
    put('src/store/redis.ts', `import type { slack } from '#src/slack/slack.ts'\nexport const redis = 1 as unknown as typeof slack`)
    put('src/slack/slack.ts', `import '@slack/bolt'\nimport { one } from '#src/ledger/plain.ts'\nexport const slack = one`)
    put('src/delivery/send.ts', `import { report } from '#commands/report.ts'\nexport const send = report`)
    put('src/documents/app.ts', `import { app } from '#src/app.ts'\nexport const asked = app`)
    put('src/app.ts', `import { slack } from '#src/slack/slack.ts'\nexport const app = slack`)
    put('src/meetings/one.ts', `import { two } from './two.ts'\nexport const one = (): number => two()`)
    put('src/meetings/two.ts', `import { one } from './one.ts'\nexport const two = (): number => one()`)
    put('src/reader/lost.ts', `import { gone } from '#src/reader/gone.ts'\nexport const lost = gone`)
    walked = await walk(small)
  }, 120_000)
  afterAll(() => rmSync(small, { recursive: true, force: true }))

  const seen = (what: string) => expect(walked.broken).toContainEqual(expect.stringMatching(what))

  it('is seen where the ledger speaks, if only by a type', () => seen('^pure-rooms-import-pure-rooms: src/ledger/words.ts -> templates/card.ts'))
  it('is seen where the ledger reads a file', () => seen('^pure-rooms-import-pure-rooms: src/ledger/file.ts -> fs'))
  it('is seen where a query knows the platform', () => {
    seen('^pure-rooms-import-pure-rooms: src/queries/platform.ts -> .*@slack/bolt')
    seen('^slack-in-its-room: src/queries/platform.ts')
  })
  it('is seen where the calendar asks the store', () => seen('^calendar-imports-itself: src/calendar/clock.ts -> src/store/redis.ts'))
  it('is seen where a template asks the store', () => seen('^templates-import-pure-rooms: templates/card.ts -> src/store/redis.ts'))
  it('is seen where a command goes round its desk', () => seen('^commands-import-inward: commands/report.ts -> src/slack/slack.ts'))
  it('is seen where an adapter knows another', () => seen('^store-imports-no-adapter: src/store/redis.ts -> src/slack/slack.ts'))
  it('is seen where delivery runs a command', () => seen('^commands-are-given: src/delivery/send.ts -> commands/report.ts'))
  it('is seen where a room wires', () => seen('^only-wiring-wires: src/documents/app.ts -> src/app.ts'))
  it('is seen where two files go round in a circle', () => seen('^no-cycles: src/meetings/'))
  it('is seen where an import leads nowhere', () => seen('^resolvable: src/reader/lost.ts'))
  it('is not seen where there is none', () => {
    expect(walked.broken.filter((mistake) => /src\/slack\/slack\.ts ->|src\/app\.ts ->|plain\.ts ->/.test(mistake))).toEqual([])
  })
})
