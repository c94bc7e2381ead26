// Who is told of a review that is ahead, and when: each once, of one that comes back a week before it, and of what is off only who knew of it.
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { defaultPolicy } from '#src/ledger/policy.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { isToldShortlyBefore } from '#src/reminders/told-of-review.ts'
import { after, acceptClaim, claim, day, directoryWith, planWith, report, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'

const secretary = PersonId.parse('u1')
const directory = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const tasks = (): PlanState => planWith(task(1, { due: '2026-06-01', lead: '县教育局' }), task(2, { due: '2026-12-31', lead: '县财政局' }))
const once: PlanIntent = { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-20'), tasks: [taskNo(1), taskNo(2)], units: [unitId('县教育局'), unitId('县财政局')], prepare: '' }
const each: PlanIntent = { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-20'), later: [day('2026-08-20')], tasks: [], units: [], scope: { kind: 'light', light: 'red' }, prepare: '' }
const off = (review = 'r1'): PlanIntent => ({ type: 'cancel-review', review, reason: '并入县委督查' })
const moved = (to: string, review = 'r1'): PlanIntent => ({ type: 'move-review', review, day: day(to), reason: '防汛会商' })

/** Swept once on each of some days, or once more where a day has a `+`; what is told is remembered. @param acts what happens before a sweep */
function swept(plan: PlanState, days: readonly string[], acts: Readonly<Record<string, PlanIntent | readonly PlanIntent[]>> = {}): string[] {
  const told = new Map<string, Day>()
  const sent = new Set<string>()
  return days.flatMap((sweep) => {
    const today = sweep.slice(0, 10)
    for (const act of [acts[sweep] ?? []].flat()) after(plan, today, act, secretary)
    const due = noticesDue(viewOn(today, plan, directory), '09:00').filter(({ kind }) => kind === 'review-ahead' || kind === 'review-off')
    return parcelsOwed(due, { notice: (key) => told.has(key), noticeOn: (key) => told.get(key), parcel: (key) => sent.has(key) }, day(today), '09:00', workCalendar, () => defaultPolicy).flatMap((parcel) => (sent.add(parcel.key), parcel.notices)).map(({ key, kind, to }) => {
      told.set(key, day(today))
      return `${today.slice(5)} ${directory.people.get(to)?.name ?? to} ${kind}`
    })
  })
}
const reopened = (): PlanIntent => ({ type: 'reopen-task', task: taskNo(1), reason: '回头看发现未使用' })
const july = ['2026-07-02', '2026-07-06', '2026-07-10', '2026-07-13', '2026-07-14', '2026-07-15', '2026-07-17', '2026-07-20']

describe('a review that is ahead', () => {
  it('is told of when it is scheduled, and at each of its marks', () => {
    expect(swept(after(tasks(), '2026-07-01', once), july).filter((told) => told.includes('苏晚晴'))).toEqual(['07-02', '07-15', '07-17', '07-20'].map((on) => `${on} 苏晚晴 review-ahead`))
  })

  it('is told once to a unit that has reported on all of it in the last seven days', () => {
    const plan = after(after(tasks(), '2026-07-01', once), '2026-07-14', report(1, '县教育局', { done: '已完成招标' }))
    expect(swept(plan, july.slice(3)).filter((told) => told.includes('苏晚晴'))).toEqual(['07-13 苏晚晴 review-ahead'])
  })

  it('is not told again, as one that asks nothing, to whoever was asked at a mark before', () => {
    expect(swept(after(tasks(), '2026-07-14', once), ['2026-07-15', '2026-07-16', '2026-07-17'], { '2026-07-16': report(1, '县教育局', { done: '已完成招标' }) }).filter((told) => told.includes('苏晚晴'))).toEqual(['07-15 苏晚晴 review-ahead'])
  })
})

describe('a review that was called off and stands again', () => {
  const undone: PlanIntent = { type: 'undo' }
  const again = (acts: Record<string, PlanIntent | readonly PlanIntent[]>): string[] => swept(after(tasks(), '2026-07-01', once), [...july, '2026-07-06+', '2026-07-13+'].toSorted(), acts).filter((told) => told.includes('苏晚晴'))

  it('is told to whoever was told that it is off, once, and at its marks as before', () => {
    expect(again({ '2026-07-06': off(), '2026-07-06+': undone })).toEqual(['07-02 苏晚晴 review-ahead', '07-06 苏晚晴 review-off', '07-06 苏晚晴 review-ahead', '07-15 苏晚晴 review-ahead', '07-17 苏晚晴 review-ahead', '07-20 苏晚晴 review-ahead'])
  })

  it('is told to nobody where it was taken back before anybody was told', () => {
    expect(again({ '2026-07-06': [off(), undone] })).toEqual(['07-02', '07-15', '07-17', '07-20'].map((on) => `${on} 苏晚晴 review-ahead`))
  })

  it('is told at once, also after the digest of that morning', () => {
    const acts = { '2026-07-15+': off(), '2026-07-15++': undone }
    expect(swept(after(tasks(), '2026-07-01', once), ['2026-07-02', '2026-07-15', '2026-07-15+', '2026-07-15++', '2026-07-16', '2026-07-17'], acts).filter((told) => told.includes('苏晚晴'))).toEqual(['07-02 苏晚晴 review-ahead', '07-15 苏晚晴 review-ahead', '07-15 苏晚晴 review-off', '07-15 苏晚晴 review-ahead', '07-17 苏晚晴 review-ahead'])
  })

  it('waits for the digest where it is moved after that was told', () => {
    const acts = { '2026-07-06': off(), '2026-07-06+': undone, '2026-07-15+': moved('2026-07-21') }
    expect(swept(after(tasks(), '2026-07-01', once), ['2026-07-02', '2026-07-06', '2026-07-06+', '2026-07-15', '2026-07-15+', '2026-07-16'], acts).filter((told) => told.includes('苏晚晴')).slice(3)).toEqual(['07-15 苏晚晴 review-ahead', '07-16 苏晚晴 review-ahead'])
  })

  it('at another hour of its day is told once more to whoever knew of it', () => {
    const acts: Record<string, PlanIntent> = { '2026-07-06': { type: 'move-review', review: 'r1', day: day('2026-07-20'), reason: '领导有会', place: '15:00' } }
    expect(swept(after(tasks(), '2026-07-01', once), ['2026-07-02', '2026-07-06', '2026-07-10'], acts).filter((told) => told.includes('苏晚晴'))).toEqual(['07-02 苏晚晴 review-ahead', '07-06 苏晚晴 review-ahead'])
  })

  it('is not called off a second time because a message that it stands is on its way, from a process that had not heard', () => {
    const plan = after(after(tasks(), '2026-07-01', once), '2026-07-06', off(), secretary)
    const whom = '县教育局/u2'
    const told = new Set([`review/p1/r1/2026-07-20/told/${whom}`, `review-off/p1/r1/${whom}`])
    const due = noticesDue(viewOn('2026-07-06', plan, directory), '09:00').filter(({ kind, to }) => kind === 'review-off' && to === 'u2')
    const owed = (isTold: (key: string) => boolean): number => parcelsOwed(due, { notice: (key) => told.has(key) || key.includes('~1/told'), noticeForGood: isTold, parcel: () => false }, day('2026-07-06'), '09:00', workCalendar, () => defaultPolicy).length
    expect(due).toHaveLength(1)
    expect([owed((key) => told.has(key)), owed((key) => told.has(key) || key.includes('~1/told'))]).toEqual([0, 1])
  })

  it('may be called off once more, and stand again', () => {
    expect(again({ '2026-07-06': off(), '2026-07-06+': undone, '2026-07-13': off(), '2026-07-13+': undone }).slice(1, 5)).toEqual(['07-06 苏晚晴 review-off', '07-06 苏晚晴 review-ahead', '07-13 苏晚晴 review-off', '07-13 苏晚晴 review-ahead'])
  })

  it('is told at once, also where it is one of a series that was moved and is far', () => {
    const acts = { '2026-07-15': moved('2026-07-30'), '2026-07-16': off(), '2026-07-16+': undone }
    expect(swept(after(tasks(), '2026-07-01', each), ['2026-07-14', '2026-07-15', '2026-07-16', '2026-07-16+', '2026-07-17', '2026-07-20'], acts).filter((told) => told.includes('苏晚晴'))).toEqual(['07-14 苏晚晴 review-ahead', '07-15 苏晚晴 review-ahead', '07-16 苏晚晴 review-off', '07-16 苏晚晴 review-ahead'])
  })
})

describe('what a unit is told of a review in its last days', () => {
  const lastDays = ['2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16', '2026-07-17', '2026-07-20']
  const called = (on: string, more: object = {}): Record<string, PlanIntent> => ({ [on]: { ...once, ...more } })
  const toldOn = (from: string, acts: Record<string, PlanIntent>): string[] => swept(tasks(), lastDays.filter((on) => on >= from), acts).flatMap((told) => (told.includes('苏晚晴') ? told.slice(0, 5) : []))

  it.each([
    { on: '2026-07-14', told: ['07-14', '07-17', '07-20'], why: 'not the morning after at the mark of three days' },
    { on: '2026-07-15', told: ['07-15', '07-17', '07-20'], why: 'at the mark that is in force' },
    { on: '2026-07-16', told: ['07-16', '07-20'], why: 'not again the day before' },
    { on: '2026-07-17', told: ['07-17'], why: 'not again the day itself' },
  ])('is at once where it is called on $on, and $why', ({ on, told }) => expect(toldOn(on, called(on))).toEqual(told))

  it('is asked of a unit that was told that it has nothing to prepare, once its report is old', () => {
    const reported = after(tasks(), '2026-07-10', report(1, '县教育局', { done: '已完成招标' }))
    expect(swept(reported, ['2026-07-17', '2026-07-20'], called('2026-07-17')).filter((told) => told.includes('苏晚晴'))).toEqual(['07-17 苏晚晴 review-ahead', '07-20 苏晚晴 review-ahead'])
  })

  it('is told afresh where it is moved, by the same rule', () => {
    const acts = { ...called('2026-07-13'), '2026-07-16': moved('2026-07-17') }
    expect(toldOn('2026-07-13', acts)).toEqual(['07-13', '07-15', '07-16'])
  })

  it('is told afresh where it is moved back to a day of which it was told, each time', () => {
    const acts = { ...called('2026-07-13'), '2026-07-14': moved('2026-07-24'), '2026-07-15': moved('2026-07-20') }
    expect(toldOn('2026-07-13', acts)).toEqual(['07-13', '07-14', '07-15', '07-17', '07-20'])
    expect(toldOn('2026-07-13', { ...acts, '2026-07-16': [moved('2026-07-24'), moved('2026-07-20')] as never })).toEqual(['07-13', '07-14', '07-15', '07-16', '07-20'])
  })

  it('is that it is moved back, also to whoever reported lately', () => {
    const acts = { ...called('2026-07-13'), '2026-07-14': moved('2026-07-24'), '2026-07-15': [report(1, '县教育局', { done: '已完成招标' }), moved('2026-07-20')] as never }
    expect(toldOn('2026-07-13', acts)).toEqual(['07-13', '07-14', '07-15'])
  })

  it('is on the day itself only what is still missing, whatever else is wanted', () => {
    expect(toldOn('2026-07-13', called('2026-07-13', { prepare: '请带合同' }))).toEqual(['07-13', '07-15', '07-17', '07-20'])
    expect(toldOn('2026-07-13', { ...called('2026-07-13', { prepare: '请带合同' }), '2026-07-16': report(1, '县教育局', { done: '已完成招标' }) })).toEqual(['07-13', '07-15', '07-17'])
  })

  it('is at every mark where nobody knows when it was told', () => {
    const [notice] = noticesDue(viewOn('2026-07-15', after(tasks(), '2026-07-14', once), directory), '09:00').filter(({ kind }) => kind === 'review-ahead')
    expect(notice === undefined ? undefined : isToldShortlyBefore(notice, undefined, workCalendar)).toBe(false)
  })
})

describe('the day of a review', () => {
  const toldTo = (today: string, plan: PlanState): string[] => noticesDue(viewOn(today, plan, directory), '09:00').flatMap((notice) => (notice.kind === 'review-today' ? [`${directory.people.get(notice.to)?.name ?? ''} ${notice.review}`] : []))
  const plan = (on = '2026-07-20'): PlanState => after(tasks(), '2026-07-01', { ...once, day: day(on) })

  it('is told to the secretary on it, and not before', () => {
    expect(toldTo('2026-07-17', plan())).toEqual([])
    expect(toldTo('2026-07-20', plan())).toEqual(['沈若兰 r1'])
  })
  it('is told on the next working day where it was a day off, or was missed', () => {
    expect(toldTo('2026-07-20', plan('2026-07-18'))).toEqual(['沈若兰 r1'])
    expect(toldTo('2026-07-21', plan())).toEqual(['沈若兰 r1'])
  })
  it('is told of to nobody on the day on which it was called', () => {
    const today = after(tasks(), '2026-07-20', { ...once, day: day('2026-07-20') })
    expect(toldTo('2026-07-20', today)).toEqual([])
    expect(toldTo('2026-07-21', today)).toEqual(['沈若兰 r1'])
  })
  it('is told once, and its outcome is asked for on the next working day, and every five from there', () => {
    const keys = (today: string): string[] => noticesDue(viewOn(today, plan(), directory), '09:00').flatMap(({ kind, key }) => (kind === 'review-today' ? [key] : []))
    const days = ['07-20', '07-21', '07-22', '07-27', '07-28', '07-29', '08-03', '08-04'].map((date) => keys(`2026-${date}`))
    expect(days.map(({ length }) => length)).toEqual(days.map(() => 1))
    expect(days.flatMap((each, at) => (at > 0 && each[0] === days[at - 1]?.[0] ? [] : [at]))).toEqual([0, 1, 4, 7])
  })
  it('asks for nothing once its outcome is on record', () => expect(toldTo('2026-07-28', after(plan(), '2026-07-22', { type: 'close-review', review: 'r1', outcome: '整改1项' }))).toEqual([]))
  it('is told of by nobody where it is closed, called off or moved', () => {
    expect(toldTo('2026-07-20', after(plan(), '2026-07-20', { type: 'close-review', review: 'r1', outcome: '整改1项' }))).toEqual([])
    expect(toldTo('2026-07-20', after(plan(), '2026-07-17', off()))).toEqual([])
    expect(toldTo('2026-07-20', after(plan(), '2026-07-17', moved('2026-07-24')))).toEqual([])
  })
})

describe('a review of what stands so by then', () => {
  it('is told of again, as is its end, to a unit that left it and came back under the same mark', () => {
    const plan = after(after(tasks(), '2026-07-01', { ...each, later: [] }), '2026-07-01', claim(1, '县教育局'))
    const acts = { '2026-07-03': acceptClaim(1, '县教育局'), '2026-07-06': reopened(), '2026-07-08': off() }
    expect(swept(plan, ['2026-07-02', '2026-07-03', '2026-07-06', '2026-07-07', '2026-07-08', '2026-07-09'], acts)).toEqual(['07-02 苏晚晴 review-ahead', '07-03 苏晚晴 review-off', '07-06 苏晚晴 review-ahead', '07-08 苏晚晴 review-off'])
  })
})

describe('one of a series', () => {
  it('is told of from a week before, to units of what stands in its scope by then', () => {
    expect(swept(after(tasks(), '2026-07-01', each), july)).toEqual(['07-13', '07-15', '07-17', '07-20'].map((on) => `${on} 苏晚晴 review-ahead`))
  })

  it('is told of by none of whom nothing stands in its scope any more', () => {
    const plan = after(after(after(tasks(), '2026-07-01', each), '2026-07-14', claim(1, '县教育局')), '2026-07-14', acceptClaim(1, '县教育局'))
    expect(swept(plan, july.slice(5))).toEqual([])
  })

  it('tells whoever was to prepare that nothing of theirs is in it any more, once', () => {
    const plan = after(after(tasks(), '2026-07-01', each), '2026-07-02', claim(1, '县教育局'))
    expect(swept(plan, ['2026-07-13', '2026-07-14', '2026-07-15'], { '2026-07-14': acceptClaim(1, '县教育局') })).toEqual(['07-13 苏晚晴 review-ahead', '07-14 苏晚晴 review-off'])
  })

  it.each([
    { after: 'out', acts: {}, told: ['07-13 ahead', '07-14 off'] },
    { after: 'out and called off', acts: { '2026-07-15': off() }, told: ['07-13 ahead', '07-14 off'] },
    { after: 'out and back under the same mark', acts: { '2026-07-15': reopened() }, told: ['07-13 ahead', '07-14 off', '07-15 ahead', '07-17 ahead'] },
    { after: 'out, back and called off', acts: { '2026-07-15': reopened(), '2026-07-16': off() }, told: ['07-13 ahead', '07-14 off', '07-15 ahead', '07-16 off'] },
    { after: 'out, back and out again', acts: { '2026-07-15': reopened(), '2026-07-16': [claim(1, '县教育局'), acceptClaim(1, '县教育局')] }, told: ['07-13 ahead', '07-14 off', '07-15 ahead', '07-16 off'] },
    { after: 'out, back, out again and called off', acts: { '2026-07-15': reopened(), '2026-07-16': [claim(1, '县教育局'), acceptClaim(1, '县教育局')], '2026-07-17': off() }, told: ['07-13 ahead', '07-14 off', '07-15 ahead', '07-16 off'] },
    { after: 'moved, then out and called off', first: { '2026-07-13': moved('2026-07-21') }, acts: { '2026-07-15': off() }, told: ['07-10 ahead', '07-13 ahead', '07-14 off'] },
  ])('says each once to a unit that was told of it and is $after', ({ first, acts, told }) => {
    const plan = after(after(tasks(), '2026-07-01', { ...each, day: day(first === undefined ? '2026-07-20' : '2026-07-17') }), '2026-07-02', claim(1, '县教育局'))
    const days = ['2026-07-10', '2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16', '2026-07-17']
    expect(swept(plan, days, { '2026-07-14': acceptClaim(1, '县教育局'), ...first, ...acts }).map((line) => line.replace(' 苏晚晴 review-', ' '))).toEqual(told)
  })

  it('that is moved before anybody knows of it is told of a week before its new day', () => {
    expect(swept(after(tasks(), '2026-07-01', each), [...july, '2026-07-23', '2026-07-27'], { '2026-07-06': moved('2026-07-30') })).toEqual(['07-23', '07-27'].map((on) => `${on} 苏晚晴 review-ahead`))
  })

  it('that is moved far off, back and called off is told of each time to whoever knew of it', () => {
    const acts = { '2026-07-14': moved('2026-08-10'), '2026-07-15': moved('2026-07-20'), '2026-07-16': off() }
    expect(swept(after(tasks(), '2026-07-01', each), ['2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16'], acts)).toEqual(['07-13 苏晚晴 review-ahead', '07-14 苏晚晴 review-ahead', '07-15 苏晚晴 review-ahead', '07-16 苏晚晴 review-off'])
  })

  it('that is moved far off is told of at once to whoever knew of its day, and to nobody else', () => {
    expect(swept(after(tasks(), '2026-07-01', each), ['2026-07-13', '2026-07-14', '2026-07-15'], { '2026-07-14': moved('2026-08-10') })).toEqual(['07-13', '07-14'].map((on) => `${on} 苏晚晴 review-ahead`))
  })
})

describe('a review that is called off', () => {
  it('is told of to whoever was told of it, once', () => {
    expect(swept(after(tasks(), '2026-07-01', once), july.slice(0, 4), { '2026-07-06': off() })).toEqual(['07-02 苏晚晴 review-ahead', '07-02 唐一鸣 review-ahead', '07-06 苏晚晴 review-off', '07-06 唐一鸣 review-off'])
  })

  it('is told of to nobody where nobody was told of it', () => {
    expect(swept(after(tasks(), '2026-07-01', once), ['2026-07-02'], { '2026-07-02': off() })).toEqual([])
    expect(swept(after(tasks(), '2026-07-01', each), july, { '2026-07-06': { ...off(), rest: true } as PlanIntent })).toEqual([])
  })

  it('is looked for among nobody where none can have been told of it', () => {
    const offs = (plan: PlanState, today: string): string[] => noticesDue(viewOn(today, plan, directory), '09:00').flatMap((notice) => (notice.kind === 'review-off' ? [notice.review] : []))
    const far = after(tasks(), '2026-07-01', { ...each, later: [day('2026-12-21')] })
    expect(new Set(offs(after(far, '2026-07-06', { ...off(), rest: true } as PlanIntent), '2026-07-07'))).toEqual(new Set(['r1']))
    const known = after(after(tasks(), '2026-07-01', each), '2026-07-14', moved('2026-12-21'))
    expect(new Set(offs(after(known, '2026-07-15', off()), '2026-07-15'))).toEqual(new Set(['r1']))
  })

  it('is told of to whoever knew of a day before the one to which it was moved', () => {
    expect(swept(after(tasks(), '2026-07-01', each), ['2026-07-13', '2026-07-14'], { '2026-07-14': off() })).toEqual(['07-13 苏晚晴 review-ahead', '07-14 苏晚晴 review-off'])
    const plan = after(tasks(), '2026-07-01', each)
    expect(swept(plan, ['2026-07-13', '2026-07-14', '2026-07-15'], { '2026-07-14': moved('2026-08-10'), '2026-07-15': off() }).at(-1)).toBe('07-15 苏晚晴 review-off')
  })
})
