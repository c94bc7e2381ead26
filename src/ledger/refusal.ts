// Why the ledger said no: a code, and the facts a person needs to act on it. templates/refusal.ts has words for every one.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { HolidayProblem } from '#src/calendar/holiday-notice.ts'
import type { Permission } from '#src/directory/permissions.ts'
import type { PetitionKind } from './petition-kind.ts'
import type { Actor } from './stamp.ts'
import type { Setting } from './policy.ts'
import type { ReviewKind } from './review.ts'
import type { Percent, PersonId, PlanId, TaskNo, UnitId } from './ids.ts'

export type Refusal =
  | { code: 'plan-unknown'; asked: string; plans: PlanId[] }
  /** Of a summary: no plan, unit, section or leader. `near`: names of such; `own`: the asker has fields of charge, or their leader. */
  | { code: 'scope-unknown'; asked: string; near: string[]; own: boolean }
  | { code: 'scope-empty'; asked: string }
  | { code: 'plan-none' }
  | { code: 'plan-exists'; plan: PlanId }
  | { code: 'plan-handed-out'; on: Day }
  | { code: 'plan-not-handed-out' }
  | { code: 'plan-archived'; on: Day; reason: string }
  | { code: 'plan-not-archived' }
  | { code: 'own-days-off-known' }
  | { code: 'own-days-off-none' }
  | { code: 'own-days-off-long'; days: number; limit: number }
  | { code: 'own-days-off-no-working-day' }
  /** The text of a plan that was put away comes again. */
  | { code: 'plan-exists-archived'; plan: PlanId; title: string; on: Day }
  /** A number of the reminder policy that may not be: `least` and `most` are its bounds. */
  | { code: 'setting-outside'; setting: Setting; given: string; least: string; most: string }
  /** No number that was written can be read out of it. */
  | { code: 'setting-unclear'; setting: Setting; given: string }
  /** No setting is called so. */
  | { code: 'setting-unknown'; asked: string }
  /** `given`: so many marks. */
  | { code: 'setting-marks'; setting: Setting; given: number; atMost: number }
  /** `minutes`: so long before the quiet hours it has to begin. */
  | { code: 'digest-in-quiet'; digestFrom: string; quietUntil: string; quietFrom: string; minutes: number }
  | { code: 'milestones-asked-never'; after: number; until: number }
  | { code: 'policy-unchanged' }
  /** Somebody has set other numbers than those that were looked at. */
  | { code: 'policy-changed'; on: Day; by: Actor }
  | { code: 'task-unknown'; asked: string; tasks: number }
  | { code: 'task-in-several-plans'; asked: number; plans: { id: PlanId; title: string; task: string }[] }
  | { code: 'unit-unknown'; asked: string }
  | { code: 'unit-not-on-task'; task: TaskNo; units: UnitId[]; /** Of which it was said, where that is not the asker's own. */ named?: UnitId }
  /** Whom a unit names in its place answers for the task as it is. */
  | { code: 'unit-leads-already'; task: TaskNo; unit: UnitId }
  /** A group and one of its members are not one unit. */
  | { code: 'unit-in-group'; unit: UnitId; other: UnitId }
  | { code: 'person-unknown'; asked: string }
  | { code: 'person-known'; name: string }
  /** Who is meant, or what they are called, was left out. */
  | { code: 'person-unclear'; asked: string }
  /** No role is called so. */
  | { code: 'role-unknown'; asked: string }
  /** Fields of charge are a leader's. */
  | { code: 'person-no-leader'; name: string }
  /** 周一简报 is the leader's screen. */
  | { code: 'brief-for-leaders' }
  | { code: 'telephone-unclear'; asked: string }
  /** A pasted 放假安排 that cannot be gone by. */
  | { code: 'holiday-notice-unclear'; problem: HolidayProblem }
  | { code: 'last-admin'; name: string }
  | { code: 'not-permitted'; permission: Permission }
  /** The unit of a message is not the asker's any more: who answers for it now. */
  | { code: 'no-longer-yours'; unit: UnitId; now: PersonId[] }
  /** Whose days as a deputy are over. */
  | { code: 'no-longer-deputy'; person: PersonId; until: Day; unit: UnitId; now: PersonId[] }
  /** The asker handles other items of the unit: who answers for this one, and who can hand it to them. */
  | { code: 'not-handed-to-you'; task: TaskNo; unit: UnitId; now: PersonId[]; hands: PersonId[] }
  | { code: 'days-reversed'; from: Day; until: Day }
  /** Who holds no post of any unit is asked for nothing. */
  | { code: 'nothing-to-cover'; name: string }
  | { code: 'absence-overlaps'; name: string; from: Day; until: Day }
  | { code: 'absence-none'; name: string }
  /** Without a deputy nobody else of the unit could be asked. */
  | { code: 'nobody-stands-in'; name: string; unit: UnitId }
  | { code: 'deputy-self'; name: string }
  | { code: 'deputy-no-account'; name: string }
  | { code: 'deputy-away'; name: string; from: Day; until: Day }
  /** An account that is not registered, and no name for it. */
  | { code: 'handler-nameless' }
  | { code: 'handler-elsewhere'; name: string; units: readonly UnitId[] }
  | { code: 'unit-name-taken'; name: string; unit: UnitId }
  | { code: 'unit-is-group'; unit: UnitId }
  | { code: 'succession-self'; unit: UnitId }
  | { code: 'succession-planned'; unit: UnitId; to: UnitId; on: Day }
  | { code: 'handover-self'; name: string }
  | { code: 'nothing-to-hand-over'; name: string }
  | { code: 'assignment-closed'; closedOn: Day }
  | { code: 'assignment-claimed'; claimedOn: Day; by: Actor }
  /** `before`: what became of the last one, where there was one. */
  | { code: 'assignment-not-claimed'; task: TaskNo; before?: { how: 'accepted' | 'returned' | 'withdrawn'; on: Day } }
  /** Another claim waits than the one that was looked at. */
  | { code: 'claim-changed'; task: TaskNo; claimedOn: Day; by: Actor }
  | { code: 'already-answered'; at: Instant; by: Actor; progress?: Percent; state: 'normal' | 'difficulty' | 'blocked' }
  | { code: 'progress-falls'; from: Percent; to: Percent }
  | { code: 'reason-missing' }
  | { code: 'day-past'; day: Day; today: Day }
  /** `from`, `to`: the years of the plan, and those beside them. */
  | { code: 'day-out-of-years'; day: Day; from: number; to: number }
  /** Nobody can have said it yet. */
  | { code: 'day-ahead'; day: Day; today: Day }
  /** The words name a day that no calendar has (6月31日); `lastDay` is the last real one of that month. */
  | { code: 'day-unreal'; asked: string; lastDay?: Day; /** A day that has been is wanted. */ meant?: 'past' }
  | { code: 'day-unclear'; asked: string; /** A day that has been is wanted. */ meant?: 'past' }
  | { code: 'nudged-already'; on: Day }
  /** One of its kind waits for the secretary; is not there; was ruled on; is another than the one that was looked at. */
  | { code: 'petition-waits'; what: PetitionKind; on: Day; by: Actor }
  | { code: 'petition-none'; what: PetitionKind; task: TaskNo }
  | { code: 'petition-ruled'; what: PetitionKind; task: TaskNo; granted: boolean; on: Day; by: Actor }
  | { code: 'petition-changed'; what: PetitionKind; task: TaskNo; on: Day; by: Actor }
  /** Without a date of its own there is none to move. */
  | { code: 'no-date-to-extend'; task: TaskNo }
  /** A unit that only helps moves nobody's date. */
  | { code: 'extension-of-lead'; task: TaskNo; lead: UnitId }
  | { code: 'extension-not-later'; due: Day; day: Day }
  /** \`day\`: the one the secretary gave. */
  | { code: 'granted-not-later'; due: Day; day: Day }
  /** A part that is not the unit's is somebody's: who has it? */
  | { code: 'successor-missing'; task: TaskNo; unit: UnitId }
  | { code: 'evidence-full'; task: TaskNo; most: number }
  | { code: 'nothing-to-correct'; task: TaskNo }
  /** `reportedOn`: when the unit itself reported last. */
  | { code: 'not-recorded-for'; task: TaskNo; reportedOn?: Day }
  | { code: 'nothing-to-undo' }
  /** `acts`: what was done, by its events, and on which tasks. */
  | { code: 'undo-late'; minutes: number; acts: readonly string[]; tasks: readonly TaskNo[] }
  /** The last thing that was done was a taking back, of `acts`. */
  | { code: 'undone-already'; acts: readonly string[]; tasks: readonly TaskNo[] }
  /** The person's last act is not the one that is meant; is one that has no taking back. */
  | { code: 'undo-not-last'; acts: readonly string[]; tasks: readonly TaskNo[] }
  | { code: 'undo-final'; acts: readonly string[]; tasks: readonly TaskNo[] }
  | { code: 'remark-stays'; tasks: readonly TaskNo[]; before?: { acts: readonly string[]; tasks: readonly TaskNo[] } }
  /** Something else has happened to it since. */
  | { code: 'undo-overtaken'; acts: readonly string[]; tasks: readonly TaskNo[] }
  | { code: 'task-paused'; task: TaskNo; on: Day; reason: string }
  | { code: 'task-not-paused'; task: TaskNo }
  | { code: 'task-struck-off'; task: TaskNo; on: Day }
  /** These have not been accepted as done. */
  | { code: 'task-not-done'; task: TaskNo; units: UnitId[] }
  | { code: 'task-done'; task: TaskNo }
  | { code: 'coordinated-already'; task: TaskNo; on: Day }
  /** No two of its units name each other. */
  | { code: 'coordination-none'; task: TaskNo }
  | { code: 'hand-up-nothing'; task: TaskNo }
  /** The leader was told of this date, or it was decided not to. */
  /** A matter went up to a leader, and waits there; it was decided there. */
  | { code: 'coordination-handed-up'; task: TaskNo; on: Day; to: PersonId }
  | { code: 'coordination-decided'; task: TaskNo; on: Day; choice: 'meeting' | 'instruction' }
  | { code: 'instruction-empty' }
  | { code: 'instruction-no-unit' }
  /** The same words of the same person are on the register. */
  | { code: 'instruction-given'; task: TaskNo; on: Day }
  | { code: 'not-an-instruction'; task: TaskNo }
  /** Nobody recorded it for the leader: there is nothing to confirm. */
  | { code: 'instruction-not-spoken'; task: TaskNo }
  | { code: 'instruction-of-another'; task: TaskNo; from: PersonId }
  /** Whoever asks is no leader's aide, or none is registered whose words they could record. */
  | { code: 'instruction-no-leader' }
  | { code: 'leader-note-not-yours'; task: TaskNo }
  | { code: 'leader-note-settled'; task: TaskNo; on: Day; by: Actor }
  /** Not so long overdue, or nothing is asked of it. */
  | { code: 'leader-note-none'; task: TaskNo; after: number }
  | { code: 'leader-none' }
  /** Nothing near is asked of this person in the task: what is overdue, chased or sent back is not put off. */
  | { code: 'nothing-to-snooze'; task: TaskNo }
  /** `latest`: the last working day by the date; `undefined` where that is today. */
  | { code: 'snooze-too-late'; task: TaskNo; latest?: Day }
  | { code: 'nobody-to-ask'; unit: UnitId }
  | { code: 'body-unknown'; asked: string; bodies: string[] }
  | { code: 'meeting-unknown'; asked: string }
  /** `isOthers`: another's body called it. */
  | { code: 'meeting-settled'; state: 'held' | 'not-held' | 'cancelled'; on: Day; isOthers?: true }
  /** There is none of one that is over or off, and none of ours of what others call; `others-off`: and our item was not taken up there. */
  | { code: 'notice-none'; of: 'held' | 'not-held' | 'cancelled' | 'others' | 'others-off'; on: Day }
  /** One of the body's on that day and hour is called already. */
  | { code: 'meeting-scheduled'; day: Day }
  /** Somebody else changed it while the form was open. */
  | { code: 'meeting-changed'; by: Actor; at: Instant }
  /** Somebody else arranged it meanwhile. */
  | { code: 'agenda-arranged'; by: Actor; at: Instant }
  /** `text`: the item that has no room. `withStruck`: those that were struck off count too. */
  | { code: 'agenda-full'; text: string; most: number; withStruck: boolean }
  /** Of those who sat in on a sitting. */
  | { code: 'besides-too-many'; names: number; most: number }
  | { code: 'besides-too-long'; name: string; most: number }
  | { code: 'minutes-issued'; on: Day }
  | { code: 'body-exists'; name: string }
  /** Nobody sits in it. */
  | { code: 'body-empty'; name: string }
  | { code: 'body-changed'; name: string; on: Day; by: Actor }
  /** A sitting of ours is called, and it is to be one that others call. */
  | { code: 'body-called'; name: string; meeting: string; day: Day }
  /** It is ours to call: nothing has to be asked. */
  | { code: 'body-convened'; name: string }
  | { code: 'cadence-excused'; on: Day; reason: string }
  | { code: 'cadence-unknown'; name: string }
  | { code: 'series-too-long'; sittings: number; most: number }
  | { code: 'window-unknown'; name: string; window: string }
  | { code: 'seat-unknown'; seat: string }
  | { code: 'topic-missing' }
  | { code: 'request-waits'; on: Day }
  | { code: 'request-unknown'; asked: string }
  /** `on`: when it was asked for. */
  | { code: 'request-later'; day: Day; on: Day }
  | { code: 'request-taken'; day: Day; request: string }
  | { code: 'request-declined'; on: Day; reason: string }
  /** What it counts as was put right by another meanwhile. */
  | { code: 'meeting-resorted'; as: 'special' | 'general' | 'uncounted' | 'any' }
  /** It was said of an item of ours at a sitting that we call ourselves: as not taken up there, or as moved. */
  | { code: 'meeting-ours'; name: string; on: Day; what: 'off' | 'moved' }
  /** No sitting has it yet; without `request` there is none at all. */
  | { code: 'item-not-taken'; request?: string }
  /** `others`: what else is taken up at the same sitting. */
  | { code: 'item-not-alone'; on: Day; others: readonly string[] }
  | { code: 'words-missing' }
  | { code: 'decision-no-unit' }
  | { code: 'decision-made'; task: TaskNo }
  /** The same words stand among its notes: as which of them. */
  | { code: 'decision-noted'; note: number }
  /** `isNotHeld`: it was to be recorded as not held. */
  | { code: 'meeting-ahead'; on: Day; isNotHeld?: true }
  | { code: 'meeting-none-held'; body?: string }
  /** None could be meant: none is ahead; or none is being held, or waits for its minutes. */
  | { code: 'meeting-none'; what: 'ahead' | 'open' }
  | { code: 'review-unknown'; asked: string }
  /** None is ahead that could be meant, or none on the day that was said. */
  | { code: 'review-none'; on?: Day }
  | { code: 'review-closed'; on: Day }
  /** The same, of that kind and on that day, stands already. */
  | { code: 'review-scheduled'; review: string; kind: ReviewKind; day: Day }
  /** `asked`: what was to be looked at. */
  | { code: 'review-empty'; asked?: string }
  /** The plan ends before the next of its days. */
  | { code: 'review-no-days'; until: Day; of?: 'meeting' }
  | { code: 'review-cancelled'; on: Day; reason: string }
  /** Its day has not come. */
  | { code: 'review-ahead'; day: Day }
  | { code: 'review-other-task'; task: TaskNo; tasks: readonly TaskNo[] }
  | { code: 'rectify-no-unit'; task: TaskNo }
  /** What was to be put right was accepted: `task`. */
  | { code: 'rectify-done'; task: TaskNo }
  /** It has a day of its own: no milestones are asked for. */
  | { code: 'task-dated'; task: TaskNo; due: Day }
  | { code: 'milestones-not-yours'; task: TaskNo; units: UnitId[] }
  | { code: 'milestones-year'; year: number; from: number; to: number }
  | { code: 'milestones-missing' }
  | { code: 'milestones-too-many'; found: number; most: number }
  | { code: 'milestone-too-long'; what: string; most: number }
  | { code: 'milestone-outside'; what: string; day: Day; year: number }
  | { code: 'milestone-twice'; what: string }
  | { code: 'milestones-not-proposed'; task: TaskNo; year: number }
  /** Another proposal or list stands than the one that was looked at. */
  | { code: 'milestones-changed'; task: TaskNo; on: Day; by: Actor }
  | { code: 'milestones-not-approved'; task: TaskNo; year: number }
  | { code: 'milestone-unknown'; task: TaskNo; asked: number; most: number }
  | { code: 'milestone-reached'; on: Day; by: Actor }
  /** Typed without a day. */
  | { code: 'milestone-undated'; what: string }
  | { code: 'round-fixed'; round: string; until: Day }
  | { code: 'round-unknown'; asked: string; rounds: string[] }
  | { code: 'round-empty' }
  /** It asks the unit nothing. */
  | { code: 'round-not-asked'; round: string; unit: UnitId; units: UnitId[] }
  /** Nobody could be asked before its last day. */
  | { code: 'round-too-short'; until: Day; earliest: Day }
  | { code: 'round-closed'; round: string; on: Day }
  | { code: 'round-open'; round: string; until: Day }
  /** It cannot go on: its last day is past. */
  | { code: 'round-past'; round: string; until: Day }
  | { code: 'round-published'; round: string; on: Day }
  | { code: 'occurrence-unknown'; asked: string }
  | { code: 'not-debtor'; unit: UnitId; debtors: UnitId[] }
  | { code: 'nothing-to-receive'; asked: string }
  | { code: 'submissions-several'; asked: string; waiting: number }
  | { code: 'occurrence-done'; on: Day; by: Actor }
  /** Its receiver, or a secretary for them, has said that it came. */
  | { code: 'received-already'; on: Day; by: Actor }
  /** The receiver has people here: it is theirs to say that it came. */
  | { code: 'receiver-answers'; unit: UnitId }
  | { code: 'doubt-unknown'; asked: number; open: number }
  /** `doubt`: its number, where another answer can be given. */
  | { code: 'doubt-settled'; answer: string; doubt?: number }
  /** The amendment of that day no longer raises it. */
  | { code: 'doubt-closed'; on: Day }
  /** The text is the plan's already, word for word or in all that counts. */
  | { code: 'amendment-same'; plan: PlanId }
  /** `words`: why whoever gave it took it back; else the text has it no more. */
  | { code: 'task-withdrawn'; task: TaskNo; on: Day; words?: string }
  /** The unit's part ended with the amendment of that day. */
  | { code: 'part-ended'; task: TaskNo; unit: UnitId; on: Day }
  /** Nothing of the task waits to be settled, or not any more. */
  | { code: 'nothing-amended'; task: TaskNo }
  | { code: 'year-unclear'; asked: string }
  | { code: 'rhythm-unclear'; asked: string }
  /** Of a table that was not understood. */
  | { code: 'tasks-unclear'; asked: string }
  /** The table at that line lists tasks that were not read; `where` it was answered. */
  | { code: 'tasks-unread'; line: number; where: 'draft' | 'plan' }
  | { code: 'draft-gone' }
  /** With the answer, tasks would have so many parts of units. */
  | { code: 'answer-too-many'; found: number; limit: number }
  | { code: 'draft-confirmed'; plan: PlanId; as: 'plan' | 'amendment' }
  | { code: 'draft-full'; most: number }
  /** Nothing of the asker's waits for 确认. */
  | { code: 'draft-none' }
  | { code: 'clock-backwards' }
  /** The log cannot be reached and nothing was written. */
  | { code: 'cannot-record' }
  /** What is shown is a day that has passed. */
  | { code: 'past-view' }
