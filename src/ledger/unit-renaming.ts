// Units that go by another name from now on: two become one, or a name stands for others.
import { plainName } from '#src/directory/unit.ts'
import { partStrength, type ReadBody, type ReadRecurrence, type ReadTask, type ReadUnit } from '#src/reader/reading.ts'
import type { Change } from './answer-applied.ts'

type Named = Pick<Change, 'tasks' | 'recurrences' | 'renames' | 'owners'> & { bodies: readonly ReadBody[] }
type Renamed = { tasks: ReadTask[]; recurrences: ReadRecurrence[]; bodies: ReadBody[]; owners: Map<number, string> }

/** A name that was merged twice goes all the way; round in a circle, it stays where it began. */
export function renamed({ tasks, recurrences, renames, owners, bodies }: Named, merges: readonly { keep: string; other: string }[]): Renamed {
  const kept = new Map<string, string>()
  for (const { keep, other } of merges) if (plainName(keep) !== plainName(other)) kept.set(plainName(other), keep)
  const members = new Map([...renames].map(([name, names]) => [plainName(name), names] as const))

  // Where a plain name ends; undefined round a circle. Each name on the way there ends there too.
  const ends = new Map<string, string | undefined>()

  function finalName(name: string): string {
    const way: string[] = []
    let now = name
    let plain = plainName(name)
    for (let next = kept.get(plain); next !== undefined && !ends.has(plain); next = kept.get(plain)) {
      way.push(plain)
      ends.set(plain, undefined)
      now = next
      plain = plainName(next)
    }
    const end = ends.has(plain) ? ends.get(plain) : now
    for (const passed of way) ends.set(passed, end)
    return end ?? name
  }

  const found = new Map<string, string[]>()
  function namesOf(name: string): string[] {
    const names = found.get(name) ?? (members.get(plainName(name)) ?? [name]).map(finalName)
    found.set(name, names)
    return names
  }
  const oneName = (name: string): string => namesOf(name)[0] ?? name

  const strongestOf = strongest(plainNames())
  return {
    tasks: tasks.map((task) => ({ ...task, units: strongestOf(task.units.flatMap((unit) => namesOf(unit.name).map((name, at) => ({ ...(at === 0 ? unit : besideLead(unit)), name })))) })),
    recurrences: recurrences.map((duty) => ({
      ...duty,
      ...(duty.debtor === undefined ? {} : { debtor: oneName(duty.debtor) }),
      ...(duty.receiver === undefined ? {} : { receiver: oneName(duty.receiver) }),
    })),
    bodies: bodies.map((body) => ({ ...body, members: [...new Set(body.members.flatMap(namesOf))] })),
    owners: new Map([...owners].map(([target, unit]) => [target, finalName(unit)])),
  }
}

/** Beside who leads, or is presumed to. */
export const besideLead = ({ inferred, ...unit }: ReadUnit): ReadUnit => ({ ...unit, role: unit.role === 'lead' ? 'responsible' : unit.role, ...(inferred === 'standing' ? { inferred } : {}) })

/** `plainName` that is worked out once for each name. */
function plainNames(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const plain = known.get(name) ?? plainName(name)
    known.set(name, plain)
    return plain
  }
}

/** One part for each unit: the one that asks most of it. */
const strongest = (plain: (name: string) => string) => (units: readonly ReadUnit[]): ReadUnit[] => {
  const parts = new Map<string, ReadUnit>()
  for (const unit of units) {
    const key = plain(unit.name)
    const known = parts.get(key)
    if (known === undefined || isStronger(unit, known)) parts.set(key, unit)
  }
  return [...parts.values()]
}

const isStronger = (one: ReadUnit, other: ReadUnit): boolean =>
  partStrength[one.role] > partStrength[other.role] || (one.role === other.role && one.inferred === 'lead' && other.inferred !== 'lead')
