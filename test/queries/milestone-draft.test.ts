import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, type PlanState } from '#src/ledger/plan.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { milestoneDraft } from '#src/queries/milestone-draft.ts'
import { yearToPropose } from '#src/queries/milestones.ts'
import { nextOwed } from '#src/queries/next-owed.ts'
import { answering } from '#src/queries/answering.ts'
import { read } from '#src/reader/read.ts'
import { after, approveMilestones, day, directoryWith, planOf, planWith, proposeMilestones, reachMilestone, stampOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const lead = '县教育局'
const span = { from: 0, to: 1 }
const drafted = (plan: PlanState, today = '2026-01-12', year = 2026) => ((one) => (one === undefined ? [] : milestoneDraft(viewOn(today, plan), one, year)))(plan.tasks.get(taskNo(1)))
const said = (text: string, today?: string): [string, string][] => drafted(planWith(task(1, { lead, title: '建强师资', text })), today).map(({ by, what }) => [by, what])

describe('what a unit is offered as milestones', () => {
  it('are the clauses that can be shown, on the last working days of the quarters', () =>
    expect(said('1、建强师资。坚持师德为先，加强队伍建设，制定名师培养方案。充分发挥骨干作用，组建10个名师工作室；建成县级教师发展中心，投入使用。（责任单位：县教育局、县财政局）')).toEqual([['2026-06-30', '制定名师培养方案'], ['2026-09-30', '组建10个名师工作室'], ['2026-12-31', '建成县级教师发展中心，投入使用']]))
  it('are at most three, the most telling', () => expect(said('印发方案A。印发方案B。新建学校2所。印发方案C。新建食堂3个。')).toEqual([['2026-06-30', '印发方案A'], ['2026-09-30', '新建学校2所'], ['2026-12-31', '新建食堂3个']]))
  it('have the day that the sentence gives, where it is of this year', () => expect(said('制定名师培养方案。组建10个名师工作室，2026年8月底前完成首批遴选。')).toEqual([['2026-08-31', '组建10个名师工作室，2026年8月底前完成首批遴选'], ['2026-12-31', '制定名师培养方案']]))
  it.each([
    ['of a blank year', '组建10个名师工作室。20__年8月底前完成首批遴选。'],
    ['of another year', '组建10个名师工作室。2027年8月底前完成首批遴选。'],
    ['whose day is not said', '组建10个名师工作室。2026年秋季学期开学前完成首批遴选。'],
    ['that is past', '组建10个名师工作室。2026年1月5日前完成首批遴选。'],
    ['that comes back each year', '组建10个名师工作室。每年举办2次技能比赛。'],
  ])('leave out what is %s', (_, text) => expect(said(text)).toEqual([['2026-12-31', '组建10个名师工作室']]))
  it('are the title and 30 November, where no sentence says what can be shown', () => expect(said('1、建强师资。坚持师德为先，充分发挥骨干作用，不断加强教师队伍建设。')).toEqual([['2026-11-30', '建强师资']]))
  it('are laid on what is left of the year', () => expect(said('制定名师培养方案。新建学校2所。', '2026-07-02')).toEqual([['2026-09-30', '制定名师培养方案'], ['2026-12-31', '新建学校2所']]))
  it('have the year’s last day, where it is nearly over', () => expect(said('坚持师德为先。', '2026-12-21')).toEqual([['2026-12-31', '建强师资']]))

  describe('with a figure that the plan promises', () => {
    const target = { id: 'i1', task: taskNo(1), measure: '持证率', direction: 'at-least' as const, value: 90, unit: '%', yearly: false, text: '持证率达到90%以上', span }
    const shows = (by?: { year?: number; unbound?: boolean }) => drafted(planOf([task(1, { lead, text: '印发培训方案，确保持证率达到90%以上。' })], { targets: [{ ...target, ...(by === undefined ? {} : { by }) }] }))
    it('are shown by it', () => expect([shows(), shows({ year: 2026 })]).toMatchObject([[{ what: '印发培训方案', shows: '持证率达到90%以上' }], [{ shows: '持证率达到90%以上' }]]))
    it('are shown by one whose base year stood blank, once it is answered', () => {
      const from = (baseline: string) => drafted(planOf([task(1, { lead, text: '印发培训方案，确保持证率达到90%以上。' })], { targets: [{ ...target, baseline, blanks: { baseline: span } }] }))
      expect([from('比20__年提高')[0]?.shows, from('比2025年提高')[0]?.shows]).toEqual([undefined, '持证率达到90%以上'])
    })
    it('are not shown by one of a later or a blank year', () => expect([shows({ year: 2028 }), shows({ unbound: true })].flat().every((each) => each.shows === undefined)).toBe(true))
  })

  it('are not what is owed as a duty already', () => {
    const plan = planOf([task(1, { lead, title: '用编', text: '完成用编计划报送。' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, what: '完成用编计划报送', text: '完成用编计划报送。' }] })
    expect(drafted(plan).map(({ what }) => what)).toEqual(['用编'])
  })
})

describe('结转', () => {
  const last = (): PlanState => {
    const plan = after(planWith(task(1, { lead, title: '建强师资', text: '制定方案；组建10个名师工作室。' })), '2026-01-12', proposeMilestones(1, lead, ['制定方案', '2026-03-31', '方案'], ['组建10个名师工作室', '2026-11-30', '挂牌照片']))
    return after(after(plan, '2026-01-13', approveMilestones(1, 2026)), '2026-03-30', reachMilestone(1, lead, 2026, 1))
  }
  it('what was not reached comes first and says so, with what shows it', () => expect(drafted(last(), '2027-01-04', 2027)).toEqual([{ what: '组建10个名师工作室', by: '2027-12-31', shows: '挂牌照片', carried: true }]))
  it('what was reached is not asked for again', () => expect(drafted(after(last(), '2026-10-09', reachMilestone(1, lead, 2026, 2)), '2027-01-04', 2027)).toEqual([{ what: '建强师资', by: '2027-11-30' }]))
})

describe('the year that is asked for', () => {
  const yearOn = (today: string, period?: { from: number; to: number }) => yearToPropose({ today: day(today), plan: planOf([], period === undefined ? {} : { period }) })
  it.each([['2026-01-04', 2026], ['2026-11-30', 2026], ['2026-12-01', 2027], ['2028-12-01', 2028], ['2029-01-04', undefined], ['2025-06-30', 2026]])('on %s is %s', (today, year) => expect(yearOn(today)).toBe(year))
})

const seeds = fileURLToPath(new URL('../../../shared/seeds/plans.txt', import.meta.url))
const examples = ['yunxi-education-2026-2028', 'yunxi-rural-2026-2028'].map((name) => ({ name, text: readFileSync(new URL(`../../examples/${name}.txt`, import.meta.url), 'utf8'), part: 1 }))
const plans = existsSync(seeds) ? [...examples, ...[1, 3].map((part) => ({ name: `seed ${part}`, text: readFileSync(seeds, 'utf8'), part }))] : examples
if (!existsSync(seeds)) console.warn('the seed plans are not there: only the examples are imported')

function importOf(text: string, part: number): PlanState {
  const found = read(text, { part })
  if (!found.ok) throw new Error(found.refusal.code)
  const { plan } = importedFrom({ reading: found.reading, directory: directoryWith([]), source: { name: 'plan.txt', hash: 'abc' }, zone: 'Asia/Shanghai' })
  return after(after(emptyPlan(PlanId.parse('p1')), '2026-01-05', { type: 'import', plan }), '2026-01-06', { type: 'hand-out' })
}

describe('a whole plan', () => {
  it.each(plans)('($name) has a next thing owed for every task, on any day of its first year', ({ text, part }) => {
    const plan = importOf(text, part)
    for (const today of ['2026-01-06', '2026-03-31', '2026-07-02', '2026-12-31']) for (const no of plan.tasks.keys()) expect(nextOwed(viewOn(today, plan), no).kind).not.toBe('nothing')
  })

  it.each(plans)('($name) offers every unit milestones that the ledger takes as they are, and which are then what is owed', ({ text, part }) => {
    const plan = importOf(text, part)
    for (const today of ['2026-01-12', '2026-07-02', '2026-11-16']) {
      const view = viewOn(today, plan)
      for (const one of plan.tasks.values()) {
        const unit = answering(view, one.no)?.unit
        if (one.due.kind === 'dated' || unit === undefined) continue
        const milestones = milestoneDraft(view, one, 2026)
        expect(milestones.length).toBeGreaterThan(0)
        expect(decidePlan(plan, { type: 'propose-milestones', task: one.no, year: 2026, unit: unitId(unit), milestones }, stampOf(today))).toMatchObject({ ok: true })
      }
    }
    for (const one of plan.tasks.values()) {
      const unit = answering(viewOn('2026-01-12', plan), one.no)?.unit
      if (one.due.kind === 'dated' || unit === undefined) continue
      const milestones = milestoneDraft(viewOn('2026-01-12', plan), one, 2026)
      after(after(plan, '2026-01-12', { type: 'propose-milestones', task: one.no, year: 2026, unit, milestones }), '2026-01-13', approveMilestones(one.no, 2026))
      const next = nextOwed(viewOn('2026-01-14', plan), one.no)
      expect('due' in next && next.due <= (milestones[0]?.by ?? '')).toBe(true)
    }
  })
})
