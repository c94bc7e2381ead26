// The reader against documents whose content is known: files of every format, each scored as a whole.
import type { Browser } from 'playwright-core'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../e2e/workspace-page.ts'
import { inventedDocuments, outlineIn, publicDocuments, type ReadOutline, type ScoredDocument } from './scoring-documents.ts'
import { trustIn } from './scoring-doubts.ts'
import { floorOf } from './scoring-floors.ts'
import { mistakesIn } from './scoring-mistakes.ts'
import { f1, measures, scoresOf } from './scoring.ts'

// A browser prints a page in a second, or in ten on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let opened: Promise<Browser> | undefined
const browser = (): Promise<Browser> => (opened ??= openBrowser())
afterAll(async () => (await opened)?.close())

const outlines = new Map<string, Promise<ReadOutline>>()

/** Each document is read once. */
function outlineOf(document: ScoredDocument): Promise<ReadOutline> {
  const outline = outlines.get(document.name) ?? outlineIn(document, browser)
  outlines.set(document.name, outline)
  return outline
}

const invented = inventedDocuments()
const readByHand = publicDocuments()

async function expectFloors(document: ScoredDocument): Promise<void> {
  const outline = await outlineOf(document)
  const scores = scoresOf(document.gold, outline)
  const reached = measures.map((measure) => ({ measure, f1: f1(scores[measure]) ?? 1 }))
  expect(reached.filter((one) => one.f1 < floorOf(document.name, one.measure)), mistakesIn(document.gold, outline).join('\n')).toEqual([])
}

describe('a document is read as a careful reader reads it', () => {
  it.each(invented.map((document): [string, string, ScoredDocument] => [document.name, document.gold.about ?? '', document]))('%s: %s', async (_name, _about, document) =>
    expectFloors(document),
  )

  it.skipIf(readByHand.length === 0)('so are plans read by hand (skipped where ../shared is missing)', async () => {
    for (const document of readByHand) await expectFloors(document)
  })
})

/** Of the values that no doubt is about. */
const mostWrong = 1 / 100

async function expectTrust(documents: readonly ScoredDocument[]): Promise<void> {
  const trusts = await Promise.all(documents.map(async (document) => trustIn(document.gold, await outlineOf(document))))
  const undoubted = trusts.reduce((all, trust) => all + trust.undoubted, 0)
  const wrong = trusts.flatMap((trust) => trust.wrong)
  expect(undoubted).toBeGreaterThan(0)
  expect(wrong.length / undoubted, wrong.join('\n')).toBeLessThanOrEqual(mostWrong)
}

describe('of the units and times that the reader does not doubt', () => {
  it('one in a hundred is wrong at most', async () => expectTrust(invented))

  it.skipIf(readByHand.length === 0)('the same is so of plans read by hand (skipped where ../shared is missing)', async () => expectTrust(readByHand))
})
