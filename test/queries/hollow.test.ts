import { describe, expect, it } from 'vitest'
import { standingOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { hollowOf, type Hollow } from '#src/queries/hollow.ts'
import { after, planWith, report, task, taskNo, unitId } from '#test/builders.ts'

const lead = '县教育局'
type Said = Parameters<typeof report>[2]
const said = (...reports: Said[]): PlanState => reports.reduce<PlanState>((plan, facts, at) => after(plan, `2026-0${at + 2}-10`, report(1, lead, facts)), planWith(task(1, { lead })))
const hollow = (plan: PlanState): Hollow | undefined => [...plan.assignments.values()].map((part) => hollowOf(standingOf(part)))[0]

describe('待补实', () => {
  it.each(['正在有序推进', '高度重视，积极落实', '稳步推进中'])('is a report that says nothing one could look at: %s', (done) => expect(hollow(said({ done }))).toBe('vague'))
  it.each(['已完成招标3家', '已建成三所', '6月底开工', '见 https://jy.example.gov.cn/a', '第二次会议已开，完成过半'])('is none with a figure, a day, a number or a link: %s', (done) => expect(hollow(said({ done }))).toBeUndefined())
  it('is none where the percentage itself has moved', () => expect(hollow(said({ done: '稳步推进中', progress: 40 }))).toBeUndefined())
  it('is the words of last time, however they are spaced', () => expect(hollow(said({ done: '已建成3所，主体封顶' }, { done: '已建成3所 主体封顶。' }))).toBe('repeated'))
  it('is none with a file that came since the report before', () => {
    const plan = said({ done: '已建成3所' }, { done: '已建成3所' })
    after(plan, '2026-03-11', { type: 'add-evidence', task: taskNo(1), unit: unitId(lead), evidence: { kind: 'link', url: 'https://jy.example.gov.cn/b' } })
    expect(hollow(plan)).toBeUndefined()
  })
  it('is not said of a bare 正常推进, which is 自报, until the third in a row', () => expect([hollow(said({}, {})), hollow(said({}, {}, {}))]).toEqual([undefined, 'bare-again']))
  it('is nothing where nothing was said', () => expect(hollow(said())).toBeUndefined())
})
