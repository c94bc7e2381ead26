import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { keyOf, type Assignment } from '#src/ledger/assignment.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, day, nineOn, planOf, planWith, report, stampOf, task, taskNo, unitId } from '#test/builders.ts'

const education = '县教育局'
const [contact, secretary] = [PersonId.parse('u2'), PersonId.parse('u1')]
const of = { task: taskNo(1), unit: unitId(education) }
const dated = (): PlanState => planWith(task(1, { due: '2026-06-30', lead: education, support: ['县财政局'] }))
const partOf = (plan: PlanState, unit = education, no = 1): Assignment => {
  const part = plan.assignments.get(keyOf(taskNo(no), unitId(unit)))
  if (part === undefined) throw new Error(`${unit} has no part`)
  return part
}
const refusal = (plan: PlanState, on: string, intent: PlanIntent, by: PersonId = contact, minutes = 0): string | undefined => {
  const decision = decidePlan(plan, intent, stampOf(on, by, addMs(nineOn(on), minutes * 60_000)))
  return decision.ok ? undefined : decision.refusal.code
}
const askExtension = (to: string, reason = '招标流标'): PlanIntent => ({ type: 'ask-extension', ...of, day: day(to), reason })

describe('an extension', () => {
  it('moves the date once it is granted, and counts as moved: the first date stays', () => {
    const plan = after(after(dated(), '2026-06-01', askExtension('2026-09-30'), contact), '2026-06-02', { type: 'grant-extension', ...of }, secretary)
    expect(plan.tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-09-30', original: '2026-06-30', moved: 1 })
    expect(partOf(plan).extension).toMatchObject({ granted: '2026-09-30', from: '2026-06-30', ruling: { granted: true, by: 'u1' } })
  })
  it('may be granted to another day than was asked for', () =>
    expect(after(after(dated(), '2026-06-01', askExtension('2026-12-31'), contact), '2026-06-02', { type: 'grant-extension', ...of, day: day('2026-08-31') }).tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-08-31' }))
  it('leaves the date where it is refused, with the reason', () => {
    const plan = after(after(dated(), '2026-06-01', askExtension('2026-09-30'), contact), '2026-06-02', { type: 'refuse-extension', ...of, reason: '汛期前要完' }, secretary)
    expect(plan.tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-06-30', moved: 0 })
    expect(partOf(plan).extension?.ruling).toMatchObject({ granted: false, words: '汛期前要完' })
  })
  it('is not asked for twice while one waits, and again once it was ruled on', () => {
    const asked = after(dated(), '2026-06-01', askExtension('2026-09-30'), contact)
    expect(refusal(asked, '2026-06-02', askExtension('2026-10-31'))).toBe('petition-waits')
    expect(refusal(after(asked, '2026-06-03', { type: 'refuse-extension', ...of, reason: '不行' }), '2026-06-04', askExtension('2026-10-31'))).toBeUndefined()
  })
  it('wants a later day, a reason, and a date to move', () => {
    expect(refusal(dated(), '2026-06-01', askExtension('2026-06-30'))).toBe('extension-not-later')
    expect(refusal(dated(), '2026-06-01', askExtension('2026-09-30', ' '))).toBe('reason-missing')
    expect(refusal(planWith(task(1, { lead: education })), '2026-06-01', askExtension('2026-09-30'))).toBe('no-date-to-extend')
  })
  it('is ruled on as it was seen: another that was asked meanwhile is not meant', () => {
    const asked = after(dated(), '2026-06-01', askExtension('2026-09-30'), contact)
    expect(refusal(asked, '2026-06-02', { type: 'grant-extension', ...of, askedAt: nineOn('2026-05-01') }, secretary)).toBe('petition-changed')
  })
  it('is not asked for by who is done, or says so', () => expect(refusal(after(dated(), '2026-06-01', claim(1, education)), '2026-06-02', askExtension('2026-09-30'))).toBe('assignment-claimed'))
})

describe('不是我负责', () => {
  const disown = (unit = education): PlanIntent => ({ type: 'question-part', task: taskNo(1), unit: unitId(unit), about: 'not-ours', words: '', should: '县住建局' })

  it('passes the part on where the secretary agrees; what was said of it is kept', () => {
    const asked = after(after(dated(), '2026-03-02', report(1, education, { progress: 20 })), '2026-03-03', disown(), contact)
    const plan = after(asked, '2026-03-04', { type: 'uphold-question', ...of, to: unitId('县住建局'), words: '' }, secretary)
    expect(partOf(plan, '县住建局')).toMatchObject({ part: 'lead', progress: 0 })
    expect(plan.unitsOf.get(taskNo(1))).toEqual(['县住建局', '县财政局'])
    expect(plan.amended.formerParts.get(keyOf(taskNo(1), unitId(education)))?.assignment.report).toMatchObject({ progress: 20 })
  })
  it('needs somebody who takes it', () => expect(refusal(after(dated(), '2026-03-03', disown(), contact), '2026-03-04', { type: 'uphold-question', ...of, words: '' })).toBe('successor-missing'))
  it('stays with the unit where the secretary says why', () =>
    expect(partOf(after(after(dated(), '2026-03-03', disown(), contact), '2026-03-04', { type: 'refuse-question', ...of, reason: '方案已明确' })).question?.ruling).toMatchObject({ granted: false, words: '方案已明确' }))
  it('makes a unit that helped already the lead', () => {
    const plan = after(after(dated(), '2026-03-03', disown(), contact), '2026-03-04', { type: 'uphold-question', ...of, to: unitId('县财政局'), words: '' })
    expect(partOf(plan, '县财政局').part).toBe('lead')
    expect(plan.unitsOf.get(taskNo(1))).toEqual(['县财政局'])
  })
})

describe('an objection', () => {
  it('to an answer that was recorded for the unit strikes it, where it is upheld: what was said before stands again', () => {
    const said = after(dated(), '2026-03-02', report(1, education, { progress: 20, done: '完成设计' }), contact)
    after(said, '2026-03-05', { type: 'report-on-behalf', ...of, state: 'blocked', problem: '资金断了', onBehalf: { who: '某人', on: day('2026-03-05'), how: '电话' }, correction: false }, secretary)
    expect(partOf(said).report).toMatchObject({ state: 'blocked', onBehalf: { who: '某人' } })
    after(after(said, '2026-03-06', { type: 'object', ...of, about: 'record', against: '受阻', words: '没这样说' }, contact), '2026-03-07', { type: 'rule-objection', ...of, upheld: true, reason: '' }, secretary)
    expect(partOf(said)).toMatchObject({ progress: 20, report: { state: 'normal', done: '完成设计' } })
    expect(partOf(said)).not.toHaveProperty('obstacle')
    expect(partOf(said).earlier).toMatchObject([{ state: 'blocked', ended: 'struck' }])
  })
  it('to a completion that was recorded for the unit strikes it, where it is upheld: the task is asked for again, and no report is struck in its place', () => {
    const said = after(dated(), '2026-03-02', report(1, education, { progress: 20, done: '完成设计' }), contact)
    after(said, '2026-03-05', { type: 'claim-on-behalf', ...of, words: '已全部完成', onBehalf: { who: '某人', on: day('2026-03-05'), how: '电话' } }, secretary)
    after(said, '2026-03-06', { type: 'object', ...of, about: 'record', against: '申请办结：已全部完成', words: '没这样说' }, contact)
    expect(partOf(said)).toMatchObject({ status: 'claimed', objection: { about: 'record', record: expect.stringContaining('2026-03-05') as string } })
    after(said, '2026-03-07', { type: 'rule-objection', ...of, upheld: true, reason: '' }, secretary)
    expect(partOf(said)).toMatchObject({ status: 'open', report: { done: '完成设计' }, objection: { ruling: { granted: true } } })
    expect(partOf(said)).not.toHaveProperty('claim')
    expect(partOf(said).earlier ?? []).toEqual([])
  })
  it('to a completion that is turned down, or that the unit said itself, strikes nothing', () => {
    const said = after(dated(), '2026-03-05', { type: 'claim-on-behalf', ...of, words: '已全部完成', onBehalf: { who: '某人', on: day('2026-03-05'), how: '电话' } }, secretary)
    after(after(said, '2026-03-06', { type: 'object', ...of, about: 'record', against: '申请办结', words: '没这样说' }, contact), '2026-03-07', { type: 'rule-objection', ...of, upheld: false, reason: '有录音' }, secretary)
    expect(partOf(said).status).toBe('claimed')
    const own = after(dated(), '2026-03-05', claim(1, education), contact)
    after(after(own, '2026-03-06', { type: 'object', ...of, about: 'light', against: '待审核', words: '不对' }, contact), '2026-03-07', { type: 'rule-objection', ...of, upheld: true, reason: '' }, secretary)
    expect(partOf(own).status).toBe('claimed')
  })
  it('to a completion that was recorded for the unit strikes it, where it is upheld: what was sent back before is owed again, and the completion is kept as struck', () => {
    const said = after(after(dated(), '2026-03-02', claim(1, education), contact), '2026-03-03', { type: 'return-claim', ...of, reason: '缺验收材料' }, secretary)
    after(said, '2026-03-05', { type: 'claim-on-behalf', ...of, words: '已全部完成', onBehalf: { who: '某人', on: day('2026-03-05'), how: '电话' } }, secretary)
    after(said, '2026-03-06', { type: 'object', ...of, about: 'record', against: '申请办结：已全部完成', words: '没这样说' }, contact)
    after(said, '2026-03-07', { type: 'rule-objection', ...of, upheld: true, reason: '' }, secretary)
    expect(partOf(said)).toMatchObject({ status: 'open', returned: { on: '2026-03-03', reason: '缺验收材料' }, endedClaims: [{ ended: 'returned', reason: '缺验收材料' }, { ended: 'struck', words: '已全部完成', onBehalf: { who: '某人' } }] })
  })
  describe('of a member, to a completion that was recorded for its whole group', () => {
    const [group, member, other] = [unitId('各乡镇'), unitId('溪口镇'), unitId('青石镇')]
    const whole = { task: taskNo(1), unit: group }
    const recorded: PlanIntent = { type: 'claim-on-behalf', ...whole, words: '全部完成', onBehalf: { who: '某人', on: day('2026-03-05'), how: '电话' } }
    const objected: PlanIntent = { type: 'object', ...whole, member, about: 'record', against: '申请办结：全部完成', words: '我镇没有说过' }
    const upheld: PlanIntent = { type: 'rule-objection', ...whole, member, upheld: true, reason: '' }
    const claimed = (): PlanState => after(planWith(task(1, { due: '2026-06-30', lead: '各乡镇' })), '2026-03-05', recorded, secretary)
    it.each([['waits', claimed], ['is accepted', () => after(claimed(), '2026-03-05', acceptClaim(1, '各乡镇'), secretary)]])('that %s, strikes the whole’s', (_, made) => {
      const plan = after(after(made(), '2026-03-06', objected, contact), '2026-03-07', upheld, secretary)
      expect(partOf(plan, '各乡镇')).toMatchObject({ status: 'open', endedClaims: [{ ended: 'struck', words: '全部完成' }] })
      expect(partOf(plan, '各乡镇').byMember.get(member)).toMatchObject({ objection: { struck: true } })
    })
    it('strikes nothing of another member’s', () => {
      const plan = after(planWith(task(1, { due: '2026-06-30', lead: '各乡镇' })), '2026-03-05', { ...recorded, member: other }, secretary)
      after(after(after(plan, '2026-03-05', acceptClaim(1, '各乡镇'), secretary), '2026-03-06', objected, contact), '2026-03-07', upheld, secretary)
      expect(partOf(plan, '各乡镇')).toMatchObject({ status: 'accepted' })
    })
  })
  describe('to a completion that was recorded for the unit and is accepted', () => {
    const recorded: PlanIntent = { type: 'claim-on-behalf', ...of, words: '已全部完成', onBehalf: { who: '某人', on: day('2026-03-05'), how: '电话' } }
    const objected: PlanIntent = { type: 'object', ...of, about: 'record', against: '申请办结：已全部完成', words: '没这样说' }
    const upheld: PlanIntent = { type: 'rule-objection', ...of, upheld: true, reason: '' }
    const claimed = (): PlanState => after(after(dated(), '2026-03-02', report(1, education, { progress: 20, done: '完成设计' }), contact), '2026-03-05', recorded, secretary)
    const accepted = (of: PlanState): PlanState => after(of, '2026-03-06', acceptClaim(1, education), secretary)
    it.each([
      ['before it was', () => accepted(after(claimed(), '2026-03-06', objected, contact))], ['once it was', () => after(accepted(claimed()), '2026-03-06', objected, contact)],
    ])('made %s, strikes it where it is upheld: the task is asked for again', (_, made) => {
      const plan = after(made(), '2026-03-09', upheld, secretary)
      expect(partOf(plan)).toMatchObject({ status: 'open', progress: 20, objection: { struck: true, ruling: { granted: true } } })
      expect(partOf(plan)).not.toHaveProperty('acceptedOn')
    })
    it('is not upheld while the task is off the register: it is reopened first', () => {
      const plan = after(after(accepted(claimed()), '2026-03-06', objected, contact), '2026-03-06', { type: 'strike-off', task: taskNo(1), words: '' }, secretary)
      expect(refusal(plan, '2026-03-09', upheld, secretary)).toBe('task-struck-off')
      expect(refusal(plan, '2026-03-09', { type: 'rule-objection', ...of, upheld: false, reason: '有录音' }, secretary)).toBeUndefined()
      const reopened = after(plan, '2026-03-09', { type: 'reopen-task', task: taskNo(1), reason: '代录有误' }, secretary)
      expect(partOf(after(reopened, '2026-03-09', upheld, secretary)).objection).not.toHaveProperty('struck')
    })
    it('of one member strikes that one’s alone', () => {
      const [group, member, other] = [unitId('各乡镇'), unitId('溪口镇'), unitId('青石镇')]
      const town = { task: taskNo(1), unit: group, member }
      const plan = after(planWith(task(1, { due: '2026-06-30', lead: '各乡镇' })), '2026-03-05', { ...recorded, ...town }, secretary)
      after(plan, '2026-03-05', { type: 'claim', task: taskNo(1), unit: group, member: other, words: '已完成' }, contact)
      after(after(plan, '2026-03-06', { type: 'accept-claim', task: taskNo(1), unit: group }, secretary), '2026-03-06', { ...objected, ...town }, contact)
      expect(partOf(after(plan, '2026-03-09', { ...upheld, ...town }, secretary), '各乡镇')).toMatchObject({ status: 'open' })
      expect([...partOf(plan, '各乡镇').byMember]).toMatchObject([[member, { objection: { struck: true }, endedClaims: [{ ended: 'struck' }] }], [other, { accepted: { on: '2026-03-06', claimedOn: '2026-03-05' } }]])
      expect(partOf(plan, '各乡镇').byMember.get(member)).not.toHaveProperty('accepted')
    })
  })
  it('to an answer of the unit’s own strikes nothing, and says so', () => {
    const plan = after(after(dated(), '2026-03-02', report(1, education, { progress: 20, done: '完成设计' }), contact), '2026-03-03', { type: 'object', ...of, about: 'record', against: '完成设计', words: '没这样说' }, contact)
    after(plan, '2026-03-04', { type: 'rule-objection', ...of, upheld: true, reason: '' }, secretary)
    expect(partOf(plan).report).toMatchObject({ done: '完成设计' })
    expect(partOf(plan).objection).not.toHaveProperty('struck')
  })
  it('that is turned down needs a reason', () => expect(refusal(after(dated(), '2026-03-06', { type: 'object', ...of, about: 'light', against: '滞后', words: '已完成' }), '2026-03-07', { type: 'rule-objection', ...of, upheld: false, reason: '' })).toBe('reason-missing'))
})

describe('a correction', () => {
  const reported = (): PlanState => after(dated(), '2026-03-02', report(1, education, { progress: 60, done: '已招标' }), contact)
  const correcting = (plan: PlanState, progress: number): PlanIntent => ({ ...report(1, education, { progress, done: '完成资格预审' }), corrects: partOf(plan).report?.at, reason: '数字报错' }) as PlanIntent

  it('takes the place of the report; the one before stays readable, and the day it was said stays', () => {
    const plan = reported()
    after(plan, '2026-04-01', correcting(plan, 30), contact)
    expect(partOf(plan)).toMatchObject({ progress: 30, report: { on: '2026-03-02', correctedOn: '2026-04-01', reason: '数字报错' }, earlier: [{ progress: 60, ended: 'corrected' }] })
  })
  it('of a report that was followed by another is refused with what stands', () => {
    const plan = reported()
    const late = correcting(plan, 30)
    expect(refusal(after(plan, '2026-03-20', report(1, education, { progress: 70 })), '2026-03-21', late)).toBe('already-answered')
  })
})

describe('the course of a task', () => {
  it('is struck off once all that answer for it were accepted, and not before', () => {
    const plan = dated()
    expect(refusal(plan, '2026-06-01', { type: 'strike-off', task: taskNo(1), words: '' }, secretary)).toBe('task-not-done')
    after(after(plan, '2026-06-01', claim(1, education)), '2026-06-02', acceptClaim(1, education))
    expect(after(plan, '2026-06-03', { type: 'strike-off', task: taskNo(1), words: '' }).tasks.get(taskNo(1))?.course).toMatchObject({ struckOff: { on: '2026-06-03', words: '' } })
    expect(refusal(plan, '2026-06-04', report(1, '县财政局'))).toBe('task-struck-off')
  })
  it('of one that is struck off takes neither another lead nor another date: it is reopened first', () => {
    const plan = after(after(after(dated(), '2026-06-01', claim(1, education)), '2026-06-02', acceptClaim(1, education)), '2026-06-03', { type: 'strike-off', task: taskNo(1), words: '' })
    expect(refusal(plan, '2026-06-04', { type: 'set-lead', task: taskNo(1), unit: unitId('县财政局') }, secretary)).toBe('task-struck-off')
    expect(refusal(plan, '2026-06-04', { type: 'set-due', task: taskNo(1), day: day('2026-12-31'), reason: '另有安排' }, secretary)).toBe('task-struck-off')
  })
  it('is reopened with a reason, which its unit has to answer', () => {
    const plan = after(after(after(dated(), '2026-06-01', claim(1, education)), '2026-06-02', acceptClaim(1, education)), '2026-06-03', { type: 'strike-off', task: taskNo(1), words: '' })
    after(plan, '2026-07-01', { type: 'reopen-task', task: taskNo(1), reason: '回头看未建成' })
    expect(partOf(plan)).toMatchObject({ status: 'open', returned: { reason: '回头看未建成' } })
    expect(plan.tasks.get(taskNo(1))?.course).not.toHaveProperty('struckOff')
  })
  it('does not rest once it is done: there is nobody to leave alone', () => expect(refusal(after(after(dated(), '2026-06-01', claim(1, education)), '2026-06-02', acceptClaim(1, education)), '2026-06-03', { type: 'pause-task', task: taskNo(1), reason: '等省里文件' }, secretary)).toBe('task-done'))
  it('rests while it is paused: nobody is chased', () => expect(refusal(after(dated(), '2026-06-01', { type: 'pause-task', task: taskNo(1), reason: '等省里文件' }), '2026-06-02', { type: 'nudge', ...of }, secretary)).toBe('task-paused'))
})

describe('单位核对', () => {
  const lines = [{ task: taskNo(1), unit: unitId(education) }]
  it('stands with who looked and when', () => expect(partOf(after(dated(), '2026-01-07', { type: 'check-parts', unit: unitId(education), lines }, contact)).check).toMatchObject({ on: '2026-01-07', by: 'u2' }))
  it('of a member of a group is the member’s', () => {
    const plan = after(planOf([task(1, { lead: '各乡镇' })]), '2026-01-07', { type: 'check-parts', unit: unitId('青石镇'), lines: [{ task: taskNo(1), unit: unitId('各乡镇') }] }, contact)
    expect(partOf(plan, '各乡镇').byMember.get(unitId('青石镇'))).toMatchObject({ check: { by: 'u2' } })
    expect(partOf(plan, '各乡镇').check).toBeUndefined()
  })
  it('passes over a line that is in question', () => {
    const asked = after(dated(), '2026-01-07', { type: 'question-part', ...of, about: 'content', words: '时限应为9月' }, contact)
    expect(partOf(after(asked, '2026-01-08', { type: 'check-parts', unit: unitId(education), lines }, contact)).check).toBeUndefined()
  })
})

describe('what was mended once it was seen to go wrong', () => {
  const onBehalf = (progress: number, on: string): PlanIntent => ({ type: 'report-on-behalf', ...of, state: 'normal', progress: progress as never, done: '代录', onBehalf: { who: '某人', on: day(on), how: '电话' }, correction: true })

  it('strikes the record that was objected to, not the right one that followed it', () => {
    const plan = after(dated(), '2026-03-02', onBehalf(80, '2026-03-02'), secretary)
    after(plan, '2026-03-03', { type: 'object', ...of, about: 'record', against: '80%', words: '没这样说' }, contact)
    after(plan, '2026-03-04', onBehalf(40, '2026-03-04'), secretary)
    after(plan, '2026-03-05', { type: 'rule-objection', ...of, upheld: true, reason: '' }, secretary)
    expect(partOf(plan)).toMatchObject({ progress: 40, earlier: [{ progress: 80, ended: 'struck' }] })
  })

  it('grants what the date as it stands meets already, and leaves the date; another day that is not later it does not', () => {
    const plan = after(after(dated(), '2026-06-01', askExtension('2026-07-31'), contact), '2026-06-02', { type: 'set-due', task: taskNo(1), day: day('2026-09-30'), reason: '雨季' }, secretary)
    expect(refusal(plan, '2026-06-03', { type: 'grant-extension', ...of, day: day('2026-08-31') }, secretary)).toBe('granted-not-later')
    after(plan, '2026-06-03', { type: 'grant-extension', ...of }, secretary)
    expect(partOf(plan).extension).toMatchObject({ granted: '2026-09-30', ruling: { granted: true } })
    expect(plan.tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-09-30', moved: 1 })
  })

  it('grants with one member of a group the others who asked for the same day or an earlier one, and no later one', () => {
    const group = { task: taskNo(1), unit: unitId('各乡镇') }
    const asks = (member: string, to: string): PlanIntent => ({ type: 'ask-extension', ...group, member: unitId(member), day: day(to), reason: '雨季' })
    const plan = planOf([task(1, { due: '2026-07-10', lead: '各乡镇' })])
    for (const [member, to] of [['青石镇', '2026-07-30'], ['柳河镇', '2026-07-30'], ['溪口镇', '2026-07-20'], ['白石镇', '2026-08-31']] as const) after(plan, '2026-07-01', asks(member, to))
    after(plan, '2026-07-02', { type: 'grant-extension', ...group, member: unitId('青石镇') }, secretary)
    const said = partOf(plan, '各乡镇').byMember
    const of = (member: string) => said.get(unitId(member))?.extension
    expect([of('青石镇'), of('柳河镇'), of('溪口镇')].map((each) => each?.granted)).toEqual(['2026-07-30', '2026-07-30', '2026-07-30'])
    expect(of('白石镇')).not.toHaveProperty('ruling')
    expect(plan.tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-07-30', moved: 1 })
  })

  it('makes nobody done with what they take over, and gives back what they said when a part comes back', () => {
    const plan = after(after(after(dated(), '2026-03-02', report(1, education, { progress: 40 }), contact), '2026-03-02', claim(1, '县财政局')), '2026-03-03', acceptClaim(1, '县财政局'))
    const passTo = (from: string, to: string, on: string): void => {
      after(plan, on, { type: 'question-part', task: taskNo(1), unit: unitId(from), about: 'not-ours', words: '' }, contact)
      after(plan, on, { type: 'uphold-question', task: taskNo(1), unit: unitId(from), to: unitId(to), words: '' }, secretary)
    }
    passTo(education, '县财政局', '2026-03-04')
    expect(partOf(plan, '县财政局')).toMatchObject({ part: 'lead', status: 'open', progress: 0 })
    passTo('县财政局', education, '2026-03-05')
    expect(partOf(plan)).toMatchObject({ part: 'lead', progress: 40 })
    expect(partOf(plan)).not.toHaveProperty('question')
  })
})
