import { describe, expect, it } from 'vitest'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { clausesUnmet } from '#src/meetings/clauses.ts'
import { cadences, cadencesOf, closedShort, hasPassed, nextMeeting } from '#src/meetings/cadence.ts'
import { after, day, planOf, task } from '#test/builders.ts'
import { edition } from '#test/ledger/edition.ts'

const group: Body = { id: 'b1', name: '县委教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年至少召开两次会议' }] }
const team: Body = { id: 'b2', name: '学校建设专班', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'quarter', times: 1, text: '每季度至少召开一次' }] }
const planWithBodies = (...bodies: Body[]): PlanState => planOf([task(1, { due: '2026-01-20', lead: '县教育局' }), task(2, { due: '2026-02-05', lead: '县教育局' }), task(3, { lead: '县教育局' })], { bodies })

const scheduled = (plan: PlanState, on: string, body = 'b1', decidedOn = '2026-01-07'): PlanState => after(plan, decidedOn, { type: 'schedule-meeting', body, day: day(on), time: '15:00', place: '' })
const settled = (plan: PlanState, on: string, meeting: string, held = true): PlanState => after(plan, on, { type: 'record-meeting', meeting, held })
const facts = (plan: PlanState, today: string, body = group) => cadencesOf(plan, body, day(today))[0]

describe('a body that must meet twice a year', () => {
  it('has met as often as its sittings were held', () => expect(facts(settled(scheduled(planWithBodies(group), '2026-03-10'), '2026-03-10', 'm1'), '2026-07-29')).toMatchObject({ needed: 2, held: 1, missing: 1, window: { key: '2026', to: '2026-12-31' } }))
  it('is not missing a sitting that is scheduled', () => expect(facts(scheduled(scheduled(planWithBodies(group), '2026-03-10'), '2026-09-10'), '2026-02-03')).toMatchObject({ held: 0, missing: 0 }))
  it('is missing one that was called off', () => expect(facts(settled(scheduled(planWithBodies(group), '2026-03-10'), '2026-03-10', 'm1', false), '2026-07-29')).toMatchObject({ held: 0, missing: 2 }))
  it('begins again each year', () => expect(facts(settled(scheduled(planWithBodies(group), '2026-03-10'), '2026-03-10', 'm1'), '2027-01-04')).toMatchObject({ held: 0, missing: 2 }))
  it('that met more often is missing none', () => {
    const plan = scheduled(scheduled(scheduled(planWithBodies(group), '2026-03-10'), '2026-04-10'), '2026-05-11')
    expect(facts(plan, '2026-02-03')?.missing).toBe(0)
  })
  it('is asked for in the words of its clause', () => expect(facts(planWithBodies(group), '2026-02-03')?.clause).toBe('每年至少召开两次会议'))
  it('is not counted with another body’s sittings', () => expect(facts(scheduled(planWithBodies(group, team), '2026-03-10', 'b2'), '2026-02-03')?.missing).toBe(2))
  it('must not meet before the plan begins, nor after it ends', () => expect([facts(planWithBodies(group), '2025-12-31'), facts(planWithBodies(group), '2029-01-01')]).toEqual([undefined, undefined]))
})

describe('a body', () => {
  it('that nobody says must meet is missing nothing', () => {
    const free = { ...group, cadences: [] }
    expect(facts(planWithBodies(free), '2026-02-03', free)).toBeUndefined()
  })
  it('that meets weekly is not prompted for', () => expect(facts(planWithBodies(group), '2026-02-03', { ...group, cadences: [{ id: 'k1', every: 'week', times: 1, text: '每周' }] })).toBeUndefined())
  it('missing most comes first', () => expect(cadences(planWithBodies(team, group), day('2026-02-03')).map(({ body }) => body.id)).toEqual(['b1', 'b2']))
})

describe('a body with two clauses', () => {
  const both: Body = { ...group, cadences: [...group.cadences, { id: 'k2', every: 'quarter', times: 1, text: '每季度调度一次' }] }

  it('is missing what each asks for', () => expect(cadencesOf(planWithBodies(both), both, day('2026-02-03')).map(({ cadence, missing }) => [cadence, missing])).toEqual([['k1', 2], ['k2', 1]]))
})

describe('a clause that counts one kind of sitting', () => {
  const kinds: Body = { ...group, cadences: [{ id: 'k1', every: 'year', times: 1, text: '1次综合性会议', of: 'general' }, { id: 'k2', every: 'year', times: 2, text: '2次专题会议', of: 'special' }] }
  const recorded = (called: object): number[] => cadencesOf(after(planWithBodies(kinds), '2026-03-11', { type: 'record-past-meeting', body: 'b1', on: day('2026-03-10'), ...called }), kinds, day('2026-07-29')).map(({ held }) => held)

  it('counts a 专题 sitting where it is asked for, and nowhere else', () => expect(recorded({ of: 'special' })).toEqual([0, 1]))
  it('counts one of which nobody said what it is for every clause', () => expect(recorded({})).toEqual([1, 1]))
  it('counts none that was set aside', () => expect(recorded({ uncounted: true })).toEqual([0, 0]))
  it('a clause without a kind counts every one but those', () => expect([{ of: 'special' }, { of: 'general' }, {}, { uncounted: true }].map((called) => facts(after(planWithBodies(group), '2026-03-11', { type: 'record-past-meeting', body: 'b1', on: day('2026-03-10'), ...called } as never), '2026-07-29')?.held)).toEqual([1, 1, 1, 0]))
})

describe('a window of which it was said why it is not met', () => {
  const excused = after(planWithBodies(group), '2026-11-02', { type: 'excuse-cadence', body: 'b1', cadence: 'k1', window: '2026', reason: '并入县委全会' })
  it('is missing nothing, and says why', () => expect(facts(excused, '2026-11-03')).toMatchObject({ missing: 0, held: 0, excused: { reason: '并入县委全会' } }))
  it('is that window alone', () => expect(facts(excused, '2027-03-01')?.missing).toBe(2))
})

describe('a window that closed', () => {
  const closed = (plan: PlanState, today: string) => clausesUnmet(plan, day(today)).map(({ body, window, held, needed }) => [body.id, window.key, held, needed])
  const once = () => settled(scheduled(planWithBodies(group), '2026-03-10'), '2026-03-10', 'm1')

  it('with too few sittings stays on the list', () => expect([closed(once(), '2026-12-31'), closed(once(), '2027-01-01'), closed(once(), '2028-06-01')]).toEqual([[], [['b1', '2026', 1, 2]], [['b1', '2027', 0, 2], ['b1', '2026', 1, 2]]]))
  it('with sittings that were only scheduled has had none', () => expect(closed(scheduled(planWithBodies(group), '2026-09-10'), '2027-01-04')).toEqual([['b1', '2026', 0, 2]]))
  it('is off it once a sitting of it is put on record', () => expect(closed(after(once(), '2027-01-05', { type: 'record-past-meeting', body: 'b1', on: day('2026-12-20') }), '2027-01-06')).toEqual([]))
  it('is off it once it is said why, and says it', () => {
    const said = after(once(), '2027-01-05', { type: 'excuse-cadence', body: 'b1', cadence: 'k1', window: '2026', reason: '换届' })
    expect(closed(said, '2027-01-06')).toEqual([])
    expect(closedShort(said, day('2027-01-06'))).toMatchObject([{ window: { key: '2026' }, held: 1, excused: { reason: '换届' } }])
  })
  it('before the plan came in is nobody’s, nor one that was more than half over then', () => {
    const late = (importedOn: string) => planOf([task(1)], { importedOn, handedOutOn: false, bodies: [team], period: { from: 2026, to: 2028 } })
    expect([closed(late('2026-02-10'), '2026-07-02'), closed(late('2026-02-20'), '2026-07-02')]).toEqual([[['b2', '2026Q2', 0, 1], ['b2', '2026Q1', 0, 1]], [['b2', '2026Q2', 0, 1]]])
  })
  it('after the plan’s years is none', () => expect(closed(planWithBodies(group), '2030-03-01').map(([, key]) => key)).toEqual(['2028', '2027', '2026']))
})

describe('a clause of an amendment', () => {
  const amendedOn = (on: string, before: Body[], now: Body[]): PlanState => {
    const tasks = [task(1, { due: '2026-01-20', lead: '县教育局' })]
    return after(planOf(tasks, { importedOn: '2026-01-05', bodies: before }), on, { type: 'amend', plan: edition(tasks, { bodies: now }) })
  }
  const closed = (plan: PlanState, today: string) => clausesUnmet(plan, day(today)).map(({ window, held, needed }) => [window.key, held, needed])
  const times = (count: number): Body => ({ ...team, cadences: team.cadences.map((cadence) => ({ ...cadence, times: count })) })

  it('that brings it is asked for from the window in which it stands, and no earlier one', () => {
    const plan = amendedOn('2026-07-10', [{ ...team, cadences: [] }], [team])
    expect(facts(plan, '2026-07-10', team)).toMatchObject({ window: { key: '2026Q3' }, missing: 1 })
    expect([closed(plan, '2026-07-11'), closed(plan, '2026-10-01'), closed(plan, '2027-01-01')]).toEqual([[], [['2026Q3', 0, 1]], [['2026Q4', 0, 1], ['2026Q3', 0, 1]]])
  })
  it('that brings it with its body is no different', () => expect(closed(amendedOn('2026-07-10', [], [team]), '2026-10-01')).toEqual([['2026Q3', 0, 1]]))
  it('of a window that was more than half over is nobody’s', () => expect(closed(amendedOn('2026-09-10', [], [team]), '2027-01-01')).toEqual([['2026Q4', 0, 1]]))
  it('that asks for more leaves what closed before as it was asked then', () => expect(closed(amendedOn('2026-07-10', [times(1)], [times(2)]), '2026-10-01')).toEqual([['2026Q3', 0, 2], ['2026Q2', 0, 1], ['2026Q1', 0, 1]]))
  it('that says the same leaves all as it was', () => expect(closed(amendedOn('2026-07-10', [team], [{ ...team, section: '学校建设' }]), '2026-10-01').map(([key]) => key)).toEqual(['2026Q3', '2026Q2', '2026Q1']))
})

describe('a sitting of this afternoon', () => {
  const sitting = scheduled(planWithBodies(group), '2026-03-10').meetings.get('m1')
  const passed = (today: string, time: string) => sitting !== undefined && hasPassed(sitting, day(today), time)

  it('is ahead in the morning, and has passed at its hour', () => expect([passed('2026-03-10', '09:00'), passed('2026-03-10', '15:00'), passed('2026-03-11', '08:00')]).toEqual([false, true, true]))
})

describe('the next sitting', () => {
  it('is the nearest that is not settled', () => expect(nextMeeting(settled(scheduled(scheduled(planWithBodies(group), '2026-09-10'), '2026-03-10'), '2026-03-10', 'm2'), day('2026-03-10'))?.day).toBe('2026-09-10'))
  it('may be today', () => expect(nextMeeting(scheduled(planWithBodies(group), '2026-03-10'), day('2026-03-10'))?.day).toBe('2026-03-10'))
  it('is none where there is none ahead', () => expect(nextMeeting(scheduled(planWithBodies(group), '2026-03-10'), day('2026-03-11'))).toBeUndefined())
})
