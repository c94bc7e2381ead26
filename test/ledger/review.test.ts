import { describe, expect, it } from 'vitest'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { Finding } from '#src/ledger/decide-review.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { ReviewScheduled, type Review } from '#src/ledger/review.ts'
import { after, day, planWith, stampOf, task, taskNo, unitId } from '#test/builders.ts'

const education = unitId('县教育局')
const secretary = PersonId.parse('u1')
const scheduled = (): PlanState =>
  after(planWith(task(1, { lead: '县教育局' }), task(2, { lead: '县住建局' }), task(3, { lead: '县教育局' })), '2026-07-02', { type: 'schedule-review', kind: 'inspection', day: day('2026-07-10'), tasks: [taskNo(1), taskNo(2)], units: [education, unitId('县住建局')], prepare: '' })
const judge = (finding: Finding, no = 1): PlanIntent => ({ type: 'judge-review-item', review: 'r1', task: taskNo(no), unit: education, finding, instead: '重新认定，不再要求整改' })
const toRectify = (more: Partial<Extract<Finding, { outcome: 'rectify' }>> = {}): Finding =>
  ({ outcome: 'rectify', words: '台账与现场不符，重新清点', section: '督查整改', title: '台账与现场不符，重新清点', hash: 'w1', units: [{ unit: education, part: 'lead' }], day: day('2026-07-24'), ...more })
const reviewOf = ({ reviews }: PlanState): Review | undefined => reviews.get('r1')
const refusalOf = (state: PlanState, intent: PlanIntent, on = '2026-07-10') => ((decision) => (decision.ok ? undefined : decision.refusal))(decidePlan(state, intent, stampOf(on, secretary)))
const eventsOf = (state: PlanState, intent: PlanIntent, on = '2026-07-10') => ((decision) => (decision.ok ? decision.events.map(({ type }) => type) : []))(decidePlan(state, intent, stampOf(on, secretary)))

describe('a task that a review looks at', () => {
  it('is as it was said, and that needs no words', () => {
    const found = after(scheduled(), '2026-07-10', judge({ outcome: 'confirmed', words: '' }), secretary)
    expect(reviewOf(found)?.judged).toMatchObject([{ task: 1, unit: '县教育局', outcome: 'confirmed', on: '2026-07-10' }])
  })

  it('is not as it was said only in words', () => {
    expect(refusalOf(scheduled(), judge({ outcome: 'discrepant', words: ' ' }))).toEqual({ code: 'reason-missing' })
    expect(refusalOf(scheduled(), judge(toRectify({ words: '' })))).toEqual({ code: 'reason-missing' })
  })

  it('is judged again, and the later finding stands', () => {
    const found = after(after(scheduled(), '2026-07-10', judge({ outcome: 'confirmed', words: '' }), secretary), '2026-07-10', judge({ outcome: 'discrepant', words: '少报2所' }), secretary)
    expect(reviewOf(found)?.judged.map(({ outcome, words }) => [outcome, words])).toEqual([['discrepant', '少报2所']])
  })

  it('is found once, however often it is pressed', () => {
    const found = after(scheduled(), '2026-07-10', judge({ outcome: 'discrepant', words: '少报2所' }), secretary)
    expect(eventsOf(found, judge({ outcome: 'discrepant', words: '少报2所' }))).toEqual([])
    const putRight = after(scheduled(), '2026-07-10', judge(toRectify()), secretary)
    expect(eventsOf(putRight, judge(toRectify()))).toEqual([])
  })

  it('is one of those that were to be looked at, on the day and not before', () => {
    expect(refusalOf(scheduled(), judge({ outcome: 'confirmed', words: '' }, 3))).toEqual({ code: 'review-other-task', task: 3, tasks: [1, 2] })
    expect(refusalOf(scheduled(), judge({ outcome: 'confirmed', words: '' }), '2026-07-09')).toEqual({ code: 'review-ahead', day: '2026-07-10' })
  })
})

describe('what has to be put right', () => {
  it('is a task of the plan with the next number, its unit and its day', () => {
    const found = after(scheduled(), '2026-07-10', judge(toRectify()), secretary)
    expect(found.tasks.get(taskNo(4))).toMatchObject({ text: '台账与现场不符，重新清点', due: { kind: 'dated', day: '2026-07-24' }, origin: { kind: 'review', review: 'r1', about: 1 } })
    expect(reviewOf(found)?.judged).toMatchObject([{ outcome: 'rectify', made: 4 }])
  })

  it('needs a unit and a day that is not past', () => {
    expect(refusalOf(scheduled(), judge(toRectify({ day: day('2046-07-24') })))).toMatchObject({ code: 'day-out-of-years' })
    expect(refusalOf(scheduled(), judge(toRectify({ units: [] })))).toEqual({ code: 'rectify-no-unit', task: 1 })
    expect(refusalOf(scheduled(), judge(toRectify({ day: day('2026-07-09') })))).toMatchObject({ code: 'day-past' })
  })

  it('is off the register once it is judged otherwise, with its number and its history', () => {
    const found = after(after(scheduled(), '2026-07-10', judge(toRectify()), secretary), '2026-07-13', judge({ outcome: 'confirmed', words: '已核实' }), secretary)
    expect(found.tasks.has(taskNo(4))).toBe(false)
    expect(found.amended.withdrawn.get(taskNo(4))).toMatchObject({ source: 'i1', isTold: true })
    expect(reviewOf(found)?.judged).toMatchObject([{ outcome: 'confirmed' }])
    expect(reviewOf(found)?.judged[0]).not.toHaveProperty('made')
  })

  it('is another task where it is said otherwise, and the first goes', () => {
    const found = after(after(scheduled(), '2026-07-10', judge(toRectify()), secretary), '2026-07-10', judge(toRectify({ day: day('2026-07-31'), hash: 'w2' })), secretary)
    expect([found.tasks.has(taskNo(4)), reviewOf(found)?.judged[0]?.made]).toEqual([false, 5])
  })

  it('stays found where it was put right and accepted', () => {
    const found = after(scheduled(), '2026-07-10', judge(toRectify()), secretary)
    after(found, '2026-07-13', { type: 'claim', task: taskNo(4), unit: education, words: '已清点' }, PersonId.parse('u2'))
    after(found, '2026-07-14', { type: 'accept-claim', task: taskNo(4), unit: education }, secretary)
    expect(refusalOf(found, judge({ outcome: 'confirmed', words: '' }), '2026-07-15')).toEqual({ code: 'rectify-done', task: 4 })
  })
})

describe('a review', () => {
  it('is moved to a day to come, with a reason', () => {
    expect(refusalOf(scheduled(), { type: 'move-review', review: 'r1', day: day('2026-07-14'), reason: '' }, '2026-07-03')).toEqual({ code: 'reason-missing' })
    expect(refusalOf(scheduled(), { type: 'move-review', review: 'r1', day: day('2026-07-01'), reason: '防汛' }, '2026-07-03')).toMatchObject({ code: 'day-past' })
    const elsewhere = after(scheduled(), '2026-07-03', { type: 'move-review', review: 'r1', day: day('2026-07-14'), reason: '防汛', place: '15:00 三楼' })
    expect(elsewhere.reviews.get('r1')).toMatchObject({ place: '15:00 三楼' })
    expect(after(elsewhere, '2026-07-03', { type: 'move-review', review: 'r1', day: day('2026-07-15'), reason: '防汛', place: '' }).reviews.get('r1')?.place).toBeUndefined()
    const moved = after(scheduled(), '2026-07-03', { type: 'move-review', review: 'r1', day: day('2026-07-14'), reason: '防汛' }, secretary)
    expect(reviewOf(moved)).toMatchObject({ day: '2026-07-14', status: 'ahead', moved: { from: '2026-07-10', reason: '防汛' } })
  })

  it('that was called off is held no more', () => {
    expect(refusalOf(scheduled(), { type: 'cancel-review', review: 'r1', reason: '' }, '2026-07-03')).toEqual({ code: 'reason-missing' })
    const off = after(scheduled(), '2026-07-03', { type: 'cancel-review', review: 'r1', reason: '并入县委督查' }, secretary)
    expect(refusalOf(off, judge({ outcome: 'confirmed', words: '' }))).toEqual({ code: 'review-cancelled', on: '2026-07-03', reason: '并入县委督查' })
  })

  it('that is closed finds nothing more', () => {
    const closed = after(scheduled(), '2026-07-10', { type: 'close-review', review: 'r1', outcome: '已核实' }, secretary)
    expect(refusalOf(closed, judge({ outcome: 'confirmed', words: '' }))).toEqual({ code: 'review-closed', on: '2026-07-10' })
  })
})

describe('a review that is scheduled', () => {
  const schedule = (more: Partial<Extract<PlanIntent, { type: 'schedule-review' }>> = {}): PlanIntent => ({ type: 'schedule-review', kind: 'inspection', day: day('2026-07-10'), tasks: [taskNo(2), taskNo(1)], units: [education], prepare: '', ...more })

  it('is not scheduled again of the same tasks', () => {
    expect(refusalOf(scheduled(), schedule(), '2026-07-02')).toEqual({ code: 'review-scheduled', review: 'r1', kind: 'inspection', day: '2026-07-10' })
    expect(eventsOf(scheduled(), schedule({ kind: 'dispatch' }), '2026-07-02')).toEqual(['review-scheduled'])
    expect(eventsOf(scheduled(), schedule({ tasks: [taskNo(1)] }), '2026-07-02')).toEqual(['review-scheduled'])
  })

  it('is scheduled so many times at once at most, and no series is cut', () => {
    const later = Array.from({ length: 12 }, (_, at) => day(`2026-08-${String(at + 10)}`))
    expect(refusalOf(scheduled(), schedule({ later }), '2026-07-02')).toEqual({ code: 'series-too-long', sittings: 13, most: 12 })
  })
})

describe('a review of a section', () => {
  it('is of one whose name is as long as the text has it', () => {
    const decision = decidePlan(planWith(task(1, { lead: '县教育局' })), { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-20'), tasks: [], units: [], prepare: '', scope: { kind: 'section', section: '章'.repeat(400) } }, stampOf('2026-07-02'))
    expect(decision.ok && ReviewScheduled.safeParse(decision.events[0]).success).toBe(true)
  })
})
