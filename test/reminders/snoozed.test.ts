// 稍后提醒: silent until the day that was asked for, told on it, and as ever from the next mark on.
import { describe, expect, it } from 'vitest'
import type { Answer } from '#src/command.ts'
import { snooze } from '#commands/snooze.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { digest } from '#templates/digest.ts'
import { plain } from '#templates/rich.ts'
import { after, byDefault, day, directoryWith, nudgeOf, personNamed, planWith, report, task, taskNo, viewOn, workCalendar } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '柳依依', contactOf: ['县教育局'] })
const contact = personNamed(directory, '苏晚晴').id
/** Due on Friday 10 July: seven working days before is 1 July, three before is 7 July. */
const plan = (): PlanState => planWith(task(1, { title: '排查校舍', due: '2026-07-10', lead: '县教育局' }))
const putOff = (until: string): PlanIntent => ({ type: 'snooze', task: taskNo(1), until: day(until) })
const putOffTo = (until: string): PlanState => after(plan(), '2026-07-02', putOff(until), contact)
const due = (of: PlanState, on: string, to = contact): Notice[] => noticesDue(viewOn(on, of, directory), '09:00').filter((notice) => notice.to === to && notice.kind !== 'handed-out')
const marks = (of: PlanState, on: string, to = contact): string[] => due(of, on, to).map(({ key }) => key.split('/').at(-2) ?? '')

describe('a reminder that is put off', () => {
  it('is silent until its day, for whoever put it off alone', () => {
    const of = putOffTo('2026-07-06')
    expect([marks(plan(), '2026-07-03'), marks(of, '2026-07-03')]).toEqual([['7'], []])
    expect(marks(of, '2026-07-03', personNamed(directory, '柳依依').id)).toEqual(['7'])
  })
  it('is told on its day although its mark was told before, once', () => {
    const of = putOffTo('2026-07-06')
    const told = new Set([...marks(plan(), '2026-07-02')].flatMap(() => due(plan(), '2026-07-02').map(({ key }) => key)))
    const owed = (): string[] => parcelsOwed(due(of, '2026-07-06'), { notice: (key) => told.has(key), parcel: () => false }, day('2026-07-06'), '09:00', workCalendar, byDefault).flatMap(({ notices }) => notices.map(({ key }) => key))
    const [first] = owed()
    expect(first).toMatch(/on2026-07-06/)
    told.add(first ?? '')
    expect(owed()).toEqual([])
  })
  it('passes over the marks on the way, and leaves those after it', () => {
    const of = putOffTo('2026-07-08')
    expect(['2026-07-07', '2026-07-08', '2026-07-09', '2026-07-10'].map((on) => marks(of, on))).toEqual([[], ['on2026-07-08'], ['1'], ['0']])
  })
  it('is told late by a bot that slept', () => expect(marks(putOffTo('2026-07-08'), '2026-07-08')).toEqual(['on2026-07-08']))
  it('is ended by an answer', () => expect(marks(after(putOffTo('2026-07-06'), '2026-07-03', report(1, '县教育局')), '2026-07-06')).toEqual([]))
  it('does not wait for the week to begin', () => {
    const far = after(planWith(task(1, { due: '2026-09-30', lead: '县教育局' })), '2026-08-20', putOff('2026-08-27'), contact)
    const sent = parcelsOwed(due(far, '2026-08-27'), { notice: () => false, parcel: () => false }, day('2026-08-27'), '09:00', workCalendar, byDefault)
    expect(sent.flatMap(({ notices }) => notices.map(({ kind }) => kind))).toEqual(['due-soon'])
  })
  it('puts off no chase and nothing that is overdue', () => {
    expect(due(after(putOffTo('2026-07-08'), '2026-07-03', nudgeOf(1, '县教育局')), '2026-07-03').map(({ kind }) => kind)).toEqual(['nudged'])
    expect(due(putOffTo('2026-07-10'), '2026-07-13').map(({ kind }) => kind)).toEqual(['overdue'])
  })
  it('puts off nothing past its own end: what ends before that day is told as ever', () => {
    const of = after(after(planWith(task(1, { due: '2026-07-31', lead: '县教育局' })), '2026-07-01', { type: 'open-round', tasks: [taskNo(1)], title: '年中进展', until: day('2026-07-06'), since: day('2026-07-01') }), '2026-07-02', putOff('2026-07-20'), contact)
    expect(due(of, '2026-07-06').map(({ kind }) => kind)).toEqual(['round-due'])
    expect(due(of, '2026-07-20').map(({ kind }) => kind)).toEqual(['due-soon'])
  })
  it('takes another day in the place of the first', () => expect(marks(after(putOffTo('2026-07-08'), '2026-07-03', putOff('2026-07-06'), contact), '2026-07-06')).toEqual(['on2026-07-06']))
})

const deskOn = (today = '2026-07-02', of = plan(), asker = '苏晚晴'): TestDesk => deskOf({ today, plans: [of], directory, asker })
const typed = (desk: TestDesk, ...words: string[]) => snooze.handle(snooze.typed(words), desk)
const read = (answer: Answer | { kind: 'args-refused' }): string => (answer.kind !== 'card' ? answer.kind : [answer.card.text, ...(answer.card.lines ?? []).map(plain), ...(answer.card.actions ?? []).map(({ label }) => `[${label}]`), answer.card.footer === undefined ? '' : plain(answer.card.footer)].join('\n'))

describe('稍后提醒', () => {
  it('offers the next working day, the week’s beginning and the last by the date', async () => expect(read(await typed(deskOn(), '1'))).toMatch(/哪天再提醒您？1 排查校舍[^]*\[7月3日\(周五\)\]\n\[7月6日\(周一\)\]\n\[7月10日\(周五\)\]\n其他日子请写：稍后提醒 1 7月10日/))
  it('records the day and says it', async () => {
    const desk = deskOn()
    expect(read(await typed(desk, '1', '7月8日'))).toMatch(/已记录，7月8日\(周三\)再提醒您：1 排查校舍/)
    expect(marks(desk.plans.get('p1' as never) ?? plan(), '2026-07-07')).toEqual([])
  })
  it('takes the next working day for a day off, and says so', async () => expect(read(await typed(deskOn(), '1', '7月4日'))).toMatch(/7月6日\(周一\)再提醒您[^]*7月4日\(周六\)是休息日，改为7月6日\(周一\)/))
  it.each([['7月13日', '最晚可以推到7月10日'], ['7月1日', '已经过去'], ['今天', '请选明天或以后的日期'], ['某天', '看不懂日期']])('refuses %s and says what can be chosen', async (said, why) => expect(read(await typed(deskOn(), '1', said))).toContain(why))
  it('asks by the date that is still ahead where a round ends today', async () => {
    const of = after(planWith(task(1, { due: '2026-07-31', lead: '县教育局' })), '2026-07-01', { type: 'open-round', tasks: [taskNo(1)], title: '年中进展', until: day('2026-07-02'), since: day('2026-07-01') })
    expect(read(await typed(deskOn('2026-07-02', of), '1', '7月20日'))).toContain('7月20日(周一)再提醒您')
  })
  it('refuses on the day itself', async () => expect(read(await typed(deskOn('2026-07-10'), '1', '7月13日'))).toContain('今天就到期，不能再推后'))
  it('refuses what is overdue, and of who is not asked', async () => {
    expect(read(await typed(deskOn('2026-07-13'), '1', '7月14日'))).toContain('逾期、催办和退回的不能推后')
    expect(read(await typed(deskOn('2026-07-02', plan(), '沈若兰'), '1', '7月8日'))).toContain('没有可以推后的提醒')
  })
  it('is offered behind the line of the day’s message, which then says when', () => {
    const drawn = (of: PlanState) => digest({ parcel: { key: 'd', to: contact, notices: due(plan(), '2026-07-02') }, view: () => viewOn('2026-07-02', of, directory), person: personNamed(directory, '苏晚晴'), directory, lang: 'zh' })
    const rows = (of: PlanState) => (drawn(of).sections ?? []).flatMap((section) => section.rows)
    expect(rows(plan()).flatMap(({ more = [] }) => more.map(({ label }) => label))).toContain('稍后提醒')
    expect(rows(putOffTo('2026-07-08')).map(({ line }) => plain(line)).join('\n')).toContain('7月8日(周三)再提醒您')
  })
})
