// What may follow `npm start --`.
import { z } from 'zod'
import type { SandboxTrouble } from '#templates/sandbox-banner.ts'

/** A port that anyone may listen on; 0 is any free one. */
const Port = z.union([z.literal(0), z.int().min(1024).max(65535)])

/** `fresh`: forget what earlier starts recorded. `port`: of the page. */
export type SandboxOptions = { fresh: boolean; port: number }

/** Where the page is found when nothing is said. */
export const defaultPort = 3900

/** @param argv what follows the program: `['--fresh', '--port', '4000']`; `--port=4000` is read too */
export function sandboxOptions(argv: readonly string[]): { ok: true; options: SandboxOptions } | { ok: false; why: SandboxTrouble } {
  const options: SandboxOptions = { fresh: false, port: defaultPort }
  const words = argv.flatMap((word) => (word.startsWith('--port=') ? ['--port', word.slice('--port='.length)] : [word]))
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--fresh') options.fresh = true
    else if (word === '--port') {
      const given = words.shift() ?? ''
      const port = Port.safeParse(/^\d+$/.test(given) ? Number(given) : undefined)
      if (!port.success) return { ok: false, why: { code: 'port-unusable', given } }
      options.port = port.data
    } else return { ok: false, why: { code: 'option-unknown', given: word } }
  }
  return { ok: true, options }
}
