// A round's question: it has a field of its own, an answer is kept with the report, and the round's table shows it.
import { describe, expect, it } from 'vitest'
import { allNormal } from '#commands/all-normal.ts'
import { correctReport } from '#commands/correct-report.ts'
import { reportForm } from '#commands/report-form.ts'
import { report as reportCommand } from '#commands/report.ts'
import { round } from '#commands/round.ts'
import { supplement } from '#commands/supplement.ts'
import { task as taskCommand } from '#commands/task.ts'
import { Instant } from '#src/calendar/day.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Lang } from '#templates/card.ts'
import { noticeLine } from '#templates/notice-line.ts'
import { plain } from '#templates/rich.ts'
import { after, day, directoryWith, personNamed, planWith, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { openRound } from '#test/rounds.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith([{ name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '姚春梅', contactOf: ['青石镇'] })
const question = '资金缺口多少？'
const plan = (): PlanState => planWith(task(1, { title: '普惠园建设', lead: '县教育局' }), task(2, { title: '控辍保学', lead: '各乡镇' }), task(3, { title: '教师编制', lead: '县教育局' }), task(4, { title: '校车管理', lead: '县教育局' }))
const asked = (): PlanState => after(plan(), '2026-07-02', openRound({ tasks: [1, 2], question }))
const deskFor = (of: PlanState, { asker = '苏晚晴', today = '2026-07-06', lang = 'zh' }: { asker?: string; today?: string; lang?: Lang } = {}): TestDesk => deskOf({ today, plans: [of], directory, asker, lang })
const table = async (of: PlanState, today = '2026-07-06'): Promise<string> => shown(await type(round, 'n1', deskFor(of, { asker: '沈若兰', today })))

describe('the report form of a round that asks a question', () => {
  it('has a field for it, whose label is the question', async () => {
    const form = formIn(await act(reportForm, { task: '1' }, deskFor(asked())))
    expect(form.fields.find(({ name }) => name === 'answer')).toMatchObject({ label: question, optional: true })
    expect(form.run.args).toMatchObject({ round: 'n1' })
  })

  it('has none for a task the round does not ask about, before it opens, and once it is over for a unit that has answered', async () => {
    const names = async (of: PlanState, no: string, today: string): Promise<string[]> => formIn(await act(reportForm, { task: no }, deskFor(of, { today }))).fields.map(({ name }) => name)
    expect(await names(asked(), '3', '2026-07-06')).not.toContain('answer')
    expect(await names(plan(), '1', '2026-07-02')).not.toContain('answer')
    expect(await names(after(asked(), '2026-07-03', report(1, '县教育局')), '1', '2026-07-20')).not.toContain('answer')
    expect(await names(asked(), '1', '2026-07-20')).toContain('answer')
  })

  it('keeps the answer with the report, for the round in which it was asked', async () => {
    const of = asked()
    const form = formIn(await act(reportForm, { task: '1' }, deskFor(of)))
    after(of, '2026-07-06', { type: 'close-round', round: 'n1' })
    const desk = deskFor(of)
    const done = await act(reportCommand, { ...form.run.args, state: 'normal', progress: '40', answer: '缺300万' }, desk)
    expect(desk.recorded).toMatchObject([{ type: 'report', answer: { round: 'n1', words: '缺300万' } }])
    expect(shown(done)).toContain('答：缺300万')
    expect(await table(of)).toContain('县教育局 第1项：缺300万')
    expect(shown(await type(taskCommand, '1', deskFor(of)))).toContain('缺300万')
  })
})

describe('正常推进 in one tap', () => {
  it('is recorded, and the question asked in one field; until then it is 未答', async () => {
    const of = asked()
    const said = await act(reportCommand, { task: '1' }, deskFor(of))
    expect(cardIn(said).text).toContain('已记录')
    expect(shown(said)).toContain(`还请回答：${question}`)
    expectGoodCard(cardIn(said))
    expect(await table(of)).toContain('未答：县教育局第1项')
    const form = formIn(await act(supplement, buttons(cardIn(said))['回答']?.args, deskFor(of)))
    expect(form.fields.map(({ label }) => label)[0]).toBe(question)
    expect(form.fields).toHaveLength(1)
    const done = await act(supplement, { ...form.run.args, words: '没有缺口' }, deskFor(of))
    expect(shown(done)).not.toContain('还请回答')
    expect(await table(of)).toContain('县教育局 第1项：没有缺口')
    expect(await table(of)).not.toContain('未答')
    // One report of the day, not two.
    expect(of.assignments.get('1/县教育局' as never)?.earlier?.map(({ ended }) => ended)).toEqual(['corrected'])
  })

  it('leaves the question on the message it was pressed on, until it is answered', async () => {
    const of = asked()
    const notice = { kind: 'round-due', key: 'k', to: PersonId.parse('u2'), plan: of.id, task: taskNo(1), unit: unitId('县教育局'), round: 'n1', due: day('2026-07-10'), workingDaysLeft: 6 } as const
    const line = () => noticeLine(notice, { view: viewOn('2026-07-06', of, directory), person: personNamed(directory, '苏晚晴'), directory, sentAt: Instant.parse('2026-07-02T01:00:00.000Z'), lang: 'zh' })
    await act(reportCommand, { task: '1' }, deskFor(of))
    expect(plain(line().row.line)).toContain(`未答：${question}`)
    const [answer] = line().row.actions ?? []
    expect(formIn(await act(supplement, answer?.run.args, deskFor(of))).fields[0]?.label).toBe(question)
    await act(supplement, { ...answer?.run.args, words: '没有缺口', form: true }, deskFor(of))
    expect(plain(line().row.line)).toContain('答：没有缺口')
    expect(line().row.actions).toBeUndefined()
  })

  it('asks nothing where the task is in no such round', async () => expect(shown(await act(reportCommand, { task: '3' }, deskFor(asked())))).not.toContain('还请回答'))

  it('is not said of several at once where a question is asked', async () => {
    const of = asked()
    const desk = deskFor(of, { today: '2026-07-06' })
    expect(shown(await act(allNormal, { tasks: '1 3 4' }, desk))).toContain('要回答一个问题，请单独填报')
    expect(desk.recorded).toMatchObject([{ task: 3 }, { task: 4 }])
  })

  it('answers the next day too, as a word of that day', async () => {
    const of = asked()
    const said = await act(reportCommand, { task: '1' }, deskFor(of))
    const form = formIn(await act(supplement, buttons(cardIn(said))['回答']?.args, deskFor(of, { today: '2026-07-07' })))
    await act(supplement, { ...form.run.args, words: '缺20万' }, deskFor(of, { today: '2026-07-07' }))
    expect(await table(of)).toContain('县教育局 第1项：缺20万')
  })
})

describe('words that were typed', () => {
  it('serve as the answer', async () => {
    const of = asked()
    const said = await type(reportCommand, '1 正常推进 还缺80万', deskFor(of))
    expect(shown(said)).not.toContain('还请回答')
    expect(await table(of)).toContain('县教育局 第1项：还缺80万')
  })

  it('are none where they were said before the question was asked', async () => {
    const of = after(after(plan(), '2026-07-01', report(1, '县教育局', { done: '已开工' })), '2026-07-02', openRound({ tasks: [1, 2], question }))
    expect(await table(of)).toContain('未答：县教育局第1项')
  })

  it('of a member of a group are that member’s', async () => {
    const of = asked()
    await type(reportCommand, '2 正常推进 缺2万', deskFor(of, { asker: '姚春梅' }))
    expect(await table(of)).toContain('青石镇 第2项：缺2万')
  })
})

it('an answer stands when the report is put right', async () => {
  const of = asked()
  await act(reportCommand, { task: '1', state: 'normal', answer: '缺300万', form: true }, deskFor(of))
  await type(correctReport, '1 30 进度写错了', deskFor(of))
  expect(await table(of)).toContain('县教育局 第1项：缺300万')
})

it('reads well in English', async () => {
  const of = asked()
  expectGoodCard(cardIn(await act(reportCommand, { task: '1' }, deskFor(of, { lang: 'en' }))))
  expectGoodCard(cardIn(await type(round, 'n1', deskFor(of, { asker: '沈若兰', lang: 'en' }))))
})

describe('补充 where nothing was reported yet', () => {
  it('opens the form of a report, the question of the round in it', async () => {
    const form = formIn(await act(supplement, { task: '1', round: 'n1' }, deskFor(asked())))
    expect(form.run.command).toBe('report')
    expect(form.fields.map(({ name }) => name)).toContain('answer')
  })
})
