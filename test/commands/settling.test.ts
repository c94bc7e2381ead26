// What a secretary answers to a doubt of a running plan, and what comes of it.
import { describe, expect, it } from 'vitest'
import { settle } from '#commands/settle.ts'
import { units } from '#commands/units.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { Doubt } from '#src/ledger/doubt.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan } from '#src/ledger/plan.ts'
import { read } from '#src/reader/read.ts'
import { openOccurrences } from '#src/queries/occurrences.ts'
import { after, directoryWith, planOf, report, stampOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const doubt = (kind: Doubt['kind'], facts: Partial<Doubt> = {}): Doubt => ({ id: 1, kind, line: 3, quote: '原文', question: '？', choices: [], ...facts })
const directory = () => directoryWith(['县教育局', '县财政局', '县教体局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教体局'] })
const deskWith = (...plans: PlanState[]): TestDesk => deskOf({ today: '2026-06-10', plans, directory: directory(), asker: '沈若兰' })

describe('a date that no calendar has', () => {
  const plan = () => planOf([task(1, { due: { kind: 'unbound', said: '汛前' } })], { doubts: [doubt('date-unclear', { task: taskNo(1), quote: '汛前' })] })
  it('is refused in a sentence, and the doubt stays open', async () => {
    const now = plan()
    expect(shown(await type(settle, '1 2026年2月30日', deskWith(now)))).toContain('2月30日')
    expect(now.doubts.get(1)?.settled).toBeUndefined()
  })
  it('is refused beside its field', async () => expect(await act(settle, { plan: 'p1', doubt: 1, answer: '2026年2月30日', form: true }, deskWith(plan()))).toMatchObject({ kind: 'form-errors' }))
  it('that is real binds the task', async () => {
    const now = plan()
    expect(shown(await type(settle, '1 2026年4月30日', deskWith(now)))).toContain('时限定为')
    expect(now.tasks.get(taskNo(1))?.due).toMatchObject({ kind: 'dated', day: '2026-04-30' })
  })
})

describe('units that are named for a task', () => {
  it('all have a part in it, the first leads, and the receipt says so', async () => {
    const now = planOf([task(1)], { doubts: [doubt('no-unit', { task: taskNo(1) })] })
    const desk = deskWith(now)
    const said = shown(await type(settle, '1 县教育局、县财政局、县气象局', desk))
    expect(['县教育局', '县财政局', '县气象局'].map((unit) => now.assignments.get(`${taskNo(1)}/${unitId(unit)}`)?.part)).toEqual(['lead', 'support', 'support'])
    expect(said).toContain('牵头单位定为县教育局')
    expect(said).toContain('县财政局、县气象局')
    expect(desk.directory.units.has(unitId('县气象局'))).toBe(true)
  })
})

describe('who is responsible, answered after somebody leads already', () => {
  const partsIn = (plan: PlanState) => (plan.unitsOf.get(taskNo(1)) ?? []).map((unit) => `${unit} ${plan.assignments.get(`${taskNo(1)}/${unit}`)?.part ?? ''}`)
  const led = () => after(planOf([task(1)], { doubts: [doubt('no-unit', { task: taskNo(1) })] }), '2026-02-02', { type: 'set-lead', task: taskNo(1), unit: unitId('县财政局') })

  it('joins the lead, and the receipt says what the ledger has', async () => {
    const now = led()
    const said = shown(await type(settle, '1 县教育局', deskWith(now)))
    expect(partsIn(now)).toEqual(['县财政局 lead', '县教育局 responsible'])
    expect(said).not.toContain('牵头单位定为')
    expect(said).toContain('一并承担的单位：县教育局')
  })
  it('is on record with the part that it has', () => {
    const decision = decidePlan(led(), { type: 'settle-doubt', doubt: 1, answer: '县教育局', meaning: { is: 'parts', leads: [unitId('县教育局')], support: [] } }, stampOf('2026-06-10'))
    expect(decision).toMatchObject({ events: [{ type: 'doubt-settled' }, { type: 'parts-given', tasks: [1], units: [{ unit: '县教育局', part: 'responsible' }] }] })
  })
  it('changes nothing where it is the lead that is named again, and the receipt says so', async () => {
    const now = led()
    expect(shown(await type(settle, '1 县财政局', deskWith(now)))).toContain('所问的任务没有新增责任单位')
    expect(partsIn(now)).toEqual(['县财政局 lead'])
  })
  it('changes nothing of a section whose tasks all have units by now, and the receipt says so', async () => {
    const now = after(planOf([task(1)], { doubts: [doubt('no-unit', { section: '重点任务' })] }), '2026-02-02', { type: 'set-lead', task: taskNo(1), unit: unitId('县财政局') })
    expect(shown(await type(settle, '1 县教育局', deskWith(now)))).toContain('所问的任务没有新增责任单位')
    expect(now.doubts.get(1)?.settled?.answer).toBe('县教育局')
    expect(partsIn(now)).toEqual(['县财政局 lead'])
  })
})

describe('how often a duty is owed, answered after the plan was handed out', () => {
  const duty = { id: 'c1', task: taskNo(1), every: 'month' as const, times: 1, what: '报送进度', text: '按月报送进度' }
  const plan = () => planOf([task(1, { lead: '县教育局' })], { obligations: [duty], doubts: [doubt('duty-unclear', { task: taskNo(1), quote: '按月报送进度', clauses: ['c1'] })] })
  const owedIn = (now: PlanState) => [...now.obligations.values()].flatMap((one) => openOccurrences(viewOn('2026-06-10', now), one)).map(({ key }) => key)

  it('leaves the past owed where it is what was read, and nothing but the answer is recorded', async () => {
    const now = plan()
    const owed = owedIn(now)
    expect(owed).toContain('c1/2026-05/1')
    expect(shown(await type(settle, '1 每月', deskWith(now)))).toContain('方案没有改动')
    expect(owedIn(now)).toEqual(owed)
  })
  it('leaves the past owed where the rhythm is another', async () => {
    const now = plan()
    await type(settle, '1 每季度', deskWith(now))
    expect([now.obligations.get('c1')?.every, owedIn(now)]).toEqual(['quarter', ['c1/2026Q1/1', 'c1/2026Q2/1']])
  })
  it('is not owed for the months before it where nobody counted it as a duty', async () => {
    const now = planOf([task(1, { lead: '县教育局' })], { doubts: [doubt('duty-unclear', { task: taskNo(1), quote: '定期报送进度' })] })
    await type(settle, '1 每月', deskWith(now))
    expect(owedIn(now)).toEqual(['c1/2026-06/1'])
  })
})

describe('the years of a number that is promised', () => {
  const text = '云溪县学前教育三年行动方案（2026—2028年）\n一、重点任务\n1.扩大普惠。到20__年，普惠率在20__年的基础上提高5个百分点。（责任单位：县教育局）'
  const imported = () => {
    const answer = read(text, {})
    if (!answer.ok) throw new Error(answer.refusal.code)
    return after(emptyPlan(PlanId.parse('p1')), '2026-01-05', { type: 'import', plan: importedFrom({ reading: answer.reading, directory: directory(), source: { name: 'a', hash: 'h' }, zone: 'Asia/Shanghai' }).plan })
  }
  const asked = (now: PlanState, of: RegExp) => String([...now.doubts.values()].find(({ question }) => of.test(question))?.id)
  const target = (now: PlanState) => [...now.targets.values()].map(({ by, baseline }) => [by, baseline])

  it('are each its own blank’s: by when', async () => {
    const now = imported()
    expect(shown(await type(settle, `${asked(now, /^“20__年”是哪一年/)} 2028年`, deskWith(now)))).toContain('指标的年份定为2028年')
    expect(target(now)).toEqual([[{ unbound: false, year: 2028 }, '在20__年的基础上']])
  })
  it('are each its own blank’s: from what', async () => {
    const now = imported()
    expect(shown(await type(settle, `${asked(now, /基数/)} 2025年`, deskWith(now)))).toContain('在2025年的基础上')
    expect(target(now)).toEqual([[{ unbound: true }, '在2025年的基础上']])
  })
})

describe('two names that are one unit', () => {
  it('are one in every plan, and the contact is asked under the name that stays', async () => {
    const [first, second] = [planOf([task(1, { lead: '县教体局' })], { doubts: [doubt('alias', { names: ['县教育局', '县教体局'] })] }), planOf([task(1, { lead: '县教体局' })], { id: 'p2' })]
    const desk = deskWith(first, second)
    await type(settle, 'p1 1 是，称县教育局', desk)
    expect([first, second].map((plan) => plan.unitsOf.get(taskNo(1)))).toEqual([['县教育局'], ['县教育局']])
    expect([...desk.directory.people.values()].find(({ name }) => name === '苏晚晴')?.contactOf).toEqual(['县教育局'])
  })
})

describe('two names that are one unit, on record', () => {
  const asked = (id = 'p1') => planOf([task(1, { lead: '县教体局' })], { id, doubts: [doubt('alias', { names: ['县教育局', '县教体局'] })] })
  it('are one by the answer itself, and once', async () => {
    const [first, second] = [asked(), planOf([task(1, { lead: '县教体局' })], { id: 'p2' })]
    const desk = deskWith(first, second)
    await type(settle, 'p1 1 是，称县教育局', desk)
    expect(desk.recorded.map(({ type: intent }) => intent)).toEqual(['settle-doubt', 'merge-units'])
  })
  it('are one in every plan, though nobody can tell yet whether the first of them has it', async () => {
    const plans = [asked(), planOf([task(1, { lead: '县教体局' })], { id: 'p2' })]
    const desk = deskWith(...plans)
    const record: TestDesk['record'] = async (plan, intent) => {
      const outcome = await desk.record(plan, intent)
      return intent.type === 'merge-units' && outcome.ok !== 'unknown' ? { ok: 'unknown', settled: Promise.resolve(outcome) } : outcome
    }
    const answer = await type(units, '合并 县教育局 县教体局', desk)
    const merged = await act(units, buttons(cardIn(answer))['并入县教育局']?.args, Object.create(desk, { record: { value: record } }) as TestDesk)
    if (merged.kind !== 'settling') throw new Error(`a ${merged.kind} and nothing that settles`)
    expect((await merged.settled).text).toContain('县教育局')
    expect(plans.map((plan) => plan.unitsOf.get(taskNo(1)))).toEqual([['县教育局'], ['县教育局']])
  })
  it('stay two where the answer is refused', async () => {
    const [first, second] = [asked(), planOf([task(1, { lead: '县教体局' })], { id: 'p2' })]
    const desk = deskWith(first, second)
    const run = type(settle, 'p1 1 是，称县教育局', { ...desk, record: (plan, intent) => (intent.type === 'settle-doubt' ? Promise.resolve({ ok: false, refusal: { code: 'doubt-settled', answer: '不是' } }) : desk.record(plan, intent)) })
    expect(shown(await run)).toContain('不是')
    expect([first, second].map((plan) => plan.unitsOf.get(taskNo(1)))).toEqual([['县教体局'], ['县教体局']])
    expect(desk.directory.merged.size).toBe(0)
  })
  it('that the directory cannot make one are not answered to be', async () => {
    const plan = planOf([task(1, { lead: '各乡镇' })], { doubts: [doubt('alias', { names: ['各乡镇', '青石镇'] })] })
    const desk = deskOf({ plans: [plan], directory: directoryWith(['青石镇', { name: '各乡镇', aliases: [], members: [unitId('青石镇')] }], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })
    await type(settle, '1 是，称各乡镇', desk)
    expect(plan.doubts.get(1)?.settled).toBeUndefined()
  })
  it('are said to be one though the plan names only the one that stays', async () => {
    const plan = planOf([task(1, { lead: '县教育局' })], { doubts: [doubt('alias', { names: ['县教育局', '县教体局'] })] })
    expect(shown(await type(settle, '1 是，称县教育局', deskWith(plan)))).toContain('县教体局并入县教育局')
  })
})

describe('单位 合并', () => {
  const merge = async (names: string, desk: TestDesk) => {
    const asked = await type(units, `合并 ${names}`, desk)
    return act(units, buttons(cardIn(asked))[`并入${names.split(' ')[0] ?? ''}`]?.args, desk)
  }

  it('asks first, with the other way round beside it', async () => {
    const plan = planOf([task(1, { lead: '县教体局' })])
    const desk = deskWith(plan)
    const asked = await type(units, '合并 县教育局 县教体局', desk)
    expect(shown(asked)).toContain('合并后不能撤销')
    expect(plan.unitsOf.get(taskNo(1))).toEqual(['县教体局'])
    expectGoodCard(cardIn(asked))
    expect(shown(await act(units, buttons(cardIn(asked))['反过来：并入县教体局']?.args, desk))).toContain('县教育局 → 县教体局')
  })

  it('of a group and its member is refused before it is asked', async () => {
    const desk = deskOf({ directory: directoryWith(['青石镇', { name: '各乡镇', aliases: [], members: [unitId('青石镇')] }], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })
    const asked = await type(units, '合并 各乡镇 青石镇', desk)
    expect(cardIn(asked).refused).toBeDefined()
    expect(Object.keys(buttons(cardIn(asked)))).not.toContain('并入各乡镇')
  })
  it('is on record in a plan that names the unit only as a member that reported', async () => {
    const plan = planOf([task(1, { lead: '各乡镇' })])
    after(plan, '2026-02-02', report(1, '各乡镇', { member: '县教体局', progress: 10 }))
    const desk = deskWith(plan)
    await merge('县教育局 县教体局', desk)
    expect([...(plan.assignments.get(`${taskNo(1)}/${unitId('各乡镇')}`)?.byMember.keys() ?? [])]).toEqual(['县教育局'])
  })
  it('makes two units one, with their people, in every plan', async () => {
    const plan = planOf([task(1, { lead: '县教体局', support: ['县财政局'] })])
    const desk = deskWith(plan)
    expect(shown(await merge('县教育局 县教体局', desk))).toContain('县教体局 → 县教育局')
    expect(plan.unitsOf.get(taskNo(1))).toEqual(['县教育局', '县财政局'])
    expect([...desk.directory.people.values()].find(({ name }) => name === '苏晚晴')?.contactOf).toEqual(['县教育局'])
    expect(shown(await type(units, '合并 县教育局 县教体局', desk))).toContain('已经是同一个单位')
  })
  it('is the secretary’s', async () => {
    const plan = planOf([task(1, { lead: '县教体局' })])
    await type(units, '合并 县教育局 县教体局', deskOf({ plans: [plan], directory: directory(), asker: '苏晚晴' }))
    expect(plan.unitsOf.get(taskNo(1))).toEqual(['县教体局'])
  })
  it('takes no part of a name', async () => expect(shown(await type(units, '合并 县教育局 教体', deskWith()))).toContain('没有找到单位“教体”'))
})

describe('单位', () => {
  it('counts what a unit leads in a plan that is not handed out yet', async () => {
    const desk = deskWith(planOf([task(1, { lead: '县财政局' })]), planOf([task(1, { lead: '县教育局' })], { id: 'p2', handedOutOn: false }))
    expect(shown(await type(units, '县教育局', desk))).toContain('另有牵头1项')
  })
})
