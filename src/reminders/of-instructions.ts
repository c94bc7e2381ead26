// Notices about instructions and what was handed up: the units at once, the leader whose word or decision is needed, the secretary who arranges what was decided.
import type { Day } from '#src/calendar/day.ts'
import { withRole } from '#src/directory/directory.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { handedUpWaiting } from '#src/ledger/handed-up.ts'
import { instructionIn, isUnconfirmed } from '#src/ledger/origin.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'
import { askedFor } from '#src/queries/answering.ts'
import { voicesOf } from '#src/queries/voices.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

const isNews = ({ plan, calendar, today }: View, on: Day): boolean => calendar.workingDaysUntil(today, on) <= policyOf(plan).ruledTold

/** Of one task. */
export const ofInstruction = (view: View, task: Task): Notice[] => (view.plan.handedOutOn === undefined ? [] : [...ofGiven(view, task), ...ofSpoken(view, task), ...ofHandedUp(view, task)])

/** To every unit of it, once, until it has spoken; nothing while it rests. */
function ofGiven(view: View, { no, origin, course }: Task): Notice[] {
  const { plan, directory } = view
  if (origin === undefined || course?.paused !== undefined || course?.struckOff !== undefined || !isNews(view, origin.on)) return []
  return (plan.unitsOf.get(no) ?? []).flatMap((unit) => {
    const part = plan.assignments.get(keyOf(no, unit))
    if (part?.status !== 'open') return []
    const spoken = voicesOf(part).flatMap(({ member, standing }) => (standing.report === undefined ? [] : [member ?? unit]))
    const silent = (directory.units.get(unit)?.members ?? [unit]).filter((each) => !spoken.includes(each))
    return (spoken.includes(unit) ? [] : askedFor(directory, ...silent)).filter(({ id }) => id !== origin.by).map(({ id }): Notice => ({ kind: 'instructed', key: `instructed/${plan.id}/${no}/${unit}/${id}`, to: id, plan: plan.id, task: no, unit }))
  })
}

/** To the leader whose word was recorded, once. */
function ofSpoken({ plan, directory }: View, given: Task): Notice[] {
  const { no: task } = given
  const origin = instructionIn(given)
  if (origin === undefined || !isUnconfirmed(origin) || !directory.people.has(origin.from)) return []
  return [{ kind: 'instruction-spoken', key: `instruction-spoken/${plan.id}/${task}/${origin.from}`, to: origin.from, plan: plan.id, task }]
}

/** To the leader it went up to, and to the secretaries once it is decided that a meeting is held. */
function ofHandedUp(view: View, { no: task, course = {} }: Task): Notice[] {
  const { plan, directory } = view
  const waiting = handedUpWaiting(course).map(({ at, to }): Notice => ({ kind: 'coordination-up', key: `coordination-up/${plan.id}/${task}/${at}/${to}`, to, plan: plan.id, task, at }))
  const decided = (course.handedUp ?? []).filter((each) => each.decided?.choice === 'meeting' && isNews(view, each.decided.on))
  return [...waiting, ...decided.flatMap(({ at }) => withRole(directory, 'secretary').map(({ id }): Notice => ({ kind: 'coordination-decided', key: `coordination-decided/${plan.id}/${task}/${at}/${id}`, to: id, plan: plan.id, task, at })))]
}

/** A spoken one that its leader never gave: to whoever recorded it. Its units hear of it as of any task that is gone. */
export function ofDisowned(view: View): Notice[] {
  const { plan } = view
  return [...plan.amended.withdrawn.values()].flatMap(({ task: given, on, by }): Notice[] => {
    const { no: task } = given
    const origin = instructionIn(given)
    if (origin?.onBehalf === undefined || origin.by === 'system' || origin.by === by || !isNews(view, on)) return []
    return [{ kind: 'instruction-disowned', key: `instruction-disowned/${plan.id}/${task}/${origin.by}`, to: origin.by, plan: plan.id, task }]
  })
}
