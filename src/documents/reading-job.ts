// What is asked of the worker that reads, and what it answers: both cross between processes as copies.
import type { DocumentRead } from '#src/documents/read-document.ts'
import type { ReadAnswer, ReadOptions } from '#src/reader/read.ts'

export type ReadingJob = { kind: 'document'; name: string; bytes: Uint8Array } | { kind: 'plan'; text: string; options: ReadOptions }

/** `ready`: its programs are loaded. `failed`: a bug, never the document's fault. */
export type WorkerSays =
  | { says: 'ready' }
  | { says: 'document'; read: DocumentRead }
  | { says: 'plan'; read: ReadAnswer }
  | { says: 'failed'; error: unknown }
