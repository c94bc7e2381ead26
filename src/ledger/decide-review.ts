// 督查、调度、回头看, decided: scheduled, moved or called off; what is found of each task; closed. What has to be put right becomes a task of the plan.
import type { Day } from '#src/calendar/day.ts'
import { nextAddedSource, type TaskAdded } from './added-task.ts'
import { lastTaskNo } from './amend-changes.ts'
import { answerersOf } from './answerers.ts'
import { keyOf } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { ReviewId, TaskNo, type UnitId } from './ids.ts'
import type { PlanState } from './plan-state.ts'
import { judgedOf, restOf, sameReview, type Judged, type Review, type ReviewEvent, type ReviewKind, type ReviewScope } from './review.ts'
import { mostInSeries } from './series.ts'
import type { Stamp } from './stamp.ts'
import type { TaskUnit } from './task.ts'
import { outsideYears } from './years-of-plan.ts'

/** `words`: of what was found, and may be left out only where all is as it was said. `hash`: of the words of what has to be put right. */
export type Finding =
  | { outcome: 'confirmed' | 'discrepant'; words: string }
  | { outcome: 'rectify'; words: string; section: string; title: string; hash: string; units: readonly TaskUnit[]; day: Day }

/** `later`: the other days of a series. `comesBack`: it is of a series, also where one day is left of it; `joins`: of that one, which stands already. `asked`: how its tasks were named. `rest`: all of its series that come after it too. `tasks` of one that is closed, `looksAt` of one that is run: what it looks at, of one with a scope. `instead`: what its units are told of what was to be put right, where it is judged otherwise now. */
export type ReviewIntent =
  | { type: 'schedule-review'; kind: ReviewKind; day: Day; tasks: TaskNo[]; units: UnitId[]; prepare: string; place?: string; scope?: ReviewScope; asked?: ReviewScope; later?: Day[]; comesBack?: boolean; joins?: string }
  | { type: 'move-review'; review: string; day: Day; reason: string; place?: string }
  | { type: 'cancel-review'; review: string; reason: string; rest?: boolean }
  | { type: 'judge-review-item'; review: string; task: TaskNo; unit: UnitId; finding: Finding; instead: string; looksAt?: TaskNo[] }
  | { type: 'close-review'; review: string; outcome: string; tasks?: TaskNo[] }

type Of<Type extends ReviewIntent['type']> = Extract<ReviewIntent, { type: Type }>

export function decideReview(plan: PlanState, intent: ReviewIntent, stamp: Stamp): Decision<ReviewEvent | TaskAdded> {
  if (intent.type === 'schedule-review') return decideSchedule(plan, intent, stamp)
  const review = plan.reviews.get(intent.review)
  if (review === undefined) return refuse({ code: 'review-unknown', asked: intent.review })
  if (review.status === 'closed') return refuse({ code: 'review-closed', on: review.closedOn })
  if (review.status === 'cancelled') return refuse({ code: 'review-cancelled', on: review.cancelledOn, reason: review.reason })
  switch (intent.type) {
    case 'close-review':
      return decideClosed(review, intent, stamp)
    case 'cancel-review':
      return decideCancelled(plan, review, intent)
    case 'move-review':
      return decideMoved(plan, review, intent, stamp)
    case 'judge-review-item':
      return decideJudged(plan, review, intent, stamp)
  }
}

function decideSchedule(plan: PlanState, { kind, day, tasks, units, prepare, place, scope, asked, later = [], comesBack = false, joins }: Of<'schedule-review'>, { on: today }: Stamp): Decision<ReviewEvent> {
  // It tells the units what to prepare: nobody is told of a plan before it is handed out.
  if (plan.handedOutOn === undefined) return refuse({ code: 'plan-not-handed-out' })
  const unknown = tasks.find((task) => !plan.tasks.has(task))
  if (unknown !== undefined) return refuse({ code: 'task-unknown', asked: String(unknown), tasks: lastTaskNo(plan) })
  if (tasks.length === 0 && scope === undefined) return refuse({ code: 'review-empty' })
  const days = [...new Set([day, ...later])].toSorted()
  if (days.length > mostInSeries) return refuse({ code: 'series-too-long', sittings: days.length, most: mostInSeries })
  const past = days.find((each) => each < today)
  if (past !== undefined) return refuse({ code: 'day-past', day: past, today })
  const far = days.flatMap((each) => outsideYears(plan, each, today) ?? [])[0]
  if (far !== undefined) return far
  const [stands] = days.flatMap((each) => sameReview(plan.reviews.values(), { kind, day: each, tasks, ...present({ scope, asked }) }) ?? [])
  if (stands !== undefined) return scheduledAlready(stands)
  const idOf = (at: number): string => `r${plan.reviews.size + 1 + at}`
  const what = scope === undefined ? { tasks, units } : { tasks: [], units: [] }
  const standing = [...plan.reviews.values()].find(({ series }) => series !== undefined && series === joins)?.series
  const besides = present({ place, scope, series: standing ?? (comesBack || days.length > 1 ? idOf(0) : undefined) })
  return accept(...days.map((each, at): ReviewEvent => ({ type: 'review-scheduled', review: idOf(at), kind, day: each, ...what, prepare, ...besides })))
}

/** Pressed or typed twice. */
const scheduledAlready = ({ id: review, kind, day }: Review): ReturnType<typeof refuse> => refuse({ code: 'review-scheduled', review, kind, day })

function decideClosed(review: Review, { outcome, tasks }: Of<'close-review'>, { on: today }: Stamp): Decision<ReviewEvent> {
  if (review.day > today) return refuse({ code: 'review-ahead', day: review.day })
  return outcome.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'review-closed', review: review.id, outcome, ...present({ tasks: review.scope === undefined ? undefined : tasks }) })
}

function decideCancelled(plan: PlanState, review: Review, { reason, rest = false }: Of<'cancel-review'>): Decision<ReviewEvent> {
  if (reason.trim() === '') return refuse({ code: 'reason-missing' })
  const meant = rest ? restOf(plan.reviews.values(), review) : [review]
  return accept(...meant.map(({ id }): ReviewEvent => ({ type: 'review-cancelled', review: id, reason })))
}

function decideMoved(plan: PlanState, review: Review, { day, reason, place }: Of<'move-review'>, { on: today }: Stamp): Decision<ReviewEvent> {
  // Another hour of the same day is told once more, as another day is.
  if (day === review.day && (place === undefined || place === (review.place ?? ''))) return accept()
  if (day < today) return refuse({ code: 'day-past', day, today })
  const far = outsideYears(plan, day, today)
  if (far !== undefined) return far
  const same = sameReview([...plan.reviews.values()].filter(({ id }) => id !== review.id), { ...review, day })
  if (same !== undefined) return scheduledAlready(same)
  return reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'review-moved', review: review.id, day, reason, ...present({ place }) })
}

function decideJudged(plan: PlanState, review: Review, { task, unit, finding, instead, looksAt }: Of<'judge-review-item'>, { on: today }: Stamp): Decision<ReviewEvent | TaskAdded> {
  if (review.day > today) return refuse({ code: 'review-ahead', day: review.day })
  const withdrawn = plan.amended.withdrawn.get(task)
  if (withdrawn !== undefined) return refuse({ code: 'task-withdrawn', task, on: withdrawn.on, ...present({ words: withdrawn.words }) })
  // Of one with a scope whoever asks has looked.
  if (review.scope === undefined ? !review.tasks.includes(task) : !plan.tasks.has(task)) return refuse({ code: 'review-other-task', task, tasks: review.tasks })
  const words = finding.words.trim()
  if (words === '' && finding.outcome !== 'confirmed') return refuse({ code: 'reason-missing' })
  const before = judgedOf(review, { task, unit })
  if (before !== undefined && isSame(plan, before, finding)) return accept()
  const undone = withdrawing(plan, review, before, instead)
  if (!undone.ok) return undone
  const judged: ReviewEvent = { type: 'review-item-judged', review: review.id, task, unit, outcome: finding.outcome, ...(words === '' ? {} : { words }), ...present({ looksAt: review.scope === undefined || review.looksAt !== undefined ? undefined : looksAt }) }
  if (finding.outcome !== 'rectify') return accept<ReviewEvent | TaskAdded>(...undone.events, judged)
  if (finding.units.length === 0) return refuse({ code: 'rectify-no-unit', task })
  if (finding.day < today) return refuse({ code: 'day-past', day: finding.day, today })
  const far = outsideYears(plan, finding.day, today)
  if (far !== undefined) return far
  return accept<ReviewEvent | TaskAdded>(...undone.events, judged, rectification(plan, review, task, finding))
}

/** Pressed again. */
function isSame(plan: PlanState, before: Judged, finding: Finding): boolean {
  if (before.outcome !== finding.outcome || (before.words ?? '') !== finding.words.trim()) return false
  if (finding.outcome !== 'rectify') return true
  const due = before.made === undefined ? undefined : plan.tasks.get(before.made)?.due
  const units = before.made === undefined ? [] : (plan.unitsOf.get(before.made) ?? [])
  return due?.kind === 'dated' && due.original === finding.day && units.length === finding.units.length && finding.units.every(({ unit }) => units.includes(unit))
}

/** What was to be put right goes with the finding it was of: unless it was put right already. */
function withdrawing(plan: PlanState, { id: review }: Review, before: Judged | undefined, words: string): Decision<ReviewEvent> {
  const made = before?.made
  if (made === undefined || !plan.tasks.has(made)) return accept()
  const parts = answerersOf(plan, made).flatMap((unit) => plan.assignments.get(keyOf(made, unit)) ?? [])
  if (parts.length > 0 && parts.every(({ status }) => status === 'accepted')) return refuse({ code: 'rectify-done', task: made })
  return accept({ type: 'rectification-withdrawn', review, task: made, words })
}

/** 需整改: owed, reminded of, reported, claimed and accepted like any other task. */
function rectification(plan: PlanState, { id }: Review, about: TaskNo, { section, title, words, hash, units, day }: Extract<Finding, { outcome: 'rectify' }>): TaskAdded {
  const source = { id: nextAddedSource(plan), name: section, text: words, hash }
  return { type: 'task-added', task: TaskNo.parse(lastTaskNo(plan) + 1), section, title, due: { kind: 'dated', day, said: '' }, units: [...units], source, origin: { kind: 'review', review: ReviewId.parse(id), about } }
}
