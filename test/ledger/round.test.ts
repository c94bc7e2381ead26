import { describe, expect, it } from 'vitest'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, planOf, planWith, stampOf, task, taskNo, unitId } from '#test/builders.ts'
import { eachMonth, openRound } from '#test/rounds.ts'

const plan = (): PlanState => planWith(task(1, { lead: '县教育局' }), task(2, { lead: '县财政局' }))
const open = (facts: Partial<Extract<PlanIntent, { type: 'open-round' }>> = {}): PlanIntent => ({ type: 'open-round', title: '年中进展', tasks: [taskNo(1), taskNo(2)], since: day('2026-07-01'), until: day('2026-07-10'), ...facts })
const opened = (facts: Partial<Extract<PlanIntent, { type: 'open-round' }>> = {}): PlanState => after(plan(), '2026-07-02', open(facts))
const monthly = (): PlanState => after(plan(), '2026-07-02', openRound({ tasks: [1, 2], repeats: eachMonth }))
const no = (on: string, intent: PlanIntent, of = opened()): string => {
  const decision = decidePlan(of, intent, stampOf(on))
  return decision.ok ? `recorded ${decision.events.length}` : decision.refusal.code
}

describe('opening a round', () => {
  it('keeps what is asked: the tasks once each, from when a word counts, until when, and the one question', () => {
    expect(opened({ tasks: [taskNo(2), taskNo(1), taskNo(2)], question: ' 缺什么？ ' }).rounds.get('n1')).toMatchObject({ title: '年中进展', tasks: [2, 1], since: '2026-07-01', when: { every: 'once', until: '2026-07-10' }, question: '缺什么？', openedOn: '2026-07-02' })
  })
  it('counts the rounds of its plan', () => expect([...after(opened(), '2026-07-20', open({ until: day('2026-07-31') })).rounds.keys()]).toEqual(['n1', 'n2']))
  it('never counts words of days to come', () => expect(opened({ since: day('2026-07-08') }).rounds.get('n1')?.since).toBe('2026-07-02'))
  it.each<[string, Partial<Extract<PlanIntent, { type: 'open-round' }>>]>([['day-past', { until: day('2026-07-01') }], ['round-empty', { tasks: [] }], ['task-unknown', { tasks: [taskNo(9)] }], ['reason-missing', { title: ' ' }]])('is refused: %s', (code, facts) => {
    expect(no('2026-07-02', open(facts))).toBe(code)
  })
  it('is refused without a last day, where it does not repeat', () => expect(no('2026-07-02', { type: 'open-round', title: '年中进展', tasks: [taskNo(1)], since: day('2026-07-01') })).toBe('day-unclear'))
  it('is refused of a plan that nobody was told of', () => expect(no('2026-07-02', open(), planOf([task(1), task(2)], { handedOutOn: false }))).toBe('plan-not-handed-out'))
})

describe('a round that is held once', () => {
  it('is closed before its last day, once', () => {
    const of = opened()
    expect(no('2026-07-08', { type: 'close-round', round: 'n1' }, of)).toBe('recorded 1')
    after(of, '2026-07-08', { type: 'close-round', round: 'n1' })
    expect(no('2026-07-09', { type: 'close-round', round: 'n1' }, of)).toBe('round-closed')
  })
  it('is closed by itself after its last day', () => expect([no('2026-07-10', { type: 'close-round', round: 'n1' }), no('2026-07-13', { type: 'close-round', round: 'n1' })]).toEqual(['recorded 1', 'round-past']))
  it('is reopened for one unit once it is over, until a day', () => {
    const reopen: PlanIntent = { type: 'reopen-round', round: 'n1', unit: unitId('县教育局'), until: day('2026-07-15') }
    expect([no('2026-07-10', reopen), no('2026-07-13', reopen), no('2026-07-16', reopen)]).toEqual(['round-open', 'recorded 1', 'day-past'])
    const of = after(opened(), '2026-07-13', reopen)
    expect(of.rounds.get('n1')?.turns.get('n1')?.reopened.get(unitId('县教育局'))).toEqual({ until: '2026-07-15', on: '2026-07-13' })
    expect(no('2026-07-14', reopen, of)).toBe('recorded 0')
  })
  it('is published once it is over, once, with its words', () => {
    const publish: PlanIntent = { type: 'publish-round', round: 'n1', words: '应报2家，均已报。' }
    expect([no('2026-07-10', publish), no('2026-07-13', { ...publish, words: ' ' })]).toEqual(['round-open', 'reason-missing'])
    const of = after(opened(), '2026-07-13', publish)
    expect(of.rounds.get('n1')?.turns.get('n1')?.published).toMatchObject({ on: '2026-07-13', words: '应报2家，均已报。' })
    expect(no('2026-07-14', publish, of)).toBe('round-published')
  })
  it('has no turns', () => expect(no('2026-07-08', { type: 'close-round', round: 'n1/2026-07' })).toBe('round-unknown'))
  it('of another number is unknown', () => expect(no('2026-07-08', { type: 'close-round', round: 'n2' })).toBe('round-unknown'))
})

describe('a round that repeats', () => {
  it('stores nothing of its turns until something happens to one', () => expect(monthly().rounds.get('n1')?.turns.size).toBe(0))
  it('keeps what happened to each turn apart', () => {
    const of = after(after(monthly(), '2026-07-09', { type: 'close-round', round: 'n1/2026-07' }), '2026-08-10', { type: 'publish-round', round: 'n1/2026-08', words: '已报。' })
    expect([...of.rounds.get('n1')?.turns ?? []].map(([key, { closedOn, published }]) => [key, closedOn, published?.on])).toEqual([['n1/2026-07', '2026-07-09', undefined], ['n1/2026-08', undefined, '2026-08-10']])
  })
  it('has no turn before it can have opened, nor after it ended', () => {
    expect([no('2026-08-04', { type: 'close-round', round: 'n1/2026-08' }, monthly()), no('2026-08-04', { type: 'publish-round', round: 'n1/2026-08', words: '已报。' }, monthly())]).toEqual(['round-unknown', 'round-unknown'])
    expect(no('2026-09-30', { type: 'publish-round', round: 'n1/2026-09', words: '已报。' }, after(monthly(), '2026-08-10', { type: 'close-round', round: 'n1' }))).toBe('round-unknown')
  })
  it.each(['n1/2026-06', 'n1/2026-08', 'n1/2026Q3', 'n1/2026-7', 'n1/2026-07/1', 'n1/'])('has no turn %s in July', (round) => expect(no('2026-07-09', { type: 'close-round', round }, monthly())).toBe('round-unknown'))
  it('ends as a whole by its own name, once', () => {
    const of = after(monthly(), '2026-09-01', { type: 'close-round', round: 'n1' })
    expect(of.rounds.get('n1')?.endedOn).toBe('2026-09-01')
    expect(no('2026-09-02', { type: 'close-round', round: 'n1' }, of)).toBe('round-closed')
  })
})

it('a unit that is merged into another leaves it the day to which a round was reopened for it', () => {
  const of = after(opened(), '2026-07-13', { type: 'reopen-round', round: 'n1', unit: unitId('县教体局'), until: day('2026-07-15') })
  after(of, '2026-07-14', { type: 'merge-units', keep: unitId('县教育局'), other: unitId('县教体局') })
  expect([...of.rounds.get('n1')?.turns.get('n1')?.reopened.keys() ?? []]).toEqual(['县教育局'])
})
