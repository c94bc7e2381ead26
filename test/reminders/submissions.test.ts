import { describe, expect, it } from 'vitest'
import { duties } from '#commands/duties.ts'
import { receive } from '#commands/receive.ts'
import { returnSubmission } from '#commands/return-submission.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { after, directoryWith, nineOn, personNamed, planOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'

const people = [{ name: '沈若兰', roles: ['secretary' as const] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '柳依依', contactOf: ['县民政局'] }]
const [sender, other] = [unitId('县教育局'), unitId('县民政局')]
const directory = directoryWith([], ...people, { name: '纪明辉', contactOf: ['县委编办'] })
const plan = (debtor = sender): PlanState => planOf([task(1, { lead: '县教育局' })], {
  handedOutOn: '2026-01-05',
  obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, debtor, receiver: unitId('县委编办'), what: '报送编制使用情况', text: '每年11月底前报送' }],
})
const duty = { occurrence: 'c1/2026/1', unit: sender }
const submit = (of = plan()): PlanState => after(of, '2026-11-20', { type: 'fulfil', ...duty, words: '已寄出' }, personNamed(directory, '苏晚晴').id)
const received = (of: PlanState): PlanState => after(of, '2026-11-24', { type: 'receive', occurrence: duty.occurrence, unit: unitId('县委编办') }, personNamed(directory, '纪明辉').id)

const due = (of: PlanState, today: string, within = directory): Extract<Notice, { kind: 'submission-waits' }>[] =>
  noticesDue(viewOn(today, of, within), '09:00').flatMap((notice) => (notice.kind === 'submission-waits' ? [notice] : []))
const told = (of: PlanState, today: string, within = directory): string[] => due(of, today, within).flatMap(({ to }) => within.people.get(to)?.name ?? [])
function read(notices: readonly Notice[], of: PlanState, name: string, lang: 'zh' | 'en' = 'zh'): { text: string; pressable: string[] } {
  const person = personNamed(directory, name)
  const card = digest({ parcel: { key: 'd', to: person.id, notices: [...notices] }, view: () => viewOn('2026-11-24', of, directory), person, directory, lang, sentAt: nineOn('2026-11-23') })
  expectGoodCard(card)
  return { text: renderText(card), pressable: (card.sections ?? []).flatMap(({ rows }) => rows.flatMap(({ actions = [] }) => actions.map(({ label }) => label))) }
}

describe('what was submitted', () => {
  it('is told to its receiver, and to nobody else', () => expect(told(submit(), '2026-11-23')).toEqual(['纪明辉']))
  it('is nothing to tell before it is submitted', () => expect(told(plan(), '2026-11-23')).toEqual([]))
  it('is told under one key for a week of working days, then again', () => {
    const keys = ['2026-11-20', '2026-11-23', '2026-11-26', '2026-11-27', '2026-12-04'].map((today) => due(submit(), today)[0]?.key)
    expect(new Set(keys.slice(0, 3)).size).toBe(1)
    expect(new Set(keys).size).toBe(3)
  })
  it('waits no more once it is received', () => expect(told(received(submit()), '2026-11-25')).toEqual([]))
  it('is not asked about while its task is paused', () => expect(told(after(submit(), '2026-11-23', { type: 'pause-task', task: taskNo(1), reason: '机构改革' }, personNamed(directory, '沈若兰').id), '2026-11-25')).toEqual([]))
  it('goes to the secretary where nobody answers for the receiver', () => expect(told(submit(), '2026-11-23', directoryWith([], ...people))).toEqual(['沈若兰']))
  it('is not told to whoever submitted it', () => {
    const both = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局', '县委编办'] })
    expect(told(after(plan(), '2026-11-20', { type: 'fulfil', ...duty, words: '' }, personNamed(both, '苏晚晴').id), '2026-11-23', both)).toEqual([])
  })
})

describe('the line about it', () => {
  it.each([['zh', '请确认收到', '已收到', '退回'], ['en', 'Confirm receipt', 'Received', 'Send back']] as const)('in %s says what came from whom, with what it can do', (lang, asks, ...buttons) => {
    const { text, pressable } = read(due(submit(), '2026-11-23'), submit(), '纪明辉', lang)
    for (const word of [asks, '已寄出', '报送编制使用情况', '县教育局']) expect(text).toContain(word)
    expect(pressable).toEqual(buttons)
  })
  it('says by whom it was received, once it was', () => expect(read(due(submit(), '2026-11-23'), received(submit()), '纪明辉').text).toContain('已确认收到'))
  it('is over where the submission was taken back', () => expect(read(due(submit(), '2026-11-23'), plan(), '纪明辉').text).toContain('已不需要办理'))
  it('of the sender does not call it done before its receipt', () => {
    const asked = noticesDue(viewOn('2026-11-19', plan(), directory), '09:00').filter(({ kind }) => kind === 'occurrence-due')
    expect(asked).toHaveLength(1)
    expect(read(asked, submit(), '苏晚晴').text).toContain('待县委编办确认收到')
    expect(read(asked, received(submit()), '苏晚晴').text).toContain('已登记完成')
  })
})

describe('what a group owes to one receiver', () => {
  const grouped = directoryWith([{ name: '各有关单位', aliases: [], members: ['县教育局', '县民政局'] }], ...people, { name: '纪明辉', contactOf: ['县委编办'] })
  const group = unitId('各有关单位')
  const one = (): PlanState => after(plan(group), '2026-11-20', { type: 'fulfil', occurrence: duty.occurrence, unit: group, member: sender, words: '' }, personNamed(grouped, '苏晚晴').id)
  const both = (): PlanState => after(one(), '2026-11-23', { type: 'fulfil', occurrence: duty.occurrence, unit: group, member: other, words: '' }, personNamed(grouped, '柳依依').id)

  it('is told of each member by itself, while others still owe theirs', () => {
    expect(due(one(), '2026-11-23', grouped).map(({ member }) => member)).toEqual([sender])
    expect(due(both(), '2026-11-24', grouped).map(({ member }) => member)).toEqual([sender, other])
  })

  it('is asked no more of the member who did it, in the message that asked', () => {
    const asked = (of: PlanState): Notice[] => noticesDue(viewOn('2026-11-19', of, grouped), '09:00').filter(({ kind, to }) => kind === 'occurrence-due' && to === personNamed(grouped, '苏晚晴').id)
    const person = personNamed(grouped, '苏晚晴')
    const drawn = (of: PlanState): string => renderText(digest({ parcel: { key: 'd', to: person.id, notices: asked(plan(group)) }, view: () => viewOn('2026-11-24', of, grouped), person, directory: grouped, lang: 'zh', sentAt: nineOn('2026-11-19') }))
    expect(asked(plan(group))).toHaveLength(1)
    expect(drawn(plan(group))).toContain('前报县委编办')
    expect(drawn(one())).toContain('待县委编办确认收到')
  })

  it('is received from the list too, one member after the other', async () => {
    const desk = deskOf({ today: '2026-11-24', plans: [both()], directory: grouped, asker: '纪明辉' })
    const offered = async (): Promise<unknown> => {
      const answer = await duties.handle({}, desk)
      return answer.kind === 'card' ? answer.card.sections?.flatMap(({ rows }) => rows.flatMap(({ actions }) => (actions?.[0] === undefined ? [] : [actions[0].run.args])))[0] : undefined
    }
    for (const member of [sender, other]) {
      const args = await offered()
      expect(args).toMatchObject({ member })
      const answer = await receive.handle(args, desk)
      expect(answer.kind === 'card' ? answer.card.text : answer).toContain('已完成')
    }
    expect(await offered()).toBeUndefined()
  })
})

describe('what the receiver sends back', () => {
  const back = (of = submit()): PlanState => after(of, '2026-11-24', { type: 'return-submission', occurrence: duty.occurrence, unit: unitId('县委编办'), words: '缺盖章页' }, personNamed(directory, '纪明辉').id)
  const of = (kind: Notice['kind'], now: PlanState, today: string): Notice[] => noticesDue(viewOn(today, now, directory), '09:00').filter((notice) => notice.kind === kind)

  it('is told to whoever owes it, once, and waits for the receiver no more', () => {
    const told = ['2026-11-24', '2026-12-15'].flatMap((today) => of('submission-returned', back(), today))
    expect(told.map(({ to }) => directory.people.get(to)?.name)).toEqual(['苏晚晴', '苏晚晴'])
    expect(new Set(told.map(({ key }) => key)).size).toBe(1)
    expect(due(back(), '2026-11-25')).toEqual([])
  })
  it('is owed again: its dates are reminded of', () => {
    expect(of('occurrence-due', submit(), '2026-12-01')).toEqual([])
    expect(of('occurrence-due', back(), '2026-12-01')).toHaveLength(1)
  })
  it('submitted anew is told to the receiver anew, and nobody is asked to do it again', () => {
    const again = after(back(), '2026-11-25', { type: 'fulfil', ...duty, words: '已补盖章页' }, personNamed(directory, '苏晚晴').id)
    expect(of('submission-returned', again, '2026-11-26')).toEqual([])
    expect(due(again, '2026-11-26').map(({ key }) => key)).not.toEqual(due(submit(), '2026-11-26').map(({ key }) => key))
  })
  it.each([['zh', '退回：缺盖章页'], ['en', 'sent back by']] as const)('in %s says why, and how to answer', (lang, why) => {
    const { text, pressable } = read(of('submission-returned', back(), '2026-11-25'), back(), '苏晚晴', lang)
    for (const word of [why, '报送编制使用情况', '县委编办']) expect(text).toContain(word)
    expect(pressable).toHaveLength(2)
  })
  it('is over once it was submitted anew', () => {
    const again = after(back(), '2026-11-25', { type: 'fulfil', ...duty, words: '已补' }, personNamed(directory, '苏晚晴').id)
    expect(read(of('submission-returned', back(), '2026-11-25'), again, '苏晚晴').text).toContain('待县委编办确认收到')
  })
  it('is asked for its reason first, pressed or typed, and says what becomes of it', async () => {
    const desk = deskOf({ today: '2026-11-24', plans: [submit()], directory, asker: '纪明辉' })
    const form = await returnSubmission.handle({ plan: 'p1', occurrence: duty.occurrence }, desk)
    if (form.kind !== 'form') throw new Error(`no form but ${form.kind}`)
    expect(await returnSubmission.handle({ ...form.form.run.args, words: ' ' }, desk)).toMatchObject({ kind: 'form-errors' })
    const answer = await returnSubmission.handle({ ...form.form.run.args, words: '缺盖章页' }, desk)
    expect(answer.kind === 'card' ? answer.card.text : answer).toContain('已退回县教育局：缺盖章页')
    const again = await returnSubmission.handle({ ...form.form.run.args, words: '缺盖章页' }, desk)
    expect(again.kind === 'card' ? again.card.text : again).toContain('没有等您签收')
  })
  it('is not for a secretary, where the receiver has somebody to say so', async () => {
    const plan = submit()
    const answer = await returnSubmission.handle({ plan: 'p1', occurrence: duty.occurrence, words: '再看看' }, deskOf({ today: '2026-11-24', plans: [plan], directory, asker: '沈若兰' }))
    expect(answer.kind === 'card' ? answer.card.text : answer).toContain('由县委编办自己点')
    expect(plan.fulfilments.has(duty.occurrence)).toBe(true)
  })
  it('is not for who submitted it', async () => {
    const plan = submit()
    await returnSubmission.handle({ plan: 'p1', occurrence: duty.occurrence, words: '再看看' }, deskOf({ today: '2026-11-24', plans: [plan], directory, asker: '苏晚晴' }))
    expect(plan.fulfilments.has(duty.occurrence)).toBe(true)
  })
})

describe('a receipt recorded for a receiver for whom nobody answers', () => {
  const nobody = directoryWith([], ...people)
  const deskAs = (asker: string, of: PlanState, within = nobody) => deskOf({ today: '2026-11-24', plans: [of], directory: within, asker })

  it('asks the secretary who said it and how, and is 代录', async () => {
    const of = submit()
    const desk = deskAs('沈若兰', of)
    const form = await receive.handle({ plan: 'p1', occurrence: duty.occurrence }, desk)
    expect(form).toMatchObject({ kind: 'form', form: { title: '代录已收到' } })
    expect(await receive.handle({ plan: 'p1', occurrence: duty.occurrence, form: true }, desk)).toMatchObject({ kind: 'form-errors', errors: { who: '请写明是谁说的。', how: '请选怎么说的。' } })
    const answer = await receive.handle({ plan: 'p1', occurrence: duty.occurrence, who: '王科长', how: '电话', form: true }, desk)
    if (answer.kind !== 'card') throw new Error('no card')
    expectGoodCard(answer.card)
    expect(renderText(answer.card)).toMatch(/代录：王科长 11月24日.* 电话/)
    expect(of.fulfilments.get(duty.occurrence)).toMatchObject({ status: 'done', received: { onBehalf: { who: '王科长', how: '电话', on: '2026-11-24' } } })
  })
  it('is typed in one line', async () => {
    const of = submit()
    await receive.handle(receive.typed(['c1/2026/1', '王科长', '11月23日', '电话']), deskAs('沈若兰', of))
    expect(of.fulfilments.get(duty.occurrence)?.received?.onBehalf).toEqual({ who: '王科长', how: '电话', on: '2026-11-23' })
  })
  it('is not of a day ahead', async () => {
    const of = submit()
    await receive.handle(receive.typed(['c1/2026/1', '王科长', '2026-11-30', '电话']), deskAs('沈若兰', of))
    expect(of.fulfilments.get(duty.occurrence)?.status).toBe('submitted')
  })
  it('is no secretary’s where the receiver has people: their own tap closes it', async () => {
    const of = submit()
    const answer = await receive.handle({ plan: 'p1', occurrence: duty.occurrence, who: '王科长', how: '电话', form: true }, deskAs('沈若兰', of, directory))
    if (answer.kind !== 'card') throw new Error('no card')
    expect([renderText(answer.card).includes('县委编办'), of.fulfilments.get(duty.occurrence)?.status]).toEqual([true, 'submitted'])
    await receive.handle({ plan: 'p1', occurrence: duty.occurrence }, deskAs('纪明辉', of, directory))
    expect(of.fulfilments.get(duty.occurrence)?.received).not.toHaveProperty('onBehalf')
  })
  it('is offered to the secretary as what it is, and the message then says who said so', () => {
    const told = noticesDue(viewOn('2026-11-23', submit(), nobody), '09:00').filter(({ kind }) => kind === 'submission-waits')
    expect(read(told, submit(), '沈若兰').pressable).toEqual(['代录已收到', '退回'])
    const of = after(submit(), '2026-11-24', { type: 'receive', occurrence: duty.occurrence, unit: unitId('县委编办'), onBehalf: { who: '王科长', how: '电话', on: viewOn('2026-11-24', plan(), nobody).today } }, personNamed(nobody, '沈若兰').id)
    expect(read(told, of, '沈若兰').text).toMatch(/代录：王科长 .*电话/)
  })
})
