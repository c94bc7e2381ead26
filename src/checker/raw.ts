// What stands in a log, as text, read with this room's own eyes: entries and their events, loosely; what is not known is named and not guessed at.
import { z } from 'zod'

export type Day = string
export type Instant = string

export const Stamp = z.object({ at: z.string(), on: z.string(), by: z.string() })
export type Stamp = z.infer<typeof Stamp>

/** One line of a log: its place, and the text of its body. */
export type RawEntry = { position: number; body: string }
/** `nth`: among all events of the log, from 0. */
export type Happened<Event> = { nth: number; position: number; stamp: Stamp; event: Event }

const Body = z.object({ stamp: Stamp, events: z.array(z.looseObject({ type: z.string() })) })

const task = z.number()
const unit = z.string()
const voice = { task, unit, member: z.string().optional() }
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape): z.ZodObject<{ type: z.ZodLiteral<Type> } & Shape> => z.object({ type: z.literal(type), ...shape })

const TaskUnit = z.object({ unit, part: z.enum(['lead', 'support', 'responsible']), inferred: z.enum(['lead', 'standing']).optional() })
export type TaskUnit = z.infer<typeof TaskUnit>
const Due = z.object({ kind: z.enum(['dated', 'unbound', 'ongoing', 'undated']), day: z.string().optional() })
export type Due = z.infer<typeof Due>
const RawTask = z.object({ no: task, due: Due, units: z.array(TaskUnit) })
export type RawTask = z.infer<typeof RawTask>
const Years = z.object({ from: z.number(), to: z.number() })
const Doubt = z.object({ id: z.number(), kind: z.string(), task: task.optional(), answer: z.string().optional() })
const Kept = z.object({ task, due: Due.optional(), units: z.array(TaskUnit).optional(), asked: z.object({ due: Due.optional(), units: z.array(TaskUnit).optional() }).optional() })
const Milestone = z.object({ what: z.string(), by: z.string() })
export type Milestone = z.infer<typeof Milestone>
const Policy = z.object({ dueMarks: z.array(z.number()).optional(), progressMarks: z.array(z.number()).optional(), warnWorkingDays: z.number().optional() })
export type Policy = z.infer<typeof Policy>
const onBehalf = z.unknown().optional()

export const PlanEvent = z.discriminatedUnion('type', [
  event('imported', { period: Years.optional(), tasks: z.array(RawTask), doubts: z.array(Doubt) }),
  event('handed-out', {}), event('period-set', { from: z.number(), to: z.number() }), event('policy-set', { policy: Policy }),
  event('own-days-off-set', { days: z.array(z.string()) }), event('own-days-off-lifted', { days: z.array(z.string()) }),
  event('doubt-settled', { doubt: z.number() }),
  event('due-bound', { task, day: z.string() }), event('due-corrected', { task, day: z.string() }), event('due-moved', { task, day: z.string() }),
  event('lead-set', { task, unit }), event('part-passed', { task, from: unit, to: unit }), event('parts-given', { tasks: z.array(task), units: z.array(TaskUnit) }),
  event('name-cleared', { unit: unit.optional(), units: z.array(unit) }), event('units-merged', { keep: unit, other: unit }), event('unit-succeeded', { from: unit, to: unit }),
  event('dates-answered', { task, due: Due.optional() }),
  event('reported', { ...voice, state: z.enum(['normal', 'difficulty', 'blocked']), corrects: z.string().optional(), onBehalf }),
  event('claimed', { ...voice, onBehalf }), event('claim-accepted', voice), event('claim-returned', voice), event('claim-withdrawn', voice),
  event('extension-asked', { ...voice, day: z.string() }), event('extension-granted', voice), event('extension-refused', voice),
  event('objected', { ...voice, about: z.string(), record: z.string().optional() }), event('objection-ruled', { ...voice, upheld: z.boolean() }),
  event('part-questioned', { ...voice, about: z.string() }), event('question-upheld', voice), event('question-refused', voice),
  event('task-paused', { task }), event('task-resumed', { task }), event('task-struck-off', { task }), event('task-reopened', { task }),
  event('milestones-proposed', { task, year: z.number(), milestones: z.array(Milestone) }), event('milestones-approved', { task, year: z.number() }), event('milestones-returned', { task, year: z.number() }),
  event('milestone-reached', { task, year: z.number(), unit, member: unit.optional(), what: z.string(), by: z.string(), onBehalf }),
  event('round-opened', { round: z.string(), tasks: z.array(task), since: z.string(), until: z.string().optional(), repeats: z.object({ every: z.enum(['month', 'quarter']), nth: z.number(), workingDays: z.number() }).optional() }),
  event('round-closed', { round: z.string() }), event('round-resumed', { round: z.string() }), event('round-reopened', { round: z.string(), unit, until: z.string() }), event('round-ended', { round: z.string() }),
  event('plan-amended', { period: Years.optional(), added: z.array(RawTask), kept: z.array(Kept), absent: z.array(task), doubts: z.array(Doubt), doubtsClosed: z.array(z.number()) }),
  event('task-withdrawn', { task }), event('task-kept', { task }), event('amended-point-settled', { task, point: z.enum(['due', 'units']), taken: z.boolean() }),
  event('task-added', { task, due: Due, units: z.array(TaskUnit) }), event('instruction-withdrawn', { task }), event('rectification-withdrawn', { task }), event('decision-withdrawn', { task }),
  event('act-undone', { at: z.string() }),
])
export type PlanEvent = z.infer<typeof PlanEvent>
export type Of<Type extends PlanEvent['type']> = Extract<PlanEvent, { type: Type }>

/** Of no account for any light or number. */
const beside = [
  'nudged', 'remarked', 'item-handed', 'evidence-added', 'evidence-withdrawn', 'parts-checked', 'leader-note-sent', 'leader-note-dropped', 'reminder-snoozed', 'coordination-settled', 'plan-archived', 'plan-restored',
  'meeting-scheduled', 'meeting-recorded', 'meeting-held', 'meeting-not-held', 'meeting-changed', 'meeting-cancelled', 'invitation-answered', 'agenda-requested', 'request-taken', 'request-declined', 'agenda-arranged', 'attendance-recorded', 'meeting-noted', 'minutes-issued', 'body-set', 'cadence-excused', 'review-scheduled', 'review-moved', 'review-cancelled', 'review-item-judged', 'review-closed', 'fulfilled', 'submitted', 'received', 'submission-returned', 'hindered', 'round-published',
  'target-answered', 'duty-given', 'duty-ended', 'instruction-confirmed', 'coordination-handed-up', 'coordination-decided', 'leader-note-answered',
]

export const DirectoryEvent = z.discriminatedUnion('type', [
  event('units-added', { units: z.array(z.object({ id: unit, members: z.array(unit).optional() })) }),
  event('unit-merged', { keep: unit, other: unit }), event('unit-succeeded', { from: unit, to: unit }),
  event('days-off-announced', { year: z.number(), off: z.array(z.string()), work: z.array(z.string()) }),
])
export type DirectoryEvent = z.infer<typeof DirectoryEvent>

/** People, posts, roles and names: no light is lit by them. */
const besideUnits = [
  'unit-alias-added', 'person-added', 'person-renamed', 'role-granted', 'role-revoked', 'contact-named', 'contact-removed', 'head-named', 'head-removed', 'fields-set', 'plan-opened', 'backup-named', 'backup-removed',
  'handler-named', 'handler-removed', 'absence-set', 'absence-ended', 'handed-over', 'telephone-set', 'unit-renamed', 'succession-set', 'succession-dropped', 'aide-named', 'aide-removed', 'brief-set', 'brief-lifted', 'language-set',
]

/** All that this room knows of, for whoever adds an event. */
export const knownEvents = { plan: [...PlanEvent.options.map(({ shape }) => shape.type.value), ...beside], directory: [...DirectoryEvent.options.map(({ shape }) => shape.type.value), ...besideUnits] }

/** `unknown`: why the log cannot be judged from that entry on: an event this room does not know, or cannot read. */
export type Read<Event> = { happened: readonly Happened<Event>[]; unknown?: { position: number; on?: Day; what: string } }

export const readPlan = (entries: readonly RawEntry[]): Read<PlanEvent> => read(entries, PlanEvent, beside)
export const readDirectory = (entries: readonly RawEntry[]): Read<DirectoryEvent> => read(entries, DirectoryEvent, besideUnits)

function read<Event>(entries: readonly RawEntry[], schema: z.ZodType<Event>, ignored: readonly string[]): Read<Event> {
  const happened: Happened<Event>[] = []
  for (const { position, body } of entries) {
    const parsed = Body.safeParse(asJson(body))
    if (!parsed.success) return { happened, unknown: { position, what: 'no entry' } }
    const { stamp, events } = parsed.data
    for (const each of events) {
      if (ignored.includes(each.type)) continue
      const known = schema.safeParse(each)
      if (!known.success) return { happened, unknown: { position, on: stamp.on, what: each.type } }
      happened.push({ nth: happened.length, position, stamp, event: known.data })
    }
  }
  return { happened }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
