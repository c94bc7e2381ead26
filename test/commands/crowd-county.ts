// The small county in which the crowd lives.
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { directoryWith, planOf, task, taskNo } from '#test/builders.ts'

export const county = (): Directory =>
  directoryWith(
    ['县教育局', '县财政局', '县住建局', '青石镇', '白鹭镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇'] }],
    { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' }, { name: '何景川', roles: ['leader'], handle: 'U0LEAD' }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' },
    { name: '姚春梅', contactOf: ['青石镇'], handle: 'U0TOWN' }, { name: '唐一鸣', contactOf: ['县财政局'], handle: 'U0FIN' }, { name: '武志成', roles: ['admin'], handle: 'U0ADM' },
    { name: '秦望舒', headOf: ['县教育局'], handle: 'U0HEAD' }, { name: '林知远', contactOf: ['县住建局'], handle: 'U0HOU' },
  )
export const plans = (): PlanState[] => [
  planOf([
    task(1, { due: '2026-06-30', lead: '县教育局', support: ['县财政局'] }), task(2, { lead: '县教育局', text: '新建幼儿园3所。' }), task(3, { presumed: '县财政局', responsible: ['县教育局'] }),
    task(4, { lead: '各乡镇' }), task(5, { due: { kind: 'unbound', said: '20__年8月底前' }, lead: '县住建局' }), task(6), task(7, { due: '2026-03-31', lead: '县住建局', standing: ['各乡镇'] }),
  ], { bodies: [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: [], cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年两次' }] }],
    doubts: [{ id: 1, kind: 'no-unit', task: taskNo(6), line: 6, quote: '任务6', question: '由谁负责？', choices: [] }] }),
  planOf([task(1, { lead: '县财政局', title: '第二个方案的任务' })], { id: 'p2', title: '工业强县方案' }),
]
