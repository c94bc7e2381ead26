// A sitting from its agenda to its minutes, and what the next one begins with.
import { describe, expect, it } from 'vitest'
import { agenda } from '#commands/agenda.ts'
import { attendance } from '#commands/attendance.ts'
import { commands } from '#commands/index.ts'
import { meetingNotice } from '#commands/meeting-notice.ts'
import { minutes } from '#commands/minutes.ts'
import { resolve } from '#commands/resolve.ts'
import { withdrawInstruction } from '#commands/withdraw-instruction.ts'
import { answerTo } from '#commands/question.ts'
import type { Answer } from '#src/command.ts'
import type { Run } from '#templates/card.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { plain } from '#templates/rich.ts'
import { acceptClaim, after, claim, day, directoryWith, personNamed, planOf, report, task, taskNo } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const secretary = PersonId.parse('u1')
const directory = directoryWith([{ name: '县教育局', aliases: ['县教体局'] }, '县财政局', '县人社局'],
  { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '韩雪', contactOf: ['县人社局'] })
const group = { id: 'b1', name: '县教育工作领导小组', convened: true, leader: '何景川', deputies: [], members: ['县教育局', '县财政局', '县人社局主要负责同志'], office: '县教育局', cadences: [] }
const team = { id: 'b2', name: '学前专班', convened: true, deputies: [], members: ['县教育局'], section: '学前教育', cadences: [] }
const call = (on: string, body = 'b1') => ({ type: 'schedule-meeting' as const, body, day: day(on), time: '15:00', place: '二楼会议室' })
/** 1 is overdue, 2 is stuck, 3 is near, 4 is well. */
function plan(): PlanState {
  const of = planOf([task(1, { title: '普惠园建设', lead: '县教育局', due: '2026-06-20' }), task(2, { title: '教师补充', lead: '县人社局' }), task(3, { title: '生均经费', lead: '县财政局', due: '2026-07-14' }), task(4, { title: '集团化办学', section: '学前教育', lead: '县教育局' })], { bodies: [group, team] })
  after(of, '2026-06-30', { ...report(2, '县人社局', { state: 'difficulty', problem: '编制没有下来' }), needs: '县财政局' } as never)
  after(of, '2026-07-01', report(4, '县教育局', { done: '已签约2所' }))
  return after(of, '2026-07-02', call('2026-07-10'), secretary)
}
const deskFor = (of: PlanState, today = '2026-07-02', asker = '沈若兰', lang: 'zh' | 'en' = 'zh'): TestDesk => deskOf({ plans: [of], directory, asker, today, lang })
const press = async (answer: Answer, label: string, desk: TestDesk, more: object = {}): Promise<Answer> => {
  const run = buttons(cardIn(answer))[label]
  if (run === undefined) throw new Error(`no ${label} among ${Object.keys(buttons(cardIn(answer))).join('、')}`)
  return pressRun(run, desk, more)
}
const pressRun = async (run: Run, desk: TestDesk, more: object = {}): Promise<Answer> => {
  const command = commands.find(({ name }) => name.en === run.command)
  if (command === undefined) throw new Error(run.command)
  return act(command, { ...run.args, ...more }, desk)
}
const headings = (answer: Answer): string[] => (cardIn(answer).sections ?? []).map(({ heading }) => (heading === undefined ? '' : plain(heading)))
const lines = (answer: Answer): string[] => (cardIn(answer).sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => plain(line)))

describe('an agenda', () => {
  it('is made from what is stuck, behind and near, each once and with its reason', async () => {
    const answer = await type(agenda, 'm1', deskFor(plan()))
    expect(cardIn(answer).text).toBe('议程：县教育工作领导小组2026年第一次会议，3项')
    expect(headings(answer)).toEqual(['需要协调 1', '滞后 1', '预警 1'])
    expect(lines(answer)[0]).toMatch(/^1\. .*2 教师补充[^]*县人社局：“编制没有下来”/)
    expect(lines(answer)[1]).toMatch(/^2\. .*1 普惠园建设[^]*已逾期12天/)
  })
  it('is the next one where none is named', async () => expect(cardIn(await type(agenda, '', deskFor(plan()))).text).toContain('2026年第一次会议'))
  it('of a team has its own section alone', async () => expect(cardIn(await type(agenda, 'm2', deskFor(after(plan(), '2026-07-02', call('2026-07-13', 'b2'), secretary)))).text).toContain('学前专班2026年第一次会议，0项'))
  it('is read by others, who change nothing', async () => {
    const answer = await type(agenda, 'm1', deskFor(plan(), '2026-07-02', '苏晚晴'))
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['看任务'])
    expect(shown(await act(agenda, { meeting: 'm1', act: 'strike', key: 'task/1' }, deskFor(plan(), '2026-07-02', '苏晚晴')))).toContain('只有')
  })
  it('has an item of the secretary’s own, and is put in order press by press', async () => {
    const of = plan()
    const desk = deskFor(of)
    const form = formIn(await press(await type(agenda, 'm1', desk), '加议题', desk))
    expect(await act(agenda, { ...form.run.args, words: '' }, desk)).toMatchObject({ kind: 'form-errors' })
    const added = await act(agenda, { ...form.run.args, words: '研究学位供给' }, desk)
    expect(shown(added)).toContain('已加上：研究学位供给')
    expect(headings(added).at(-1)).toBe('其他议题 1')
    const arranging = await press(added, '编排', desk)
    const rows = cardIn(arranging).sections?.[0]?.rows ?? []
    expect(rows.map(({ actions = [] }) => actions.map(({ label }) => label).join(' '))).toEqual(['删去', '上移 置顶 删去', '上移 置顶 删去', '上移 置顶 删去'])
    const top = rows[3]?.actions?.find(({ label }) => label === '置顶')?.run
    const moved = await pressRun(top ?? { command: '', args: {} }, desk)
    expect(lines(moved)[0]).toContain('1. 研究学位供给')
    expect(moved).toMatchObject({ replaces: true })
    expect(of.meetings.get('m1')?.agenda?.order).toEqual(['own/1', 'task/2', 'task/1', 'task/3'])
  })
  it('leaves out what is struck off, which comes back where it is wanted', async () => {
    const of = plan()
    const desk = deskFor(of)
    const answer = await act(agenda, { meeting: 'm1', act: 'strike', key: 'task/3', arrange: true }, desk)
    expect(shown(answer)).toMatch(/已删去：3 生均经费[^]*已删去1项/)
    expect(cardIn(await type(agenda, 'm1', deskFor(of, '2026-07-02', '苏晚晴'))).text).toContain('2项')
    await press(answer, '恢复', desk)
    expect(of.meetings.get('m1')?.agenda).toMatchObject({ order: ['task/2', 'task/1', 'task/3'], struck: [] })
  })
  it('has what comes up later behind what was arranged', async () => {
    const of = plan()
    await act(agenda, { meeting: 'm1', act: 'top', key: 'task/3' }, deskFor(of))
    after(of, '2026-07-03', report(4, '县教育局', { state: 'blocked', problem: '没有地' }))
    expect(lines(await type(agenda, 'm1', deskFor(of, '2026-07-06'))).map((line) => /\d+ ([^ ·]+) ·/.exec(line)?.[1])).toEqual(['生均经费', '教师补充', '普惠园建设', '集团化办学'])
  })
  it('of a long group shows seven, with the way to all', async () => {
    const of = planOf(Array.from({ length: 12 }, (_, at) => task(at + 1, { lead: '县教育局', due: '2026-06-20' })), { bodies: [group] })
    after(of, '2026-07-02', call('2026-07-10'), secretary)
    const answer = await type(agenda, 'm1', deskFor(of))
    expect(lines(answer)).toHaveLength(8)
    expect(lines(answer).at(-1)).toBe('另有5项')
    expect(lines(await press(answer, '展开', deskFor(of)))).toHaveLength(12)
  })
  it('says that none is ahead, and what to do', async () => expect(shown(await type(agenda, '', deskFor(planOf([task(1)], { bodies: [group] }))))).toContain('还没有安排好的会议'))
  it('of one that is over is what was on it, and nothing where that was not kept', async () => {
    const of = after(planOf([task(1, { lead: '县教育局', due: '2026-06-20' })], { bodies: [group] }), '2026-07-06', { type: 'record-past-meeting', body: 'b1', on: day('2026-06-18') }, secretary)
    expect(shown(await type(agenda, 'm1', deskFor(of, '2026-07-06')))).toContain('这次会议没有留下议程')
    expect(shown(await type(minutes, 'm1', deskFor(of, '2026-07-06')))).not.toContain('研究')
  })
  it('reads in English', async () => expect(shown(await type(agenda, 'm1', deskFor(plan(), '2026-07-02', '沈若兰', 'en')))).toMatch(/Agenda: 县教育工作领导小组, meeting 1 of 2026, 3 items[^]*To be coordinated[^]*Behind[^]*At risk/))
})

describe('the notice of a sitting', () => {
  const paper = async (of: PlanState): Promise<string> => {
    const answer = await type(meetingNotice, 'm1', deskFor(of))
    if (answer.kind !== 'file') throw new Error(answer.kind)
    return `${answer.name}\n${new TextDecoder().decode(answer.bytes)}`
  }
  it('says who comes where and when, and who reports on what', async () => {
    const text = await paper(plan())
    expect(text).toContain('代拟稿-会议通知-县教育工作领导小组-2026-07-10.docx')
    expect(text).toContain('关于召开县教育工作领导小组2026年第一次会议的通知')
    expect(text).toContain('"addressees","names":["县教育局","县财政局","县人社局"]')
    expect(text).toContain('2026年7月10日（星期五）15:00')
    expect(text).toContain('"label":"主持","names":["何景川（县长）"]')
    expect(text).toContain('县人社局主要负责同志')
    expect(text).toContain('协调“教师补充”有关问题（县人社局汇报）')
    expect(text).toContain('联系人：沈若兰')
  })
  it('is written to offices that nobody registered too, and to no post or person', async () => {
    const of = after(plan(), '2026-07-02', { type: 'set-body', body: 'b1', name: '县教育工作领导小组', convened: true, leader: '何景川', deputies: ['分管副县长'], members: ['县教育局', '县残联', '各乡镇人民政府', '李卫国'] }, secretary)
    const text = await paper(of)
    expect(text).toContain('"addressees","names":["县教育局","县残联","各乡镇人民政府"]')
    expect(text).toContain('"names":["分管副县长","县教育局负责同志","县残联负责同志","各乡镇人民政府负责同志","李卫国"]')
  })
  it('is the second of its year after one that was held', async () => {
    const of = after(plan(), '2026-07-10', { type: 'record-meeting', meeting: 'm1', held: true }, secretary)
    after(of, '2026-07-13', call('2026-09-18'), secretary)
    expect(new TextDecoder().decode(((answer) => (answer.kind === 'file' ? answer.bytes : new Uint8Array()))(await type(meetingNotice, 'm2', deskFor(of, '2026-07-13'))))).toContain('2026年第二次会议')
  })
})

describe('who was there', () => {
  it('is everybody but who asked to be excused, in one press', async () => {
    const of = after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, words: '出差' }, secretary)
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(attendance, '', desk)
    expect(cardIn(answer).text).toBe('签到：县教育工作领导小组2026年第一次会议，应到4，到会3，缺席1')
    expect(shown(answer)).toContain('县财政局：请假：出差')
    expect(buttons(cardIn(answer))).toHaveProperty('县教育局')
    await press(answer, '就这样', desk)
    expect(of.meetings.get('m1')).toMatchObject({ status: 'held', attendance: { absent: ['县财政局'] } })
  })
  it('who sends somebody is there by them', async () => {
    const of = after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, instead: '杜副局长' }, secretary)
    expect(shown(await type(attendance, 'm1', deskFor(of, '2026-07-10')))).toContain('县财政局：杜副局长代')
  })
  it('is turned seat by seat, and typed by name', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const first = await act(attendance, { meeting: 'm1', seat: '县教育局' }, desk)
    expect(shown(first)).toContain('✅ 县教育局：缺席')
    await act(attendance, { meeting: 'm1', seat: '县教育局' }, desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual([])
    await type(attendance, 'm1 缺席 财政局、教育局', desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['县财政局', '县教育局'])
    await type(attendance, 'm1 列席 县残联、县妇联', desk)
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: ['县教育局', '县财政局'], besides: ['县残联', '县妇联'] })
    await type(attendance, 'm1 全部到会', desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual([])
    expect(shown(await type(attendance, 'm1 缺席 气象局', desk))).toContain('气象局')
  })
  it('is not recorded before its day', async () => {
    expect(Object.keys(buttons(cardIn(await type(attendance, 'm1', deskFor(plan())))))).toEqual([])
    expect(shown(await type(attendance, 'm1 全部到会', deskFor(plan())))).toContain('还没到日子')
  })
})

describe('what is decided', () => {
  it('is shown with whoever gets it, and is a task when that is pressed', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(resolve, 'm1 教育局牵头、财政局配合，7月底前完成园舍改造', desk)
    expect(shown(answer)).toMatch(/还没有记，请核对[^]*牵头：县教育局，将告诉苏晚晴[^]*配合：县财政局，将告诉唐一鸣[^]*时限：7月31日\(周五\)/)
    expect(desk.recorded).toEqual([])
    const done = await press(answer, '记为议定事项', desk)
    expect(desk.recorded).toMatchObject([{ type: 'arrange-agenda', order: ['task/2', 'task/1', 'task/3'] }, { type: 'decide-item', meeting: 'm1', section: '会议议定', title: '教育局牵头、财政局配合，7月底前完成园舍改造', day: '2026-07-31', units: [{ unit: '县教育局', part: 'lead' }, { unit: '县财政局', part: 'support' }] }])
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

describe('the minutes', () => {
  async function sat(of = plan()): Promise<PlanState> {
    const desk = deskFor(of, '2026-07-10')
    await type(attendance, 'm1 缺席 财政局', desk)
    await press(await type(resolve, 'm1 教育局7月底前拿出方案', desk), '记为议定事项', desk)
    await press(await type(resolve, 'm1 原则同意学位方案', desk), '只记入纪要', desk)
    return of
  }
  it('have what was decided, what was said and who was there', async () => {
    const says = shown(await type(minutes, 'm1', deskFor(await sat(), '2026-07-13')))
    expect(says).toMatch(/纪要（未印发）：县教育工作领导小组2026年第一次会议，议定1项[^]*主持：何景川[^]*到会3\/4[^]*缺席：县财政局[^]*议定事项[^]*第1项[^]*第2项 只记入纪要：“原则同意学位方案”/)
  })
  it('are a Word file, a draft', async () => {
    const answer = await act(minutes, { meeting: 'm1', file: true }, deskFor(await sat(), '2026-07-13'))
    if (answer.kind !== 'file') throw new Error(answer.kind)
    const text = new TextDecoder().decode(answer.bytes)
    expect(answer.name).toBe('代拟稿-会议纪要-县教育工作领导小组-2026-07-10.docx')
    expect(text).toMatch(/县长何景川在二楼会议室主持召开县教育工作领导小组2026年第一次会议/)
    expect(text).toContain('教育局7月底前拿出方案。（责任单位：县教育局；完成时限：2026年7月31日）')
    expect(text).toMatch(/二、会议意见[^]*原则同意学位方案。[^]*三、议定事项/)
    expect(text).toMatch(/"label":"缺席","names":\["县财政局负责同志"\]/)
  })
  it('leave a blank for the chair where that seat was empty', async () => {
    const of = await sat()
    await type(attendance, 'm1 缺席 何景川', deskFor(of, '2026-07-10'))
    const answer = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    expect(answer.kind === 'file' ? new TextDecoder().decode(answer.bytes) : '').toContain('＿＿＿在二楼会议室主持召开')
  })
  it('are the office’s until they are issued, and take nothing more after', async () => {
    const of = await sat()
    expect(Object.keys(buttons(cardIn(await type(minutes, 'm1', deskFor(of, '2026-07-13', '何景川')))))).toEqual(['看任务'])
    const issued = await press(await type(minutes, 'm1', deskFor(of, '2026-07-13')), '印发', deskFor(of, '2026-07-13'))
    expect(shown(issued)).toContain('✅ 已印发：县教育工作领导小组2026年第一次会议纪要，议定1项')
    expect(shown(await type(resolve, 'm1 人社局8月底前补充教师', deskFor(of, '2026-07-14')))).toContain('纪要已于7月13日(周一)印发')
    expect(shown(await act(withdrawInstruction, { task: '5', words: '没有定' }, deskFor(of, '2026-07-14')))).toContain('纪要已于7月13日')
    expect(Object.keys(buttons(cardIn(await type(minutes, 'm1', deskFor(of, '2026-07-14', '何景川')))))).toContain('下载 Word')
  })
  it('keep the agenda as it stood when the sitting began, where nobody had arranged it', async () => {
    const of = await sat()
    after(after(of, '2026-07-11', claim(1, '县教育局'), personNamed(directory, '苏晚晴').id), '2026-07-11', acceptClaim(1, '县教育局'), secretary)
    expect(shown(await type(minutes, 'm1', deskFor(of, '2026-07-13')))).toContain('普惠园建设')
  })
  it('keep the agenda as it had been arranged, whatever has become of its tasks', async () => {
    const of = plan()
    await act(agenda, { meeting: 'm1', act: 'strike', key: 'task/3' }, deskFor(of))
    after(of, '2026-07-09', report(4, '县教育局', { state: 'blocked', problem: '没有地' }))
    await sat(of)
    after(after(of, '2026-07-11', claim(1, '县教育局'), personNamed(directory, '苏晚晴').id), '2026-07-11', acceptClaim(1, '县教育局'), secretary)
    const says = shown(await type(minutes, 'm1', deskFor(of, '2026-07-13')))
    expect(says).toContain('办理情况')
    expect(says).toContain('普惠园建设')
    expect(says).toContain('集团化办学')
    expect(says).not.toContain('生均经费')
  })
})

describe('the next sitting', () => {
  async function two(): Promise<PlanState> {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    await press(await type(resolve, 'm1 教育局7月底前拿出方案', desk), '记为议定事项', desk)
    await press(await type(resolve, 'm1 财政局8月20日前安排经费', desk), '记为议定事项', desk)
    await act(minutes, { meeting: 'm1', issue: true }, deskFor(of, '2026-07-13'))
    after(after(of, '2026-07-28', claim(5, '县教育局'), personNamed(directory, '苏晚晴').id), '2026-07-29', acceptClaim(5, '县教育局'), secretary)
    return after(of, '2026-08-24', call('2026-09-18'), secretary)
  }
  it('opens with what the last decided, done or not', async () => {
    const answer = await type(agenda, 'm2', deskFor(await two(), '2026-08-25'))
    expect(headings(answer)[0]).toBe('上次议定事项 2')
    expect(lines(answer)[0]).toMatch(/✅已办结 5 [^]*7月10日议定第1项，7月29日审核通过/)
    expect(lines(answer)[1]).toMatch(/🔴滞后 6 [^]*7月10日议定第2项/)
    expect(shown(answer)).toMatch(/自上次会议\(7月10日\)：/)
  })
  it('and the one after that has what is still not done', async () => {
    const of = await two()
    after(of, '2026-09-18', { type: 'record-meeting', meeting: 'm2', held: true }, secretary)
    after(of, '2026-09-21', call('2026-12-18'), secretary)
    expect(lines(await type(agenda, 'm3', deskFor(of, '2026-09-22')))[0]).toMatch(/^1\. 🔴滞后 6 [^]*7月10日议定第2项/)
  })
  it('is where 上次会议定的事办得怎么样 is answered from', async () => {
    const answer = await answerTo({ words: '上次会议定的事办得怎么样', isReply: false }, deskFor(await two(), '2026-08-25', '何景川'), commands)
    if (answer === undefined) throw new Error('not understood')
    expect(shown(answer)).toMatch(/议定2项[^]*✅已办结 5[^]*🔴滞后 6/)
  })
})

describe('an agenda and minutes', () => {
  it('are passed on as text', async () => {
    const desk = deskFor(plan())
    const run = cardIn(await type(agenda, 'm1', desk)).more?.find(({ run: { command } }) => command === 'forward')?.run
    expect(shown(await pressRun(run ?? { command: '', args: {} }, desk))).toContain('议程：县教育工作领导小组2026年第一次会议，3项')
  })
})
