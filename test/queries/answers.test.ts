import { describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering, askedFor } from '#src/queries/answering.ts'
import { nextOwed } from '#src/queries/next-owed.ts'
import { summary } from '#src/queries/summary.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { taskList, tasksOfUnits, unitsWithoutContact, type TaskFilter } from '#src/queries/task-list.ts'
import { acceptClaim, after, claim, day, directoryWith, planOf, planWith, report, returnClaim, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const lead = '县教育局'
const directory = directoryWith(
  ['县气象局', '县财政局', '溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }],
  { name: '苏晚晴', contactOf: [lead] }, { name: '方叔文', headOf: [lead] }, { name: '局长', headOf: ['县财政局'] }, { name: '姚春梅', contactOf: ['青石镇'] },
)
const unbound = { kind: 'unbound' as const, said: '20__年6月' }

describe('who answers for a task', () => {
  const unit = (...facts: Parameters<typeof task>) => answering({ plan: planWith(task(...facts)), directory: directoryWith([]) }, taskNo(1))?.unit

  it('is its lead', () => expect(unit(1, { lead, responsible: ['县财政局'] })).toBe(lead))
  it('is the presumed lead', () => expect(unit(1, { presumed: lead, responsible: ['县财政局'] })).toBe(lead))
  it('is the first of those responsible, without either', () => expect(unit(1, { responsible: ['县财政局', lead] })).toBe('县财政局'))
  it('is the next of those responsible, once the first is done', () => {
    const plan = after(after(planWith(task(1, { responsible: ['县财政局', lead] })), '2026-02-02', claim(1, '县财政局')), '2026-02-03', acceptClaim(1, '县财政局'))
    expect(answering({ plan, directory: directoryWith([]) }, taskNo(1))?.unit).toBe(lead)
  })
  it('is nobody where units only support', () => expect(unit(1, { support: [lead] })).toBeUndefined())
  it('is nobody where only a standing clause binds', () => expect(unit(1, { standing: ['各乡镇'] })).toBeUndefined())
})

describe('who is asked for a unit', () => {
  const asked = (unit: string) => askedFor(directory, unitId(unit)).map(({ name }) => name)

  it('are its contacts', () => expect(asked(lead)).toEqual(['苏晚晴']))
  it('is its head, where it has no contact', () => expect(asked('县财政局')).toEqual(['局长']))
  it('is nobody, where it has neither', () => expect(asked('县气象局')).toEqual([]))
})

describe('units with nobody to ask', () => {
  const without = (plan: PlanState) => unitsWithoutContact(viewOn('2026-02-03', plan, directory))

  it('are seen where they answer for something', () => expect(without(planWith(task(1, { lead: '县气象局' }), task(2, { lead: '县气象局' }), task(3, { lead })))).toEqual(['县气象局']))
  it('are seen before the plan is handed out', () => expect(without(planOf([task(1, { lead: '县气象局' })], { handedOutOn: false }))).toEqual(['县气象局']))
  it('are, of a group, those of its members', () => expect(without(planWith(task(1, { lead: '各乡镇' })))).toEqual(['溪口镇']))
  it('are seen where they owe a duty', () => expect(without(planOf([task(1, { lead })], { obligations: [{ id: 'c1', every: 'year', times: 1, debtor: unitId('县气象局'), what: '', text: '' }] }))).toEqual(['县气象局']))
  it('are not those who only support: they are not asked', () => expect(without(planWith(task(1, { lead, support: ['县气象局'] })))).toEqual([]))
})

describe('what a task owes next', () => {
  const next = (today: string, plan: PlanState) => nextOwed(viewOn(today, plan, directory), taskNo(1))

  it('is its completion, where it has a date', () => expect(next('2026-02-03', planWith(task(1, { due: '2026-06-30', lead })))).toEqual({ kind: 'completion', due: '2026-06-30', byDefault: false }))
  it('is this quarter’s progress, where it has none', () => expect(next('2026-02-03', planWith(task(1, { lead })))).toEqual({ kind: 'progress', quarter: '2026Q1', due: '2026-03-31' }))
  it('is the next quarter’s, once this one’s is given', () => expect(next('2026-02-03', after(planWith(task(1, { lead })), '2026-02-02', report(1, lead)))).toEqual({ kind: 'progress', quarter: '2026Q2', due: '2026-06-30' }))
  it('is its completion by the plan’s end, after the last quarter (默认)', () => expect(next('2028-11-03', after(planWith(task(1, { lead })), '2028-11-02', report(1, lead)))).toEqual({ kind: 'completion', due: '2028-12-31', byDefault: true }))
  it('is the completion first, where progress is due the same day', () => expect(next('2028-11-03', planWith(task(1, { lead })))).toMatchObject({ kind: 'completion' }))
  it('is progress for a blank year too', () => expect(next('2026-02-03', planWith(task(1, { lead, due: unbound })))).toMatchObject({ kind: 'progress' }))
  it('is progress still, where the year stays blank after the plan’s end', () => expect(next('2029-02-03', planWith(task(1, { lead, due: unbound })))).toEqual({ kind: 'progress', quarter: '2029Q1', due: '2029-03-31' }))
  it('is an earlier date on the way', () => {
    const plan = planOf([task(1, { due: '2026-12-31', lead })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'once', on: day('2026-06-30'), times: 1, what: '开工', text: '6月底前开工' }] })
    expect(next('2026-02-03', plan)).toMatchObject({ kind: 'occurrence', due: '2026-06-30' })
  })
  it('is for the secretary to look at a claim', () => expect(next('2026-02-03', after(planWith(task(1, { lead })), '2026-02-02', claim(1, lead)))).toEqual({ kind: 'review-claim' }))
  it('is the completion again, once a claim is sent back', () => expect(next('2026-02-04', after(after(planWith(task(1, { due: '2026-06-30', lead })), '2026-02-02', claim(1, lead)), '2026-02-03', returnClaim(1, lead)))).toMatchObject({ kind: 'completion' }))
  it('is a unit’s name, where the text gives none', () => expect(next('2026-02-03', planWith(task(1)))).toEqual({ kind: 'name-unit' }))
  it('is nothing, once it is accepted', () => expect(next('2026-02-04', after(after(planWith(task(1, { lead })), '2026-02-02', claim(1, lead)), '2026-02-03', acceptClaim(1, lead)))).toEqual({ kind: 'nothing' }))
  it('is asked of a group until all its members have answered', () => {
    const half = after(planWith(task(1, { lead: '各乡镇' })), '2026-02-02', report(1, '各乡镇', { member: '溪口镇' }))
    expect(next('2026-02-03', half)).toMatchObject({ quarter: '2026Q1' })
    expect(next('2026-02-04', after(half, '2026-02-03', report(1, '各乡镇', { member: '青石镇' })))).toMatchObject({ quarter: '2026Q2' })
  })
})

describe('a task’s card', () => {
  const card = (plan: PlanState, today = '2026-02-03') => taskCard(viewOn(today, plan, directory), taskNo(1))

  it('says who leads, who presumably leads, and who helps', () => {
    expect(card(planWith(task(1, { presumed: lead, support: ['县财政局'], standing: ['各乡镇'] })))).toMatchObject({ lead: { unit: lead, presumed: true, hasContact: true }, others: [{ unit: '县财政局', part: 'support' }, { unit: '各乡镇', standing: true }] })
  })
  it('says how many of a group have answered (2镇已报1)', () => expect(card(after(planWith(task(1, { lead: '各乡镇' })), '2026-02-02', report(1, '各乡镇', { member: '溪口镇' })))?.lead?.group).toEqual({ answered: 1, of: 2, late: 0 }))
  it('says the day by which it is done, and that it is the plan’s (默认)', () => expect(card(planWith(task(1, { lead })))?.doneBy).toEqual({ day: '2028-12-31', byDefault: true, provisional: true }))
  it('says no day where the year is blank', () => expect(card(planWith(task(1, { lead, due: unbound })))).not.toHaveProperty('doneBy'))
  it('of a number that is not there is none', () => expect(taskCard(viewOn('2026-02-03', planWith(task(1))), taskNo(9))).toBeUndefined())
})

describe('a list of tasks', () => {
  const plan = (): PlanState => after(after(planWith(
    task(1, { due: '2026-06-30', lead, section: '学校建设', title: '新建二小' }), task(2, { lead: '县气象局', section: '教师队伍' }), task(3, { due: '2026-02-05', lead, support: ['县财政局'] }), task(4), task(5, { due: '2026-01-20', lead }), task(6, { lead }),
  ), '2026-02-02', claim(6, lead)), '2026-02-02', report(1, lead))
  const numbers = (filter: TaskFilter) => taskList(viewOn('2026-02-03', plan(), directory), filter).map(({ number }) => number)

  it('is all of them, in the order of the plan', () => expect(numbers({})).toEqual([1, 2, 3, 4, 5, 6]))
  it('of a unit is where it has any part', () => expect(numbers({ unit: unitId('县财政局') })).toEqual([3]))
  it('of a section is by its words', () => expect(numbers({ section: '建设' })).toEqual([1]))
  it('of words is by title or text', () => expect(numbers({ words: '二小' })).toEqual([1]))
  it('of a light is the most urgent first', () => expect(numbers({ light: 'yellow' })).toEqual([6, 3]))
  it('of claims is what waits for the secretary', () => expect(numbers({ only: 'claimed' })).toEqual([6]))
  it('of no unit is what nobody is named for', () => expect(numbers({ only: 'no-unit' })).toEqual([4]))
  it('of no contact is where nobody can be asked', () => expect(numbers({ only: 'no-contact' })).toEqual([2]))
  it('of this week is what falls due within seven days', () => expect(numbers({ only: 'due-week' })).toEqual([3]))
  it('of what is open is neither claimed nor done', () => expect(numbers({ only: 'open' }).toSorted()).toEqual([1, 2, 3, 4, 5]))
  it('of 未报 is who was asked and did not answer: not a task whose date is far', () => {
    const asked = planWith(task(1, { due: '2028-06-30', lead }), task(2, { lead }), task(3, { due: '2026-04-10', lead }), task(4), task(5, { lead: '县财政局' }))
    after(asked, '2026-03-27', report(5, '县财政局'))
    expect(taskList(viewOn('2026-03-31', asked, directory), { only: 'unreported' }).map(({ number }) => number).toSorted()).toEqual([2, 3])
  })
  it('of a unit’s own tasks holds those of its group', () => expect(tasksOfUnits(viewOn('2026-02-03', planWith(task(1, { standing: ['各乡镇'] }), task(2, { lead })), directory), [unitId('溪口镇'), unitId('各乡镇')])).toEqual([1]))
})

describe('the leader’s screen', () => {
  const now = Instant.parse('2026-02-03T01:00:00.000Z')
  const facts = (plan: PlanState, today = '2026-02-03') => summary(viewOn(today, plan, directory), now)

  it('knows the worst reds, the longest overdue first: three for the screen, and more for a text that is passed on', () => {
    const plan = planWith(task(1, { due: '2026-01-20', lead }), task(2, { due: '2026-01-08', lead }), task(3, { due: '2026-01-30', lead }), task(4, { due: '2026-01-15', lead }))
    expect(facts(plan).reds.map(({ number }) => number)).toEqual([2, 4, 1])
    expect(summary(viewOn('2026-02-03', plan, directory), now, undefined, true).reds.map(({ number }) => number)).toEqual([2, 4, 1, 3])
    expect(facts(plan).lights.red).toBe(4)
  })
  it('counts nobody as asked before the hand-out', () => expect(facts(planOf([task(1, { lead })], { handedOutOn: false }))).toMatchObject({ handedOut: false, asked: 0, unreported: 0 }))
  it('does not count a far date as asked', () => expect(facts(planWith(task(1, { due: '2028-06-30', lead }), task(2, { lead })), '2026-03-31')).toMatchObject({ asked: 1, unreported: 1, answered: 0 }))
  it('does not call a report of progress due next, but the nearest date there is', () => {
    const undated = task(1, { lead })
    expect(facts(planWith(undated)).nextDue).toBeUndefined()
    expect(facts(planWith(undated, task(2, { due: '2026-11-30', lead }))).nextDue?.number).toBe(2)
  })
  it('finds a date behind a report that is owed before it', () => {
    const asked = after(planWith(task(1, { due: '2026-07-20', lead }), task(2, { due: '2026-08-31', lead })), '2026-02-03', { type: 'open-round', title: '汛期', tasks: [taskNo(1)], since: day('2026-02-03'), until: day('2026-07-10') })
    expect(facts(asked).nextDue).toMatchObject({ number: 1, next: { kind: 'round', due: '2026-07-10' }, nextDated: { kind: 'completion', due: '2026-07-20' } })
  })
  it('shows what is due next', () => expect(facts(planWith(task(1, { due: '2026-06-30', lead }), task(2, { due: '2026-05-30', lead }))).nextDue?.number).toBe(2))
  it('counts the doubts that are open', () => expect(facts(planOf([task(1)], { doubts: [{ id: 1, kind: 'no-period', line: 1, quote: '', question: '', choices: [] }] })).openDoubts).toBe(1))
  it('shows the next sitting, by the name of its body', () => {
    const plan = planOf([task(1)], { bodies: [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }] })
    after(plan, '2026-02-02', { type: 'schedule-meeting', body: 'b1', day: day('2026-02-10'), time: '15:00', place: '' })
    expect(facts(plan).nextMeeting).toMatchObject({ body: '领导小组', meeting: { day: '2026-02-10' } })
  })
})
