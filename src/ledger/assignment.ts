// What can happen to an assignment (a unit's part in a task), and when it may.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { Percent, TaskNo, UnitId, Words } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'

export const Part = z.enum(['lead', 'support', 'responsible'])
export type Part = z.infer<typeof Part>
/** `normal` 正常推进, `difficulty` 有困难, `blocked` 受阻. */
export const ReportState = z.enum(['normal', 'difficulty', 'blocked'])
export type ReportState = z.infer<typeof ReportState>

const of = { task: TaskNo, unit: UnitId }
/** `member`: the township that speaks where the assignment is a group's. */
export const Reported = z.object({
  type: z.literal('reported'), ...of, member: UnitId.optional(),
  state: ReportState, progress: Percent, done: Words.optional(), problem: Words.optional(), needs: Words.optional(),
})
export const Claimed = z.object({ type: z.literal('claimed'), ...of, words: Words })
export const ClaimAccepted = z.object({ type: z.literal('claim-accepted'), ...of })
export const ClaimReturned = z.object({ type: z.literal('claim-returned'), ...of, reason: Words })
export const NudgeSent = z.object({ type: z.literal('nudged'), ...of })

export const AssignmentEvent = z.discriminatedUnion('type', [Reported, Claimed, ClaimAccepted, ClaimReturned, NudgeSent])
export type AssignmentEvent = z.infer<typeof AssignmentEvent>

export type Report = { state: ReportState; progress: Percent; done?: string; problem?: string; needs?: string; at: Instant; on: Day; by: Actor }

type Standing = {
  task: TaskNo
  unit: UnitId
  part: Part
  /** `lead`: presumed, being the first of those responsible; `standing`: bound by a clause for all. */
  inferred?: 'lead' | 'standing'
  progress: Percent
  report?: Report
  /** The last thing that was said to stand in the way: a bare 正常推进 afterwards does not unsay it. */
  obstacle?: { words: string; on: Day }
  /** A group's members, each with its last word. */
  byMember: ReadonlyMap<UnitId, Report>
  nudges: number
  nudgedAt?: Instant
  nudgedOn?: Day
  nudgedBy?: Actor
}
export type Assignment = Standing &
  (
    | { status: 'open'; returned?: { on: Day; at: Instant; reason: string } }
    | { status: 'claimed'; claim: { at: Instant; on: Day; by: Actor; words: string } }
    | { status: 'accepted'; acceptedOn: Day; claimedOn: Day }
  )

/** `asked`: when the message that is answered was sent; an answer given since then stands. `correction`: a lower figure is meant. */
export type AssignmentIntent = { task: TaskNo; unit: UnitId } & (
  | { type: 'report'; member?: UnitId; state: ReportState; progress?: Percent; done?: string; problem?: string; needs?: string; asked?: Instant; correction: boolean }
  | { type: 'claim'; words: string }
  | { type: 'accept-claim' }
  | { type: 'return-claim'; reason: string }
  | { type: 'nudge' }
)

/** A unit is not chased twice on one day. */
export function decideAssignment(now: Assignment, intent: AssignmentIntent, { on }: Stamp): Decision<AssignmentEvent> {
  const { task, unit } = now
  if (now.status === 'accepted') return refuse({ code: 'assignment-closed', closedOn: now.acceptedOn })
  switch (intent.type) {
    case 'report':
      return decideReport(now, intent)
    case 'claim':
      if (now.status === 'claimed') return refuse({ code: 'assignment-claimed', claimedOn: now.claim.on, by: now.claim.by })
      if (intent.words.trim() === '') return refuse({ code: 'reason-missing' })
      return accept({ type: 'claimed', task, unit, words: intent.words })
    case 'accept-claim':
      return now.status === 'claimed' ? accept({ type: 'claim-accepted', task, unit }) : refuse({ code: 'assignment-not-claimed', task })
    case 'return-claim':
      if (now.status !== 'claimed') return refuse({ code: 'assignment-not-claimed', task })
      return intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'claim-returned', task, unit, reason: intent.reason })
    case 'nudge':
      if (now.status === 'claimed') return refuse({ code: 'assignment-claimed', claimedOn: now.claim.on, by: now.claim.by })
      return now.nudgedOn === on ? refuse({ code: 'nudged-already', on }) : accept({ type: 'nudged', task, unit })
  }
}

function decideReport(now: Exclude<Assignment, { status: 'accepted' }>, intent: Extract<AssignmentIntent, { type: 'report' }>): Decision<AssignmentEvent> {
  if (now.status === 'claimed') return refuse({ code: 'assignment-claimed', claimedOn: now.claim.on, by: now.claim.by })
  const last = intent.member === undefined ? now.report : now.byMember.get(intent.member)
  if (last !== undefined && intent.asked !== undefined && last.at >= intent.asked)
    return refuse({ code: 'already-answered', at: last.at, by: last.by, progress: last.progress, state: last.state })
  if (intent.state !== 'normal' && (intent.problem ?? '').trim() === '') return refuse({ code: 'reason-missing' })
  const from = last?.progress ?? Percent.parse(0)
  const progress = intent.progress ?? from
  // A lower figure is nearly always a slip on a phone; a deliberate one says so.
  if (progress < from && !intent.correction) return refuse({ code: 'progress-falls', from, to: progress })
  const { task, unit } = now
  const { member, state, done, problem, needs } = intent
  return accept({ type: 'reported', task, unit, state, progress, ...present({ member, done, problem, needs }) })
}

/** Leaves out what is not there. */
function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }
}

/** Never refuses: what is in the log has happened. */
export function evolveAssignment(now: Assignment, event: AssignmentEvent, { at, on, by }: Stamp): Assignment {
  switch (event.type) {
    case 'reported': {
      const { state, progress, done, problem, needs } = event
      const report: Report = { state, progress, at, on, by, ...present({ done, problem, needs }) }
      return event.member === undefined ? { ...now, progress, report, ...(problem === undefined ? {} : { obstacle: { words: problem, on } }) } : { ...now, byMember: new Map([...now.byMember, [event.member, report]]) }
    }
    case 'claimed':
      return now.status === 'open' ? { ...standing(now), status: 'claimed', claim: { at, on, by, words: event.words } } : now
    case 'claim-accepted':
      return now.status === 'claimed' ? { ...standing(now), progress: Percent.parse(100), status: 'accepted', acceptedOn: on, claimedOn: now.claim.on } : now
    case 'claim-returned':
      return now.status === 'claimed' ? { ...standing(now), status: 'open', returned: { on, at, reason: event.reason } } : now
    case 'nudged':
      return { ...now, nudges: now.nudges + 1, nudgedAt: at, nudgedOn: on, nudgedBy: by }
  }
}

const standing = ({ task, unit, part, progress, byMember, nudges, inferred, report, obstacle, nudgedAt, nudgedOn, nudgedBy }: Assignment): Standing => ({
  task, unit, part, progress, byMember, nudges, ...present({ inferred, report, obstacle, nudgedAt, nudgedOn, nudgedBy }),
})
