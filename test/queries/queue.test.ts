import { describe, expect, it } from 'vitest'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { nextInQueue, queue, queueCounts, type QueueItem } from '#src/queries/queue.ts'
import { acceptClaim, after, claim, day, directoryWith, nineOn, planOf, proposeMilestones, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const towns = { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }
const directory = directoryWith(['溪口镇', '青石镇', towns, '县教育局', '县财政局'])
const of = { task: taskNo(1), unit: unitId('县教育局') }
const askExtension = (day_: string, reason = '土地指标未批'): PlanIntent => ({ type: 'ask-extension', ...of, day: day(day_), reason })
const question: PlanIntent = { type: 'question-part', task: taskNo(2), unit: unitId('县财政局'), about: 'not-ours', words: '不归我局管', should: '县教育局' }
const object: PlanIntent = { type: 'object', ...of, about: 'light', against: '🔴 滞后', words: '材料6月已交' }

const plan = (id = 'p1'): PlanState =>
  planOf([task(1, { lead: '县教育局', due: '2026-06-30' }), task(2, { lead: '县财政局', due: '2026-09-30' }), task(3, { lead: '各乡镇', due: '2026-06-30' }), task(4, { lead: '县教育局' })], { id })
const waiting = (today: string, ...plans: PlanState[]): QueueItem[] => queue(plans.map((each) => viewOn(today, each, directory)))
const kinds = (items: readonly QueueItem[]): string[] => items.map(({ kind, task: no }) => `${kind} ${no}`)

function busy(): PlanState {
  const now = plan()
  after(now, '2026-06-15', askExtension('2026-08-31'))
  after(now, '2026-06-16', question)
  after(now, '2026-06-18', object)
  after(now, '2026-06-24', { ...claim(3, '各乡镇'), member: unitId('青石镇') } as PlanIntent)
  return after(now, '2026-06-17', proposeMilestones(4, '县教育局', ['完成招标', '2026-09-30']))
}

describe('what waits for a decision', () => {
  it('stands in one order: completions by the day of their review, then what was asked first', () =>
    expect(kinds(waiting('2026-06-25', busy()))).toEqual(['claim 3', 'extension 1', 'part-question 2', 'milestones 4', 'objection 1']))

  it('of a completion is due five working days after it was claimed', () => expect(waiting('2026-06-25', busy())[0]).toMatchObject({ reviewBy: '2026-07-01', speaker: '青石镇', unit: '各乡镇' }))

  it('is of all plans together', () => expect(waiting('2026-06-25', busy(), after(plan('p2'), '2026-06-01', askExtension('2026-08-31'))).filter(({ kind }) => kind === 'extension').map(({ plan: id }) => id)).toEqual(['p2', 'p1']))

  it('is counted by kind', () => expect(queueCounts(waiting('2026-06-25', busy()))).toEqual([{ kind: 'claim', count: 1 }, { kind: 'extension', count: 1 }, { kind: 'part-question', count: 1 }, { kind: 'objection', count: 1 }, { kind: 'milestones', count: 1 }]))

  it('is gone once it is ruled on', () => {
    const now = after(busy(), '2026-06-26', { type: 'refuse-extension', ...of, reason: '时间充足' })
    after(now, '2026-06-26', { type: 'refuse-question', task: taskNo(2), unit: unitId('县财政局'), reason: '方案写明' })
    expect(kinds(waiting('2026-06-26', now))).toEqual(['claim 3', 'milestones 4', 'objection 1'])
  })

  it('of what is done no date has to be moved any more, and its objection still counts', () => {
    const now = after(after(busy(), '2026-06-25', claim(1, '县教育局')), '2026-06-26', acceptClaim(1, '县教育局'))
    expect(kinds(waiting('2026-06-26', now))).toEqual(['claim 3', 'part-question 2', 'milestones 4', 'objection 1'])
  })

  it('goes on behind the place of what was decided', () => {
    const before = waiting('2026-06-25', busy())
    const now = after(busy(), '2026-06-26', { type: 'grant-extension', ...of })
    expect(nextInQueue(waiting('2026-06-26', now), before[1]?.key)).toMatchObject({ kind: 'part-question' })
    expect(nextInQueue(before, before.at(-1)?.key)).toBeUndefined()
  })

  it('is two units that name each other', () => {
    const now = planOf([task(1, { lead: '县教育局', support: ['县财政局'], due: '2026-12-31' })])
    after(now, '2026-06-29', report(1, '县教育局', { state: 'difficulty', problem: '县财政局未拨款' }))
    after(now, '2026-06-30', report(1, '县财政局', { state: 'difficulty', problem: '县教育局未报用款计划' }))
    expect(kinds(waiting('2026-07-01', now))).toEqual(['coordination 1'])
  })

  it('is told of a report that is put right after its quarter, last and for ten working days', () => {
    const now = after(plan(), '2026-06-29', report(2, '县财政局', { progress: 50, done: '拨付50万' }))
    after(now, '2026-07-06', { ...report(2, '县财政局', { progress: 40, done: '拨付40万' }), corrects: nineOn('2026-06-29'), reason: '统计口径有误' } as PlanIntent)
    after(now, '2026-07-07', askExtension('2026-08-31'))
    expect(kinds(waiting('2026-07-08', now))).toEqual(['extension 1', 'correction 2'])
    expect(kinds(waiting('2026-07-27', now))).toEqual(['extension 1'])
  })

  it('is nothing before the plan is handed out', () => expect(waiting('2026-06-25', planOf([task(1)], { handedOutOn: false }))).toEqual([]))
})
