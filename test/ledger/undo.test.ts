// 撤销 and 撤回办结申请: what a person did a moment ago, or said too early, is taken back.
import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { keyOf, type Assignment } from '#src/ledger/assignment.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { yearKey } from '#src/ledger/milestone.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { asItStood } from '#src/queries/as-it-stood.ts'
import { acceptClaim, after, approveMilestones, claim, day, nineOn, nudgeOf, planOf, planWith, proposeMilestones, reachMilestone, report, returnClaim, stampOf, task, taskNo, unitId } from '#test/builders.ts'

const education = '县教育局'
const [contact, secretary, other] = [PersonId.parse('u2'), PersonId.parse('u1'), PersonId.parse('u3')]
const of = { task: taskNo(1), unit: unitId(education) }
const dated = (): PlanState => planWith(task(1, { due: '2026-06-30', lead: education, support: ['县财政局'] }))
const partOf = (plan: PlanState, unit = education, no = 1): Assignment => {
  const part = plan.assignments.get(keyOf(taskNo(no), unitId(unit)))
  if (part === undefined) throw new Error(`${unit} has no part`)
  return part
}
const minutesAfterNine = (on: string, by: PersonId, minutes: number) => stampOf(on, by, addMs(nineOn(on), minutes * 60_000))
const refusal = (plan: PlanState, on: string, intent: PlanIntent, by: PersonId = contact, minutes = 0): string | undefined => {
  const decision = decidePlan(plan, intent, minutesAfterNine(on, by, minutes))
  return decision.ok ? undefined : decision.refusal.code
}
const done = (plan: PlanState, on: string, intent: PlanIntent, by: PersonId, minutes: number): PlanState => {
  const stamp = minutesAfterNine(on, by, minutes)
  const decision = decidePlan(plan, intent, stamp)
  if (!decision.ok) throw new Error(decision.refusal.code)
  return decision.events.reduce((now, event) => evolvePlan(now, event, stamp), plan)
}

describe('撤销', () => {
  const undo: PlanIntent = { type: 'undo' }
  const plan = (): PlanState => after(after(dated(), '2026-03-02', report(1, education, { progress: 20 }), contact), '2026-04-01', report(1, education, { progress: 50 }), contact)

  it('puts things back as they were', () => expect(partOf(after(plan(), '2026-04-01', undo, contact))).toMatchObject({ progress: 20, report: { on: '2026-03-02' } }))
  it('goes one step and no further', () => expect(refusal(after(plan(), '2026-04-01', undo, contact), '2026-04-01', undo)).toBe('undone-already'))
  it('is one’s own: nobody takes back what another did', () => expect(refusal(plan(), '2026-04-01', undo, secretary)).toBe('nothing-to-undo'))
  it('is over after ten minutes', () => {
    expect(refusal(plan(), '2026-04-01', undo, contact, 10)).toBeUndefined()
    expect(refusal(plan(), '2026-04-01', undo, contact, 11)).toBe('undo-late')
  })
  it('is too late once somebody has acted on it', () => expect(refusal(after(after(plan(), '2026-04-01', claim(1, education), contact), '2026-04-01', acceptClaim(1, education), secretary), '2026-04-01', undo)).toBe('undo-overtaken'))
  it('says so also when it is late: what it would be put right with is gone', () => expect(refusal(after(after(plan(), '2026-04-01', claim(1, education), contact), '2026-04-01', acceptClaim(1, education), secretary), '2026-04-01', undo, contact, 11)).toBe('undo-overtaken'))
  it('takes back all of one act together', () => {
    const both = planOf([task(1, { lead: education }), task(2, { lead: education })])
    for (const no of [1, 2]) after(both, '2026-04-01', report(no, education, { progress: 40 }), contact)
    expect(partOf(after(both, '2026-04-01', undo, contact), education, 2).report ?? partOf(both, education, 1).report).toBeUndefined()
  })

  it('does not take back an acceptance under a task that was struck off', () => {
    const plan = after(after(dated(), '2026-06-02', claim(1, education), contact), '2026-06-02', acceptClaim(1, education), secretary)
    after(plan, '2026-06-02', { type: 'strike-off', task: taskNo(1), words: '' }, PersonId.parse('u3'))
    expect(refusal(plan, '2026-06-02', { type: 'undo' }, secretary)).toBe('undo-overtaken')
  })

  it('leaves nothing of an act before midnight in how the task had stood, where something changed it since', () => {
    const [late, soon] = [addMs(nineOn('2026-06-30'), 897 * 60_000), addMs(nineOn('2026-07-01'), -539 * 60_000)]
    const plan = after(after(planOf([task(1, { lead: education })]), '2026-06-20', proposeMilestones(1, education, ['主体封顶', '2026-11-30']), contact), '2026-06-22', approveMilestones(1, 2026), secretary)
    for (const [intent, stamp] of [
      [reachMilestone(1, education, 2026, 1), stampOf('2026-06-30', contact, late)], [claim(1, education), stampOf('2026-06-30', contact, late)],
      [{ type: 'pause-task', task: taskNo(1), reason: '规划调整' }, stampOf('2026-07-01', secretary, soon)], [undo, stampOf('2026-07-01', contact, addMs(soon, 60_000))],
    ] as const) {
      const decision = decidePlan(plan, intent, stamp)
      if (!decision.ok) throw new Error(decision.refusal.code)
      for (const event of decision.events) evolvePlan(plan, event, stamp)
    }
    const then = asItStood(plan, taskNo(1), { on: day('2026-06-30') })
    expect(partOf(then)).toMatchObject({ status: 'open' })
    expect(then.milestones.get(yearKey(taskNo(1), 2026))?.approved?.milestones[0]?.reached).toEqual([])
  })

  it('takes back the last act, and none before it', () => {
    const plan = after(planOf([task(1, { due: '2026-06-30', lead: education }), task(2, { due: '2026-06-30', lead: education })]), '2026-06-02', claim(1, education), contact)
    after(plan, '2026-06-02', acceptClaim(1, education), secretary)
    after(plan, '2026-06-02', { type: 'set-due', task: taskNo(2), day: day('2026-09-30'), reason: '雨季' }, secretary)
    expect(refusal(plan, '2026-06-02', { type: 'undo' }, secretary)).toBe('undo-final')
  })
})

describe('撤销 while others go on', () => {
  const undo: PlanIntent = { type: 'undo' }
  const group = (): PlanState => planOf([task(1, { lead: '各乡镇' })])
  const memberOf = (plan: PlanState, member: string) => partOf(plan, '各乡镇').byMember.get(unitId(member))

  it('of one town’s report leaves what another town reported', () => {
    const plan = done(done(group(), '2026-06-01', report(1, '各乡镇', { progress: 50, member: '青石镇' }), contact, 0), '2026-06-01', report(1, '各乡镇', { progress: 70, member: '白鹭镇' }), other, 1)
    done(plan, '2026-06-01', undo, contact, 2)
    expect(memberOf(plan, '青石镇')).toBeUndefined()
    expect(memberOf(plan, '白鹭镇')?.report?.progress).toBe(70)
  })

  it('of a report leaves that the unit was chased since', () => {
    const plan = done(done(dated(), '2026-06-01', report(1, education, { progress: 50 }), contact, 0), '2026-06-01', nudgeOf(1, education), secretary, 1)
    done(plan, '2026-06-01', undo, contact, 2)
    expect(partOf(plan)).toMatchObject({ progress: 0, nudges: 1 })
    expect(partOf(plan).report).toBeUndefined()
  })

  it('of a request for a later date leaves the report that a colleague gave meanwhile', () => {
    const plan = done(done(dated(), '2026-06-01', { type: 'ask-extension', ...of, day: day('2026-09-30'), reason: '招标流标' }, contact, 0), '2026-06-01', report(1, education, { progress: 50 }), other, 1)
    done(plan, '2026-06-01', undo, contact, 2)
    expect(partOf(plan)).toMatchObject({ progress: 50 })
    expect(partOf(plan).extension).toBeUndefined()
  })

  it('of a report is refused once somebody has reported over it', () => {
    const plan = done(done(dated(), '2026-06-01', report(1, education, { progress: 50 }), contact, 0), '2026-06-01', report(1, education, { progress: 60 }), other, 1)
    expect(refusal(plan, '2026-06-01', undo, contact, 2)).toBe('undo-overtaken')
  })

  it('of the return of a claim is refused once it was claimed again', () => {
    const plan = done(done(done(dated(), '2026-06-01', claim(1, education), contact, 0), '2026-06-01', returnClaim(1, education), secretary, 1), '2026-06-01', claim(1, education), contact, 2)
    expect(refusal(plan, '2026-06-01', undo, secretary, 3)).toBe('undo-overtaken')
  })
})

describe('撤销 of a milestone that was said to be reached', () => {
  const plan = () => after(after(planOf([task(1, { lead: education })]), '2026-03-01', proposeMilestones(1, education, ['完成选址', '2026-06-30'], ['开工', '2026-09-30'])), '2026-03-02', approveMilestones(1, 2026))
  const reached = (of: PlanState) => of.milestones.get(yearKey(taskNo(1), 2026))?.approved?.milestones.map((each) => each.reached.length)

  it('makes it owed again, and leaves the others', () => {
    const now = done(done(plan(), '2026-06-01', reachMilestone(1, education, 2026, 1), other, 0), '2026-06-02', reachMilestone(1, education, 2026, 2), contact, 0)
    expect(reached(now)).toEqual([1, 1])
    expect(reached(done(now, '2026-06-02', { type: 'undo' }, contact, 1))).toEqual([1, 0])
  })

  it('goes one step', () => {
    const now = done(done(plan(), '2026-06-02', reachMilestone(1, education, 2026, 1), contact, 0), '2026-06-02', { type: 'undo' }, contact, 1)
    expect(refusal(now, '2026-06-02', { type: 'undo' }, contact, 2)).toBe('undone-already')
  })
})

describe('撤回办结申请', () => {
  const claimed = () => after(after(dated(), '2026-06-01', report(1, education, { progress: 80 }), contact), '2026-06-02', claim(1, education), contact)
  const withdraw = (reason = '还有一处没有验收'): PlanIntent => ({ type: 'withdraw-claim', ...of, reason })

  it('opens the part again, with what was reported, and keeps why', () => {
    expect(partOf(after(claimed(), '2026-06-05', withdraw(), contact))).toMatchObject({ status: 'open', progress: 80, withdrawn: { on: '2026-06-05', by: 'u2', reason: '还有一处没有验收' } })
  })
  it('needs a reason', () => expect(refusal(claimed(), '2026-06-05', withdraw(' '))).toBe('reason-missing'))
  it('is not for what was ruled on', () => {
    expect(refusal(after(claimed(), '2026-06-03', acceptClaim(1, education)), '2026-06-05', withdraw())).toBe('assignment-closed')
    expect(refusal(after(claimed(), '2026-06-03', returnClaim(1, education)), '2026-06-05', withdraw())).toBe('assignment-not-claimed')
  })
  it('of a group’s member leaves the claims of the others', () => {
    const said = (member: string): PlanIntent => ({ type: 'claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId(member), words: '已建成' })
    const plan = after(after(planOf([task(1, { lead: '各乡镇' })]), '2026-06-01', said('青石镇')), '2026-06-01', said('白鹭镇'))
    after(plan, '2026-06-02', { type: 'withdraw-claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('青石镇'), reason: '报早了' })
    expect([...partOf(plan, '各乡镇').byMember.values()].map((each) => each.claim !== undefined)).toEqual([false, true])
    expect(refusal(plan, '2026-06-02', { type: 'withdraw-claim', task: taskNo(1), unit: unitId('各乡镇'), reason: '报早了' })).toBe('assignment-not-claimed')
  })
  it('once, and the second claim is reviewed like the first', () => {
    const plan = after(after(claimed(), '2026-06-05', withdraw(), contact), '2026-06-08', claim(1, education), contact)
    expect(partOf(plan).status).toBe('claimed')
    expect(partOf(after(plan, '2026-06-09', acceptClaim(1, education))).status).toBe('accepted')
  })
})
