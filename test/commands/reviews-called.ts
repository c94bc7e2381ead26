// The desk of a secretary who schedules reviews: two tasks that are late, and one that is not.
import type { PlanState } from '#src/ledger/plan.ts'
import { day, directoryWith, planWith, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'


export const directory = () => directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
export const plan = (): PlanState => planWith(task(1, { title: '普惠园建设', due: '2026-06-01', lead: '县教育局' }), task(2, { title: '校车经费', due: '2026-06-02', lead: '县财政局' }), task(3, { title: '集团化办学', due: '2026-12-31', lead: '县财政局' }))
export const deskFor = (of = plan(), more: object = {}): TestDesk => deskOf({ plans: [of], directory: directory(), asker: '沈若兰', ...more })
export const reviewsOf = (desk: TestDesk) => [...(desk.allPlans.get('p1' as never)?.reviews.values() ?? [])]
export const aheadOf = (desk: TestDesk): string[] => reviewsOf(desk).filter(({ status }) => status === 'ahead').map((each) => each.day)
export const inspection = { type: 'schedule-review' as const, kind: 'inspection' as const, day: day('2026-07-10'), tasks: [taskNo(1)], units: [unitId('县教育局')], prepare: '' }
