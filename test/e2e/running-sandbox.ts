// The whole product as a newcomer starts it: its own process, its own folder, a free port.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createRequire } from 'node:module'
import { driveLocalSlack, type LocalSlackDriver } from '#src/sandbox/local-slack-driver.ts'
import { readSandboxFile, type SandboxFile } from '#src/sandbox/sandbox-file.ts'
import { started } from './started.ts'

const start = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url))
/** By path: the sandbox runs in a folder that has no node_modules. */
export const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

export type RunningSandbox = {
  facts: SandboxFile
  slack: LocalSlackDriver
  /** What it printed so far. */
  printed: () => string
  /** Resolves with the exit code when it ends, whatever ended it. */
  gone: () => Promise<number>
  /** As Ctrl-C does; resolves with the exit code once it is gone. */
  stop: () => Promise<number>
  /** Starts again on the same data, at a new address. */
  restart: () => Promise<RunningSandbox>
  /** Stops, and forgets the folder. */
  end: () => Promise<void>
}

/** As `npm start` runs it. */
const asStarted: readonly string[] = [start]

/** Resolves once the sandbox says that it runs. Tokens of the machine's own environment are kept from it. @param program what Node is given to run */
export async function runSandbox({ folder, program = asStarted }: { folder?: string; program?: readonly string[] } = {}): Promise<RunningSandbox> {
  const dir = folder ?? (await mkdtemp(join(tmpdir(), 'duban-sandbox-')))
  const env = { ...process.env, SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', REDIS_URL: '', NODE_ENV: 'production' }
  const child = spawn(process.execPath, [...program, '--port', '0'], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await started(child, () => text.includes('Ctrl-C'), async () => `${text}\n${await logOf(dir)}`)
  const facts = readSandboxFile(join(dir, '.duban', 'sandbox.json'))
  const slack = await driveLocalSlack(facts.control)

  async function gone(): Promise<number> {
    if (child.exitCode !== null) return child.exitCode
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? -1
  }
  async function stop(): Promise<number> {
    slack.close()
    child.kill('SIGINT')
    return gone()
  }
  return {
    facts, slack, gone, stop,
    printed: () => text,
    async restart() {
      await stop()
      return runSandbox({ folder: dir, program })
    },
    async end() {
      await stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const logOf = async (dir: string): Promise<string> => ((file) => (existsSync(file) ? readFile(file, 'utf8') : ''))(join(dir, '.duban', 'bot.log'))
