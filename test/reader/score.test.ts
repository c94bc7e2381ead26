// The reader against plans that people have read by hand. They are no part of this repository.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outlineJson } from '#src/reader/outline-json.ts'
import { read } from '#src/reader/read.ts'

const corpus = join(import.meta.dirname, '../../../shared')
const score = join(corpus, 'tools/score.py')
const mayScore = existsSync(score) && existsSync(join(corpus, 'gold')) && spawnSync('python3', ['--version']).status === 0

type Score = { docs: Record<string, Record<string, [number, number, number]>> }

function scored(): Score {
  const out = mkdtempSync(join(tmpdir(), 'reader-score-'))
  const seeds = readFileSync(join(corpus, 'seeds/plans.txt'), 'utf8')
  const texts: [slug: string, text: string, part: number][] = [
    ['seed-1', seeds, 1],
    ['seed-3', seeds, 3],
    ...['02-gwy-jiuye', '06-zj-ai-cuoshi', '15-zj-zhongshi'].map((slug): [string, string, number] => [slug, readFileSync(join(corpus, 'plans', `${slug}.txt`), 'utf8'), 1]),
  ]
  for (const [slug, text, part] of texts) {
    const answer = read(text, { part })
    writeFileSync(join(out, `${slug}.json`), JSON.stringify(answer.ok ? outlineJson(answer.reading) : {}))
  }
  return JSON.parse(execFileSync('python3', [score, out, join(corpus, 'gold'), '--json'], { encoding: 'utf8' })) as Score
}

/** F1 of true positives, false positives and misses; a measure that does not apply counts as reached. */
const f1 = ([hits, wrong, missed]: [number, number, number]): number => (hits + wrong + missed === 0 ? 1 : (2 * hits) / (2 * hits + wrong + missed))

describe.skipIf(!mayScore)('plans read by hand (skipped where ../shared or python3 is missing)', () => {
  const floors = { tasks: 1, pairs: 0.98, roles: 0.95, deadlines: 1, recurrences: 0.95, meetings: 1, bodies: 0.95 }

  it.each(['seed-1', 'seed-3', '02-gwy-jiuye', '06-zj-ai-cuoshi', '15-zj-zhongshi'])('%s is read as they read it', (slug) => {
    const measured = scored().docs[slug] ?? {}
    for (const [measure, floor] of Object.entries(floors)) expect(f1(measured[measure] ?? [0, 0, 1]), measure).toBeGreaterThanOrEqual(floor)
  })
})
