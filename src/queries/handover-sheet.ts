// 交接单: what somebody takes over with another's units, as it stands now.
import type { Directory, Handover } from '#src/directory/directory.ts'
import { unitsAnsweredBy, unitsHeldBy, type Person } from '#src/directory/person.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import { answeredFor, mine } from './mine.ts'
import type { TaskCard } from './task-card.ts'
import type { View } from './view.ts'

/** `open`: what the units answer for and is not done, the most urgent first. `helping`: how many they help with. */
export type HandoverSheet = { from: string; handedBy: PersonId; to: string; on: Handover['on']; units: UnitId[]; open: TaskCard[]; helping: number; claims: number; returned: number; contested: number }

/** Of one handover, over the plans given; units that went on to somebody else since are left out. @returns undefined where nobody has it */
export function handoverSheet(views: readonly View[], handover: Handover, directory: Directory): HandoverSheet | undefined {
  const [from, to] = [directory.people.get(handover.from), directory.people.get(handover.to)]
  if (from === undefined || to === undefined) return undefined
  const units = stillHeld(to, handover)
  const own = mine(views, { ...to, contactOf: units, backupOf: [], headOf: [], handlerOf: to.handlerOf.filter((unit) => handover.units.includes(unit)) })
  const open = answeredFor(own)
  return {
    from: from.name, handedBy: from.id, to: to.name, on: handover.on, units: own.units, open, helping: own.helping.length,
    claims: open.filter(({ status }) => status === 'claimed').length, returned: open.filter(({ returned }) => returned !== undefined && returned.reopened === undefined).length,
    contested: open.filter(({ contested }) => contested !== undefined).length,
  }
}

/** Those of the handover for which they still answer themselves. */
export const stillHeld = (to: Person, { units }: Handover): UnitId[] => unitsAnsweredBy(to.own ?? to).filter((unit) => units.includes(unit))

/** The last that a person took over, and still has something of. */
export function handoverTo({ handovers, people }: Directory, id: Person['id']): Handover | undefined {
  const person = people.get(id)
  return person === undefined ? undefined : handovers.findLast(({ to, units }) => to === id && unitsHeldBy(person.own ?? person).some((unit) => units.includes(unit)))
}
