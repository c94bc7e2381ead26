// When the clock of a part runs, and when it has run out: one rule for the light, what stands beside it, and the reminders.
import type { Day } from '#src/calendar/day.ts'
import type { Unit } from '#src/directory/unit.ts'
import type { Assignment, Claim } from '#src/ledger/assignment.ts'
import type { Extension } from '#src/ledger/extension.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { isWaiting } from '#src/ledger/petition.ts'
import type { Task } from '#src/ledger/task.ts'
import { dueOf } from './plan-due.ts'
import type { View } from './view.ts'

/** Until when a later day that was asked for in time, and waits for the secretary, stops the clock. One asked for late stops nothing. */
const stopOf = (extension: Extension | undefined, due: Day): Day | undefined => (isWaiting<{ day: Day }>(extension) && extension.on <= due ? extension.day : undefined)

/** The members of a group whose own clock stands still on a day: the others' runs on. */
export const membersStopped = ({ members = [] }: Pick<Unit, 'members'>, { byMember }: Assignment, due: Day, today: Day): UnitId[] =>
  members.filter((member) => today <= (stopOf(byMember.get(member)?.extension, due) ?? ''))

/** Until when the clock of the whole stands still: by its own word, or while each member that is not done waits. What is done stops nothing. */
function stoppedUntil({ members = [] }: Pick<Unit, 'members'>, { extension, byMember }: Assignment, due: Day): Day | undefined {
  const open = members.map((member) => byMember.get(member) ?? {}).filter(({ claim, accepted }) => claim === undefined && accepted === undefined)
  const theirs = open.flatMap((standing) => stopOf(standing.extension, due) ?? [])
  const together = theirs.length < open.length ? undefined : theirs.toSorted()[0]
  return [stopOf(extension, due), together].flatMap((until) => until ?? []).toSorted().at(-1)
}

/** Whether it was said to be done before the date, or while the clock stood still; of a group each member by its own clock, or the whole's. */
function isClaimedInTime({ members = [] }: Pick<Unit, 'members'>, part: Extract<Assignment, { status: 'claimed' }>, due: Day): boolean {
  const isInTime = ({ on }: Claim, ...stops: readonly (Day | undefined)[]): boolean => [due, ...stops].some((until) => until !== undefined && on <= until)
  const theirs = members.map((member) => part.byMember.get(member) ?? {})
  // Where the whole said so itself, its members need not have.
  if (!theirs.some(({ claim }) => claim === part.claim)) return isInTime(part.claim, stoppedUntil({ members }, part, due))
  return theirs.every(({ claim, extension }) => claim === undefined || isInTime(claim, stopOf(extension, due), stopOf(part.extension, due)))
}

/** Until when the clock of a part stands still on this day. Undefined while it runs. */
export function standsUntil({ plan, directory, today }: Pick<View, 'plan' | 'directory' | 'today'>, task: Task, part: Assignment): Day | undefined {
  const due = dueOf(plan, task)?.day
  const until = due === undefined ? undefined : stoppedUntil(directory.units.get(part.unit) ?? {}, part, due)
  return until !== undefined && today <= until ? until : undefined
}

/** The date that has passed, with nothing that stops the clock: no claim in time or while it stood, no later day asked for in time, no pause. Undefined before the hand-out, and once it is accepted. */
export function overdueSince(view: Pick<View, 'plan' | 'directory' | 'today'>, task: Task, part: Assignment): Day | undefined {
  const { plan, directory, today } = view
  const due = dueOf(plan, task)?.day
  if (due === undefined || today <= due || plan.handedOutOn === undefined || part.status === 'accepted' || task.course?.paused !== undefined) return undefined
  if (part.status === 'claimed') return isClaimedInTime(directory.units.get(part.unit) ?? {}, part, due) ? undefined : due
  return standsUntil(view, task, part) === undefined ? due : undefined
}
