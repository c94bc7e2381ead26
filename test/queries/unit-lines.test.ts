import { describe, expect, it } from 'vitest'
import { checkCounts, checksOf, lineCounts, unitChecks, unitLines } from '#src/queries/unit-lines.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, directoryWith, planOf, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const towns = ['溪口镇', '青石镇']
const directory = directoryWith([...towns, { name: '各乡镇', aliases: [], members: towns }, '县财政局'], { name: '苏晚晴', contactOf: ['县教育局'] })
const plan = (): PlanState =>
  planOf([
    task(1, { lead: '县财政局', support: ['县教育局'] }),
    task(2, { lead: '县教育局', due: '2026-06-30', standing: ['各乡镇'] }),
    task(3, { presumed: '县教育局', responsible: ['县财政局'] }),
    task(4, { lead: '各乡镇' }),
  ])
const check = (unit: string, ...lines: [number, string][]): PlanIntent => ({ type: 'check-parts', unit: unitId(unit), lines: lines.map(([no, of]) => ({ task: taskNo(no), unit: unitId(of) })) })
const doubt = (no: number, unit: string, member?: string): PlanIntent => ({ type: 'question-part', task: taskNo(no), unit: unitId(unit), ...(member === undefined ? {} : { member: unitId(member) }), about: 'content', words: '时限应为9月' })
const lines = (of: PlanState, unit: string) => unitLines(viewOn('2026-01-07', of, directory), unitId(unit)).map(({ number, role, state, group }) => [number, role, state, ...(group === undefined ? [] : [group])])

describe('the lines of a unit', () => {
  it('are all its parts, what it leads first', () => {
    expect(lines(plan(), '县教育局')).toEqual([[2, 'lead', 'unchecked'], [3, 'lead', 'unchecked'], [1, 'support', 'unchecked']])
  })

  it('are those of its group too, which it looks at by itself', () => {
    const of = after(plan(), '2026-01-07', check('溪口镇', [4, '各乡镇']))
    expect(lines(of, '溪口镇')).toEqual([[4, 'lead', 'agreed', '各乡镇'], [2, 'bound', 'unchecked', '各乡镇']])
    expect(lines(of, '青石镇')).toEqual([[4, 'lead', 'unchecked', '各乡镇'], [2, 'bound', 'unchecked', '各乡镇']])
  })

  it('are without what is done', () => {
    const of = after(after(plan(), '2026-01-07', claim(2, '县教育局')), '2026-01-08', acceptClaim(2, '县教育局'))
    expect(lines(of, '县教育局').map(([no]) => no)).toEqual([3, 1])
  })
})

describe('a line', () => {
  it('that nobody looked at is not agreed, however often it was reported on', () => {
    expect(lines(after(plan(), '2026-01-07', report(2, '县教育局', { progress: 30 })), '县教育局')[0]).toEqual([2, 'lead', 'unchecked'])
  })

  it('in question is so until it is ruled on, and then neither agreed nor open', () => {
    const of = after(after(plan(), '2026-01-07', check('县教育局', [2, '县教育局'])), '2026-01-08', doubt(2, '县教育局'))
    expect(lines(of, '县教育局')[0]).toEqual([2, 'lead', 'in-question'])
    after(of, '2026-01-09', doubt(3, '县教育局'))
    after(of, '2026-01-12', { type: 'refuse-question', task: taskNo(3), unit: unitId('县教育局'), reason: '以文件为准' })
    expect(lines(of, '县教育局')[1]).toEqual([3, 'lead', 'ruled'])
  })

  it('of a member in question is not in question for the others of its group', () => {
    const of = after(plan(), '2026-01-07', doubt(4, '各乡镇', '溪口镇'))
    expect(lines(of, '溪口镇')[0]).toEqual([4, 'lead', 'in-question', '各乡镇'])
    expect(lines(of, '青石镇')[0]).toEqual([4, 'lead', 'unchecked', '各乡镇'])
  })
})

describe('the secretary’s count', () => {
  it('has every unit once, members in the place of their group, what is in question first', () => {
    const of = after(after(plan(), '2026-01-07', check('县教育局', [1, '县教育局'], [2, '县教育局'], [3, '县教育局'])), '2026-01-07', doubt(4, '各乡镇', '青石镇'))
    const checks = unitChecks(viewOn('2026-01-07', of, directory))
    expect(checks.map(({ name, lines: all, agreed, unchecked }) => [name, all, agreed, unchecked])).toEqual([['青石镇', 2, 0, 1], ['县财政局', 2, 0, 2], ['溪口镇', 2, 0, 2], ['县教育局', 3, 3, 0]])
    expect(checkCounts(checks)).toEqual({ units: 4, checked: 1, unchecked: 3, questions: 1 })
  })

  it('is empty before the hand-out', () => {
    expect(unitChecks(viewOn('2026-01-07', planOf([task(1, { lead: '县教育局' })], { handedOutOn: false }), directory))).toEqual([])
  })

  it('adds up: each line is in one state and in one role', () => {
    const counts = lineCounts(unitLines(viewOn('2026-01-07', after(plan(), '2026-01-07', doubt(3, '县教育局')), directory), unitId('县教育局')))
    expect(counts.unchecked + counts['in-question'] + counts.ruled + counts.agreed).toBe(counts.lines)
    expect(Object.values(counts.roles).reduce((sum, role) => sum + role, 0)).toBe(counts.lines)
  })
})

describe('what a person’s units have to look at', () => {
  it('is a plan and a unit at a time, without plans that are not handed out', () => {
    const views = [viewOn('2026-01-07', plan(), directory), viewOn('2026-01-07', planOf([task(1, { lead: '县教育局' })], { id: 'p2', handedOutOn: false }), directory)]
    expect(checksOf(views, [unitId('县教育局'), unitId('县财政局')]).map(({ plan: of, name, lines: all }) => [of, name, all])).toEqual([['p1', '县教育局', 3], ['p1', '县财政局', 2]])
  })
})
