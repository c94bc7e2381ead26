import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DirectoryEvent, emptyDirectory, evolveDirectory } from '#src/directory/directory.ts'
import { Stamp } from '#src/ledger/stamp.ts'
import { plain } from '#test/ledger/golden/plain.ts'

const shelf = fileURLToPath(new URL('golden/', import.meta.url))
const text = (name: string): string => readFileSync(`${shelf}${name}`, 'utf8')
const versions = readdirSync(shelf).filter((name) => name.endsWith('.jsonl')).map((name) => name.slice(0, -'.jsonl'.length))

describe("a directory's log that a release wrote", () => {
  it.each(versions)('of %s is read and folded to the state it made then', (version) => {
    const directory = emptyDirectory()
    for (const line of text(`${version}.jsonl`).trim().split('\n')) {
      const { stamp, events } = JSON.parse(line) as { stamp: unknown; events: unknown[] }
      for (const event of events) evolveDirectory(directory, DirectoryEvent.parse(event), Stamp.parse(stamp))
    }
    // What a later release knows besides may be more; nothing that was known may be missing or different.
    expect(plain(directory)).toMatchObject(JSON.parse(text(`${version}.state.json`)) as object)
  })

  it('has every kind of event that can happen to a directory', () => {
    const written = versions.flatMap((version) => text(`${version}.jsonl`).trim().split('\n')).flatMap((line) => (JSON.parse(line) as { events: { type: string }[] }).events.map(({ type }) => type))
    const known = DirectoryEvent.options.map(({ shape }) => shape.type.value)
    expect(known.filter((type) => !written.includes(type))).toEqual([])
  })
})
