// The thread that writes one paper and ends. Word's library is loaded in it and nowhere else; the loader comes with it, for a thread takes none of TypeScript.
import { parentPort, workerData } from 'node:worker_threads'
import { tsImport } from 'tsx/esm/api'

const { writeDocx } = await tsImport('./write-docx.ts', import.meta.url)
parentPort?.postMessage(await writeDocx(workerData))
