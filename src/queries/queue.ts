// 待审: all that waits for a secretary's decision, over all plans, in one order: completions by the day their review is due, the rest oldest first.
import type { Day, Instant } from '#src/calendar/day.ts'
import { quarterOf } from '#src/calendar/period.ts'
import { keyOf, type Assignment, type Claim } from '#src/ledger/assignment.ts'
import { isClosed } from '#src/ledger/keeping-endings.ts'
import type { Extension } from '#src/ledger/extension.ts'
import type { PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { yearKey, type Proposal } from '#src/ledger/milestone.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Objection } from '#src/ledger/objection.ts'
import type { PartQuestion } from '#src/ledger/part-question.ts'
import { isWaiting } from '#src/ledger/petition.ts'
import type { EarlierReport, Report } from '#src/ledger/report.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { coordinationsOf, type Coordination } from './coordination.ts'
import { isLateReport } from './late-reports.ts'
import { milestonesWaiting } from './milestone-lists.ts'
import { voicesOf, type Speaking } from './voices.ts'
import type { View } from './view.ts'

/** `unit`: the assignment's; `speaker`: who asks. `key` puts it in its place, and finds what comes after it once it is gone. */
type Waits = { key: string; plan: PlanId; task: TaskNo; unit: UnitId; member?: UnitId; speaker: UnitId; at: Instant; on: Day; by: Actor }

export type LateReport = { speaker: UnitId; report: Report }

export type QueueItem = Waits & (
  | { kind: 'claim'; claim: Claim; reviewBy: Day }
  | { kind: 'extension'; extension: Extension }
  | { kind: 'objection'; objection: Objection }
  | { kind: 'part-question'; question: PartQuestion }
  | { kind: 'milestones'; year: number; isPast: boolean; proposal: Proposal; reviewBy: Day }
  | { kind: 'coordination'; coordination: Coordination }
  /** 迟报更正: put right after its round. To be known, not decided. */
  | { kind: 'correction'; report: Report; was: EarlierReport }
  /** 迟报: the words that came after their round's last day, of a group one for each member. To be known. */
  | { kind: 'late-report'; said: readonly LateReport[] }
)
export type QueueKind = QueueItem['kind']
export const queueKinds: readonly QueueKind[] = ['claim', 'extension', 'part-question', 'objection', 'milestones', 'coordination', 'correction', 'late-report']

/** Whether it has to be decided; the others are only to be known. */
export const isToDecide = ({ kind }: Pick<QueueItem, 'kind'>): boolean => kind !== 'correction' && kind !== 'late-report'

export const queue = (views: readonly View[]): QueueItem[] => views.flatMap(waitingIn).toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

/** The one after that place; after the last, none. */
export const nextInQueue = (items: readonly QueueItem[], after: string | undefined): QueueItem | undefined => (after === undefined ? items[0] : items.find(({ key }) => key > after))

type Unplaced = QueueItem extends infer Item ? (Item extends QueueItem ? Omit<Item, 'key'> : never) : never

function waitingIn(view: View): QueueItem[] {
  const { plan } = view
  if (plan.handedOutOn === undefined) return []
  const asked = [...plan.assignments.values()].flatMap((part) => ofPart(view, part))
  const coordination = coordinationsOf(view).flatMap((each): Unplaced[] => each.units.slice(0, 1).map((unit) => ({ kind: 'coordination', plan: plan.id, task: each.task, unit, speaker: unit, at: each.at, on: each.on, by: 'system', coordination: each })))
  const late = [...plan.assignments.values()].flatMap((part) => (plan.tasks.has(part.task) ? ofLate(view, part) : []))
  return [...asked, ...milestonesInQueue(view), ...coordination, ...late].map(placed)
}

/** Of one task: what its units ask, and completions. */
export const waitingOfTask = (view: View, task: TaskNo): QueueItem[] =>
  view.plan.handedOutOn === undefined ? [] : (view.plan.unitsOf.get(task) ?? []).flatMap((unit) => ((part) => (part === undefined ? [] : ofPart(view, part)))(view.plan.assignments.get(keyOf(task, unit)))).map(placed)

const ofPart = (view: View, part: Assignment): Unplaced[] => (view.plan.tasks.has(part.task) ? voicesOf(part).flatMap((speaking) => ofVoice(view, part, speaking)) : [])

type MilestonesWait = Extract<Unplaced, { kind: 'milestones' }>

/** 年度分解 of all tasks, without their place. */
export const milestonesInQueue = (view: View): MilestonesWait[] =>
  milestonesWaiting(view).flatMap(({ number: task, year, isPast }): MilestonesWait[] => {
    const { plan } = view
    const proposed = plan.milestones.get(yearKey(task, year))?.proposed
    return proposed === undefined ? [] : [{ kind: 'milestones', plan: plan.id, task, unit: proposed.unit, speaker: proposed.unit, at: proposed.at, on: proposed.on, by: proposed.by, year, isPast, proposal: proposed, reviewBy: reviewBy(view, proposed.on) }]
  })

/** The reviewer's own clock, from the day it was asked. */
export const reviewBy = ({ plan, calendar }: Pick<View, 'plan' | 'calendar'>, on: Day): Day => calendar.addWorkingDays(calendar.lastWorkingDayBy(on), policyOf(plan).reviewWithin)

function ofVoice(view: View, part: Assignment, { member, standing }: Speaking): Unplaced[] {
  const { plan, calendar, today } = view
  const found = plan.tasks.get(part.task)
  const of = { plan: plan.id, task: part.task, unit: part.unit, speaker: member ?? part.unit, ...(member === undefined ? {} : { member }) }
  const asked = ({ at, on, by }: { at: Instant; on: Day; by: Actor }): Omit<Waits, 'key'> => ({ ...of, at, on, by })
  const { claim, extension, objection, question, report, earlier = [] } = standing
  const over = found !== undefined && isClosed(found, part, standing)
  const was = earlier.findLast(({ ended }) => ended === 'corrected')
  return [
    ...(claim === undefined || over ? [] : [{ kind: 'claim' as const, ...asked(claim), claim, reviewBy: reviewBy(view, claim.on) }]),
    ...(isWaiting(extension) && !over ? [{ kind: 'extension' as const, ...asked(extension), extension }] : []),
    ...(isWaiting(question) && !over ? [{ kind: 'part-question' as const, ...asked(question), question }] : []),
    ...(isWaiting(objection) ? [{ kind: 'objection' as const, ...asked(objection), objection }] : []),
    ...(report?.correctedOn === undefined || was === undefined || quarterOf(report.on).to >= report.correctedOn || calendar.workingDaysUntil(today, report.correctedOn) > policyOf(plan).ruledTold
      ? [] : [{ kind: 'correction' as const, ...asked(report), on: report.correctedOn, report, was }]),
  ]
}

/** While it is news, all of a part together. */
function ofLate(view: View, part: Assignment): Unplaced[] {
  const said = voicesOf(part).flatMap(({ member, standing: { report } }): LateReport[] => {
    const speaker = member ?? part.unit
    const isNews = report !== undefined && view.calendar.workingDaysUntil(view.today, report.on) <= policyOf(view.plan).ruledTold
    return isNews && isLateReport(view, part, speaker, report) ? [{ speaker, report }] : []
  }).toSorted((a, b) => (a.report.at < b.report.at ? 1 : -1))
  const [last] = said
  return last === undefined ? [] : [{ kind: 'late-report', plan: view.plan.id, task: part.task, unit: part.unit, speaker: part.unit, at: last.report.at, on: last.report.on, by: last.report.by, said }]
}

/** Completions, then what else is asked, then what is only to be known. */
function placed(item: Unplaced): QueueItem {
  const rank = item.kind === 'claim' ? 0 : !isToDecide(item) ? 2 : 1
  const first = item.kind === 'claim' ? `${item.reviewBy}/${item.at}` : item.at
  return { ...item, key: [rank, first, item.plan, item.task, item.speaker, item.unit, item.kind].join('/') }
}

/** How many of each kind; nothing for those that are none. */
export const queueCounts = (items: readonly QueueItem[]): { kind: QueueKind; count: number }[] =>
  queueKinds.map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length })).filter(({ count }) => count > 0)
