// What is asked of the worker that reads, and what it answers: both cross between processes as copies.
import { z } from 'zod'
import { readableKinds } from '#src/reader/document-refusal.ts'
import type { ReadOptions } from '#src/reader/read.ts'
import type { Reading } from '#src/reader/reading.ts'
import { tooManyIn } from '#src/reader/too-many.ts'

export type ReadingJob = { kind: 'document'; name: string; bytes: Uint8Array } | { kind: 'plan'; text: string; options: ReadOptions }

const Count = z.number().int().min(0)
const tooHeavy = { over: z.enum(['time', 'memory']), limit: Count }
const Kind = z.enum(readableKinds)
const coded = <Code extends string, Facts extends z.ZodRawShape>(code: Code, facts: Facts) => z.object({ code: z.literal(code), ...facts })
const name = z.string()

const DocumentRefused = z.discriminatedUnion('code', [
  coded('file-too-large', { bytes: Count, limit: Count, unpacked: z.boolean(), kind: Kind.exactOptional() }), coded('file-kind-unknown', { name, reads: z.array(Kind).readonly() }),
  coded('file-legacy', { name, saveAs: Kind }), coded('file-too-heavy', { name, ...tooHeavy }), coded('file-broken', { name }), coded('file-binary', { name }),
  coded('pdf-scanned', { pages: Count }), coded('pdf-locked', {}), coded('pdf-garbled', {}), coded('pdf-too-long', { pages: Count, limit: Count }), coded('pdf-broken', {}),
])

const Counted = z.enum(['plans', 'tasks', 'parts', 'units', 'dates', 'duties', 'targets', 'members', 'people', 'proposals', 'doubts', 'paragraphs'])
const ReadRefused = z.discriminatedUnion('code', [
  coded('text-empty', {}), coded('text-binary', {}), coded('text-too-long', { characters: Count, limit: Count }), coded('text-secret', { mark: z.string() }), coded('text-no-tasks', { lines: Count }),
  coded('text-several-plans', { plans: z.array(z.object({ title: z.string(), line: Count, tasks: Count })) }),
  coded('text-too-many', { what: Counted, found: Count, limit: Count }), coded('text-too-heavy', tooHeavy),
])

const List = z.array(z.unknown())
const ReadingShape = z.looseObject({
  title: z.string(), text: z.string(),
  tasks: z.array(z.looseObject({ units: z.array(z.looseObject({ name: z.string() })), deadlines: List, people: List })),
  bodies: z.array(z.looseObject({ members: List, deputies: List })),
  recurrences: List, meetings: List, targets: List, proposals: List, doubts: List, unlisted: List, headings: List.optional(),
})
/** Its lists, not every value: those are this program's own, the ledger parses them when they are written, and parsing them at every look at a draft is waited for. */
const isReading = (given: unknown): given is Reading => ReadingShape.safeParse(given).success
const ReadingWithin = z.custom<Reading>(isReading, { error: 'no reading', abort: true }).refine((reading) => tooManyIn(reading) === undefined, 'more than any plan holds')

const refused = <Refusal extends z.ZodType>(refusal: Refusal) => z.object({ ok: z.literal(false), refusal })

/** `ready`: its programs are loaded. `failed`: a bug, never the document's fault. */
export const WorkerSays = z.discriminatedUnion('says', [
  z.object({ says: z.literal('ready') }),
  z.object({ says: z.literal('document'), read: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), text: z.string() }), refused(DocumentRefused)]) }),
  z.object({ says: z.literal('plan'), read: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), reading: ReadingWithin }), refused(ReadRefused)]) }),
  z.object({ says: z.literal('failed'), error: z.unknown() }),
])
export type WorkerSays = z.infer<typeof WorkerSays>
