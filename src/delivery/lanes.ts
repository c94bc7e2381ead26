// A few people are written to at the same time; one person's messages follow each other.
import type { PersonId } from '#src/ledger/ids.ts'
import { pause, type Stopwatch } from '#src/stopwatch.ts'

const lanes = 4

/** What is begun next: one of those that are free, nothing yet for a while, or nothing more. */
export type Begun<Each> = { parcel: Each } | { waitMs: number } | 'none'

/** @param next asked again whenever a lane is free, and takes what it gives off its list @param work never throws */
export async function inLanes<Each extends { to: PersonId }>(stopwatch: Stopwatch, next: (isFree: (parcel: Each) => boolean) => Begun<Each>, work: (parcel: Each) => Promise<void>): Promise<void> {
  const busy = new Set<PersonId>()
  const isFree = ({ to }: Each): boolean => !busy.has(to)
  /** A further lane opens only where there was something for this one: where there is nothing, one asks once. */
  const lane = async (further: number): Promise<void> => {
    let beside: Promise<void> | undefined
    for (let begun = next(isFree); begun !== 'none'; begun = next(isFree)) {
      if ('waitMs' in begun) {
        await pause(stopwatch, begun.waitMs)
        continue
      }
      const { parcel } = begun
      busy.add(parcel.to)
      const done = work(parcel)
      if (further > 0) beside ??= heard(lane(further - 1))
      await done
      busy.delete(parcel.to)
    }
    await beside
  }
  await lane(lanes - 1)
}

/** It may fail before anybody waits for it, and that would end the process: whoever waits later is told all the same. */
function heard(work: Promise<void>): Promise<void> {
  work.catch(() => undefined)
  return work
}

/** Those of a list in its order, each taken off it. */
export function firstOf<Each>(left: Each[], isFree: (parcel: Each) => boolean): Begun<Each> {
  const at = left.findIndex(isFree)
  const [parcel] = at < 0 ? [] : left.splice(at, 1)
  return parcel === undefined ? 'none' : { parcel }
}
