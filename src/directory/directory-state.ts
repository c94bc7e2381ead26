// What the directory is: the maps that its fold fills, and the questions that are asked of them.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PersonId, PlanId, UnitId } from '#src/ledger/ids.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { sameHandle, type Handle } from './handle.ts'
import type { Person, Role } from './person.ts'
import { plainName, type Unit } from './unit.ts'

/** 代办: somebody is away from day to day, and a deputy, where one is named, is asked in their place. */
export type Absence = { person: PersonId; from: Day; until: Day; deputy?: PersonId; by: Actor }

/** 交接: all that one person was is another's from a day on. `units`: those that went over, in whatever post. */
export type Handover = { id: string; from: PersonId; to: PersonId; on: Day; units: readonly UnitId[] }

export type Directory = {
  units: Map<UnitId, Unit>
  people: Map<PersonId, Person>
  /** Every name and alias, plain, to its unit. */
  names: Map<string, UnitId>
  /** Units that were merged, each to the one that it is now. */
  merged: Map<UnitId, UnitId>
  /** Those with a number, in the order it was given; the import may still be missing. */
  plans: Map<PlanId, { draft: DraftId; hash: string }>
  /** In the order they were recorded; those that are over stay. */
  absences: Absence[]
  handovers: Handover[]
  /** 更名: other names from a day on, in the order they were recorded. A unit's first name is its id. */
  renames: Map<UnitId, { name: string; from: Day }[]>
  /** 撤并 that is ahead: who carries a unit's work on, from when. */
  successions: Map<UnitId, { to: UnitId; on: Day }>
  /** 撤并 that has been; `name`: as it was called to the end. */
  succeeded: Map<UnitId, { to: UnitId; on: Day; name: string }>
  /** 放假安排 that was announced here, by year. */
  daysOff: ReadonlyMap<number, { off: readonly Day[]; work: readonly Day[] }>
  /** What each person did here last, by its event: nothing of it is taken back, and nothing before it. */
  lastActs: Map<PersonId, { at: Instant; act: string }>
}

export const emptyDirectory = (): Directory => ({ units: new Map(), people: new Map(), names: new Map(), merged: new Map(), plans: new Map(), absences: [], handovers: [], renames: new Map(), successions: new Map(), succeeded: new Map(), daysOff: new Map(), lastActs: new Map() })

/** The plan that was opened for a draft. */
export const planOfDraft = ({ plans }: Directory, draft: DraftId): PlanId | undefined => [...plans].find(([, known]) => known.draft === draft)?.[0]

/** The person behind an account. */
export const personOf = (directory: Directory, handle: Handle): Person | undefined =>
  [...directory.people.values()].find((person) => person.handle !== undefined && sameHandle(person.handle, handle))

/** The unit of a name or alias, whatever the width or brackets. */
export const unitNamed = (directory: Directory, name: string): Unit | undefined => {
  const id = directory.names.get(plainName(name))
  return id === undefined ? undefined : directory.units.get(id)
}

/** The unit that it is now, where it was merged into another. */
export const unitNow = ({ merged }: Pick<Directory, 'merged'>, id: UnitId): UnitId => merged.get(id) ?? id

export const unitName = (directory: Directory, id: UnitId): string => directory.units.get(id)?.name ?? directory.succeeded.get(id)?.name ?? id

type Post = 'contactOf' | 'backupOf' | 'headOf' | 'handlerOf'

type Holders = Readonly<Record<Post, ReadonlyMap<UnitId, readonly Person[]>>>

/** Asked for every line of every list: worked out once, by the people it is of, until an event may have changed them. */
const known = new WeakMap<Directory['people'], Holders>()

/** For the fold, which changes the people in place. */
export const forgetHolders = ({ people }: Directory): unknown => known.delete(people)

function holdersOf({ people }: Directory): Holders {
  const found = known.get(people)
  if (found !== undefined) return found
  const of = (post: Post): ReadonlyMap<UnitId, readonly Person[]> => {
    const byUnit = new Map<UnitId, Person[]>()
    for (const person of people.values())
      for (const unit of new Set((person.own ?? person)[post])) {
        const holders = byUnit.get(unit)
        if (holders === undefined) byUnit.set(unit, [person])
        else holders.push(person)
      }
    return byUnit
  }
  const holders = { contactOf: of('contactOf'), backupOf: of('backupOf'), headOf: of('headOf'), handlerOf: of('handlerOf') }
  known.set(people, holders)
  return holders
}

/** Who holds a post of a unit in their own name; who stands in for them is not counted. */
const holders = (directory: Directory, unit: UnitId, post: Post): readonly Person[] => holdersOf(directory)[post].get(unit) ?? []

export const contactsOf = (directory: Directory, unit: UnitId): readonly Person[] => holders(directory, unit, 'contactOf')
/** B岗: asked where no contact is there. */
export const backupsOf = (directory: Directory, unit: UnitId): readonly Person[] => holders(directory, unit, 'backupOf')
export const headsOf = (directory: Directory, unit: UnitId): readonly Person[] => holders(directory, unit, 'headOf')
/** 承办人: those to whom a unit's items can be handed. */
export const handlersOf = (directory: Directory, unit: UnitId): readonly Person[] => holders(directory, unit, 'handlerOf')
export const withRole = (directory: Directory, role: Role): Person[] => [...directory.people.values()].filter((person) => person.roles.includes(role))

/** The unit itself and the groups it is a member of: a town answers also where 各乡镇 is named. */
export const unitAndItsGroups = (directory: Directory, unit: UnitId): UnitId[] => [
  unit,
  ...[...directory.units.values()].filter((group) => group.members?.includes(unit) === true).map((group) => group.id),
]
