// What was told of a unit is told of the unit that it was merged into: nobody hears it again under another name.
import type { UnitId } from '#src/ledger/ids.ts'
import type { Delivered } from './parcels.ts'

/** @param merged units that were merged, each to the one that it is now */
export function underFormerNames(delivered: Delivered, merged: ReadonlyMap<UnitId, UnitId>): Delivered {
  if (merged.size === 0) return delivered
  const former = new Map<string, string[]>()
  for (const [from, to] of merged) {
    const names = former.get(to)
    if (names === undefined) former.set(to, [from])
    else names.push(from)
  }
  return { ...delivered, notice: (key) => delivered.notice(key) || formerKeys(key.split('/'), former).some(delivered.notice) }
}

/** A notice's key names its unit in one of its parts. */
const formerKeys = (parts: readonly string[], former: ReadonlyMap<string, readonly string[]>): string[] =>
  parts.flatMap((part, at) => (former.get(part) ?? []).map((name) => parts.with(at, name).join('/')))
