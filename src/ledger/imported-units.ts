// The units of an import: those the directory knows by the names in the text, and those it does not know yet.
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import type { NewUnit } from '#src/directory/intent.ts'
import { plainName } from '#src/directory/unit.ts'
import { UnitId } from './ids.ts'

export type UnitIds = {
  idOf: (name: string) => UnitId
  known: (name: string) => UnitId | undefined
  fresh: () => NewUnit[]
  /** Other names to be recorded once the units are there. */
  aliases: () => { unit: UnitId; alias: string }[]
}

const longestName = 60

/** @param merged two names of one unit each; where only the second is known, the first is a new name of its unit */
export function unitIds(directory: Directory, merged: readonly { unit: string; alias: string }[]): UnitIds {
  const fresh = new Map<string, string>()
  const renamed = new Map<string, UnitId>()
  for (const { unit, alias } of merged) {
    const own = unitNamed(directory, alias)?.id
    if (own !== undefined && unitNamed(directory, unit) === undefined) renamed.set(plainName(unit), own)
  }
  const known = (name: string): UnitId | undefined => {
    const added = fresh.get(plainName(name))
    return unitNamed(directory, name)?.id ?? renamed.get(plainName(name)) ?? (added === undefined ? undefined : UnitId.parse(added))
  }
  const idOf = (name: string): UnitId => {
    const bounded = name.slice(0, longestName)
    const id = known(bounded)
    if (id !== undefined) return id
    fresh.set(plainName(bounded), bounded)
    return UnitId.parse(bounded)
  }
  return {
    known, idOf,
    fresh: () => [...fresh.values()].map((name) => ({ name, aliases: [] })),
    aliases: () => merged.map(({ unit, alias }) => {
      const id = idOf(unit)
      return { unit: id, alias: (renamed.has(plainName(unit)) ? unit : alias).slice(0, longestName) }
    }),
  }
}
