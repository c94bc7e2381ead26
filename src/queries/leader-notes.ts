// 待报领导: open tasks so long overdue that the leader in charge should know, and what became of each.
import type { Day } from '#src/calendar/day.ts'
import { withRole } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { handedUpWaiting } from '#src/ledger/handed-up.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { LeaderNote } from '#src/ledger/leader-note.ts'
import { instructionIn } from '#src/ledger/origin.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from './answering.ts'
import { isOfFields } from './in-charge.ts'
import { overdueSince } from './overdue.ts'
import type { View } from './view.ts'

/** `inCharge`: leaders whose fields of charge are words of its section; nobody else is meant by itself. */
export type LeaderNoteWaits = { task: TaskNo; unit: UnitId; due: Day; workingDaysOver: number; inCharge: readonly Person[] }

/** For the secretary, the longest overdue first. */
export const leaderNotesWaiting = (view: View): LeaderNoteWaits[] => longOverdue(view).filter((waits) => goesByItselfTo(view, waits) === undefined)

/** Those that the plan's setting sends, each with the leader, the longest overdue first. */
export const leaderNotesByItself = (view: View): (LeaderNoteWaits & { to: Person })[] => longOverdue(view).flatMap((waits) => ((to) => (to === undefined ? [] : [{ ...waits, to }]))(goesByItselfTo(view, waits)))

const longOverdue = (view: View): LeaderNoteWaits[] => [...view.plan.tasks.values()].flatMap((task) => leaderNoteWaits(view, task) ?? []).toSorted((a, b) => b.workingDaysOver - a.workingDaysOver)

/** To whom it goes without a secretary: where the plan says so, it is its time, and one leader is in charge. */
export function goesByItselfTo({ plan }: Pick<View, 'plan'>, { workingDaysOver, inCharge }: LeaderNoteWaits): Person | undefined {
  const after = policyOf(plan).leaderByItself
  const [leader, ...others] = inCharge
  return after > 0 && workingDaysOver >= after && others.length === 0 ? leader : undefined
}

/** Undefined before its time, once it was sent or dropped for this date, and where nothing is asked of the unit. */
export function leaderNoteWaits(view: View, task: Task): LeaderNoteWaits | undefined {
  const { plan, calendar, today } = view
  const part = answering(view, task.no)
  if (part?.status !== 'open' || task.course?.struckOff !== undefined) return undefined
  const due = overdueSince(view, task, part)
  if (due === undefined || task.course?.leaderNotes?.some((note) => note.due === due) === true) return undefined
  const workingDaysOver = -calendar.workingDaysUntil(due, today)
  const inCharge = inChargeOf(view, task)
  return workingDaysOver < policyOf(plan).leaderAfter || isBeforeLeader(task, due, inCharge) ? undefined : { task: task.no, unit: part.unit, due, workingDaysOver, inCharge }
}

/** 上报协调 put it before the leader who is in charge: it waits for their word, or they gave it when the date had passed. */
function isBeforeLeader({ course = {} }: Task, due: Day, inCharge: readonly Person[]): boolean {
  const up = [...handedUpWaiting(course), ...(course.handedUp ?? []).filter(({ decided }) => decided !== undefined && decided.on > due)]
  return up.some(({ to }) => inCharge.length === 0 || inCharge.some(({ id }) => id === to))
}

/** Of a leader's instruction, whoever gave it. */
export function inChargeOf({ directory }: View, task: Task): Person[] {
  const origin = instructionIn(task)
  return withRole(directory, 'leader').filter(({ id, fields }) => (origin?.rank === 'leader' ? id === origin.from : isOfFields(task, fields)))
}

export type LeaderNoteSent = Extract<LeaderNote, { to: unknown }> & { task: TaskNo }

/** Those that were sent, the latest first. */
export const leaderNotesSent = ({ plan }: Pick<View, 'plan'>): LeaderNoteSent[] => [...plan.tasks.values()].flatMap(sentOf).toSorted((a, b) => (a.at < b.at ? 1 : -1))

/** Those of one task. */
export const sentOf = ({ no, course }: Task): LeaderNoteSent[] => (course?.leaderNotes ?? []).flatMap((note) => ('to' in note ? [{ ...note, task: no }] : []))
