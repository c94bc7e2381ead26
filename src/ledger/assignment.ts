// What can happen to an assignment (a unit's part in a task), and when it may.
import { z } from 'zod'
import { Day, Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { Percent, TaskNo, UnitId, Words } from './ids.ts'
import type { Refusal } from './refusal.ts'
import type { Actor, Stamp } from './stamp.ts'

export const Part = z.enum(['lead', 'support', 'responsible'])
export type Part = z.infer<typeof Part>
/** `normal` 正常推进, `difficulty` 有困难, `blocked` 受阻. */
export const ReportState = z.enum(['normal', 'difficulty', 'blocked'])
export type ReportState = z.infer<typeof ReportState>

const of = { task: TaskNo, unit: UnitId }
/** `member`: the township that speaks where the assignment is a group's. */
const ofMember = { ...of, member: UnitId.optional() }
/** Reserved: said for somebody else, by telephone or on paper. */
const onBehalf = z.strictObject({ who: z.string(), on: Day, how: z.string() }).optional()
const reserved = { onBehalf, evidence: z.array(z.string()).optional(), next: Words.optional() }
/** Without `progress` the last figure stands. */
export const Reported = z.strictObject({
  type: z.literal('reported'), ...ofMember,
  state: ReportState, progress: Percent.optional(), done: Words.optional(), problem: Words.optional(), needs: Words.optional(), ...reserved,
})
export const Claimed = z.strictObject({ type: z.literal('claimed'), ...ofMember, words: Words, ...reserved })
/** `claimedAt`: which claim was looked at. */
export const ClaimAccepted = z.strictObject({ type: z.literal('claim-accepted'), ...ofMember, claimedAt: Instant.optional() })
export const ClaimReturned = z.strictObject({ type: z.literal('claim-returned'), ...ofMember, claimedAt: Instant.optional(), reason: Words })
export const NudgeSent = z.strictObject({ type: z.literal('nudged'), ...of })

export const AssignmentEvent = z.discriminatedUnion('type', [Reported, Claimed, ClaimAccepted, ClaimReturned, NudgeSent])
export type AssignmentEvent = z.infer<typeof AssignmentEvent>

/** `progress`: as it stands after this report; `stated` only where the report itself said it. */
export type Report = { state: ReportState; progress: Percent; stated?: Percent; done?: string; problem?: string; needs?: string; at: Instant; on: Day; by: Actor }
export type Claim = { at: Instant; on: Day; by: Actor; words: string }
export type ReturnedClaim = { on: Day; at: Instant; reason: string }
export type Acceptance = { on: Day; claimedOn: Day }

/** What one member of a group has said, and what became of its claim. */
export type Member = { report?: Report; claim?: Claim; returned?: ReturnedClaim; accepted?: Acceptance }

type Standing = {
  task: TaskNo
  unit: UnitId
  part: Part
  /** `lead`: presumed, being the first of those responsible; `standing`: bound by a clause for all. */
  inferred?: 'lead' | 'standing'
  /** The amendment that gave the unit this part. */
  from?: string
  progress: Percent
  report?: Report
  /** The last thing that was said to stand in the way: a bare 正常推进 afterwards does not unsay it, one with words does. */
  obstacle?: { words: string; on: Day }
  /** A group's members, each with its own standing. Who they are is the directory's to say. */
  byMember: ReadonlyMap<UnitId, Member>
  nudges: number
  nudgedAt?: Instant
  nudgedOn?: Day
  nudgedBy?: Actor
}
export type Assignment = Standing &
  (
    | { status: 'open'; returned?: ReturnedClaim }
    | { status: 'claimed'; claim: Claim }
    | { status: 'accepted'; acceptedOn: Day; claimedOn: Day }
  )

/** Where an assignment stands in a plan. */
export type AssignmentKey = `${TaskNo}/${UnitId}`
export const keyOf = (task: TaskNo, unit: UnitId): AssignmentKey => `${task}/${unit}`

/**
 * `asked`: when the message that is answered was sent; an answer given since then stands. `correction`: a lower figure is meant.
 * `claimedAt`: the claim that the secretary saw; without it the one that waits now.
 */
export type AssignmentIntent = { task: TaskNo; unit: UnitId } & (
  | { type: 'report'; member?: UnitId; state: ReportState; progress?: Percent; done?: string; problem?: string; needs?: string; asked?: Instant; correction: boolean }
  | { type: 'claim'; member?: UnitId; words: string }
  | { type: 'accept-claim'; member?: UnitId; claimedAt?: Instant }
  | { type: 'return-claim'; member?: UnitId; claimedAt?: Instant; reason: string }
  | { type: 'nudge' }
)

/** The standing of the whole, or of one member of a group. */
export function standingOf(now: Assignment, member?: UnitId): Member {
  if (member !== undefined) return now.byMember.get(member) ?? {}
  return {
    ...present({ report: now.report }),
    ...(now.status === 'claimed' ? { claim: now.claim } : {}),
    ...(now.status === 'accepted' ? { accepted: { on: now.acceptedOn, claimedOn: now.claimedOn } } : {}),
    ...(now.status === 'open' ? present({ returned: now.returned }) : {}),
  }
}

/** Why nothing more is asked of it: done, or said to be. */
export function notOpen(now: Assignment, member?: UnitId): Extract<Refusal, { code: 'assignment-closed' | 'assignment-claimed' }> | undefined {
  const [whole, own] = [standingOf(now), standingOf(now, member)]
  const accepted = whole.accepted ?? own.accepted
  if (accepted !== undefined) return { code: 'assignment-closed', closedOn: accepted.on }
  const claim = whole.claim ?? own.claim
  return claim === undefined ? undefined : { code: 'assignment-claimed', claimedOn: claim.on, by: claim.by }
}

/** The claim that waits: a group's is the last of its members', for they may be looked at together. */
export function waitingClaim(now: Assignment, member?: UnitId): Claim | undefined {
  const { claim } = standingOf(now, member)
  if (claim !== undefined || member !== undefined) return claim
  return [...now.byMember.values()].flatMap((each) => each.claim ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
}

/** A unit is not chased twice on one day. */
export function decideAssignment(now: Assignment, intent: AssignmentIntent, { on }: Stamp): Decision<AssignmentEvent> {
  const member = 'member' in intent ? intent.member : undefined
  const taken = notOpen(now, member)
  if (taken?.code === 'assignment-closed') return refuse(taken)
  const of = { task: now.task, unit: now.unit }
  switch (intent.type) {
    case 'report':
      return taken === undefined ? decideReport(now, intent) : refuse(taken)
    case 'claim':
      if (taken !== undefined) return refuse(taken)
      if (intent.words.trim() === '') return refuse({ code: 'reason-missing' })
      return accept({ type: 'claimed', ...of, ...present({ member }), words: intent.words })
    case 'accept-claim':
      return onClaim(now, intent, ({ at }) => accept({ type: 'claim-accepted', ...of, ...present({ member }), claimedAt: at }))
    case 'return-claim':
      return onClaim(now, intent, ({ at }) =>
        intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'claim-returned', ...of, ...present({ member }), claimedAt: at, reason: intent.reason }),
      )
    case 'nudge':
      if (taken !== undefined) return refuse(taken)
      return now.nudgedOn === on ? refuse({ code: 'nudged-already', on }) : accept({ type: 'nudged', ...of })
  }
}

/** Only the claim that was looked at is decided on: another may say something else. */
function onClaim(now: Assignment, { member, claimedAt }: Extract<AssignmentIntent, { type: 'accept-claim' | 'return-claim' }>, then: (claim: Claim) => Decision<AssignmentEvent>): Decision<AssignmentEvent> {
  const claim = waitingClaim(now, member)
  if (claim === undefined) return refuse({ code: 'assignment-not-claimed', task: now.task })
  if (claimedAt !== undefined && claimedAt !== claim.at) return refuse({ code: 'claim-changed', task: now.task, claimedOn: claim.on, by: claim.by })
  return then(claim)
}

function decideReport(now: Assignment, intent: Extract<AssignmentIntent, { type: 'report' }>): Decision<AssignmentEvent> {
  const { member, state, progress, done, problem, needs } = intent
  const last = standingOf(now, member).report
  if (last !== undefined && intent.asked !== undefined && last.at >= intent.asked)
    return refuse({ code: 'already-answered', at: last.at, by: last.by, progress: last.progress, state: last.state })
  if (state !== 'normal' && (problem ?? '').trim() === '') return refuse({ code: 'reason-missing' })
  const from = last?.progress ?? Percent.parse(0)
  // A lower figure is nearly always a slip on a phone; a deliberate one says so.
  if (progress !== undefined && progress < from && !intent.correction) return refuse({ code: 'progress-falls', from, to: progress })
  return accept({ type: 'reported', task: now.task, unit: now.unit, state, ...present({ member, progress, done, problem, needs }) })
}

/** Leaves out what is not there. */
function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }
}

/** Never refuses: what is in the log has happened. */
export function evolveAssignment(now: Assignment, event: AssignmentEvent, stamp: Stamp): Assignment {
  const { at, on, by } = stamp
  if (event.type === 'nudged') return { ...now, nudges: now.nudges + 1, nudgedAt: at, nudgedOn: on, nudgedBy: by }
  if (event.member !== undefined) return ofEach(now, [event.member], (known) => evolveMember(known, event, stamp))
  switch (event.type) {
    case 'reported': {
      const report = reportOf(event, now.report, stamp)
      const { obstacle: last, ...rest } = now
      const obstacle = obstacleAfter(last, report)
      return { ...rest, progress: report.progress, report, ...present({ obstacle }) }
    }
    case 'claimed':
      return now.status === 'open' ? { ...standing(now), status: 'claimed', claim: { at, on, by, words: event.words } } : now
    case 'claim-accepted': {
      const claim = now.status === 'accepted' ? undefined : waitingClaim(now)
      return claim === undefined ? now : { ...standing(now), progress: Percent.parse(100), status: 'accepted', acceptedOn: on, claimedOn: claim.on }
    }
    case 'claim-returned':
      if (now.status === 'claimed') return { ...standing(now), status: 'open', returned: { on, at, reason: event.reason } }
      return ofEach(now, [...now.byMember.keys()].filter((member) => now.byMember.get(member)?.claim !== undefined), (known) => evolveMember(known, event, stamp))
  }
}

const ofEach = (now: Assignment, members: readonly UnitId[], how: (known: Member) => Member): Assignment =>
  members.length === 0 ? now : { ...now, byMember: new Map([...now.byMember, ...members.map((member): [UnitId, Member] => [member, how(now.byMember.get(member) ?? {})])]) }

/** One member of a group, as the whole. */
function evolveMember(now: Member, event: Exclude<AssignmentEvent, { type: 'nudged' }>, stamp: Stamp): Member {
  const { at, on, by } = stamp
  const { claim } = now
  const said: Member = present({ report: now.report, accepted: now.accepted })
  switch (event.type) {
    case 'reported':
      return { ...now, report: reportOf(event, now.report, stamp) }
    case 'claimed':
      return claim === undefined && now.accepted === undefined ? { ...said, claim: { at, on, by, words: event.words } } : now
    case 'claim-accepted':
      return claim === undefined ? now : { ...said, accepted: { on, claimedOn: claim.on } }
    case 'claim-returned':
      return claim === undefined ? now : { ...said, returned: { on, at, reason: event.reason } }
  }
}

function reportOf({ state, progress: stated, done, problem, needs }: z.infer<typeof Reported>, last: Report | undefined, { at, on, by }: Stamp): Report {
  return { state, progress: stated ?? last?.progress ?? Percent.parse(0), at, on, by, ...present({ stated, done, problem, needs }) }
}

function obstacleAfter(last: Assignment['obstacle'], { state, problem, done, on }: Report): Assignment['obstacle'] {
  if (problem !== undefined) return { words: problem, on }
  return state === 'normal' && (done ?? '').trim() !== '' ? undefined : last
}

const standing = ({ task, unit, part, progress, byMember, nudges, inferred, from, report, obstacle, nudgedAt, nudgedOn, nudgedBy }: Assignment): Standing => ({
  task, unit, part, progress, byMember, nudges, ...present({ inferred, from, report, obstacle, nudgedAt, nudgedOn, nudgedBy }),
})
