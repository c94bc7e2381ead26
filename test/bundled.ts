// A program as one file: to load what is in hundreds takes five times as long, and the tests start many processes.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param entry from the root @returns a program under node_modules, where the packages it needs are found; it is gone once it was removed */
export async function bundled(entry: string): Promise<{ program: string; remove: () => Promise<void> }> {
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const dir = await mkdtemp(join(cache, 'duban-bundled-'))
  const program = join(dir, 'program.mjs')
  await build({
    entryPoints: [join(root, entry)], outfile: program, bundle: true, platform: 'node', format: 'esm', packages: 'external',
    sourcemap: 'inline', sourcesContent: false, logLevel: 'warning', plugins: [whereItWas],
  })
  return { program, remove: async () => rm(dir, { recursive: true, force: true }) }
}

/** A module that asks where it lies is told where it was written: it finds what lies beside it, and starts it as it is written. */
const whereItWas: Plugin = {
  name: 'where-it-was',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({ contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)), loader: 'ts' }))
  },
}
