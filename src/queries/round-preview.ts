// Before a round is opened: who would get a message about how much, who cannot, and how much each unit was asked lately.
import { unitName } from '#src/directory/directory.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Person } from '#src/directory/person.ts'
import type { PersonId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { isDisowned } from '#src/ledger/part-question.ts'
import { turnOf, type OpenedRound } from '#src/ledger/round.ts'
import { answering, askedFor } from './answering.ts'
import type { Burden } from './burden.ts'
import { askedAbout } from './handed.ts'
import { roundStanding, type RoundStanding } from './round-standing.ts'
import type { View } from './view.ts'

export type RoundPreview = {
  tasks: readonly TaskNo[]
  /** Each gets one message, with so many tasks in it. */
  people: { person: Person; units: string[]; tasks: number }[]
  /** Units that are asked, with what they were sent and asked in the last thirty days; most asked first. */
  units: { unit: UnitId; name: string; tasks: number; burden: Burden }[]
  /** Units that nobody can be asked for. */
  nobody: { unit: UnitId; name: string; tasks: number }[]
  /** Tasks that are asked about and need no more words: said to be done or not to be theirs, done, or answered since the round counts. */
  inReview: readonly TaskNo[]
  done: readonly TaskNo[]
  answered: readonly TaskNo[]
  noUnit: number
}

const untouched: Burden = { messages: 0, fields: 0 }

/** @param asked of what, and since when a word counts */
export function roundPreview(view: View, { tasks, since, until }: { tasks: readonly TaskNo[]; since: Day; until: Day }, burdens: ReadonlyMap<UnitId, Burden>): RoundPreview {
  const { directory, today } = view
  const round: OpenedRound = { id: '', title: '', tasks, since, openedOn: today, openedBy: 'system', when: { every: 'once', until }, turns: new Map() }
  const standing = roundStanding(view, { key: '', from: since, opensOn: today, until, isDefault: false, round, turn: turnOf(round, '') }, tasks)
  const silent = new Map<UnitId, Set<TaskNo>>()
  for (const voice of standing.units.flatMap(({ voices }) => voices)) {
    if (voice.silent.length > 0) silent.set(voice.unit, new Set([...(silent.get(voice.unit) ?? []), ...voice.silent]))
  }
  const people = new Map<PersonId, { person: Person; units: Set<string>; tasks: Set<TaskNo> }>()
  for (const [unit, asked] of silent) {
    for (const task of asked) {
      const part = answering(view, task)
      for (const person of part === undefined ? [] : askedAbout(directory, part, [unit])) {
        const known = people.get(person.id) ?? { person, units: new Set<string>(), tasks: new Set<TaskNo>() }
        known.units.add(unitName(directory, unit))
        known.tasks.add(task)
        people.set(person.id, known)
      }
    }
  }
  const units = [...silent].map(([unit, asked]) => ({ unit, name: unitName(directory, unit), tasks: asked.size, burden: burdens.get(unit) ?? untouched }))
  const canBeAsked = (unit: UnitId): boolean => askedFor(directory, unit).length > 0
  return {
    tasks: standing.tasks, ...unasked(view, standing), noUnit: standing.noUnit.length,
    people: [...people.values()].map(({ person, units: of, tasks: about }) => ({ person, units: [...of], tasks: about.size })).toSorted((a, b) => b.tasks - a.tasks),
    units: units.filter(({ unit }) => canBeAsked(unit)).toSorted((a, b) => b.burden.fields - a.burden.fields || b.tasks - a.tasks),
    nobody: units.filter(({ unit }) => !canBeAsked(unit)),
  }
}

/** Nobody's word about them is missing. */
function unasked(view: View, { tasks, units, noUnit }: RoundStanding): Pick<RoundPreview, 'inReview' | 'done' | 'answered'> {
  const silent = new Set(units.flatMap(({ voices }) => voices.flatMap((voice) => voice.silent)))
  const spoken = tasks.filter((task) => !silent.has(task) && !noUnit.includes(task))
  const standing = (task: TaskNo): 'inReview' | 'done' | 'answered' => {
    const part = answering(view, task)
    return part?.status === 'accepted' ? 'done' : part?.status === 'claimed' || isDisowned(part?.question) ? 'inReview' : 'answered'
  }
  const of = (how: ReturnType<typeof standing>): TaskNo[] => spoken.filter((task) => standing(task) === how)
  return { inReview: of('inReview'), done: of('done'), answered: of('answered') }
}
