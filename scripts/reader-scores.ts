// `npm run scores`: how well the reader reads each document whose content is known, as docs/reader-scores.md.
import { writeFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { openBrowser } from '#test/e2e/workspace-page.ts'
import { inventedDocuments, outlineIn, publicDocuments, type ScoredDocument } from '#test/reader/scoring-documents.ts'
import { trustIn, type Trust } from '#test/reader/scoring-doubts.ts'
import { floors, lowerFloors } from '#test/reader/scoring-floors.ts'
import { mistakesIn } from '#test/reader/scoring-mistakes.ts'
import { f1, measures, scoresOf, sum, type Counts, type Scores } from '#test/reader/scoring.ts'

type Scored = { document: ScoredDocument; scores: Scores; trust: Trust; doubts: ReadonlyMap<string, number>; mistakes: string[] }

async function scored(document: ScoredDocument, browser: () => Promise<Browser>): Promise<Scored> {
  const outline = await outlineIn(document, browser)
  const kinds = outline.doubts.map((doubt) => doubt.kind)
  const doubts = new Map(kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]))
  return { document, scores: scoresOf(document.gold, outline), trust: trustIn(document.gold, outline), doubts, mistakes: mistakesIn(document.gold, outline) }
}

const shown = (counts: Counts): string => f1(counts)?.toFixed(2) ?? '–'

const cells = (words: readonly string[]): string => `| ${words.map((word) => word.replaceAll('|', '\\|')).join(' | ')} |`

function figures(all: readonly Scored[]): string {
  const row = ({ document, scores }: Scored): string => cells([document.name, document.format, ...measures.map((measure) => shown(scores[measure]))])
  const together = cells(['**together**', '', ...measures.map((measure) => `**${shown(sum(all.map((one) => one.scores[measure])))}**`)])
  const floor = cells(['floor', '', ...measures.map((measure) => floors[measure].toFixed(2))])
  return [cells(['document', 'format', ...measures]), `|---|---|${'--:|'.repeat(measures.length)}`, ...all.map(row), together, floor].join('\n')
}

function doubts(all: readonly Scored[]): string {
  const row = ({ document, doubts: asked, trust }: Scored): string => {
    const number = [...asked.values()].reduce((sumOf, one) => sumOf + one, 0)
    return cells([document.name, String(number), [...asked].map(([kind, times]) => `${times} ${kind}`).join(', '), String(trust.undoubted), String(trust.wrong.length)])
  }
  const undoubted = all.reduce((sumOf, one) => sumOf + one.trust.undoubted, 0)
  const wrong = all.reduce((sumOf, one) => sumOf + one.trust.wrong.length, 0)
  const together = cells(['**together**', '', '', `**${undoubted}**`, `**${wrong}** (${((100 * wrong) / undoubted).toFixed(2)} %)`])
  return [cells(['document', 'doubts', 'about', 'values not doubted', 'of them wrong']), '|---|--:|---|--:|--:|', ...all.map(row), together].join('\n')
}

function mistakes(all: readonly Scored[]): string {
  const lines = all
    .filter((one) => one.mistakes.length > 0)
    .map(({ document, mistakes: found }) => {
      const lower = lowerFloors[document.name]
      return [`- **${document.name}**${lower ? `, below its floor. ${lower.why}` : ''}`, ...found.map((mistake) => `  - ${mistake}`)].join('\n')
    })
  return lines.length > 0 ? lines.join('\n') : 'Nothing.'
}

const page = (invented: readonly Scored[], published: readonly Scored[]): string => `# How well plans are read

Made by \`npm run scores\`; do not edit. F1 of what is found in each document against what a careful reader finds in it (\`test/reader/scoring.ts\`); – where a document has none. \`test/reader/scores.test.ts\` holds the floors.

Pairs are tasks × units, roles the units' parts in them. Values are units with their parts, and deadlines; a value is doubted where a question quotes its words. Of those that are not doubted, one in a hundred may be wrong.

## Invented documents

What is particular about each is the first line of its \`.json\` in \`test/fixtures/plans\`.

${figures(invented)}

${doubts(invented)}

### What is still read wrongly

${mistakes(invented)}
${published.length > 0 ? `\n## Public documents, read by hand\n\nThey are no part of this repository.\n\n${figures(published)}\n\n${doubts(published)}\n` : ''}`

let opened: Promise<Browser> | undefined
const browser = (): Promise<Browser> => (opened ??= openBrowser())
const inTurn = async (documents: readonly ScoredDocument[]): Promise<Scored[]> => {
  const all: Scored[] = []
  for (const document of documents) all.push(await scored(document, browser))
  return all
}
const [invented, published] = [await inTurn(inventedDocuments()), await inTurn(publicDocuments())]
await (await opened)?.close()
await writeFile(new URL('../docs/reader-scores.md', import.meta.url), page(invented, published))
process.stdout.write(`docs/reader-scores.md: ${invented.length} invented, ${published.length} public documents\n`)
