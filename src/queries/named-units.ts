// Which units a sentence names, by any of their names.
import { plainName, type Unit } from '#src/directory/unit.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { UnitId } from '#src/ledger/ids.ts'

/** Shorter names are found inside other words. */
const shortest = 3

/** 教育局 for 县教育局, as people say it within one county. */
const withoutLevel = (name: string): string => name.replace(/^[县市区]/, '')
/** As words have its names, made plain. */
export const namesSaid = ({ name, aliases }: Pick<Unit, 'name' | 'aliases'>): string[] => [name, ...aliases].map(plainName).flatMap((each) => [each, withoutLevel(each)]).filter((each) => each.length >= shortest)

/** A longer name covers a shorter one inside it: 县委编办 is not also 编办 of somebody else. What could be two units is neither. @param among whose names are looked for */
export function unitsNamedIn({ units }: Directory, words: string, among: Iterable<UnitId>): UnitId[] {
  const byName = new Map<string, Set<UnitId>>()
  for (const id of among) {
    const unit = units.get(id)
    if (unit === undefined) continue
    for (const name of namesSaid(unit)) byName.set(name, new Set([...(byName.get(name) ?? []), id]))
  }
  let left = plainName(words)
  const found = new Set<UnitId>()
  for (const [name, ids] of [...byName].toSorted(([a], [b]) => b.length - a.length)) {
    if (!left.includes(name)) continue
    left = left.replaceAll(name, ' ')
    const [only, ...more] = ids
    if (only !== undefined && more.length === 0) found.add(only)
  }
  return [...found]
}
