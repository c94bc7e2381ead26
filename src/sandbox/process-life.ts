// Which process a pid file speaks of: pids are reused, so a pid alone names nobody.
import { spawnSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

/** `born` is when that process started, in whatever form the system tells it. */
const ProcessLife = z.object({ pid: z.int().positive(), born: z.string() })
export type ProcessLife = z.infer<typeof ProcessLife>

/** How often a process that is asked to end is looked at. */
const lookAgainMs = 20
/** A clean end of Redis or the workspace takes some tens of milliseconds; this is for a disk that is slow. */
const patienceMs = 10_000

/** The life of a running process, or undefined when none has this pid (a zombie is not running). */
export function lifeOf(pid: number): ProcessLife | undefined {
  const born = process.platform === 'linux' ? bornOnLinux(pid) : bornElsewhere(pid)
  return born === undefined ? undefined : { pid, born }
}

function bornOnLinux(pid: number): string | undefined {
  try {
    // proc(5): after the name in brackets, field 3 is the state and field 22 the start time in ticks since boot.
    const [state, ...fields] = afterLast(readFileSync(`/proc/${pid}/stat`, 'utf8'), ') ').split(' ')
    return state === 'Z' || state === 'X' ? undefined : fields[18]
  } catch {
    return undefined // no such process
  }
}

const afterLast = (text: string, mark: string): string => text.slice(text.lastIndexOf(mark) + mark.length)

function bornElsewhere(pid: number): string | undefined {
  const [state = '', ...born] = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim().split(/\s+/)
  return state === '' || state.startsWith('Z') ? undefined : born.join(' ')
}

export const isRunning = ({ pid, born }: ProcessLife): boolean => lifeOf(pid)?.born === born

/** Writes down who is running, whole or not at all; with `onlyIfNew`, throws `EEXIST` rather than replace a file. */
export function writePidFile(file: string, life: ProcessLife, { onlyIfNew }: { onlyIfNew: boolean }): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(life)}\n`)
  try {
    if (onlyIfNew) linkSync(draft, file)
    else renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The process a pid file speaks of, if it is still running; undefined for no file, an unreadable one, or a process long gone. */
export function runningFrom(file: string): ProcessLife | undefined {
  try {
    const life = ProcessLife.parse(JSON.parse(readFileSync(file, 'utf8')))
    return isRunning(life) ? life : undefined
  } catch {
    return undefined
  }
}

/** Asks a process to end and waits until it has; after ten seconds it is killed. */
export async function endProcess(life: ProcessLife): Promise<void> {
  const askedAt = performance.now()
  signal(life, 'SIGTERM')
  while (isRunning(life)) {
    if (performance.now() - askedAt > patienceMs) signal(life, 'SIGKILL')
    await pause(lookAgainMs)
  }
}

function signal({ pid }: ProcessLife, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in between, which is what was asked for.
  }
}

/** Ends what an earlier start left running (its parent was killed and could not), and forgets its pid file. */
export async function endOrphan(pidFile: string): Promise<ProcessLife | undefined> {
  const orphan = runningFrom(pidFile)
  if (orphan !== undefined) await endProcess(orphan)
  rmSync(pidFile, { force: true })
  return orphan
}
