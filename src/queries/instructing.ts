// Who gives instructions as whom, and who hears of one.
import { leadersOf } from '#src/directory/aide.ts'
import { unitName, withRole, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Rank } from '#src/ledger/origin.ts'
import type { TaskUnit } from '#src/ledger/task.ts'
import { askedFor } from './answering.ts'

/** `own`: as whom they give their own. `records`: whose spoken ones they record. */
export type InstructingAs = { own?: Rank; records: Person[] }

export function instructingAs(directory: Directory, asker: Person | undefined): InstructingAs {
  if (asker === undefined) return { records: [] }
  const isSecretary = asker.roles.includes('secretary')
  const records = (isSecretary ? withRole(directory, 'leader') : leadersOf(directory, asker)).filter(({ id }) => id !== asker.id)
  return asker.roles.includes('leader') ? { own: 'leader', records } : isSecretary ? { own: 'office', records } : { records }
}

/** `told`: nobody where the unit has no contact. `untold`: of a group whose others are told, the members of which nobody is. */
export type Instructed = { unit: UnitId; name: string; part: TaskUnit['part']; told: string[]; isGroup?: true; untold?: string[] }

export const instructedPeople = (directory: Directory, units: readonly TaskUnit[]): Instructed[] =>
  units.map(({ unit, part }) => {
    const members = directory.units.get(unit)?.members
    const untold = (members ?? []).filter((each) => askedFor(directory, each).length === 0).map((each) => unitName(directory, each))
    const told = askedFor(directory, unit).map(({ name }) => name)
    return { unit, part, name: unitName(directory, unit), told, ...(members === undefined ? {} : { isGroup: true as const }), ...(untold.length === 0 || told.length === 0 ? {} : { untold }) }
  })
