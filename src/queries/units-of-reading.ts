// The units of what was read, those that lead most first.
import { teamParts } from '#src/ledger/answer-words.ts'
import type { Reading } from '#src/reader/reading.ts'

type Named = Pick<Reading, 'tasks' | 'bodies'>

const known = new WeakMap<Named['tasks'], readonly string[]>()

/** A plan that names none in its tasks has those of its bodies: the units of their leaders, then their members. Counted once a reading, for every question offers them. */
export function unitsOfReading(reading: Named): readonly string[] {
  const units = known.get(reading.tasks) ?? counted(reading)
  known.set(reading.tasks, units)
  return units
}

function counted({ tasks, bodies }: Named): string[] {
  const counts = new Map<string, { leads: number; parts: number }>()
  const count = (name: string, leads: boolean): void => {
    const { leads: led, parts } = counts.get(name) ?? { leads: 0, parts: 0 }
    counts.set(name, { leads: led + (leads ? 1 : 0), parts: parts + 1 })
  }
  for (const { units } of tasks) for (const { name, role, inferred } of units) count(name, role === 'lead' || inferred === 'lead')
  if (counts.size === 0) {
    for (const body of bodies) {
      const parts = teamParts(body)
      for (const lead of parts?.leads ?? []) count(lead, true)
      for (const member of body.members) count(member, false)
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b.leads - a.leads || b.parts - a.parts).map(([name]) => name)
}
