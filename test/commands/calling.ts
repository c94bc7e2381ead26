// The desk of a secretary who calls sittings: a leading group, teams, and one that nobody is in.
import type { PlanState } from '#src/ledger/plan.ts'
import { directoryWith, planOf, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'

export const directory = () => directoryWith(['县住建局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
export const group = { id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: [], members: ['县教育局', '县财政局'], office: '县教育局', cadences: [{ id: 'k1', every: 'year', times: 2, text: '领导小组每年至少召开2次专题会议' }] }
export const team = { id: 'b2', name: '校园建设专班', convened: true, leader: '县教育局', deputies: [], members: ['县住建局'], cadences: [] }
export const empty = { id: 'b3', name: '收费清理专班', convened: true, deputies: [], members: [], cadences: [] }
export const unheard = { id: 'b4', name: '资金保障专班', convened: true, deputies: [], members: ['县住建局', '县医保局', '县教育局'], cadences: [] }
export const plan = (): PlanState => planOf([task(1, { lead: '县教育局' })], { bodies: [group, team, empty, unheard], period: { from: 2026, to: 2028 } })
export const deskFor = (asker = '沈若兰', of = plan(), more: object = {}): TestDesk => deskOf({ plans: [of], directory: directory(), asker, ...more })
export const meetingsOf = (desk: TestDesk) => [...(desk.allPlans.get('p1' as never)?.meetings.values() ?? [])]
export const filled = (said: object = {}) => ({ plan: 'p1', body: 'b1', schedule: true, form: true, day: '2026-07-10', time: '15:00', place: '二楼会议室', ...said })
