// 未上会、议题改期: what the office of another body made of our item there; never of a sitting of our own.
import { describe, expect, it } from 'vitest'
import { declineRequest, takeRequest } from '#commands/answer-request.ts'
import { cancelMeeting, changeMeeting } from '#commands/change-meeting.ts'
import { commands } from '#commands/index.ts'
import { itemMoved, itemOff } from '#commands/others-item.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { after, day, directoryWith, planOf, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const council: Body = { id: 'b1', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }
const group: Body = { id: 'b2', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies: [council, group], period: { from: 2026, to: 2028 } })
const ours = (of = plan()): PlanState => after(of, '2026-07-01', { type: 'schedule-meeting', body: 'b2', day: day('2026-07-10'), time: '15:00', place: '二楼' })
const asked = (of = plan(), topic = '听取汇报'): PlanState => after(of, '2026-07-01', { type: 'request-agenda', body: 'b1', topic })
const taken = (of = asked(), request = 'q1'): PlanState => after(of, '2026-07-01', { type: 'take-request', request, day: day('2026-07-20') })
const deskFor = (of: PlanState, lang: 'zh' | 'en' = 'zh'): TestDesk => deskOf({ plans: [of], directory, asker: '沈若兰', today: '2026-07-02', lang })
const sitting = (of: PlanState, id = 'm1') => of.meetings.get(id)
const found = (words: string) => ((read) => (read.kind === 'found' ? read.command.name.zh : read.kind))(findCommand(commands, words.split(' ')))

it('are words of their own', () => expect(['未上会 m1 会期调整', '议题改期 q1 7月24日', '会议改期 m1', '取消会议 m1'].map(found)).toEqual(['未上会', '议题改期', '会议改期', '取消会议']))

describe('of a sitting of ours', () => {
  it('未上会 does not call it off: that is said, and one press does it', async () => {
    const of = ours()
    const card = cardIn(await type(itemOff, 'm1 材料没准备好', deskFor(of)))
    expect(shown({ kind: 'card', card })).toMatch(/教育工作领导小组7月10日\(周五\)的会由我们自己召集.*没有取消/)
    expect(sitting(of)).toMatchObject({ status: 'scheduled' })
    expect(Object.keys(buttons(card))).toEqual(['取消会议'])
    await act(cancelMeeting, buttons(card)['取消会议']?.args, deskFor(of))
    expect(sitting(of)).toMatchObject({ status: 'cancelled', reason: '材料没准备好' })
  })
  it('议题改期 does not move it: that is said, and the form of its move has the day', async () => {
    const of = ours()
    const card = cardIn(await type(itemMoved, 'm1 7月14日 9:30', deskFor(of)))
    expect(shown({ kind: 'card', card })).toMatch(/由我们自己召集.*没有改期/)
    expect(sitting(of)).toMatchObject({ day: '2026-07-10', changes: 0 })
    expect(formIn(await act(changeMeeting, buttons(card)['会议改期']?.args, deskFor(of))).fields).toMatchObject([{ now: '2026-07-14' }, { now: '9:30' }, {}, {}])
  })
  it('is not among those that are chosen from', async () => {
    const of = taken(asked(ours()))
    expect(Object.values(buttons(cardIn(await type(itemOff, '', deskFor(of)))))).toMatchObject([{ command: 'item-off', args: { meeting: 'm2' } }])
    expect(shown(await type(itemMoved, '', deskFor(ours())))).toContain('没有已列入的议题')
  })
  it('is said so in English', async () => expect(shown(await type(itemOff, 'm1 flood', deskFor(ours(), 'en')))).toContain('is convened by us'))
})

describe('of a sitting of others', () => {
  it.each(['m1', 'q1', 'p1/m1', 'p1/q1', 'Q1'])('未上会 %s records what its office said', async (name) => {
    const of = taken()
    expect(shown(await type(itemOff, `${name} 会期调整`, deskFor(of)))).toContain('已登记：县政府常务会议7月20日(周一)，议题“听取汇报”未上会')
    expect(sitting(of)).toMatchObject({ status: 'cancelled', reason: '会期调整' })
  })
  it.each(['m1', 'q1'])('议题改期 %s records the day to which it goes', async (name) => {
    const of = taken()
    expect(shown(await type(itemMoved, `${name} 7月24日`, deskFor(of)))).toContain('议题“听取汇报”改到7月24日(周五)')
    expect(sitting(of)).toMatchObject({ day: '2026-07-24', status: 'scheduled' })
  })
  it('by the name of its body asks which, and keeps what was said', async () => {
    const of = taken(asked(ours()))
    const card = cardIn(await type(itemOff, '常务会议 会期调整', deskFor(of)))
    await act(itemOff, Object.values(buttons(card))[0]?.args, deskFor(of))
    expect(sitting(of, 'm2')).toMatchObject({ status: 'cancelled', reason: '会期调整' })
    const moving = taken(asked(ours()))
    await act(itemMoved, Object.values(buttons(cardIn(await type(itemMoved, '常务会议 7月24日', deskFor(moving)))))[0]?.args, deskFor(moving))
    expect(sitting(moving, 'm2')).toMatchObject({ day: '2026-07-24' })
  })
  it('of two plans that have a q1 is that of the plan that is chosen', async () => {
    const [of, other] = [taken(), { ...taken(), id: 'p2' as never, title: '另一个方案' }]
    const desk = deskOf({ plans: [of, other], directory, asker: '沈若兰', today: '2026-07-02' })
    await act(itemOff, Object.values(buttons(cardIn(await type(itemOff, 'q1 会期调整', desk)))).find(({ args }) => args['plan'] === 'p2')?.args, desk)
    expect([of, desk.allPlans.get('p2' as never)].map((plan) => plan?.meetings.get('m1')?.status)).toEqual(['scheduled', 'cancelled'])
  })
  it('without a reason or a day opens the form', async () => {
    expect(formIn(await type(itemOff, 'q1', deskFor(taken())))).toMatchObject({ title: '议题未上会' })
    expect(formIn(await type(itemMoved, 'q1', deskFor(taken())))).toMatchObject({ title: '议题改期' })
  })
})

describe('of an item that no sitting has', () => {
  it('waiting for an answer, leads to what its office may say', async () => {
    const of = asked()
    const off = cardIn(await type(itemOff, 'q1 已满', deskFor(of)))
    expect(shown({ kind: 'card', card: off })).toContain('还没有列入哪天的会')
    await act(declineRequest, buttons(off)['未列入']?.args, deskFor(of))
    expect(of.requests.get('q1')).toMatchObject({ status: 'declined', reason: '已满' })
    const moving = asked()
    await act(takeRequest, buttons(cardIn(await type(itemMoved, 'q1 7月24日', deskFor(moving))))['已列入']?.args, deskFor(moving))
    expect(sitting(moving)).toMatchObject({ day: '2026-07-24' })
  })
  it('declined, or asked by nobody, says so', async () => {
    const of = asked()
    await type(declineRequest, 'q1 已满', deskFor(of))
    expect(shown(await type(itemOff, 'q1 已满', deskFor(of)))).toContain('答复暂不列入')
    expect(shown(await type(itemMoved, 'q9 7月24日', deskFor(of)))).toContain('没有找到议题申报“q9”')
  })
})

describe('of one item of two at a sitting', () => {
  const both = (): PlanState => taken(taken(asked(asked(), '研究编制')), 'q2')
  it('未上会 q1 does not take the other with it unasked', async () => {
    const of = both()
    const card = cardIn(await type(itemOff, 'q1 会期调整', deskFor(of)))
    expect(shown({ kind: 'card', card })).toMatch(/7月20日\(周一\)的会上还有议题“研究编制”/)
    expect(sitting(of)).toMatchObject({ status: 'scheduled' })
    await act(cancelMeeting, buttons(card)['都未上会']?.args, deskFor(of))
    expect(sitting(of)).toMatchObject({ status: 'cancelled', reason: '会期调整' })
  })
  it('议题改期 q2 takes that one alone to the other day', async () => {
    const of = both()
    await type(itemMoved, 'q2 7月24日', deskFor(of))
    expect([...of.meetings.values()].map(({ id, day }) => [id, day])).toEqual([['m1', '2026-07-20'], ['m2', '2026-07-24']])
    expect(of.requests.get('q2')).toMatchObject({ meeting: 'm2' })
    expect(of.requests.get('q1')).toMatchObject({ meeting: 'm1' })
  })
})
