// One numbered item of a plan: its words, its date, and the part each unit has in it.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import type { Assignment } from './assignment.ts'
import { Part } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { WrittenDate } from './dates-of-task.ts'
import { dated, ImportedDue, type Due } from './due.ts'
import { Percent, TaskNo, UnitId, Words } from './ids.ts'
import type { KeptOrigin } from './origin.ts'
import type { Refusal } from './refusal.ts'
import { Span } from './span.ts'
import type { Stamp } from './stamp.ts'
import type { TaskCourse } from './task-course.ts'

export const TaskUnit = z.object({ unit: UnitId, part: Part, inferred: z.enum(['lead', 'standing']).optional() })
export type TaskUnit = z.infer<typeof TaskUnit>

/** As it stood in the document. `written` is its number there: '三', '1'. `dates`: all that are written in it, where one of them has to be asked about. */
export const ImportedTask = z.object({
  no: TaskNo, path: z.array(z.string()), written: z.string(), section: z.string(), title: z.string(), text: z.string(), span: Span, due: ImportedDue,
  units: z.array(TaskUnit), dates: z.array(WrittenDate).optional(),
})
export type ImportedTask = z.infer<typeof ImportedTask>
/** `source`: the text its span points into, where that is not the first. `dueFrom`: the amendment that its date came by, and the day it took the place of. `firstDue`: the first day that was ever given, where an amendment gave another or none. */
export type Task = Omit<ImportedTask, 'units' | 'due'> & { due: Due; course?: TaskCourse; source?: string; dueFrom?: { source: string; was?: Day }; firstDue?: Day; dueSet?: DueSet; leadNamed?: LeadNamed; /** It is no task of the plan's text. */ origin?: KeptOrigin }

/** The last change of its date after the hand-out: whoever answers for it is told. `from`: the day that stood. */
export type DueSet = Pick<Stamp, 'on' | 'at' | 'by'> & { type: 'due-bound' | 'due-corrected' | 'due-moved'; from?: Day; day: Day; reason: string }
/** The last change of who answers for it after the hand-out: both units are told. */
export type LeadNamed = Pick<Stamp, 'on' | 'at' | 'by'> & { from?: UnitId; to: UnitId }

/** A blank, or a task without a date, gets its day. */
export const DueBound = z.strictObject({ type: z.literal('due-bound'), task: TaskNo, day: Day, reason: Words })
/** The day on the ledger was a mistake: what it should have been from the beginning. */
export const DueCorrected = z.strictObject({ type: z.literal('due-corrected'), task: TaskNo, day: Day, reason: Words })
/** A date that stood is another now: it counts as moved. */
export const DueMoved = z.strictObject({ type: z.literal('due-moved'), task: TaskNo, from: Day, day: Day, reason: Words })
export const LeadSet = z.strictObject({ type: z.literal('lead-set'), task: TaskNo, unit: UnitId })
export const TaskEvent = z.discriminatedUnion('type', [DueBound, DueCorrected, DueMoved, LeadSet])
export type TaskEvent = z.infer<typeof TaskEvent>

/** `correction`: the date was misread, not moved. */
export type TaskIntent = { type: 'set-due'; task: TaskNo; day: Day; reason: string; correction?: boolean } | { type: 'set-lead'; task: TaskNo; unit: UnitId; /** A later day for who takes it over, with the reason. */ due?: { day: Day; reason: string } }

/** Why nothing begins it again: it is off the register, until it is reopened. */
export const offRegister = ({ no, course }: Pick<Task, 'no' | 'course'>): Extract<Refusal, { code: 'task-struck-off' }> | undefined =>
  course?.struckOff === undefined ? undefined : { code: 'task-struck-off', task: no, on: course.struckOff.on }

export function decideTask(now: Task, intent: TaskIntent, { on: today }: Stamp): Decision<TaskEvent> {
  const off = offRegister(now)
  if (off !== undefined) return refuse(off)
  if (intent.type === 'set-due') return decideDue(now, intent, today)
  const moved = intent.due === undefined ? accept<TaskEvent>() : decideDue(now, { type: 'set-due', task: now.no, ...intent.due }, today)
  return moved.ok ? accept<TaskEvent>({ type: 'lead-set', task: now.no, unit: intent.unit }, ...moved.events) : moved
}

function decideDue({ no: task, due }: Task, { day, reason, correction = false }: Extract<TaskIntent, { type: 'set-due' }>, today: Day): Decision<TaskEvent> {
  // A blank may stand for a day that is past, and so may what was misread: that is the truth, and the light says so.
  if (due.kind !== 'dated') return day < today && due.kind !== 'unbound' && !correction ? refuse({ code: 'day-past', day, today }) : accept({ type: 'due-bound', task, day, reason })
  if (correction) return due.original === day && due.moved === 0 ? accept() : accept({ type: 'due-corrected', task, day, reason })
  if (due.day === day) return accept()
  if (day < today) return refuse({ code: 'day-past', day, today })
  // A date that stood is not moved without a word; binding a blank needs none.
  return reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'due-moved', task, from: due.day, day, reason })
}

/** Never refuses. A date that a secretary sets is no longer an amendment's. @param told by which stamp it is told to whom it concerns; undefined before the hand-out */
export function evolveTask(now: Task, event: Exclude<TaskEvent, { type: 'lead-set' }>, told: Stamp | undefined): Task {
  const due = evolveDue(now.due, event)
  const isBound = event.type === 'due-bound' && due.kind === 'dated'
  const from = now.due.kind === 'dated' ? { from: now.due.day } : {}
  const dueSet = told === undefined ? {} : { dueSet: { type: event.type, ...from, day: event.day, reason: event.reason, on: told.on, at: told.at, by: told.by } }
  const task = { ...now, due: isBound ? { ...due, original: now.firstDue ?? due.original } : due, ...dueSet }
  delete task.dueFrom
  if (event.type === 'due-corrected') delete task.firstDue
  return task
}

/** Only a date that stood and changed counts as moved. */
function evolveDue(now: Due, event: Exclude<TaskEvent, { type: 'lead-set' }>): Due {
  const said = now.kind === 'undated' ? '' : now.said
  if (event.type !== 'due-moved') return dated(event.day, said)
  const { original, moved } = now.kind === 'dated' ? now : { original: event.from, moved: 0 }
  return { kind: 'dated', day: event.day, original, moved: moved + 1, said }
}

/** Beside who leads, or is presumed to. */
export const besideLead = ({ inferred, ...given }: TaskUnit): TaskUnit => ({ ...given, part: given.part === 'lead' ? 'responsible' : given.part, ...(inferred === 'standing' ? { inferred } : {}) })

/** An assignment nobody has spoken of yet. */
/** Of nearly all parts: one for all of them, for an empty map weighs more than everything else of a part together. Nobody changes a part's members in place. */
const noMembers: Assignment['byMember'] = new Map()

export const freshAssignment = (task: TaskNo, { unit, part, inferred }: TaskUnit): Assignment => ({
  task, unit, part, progress: Percent.parse(0), byMember: noMembers, nudges: 0, status: 'open', ...(inferred === undefined ? {} : { inferred }),
})
