// What a review of a scope looks at is settled on its day: what comes into the scope afterwards was not looked at, and what leaves it was.
import { describe, expect, it } from 'vitest'
import { closeReview } from '#commands/close-review.ts'
import { runReview } from '#commands/run-review.ts'
import type { Answer } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, day, directoryWith, planWith, task, taskNo, unitId } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const county = () => directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
/** 1 and 2 are red on 6 July, the day of the review; 3 is on the 13th, and not before. */
const plan = (): PlanState => after(
  planWith(task(1, { title: '普惠园建设', due: '2026-06-01', lead: '县教育局' }), task(2, { title: '校车经费', due: '2026-06-02', lead: '县财政局' }), task(3, { title: '集团化办学', due: '2026-07-10', lead: '县财政局' })),
  '2026-07-01', { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-06'), tasks: [], units: [], prepare: '', scope: { kind: 'light', light: 'red' } },
)
const acceptedOn = (of: PlanState, on: string): PlanState => after(after(of, on, claim(2, '县财政局')), on, acceptClaim(2, '县财政局'))
const deskOn = (today: string, of: PlanState, past?: () => PlanState): TestDesk => deskOf({ plans: [of], directory: county(), asker: '沈若兰', today, ...(past === undefined ? {} : { past: (at) => deskOf({ plans: [past()], directory: county(), asker: '沈若兰', today: at.slice(0, 10), now: at }) }) })
const judge = (desk: TestDesk, no: number, unit: string): Promise<Answer> => act(runReview, { plan: 'p1', review: 'r1', task: taskNo(no), unit: unitId(unit), outcome: 'confirmed' }, desk)

describe('a review of a scope that was run on its day', () => {
  /** Both found to be as they were said. */
  async function run(): Promise<PlanState> {
    const of = plan()
    await judge(deskOn('2026-07-06', of), 1, '县教育局')
    await judge(deskOn('2026-07-06', of), 2, '县财政局')
    return of
  }

  it('is over once all are judged that stood in it then, whatever came into it since', async () => {
    const says = shown(await type(runReview, 'r1', deskOn('2026-07-13', await run())))
    expect(says).toContain('情况属实2项')
    expect(says).not.toContain('未认定')
  })

  it('is closed with these, and its outcome stands on no other task', async () => {
    const of = await run()
    const desk = deskOn('2026-07-13', of)
    expect(JSON.stringify(formIn(await type(closeReview, 'r1', desk)).intro)).toContain('任务1、2')
    await type(closeReview, 'r1 情况属实2项', desk)
    expect(of.reviews.get('r1')).toMatchObject({ status: 'closed', tasks: [1, 2] })
  })

  it('goes on with what stood in it when it began, also what is done since', async () => {
    const of = plan()
    await judge(deskOn('2026-07-06', of), 1, '县教育局')
    const says = shown(await type(runReview, 'r1', deskOn('2026-07-13', acceptedOn(of, '2026-07-08'))))
    expect(says).toContain('2/2 · 县财政局')
  })

  it('that is moved after it began looks at what stands in it by then', async () => {
    const of = plan()
    await judge(deskOn('2026-07-06', of), 1, '县教育局')
    after(of, '2026-07-06', { type: 'move-review', review: 'r1', day: day('2026-07-13'), reason: '防汛' })
    expect(shown(await type(runReview, 'r1', deskOn('2026-07-13', of)))).toContain('/3')
  })

  it('holds no more than what was judged and what stands in it, where a log of an earlier release settles nothing', () => {
    const of = after(plan(), '2026-07-06', { type: 'judge-review-item', review: 'r1', task: taskNo(1), unit: unitId('县教育局'), finding: { outcome: 'confirmed', words: '' }, instead: '' })
    expect(of.reviews.get('r1')).not.toHaveProperty('looksAt')
  })
})

describe('a review of a scope whose day has passed before anything was judged', () => {
  it('looks at what stood in it at the end of that day', async () => {
    const of = acceptedOn(plan(), '2026-07-08')
    const desk = deskOn('2026-07-13', of, plan)
    expect(shown(await type(runReview, 'r1', desk))).toContain('1/2')
    await type(closeReview, 'r1 已看', desk)
    expect(of.reviews.get('r1')).toMatchObject({ tasks: [1, 2] })
  })

  it('keeps that from the first that is judged on', async () => {
    const of = plan()
    await judge(deskOn('2026-07-13', of, plan), 1, '县教育局')
    expect(of.reviews.get('r1')).toMatchObject({ looksAt: [1, 2] })
  })
})

describe('a review whose tasks are all judged', () => {
  it('asks to be closed, and offers nothing to go on with', async () => {
    const of = plan()
    await judge(deskOn('2026-07-06', of), 1, '县教育局')
    const last = await judge(deskOn('2026-07-06', of), 2, '县财政局')
    expect(shown(last)).toContain('各项都已认定')
    expect(Object.keys(buttons(cardIn(last))).slice(0, 2)).toEqual(['办结这次调度', '逐项再看'])
  })
})
