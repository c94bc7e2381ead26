// When snapshots are written, and by whom: not by the process that answers people.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Logger } from 'pino'
import { programOf } from '#src/program.ts'
import { machineStopwatch, within, type Stopwatch } from '#src/stopwatch.ts'
import { codeHash } from '#src/store/code-hash.ts'
import { snapshotFile, type SnapshotFile, type SnapshotRead } from '#src/store/snapshot-file.ts'
import type { KeptSnapshot } from '#src/store/snapshot.ts'
import { WriterSays, type SnapshotJob } from './snapshot-job.ts'

export type Snapshots = {
  /** Of one log, to be read at the start. */
  of: (key: string) => KeptSnapshot
  /** Writes what is worth it, for as long as a stop may take. */
  stop: () => Promise<void>
}

export type SnapshotParts = {
  dir: string; redisUrl: string; logger: Logger; stopwatch?: Stopwatch
  /** A log is written again after so many entries, and at a stop after fewer: read again they cost less than a second. */
  entriesBetween?: number; entriesAtStop?: number
  /** How long after a log has grown: whoever starts has other things to do first. */
  soonMs?: number
  writer?: (job: SnapshotJob, said: (what: WriterSays) => void) => WriterRun
}
export type WriterRun = { ended: Promise<unknown>; kill: () => void }

/** A service that is stopped is killed after ten seconds by some who stop it. */
const stopMs = 8000
/** Who does not come to an end by then hangs. */
const runMs = 10 * 60 * 1000

export function snapshotting({ dir, redisUrl, logger, stopwatch = machineStopwatch, entriesBetween = 1000, entriesAtStop = 100, soonMs = 30_000, writer = startWriter }: SnapshotParts): Snapshots {
  const code = codeHash()
  /** Of each log: how many entries the last snapshot is of, or the last try, and how many there are. */
  const logs = new Map<string, { written: number; now: number }>()
  const logOf = (key: string): { written: number; now: number } => {
    const log = logs.get(key) ?? { written: 0, now: 0 }
    logs.set(key, log)
    return log
  }
  let callOff: (() => void) | undefined
  let running: WriterRun | undefined
  let isStopped = false

  const grownBy = (entries: number): string[] => [...logs].filter(([, { written, now }]) => now - written >= entries).map(([key]) => key)

  const heard = (what: WriterSays): void => {
    if (what.says === 'failed') logger.warn({ key: what.key, why: what.why }, 'snapshot: not written; the log is read whole at the next start')
    if (what.says === 'written') {
      logger.info({ key: what.key, position: what.position, ms: what.ms }, 'snapshot: written')
      logOf(what.key).written = what.position
    }
  }

  /** A machine that is out of memory or of processes throws: whoever asks is a timer, or a stop with more to do. */
  const begun = (keys: readonly string[]): WriterRun | undefined => {
    try {
      return writer({ redisUrl, dir, code, keys: [...keys] }, heard)
    } catch (error) {
      logger.warn({ err: error }, 'snapshot: the writer cannot be begun')
      return undefined
    }
  }

  async function write(keys: readonly string[]): Promise<void> {
    if (keys.length === 0 || running !== undefined) return
    // One that fails is tried again when it has grown again.
    for (const key of keys) logOf(key).written = logOf(key).now
    const run = begun(keys)
    if (run === undefined) return
    running = run
    const late = (): void => {
      logger.warn({ ms: runMs }, 'snapshot: the writer hangs, and is ended')
      run.kill()
    }
    await within(stopwatch, runMs, run.ended, late).catch((error: unknown) => logger.warn({ err: error }, 'snapshot: the writer failed'))
    // A stop may have begun another since.
    if (running === run) running = undefined
  }

  const writeSoon = (): void => {
    if (isStopped || callOff !== undefined) return
    callOff = stopwatch.after(soonMs, () => {
      callOff = undefined
      void write(grownBy(entriesBetween))
    })
  }

  return {
    of(key) {
      const file = snapshotFile(dir, key, code)
      return {
        read() {
          const found = readable(file, (error) => logger.warn({ err: error, key }, 'snapshot: cannot be read'))
          if (found.ok) logOf(key).written = found.snapshot.position
          else if (found.why !== 'none') {
            logger.warn({ key, why: found.why }, 'snapshot: thrown away; the log is read whole')
            void file.drop().catch((error: unknown) => logger.warn({ err: error, key }, 'snapshot: cannot be removed'))
          }
          return found.ok ? found.snapshot : undefined
        },
        async drop(why) {
          logger.warn({ key, why }, 'snapshot: thrown away; the log is read whole')
          logOf(key).written = 0
          await file.drop().catch((error: unknown) => logger.warn({ err: error, key }, 'snapshot: cannot be removed'))
        },
        grown(position) {
          const log = logOf(key)
          log.now = position
          if (position - log.written >= entriesBetween) writeSoon()
        },
      }
    },
    async stop() {
      isStopped = true
      callOff?.()
      let isOver = false
      const rest = async (): Promise<void> => {
        await running?.ended.catch(() => undefined)
        running = undefined
        if (!isOver) await write(grownBy(entriesAtStop))
      }
      await within(stopwatch, stopMs, rest(), () => {
        isOver = true
        running?.kill()
      })
    },
  }
}

/** A folder that is not ours to read is none: without snapshots everything is as with them, and slower. */
function readable(file: SnapshotFile, trouble: (error: unknown) => void): SnapshotRead {
  try {
    return file.read()
  } catch (error) {
    trouble(error)
    return { ok: false, why: 'none' }
  }
}

const program = programOf('snapshot-writer')

/** A process of its own: a thread would share its heap's limits and the processor's turns with whoever answers people. */
export function startWriter(job: SnapshotJob, said: (what: WriterSays) => void): WriterRun {
  const child: ChildProcess = fork(program.file, { execArgv: [...program.execArgv], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  child.on('message', (message) => {
    const what = WriterSays.safeParse(message)
    // A later release that was laid down beside us may say what we do not know.
    if (!what.success) said({ says: 'failed', why: 'the writer speaks another language' })
    else if (what.data.says === 'ready') child.send(job)
    else if (what.data.says === 'done') child.disconnect()
    else said(what.data)
  })
  // Whoever is gone can be told nothing more; that it is gone is heard below.
  child.on('error', () => undefined)
  return { ended: endOf(child), kill: () => void child.kill('SIGKILL') }
}

/** Rejects where it did not end by itself and well: nobody else would hear of it. */
async function endOf(child: ChildProcess): Promise<void> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (code !== 0) throw new Error(`the writer ended with ${signal ?? String(code)}`)
}
