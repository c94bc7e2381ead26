// The bot's process as one file: to load what is in hundreds takes four times as long, and a killed bot loads anew.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Under node_modules, where the packages it needs are found. */
export async function bundledBot(): Promise<{ program: string; remove: () => Promise<void> }> {
  const cache = here('../../node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const dir = await mkdtemp(join(cache, 'duban-faults-'))
  const program = join(dir, 'bot.mjs')
  await build({ entryPoints: [here('bot-process.ts')], bundle: true, platform: 'node', format: 'esm', packages: 'external', sourcemap: 'inline', outfile: program, logLevel: 'warning' })
  return { program, remove: async () => rm(dir, { recursive: true, force: true }) }
}
