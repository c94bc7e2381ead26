// 回头看, and a review that is called off: who is told, when, and what ends it.
import { describe, expect, it } from 'vitest'
import { review } from '#commands/review.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { noticeLine } from '#templates/notice-line.ts'
import { acceptClaim, after, claim, day, directoryWith, planWith, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'

const secretary = PersonId.parse('u1')
const education = unitId('县教育局')
const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const scheduled = (): PlanState => after(planWith(task(1, { lead: '县教育局' }), task(2, { lead: '县教育局' })), '2026-07-02', { type: 'schedule-review', kind: 'inspection', day: day('2026-07-10'), tasks: [taskNo(1), taskNo(2)], units: [education], prepare: '' }, secretary)
/** Both have to be put right, as tasks 3 and 4. */
function found(): PlanState {
  const plan = scheduled()
  for (const [no, due] of [[1, '2026-07-17'], [2, '2026-07-24']] as const)
    after(plan, '2026-07-10', { type: 'judge-review-item', review: 'r1', task: taskNo(no), unit: education, finding: { outcome: 'rectify', words: `整改${no}`, section: '督查整改', title: `整改${no}`, hash: `h${no}`, units: [{ unit: education, part: 'lead' }], day: day(due) }, instead: '重新认定，不再要求整改' }, secretary)
  return plan
}
const of = (kind: Notice['kind'], today: string, plan: PlanState): Notice[] => noticesDue(viewOn(today, plan, directory), '09:00').filter((notice) => notice.kind === kind)
const toldTo = (kind: Notice['kind'], today: string, plan: PlanState): string[] => of(kind, today, plan).map(({ to }) => directory.people.get(to)?.name ?? to)
const done = (plan: PlanState, no: number): PlanState => after(after(plan, '2026-07-14', claim(no, '县教育局'), PersonId.parse('u2')), '2026-07-15', acceptClaim(no, '县教育局'), secretary)
const lineOf = (today: string, plan: PlanState, kind: Notice['kind'] = 'look-back-due', lang: 'zh' | 'en' = 'zh') => {
  const [notice] = of(kind, today, plan)
  if (notice?.kind !== 'look-back-due' && notice?.kind !== 'review-off') throw new Error(`no ${kind}`)
  return noticeLine(notice, { view: viewOn(today, plan, directory), directory, lang } as Parameters<typeof noticeLine>[1])
}

describe('a look back', () => {
  it('is not asked for while something is still being put right', () => {
    expect(of('look-back-due', '2026-07-20', found())).toEqual([])
    expect(of('look-back-due', '2026-07-16', done(found(), 4))).toEqual([])
  })

  it('is asked for of the secretary once all is done or past its date', () => {
    expect(toldTo('look-back-due', '2026-07-16', done(done(found(), 3), 4))).toEqual(['沈若兰'])
    expect(toldTo('look-back-due', '2026-07-27', done(found(), 3))).toEqual(['沈若兰'])
  })

  it('is asked for once: what is done after its date is not told again', () => {
    const keys = (plan: PlanState): string[] => of('look-back-due', '2026-07-27', plan).map(({ key }) => key)
    expect(keys(done(found(), 3))).toEqual(keys(found()))
  })

  it('of more tasks than a key can name is told by one that is short, and as much its own', () => {
    const many = (count: number): PlanState => {
      const plan = after(planWith(...Array.from({ length: count }, (_, at) => task(at + 1, { lead: '县教育局' }))), '2026-07-02', { type: 'schedule-review', kind: 'inspection', day: day('2026-07-10'), tasks: Array.from({ length: count }, (_, at) => taskNo(at + 1)), units: [education], prepare: '' }, secretary)
      for (let no = 1; no <= count; no += 1)
        after(plan, '2026-07-10', { type: 'judge-review-item', review: 'r1', task: taskNo(no), unit: education, finding: { outcome: 'rectify', words: `整改${no}`, section: '督查整改', title: `整改${no}`, hash: `h${no}`, units: [{ unit: education, part: 'lead' }], day: day('2026-07-17') }, instead: '' }, secretary)
      return plan
    }
    const keyOf = (count: number): string => of('look-back-due', '2026-07-27', many(count))[0]?.key ?? ''
    expect(keyOf(3)).toBe('look-back/p1/r1/4+5+6/u1')
    expect(keyOf(90)).toMatch(/^look-back\/p1\/r1\/90~\w+\/u1$/)
    for (const notice of of('look-back-due', '2026-07-27', many(90))) expect(Notice.safeParse(notice).success).toBe(true)
    expect(new Set([80, 81, 90].map(keyOf)).size).toBe(3)
  })

  it('says how much is done and how much is past its date, with a form that has these tasks', async () => {
    const line = lineOf('2026-07-27', done(found(), 3))
    expect(line.say).toContain('请安排回头看：7月10日督查要求整改的2项，已办结1项、到期未办结1项')
    const [action] = line.row.actions ?? []
    const form = await review.handle(action?.run.args, deskOf({ plans: [found()], directory, asker: '沈若兰', today: '2026-07-27' }))
    expect(form).toMatchObject({ kind: 'form', form: { fields: [{ name: 'task', now: 'p1-3,p1-4' }, {}, { name: 'kind', now: 'look-back' }, {}, {}, {}] } })
    expect(lineOf('2026-07-27', found(), 'look-back-due', 'en').say).toContain('2 past the date')
  })

  it('is scheduled of what is done too, and is asked for no more', async () => {
    const plan = done(done(found(), 3), 4)
    const desk = deskOf({ plans: [plan], directory, asker: '沈若兰', today: '2026-07-27' })
    await review.handle({ schedule: true, kind: 'look-back', task: 'p1-3,p1-4', day: '2026-08-04' }, desk)
    expect(plan.reviews.get('r2')).toMatchObject({ kind: 'look-back', tasks: [3, 4] })
    expect(of('look-back-due', '2026-07-27', plan)).toEqual([])
    after(plan, '2026-07-28', { type: 'cancel-review', review: 'r2', reason: '改期' }, secretary)
    expect(toldTo('look-back-due', '2026-07-29', plan)).toEqual(['沈若兰'])
  })
})

describe('a review that is called off', () => {
  const off = (): PlanState => after(scheduled(), '2026-07-06', { type: 'cancel-review', review: 'r1', reason: '并入县委督查' }, secretary)

  it('is told to whoever was to prepare, until its day, and prepared for no more', () => {
    expect(toldTo('review-off', '2026-07-07', off())).toEqual(['苏晚晴'])
    expect(of('review-off', '2026-07-13', off())).toEqual([])
    expect(of('review-ahead', '2026-07-07', off())).toEqual([])
  })

  it('says why', () => expect(lineOf('2026-07-07', off(), 'review-off').say).toContain('7月10日的督查取消，并入县委督查'))
})
