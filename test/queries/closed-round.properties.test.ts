// What a collection that is over had asked does not change, whatever happens afterwards.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { PersonId, type TaskNo, type UnitId } from '#src/ledger/ids.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { tasksAskedIn } from '#src/queries/asked-in.ts'
import { defaultRound, turnByKey, turnsBegun, type Round } from '#src/queries/round.ts'
import { roundStanding } from '#src/queries/round-standing.ts'
import { summary } from '#src/queries/summary.ts'
import { anyIntent } from '#test/ledger/any-intent.ts'
import { acceptClaim, after, approveMilestones, change, claim, day, directoryWith, nineOn, planWith, proposeMilestones, report, returnClaim, stampOf, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { eachMonth, openRound } from '#test/rounds.ts'
import { anyPlan, county } from './any-view.ts'

const lead = '县教育局'
/** Five of eight are silent in the second quarter. */
const plan = (): PlanState => [1, 2, 3].reduce((of, no) => after(of, '2026-06-24', report(no, `${lead}${no}`)), planWith(...[1, 2, 3, 4, 5, 6, 7, 8].map((no) => task(no, { lead: `${lead}${no}` }))))
/** 应报, 已报, 迟报 of the second quarter as 轮次 lists it. */
function figures(of: PlanState, today: string, directory?: Directory): number[] {
  const view = viewOn(today, of, directory)
  const quarter = defaultRound(viewOn('2026-07-01', of))
  const { asked, answered, late } = roundStanding(view, quarter, tasksAskedIn(view, quarter))
  return [asked, answered, late]
}
const counts = (of: PlanState, today: string): number[] => {
  const { asked, answered, unreported } = summary(viewOn(today, of), nineOn(today))
  return [asked, answered, unreported]
}
const withdrawClaim = (no: number): PlanIntent => ({ type: 'withdraw-claim', task: taskNo(no), unit: unitId(`${lead}${no}`), reason: '报早了' })
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
  it('counts a unit that was silent as silent, whoever carries on its work since, and the other’s word as a late one', () => {
    const directory = directoryWith(['县文广新局', '县文旅局'])
    const of = after(planWith(task(1, { lead: '县文广新局' })), '2026-07-01', { type: 'succeed-unit', from: unitId('县文广新局'), to: unitId('县文旅局') })
    change(directory, { type: 'set-succession', from: unitId('县文广新局'), to: unitId('县文旅局'), on: day('2026-07-01') }, '2026-07-01')
    expect(figures(of, '2026-07-03', directory)).toEqual([1, 0, 0])
    expect(figures(after(of, '2026-07-02', report(1, '县文旅局')), '2026-07-03', directory)).toEqual([1, 1, 1])
  })
  it('counts a late answer, and no more once it is taken back', () => {
    const late = after(plan(), '2026-07-02', report(4, `${lead}4`), PersonId.parse('u9'))
    const before = figures(plan(), '2026-07-03')
    expect(figures(late, '2026-07-03')).not.toEqual(before)
    expect(figures(after(late, '2026-07-02', { type: 'undo', at: stampOf('2026-07-02').at }, PersonId.parse('u9')), '2026-07-03')).toEqual(before)
  })
  it('counts a late completion for ever, sent back or withdrawn', () => {
    const late = (): PlanState => after(plan(), '2026-07-02', claim(4, `${lead}4`))
    expect(figures(after(late(), '2026-07-03', returnClaim(4, `${lead}4`)), '2026-07-03')).toEqual([8, 4, 1])
    expect(figures(after(late(), '2026-07-02', withdrawClaim(4)), '2026-07-06')).toEqual([8, 4, 1])
  })
  it('counts a completion in time as in time, whatever is said once it was sent back', () => {
    const sentBack = after(after(plan(), '2026-06-26', claim(4, `${lead}4`)), '2026-07-02', returnClaim(4, `${lead}4`))
    expect(figures(sentBack, '2026-07-03')).toEqual(figures(after(plan(), '2026-06-26', claim(4, `${lead}4`)), '2026-07-03'))
  })
  it('does not count one that was sent back before its last day, as it did not on that day', () => {
    const sentBack = after(after(plan(), '2026-06-24', claim(4, `${lead}4`)), '2026-06-26', returnClaim(4, `${lead}4`))
    expect(figures(sentBack, '2026-07-03')).toEqual([8, 3, 0])
    expect(figures(after(sentBack, '2026-07-02', report(4, `${lead}4`)), '2026-07-03')).toEqual([8, 4, 1])
  })
  it('asks nobody again for what is paused since, and still counts it', () => expect(counts(after(plan(), '2026-07-02', { type: 'pause-task', task: taskNo(4), reason: '规划调整' }), '2026-07-03')).toEqual([8, 3, 5]))
})

describe('what 汇总 says of a quarter that has closed', () => {
  const dated = (due: string): PlanState => [1, 2, 3].reduce((of, no) => after(of, '2026-06-24', report(no, `${lead}${no}`)), planWith(task(9, { lead: `${lead}9`, due }), ...[1, 2, 3, 4].map((no) => task(no, { lead: `${lead}${no}` }))))
  const lines = (of: PlanState, today: string): (string | number)[][] => summary(viewOn(today, of), nineOn(today)).rounds.map(({ round, asked, answered }) => [round.key, asked, answered])
  const asks: PlanIntent = { type: 'ask-extension', task: taskNo(9), unit: unitId(`${lead}9`), day: day('2026-09-15'), reason: '设备未到' }
  const grants: PlanIntent = { type: 'grant-extension', task: taskNo(9), unit: unitId(`${lead}9`) }
  it('has nothing of a task that is asked by its date: a later day that is granted changes the line of dates alone', () => {
    expect(lines(dated('2026-06-15'), '2026-07-02')).toEqual([['2026Q2', 4, 3], ['by-date', 1, 0]])
    expect(lines(after(after(dated('2026-06-15'), '2026-07-02', asks), '2026-07-02', grants), '2026-07-02')).toEqual([['2026Q2', 4, 3]])
  })
  it('stays when a date comes near after it', () => expect(['2026-07-01', '2026-08-10'].map((today) => lines(dated('2026-09-01'), today))).toEqual([[['2026Q2', 4, 3]], [['2026Q2', 4, 3], ['by-date', 1, 0]]]))
  it('is what 轮次 counts of it', () => {
    const of = dated('2026-06-15')
    expect(lines(of, '2026-07-02')[0]?.slice(1)).toEqual(figures(of, '2026-07-02').slice(0, 2))
  })
})

describe('a round that has closed', () => {
  const opened = (): PlanState => after(planWith(task(1, { lead })), '2026-07-02', openRound())
  const counted = (of: PlanState, on: string, directory?: Directory): number[] => {
    const view = viewOn(on, of, directory)
    const [turn] = turnsBegun(view)
    if (turn === undefined) throw new Error('no round')
    const { asked, answered, late } = roundStanding(view, turn, [taskNo(1)])
    return [asked, answered, late]
  }
  it('keeps an answer in time as one when it is sent back later and reported on', () => {
    const sentBack = after(after(opened(), '2026-07-06', claim(1, lead)), '2026-07-20', returnClaim(1, lead))
    expect([counted(sentBack, '2026-07-20'), counted(after(sentBack, '2026-07-21', report(1, lead)), '2026-07-21')]).toEqual([[1, 1, 0], [1, 1, 0]])
  })
  it('keeps a late answer as one when it is sent back, or what was accepted is opened again', () => {
    const late = (): PlanState => after(opened(), '2026-07-15', claim(1, lead))
    expect(counted(after(late(), '2026-07-16', returnClaim(1, lead)), '2026-07-16')).toEqual([1, 1, 1])
    expect(counted(after(after(late(), '2026-07-16', acceptClaim(1, lead)), '2026-07-20', { type: 'reopen-task', task: taskNo(1), reason: '抽查不实' }), '2026-07-20')).toEqual([1, 1, 1])
  })
  it.each(['2026-07-15', '2026-07-16'])('keeps a late answer of the unit that was asked, though its part is passed on: by a change of %s', (on) => {
    const answered = after(after(opened(), '2026-07-15', claim(1, lead)), '2026-07-15', { type: 'withdraw-claim', task: taskNo(1), unit: unitId(lead), reason: '材料还缺' })
    after(after(answered, '2026-07-15', report(1, lead)), on, { type: 'question-part', task: taskNo(1), unit: unitId(lead), about: 'not-ours', words: '职能已划转' })
    expect(counted(after(answered, on, { type: 'uphold-question', task: taskNo(1), unit: unitId(lead), to: unitId('县财政局'), words: '' }), '2026-07-17')).toEqual([1, 1, 1])
  })
  it.each([false, true])('does not count what was recorded for a unit and struck since, whether the task changed meanwhile: %s', (isChanged) => {
    const recorded = after(opened(), '2026-07-08', { type: 'report-on-behalf', task: taskNo(1), unit: unitId(lead), state: 'normal', progress: 50 as never, done: '开工', correction: false, onBehalf: { who: '王科长', on: day('2026-07-08'), how: '电话' } })
    expect(counted(recorded, '2026-07-20')).toEqual([1, 1, 0])
    if (isChanged) after(recorded, '2026-07-20', { type: 'set-due', task: taskNo(1), day: day('2027-06-30'), reason: '补时限' })
    after(recorded, '2026-07-21', { type: 'object', task: taskNo(1), unit: unitId(lead), about: 'record', against: '开工', words: '没有说过' })
    const struck = after(recorded, '2026-07-22', { type: 'rule-objection', task: taskNo(1), unit: unitId(lead), upheld: true, reason: '' })
    expect(counted(struck, '2026-07-22')).toEqual([1, 0, 0])
    expect(counted(after(struck, '2026-07-23', report(1, lead)), '2026-07-23')).toEqual([1, 1, 1])
  })
  it.each([false, true])('does not count a completion that was recorded and struck since, whether the task changed meanwhile: %s', (isChanged) => {
    const recorded = after(opened(), '2026-07-08', { type: 'claim-on-behalf', task: taskNo(1), unit: unitId(lead), words: '已完成', onBehalf: { who: '王科长', on: day('2026-07-08'), how: '电话' } })
    expect(counted(recorded, '2026-07-20')).toEqual([1, 1, 0])
    if (isChanged) after(recorded, '2026-07-20', { type: 'set-due', task: taskNo(1), day: day('2027-06-30'), reason: '补时限' })
    after(recorded, '2026-07-21', { type: 'object', task: taskNo(1), unit: unitId(lead), about: 'record', against: '已完成', words: '没有说过' })
    expect(counted(after(recorded, '2026-07-22', { type: 'rule-objection', task: taskNo(1), unit: unitId(lead), upheld: true, reason: '' }), '2026-07-22')).toEqual([1, 0, 0])
  })
  it.each([false, true])('asked of whoever was recorded as done and never said so, whether the task changed meanwhile: %s', (isChanged) => {
    const recorded = after(planWith(task(1, { lead })), '2026-06-10', { type: 'claim-on-behalf', task: taskNo(1), unit: unitId(lead), words: '已完成', onBehalf: { who: '王科长', on: day('2026-06-10'), how: '电话' } })
    const asked = (of: PlanState, on: string): number[][] => summary(viewOn(on, of), nineOn(on)).rounds.map((round) => [round.asked, round.answered])
    expect(asked(recorded, '2026-07-02')).toEqual([[0, 0]])
    if (isChanged) after(recorded, '2026-07-03', { type: 'set-due', task: taskNo(1), day: day('2027-06-30'), reason: '补时限' })
    after(recorded, '2026-07-06', { type: 'object', task: taskNo(1), unit: unitId(lead), about: 'record', against: '已完成', words: '没有说过' })
    after(recorded, '2026-07-07', { type: 'rule-objection', task: taskNo(1), unit: unitId(lead), upheld: true, reason: '' })
    expect(asked(recorded, '2026-07-08')).toEqual([[1, 0]])
  })
  it.each([false, true])('asked of the member of a group that was recorded as done and never said so, whether the task changed meanwhile: %s', (isChanged) => {
    const towns = directoryWith(['青石镇', '白鹭镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇'] }])
    const of = (member: string): { task: TaskNo; unit: UnitId; member: UnitId } => ({ task: taskNo(1), unit: unitId('各乡镇'), member: unitId(member) })
    const recorded = after(after(planWith(task(1, { lead: '各乡镇' })), '2026-06-10', { type: 'claim', ...of('青石镇'), words: '已完成' }), '2026-06-10', { type: 'claim-on-behalf', ...of('白鹭镇'), words: '已完成', onBehalf: { who: '王科长', on: day('2026-06-10'), how: '电话' } })
    after(recorded, '2026-06-11', { type: 'accept-claim', task: taskNo(1), unit: unitId('各乡镇') })
    const asked = (on: string): number[][] => summary(viewOn(on, recorded, towns), nineOn(on)).rounds.map((round) => [round.asked, round.answered])
    expect(asked('2026-07-02')).toEqual([[0, 0]])
    if (isChanged) after(recorded, '2026-07-03', { type: 'set-due', task: taskNo(1), day: day('2027-06-30'), reason: '补时限' })
    after(recorded, '2026-07-06', { type: 'object', ...of('白鹭镇'), about: 'record', against: '已完成', words: '没有说过' })
    after(recorded, '2026-07-07', { type: 'rule-objection', ...of('白鹭镇'), upheld: true, reason: '' })
    expect(asked('2026-07-08')).toEqual([[1, 0]])
  })
  it.each<[string, Parameters<typeof task>[1]]>([['helped', { lead, support: ['县财政局'] }], ['answers beside it', { responsible: [lead, '县财政局'] }]])('does not count what a unit that %s had said, once that one carries on the work; its next word is a late one', (_, parts) => {
    const directory = directoryWith([lead, '县财政局'])
    const of = after(after(planWith(task(1, parts)), '2026-07-02', openRound()), '2026-07-03', report(1, '县财政局', { progress: 10 }))
    change(directory, { type: 'set-succession', from: unitId(lead), to: unitId('县财政局'), on: day('2026-07-14') }, '2026-07-14')
    after(of, '2026-07-14', { type: 'succeed-unit', from: unitId(lead), to: unitId('县财政局') })
    expect(counted(of, '2026-07-15', directory)).toEqual([1, 0, 0])
    expect(counted(after(of, '2026-07-15', report(1, '县财政局', { progress: 20 })), '2026-07-16', directory)).toEqual([1, 1, 1])
  })
  it('counts the answer of a unit that another carries on, whatever that one says later', () => {
    const directory = directoryWith([lead, '县财政局'])
    const of = after(after(planWith(task(1, { responsible: [lead, '县财政局'] })), '2026-07-02', openRound()), '2026-07-03', report(1, lead, { progress: 10 }))
    after(of, '2026-07-13', report(1, '县财政局', { progress: 20 }))
    change(directory, { type: 'set-succession', from: unitId(lead), to: unitId('县财政局'), on: day('2026-07-14') }, '2026-07-14')
    after(of, '2026-07-14', { type: 'succeed-unit', from: unitId(lead), to: unitId('县财政局') })
    expect(counted(of, '2026-07-15', directory)).toEqual([1, 1, 0])
  })
})

/** Of each round that is over, who was asked about which task, and who is silent about it. */
function closed(of: PlanState, rounds: readonly Round[], today: Day): { asked: string[][]; silent: string[]; late: string[] } {
  const view = viewOn(today, of, county)
  const standing = rounds.map((round) => ({ key: round.key, voices: roundStanding(view, round, round.isDefault ? tasksAskedIn(view, round) : round.round.tasks).units.flatMap(({ voices }) => voices) }))
  return {
    asked: standing.map(({ voices }) => voices.flatMap(({ unit, tasks }) => tasks.map((no) => `${unit} ${no}`)).toSorted()),
    silent: standing.flatMap(({ key, voices }) => voices.flatMap(({ unit, silent }) => silent.map((no) => `${key} ${unit} ${no}`))),
    late: standing.flatMap(({ key, voices }) => voices.flatMap(({ unit, late }) => late.map((no) => `${key} ${unit} ${no}`))),
  }
}

/** A name that was read wrongly is put right in what was, too; and what is struck or taken back was never said. */
const putsRight = ({ type }: PlanIntent): boolean => ['merge-units', 'settle-doubt', 'rule-objection', 'undo'].includes(type)

describe('whatever happens after the last day', () => {
  it('who was asked in a quarter, in a round and in a turn stays the same, and nobody’s answer is lost, in time or late', () => {
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
      let had = closed(of, rounds, over)
      let on = workCalendar.addDays(over, 1)
      for (const { intent, daysLater } of course) {
        on = workCalendar.addDays(on, daysLater)
        doing(intent, on)
        const now = closed(of, rounds, on)
        expect(now.asked).toEqual(had.asked)
        expect(had.silent).toEqual(expect.arrayContaining(now.silent))
        expect(now.late).toEqual(expect.arrayContaining(had.late))
        had = now
      }
    }), { numRuns: 200 })
  })
})
