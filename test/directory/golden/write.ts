// Writes the directory's log of a release and the state it folds to, once: node --import tsx test/directory/golden/write.ts 0.2.0
// A shipped event is for ever: what a release wrote is never written again.
import { existsSync, writeFileSync } from 'node:fs'
import { decideDirectory, emptyDirectory, evolveDirectory } from '#src/directory/directory.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { day, stampOf } from '#test/builders.ts'
import { plain } from '#test/ledger/golden/plain.ts'
import { story } from './story.ts'

const [, , version] = process.argv
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error('which version? 0.2.0')
const file = (ending: string): URL => new URL(`${version}.${ending}`, import.meta.url)
if (existsSync(file('jsonl'))) throw new Error(`the log of ${version} was written before; it is never written again`)

const directory = emptyDirectory()
const lines = story.map(({ on, by, intent }) => {
  const stamp = stampOf(on, PersonId.parse(by))
  const decision = decideDirectory(directory, intent, day(on))
  if (!decision.ok) throw new Error(`${intent.type} on ${on}: ${decision.refusal.code}`)
  for (const event of decision.events) evolveDirectory(directory, event, stamp)
  return JSON.stringify({ stamp, events: decision.events })
})
writeFileSync(file('jsonl'), `${lines.join('\n')}\n`)
writeFileSync(file('state.json'), `${JSON.stringify(plain(directory), null, 1)}\n`)
