// Plans in any state: some tasks, and then whatever happens to them that the ledger allows.
import fc from 'fast-check'
import type { Directory } from '#src/directory/directory.ts'
import type { ImportedDue } from '#src/ledger/due.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, day, directoryWith, planOf, report, returnClaim, task } from './builders.ts'

export const units = ['县教育局', '县财政局', '县住建局', '青石镇', '各乡镇'] as const

/** A contact of 县教育局, a secretary, a leader and a town's contact; 县住建局 has nobody. */
export const smallCounty = (): Directory =>
  directoryWith(
    ['县教育局', { name: '县财政局', aliases: ['财政局'] }, '县住建局', '青石镇', '白鹭镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇'] }],
    { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' }, { name: '何景川', roles: ['leader'], handle: 'U0LEAD' }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' },
    { name: '姚春梅', contactOf: ['青石镇'], handle: 'U0TOWN' }, { name: '唐一鸣', contactOf: ['县财政局'], handle: 'U0FIN' },
  )

const anyUnit = fc.constantFrom(...units)
const anyDue = fc.constantFrom<string | ImportedDue | undefined>(undefined, undefined, '2026-03-31', '2026-06-30', '2026-07-08', '2027-08-31', { kind: 'unbound', said: '20__年8月底前' }, { kind: 'ongoing', said: '长期坚持' })
const anyTask = fc.record({ due: anyDue, how: fc.constantFrom('lead', 'presumed', 'responsible', 'none'), unit: anyUnit, other: anyUnit, title: fc.constantFrom('普惠园建设', '健全心理健康服务网络', '保障<!channel>工资', '办好特殊教育'.repeat(12)) })
const anyAct = fc.record({ no: fc.nat(), act: fc.constantFrom('normal', 'bare', 'difficulty', 'blocked', 'claim', 'accept', 'return'), on: fc.constantFrom('2026-02-10', '2026-05-20', '2026-06-25', '2026-07-01'), progress: fc.nat(100) })

export const anyPlan = (id = 'p1', mostTasks = 15): fc.Arbitrary<PlanState> =>
  fc.tuple(fc.array(anyTask, { minLength: 1, maxLength: mostTasks }), fc.array(anyAct, { maxLength: 40 }), fc.boolean()).map(([tasks, acts, isHandedOut]) => {
    const imported = tasks.map(({ due, how, unit, other, title }, at) => {
      const support = other === unit || how === 'none' ? [] : [other]
      return task(at + 1, { title: `${title}${at + 1}`, support, ...(due === undefined ? {} : { due }), ...(how === 'none' ? {} : how === 'responsible' ? { responsible: [unit] } : { [how]: unit }) })
    })
    const plan = planOf(imported, { id, title: `方案${id}（2026—2028年）`, ...(isHandedOut ? {} : { handedOutOn: false }) })
    for (const { no, act, on, progress } of acts.toSorted((a, b) => (day(a.on) < day(b.on) ? -1 : 1))) happen(plan, on, act, imported[no % imported.length], progress)
    return plan
  })

/** What the ledger refuses has not happened. */
function happen(plan: PlanState, on: string, act: string, of: ReturnType<typeof task> | undefined, progress: number): void {
  const unit = of?.units[0]?.unit
  if (of === undefined || unit === undefined) return
  const intents: Record<string, PlanIntent> = {
    normal: report(of.no, unit, { progress, done: '已完成招标\n并开工' }), bare: report(of.no, unit, { progress }), difficulty: report(of.no, unit, { state: 'difficulty', problem: '资金未到位' }),
    blocked: report(of.no, unit, { state: 'blocked', problem: '用地未批。'.repeat(30) }), claim: claim(of.no, unit), accept: acceptClaim(of.no, unit), return: returnClaim(of.no, unit),
  }
  const intent = intents[act]
  try {
    if (intent !== undefined) after(plan, on, intent)
  } catch {
    return
  }
}
