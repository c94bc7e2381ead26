// .duban/sandbox.json: where a running sandbox is and who lives in it, so that other programs can drive it.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

export const SandboxRole = z.enum(['contact', 'handler', 'head', 'leader', 'aide', 'secretary', 'admin', 'none'])
export type SandboxRole = z.infer<typeof SandboxRole>

export const SandboxFile = z.object({
  /** For a browser. */
  page: z.url(),
  /** For `driveLocalSlack`. */
  control: z.url(),
  redis: z.string().startsWith('redis'),
  bot: z.object({ userId: z.string() }),
  /** `unit` is null for whoever belongs to none. */
  people: z.array(z.object({ id: z.string(), name: z.string(), role: SandboxRole, unit: z.string().nullable() })),
  /** The id of each channel by its name. */
  channels: z.record(z.string(), z.string()),
  /** The path of the bot's log file. */
  log: z.string(),
})
export type SandboxFile = z.infer<typeof SandboxFile>

/** Writes it whole: who reads it sees the old one, none, or this one. `remove` is for a clean stop. */
export function writeSandboxFile(file: string, sandbox: SandboxFile): { remove: () => void } {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(SandboxFile.parse(sandbox), undefined, 2)}\n`)
  renameSync(draft, file)
  return { remove: () => rmSync(file, { force: true }) }
}

/** Throws when no sandbox wrote it, or what is written there is something else. */
export const readSandboxFile = (file: string): SandboxFile => SandboxFile.parse(JSON.parse(readFileSync(file, 'utf8')))
