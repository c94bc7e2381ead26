// Invitations, changes, callings off and the day before: who is told of a sitting, when, and once.
import { describe, expect, it } from 'vitest'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { ofMeetings } from '#src/reminders/of-meetings.ts'
import { noticesDue, parcelsOwed, type Delivered } from '#src/reminders/parcels.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { digest } from '#templates/digest.ts'
import { renderText } from '#src/slack/render-text.ts'
import { after, day, directoryWith, nineOn, planOf, task, viewOn, workCalendar } from '#test/builders.ts'
import { edition } from '#test/ledger/edition.ts'

const directory = directoryWith(['县住建局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const group = { id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: [], members: ['县教育局', '县住建局'], cadences: [] }
const council = { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: ['县教育局'], cadences: [] }
const call = { type: 'schedule-meeting' as const, body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼会议室' }
const called = (more: object = {}, on = '2026-07-01'): PlanState => after(planOf([task(1)], { bodies: [group, council] }), on, { ...call, ...more })
const moved = (plan = called()): PlanState => after(plan, '2026-07-03', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-14'), time: '09:00', place: '三楼', over: 0 })
const off = (plan = called()): PlanState => after(plan, '2026-07-06', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' })
const answer = (plan: PlanState, seat: string, coming: boolean): PlanState => after(plan, '2026-07-02', { type: 'answer-invitation', meeting: 'm1', seat, coming })

const of = (kind: Notice['kind'], today: string, plan: PlanState, time = '09:00'): Notice[] => noticesDue(viewOn(today, plan, directory), time).filter((notice) => notice.kind === kind)
const named = (id: PersonId): string => directory.people.get(id)?.name ?? id
const toldTo = (...asked: Parameters<typeof of>): string[] => of(...asked).map(({ to }) => named(to))
const tellingWith = (told: readonly string[]): Delivered => ({ notice: (key) => told.includes(key), parcel: () => false })
const parcels = (plan: PlanState, today: string, told: readonly string[] = []) => parcelsOwed(noticesDue(viewOn(today, plan, directory), '10:00'), tellingWith(told), day(today), '10:00', workCalendar, () => policyOf(plan))

describe('a sitting that is called', () => {
  it('is told at once to everybody who holds a seat, and to nobody else', () => expect(toldTo('meeting-invited', '2026-07-01', called())).toEqual(['何景川', '苏晚晴']))
  it('of a body that others call invites nobody', () => expect(toldTo('meeting-invited', '2026-07-01', called({ body: 'b2' }))).toEqual([]))
  it('is a message of its own for each', () => expect(parcels(called(), '2026-07-01').map(({ key, notices }) => [key, notices.length])).toEqual([['prompt/meeting-invited/p1/m1/0/u2', 1], ['prompt/meeting-invited/p1/m1/0/u3', 1], ['prompt/meeting-watch/p1/m1/u1', 1]]))
  it('is told to whoever came to hold a seat meanwhile, and not again to the others', () => {
    const told = of('meeting-invited', '2026-07-01', called()).map(({ key }) => key)
    const later = directoryWith(['县住建局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '程工', contactOf: ['县住建局'] })
    const due = noticesDue(viewOn('2026-07-02', called(), later), '09:00').filter(({ kind, key }) => kind === 'meeting-invited' && !told.includes(key))
    expect(due.map(({ to }) => later.people.get(to)?.name)).toEqual(['程工'])
  })
  it('is not told of once it is over', () => expect([toldTo('meeting-invited', '2026-07-10', called(), '14:59'), toldTo('meeting-invited', '2026-07-10', called(), '15:00'), toldTo('meeting-invited', '2026-07-11', called())]).toEqual([['何景川', '苏晚晴'], [], []]))
})

describe('a sitting that was moved', () => {
  it('is told once more, under a key of its own', () => expect(of('meeting-invited', '2026-07-03', moved()).map(({ key }) => key)).toEqual(['meeting-invited/p1/m1/1/u2', 'meeting-invited/p1/m1/1/u3']))
  it('knows what each was told of it last, and that somebody was told of nothing', () => {
    const twice = after(moved(), '2026-07-03', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-14'), time: '10:00', place: '三楼', over: 1 })
    const lastOf = (told: readonly string[]) => parcels(twice, '2026-07-03', told).flatMap(({ notices }) => notices.flatMap((notice) => (notice.kind === 'meeting-invited' ? [[named(notice.to), notice.last]] : [])))
    expect(lastOf(['meeting-invited/p1/m1/0/u2', 'meeting-invited/p1/m1/0/u3', 'meeting-invited/p1/m1/1/u3'])).toEqual([['何景川', 0], ['苏晚晴', 1]])
    expect(lastOf([])).toEqual([['何景川', -1], ['苏晚晴', -1]])
  })
  it('asks afresh whoever had answered', () => {
    const [notice] = of('meeting-invited', '2026-07-03', moved(answer(called(), '县长', true)))
    const person = directory.people.get(PersonId.parse('u2'))
    if (notice === undefined || person === undefined) throw new Error('nobody is told')
    const card = digest({ parcel: { key: 'prompt/x', to: person.id, notices: [notice] }, view: () => viewOn('2026-07-03', moved(answer(called(), '县长', true)), directory), person, sentAt: nineOn('2026-07-03'), directory, lang: 'zh' })
    expect(renderText(card)).toMatch(/会议有变：教育工作领导小组会议改为7月14日\(周二\) 09:00，三楼[^]*请重新答复/)
  })
})

describe('a sitting whose body has a seat no more', () => {
  const invited = of('meeting-invited', '2026-07-01', called()).map(({ key }) => key)
  const edited = (plan = called()): PlanState => after(plan, '2026-07-02', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '县长', deputies: [], members: ['县住建局'] })
  const toldOff = (plan: PlanState, on: string, told: readonly string[]) => parcels(plan, on, told).flatMap(({ to, notices }) => notices.filter(({ kind }) => kind === 'meeting-off').map(({ key }) => [named(to), key]))
  const out = ['苏晚晴', 'meeting-out/p1/m1/u3']
  it('is told once to who held it and was asked: they need not come', () => {
    expect(toldOff(edited(), '2026-07-02', invited)).toEqual([out])
    expect(toldOff(edited(), '2026-07-02', [...invited, out[1] ?? ''])).toEqual([])
    expect(toldOff(edited(), '2026-07-02', [])).toEqual([])
  })
  it('says so', () => {
    const [notice] = of('meeting-off', '2026-07-02', edited())
    const person = directory.people.get(PersonId.parse('u3'))
    if (notice === undefined || person === undefined) throw new Error('nobody is told')
    const card = digest({ parcel: { key: 'prompt/x', to: person.id, notices: [notice] }, view: () => viewOn('2026-07-02', edited(), directory), person, sentAt: nineOn('2026-07-02'), directory, lang: 'zh' })
    expect(renderText(card)).toContain('不用参加：教育工作领导小组会议（7月10日(周五) 15:00），成员有调整')
  })
  it('that is called off before they were told is told as called off', () => expect(toldOff(off(edited()), '2026-07-06', invited)).toEqual([['何景川', 'meeting-off/p1/m1/u2'], out]))
  it('is told so, too, where a text issued again took the seat away', () => {
    const reissued = after(called(), '2026-07-02', { type: 'amend', plan: edition([task(1)], { bodies: [{ ...group, members: ['县住建局'] }, council] }) })
    expect(toldOff(reissued, '2026-07-02', invited)).toEqual([out])
    expect(toldOff(reissued, '2026-07-02', [...invited, out[1] ?? ''])).toEqual([])
  })
  it('keeps what it lost by hand through a text issued again, and the other way round', () => {
    const issued = { type: 'amend' as const, plan: edition([task(1, { title: '另一件事' })], { bodies: [group, council] }) }
    expect(toldOff(after(edited(), '2026-07-03', issued), '2026-07-03', invited)).toEqual([out])
    const reissued = after(called(), '2026-07-02', { type: 'amend', plan: edition([task(1)], { bodies: [{ ...group, members: ['县住建局', '县财政局'] }, council] }) })
    const byHand = after(reissued, '2026-07-03', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '县长', deputies: [], members: ['县住建局'], over: reissued.bodies.get('b1')?.reissued?.at as never })
    expect(toldOff(byHand, '2026-07-03', [...invited, 'meeting-invited/p1/m1/0/u4']).map(([name]) => name)).toEqual(['苏晚晴', '唐一鸣'])
  })
  describe('and who has one again', () => {
    const seated = (plan: PlanState, on = '2026-07-03', members = ['县教育局']): PlanState => after(plan, on, { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '县长', deputies: [], members, over: plan.bodies.get('b1')?.set?.at as never })
    const invitedAgain = (plan: PlanState, on: string, told: readonly string[]) => parcels(plan, on, told).flatMap(({ to, notices }) => notices.filter(({ kind }) => kind === 'meeting-invited').map(({ key }) => [named(to), key]))
    const again = ['苏晚晴', 'meeting-invited/p1/m1/0~1/u3']
    const toldOut = [...invited, out[1] ?? '']
    it('is told once that they are asked, where they were told that they need not come', () => {
      expect(invitedAgain(seated(edited()), '2026-07-03', toldOut)).toEqual([again])
      expect(invitedAgain(seated(edited()), '2026-07-03', [...toldOut, again[1] ?? ''])).toEqual([])
      expect(invitedAgain(seated(edited()), '2026-07-03', invited)).toEqual([])
    })
    it('is told once more that they need not come, where they lose it again', () => {
      const gone = seated(seated(edited()), '2026-07-06', ['县住建局'])
      expect(toldOff(gone, '2026-07-06', [...toldOut, again[1] ?? ''])).toEqual([['苏晚晴', 'meeting-out/p1/m1~1/u3']])
      expect(toldOff(gone, '2026-07-06', toldOut)).toEqual([])
    })
    it('is told that it is off only where they were told that they are asked again', () => {
      expect(toldOff(off(seated(edited())), '2026-07-06', [...toldOut, again[1] ?? '']).map(([name]) => name)).toEqual(['何景川', '苏晚晴'])
      expect(toldOff(off(seated(edited())), '2026-07-06', toldOut).map(([name]) => name)).toEqual(['何景川'])
    })
  })
  it('is told nothing of it once they have a seat again', () => {
    const again = edited()
    expect(toldOff(after(again, '2026-07-03', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '县长', deputies: [], members: ['县教育局'], over: again.bodies.get('b1')?.set?.at as never }), '2026-07-03', invited)).toEqual([])
  })
})

describe('a sitting that is called off', () => {
  const invited = of('meeting-invited', '2026-07-01', called()).map(({ key }) => key)
  it('is told to those who were asked, once', () => {
    expect(parcels(off(), '2026-07-06', [invited[0] ?? '']).map(({ to, notices }) => [named(to), notices.map(({ kind }) => kind)])).toEqual([['何景川', ['meeting-off']]])
    expect(parcels(off(), '2026-07-06', [...invited, ...of('meeting-off', '2026-07-06', off()).map(({ key }) => key)])).toEqual([])
  })
  it('is told to whoever was asked before it was moved', () => expect(parcels(off(moved()), '2026-07-06', invited).map(({ to }) => named(to))).toEqual(['何景川', '苏晚晴']))
  it('is told to nobody whom no invitation had reached', () => expect(parcels(off(), '2026-07-06')).toEqual([]))
  it('asks nobody whether it was held', () => expect(toldTo('meeting-passed', '2026-07-13', off())).toEqual([]))
})

describe('on the working day before', () => {
  it('it is told again to whoever comes or has not answered, in the day’s digest', () => {
    const plan = answer(called(), '县长', false)
    expect(toldTo('meeting-ahead', '2026-07-08', plan)).toEqual([])
    expect(toldTo('meeting-ahead', '2026-07-09', plan)).toEqual(['苏晚晴'])
    expect(toldTo('meeting-ahead', '2026-07-09', answer(plan, '县教育局', true))).toEqual(['苏晚晴'])
  })
  it('is a Friday where the sitting is on Monday', () => expect(toldTo('meeting-ahead', '2026-07-10', called({ day: day('2026-07-13') }))).toEqual(['何景川', '苏晚晴']))
  it('is not told to those who were only asked then', () => expect(toldTo('meeting-ahead', '2026-07-09', called({}, '2026-07-09'))).toEqual([]))
})

describe('on its day', () => {
  const lineOn = (plan: PlanState, shownOf = plan, lang: 'zh' | 'en' = 'zh'): string => {
    const notices = of('meeting-today', '2026-07-10', plan)
    const person = directory.people.get(PersonId.parse('u1'))
    if (person === undefined) throw new Error('nobody sees to it')
    return renderText(digest({ parcel: { key: 'digest/x', to: person.id, notices }, view: () => viewOn('2026-07-10', shownOf, directory), person, sentAt: nineOn('2026-07-10'), directory, lang }))
  }
  it('the secretary is told in the morning, and not once it can be over', () => {
    expect([toldTo('meeting-today', '2026-07-09', called()), toldTo('meeting-today', '2026-07-10', called()), toldTo('meeting-today', '2026-07-10', called(), '17:00')]).toEqual([[], ['沈若兰'], []])
  })
  it('not of one that was called or moved this morning, nor of one whose hour others set', () => {
    expect(toldTo('meeting-today', '2026-07-10', called({}, '2026-07-10'))).toEqual([])
    expect(toldTo('meeting-today', '2026-07-14', after(called(), '2026-07-14', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-14'), time: '16:00', place: '三楼', over: 0 }))).toEqual([])
  })
  it('the line says when and where, and who comes', () => {
    const plan = answer(answer(called(), '县长', false), '县教育局', true)
    expect(lineOn(plan)).toMatch(/^今天15:00 教育工作领导小组会议，二楼会议室：参加1，请假1，未答0/)
    expect(lineOn(plan, plan, 'en')).toMatch(/^Today 15:00, .*1 coming, 1 excused, 0 yet to answer/)
  })
  it('and that it was called off or moved meanwhile', () => {
    expect(lineOn(called(), off())).toContain('已取消')
    expect(lineOn(called(), moved())).toContain('时间或地点有变')
  })
})

describe('a series', () => {
  const series = (): PlanState => called({ later: [day('2026-08-10'), day('2026-09-10')] })
  it('invites to the first at once, and to each other a week before it', () => {
    expect(of('meeting-invited', '2026-07-01', series()).map((notice) => 'meeting' in notice && notice.meeting)).toEqual(['m1', 'm1'])
    expect(of('meeting-invited', '2026-07-31', series())).toEqual([])
    expect(of('meeting-invited', '2026-08-03', series()).map((notice) => 'meeting' in notice && notice.meeting)).toEqual(['m2', 'm2'])
  })
})

describe('one of a series that was told of', () => {
  const series = (): PlanState => called({ later: [day('2026-08-10')] })
  const far = (): PlanState => after(series(), '2026-08-04', { type: 'change-meeting', meeting: 'm2', day: day('2026-09-21'), time: '15:00', place: '二楼', over: 0 })
  const invited = of('meeting-invited', '2026-08-03', series()).map(({ key }) => key)
  it('is told at once to those who knew, though it is moved far off', () => {
    expect(parcels(far(), '2026-08-04', invited).filter(({ notices }) => notices[0]?.kind === 'meeting-invited').map(({ to }) => named(to))).toEqual(['何景川', '苏晚晴'])
    expect(parcels(far(), '2026-08-04').filter(({ notices }) => notices[0]?.kind === 'meeting-invited')).toEqual([])
  })
  it('is told once: near its day not again', () => expect(parcels(far(), '2026-09-15', [...invited, ...of('meeting-invited', '2026-08-04', far()).map(({ key }) => key)]).filter(({ notices }) => notices[0]?.kind === 'meeting-invited')).toEqual([]))
})

describe('whether it was held', () => {
  it('is asked two hours after it began, and nobody but whoever sees to it is told of it meanwhile', () => {
    const at = (time: string, today = '2026-07-10') => ofMeetings(viewOn(today, called(), directory), time).map(({ kind }) => kind).filter((kind) => kind !== 'meeting-today')
    expect(at('14:59')).toContain('meeting-invited')
    expect([at('15:00'), at('16:59')]).toEqual([[], []])
    expect([new Set(at('17:00')), new Set(at('08:00', '2026-07-11'))]).toEqual([new Set(['meeting-passed']), new Set(['meeting-passed'])])
  })
  it('of one in the night is asked the next day', () => {
    const late = (today: string, time: string) => ofMeetings(viewOn(today, called({ time: '22:30' }), directory), time).map(({ kind }) => kind).filter((kind) => kind !== 'meeting-today')
    expect([late('2026-07-10', '23:59'), new Set(late('2026-07-11', '00:00'))]).toEqual([[], new Set(['meeting-passed'])])
  })
  it('is asked again after it was moved on', () => {
    const asked = of('meeting-passed', '2026-07-13', called()).map(({ key }) => key)
    const later = after(called(), '2026-07-13', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-20'), time: '15:00', place: '', over: 0 })
    expect(of('meeting-passed', '2026-07-13', later)).toEqual([])
    expect(of('meeting-passed', '2026-07-21', later).map(({ key }) => asked.includes(key))).toEqual([false])
  })
})

describe('the message of the office', () => {
  it('is told once, however often the sitting is moved', () => expect([called(), moved()].map((plan) => of('meeting-watch', '2026-07-03', plan).map(({ key }) => key))).toEqual([['meeting-watch/p1/m1/u1'], ['meeting-watch/p1/m1/u1']]))
  it('says who comes as it stands', () => {
    const plan = answer(called(), '县教育局', true)
    const person = directory.people.get(PersonId.parse('u1'))
    const [notice] = of('meeting-watch', '2026-07-02', plan)
    if (notice === undefined || person === undefined) throw new Error('nobody is told')
    const card = digest({ parcel: { key: 'prompt/x', to: person.id, notices: [notice] }, view: () => viewOn('2026-07-02', plan, directory), person, sentAt: nineOn('2026-07-01'), directory, lang: 'zh' })
    expect(renderText(card)).toMatch(/参加1，请假0，未答1[^]*未答：县长（何景川）[^]*收不到通知，请另行告知：县住建局/)
  })
})
