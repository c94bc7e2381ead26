// The index says on every day what is said without it, whatever was recorded and whichever days were slept through.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { directoryStanding } from '#src/directory/on-day.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { emptyPlan, evolvePlan, type Imported, type PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { dueIndex, type DueIndex } from '#src/reminders/due-index.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesOfDay } from '#src/reminders/parcels.ts'
import { anyCourseOfWork, anyIntent, smallPlan } from '#test/ledger/any-intent.ts'
import { county } from '#test/queries/any-view.ts'
import { approveMilestones, day, proposeMilestones, reachMilestone, stampOf, task, taskNo, unitId, workCalendar } from '#test/builders.ts'

type Entry = { events: readonly PlanEvent[] }
type Life = { plan: PlanState; entries: Entry[]; today: Day; awayFrom: Day }

const born = (imported: Omit<Imported, 'type'>): Life => {
  const life: Life = { plan: emptyPlan(PlanId.parse('p1')), entries: [], today: day('2026-01-05'), awayFrom: day('2026-05-11') }
  record(life, { type: 'import', plan: imported })
  return life
}

/** What a unit says, its contact says: whoever asked is told what became of it, and whoever decided is not. */
const ofUnits: ReadonlySet<PlanIntent['type']> = new Set<PlanIntent['type']>(['report', 'claim', 'ask-extension', 'object', 'question-part', 'propose-milestones', 'fulfil', 'snooze'])

function record(life: Life, intent: PlanIntent): void {
  const stamp = stampOf(life.today, intent.type === 'import' ? 'system' : PersonId.parse(ofUnits.has(intent.type) ? 'u2' : 'u1'))
  const decision = decidePlan(life.plan, intent, stamp)
  if (!decision.ok || decision.events.length === 0) return
  for (const event of decision.events) evolvePlan(life.plan, event, stamp)
  life.entries.push({ events: decision.events })
}

const withAbsence = (awayFrom: Day): typeof county => ({ ...county, absences: [{ person: PersonId.parse('u2'), from: awayFrom, until: workCalendar.addDays(awayFrom, 20), deputy: PersonId.parse('u3'), by: PersonId.parse('u1') }] })

const inOrder = (notices: readonly Notice[]): Notice[] => notices.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

function look(index: DueIndex, { plan, entries, today, awayFrom }: Life, isAway: boolean): { kept: Notice[]; afresh: Notice[] } {
  const whole = isAway ? withAbsence(awayFrom) : county
  const view = viewOfPlan(plan, { directory: standing(whole, today), calendar: workCalendar, today })
  // Some of the work is done before, as a sweep does.
  index.some(view, { entries, directoryEntries: isAway ? 2 : 1 }, () => true)
  return { kept: inOrder(index.on(view, { entries, directoryEntries: isAway ? 2 : 1 })), afresh: inOrder(noticesOfDay(view)) }
}

const standing = directoryStanding()

const onTask1 = { task: taskNo(1), unit: unitId('甲局') }
/** What follows on each other is by chance alone seldom of the right unit: milestones of the undated task, a part that passes on, a wish that ends with it, a duty that is handed in. */
const proposed = proposeMilestones(2, '乙局', ['完成招标', '2026-06-30'], ['主体开工', '2026-11-30'])
const doubted: PlanIntent = { type: 'question-part', ...onTask1, about: 'not-ours', words: '不归我们' }
const handedIn: PlanIntent = { type: 'fulfil', occurrence: 'c3/2026/1', unit: unitId('甲局'), words: '已报' }
const inTurn: fc.Arbitrary<PlanIntent[]> = fc.constantFrom<PlanIntent[]>(
  [proposed], [proposed, approveMilestones(2, 2026)], [proposed, { type: 'return-milestones', task: taskNo(2), year: 2026, reason: '请写清时间' }],
  [proposeMilestones(2, '乙局', ['竣工', '2027-06-30']), approveMilestones(2, 2027)], [reachMilestone(2, '乙局', 2026, 1)], [reachMilestone(2, '乙局', 2026, 2)],
  [doubted], [doubted, { type: 'uphold-question', ...onTask1, to: unitId('丙局'), words: '改派' }], [{ type: 'ask-extension', ...onTask1, day: day('2026-09-30'), reason: '雨季' }],
  [handedIn], [handedIn, { type: 'receive', occurrence: 'c3/2026/1', unit: unitId('丙局') }], [handedIn, { type: 'return-submission', occurrence: 'c3/2026/1', unit: unitId('丙局'), words: '缺盖章页' }],
)

type Step = { intents: readonly PlanIntent[]; days: number }
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ intents: fc.oneof({ arbitrary: anyIntent.map((intent) => [intent]), weight: 4 }, { arbitrary: anyCourseOfWork.map((intent) => [intent]), weight: 3 }, { arbitrary: inTurn, weight: 2 }), days: fc.constantFrom(0, 0, 1, 3) }), weight: 3 },
  { arbitrary: fc.record({ intents: fc.constant([]), days: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 120 })) }), weight: 2 },
)
const anySteps = fc.array(anyStep, { minLength: 5, maxLength: 60 })

const anyImport: fc.Arbitrary<Omit<Imported, 'type'>> = fc.constantFrom(
  smallPlan,
  { ...smallPlan, obligations: [{ id: 'c3', task: taskNo(1), debtor: unitId('甲局'), receiver: unitId('丙局'), every: 'year', times: 1, month: 3, what: '报送', text: '每年3月底前报丙局' }] },
  // Of tasks alone: no clause, no body that is to be asked about each day.
  { ...smallPlan, obligations: [], bodies: [], doubts: [], targets: [], tasks: [task(1, { due: '2026-06-30', lead: '甲局', support: ['乙局'] }), task(2, { lead: '乙局' }), task(3, { due: '2027-03-01', lead: '各镇' }), task(4, { presumed: '丙局', responsible: ['甲局'] })] },
)

describe('the index of what is due', () => {
  it('says on every day what is said without it, whatever was recorded and however long nobody asked', () => {
    fc.assert(fc.property(anyImport, anySteps, fc.boolean(), (imported, steps, isHandedOut) => {
      const life = born(imported)
      const index = dueIndex()
      if (isHandedOut) record(life, { type: 'hand-out' })
      for (const step of steps) {
        for (const intent of step.intents) record(life, intent)
        const seen = look(index, life, false)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, step.days)
      }
    }), { numRuns: 400 })
  }, 120_000)

  it('says so on each of a thousand days on which nothing is recorded', () => {
    fc.assert(fc.property(anyImport, anySteps, (imported, steps) => {
      const life = born(imported)
      const index = dueIndex()
      record(life, { type: 'hand-out' })
      for (const step of steps) {
        for (const intent of step.intents) record(life, intent)
        life.today = workCalendar.addDays(life.today, Math.min(step.days, 3))
      }
      for (let after = 0; after < 1000; after += 1) {
        const seen = look(index, life, false)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, 1)
      }
    }), { numRuns: 6 })
  }, 120_000)

  it('says so while somebody is away, and once they are back', () => {
    fc.assert(fc.property(anySteps, fc.integer({ min: 0, max: 100 }), (steps, after) => {
      const life = born(smallPlan)
      const index = dueIndex()
      record(life, { type: 'hand-out' })
      life.awayFrom = workCalendar.addDays(life.today, after)
      for (const [at, step] of steps.entries()) {
        for (const intent of step.intents) record(life, intent)
        const seen = look(index, life, at > 3)
        expect(seen.kept).toEqual(seen.afresh)
        life.today = workCalendar.addDays(life.today, step.days)
      }
    }), { numRuns: 80 })
  }, 120_000)
})
