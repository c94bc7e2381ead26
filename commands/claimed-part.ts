// The claim a secretary means: of the unit named, else the one that waits for review.
import type { Desk } from '#src/command.ts'
import { unitNamed } from '#src/directory/directory.ts'
import { waitingClaim, type Assignment, type Claim } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { answering, partsOf } from '#src/queries/answering.ts'
import { findTask } from './task-argument.ts'

/** `member`: the one that claims where the part is a group's; without it the whole is meant. `claim`: what waits. */
type Claimed = { plan: PlanState; task: TaskNo; part: Assignment; member?: UnitId; claim?: Claim }
type Found = ({ ok: true } & Claimed) | { ok: false; refusal: Refusal }

/** The lead's claim comes first, then the others' in the order of the text, then those of a group's members. */
export function claimedPart(desk: Desk, asked: string, { unit, member }: { unit?: string | undefined; member?: UnitId | undefined }): Found {
  const found = findTask(desk, asked)
  if (!found.ok) return found
  const { plan, task } = found
  const known = { plan, directory: desk.directory }
  const lead = answering(known, task)
  const parts = [...(lead === undefined ? [] : [lead]), ...partsOf(known, task).filter((part) => part.unit !== lead?.unit)]
  const named = unit === undefined ? undefined : unitNamed(desk.directory, unit)
  if (unit !== undefined && named === undefined) return { ok: false, refusal: { code: 'unit-unknown', asked: unit } }
  const meant = named === undefined ? whoWaits(parts) : ofUnit(parts, named.id, desk)
  if (meant === undefined) return { ok: false, refusal: named === undefined ? { code: 'assignment-not-claimed', task } : { code: 'unit-not-on-task', task, units: parts.map((each) => each.unit) } }
  const who = member ?? meant.member
  const claim = waitingClaim(meant.part, who)
  return { ok: true, plan, task, part: meant.part, ...(who === undefined ? {} : { member: who }), ...(claim === undefined ? {} : { claim }) }
}

type Meant = { part: Assignment; member?: UnitId }

function whoWaits(parts: readonly Assignment[]): Meant | undefined {
  const whole = parts.find(({ status }) => status === 'claimed')
  if (whole !== undefined) return { part: whole }
  const members = parts.flatMap((part) => [...part.byMember].flatMap(([member, { claim }]) => (claim === undefined ? [] : [{ part, member }])))
  return members[0] ?? parts.map((part) => ({ part }))[0]
}

function ofUnit(parts: readonly Assignment[], unit: UnitId, { directory }: Desk): Meant | undefined {
  const whole = parts.find((part) => part.unit === unit)
  // Of a group of which not all have claimed, one member's claim is meant: nobody is accepted with it who has not spoken.
  const member = whole?.status === 'open' ? [...whole.byMember].find(([, { claim }]) => claim !== undefined)?.[0] : undefined
  if (whole !== undefined) return { part: whole, ...(member === undefined ? {} : { member }) }
  const group = parts.find((part) => directory.units.get(part.unit)?.members?.includes(unit) === true)
  return group === undefined ? undefined : { part: group, member: unit }
}
