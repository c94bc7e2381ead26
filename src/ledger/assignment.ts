// What can happen to an assignment (a unit's part in a task), and how it stands then; `decide-assignment.ts` says when it may.
import { z } from 'zod'
import { Instant, type Day } from '#src/calendar/day.ts'
import { EvidenceAdded, EvidenceWithdrawn, type EvidenceIntent } from './evidence.ts'
import { ExtensionEvent, type ExtensionIntent } from './extension.ts'
import { present, without } from './fields.ts'
import { Percent, Words, type PersonId, type TaskNo, type UnitId } from './ids.ts'
import { ObjectionEvent, withStruck, type ObjectionIntent } from './objection.ts'
import { ofVoice, type OfVoice } from './of-voice.ts'
import { PartQuestionEvent, type PartQuestionIntent } from './part-question.ts'
import type { Refusal } from './refusal.ts'
import { Remarked, type RemarkIntent } from './remark.ts'
import { Reported, saidWith, type OnBehalf, type Report, type ReportState, type RoundAnswered } from './report.ts'
import type { Actor, Stamp } from './stamp.ts'
import { evolveVoice, ItemHanded, voiceIn, withEnded, type Acceptance, type Claim, type Member, type ReturnedClaim, type Voice, type WithdrawnClaim } from './voice.ts'

export { ReportState, type Report } from './report.ts'
export type { Acceptance, Claim, Member, ReturnedClaim } from './voice.ts'

export const Part = z.enum(['lead', 'support', 'responsible'])
export type Part = z.infer<typeof Part>

export const Claimed = z.strictObject({ type: z.literal('claimed'), ...ofVoice, words: Words, ...saidWith })
/** `claimedAt`: which claim was looked at. */
export const ClaimAccepted = z.strictObject({ type: z.literal('claim-accepted'), ...ofVoice, claimedAt: Instant.optional() })
export const ClaimReturned = z.strictObject({ type: z.literal('claim-returned'), ...ofVoice, claimedAt: Instant.optional(), reason: Words })
/** 撤回办结申请: the unit said too early that it was done; nobody had ruled on it. */
export const ClaimWithdrawn = z.strictObject({ type: z.literal('claim-withdrawn'), ...ofVoice, claimedAt: Instant, reason: Words })
/** `urgent`: 加急, why it is told at once, also in quiet hours and on days off. */
export const NudgeSent = z.strictObject({ type: z.literal('nudged'), task: ofVoice.task, unit: ofVoice.unit, urgent: Words.optional() })
export const AssignmentEvent = z.discriminatedUnion('type', [
  Reported, Claimed, ClaimAccepted, ClaimReturned, ClaimWithdrawn, NudgeSent, ItemHanded,
  ...ExtensionEvent.options,
  ...ObjectionEvent.options,
  ...PartQuestionEvent.options,
  EvidenceAdded,
  EvidenceWithdrawn,
  Remarked,
])
export type AssignmentEvent = z.infer<typeof AssignmentEvent>

type Standing = Voice & {
  task: TaskNo
  unit: UnitId
  part: Part
  /** `lead`: presumed, being the first of those responsible; `standing`: bound by a clause for all. */
  inferred?: 'lead' | 'standing'
  /** The amendment that gave the unit this part. */
  from?: string
  progress: Percent
  /** The last thing that was said to stand in the way: a bare 正常推进 afterwards does not unsay it, one with words does. */
  obstacle?: { words: string; on: Day }
  /** A group's members, each with its own standing. Who they are is the directory's to say. */
  byMember: ReadonlyMap<UnitId, Member>
  nudges: number
  /** Of these, how many since its last word: what the next one is called goes by it. */
  nudgesInRow?: number
  nudgedAt?: Instant
  nudgedOn?: Day
  nudgedBy?: Actor
  /** 加急: of the chase of that instant. */
  nudgedUrgently?: { at: Instant; why: string }
}
/** Whether it is said to be done, and what became of that. */
export type Closing =
  | { status: 'open'; returned?: ReturnedClaim; withdrawn?: WithdrawnClaim }
  | { status: 'claimed'; claim: Claim }
  | { status: 'accepted'; acceptedOn: Day; claimedOn: Day; claim: Claim }
export type Assignment = Standing & Closing

/** Where an assignment stands in a plan. */
export type AssignmentKey = `${TaskNo}/${UnitId}`
export const keyOf = (task: TaskNo, unit: UnitId): AssignmentKey => `${task}/${unit}`

type ReportWords = { state: ReportState; progress?: Percent; done?: string; problem?: string; needs?: string; next?: string; answer?: RoundAnswered }
/**
 * `asked`: when the message that is answered was sent; an answer given since then stands. `correction`: a lower figure is meant.
 * `corrects`: the report that is put right. `claimedAt`: the claim that the secretary saw; without it the one that waits now.
 */
export type AssignmentIntent =
  | (OfVoice & ReportWords & { type: 'report'; asked?: Instant; correction: boolean; corrects?: Instant; reason?: string })
  | (OfVoice & ReportWords & { type: 'report-on-behalf'; onBehalf: OnBehalf; correction: boolean; corrects?: Instant; reason?: string })
  | (OfVoice & { type: 'claim'; words: string })
  | (OfVoice & { type: 'claim-on-behalf'; words: string; onBehalf: OnBehalf })
  | (OfVoice & { type: 'accept-claim'; claimedAt?: Instant })
  | (OfVoice & { type: 'return-claim'; claimedAt?: Instant; reason: string })
  | (OfVoice & { type: 'withdraw-claim'; claimedAt?: Instant; reason: string })
  /** `also`: chased by the same act, so that each person has one message of it. */
  | { type: 'nudge'; task: TaskNo; unit: UnitId; urgent?: string; also?: readonly { task: TaskNo; unit: UnitId }[] }
  | (OfVoice & { type: 'hand-item'; to?: PersonId })

/** What a voice asks or keeps: the intents that are decided on it alone. */
export type VoiceIntent = ExtensionIntent | ObjectionIntent | PartQuestionIntent | EvidenceIntent | RemarkIntent

/** The standing of the whole, or of one member of a group. */
export function standingOf(now: Assignment, member?: UnitId): Member {
  if (member !== undefined) return now.byMember.get(member) ?? {}
  return {
    ...voiceIn(now),
    ...(now.status === 'claimed' ? { claim: now.claim } : {}),
    ...(now.status === 'accepted' ? { accepted: acceptanceOf(now) } : {}),
    ...(now.status === 'open' ? present({ returned: now.returned, withdrawn: now.withdrawn }) : {}),
  }
}

const acceptanceOf = ({ acceptedOn: on, claimedOn, claim }: Extract<Closing, { status: 'accepted' }>): Acceptance => ({ on, claimedOn, claim })

/** The completion that a secretary recorded for a voice, while it waits and once it was accepted. A member that has none of its own has its whole group's. */
export function recordedClaim(now: Assignment, member?: UnitId): Claim | undefined {
  const said = completionOf(standingOf(now, member)) ?? claimOfWhole(now)
  return said?.onBehalf === undefined ? undefined : said
}

const completionOf = ({ claim, accepted }: Member): Claim | undefined => accepted?.claim ?? claim

/** What was said of the whole; where its members spoke, the claim that stands for all is one of theirs. */
function claimOfWhole(now: Assignment): Claim | undefined {
  const said = completionOf(standingOf(now))
  return [...now.byMember.values()].some((each) => completionOf(each)?.at === said?.at) ? undefined : said
}

/** Why nothing more is asked of it: done, or said to be. */
export function notOpen(now: Assignment, member?: UnitId): Extract<Refusal, { code: 'assignment-closed' | 'assignment-claimed' }> | undefined {
  const [whole, own] = [standingOf(now), standingOf(now, member)]
  const accepted = whole.accepted ?? own.accepted
  if (accepted !== undefined) return { code: 'assignment-closed', closedOn: accepted.on }
  const claim = whole.claim ?? own.claim
  return claim === undefined ? undefined : { code: 'assignment-claimed', claimedOn: claim.on, by: claim.by }
}

/** That no claim waits, and what became of the last. */
export function notClaimed(now: Assignment, member?: UnitId): Extract<Refusal, { code: 'assignment-not-claimed' }> {
  const { accepted, returned, withdrawn } = standingOf(now, member)
  const ends = [['accepted', accepted], ['returned', returned], ['withdrawn', withdrawn]] as const
  return { code: 'assignment-not-claimed', task: now.task, ...present({ before: ends.flatMap(([how, end]) => (end === undefined ? [] : [{ how, on: end.on }]))[0] }) }
}

/** The claim that waits: a group's is the last of its members', for they may be looked at together. */
export function waitingClaim(now: Assignment, member?: UnitId): Claim | undefined {
  const { claim } = standingOf(now, member)
  if (claim !== undefined || member !== undefined) return claim
  return [...now.byMember.values()].flatMap((each) => each.claim ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
}

/** Never refuses: what is in the log has happened. */
export function evolveAssignment(now: Assignment, event: AssignmentEvent, stamp: Stamp): Assignment {
  const { at, on, by } = stamp
  if (event.type === 'nudged') return { ...now, nudges: now.nudges + 1, nudgesInRow: nextNudge(now), nudgedAt: at, nudgedOn: on, nudgedBy: by, ...present({ nudgedUrgently: event.urgent === undefined ? undefined : { at, why: event.urgent } }) }
  if (event.member !== undefined) {
    const { member } = event
    const struckClaim = claimStruckBy(now, event)
    const isOwn = struckClaim !== undefined && struckClaim === completionOf(standingOf(now, member))
    if (struckClaim !== undefined && !isOwn) return ofEach(withoutClaim(now, struckClaim, on), [member], (known) => struckIn(evolveMember(known, event, stamp)))
    return ofEach(struckClaim === undefined ? now : acceptedAlone(now), [member], (known) => evolveMember(known, event, stamp, struckClaim))
  }
  if (event.type === 'claimed') return now.status === 'open' ? { ...standing(now), status: 'claimed', claim: claimOf(event, now, stamp) } : now
  if (event.type === 'claim-accepted') {
    const claim = now.status === 'accepted' ? undefined : waitingClaim(now)
    return claim === undefined ? now : { ...standing(now), progress: Percent.parse(100), status: 'accepted', acceptedOn: on, claimedOn: claim.on, claim }
  }
  if (event.type === 'claim-returned') {
    if (now.status === 'claimed') return { ...withEnded(standing(now), { ...now.claim, endedOn: on, ended: 'returned', endedAt: at, reason: event.reason }), status: 'open', returned: { on, at, reason: event.reason } }
    return ofEach(now, [...now.byMember.keys()].filter((member) => now.byMember.get(member)?.claim !== undefined), (known) => evolveMember(known, event, stamp))
  }
  if (event.type === 'claim-withdrawn') return now.status === 'claimed' ? { ...withEnded(standing(now), { ...now.claim, endedOn: on, ended: 'withdrawn', endedAt: at, reason: event.reason }), status: 'open', withdrawn: { on, at, by, reason: event.reason } } : now
  const struckClaim = claimStruckBy(now, event)
  const left = struckClaim === undefined ? now : withoutClaim(now, struckClaim, on)
  const voice = evolveVoice(voiceIn(left), event, stamp)
  return withVoice(left, struckClaim === undefined ? voice : struckIn(voice))
}

/** How often in a row it is chased, were it chased now. */
export const nextNudge = ({ report, nudgedAt, nudgesInRow = 0 }: Assignment): number => (report !== undefined && nudgedAt !== undefined && report.at >= nudgedAt ? 1 : nudgesInRow + 1)

function claimOf({ words, onBehalf }: z.infer<typeof Claimed>, { returned, withdrawn }: Pick<Member, 'returned' | 'withdrawn'>, { at, on, by }: Stamp): Claim {
  const answers = returned !== undefined || withdrawn !== undefined
  return { at, on, by, words, ...present({ onBehalf, before: answers ? present({ returned, withdrawn }) : undefined }) }
}

const ofEach = (now: Assignment, members: readonly UnitId[], how: (known: Member) => Member): Assignment =>
  members.length === 0 ? now : { ...now, byMember: new Map([...now.byMember, ...members.map((member): [UnitId, Member] => [member, how(now.byMember.get(member) ?? {})])]) }

/** One member of a group, as the whole. @param struckClaim its own, where the event strikes it */
function evolveMember(now: Member, event: Exclude<AssignmentEvent, { type: 'nudged' }>, stamp: Stamp, struckClaim?: Claim): Member {
  const { at, on, by } = stamp
  const { claim, returned, withdrawn, accepted, ...voice } = now
  if (event.type === 'claimed') return claim === undefined && accepted === undefined ? { ...voice, claim: claimOf(event, now, stamp) } : now
  if (event.type === 'claim-accepted') return claim === undefined ? now : { ...voice, accepted: { on, claimedOn: claim.on, claim } }
  if (event.type === 'claim-returned') return claim === undefined ? now : { ...withEnded(voice, { ...claim, endedOn: on, ended: 'returned', endedAt: at, reason: event.reason }), returned: { on, at, reason: event.reason } }
  if (event.type === 'claim-withdrawn') return claim === undefined ? now : { ...withEnded(voice, { ...claim, endedOn: on, ended: 'withdrawn', endedAt: at, reason: event.reason }), withdrawn: { on, at, by, reason: event.reason } }
  const said = evolveVoice(voice, event, stamp)
  if (struckClaim === undefined) return { ...said, ...present({ claim, returned, withdrawn, accepted }) }
  return neverDone(struckIn(said), struckClaim, on)
}

/** Of a member, without its claim: what was sent back is owed again. */
const neverDone = (said: Voice, claim: Claim, on: Day): Member => ({ ...withEnded(said, { ...claim, endedOn: on, ended: 'struck' }), ...claim.before })

/** A part as it stood once, without a completion that was recorded for it at that instant and struck since: it was never said. */
export function neverSaidDone(then: Assignment, at: Instant, on: Day): Assignment {
  const isStruck = (claim: Claim | undefined): claim is Claim => claim?.at === at && claim.onBehalf !== undefined
  const theirs = [...then.byMember].flatMap(([member, { claim, accepted }]) => ((said) => (isStruck(said) ? [{ member, claim: said }] : []))(claim ?? accepted?.claim))
  if (theirs.length === 0) return then.status !== 'open' && isStruck(then.claim) ? withoutClaim(then, then.claim, on) : then
  return theirs.reduce((known, { member, claim }) => ofEach(known, [member], (said) => neverDone(voiceIn(said), claim, on)), acceptedAlone(then))
}

/** The completion that an upheld objection strikes: it was recorded, and never said. */
export function claimContested(now: Assignment, member?: UnitId): Claim | undefined {
  const said = recordedClaim(now, member)
  return said !== undefined && said.at === standingOf(now, member).objection?.record ? said : undefined
}

const claimStruckBy = (now: Assignment, event: Exclude<AssignmentEvent, { type: 'nudged' }>): Claim | undefined => (event.type === 'objection-ruled' && event.upheld ? claimContested(now, event.member) : undefined)

/** As before the whole was said to be done: what was sent back is owed again, and the members' own claims are their own. */
function withoutClaim(now: Assignment, claim: Claim, on: Day): Assignment {
  const { byMember } = acceptedAlone(now)
  return { ...withEnded(standing(now), { ...claim, endedOn: on, ended: 'struck' }), byMember, progress: now.report?.progress ?? Percent.parse(0), status: 'open', ...claim.before }
}

const struckIn = <Said extends Voice>(said: Said): Said => ({ ...said, ...present({ objection: withStruck(said.objection, true) }) })

/** With its objection having struck what it was about. */
export const saidStruck = (now: Assignment, member?: UnitId): Assignment => (member === undefined ? struckIn(now) : ofEach(now, [member], struckIn))

/** One member's completion was never said: what was accepted for all at once is accepted of the others that had claimed. */
function acceptedAlone(now: Assignment): Assignment {
  if (now.status !== 'accepted') return now
  const { acceptedOn: on } = now
  const alone = [...now.byMember].map(([member, { claim, ...said }]): [UnitId, Member] => [member, claim === undefined ? said : { ...said, accepted: { on, claimedOn: claim.on, claim } }])
  return { ...standing(now), progress: now.report?.progress ?? Percent.parse(0), byMember: new Map(alone), status: 'open' }
}

/** What was last said to stand in the way, where nothing said since that it does not. Looked for from the end: nobody reads a whole history for one more word. */
function obstacleIn({ report, earlier = [] }: Voice): Assignment['obstacle'] {
  const speaks = ({ state, problem, done }: Report): boolean => problem !== undefined || (state === 'normal' && (done ?? '').trim() !== '')
  const last = report !== undefined && speaks(report) ? report : earlier.findLast((version) => version.ended === 'followed' && speaks(version))
  return last?.problem === undefined ? undefined : { words: last.problem, on: last.on }
}

/** What became of a claim, apart from what was said. */
export function closingOf(now: Assignment): Closing {
  switch (now.status) {
    case 'open':
      return { status: 'open', ...present({ returned: now.returned, withdrawn: now.withdrawn }) }
    case 'claimed':
      return { status: 'claimed', claim: now.claim }
    case 'accepted':
      return { status: 'accepted', acceptedOn: now.acceptedOn, claimedOn: now.claimedOn, claim: now.claim }
  }
}

/** With another voice in the place of its own, and what follows from it. */
function withVoice(now: Assignment, voice: Voice): Assignment {
  if (voice.report === now.report) return { ...silent(now), ...voice, ...closingOf(now) }
  const obstacle = obstacleIn(voice)
  return { ...without(silent(now), 'obstacle'), ...voice, ...closingOf(now), progress: voice.report?.progress ?? Percent.parse(0), ...present({ obstacle }) }
}

/** The part itself: without what was said of it, and what became of that. */
export const silent = ({ task, unit, part, progress, byMember, nudges, nudgesInRow, inferred, from, obstacle, nudgedAt, nudgedOn, nudgedBy, nudgedUrgently }: Assignment): Omit<Standing, keyof Voice> => ({
  task, unit, part, progress, byMember, nudges, ...present({ inferred, from, obstacle, nudgesInRow, nudgedAt, nudgedOn, nudgedBy, nudgedUrgently }),
})

const standing = (now: Assignment): Standing => ({ ...silent(now), ...voiceIn(now) })
