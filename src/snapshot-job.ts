// What the process that writes snapshots is told, and what it says.
import { z } from 'zod'

/** `code`: of whoever will read them; another code writes none. */
export const SnapshotJob = z.strictObject({ redisUrl: z.string(), dir: z.string(), code: z.string(), keys: z.array(z.string()) })
export type SnapshotJob = z.infer<typeof SnapshotJob>

export const WriterSays = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('ready') }),
  z.strictObject({ says: z.literal('written'), key: z.string(), position: z.int(), ms: z.number() }),
  z.strictObject({ says: z.literal('failed'), key: z.string().optional(), why: z.string() }),
  z.strictObject({ says: z.literal('done') }),
])
export type WriterSays = z.infer<typeof WriterSays>
