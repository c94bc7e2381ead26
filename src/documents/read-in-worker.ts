// Documents and plans are read in a thread of their own, so that nobody waits for a hostile file, and stopped when they take too much.
import { Worker } from 'node:worker_threads'
import type { DocumentRead } from '#src/documents/read-document.ts'
import { allowanceFor, weighedAs, type Allowance } from '#src/documents/reading-limits.ts'
import type { ReadingJob, WorkerSays } from '#src/documents/reading-job.ts'
import type { ReadAnswer, ReadOptions } from '#src/reader/read.ts'
import type { TooHeavy } from '#src/reader/reading.ts'

export type DocumentReader = {
  /** A file that takes more time or memory than it deserves is refused. */
  readDocument: (name: string, bytes: Uint8Array) => Promise<DocumentRead>
  /** As `read` of the reader's room. */
  readPlan: (text: string, options?: ReadOptions) => Promise<ReadAnswer>
  stop: () => Promise<void>
}

/** A young generation larger than this holds garbage, not documents. */
const youngHeapMb = 16
/** The processor's time is what counts, for a busy machine is not the file's fault; but nobody waits longer than so many times as much. */
const patience = 5
const watchEveryMs = 50
/** Whoever cannot load the programs by then never will. */
const startMs = 60_000

/** What a thread came to: an answer, or that it was stopped. */
type Outcome = Exclude<WorkerSays, { says: 'ready' }> | ({ says: 'stopped' } & TooHeavy)

/** One warm thread, replaced when it had to be stopped; what is asked is done one after another. A process that has nothing else to do may end. */
export function documentReader(): DocumentReader {
  const ordinary = allowanceFor(0, 'text').heapMb
  let thread = startThread(ordinary)
  let last: Promise<unknown> = Promise.resolve()
  let isStopped = false

  async function run(job: ReadingJob, allowance: Allowance): Promise<Outcome> {
    if (isStopped) throw new Error('nothing is read any more: the process stops')
    if (thread.heapMb !== allowance.heapMb) await replaceBy(allowance.heapMb)
    let isFit = false
    try {
      const outcome = await thread.run(job, allowance.ms)
      if (outcome.says === 'failed') throw outcome.error
      isFit = outcome.says !== 'stopped' && allowance.heapMb === ordinary
      return outcome
    } finally {
      if (!isFit) await replaceBy(ordinary)
    }
  }

  async function replaceBy(heapMb: number): Promise<void> {
    await thread.end()
    if (!isStopped) thread = startThread(heapMb)
  }

  const inTurn = async (job: ReadingJob, allowance: Allowance): Promise<Outcome> => {
    const outcome = last.then(async () => run(job, allowance))
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
      await thread.end()
    },
  }
}

function heavy(outcome: Outcome): TooHeavy {
  if (outcome.says !== 'stopped') throw new Error(`the reading thread was not asked for ${outcome.says}`)
  return { over: outcome.over, limit: outcome.limit }
}

type Thread = { heapMb: number; run: (job: ReadingJob, ms: number) => Promise<Outcome>; end: () => Promise<unknown> }

function startThread(heapMb: number): Thread {
  const worker = new Worker(start, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngHeapMb } })
  worker.unref()
  const ready = nextOf(worker, { ms: startMs, heapMb })
  ready.catch(() => undefined) // Told to whoever asks first; until then nobody waits for it.
  return {
    heapMb,
    async run(job, ms) {
      worker.ref()
      const started = await ready
      if (started.says !== 'ready') throw new Error('the reading thread did not start', { cause: started })
      const answer = nextOf(worker, { ms, heapMb })
      worker.postMessage(job)
      const said = await answer
      worker.unref()
      if (said.says === 'ready') throw new Error('the reading thread started twice')
      return said
    },
    end: async () => worker.terminate(),
  }
}

/** The next thing a thread says, or what stopped it. */
async function nextOf(worker: Worker, { ms, heapMb }: Allowance): Promise<WorkerSays | Outcome> {
  return new Promise((resolve, reject) => {
    const settled = <Value>(settle: (value: Value) => void) => (value: Value): void => {
      clearInterval(watch)
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
      settle(value)
    }
    const stopped = settled<TooHeavy>((why) => resolve({ says: 'stopped', ...why }))
    const onMessage = settled<WorkerSays>(resolve)
    const onError = (error: Error & { code?: string }): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') stopped({ over: 'memory', limit: heapMb })
      else settled(reject)(error)
    }
    const onExit = settled<number>((code) => reject(new Error(`the reading thread ended by itself with ${code}`)))
    const [used, begun] = [process.cpuUsage(), performance.now()]
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(used)
      if ((user + system) / 1000 > ms || performance.now() - begun > ms * patience) stopped({ over: 'time', limit: Math.round(ms / 1000) })
    }, watchEveryMs).unref()
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
  })
}

/** The code runs as it is written in the thread too: the loader first, for a thread does not inherit it. */
const start = new URL(
  `data:text/javascript,${encodeURIComponent(`import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}
register()
await import(${JSON.stringify(new URL('./reading-worker.ts', import.meta.url).href)})`)}`,
)
