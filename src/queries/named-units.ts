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

/** What a unit is of, before what it is called: 县委编办 is 编办, 县政府督查室 is 督查室. */
const ofCounty = /^(?:中共)?[县市区州旗](?:委|人民政府|政府)?(?!$)/
/** So short only what no other word has in it: 编办, 妇联, 残联, 法院. */
const shortOffice = /^(?:[编妇残文侨科政](?:办|联|协|委|府办)|纪委|监委|法院|团委)$/
/** What several have, and every sentence. */
const tooPlain = /^(?:办公室|委员会|委办公室)$/

/** Every name by which people call a unit, as words have it: 县委编办, 委编办, 编办. */
export function namesCalled(unit: Pick<Unit, 'name' | 'aliases'>): readonly string[] {
  const known = called.get(unit)
  if (known !== undefined) return known
  const short = [unit.name, ...unit.aliases].map((name) => plainName(name).replace(ofCounty, '')).filter((name) => !tooPlain.test(name) && (name.length >= shortest || shortOffice.test(name)))
  const names = [...new Set([...namesSaid(unit), ...short])]
  called.set(unit, names)
  return names
}

/** A unit with another name is another value: each is looked at once, however many lines are typed. */
const called = new WeakMap<Pick<Unit, 'name' | 'aliases'>, readonly string[]>()

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
