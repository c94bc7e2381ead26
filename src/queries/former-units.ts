// Whoever holds no post any more: who has what was theirs.
import type { Day } from '#src/calendar/day.ts'
import { unitName, unitNow, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { askedFor } from './answering.ts'
import { stillHeld } from './handover-sheet.ts'

export type FormerUnits = {
  /** 交接: to whom, since when, of which units. */
  handedOver: { to: string; on: Day; units: string[] }[]
  /** Any other: who is asked for it now. */
  others: { unit: string; now: string[] }[]
}

/** @returns undefined for whoever never held one */
export function formerUnits(directory: Directory, { id, formerOf }: Person): FormerUnits | undefined {
  if (formerOf.length === 0) return undefined
  const found: FormerUnits = { handedOver: [], others: [] }
  for (const unit of formerOf) {
    const handover = handoverOf(directory, id, unit)
    const name = unitName(directory, unit)
    const same = found.handedOver.find(({ to, on }) => to === handover?.to && on === handover.on)
    if (same !== undefined) same.units.push(name)
    else if (handover !== undefined) found.handedOver.push({ ...handover, units: [name] })
    else found.others.push({ unit: name, now: askedFor(directory, unitNow(directory, unit)).map((person) => person.name) })
  }
  return found
}

/** The last of a person in which the unit went to somebody who has it still. */
function handoverOf({ handovers, people }: Directory, id: Person['id'], unit: UnitId): { to: string; on: Day } | undefined {
  const handover = handovers.findLast(({ from, units }) => from === id && units.includes(unit))
  const to = handover === undefined ? undefined : people.get(handover.to)
  return handover === undefined || to === undefined || !stillHeld(to, handover).includes(unit) ? undefined : { to: to.name, on: handover.on }
}
