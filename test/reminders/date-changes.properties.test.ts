// A date that changed owes what a plan owes that had it so from the beginning: nothing is set, moved or cleaned up.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesOfDay } from '#src/reminders/parcels.ts'
import { daysOf } from '#test/calendar/any-day.ts'
import { after, day, directoryWith, personNamed, planOf, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '方叔文', headOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const secretary = personNamed(directory, '沈若兰').id
const contact = personNamed(directory, '苏晚晴').id
const on = { task: taskNo(1), unit: unitId('县教育局') }

type Before = 'dated' | 'unbound' | 'undated'
const dueOf = (before: Before) => (before === 'dated' ? '2026-06-30' : before === 'unbound' ? { kind: 'unbound' as const, said: '20__年底前' } : undefined)
const planDue = (due: string | { kind: 'unbound'; said: string } | undefined): PlanState => planOf([task(1, { ...(due === undefined ? {} : { due }), lead: '县教育局', support: ['县财政局'] }), task(2, { due: '2026-09-30', lead: '县财政局' })], {
  handedOutOn: '2026-01-05', obligations: [{ id: 'c1', task: taskNo(1), every: 'quarter', times: 1, what: '报送', text: '每季度报送' }],
})

/** But for what is told of the change itself. */
const owed = (plan: PlanState, today: Day): string[] =>
  noticesOfDay(viewOn(today, plan, directory)).filter(({ kind }: Notice) => !['ruled', 'leader-told', 'due-set', 'lead-named'].includes(kind)).map(({ key }) => key).toSorted()

const anyChange = fc.record({ before: fc.constantFrom<Before>('dated', 'unbound', 'undated'), how: fc.constantFrom('set', 'correction', 'extension', 'twice'), changedOn: daysOf(2026, 2026), ahead: fc.integer({ min: 0, max: 500 }), later: fc.integer({ min: 0, max: 400 }) })

function changed({ before, how, changedOn: when, ahead }: { before: Before; how: string; changedOn: Day; ahead: number }): { plan: PlanState; to: Day } {
  const to = workCalendar.addDays(when, ahead)
  const plan = planDue(dueOf(before))
  if (how === 'extension' && before === 'dated' && to > '2026-06-30') {
    return { plan: after(after(plan, when, { type: 'ask-extension', ...on, day: to, reason: '雨季' }, contact), when, { type: 'grant-extension', ...on }, secretary), to }
  }
  const set = (of: PlanState, until: Day): PlanState => after(of, when, { type: 'set-due', task: on.task, day: until, reason: '省里推迟', ...(how === 'correction' ? { correction: true } : {}) }, secretary)
  return { plan: set(how === 'twice' ? set(plan, workCalendar.addDays(to, 40)) : plan, to), to }
}

describe('a date that was moved, corrected, extended or bound', () => {
  it('owes on every later day what a plan owes that had it so from the beginning', () => {
    fc.assert(fc.property(anyChange, ({ later, ...change }) => {
      const { plan, to } = changed(change)
      const today = workCalendar.addDays(change.changedOn, later)
      expect(owed(plan, today)).toEqual(owed(planDue(to), today))
    }), { numRuns: 500 })
  }, 60_000)

  it('owes nothing any more of the date before', () => {
    const moved = after(planDue('2026-06-30'), '2026-06-25', { type: 'set-due', task: on.task, day: day('2026-11-30'), reason: '省里推迟' }, secretary)
    const ofTask = (of: PlanState, today: string) => owed(of, day(today)).filter((key) => key.startsWith('due/') || key.startsWith('overdue/') || key.includes('/1/') && !key.startsWith('occurrence/'))
    expect([ofTask(planDue('2026-06-30'), '2026-06-29').length > 0, ofTask(moved, '2026-06-29'), ofTask(moved, '2026-11-27').length > 0]).toEqual([true, [], true])
  })
})
