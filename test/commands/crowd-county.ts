// The small county in which the crowd lives, in the middle of its year: something of every kind waits already.
import type { Directory } from '#src/directory/directory.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import type { Entry } from './crowd-may.ts'
import { acceptClaim, approveMilestones, change, claim, day, directoryWith, personNamed, planOf, proposeMilestones, report, returnClaim, stampOf, task, taskNo, unitId } from '#test/builders.ts'
import { eachMonth, openRound } from '#test/rounds.ts'

export const begins = '2026-06-15'

export function county(): Directory {
  const directory = directoryWith(
    ['县教育局', '县财政局', '县住建局', '县文广新局', '县文旅局', '县人社局', '青石镇', '白鹭镇', '云岭镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇', '云岭镇'] }],
    { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' }, { name: '何景川', roles: ['leader'], handle: 'U0LEAD', fields: ['重点任务'] }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' },
    { name: '姚春梅', contactOf: ['青石镇'], handle: 'U0TOWN' }, { name: '唐一鸣', contactOf: ['县财政局'], handle: 'U0FIN' }, { name: '武志成', roles: ['admin'], handle: 'U0ADM' },
    { name: '秦望舒', headOf: ['县教育局'], handle: 'U0HEAD' }, { name: '林知远', contactOf: ['县住建局'], handle: 'U0HOU' }, { name: '郑小禾', roles: ['secretary'], handle: 'U0SEC2' },
    { name: '周文彬', handle: 'U0HAND' }, { name: '吴若水', handle: 'U0BACK' }, { name: '邓海', contactOf: ['县人社局'] }, { name: '孟青', contactOf: ['县文广新局'], handle: 'U0CUL' },
    { name: '罗平', contactOf: ['县文旅局', '白鹭镇'], handle: 'U0TOUR' }, { name: '苏小满', contactOf: ['县教育局'], handle: 'U0EDU2' }, { name: '田野', roles: ['aide'], handle: 'U0AIDE' },
  )
  const id = (name: string): PersonId => personNamed(directory, name).id
  change(directory, { type: 'name-handler', person: id('周文彬'), unit: unitId('县教育局') }, '2026-06-01')
  change(directory, { type: 'name-backup', person: id('吴若水'), unit: unitId('县财政局') }, '2026-06-01')
  change(directory, { type: 'set-absence', person: id('唐一鸣'), from: day('2026-06-17'), until: day('2026-06-24'), deputy: id('吴若水') }, '2026-06-10')
  change(directory, { type: 'want-brief', person: id('何景川'), wanted: true }, '2026-06-10')
  change(directory, { type: 'set-succession', from: unitId('县文广新局'), to: unitId('县文旅局'), on: day('2026-07-01') }, '2026-06-10')
  return directory
}

/** As the people of `county` are numbered. */
const who = (name: string): PersonId => personNamed(county(), name).id

type Earlier = readonly [plan: 'p1' | 'p2', on: string, intent: PlanIntent, by: PersonId]

/** What happened before the crowd came. */
function earlier(): Earlier[] {
  const [secretary, edu, hou, hall] = [who('沈若兰'), who('苏晚晴'), who('林知远'), who('罗平')]
  return [
    ['p1', '2026-05-20', openRound({ tasks: [1, 2, 4], since: '2026-05-01', until: '2026-05-29', question: '还缺多少资金？' }), secretary],
    ['p1', '2026-05-22', report(1, '县教育局', { progress: 20, done: '已完成选址' }), edu],
    ['p1', '2026-05-22', report(4, '各乡镇', { member: '青石镇', progress: 10, done: '已动员' }), who('姚春梅')],
    ['p1', '2026-06-01', openRound({ title: '月度进展', tasks: [2, 3, 7, 9], since: '2026-06-01', repeats: eachMonth }), secretary],
    ['p1', '2026-06-02', proposeMilestones(2, '县教育局', ['完成招标', '2026-06-19', '中标通知书'], ['开工', '2026-11-30']), edu],
    ['p1', '2026-06-03', approveMilestones(2, 2026), secretary],
    ['p1', '2026-06-05', proposeMilestones(3, '县财政局', ['下达资金', '2026-09-30']), who('唐一鸣')],
    ['p1', '2026-06-08', { type: 'hand-item', task: taskNo(2), unit: unitId('县教育局'), to: who('周文彬') }, edu],
    ['p1', '2026-06-08', claim(7, '县住建局', '已验收'), hou],
    ['p1', '2026-06-09', returnClaim(7, '县住建局'), secretary],
    ['p1', '2026-06-10', { type: 'ask-extension', task: taskNo(1), unit: unitId('县教育局'), day: day('2026-08-31'), reason: '招标流标' }, edu],
    ['p1', '2026-06-10', claim(10, '县教育局', '已建成投用'), edu],
    ['p1', '2026-06-11', report(9, '县人社局', { state: 'difficulty', problem: '县教育局未提供名单' }), secretary],
    ['p1', '2026-06-11', { type: 'object', task: taskNo(7), unit: unitId('县住建局'), about: 'light', against: 'red', words: '已在3月验收' }, hou],
    ['p1', '2026-06-12', openRound({ title: '年中进展', tasks: [1, 4, 5, 8], since: '2026-06-12', until: '2026-06-19', question: '卡在哪一环？' }), secretary],
    ['p2', '2026-06-09', claim(2, '县文旅局', '已开园'), hall],
    ['p2', '2026-06-10', acceptClaim(2, '县文旅局'), secretary],
  ]
}

const issued = (): PlanState[] => [
  planOf([
    task(1, { due: '2026-06-30', lead: '县教育局', support: ['县财政局'] }), task(2, { lead: '县教育局', text: '新建幼儿园3所。' }), task(3, { presumed: '县财政局', responsible: ['县教育局'] }),
    task(4, { lead: '各乡镇' }), task(5, { due: { kind: 'unbound', said: '20__年8月底前' }, lead: '县住建局' }), task(6), task(7, { due: '2026-03-31', lead: '县住建局', standing: ['各乡镇'] }),
    task(8, { due: '2026-07-15', lead: '县文广新局', support: ['县人社局'] }), task(9, { lead: '县人社局' }), task(10, { due: '2026-06-22', lead: '县教育局' }),
  ], {
    bodies: [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年两次' }] }, { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: [], office: '县教育局', cadences: [{ id: 'k1', every: 'year', times: 1, text: '每年研究一次' }] }],
    obligations: [{ id: 'c1', task: taskNo(2), every: 'month', times: 1, debtor: unitId('县教育局'), receiver: unitId('县财政局'), what: '建设进度', text: '每月向县财政局报送建设进度' }],
    doubts: [{ id: 1, kind: 'no-unit', task: taskNo(6), line: 6, quote: '任务6', question: '由谁负责？', choices: [] }],
  }),
  planOf([task(1, { lead: '县财政局', title: '第二个方案的任务' }), task(2, { due: '2026-06-26', lead: '县文旅局', support: ['县教育局'] })], { id: 'p2', title: '工业强县方案' }),
]

/** The plans as they stand when the crowd comes, and all that was said in them by then. */
export function countyPlans(): { plans: PlanState[]; log: Entry[] } {
  const plans = issued()
  const log = earlier().flatMap(([id, on, intent, by]): Entry[] => {
    const plan = plans.find((one) => one.id === id)
    const stamp = stampOf(on, by)
    const decision = plan === undefined ? undefined : decidePlan(plan, intent, stamp)
    if (plan === undefined || decision?.ok !== true) throw new Error(`refused: ${intent.type} on ${on}`)
    for (const event of decision.events) evolvePlan(plan, event, stamp)
    return [{ plan: plan.id, stamp, events: decision.events }]
  })
  return { plans, log }
}
