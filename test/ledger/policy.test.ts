import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidePolicy, policyWith, type PolicyIntent } from '#src/ledger/policy-set.ts'
import { defaultPolicy, policyBounds, policyOf, policyOn, settings, whole, type PolicyPart } from '#src/ledger/policy.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, planWith, task } from '#test/builders.ts'

const plan = (): PlanState => planWith(task(1, { due: '2026-06-30', lead: '县教育局' }))
const set = (numbers: PolicyPart, more: Partial<PolicyIntent> = {}): PolicyIntent => ({ type: 'set-policy', set: numbers, ...more })
const refusal = (of: PlanState, intent: PolicyIntent) => ((decision) => (decision.ok ? undefined : decision.refusal))(decidePolicy(of, intent))

describe('a plan for which nobody set anything', () => {
  it('has the default of every number', () => expect(policyOf(plan())).toEqual(defaultPolicy))
  it('is by default within every bound', () => expect(policyWith({}, defaultPolicy)).toEqual({ ok: true, set: {} }))
})

describe('what a secretary sets', () => {
  it('stands beside what was set before', () => expect(policyOf(after(after(plan(), '2026-03-02', set({ headAfter: 3 })), '2026-03-03', set({ digestFrom: '08:30' })))).toMatchObject({ headAfter: 3, digestFrom: '08:30', overdueEvery: 5 }))
  it('is put in order, each once', () => expect(policyOf(after(plan(), '2026-03-02', set({ dueMarks: [1, 15, 5, 5] }))).dueMarks).toEqual([15, 5, 1]))
  it('is kept with who, when and why, and what stood before', () => {
    const changed = after(after(plan(), '2026-03-02', set({ headAfter: 3 }, { reason: '汛期' }), 'u1' as never), '2026-03-03', set({ headAfter: 5 }))
    expect(changed.policy?.changes).toMatchObject([{ on: '2026-03-02', by: 'u1', reason: '汛期', set: { headAfter: 3 } }, { on: '2026-03-03', set: {} }])
    expect(changed.policy?.changes[1]).not.toHaveProperty('reason')
    expect(policyOn(changed, day('2026-03-01')).headAfter).toBe(5)
    expect(policyOn(changed, day('2026-03-02')).headAfter).toBe(3)
  })
  it('goes back to the defaults at once', () => expect(policyOf(after(after(plan(), '2026-03-02', set({ headAfter: 3, digestLines: 9 })), '2026-03-03', set({}, { defaults: true })))).toEqual(defaultPolicy))
})

describe('what cannot be set', () => {
  it.each<[string, PolicyPart, object]>([
    ['a number over its bound', { headAfter: 121 }, { code: 'setting-outside', setting: 'headAfter', given: '121', least: '1', most: '120' }],
    ['a number under its bound', { overdueEvery: 0 }, { code: 'setting-outside', setting: 'overdueEvery' }],
    ['no mark at all', { dueMarks: [] }, { code: 'setting-marks', given: 0 }],
    ['too many marks', { monthMarks: [4, 3, 2, 1] }, { code: 'setting-marks', given: 4, atMost: 3 }],
    ['one mark outside', { dueMarks: [200, 5] }, { code: 'setting-outside', given: '200' }],
    ['half a day', { headAfter: 2.5 }, { code: 'setting-outside', given: '2.5' }],
    ['a digest in the quiet hours', { digestFrom: '07:30' }, { code: 'digest-in-quiet', quietUntil: '08:00' }],
    ['a digest for which hardly a minute is left', { digestFrom: '19:45' }, { code: 'digest-in-quiet', digestFrom: '19:45', quietFrom: '20:00' }],
    ['quiet hours over the digest', { quietUntil: '09:30' }, { code: 'digest-in-quiet', digestFrom: '09:00' }],
    ['quiet hours that leave no day', { quietFrom: '12:00' }, { code: 'setting-outside', setting: 'quietFrom', least: '16:00' }],
    ['milestones that are never asked for', { milestonesAskedAfter: 30 }, { code: 'milestones-asked-never' }],
  ])('%s', (_, numbers, why) => expect(refusal(plan(), set(numbers))).toMatchObject(why))
  it('leaves what was right unset too', () => expect(refusal(plan(), set({ headAfter: 3, overdueEvery: 0 }))).toMatchObject({ setting: 'overdueEvery' }))
  it('is what stands already', () => expect(refusal(plan(), set({ headAfter: 5 }))).toMatchObject({ code: 'policy-unchanged' }))
  it('is what was looked at before another changed it', () => {
    const changed = after(plan(), '2026-03-02', set({ headAfter: 3 }), 'u1' as never)
    expect(refusal(changed, set({ digestLines: 9 }, { seen: 0 }))).toMatchObject({ code: 'policy-changed', on: '2026-03-02', by: 'u1' })
    expect(refusal(changed, set({ digestLines: 9 }, { seen: 1 }))).toBeUndefined()
  })
})

/** Any numbers within their bounds. */
const anyNumber: fc.Arbitrary<PolicyPart> = fc.constantFrom(...settings).chain((setting): fc.Arbitrary<PolicyPart> => {
  const bounds = policyBounds[setting]
  if (bounds.is === 'marks') return fc.array(fc.integer({ min: bounds.least, max: bounds.most }), { minLength: 1, maxLength: bounds.atMost }).map((marks) => ({ [setting]: marks }))
  if (bounds.is === 'count') return fc.integer({ min: bounds.least, max: bounds.most }).map((count) => ({ [setting]: count }))
  return fc.integer({ min: Number(bounds.least.slice(0, 2)), max: Number(bounds.most.slice(0, 2)) - 1 }).map((hour) => ({ [setting]: `${String(hour).padStart(2, '0')}:30` }))
})
const anyPart: fc.Arbitrary<PolicyPart> = fc.array(anyNumber, { maxLength: 6 }).map((parts): PolicyPart => Object.assign({}, ...parts) as PolicyPart)

describe('whatever is set', () => {
  it('is all there or not at all, and always leaves an hour at which everybody can be told', () => {
    fc.assert(fc.property(anyPart, anyPart, (one, other) => {
      const before = policyWith({}, one)
      const then = policyWith(before.ok ? before.set : {}, other)
      if (!then.ok) return
      const policy = whole(then.set)
      expect(policy.quietUntil <= policy.digestFrom && policy.digestFrom < policy.quietFrom && policy.quietUntil <= '10:00' && policy.quietFrom >= '16:00').toBe(true)
      expect(policyWith({}, then.set)).toEqual(then)
    }))
  })
})
