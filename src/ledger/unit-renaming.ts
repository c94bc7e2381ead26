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

  function finalName(name: string): string {
    const seen = new Set<string>()
    let now = name
    for (let next = kept.get(plainName(now)); next !== undefined; next = kept.get(plainName(now))) {
      if (seen.has(plainName(next))) return name
      seen.add(plainName(next))
      now = next
    }
    return now
  }
  const namesOf = (name: string): string[] => (members.get(plainName(name)) ?? [name]).map(finalName)
  const oneName = (name: string): string => namesOf(name)[0] ?? name

  return {
    tasks: tasks.map((task) => ({ ...task, units: strongest(task.units.flatMap((unit) => namesOf(unit.name).map((name) => ({ ...unit, name })))) })),
    recurrences: recurrences.map((duty) => ({
      ...duty,
      ...(duty.debtor === undefined ? {} : { debtor: oneName(duty.debtor) }),
      ...(duty.receiver === undefined ? {} : { receiver: oneName(duty.receiver) }),
    })),
    bodies: bodies.map((body) => ({ ...body, members: [...new Set(body.members.flatMap(namesOf))] })),
    owners: new Map([...owners].map(([target, unit]) => [target, finalName(unit)])),
  }
}

/** One part for each unit: the one that asks most of it. */
function strongest(units: readonly ReadUnit[]): ReadUnit[] {
  const parts = new Map<string, ReadUnit>()
  for (const unit of units) {
    const known = parts.get(plainName(unit.name))
    if (known === undefined || isStronger(unit, known)) parts.set(plainName(unit.name), unit)
  }
  return [...parts.values()]
}

const isStronger = (one: ReadUnit, other: ReadUnit): boolean =>
  partStrength[one.role] > partStrength[other.role] || (one.role === other.role && one.inferred === 'lead' && other.inferred !== 'lead')
