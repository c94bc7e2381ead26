// Files are written one after another; what takes long in a thread of its own, for a second in which nobody else is to wait.
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Drawing } from '#templates/drawing.ts'
import type { FileContent } from '#templates/file-content.ts'
import type { Paper } from '#templates/paper.ts'
import { pictureSvg, pictureWidth } from './picture-svg.ts'
import { writeIcs } from './write-ics.ts'

/** `waiting`: so many are asked for at once that the last would come too late to be looked at. */
export type Written = { ok: true; bytes: Uint8Array } | { ok: false; why: 'waiting' | 'too-large' | 'time' | 'failed' | 'stopped'; error?: unknown }
export type FileWriter = { write: (content: FileContent) => Promise<Written>; stop: () => Promise<void> }

/** As many points as a phone has in its width, three to a point of its own. */
const pixelWidth = 1.6 * pictureWidth
/** Signs of SVG: five times what the largest picture of a county takes. */
const svgAtMost = 200_000
const waitingAtMost = 8
/** A file takes a second or two; a busy machine may need longer. */
const writeMs = 20_000
const program = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))
/** By its path: what a machine has installed is there on one and not on the next. The package gives no address of its files but that of its first. */
const fontFile = fileURLToPath(new URL('../fonts/NotoSansHans-Regular.otf', import.meta.resolve('@embedpdf/fonts-sc')))
const fontFamily = 'Noto Sans S Chinese'

/** What a thread is started for, and the memory it may take. */
type Job = { thread: URL; workerData: unknown; heapMb: number }

/** A thread lives as long as its file takes: files are seldom asked for, and a font is ten megabytes. */
export function fileWriter({ ms = writeMs }: { ms?: number } = {}): FileWriter {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let isStopped = false
  const running = new Set<Worker>()

  async function runNow({ thread, workerData, heapMb }: Job): Promise<Written> {
    if (isStopped) return { ok: false, why: 'stopped' }
    const worker = new Worker(thread, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb } })
    running.add(worker)
    try {
      return await writtenBy(worker, ms)
    } finally {
      await worker.terminate()
      running.delete(worker)
    }
  }

  async function run(job: Job): Promise<Written> {
    if (waiting >= waitingAtMost) return { ok: false, why: 'waiting' }
    waiting += 1
    const written = last.then(async () => runNow(job)).finally(() => (waiting -= 1))
    last = written.catch(() => undefined)
    return written
  }

  return {
    async write(content) {
      switch (content.kind) {
        case 'bars': case 'grid':
          return drawingJob(content, run)
        case 'paper':
          return run(paperJob(content))
        case 'appointment':
          // A page of text: no other turn waits for it.
          return { ok: true, bytes: new TextEncoder().encode(writeIcs(content)) }
      }
    },
    async stop() {
      isStopped = true
      await Promise.all([...running].map(async (worker) => worker.terminate()))
      await last
    },
  }
}

async function drawingJob(drawing: Drawing, run: (job: Job) => Promise<Written>): Promise<Written> {
  const svg = pictureSvg(drawing)
  if (svg.length > svgAtMost) return { ok: false, why: 'too-large' }
  return run({ thread: new URL('./drawing-worker.mjs', import.meta.url), workerData: { svg, width: pixelWidth, program, fontFile, fontFamily }, heapMb: 64 })
}

const paperJob = (paper: Paper): Job => ({ thread: new URL('./paper-worker.mjs', import.meta.url), workerData: paper, heapMb: 128 })

/** The file, or what came instead: each of them once. */
async function writtenBy(worker: Worker, ms: number): Promise<Written> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ ok: false, why: 'time' }), ms)
    const settle = (written: Written): void => {
      clearTimeout(late)
      resolve(written)
    }
    worker.once('message', settle)
    worker.once('error', (error) => settle({ ok: false, why: 'failed', error }))
    worker.once('exit', () => settle({ ok: false, why: 'stopped' }))
  })
}
