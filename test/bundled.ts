// A program as one file: to load what is in hundreds takes five times as long, and the tests start many processes.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../scripts/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param entry from the root @returns a program under node_modules, where the packages it needs are found; it is gone once it was removed */
export async function bundled(entry: string): Promise<{ program: string; remove: () => Promise<void> }> {
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const dir = await mkdtemp(join(cache, 'duban-bundled-'))
  await bundle({ program: join(root, entry) }, dir)
  return { program: join(dir, 'program.mjs'), remove: async () => rm(dir, { recursive: true, force: true }) }
}
