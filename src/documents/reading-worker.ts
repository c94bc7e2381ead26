// The thread that reads documents and plans. It may be stopped at any moment: it keeps nothing.
import { parentPort } from 'node:worker_threads'
import { readDocument } from '#src/documents/read-document.ts'
import type { ReadingJob, WorkerSays } from '#src/documents/reading-job.ts'
import { read } from '#src/reader/read.ts'

const say = (what: WorkerSays): void => parentPort?.postMessage(what)

async function answerTo(job: ReadingJob): Promise<WorkerSays> {
  switch (job.kind) {
    case 'document':
      return { says: 'document', read: await readDocument(job.name, job.bytes) }
    case 'plan':
      return { says: 'plan', read: read(job.text, job.options) }
  }
}

parentPort?.on('message', (job: ReadingJob) => {
  answerTo(job).then(say, (error: unknown) => say({ says: 'failed', error }))
})
say({ says: 'ready' })
