// A unit as people name it: its name, another name of it, a part that only one unit has, or how it is typed in pinyin.
import type { Answer, Desk } from '#src/command.ts'
import { answered } from '#src/command.ts'
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import { plainName, type Unit } from '#src/directory/unit.ts'
import { namesCalled } from '#src/queries/named-units.ts'
import { likeness } from '#src/queries/nearest-names.ts'
import { lettersIn } from '#src/queries/pinyin.ts'
import { unitsTypedAs } from '#src/queries/typed-names.ts'
import { officeNamed, officeStem } from '#src/reader/english-offices.ts'
import type { Run } from '#templates/card.ts'
import { unitUnknown } from '#templates/unit-unknown.ts'
import { refusedCard } from './refused.ts'

export type UnitFound = { ok: true; unit: Unit } | { ok: false; nearest: Unit[] }

const nearestCount = 3

/** Where it is none, or could be several, the nearest three are told. */
export function findUnit(directory: Directory, asked: string): UnitFound {
  const exact = unitNamed(directory, asked) ?? inEnglish(directory, asked)
  if (exact !== undefined) return { ok: true, unit: exact }
  const part = plainName(asked)
  const units = [...directory.units.values()]
  const written = part.length < 2 ? [] : units.filter((unit) => namesOf(unit).some((name) => name.includes(part)))
  const letters = lettersIn(asked)
  const containing = written.length > 0 || letters === undefined ? written : unitsTypedAs(directory, letters)
  const [only] = containing
  if (only !== undefined && containing.length === 1) return { ok: true, unit: only }
  const byLikeness = units.map((unit) => ({ unit, likeness: likenessOf(part, unit) })).filter(({ likeness }) => likeness > 0).toSorted((a, b) => b.likeness - a.likeness)
  return { ok: false, nearest: [...new Set([...containing, ...byLikeness.map(({ unit }) => unit)])].slice(0, nearestCount) }
}

const ofCounty = /^[县市区省州旗]/

/** A unit by its whole name, by what is left of it without 县 or 县委, or in pinyin, where only one is called so: 教育局, 编办, jyj. */
export function unitCalled(directory: Directory, word: string): Unit | undefined {
  const exact = unitNamed(directory, word) ?? inEnglish(directory, word)
  if (exact !== undefined) return exact
  const [asked, letters] = [plainName(word), lettersIn(word)]
  const called = letters === undefined ? [...directory.units.values()].filter((unit) => namesOf(unit).some((name) => ofCounty.test(name) && name.replace(ofCounty, '') === asked) || namesCalled(unit).includes(asked)) : unitsTypedAs(directory, letters)
  const [only, ...others] = called
  return others.length === 0 ? only : undefined
}

/** Education bureau: the office of that field. */
function inEnglish(directory: Directory, word: string): Unit | undefined {
  const stem = officeStem(word)
  const name = stem === undefined ? undefined : officeNamed(stem, [...directory.units.values()].flatMap(namesOf))
  return name === undefined ? undefined : unitNamed(directory, name)
}

const namesOf = ({ name, aliases }: Unit): string[] => [name, ...aliases].map(plainName)

const likenessOf = (asked: string, unit: Unit): number => Math.max(...namesOf(unit).map((name) => likeness(asked, name)))

/** @param runOf the act with one of the nearest in place of what was asked */
export const unitRefused = (desk: Desk, asked: string, nearest: readonly Unit[], runOf: (unit: string) => Run): Answer =>
  answered(unitUnknown(refusedCard({ code: 'unit-unknown', asked }, desk), nearest.map(({ name }) => name), runOf))
