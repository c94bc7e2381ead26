import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quarterOf } from '#src/calendar/period.ts'
import { roundOf } from '#src/queries/round.ts'
import { isUnreported, taskList } from '#src/queries/task-list.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { anyDay } from '#test/calendar/any-day.ts'
import { after, day, planOf, planWith, report, task, viewOn, workCalendar } from '#test/builders.ts'

const lead = '县教育局'
const round = (today: string): string => roundOf(day(today), workCalendar).key
const isSilent = (today: string, plan: PlanState): boolean => {
  const view = viewOn(today, plan)
  return taskList(view).some((card) => isUnreported(view, card))
}

describe('the round', () => {
  it('is the quarter that closed last, until this one is asked for', () => expect([round('2026-03-19'), round('2026-04-01')]).toEqual(['2025Q4', '2026Q1']))
  it('is this quarter from its first reminder on', () => expect([round('2026-03-20'), round('2026-03-31')]).toEqual(['2026Q1', '2026Q1']))
  it('is always this quarter or the one before, and never goes back', () => {
    fc.assert(fc.property(anyDay, (today) => {
      const [now, tomorrow] = [roundOf(today, workCalendar), roundOf(workCalendar.addDays(today, 1), workCalendar)]
      expect(now.from <= quarterOf(today).from && tomorrow.from >= now.from).toBe(true)
    }))
  })
})

describe('未报', () => {
  it('is nobody before anybody was asked', () => expect(isSilent('2026-02-03', planWith(task(1, { lead })))).toBe(false))
  it('is who says nothing once asked', () => expect(isSilent('2026-03-20', planWith(task(1, { lead })))).toBe(true))
  it('is not who answered in the quarter, before being asked', () => expect(isSilent('2026-03-31', after(planWith(task(1, { lead })), '2026-02-02', report(1, lead)))).toBe(false))
  it('stays after the quarter has closed', () => expect(isSilent('2026-04-10', planWith(task(1, { lead })))).toBe(true))
  it('ends with a late answer', () => expect(isSilent('2026-04-10', after(planWith(task(1, { lead })), '2026-04-09', report(1, lead)))).toBe(false))
  it('is nobody of a plan handed out after the round', () => expect(isSilent('2026-04-10', planOf([task(1, { lead })], { handedOutOn: '2026-04-09' }))).toBe(false))
})
