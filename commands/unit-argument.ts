// A unit as people name it: its name, another name of it, or a part that only one unit has.
import type { Answer, Desk } from '#src/command.ts'
import { answered } from '#src/command.ts'
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import { plainName, type Unit } from '#src/directory/unit.ts'
import { likeness } from '#src/queries/nearest-names.ts'
import type { Run } from '#templates/card.ts'
import { unitUnknown } from '#templates/unit-unknown.ts'
import { refusedCard } from './refused.ts'

export type UnitFound = { ok: true; unit: Unit } | { ok: false; nearest: Unit[] }

const nearestCount = 3

/** Where it is none, or could be several, the nearest three are told. */
export function findUnit(directory: Directory, asked: string): UnitFound {
  const exact = unitNamed(directory, asked)
  if (exact !== undefined) return { ok: true, unit: exact }
  const part = plainName(asked)
  const units = [...directory.units.values()]
  const containing = part.length < 2 ? [] : units.filter((unit) => namesOf(unit).some((name) => name.includes(part)))
  const [only] = containing
  if (only !== undefined && containing.length === 1) return { ok: true, unit: only }
  const byLikeness = units.map((unit) => ({ unit, likeness: likenessOf(part, unit) })).filter(({ likeness }) => likeness > 0).toSorted((a, b) => b.likeness - a.likeness)
  return { ok: false, nearest: [...new Set([...containing, ...byLikeness.map(({ unit }) => unit)])].slice(0, nearestCount) }
}

const namesOf = ({ name, aliases }: Unit): string[] => [name, ...aliases].map(plainName)

const likenessOf = (asked: string, unit: Unit): number => Math.max(...namesOf(unit).map((name) => likeness(asked, name)))

/** @param runOf the act with one of the nearest in place of what was asked */
export const unitRefused = (desk: Desk, asked: string, nearest: readonly Unit[], runOf: (unit: string) => Run): Answer =>
  answered(unitUnknown(refusedCard({ code: 'unit-unknown', asked }, desk), nearest.map(({ name }) => name), runOf))
