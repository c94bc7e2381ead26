import { describe, expect, it } from 'vitest'
import type { Notice } from '#src/reminders/notice.ts'
import { isSendingTime, noticesDue, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { defaultPolicy } from '#src/ledger/policy.ts'
import { byDefault, acceptClaim, after, claim, day, directoryWith, personNamed, planOf, planWith, report, returnClaim, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'

const lead = '县教育局'
const directory = directoryWith(
  ['县财政局', '县气象局', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }],
  { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: [lead] }, { name: '方叔文', headOf: [lead] }, { name: '唐一鸣', contactOf: ['县财政局'] },
  { name: '姚春梅', contactOf: ['青石镇'] }, { name: '段林峰', contactOf: ['溪口镇'] },
)
const nameOf = ({ to }: Notice): string => directory.people.get(to)?.name ?? to

const due = (today: string, plan: PlanState, time = '09:00'): Notice[] => noticesDue(viewOn(today, plan, directory), time)
const of = <Kind extends Notice['kind']>(kind: Kind, today: string, plan: PlanState, time?: string) => due(today, plan, time).filter((notice): notice is Extract<Notice, { kind: Kind }> => notice.kind === kind)
const told = (kind: Notice['kind'], today: string, plan: PlanState, time?: string): string[] => of(kind, today, plan, time).map(nameOf)

const june = () => planWith(task(1, { due: '2026-06-30', lead, support: ['县财政局'] })) // a Tuesday

describe('due soon', () => {
  const mark = (today: string, plan = june()) => of('due-soon', today, plan).map(({ mark: at }) => at)

  it('is not said before thirty working days', () => expect(mark('2026-05-15')).toEqual([]))
  it.each([['2026-05-18', 30], ['2026-06-18', 7], ['2026-06-25', 3], ['2026-06-29', 1], ['2026-06-30', 0]])('is said on %s, %i working days before', (today, at) => {
    expect(mark(today)).toEqual([at])
    expect(workCalendar.workingDaysUntil(day('2026-06-30'), day(today))).toBe(at)
  })
  it('is said late where the bot slept, and says how many days there really are', () => expect(of('due-soon', '2026-06-22', june())).toMatchObject([{ mark: 7, workingDaysLeft: 6 }]))
  it('is said to the lead’s contact alone: supporting units are not asked by default', () => expect(told('due-soon', '2026-06-29', june())).toEqual(['苏晚晴']))
  it('is said to the head where there is no contact', () => {
    const plan = planWith(task(1, { due: '2026-06-30', lead }))
    const withoutContact = directoryWith([], { name: '方叔文', headOf: [lead] })
    expect(noticesDue(viewOn('2026-06-29', plan, withoutContact), '09:00').filter(({ kind }) => kind === 'due-soon').map(({ to }) => to)).toEqual(['u1'])
  })
  it('is not said before the hand-out', () => expect(mark('2026-06-29', planOf([task(1, { due: '2026-06-30', lead })], { handedOutOn: false }))).toEqual([]))
  it('is not said of what is claimed', () => expect(mark('2026-06-29', after(june(), '2026-06-26', claim(1, lead)))).toEqual([]))
  it('is said again of what was sent back', () => expect(mark('2026-06-29', after(after(june(), '2026-06-25', claim(1, lead)), '2026-06-26', returnClaim(1, lead)))).toEqual([1]))
  it('is not said of what is done', () => expect(mark('2026-06-29', after(after(june(), '2026-06-25', claim(1, lead)), '2026-06-26', acceptClaim(1, lead)))).toEqual([]))
  it('is not said of a blank year', () => expect(due('2026-06-29', planWith(task(1, { lead, due: { kind: 'unbound', said: '20__年6月' } }))).map(({ kind }) => kind)).not.toContain('due-soon'))
  it('is said afresh of a date that moved', () => {
    const moved = after(june(), '2026-06-18', { type: 'set-due', task: taskNo(1), day: day('2026-07-31'), reason: '批复推迟' })
    const keys = (plan: PlanState, today: string) => of('due-soon', today, plan).map(({ key }) => key)
    expect(keys(moved, '2026-07-22')).toHaveLength(1)
    expect(keys(moved, '2026-07-22')).not.toEqual(keys(june(), '2026-06-18'))
  })
})

describe('a date on a day off', () => {
  const sunday = () => planWith(task(1, { due: '2026-06-28', lead }))
  it('is reminded of on the last working day before', () => expect(of('due-soon', '2026-06-26', sunday())).toMatchObject([{ mark: 0 }]))
  it('is overdue on the next working day', () => expect(of('overdue', '2026-06-29', sunday())).toMatchObject([{ workingDaysOver: 1 }]))
  it('is not overdue on the day off itself', () => expect(of('overdue', '2026-06-28', sunday())).toEqual([]))
})

describe('an answer', () => {
  const answered = (on: string) => after(june(), on, report(1, lead, { done: '正在验收' }))

  it('ends that cycle’s prompts', () => expect(of('due-soon', '2026-06-19', answered('2026-06-18'))).toEqual([]))
  it('does not silence the next mark', () => expect(of('due-soon', '2026-06-25', answered('2026-06-18'))).toMatchObject([{ mark: 3 }]))
  it('given before the mark came does not silence it', () => expect(of('due-soon', '2026-06-18', answered('2026-06-17'))).toMatchObject([{ mark: 7 }]))
  it('ends the prompts of an overdue cycle, until the next', () => {
    expect(of('overdue', '2026-07-03', answered('2026-07-02'))).toEqual([])
    expect(told('overdue', '2026-07-08', answered('2026-07-02'))).toContain('苏晚晴')
  })
})

describe('overdue', () => {
  it('is not said on the day itself', () => expect(of('overdue', '2026-06-30', june())).toEqual([]))
  it('is said on the next working day', () => expect(of('overdue', '2026-07-01', june())).toMatchObject([{ workingDaysOver: 1 }]))
  it('is said every five working days from there, and once for each five', () => {
    const days = Array.from({ length: 12 }, (_, index) => workCalendar.addWorkingDays(day('2026-06-30'), index + 1))
    const keys = days.map((today) => of('overdue', today, june()).find((notice) => nameOf(notice) === '苏晚晴')?.key)
    expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10])
  })
  it('is not said to the head for four working days', () => expect(told('overdue', '2026-07-06', june())).toEqual(['苏晚晴']))
  it('is said to the head after five', () => expect(told('overdue', '2026-07-07', june())).toEqual(['苏晚晴', '方叔文']))
  it('is not said to the head two days running', () => {
    const keys = ['2026-07-07', '2026-07-08', '2026-07-13', '2026-07-14'].map((today) => of('overdue', today, june()).find((notice) => nameOf(notice) === '方叔文')?.key)
    expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 0, 3])
  })
  it('is not said to the head while the unit answers', () => expect(told('overdue', '2026-07-07', after(june(), '2026-07-02', report(1, lead, { state: 'difficulty', problem: '验收排队' })))).toEqual([]))
  it('is never said to a leader: the secretary sends that', () => {
    const withLeader = directoryWith([], { name: '何景川', roles: ['leader'], fields: ['重点'] }, { name: '苏晚晴', contactOf: [lead] })
    expect(noticesDue(viewOn('2026-07-29', june(), withLeader), '09:00').filter(({ to }) => to === 'u1')).toEqual([])
  })
})

describe('a task without a date', () => {
  const undated = () => planWith(task(1, { lead, support: ['县财政局'] }))

  it.each([['2026-03-20', 7], ['2026-03-30', 1], ['2026-03-31', 0]])('is asked for the quarter’s progress on %s', (today, left) => expect(of('progress-due', today, undated())).toMatchObject([{ quarter: '2026Q1', workingDaysLeft: left }]))
  it('is not asked earlier', () => expect(of('progress-due', '2026-03-19', undated())).toEqual([]))
  it('is asked of its lead alone', () => expect(told('progress-due', '2026-03-31', undated())).toEqual(['苏晚晴']))
  it('is not asked again in a quarter that has its answer', () => expect(of('progress-due', '2026-03-31', after(undated(), '2026-01-07', report(1, lead)))).toEqual([]))
  it('is asked in the next', () => expect(of('progress-due', '2026-06-30', after(undated(), '2026-01-07', report(1, lead)))).toHaveLength(1))
  it('is asked also where the year stands blank', () => expect(of('progress-due', '2026-03-31', planWith(task(1, { lead, due: { kind: 'unbound', said: '20__年' } })))).toHaveLength(1))
  it('is not asked for progress where it has a date', () => expect(of('progress-due', '2026-06-30', june())).toEqual([]))
  it('is asked for completion alone after the plan’s end', () => expect(due('2029-03-30', undated()).map(({ kind }) => kind).filter((kind) => kind === 'overdue' || kind === 'progress-due')).toEqual(['overdue', 'overdue']))
})

describe('a group', () => {
  const towns = () => planWith(task(1, { lead: '各乡镇' }))
  it('is asked through its members', () => expect(told('progress-due', '2026-03-31', towns())).toEqual(['段林峰', '姚春梅']))
  it('is asked through those that have not answered', () => expect(told('progress-due', '2026-03-31', after(towns(), '2026-02-02', report(1, '各乡镇', { member: '青石镇' })))).toEqual(['段林峰']))
  it('that a standing clause binds is not asked: it is one matrix', () => expect(told('progress-due', '2026-03-31', planWith(task(1, { lead, standing: ['各乡镇'] })))).toEqual(['苏晚晴']))
  it('is chased through those that have not answered', () => {
    const plan = after(after(towns(), '2026-02-02', { type: 'nudge', task: taskNo(1), unit: unitId('各乡镇') }), '2026-02-03', report(1, '各乡镇', { member: '青石镇' }))
    expect(told('nudged', '2026-02-03', plan)).toEqual(['段林峰'])
  })
})

describe('the hand-out', () => {
  it('is said once to everybody who has a part, supporting units too', () => expect(told('handed-out', '2026-01-06', june())).toEqual(['苏晚晴', '唐一鸣']))
  it('has the same key for ever', () => expect(of('handed-out', '2026-12-01', june()).map(({ key }) => key)).toEqual(of('handed-out', '2026-01-06', june()).map(({ key }) => key)))
  it('is not said to who has answered already', () => expect(told('handed-out', '2026-02-04', after(june(), '2026-02-03', report(1, lead), personNamed(directory, '苏晚晴').id))).toEqual(['唐一鸣']))
  it('tells nobody anything before it', () => expect(due('2026-06-29', planOf([task(1, { due: '2026-06-30', lead })], { handedOutOn: false }))).toEqual([]))
  it('tells the secretary of a unit that has nobody to ask', () => expect(of('uncontacted', '2026-01-06', planWith(task(1, { lead: '县气象局' })))).toMatchObject([{ unit: '县气象局', to: 'u1' }]))
})

describe('somebody’s turn', () => {
  it('is the contact’s after a chase, until an answer', () => {
    const nudged = after(june(), '2026-02-02', { type: 'nudge', task: taskNo(1), unit: unitId(lead) })
    expect([told('nudged', '2026-02-03', nudged), told('nudged', '2026-02-03', after(nudged, '2026-02-03', report(1, lead)))]).toEqual([['苏晚晴'], []])
  })
  it('is the supporting unit’s, where that is chased', () => expect(told('nudged', '2026-02-03', after(june(), '2026-02-02', { type: 'nudge', task: taskNo(1), unit: unitId('县财政局') }))).toEqual(['唐一鸣']))
  it('is the secretary’s after a claim', () => expect(told('claim-waiting', '2026-02-03', after(june(), '2026-02-02', claim(1, lead)))).toEqual(['沈若兰']))
  it('is the contact’s after a return, and not the secretary’s any more', () => {
    const plan = after(after(june(), '2026-02-02', claim(1, lead)), '2026-02-03', returnClaim(1, lead))
    expect([told('returned', '2026-02-04', plan), told('claim-waiting', '2026-02-04', plan)]).toEqual([['苏晚晴'], []])
  })
  it('is nobody’s once it is accepted', () => {
    const plan = after(after(june(), '2026-02-02', claim(1, lead)), '2026-02-03', acceptClaim(1, lead))
    expect(due('2026-07-29', plan).map(({ kind }) => kind)).toEqual(['handed-out', 'handed-out'])
  })
  it('of a second claim is another', () => {
    const first = after(june(), '2026-02-02', claim(1, lead))
    const keys = (plan: PlanState) => of('claim-waiting', '2026-02-05', plan).map(({ key }) => key)
    const before = keys(first)
    expect(keys(after(after(first, '2026-02-03', returnClaim(1, lead)), '2026-02-04', claim(1, lead)))).not.toEqual(before)
  })
})

describe('a duty that comes back', () => {
  const yearly = (facts = {}) => planOf([task(1, { due: '2028-12-31', lead })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, what: '报送', text: '每年11月底前报送' }], ...facts })
  const quarterly = () => planOf([task(1, { due: '2028-12-31', lead })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'quarter', times: 1, what: '通报', text: '每季度通报' }] })

  it.each([['2026-10-19', 30], ['2026-11-19', 7], ['2026-11-25', 3], ['2026-11-27', 1], ['2026-11-30', 0]])('is reminded of on %s, with its mark', (today, left) => expect(of('occurrence-due', today, yearly())).toMatchObject([{ occurrence: 'c1/2026/1', due: '2026-11-30', workingDaysLeft: left }]))
  it('is overdue on the next working day', () => expect(of('occurrence-due', '2026-12-01', yearly())).toMatchObject([{ workingDaysLeft: -1 }]))
  it('is reminded of to the lead of its task, where the text names no debtor', () => expect(told('occurrence-due', '2026-11-30', yearly())).toEqual(['苏晚晴']))
  it('is not reminded of once it is done', () => expect(of('occurrence-due', '2026-11-30', after(yearly(), '2026-11-02', { type: 'fulfil', occurrence: 'c1/2026/1', unit: unitId(lead), words: '' }))).toEqual([]))
  it('is not forgotten because its period ended', () => expect(of('occurrence-due', '2026-04-01', quarterly()).map(({ occurrence }) => occurrence)).toContain('c1/2026Q1/1'))
  it('that is late does not hide the next one', () => expect(of('occurrence-due', '2027-11-30', yearly()).map(({ occurrence }) => occurrence)).toEqual(['c1/2026/1', 'c1/2027/1']))
  it('of a quarter is asked for with less ado, and chased once', () => {
    const asked = (today: string) => of('occurrence-due', today, quarterly()).map(({ occurrence, workingDaysLeft }) => [occurrence, workingDaysLeft])
    expect([asked('2026-03-19'), asked('2026-03-20'), asked('2026-04-01'), asked('2026-06-15')]).toEqual([[], [['c1/2026Q1/1', 7]], [['c1/2026Q1/1', -1]], []])
  })
  it('of a month is asked for once, and never chased', () => {
    const monthly = planOf([task(1, { due: '2028-12-31', lead })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'month', times: 1, what: '演练', text: '每月演练' }] })
    const keys = ['2026-03-25', '2026-03-26', '2026-03-31', '2026-04-01'].map((today) => of('occurrence-due', today, monthly)[0]?.key)
    expect(keys).toEqual([undefined, 'occurrence/p1/c1/2026-03/1/2026-03-31/3/u2', 'occurrence/p1/c1/2026-03/1/2026-03-31/3/u2', undefined])
  })
  it('is not asked for where it fell due before the hand-out', () => expect(of('occurrence-due', '2026-12-03', yearly({ handedOutOn: '2026-12-01' }))).toEqual([]))
})

describe('a body that must meet', () => {
  const body = (every: string, times: number): Body => ({ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every, times, text: '每年召开两次' }] })
  const meeting = (every = 'year', times = 2) => planOf([task(1, { lead })], { bodies: [body(every, times)] })
  const keys = (today: string, plan = meeting()) => of('cadence-open', today, plan).map(({ key }) => key)
  const held = (plan: PlanState, on: string) => after(after(plan, '2026-01-07', { type: 'schedule-meeting', body: 'b1', day: day(on), time: '15:00', place: '' }), on, { type: 'record-meeting', meeting: `m${plan.meetings.size}`, held: true })
  const closes = day('2026-12-31')

  it('is not asked for in the first half of its window', () => expect(keys('2026-07-01')).toEqual([]))
  it('is asked for at half of it, of the secretary, with its body and window', () => expect(of('cadence-open', '2026-07-03', meeting())).toMatchObject([{ to: 'u1', body: 'b1', window: '2026', closes: '2026-12-31' }]))
  it('is asked for once from half on, until thirty working days before it closes', () => expect(keys('2026-07-03')).toEqual(keys('2026-11-01')))
  it('is asked for again at thirty, at ten and then weekly', () => {
    const days = [31, 30, 11, 10, 6, 5, 1, 0].map((left) => workCalendar.addWorkingDays(closes, -left))
    const seen = days.map((today) => keys(today)[0])
    expect(seen.map((key) => seen.indexOf(key))).toEqual([0, 1, 1, 3, 3, 5, 5, 7])
  })
  it('is not asked for at half where half of it is done', () => expect(keys('2026-07-03', held(meeting(), '2026-03-10'))).toEqual([]))
  it('is asked for at thirty where one is still missing', () => expect(keys('2026-11-30', held(meeting(), '2026-03-10'))).toHaveLength(1))
  it('is not asked for where the missing ones are scheduled', () => {
    const plan = held(meeting(), '2026-03-10')
    expect(keys('2026-12-01', after(plan, '2026-11-02', { type: 'schedule-meeting', body: 'b1', day: day('2026-12-10'), time: '15:00', place: '' }))).toEqual([])
  })
  it('is not asked for twice at one stage because a sitting was held in between', () => expect(keys('2026-11-30', held(meeting(), '2026-11-25'))).toEqual(keys('2026-11-24')))
  it('every month is not asked for on the first of it', () => expect([keys('2026-03-02', meeting('month', 1)), keys('2026-03-17', meeting('month', 1)).length]).toEqual([[], 1]))
  it('is not asked for outside the plan', () => expect(keys('2029-12-31')).toEqual([]))
})

describe('a sitting', () => {
  const plan = () => after(planOf([task(1, { lead })], { bodies: [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }] }), '2026-03-02', { type: 'schedule-meeting', body: 'b1', day: day('2026-03-10'), time: '15:00', place: '' })

  it('is not asked about while people sit in it', () => expect(of('meeting-passed', '2026-03-10', plan(), '16:59')).toEqual([]))
  it('is asked about of the secretary once it can be over', () => expect(told('meeting-passed', '2026-03-10', plan(), '17:00')).toEqual(['沈若兰']))
  it('is asked about the day after', () => expect(told('meeting-passed', '2026-03-11', plan())).toEqual(['沈若兰']))
  it('is not asked about once it is settled', () => expect(of('meeting-passed', '2026-03-11', after(plan(), '2026-03-10', { type: 'record-meeting', meeting: 'm1', held: true }))).toEqual([]))
})

describe('a review', () => {
  const plan = (on: string) => after(june(), '2026-02-02', { type: 'schedule-review', kind: 'inspection', day: day(on), tasks: [taskNo(1)], units: [unitId(lead), unitId('县财政局')], prepare: '进展' })
  const keys = (today: string, on = '2026-03-13') => of('review-ahead', today, plan(on)).map(({ key }) => key)

  it('is told of when it is scheduled, to all that must prepare', () => expect(told('review-ahead', '2026-02-02', plan('2026-03-13'))).toEqual(['苏晚晴', '唐一鸣']))
  it('is told of again three working days and one before, and on the day', () => {
    const seen = ['2026-02-02', '2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'].map((today) => keys(today)[0])
    expect(seen.map((key) => seen.indexOf(key))).toEqual([0, 0, 2, 2, 4, 5])
  })
  it('is not told of after its day', () => expect(keys('2026-03-16')).toEqual([]))
  it('is not told of once it is closed', () => expect(of('review-ahead', '2026-03-12', after(plan('2026-03-12'), '2026-03-12', { type: 'close-review', review: 'r1', outcome: '已看' }))).toEqual([]))
})

describe('when a message goes out', () => {
  it.each([['2026-06-29', '07:59', false], ['2026-06-29', '08:00', true], ['2026-06-29', '19:59', true], ['2026-06-29', '20:00', false], ['2026-06-27', '10:00', false], ['2026-10-01', '10:00', false], ['2026-10-10', '10:00', true]])('on %s at %s: %s', (today, time, isSent) => {
    expect(isSendingTime(day(today), time, workCalendar, [defaultPolicy])).toBe(isSent)
  })

  const nothing: Delivered = { notice: () => false, parcel: () => false }
  const parcels = (today: string, time: string, delivered = nothing, plan = june()) => parcelsOwed(due(today, plan, time).filter(({ kind }) => kind !== 'handed-out'), delivered, day(today), time, workCalendar, byDefault)

  it('is nine o’clock for the digest', () => expect([parcels('2026-06-29', '08:59'), parcels('2026-06-29', '09:00').length]).toEqual([[], 1]))
  it('is later where nine o’clock was missed', () => expect(parcels('2026-06-29', '16:40')).toHaveLength(1))
  it('is never on a day off', () => expect(parcels('2026-06-27', '09:00')).toEqual([]))
  it('is a make-up day too (调休)', () => expect(parcels('2026-10-10', '09:00', nothing, planWith(task(1, { due: '2026-10-10', lead })))).toHaveLength(1))
  it('is as soon as may be for a chase, a return, a claim, and the first message', () => {
    const chased = after(june(), '2026-02-02', { type: 'nudge', task: taskNo(1), unit: unitId(lead) })
    expect(parcels('2026-02-02', '08:00', nothing, chased)).toMatchObject([{ to: 'u2', notices: [{ kind: 'nudged' }] }])
  })
  it('is not today for a prompt that reached nobody, as for a digest: it is tried tomorrow', () => {
    const returned = after(after(june(), '2026-02-02', claim(1, lead)), '2026-02-02', returnClaim(1, lead))
    const [sent] = parcels('2026-02-02', '09:00', nothing, returned)
    expect(sent).toMatchObject({ to: 'u2', notices: [{ kind: 'returned' }] })
    expect(parcels('2026-02-02', '09:10', { ...nothing, parcel: (key) => key === sent?.key }, returned)).toEqual([])
  })
  it('is not at night even for a chase', () => expect(parcels('2026-02-02', '20:00', nothing, after(june(), '2026-02-02', { type: 'nudge', task: taskNo(1), unit: unitId(lead) }))).toEqual([]))
})

describe('a digest', () => {
  const nothing: Delivered = { notice: () => false, parcel: () => false }
  const owed = (today: string, plan: PlanState, delivered = nothing) => parcelsOwed(due(today, plan).filter(({ kind }) => kind !== 'handed-out'), delivered, day(today), '09:00', workCalendar, byDefault)
  const many = () => planWith(...Array.from({ length: 29 }, (_, index) => task(index + 1, { due: index === 0 ? '2026-06-01' : '2026-06-30', lead })))

  it('is one message to one person, whatever they owe', () => expect(owed('2026-06-30', many()).filter(({ to }) => to === 'u2')).toHaveLength(1))
  it('holds all of it: what is not shown is still counted', () => expect(owed('2026-06-30', many()).find(({ to }) => to === 'u2')?.notices).toHaveLength(29))
  it('shows at most seven lines', () => expect(defaultPolicy.digestLines).toBe(7))
  it('begins with the most urgent: what is due today stands before what has been overdue so long that its head knows', () => {
    expect(owed('2026-06-30', many()).find(({ to }) => to === 'u2')?.notices.map(({ kind }) => kind)).toEqual([...Array.from({ length: 28 }, () => 'due-soon'), 'overdue'])
  })
  it('is one message over several plans', () => {
    const due2 = [june(), planOf([task(1, { due: '2026-06-30', lead })], { id: 'p2' })].flatMap((plan) => of('due-soon', '2026-06-29', plan))
    expect(parcelsOwed(due2, nothing, day('2026-06-29'), '09:00', workCalendar, byDefault)).toMatchObject([{ key: 'digest/u2/2026-06-29', notices: [{ plan: 'p1' }, { plan: 'p2' }] }])
  })
  it('is sent once a day: what comes up later waits for tomorrow', () => expect(owed('2026-06-29', june(), { ...nothing, parcel: (key) => key === 'digest/u2/2026-06-29' })).toEqual([]))
  it('is not sent where there is nothing to say', () => expect(owed('2026-02-03', june())).toEqual([]))
  it('does not say again what was said', () => expect(owed('2026-06-22', june(), { ...nothing, notice: () => true })).toEqual([]))
})
