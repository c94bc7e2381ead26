import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Correction, keyOfDoubt } from '#src/ledger/correction.ts'
import { corrected } from '#src/ledger/corrections.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { Imported } from '#src/ledger/plan.ts'
import type { ReadBody, ReadDeadline, ReadDoubt, Reading, ReadTarget, ReadTask, ReadUnit } from '#src/reader/reading.ts'
import { directoryWith } from '#test/builders.ts'

const directory = directoryWith(['县教育局', { name: '县发改局', aliases: [] }])
/** Each task has a hundred characters of the text to itself, from `at` on. */
const spanOf = (at: number) => ({ from: at * 100, to: at * 100 + 100 })
const unit = (name: string, role: ReadUnit['role'] = 'lead', facts: Partial<ReadUnit> = {}): ReadUnit => ({ name, role, span: { from: 0, to: 1 }, ...facts })
const task = (at: number, facts: Partial<ReadTask> = {}): ReadTask => ({ path: [], number: String(at), title: `任务${at}`, section: '重点任务', text: `任务${at}。`, span: spanOf(at), units: [], people: [], deadlines: [], ...facts })
const blank = (at: number, text: string): ReadDeadline => ({ text, yearly: false, unbound: true, month: 12, span: { from: at * 100 + 10, to: at * 100 + 20 } })
const doubt = (kind: ReadDoubt['kind'], from: number, facts: Partial<ReadDoubt> = {}): ReadDoubt => ({ kind, line: 1, quote: `原文${from}`, span: { from, to: from + 4 }, question: '？', choices: [], ...facts })
const team = (facts: Partial<ReadBody> = {}): ReadBody => ({ name: '提升质量专班', kind: 'team', leader: '县教育局局长', deputies: [], members: ['县财政局', '县教育局', '县人社局'], span: { from: 0, to: 1 }, ...facts })
const target = (facts: Partial<ReadTarget> = {}): ReadTarget => ({ measure: '普惠率', direction: 'at-least', value: 90, unit: '%', yearly: false, text: '普惠率达到90%以上', span: { from: 5000, to: 5020 }, ...facts })
const reading = (facts: Partial<Reading> = {}): Reading => ({ title: '教育强县三年行动方案', text: '文'.repeat(9000), tasks: [], recurrences: [], meetings: [], bodies: [], targets: [], proposals: [], doubts: [], unlisted: [], ...facts })

const answer = (to: ReadDoubt, words: string): Correction => ({ type: 'answer', doubt: keyOfDoubt(to), quote: to.quote, answer: words })
const said = (facts: Partial<Reading>, ...corrections: Correction[]) => corrected(reading(facts), corrections, directory)
const unitsOf = (of: ReturnType<typeof said>, at = 0) => of.reading.tasks[at]?.units.map(({ name, role }) => `${role} ${name}`)
const open = (of: ReturnType<typeof said>) => of.reading.doubts.map(({ kind }) => kind)

describe('a blank year', () => {
  const facts = { tasks: [task(1, { deadlines: [blank(1, '20__年12月底前')] }), task(2, { deadlines: [blank(2, '20__年底前')] })] }
  const [first, second] = [doubt('year-blank', 110, { task: 0 }), doubt('year-blank', 210, { task: 1 })]
  const years = (...corrections: Correction[]) => said({ ...facts, doubts: [first, second] }, ...corrections).reading.tasks.map(({ deadlines }) => deadlines[0]?.year)

  it('that is answered binds its date, and no other', () => expect(years(answer(first, '2027年'))).toEqual([2027, undefined]))
  it('is bound with all the others by one answer', () => expect(years({ type: 'answer-all', kind: 'year-blank', answer: '2027年' })).toEqual([2027, 2027]))
  it('keeps the answer it was given for itself', () => expect(years(answer(first, '2026年'), { type: 'answer-all', kind: 'year-blank', answer: '2027年' })).toEqual([2026, 2027]))
  it('is what was said last', () => expect(years(answer(first, '2026年'), answer(first, '2028年'))[0]).toBe(2028))
  it('is asked again where another release reads other words there', () => expect(years({ type: 'answer', doubt: keyOfDoubt(first), quote: '别的话', answer: '2027年' })).toEqual([undefined, undefined]))
  it('of a target binds when the target is due', () => {
    const of = said({ targets: [target({ by: { unbound: true }, blanks: { by: { from: 5005, to: 5010 } } })], doubts: [doubt('year-blank', 5005)] }, { type: 'answer-all', kind: 'year-blank', answer: '2028年' })
    expect(of.reading.targets[0]?.by).toMatchObject({ year: 2028, unbound: false })
  })
  it('in a document’s name binds nothing, and is no longer asked', () => expect(open(said({ ...facts, doubts: [doubt('year-blank', 195, { task: 0 })] }, { type: 'answer-all', kind: 'year-blank', answer: '2027年' }))).toEqual([]))
})

describe('the words an answer was about', () => {
  const long = doubt('no-unit', 100, { section: '质量工程', quote: '质量工程'.repeat(1000) })
  const kept = Correction.parse(answer(long, '县教育局'))

  it('are kept only as far as they tell', () => expect(kept).toMatchObject({ quote: long.quote.slice(0, 300) }))
  it('are known again when they were cut', () => expect(open(said({ tasks: [task(1, { section: '质量工程' })], doubts: [long] }, kept))).toEqual([]))
})

describe('a date without a year', () => {
  const asked = doubt('date-unclear', 110, { task: 0 })
  const due = (words: string) => said({ tasks: [task(1, { deadlines: [{ text: '6月底前', yearly: false, month: 6, span: asked.span }] })], doubts: [asked] }, answer(asked, words)).reading.tasks[0]?.deadlines[0]
  it('gets the year', () => expect(due('2027')).toMatchObject({ year: 2027, month: 6 }))
  it.each(['2027年9月15日', '2027-9-15'])('gets the day where the answer says one: %s', (words) => expect(due(words)).toMatchObject({ year: 2027, month: 9, day: 15 }))
})

describe('the years of a plan', () => {
  const asked = doubt('no-period', 0)
  it.each([['2026', { from: 2026, to: 2028 }], ['2026—2027年', { from: 2026, to: 2027 }]])('%s', (words, period) => expect(said({ doubts: [asked] }, answer(asked, words)).reading.period).toEqual(period))
})

describe('tasks without a unit', () => {
  const asked = doubt('no-unit', 100, { section: '质量工程' })
  const facts = { tasks: [task(1, { section: '质量工程' }), task(2, { section: '质量工程', units: [unit('县卫健局')] }), task(3, { section: '别处' })], doubts: [asked] }

  it('get the units of a typed list, the first of which leads', () => {
    const of = said(facts, answer(asked, '县教育局、县财政局'))
    expect([unitsOf(of, 0), unitsOf(of, 1), unitsOf(of, 2)]).toEqual([['lead 县教育局', 'support 县财政局'], ['lead 县卫健局'], []])
  })
  it('get those of the team that serves their section: its leader’s unit leads, each member supports once', () => {
    expect(unitsOf(said({ ...facts, bodies: [team({ serves: '质量工程' })] }, answer(asked, '按专班')))).toEqual(['lead 县教育局', 'support 县财政局', 'support 县人社局'])
  })
  it('of several sections get each its own team by one answer, and one without a team stays open', () => {
    const other = doubt('no-unit', 300, { section: '别处' })
    const of = said({ ...facts, doubts: [asked, other], bodies: [team({ serves: '质量工程' })] }, { type: 'answer-all', kind: 'no-unit', answer: '按专班' })
    expect(of.reading.doubts.map(({ section }) => section)).toEqual(['别处'])
  })
  it('are not given a team that would make more parts than a plan may hold: the question stays, and says how many there would be', () => {
    const members = Array.from({ length: 300 }, (_, at) => `县${at}局`)
    const many = Array.from({ length: 100 }, (_, at) => task(at, { section: '质量工程' }))
    const of = said({ tasks: many, doubts: [asked], bodies: [team({ serves: '质量工程', members })] }, answer(asked, '按专班'))
    expect(of.overfull).toEqual(new Map([[keyOfDoubt(asked), 100 * 301]]))
    expect(open(of)).toContain('no-unit')
    expect(unitsOf(of)).toEqual([])
  })

  it('get none from a team whose leader is nobody’s unit', () => expect(unitsOf(said({ ...facts, bodies: [team({ serves: '质量工程', leader: '县长' })] }, answer(asked, '按专班')))).toEqual([]))
  it('are asked about one by one where that is wanted', () => {
    const of = said(facts, { type: 'split', doubt: keyOfDoubt(asked) })
    expect(of.reading.doubts.map(({ task: at, section }) => [at, section])).toEqual([[0, undefined]])
  })
})

describe('two names that may be one unit', () => {
  const asked = doubt('alias', 500, { names: ['县发改委', '县发改局'] })
  const facts = { tasks: [task(1, { units: [unit('县发改委', 'support'), unit('县教育局', 'lead'), unit('县发改局', 'responsible', { inferred: 'lead' })] }), task(2, { units: [unit('县发改委')] })], doubts: [asked] }

  it('become the one that is kept, with the part that asks more', () => {
    const of = said(facts, answer(asked, '是，称县发改局'))
    expect([unitsOf(of, 0), unitsOf(of, 1)]).toEqual([['responsible 县发改局', 'lead 县教育局'], ['lead 县发改局']])
  })
  it('that are two stay two', () => expect(unitsOf(said(facts, answer(asked, '不是')), 0)).toHaveLength(3))
  it('are merged without being asked about, bodies and duties too', () => {
    const of = said({ ...facts, doubts: [], bodies: [team({ members: ['县发改委', '县发改局'] })] }, { type: 'merge-units', keep: '县发改局', other: '县发改委' })
    expect([unitsOf(of, 1), of.reading.bodies[0]?.members]).toEqual([['lead 县发改局'], ['县发改局']])
  })
  it('merged in a circle stay as they are', () => {
    const merge = (keep: string, other: string): Correction => ({ type: 'merge-units', keep, other })
    expect(() => said(facts, merge('县发改局', '县发改委'), merge('县发改委', '县发改局'))).not.toThrow()
  })
  it('keep the unit that the directory has, under its own name', () => {
    const { plan, aliases, units } = importedFrom({ reading: reading(facts), corrections: [answer(asked, '是，称县发改委')], directory, source: { name: 'a', hash: 'b' }, zone: 'UTC' })
    expect([plan.tasks[1]?.units[0]?.unit, aliases, units]).toEqual(['县发改局', [{ unit: '县发改局', alias: '县发改委' }], []])
  })
})

describe('a name that may be no unit', () => {
  const asked = doubt('unit-unclear', 50, { task: 0 })

  it('is none where a list is to be taken as it is written', () => expect(unitsOf(said({ tasks: [task(1, { units: [unit('县教育局')] })], doubts: [asked] }, answer(asked, '只按写明的单位')))).toEqual(['lead 县教育局']))
  const of = (words: string) => unitsOf(said({ tasks: [task(1, { units: [unit('县相关企业', 'lead', { span: asked.span }), unit('县教育局', 'support')] }), task(2, { units: [unit('县相关企业')] })], doubts: [asked] }, answer(asked, words)), 0)
  it('stays where it is one', () => expect(of('是')).toEqual(['lead 县相关企业', 'support 县教育局']))
  it('goes where it is none', () => expect(of('不是')).toEqual(['support 县教育局']))
  it('makes way for the names that are meant', () => expect(of('县国资公司、县工信局')).toEqual(['lead 县国资公司', 'responsible 县工信局', 'support 县教育局']))
  it('is asked once for a debtor whom no unit’s name tells, and given to each of its duties', () => {
    const duty = (from: number) => ({ every: 'year' as const, debtor: '编制部门', has: '核定', text: '编制部门每年核定', span: { from, to: from + 8 } })
    const facts = { text: `${'文'.repeat(100)}编制部门每年核定${'文'.repeat(92)}编制部门每年核定`, recurrences: [duty(100), duty(200)] }
    const [question, ...others] = said(facts).reading.doubts
    if (question === undefined) throw new Error('nothing is asked')
    expect([question.question, others]).toEqual(['“编制部门”是哪个单位？', []])
    expect(said(facts, answer(question, '县委编办')).reading.recurrences.map(({ debtor }) => debtor)).toEqual(['县委编办', '县委编办'])
  })
})

describe('a duty of which the text does not say how often', () => {
  const asked = doubt('duty-unclear', 150, { task: 0, quote: '定期开展排查' })
  const duties = (words: string) => said({ tasks: [task(1)], doubts: [asked] }, answer(asked, words)).reading.recurrences
  it('becomes one of the rhythm that is said', () => expect(duties('每半年2次')).toMatchObject([{ taskTitle: '任务1', every: 'half-year', times: 2, has: '定期开展排查' }]))
  it.each([['每两年', '2 years'], ['每季度', 'quarter'], ['每月', 'month'], ['每周', 'week'], ['每两个月', '2 months'], ['每年', 'year']])('%s is %s', (words, every) => expect(duties(words)[0]?.every).toBe(every))
  it('is none where nothing is asked', () => expect(duties('不作要求')).toEqual([]))
})

describe('which sentences are tasks', () => {
  const proposal = { unit: '编制部门', does: '做好编制保障', section: '组织实施', text: '编制部门要做好编制保障。', span: { from: 250, to: 262 } }
  const facts = { tasks: [task(1, { units: [unit('县委编制部门')] }), task(3)], proposals: [proposal], doubts: [doubt('no-unit', 300, { task: 1 })] }
  const titles = (...corrections: Correction[]) => said(facts, ...corrections).reading.tasks.map(({ title }) => title)

  it('is the reader’s word where nothing is said', () => expect(titles()).toEqual(['任务1', '任务3']))
  it('is said of each proposal', () => expect(titles({ type: 'take-proposal', proposal: 250, taken: true })).toEqual(['任务1', '做好编制保障', '任务3']))
  it('is said of all of them, until something else is said', () => expect([titles({ type: 'take-proposal', taken: true }).length, titles({ type: 'take-proposal', proposal: 250, taken: true }, { type: 'take-proposal', taken: false }).length]).toEqual([3, 2]))
  it('leaves doubts with the tasks they are about', () => expect(said(facts, { type: 'take-proposal', taken: true }).reading.doubts.map(({ task: at }) => at)).toEqual([2]))
  it('names the unit of the plan that a general name can only mean', () => expect(unitsOf(said(facts, { type: 'take-proposal', taken: true }), 1)).toEqual(['lead 县委编制部门']))
  it('asks who, where a general name can mean nobody', () => expect(said({ ...facts, tasks: [task(3)], doubts: [] }, { type: 'take-proposal', taken: true }).reading.doubts).toMatchObject([{ kind: 'no-unit', task: 0 }]))
  it('leaves out an item that is none, with its doubts, and lists it as read', () => {
    const of = said(facts, { type: 'drop-task', task: 300 })
    expect([of.reading.tasks.length, of.reading.doubts, of.reading.unlisted]).toEqual([1, [], [{ heading: '任务3', span: spanOf(3) }]])
  })
  it('takes it back', () => expect(titles({ type: 'drop-task', task: 300 }, { type: 'restore-tasks' })).toHaveLength(2))
})

describe('a lead that is changed', () => {
  it('leaves who led before responsible', () => expect(unitsOf(said({ tasks: [task(1, { units: [unit('县教育局'), unit('县财政局', 'support')] })] }, { type: 'set-lead', task: 100, unit: '县财政局' }))).toEqual(['lead 县财政局', 'responsible 县教育局']))
})

describe('what is written', () => {
  const asked = doubt('target-owner', 5000, { target: 0 })
  const person = PersonId.parse('u1')
  const importing = (...corrections: Correction[]) => importedFrom({ reading: reading({ tasks: [task(1)], targets: [target()], doubts: [asked, doubt('no-period', 0)] }), corrections, directory, source: { name: 'a.txt', hash: 'b' }, zone: 'UTC' })

  it('keeps each answer with its doubt, the open ones numbered first', () => {
    const { doubts } = importing(answer(asked, '县教育局')).plan
    expect(doubts.map(({ id, kind, answer: given }) => [id, kind, given])).toEqual([[1, 'no-period', undefined], [2, 'target-owner', '县教育局']])
  })
  it('keeps the targets, and who answers for them', () => expect(importing(answer(asked, '县教育局')).plan.targets).toMatchObject([{ id: 'i1', owner: '县教育局', measure: '普惠率', value: 90 }]))
  it('names the contacts that were chosen', () => expect(importing({ type: 'name-contact', unit: '县教育局', person }).contacts).toEqual([{ unit: '县教育局', person }]))
  it('can be recorded, whatever is corrected', () => {
    const names = fc.constantFrom('县教育局', '县发改局', '县发改委', '县财政局')
    const words = fc.constantFrom('2027年', '是', '不是', '按专班', '县教育局、县财政局', '每半年2次', '不作要求', '看情况', '2027年13月40日')
    const all = [asked, doubt('no-period', 0), doubt('year-blank', 110, { task: 0 }), doubt('alias', 500, { names: ['县发改委', '县发改局'] }), doubt('unit-unclear', 50, { task: 0 }), doubt('duty-unclear', 150, { task: 0 }), doubt('no-unit', 200, { task: 1 }), doubt('date-unclear', 210, { task: 1 })]
    const correction: fc.Arbitrary<Correction> = fc.oneof(
      fc.record({ at: fc.nat(all.length - 1), words }).map(({ at, words: given }) => answer(all[at] ?? asked, given)),
      fc.record({ type: fc.constant('merge-units' as const), keep: names, other: names }),
      fc.record({ type: fc.constant('set-lead' as const), task: fc.constantFrom(100, 200, 7), unit: names }),
      fc.record({ type: fc.constant('drop-task' as const), task: fc.constantFrom(100, 200, 7) }),
      fc.constant({ type: 'answer-all' as const, kind: 'year-blank' as const, answer: '2026年' }),
      fc.record({ type: fc.constant('take-proposal' as const), taken: fc.boolean() }),
    )
    const whole = reading({
      tasks: [task(1, { units: [unit('县发改委', 'lead', { span: { from: 50, to: 54 } }), unit('县发改局', 'support')], deadlines: [blank(1, '20__年12月底前')] }), task(2, { deadlines: [blank(2, '6月底前')] })],
      targets: [target()], proposals: [{ unit: '编制部门', does: '保障编制', section: '', text: '编制部门要保障编制', span: { from: 150, to: 160 } }], doubts: all,
    })
    fc.assert(fc.property(fc.array(correction, { maxLength: 12 }), (corrections) => {
      const { plan } = importedFrom({ reading: whole, corrections, directory, source: { name: 'a.txt', hash: 'b' }, zone: 'Asia/Shanghai' })
      expect(() => Imported.parse({ type: 'imported', ...plan })).not.toThrow()
      for (const { task: at } of plan.doubts) expect(at === undefined || plan.tasks.some(({ no }) => no === at)).toBe(true)
      for (const { units } of plan.tasks) expect(new Set(units.map((one) => one.unit)).size).toBe(units.length)
    }))
  })
})
