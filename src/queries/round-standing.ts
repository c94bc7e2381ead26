// Where a round stands: who was asked, who has answered, who cannot be asked, by unit in the order of the plan.
import { unitName, unitNow } from '#src/directory/directory.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { askedFor } from './answering.ts'
import { askedIn, type AskedIn } from './asked-in.ts'
import { isLate } from './late-reports.ts'
import { taskLight, type Light } from './light.ts'
import type { Round } from './round.ts'
import { roundAnswer, type RoundAnswer } from './round-question.ts'
import { silentIn } from './silent-in.ts'
import type { View } from './view.ts'

/** One that answers: a unit, or a member of a group. `tasks` asked of it, `silent`: those without its word; `late`: those answered after the last day. */
export type Voice = { unit: UnitId; name: string; tasks: readonly TaskNo[]; silent: readonly TaskNo[]; late: readonly TaskNo[]; canBeAsked: boolean }
/** `voices`: the unit itself, or the members of the group. */
export type UnitStanding = { unit: UnitId; name: string; isGroup: boolean; tasks: readonly TaskNo[]; voices: Voice[] }

export type RoundStanding = {
  round: Round
  units: UnitStanding[]
  /** Voices that were asked, and of these those that have answered all they were asked. */
  asked: number
  answered: number
  late: number
  /** Tasks that are asked about, and those of them that nobody answers for yet. */
  tasks: readonly TaskNo[]
  noUnit: readonly TaskNo[]
  lights: Record<Light, number>
  /** What those that have spoken answered, where the round asks a question. */
  answers: readonly RoundAnswer[]
}

/** What is said to be done needs no answer: it counts as one. @param tasks those of the round; one that the plan has no more counts where it was asked */
export function roundStanding(view: View, round: Round, tasks: readonly TaskNo[]): RoundStanding {
  const known = [...tasks].toSorted((a, b) => a - b).filter((task) => view.plan.tasks.has(task) || askedIn(view, round, task) !== undefined)
  const asked = known.flatMap((task) => askedIn(view, round, task) ?? [])
  const units = [...byUnit(asked.map((each) => ({ ...each, unit: unitNow(view.directory, each.part.unit) })))].map(([unit, own]) => unitStanding(view, round, unit, own))
  const voices = byUnit(units.flatMap((each) => each.voices))
  const lights: Record<Light, number> = { done: 0, red: 0, yellow: 0, green: 0, pending: 0 }
  for (const task of known.filter((no) => view.plan.tasks.has(no))) lights[taskLight(view, task).light] += 1
  return {
    round, units, answers: answersIn(view, round, units, asked), asked: voices.size, lights, tasks: known,
    answered: [...voices.values()].filter((own) => own.every(({ silent }) => silent.length === 0)).length,
    late: [...voices.values()].filter((own) => own.some(({ late }) => late.length > 0)).length,
    noUnit: known.filter((task) => !asked.some(({ part }) => part.task === task)),
  }
}

function answersIn(view: View, round: Round, units: readonly UnitStanding[], asked: readonly AskedIn[]): RoundAnswer[] {
  if (round.isDefault || round.round.question === undefined) return []
  return units.flatMap(({ unit, voices }) => voices.flatMap((voice) => {
    const spoken = asked.filter(({ part }) => unitNow(view.directory, part.unit) === unit && !voice.silent.includes(part.task))
    return spoken.flatMap(({ part }) => roundAnswer(view, round, part, voice.unit) ?? [])
  }))
}

function byUnit<Of extends { unit: UnitId }>(all: readonly Of[]): Map<UnitId, Of[]> {
  const grouped = new Map<UnitId, Of[]>()
  for (const each of all) grouped.set(each.unit, [...(grouped.get(each.unit) ?? []), each])
  return grouped
}

function unitStanding(view: View, round: Round, unit: UnitId, asked: readonly AskedIn[]): UnitStanding {
  const { directory } = view
  const members = directory.units.get(unit)?.members ?? []
  const silent = new Map(asked.map((each) => [each.part.task, silentIn(view, round, each)]))
  const tasks = asked.map(({ part }) => part.task)
  const voices = (members.length === 0 ? [unit] : members).map((voice): Voice => ({
    unit: voice, name: unitName(directory, voice), tasks,
    silent: tasks.filter((task) => silent.get(task)?.includes(voice) === true),
    late: asked.filter((each) => isLate(view, each, voice, round)).map(({ part }) => part.task),
    canBeAsked: askedFor(directory, voice).length > 0,
  }))
  return { unit, name: unitName(directory, unit), isGroup: members.length > 0, tasks, voices }
}
