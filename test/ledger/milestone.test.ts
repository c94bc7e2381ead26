import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { yearKey, type Milestone } from '#src/ledger/milestone.ts'
import { unitsNamedIn } from '#src/ledger/merged-units.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, day, nineOn, planOf, planWith, stampOf, task, taskNo, unitId } from '#test/builders.ts'

const unit = unitId('县教育局')
const of = { task: taskNo(1), year: 2026 }
const tender: Milestone = { what: '完成招标', by: day('2026-06-30'), shows: '中标通知书' }
const start: Milestone = { what: '主体开工', by: day('2026-11-30') }
const propose = (milestones: readonly Milestone[] = [tender, start], more: { unit?: string; year?: number } = {}): PlanIntent => ({ type: 'propose-milestones', ...of, ...more, unit: unitId(more.unit ?? '县教育局'), milestones })
const approve: PlanIntent = { type: 'approve-milestones', ...of }
const reach = (number: number, more: object = {}): PlanIntent => ({ type: 'reach-milestone', ...of, unit, number, ...more })

const plan = (): PlanState => planWith(task(1, { lead: '县教育局', support: ['县财政局'] }))
const proposed = (milestones?: readonly Milestone[]): PlanState => after(plan(), '2026-01-12', propose(milestones))
const approved = (milestones?: readonly Milestone[]): PlanState => after(proposed(milestones), '2026-01-13', approve)
const year = (now: PlanState) => now.milestones.get(yearKey(of.task, of.year))
const refusal = (now: PlanState, intent: PlanIntent, on = '2026-02-02') => ((decision) => (decision.ok ? decision.events.map(({ type }) => type) : decision.refusal))(decidePlan(now, intent, stampOf(on)))

describe('milestones that a lead proposes', () => {
  it('wait for the secretary, the earliest first', () => expect(year(proposed([start, tender]))?.proposed).toMatchObject({ unit, milestones: [tender, start], on: '2026-01-12' }))
  it('take the place of those that waited', () => expect(year(after(proposed(), '2026-01-14', propose([start])))?.proposed?.milestones).toEqual([start]))
  it('are nothing new where the same wait, or stand approved', () => expect([refusal(proposed(), propose()), refusal(approved(), propose())]).toEqual([[], []]))
  it('may be of a later year of the plan', () => expect(refusal(plan(), propose([{ what: '完成招标', by: day('2027-06-30') }], { year: 2027 }))).toEqual(['milestones-proposed']))

  it.each<[string, PlanState, PlanIntent, object]>([
    ['before the plan is handed out', planOf([task(1, { lead: '县教育局' })], { handedOutOn: false }), propose(), { code: 'plan-not-handed-out' }],
    ['of a task that has a date of its own', planWith(task(1, { lead: '县教育局', due: '2026-09-30' })), propose(), { code: 'task-dated', due: '2026-09-30' }],
    ['of a task that is not there', plan(), { ...propose(), task: taskNo(9) } as PlanIntent, { code: 'task-unknown' }],
    ['by a unit that has no part', plan(), propose(undefined, { unit: '县公安局' }), { code: 'unit-not-on-task' }],
    ['by a unit that only supports', plan(), propose(undefined, { unit: '县财政局' }), { code: 'milestones-not-yours', units: ['县教育局'] }],
    ['of a year that is over', plan(), propose([tender], { year: 2025 }), { code: 'milestones-year', from: 2026, to: 2028 }],
    ['of a year after the plan', plan(), propose([tender], { year: 2029 }), { code: 'milestones-year' }],
    ['of no milestone', plan(), propose([]), { code: 'milestones-missing' }],
    ['of a milestone without words', plan(), propose([{ ...tender, what: ' ' }]), { code: 'milestones-missing' }],
    ['of seven', plan(), propose([1, 2, 3, 4, 5, 6, 7].map((no) => ({ ...tender, what: `第${no}所开工` }))), { code: 'milestones-too-many', found: 7, most: 6 }],
    ['of words too long', plan(), propose([{ ...tender, what: '长'.repeat(201) }]), { code: 'milestone-too-long', most: 200 }],
    ['of a day in another year', plan(), propose([{ ...tender, by: day('2027-01-31') }]), { code: 'milestone-outside', year: 2026 }],
    ['of a day that is past', plan(), propose([{ ...tender, by: day('2026-01-30') }]), { code: 'day-past', day: '2026-01-30' }],
    ['of the same milestone twice', plan(), propose([tender, { ...tender, by: start.by }]), { code: 'milestone-twice' }],
    ['of a task that is done', after(after(plan(), '2026-01-20', claim(1, '县教育局')), '2026-01-21', acceptClaim(1, '县教育局')), propose(), { code: 'assignment-closed' }],
  ])('are refused %s', (_, now, intent, expected) => expect(refusal(now, intent)).toMatchObject(expected))
})

describe('the secretary', () => {
  it('approves the proposal that was looked at', () => expect(year(approved())).toMatchObject({ approved: { milestones: [{ what: '完成招标', reached: [] }, { what: '主体开工' }], approvedOn: '2026-01-13', at: nineOn('2026-01-12') } }))
  it('approves nothing that nobody proposed', () => expect(refusal(plan(), approve)).toMatchObject({ code: 'milestones-not-proposed' }))
  it('approves once', () => expect(refusal(approved(), approve)).toMatchObject({ code: 'milestones-not-proposed' }))
  it('decides on no other proposal than the one that was seen', () => expect(refusal(proposed(), { ...approve, proposedAt: addMs(nineOn('2026-01-12'), -1) })).toMatchObject({ code: 'milestones-changed', on: '2026-01-12' }))
  it('approves nothing of a year that is over', () => expect(refusal(proposed(), approve, '2027-01-04')).toMatchObject({ code: 'milestones-year' }))
  it('returns with a reason', () => {
    expect(refusal(proposed(), { type: 'return-milestones', ...of, reason: ' ' })).toEqual({ code: 'reason-missing' })
    expect(year(after(proposed(), '2026-01-13', { type: 'return-milestones', ...of, reason: '缺验收节点' }))).toMatchObject({ returned: { reason: '缺验收节点', milestones: [tender, start] } })
  })
  it('hears no more of what was returned once the unit proposes again', () => {
    const now = after(after(proposed(), '2026-01-13', { type: 'return-milestones', ...of, reason: '缺验收节点' }), '2026-01-14', propose([start]))
    expect([year(now)?.returned, year(now)?.proposed?.milestones]).toEqual([undefined, [start]])
  })
})

describe('a change of approved milestones', () => {
  const moved = { ...tender, by: day('2026-07-31') }
  const change = (): PlanState => after(approved(), '2026-05-06', propose([moved, start]))

  it('stands beside what is approved until it is decided', () => expect([year(change())?.proposed?.milestones[0]?.by, year(change())?.approved?.milestones[0]?.by]).toEqual(['2026-07-31', '2026-06-30']))
  it('approved, keeps the first day beside the new one', () => expect(year(after(change(), '2026-05-07', approve))?.approved?.milestones).toMatchObject([{ by: '2026-07-31', original: '2026-06-30' }, { by: '2026-11-30' }]))
  it('returned, leaves what is approved', () => expect(year(after(change(), '2026-05-07', { type: 'return-milestones', ...of, reason: '不宜推迟' }))?.approved?.milestones[0]?.by).toBe('2026-06-30'))
  it('may keep one whose day is past as it is', () => expect(refusal(approved(), propose([tender, { ...start, by: day('2026-12-31') }]), '2026-08-03')).toEqual(['milestones-proposed']))
  it('never unsays what was reached, also where the new list leaves it out', () => {
    const now = after(after(after(approved(), '2026-04-01', reach(1, { words: '已发中标通知书' })), '2026-05-06', propose([start, { what: '封顶', by: day('2026-12-31') }])), '2026-05-07', approve)
    expect(year(now)?.approved?.milestones.map(({ what, reached }) => [what, reached.length])).toEqual([['完成招标', 1], ['主体开工', 0], ['封顶', 0]])
  })
})

describe('a milestone reached', () => {
  it('is the unit’s own word', () => expect(year(after(approved(), '2026-04-01', reach(1, { words: '已发中标通知书' }), 'system'))?.approved?.milestones[0]?.reached).toMatchObject([{ unit, words: '已发中标通知书', on: '2026-04-01' }]))
  it('needs no words', () => expect(refusal(approved(), reach(2))).toEqual(['milestone-reached']))
  it('is said once', () => expect(refusal(after(approved(), '2026-04-01', reach(1)), reach(1))).toMatchObject({ code: 'milestone-reached', on: '2026-04-01' }))
  it('is said by each member of a group', () => {
    const towns = (): PlanState => after(after(planWith(task(1, { lead: '各乡镇' })), '2026-01-12', propose(undefined, { unit: '各乡镇' })), '2026-01-13', approve)
    const said = (member: string): PlanIntent => reach(1, { unit: unitId('各乡镇'), member: unitId(member) })
    const now = after(towns(), '2026-04-01', said('青石镇'))
    expect([refusal(now, said('青石镇')), refusal(now, said('白鹭镇'))]).toMatchObject([{ code: 'milestone-reached' }, ['milestone-reached']])
  })
  it.each<[string, PlanState, PlanIntent, object]>([
    ['of a list that waits', proposed(), reach(1), { code: 'milestones-not-approved' }],
    ['of a number that is not there', approved(), reach(3), { code: 'milestone-unknown', asked: 3, most: 2 }],
    ['of a list that was changed since', approved(), reach(1, { proposedAt: nineOn('2026-01-11') }), { code: 'milestones-changed' }],
    ['by another unit', approved(), reach(1, { unit: unitId('县财政局') }), { code: 'milestones-not-yours' }],
    ['once the whole is said to be done', after(approved(), '2026-01-20', claim(1, '县教育局')), reach(1), { code: 'assignment-claimed' }],
  ])('is refused %s', (_, now, intent, expected) => expect(refusal(now, intent)).toMatchObject(expected))
})

describe('units that are merged', () => {
  const merged = (): PlanState => after(after(approved(), '2026-04-01', reach(1)), '2026-05-06', { type: 'merge-units', keep: unitId('县教体局'), other: unit })
  it('take the proposal and what was reached with them', () => expect(year(merged())?.approved).toMatchObject({ unit: '县教体局', milestones: [{ reached: [{ unit: '县教体局' }] }, {}] }))
  it('leave no trace of the other name', () => expect(unitsNamedIn(merged())).not.toContain(unit))
})
