// The process that writes snapshots, so that nobody who asks something waits for it. It may be killed at any moment: what it wrote half is no snapshot.
import { setPriority } from 'node:os'
import { codeHash } from '#src/store/code-hash.ts'
import { withStore } from '#src/store/connection.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { clearHalfWritten, snapshotFile } from '#src/store/snapshot-file.ts'
import { SnapshotJob, type WriterSays } from './snapshot-job.ts'
import { writeSnapshot } from './write-snapshot.ts'

/** Everybody else goes before it. */
const niceness = 10

const say = (what: WriterSays): void => void process.send?.(what)

async function write({ redisUrl, dir, code, keys }: SnapshotJob): Promise<void> {
  // A new release that lies ready for the next start would fold otherwise than whoever runs now.
  if (codeHash() !== code) {
    say({ says: 'failed', why: 'the code is another than at the start' })
    return
  }
  await clearHalfWritten(dir, Date.now())
  await withStore(redisUrl, async (redis) => {
    for (const key of keys) {
      const begun = performance.now()
      try {
        const position = await writeSnapshot(key, redisLog(redis, key), snapshotFile(dir, key, code))
        if (position !== undefined) say({ says: 'written', key, position, ms: Math.round(performance.now() - begun) })
      } catch (error) {
        say({ says: 'failed', key, why: String(error) })
      }
    }
  })
}

try {
  setPriority(niceness)
} catch {
  // Where it cannot be set it is written all the same.
}
// Whoever started it says when it ends.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (job) => {
  write(SnapshotJob.parse(job)).catch((error: unknown) => say({ says: 'failed', why: String(error) })).finally(() => say({ says: 'done' }))
})
say({ says: 'ready' })
