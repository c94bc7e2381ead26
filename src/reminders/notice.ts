// What a person must be told once. The key is made from what it is about, so the same thing has the same key for ever.
import { z } from 'zod'
import { Day, Instant } from '#src/calendar/day.ts'
import { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { handInSteps } from './policy.ts'

/** A key is what was told: it is kept, and compared. */
export const longestKey = 180
const base = { key: z.string().min(1).max(longestKey), to: PersonId, plan: PlanId }
const ofAssignment = { ...base, task: TaskNo, unit: UnitId }
/** 稍后提醒: the day on which this person asked to be reminded. */
const snoozedTo = Day.optional()

/** `mark`: working days before the due date the notice stands for; `workingDaysLeft`: as of the day it was made. */
export const DueSoon = z.object({ ...ofAssignment, kind: z.literal('due-soon'), due: Day, mark: z.number().int(), workingDaysLeft: z.number().int(), snoozedTo })
export const Overdue = z.object({ ...ofAssignment, kind: z.literal('overdue'), due: Day, workingDaysOver: z.number().int() })
/** The default duty of a task without a date: a progress report each quarter. `quarter` is 2026Q3. */
export const ProgressDue = z.object({ ...ofAssignment, kind: z.literal('progress-due'), quarter: z.string(), due: Day, workingDaysLeft: z.number().int(), snoozedTo })
/** Asked in a round that a secretary opened; `round` is n1, or n1/2026-07 of one that repeats. */
export const RoundDue = z.object({ ...ofAssignment, kind: z.literal('round-due'), round: z.string(), due: Day, workingDaysLeft: z.number().int(), snoozedTo })
/** To a secretary, when a round opens: who has answered, drawn again as reports come in. */
export const RoundWatch = z.object({ ...base, kind: z.literal('round-watch'), round: z.string() })
/** An approved milestone of a task without a date, by its day; as a date, before and after. */
export const MilestoneDue = z.object({ ...ofAssignment, kind: z.literal('milestone-due'), year: z.number().int(), due: Day, workingDaysLeft: z.number().int(), snoozedTo })
export const MilestoneOverdue = z.object({ ...ofAssignment, kind: z.literal('milestone-overdue'), year: z.number().int(), due: Day, workingDaysOver: z.number().int() })
/** A year's milestones of all of a person's tasks are asked for, once. */
export const MilestonesAsked = z.object({ ...base, kind: z.literal('milestones-asked'), year: z.number().int() })
/** Proposed: to the secretary, all in one line. */
export const MilestonesWaiting = z.object({ ...base, kind: z.literal('milestones-waiting'), task: TaskNo, year: z.number().int(), proposedAt: Instant })
const ofProposal = { ...ofAssignment, year: z.number().int(), proposedAt: Instant }
export const MilestonesApproved = z.object({ ...ofProposal, kind: z.literal('milestones-approved') })
export const MilestonesReturned = z.object({ ...ofProposal, kind: z.literal('milestones-returned') })
export const OccurrenceDue = z.object({ ...base, kind: z.literal('occurrence-due'), occurrence: z.string(), unit: UnitId, due: Day, workingDaysLeft: z.number().int(), step: z.enum(handInSteps).optional() })
/** The first message to one of a unit's people: which plan, how many items, the next one. */
export const HandedOut = z.object({ ...base, unit: UnitId, kind: z.literal('handed-out') })
/** `on`: the day of the chase. `urgent`: 加急, and why. */
export const Nudged = z.object({ ...ofAssignment, kind: z.literal('nudged'), on: Day.optional(), urgent: z.string().optional() })
/** `member`: of a group's, the one concerned. */
export const Returned = z.object({ ...ofAssignment, member: UnitId.optional(), kind: z.literal('returned') })
export const ClaimWaiting = z.object({ ...ofAssignment, member: UnitId.optional(), kind: z.literal('claim-waiting') })
/** A body must still meet in a window: to the secretary, with the clause. */
export const CadenceOpen = z.object({ ...base, kind: z.literal('cadence-open'), body: z.string(), cadence: z.string(), window: z.string(), closes: Day, workingDaysLeft: z.number().int() })
const ofMeeting = { ...base, meeting: z.string() }
/** To a sitting: to everybody who holds a seat, once for every time it is called or changed. `changes`: how often it was. `after`: only to whom one of these was told. `last`: how often it had been when they were told of it before; -1 where they were not. */
export const MeetingInvited = z.object({ ...ofMeeting, kind: z.literal('meeting-invited'), changes: z.number().int().min(0), last: z.number().int().min(-1).optional(), after: z.array(z.string()).optional() })
/** It is tomorrow, on the next working day: to whoever said nothing, or comes. */
export const MeetingAhead = z.object({ ...ofMeeting, kind: z.literal('meeting-ahead'), changes: z.number().int().min(0), workingDaysLeft: z.number().int() })
/** It is today: to the secretary, who sees to it. */
export const MeetingToday = z.object({ ...ofMeeting, kind: z.literal('meeting-today'), changes: z.number().int().min(0) })
/** It is called off: to whoever was asked to it. `after`: one of the invitations that must have been told. `unseated`: they have no seat in its body any more, and need not come. */
export const MeetingOff = z.object({ ...ofMeeting, kind: z.literal('meeting-off'), after: z.array(z.string()), unseated: z.literal(true).optional() })
/** To a secretary, once a sitting is called: who comes, drawn again as answers come in. */
export const MeetingWatch = z.object({ ...ofMeeting, kind: z.literal('meeting-watch') })
/** A scheduled meeting's time has passed: was it held? `changes`: how often it had been changed, where it was. */
export const MeetingPassed = z.object({ ...ofMeeting, kind: z.literal('meeting-passed'), changes: z.number().int().min(1).optional() })
/** An item that was asked of another's body has no answer on record. */
export const RequestWaits = z.object({ ...base, kind: z.literal('request-waits'), request: z.string(), workingDaysOver: z.number().int() })
/** `toldOf`: days of the review, of one of which they must have been told, or this one says nothing. */
const ofReview = { ...base, review: z.string(), unit: UnitId, toldOf: z.array(Day).optional() }
/** `earlier`: days on which it was to be before it was moved. */
export const ReviewAhead = z.object({ ...ofReview, earlier: z.array(Day).optional(), kind: z.literal('review-ahead'), day: Day, workingDaysLeft: z.number().int() })
/** It is today, or was on the day off before: to the secretary, who runs it. */
export const ReviewToday = z.object({ ...base, kind: z.literal('review-today'), review: z.string(), day: Day, workingDaysOver: z.number().int().optional() })
/** 周一简报, to whoever wants it, because of a plan: all of a week's are one message. `week`: its Monday. */
export const WeeklyBrief = z.object({ ...base, kind: z.literal('weekly-brief'), week: Day })
/** A plan was issued again: what changed for a unit. `amendment` is the text's id, s2. */
export const Amended = z.object({ ...base, unit: UnitId, kind: z.literal('amended'), amendment: z.string() })
/** A review was called off: to whoever was told of it. */
export const ReviewOff = z.object({ ...ofReview, kind: z.literal('review-off') })
/** The minutes of a sitting were issued: to whoever sits in its body. */
export const MinutesIssued = z.object({ ...ofMeeting, kind: z.literal('minutes-issued') })
/** A sitting was held and its minutes are not out: to the secretary. */
export const MinutesWait = z.object({ ...ofMeeting, kind: z.literal('minutes-wait') })
/** All that a review wanted put right is done or past its date: to the secretary. */
export const LookBackDue = z.object({ ...base, kind: z.literal('look-back-due'), review: z.string() })
/** A task that an amendment no longer has was withdrawn. */
export const Withdrawn = z.object({ ...ofAssignment, kind: z.literal('withdrawn') })
/** Somebody is away from day to day: to the deputy, and to themselves where another arranged it. */
export const StandingIn = z.object({ ...base, kind: z.literal('standing-in'), person: PersonId, from: Day, until: Day })
/** An item was handed to an 承办人. `member`: of a group's, the one that speaks. */
export const ItemHanded = z.object({ ...ofAssignment, member: UnitId.optional(), kind: z.literal('item-handed') })
/** Another unit's open work went on to theirs. */
export const UnitTakenOver = z.object({ ...base, kind: z.literal('unit-taken-over'), unit: UnitId })
/** Another's units are theirs now. `handover` is the directory's, h1. */
export const TakenOver = z.object({ ...base, kind: z.literal('taken-over'), handover: z.string() })
/** What was theirs is another's now: to who handed it over. */
export const GoneOver = z.object({ ...base, kind: z.literal('gone-over'), handover: z.string() })
/** `part`: whose assignment it is; `speaker`: whose word, which is a member's where the part is a group's. */
const ofVoice = { ...base, task: TaskNo, part: UnitId, speaker: UnitId }
const what = z.enum(['extension', 'objection', 'part-question'])
/** What a unit asked waits for a ruling: to the secretary, all in one line. */
export const PetitionWaits = z.object({ ...ofVoice, kind: z.literal('petition-waits'), what, askedAt: Instant })
/** A completion, or a year's milestones, not reviewed within the reviewer's own time: to the secretary, all in one line. */
export const ReviewOverdue = z.object({ ...ofVoice, kind: z.literal('review-overdue'), waits: z.enum(['claim', 'milestones']), askedAt: Instant, workingDaysOver: z.number().int() })
/** Two units of a task name each other, or one says who has to help: to the secretary alone. Without `other` nobody is named. */
export const CoordinationWaits = z.object({ ...base, kind: z.literal('coordination-waits'), task: TaskNo, one: UnitId, other: UnitId.optional(), since: Instant })
/** What was asked is ruled on: to whoever asked. */
export const Ruled = z.object({ ...ofVoice, kind: z.literal('ruled'), what, askedAt: Instant })
/** A completion was agreed to: to whoever claimed it. */
export const Accepted = z.object({ ...ofVoice, kind: z.literal('accepted'), claimedAt: Instant })
/** What was asked waits no more, and nobody ruled on it: to whoever asked. */
export const Ended = z.object({ ...ofVoice, kind: z.literal('ended'), what: z.enum(['extension', 'objection', 'part-question', 'claim', 'milestones']), askedAt: Instant })
/** A part is theirs now: to the unit that takes it. */
export const PartReceived = z.object({ ...ofVoice, kind: z.literal('part-received'), from: UnitId })
/** Another unit leads a task: to both. `at`: of the act. */
export const LeadNamed = z.object({ ...ofVoice, kind: z.literal('lead-named'), at: Instant })
/** A secretary bound, moved or corrected a task's date: to whoever answers for it. */
export const DueSet = z.object({ ...ofVoice, kind: z.literal('due-set'), at: Instant })
/** The course of a task changed for those who are asked about it. `after`: the notice that must have been told before, or this one says nothing. */
export const CourseChanged = z.object({ ...ofVoice, kind: z.literal('course-changed'), course: z.enum(['paused', 'resumed']), on: Day, after: z.string().optional() })
/** The day on which a pause was to be looked at again has come: to the secretary. */
export const PauseEnds = z.object({ ...base, task: TaskNo, kind: z.literal('pause-ends'), until: Day })
/** Long overdue: whether the leader in charge is told is the secretary's to say, all in one line. */
export const LeaderNoteWaits = z.object({ ...base, task: TaskNo, kind: z.literal('leader-note-waits'), due: Day })
/** Long overdue: to the leader in charge, where the plan's setting says so. */
export const LeaderByItself = z.object({ ...base, task: TaskNo, kind: z.literal('leader-by-itself'), due: Day })
/** What a secretary tells a leader of a task that is long overdue. */
export const LeaderTold = z.object({ ...base, task: TaskNo, kind: z.literal('leader-told'), at: Instant, due: Day })
/** 批示、交办: to every unit of it, at once. */
export const Instructed = z.object({ ...ofAssignment, kind: z.literal('instructed') })
/** A spoken instruction was recorded: to the leader whose it is said to be. */
export const InstructionSpoken = z.object({ ...base, task: TaskNo, kind: z.literal('instruction-spoken') })
/** It was never given: to whoever recorded it. */
export const InstructionDisowned = z.object({ ...base, task: TaskNo, kind: z.literal('instruction-disowned') })
/** A matter between units went up: to the leader who is to decide it. `at`: of the act. */
export const CoordinationUp = z.object({ ...base, task: TaskNo, kind: z.literal('coordination-up'), at: Instant })
/** A leader wants a meeting held about it: to the secretary. `at`: when it went up. */
export const CoordinationDecided = z.object({ ...base, task: TaskNo, kind: z.literal('coordination-decided'), at: Instant })
/** 代录: an answer was recorded for a unit, which can say that it is not so. */
export const RecordedFor = z.object({ ...ofVoice, kind: z.literal('recorded-for'), at: Instant })
/** What was submitted waits for whoever receives it; `member` submitted it, of a group that owes it. */
export const SubmissionWaits = z.object({ ...base, kind: z.literal('submission-waits'), occurrence: z.string(), member: UnitId.optional(), receiver: UnitId, on: Day })
/** What was submitted came back, with a reason: to whoever owes it; `member`: of a group that owes it, who submitted it. */
export const SubmissionReturned = z.object({ ...base, kind: z.literal('submission-returned'), occurrence: z.string(), member: UnitId.optional(), at: Instant })
/** A unit that owes something has nobody to ask: to the secretary. */
export const Uncontacted = z.object({ ...base, kind: z.literal('uncontacted'), unit: UnitId })

export const Notice = z.discriminatedUnion('kind', [
  DueSoon, Overdue, ProgressDue, OccurrenceDue, HandedOut, Nudged, Returned, ClaimWaiting, CadenceOpen, MeetingInvited, MeetingAhead, MeetingToday, MeetingOff, MeetingWatch, MeetingPassed, MinutesIssued, MinutesWait, RequestWaits, ReviewAhead, ReviewOff, ReviewToday, LookBackDue, Uncontacted, Amended, Withdrawn,
  StandingIn, TakenOver, GoneOver, ItemHanded, UnitTakenOver,
  PetitionWaits, ReviewOverdue, CoordinationWaits, Ruled, Accepted, Ended, PartReceived, LeadNamed, DueSet, CourseChanged, PauseEnds, RecordedFor, LeaderNoteWaits, LeaderByItself, LeaderTold,
  RoundDue, RoundWatch, SubmissionWaits, SubmissionReturned,
  Instructed, InstructionSpoken, InstructionDisowned, CoordinationUp, CoordinationDecided,
  MilestoneDue, MilestoneOverdue, MilestonesAsked, MilestonesWaiting, MilestonesApproved, MilestonesReturned,
  WeeklyBrief,
])
export type Notice = z.infer<typeof Notice>

/** One message to one person: a working day's digest, or one prompt that need not wait for it. */
export type Parcel = { key: string; to: PersonId; notices: Notice[] }

/** A parcel's message as it was sent: the notices in it and when, so that it can be drawn again. */
export const Sent = z.object({ key: z.string(), to: PersonId, notices: z.array(Notice), conversation: z.string(), ts: z.string(), at: Instant })
export type Sent = z.infer<typeof Sent>
