// 本轮N项全部正常推进: one tap for all that is asked, and the truth about each of them.
import { describe, expect, it } from 'vitest'
import { allNormal } from '#commands/all-normal.ts'
import { homeCard } from '#commands/home.ts'
import { mine } from '#commands/mine.ts'
import { report } from '#commands/report.ts'
import { undo } from '#commands/undo.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { digest } from '#templates/digest.ts'
import type { Card } from '#templates/card.ts'
import { byDefault, after, day, directoryWith, nineOn, personNamed, planOf, report as reported, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '周副手', contactOf: ['县教育局'] })
const today = '2026-06-24'
/** Five are asked for the quarter; 16 is in difficulty, 17 past its date. */
const plan = (): PlanState => {
  const of = planOf([11, 12, 13, 14, 15].map((no) => task(no, { title: `任务${no}`, lead: '县教育局' })).concat(task(16, { title: '有困难的', lead: '县教育局' }), task(17, { title: '已逾期的', due: '2026-06-15', lead: '县教育局' })))
  return after(of, '2026-03-01', reported(16, '县教育局', { state: 'difficulty', problem: '用地未批' }))
}
const at = (of: PlanState, asker = '苏晚晴', time = '09:00'): TestDesk => deskOf({ today, now: workCalendar.instantOf(day(today), time, 'Asia/Shanghai'), plans: [of], directory, asker })
const said = (of: PlanState) => [11, 12, 13, 14, 15, 16, 17].filter((no) => of.assignments.get(keyOf(taskNo(no), unitId('县教育局')))?.report?.on === today)
const label = '5项全部正常推进'

const digestOf = (of: PlanState): Card => {
  const person = personNamed(directory, '苏晚晴')
  const view = viewOn(today, of, directory)
  const parcel = parcelsOwed(noticesDue(view, '09:00'), { notice: () => false, parcel: () => false }, day(today), '09:00', workCalendar, byDefault).find(({ to, key }): boolean => to === person.id && key.startsWith('digest/'))
  return digest({ parcel: parcel as Parcel, view: () => view, person, sentAt: nineOn(today), directory, lang: 'zh' })
}

describe('the day’s message', () => {
  it('offers all that may be answered together, naming the numbers, and the exceptions beside it', () => {
    const card = digestOf(plan())
    const [all, pick] = card.actions ?? []
    expect(all).toMatchObject({ label, confirm: expect.stringContaining('第11、12、13、14、15项共5项都记为“正常推进”') as string })
    expect(pick).toMatchObject({ label: '有例外' })
  })

  it('with one left offers nothing', () => {
    const of = plan()
    for (const no of [11, 12, 13, 14]) after(of, today, reported(no, '县教育局'))
    expect(Object.keys(buttons(digestOf(of))).filter((name) => name.includes('全部正常推进'))).toEqual([])
  })
})

describe('one tap', () => {
  it('records each, and one 撤销 takes all of them back', async () => {
    const of = plan()
    const answer = await act(allNormal, buttons(digestOf(of))[label]?.args, at(of))
    expect(cardIn(answer).text).toBe('✅ 已记录 09:00 · 5项正常推进(自报)')
    expect(said(of)).toEqual([11, 12, 13, 14, 15])
    expectGoodCard(cardIn(answer))
    const back = await act(undo, buttons(cardIn(answer))['撤销']?.args, at(of, '苏晚晴', '09:05'))
    expect(cardIn(back).text).toBe('↩️ 已撤销刚才的填报，共5项')
    expect(said(of)).toEqual([])
  })

  it('takes the place of the list that it was pressed on, which asks for what is answered now', async () => {
    expect(await act(allNormal, { tasks: 'p1-11 p1-12' }, at(plan()))).toMatchObject({ kind: 'card', replaces: true })
  })

  it('leaves what a colleague has answered since, and says so', async () => {
    const of = plan()
    const run = buttons(digestOf(of))[label]
    await type(report, '12 60 已招标', at(of, '周副手', '09:01'))
    const answer = await act(allNormal, run?.args, at(of, '苏晚晴', '09:02'))
    expect(shown(answer)).toContain('4项正常推进(自报)')
    expect(shown(answer)).toContain('没有记录的：\n12 任务12 · 县教育局周副手 6月24日 09:01 已填报：正常推进，进度60%：已招标')
  })

  it('pressed twice, or on a message of last month, records nothing twice', async () => {
    const of = plan()
    const run = buttons(digestOf(of))[label]
    await act(allNormal, run?.args, at(of))
    const before = of.assignments.get(keyOf(taskNo(11), unitId('县教育局')))
    const again = await act(allNormal, run?.args, at(of, '苏晚晴', '09:03'))
    expect(of.assignments.get(keyOf(taskNo(11), unitId('县教育局')))).toBe(before)
    expect(shown(again)).toContain('这些都已经填报过')
    expect(buttons(cardIn(again))['撤销']).toBeUndefined()
  })
})

describe('with exceptions', () => {
  it('those ticked stay asked, the others are recorded', async () => {
    const of = plan()
    const form = formIn(await act(allNormal, buttons(digestOf(of))['有例外']?.args, at(of)))
    expect(form.fields).toMatchObject([{ kind: 'checks', choices: [11, 12, 13, 14, 15].map((no) => ({ value: `p1-${no}`, label: `${no} 任务${no}` })) }])
    const answer = await act(allNormal, { ...form.run.args, except: ['p1-13'] }, at(of))
    expect(said(of)).toEqual([11, 12, 14, 15])
    expect(shown(answer)).toContain('13 任务13 · 有例外，仍会提醒您')
  })

  it.each(['就13编制没批', '除了12,13', '13号有困难', 'p1-13除外'])('typed counts no number that is named with it, however it is said: %s', async (words) => {
    const of = plan()
    const card = cardIn(await type(allNormal, words, at(of)))
    const [, run] = Object.entries(buttons(card)).find(([label]) => label.endsWith('全部正常推进')) ?? []
    await act(allNormal, run?.args, at(of))
    expect(said(of)).not.toContain(13)
    expect(said(of)).toContain(14)
  })

  it('typed names them after 除', async () => {
    const of = plan()
    const shownFirst = cardIn(await type(allNormal, '除 12 13', at(of)))
    expect(said(of)).toEqual([])
    expectGoodCard(shownFirst)
    await act(allNormal, buttons(shownFirst)['3项全部正常推进']?.args, at(of))
    expect(said(of)).toEqual([11, 14, 15])
  })

  it('of more than one page has them all', async () => {
    const of = planOf(Array.from({ length: 29 }, (_, at) => task(at + 1, { lead: '县教育局' })))
    const form = formIn(await act(allNormal, { pick: true }, at(of)))
    expect(form.fields[0]?.kind === 'checks' ? form.fields[0].choices : []).toHaveLength(29)
  })
})

describe('what wants an answer of its own', () => {
  it('is not hidden among the others: a difficulty, a date that has passed', async () => {
    const of = plan()
    const answer = await act(allNormal, { tasks: 'p1-11 p1-16 p1-17', asked: nineOn(today) }, at(of))
    expect(said(of)).toEqual([11])
    expect(shown(answer)).toContain('16 有困难的 · 上次报了有困难，请单独填报')
    expect(shown(answer)).toContain('17 已逾期的 · 已过期限，请单独填报')
  })
})

describe('typed', () => {
  it('shows what it would record before it records, and what is left out, why, and the way to it', async () => {
    const of = plan()
    const answer = await type(allNormal, '', at(of))
    expect(said(of)).toEqual([])
    expect(shown(answer)).toContain('5项待记为“正常推进”，请确认')
    expect(shown(answer)).toContain('16 有困难的 · 上次报了有困难，请单独填报')
    expect(shown(answer)).toContain('17 已逾期的 · 已过期限，请单独填报')
    expect(buttons(cardIn(answer))['填报第16项']).toMatchObject({ command: 'task', args: { which: 'p1-16' } })
    expect(buttons(cardIn(answer))[label]).toMatchObject({ command: 'all-normal', args: { tasks: 'p1-11 p1-12 p1-13 p1-14 p1-15' } })
    expectGoodCard(cardIn(answer))
  })
  it('names three that are left out, and counts the others', async () => {
    const of = planOf([1, 2, 3, 4, 5].map((no) => task(no, { title: `任务${no}`, due: '2026-06-15', lead: '县教育局' })))
    const answer = await type(allNormal, '', at(of))
    expect(shown(answer)).toContain('另有2项')
    expect(Object.keys(buttons(cardIn(answer))).filter((name) => name.startsWith('填报第'))).toHaveLength(3)
  })
})

describe('我的 and Home', () => {
  it('offer the same, for those who have something to answer', async () => {
    const of = plan()
    expect(Object.keys(buttons(cardIn(await type(mine, '', at(of)))))).toContain(label)
    expect(Object.keys(buttons(homeCard(at(of))))).toContain(label)
    await act(allNormal, buttons(cardIn(await type(allNormal, '', at(of))))[label]?.args, at(of))
    expect(Object.keys(buttons(cardIn(await type(mine, '', at(of)))))).not.toContain(label)
  })
})
