import { describe, expect, it } from 'vitest'
import { keyOf } from '#src/ledger/assignment.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { instructionIn, isUnconfirmed } from '#src/ledger/origin.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { changesBetween } from '#src/ledger/amend-changes.ts'
import { after, day, planOf, planWith, stampOf, task, taskNo, unitId } from '#test/builders.ts'

const leader = PersonId.parse('u5')
const other = PersonId.parse('u6')
const secretary = PersonId.parse('u1')
const words = '请县教育局和县财政局7月10日前拿出校车方案。'
const order = (more: Partial<Extract<PlanIntent, { type: 'instruct' }>> = {}): PlanIntent => ({
  type: 'instruct', rank: 'leader', section: '领导批示', title: '拿出校车方案', words, hash: 'w1', day: day('2026-07-10'),
  units: [{ unit: unitId('县教育局'), part: 'lead' }, { unit: unitId('县财政局'), part: 'support' }], ...more,
})
const spoken: PlanIntent = { ...(order() as Extract<PlanIntent, { type: 'instruct' }>), type: 'instruct-on-behalf', from: leader, onBehalf: { who: '李县长', on: day('2026-07-01'), how: '电话' } }
const plan = (): PlanState => planWith(task(1, { lead: '县教育局' }), task(2, { lead: '县住建局' }))
const refusalOf = (state: PlanState, intent: PlanIntent, by: PersonId = leader, on = '2026-07-02') => ((decision) => (decision.ok ? undefined : decision.refusal))(decidePlan(state, intent, stampOf(on, by)))

describe('an order', () => {
  it('becomes a task with the next number, in the words it was given in', () => {
    const given = after(plan(), '2026-07-02', order({ about: taskNo(1) }), leader)
    expect(given.tasks.get(taskNo(3))).toMatchObject({ title: '拿出校车方案', text: words, source: 'i1', due: { kind: 'dated', day: '2026-07-10', moved: 0 }, origin: { kind: 'instruction', from: leader, rank: 'leader', about: 1, on: '2026-07-02' } })
    expect(given.amended.sources.get('i1')?.text).toBe(words)
    expect(given.unitsOf.get(taskNo(3))).toEqual(['县教育局', '县财政局'])
  })

  it('is reported on, claimed and accepted like any task', () => {
    const given = after(plan(), '2026-07-02', order(), leader)
    after(given, '2026-07-03', { type: 'claim', task: taskNo(3), unit: unitId('县教育局'), words: '方案已报' }, PersonId.parse('u2'))
    after(given, '2026-07-06', { type: 'accept-claim', task: taskNo(3), unit: unitId('县教育局') }, secretary)
    expect(given.assignments.get(keyOf(taskNo(3), unitId('县教育局')))).toMatchObject({ status: 'accepted' })
  })

  it('is not given twice in the same words, unless that is meant', () => {
    const given = after(plan(), '2026-07-02', order(), leader)
    expect(refusalOf(given, order())).toEqual({ code: 'instruction-given', task: 3, on: '2026-07-02' })
    expect(refusalOf(given, order({ again: taskNo(3) }))).toBeUndefined()
    after(given, '2026-07-02', order({ again: taskNo(3) }), leader)
    // The same press again is not meant a third time.
    expect(refusalOf(given, order({ again: taskNo(3) }))).toMatchObject({ code: 'instruction-given', task: 4 })
    expect(refusalOf(given, order(), other)).toBeUndefined()
  })

  it('needs words, a unit, a day that is not past, and a plan that was handed out', () => {
    expect(refusalOf(plan(), order({ words: ' ' }))).toEqual({ code: 'instruction-empty' })
    expect(refusalOf(plan(), order({ units: [] }))).toEqual({ code: 'instruction-no-unit' })
    expect(refusalOf(plan(), order({ day: day('2026-07-01') }))).toMatchObject({ code: 'day-past' })
    expect(refusalOf(plan(), order({ about: taskNo(9) }))).toMatchObject({ code: 'task-unknown' })
    expect(refusalOf(planOf([task(1)], { handedOutOn: false }), order())).toEqual({ code: 'plan-not-handed-out' })
  })
})

describe('a plan that is issued again', () => {
  const edition = (tasks: Parameters<typeof planOf>[0]) => ({ title: '教育强县三年行动方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan-2.txt', text: '一', hash: 'h2' }, tasks: [...tasks], obligations: [], bodies: [], doubts: [] })

  it('never has an order among the tasks that its text has no more', () => {
    const given = after(plan(), '2026-07-02', order(), leader)
    const changes = changesBetween(given, edition([task(1, { lead: '县教育局' }), task(2, { lead: '县住建局' })]))
    expect(changes.absent).toEqual([])
    expect(changes.kept.map(({ task: no }) => no)).toEqual([1, 2])
  })

  it('does not take a task of its text for an order with the same words', () => {
    const given = after(plan(), '2026-07-02', order(), leader)
    const changes = changesBetween(given, edition([task(1), task(2), task(3, { title: '拿出校车方案', text: words, lead: '县教育局' })]))
    expect(changes.added.map(({ no }) => no)).toEqual([4])
  })

  it('numbers its texts as if there were no order', () => {
    const given = after(plan(), '2026-07-02', order(), leader)
    after(given, '2026-07-03', { type: 'amend', plan: edition([task(1, { title: '改了', text: '改了。' }), task(2)]) }, secretary)
    expect([...given.amended.sources.keys()]).toEqual(['s1', 'i1', 's2'])
    after(given, '2026-07-04', order({ hash: 'w2', words: '另一件' }), leader)
    expect([...given.amended.sources.keys()].at(-1)).toBe('i2')
  })
})

describe('an order that was spoken', () => {
  const recorded = (): PlanState => after(plan(), '2026-07-02', spoken, secretary)
  const originOf = (state: PlanState) => instructionIn(state.tasks.get(taskNo(3)))

  it('is in force at once, and waits for its leader', () => {
    const origin = originOf(recorded())
    expect(origin).toMatchObject({ from: leader, by: secretary, onBehalf: { how: '电话' } })
    expect(origin === undefined ? undefined : isUnconfirmed(origin)).toBe(true)
  })

  it('is confirmed by that leader alone, once', () => {
    const state = recorded()
    expect(refusalOf(state, { type: 'confirm-instruction', task: taskNo(3) }, other)).toMatchObject({ code: 'instruction-of-another', from: leader })
    after(state, '2026-07-03', { type: 'confirm-instruction', task: taskNo(3) }, leader)
    expect(originOf(state)).toMatchObject({ confirmed: { on: '2026-07-03' } })
    expect(decidePlan(state, { type: 'confirm-instruction', task: taskNo(3) }, stampOf('2026-07-04', leader))).toEqual({ ok: true, events: [] })
  })

  it('is off the register once its leader says that it is not so, with what was said', () => {
    const state = recorded()
    expect(refusalOf(state, { type: 'withdraw-instruction', task: taskNo(3), words: '' })).toEqual({ code: 'reason-missing' })
    after(state, '2026-07-03', { type: 'withdraw-instruction', task: taskNo(3), words: '没有说过' }, leader)
    expect(state.tasks.has(taskNo(3))).toBe(false)
    expect(state.amended.withdrawn.get(taskNo(3))).toMatchObject({ words: '没有说过', by: leader })
    expect(refusalOf(state, { type: 'confirm-instruction', task: taskNo(3) })).toMatchObject({ code: 'task-withdrawn' })
    after(state, '2026-07-04', order({ hash: 'w2' }), leader)
    expect([...state.tasks.keys()]).toEqual([1, 2, 4])
  })

  it('is taken back by whoever recorded it, as long as it is not confirmed', () => {
    const state = after(recorded(), '2026-07-02', { type: 'withdraw-instruction', task: taskNo(3), words: '记错了' }, secretary)
    expect(state.amended.withdrawn.get(taskNo(3))?.by).toBe(secretary)
    const confirmed = after(recorded(), '2026-07-03', { type: 'confirm-instruction', task: taskNo(3) }, leader)
    expect(refusalOf(confirmed, { type: 'withdraw-instruction', task: taskNo(3), words: '记错了' }, secretary)).toMatchObject({ code: 'instruction-of-another' })
  })

  it('confirms nothing of a task of the plan, nor of an order that was written', () => {
    const state = after(recorded(), '2026-07-03', order({ hash: 'w2' }), leader)
    expect(refusalOf(state, { type: 'confirm-instruction', task: taskNo(1) })).toEqual({ code: 'not-an-instruction', task: 1 })
    expect(refusalOf(state, { type: 'confirm-instruction', task: taskNo(4) })).toEqual({ code: 'instruction-not-spoken', task: 4 })
  })
})

describe('a matter between units that was handed up', () => {
  const units = [unitId('县教育局'), unitId('县财政局')]
  const up = (): PlanState => after(plan(), '2026-07-02', { type: 'hand-up-coordination', task: taskNo(1), units, to: leader, words: '请定', quotes: [] }, secretary)

  it('waits for one leader, once', () => expect(refusalOf(up(), { type: 'hand-up-coordination', task: taskNo(1), units, to: other, words: '', quotes: [] }, secretary)).toEqual({ code: 'coordination-handed-up', task: 1, on: '2026-07-02', to: leader }))

  it('is decided by that leader alone', () => {
    const state = up()
    expect(refusalOf(state, { type: 'decide-coordination', task: taskNo(1), units }, other)).toEqual({ code: 'coordination-none', task: 1 })
    after(state, '2026-07-03', { type: 'decide-coordination', task: taskNo(1), units }, leader)
    expect(state.tasks.get(taskNo(1))?.course?.handedUp).toMatchObject([{ decided: { choice: 'meeting', on: '2026-07-03' } }])
    expect(refusalOf(state, { type: 'decide-coordination', task: taskNo(1), units })).toEqual({ code: 'coordination-decided', task: 1, on: '2026-07-03', choice: 'meeting' })
  })

  it('is decided by an order about that task, which says so', () => {
    const state = after(up(), '2026-07-03', order({ about: taskNo(1), answers: { coordination: units } }), leader)
    expect(state.tasks.get(taskNo(1))?.course?.handedUp).toMatchObject([{ decided: { choice: 'instruction', made: 3 } }])
  })

  it('waits no more once a secretary settled it', () => {
    const state = after(up(), '2026-07-03', { type: 'settle-coordination', task: taskNo(1), units, words: '已谈妥' }, secretary)
    expect(refusalOf(state, { type: 'decide-coordination', task: taskNo(1), units })).toEqual({ code: 'coordination-none', task: 1 })
  })
})

describe('a note that a leader was sent', () => {
  const note: PlanIntent = { type: 'send-leader-note', task: taskNo(1), due: day('2026-06-30'), to: leader, words: '已逾期' }
  it('is taken note of by that leader alone', () => {
    const state = after(plan(), '2026-07-02', note, secretary)
    expect(refusalOf(state, { type: 'answer-leader-note', task: taskNo(1), due: day('2026-06-30') }, other)).toEqual({ code: 'leader-note-not-yours', task: 1 })
    after(state, '2026-07-03', { type: 'answer-leader-note', task: taskNo(1), due: day('2026-06-30') }, leader)
    expect(state.tasks.get(taskNo(1))?.course?.leaderNotes).toMatchObject([{ answered: { how: 'noted', on: '2026-07-03' } }])
  })
  it('is answered by an order about that task', () => {
    const state = after(plan(), '2026-07-02', note, secretary)
    after(state, '2026-07-03', order({ about: taskNo(1), answers: { note: day('2026-06-30') } }), leader)
    expect(state.tasks.get(taskNo(1))?.course?.leaderNotes).toMatchObject([{ answered: { how: 'instruction', made: 3 } }])
  })
})
