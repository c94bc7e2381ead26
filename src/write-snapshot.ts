// Writes the snapshot of a log: reads on from the last one, by the log itself, and says how it stands now.
import { PlanId } from '#src/ledger/ids.ts'
import type { Log } from '#src/ledger/log.ts'
import { foldedLog, type Subject } from '#src/store/folded-log.ts'
import { readFrom } from '#src/store/read-from.ts'
import type { SnapshotFile } from '#src/store/snapshot-file.ts'
import { deliveryKey, deliverySubject, directoryKey, directorySubject, planOfKey, planSubject } from './log-subjects.ts'

/** @returns how many entries it is of; undefined where there is nothing to write */
export async function writeSnapshot(key: string, log: Log, file: SnapshotFile): Promise<number | undefined> {
  if (key === directoryKey) return written(directorySubject, log, file)
  if (key === deliveryKey) return written(deliverySubject, log, file)
  const plan = PlanId.safeParse(planOfKey(key))
  // Of a plan whose import is not recorded nobody asks: those that are in a snapshot are all plans.
  return plan.success ? written(planSubject(plan.data), log, file, ({ importedOn }) => importedOn !== undefined) : undefined
}

async function written<State, Event>(subject: Subject<State, Event>, log: Log, file: SnapshotFile, isWorth: (state: State) => boolean = () => true): Promise<number | undefined> {
  const known = foldedLog(subject)
  await readFrom(known, log, {
    read: () => ((found) => (found.ok ? found.snapshot : undefined))(file.read()),
    // What cannot be removed is written over.
    drop: async () => file.drop().catch(() => undefined), grown: () => undefined,
  })
  const { position } = known.tail()
  if (position === 0 || !isWorth(known.state())) return undefined
  await file.write(known.snapshot())
  return position
}
