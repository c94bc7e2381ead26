// 撤销: what a person did a moment ago is taken back, all that was done in one act together. Afterwards it is put right instead.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk, type Outcome } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { keyOf, standingOf, type Report } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { actAt, isRemarkAlone, type LastAct } from '#src/ledger/last-act.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { undoMinutes } from '#src/ledger/undo.ts'
import { ownPart } from '#src/queries/own-part.ts'
import { ownVoice } from '#src/queries/own-voice.ts'
import { excuseUndone, excuseUndoneAlone } from '#templates/cadences.ts'
import { dutyUndone } from '#templates/duty-answers.ts'
import { namesOf } from '#templates/names.ts'
import { refusalWords } from '#templates/refusal.ts'
import { plain } from '#templates/rich.ts'
import { reviewsStandAgain } from '#templates/review-changed.ts'
import { reviewUnclosed } from '#templates/reviews.ts'
import { undone, type Undone } from '#templates/undone.ts'
import { ways } from '#templates/ways.ts'
import { windowByKey } from './excused-window.ts'
import { cardOf } from './own-task.ts'
import { recordedAll } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { findTask, taskName } from './task-argument.ts'

type Meant = { plan: PlanState; tasks: readonly TaskNo[]; acts: readonly string[]; parts?: LastAct['parts']; duties?: LastAct['duties']; excuses?: LastAct['excuses'] | undefined; reviews?: LastAct['reviews'] | undefined; keepsRemark?: boolean; ofCorrection?: boolean }

export const undo = command({
  name: { zh: '撤销', en: 'undo' },
  also: ['撤回', '取消刚才', '点错了', '打错了', '搞错了'],
  unfollowed: ['点错了', '打错了', '搞错了'],
  usage: { zh: '撤销', en: 'undo' },
  about: { zh: '撤销自己刚做的一步（10分钟内）', en: 'take back what you just did, within 10 minutes' },
  then: { zh: '恢复到这一步之前；别人后来做的不受影响。', en: 'It is as it was before; what others did since stays.' },
  group: 'report',
  may: 'undo',
  /** `at`: the act that is meant; `tasks`: which it touched, for a card that is drawn again after it is gone. */
  args: z.object({ at: Instant.optional(), tasks: z.string().max(2000).default('') }),
  typed: () => ({}),
  async run({ at: asked, tasks }, desk): Promise<Answer> {
    const { asker } = desk
    const last = asker === undefined ? undefined : lastOf(desk.plans, asker.id)?.last
    const away = asker === undefined ? undefined : lastOf(desk.archived, asker.id)
    const people = asker === undefined ? undefined : desk.directory.lastActs.get(asker.id)
    if (asked === undefined && people !== undefined && (last === undefined || people.at > last.at)) return refused({ code: 'undo-final', acts: [people.act], tasks: [] }, desk)
    if (asked === undefined && away !== undefined && (last === undefined || away.last.at > last.at)) return refused(whyAway(away.plan, away.last), desk)
    if (asker !== undefined && asked === undefined && last !== undefined && isRemarkAlone(last)) return remarkStays(last, desk, asker.id)
    const at = asked ?? last?.at
    if (asker === undefined || at === undefined) return refused({ code: 'nothing-to-undo' }, desk)
    const meant = [...byPlan(desk, asker.id, at, tasks).values()]
    if (meant.length === 0) return refused({ code: 'nothing-to-undo' }, desk)
    const about = meant.flatMap(({ plan, tasks: touched, duties = [] }) => [...touched.map((task) => ({ plan: plan.id, task })), ...duties.map(({ key }) => ({ plan: plan.id, occurrence: occurrenceOf(key) }))])
    const answer = await recordedAll(meant.map(({ plan }) => async () => desk.record(plan.id, { type: 'undo', at })), desk, (outcomes) => cardFor(meant, outcomes, desk), { about })
    return answer.kind === 'card' && answer.card.refused === undefined ? { ...answer, replaces: true } : answer
  },
})

/** A sentence became a remark by itself: 撤销 may mean it as well as what was done before it, in whichever plan, so which one is asked. */
function remarkStays({ tasks }: LastAct, desk: Desk, asker: PersonId): Answer {
  const all = [...desk.plans.values()].flatMap((plan) => ((last) => (last === undefined ? [] : [{ plan, last: isRemarkAlone(last) ? last.behind : last }]))(plan.lastActs.get(asker)))
  const before = all.flatMap(({ plan, last }) => (last === undefined ? [] : [{ plan, last }])).toSorted((a, b) => (a.last.at < b.last.at ? 1 : -1))[0]
  if (before === undefined || before.last.goesBack !== 'yes' || Date.parse(desk.now) - Date.parse(before.last.at) > undoMinutes * 60_000) return refused({ code: 'remark-stays', tasks }, desk)
  const { plan, last } = before
  return refused({ code: 'remark-stays', tasks, before: last }, desk, ways.undo(last.at, last.tasks.map((number) => ({ plan: plan.id, number }))))
}

/** Of all plans, the latest. */
const lastOf = (plans: Desk['plans'], asker: PersonId): { plan: PlanState; last: LastAct } | undefined =>
  [...plans.values()].flatMap((plan) => ((last) => (last === undefined ? [] : [{ plan, last }]))(plan.lastActs.get(asker))).toSorted((a, b) => (a.last.at < b.last.at ? 1 : -1))[0]

/** Only the putting away itself is a step without a way back: whatever was done before it rests with its plan. */
const whyAway = ({ archived }: PlanState, { acts }: LastAct): Refusal =>
  archived === undefined || acts.includes('plan-archived') ? { code: 'undo-final', acts: [...acts], tasks: [] } : { code: 'plan-archived', on: archived.on, reason: archived.reason }

/** 更正: the report that it made stands in the place of another. */
const putsRight = ({ at, parts }: LastAct): boolean => parts.length > 0 && parts.every(({ after }) => [after, ...after.byMember.values()].some(({ report }) => report?.at === at && report.correctedOn !== undefined))

/** What the act touched, as the ledger still has it, else as the button says. */
function byPlan(desk: Desk, asker: PersonId, at: Instant, named: string): Map<PlanId, Meant> {
  const meant = new Map<PlanId, Meant>()
  for (const plan of desk.plans.values()) {
    const last = actAt(plan.lastActs.get(asker), at)
    if (last?.at === at) meant.set(plan.id, { plan, tasks: last.tasks, acts: last.acts, parts: last.parts, duties: last.duties, excuses: last.excuses, reviews: last.reviews, keepsRemark: last.withRemark === true, ofCorrection: putsRight(last) })
  }
  for (const name of named.split(' ').filter((word) => word !== '')) {
    const found = findTask(desk, name)
    if (!found.ok) continue
    const known = meant.get(found.plan.id) ?? { plan: found.plan, tasks: [], acts: [] }
    if (!known.tasks.includes(found.task)) meant.set(found.plan.id, { ...known, tasks: [...known.tasks, found.task] })
  }
  return meant
}

function cardFor(meant: readonly Meant[], outcomes: readonly Outcome[], desk: Desk): ReturnType<typeof undone> {
  const refusal = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]))[0]
  const taken = meant.filter((_, at) => outcomes[at]?.ok === true)
  const [first] = meant
  const task = first?.tasks.length === 1 && meant.length === 1 ? first.tasks[0] : undefined
  if (refusal !== undefined && taken.length === 0)
    return refusedCard(refusal, desk, first === undefined || task === undefined || !isPutRight(first, task, refusal, desk) ? undefined : ways.correctReport({ plan: first.plan.id, number: task }))
  const [duty] = taken.flatMap(({ plan, acts, duties = [] }) => duties.flatMap((each) => dutyOf(plan, each, acts)))
  if (duty !== undefined) return dutyUndone(duty, desk.lang)
  const [excused] = taken.flatMap(({ plan, excuses = [] }) => excuses.flatMap(({ key }) => windowByKey(desk.plans.get(plan.id) ?? plan, key, desk.today) ?? []))
  if (excused !== undefined) return excuseUndone(excused, desk.lang, desk.today)
  if (taken.some(({ excuses = [] }) => excuses.length > 0) && taken.every(({ tasks }) => tasks.length === 0)) return excuseUndoneAlone(desk.lang)
  const [review, ...others] = taken.flatMap(({ reviews = [] }) => reviews)
  if (review?.after.status === 'closed') return reviewUnclosed(review.before, desk.lang, desk.today)
  if (review !== undefined) return reviewsStandAgain([review.before, ...others.map(({ before }) => before)], desk.lang, desk.today)
  const kept = meant.filter((_, at) => outcomes[at]?.ok === false).flatMap(({ plan, tasks }) => tasks.map((no) => taskName(plan.id, no)))
  const left = refusal === undefined ? undefined : { tasks: kept, why: plain(refusalWords(refusal, desk.lang, namesOf(desk, desk.zone))) }
  return undone(taken.flatMap(({ plan, tasks, acts, parts, keepsRemark = false, ofCorrection = false }) => tasks.map((no): Undone => undoneOf(desk, plan, no, { acts, keepsRemark, ofCorrection }, parts))), desk.lang, desk.today, left)
}

/** A report is put right and a completion withdrawn, both from there; what the act was is not known any more where another followed it. */
function isPutRight({ plan, acts }: Meant, no: TaskNo, { code }: Refusal, desk: Desk): boolean {
  if (acts.length > 0 && !acts.includes('reported') && !acts.includes('claimed')) return false
  if (acts.includes('claimed') && code !== 'undone-already') return code === 'undo-late'
  const { last, answers } = undoneOf(desk, plan, no, { acts })
  return last !== undefined && answers
}

/** c3/2026/1/子镇 is of c3/2026/1. */
const occurrenceOf = (key: string): string => key.split('/').slice(0, 3).join('/')

/** A period's duty by the key under which it stood: of a group's member its own follows. */
function dutyOf(plan: PlanState, { key, after }: LastAct['duties'][number], acts: readonly string[]): Parameters<typeof dutyUndone>[0][] {
  const [clause = '', , , member] = key.split('/')
  const obligation = plan.obligations.get(clause)
  return obligation === undefined ? [] : [{ plan: plan.id, obligation, occurrence: occurrenceOf(key), acts, ...present({ member: member === undefined ? undefined : after.unit }) }]
}

function undoneOf(desk: Desk, plan: PlanState, no: TaskNo, what: Pick<Undone, 'acts' | 'keepsRemark' | 'ofCorrection'>, parts: LastAct['parts'] = []): Undone {
  const task = cardOf(desk, plan, no)
  const part = ownPart(desk, plan, no, undefined, 'last')
  const assignment = part === undefined ? undefined : plan.assignments.get(keyOf(no, part.unit))
  const own = assignment === undefined ? undefined : ownVoice(assignment, task.lead?.unit, part?.member)
  if (own !== undefined) return { task, ...what, ...present({ last: own.report }), answers: own.isOpen }
  const other = spokenFor(plan, no, parts)
  if (other === undefined || other.voice === task.lead?.unit) return { task, ...what, ...present({ last: task.lead?.report }), answers: false }
  return { task, ...what, ...present({ last: other.last }), of: unitName(desk.directory, other.voice), answers: false }
}

/** For which unit, or member of a group, a secretary acted, and what it said last. */
function spokenFor(plan: PlanState, no: TaskNo, parts: LastAct['parts']): { voice: UnitId; last?: Report } | undefined {
  const touched = parts.find(({ after }) => after.task === no)
  const assignment = touched === undefined ? undefined : plan.assignments.get(touched.key)
  if (touched === undefined || assignment === undefined) return undefined
  const member = [...touched.after.byMember].find(([id, standing]) => touched.before.byMember.get(id) !== standing)?.[0]
  return { voice: member ?? assignment.unit, ...present({ last: standingOf(assignment, member).report }) }
}
