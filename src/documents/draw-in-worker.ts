// Pictures are drawn in a thread of their own, one after another: a second in which nobody else is to wait.
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Drawing } from '#templates/drawing.ts'
import { pictureSvg, pictureWidth } from './picture-svg.ts'

/** `waiting`: so many are asked for at once that the last would come too late to be looked at. */
export type Drawn = { ok: true; png: Uint8Array } | { ok: false; why: 'waiting' | 'too-large' | 'time' | 'failed' | 'stopped'; error?: unknown }
export type PictureDrawer = { draw: (drawing: Drawing) => Promise<Drawn>; stop: () => Promise<void> }

/** As many points as a phone has in its width, three to a point of its own. */
const pixelWidth = 1.6 * pictureWidth
/** Signs of SVG: five times what the largest picture of a county takes. */
const svgAtMost = 200_000
const waitingAtMost = 8
/** A picture takes a second or two; a busy machine may need longer. */
const drawMs = 20_000
const thread = new URL('./drawing-worker.mjs', import.meta.url)
const program = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))
/** By its path: what a machine has installed is there on one and not on the next. The package gives no address of its files but that of its first. */
const fontFile = fileURLToPath(new URL('../fonts/NotoSansHans-Regular.otf', import.meta.resolve('@embedpdf/fonts-sc')))
const fontFamily = 'Noto Sans S Chinese'

/** A thread lives as long as its picture takes: pictures are seldom asked for, and a font is ten megabytes. */
export function pictureDrawer({ ms = drawMs }: { ms?: number } = {}): PictureDrawer {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let isStopped = false
  const running = new Set<Worker>()

  async function drawNow(svg: string): Promise<Drawn> {
    if (isStopped) return { ok: false, why: 'stopped' }
    const worker = new Worker(thread, { workerData: { svg, width: pixelWidth, program, fontFile, fontFamily }, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 64 } })
    running.add(worker)
    try {
      return await drawnBy(worker, ms)
    } finally {
      await worker.terminate()
      running.delete(worker)
    }
  }

  return {
    async draw(drawing) {
      const svg = pictureSvg(drawing)
      if (svg.length > svgAtMost) return { ok: false, why: 'too-large' }
      if (waiting >= waitingAtMost) return { ok: false, why: 'waiting' }
      waiting += 1
      const drawn = last.then(async () => drawNow(svg)).finally(() => (waiting -= 1))
      last = drawn.catch(() => undefined)
      return drawn
    },
    async stop() {
      isStopped = true
      await Promise.all([...running].map(async (worker) => worker.terminate()))
      await last
    },
  }
}

/** The picture, or what came instead: each of them once. */
async function drawnBy(worker: Worker, ms: number): Promise<Drawn> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ ok: false, why: 'time' }), ms)
    const settle = (drawn: Drawn): void => {
      clearTimeout(late)
      resolve(drawn)
    }
    worker.once('message', (png: Uint8Array) => settle({ ok: true, png }))
    worker.once('error', (error) => settle({ ok: false, why: 'failed', error }))
    worker.once('exit', () => settle({ ok: false, why: 'stopped' }))
  })
}
