// 参会: an invitation is answered in one tap; who cannot come says who comes instead.
import { describe, expect, it } from 'vitest'
import { attend } from '#commands/attend.ts'
import { commands } from '#commands/index.ts'
import { meeting as meetingCommand } from '#commands/meeting.ts'
import { viewOf } from '#commands/view-of.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { invitedTo } from '#src/meetings/invited.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { after, change, day, directoryWith, nineOn, planOf, task, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { invitationMessage } from '#templates/invitation.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = () => directoryWith(['县住建局', '溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局', '县住建局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '贺乡', contactOf: ['溪口镇'] }, { name: '石乡', contactOf: ['青石镇'] })
const group = { id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: [], members: ['县教育局', '县住建局', '各乡镇'], cadences: [] }
const call = { type: 'schedule-meeting' as const, body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼会议室' }
const called = (): PlanState => after(planOf([task(1)], { bodies: [group] }), '2026-07-01', call)
const deskFor = (asker: string, of = called(), more: object = {}): TestDesk => deskOf({ plans: [of], directory: directory(), asker, ...more })
const answersOf = (desk: TestDesk) => [...(desk.allPlans.get('p1' as never)?.meetings.get('m1')?.answers ?? [])].map(([seat, { coming, instead, words }]) => [seat, coming, instead, words])

const edited = (of: PlanState, leader: string, members: string[]): PlanState => after(of, '2026-07-03', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader, deputies: [], members })
const seated = (of: PlanState, known: Directory) => [...of.meetings.values()].flatMap((meeting) => invitedTo(of, meeting, known)).map(({ name, answer }) => [name, answer?.coming])

describe('参会', () => {
  it('shows the invitation, with two buttons', async () => {
    const card = cardIn(await type(attend, 'm1', deskFor('何景川')))
    expect(card.text).toBe('请参加教育工作领导小组会议：7月10日(周五) 15:00，二楼会议室')
    expect(Object.keys(buttons(card)).slice(0, 2)).toEqual(['参加', '请假'])
  })
  it('is one tap for whoever comes, and offers the calendar then', async () => {
    const desk = deskFor('何景川')
    const card = cardIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'coming' }, desk))
    expect(shown({ kind: 'card', card })).toMatch(/✅ 已答复：参加\n教育工作领导小组会议，7月10日/)
    expect(Object.keys(buttons(card)).slice(0, 2)).toEqual(['加入日历', '改为请假'])
    expect(answersOf(desk)).toEqual([['县长', true, undefined, undefined]])
  })
  it('answers for every seat that one person holds', async () => {
    const desk = deskFor('苏晚晴')
    await type(attend, 'm1 参加', desk)
    expect(answersOf(desk).map(([seat]) => seat)).toEqual(['县教育局', '县住建局'])
  })
  it('of a group’s member is the member’s own', async () => {
    const desk = deskFor('贺乡')
    expect(shown(await type(attend, 'm1 参加', desk))).toMatch(/您代表：溪口镇/)
    expect(answersOf(desk)).toEqual([['各乡镇/溪口镇', true, undefined, undefined]])
  })
  it('for one of two with long names that begin alike is told apart in the form', async () => {
    const [one, two] = ['一', '二'].map((nth) => `县${'水利工程建设质量安全监督'.repeat(7)}第${nth}中心`) as [string, string]
    const desk = deskFor('沈若兰', after(planOf([task(1)], { bodies: [{ ...group, members: [one, two] }] }), '2026-07-01', call))
    const field = formIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'behalf' }, desk)).fields[0]
    const value = field !== undefined && 'choices' in field ? field.choices.at(-1)?.value : undefined
    await act(attend, { plan: 'p1', meeting: 'm1', form: true, how: 'coming', seat: value }, desk)
    expect(answersOf(desk).map(([seat]) => seat)).toEqual([two])
  })
  it('excused asks who comes instead', async () => {
    const desk = deskFor('何景川')
    expect(formIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'away' }, desk)).gap).toBe('还没有请假：请写明请假事由，要派人参加的写上派谁。')
    expect(formIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'away' }, desk)).fields.map(({ name, label }) => [name, label])).toEqual([['words', '请假事由'], ['instead', '派谁参加']])
    expect(answersOf(desk)).toEqual([])
    expect(shown(await act(attend, { plan: 'p1', meeting: 'm1', how: 'away', form: true, instead: '李副县长', words: '出差' }, desk))).toMatch(/已答复：请假，派李副县长参加（出差）/)
  })
  it('takes 派谁 and why as they are typed', async () => {
    const desk = deskFor('何景川')
    await type(attend, 'm1 请假 派李副县长 在省里开会', desk)
    expect(answersOf(desk)).toEqual([['县长', false, '李副县长', '在省里开会']])
  })
  it('pressed on the invitation of a day that is no longer its day is no answer: it is shown as it stands', async () => {
    const moved = after(called(), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-14'), time: '09:00', place: '三楼', over: 0 })
    const desk = deskFor('何景川', moved)
    const answer = await act(attend, { plan: 'p1', meeting: 'm1', how: 'coming', over: 0 }, desk)
    expect(shown(answer)).toMatch(/^⚠️ .*已改期：.*改到7月14日[^]*原定7月10日\(周五\) 15:00，二楼会议室[^]*原来的答复不再算数，请在新的通知里答复/)
    expect(answer).toMatchObject({ inMessage: true })
    expect(answersOf(desk)).toEqual([])
    await act(attend, { plan: 'p1', meeting: 'm1', how: 'coming', over: 1 }, desk)
    expect(answersOf(desk)).toHaveLength(1)
  })
  it('of before it was moved says in itself that it was, and asks nothing: there is one place to answer in', () => {
    const moved = after(called(), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-14'), time: '09:00', place: '三楼', over: 0 })
    const desk = deskFor('何景川', moved)
    const drawn = (changes: number) => invitationMessage({ meeting: 'm1', changes }, viewOf(desk, moved), desk.asker as never, 'zh')
    expect(drawn(0).text).toMatch(/^已改期：/)
    expect(shown({ kind: 'card', card: drawn(0) })).toContain('请在新的通知里答复')
    expect(buttons(drawn(0))).toEqual({})
    expect(drawn(1).text).toMatch(/^会议有变：/)
    expect(buttons(drawn(1))).toMatchObject({ 参加: { args: { over: 1 } } })
  })
  describe('moved twice', () => {
    const again = (time: string) => after(after(called(), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-10'), time: '16:00', place: '二楼会议室', over: 0 }), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-10'), time, place: '二楼会议室', over: 1 })
    const drawn = (of: PlanState, more: { changes: number; last?: number }) => shown({ kind: 'card', card: invitationMessage({ meeting: 'm1', ...more }, viewOf(deskFor('何景川', of), of), deskFor('何景川', of).asker as never, 'zh') })
    it('says as 原定 what the person was told last', () => {
      expect(drawn(again('09:00'), { changes: 2, last: 0 })).toMatch(/改为7月10日\(周五\) 09:00[^]*原定7月10日\(周五\) 15:00/)
      expect(drawn(again('09:00'), { changes: 2, last: 1 })).toMatch(/原定7月10日\(周五\) 16:00/)
      expect(drawn(again('09:00'), { changes: 0 })).toMatch(/已改期[^]*原定7月10日\(周五\) 15:00/)
    })
    it('invites whoever was told of none as if it had never been otherwise', () => {
      expect(drawn(again('09:00'), { changes: 2, last: -1 })).toMatch(/^\*?请参加/)
      expect(drawn(again('09:00'), { changes: 2, last: -1 })).not.toMatch(/原定|重新答复/)
    })
    it('back to what it was says so', () => {
      expect(drawn(again('15:00'), { changes: 2, last: 0 })).toMatch(/会议不变：.*仍为7月10日\(周五\) 15:00[^]*请重新答复/)
      expect(drawn(again('15:00'), { changes: 2, last: 0 })).not.toContain('原定')
    })
    it('typed for is shown so too', async () => {
      const of = again('09:00')
      const known = deskFor('何景川', of)
      const desk = { ...known, told: { notice: (key: string) => key === `meeting-invited/p1/m1/0/${known.asker?.id ?? ''}`, parcel: () => false } }
      expect(shown(await type(attend, 'm1', desk))).toContain('原定7月10日(周五) 15:00')
    })
  })
  it.each([['2026-07-14', '09:00', '二楼会议室', '改了时间，'], ['2026-07-10', '15:00', '三楼', '改了地点，'], ['2026-07-14', '15:00', '三楼', '改了时间和地点，']])('moved to %s %s %s says what is otherwise', async (on, time, place, said) => {
    const moved = after(called(), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day(on), time, place, over: 0 })
    expect(shown(await type(attend, 'm1', deskFor('何景川', moved)))).toMatch(new RegExp(`原定7月10日\\(周五\\) 15:00，二楼会议室[^]*${said}请重新答复`))
  })
  it('for another, of before it was moved, is given back for that seat', async () => {
    const moved = after(called(), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-14'), time: '09:00', place: '三楼', over: 0 })
    const desk = deskFor('沈若兰', moved)
    const card = cardIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'coming', seat: '县教育局', form: true, over: 0 }, desk))
    expect(shown({ kind: 'card', card })).toMatch(/刚才替县教育局的答复没有记/)
    await act(attend, buttons(card)['按写的答复']?.args, desk)
    expect(answersOf(desk)).toEqual([['县教育局', true, undefined, undefined]])
  })
  it('sent from a form after its day was moved is given back, to be answered with in one tap', async () => {
    const moved = after(called(), '2026-07-02', { type: 'change-meeting', meeting: 'm1', day: day('2026-07-14'), time: '09:00', place: '三楼', over: 0 })
    const desk = deskFor('何景川', moved)
    const card = cardIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'away', form: true, instead: '李副县长', words: '在省里开会', over: 0 }, desk))
    expect(shown({ kind: 'card', card })).toMatch(/改为7月14日[^]*刚才的答复没有记：.*您写的是：请假，派李副县长参加，在省里开会/)
    expect(answersOf(desk)).toEqual([])
    await act(attend, buttons(card)['按写的答复']?.args, desk)
    expect(answersOf(desk)).toEqual([['县长', false, '李副县长', '在省里开会']])
  })
  it('sent from a form after the sitting was called off is given back too', async () => {
    const off = after(called(), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' })
    const answer = await act(attend, { plan: 'p1', meeting: 'm1', how: 'away', form: true, words: '在省里开会', over: 0 }, deskFor('何景川', off))
    expect(shown(answer)).toMatch(/会议取消[^]*您写的是：请假，在省里开会/)
    expect(Object.keys(buttons(cardIn(answer)))).not.toContain('按写的答复')
  })
  it('is said in the invitation that was pressed, and not beside it; a secretary’s is shown to her', async () => {
    expect(await act(attend, { plan: 'p1', meeting: 'm1', how: 'coming', over: 0 }, deskFor('何景川'))).toMatchObject({ inMessage: true })
    expect(await act(attend, { plan: 'p1', meeting: 'm1', how: 'coming', seat: '县教育局' }, deskFor('沈若兰'))).not.toHaveProperty('inMessage')
  })
  it('with a note is asked for with what was answered in it', async () => {
    const desk = deskFor('何景川')
    await type(attend, 'm1 请假 派李副县长 出差', desk)
    expect(formIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'note' }, desk)).fields.map((field) => ('now' in field ? field.now : undefined))).toEqual(['away', '李副县长', '出差'])
  })
  it('is typed 请假 with its number; 请假 alone is about days of absence', () => {
    const found = (words: string) => ((found) => (found.kind === 'found' ? [found.command.name.zh, found.words] : found.kind))(findCommand(commands, words.split(' ')))
    expect([found('请假 m1 出差'), found('参加 p1/m1'), found('请假 7月6日')]).toEqual([['参会', ['m1', '请假', '出差']], ['参会', ['p1/m1', '参加']], ['代办', ['7月6日']]])
  })
  it('can be answered otherwise', async () => {
    const desk = deskFor('何景川')
    await type(attend, 'm1 请假 派李副县长', desk)
    await type(attend, 'm1 参加', desk)
    expect(answersOf(desk)).toEqual([['县长', true, undefined, undefined]])
  })
  it('without a number means the one that one is asked to', async () => expect(cardIn(await type(attend, '', deskFor('何景川'))).text).toMatch(/请参加教育工作领导小组会议/))
  it('without a number where there are two asks which', async () => expect(cardIn(await type(attend, '参加', deskFor('何景川', after(called(), '2026-07-01', { ...call, day: day('2026-07-20') })))).text).toBe('哪次会议？'))
  it('of somebody who is not asked is refused', async () => expect(shown(await type(attend, 'm1 参加', deskFor('唐一鸣')))).toMatch(/不在这个机构的成员里/))
  it('of another’s seat is refused', async () => {
    const desk = deskFor('唐一鸣')
    expect(shown(await act(attend, { plan: 'p1', meeting: 'm1', how: 'coming', seat: '县教育局' }, desk))).toMatch(/没有记录|只有/)
    expect(answersOf(desk)).toEqual([])
  })
  it('is recorded by a secretary for a member who said it by telephone', async () => {
    const desk = deskFor('沈若兰')
    const form = formIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'behalf' }, desk))
    const seats = form.fields[0]
    expect([form.title, ...form.fields.map(({ label }) => label)]).toEqual(['代为答复', '替谁答复', '答复', '派谁参加', '说明'])
    expect(seats?.kind === 'choice' ? seats.choices.map(({ label }) => label) : []).toEqual(['县长', '县教育局', '县住建局', '溪口镇', '青石镇'])
    expect(shown(await act(attend, { plan: 'p1', meeting: 'm1', how: 'coming', seat: '县教育局', form: true }, desk))).toMatch(/已代为答复：县教育局[^]*参加1/)
  })
  it('for a member shows who has answered already', async () => {
    const desk = deskFor('沈若兰')
    await act(attend, { plan: 'p1', meeting: 'm1', how: 'away', seat: '县教育局', words: '到市里开会', instead: '周敏，副股长', form: true }, desk)
    const seats = formIn(await act(attend, { plan: 'p1', meeting: 'm1', how: 'behalf' }, desk)).fields[0]
    expect(seats?.kind === 'choice' ? seats.choices.map(({ label }) => label)[1] : '').toBe('县教育局（已答：请假）')
    expect(shown(await type(meetingCommand, 'm1', desk))).toContain('请假：县教育局（到市里开会，派周敏副股长参加）')
  })
  it('stands when the unit is renamed', async () => {
    const known = directory()
    const of = called()
    await type(attend, 'm1 请假 派副镇长', deskFor('贺乡', of, { directory: known }))
    change(known, { type: 'rename-unit', unit: unitId('溪口镇'), name: '溪口街道', from: day('2026-07-01') })
    const desk = deskFor('贺乡', of, { directory: known })
    expect(shown(await type(attend, 'm1', desk))).toMatch(/您代表：溪口街道[^]*已答复：请假，派副镇长参加/)
    await type(attend, 'm1 参加', desk)
    expect(shown(await type(attend, 'm1', desk))).toMatch(/已答复：参加/)
  })
  it('stands when the body is edited and calls the same unit or person otherwise', async () => {
    const known = directory()
    const of = called()
    await type(attend, 'm1 参加', deskFor('苏晚晴', of, { directory: known }))
    await type(attend, 'm1 请假 出差', deskFor('何景川', of, { directory: known }))
    change(known, { type: 'rename-unit', unit: unitId('县教育局'), name: '县教体局', from: day('2026-07-01') })
    expect(seated(edited(of, '何景川', ['县教体局', '各乡镇']), known)).toEqual([['何景川', false], ['县教体局', true], ['溪口镇', undefined], ['青石镇', undefined]])
  })
  it('is the one that was given last, whatever its unit was called then', async () => {
    const known = directory()
    const of = called()
    const renamed = (from: string, name: string) => change(known, { type: 'rename-unit', unit: unitId('县教育局'), name, from: day(from) })
    await type(attend, 'm1 参加', deskFor('苏晚晴', of, { directory: known }))
    renamed('2026-07-01', '县教体局')
    edited(of, '县长', ['县教体局', '各乡镇'])
    await type(attend, 'm1 请假 派副局长', deskFor('苏晚晴', of, { directory: known, now: nineOn('2026-07-04'), today: '2026-07-04' }))
    renamed('2026-07-05', '县教育局')
    const again = after(of, '2026-07-05', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '县长', deputies: [], members: ['县教育局', '各乡镇'], over: of.bodies.get('b1')?.set?.at as never })
    expect(seated(again, known)[1]).toEqual(['县教育局', false])
    await type(attend, 'm1 参加', deskFor('苏晚晴', again, { directory: known, now: nineOn('2026-07-06'), today: '2026-07-06' }))
    expect(seated(again, known)[1]).toEqual(['县教育局', true])
  })
  it('is nobody else’s where its seat is gone', async () => {
    const of = called()
    await type(attend, 'm1 参加', deskFor('苏晚晴', of))
    expect(seated(edited(of, '县长', ['县财政局']), directory())).toEqual([['县长', undefined], ['县财政局', undefined]])
  })
  it('of a head is not the unit’s, though the head’s seat is gone', async () => {
    const known = directoryWith(['县住建局'], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '谢局', headOf: ['县教育局'] })
    const of = after(planOf([task(1)], { bodies: [{ ...group, leader: '县教育局局长', members: ['县教育局'] }] }), '2026-07-01', call)
    await type(attend, 'm1 请假 出差', deskFor('谢局', of, { directory: known }))
    expect(seated(edited(of, '县教育局', []), known)).toEqual([['县教育局', undefined]])
  })
  it('of one that is off says so', async () => expect(shown(await type(attend, 'm1 参加', deskFor('何景川', after(called(), '2026-07-02', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' }))))).toMatch(/会议取消.*原因：防汛|会议取消[^]*原因：防汛/))
})
