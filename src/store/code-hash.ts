// Which code made a state: a fold that was changed would make another one, whether or not somebody remembered to say so.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The rooms that folds are made of, and what they import; a test walks the imports. */
export const foldedBy = ['calendar', 'delivery', 'directory', 'ledger', 'reader', 'reminders', 'store']

/** Of the code that folds and keeps, the packages it names, and the Node it runs on. Read at once: nobody waits at the start. @param dir where the code is */
export function codeHash(dir = root): string {
  const names = foldedBy.flatMap((room) => readdirSync(join(dir, 'src', room), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join('src', room, name)).toSorted())
  const hash = createHash('sha256').update(`${process.version} ${process.arch}\n`)
  for (const name of ['package.json', 'src/log-subjects.ts', ...names]) {
    const text = readFileSync(join(dir, name))
    hash.update(`${name} ${text.length}\n`).update(text)
  }
  return hash.digest('hex')
}
