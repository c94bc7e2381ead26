import { describe, expect, it } from 'vitest'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { acceptClaim, after, claim, day, planOf, report, stampOf, task, taskNo, unitId } from '#test/builders.ts'
import { edition, type EditionFacts } from './edition.ts'

const bell = (facts: Parameters<typeof task>[1] = {}): ImportedTask => task(1, { title: '建设一键报警装置', text: '全县学校建成一键报警装置并联网。', due: '2026-09-30', lead: '县公安局', support: ['县教育局'], ...facts })
const canteen = (facts: Parameters<typeof task>[1] = {}): ImportedTask => task(2, { title: '排查学校食堂', text: '每半年开展一次食堂安全排查。', presumed: '县市场监管局', responsible: ['县教育局'], ...facts })
const roof = (facts: Parameters<typeof task>[1] = {}): ImportedTask => task(3, { title: '改造乡镇校舍', text: '完成危旧校舍改造。', due: { kind: 'unbound', said: '20__年12月底前' }, lead: '县住建局', ...facts })

const plan = (facts: EditionFacts = {}): PlanState => planOf([bell(), canteen(), roof()], facts)
const amended = (now: PlanState, tasks: readonly ImportedTask[], facts: EditionFacts = {}, on = '2026-07-02'): PlanState => after(now, on, { type: 'amend', plan: edition(tasks, facts) })
const titles = ({ tasks }: PlanState): string[] => [...tasks.values()].map(({ no, title }) => `${no} ${title}`)
const units = ({ unitsOf, assignments }: PlanState, no: number): string[] => (unitsOf.get(taskNo(no)) ?? []).map((unit) => `${unit} ${assignments.get(keyOf(taskNo(no), unit))?.part ?? ''}`)
const dueOf = ({ tasks }: PlanState, no: number) => tasks.get(taskNo(no))?.due
const refusalOf = (now: PlanState, intent: Parameters<typeof decidePlan>[1]): string => ((decision) => (decision.ok ? 'none' : decision.refusal.code))(decidePlan(now, intent, stampOf('2026-07-03')))

describe('a task of an amended plan', () => {
  it('keeps its number when others come before it, and a new one gets a number of its own', () => {
    const now = amended(plan(), [task(1, { title: '新设校园警务室', lead: '县公安局' }), roof(), bell(), canteen()])
    expect(titles(now)).toEqual(['1 建设一键报警装置', '2 排查学校食堂', '3 改造乡镇校舍', '4 新设校园警务室'])
  })

  it('is known again by its words when its title changed', () => {
    const now = amended(plan(), [bell({ title: '建设一键报警和视频联网装置', text: '全县学校建成一键报警装置和视频并联网。' }), canteen(), roof()])
    expect(titles(now)).toContain('1 建设一键报警和视频联网装置')
    expect(now.tasks.size).toBe(3)
  })

  it('points into the text it was last read from', () => {
    const now = amended(plan(), [bell(), canteen(), roof()].map((one) => ({ ...one, span: { from: 7, to: 9 } })), { title: '教育强县三年行动方案（修订）' })
    expect(now.tasks.get(taskNo(1))).toMatchObject({ span: { from: 7, to: 9 }, source: 's2' })
    expect([...now.amended.sources.keys()]).toEqual(['s1', 's2'])
  })

  it('keeps what its units reported and claimed', () => {
    const now = amended(after(after(plan(), '2026-03-02', report(1, '县公安局', { progress: 40, done: '完成招标' })), '2026-03-03', claim(3, '县住建局')), [bell({ due: '2026-12-31' }), canteen(), roof({ text: '完成危旧校舍改造和加固。' })])
    expect(now.assignments.get(keyOf(taskNo(1), unitId('县公安局')))).toMatchObject({ progress: 40, report: { done: '完成招标' } })
    expect(now.assignments.get(keyOf(taskNo(3), unitId('县住建局')))).toMatchObject({ status: 'claimed' })
  })
})

describe('what a task says', () => {
  const long = '逐校摸清底数，明确建设标准和时序，统筹资金和用地。'.repeat(40)

  it.each([
    ['at the end of a long task', `${long}新建水厂3座。`, `${long}新建水厂30座。`],
    ['by the point of a number', '完成投资1.5亿元。', '完成投资15亿元。'],
  ])('has changed where it changed %s', (_where, before, now) => {
    const old = planOf([bell({ text: before }), canteen()])
    expect(amended(old, [bell({ text: now }), canteen()]).tasks.get(taskNo(1))).toMatchObject({ text: now })
  })

  it('has not changed where only its blanks and stops did', () => {
    const old = planOf([bell({ text: '完成投资1.5亿元，并联网。' }), canteen()])
    expect(refusalOf(old, { type: 'amend', plan: edition([bell({ text: '完成投资 1.5 亿元；并联网' }), canteen()]) })).toBe('amendment-same')
  })
})

describe('the date of a task', () => {
  it('is the last edition’s, though that was compared with a text no longer in force', () => {
    const first = plan()
    const before = edition([bell(), canteen(), roof()], { source: { ...first.source } })
    const second = amended(first, [bell({ due: '2026-11-30' }), canteen(), roof()])
    const third = after(second, '2026-07-03', { type: 'amend', before, plan: edition([bell(), canteen({ text: '每季度开展一次食堂安全排查。' }), roof()]) })
    expect(dueOf(third, 1)).toMatchObject({ day: '2026-09-30' })
  })

  it('is the new text’s, which is remembered as its ground', () => {
    const now = amended(plan(), [bell({ due: '2026-12-31' }), canteen(), roof()])
    expect(now.tasks.get(taskNo(1))).toMatchObject({ due: { kind: 'dated', day: '2026-12-31', original: '2026-09-30', moved: 0 }, dueFrom: { source: 's2', was: '2026-09-30' } })
  })

  it('that a secretary bound stays where the text still leaves the blank', () => {
    const bound = after(plan(), '2026-02-02', { type: 'set-due', task: taskNo(3), day: day('2027-12-31'), reason: '' })
    expect(dueOf(amended(bound, [bell({ due: '2026-12-31' }), canteen(), roof()]), 3)).toMatchObject({ day: '2027-12-31' })
  })

  it('that both changed stays as the secretary set it, and is asked about', () => {
    const moved = after(plan(), '2026-02-02', { type: 'set-due', task: taskNo(1), day: day('2026-10-31'), reason: '批复推迟' })
    const now = amended(moved, [bell({ due: '2026-12-31' }), canteen(), roof()])
    expect(dueOf(now, 1)).toMatchObject({ day: '2026-10-31' })
    expect(now.amended.pending.get(taskNo(1))).toMatchObject({ due: { day: '2026-12-31' }, source: 's2' })
    expect(dueOf(after(now, '2026-07-03', { type: 'settle-amended', task: taskNo(1), point: 'due', take: true }), 1)).toMatchObject({ day: '2026-12-31' })
    expect(now.amended.pending.size).toBe(0)
  })

  it('is still asked about when another edition says the same of it', () => {
    const moved = after(plan(), '2026-02-02', { type: 'set-due', task: taskNo(1), day: day('2026-10-31'), reason: '批复推迟' })
    const asked = amended(moved, [bell({ due: '2026-12-31' }), canteen(), roof()])
    const third = amended(asked, [bell({ due: '2026-12-31' }), canteen({ text: '每季度开展一次食堂安全排查。' }), roof()], { title: '教育强县三年行动方案（再次修订）' }, '2026-07-09')
    expect(dueOf(third, 1)).toMatchObject({ day: '2026-10-31' })
    expect(third.amended.pending.get(taskNo(1))).toMatchObject({ due: { day: '2026-12-31' }, source: 's3' })
  })

  it('that waits to be settled makes no amendment of a text that changes nothing', () => {
    const moved = after(plan(), '2026-02-02', { type: 'set-due', task: taskNo(1), day: day('2026-10-31'), reason: '批复推迟' })
    const asked = amended(moved, [bell({ due: '2026-12-31' }), canteen(), roof()])
    expect(refusalOf(asked, { type: 'amend', plan: edition([bell({ due: '2026-12-31' }), canteen(), roof()]) })).toBe('amendment-same')
  })

  it('that both made the same is not asked about', () => {
    const moved = after(plan(), '2026-02-02', { type: 'set-due', task: taskNo(1), day: day('2026-12-31'), reason: '批复推迟' })
    const now = amended(moved, [bell({ due: '2026-12-31' }), canteen(), roof({ due: '2027-12-31' })])
    expect(now.amended.pending.size).toBe(0)
    expect(dueOf(now, 1)).toMatchObject({ day: '2026-12-31', original: '2026-09-30', moved: 1 })
  })

  it('that a secretary sets afterwards is no longer the amendment’s', () => {
    const now = amended(plan(), [bell({ due: '2026-12-31' }), canteen(), roof()])
    expect(after(now, '2026-07-03', { type: 'set-due', task: taskNo(1), day: day('2027-01-31'), reason: '延期' }).tasks.get(taskNo(1))?.dueFrom).toBeUndefined()
  })
})

describe('the units of a task', () => {
  it('come and go with the text; what one that went had reported is kept', () => {
    const now = amended(after(plan(), '2026-03-02', report(1, '县教育局', { done: '完成摸底' })), [bell({ support: ['县财政局'] }), canteen(), roof()])
    expect(units(now, 1)).toEqual(['县公安局 lead', '县财政局 support'])
    expect(now.amended.formerParts.get(keyOf(taskNo(1), unitId('县教育局')))).toMatchObject({ assignment: { report: { done: '完成摸底' } }, source: 's2' })
    expect(refusalOf(now, report(1, '县教育局'))).toBe('part-ended')
  })

  it('raised to lead have said nothing of the whole: a helper’s accepted part is not the lead’s', () => {
    const helped = after(after(plan(), '2026-03-02', claim(1, '县教育局', '摸底已完成')), '2026-03-03', acceptClaim(1, '县教育局'))
    const now = amended(helped, [bell({ lead: '县教育局', support: ['县公安局'] }), canteen(), roof()])
    expect(now.assignments.get(keyOf(taskNo(1), unitId('县教育局')))).toMatchObject({ part: 'lead', status: 'open' })
  })

  it('that come back find what they had reported', () => {
    const gone = amended(after(plan(), '2026-03-02', report(1, '县教育局', { done: '完成摸底' })), [bell({ support: [] }), canteen(), roof()])
    const back = amended(gone, [bell(), canteen(), roof()], {}, '2026-07-06')
    expect(units(back, 1)).toEqual(['县公安局 lead', '县教育局 support'])
    expect(back.assignments.get(keyOf(taskNo(1), unitId('县教育局')))?.report).toMatchObject({ done: '完成摸底' })
  })

  it('keep the lead that a secretary confirmed, among the units that the text names now', () => {
    const led = after(plan(), '2026-02-02', { type: 'set-lead', task: taskNo(2), unit: unitId('县教育局') })
    const now = amended(led, [bell(), canteen({ support: ['县卫健局'] }), roof()])
    expect(units(now, 2)).toEqual(['县教育局 lead', '县市场监管局 responsible', '县卫健局 support'])
    expect(now.amended.pending.size).toBe(0)
  })

  it('are asked about where the text has another lead than before and than the secretary’s', () => {
    const led = after(plan(), '2026-02-02', { type: 'set-lead', task: taskNo(1), unit: unitId('县教育局') })
    const now = amended(led, [bell({ lead: '县财政局', support: ['县公安局', '县教育局'] }), canteen(), roof()])
    expect(units(now, 1)[0]).toBe('县教育局 lead')
    after(now, '2026-07-03', { type: 'settle-amended', task: taskNo(1), point: 'units', take: true })
    expect(units(now, 1)).toEqual(['县财政局 lead', '县公安局 support', '县教育局 support'])
  })

  it('are still asked about when another edition names the same', () => {
    const led = after(plan(), '2026-02-02', { type: 'set-lead', task: taskNo(1), unit: unitId('县教育局') })
    const other = bell({ lead: '县财政局', support: ['县公安局', '县教育局'] })
    const third = amended(amended(led, [other, canteen(), roof()]), [other, canteen({ text: '每季度开展一次食堂安全排查。' }), roof()], {}, '2026-07-09')
    expect(third.amended.pending.get(taskNo(1))).toMatchObject({ units: [{ unit: unitId('县财政局') }, {}, {}] })
  })

  it('are still asked about when another edition changes who supports the lead that was asked about', () => {
    const led = after(plan(), '2026-02-02', { type: 'set-lead', task: taskNo(1), unit: unitId('县教育局') })
    const second = amended(led, [bell({ lead: '县财政局', support: ['县公安局', '县教育局'] }), canteen(), roof()])
    const third = amended(second, [bell({ lead: '县财政局', support: ['县公安局', '县教育局', '县卫健局'] }), canteen(), roof()], {}, '2026-07-09')
    expect(units(third, 1)).toEqual(['县教育局 lead', '县财政局 responsible', '县公安局 support', '县卫健局 support'])
    expect(third.amended.pending.get(taskNo(1))).toMatchObject({ units: [{ unit: unitId('县财政局') }, {}, {}, {}], source: 's3' })
  })
})

describe('a point that waits', () => {
  const moved = () => after(plan(), '2026-02-02', { type: 'set-due', task: taskNo(1), day: day('2026-10-31'), reason: '批复推迟' })
  const gone = () => amended(amended(moved(), [bell({ due: '2026-12-31' }), canteen(), roof()]), [canteen(), roof()], {}, '2026-07-09')

  it('waits on when an edition leaves its task out, and is asked about again when the next has it back', () => {
    expect(gone().amended.pending.get(taskNo(1))).toMatchObject({ due: { day: '2026-12-31' }, source: 's2', removal: 's3' })
    const back = amended(gone(), [bell({ due: '2026-12-31' }), canteen(), roof()], {}, '2026-07-10')
    expect(back.amended.pending.get(taskNo(1))).toMatchObject({ due: { day: '2026-12-31' }, source: 's4' })
    expect(back.amended.pending.get(taskNo(1))?.removal).toBeUndefined()
  })

  it('waits on when its task is kept against the text', () => {
    expect(after(gone(), '2026-07-10', { type: 'keep-task', task: taskNo(1) }).amended.pending.get(taskNo(1))).toEqual({ due: expect.objectContaining({ day: '2026-12-31' }) as unknown, source: 's2' })
  })

  it('leaves open whether its task goes when it is settled', () => {
    const settled = after(gone(), '2026-07-10', { type: 'settle-amended', task: taskNo(1), point: 'due', take: false })
    expect(settled.amended.pending.get(taskNo(1))).toEqual({ source: 's3', removal: 's3' })
  })
})

describe('a task that the text has no more', () => {
  const without = () => amended(plan({ doubts: [{ id: 1, kind: 'year-blank', task: taskNo(3), line: 9, quote: '20__年12月底前', question: '哪一年？', choices: [] }] }), [bell(), canteen()])

  it('lives on until a secretary agrees', () => {
    const now = without()
    expect(now.amended.pending.get(taskNo(3))).toEqual({ source: 's2', removal: 's2' })
    expect(refusalOf(now, report(3, '县住建局'))).toBe('none')
    expect(now.doubts.get(1)?.settled).toBeUndefined()
  })

  it('ends with its history when it is withdrawn, and its doubt with it', () => {
    const now = after(after(without(), '2026-07-02', report(3, '县住建局', { done: '已开工' })), '2026-07-03', { type: 'withdraw-task', task: taskNo(3) })
    expect(titles(now)).toEqual(['1 建设一键报警装置', '2 排查学校食堂'])
    expect(now.amended.withdrawn.get(taskNo(3))).toMatchObject({ task: { title: '改造乡镇校舍' }, parts: [{ unit: '县住建局', report: { done: '已开工' } }], source: 's2', on: '2026-07-03' })
    expect(now.doubts.get(1)?.settled).toMatchObject({ amendment: 's2' })
    expect(refusalOf(now, report(3, '县住建局'))).toBe('task-withdrawn')
    expect(refusalOf(now, { type: 'withdraw-task', task: taskNo(3) })).toBe('task-withdrawn')
  })

  it('is kept when a secretary says so, and not asked about again', () => {
    const kept = after(without(), '2026-07-03', { type: 'keep-task', task: taskNo(3) })
    expect(refusalOf(kept, { type: 'withdraw-task', task: taskNo(3) })).toBe('nothing-amended')
    expect(amended(kept, [bell({ due: '2026-12-31' }), canteen()]).amended.pending.size).toBe(0)
  })

  it('is no longer asked about when the next text has it again', () => {
    expect(amended(without(), [bell(), canteen(), roof()], { title: '教育强县三年行动方案（再次修订）' }).amended.pending.size).toBe(0)
  })

  it('never gives its number away', () => {
    const now = after(without(), '2026-07-03', { type: 'withdraw-task', task: taskNo(3) })
    expect(titles(amended(now, [bell(), canteen(), task(3, { title: '开展心理健康筛查', lead: '县卫健局' })]))).toContain('4 开展心理健康筛查')
  })
})

describe('what was put right by hand at the import', () => {
  const before = edition([{ ...bell({ lead: '县应急局' }), span: { from: 0, to: 1 } }, { ...canteen(), span: { from: 10, to: 11 } }, { ...roof(), span: { from: 20, to: 21 } }, { ...task(4, { title: '建立陪餐制度' }), span: { from: 30, to: 31 } }])
  const imported = () => planOf([{ ...bell(), span: { from: 0, to: 1 } }, { ...canteen(), span: { from: 10, to: 11 } }, { ...roof({ due: '2027-12-31' }), span: { from: 20, to: 21 } }])

  it('is no change of the document: neither a corrected unit, nor a bound year, nor a task left out', () => {
    const stands = imported()
    const now = after(stands, '2026-07-02', { type: 'amend', before: { ...before, source: stands.source }, plan: edition([bell({ lead: '县应急局' }), canteen(), roof(), task(4, { title: '建立陪餐制度' }), task(5, { title: '公开食材价格' })]) })
    expect(titles(now)).toEqual(['1 建设一键报警装置', '2 排查学校食堂', '3 改造乡镇校舍', '4 公开食材价格'])
    expect(units(now, 1)[0]).toBe('县公安局 lead')
    expect(dueOf(now, 3)).toMatchObject({ day: '2027-12-31' })
    expect(now.amended.pending.size).toBe(0)
  })
})

describe('the same document', () => {
  it('amends nothing, word for word', () => {
    const now = plan()
    expect(refusalOf(now, { type: 'amend', plan: { ...edition([]), source: now.source } })).toBe('amendment-same')
  })
  it('amends nothing where only its spaces and numbers differ', () => {
    expect(refusalOf(plan(), { type: 'amend', plan: edition([bell({ text: '全县学校  建成一键报警装置，并联网。' }), canteen(), { ...roof(), written: '9' }]) })).toBe('amendment-same')
  })
})

describe('duties and bodies', () => {
  const duty = { id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, what: '报送', text: '每年11月底前报送用编计划。' } as const
  const group = { id: 'b1', name: '校园安全领导小组', convened: true, deputies: [], members: [], cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年2次' }] }
  const running = () => plan({ obligations: [duty], bodies: [group] })

  it('keep what was fulfilled where the clause is the same one, said otherwise', () => {
    const done = after(running(), '2026-03-01', { type: 'fulfil', occurrence: 'c1/2026/1', unit: unitId('县公安局'), words: '已报' })
    const now = amended(done, [canteen(), roof(), bell()], { obligations: [{ ...duty, task: taskNo(3), month: 10, text: '每年10月底前报送用编计划。' }], bodies: [group] })
    expect([...now.obligations.values()]).toMatchObject([{ id: 'c1', task: 1, month: 10 }])
    expect(now.fulfilments.get('c1/2026/1')).toMatchObject({ words: '已报' })
  })

  it('keep what was fulfilled where no more than the date of the clause was kept', () => {
    const bare = [{ ...duty, what: '每年11月底前', text: '每年11月底前' }, { id: 'c2', task: taskNo(1), every: 'once', on: day('2026-03-31'), times: 1, what: '3月底前', text: '3月底前' }] as const
    const whole = [{ ...duty, task: taskNo(3) }, { ...bare[1], task: taskNo(3), what: '完成招标', text: '2026年3月底前完成招标' }]
    expect([...amended(plan({ obligations: [...bare] }), [canteen(), roof(), bell()], { obligations: whole }).obligations.values()]).toMatchObject([{ id: 'c1', what: '报送' }, { id: 'c2', what: '完成招标' }])
  })

  it('end with the text, keep their history, and never give their id away', () => {
    const now = amended(running(), [bell(), canteen(), roof()], { obligations: [{ ...duty, every: 'month', text: '每月调度一次。' }], bodies: [] })
    expect([...now.obligations.keys()]).toEqual(['c2'])
    expect([...now.amended.endedObligations.keys()]).toEqual(['c1'])
    expect(now.bodies.size).toBe(0)
  })

  it('keep who sits in a body as it was put right, as long as the text says of it what it said', () => {
    const right = after(running(), '2026-03-01', { type: 'set-body', body: 'b1', name: group.name, convened: true, deputies: [], members: ['县教育局', '县公安局'] })
    const members = (said: readonly string[]) => amended(right, [canteen(), roof(), bell()], { bodies: [{ ...group, members: [...said] }] }).bodies.get('b1')?.members
    expect(members(group.members)).toEqual(['县教育局', '县公安局'])
    expect(members(['县教育局', '县财政局'])).toEqual(['县教育局', '县财政局'])
  })

  it('keep the name of a body that has met', () => {
    const met = after(running(), '2026-03-01', { type: 'record-past-meeting', body: 'b1', on: day('2026-02-20') })
    expect(amended(met, [bell(), canteen(), roof()]).bodies.get('b1')).toMatchObject({ name: '校园安全领导小组', cadences: [] })
  })
})

describe('targets', () => {
  const target = { id: 'i1', task: taskNo(1), measure: '一键报警联网率', direction: 'at-least', value: 90, unit: '%', yearly: false, text: '联网率达到90%以上', span: { from: 0, to: 9 } } as const

  it('keep who answers for them when their number changes, and end with the text', () => {
    const loose = { ...target, id: 'i2', measure: '食堂达标率' }
    const now = amended(plan({ targets: [{ ...target, owner: unitId('县公安局') }, loose] }), [canteen(), bell(), roof()], { targets: [{ ...target, task: taskNo(2), value: 95, text: '联网率达到95%以上' }] })
    expect([...now.targets.values()]).toMatchObject([{ id: 'i1', task: 1, value: 95, owner: '县公安局' }])
    expect([...now.amended.endedTargets.keys()]).toEqual(['i2'])
  })
})
