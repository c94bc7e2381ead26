// What a unit asked that the secretary means: of the unit named, else the first that waits on the task, else what was ruled on already.
import type { Desk } from '#src/command.ts'
import { unitName, unitNamed } from '#src/directory/directory.ts'
import { standingOf, type Assignment, type Member } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { PetitionKind } from '#src/ledger/petition-kind.ts'
import { isWaiting, type Petition } from '#src/ledger/petition.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { partsOf } from '#src/queries/answering.ts'
import { personName } from '#src/queries/person-name.ts'
import { voicesOf } from '#src/queries/voices.ts'
import { toldOf } from '#src/reminders/of-rulings.ts'
import { findTask } from './task-argument.ts'

export type PetitionedPart = {
  plan: PlanState
  task: TaskNo
  unit: UnitId
  member?: UnitId
  voice: Member
  /** The name of whoever asked, and the people who are told. */
  name: string
  told: string[]
}

const field = { extension: 'extension', objection: 'objection', 'part-question': 'question' } as const satisfies Record<PetitionKind, keyof Member>

export function petitionedPart(desk: Desk, asked: string, what: PetitionKind, { unit, member }: { unit?: string | undefined; member?: UnitId | undefined }): ({ ok: true } & PetitionedPart) | { ok: false; refusal: Refusal } {
  const found = findTask(desk, asked, (plan, task) => petitioning(partsOf({ plan, directory: desk.directory }, task), what, isWaiting) !== undefined)
  if (!found.ok) return found
  const { plan, task } = found
  const parts = partsOf({ plan, directory: desk.directory }, task)
  const named = unit === undefined ? undefined : unitNamed(desk.directory, unit)
  if (unit !== undefined && named === undefined) return { ok: false, refusal: { code: 'unit-unknown', asked: unit } }
  const meant = named === undefined ? (petitioning(parts, what, isWaiting) ?? petitioning(parts, what, (petition) => petition !== undefined)) : ofUnit(parts, named.id, member, desk)
  // Somebody has passed it on meanwhile: what became of it is with the former part.
  if (meant === undefined) return { ok: false, refusal: named === undefined ? { code: 'petition-none', what, task } : ruledFormer(plan, task, named.id, what) }
  const who = meant.member ?? meant.part.unit
  const voice = standingOf(meant.part, meant.member)
  const petition: Petition<unknown> | undefined = voice[field[what]]
  return {
    ok: true, plan, task, unit: meant.part.unit, ...(meant.member === undefined ? {} : { member: meant.member }), voice,
    name: unitName(desk.directory, who), told: petition === undefined ? [] : toldOf(desk, { by: petition.by, handler: voice.handler }, who).filter((id) => id !== desk.asker?.id).map((id) => personName(desk.directory, id) ?? id),
  }
}

type Meant = { part: Assignment; member?: UnitId }

/** The one that was asked first. */
const petitioning = (parts: readonly Assignment[], what: PetitionKind, isMeant: (petition: Petition<unknown> | undefined) => boolean): Meant | undefined =>
  parts.flatMap((part) => voicesOf(part).flatMap(({ member, standing }): (Meant & { at: string })[] => {
    const petition: Petition<unknown> | undefined = standing[field[what]]
    return petition !== undefined && isMeant(petition) ? [{ part, at: petition.at, ...(member === undefined ? {} : { member }) }] : []
  })).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0]

function ofUnit(parts: readonly Assignment[], unit: UnitId, member: UnitId | undefined, { directory }: Desk): Meant | undefined {
  const whole = parts.find((part) => part.unit === unit)
  if (whole !== undefined) return { part: whole, ...(member === undefined ? {} : { member }) }
  const group = parts.find((part) => directory.units.get(part.unit)?.members?.includes(unit) === true)
  return group === undefined ? undefined : { part: group, member: unit }
}

function ruledFormer(plan: PlanState, task: TaskNo, unit: UnitId, what: PetitionKind): Refusal {
  const former = plan.amended.formerParts.get(`${task}/${unit}`)
  const ruling = what === 'part-question' ? former?.assignment.question?.ruling : undefined
  if (ruling !== undefined) return { code: 'petition-ruled', what, task, granted: ruling.granted, on: ruling.on, by: ruling.by }
  return former === undefined ? { code: 'petition-none', what, task } : { code: 'part-ended', task, unit, on: former.on }
}
