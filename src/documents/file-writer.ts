// Files are written one after another; what takes long in a thread or a process of its own, for a second in which nobody else is to wait.
import { fork } from 'node:child_process'
import { once, type EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { programOf } from '#src/program.ts'
import type { Drawing } from '#templates/drawing.ts'
import type { FileContent } from '#templates/file-content.ts'
import type { Paper } from '#templates/paper.ts'
import { pictureSvg, pictureWidth } from './picture-svg.ts'
import { writeIcs } from './write-ics.ts'

/** `waiting`: so many are asked for at once that the last would come too late to be looked at. */
const Written = z.union([
  z.object({ ok: z.literal(true), bytes: z.instanceof(Uint8Array) }),
  z.object({ ok: z.literal(false), why: z.enum(['waiting', 'too-large', 'time', 'failed', 'stopped']), error: z.unknown().optional() }),
])
export type Written = z.infer<typeof Written>
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
const paperProgram = programOf('paper-worker')
const fontFamily = 'Noto Sans S Chinese'

/** What makes one file: it says what came of it, and is ended whether it did or not. */
type Maker = { says: EventEmitter; end: () => Promise<unknown> }

/** It lives as long as its file takes: files are seldom asked for, a font is ten megabytes, and so is Word's library. */
export function fileWriter({ ms = writeMs }: { ms?: number } = {}): FileWriter {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let isStopped = false
  const running = new Set<Maker>()

  async function runNow(start: () => Maker): Promise<Written> {
    if (isStopped) return { ok: false, why: 'stopped' }
    const maker = begun(start)
    if ('ok' in maker) return maker
    running.add(maker)
    try {
      return await writtenBy(maker, ms)
    } finally {
      await maker.end()
      running.delete(maker)
    }
  }

  async function run(start: () => Maker): Promise<Written> {
    if (waiting >= waitingAtMost) return { ok: false, why: 'waiting' }
    waiting += 1
    const written = last.then(async () => runNow(start)).finally(() => (waiting -= 1))
    last = written.catch(() => undefined)
    return written
  }

  return {
    async write(content) {
      switch (content.kind) {
        case 'bars': case 'grid':
          return drawn(content, run)
        case 'paper':
          return run(() => paperProcess(content))
        case 'appointment':
          // A page of text: no other turn waits for it.
          return { ok: true, bytes: new TextEncoder().encode(writeIcs(content)) }
      }
    },
    async stop() {
      isStopped = true
      await Promise.all([...running].map(async (maker) => maker.end()))
      await last
    },
  }
}

async function drawn(drawing: Drawing, run: (start: () => Maker) => Promise<Written>): Promise<Written> {
  const svg = pictureSvg(drawing)
  if (svg.length > svgAtMost) return { ok: false, why: 'too-large' }
  return run(() => drawingThread(svg))
}

/** A machine that is out of memory or of processes throws. */
function begun(start: () => Maker): Maker | Written {
  try {
    return start()
  } catch (error) {
    return { ok: false, why: 'failed', error }
  }
}

function drawingThread(svg: string): Maker {
  const worker = new Worker(new URL('./drawing-worker.mjs', import.meta.url), { workerData: { svg, width: pixelWidth, program, fontFile, fontFamily }, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 64 } })
  return { says: worker, end: async () => worker.terminate() }
}

function paperProcess(paper: Paper): Maker {
  const child = fork(paperProgram.file, { execArgv: [...paperProgram.execArgv, '--max-old-space-size=128'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const gone = once(child, 'exit').catch(() => undefined)
  // Heard of once; whoever is gone can be told nothing more.
  child.on('error', () => undefined)
  // One that cannot be begun for want of files has nothing to be told by; why is heard below.
  if (child.connected) child.send(paper, () => undefined)
  return {
    says: child,
    async end() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** The file, or what came instead: each of them once. */
async function writtenBy({ says }: Maker, ms: number): Promise<Written> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ ok: false, why: 'time' }), ms)
    const settle = (written: Written): void => {
      clearTimeout(late)
      resolve(written)
    }
    says.once('message', (said: unknown) => {
      const parsed = Written.safeParse(said)
      settle(parsed.success ? parsed.data : { ok: false, why: 'failed', error: parsed.error })
    })
    says.once('error', (error) => settle({ ok: false, why: 'failed', error }))
    says.once('exit', () => settle({ ok: false, why: 'stopped' }))
  })
}
