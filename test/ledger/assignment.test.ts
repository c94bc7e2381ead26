import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { Instant } from '#src/calendar/day.ts'
import { evolveAssignment, type Assignment, type AssignmentIntent } from '#src/ledger/assignment.ts'
import { decideAssignment } from '#src/ledger/decide-assignment.ts'
import { Percent, PersonId } from '#src/ledger/ids.ts'
import { freshAssignment } from '#src/ledger/task.ts'
import { nineOn, stampOf, taskNo, unitId } from '#test/builders.ts'

const of = { task: taskNo(7), unit: unitId('县教育局') }
const contact = PersonId.parse('u2')
const fresh = freshAssignment(taskNo(7), { unit: of.unit, part: 'lead' })

type Facts = Partial<Omit<Extract<AssignmentIntent, { type: 'report' }>, 'progress'>> & { progress?: number }
const report = ({ progress, ...facts }: Facts = {}): AssignmentIntent => ({
  type: 'report', ...of, state: 'normal', correction: false, ...(progress === undefined ? {} : { progress: Percent.parse(progress) }), ...facts,
})
const claim: AssignmentIntent = { type: 'claim', ...of, words: '已建成' }
const acceptClaim: AssignmentIntent = { type: 'accept-claim', ...of }
const returnClaim: AssignmentIntent = { type: 'return-claim', ...of, reason: '缺验收材料' }
const nudge: AssignmentIntent = { type: 'nudge', ...of }

const decided = (now: Assignment, intent: AssignmentIntent, on = '2026-06-10') => decideAssignment(now, intent, stampOf(on, contact))
const refusal = (now: Assignment, intent: AssignmentIntent, on = '2026-06-10') => {
  const decision = decided(now, intent, on)
  return decision.ok ? undefined : decision.refusal
}
/** What became of it, the first intent on 1 June, one a day. */
const after = (...intents: AssignmentIntent[]): Assignment =>
  intents.reduce((now, intent, index) => {
    const on = `2026-06-${String(index + 1).padStart(2, '0')}`
    const decision = decided(now, intent, on)
    if (!decision.ok) throw new Error(decision.refusal.code)
    return decision.events.reduce((then, event) => evolveAssignment(then, event, stampOf(on, contact)), now)
  }, fresh)

describe('a report', () => {
  it('is the last word on the assignment, with who said it and when', () => {
    expect(after(report({ progress: 40, done: '完成设计' }))).toMatchObject({ progress: 40, report: { state: 'normal', done: '完成设计', on: '2026-06-01', by: 'u2' } })
  })
  it('without a figure says none: one tap is no measurement', () => expect(after(report({ progress: 40 }), report()).report).not.toHaveProperty('stated'))
  it('without a figure leaves the figure as it stands', () => expect(after(report({ progress: 40 }), report())).toMatchObject({ progress: 40, report: { progress: 40 } }))
  it('with a lower figure is held for a slip', () => expect(refusal(after(report({ progress: 40 })), report({ progress: 4 }))).toEqual({ code: 'progress-falls', from: 40, to: 4 }))
  it('with a lower figure that is meant is taken (更正)', () => expect(after(report({ progress: 40 }), report({ progress: 30, correction: true }))).toMatchObject({ progress: 30 }))
  it('with the same figure is no fall', () => expect(after(report({ progress: 40 }), report({ progress: 40 }))).toMatchObject({ progress: 40 }))
  it.each(['difficulty', 'blocked'] as const)('of %s says what is the matter', (state) => expect(refusal(fresh, report({ state, problem: '  ' }))).toEqual({ code: 'reason-missing' }))
  it.each(['difficulty', 'blocked'] as const)('of %s with its reason is taken', (state) => expect(after(report({ state, problem: '用地未批' }))).toMatchObject({ report: { state, problem: '用地未批' } }))
  it.each([
    ['is one answer', 9, contact, {}, 0], ['after ten minutes is another', 11, contact, {}, 1], ['of another person is another', 1, PersonId.parse('u3'), {}, 1],
    ['with other words is another', 1, contact, { done: '已封顶' }, 1], ['with another figure is another', 1, contact, { progress: 50 }, 1],
  ])('said again by the same person within ten minutes, %s', (_, minutes, by, other, events) => {
    const said = { progress: 40, done: '已完成招标' }
    const again = decideAssignment(after(report(said)), report({ ...said, ...other }), stampOf('2026-06-01', by, addMs(nineOn('2026-06-01'), minutes * 60_000)))
    expect(again.ok && again.events).toHaveLength(events)
  })
  it('said again since it was chased answers the chase', () => {
    const [said, at] = [report({ progress: 40 }), (minutes: number) => stampOf('2026-06-01', contact, addMs(nineOn('2026-06-01'), minutes * 60_000))]
    const chased = evolveAssignment(after(said), { type: 'nudged', ...of }, at(3))
    expect(decideAssignment(chased, said, at(5))).toMatchObject({ ok: true, events: [{ type: 'reported' }] })
  })
  it('that is normal ends a difficulty', () => expect(after(report({ state: 'blocked', problem: '用地未批' }), report()).report).toEqual(expect.objectContaining({ state: 'normal' })))
  it('that is normal keeps no problem of the one before', () => expect(after(report({ state: 'blocked', problem: '用地未批' }), report()).report).not.toHaveProperty('problem'))
  it('leaves out what was not said', () => expect(decided(fresh, report())).toEqual({ ok: true, events: [{ type: 'reported', ...of, state: 'normal' }] }))
})

describe('one tap on a message', () => {
  const noon = Instant.parse('2026-06-01T04:00:00.000Z')
  const reported = after(report({ progress: 40 })) // at nine o'clock on 1 June

  it('sent before the last answer says what stands', () => {
    expect(refusal(reported, report({ asked: nineOn('2026-05-28') }))).toEqual({ code: 'already-answered', at: nineOn('2026-06-01'), by: 'u2', progress: 40, state: 'normal' })
  })
  it('sent at the very moment of the last answer says what stands', () => expect(refusal(reported, report({ asked: nineOn('2026-06-01') }))).toMatchObject({ code: 'already-answered' }))
  it('sent since the last answer is recorded', () => expect(decided(reported, report({ asked: noon })).ok).toBe(true))
  it('on the first message is recorded', () => expect(decided(fresh, report({ asked: noon })).ok).toBe(true))
  it('that is typed instead is always a new answer', () => expect(decided(reported, report()).ok).toBe(true))
  it('of one township does not answer for another', () => {
    const told = after(report({ member: unitId('溪口镇') }))
    expect(decided(told, report({ member: unitId('青石镇'), asked: nineOn('2026-05-28') })).ok).toBe(true)
    expect(refusal(told, report({ member: unitId('溪口镇'), asked: nineOn('2026-05-28') }))).toMatchObject({ code: 'already-answered' })
  })
})

describe('a township’s report on a group’s assignment', () => {
  const told = after(report({ member: unitId('溪口镇'), progress: 60 }), report({ member: unitId('青石镇'), progress: 20 }))

  it('stands beside the others’', () => expect([...told.byMember].map(([unit, { report }]) => [unit, report?.progress])).toEqual([['溪口镇', 60], ['青石镇', 20]]))
  it('is no word of the whole group', () => expect([told.report, told.progress]).toEqual([undefined, 0]))
  it('falls against its own figure only', () => {
    expect(refusal(told, report({ member: unitId('溪口镇'), progress: 30 }))).toMatchObject({ code: 'progress-falls', from: 60 })
    expect(decided(told, report({ member: unitId('青石镇'), progress: 30 })).ok).toBe(true)
  })
})

describe('what stands in the way', () => {
  const stuck = report({ state: 'blocked', problem: '用地未批' })
  it('is not unsaid by a bare 正常推进', () => expect(after(stuck, report()).obstacle).toMatchObject({ words: '用地未批' }))
  it('is, by a normal report that says what was done', () => expect(after(stuck, report({ done: '用地已批复' }))).not.toHaveProperty('obstacle'))
})

describe('a township’s claim on a group’s assignment', () => {
  const [creek, stone] = [unitId('溪口镇'), unitId('青石镇')]
  const claimed = after({ ...claim, member: creek })

  it('is its own: the whole stays open, and the others may go on', () => {
    expect(claimed.status).toBe('open')
    expect(claimed.byMember.get(creek)).toMatchObject({ claim: { words: '已建成', on: '2026-06-01' } })
    expect(decided(claimed, report({ member: stone })).ok).toBe(true)
  })
  it('is made once, and is not talked over by its own report', () => {
    expect(refusal(claimed, { ...claim, member: creek })).toMatchObject({ code: 'assignment-claimed' })
    expect(refusal(claimed, report({ member: creek }))).toMatchObject({ code: 'assignment-claimed' })
  })
  it('is accepted for it alone', () => {
    const done = after({ ...claim, member: creek }, { ...acceptClaim, member: creek })
    expect([done.status, done.byMember.get(creek)]).toMatchObject(['open', { accepted: { on: '2026-06-02', claimedOn: '2026-06-01' } }])
    expect(refusal(done, report({ member: creek }))).toMatchObject({ code: 'assignment-closed' })
    expect(refusal(claimed, { ...acceptClaim, member: stone })).toMatchObject({ code: 'assignment-not-claimed' })
  })
  it('may be accepted with all the others’ for the whole group', () => expect(after({ ...claim, member: creek }, { ...claim, member: stone }, acceptClaim)).toMatchObject({ status: 'accepted', claimedOn: '2026-06-02' }))
  it('is sent back to it alone', () => {
    const returned = after({ ...claim, member: creek }, { ...claim, member: stone }, { ...returnClaim, member: creek })
    expect([returned.byMember.get(creek), returned.byMember.get(stone)]).toMatchObject([{ returned: { reason: '缺验收材料' } }, { claim: { words: '已建成' } }])
    expect(returned.byMember.get(creek)).not.toHaveProperty('claim')
  })
})

describe('a decision on a claim', () => {
  const again = after(claim, returnClaim, claim) // claimed on 1 June, and again on 3 June
  it('is on the claim that was seen, not on a later one', () => {
    expect(refusal(again, { ...acceptClaim, claimedAt: nineOn('2026-06-01') })).toEqual({ code: 'claim-changed', task: 7, claimedOn: '2026-06-03', by: 'u2' })
    expect(refusal(again, { ...returnClaim, claimedAt: nineOn('2026-06-01') })).toMatchObject({ code: 'claim-changed' })
  })
  it('without saying which is on the one that waits, and says so for ever', () => expect(decided(again, acceptClaim)).toMatchObject({ ok: true, events: [{ type: 'claim-accepted', claimedAt: nineOn('2026-06-03') }] }))
})

describe('a claim of completion', () => {
  it('says what was done', () => expect(refusal(fresh, { ...claim, words: ' ' })).toEqual({ code: 'reason-missing' }))
  it('waits for the secretary', () => expect(after(claim)).toMatchObject({ status: 'claimed', claim: { on: '2026-06-01', by: 'u2', words: '已建成' } }))
  it('is made once', () => expect(refusal(after(claim), claim)).toEqual({ code: 'assignment-claimed', claimedOn: '2026-06-01', by: 'u2' }))
  it('is not talked over by a report', () => expect(refusal(after(claim), report())).toMatchObject({ code: 'assignment-claimed' }))
  it('is not chased', () => expect(refusal(after(claim), nudge)).toMatchObject({ code: 'assignment-claimed' }))
  it('keeps what was reported before', () => expect(after(report({ progress: 90 }), claim)).toMatchObject({ progress: 90, report: { progress: 90 } }))
  it('is accepted only where there is one', () => expect(refusal(fresh, acceptClaim)).toEqual({ code: 'assignment-not-claimed', task: 7 }))
  it('that waits no more says what became of it', () => {
    expect(refusal(after(claim, acceptClaim), returnClaim)).toMatchObject({ code: 'assignment-closed', closedOn: '2026-06-02' })
    expect(refusal(after(claim, returnClaim), acceptClaim)).toMatchObject({ code: 'assignment-not-claimed', before: { how: 'returned', on: '2026-06-02' } })
  })
  it('is returned only where there is one', () => expect(refusal(fresh, returnClaim)).toEqual({ code: 'assignment-not-claimed', task: 7 }))
})

describe('an accepted claim', () => {
  const accepted = after(report({ progress: 90 }), claim, acceptClaim)

  it('is the end: done, with both days', () => expect(accepted).toMatchObject({ status: 'accepted', progress: 100, claimedOn: '2026-06-02', acceptedOn: '2026-06-03' }))
  it.each([report(), claim, acceptClaim, returnClaim, nudge])('takes no $type any more, and says since when', (intent) => expect(refusal(accepted, intent)).toEqual({ code: 'assignment-closed', closedOn: '2026-06-03' }))
})

describe('a returned claim', () => {
  const returned = after(report({ progress: 90 }), claim, returnClaim)

  it('needs a reason', () => expect(refusal(after(claim), { ...returnClaim, reason: ' ' })).toEqual({ code: 'reason-missing' }))
  it('opens the assignment again, with the reason', () => expect(returned).toMatchObject({ status: 'open', returned: { on: '2026-06-03', reason: '缺验收材料' } }))
  it('is a claim no longer', () => expect(returned).not.toHaveProperty('claim'))
  it('keeps the progress that was reported', () => expect(returned.progress).toBe(90))
  it('may be made again', () => expect(after(claim, returnClaim, claim)).toMatchObject({ status: 'claimed', claim: { on: '2026-06-03' } }))
})

describe('a nudge', () => {
  it('is counted, with who and when', () => expect(after(nudge, nudge)).toMatchObject({ nudges: 2, nudgedOn: '2026-06-02', nudgedAt: nineOn('2026-06-02'), nudgedBy: 'u2' }))
  it('goes out once a day', () => expect(refusal(after(nudge), nudge, '2026-06-01')).toEqual({ code: 'nudged-already', on: '2026-06-01' }))
  it('is still known after the claim was returned', () => expect(after(nudge, claim, returnClaim)).toMatchObject({ nudges: 1, nudgedBy: 'u2' }))
})

describe('what is in the log', () => {
  it('is taken as it is, also where it would not be decided so today', () => {
    expect(evolveAssignment(fresh, { type: 'claim-accepted', ...of }, stampOf('2026-06-01'))).toEqual(fresh)
    expect(evolveAssignment(after(claim, acceptClaim), { type: 'claimed', ...of, words: '' }, stampOf('2026-06-09'))).toMatchObject({ status: 'accepted' })
  })
  it('never changes the state it was given', () => {
    const before = structuredClone(fresh)
    evolveAssignment(fresh, { type: 'reported', ...of, member: unitId('溪口镇'), state: 'normal', progress: Percent.parse(5) }, stampOf('2026-06-01'))
    expect(fresh).toEqual(before)
  })
})
