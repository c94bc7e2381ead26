// A server program that is ours alone: started, waited for, started again when it dies, ended with us.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { BaseLogger } from 'pino'
import { endOrphan, endProcess, lifeOf, writePidFile, type ProcessLife } from './process-life.ts'

export type SandboxLogger = Pick<BaseLogger, 'debug' | 'info' | 'warn'>

/** The pause before a dead server is started again: doubled while it cannot be, so that a full disk does not burn a core. */
const firstPauseMs = 50
const longestPauseMs = 5_000
/** How much of a program's last words goes into the reason why it did not start. */
const lastLines = 12

export type ServerProgram<Ready> = {
  name: string
  file: string
  /** `before` is what the first start found out, such as its port: after a restart it must be found at the same place. */
  args: (before: Ready | undefined) => string[]
  /** What a line of its output tells once it serves; undefined for any other line. */
  ready: (line: string) => Ready | undefined
  /** Where its pid file goes. */
  dir: string
  logger: SandboxLogger
  /** Called after it died and serves again. */
  restarted?: (() => void) | undefined
}

export type SupervisedServer<Ready> = {
  ready: Ready
  /** Of the program as it runs now: another one after a restart. */
  pid: () => number
  /** Ends it cleanly and waits until it is gone. */
  stop: () => Promise<void>
}

/** It ended before it served; `output` holds its last lines. */
export class ServerDidNotStart extends Error {
  override readonly name = 'ServerDidNotStart'
  readonly output: string

  constructor(program: string, output: string) {
    super(`${program} ended before it served: ${output}`)
    this.output = output
  }
}

/**
 * Ends what an earlier start left running in `dir`, starts the program, and resolves once it serves.
 * Throws ServerDidNotStart when it ends before that. Later deaths are repaired in the background.
 *
 * The program has a process group of its own: Ctrl-C in the terminal reaches us and not it, so that what
 * still needs it can be finished before `stop`.
 */
export async function superviseServer<Ready>(program: ServerProgram<Ready>): Promise<SupervisedServer<Ready>> {
  const { name, logger } = program
  const pidFile = join(program.dir, 'server.pid')
  const orphan = await endOrphan(pidFile)
  if (orphan !== undefined) logger.info({ pid: orphan.pid }, `ended the ${name} that an earlier start left running`)

  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  const start = async (before: Ready | undefined): Promise<Run<Ready>> => startServer(program, before, pidFile, stopping.signal)
  const first = await start(undefined)
  let run = first

  async function keepAlive(): Promise<void> {
    for (;;) {
      await run.ended
      const next = await startAgain()
      if (next === undefined) return
      run = next
      logger.info({ pid: run.pid }, `${name} serves again`)
      program.restarted?.()
    }
  }

  async function startAgain(): Promise<Run<Ready> | undefined> {
    for (let pauseMs = firstPauseMs; !isStopping(); pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      logger.warn({ pid: run.pid }, `${name} has died and is started again`)
      try {
        await pause(pauseMs, undefined, { signal: stopping.signal })
        return await start(first.ready)
      } catch (cause) {
        if (!isStopping()) logger.warn({ err: cause }, `${name} could not be started again`)
      }
    }
    return undefined
  }

  const kept = keepAlive()
  return {
    ready: first.ready,
    pid: () => run.pid,
    async stop() {
      stopping.abort()
      await kept
      rmSync(pidFile, { force: true })
    },
  }
}

type Run<Ready> = { ready: Ready; pid: number; ended: Promise<void> }

async function startServer<Ready>(program: ServerProgram<Ready>, before: Ready | undefined, pidFile: string, stopping: AbortSignal): Promise<Run<Ready>> {
  const child = spawn(program.file, program.args(before), { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const life = child.pid === undefined ? undefined : lifeOf(child.pid)
  if (life !== undefined) writePidFile(pidFile, life, { onlyIfNew: false })
  endWithUs(life, ended, stopping)

  const words: string[] = []
  const ready = new Promise<Ready>((resolve) => {
    const hear = (line: string): void => {
      if (line.trim() === '') return
      words.push(line)
      if (words.length > lastLines) words.shift()
      program.logger.debug(`${program.name}: ${line.trim()}`)
      const found = program.ready(line)
      if (found !== undefined) resolve(found)
    }
    for (const output of [child.stdout, child.stderr]) createInterface({ input: output satisfies Readable }).on('line', hear)
  })
  const answer = await Promise.race([ready.then((found) => ({ found })), ended])
  if (answer === undefined || life === undefined) throw new ServerDidNotStart(program.name, words.join('\n'))
  return { ready: answer.found, pid: life.pid, ended }
}

/** Ends the program when we are asked to stop, and when this process ends in any way but a SIGKILL. */
function endWithUs(life: ProcessLife | undefined, ended: Promise<void>, stopping: AbortSignal): void {
  if (life === undefined) return
  const stop = (): void => void endProcess(life)
  if (stopping.aborted) stop()
  stopping.addEventListener('abort', stop, { once: true })
  process.once('exit', stop)
  void ended.then(() => {
    stopping.removeEventListener('abort', stop)
    process.off('exit', stop)
  })
}
