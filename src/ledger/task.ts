// One numbered item of a plan: its words, its date, and the part each unit has in it.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import type { Assignment } from './assignment.ts'
import { Part } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { Due } from './due.ts'
import { Percent, TaskNo, UnitId, Words } from './ids.ts'
import type { Stamp } from './stamp.ts'

export const Span = z.object({ from: z.number().int(), to: z.number().int() })

/** As it stood in the document. `written` is its number there: '三', '1'. */
export const ImportedTask = z.object({
  no: TaskNo, path: z.array(z.string()), written: z.string(), section: z.string(), title: z.string(), text: z.string(), span: Span, due: Due,
  units: z.array(z.object({ unit: UnitId, part: Part, inferred: z.enum(['lead', 'standing']).optional() })),
})
export type ImportedTask = z.infer<typeof ImportedTask>
export type Task = Omit<ImportedTask, 'units'>

export const DueSet = z.object({ type: z.literal('due-set'), task: TaskNo, day: Day, reason: Words })
export const LeadSet = z.object({ type: z.literal('lead-set'), task: TaskNo, unit: UnitId })
export const TaskEvent = z.discriminatedUnion('type', [DueSet, LeadSet])
export type TaskEvent = z.infer<typeof TaskEvent>

export type TaskIntent = { type: 'set-due'; task: TaskNo; day: Day; reason: string } | { type: 'set-lead'; task: TaskNo; unit: UnitId }

export function decideTask(now: Task, intent: TaskIntent, { on: today }: Stamp): Decision<TaskEvent> {
  if (intent.type === 'set-lead') return accept({ type: 'lead-set', task: now.no, unit: intent.unit })
  // A blank may stand for a day that is past: that is the truth, and the light says so. A date is not moved into the past.
  if (intent.day < today && now.due.kind !== 'unbound') return refuse({ code: 'day-past', day: intent.day, today })
  // A date that stood is not moved without a word; binding a blank needs none.
  if (now.due.kind === 'dated' && intent.reason.trim() === '') return refuse({ code: 'reason-missing' })
  return accept({ type: 'due-set', task: now.no, day: intent.day, reason: intent.reason })
}

/** Binding a blank is not a move: only a date that stood and changed counts as moved. */
export function evolveDue(now: Due, day: Day): Due {
  if (now.kind === 'dated') return { ...now, day, moved: now.day === day ? now.moved : now.moved + 1 }
  return { kind: 'dated', day, original: day, moved: 0, said: now.kind === 'undated' ? '' : now.said }
}

/** An assignment nobody has spoken of yet. */
export const freshAssignment = (task: TaskNo, { unit, part, inferred }: ImportedTask['units'][number]): Assignment => ({
  task, unit, part, progress: Percent.parse(0), byMember: new Map(), nudges: 0, status: 'open', ...(inferred === undefined ? {} : { inferred }),
})
