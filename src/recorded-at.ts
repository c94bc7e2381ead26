// When each entry of a log was recorded, kept for whoever looks for a moment in it: eight bytes an entry, for which each is unpacked once.
import type { Stamp } from '#src/ledger/stamp.ts'
import { inSlices, machineStopwatch } from '#src/stopwatch.ts'
import type { Row } from '#src/store/row.ts'

type Recorded = { stamp: Stamp }

/** Whoever presses a button meanwhile waits for no more than a few of these. */
const sliceMs = 5
const known = new WeakMap<Row<Recorded>, number[]>()

/** Milliseconds, one an entry; a clock that was put back is seen in them. */
export async function recordedAt(entries: Row<Recorded>): Promise<readonly number[]> {
  const instants = known.get(entries) ?? []
  known.set(entries, instants)
  await inSlices(machineStopwatch, sliceMs, (isEnough) => {
    while (instants.length < entries.length) {
      const entry = entries.at(instants.length)
      instants.push(entry === undefined ? Number.NaN : Date.parse(entry.stamp.at))
      if (isEnough()) return false
    }
    return true
  })
  return instants
}
