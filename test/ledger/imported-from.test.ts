import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { emptyPlan, Imported } from '#src/ledger/plan.ts'
import { read } from '#src/reader/read.ts'
import type { ReadDeadline, Reading, ReadRecurrence, ReadTask, ReadUnit } from '#src/reader/reading.ts'
import { directoryWith, stampOf } from '#test/builders.ts'

const directory = directoryWith([{ name: '县教育局', aliases: ['县教体局'] }, { name: '县发改局', aliases: ['县发改委'] }, '县财政局', { name: '各乡镇', aliases: [] }])
const span = { from: 0, to: 1 }

const unit = (name: string, role: ReadUnit['role'] = 'lead', inferred?: ReadUnit['inferred']): ReadUnit => ({ name, role, span, ...(inferred === undefined ? {} : { inferred }) })
const deadline = (facts: Partial<ReadDeadline>): ReadDeadline => ({ text: '某日前', yearly: false, span, ...facts })
const readTask = (facts: Partial<ReadTask> = {}): ReadTask => ({ path: ['一'], number: '1', title: '新建学校', section: '重点任务', text: '新建学校。', span: { from: 0, to: 100 }, people: [], units: [], deadlines: [], ...facts })
const duty = (facts: Partial<ReadRecurrence> = {}): ReadRecurrence => ({ taskTitle: '新建学校', every: 'year', has: '报送', text: '每年报送', span, ...facts })
const reading = (facts: Partial<Reading> = {}): Reading => ({ title: '方案', text: '方案全文', tasks: [readTask()], recurrences: [], meetings: [], bodies: [], targets: [], proposals: [], doubts: [], unlisted: [], ...facts })
const imported = (facts: Partial<Reading> = {}) => importedFrom({ reading: reading(facts), directory, source: { name: 'plan.docx', hash: 'abc' }, zone: 'Asia/Shanghai' })

const unitsOf = (...units: ReadUnit[]) => imported({ tasks: [readTask({ units })] }).plan.tasks[0]?.units
const dueOf = (...deadlines: Partial<ReadDeadline>[]) => imported({ tasks: [readTask({ deadlines: deadlines.map(deadline) })] }).plan.tasks[0]?.due
const clausesOf = (facts: Partial<Reading>) => imported(facts).plan.obligations

describe('the plan as it is imported', () => {
  it('keeps the whole text that its spans point into, and where it came from', () => expect(imported().plan.source).toEqual({ id: 's1', name: 'plan.docx', text: '方案全文', hash: 'abc' }))
  it('numbers its tasks in the order of the text, whatever number each has there', () => {
    const tasks = [readTask({ number: '三' }), readTask({ number: '1' }), readTask({ number: '1' })]
    expect(imported({ tasks }).plan.tasks.map(({ no, written }) => [no, written])).toEqual([[1, '三'], [2, '1'], [3, '1']])
  })
  it('keeps the years it runs, where the text says them', () => expect([imported({ period: { from: 2026, to: 2028 } }).plan.period, imported().plan]).toEqual([{ from: 2026, to: 2028 }, expect.not.objectContaining({ period: expect.anything() as unknown })]))
  it('asks its doubts of the tasks they are about', () => {
    const doubt = { kind: 'no-unit' as const, line: 4, span, quote: '新建学校', question: '谁牵头？', choices: [] }
    expect(imported({ tasks: [readTask(), readTask()], doubts: [{ ...doubt, task: 1 }, doubt] }).plan.doubts.map(({ id, task }) => [id, task])).toEqual([[1, 2], [2, undefined]])
  })
})

describe('a name in the text', () => {
  it.each(['县教育局', '县教体局', '县教育局 ', '县 教育局'])('%j is the unit that the directory knows', (name) => expect(unitsOf(unit(name))).toEqual([{ unit: '县教育局', part: 'lead' }]))
  it('that nobody knows is a new unit, added once however often it is named', () => {
    const tasks = [readTask({ units: [unit('县气象局'), unit('县科协', 'support')] }), readTask({ units: [unit('县气象局 ')] })]
    expect(imported({ tasks }).units).toEqual([{ name: '县气象局', aliases: [] }, { name: '县科协', aliases: [] }])
  })
  it('that nobody knows is the same unit in every task', () => {
    const tasks = [readTask({ units: [unit('县住建局（县人防办）')] }), readTask({ units: [unit('县住建局(县人防办)')] })]
    const named = imported({ tasks }).plan.tasks.map(({ units }) => units[0]?.unit)
    expect(named[0]).toBe(named[1])
  })
  it('that is known is not added', () => expect(imported({ tasks: [readTask({ units: [unit('县教体局')] })] }).units).toEqual([]))
  it('twice in one task is one part, the first that is said', () => expect(unitsOf(unit('县教育局'), unit('县教体局', 'support'))).toEqual([{ unit: '县教育局', part: 'lead' }]))
  it('that is presumed to lead says so', () => expect(unitsOf(unit('县教育局', 'responsible', 'lead'))).toEqual([{ unit: '县教育局', part: 'responsible', inferred: 'lead' }]))
  it('of a standing clause says so', () => expect(unitsOf(unit('各乡镇', 'responsible', 'standing'))).toEqual([{ unit: '各乡镇', part: 'responsible', inferred: 'standing' }]))
  it('is left open where the text gives none', () => expect(unitsOf()).toEqual([]))
  it('of any length can be recorded', () => expect(() => Imported.parse({ type: 'imported', ...imported({ tasks: [readTask({ units: [unit('县'.repeat(80))] })] }).plan })).not.toThrow())
})

describe('the date of a task', () => {
  it('is the day that is written', () => expect(dueOf({ year: 2026, month: 6, day: 15, text: '2026年6月15日前' })).toEqual({ kind: 'dated', day: '2026-06-15', said: '2026年6月15日前' }))
  it('of a month is its last day', () => expect(dueOf({ year: 2026, month: 6 })).toMatchObject({ day: '2026-06-30' }))
  it('of a year is its last day', () => expect(dueOf({ text: '2027年内', year: 2027 })).toMatchObject({ day: '2027-12-31' }))
  it('that no calendar has (6月31日) is no date, and is asked about', () => {
    const { plan } = imported({ tasks: [readTask({ deadlines: [deadline({ year: 2026, month: 6, day: 31, text: '2026年6月31日前' })] })] })
    expect([plan.tasks[0]?.due, plan.doubts]).toMatchObject([{ kind: 'unbound', said: '2026年6月31日前' }, [{ id: 1, kind: 'date-unclear', task: 1, quote: '2026年6月31日前' }]])
  })
  it('with a blank year stays unbound', () => expect(dueOf({ month: 6, unbound: true, text: '20__年6月底前' })).toEqual({ kind: 'unbound', said: '20__年6月底前' }))
  it('with a blank year stays unbound, whatever year a reader may have put beside it', () => expect(dueOf({ year: 2026, month: 6, unbound: true })).toMatchObject({ kind: 'unbound' }))
  it('without a year stays unbound', () => expect(dueOf({ month: 6, text: '6月底前' })).toMatchObject({ kind: 'unbound' }))
  it('is none where the work has no end (长期坚持)', () => expect(dueOf({ ongoing: true, text: '长期坚持' })).toEqual({ kind: 'ongoing', said: '长期坚持' }))
  it('is none where the text gives none', () => expect(dueOf()).toEqual({ kind: 'undated' }))
  it('is not the yearly one', () => expect(dueOf({ month: 11, yearly: true })).toEqual({ kind: 'undated' }))
  it('is the last of several', () => expect(dueOf({ year: 2027, month: 12 }, { year: 2026, month: 6 })).toMatchObject({ day: '2027-12-31' }))
  it('stands beside a blank one', () => expect(dueOf({ unbound: true }, { year: 2026, month: 6 })).toMatchObject({ day: '2026-06-30' }))
})

describe('earlier dates of a task', () => {
  const clauses = clausesOf({ tasks: [readTask(), readTask({ deadlines: [deadline({ year: 2027, month: 12, text: '2027年底前' }), deadline({ year: 2026, month: 6, text: '2026年6月底前' }), deadline({ year: 2026, month: 3, text: '2026年3月底前' })] })] })

  it('are owed once each, on the way to the last', () => expect(clauses.map(({ every, on, task }) => [every, on, task])).toEqual([['once', '2026-03-31', 2], ['once', '2026-06-30', 2]]))
  it('are told in the words of the text', () => expect(clauses.map(({ text }) => text)).toEqual(['2026年3月底前', '2026年6月底前']))
  it('say what is to be done by them', () => {
    const text = '2026年3月底前完成招标，2027年底前通水。'
    const at = (words: string) => ((from) => ({ text: words, span: { from, to: from + words.length } }))(text.indexOf(words))
    expect(clausesOf({ text, tasks: [readTask({ deadlines: [deadline({ year: 2026, month: 3, ...at('2026年3月底前') }), deadline({ year: 2027, ...at('2027年底前') })] })] }))
      .toMatchObject([{ every: 'once', on: '2026-03-31', what: '完成招标', text: '2026年3月底前完成招标' }])
  })
})

describe('a yearly date of a task', () => {
  const yearly = deadline({ month: 11, day: 30, yearly: true, text: '每年11月底前', span: { from: 20, to: 27 } })
  const withDuty = (...recurrences: ReadRecurrence[]) => clausesOf({ tasks: [readTask({ deadlines: [yearly] })], recurrences })

  it('without a duty that was read is owed each year by the task’s lead', () => {
    expect(withDuty()).toEqual([{ id: 'c1', task: 1, every: 'year', times: 1, month: 11, day: 30, what: '每年11月底前', text: '每年11月底前' }])
  })
  it('that a duty says already is owed once a year, not twice', () => expect(withDuty(duty({ month: 11, span: { from: 18, to: 60 } }))).toHaveLength(1))
  it('beside a duty of another month is owed for itself', () => expect(withDuty(duty({ month: 6, span: { from: 18, to: 60 } }))).toHaveLength(2))
  it('beside a duty of another sentence is owed for itself', () => expect(withDuty(duty({ month: 11, span: { from: 40, to: 60 } }))).toHaveLength(2))
  it('without a month is owed by the year’s end', () => expect(clausesOf({ tasks: [readTask({ deadlines: [deadline({ yearly: true, day: 10 })] })] })[0]).not.toHaveProperty('day'))
})

describe('a duty', () => {
  const among = (debtor: string, ...units: string[]) => clausesOf({ tasks: [readTask({ units: units.map((name) => unit(name)) })], recurrences: [duty({ debtor })] })[0]

  it('is a clause of the task it stands in', () => expect(clausesOf({ recurrences: [duty({ month: 11, day: 30, times: 2 })] })).toEqual([{ id: 'c1', task: 1, every: 'year', times: 2, month: 11, day: 30, what: '报送', text: '每年报送' }]))
  it('of one of two tasks with one title is a clause of that in whose words it stands', () => {
    const tasks = [readTask({ span: { from: 0, to: 100 } }), readTask({ span: { from: 100, to: 200 } })]
    expect(clausesOf({ tasks, recurrences: [duty({ span: { from: 120, to: 140 } })] })[0]?.task).toBe(2)
  })
  it('of a school goes by its own year and its terms', () => expect(clausesOf({ recurrences: [{ every: 'year', school: true, has: '参观', text: '每学年参观', span }, { every: 'half-year', school: true, has: '讲课', text: '每学期讲课', span }, { every: 'half-year', has: '通报', text: '每半年通报', span }] }).map(({ every }) => every)).toEqual(['school-year', 'term', 'half-year']))
  it('in no task is a clause of the plan', () => expect(importedFrom({ reading: reading({ recurrences: [{ every: 'quarter', has: '通报', text: '每季度通报', span }] }), directory, source: { name: '', hash: '' }, zone: 'UTC' }).plan.obligations[0]).not.toHaveProperty('task'))
  it('of 教育部门 is the education bureau’s, where that is on the task', () => expect(among('教育部门', '县教育局', '县财政局')?.debtor).toBe('县教育局'))
  it('of 教育行政主管部门 is too', () => expect(among('教育行政主管部门', '县教育局')?.debtor).toBe('县教育局'))
  it('of a name that the directory knows is that unit’s, on the task or not', () => expect(among('县发改委', '县教育局')?.debtor).toBe('县发改局'))
  it('of a department that no unit of the task is, is nobody’s by name', () => expect(among('机构编制部门', '县教育局')).not.toHaveProperty('debtor'))
  it('of a department that several could be, is nobody’s by name', () => expect(among('教育部门', '县教育局', '市教育局')).not.toHaveProperty('debtor'))
  it('of 各部门 is nobody’s by name', () => expect(among('各部门', '县教育局', '县财政局')).not.toHaveProperty('debtor'))
  it('knows who receives it', () => expect(clausesOf({ recurrences: [duty({ receiver: '县发改委' })] })[0]?.receiver).toBe('县发改局'))
  it('adds no unit to the directory', () => expect(imported({ recurrences: [duty({ debtor: '县疾控中心' })] }).units).toEqual([]))
})

describe('a body', () => {
  const group = { name: '县教育工作领导小组', kind: 'group' as const, deputies: ['县长'], members: ['县教育局'], leader: '县委书记', office: '县教育局', span }
  const meets = (body: string, facts: Partial<Reading['meetings'][number]> = {}) => ({ body, every: 'year' as const, times: 2, convened: true, text: `${body}每年召开两次会议`, span, ...facts })
  const bodies = (facts: Partial<Reading>) => imported(facts).plan.bodies

  it('that is set up and must meet is one, with its cadence and the clause', () => {
    expect(bodies({ bodies: [group], meetings: [meets('领导小组')] })).toEqual([{ id: 'b1', name: '县教育工作领导小组', convened: true, leader: '县委书记', deputies: ['县长'], members: ['县教育局'], office: '县教育局', cadences: [{ id: 'k1', every: 'year', times: 2, text: '领导小组每年召开两次会议' }] }])
  })
  it('that must meet and is set up nowhere stands for itself', () => expect(bodies({ bodies: [group], meetings: [meets('县政府常务会议', { convened: false })] })).toMatchObject([{ id: 'b1' }, { id: 'b2', name: '县政府常务会议', convened: false }]))
  it('that is set up and never said to meet has no cadence', () => expect(bodies({ bodies: [group] })[0]?.cadences).toEqual([]))
  it('that must meet without a number meets once', () => expect(importedFrom({ reading: reading({ meetings: [{ body: '专班', every: 'quarter', convened: true, text: '每季度', span }] }), directory, source: { name: '', hash: '' }, zone: 'UTC' }).plan.bodies[0]?.cadences[0]?.times).toBe(1))
  it('of two cadences is one body, and no clause is lost', () => expect(bodies({ bodies: [group], meetings: [meets('领导小组'), meets('领导小组', { every: 'quarter', times: 1 })] }).map(({ cadences }) => cadences.map(({ id, every }) => [id, every]))).toEqual([[['k1', 'year'], ['k2', 'quarter']]]))
})

const seeds = fileURLToPath(new URL('../../../shared/seeds/plans.txt', import.meta.url))
const examples = ['yunxi-education-2026-2028', 'yunxi-rural-2026-2028'].map((name) => ({ name, text: readFileSync(new URL(`../../examples/${name}.txt`, import.meta.url), 'utf8'), part: 1 }))
const plans = existsSync(seeds) ? [...examples, ...[1, 2, 3].map((part) => ({ name: `seed ${part}`, text: readFileSync(seeds, 'utf8'), part }))] : examples

describe('a whole plan', () => {
  it.each(plans)('($name) can be recorded as it was read, no task and no duty lost', ({ text, part }) => {
    const found = read(text, { part })
    if (!found.ok) throw new Error(found.refusal.code)
    const { plan } = importedFrom({ reading: found.reading, directory, source: { name: 'plan.txt', hash: 'abc' }, zone: 'Asia/Shanghai' })
    const decision = decidePlan(emptyPlan(PlanId.parse('p1')), { type: 'import', plan }, stampOf('2026-01-05'))
    expect(decision.ok && Imported.parse(JSON.parse(JSON.stringify(decision.events[0])))).toMatchObject({ type: 'imported', title: found.reading.title })
    expect(plan.tasks).toHaveLength(found.reading.tasks.length)
    const reviews = plan.bodies.flatMap(({ cadences }) => cadences.filter(({ asks }) => asks === 'review'))
    expect(plan.obligations.length + reviews.length).toBeGreaterThanOrEqual(found.reading.recurrences.length)
  })
})

describe('a reading that the ledger could not hold as it is', () => {
  it('is called as its file where it has no title', () => expect(imported({ title: '' }).plan.title).toBe('plan'))
  it('owes at least once and at most sixty times a period', () => {
    const { plan } = imported({ recurrences: [duty({ times: 0 }), duty({ times: 99 })] })
    expect(plan.obligations.map(({ times }) => times)).toEqual([1, 60])
  })
})
