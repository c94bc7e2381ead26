// A log as it stood at one of its entries: the state, the entries and their ids, ready to go on from. Never believed over the log.
import { deserialize, serialize } from 'node:v8'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Pack } from './packed-entries.ts'

/** `hash`: of the entry it stands on. `marks`: of all ids. */
export type Snapshot = { position: number; hash: string; state: Uint8Array; marks: Uint32Array; packs: readonly Pack[] }

export type Dropped = 'not-on-log' | 'not-unpacked'

/** Where the snapshot of one log is kept. */
export type KeptSnapshot = {
  /** Undefined where there is none, or none that is whole and of this release. */
  read: () => Snapshot | undefined
  /** It does not stand on the log, or its state is not what it was. */
  drop: (why: Dropped) => Promise<void>
  /** How many entries the log has now. */
  grown: (position: number) => void
}

/** Two places that held one thing hold one thing again: folds ask whether something is still the same. */
export const packState = (state: unknown): Uint8Array => deflateRawSync(serialize(state))

/** @param packed what `packState` made in the same release, on the same machine */
export const unpackState = (packed: Uint8Array): unknown => deserialize(inflateRawSync(packed))
