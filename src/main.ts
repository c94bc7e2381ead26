// The process: environment, signals, the real clock.
import { existsSync } from 'node:fs'
import type { Logger } from 'pino'
import { configFrom } from '#src/config.ts'
import { startSandbox } from '#src/start-sandbox.ts'
import { startWorkspace } from '#src/start-workspace.ts'
import { SandboxCannotStart } from '#src/sandbox/cannot-start.ts'
import { sandboxOptions } from '#src/sandbox/options.ts'
import { refusedBySlack } from '#src/slack/refused-by-slack.ts'
import { LogBroken, LogForked, StoreUnavailable } from '#src/store/store-error.ts'
import { sandboxTrouble } from '#templates/sandbox-banner.ts'
import { configTrouble, startTrouble, stoppedByFault } from '#templates/config-trouble.ts'

/** `logFile`: where the log does not stand before whoever started it. */
type Running = { stop: () => Promise<void>; logger: Logger; logFile?: string }

const realNow = (): number => Date.now()
/** After a fault nobody may be there to give a second signal. */
const faultyStopMs = 60_000

async function start(): Promise<Running> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const configured = configFrom(process.env)
  if (!configured.ok) return giveUp(configTrouble(configured.refusal))
  const { config } = configured
  if (config.kind === 'workspace') return startWorkspace(config, realNow)
  const asked = sandboxOptions(process.argv.slice(2))
  if (!asked.ok) return giveUp(sandboxTrouble(asked.why))
  const sandbox = await startSandbox({ dir: '.duban', options: asked.options, logLevel: config.logLevel, realNow })
  process.stdout.write(`${sandbox.banner}\n`)
  return sandbox
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** A second signal does not wait. */
function stopWhenTold({ stop, logger, logFile }: Running): void {
  let isStopping = false
  let isTold = false
  let exitCode = 0
  const end = (): void => {
    if (isStopping) return
    isStopping = true
    stop().then(() => process.exit(exitCode), (error: unknown) => giveUp(String(error)))
  }
  const onSignal = (): void => {
    if (isTold) process.exit(130)
    isTold = true
    end()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  // The last net, for a fault that no door caught: what goes on is finished, and whoever watches the process starts it again.
  process.on('unhandledRejection', (error) => {
    logger.fatal({ err: error ?? 'no reason given' }, 'something broke that nobody waited for; the bot stops')
    if (logFile !== undefined) process.stderr.write(`${stoppedByFault(logFile)}\n`)
    exitCode = 1
    setTimeout(() => process.exit(1), faultyStopMs).unref()
    end()
  })
}

const isFileTrouble = (error: unknown): error is Error => error instanceof Error && 'code' in error && ['EACCES', 'EEXIST', 'ENOTDIR', 'EROFS', 'ENOSPC'].includes(String(error.code))

/** What a person can do something about, as a sentence; anything else is a bug and keeps its stack. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof SandboxCannotStart) return error.message
  if (error instanceof StoreUnavailable) return startTrouble({ code: 'redis-away' })
  if (error instanceof LogBroken || error instanceof LogForked) return startTrouble({ code: 'log-broken', said: error.message })
  if (isFileTrouble(error)) return startTrouble({ code: 'folder-unusable', said: error.message })
  const said = refusedBySlack(error)
  return said === undefined ? undefined : startTrouble({ code: 'slack-refused', said })
}

// Until everything runs there is nothing to finish: what was begun ends with the process.
const endAtOnce = (): void => process.exit(130)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endAtOnce)

try {
  const running = await start()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, endAtOnce)
  stopWhenTold(running)
} catch (error) {
  const sentence = sentenceOf(error)
  if (sentence !== undefined) giveUp(sentence)
  throw error
}
