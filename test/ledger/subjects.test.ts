import { describe, expect, it } from 'vitest'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { Meaning } from '#src/ledger/answer-meaning.ts'
import type { Doubt } from '#src/ledger/doubt.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { Imported, PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, day, planOf, planWith, report, stampOf, task, taskNo, unitId } from '#test/builders.ts'

const today = '2026-06-10'
const refusal = (plan: PlanState, intent: PlanIntent, on = today) => {
  const decision = decidePlan(plan, intent, stampOf(on))
  return decision.ok ? undefined : decision.refusal
}
const events = (plan: PlanState, intent: PlanIntent, on = today) => {
  const decision = decidePlan(plan, intent, stampOf(on))
  return decision.ok ? decision.events : []
}

const facts: Partial<Imported> = {
  obligations: [
    { id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, what: '报送', text: '每年11月底前报送' },
    { id: 'c2', every: 'quarter', times: 2, what: '检查', text: '每季度检查两次' },
    { id: 'c3', task: taskNo(2), every: 'once', on: day('2026-09-30'), times: 1, what: '开工', text: '2026年9月底前开工' },
  ],
  bodies: [{ id: 'b1', name: '县教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }],
  doubts: [
    { id: 1, kind: 'year-blank', task: taskNo(3), line: 12, quote: '20__年6月', question: '哪一年？', choices: ['2026', '2027'] },
    { id: 2, kind: 'no-period', line: 1, quote: '', question: '方案期限？', choices: [] },
  ],
}
const plan = (handedOutOn: string | false = '2026-01-06'): PlanState =>
  planOf([task(1, { due: '2026-06-30', lead: '县教育局', support: ['县财政局'] }), task(2, { presumed: '县住建局', responsible: ['县发改局'], standing: ['各乡镇'] }), task(3, { due: { kind: 'unbound', said: '20__年6月' }, lead: '县教育局' })], { ...facts, handedOutOn })

describe('a plan', () => {
  it('is imported once', () => {
    const { id } = plan()
    expect(refusal(plan(), { type: 'import', plan: { title: '另一个', zone: 'Asia/Shanghai', source: { id: 's1', name: '', text: '', hash: '' }, tasks: [], obligations: [], bodies: [], doubts: [] } })).toEqual({ code: 'plan-exists', plan: id })
  })
  it('is handed out once', () => expect(refusal(plan(), { type: 'hand-out' })).toEqual({ code: 'plan-handed-out', on: '2026-01-06' }))
  it('remembers the day it was handed out', () => expect(plan('2026-02-03').handedOutOn).toBe('2026-02-03'))
  it('has an assignment for every unit of every task, in the order of the text', () => expect(plan().unitsOf.get(taskNo(2))).toEqual(['县住建局', '县发改局', '各乡镇']))
  it('nudges nobody before it is handed out', () => expect(refusal(plan(false), { type: 'nudge', task: taskNo(1), unit: unitId('县教育局') })).toEqual({ code: 'plan-not-handed-out' }))
  it('takes no report before it is handed out: nobody has been asked yet', () => expect(refusal(plan(false), report(1, '县教育局'))).toEqual({ code: 'plan-not-handed-out' }))
  it('says how many tasks it has where one is asked for that it has not', () => expect(refusal(plan(), report(9, '县教育局'))).toEqual({ code: 'task-unknown', asked: '9', tasks: 3 }))
  it('says who is on a task where somebody else reports', () => expect(refusal(plan(), report(1, '县发改局'))).toEqual({ code: 'unit-not-on-task', task: 1, units: ['县教育局', '县财政局'] }))
})

describe('the date of a task', () => {
  const setDue = (no: number, on: string, reason = '县长批示'): PlanIntent => ({ type: 'set-due', task: taskNo(no), day: day(on), reason })
  const correct = (no: number, on: string): PlanIntent => ({ type: 'set-due', task: taskNo(no), day: day(on), reason: '', correction: true })

  it('that was blank and is bound has not moved', () => expect(after(plan(), today, setDue(3, '2026-07-31')).tasks.get(taskNo(3))?.due).toEqual({ kind: 'dated', day: '2026-07-31', original: '2026-07-31', moved: 0, said: '20__年6月' }))
  it('that the text did not give and is set has not moved', () => expect(after(plan(), today, setDue(2, '2026-07-31')).tasks.get(taskNo(2))?.due).toMatchObject({ original: '2026-07-31', moved: 0 }))
  it('that stood and changes has moved, and the first is kept (原定/现定)', () => expect(after(plan(), today, setDue(1, '2026-09-30')).tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-09-30', original: '2026-06-30', moved: 1 }))
  it('that changes twice has moved twice', () => expect(after(after(plan(), today, setDue(1, '2026-09-30')), today, setDue(1, '2026-10-31')).tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-10-31', original: '2026-06-30', moved: 2 }))
  it('that is set to itself is not said again', () => expect([events(plan(), setDue(1, '2026-06-30')), events(plan(), correct(1, '2026-06-30'))]).toEqual([[], []]))
  it.each([
    ['is bound where it was blank', 3, setDue(3, '2026-07-31'), { type: 'due-bound', task: 3, day: '2026-07-31', reason: '县长批示' }],
    ['is bound where the text gave none', 2, correct(2, '2026-07-31'), { type: 'due-bound', task: 2, day: '2026-07-31', reason: '' }],
    ['is moved, from the day it was', 1, setDue(1, '2026-07-31'), { type: 'due-moved', task: 1, from: '2026-06-30', day: '2026-07-31', reason: '县长批示' }],
    ['is corrected where it was misread', 1, correct(1, '2026-07-31'), { type: 'due-corrected', task: 1, day: '2026-07-31', reason: '' }],
  ])('%s', (_how, _no, intent, event) => expect(events(plan(), intent)).toEqual([event]))
  it('that was misread has not moved: the corrected day is the first', () => expect(after(plan(), today, correct(1, '2026-07-31')).tasks.get(taskNo(1))?.due).toEqual({ kind: 'dated', day: '2026-07-31', original: '2026-07-31', moved: 0, said: '2026-06-30' }))
  it('that was moved in error is corrected back, and counts as never moved', () => expect(after(after(plan(), today, setDue(1, '2026-09-30')), today, correct(1, '2026-06-30')).tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-06-30', original: '2026-06-30', moved: 0 }))
  it('may be corrected to a day that is past: that is the truth', () => expect(refusal(plan(), correct(1, '2026-05-31'))).toBeUndefined())
  it('is never set to a day that is past', () => expect(refusal(plan(), setDue(1, '2026-06-09'))).toEqual({ code: 'day-past', day: '2026-06-09', today }))
  it('may be today', () => expect(refusal(plan(), setDue(1, today))).toBeUndefined())
  it('that stood is not moved without a word', () => expect(refusal(plan(), setDue(1, '2026-09-30', ' '))).toEqual({ code: 'reason-missing' }))
  it('of a task that is not there is not set', () => expect(refusal(plan(), setDue(9, '2026-09-30'))).toMatchObject({ code: 'task-unknown' }))
})

describe('the lead of a task', () => {
  const setLead = (no: number, unit: string): PlanIntent => ({ type: 'set-lead', task: taskNo(no), unit: unitId(unit) })
  const partsAfter = (no: number, unit: string) => {
    const changed = after(plan(), today, setLead(no, unit))
    return (changed.unitsOf.get(taskNo(no)) ?? []).map((of) => {
      const { part, inferred } = changed.assignments.get(keyOf(taskNo(no), of)) ?? { part: undefined, inferred: undefined }
      return [of, part, inferred]
    })
  }

  it('that was presumed is confirmed', () => expect(partsAfter(2, '县住建局')[0]).toEqual(['县住建局', 'lead', undefined]))
  it('that another takes leaves the former responsible', () => expect(partsAfter(1, '县财政局')).toEqual([['县教育局', 'responsible', undefined], ['县财政局', 'lead', undefined]]))
  it('may be a unit the text did not name', () => expect(partsAfter(1, '县发改局')[0]).toEqual(['县发改局', 'lead', undefined]))
  it('leaves a standing clause standing', () => expect(partsAfter(2, '县发改局')[2]).toEqual(['各乡镇', 'responsible', 'standing']))
  it('is one at most', () => expect(partsAfter(2, '县发改局').filter(([, part]) => part === 'lead')).toHaveLength(1))
  it('does not carry a helper’s accepted part to the whole: the lead has not said that it is done', () => {
    const helped = after(after(planWith(task(1, { lead: '县教育局', support: ['县财政局'] })), today, claim(1, '县财政局', '资金已拨')), today, acceptClaim(1, '县财政局'))
    const led = after(helped, today, setLead(1, '县财政局'))
    expect(led.assignments.get(keyOf(taskNo(1), unitId('县财政局')))).toMatchObject({ part: 'lead', status: 'open' })
  })
  it('who was presumed, or responsible, keeps the completion that was accepted', () => {
    const done = after(after(planWith(task(1, { presumed: '县教育局' })), today, claim(1, '县教育局')), today, acceptClaim(1, '县教育局'))
    expect(after(done, today, setLead(1, '县教育局')).assignments.get(keyOf(taskNo(1), unitId('县教育局')))).toMatchObject({ part: 'lead', status: 'accepted' })
  })
  it('a helper’s completion that waits is told of as taken into the lead’s part', () => {
    const helped = after(planWith(task(1, { lead: '县教育局', support: ['县财政局'] })), today, claim(1, '县财政局', '资金已拨'))
    const led = after(helped, today, setLead(1, '县财政局'))
    expect(led.assignments.get(keyOf(taskNo(1), unitId('县财政局')))?.status).toBe('open')
    expect([...led.endings.values()]).toMatchObject([{ waited: { what: 'claim', unit: '县财政局' }, why: 'taken-in' }])
  })
  it('keeps what was reported', () => {
    const changed = after(after(plan(), today, report(1, '县教育局', { progress: 40 })), today, setLead(1, '县财政局'))
    expect(changed.assignments.get(keyOf(taskNo(1), unitId('县教育局')))).toMatchObject({ progress: 40 })
  })
})

describe('a doubt', () => {
  const settle = (doubt: number, meaning: Meaning<UnitId> = { is: 'nothing' }, answer = '2026年'): PlanIntent => ({ type: 'settle-doubt', doubt, answer, meaning })
  const dated: Meaning<UnitId> = { is: 'date', words: '2026年' }

  it('and what its answer changes are one entry', () => {
    expect(events(plan(), settle(1, dated)).map(({ type }) => type)).toEqual(['doubt-settled', 'due-bound'])
  })
  it('may bind a blank to a day that is past: that is the truth', () => expect(events(plan(), settle(1, { is: 'date', words: '2025年' })).map(({ type }) => type)).toEqual(['doubt-settled', 'due-bound']))
  it('leaves a date alone that was set meanwhile', () => {
    const bound = after(plan(), today, { type: 'set-due', task: taskNo(3), day: day('2026-06-30'), reason: '县长批示' })
    expect(events(bound, settle(1, dated)).map(({ type }) => type)).toEqual(['doubt-settled'])
  })
  it('is answered with a word', () => expect(refusal(plan(), settle(1, dated, ' '))).toEqual({ code: 'reason-missing' }))
  it('is settled once', () => expect(refusal(after(plan(), today, settle(1)), settle(1))).toEqual({ code: 'doubt-settled', answer: '2026年', doubt: 1 }))
  it('of the whole plan binds no task', () => expect(events(plan(), settle(2))).toEqual([{ type: 'doubt-settled', doubt: 2, answer: '2026年' }]))
  it('that is not there says how many are open', () => expect(refusal(after(plan(), today, settle(2)), settle(9))).toEqual({ code: 'doubt-unknown', asked: 9, open: 1 }))
  it('in the same words as another has a duty of its own, and another answer to it changes that one', () => {
    const asked = (id: number): Doubt => ({ id, kind: 'duty-unclear', line: id * 10, quote: '定期报送工作进展', question: '多久一次？', choices: [] })
    const each = (of: PlanState): string[] => [...of.obligations.values()].map(({ every }) => every)
    const answer = (of: PlanState, doubt: number, every: 'month' | 'quarter' | 'year', instead?: string): PlanState => after(of, today, { type: 'settle-doubt', doubt, answer: every, meaning: { is: 'rhythm', every }, ...(instead === undefined ? {} : { instead }) })
    const both = answer(answer(planOf([task(1, { lead: '县教育局' })], { doubts: [asked(1), asked(2)] }), 1, 'month'), 2, 'quarter')
    expect(each(both)).toEqual(['month', 'quarter'])
    expect(each(answer(both, 1, 'year', 'month'))).toEqual(['year', 'quarter'])
  })
  it('that is bound leaves the task with its date', () => expect(after(plan(), today, settle(1, dated)).tasks.get(taskNo(3))?.due).toMatchObject({ kind: 'dated', moved: 0 }))
})

describe('a meeting', () => {
  const schedule = (on: string, body = 'b1'): PlanIntent => ({ type: 'schedule-meeting', body, day: day(on), time: '15:00', place: '第一会议室' })
  const ahead = after(plan(), today, schedule('2026-06-18'))
  const recorded = (held: boolean): PlanIntent => ({ type: 'record-meeting', meeting: 'm1', held, reason: '主持人出差' })

  it('is scheduled by a body of the plan', () => expect(ahead.meetings.get('m1')).toMatchObject({ id: 'm1', body: 'b1', day: '2026-06-18', time: '15:00', place: '第一会议室', status: 'scheduled' }))
  it('of a body nobody knows names those that are known', () => expect(refusal(plan(), schedule('2026-06-18', 'b7'))).toEqual({ code: 'body-unknown', asked: 'b7', bodies: ['县教育工作领导小组'] }))
  it('is not scheduled for yesterday', () => expect(refusal(plan(), schedule('2026-06-09'))).toMatchObject({ code: 'day-past' }))
  it('may be today', () => expect(refusal(plan(), schedule(today))).toBeUndefined())
  it('was not held before its day', () => expect(refusal(ahead, recorded(true), '2026-06-17')).toEqual({ code: 'meeting-ahead', on: '2026-06-18' }))
  it('may be held on its day', () => expect(refusal(ahead, recorded(true), '2026-06-18')).toBeUndefined())
  it('is not “not held” before its day: it is called off', () => expect(refusal(ahead, recorded(false), '2026-06-17')).toEqual({ code: 'meeting-ahead', on: '2026-06-18', isNotHeld: true }))
  it('is settled once', () => {
    const held = after(after(plan(), today, schedule('2026-06-10')), today, recorded(true))
    expect(refusal(held, recorded(false))).toEqual({ code: 'meeting-settled', state: 'held', on: today })
  })
  it('that was not held keeps its reason', () => expect(after(ahead, '2026-06-18', recorded(false)).meetings.get('m1')).toMatchObject({ status: 'not-held', settledOn: '2026-06-18', reason: '主持人出差' }))
  it('that nobody scheduled is unknown', () => expect(refusal(plan(), recorded(true))).toEqual({ code: 'meeting-unknown', asked: 'm1' }))
  it('held on another day than it was scheduled for says which', () => expect(after(after(plan(), today, schedule('2026-06-10')), '2026-06-18', { type: 'record-meeting', meeting: 'm1', held: true, on: day('2026-06-12') }).meetings.get('m1')).toMatchObject({ day: '2026-06-12', status: 'held', settledOn: '2026-06-18' }))
  it('that took place before the import is put on record, once', () => {
    const past: PlanIntent = { type: 'record-past-meeting', body: 'b1', on: day('2025-12-19') }
    const known = after(plan(), today, past)
    expect([known.meetings.get('m1'), refusal(known, past)]).toMatchObject([{ body: 'b1', day: '2025-12-19', status: 'held' }, { code: 'meeting-settled' }])
  })
  it('that is still ahead is not put on record', () => expect(refusal(plan(), { type: 'record-past-meeting', body: 'b1', on: day('2026-06-11') })).toEqual({ code: 'meeting-ahead', on: '2026-06-11' }))
  it('gets the next number', () => expect([...after(after(plan(), today, schedule('2026-06-18')), today, schedule('2026-06-19')).meetings.keys()]).toEqual(['m1', 'm2']))
})

describe('a review', () => {
  const schedule = (facts: { on?: string; tasks?: number[] } = {}): PlanIntent => ({ type: 'schedule-review', kind: 'inspection', day: day(facts.on ?? '2026-06-18'), tasks: (facts.tasks ?? [1]).map(taskNo), units: [unitId('县教育局')], prepare: '进展和问题' })
  const close = (outcome = '已落实'): PlanIntent => ({ type: 'close-review', review: 'r1', outcome })

  it('is of some tasks on a day, with what to prepare', () => expect(after(plan(), today, schedule()).reviews.get('r1')).toMatchObject({ kind: 'inspection', day: '2026-06-18', tasks: [1], units: ['县教育局'], prepare: '进展和问题', status: 'ahead', scheduledOn: today }))
  it('of nothing is none', () => expect(refusal(plan(), schedule({ tasks: [] }))).toEqual({ code: 'review-empty' }))
  it('of a task that is not there is refused whole', () => expect(refusal(plan(), schedule({ tasks: [1, 9] }))).toEqual({ code: 'task-unknown', asked: '9', tasks: 3 }))
  it('is not held yesterday', () => expect(refusal(plan(), schedule({ on: '2026-06-09' }))).toMatchObject({ code: 'day-past' }))
  it('tells no unit of a plan that is not handed out', () => expect(refusal(plan(false), schedule())).toEqual({ code: 'plan-not-handed-out' }))
  it('is closed with what came of it', () => expect(after(after(plan(), today, schedule({ on: today })), today, close()).reviews.get('r1')).toMatchObject({ status: 'closed', closedOn: today, outcome: '已落实' }))
  it('is not closed without a word', () => expect(refusal(after(plan(), today, schedule({ on: today })), close(' '))).toEqual({ code: 'reason-missing' }))
  it('is not closed before its day', () => expect(refusal(after(plan(), today, schedule()), close())).toEqual({ code: 'review-ahead', day: '2026-06-18' }))
  it('is closed once', () => expect(refusal(after(after(plan(), today, schedule({ on: today })), today, close()), close())).toEqual({ code: 'review-closed', on: today }))
  it('that nobody scheduled is unknown', () => expect(refusal(plan(), close())).toEqual({ code: 'review-unknown', asked: 'r1' }))
})

describe('an occurrence', () => {
  const fulfil = (occurrence: string): PlanIntent => ({ type: 'fulfil', occurrence, unit: unitId('县教育局'), words: '已报送' })

  it('is done once, and says by whom', () => expect(refusal(after(plan(), today, fulfil('c1/2026/1')), fulfil('c1/2026/1'))).toEqual({ code: 'occurrence-done', on: today, by: 'system' }))
  it('of the next year is another', () => expect(refusal(after(plan(), today, fulfil('c1/2026/1')), fulfil('c1/2027/1'))).toBeUndefined())
  it.each(['c1/2026/1', 'c2/2026Q3/2'])('%s is one of its clause', (occurrence) => expect(refusal(plan(), fulfil(occurrence))).toBeUndefined())
  it('is not for another unit than owes it', () => expect(refusal(plan(), fulfil('c3/once/1'))).toEqual({ code: 'not-debtor', unit: '县教育局', debtors: ['县住建局'] }))
  it.each(['c9/2026/1', 'c1/2029/1', 'c1/2025/1', 'c1', 'c1/2026', 'c1/2026/2', 'c1/2026/0', 'c1/2026/01', 'c1/2026Q1/1', 'c1/once/1', 'c2/2026Q5/1', 'c2/2026Q3/3', 'c3/2026/1', 'c1/2026/1/1', ''])('%j is none of any clause', (occurrence) => {
    expect(refusal(plan(), fulfil(occurrence))).toEqual({ code: 'occurrence-unknown', asked: occurrence })
  })
})

describe('a claim in a plan', () => {
  it('is of one unit’s part: the others go on', () => {
    const claimed = after(plan(), today, claim(1, '县教育局'))
    expect(claimed.assignments.get(keyOf(taskNo(1), unitId('县财政局')))?.status).toBe('open')
  })
})
