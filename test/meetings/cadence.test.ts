import { describe, expect, it } from 'vitest'
import type { Body } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { agenda } from '#src/meetings/agenda.ts'
import { cadenceOf, cadences, nextMeeting } from '#src/meetings/cadence.ts'
import { after, day, planOf, report, task, viewOn } from '#test/builders.ts'

const group: Body = { id: 'b1', name: '县委教育工作领导小组', convened: true, deputies: [], members: [], cadence: { every: 'year', times: 2, text: '每年至少召开两次会议' } }
const team: Body = { id: 'b2', name: '学校建设专班', convened: true, deputies: [], members: [], cadence: { every: 'quarter', times: 1, text: '每季度至少召开一次' } }
const planWithBodies = (...bodies: Body[]): PlanState => planOf([task(1, { due: '2026-01-20', lead: '县教育局' }), task(2, { due: '2026-02-05', lead: '县教育局' }), task(3, { lead: '县教育局' })], { bodies })

const scheduled = (plan: PlanState, on: string, body = 'b1', decidedOn = '2026-01-07'): PlanState => after(plan, decidedOn, { type: 'schedule-meeting', body, day: day(on), time: '15:00', place: '' })
const settled = (plan: PlanState, on: string, meeting: string, held = true): PlanState => after(plan, on, { type: 'record-meeting', meeting, held })
const facts = (plan: PlanState, today: string, body = group) => cadenceOf(plan, body, day(today))

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
    const { cadence: _none, ...free } = group
    expect([_none?.times, facts(planWithBodies(free), '2026-02-03', free)]).toEqual([2, undefined])
  })
  it('that meets weekly is not prompted for', () => expect(facts(planWithBodies(group), '2026-02-03', { ...group, cadence: { every: 'week', times: 1, text: '每周' } })).toBeUndefined())
  it('missing most comes first', () => expect(cadences(planWithBodies(team, group), day('2026-02-03')).map(({ body }) => body.id)).toEqual(['b1', 'b2']))
})

describe('the next sitting', () => {
  it('is the nearest that is not settled', () => expect(nextMeeting(settled(scheduled(scheduled(planWithBodies(group), '2026-09-10'), '2026-03-10'), '2026-03-10', 'm2'), day('2026-03-10'))?.day).toBe('2026-09-10'))
  it('may be today', () => expect(nextMeeting(scheduled(planWithBodies(group), '2026-03-10'), day('2026-03-10'))?.day).toBe('2026-03-10'))
  it('is none where there is none ahead', () => expect(nextMeeting(scheduled(planWithBodies(group), '2026-03-10'), day('2026-03-11'))).toBeUndefined())
})

describe('the agenda of a sitting', () => {
  it('is the reds and the yellows, and nothing else', () => {
    const { reds, yellows } = agenda(viewOn('2026-02-03', after(planWithBodies(group), '2026-02-02', report(3, '县教育局'))))
    expect([reds.map(({ number }) => number), yellows.map(({ number }) => number)]).toEqual([[1], [2]])
  })
})
