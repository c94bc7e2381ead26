// Reads a log for the first time: what came after its snapshot where that stands on it, else from the beginning.
import type { Log } from '#src/ledger/log.ts'
import type { FoldedLog } from './folded-log.ts'
import { entryHash } from './hash.ts'
import type { KeptSnapshot } from './snapshot.ts'

/** May be asked again where the log did not answer. */
export async function readFrom<State, Event>(known: FoldedLog<State, Event>, log: Log, kept?: KeptSnapshot): Promise<void> {
  const snapshot = known.tail().position > 0 ? undefined : kept?.read()
  const after = snapshot === undefined ? known.tail().position : snapshot.position - 1
  let entries = await log.read(after)
  if (snapshot !== undefined) {
    const [under] = entries
    // The entry itself is looked at, not only what it says of itself.
    const isOurs = under?.position === snapshot.position && under.hash === snapshot.hash && entryHash(under) === snapshot.hash
    if (isOurs) known.standOn(snapshot, () => void kept?.drop('not-unpacked'))
    else await kept?.drop('not-on-log')
    entries = isOurs ? entries.slice(1) : await log.read(0)
  }
  for (const entry of entries) known.take(entry)
  kept?.grown(known.tail().position)
}
