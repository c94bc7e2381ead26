// What a sitting is to look at, and the notice that says so.
import { describe, expect, it } from 'vitest'
import { agenda } from '#commands/agenda.ts'
import { commands } from '#commands/index.ts'
import { meetingNotice } from '#commands/meeting-notice.ts'
import { minutes } from '#commands/minutes.ts'
import { answerTo } from '#commands/question.ts'
import { resolve } from '#commands/resolve.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { acceptClaim, after, claim, day, personNamed, planOf, report, task } from '../builders.ts'
import { plain as plainWords } from '#templates/rich.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { call, deskFor, directory, group, headings, lines, plan, press, pressRun, secretary } from './a-sitting.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

describe('an agenda', () => {
  it('is made from what is stuck, behind and near, each once and with its reason', async () => {
    const answer = await type(agenda, 'm1', deskFor(plan()))
    expect(cardIn(answer).text).toBe('议程：县教育工作领导小组会议，3项')
    expect(headings(answer)).toEqual(['需要协调 1', '滞后 1', '预警 1'])
    expect(lines(answer)[0]).toMatch(/^1\. .*2 教师补充[^]*县人社局：“编制没有下来”/)
    expect(lines(answer)[1]).toMatch(/^2\. .*1 普惠园建设[^]*已逾期12天/)
  })
  it('is the next one where none is named', async () => expect(cardIn(await type(agenda, '', deskFor(plan()))).actions?.find(({ label }) => label === '会议通知')?.run.args).toMatchObject({ meeting: 'm1' }))
  it('of a team has its own section alone, and says so, with how another task is put on', async () => {
    const card = cardIn(await type(agenda, 'm2', deskFor(after(plan(), '2026-07-02', call('2026-07-13', 'b2'), secretary))))
    expect(card.text).toContain('学前专班会议，0项')
    expect(shown({ kind: 'card', card })).toContain('只列“学前教育”的任务，别的用：议程 m2 加 p1-12')
  })
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
    const rows = cardIn(arranging).sections?.[1]?.rows ?? []
    expect(rows.map(({ more = [] }) => more.map(({ label }) => label).join(' '))).toEqual(['下移 删去', '上移 下移 置顶 删去', '上移 下移 置顶 删去', '上移 置顶 删去'])
    const top = rows[3]?.more?.find(({ label }) => label === '置顶')?.run
    const moved = await pressRun(top ?? { command: '', args: {} }, desk)
    expect(lines(moved)[1]).toContain('1. 研究学位供给')
    expect(moved).toMatchObject({ replaces: true })
    expect(of.meetings.get('m1')?.agenda?.order).toEqual(['own/1', 'task/2', 'task/1', 'task/3'])
  })
  it('has a task that is named by its number, with its light, its title and who reports; a paper has no number for it', async () => {
    const of = plan()
    const desk = deskFor(of)
    expect(shown(await type(agenda, 'm1 加 p1-4', desk))).toMatch(/✅ 已加上：4 集团化办学[^]*其他任务 1[^]*4\. .*4 集团化办学/)
    expect(shown(await type(agenda, 'm1 加 4', desk))).toContain('已有这一项，没有再加：4 集团化办学')
    expect(shown(await type(agenda, 'm1 加 p1-1', desk))).toContain('已有这一项，没有再加：1 普惠园建设')
    expect(shown(await type(agenda, 'm1 加 p1-99', desk))).toContain('99')
    expect(of.meetings.get('m1')?.agenda?.own).toHaveLength(1)
    const paper = await act(meetingNotice, { plan: 'p1', meeting: 'm1', file: true }, desk)
    const says = paper.kind === 'file' ? new TextDecoder().decode(paper.bytes) : shown(paper)
    expect(says).toContain('听取“集团化办学”办理情况')
    expect(says).not.toContain('p1-4')
    expect(shown(await type(agenda, 'm1 删 集团化', desk))).toContain('已删去：4 集团化办学')
  })
  it('leaves out what is named by its place, and says what it could not use', async () => {
    const of = plan()
    const desk = deskFor(of)
    expect(shown(await type(agenda, 'm1 删 2', desk))).toContain('已删去：1 普惠园建设')
    expect(shown(await type(agenda, 'm1 置顶第2项', desk))).toContain('已前移：3 生均经费')
    expect(shown(await type(agenda, 'm1 删 9', desk))).toContain('⚠️ “9”没有用上。')
    expect(shown(await type(agenda, 'm1 换个顺序', desk))).toContain('⚠️ “换个顺序”没有用上。加议题：/duban 议程 m1 加')
    expect(of.meetings.get('m1')?.agenda).toMatchObject({ struck: ['task/1'], order: ['task/3', 'task/2', 'task/1'] })
  })
  it('of a sitting that was called off says so', async () => {
    const of = after(plan(), '2026-07-03', { type: 'cancel-meeting', meeting: 'm1', reason: '防汛' }, secretary)
    const says = shown(await type(agenda, 'm1', deskFor(of)))
    expect(says).toContain('这次会议已取消')
    expect(says).not.toContain('没有留下议程')
  })
  it('is arranged in a message that has one menu an item, and the way out on top', async () => {
    const desk = deskFor(plan())
    const answer = await act(agenda, { meeting: 'm1', arrange: true }, desk)
    expect(cardIn(answer).sections?.[0]?.rows).toMatchObject([{ beside: { label: '排好了', run: { command: 'agenda', args: { plan: 'p1', meeting: 'm1' } } } }])
    const { blocks } = renderBlocks(cardIn(answer))
    const menus = blocks.flatMap((block) => ('accessory' in block && block.accessory.type === 'overflow' ? [block.accessory.options.map(({ text }) => text.text)] : []))
    expect(menus).toEqual([['下移', '删去'], ['上移', '下移', '置顶', '删去'], ['上移', '置顶', '删去']])
    expect(blocks.filter(({ type }) => type === 'actions')).toHaveLength(1)
  })
  it('is arranged by the word on its button, wherever it stands; without leave to arrange it is shown', async () => {
    const arranging = async (line: string, asker = '沈若兰'): Promise<string> => {
      const found = findCommand(commands, line.split(' '))
      if (found.kind !== 'found') throw new Error(`${line} is no command`)
      return cardIn(await act(found.command, found.command.typed(found.words), deskFor(plan(), '2026-07-02', asker))).text
    }
    for (const line of ['编排 m1', '编排', '编排 议程 m1', '编排议程 m1', '议程 编排', '议程 m1 编排', '编排 教育工作领导小组', 'arrange m1']) expect([line, await arranging(line)]).toEqual([line, expect.stringContaining('编排议程')])
    expect(await arranging('编排 m1', '苏晚晴')).toContain('议程：县教育工作领导小组')
  })
  it('moves an item down, and the last nowhere', async () => {
    const of = plan()
    const desk = deskFor(of)
    const moved = await act(agenda, { meeting: 'm1', act: 'down', key: 'task/2', arrange: true }, desk)
    expect(shown(moved)).toContain('✅ 已后移：2 教师补充')
    expect(of.meetings.get('m1')?.agenda?.order).toEqual(['task/1', 'task/2', 'task/3'])
    await act(agenda, { meeting: 'm1', act: 'down', key: 'task/3', arrange: true }, desk)
    expect(of.meetings.get('m1')?.agenda?.order).toEqual(['task/1', 'task/2', 'task/3'])
  })
  it('that is arranged by hand is one list, with what came up since below it', async () => {
    const of = plan()
    const desk = deskFor(of)
    await act(agenda, { meeting: 'm1', act: 'top', key: 'task/3', arrange: true }, desk)
    expect(headings(await type(agenda, 'm1', desk))).toEqual([''])
    after(of, '2026-07-03', report(4, '县教育局', { state: 'blocked', problem: '没有地' }))
    const later = await type(agenda, 'm1', deskFor(of, '2026-07-06'))
    expect(headings(later)).toEqual(['', '新增 1'])
    expect(lines(later).map((line) => /^\d+\. /.exec(line)?.[0].trim())).toEqual(['1.', '2.', '3.', '4.'])
  })
  it('has one choice of what to open, and on its day a button an item', async () => {
    const choices = (answer: Awaited<ReturnType<typeof type>>): string[][] => renderBlocks(cardIn(answer)).blocks.flatMap((block) => (block.type === 'actions' ? block.elements.flatMap((element) => (element.type === 'static_select' ? [(element.options ?? []).map(({ text }) => text.text)] : [])) : []))
    expect(choices(await type(agenda, 'm1', deskFor(plan())))).toEqual([['2 教师补充', '1 普惠园建设', '3 生均经费']])
    expect(choices(await type(agenda, 'm1', deskFor(plan(), '2026-07-10')))).toEqual([])
  })
  it('takes the same item once', async () => {
    const of = plan()
    const desk = deskFor(of)
    await type(agenda, 'm1 加 研究学位供给', desk)
    expect(shown(await act(agenda, { meeting: 'm1', act: 'add', words: '研究学位供给' }, desk))).toContain('已有这一项，没有再加：研究学位供给')
    expect(of.meetings.get('m1')?.agenda?.own).toHaveLength(1)
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
  it('is arranged by two at once without either’s item being lost', async () => {
    const of = after(plan(), '2026-06-30', { type: 'record-past-meeting', body: 'b1', on: day('2026-03-19') }, secretary)
    const desk = deskFor(of)
    await Promise.all(['研究学位供给', '研究校车'].map((words) => act(agenda, { meeting: 'm1', act: 'add', words }, desk)))
    expect(of.meetings.get('m1')?.agenda?.own).toEqual([{ key: 'own/1', text: '研究学位供给' }, { key: 'own/2', text: '研究校车' }])
  })
  it('arranged by another meanwhile is not written over', async () => {
    const of = plan()
    const desk = deskFor(of)
    const meanwhile: TestDesk = { ...desk, record: async (id, intent) => {
      after(of, '2026-07-02', { type: 'arrange-agenda', meeting: 'm1', order: ['task/3'], struck: [], own: [{ key: 'own/1', text: '研究校车' }], over: 0 }, secretary)
      return desk.record(id, intent)
    } }
    expect(shown(await act(agenda, { meeting: 'm1', act: 'add', words: '研究学位供给' }, meanwhile))).toMatch(/没有保存[^]*沈若兰[^]*编排过/)
    expect(of.meetings.get('m1')?.agenda?.own).toEqual([{ key: 'own/1', text: '研究校车' }])
  })
  it('has an item of her own once, however often it is sent', async () => {
    const of = plan()
    await type(agenda, 'm1 加 研究校车', deskFor(of))
    await type(agenda, 'm1 加 研究校车', deskFor(of))
    expect(of.meetings.get('m1')?.agenda?.own).toHaveLength(1)
  })
  it('with fifty items of her own takes no other until one is left out, and says so with the item', async () => {
    const of = plan()
    const own = Array.from({ length: 50 }, (_, at) => ({ key: `own/${at + 1}`, text: `议题${at + 1}` }))
    after(of, '2026-07-02', { type: 'arrange-agenda', meeting: 'm1', over: 0, order: own.map(({ key }) => key), struck: [], own }, secretary)
    const desk = deskFor(of)
    expect(shown(await type(agenda, 'm1 加 研究校车线路', desk))).toMatch(/没有加上“研究校车线路”：这次会议自加的议题已有50项，最多50项。请先在“编排”里删去一项再加/)
    expect(of.meetings.get('m1')?.agenda?.own).toHaveLength(50)
    await act(agenda, { meeting: 'm1', act: 'strike', key: 'own/7' }, desk)
    expect(shown(await type(agenda, 'm1 加 研究校车线路', desk))).toContain('已加上：研究校车线路')
    expect(of.meetings.get('m1')?.agenda?.own).toHaveLength(51)
    expect(shown(await act(agenda, { meeting: 'm1', act: 'restore', key: 'own/7' }, desk))).toMatch(/“议题7”：这次会议自加的议题已有50项/)
    expect(of.meetings.get('m1')?.agenda?.struck).toEqual(['own/7'])
  })
  it('keeps what was left out in reach, and says so when that is full too', async () => {
    const of = plan()
    const own = Array.from({ length: 200 }, (_, at) => ({ key: `own/${at + 1}`, text: `议题${at + 1}` }))
    const keys = own.map(({ key }) => key)
    for (const times of [0, 1, 2, 3]) after(of, '2026-07-02', { type: 'arrange-agenda', meeting: 'm1', over: times, order: keys, struck: keys.slice(0, 50 * times), own: own.slice(0, 50 * (times + 1)) }, secretary)
    after(of, '2026-07-02', { type: 'arrange-agenda', meeting: 'm1', over: 4, order: keys, struck: keys, own }, secretary)
    expect(shown(await type(agenda, 'm1 加 研究校车线路', deskFor(of)))).toMatch(/没有加上“研究校车线路”：这次会议自加的议题连同删去的已有200项，最多200项。请恢复一项删去的来议/)
  })
  it('of a number that two plans have is asked, and nothing is written into the earlier', async () => {
    const [one, other] = [plan(), after(planOf([task(1)], { id: 'p2', title: '第二个方案', bodies: [group] }), '2026-07-02', call('2026-07-08'), secretary)]
    const desk = deskOf({ plans: [one, other], directory, asker: '沈若兰' })
    const asked = await type(agenda, 'm1 加 研究校车', desk)
    expect(desk.recorded).toEqual([])
    expect(shown(asked)).toMatch(/7月10日[^]*7月8日/)
    const [run] = (cardIn(asked).sections ?? []).flatMap(({ rows }) => rows.map(({ beside }) => beside?.run))
    await pressRun(run ?? { command: '', args: {} }, desk)
    expect(desk.recorded).toMatchObject([{ type: 'arrange-agenda', own: [{ text: '研究校车' }] }])
    expect(one.meetings.get('m1')?.agenda?.own).toHaveLength(1)
    await type(agenda, 'p2/m1 加 研究学位', desk)
    expect(other.meetings.get('m1')?.agenda?.own).toHaveLength(1)
  })
  it('of a long group shows seven, with the way to all', async () => {
    const of = planOf(Array.from({ length: 12 }, (_, at) => task(at + 1, { lead: '县教育局', due: '2026-06-20' })), { bodies: [group] })
    after(of, '2026-07-02', call('2026-07-10'), secretary)
    const answer = await type(agenda, 'm1', deskFor(of))
    expect(lines(answer)).toHaveLength(8)
    expect(lines(answer).at(-1)).toBe('另有5项')
    expect(lines(await press(answer, '展开', deskFor(of)))).toHaveLength(12)
  })
  it('never has a way to a single item more: that one is shown', async () => {
    const of = planOf(Array.from({ length: 8 }, (_, at) => task(at + 1, { lead: '县教育局', due: '2026-06-20' })), { bodies: [group] })
    after(of, '2026-07-02', call('2026-07-10'), secretary)
    const answer = await type(agenda, 'm1', deskFor(of))
    expect([lines(answer).length, lines(answer).at(-1)?.startsWith('8. ')]).toEqual([8, true])
  })
  it('says that none is ahead, and what to do', async () => expect(shown(await type(agenda, '', deskFor(planOf([task(1)], { bodies: [group] }))))).toContain('还没有安排好的会议'))
  it('of one that is over is what was on it, and nothing where that was not kept', async () => {
    const of = after(planOf([task(1, { lead: '县教育局', due: '2026-06-20' })], { bodies: [group] }), '2026-07-06', { type: 'record-past-meeting', body: 'b1', on: day('2026-06-18') }, secretary)
    expect(shown(await type(agenda, 'm1', deskFor(of, '2026-07-06')))).toContain('这次会议没有留下议程')
    expect(shown(await type(minutes, 'm1', deskFor(of, '2026-07-06')))).not.toContain('研究')
  })
  it('reads in English', async () => expect(shown(await type(agenda, 'm1', deskFor(plan(), '2026-07-02', '沈若兰', 'en')))).toMatch(/Agenda: 县教育工作领导小组, 3 items[^]*To be coordinated[^]*Behind[^]*At risk/))
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
    expect(text).toContain('关于召开县教育工作领导小组会议的通知')
    expect(text).toContain('"addressees","names":["县教育局","县财政局","县人社局"]')
    expect(text).toContain('2026年7月10日（星期五）下午3:00')
    expect(text).toContain('"label":"主持","names":["何景川（县长）"]')
    expect(text).toContain('县人社局主要负责同志')
    expect(text).toContain('协调“教师补充”有关问题（县人社局汇报）')
    expect(text).toContain('联系人：沈若兰')
  })
  it('asks whoever is to report and has no seat to sit in, and says so', async () => {
    const of = after(plan(), '2026-07-02', { type: 'set-body', body: 'b1', name: '县教育工作领导小组', convened: true, leader: '何景川', deputies: [], members: ['县教育局', '县财政局'] }, secretary)
    const answer = await type(meetingNotice, 'm1', deskFor(of))
    expect(answer.kind === 'file' && answer.caption !== undefined ? plainWords(answer.caption) : '').toContain('有1个汇报单位不是成员，已列为列席：县人社局。')
    expect(await paper(of)).toContain('"label":"列席","names":["县人社局负责同志"]')
  })
  it('is written to offices that nobody registered too, and to no post or person', async () => {
    const of = after(plan(), '2026-07-02', { type: 'set-body', body: 'b1', name: '县教育工作领导小组', convened: true, leader: '何景川', deputies: ['分管副县长'], members: ['县教育局', '县残联', '各乡镇人民政府', '李卫国'] }, secretary)
    const text = await paper(of)
    expect(text).toContain('"addressees","names":["县教育局","县残联","各乡镇人民政府","县人社局","县财政局"]')
    expect(text).toContain('"label":"列席","names":["县人社局负责同志","县财政局负责同志"]')
    expect(text).toContain('"names":["分管副县长","县教育局负责同志","县残联负责同志","各乡镇人民政府负责同志","李卫国"]')
  })
  it('is the second of its year after one that was held', async () => {
    const of = after(plan(), '2026-07-10', { type: 'record-meeting', meeting: 'm1', held: true }, secretary)
    after(of, '2026-07-13', call('2026-09-18'), secretary)
    expect(new TextDecoder().decode(((answer) => (answer.kind === 'file' ? answer.bytes : new Uint8Array()))(await type(meetingNotice, 'm2', deskFor(of, '2026-07-13'))))).toContain('会议')
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
    expect(shown(await pressRun(run ?? { command: '', args: {} }, desk))).toContain('议程：县教育工作领导小组会议，3项')
  })
})
