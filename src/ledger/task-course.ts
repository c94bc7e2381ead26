// The course of a task beside its date: 暂缓 and 恢复, 销号 and 恢复办理, a matter between two units settled.
import { z } from 'zod'
import { Day, type Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { without } from './fields.ts'
import { CoordinationUnits, type HandedUp } from './handed-up.ts'
import { TaskNo, Words, type UnitId } from './ids.ts'
import type { LeaderNote } from './leader-note.ts'
import type { Snooze } from './snooze.ts'
import type { Stamp } from './stamp.ts'

const of = { task: TaskNo }
/** Nobody is asked until it is resumed. `until`: when a secretary means to look at it again. */
export const TaskPaused = z.strictObject({ type: z.literal('task-paused'), ...of, reason: Words, until: Day.optional() })
export const TaskResumed = z.strictObject({ type: z.literal('task-resumed'), ...of, words: Words })
/** 销号: off the register, all its assignments being accepted. */
export const TaskStruckOff = z.strictObject({ type: z.literal('task-struck-off'), ...of, words: Words })
/** What was accepted is open again: it was found not to be so (回头看). */
export const TaskReopened = z.strictObject({ type: z.literal('task-reopened'), ...of, reason: Words })
/** 协调: two units named each other as what stands in the way, or one said who has to help; a secretary settled it. */
export const CoordinationSettled = z.strictObject({ type: z.literal('coordination-settled'), ...of, units: CoordinationUnits, words: Words })
export const TaskCourseEvent = z.discriminatedUnion('type', [TaskPaused, TaskResumed, TaskStruckOff, TaskReopened, CoordinationSettled])
export type TaskCourseEvent = z.infer<typeof TaskCourseEvent>

export type Pause = { on: Day; reason: string; until?: Day }
/** What was said with a step. */
export type CourseWords = { what: 'paused' | 'resumed' | 'struck-off'; on: Day; at: Instant; words: string }
/** Nothing of it, for most tasks. */
export type TaskCourse = { /** 稍后提醒: one a person at most. */ snoozes?: readonly Snooze[]; /** 报领导: sent or dropped, the oldest first. */ leaderNotes?: readonly LeaderNote[]; said?: readonly CourseWords[]; paused?: Pause; /** Asked for again after a pause, which began on that day. */ resumed?: { on: Day; words: string; pausedOn: Day }; struckOff?: { on: Day; words: string }; coordinated?: readonly { units: readonly UnitId[]; words: string; on: Day; at: Instant }[]; /** 上报协调, the oldest first. */ handedUp?: readonly HandedUp[] }

export type TaskCourseIntent = { task: TaskNo } & (
  | { type: 'pause-task'; reason: string; until?: Day }
  | { type: 'resume-task'; words: string }
  | { type: 'strike-off'; words: string }
  | { type: 'reopen-task'; reason: string }
  | { type: 'settle-coordination'; units: UnitId[]; words: string }
)

/** The day until which a task was paused has come. */
export const isToBeLookedAt = ({ until }: Pause, today: Day): boolean => until !== undefined && until <= today

/** @param open units that answer for the task and were not accepted @param accepted whether any was */
export function decideTaskCourse(now: TaskCourse, intent: TaskCourseIntent, parts: { open: readonly UnitId[]; accepted: number }, { on: today }: Stamp): Decision<TaskCourseEvent> {
  const { task } = intent
  if (now.struckOff !== undefined && intent.type !== 'reopen-task') return refuse({ code: 'task-struck-off', task, on: now.struckOff.on })
  switch (intent.type) {
    case 'pause-task':
      // Nobody is asked about it: there is nothing to rest.
      if (parts.open.length === 0 && parts.accepted > 0) return refuse({ code: 'task-done', task })
      // Once the day has come on which it was to be looked at again, it may be paused anew.
      if (now.paused !== undefined && !isToBeLookedAt(now.paused, today)) return refuse({ code: 'task-paused', task, on: now.paused.on, reason: now.paused.reason })
      if (intent.until !== undefined && intent.until <= today) return refuse({ code: 'day-past', day: intent.until, today })
      return intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'task-paused', task, reason: intent.reason, ...(intent.until === undefined ? {} : { until: intent.until }) })
    case 'resume-task':
      return now.paused === undefined ? refuse({ code: 'task-not-paused', task }) : accept({ type: 'task-resumed', task, words: intent.words })
    case 'strike-off':
      return parts.open.length > 0 || parts.accepted === 0 ? refuse({ code: 'task-not-done', task, units: [...parts.open] }) : accept({ type: 'task-struck-off', task, words: intent.words })
    case 'reopen-task':
      if (parts.accepted === 0) return refuse({ code: 'task-not-done', task, units: [...parts.open] })
      return intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'task-reopened', task, reason: intent.reason })
    case 'settle-coordination':
      return intent.words.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'coordination-settled', task, units: intent.units, words: intent.words })
  }
}

/** Never refuses. What a reopened task's parts become is the plan's to say. */
export function evolveTaskCourse(now: TaskCourse, event: TaskCourseEvent, { on, at }: Stamp): TaskCourse {
  const saying = (what: CourseWords['what'], words: string): { said: readonly CourseWords[] } => ({ said: [...(now.said ?? []), { what, on, at, words }] })
  switch (event.type) {
    case 'task-paused':
      return { ...without(now, 'resumed'), ...saying('paused', event.reason), paused: { on, reason: event.reason, ...(event.until === undefined ? {} : { until: event.until }) } }
    case 'task-resumed':
      return now.paused === undefined ? now : { ...without(now, 'paused'), ...saying('resumed', event.words), resumed: { on, words: event.words, pausedOn: now.paused.on } }
    case 'task-struck-off':
      return { ...without(now, 'paused', 'resumed'), ...saying('struck-off', event.words), struckOff: { on, words: event.words } }
    case 'task-reopened':
      return without(now, 'struckOff')
    case 'coordination-settled':
      return { ...now, coordinated: [...(now.coordinated ?? []), { units: event.units, words: event.words, on, at }] }
  }
}
