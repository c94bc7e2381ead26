// The process that reads documents and plans. It may be stopped at any moment: it keeps nothing.
import { readDocument } from '#src/documents/read-document.ts'
import type { ReadingJob, WorkerSays } from '#src/documents/reading-job.ts'
import { read } from '#src/reader/read.ts'

const say = (what: WorkerSays): void => void process.send?.(what)

async function answerTo(job: ReadingJob): Promise<WorkerSays> {
  switch (job.kind) {
    case 'document':
      return { says: 'document', read: await readDocument(job.name, job.bytes) }
    case 'plan':
      return { says: 'plan', read: read(job.text, job.options) }
  }
}

// Whoever started it says when it ends.
process.on('SIGINT', () => undefined)
process.on('message', (job: ReadingJob) => {
  answerTo(job).then(say, (error: unknown) => say({ says: 'failed', error }))
})
say({ says: 'ready' })
