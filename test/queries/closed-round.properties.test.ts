// What a collection that is over had asked does not change, whatever happens afterwards.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { tasksAskedIn } from '#src/queries/asked-in.ts'
import { defaultRound, turnByKey, type Round } from '#src/queries/round.ts'
import { roundStanding } from '#src/queries/round-standing.ts'
import { summary } from '#src/queries/summary.ts'
import { anyIntent } from '#test/ledger/any-intent.ts'
import { after, approveMilestones, claim, day, nineOn, planWith, proposeMilestones, report, stampOf, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { eachMonth, openRound } from '#test/rounds.ts'
import { anyPlan, county } from './any-view.ts'

const lead = '县教育局'
/** Five of eight are silent in the second quarter. */
const plan = (): PlanState => [1, 2, 3].reduce((of, no) => after(of, '2026-06-24', report(no, `${lead}${no}`)), planWith(...[1, 2, 3, 4, 5, 6, 7, 8].map((no) => task(no, { lead: `${lead}${no}` }))))
/** 应报, 已报, 迟报 of the second quarter as 轮次 lists it. */
function figures(of: PlanState, today: string): number[] {
  const view = viewOn(today, of)
  const quarter = defaultRound(day('2026-07-01'), workCalendar)
  const { asked, answered, late } = roundStanding(view, quarter, tasksAskedIn(view, quarter))
  return [asked, answered, late]
}
const counts = (of: PlanState, today: string): number[] => {
  const { asked, answered, unreported } = summary(viewOn(today, of), nineOn(today))
  return [asked, answered, unreported]
}
const milestones = (of: PlanState, no: number): PlanState => after(after(of, '2026-07-02', proposeMilestones(no, `${lead}${no}`, ['主体封顶', '2026-11-30'])), '2026-07-03', approveMilestones(no, 2026))

describe('a quarter that has closed', () => {
  it('keeps its figures when a round is opened for some of its tasks', () => expect(figures(after(plan(), '2026-07-02', openRound({ tasks: [1, 4, 5, 6] })), '2026-07-03')).toEqual([8, 3, 0]))
  it('keeps them, and so does 汇总, when milestones are approved', () => {
    const of = milestones(milestones(plan(), 4), 1)
    expect([figures(of, '2026-07-06'), counts(of, '2026-07-06')]).toEqual([[8, 3, 0], [8, 3, 5]])
  })
  it.each<[string, PlanIntent, number[]]>([
    ['is paused', { type: 'pause-task', task: taskNo(4), reason: '规划调整' }, [8, 3, 0]], ['gets a date', { type: 'set-due', task: taskNo(4), day: day('2027-06-30'), reason: '补时限' }, [8, 3, 0]],
    ['gets another lead', { type: 'set-lead', task: taskNo(4), unit: unitId('县财政局') }, [8, 3, 0]], ['is not theirs', { type: 'question-part', task: taskNo(4), unit: unitId(`${lead}4`), about: 'not-ours', words: '不归我们' }, [8, 3, 0]],
    ['is said to be done: a late answer', claim(4, `${lead}4`), [8, 4, 1]], ['is reported on: a late answer', report(4, `${lead}4`), [8, 4, 1]],
  ])('keeps them when a task %s', (_, intent, kept) => expect(figures(after(plan(), '2026-07-02', intent), '2026-07-03')).toEqual(kept))
  it('counts a late answer, and no more once it is taken back', () => {
    const late = after(plan(), '2026-07-02', report(4, `${lead}4`), PersonId.parse('u9'))
    const before = figures(plan(), '2026-07-03')
    expect(figures(late, '2026-07-03')).not.toEqual(before)
    expect(figures(after(late, '2026-07-02', { type: 'undo', at: stampOf('2026-07-02').at }, PersonId.parse('u9')), '2026-07-03')).toEqual(before)
  })
  it('asks nobody again for what is paused since, and still counts it', () => expect(counts(after(plan(), '2026-07-02', { type: 'pause-task', task: taskNo(4), reason: '规划调整' }), '2026-07-03')).toEqual([8, 3, 5]))
})

/** Of each round that is over, who was asked about which task, and who is silent about it. */
function closed(of: PlanState, rounds: readonly Round[], today: Day): { asked: string[][]; silent: string[] } {
  const view = viewOn(today, of, county)
  const standing = rounds.map((round) => ({ key: round.key, voices: roundStanding(view, round, round.isDefault ? tasksAskedIn(view, round) : round.round.tasks).units.flatMap(({ voices }) => voices) }))
  return {
    asked: standing.map(({ voices }) => voices.flatMap(({ unit, tasks }) => tasks.map((no) => `${unit} ${no}`)).toSorted()),
    silent: standing.flatMap(({ key, voices }) => voices.flatMap(({ unit, silent }) => silent.map((no) => `${key} ${unit} ${no}`))),
  }
}

/** A name that was read wrongly is put right in what was, too; and a record that is struck was never said. */
const putsRight = ({ type }: PlanIntent): boolean => ['merge-units', 'settle-doubt', 'rule-objection'].includes(type)

describe('whatever happens after the last day', () => {
  it('who was asked in a quarter, in a round and in a turn stays the same, and nobody’s answer is lost', () => {
    fc.assert(fc.property(anyPlan, fc.array(fc.record({ intent: anyIntent.filter((intent) => !putsRight(intent)), daysLater: fc.integer({ min: 0, max: 40 }) }), { maxLength: 12 }), (of, course) => {
      const doing = (intent: PlanIntent, on: string): void => {
        const decision = decidePlan(of, intent, stampOf(on))
        for (const event of decision.ok ? decision.events : []) evolvePlan(of, event, stampOf(on))
      }
      const first = workCalendar.addDays(day('2028-01-03'), 0)
      doing(openRound({ tasks: [1, 2], since: '2028-01-01', until: '2028-03-10' }), '2028-01-04')
      doing(openRound({ tasks: [2, 3], since: '2028-01-01', repeats: eachMonth }), '2028-01-05')
      const over = workCalendar.addDays(first, 89)
      const before = viewOn(over, of, county)
      const quarter: Round = { key: '2028Q1', from: day('2028-01-01'), opensOn: day('2028-03-22'), until: day('2028-03-31'), isDefault: true }
      const turns = [...of.rounds.keys()].flatMap((id) => [id, `${id}/2028-02`, `${id}/2028-03`]).flatMap((key) => turnByKey(before, key) ?? []).filter(({ until }) => until <= over)
      const rounds: Round[] = [quarter, ...turns]
      const had = closed(of, rounds, over)
      let on = workCalendar.addDays(over, 1)
      for (const { intent, daysLater } of course) {
        on = workCalendar.addDays(on, daysLater)
        doing(intent, on)
        const now = closed(of, rounds, on)
        expect(now.asked).toEqual(had.asked)
        expect(had.silent).toEqual(expect.arrayContaining(now.silent))
      }
    }), { numRuns: 200 })
  })
})
