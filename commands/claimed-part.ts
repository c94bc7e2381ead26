// The claim a secretary means: the one that was looked at, of the unit named, else the one that waits for review. Of several that wait, none is taken for them.
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { unitName, unitNamed } from '#src/directory/directory.ts'
import { waitingClaim, type Assignment, type Claim } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { answering, partsOf } from '#src/queries/answering.ts'
import { personName } from '#src/queries/person-name.ts'
import type { ClaimRow } from '#templates/which-claim.ts'
import { findTask } from './task-argument.ts'

/** `member`: the one that claims where the part is a group's; without it the whole is meant. */
type Meant = { part: Assignment; member?: UnitId }
export type WaitingClaim = Meant & { claim: Claim }
/** `claim`: what waits. `waiting`: all that do, where nothing says which is meant. */
type Claimed = Meant & { plan: PlanState; task: TaskNo; claim?: Claim; waiting: readonly WaitingClaim[] }
type Found = ({ ok: true } & Claimed) | { ok: false; refusal: Refusal }
export type ClaimAsked = { unit?: string | undefined; member?: UnitId | undefined; claimedAt?: Instant | undefined }

/** The lead's claim comes first, then the others' in the order of the text, then those of a group's members. */
export function claimedPart(desk: Desk, asked: string, { unit, member, claimedAt }: ClaimAsked): Found {
  const found = findTask(desk, asked, (plan, task) => partsOf({ plan, directory: desk.directory }, task).some((part) => claimsOf(part).length > 0))
  if (!found.ok) return found
  const { plan, task } = found
  const known = { plan, directory: desk.directory }
  const lead = answering(known, task)
  const parts = [...(lead === undefined ? [] : [lead]), ...partsOf(known, task).filter((part) => part.unit !== lead?.unit)]
  const named = unit === undefined ? undefined : unitNamed(desk.directory, unit)
  if (unit !== undefined && named === undefined) return { ok: false, refusal: { code: 'unit-unknown', asked: unit } }
  const waiting = parts.flatMap(claimsOf).filter((each) => named === undefined || each.part.unit === named.id || each.member === named.id)
  const seen = waiting.find(({ claim }) => claim.at === claimedAt)
  const meant: Meant | undefined = seen ?? (named === undefined ? (waiting[0] ?? parts.map((part) => ({ part }))[0]) : ofUnit(parts, named.id, desk))
  if (meant === undefined) return { ok: false, refusal: named === undefined ? { code: 'assignment-not-claimed', task } : { code: 'unit-not-on-task', task, units: parts.map((each) => each.unit), named: named.id } }
  const who = member ?? meant.member
  const claim = waitingClaim(meant.part, who)
  const isClear = member !== undefined || claimedAt !== undefined || waiting.length < 2
  return { ok: true, plan, task, part: meant.part, ...(who === undefined ? {} : { member: who }), ...(claim === undefined ? {} : { claim }), waiting: isClear ? [] : waiting }
}

/** A group that has claimed as a whole has one. */
function claimsOf(part: Assignment): WaitingClaim[] {
  if (part.status === 'claimed') return [{ part, claim: part.claim }]
  return [...part.byMember].flatMap(([member, { claim }]) => (claim === undefined ? [] : [{ part, member, claim }]))
}

function ofUnit(parts: readonly Assignment[], unit: UnitId, { directory }: Desk): Meant | undefined {
  const whole = parts.find((part) => part.unit === unit)
  // Of a group of which not all have claimed, one member's claim is meant: nobody is accepted with it who has not spoken.
  const member = whole?.status === 'open' ? [...whole.byMember].find(([, { claim }]) => claim !== undefined)?.[0] : undefined
  if (whole !== undefined) return { part: whole, ...(member === undefined ? {} : { member }) }
  const group = parts.find((part) => directory.units.get(part.unit)?.members?.includes(unit) === true)
  return group === undefined ? undefined : { part: group, member: unit }
}

/** As they are shown to whoever has to say which. */
export const claimRows = (waiting: readonly WaitingClaim[], { directory }: Desk): ClaimRow[] =>
  waiting.map(({ part, member, claim }) => ({ unit: part.unit, ...(member === undefined ? {} : { member }), name: unitName(directory, member ?? part.unit), by: personName(directory, claim.by) ?? '', claim }))
