import { describe, expect, it } from 'vitest'
import { reminderSettings } from '#commands/reminder-settings.ts'
import { remindersAhead } from '#commands/reminders-ahead.ts'
import { commands } from '#commands/index.ts'
import type { Answer } from '#src/command.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { renderText } from '#src/slack/render-text.ts'
import type { Action, Card } from '#templates/card.ts'
import { after, directoryWith, planOf, planWith, task } from '#test/builders.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'

const lead = '县教育局'
const directory = () => directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: [lead] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const plan = () => planWith(task(1, { title: '新建幼儿园', due: '2026-07-31', lead }), task(2, { title: '校舍加固', due: '2026-07-10', lead: '县财政局' }))
const at = (asker = '沈若兰', of = plan(), today = '2026-07-02', known = told): TestDesk => deskOf({ today, asker, plans: [of], directory: directory(), told: [...known] })
/** First messages went out long ago. */
const told = ['handed-out/p1/县教育局/u2', 'handed-out/p1/县财政局/u3']
/** And what was due at the mark that had begun. */
const toldOnTime = [...told, 'due-soon/p1/2/县财政局/2026-07-10/7/u3']

async function typed(desk: TestDesk, words: string): Promise<Answer> {
  const found = findCommand(commands, words.split(' '))
  if (found.kind !== 'found') throw new Error(`no command: ${words}`)
  const answer = await found.command.handle(found.command.typed(found.words), desk)
  if (answer.kind === 'args-refused') throw new Error(JSON.stringify(answer.issues))
  return answer
}
const card = (answer: Answer): Card => {
  if (answer.kind !== 'card') throw new Error(`a ${answer.kind} and no card`)
  expectGoodCard(answer.card)
  return answer.card
}
const text = (answer: Answer): string => renderText(card(answer))
const button = (answer: Answer, label: string): Action => {
  const found = card(answer).actions?.find((action) => action.label === label)
  if (found === undefined) throw new Error(`no button ${label}`)
  return found
}
const press = async (desk: TestDesk, { run }: Action): Promise<Answer> => {
  const answer = await (commands.find(({ name }) => name.en === run.command) ?? reminderSettings).handle(run.args, desk)
  if (answer.kind === 'args-refused') throw new Error(JSON.stringify(answer.issues))
  return answer
}
const policy = (desk: TestDesk) => policyOf([...desk.plans.values()][0] ?? {})

describe('提醒设置, typed with other numbers', () => {
  it('shows what would be sent beside what is sent, and writes nothing', async () => {
    const desk = at()
    const answer = await typed(desk, '提醒设置 p1 到期前 15,5,1')
    expect(text(answer)).toContain('到期前 30,7,3,1,0 → 15,5,1')
    expect(text(answer)).toMatch(/现在发\d+条，改后发\d+条，少\d+条/)
    expect(text(answer)).toContain('苏晚晴')
    expect(text(answer)).toContain('还没有保存')
    expect(desk.recorded).toEqual([])
  })
  it('is saved by one press, with who, when and what', async () => {
    const desk = at()
    const saved = await press(desk, button(await typed(desk, '提醒设置 p1 到期前 15,5,1 每日提醒 8点半 原因 汛期'), '保存'))
    expect(text(saved)).toContain('每日提醒 09:00 → 08:30')
    expect(policy(desk)).toMatchObject({ dueMarks: [15, 5, 1], digestFrom: '08:30' })
    const shown = text(await typed(desk, '提醒设置'))
    expect(shown).toMatch(/7月2日 09:00 沈若兰：到期前 30,7,3,1,0 → 15,5,1，每日提醒 09:00 → 08:30；原因：汛期/)
    expect(shown).toContain('默认30,7,3,1,0')
  })
  it('goes back to the defaults in one tap, and says so in the history', async () => {
    const desk = at('沈若兰', after(plan(), '2026-06-30', { type: 'set-policy', set: { headAfter: 3 } }))
    await press(desk, button(await typed(desk, '提醒设置'), '恢复默认'))
    expect(policy(desk).headAfter).toBe(5)
    expect(text(await typed(desk, '提醒设置'))).toContain('全部恢复默认，告知负责人 3 → 5')
  })
  it.each(['默认', '恢复默认', '全部默认'])('typed (%s), the defaults are shown first too, and written only then', async (words) => {
    const desk = at('沈若兰', after(plan(), '2026-06-30', { type: 'set-policy', set: { headAfter: 3, dueMarks: [9] } }))
    const shown = await typed(desk, `提醒设置 p1 ${words}`)
    expect(text(shown)).toContain('还没有保存')
    expect(policy(desk).headAfter).toBe(3)
    await press(desk, button(shown, '保存'))
    expect(policy(desk)).toMatchObject({ headAfter: 5, dueMarks: [30, 7, 3, 1, 0] })
    expect(text(await typed(desk, '提醒设置'))).toContain('全部恢复默认')
  })
  it('shown so, the defaults are what the form brings that changes them again', async () => {
    const desk = at('沈若兰', after(plan(), '2026-06-30', { type: 'set-policy', set: { headAfter: 3 } }))
    const again = await press(desk, button(await typed(desk, '提醒设置 p1 默认'), '再改'))
    expect(again.kind === 'form' ? again.form.fields.find(({ name }) => name === 'headAfter') : again).toMatchObject({ now: '5' })
  })
  it('goes back to the default of one of them', async () => {
    const desk = at('沈若兰', after(plan(), '2026-06-30', { type: 'set-policy', set: { headAfter: 3, dueMarks: [9] } }))
    await press(desk, button(await typed(desk, '提醒设置 p1 到期前 默认'), '保存'))
    expect(policy(desk)).toMatchObject({ headAfter: 3, dueMarks: [30, 7, 3, 1, 0] })
  })
  it.each([['到期前 5 天', { dueMarks: [5] }], ['逾期每隔 3 个工作日', { overdueEvery: 3 }], ['逾期每隔3天', { overdueEvery: 3 }], ['逾期 3', { overdueEvery: 3 }], ['head-after 3', { headAfter: 3 }], ['到期前 15、5、当天', { dueMarks: [15, 5, 0] }], ['免打扰起 18:00', { quietFrom: '18:00' }]])('understands %s', async (words, set) => {
    const desk = at()
    await press(desk, button(await typed(desk, `提醒设置 p1 ${words}`), '保存'))
    expect(policy(desk)).toMatchObject(set)
  })
  it.each([['告知负责人 500', '1到120'], ['每日提醒 7点', '免打扰'], ['到期前 十五', '没有看懂'], ['频率 3', '没有叫“频率”'], ['告知负责人 5', '已经是这样']])('refuses %s with the way out, and writes nothing', async (words, says) => {
    const desk = at()
    expect(text(await typed(desk, `提醒设置 p1 ${words}`))).toContain(says)
    expect(desk.recorded).toEqual([])
  })
  it('that another has changed meanwhile are looked at again', async () => {
    const desk = at()
    const save = button(await typed(desk, '提醒设置 p1 告知负责人 3'), '保存')
    for (const each of desk.allPlans.values()) after(each, '2026-07-02', { type: 'set-policy', set: { digestLines: 9 } }, 'u1' as never)
    expect(text(await press(desk, save))).toContain('沈若兰')
    expect(policy(desk).headAfter).toBe(5)
  })
  it('are not a contact’s to change, but to see', async () => {
    expect(text(await typed(at('苏晚晴'), '提醒设置 p1 告知负责人 3'))).toContain('沈若兰')
    expect(card(await typed(at('苏晚晴'), '提醒设置')).actions?.map(({ label }) => label)).toEqual(['未来30天提醒'])
  })
})

describe('the form', () => {
  const form = async (desk: TestDesk) => {
    const answer = await press(desk, button(await typed(desk, '提醒设置'), '改常用设置'))
    if (answer.kind !== 'form') throw new Error('no form')
    return answer.form
  }
  const send = async (desk: TestDesk, written: Record<string, string>, opened?: Awaited<ReturnType<typeof form>>): Promise<Answer> => {
    const { run, fields } = opened ?? (await form(desk))
    const values = Object.fromEntries(fields.flatMap((field) => (field.kind === 'line' && field.now !== undefined ? [[field.name, field.now]] : [])))
    const answer = await reminderSettings.handle({ ...run.args, ...values, ...written }, desk)
    if (answer.kind === 'args-refused') throw new Error(JSON.stringify(answer.issues))
    return answer
  }
  it('shows the numbers as they stand', async () => expect((await form(at())).fields.find(({ name }) => name === 'dueMarks')).toMatchObject({ now: '30,7,3,1,0' }))
  it('leads to the preview, and from there to what is saved', async () => {
    const desk = at()
    await press(desk, button(await send(desk, { headAfter: '3', reason: '上级要求' }), '保存'))
    expect(desk.recorded).toMatchObject([{ type: 'set-policy', set: { headAfter: 3 }, reason: '上级要求', seen: 0 }])
  })
  it('says beside every field what is wrong with it', async () => {
    const answer = await send(at(), { headAfter: '三天', overdueEvery: 'x' })
    expect(answer.kind === 'form-errors' ? Object.keys(answer.errors) : answer.kind).toEqual(['overdueEvery', 'headAfter'])
    expect(await send(at(), { headAfter: '0' })).toMatchObject({ kind: 'form-errors', errors: { headAfter: expect.stringContaining('1到120') as string } })
    expect(await send(at(), {})).toMatchObject({ kind: 'form-errors', errors: { dueMarks: expect.stringContaining('已经是这样') as string } })
  })
  it('opened before another changed something leaves that as it is', async () => {
    const desk = at()
    const opened = await form(desk)
    for (const each of desk.allPlans.values()) after(each, '2026-07-02', { type: 'set-policy', set: { digestLines: 9 } })
    await press(desk, button(await send(desk, { headAfter: '3' }, opened), '保存'))
    expect(policy(desk)).toMatchObject({ headAfter: 3, digestLines: 9 })
  })
  it('is opened again from the preview with what was written', async () => {
    const desk = at()
    const again = await press(desk, button(await send(desk, { headAfter: '3' }), '再改'))
    expect(again.kind === 'form' ? again.form.fields.find(({ name }) => name === 'headAfter') : again).toMatchObject({ now: '3' })
  })
})

describe('what is reminded of ahead', () => {
  it('tomorrow is everybody’s to a secretary', async () => {
    const answer = await typed(at('沈若兰', plan(), '2026-07-06', toldOnTime), '明天提醒什么')
    expect(text(answer)).toContain('明天7月7日(周二)要发1条提醒')
    expect(text(answer)).toContain('唐一鸣')
    expect(text(answer)).toContain('校舍加固')
  })
  it('tomorrow is a contact’s own', async () => {
    expect(text(await typed(at('唐一鸣', plan(), '2026-07-06', toldOnTime), '明天提醒什么'))).toContain('校舍加固')
    const other = text(await typed(at('苏晚晴', plan(), '2026-07-06'), '明天提醒什么'))
    expect(other).toContain('没有给您的提醒')
    expect(other).toContain('下一次是')
  })
  it('on a day off is nothing, and says when the next goes', async () => expect(text(await typed(at('沈若兰', plan(), '2026-07-03'), '明天提醒什么'))).toMatch(/明天7月4日\(周六\)休息，不发提醒。下一次是7月\d+日/))
  it('for thirty days is a line a day, each of which can be opened', async () => {
    const desk = at()
    const answer = await typed(desk, '未来30天提醒')
    const [row] = card(answer).sections?.[0]?.rows ?? []
    expect(text(answer)).toMatch(/到8月1日要发\d+条提醒，分在\d+天/)
    if (row?.beside === undefined) throw new Error('no way to the day')
    expect(text(await press(desk, row.beside))).toContain('要发')
  })
  it('is by the plan’s own numbers', async () => {
    const days = async (of: ReturnType<typeof plan>) => card(await typed(at('唐一鸣', of), '未来30天提醒')).sections?.[0]?.rows.length
    expect(await days(after(plan(), '2026-06-30', { type: 'set-policy', set: { dueMarks: [1], overdueEvery: 30 } }))).toBeLessThan((await days(plan())) ?? 0)
  })
  it('is nothing of a plan that was not handed out, to its contacts', async () => {
    const waiting = planOf([task(1, { due: '2026-07-10', lead })], { handedOutOn: false })
    expect(text(await typed(at('苏晚晴', waiting), '未来30天提醒'))).toContain('没有要发给您的提醒')
  })
  it('is shown and never sent or recorded', async () => {
    const desk = at()
    await remindersAhead.handle({}, desk)
    expect(desk.recorded).toEqual([])
  })
})
