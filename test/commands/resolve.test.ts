// What a sitting decides, as it is said.
import { describe, expect, it } from 'vitest'
import { agenda } from '#commands/agenda.ts'
import { commands } from '#commands/index.ts'
import { minutes } from '#commands/minutes.ts'
import { resolve } from '#commands/resolve.ts'
import { withdrawInstruction } from '#commands/withdraw-instruction.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { plain } from '#templates/rich.ts'
import { after, planOf, task, taskNo } from '../builders.ts'
import { call, deskFor, group, plan, press, pressRun, secretary } from './a-sitting.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

describe('what is decided', () => {
  it('is shown with whoever gets it, and is a task when that is pressed', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(resolve, 'm1 教育局牵头、财政局配合，7月底前完成园舍改造', desk)
    expect(shown(answer)).toMatch(/还没有记，请核对[^]*牵头：县教育局，将告诉苏晚晴[^]*配合：县财政局，将告诉唐一鸣[^]*时限：7月31日\(周五\)/)
    expect(desk.recorded).toEqual([])
    const done = await press(answer, '记为议定事项', desk)
    expect(desk.recorded).toMatchObject([{ type: 'arrange-agenda', order: ['task/2', 'task/1', 'task/3'] }, { type: 'decide-item', meeting: 'm1', section: '会议议定', title: '完成园舍改造', words: '教育局牵头、财政局配合，7月底前完成园舍改造', day: '2026-07-31', units: [{ unit: '县教育局', part: 'lead' }, { unit: '县财政局', part: 'support' }] }])
    expect(shown(done)).toMatch(/已议定1项[^]*✅ 已记为第1项：5 /)
    expect(done).toMatchObject({ replaces: true })
  })
  it('is meant of today’s sitting, however it is opened', async () => {
    const found = findCommand(commands, ['议定：教育局牵头7月底前完成园舍改造'])
    if (found.kind !== 'found') throw new Error('not found')
    expect(found.command.name.en).toBe('resolve')
    expect(shown(await act(found.command, found.command.typed(found.words), deskFor(plan(), '2026-07-10')))).toContain('“教育局牵头7月底前完成园舍改造”')
  })
  it('without a day offers three, and with one that is no day says so', async () => {
    const desk = deskFor(plan(), '2026-07-10')
    const answer = await type(resolve, 'm1 教育局2月30日前拿出方案', desk)
    expect(shown(answer)).toContain('没有2月30日这一天。哪天前办？')
    const [chip] = Object.keys(buttons(cardIn(answer))).filter((label) => label.includes('1周'))
    const chosen = await press(answer, chip ?? '', desk)
    expect(shown(chosen)).toContain('时限：7月17日(周五)')
    expect(chosen).toMatchObject({ replaces: true })
    await press(chosen, '记为议定事项', desk)
    expect(desk.recorded.at(-1)).toMatchObject({ day: '2026-07-17' })
  })
  it('without a unit is asked whose it is, or goes into the minutes alone', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(resolve, 'm1 8月底前完成园舍改造', desk)
    expect(shown(answer)).toContain('没有读出由哪个单位办')
    expect(buttons(cardIn(answer))['记为议定事项']).toBeUndefined()
    const form = formIn(await press(answer, '改', desk))
    const read = await act(resolve, { ...form.run.args, words: '8月底前完成园舍改造', lead: '县教育局', support: '', due: '2026-08-31' }, desk)
    expect(shown(read)).toContain('牵头：县教育局')
    expect(read).toMatchObject({ replaces: true })
    expect(shown(await press(answer, '只记入纪要', desk))).toContain('✅ 已记入纪要，第1项')
    expect(of.meetings.get('m1')?.items).toEqual([{ item: 1, words: '8月底前完成园舍改造' }])
  })
  it('of an item of the agenda is one press away from it, and is about that task', async () => {
    const desk = deskFor(plan(), '2026-07-10')
    const rows = cardIn(await type(agenda, 'm1', desk)).sections?.flatMap((section) => section.rows) ?? []
    const run = rows.find(({ line }) => plain(line).includes('普惠园建设'))?.beside?.run
    const form = formIn(await pressRun(run ?? { command: '', args: {} }, desk))
    expect(form.intro?.map(plain)).toContain('关于：1 普惠园建设')
    const read = await act(resolve, { ...form.run.args, words: '教育局7月底前拿出赶工方案', due: '2026-07-31' }, desk)
    expect(read).toMatchObject({ replaces: false })
    await press(read, '记为议定事项', desk)
    expect(desk.recorded.at(-1)).toMatchObject({ type: 'decide-item', about: 1 })
  })
  it('said in one breath comes one after another, in one message', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const first = await type(resolve, 'm1 一是教育局7月底前拿出方案；二是原则同意学位方案；三是财政局8月底前安排经费', desk)
    expect(cardIn(first).text).toContain('（1/3）：教育局7月底前拿出方案')
    const second = await press(first, '记为议定事项', desk)
    expect(shown(second)).toMatch(/（2\/3）[^]*已记为第1项[^]*“原则同意学位方案”/)
    const third = await press(second, '只记入纪要', desk)
    expect(shown(third)).toMatch(/（3\/3）[^]*已记入纪要，第2项/)
    expect(shown(await press(third, '记为议定事项', desk))).toContain('已议定2项')
    expect(of.meetings.get('m1')?.items).toMatchObject([{ item: 1, task: 5 }, { item: 2, words: '原则同意学位方案' }, { item: 3, task: 6 }])
  })
  it('and not looked at to its end is asked for with the sitting, and before its minutes are issued', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const second = await press(await type(resolve, 'm1 教育局7月底前拿出方案；财政局8月底前安排经费；人社局抓紧招聘', desk), '记为议定事项', desk)
    await press(second, '记为议定事项', desk)
    await press(await type(resolve, 'm1 教育局9月底前建成1所公办园', desk), '记为议定事项', desk)
    expect(shown(await type(resolve, 'm1', desk))).toContain('还有1件没有核对：“人社局抓紧招聘”')
    const draft = await type(minutes, 'm1', desk)
    expect(shown(draft)).toContain('还有1件没有核对：“人社局抓紧招聘”')
    expect(cardIn(draft).actions?.find(({ label }) => label === '印发')?.confirm).toMatch(/还有1件没有核对[^]*印发后不能再增减/)
    const left = await press(draft, '接着核对', desk)
    expect(shown(left)).toContain('“人社局抓紧招聘”')
    await press(left, '只记入纪要', desk)
    expect(shown(await type(minutes, 'm1', desk))).not.toContain('没有核对')
  })
  it('and passed over, or written otherwise in the form, waits no more', async () => {
    const desk = deskFor(plan(), '2026-07-10')
    const first = await type(resolve, 'm1 教育局7月底前拿出方案；财政局抓紧安排经费', desk)
    const form = formIn(await press(first, '改', desk))
    const changed = await act(resolve, { ...form.run.args, words: '教育局7月底前拿出初步方案', lead: '县教育局', support: '', due: '2026-07-31' }, desk)
    expect(shown(await type(resolve, 'm1', desk))).toContain('还有2件没有核对')
    const second = await press(changed, '记为议定事项', desk)
    expect(shown(second)).toContain('财政局抓紧安排经费')
    expect(shown(await press(second, '跳过', desk))).not.toContain('没有核对')
  })
  it('too long for a button is kept beside it, and nothing of it is lost', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const long = `教育局7月底前拿出方案，${'要求从严从实抓好落实，'.repeat(60)}完`
    const first = await type(resolve, `m1 一是${long}；二是财政局8月底前安排经费，${'确保及时足额到位，'.repeat(70)}完`, desk)
    const second = await press(first, '记为议定事项', desk)
    await press(second, '记为议定事项', desk)
    expect(of.meetings.get('m1')?.items).toHaveLength(2)
    expect(of.amended.sources.get(of.tasks.get(taskNo(5))?.source ?? '')?.text).toBe(long)
  })
  it('of one of two sittings today is asked, with the words kept', async () => {
    const of = after(plan(), '2026-07-02', call('2026-07-10', 'b2'), secretary)
    const desk = deskFor(of, '2026-07-10')
    const asked = await type(resolve, '教育局7月底前拿出方案', desk)
    expect(shown(asked)).toMatch(/哪次会议？[^]*县教育工作领导小组2026年第一次会议[^]*学前专班2026年第一次会议/)
    expect(shown(await press(asked, '选这个', desk))).toMatch(/“教育局7月底前拿出方案”[^]*学前专班/)
  })
  it('before the hour of its sitting is asked first', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10', '沈若兰', 'zh', '08:00')
    const asked = await press(await type(resolve, 'm1 教育局7月底前拿出方案', desk), '记为议定事项', desk)
    expect(shown(asked)).toContain('还没到15:00，现在就开始？')
    expect(of.meetings.get('m1')?.status).toBe('scheduled')
    expect(shown(await press(asked, '返回', desk))).toContain('“教育局7月底前拿出方案”')
    expect(shown(await press(asked, '开始', desk))).toContain('✅ 已记为第1项：5')
  })
  it('only for the minutes, pressed twice, is one, and is said to be the one it is', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(resolve, 'm1 原则同意学位方案', desk)
    await press(answer, '只记入纪要', desk)
    await press(await type(resolve, 'm1 教育局7月底前拿出方案', desk), '记为议定事项', desk)
    expect(shown(await press(answer, '只记入纪要', desk))).toContain('✅ 已记入纪要，第1项')
    expect(of.meetings.get('m1')?.items).toHaveLength(2)
  })
  it('is taken back by no leader, and by nobody once the minutes are out: said before a reason is written for it', async () => {
    const of = plan()
    await press(await type(resolve, 'm1 教育局7月底前拿出方案', deskFor(of, '2026-07-10')), '记为议定事项', deskFor(of, '2026-07-10'))
    expect(shown(await act(withdrawInstruction, { task: '5' }, deskFor(of, '2026-07-10', '何景川')))).toContain('只有督查室')
    after(of, '2026-07-13', { type: 'issue-minutes', meeting: 'm1' }, secretary)
    expect(shown(await act(withdrawInstruction, { task: '5' }, deskFor(of, '2026-07-13')))).toContain('纪要已于7月13日')
  })
  it('pressed twice is one', async () => {
    const desk = deskFor(plan(), '2026-07-10')
    const answer = await type(resolve, 'm1 教育局7月底前拿出方案', desk)
    await press(answer, '记为议定事项', desk)
    expect(shown(await press(answer, '记为议定事项', desk))).toContain('这一条已经记为第5项')
  })
  it('before its day, or by somebody else, is refused with the words kept', async () => {
    expect(shown(await type(resolve, 'm1 教育局7月底前拿出方案', deskFor(plan(), '2026-07-06')))).toContain('还没到日子')
    expect(shown(await type(resolve, '教育局7月底前拿出方案', deskFor(planOf([task(1)], { bodies: [group] }))))).toContain('今天没有会')
  })
  it('that was not so is taken back: the record keeps it, and its units are told', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const done = await press(await type(resolve, 'm1 教育局7月底前拿出方案', desk), '记为议定事项', desk)
    const form = formIn(await press(done, '撤下', desk))
    expect(form.title).toBe('撤下议定事项')
    expect(shown(await act(withdrawInstruction, { ...form.run.args, words: '会上没有定' }, desk))).toMatch(/已撤下：5 [^]*苏晚晴/)
    expect(of.tasks.has(taskNo(5))).toBe(false)
    expect(shown(await type(resolve, 'm1', desk))).toMatch(/已议定0项[^]*第1项 已撤下：教育局7月底前拿出方案（会上没有定）/)
  })
})
