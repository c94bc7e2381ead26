// The documents the reader is scored on: those of test/fixtures/plans, and those read by hand that are no part of this repository.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { readDocument } from '#src/documents/read-document.ts'
import { outlineJson } from '#src/reader/outline-json.ts'
import { read } from '#src/reader/read.ts'
import { printedFile, wordFile, workbookFile } from './scoring-files.ts'
import type { Gold } from './scoring.ts'

export type ScoredDocument = { name: string; format: string; gold: Gold; open: (browser: () => Promise<Browser>) => Promise<{ name: string; bytes: Uint8Array; part?: number }> }

const plans = join(import.meta.dirname, '../fixtures/plans')
const corpus = join(import.meta.dirname, '../../../shared')

const goldAt = (path: string): Gold => JSON.parse(readFileSync(path, 'utf8')) as Gold

/** Invented documents. `x.docx.txt` describes a file that is made here; any other file is read as it lies there. */
export function inventedDocuments(): ScoredDocument[] {
  const files = readdirSync(plans)
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const name = file.slice(0, -'.json'.length)
      const source = files.find((other) => other !== file && other.startsWith(`${name}.`))
      if (source === undefined) throw new Error(`${file} is about no document`)
      const format = source.split('.')[1] ?? ''
      return { name, format, gold: goldAt(join(plans, file)), open: async (browser) => ({ name: `${name}.${format}`, bytes: await bytesOf(source, browser) }) }
    })
}

async function bytesOf(source: string, browser: () => Promise<Browser>): Promise<Uint8Array> {
  const bytes = readFileSync(join(plans, source))
  if (source.endsWith('.docx.txt')) return wordFile(bytes.toString())
  if (source.endsWith('.xlsx.txt')) return workbookFile(bytes.toString())
  if (source.endsWith('.pdf.txt')) return printedFile(await browser(), bytes.toString())
  return bytes
}

/** Public documents with what people found in them, called by their numbers; none where ../shared is missing. */
export function publicDocuments(): ScoredDocument[] {
  const golds = join(corpus, 'gold')
  if (!existsSync(golds)) return []
  return readdirSync(golds).map((file) => {
    const [, kind = '', number = ''] = /^(seed|)-?(\d+)/.exec(file) ?? []
    const path = kind === 'seed' ? join(corpus, 'seeds/plans.txt') : join(corpus, 'plans', file.replace(/json$/, 'txt'))
    const part = kind === 'seed' ? { part: Number(number) } : {}
    const open: ScoredDocument['open'] = () => Promise.resolve({ name: 'plan.txt', bytes: readFileSync(path), ...part })
    return { name: kind === 'seed' ? `seed plan ${number}` : `public document ${number}`, format: 'txt', gold: goldAt(join(golds, file)), open }
  })
}

export type ReadOutline = ReturnType<typeof outlineJson>

/** What the reader finds in a document: nothing where it refuses the document. */
export async function outlineIn(document: ScoredDocument, browser: () => Promise<Browser>): Promise<ReadOutline> {
  const { name, bytes, part } = await document.open(browser)
  const file = await readDocument(name, bytes)
  const answer = file.ok ? read(file.text, part === undefined ? {} : { part }) : file
  return answer.ok ? outlineJson(answer.reading) : { ...nothing }
}

const nothing: ReadOutline = { title: '', period: null, tasks: [], recurrences: [], meetings: [], bodies: [], targets: [], proposals: [], doubts: [], unlisted: [] }
