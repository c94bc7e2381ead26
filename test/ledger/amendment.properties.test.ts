import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, isNothing, lastTaskNo } from '#src/ledger/amend-changes.ts'
import { pairsOf } from '#src/ledger/amend-match.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PlanId, type TaskNo } from '#src/ledger/ids.ts'
import { emptyPlan, evolvePlan, PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import { after, planOf, report, stampOf, task } from '#test/builders.ts'
import { expectWork } from '#test/work.ts'
import { edition } from './edition.ts'
import { plain } from './golden/plain.ts'

const verbs = ['建设', '改造', '排查', '培训', '公开', '整治', '推广', '监测']
const things = ['一键报警装置', '乡镇校舍', '学校食堂', '骨干教师', '采购价格', '周边环境', '阅读活动', '学生视力', '体育场地', '数字课堂']
const anyUnit = fc.constantFrom('甲局', '乙局', '丙局', '各镇')

const anyTask: fc.Arbitrary<ImportedTask> = fc
  .record({ verb: fc.constantFrom(...verbs), thing: fc.constantFrom(...things), detail: fc.constantFrom('', '，覆盖全部学校', '，每年评估一次'), section: fc.constantFrom('安全', '质量'), due: fc.constantFrom(undefined, '2026-09-30', '2027-06-30'), lead: anyUnit, support: fc.option(anyUnit, { nil: undefined }) })
  .map(({ verb, thing, detail, section, due, lead, support }) => task(1, { title: `${verb}${thing}`, text: `${verb}${thing}${detail}。`, section, lead, ...(due === undefined ? {} : { due }), support: support === undefined || support === lead ? [] : [support] }))

/** No two of one title: which of two such is which, nobody can say. */
const anyTasks = fc.uniqueArray(anyTask, { minLength: 1, maxLength: 12, selector: ({ title }) => title })
const numbered = (tasks: readonly ImportedTask[]): ImportedTask[] => edition(tasks).tasks

const meaning = ({ tasks, unitsOf, assignments }: PlanState) =>
  [...tasks.values()].map(({ no, title, text, section, due }) => ({ no, title, text, section, day: due.kind === 'dated' ? due.day : due.kind, units: (unitsOf.get(no) ?? []).map((unit) => `${unit} ${assignments.get(keyOf(no, unit))?.part ?? ''}`) }))

/** What the ledger refuses changes nothing. */
function amendedBy(plan: PlanState, tasks: readonly ImportedTask[], on: string, log: { on: string; events: PlanEvent[] }[] = []): PlanState {
  const decision = decidePlan(plan, { type: 'amend', plan: edition(tasks) }, stampOf(on))
  const events = decision.ok ? decision.events : []
  log.push({ on, events })
  for (const event of events) evolvePlan(plan, event, stampOf(on))
  return plan
}

const reported = (plan: PlanState): PlanState => {
  for (const { task: no, unit } of [...plan.assignments.values()]) after(plan, '2026-02-02', report(no, unit, { progress: 10, done: `${unit}已报` }))
  return plan
}

describe('a plan issued again', () => {
  it('with the same tasks in any order changes nothing', () =>
    fc.assert(fc.property(anyTasks.chain((tasks) => fc.tuple(fc.constant(tasks), fc.shuffledSubarray(tasks, { minLength: tasks.length }))), ([tasks, shuffled]) => {
      const plan = reported(planOf(numbered(tasks)))
      expect(isNothing(plan, changesBetween(plan, edition(shuffled)))).toBe(true)
    })))

  it('and then again as it was has the same tasks and units, those that never left under their own numbers with all that was reported', () =>
    fc.assert(fc.property(anyTasks, anyTasks, (first, second) => {
      const plan = reported(planOf(numbered(first)))
      const before = meaning(plan)
      // A task that was away may come back under another number, where another was more like it; one that stayed keeps its own.
      const stayed = new Set(second.map(({ title }) => title))
      const isStaying = (no: TaskNo): boolean => stayed.has(plan.tasks.get(no)?.title ?? '')
      const words = [...plan.assignments.values()].filter(({ task: no }) => isStaying(no)).map(({ task: no, unit, report: said }) => `${no} ${unit} ${said?.done}`)
      amendedBy(amendedBy(plan, second, '2026-07-02'), first, '2026-07-03')
      const told = (tasks: ReturnType<typeof meaning>) => tasks.map(({ no, ...task }) => ({ ...task, ...(stayed.has(task.title) ? { no } : {}) })).toSorted((a, b) => (a.title < b.title ? -1 : 1))
      const original = new Set(before.map(({ title }) => title))
      expect(told(meaning(plan).filter(({ title }) => original.has(title)))).toEqual(told(before))
      for (const said of words) expect([...plan.assignments.values()].map(({ task: no, unit, report: word }) => `${no} ${unit} ${word?.done}`)).toContain(said)
    })))

  it('never gives a number twice, whatever was withdrawn', () =>
    fc.assert(fc.property(anyTasks, fc.array(fc.tuple(anyTasks, fc.boolean()), { maxLength: 4 }), (first, editions) => {
      const plan = planOf(numbered(first))
      const ever = new Map([...plan.tasks].map(([no, { title }]) => [no, title]))
      for (const [tasks, withdraws] of editions) {
        const highest = lastTaskNo(plan)
        const known = new Set(plan.tasks.keys())
        amendedBy(plan, tasks, '2026-07-02')
        for (const no of plan.tasks.keys()) if (!known.has(no)) expect(no).toBeGreaterThan(highest)
        for (const [no, { title }] of plan.tasks) ever.set(no, title)
        if (withdraws) for (const [no, { removal }] of plan.amended.pending) if (removal !== undefined) after(plan, '2026-07-03', { type: 'withdraw-task', task: no })
      }
      expect(new Set([...plan.tasks.keys(), ...plan.amended.withdrawn.keys()])).toEqual(new Set(ever.keys()))
    })))

  it('loses nobody’s word: every part that was reported on stands, or is kept with what ended it', () =>
    fc.assert(fc.property(anyTasks, anyTasks, (first, second) => {
      const plan = reported(planOf(numbered(first)))
      const had = [...plan.assignments.keys()]
      amendedBy(plan, second, '2026-07-02')
      for (const key of had) expect(plan.assignments.get(key)?.report ?? plan.amended.formerParts.get(key)?.assignment.report).toBeDefined()
    })))

  it('is replayed to the state that wrote it', () =>
    fc.assert(fc.property(anyTasks, anyTasks, (first, second) => {
      const id = PlanId.parse('p1')
      const plan = emptyPlan(id)
      const log: { on: string; events: PlanEvent[] }[] = []
      const decision = decidePlan(plan, { type: 'import', plan: edition(first) }, stampOf('2026-01-05'))
      if (!decision.ok) throw new Error(decision.refusal.code)
      log.push({ on: '2026-01-05', events: decision.events })
      for (const event of decision.events) evolvePlan(plan, event, stampOf('2026-01-05'))
      amendedBy(plan, second, '2026-07-02', log)
      const again = emptyPlan(id)
      for (const { on, events } of log) for (const event of events) evolvePlan(again, PlanEvent.parse(JSON.parse(JSON.stringify(event))), stampOf(on))
      expect(plain(again)).toEqual(plain(plan))
    })))
})

describe('which task is which', () => {
  const many = (count: number, title: (at: number) => string, end = '确保取得实效'): ImportedTask[] => Array.from({ length: count }, (_, at) => task(at + 1, { title: title(at), text: `${title(at)}。由有关单位落实，${end}。${at}` }))
  it.each([
    ['changed titles', (at: number) => `落实第${at}号学校改造项目`, (at: number) => `落实第${at}号学校改造和加固项目`],
    ['one title', () => '加强组织领导', () => '加强组织领导'],
    ['nothing in common', (at: number) => String.fromCodePoint(0x4e00 + at, 0x5e00 + at), (at: number) => String.fromCodePoint(0x6e00 + at, 0x7e00 + at)],
  ])('is found with work that grows with the number of tasks, not with its square, with %s', (what, before, now) => {
    expectWork((count): [ImportedTask[], ImportedTask[]] => [many(count, before), many(count, now, '按期完成')], ([old, fresh]) => pairsOf(old, fresh), 500, what)
  })

  it('is one to one', () => {
    const found = pairsOf(many(50, (at) => `改造学校${at % 7}`), many(60, (at) => `改造学校${at % 5}`)).filter((index) => index !== undefined)
    expect(new Set(found).size).toBe(found.length)
  })
})
