// The thread that draws one picture and ends. In plain JavaScript, for a thread takes no loader of TypeScript.
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const { svg, width, program, fontFile, fontFamily } = workerData
const [wasm, bytes] = await Promise.all([readFile(program), readFile(fontFile)])
await initWasm(wasm)
const png = new Resvg(svg, { font: { fontBuffers: [bytes], defaultFontFamily: fontFamily }, fitTo: { mode: 'width', value: width } }).render().asPng()
parentPort?.postMessage({ ok: true, bytes: png })
