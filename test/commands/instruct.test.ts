// 批示、交办: read, shown with whoever will get it, and given out when that is pressed.
import { describe, expect, it } from 'vitest'
import { confirmInstruction } from '#commands/confirm-instruction.ts'
import { history as historyCommand } from '#commands/history.ts'
import { instructOnBehalf } from '#commands/instruct-on-behalf.ts'
import { instruct } from '#commands/instruct.ts'
import { instructions } from '#commands/instructions.ts'
import { said } from '#commands/said.ts'
import { task as taskCommand } from '#commands/task.ts'
import { why as whyCommand } from '#commands/why.ts'
import { withdrawInstruction } from '#commands/withdraw-instruction.ts'
import { Instant } from '#src/calendar/day.ts'
import type { Command } from '#src/command.ts'
import { evolveDirectory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { replyDoor } from '#src/sayings.ts'
import type { Action, Card, Form } from '#templates/card.ts'
import { formWaits } from '#templates/failed.ts'
import { plain } from '#templates/rich.ts'
import { after, claim, acceptClaim, directoryWith, personNamed, planOf, planWith, report, stampOf, task, taskNo, unitId } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'

const county = () => {
  const directory = directoryWith([{ name: '县教育局', aliases: ['县教体局'] }, '县财政局', '县人社局', '县第一中学', { name: '各乡镇', aliases: [], members: ['青石镇', '柳河镇'] }, '青石镇', '柳河镇'],
    { name: '沈若兰', roles: ['secretary'] }, { name: '李县长', roles: ['leader'] }, { name: '韩雪' }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '王副县长', roles: ['leader'] })
  evolveDirectory(directory, { type: 'aide-named', person: personNamed(directory, '韩雪').id, leader: personNamed(directory, '李县长').id }, stampOf('2026-07-01'))
  return directory
}
const plan = (): PlanState => planWith(task(1, { lead: '县教育局' }), task(12, { title: '集团化办学', lead: '县教育局' }))
const deskWith = (asker: string, more: Parameters<typeof deskOf>[0] = {}): TestDesk => deskOf({ plans: [plan()], directory: county(), asker, ...more })
type Handled = Awaited<ReturnType<Command['handle']>>
const cardOf = (answer: Handled): Card => {
  if (answer.kind !== 'card') throw new Error(`no card: ${JSON.stringify(answer).slice(0, 300)}`)
  return answer.card
}
const formOf = (answer: Handled): Form => {
  if (answer.kind !== 'form') throw new Error(`no form: ${JSON.stringify(answer).slice(0, 300)}`)
  return answer.form
}
const read = (answer: Handled): string => ((card) => [card.text, ...(card.lines ?? []).map(plain), ...(card.sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => plain(line))), ...(card.actions ?? []).map(({ label }) => `[${label}]`), ...(card.footer === undefined ? [] : [plain(card.footer)])].join('\n'))(cardOf(answer))
const button = (answer: Handled, label: string): Action => {
  const found = cardOf(answer).actions?.find((action) => action.label.startsWith(label))
  if (found === undefined) throw new Error(`no ${label} in ${read(answer)}`)
  return found
}
const typed = (command: Command, desk: TestDesk, line: string): Promise<Handled> => command.handle(command.typed(line.split(' ').filter((word) => word !== '')), desk)
const pressed = (desk: TestDesk, answer: Handled, label: string): Promise<Handled> => {
  const { run } = button(answer, label)
  const found = [instruct, instructOnBehalf, confirmInstruction, withdrawInstruction].find(({ name }) => name.en === run.command)
  if (found === undefined) throw new Error(run.command)
  return found.handle(run.args, desk)
}
const fieldOf = (form: Form, name: string) => form.fields.find((field) => field.name === name)

describe('an instruction that names units and a day', () => {
  it('is shown with exactly who will get it, and nothing is recorded', async () => {
    const desk = deskWith('李县长')
    const says = read(await typed(instruct, desk, '请教育局和财政局7月10日前拿出校车方案'))
    expect(says).toContain('还没有下发，请核对')
    expect(says).toContain('李县长批示：“请教育局和财政局7月10日前拿出校车方案”')
    expect(says).toContain('牵头：县教育局，将告诉苏晚晴')
    expect(says).toContain('配合：县财政局，将告诉唐一鸣')
    expect(says).toContain('时限：7月10日(周五)')
    expect(says).toMatch(/\[下发\]\n\[改\]/)
    expect(desk.recorded).toEqual([])
  })

  it('is recorded in its own words when 下发 is pressed, and the same press says under which number', async () => {
    const desk = deskWith('李县长')
    const answer = await pressed(desk, await typed(instruct, desk, '12 请教育局和财政局7月10日前拿出校车方案'), '下发')
    expect(read(answer)).toContain('已下发：13 请教育局和财政局7月10日前拿出校车方案')
    expect(desk.recorded).toMatchObject([{ type: 'instruct', rank: 'leader', words: '请教育局和财政局7月10日前拿出校车方案', day: '2026-07-10', about: 12, units: [{ unit: '县教育局', part: 'lead' }, { unit: '县财政局', part: 'support' }], section: '领导批示' }])
    expect(answer).toMatchObject({ replaces: true })
  })

  it('is not given out twice', async () => {
    const desk = deskWith('李县长')
    const shown = await typed(instruct, desk, '请教育局7月10日前拿出方案')
    await pressed(desk, shown, '下发')
    expect(read(await pressed(desk, shown, '下发'))).toContain('这句话已于7月2日(周四)下发，编号第13项')
  })

  it('says who has no contact, to whoever can name one with the button for it', async () => {
    const desk = deskWith('沈若兰')
    const answer = await typed(instruct, desk, '请人社局7月10日前核定编制')
    expect(read(answer)).toContain('没有联络员，告诉不到，请先指定')
    expect(button(answer, '指定联络员').run).toEqual({ command: 'people', args: { act: 'name', unit: '县人社局' } })
    expect(read(await typed(instruct, deskWith('李县长'), '请人社局7月10日前核定编制'))).not.toContain('[指定联络员]')
  })
  it('says who has no contact', async () => expect(read(await typed(instruct, deskWith('李县长'), '请人社局7月10日前核定编制'))).toContain('牵头：县人社局，⚠️ 没有联络员，告诉不到'))

  it('moves a day off to the working day before it, and says so', async () => expect(read(await typed(instruct, deskWith('李县长'), '请教育局7月11日前报方案'))).toMatch(/时限：7月10日\(周五\)（7月11日.*是休息日）/))

  it('says when its units will hear of it, where that is not at once', async () => {
    const desk = deskWith('李县长', { now: Instant.parse('2026-07-03T13:00:00.000Z'), today: '2026-07-03' })
    const shown = await typed(instruct, desk, '请教育局7月10日前拿出方案')
    expect(read(shown)).toContain('下发后单位于7月6日 08:00收到')
    expect(read(await pressed(desk, shown, '下发'))).toContain('现在是休息时间，单位于7月6日 08:00收到')
  })

  it('is the office’s own of a secretary', async () => {
    const desk = deskWith('沈若兰')
    const answer = await pressed(desk, await typed(instruct, desk, '请教育局7月10日前报方案'), '下发')
    expect(read(answer)).toContain('已下发')
    expect(desk.recorded).toMatchObject([{ type: 'instruct', rank: 'office', section: '督查室交办' }])
  })

  it('takes who leads and who supports from the words', async () => {
    const says = async (line: string) => read(await typed(instruct, deskWith('李县长'), line))
    expect(await says('请财政局配合教育局7月10日前拿出方案')).toMatch(/牵头：县教育局[^]*配合：县财政局/)
    expect(await says('财政局、人社局配合，由教育局牵头7月10日前拿出方案')).toMatch(/牵头：县教育局[^]*配合：县财政局[^]*配合：县人社局/)
    expect(await says('请教育局会同财政局7月10日前拿出方案')).toMatch(/牵头：县教育局[^]*配合：县财政局/)
    expect(await says('请各乡镇7月10日前报名单')).toContain('牵头：各乡镇')
  })
})

describe('an instruction without a day', () => {
  it('offers three days by their dates, each one press from being shown whole', async () => {
    const desk = deskWith('李县长')
    const shown = await typed(instruct, desk, '请教育局拿出方案')
    expect(read(shown)).toMatch(/哪天前办？[^]*\[3天 · 7月6日\]\n\[1周 · 7月9日\]\n\[月底 · 7月31日\]\n\[选日期\]/)
    const withDay = await pressed(desk, shown, '1周')
    expect(read(withDay)).toContain('时限：7月9日(周四)')
    expect(withDay).toMatchObject({ replaces: true })
    expect(desk.recorded).toEqual([])
    await pressed(desk, withDay, '下发')
    expect(desk.recorded).toMatchObject([{ day: '2026-07-09' }])
  })

  it.each([['月底前', '7月31日'], ['下周五前', '7月10日'], ['10个工作日内', '7月16日'], ['一周内', '7月9日'], ['两周内', '7月16日']])('reads %s', async (words, day) => expect(read(await typed(instruct, deskWith('李县长'), `请教育局${words}拿出方案`))).toContain(`时限：${day}`))

  it('takes no day that is past, and none of two', async () => {
    expect(read(await typed(instruct, deskWith('李县长'), '6月20日会议定的事请教育局落实'))).toContain('哪天前办')
    expect(read(await typed(instruct, deskWith('李县长'), '请教育局7月10日和7月20日各报一次'))).toContain('哪天前办')
    expect(read(await typed(instruct, deskWith('李县长'), '7月8日开会，请教育局7月10日前报方案'))).toContain('时限：7月10日')
  })
})

describe('an instruction whose unit cannot be read', () => {
  it('asks, with what was written kept, and guesses nobody', async () => {
    const form = formOf(await typed(instruct, deskWith('李县长'), '7月10日前拿出方案'))
    expect(form.intro?.map(plain).join()).toContain('没有读出由哪个单位办')
    expect(fieldOf(form, 'words')).toMatchObject({ now: '7月10日前拿出方案' })
    expect(fieldOf(form, 'lead')).not.toHaveProperty('now')
  })

  it('asks which, where a name could be two units', async () => {
    const form = formOf(await typed(instruct, deskOf({ plans: [plan()], asker: '李县长', directory: directoryWith(['县实验学校', '市实验学校'], { name: '李县长', roles: ['leader'] }) }), '请实验学校7月10日前报方案'))
    expect(form.intro?.map(plain).join()).toContain('“实验学校”可能是县实验学校或市实验学校')
  })

  it('says beside the field what is missing when the form comes back without it', async () => {
    const desk = deskWith('李县长')
    expect(await instruct.handle({ words: '拿出方案', form: true }, desk)).toMatchObject({ kind: 'form-errors', errors: { lead: expect.stringContaining('牵头单位') as string } })
    expect(await instruct.handle({ words: '', form: true }, desk)).toMatchObject({ kind: 'form-errors', errors: { words: expect.any(String) as string } })
    expect(await instruct.handle({ words: '拿出方案', lead: '县教育局', support: '县卫健局', form: true }, desk)).toMatchObject({ kind: 'form-errors', errors: { support: expect.stringContaining('县卫健局') as string } })
  })

  it('goes on to be checked once it is chosen in the form', async () => {
    const says = read(await instruct.handle({ words: '拿出方案', lead: '县教育局', support: '财政局', due: '2026-07-10', form: true }, deskWith('李县长')))
    expect(says).toMatch(/牵头：县教育局[^]*配合：县财政局[^]*时限：7月10日[^]*\[下发\]/)
  })
})

describe('which plan an instruction goes into', () => {
  it('is asked where there are several, and never one that nobody was told of', async () => {
    const plans = [plan(), planOf([task(1)], { id: 'p2', title: '乡村振兴方案' }), planOf([task(1)], { id: 'p3', title: '没下发的', handedOutOn: false })]
    const desk = deskWith('李县长', { plans })
    const asked = await typed(instruct, desk, '请教育局7月10日前报方案')
    expect(JSON.stringify(asked)).toContain('乡村振兴方案')
    expect(JSON.stringify(asked)).not.toContain('没下发的')
    expect(read(await instruct.handle({ words: '请教育局7月10日前报方案', plan: 'p2' }, desk))).toContain('《乡村振兴方案》')
  })
})

describe('words too long for a button', () => {
  it('are kept beside it, and given out whole', async () => {
    const words = `请教育局7月10日前${'认真梳理'.repeat(200)}`
    const desk = deskWith('李县长')
    const run = button(await typed(instruct, desk, words), '下发').run
    expect(run.command).toBe('again')
    const kept = await desk.words.find(String(run.args['id']))
    await instruct.handle(kept?.args, desk)
    expect(desk.recorded).toMatchObject([{ words }])
  })
})

describe('an order to many', () => {
  it('is given out to all of them, more than a button can carry', async () => {
    const directory = county()
    const units = Array.from({ length: 60 }, (_, nth) => `第${nth + 1}中心学校`)
    for (const name of units) directory.units.set(unitId(name), { id: unitId(name), name, aliases: [] })
    const desk = deskWith('李县长', { directory })
    const run = button(await typed(instruct, desk, `请教育局和${units.join('、')}7月10日前排查校车`), '下发').run
    const kept = run.command === 'again' ? await desk.words.find(String(run.args['id'])) : run
    await instruct.handle(kept?.args, desk)
    expect(desk.recorded).toMatchObject([{ type: 'instruct', units: { length: 61 } }])
  })
})

describe('the office’s own order', () => {
  it('is not an aide’s to take back', async () => {
    const given = plan()
    const secretary = deskWith('沈若兰', { plans: [given] })
    await pressed(secretary, await typed(instruct, secretary, '请教育局7月10日前拿出方案'), '下发')
    const aide = deskWith('韩雪', { plans: [given] })
    expect(read(await typed(withdrawInstruction, aide, '13 记错了'))).toContain('代录的人')
    expect(given.tasks.has(taskNo(13))).toBe(true)
    expect(JSON.stringify(await typed(taskCommand, aide, '13'))).not.toContain('withdraw-instruction')
    expect(read(await typed(withdrawInstruction, secretary, '13 记错了'))).toContain('已收回：13')
  })
})

describe('a spoken instruction', () => {
  it('is recorded by the leader’s aide as that leader’s, and waits for a word', async () => {
    const desk = deskWith('韩雪')
    const shown = await typed(instructOnBehalf, desk, '电话 请教育局7月10日前拿出方案')
    expect(read(shown)).toMatch(/李县长批示（7月2日电话，代录）：“请教育局7月10日前拿出方案”/)
    expect(read(await pressed(desk, shown, '下发'))).toContain('已代录并下发：13')
    expect(desk.recorded).toMatchObject([{ type: 'instruct-on-behalf', from: 'u2', onBehalf: { who: '李县长', how: '电话', on: '2026-07-02' } }])
  })

  it('is what an aide records with 批示 too', async () => expect(read(await typed(instruct, deskWith('韩雪'), '请教育局7月10日前拿出方案'))).toContain('口头，代录'))

  it('is of whichever leader a secretary names, and asked where none is named', async () => {
    const desk = deskWith('沈若兰')
    expect(read(await typed(instructOnBehalf, desk, '请教育局7月10日前拿出方案'))).toMatch(/这是谁的批示[^]*\[李县长的批示\]\n\[王副县长的批示\]/)
    expect(read(await typed(instructOnBehalf, desk, '王副县长 当面 12 请教育局7月10日前拿出方案'))).toMatch(/王副县长批示（7月2日当面，代录）[^]*关于：12 集团化办学/)
  })

  it('is for nobody else: a contact is told who may', async () => {
    // The door of the desk stops her before; the act itself is refused as well.
    expect(read(await typed(instructOnBehalf, deskWith('苏晚晴'), '请教育局报方案'))).toContain('还不知道记谁的批示')
  })

  it('is confirmed in one tap, or taken off the register with a reason', async () => {
    const given = plan()
    await pressed(deskWith('韩雪', { plans: [given] }), await typed(instructOnBehalf, deskWith('韩雪', { plans: [given] }), '请教育局7月10日前拿出方案'), '下发')
    const leader = deskWith('李县长', { plans: [given] })
    expect(formOf(await typed(withdrawInstruction, leader, '13')).fields[0]).toMatchObject({ name: 'words' })
    expect(read(await typed(confirmInstruction, leader, '13'))).toContain('已确认属实：13')
    expect(read(await typed(withdrawInstruction, leader, '13 没有这样说'))).toMatch(/已收回：13[^]*会告诉苏晚晴不用办了/)
    expect(given.amended.withdrawn.get(taskNo(13))?.words).toBe('没有这样说')
    const gone = read(await typed(taskCommand, leader, '13'))
    expect(gone).toMatch(/已收回[^]*收回：没有这样说/)
    expect(gone).not.toMatch(/已撤销|撤下/)
    expect(read(await typed(historyCommand, leader, '13'))).toMatch(/共\d+条记录[^]*收回批示 “没有这样说”/)
  })
})

describe('我的批示', () => {
  it('has open ones first, each with its light, unit, last word and date; done ones after', async () => {
    const given = plan()
    const leader = () => deskWith('李县长', { plans: [given] })
    for (const line of ['请教育局7月20日前拿出校车方案', '请财政局7月10日前安排经费']) await pressed(leader(), await typed(instruct, leader(), line), '下发')
    after(given, '2026-07-03', report(13, '县教育局', { done: '已开两次会' }))
    after(given, '2026-07-03', claim(14, '县财政局'))
    const says = read(await typed(instructions, deskWith('李县长', { plans: [given], today: '2026-07-06' }), ''))
    expect(says).toMatch(/我的批示 · 在办2件、办结0件（截至7月6日）/)
    expect(says).toMatch(/14 请财政局[^]*申请办结\(7月3日\)：已完成[^]*13 请教育局[^]*县教育局 · 时限：7月20日[^]*已开两次会/)
    after(given, '2026-07-06', acceptClaim(14, '县财政局'), personNamed(county(), '沈若兰').id)
    expect(read(await typed(instructions, deskWith('李县长', { plans: [given], today: '2026-07-07' }), ''))).toMatch(/在办1件、办结1件/)
    expect(read(await typed(instructions, deskWith('王副县长', { plans: [given] }), ''))).toContain('还没有批示')
    expect(read(await typed(instructions, deskWith('韩雪', { plans: [given] }), ''))).toContain('13 请教育局')
  })

  it('shows on the task’s card whose words they are, and never calls them the plan’s', async () => {
    const desk = deskWith('李县长')
    await pressed(desk, await typed(instruct, desk, '12 请教育局7月20日前拿出校车方案'), '下发')
    const answer = await typed(taskCommand, desk, '13')
    expect(read(answer)).toMatch(/📌 李县长批示 7月2日 · 关于12 集团化办学/)
    expect(cardOf(answer).sections?.map(({ heading }) => (heading === undefined ? '' : plain(heading))).join()).toContain('李县长批示原话')
    expect(JSON.stringify(answer)).not.toContain('方案原文')
    const why = await typed(whyCommand, desk, '13')
    expect(read(why)).toContain('📌 李县长批示 7月2日')
    expect(cardOf(why).sections?.map(({ heading }) => (heading === undefined ? '' : plain(heading))).join()).toContain('李县长批示原话')
  })
})

describe('an instruction where several plans are there', () => {
  const two = (asker: string): TestDesk => deskWith(asker, { plans: [plan(), planOf([task(1, { lead: '县财政局' })], { id: 'p2', title: '第二个方案' })] })

  it('without words asks for words and plan in one form', async () => {
    const form = formOf(await typed(instruct, two('李县长'), ''))
    expect(form.fields.map(({ name }) => name)).toEqual(['words', 'lead', 'support', 'plan', 'due'])
    expect(formWaits(form, { command: 'instruct', args: {} }, 'zh').text).toContain('请写批示内容')
  })
  it.each([['请火星局拿出方案', '没有读出由哪个单位办'], ['抓紧', '没有读出由哪个单位办']])('that names no unit here says so before any plan is asked: %s', async (words, says) => {
    const form = formOf(await typed(instruct, two('李县长'), words))
    expect(form.intro?.map(plain).join()).toContain(says)
    expect(formWaits(form, { command: 'instruct', args: {} }, 'zh').text).toContain(says)
    expect(fieldOf(form, 'words')).toMatchObject({ now: words })
  })
  it('that lacks nothing is asked of which plan it is', async () => expect(read(await typed(instruct, two('李县长'), '请教育局7月10日前拿出方案'))).toContain('请选择方案'))
  it('is of the plan that was chosen in the form', async () =>
    expect(read(await instruct.handle({ words: '抓紧落实', lead: '县财政局', plan: 'p2', due: '2026-07-10', form: true }, two('李县长')))).toContain('第二个方案'))
})

describe('words of a leader that read like an order', () => {
  const { said: door } = replyDoor(said, () => [])
  const wrote = (words: string, asker = '李县长') => door({ words, isDocument: false }, deskWith(asker))

  it.each(['请教育局下周五前拿出方案', '教育局下周五前拿出方案', '这件事拖得太久，请财政局尽快落实经费', '要求财政局抓紧', 'please have 县教育局 draft a plan'])('are one press away from an instruction with these words: %s', async (words) => {
    const answer = await wrote(words)
    if (answer === undefined) throw new Error('nothing was answered')
    expect(cardOf(answer as Handled).text).toBe('要作为批示下发吗？')
    expect(button(answer as Handled, '批示').run).toEqual({ command: 'instruct', args: { words } })
  })
  it('are offered to an aide as what their leader said', async () => expect(button((await wrote('请教育局下周五前拿出方案', '韩雪')) as Handled, '口头批示').run.command).toBe('spoken'))
  it.each([['辛苦了', '李县长'], ['由于天气原因', '李县长'], ['教育局辛苦了', '李县长'], ['请教育局下周五前拿出方案', '苏晚晴']])('are none otherwise: %s of %s', async (words, asker) => {
    const answer = await wrote(words, asker)
    expect(answer?.kind === 'card' ? answer.card.text : '').not.toContain('批示下发')
  })
})
