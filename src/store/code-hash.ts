// Which code made a state: a fold that was changed would make another one, whether or not somebody remembered to say so.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Of all that the product's code is, the packages it names, and the Node it runs on. @param dir where the code is */
export async function codeHash(dir = root): Promise<string> {
  const names = (await readdir(join(dir, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts')).toSorted()
  const files = ['package.json', ...names.map((name) => join('src', name))]
  const texts = await Promise.all(files.map(async (file) => readFile(join(dir, file))))
  const hash = createHash('sha256').update(`${process.version} ${process.arch}\n`)
  for (const [at, text] of texts.entries()) hash.update(`${files[at] ?? ''} ${text.length}\n`).update(text)
  return hash.digest('hex')
}
