// Lives of a plan: what is recorded day by day, and days that pass.
import fc from 'fast-check'
import type { Day } from '#src/calendar/day.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { emptyPlan, evolvePlan, type Imported, type PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { anyCourseOfWork, anyIntent, anyInstruction, smallPlan } from '#test/ledger/any-intent.ts'
import { approveMilestones, day, proposeMilestones, reachMilestone, stampOf, task, taskNo, unitId } from './builders.ts'

export type LifeEntry = { stamp: Stamp; events: readonly PlanEvent[] }
export type Life = { plan: PlanState; entries: LifeEntry[]; today: Day; awayFrom: Day }

export const born = (imported: Omit<Imported, 'type'>): Life => {
  const life: Life = { plan: emptyPlan(PlanId.parse('p1')), entries: [], today: day('2026-01-05'), awayFrom: day('2026-05-11') }
  record(life, { type: 'import', plan: imported })
  return life
}

function frozen<Thing>(thing: Thing): Thing {
  if (typeof thing !== 'object' || thing === null || Object.isFrozen(thing)) return thing
  for (const each of Object.values(thing)) frozen(each)
  return Object.freeze(thing)
}

/** What a unit says, its contact says: whoever asked is told what became of it, and whoever decided is not. */
const ofUnits: ReadonlySet<PlanIntent['type']> = new Set<PlanIntent['type']>(['report', 'claim', 'ask-extension', 'object', 'question-part', 'propose-milestones', 'fulfil', 'snooze'])

export function record(life: Life, intent: PlanIntent): void {
  const stamp = stampOf(life.today, intent.type === 'import' ? 'system' : PersonId.parse(ofUnits.has(intent.type) ? 'u2' : 'u1'))
  const decision = decidePlan(life.plan, intent, stamp)
  if (!decision.ok || decision.events.length === 0) return
  // No fold changes what an event holds: the log goes on saying what happened, and other folds are made of the same events.
  for (const event of decision.events) evolvePlan(life.plan, frozen(event), stamp)
  life.entries.push({ stamp, events: decision.events })
}

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

export type Step = { intents: readonly PlanIntent[]; days: number }
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ intents: fc.oneof({ arbitrary: anyIntent.map((intent) => [intent]), weight: 4 }, { arbitrary: anyCourseOfWork.map((intent) => [intent]), weight: 3 }, { arbitrary: anyInstruction.map((intent) => [intent]), weight: 1 }, { arbitrary: inTurn, weight: 2 }), days: fc.constantFrom(0, 0, 1, 3) }), weight: 3 },
  { arbitrary: fc.record({ intents: fc.constant([]), days: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 120 })) }), weight: 2 },
)
export const anySteps = fc.array(anyStep, { minLength: 5, maxLength: 60 })

export const anyImport: fc.Arbitrary<Omit<Imported, 'type'>> = fc.constantFrom(
  smallPlan,
  { ...smallPlan, obligations: [{ id: 'c3', task: taskNo(1), debtor: unitId('甲局'), receiver: unitId('丙局'), every: 'year', times: 1, month: 3, what: '报送', text: '每年3月底前报丙局' }] },
  // Of tasks alone: no clause, no body that is to be asked about each day.
  { ...smallPlan, obligations: [], bodies: [], doubts: [], targets: [], tasks: [task(1, { due: '2026-06-30', lead: '甲局', support: ['乙局'] }), task(2, { lead: '乙局' }), task(3, { due: '2027-03-01', lead: '各镇' }), task(4, { presumed: '丙局', responsible: ['甲局'] })] },
)
