// Documents and plans are read in a process of their own, so that nobody waits for a hostile file, and stopped when they take too much.
// Not in a thread: V8 ends the whole process when a thread's heap is full in the wrong moment.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { DocumentRead } from '#src/documents/read-document.ts'
import { allowanceFor, weighedAs, type Allowance } from '#src/documents/reading-limits.ts'
import { WorkerSays, type ReadingJob } from '#src/documents/reading-job.ts'
import { programOf } from '#src/program.ts'
import type { ReadAnswer, ReadOptions } from '#src/reader/read.ts'
import type { TooHeavy } from '#src/reader/reading.ts'

export type DocumentReader = {
  /** A file that takes more time or memory than it deserves is refused. */
  readDocument: (name: string, bytes: Uint8Array) => Promise<DocumentRead>
  /** As `read` of the reader's room. */
  readPlan: (text: string, options?: ReadOptions) => Promise<ReadAnswer>
  /** What is being read and what waits is rejected with `ReadingStopped`, and so is what is asked later. */
  stop: () => Promise<void>
}

/** Nothing is read any more: the process stops. Nothing came of it; asked again after the next start it is read. */
export class ReadingStopped extends Error {
  override name = 'ReadingStopped'
  readonly code = 'reading-stopped'
}

/** A young generation larger than this holds garbage, not documents. */
const youngHeapMb = 16
/** The processor's time is what counts, for a busy machine is not the file's fault; but nobody waits longer than so many times as much. */
const patience = 5
const watchEveryMs = 50
/** Whoever cannot load the programs by then never will. */
const startMs = 60_000

/** What a worker came to: an answer, or that it was stopped. */
type Outcome = Exclude<WorkerSays, { says: 'ready' }> | ({ says: 'stopped' } & TooHeavy)

/** One warm worker, replaced when it had to be stopped; what is asked is done one after another. A process that has nothing else to do may end. */
export function documentReader(): DocumentReader {
  const ordinary = allowanceFor(0, 'text').heapMb
  let worker = startWorker(ordinary)
  let last: Promise<unknown> = Promise.resolve()
  let isStopped = false

  async function run(job: ReadingJob, allowance: Allowance): Promise<Outcome> {
    if (isStopped) throw new Error('nothing is begun any more')
    if (worker.heapMb !== allowance.heapMb || !worker.isAlive()) await replaceBy(allowance.heapMb)
    let isFit = false
    try {
      const outcome = await worker.run(job, allowance.ms)
      if (outcome.says === 'failed') throw outcome.error
      isFit = outcome.says !== 'stopped' && allowance.heapMb === ordinary
      return outcome
    } finally {
      if (!isFit) await replaceBy(ordinary)
    }
  }

  async function replaceBy(heapMb: number): Promise<void> {
    await worker.end()
    if (!isStopped) worker = startWorker(heapMb)
  }

  const inTurn = async (job: ReadingJob, allowance: Allowance): Promise<Outcome> => {
    const outcome = last.then(async () => run(job, allowance)).catch((error: unknown) => {
      // A worker that a stop has ended says only that it ended.
      throw isStopped ? new ReadingStopped('the process stops and reads nothing any more', { cause: error }) : error
    })
    last = outcome.catch(() => undefined)
    return outcome
  }

  return {
    async readDocument(name, bytes) {
      const outcome = await inTurn({ kind: 'document', name, bytes }, allowanceFor(bytes.length, weighedAs(bytes)))
      if (outcome.says === 'document') return outcome.read
      return { ok: false, refusal: { code: 'file-too-heavy', name, ...heavy(outcome) } }
    },
    async readPlan(text, options = {}) {
      const outcome = await inTurn({ kind: 'plan', text, options }, allowanceFor(Buffer.byteLength(text), 'text'))
      if (outcome.says === 'plan') return outcome.read
      return { ok: false, refusal: { code: 'text-too-heavy', ...heavy(outcome) } }
    },
    async stop() {
      isStopped = true
      await worker.end()
    },
  }
}

function heavy(outcome: Outcome): TooHeavy {
  if (outcome.says !== 'stopped') throw new Error(`the reading worker was not asked for ${outcome.says}`)
  return { over: outcome.over, limit: outcome.limit }
}

type ReadingWorker = { heapMb: number; isAlive: () => boolean; run: (job: ReadingJob, ms: number) => Promise<Outcome>; end: () => Promise<void> }

const program = programOf('reading-worker')

function startWorker(heapMb: number): ReadingWorker {
  const execArgv = [...program.execArgv, `--max-old-space-size=${heapMb}`, `--max-semi-space-size=${youngHeapMb}`]
  const child = fork(program.file, { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const hold = (isHeld: boolean): void => {
    child[isHeld ? 'ref' : 'unref']()
    child.channel?.[isHeld ? 'ref' : 'unref']()
  }
  hold(false)
  const ready = nextOf(child, { ms: startMs, heapMb })
  ready.catch(() => undefined) // Told to whoever asks first; until then nobody waits for it.
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null
  return {
    heapMb,
    isAlive,
    async run(job, ms) {
      hold(true)
      const started = await ready
      if (started.says !== 'ready') throw new Error('the reading worker did not start', { cause: started })
      const answer = nextOf(child, { ms, heapMb })
      child.send(job)
      const said = await answer
      hold(false)
      if (said.says === 'ready') throw new Error('the reading worker started twice')
      return said
    },
    async end() {
      if (!isAlive()) return
      // Held until it has gone: who waits for the next worker is not to end before it begins.
      hold(true)
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The next thing a worker says, or what stopped it. */
async function nextOf(child: ChildProcess, { ms, heapMb }: Allowance): Promise<WorkerSays | Outcome> {
  return new Promise((resolve, reject) => {
    const [used, begun] = [processorMsOf(child.pid), performance.now()]
    const settled = <Value>(settle: (value: Value) => void) => (value: Value): void => {
      clearInterval(watch)
      child.off('message', onMessage)
      child.off('error', onError)
      child.off('exit', onExit)
      settle(value)
    }
    const stopped = settled<TooHeavy>((why) => resolve({ says: 'stopped', ...why }))
    const onMessage = settled<unknown>((said) => {
      const parsed = WorkerSays.safeParse(said)
      if (parsed.success) resolve(parsed.data)
      else reject(new Error('the reading worker said what is no answer', { cause: parsed.error }))
    })
    const onError = settled<Error>(reject)
    // V8 ends a process whose heap is full: 134 to a shell, a signal to us.
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (signal === 'SIGABRT' || code === 134) stopped({ over: 'memory', limit: heapMb })
      else settled(reject)(new Error(`the reading worker ended by itself with ${String(code ?? signal)}`))
    }
    const watch = setInterval(() => {
      const [taken, waited] = [processorMsOf(child.pid), performance.now() - begun]
      if ((taken === undefined ? waited : taken - (used ?? 0)) > ms || waited > ms * patience) stopped({ over: 'time', limit: Math.round(ms / 1000) })
    }, watchEveryMs).unref()
    child.on('message', onMessage)
    child.on('error', onError)
    child.on('exit', onExit)
  })
}

/** A hundredth of a second is what Linux counts a process's time in, on every machine. */
const tickMs = 10

/** The processor's time a process has taken: fields 14 and 15 of its stat, proc(5). Undefined where there is no /proc: there the clock has to do. */
function processorMsOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * tickMs
  } catch {
    return undefined
  }
}
