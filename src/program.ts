// The programs that the bot starts beside itself.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const written = { 'snapshot-writer': './snapshot-writer.ts', 'reading-worker': './documents/reading-worker.ts', 'paper-worker': './documents/paper-worker.ts' }

/** What Node is given to run it: built, where it was built beside whoever asks (scripts/build.mjs); otherwise as it is written. */
export function programOf(name: keyof typeof written): { file: string; execArgv: readonly string[] } {
  const built = join(import.meta.dirname, `${name}.mjs`)
  if (existsSync(built)) return { file: built, execArgv: ['--enable-source-maps'] }
  return { file: fileURLToPath(new URL(written[name], import.meta.url)), execArgv: ['--import', import.meta.resolve('tsx')] }
}
