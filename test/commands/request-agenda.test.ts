// 议题申报: an item asked of a body that others call, its paper, its answer, and the sitting it becomes.
import { describe, expect, it } from 'vitest'
import { declineRequest, takeRequest } from '#commands/answer-request.ts'
import { body as bodyCommand } from '#commands/body.ts'
import { commands } from '#commands/index.ts'
import { meeting } from '#commands/meeting.ts'
import { requestAgenda } from '#commands/request-agenda.ts'
import { requestPaper } from '#commands/request-paper.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { cadencesOf } from '#src/meetings/cadence.ts'
import { after, day, directoryWith, planOf, task } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { actionsOf, expectGoodCard } from '../templates/card-rules.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县督查室', '县政府办公室', '县教育局'], { name: '沈若兰', roles: ['secretary'], contactOf: ['县督查室'] }, { name: '何景川', roles: ['leader'] }, { name: '秦岚', contactOf: ['县政府办公室'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const council: Body = { id: 'b1', name: '县政府常务会议', convened: false, deputies: [], members: [], office: '县政府办公室', cadences: [{ id: 'k1', every: 'year', times: 1, text: '县政府常务会议每年至少专题研究1次基础教育工作' }] }
const group: Body = { id: 'b2', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies: [council, group], period: { from: 2026, to: 2028 } })
const deskAt = (today: string, of: PlanState, asker = '沈若兰'): TestDesk => deskOf({ plans: [of], directory, asker, today })
const labels = (card: ReturnType<typeof cardIn>): string[] => actionsOf(card).map(({ label }) => label)
const asked = async (of = plan()): Promise<PlanState> => {
  await type(requestAgenda, '常务会议 听取基础教育工作汇报 3月12日', deskAt('2026-03-02', of))
  return of
}
const facts = (of: PlanState, today: string) => cadencesOf(of, council, day(today))[0]

describe('an item requested', () => {
  it('is taken on the day that has been, where one without its year lies since it was asked for', async () => {
    const of = plan()
    await type(requestAgenda, '常务会议 听取汇报', deskAt('2026-12-14', of))
    await type(takeRequest, 'q1 12月28日', deskAt('2027-01-05', of))
    expect(of.requests.get('q1')).toMatchObject({ status: 'taken', day: '2026-12-28' })
    await type(requestAgenda, '常务会议 再次听取汇报', deskAt('2027-01-05', of))
    await type(takeRequest, 'q2 12月28日', deskAt('2027-01-06', of))
    expect(of.requests.get('q2')).toMatchObject({ status: 'taken', day: '2027-12-28' })
  })
  it('is on record with the day that would suit, its paper and what its office may say', async () => {
    const of = plan()
    const card = cardIn(await type(requestAgenda, '常务会议 听取基础教育工作汇报 3月12日', deskAt('2026-03-02', of)))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/已登记议题申报：县政府常务会议，议题“听取基础教育工作汇报”[^]*希望3月12日\(周四\)上会/)
    expect(labels(card)).toEqual(['下载议题申报', '已列入', '未列入'])
    expect(of.requests.get('q1')).toMatchObject({ body: 'b1', topic: '听取基础教育工作汇报', wanted: '2026-03-12', status: 'waiting' })
  })
  it('is written in a form where it is not typed, with the clause in sight', async () => {
    const of = plan()
    const form = formIn(await type(requestAgenda, '常务会议', deskAt('2026-03-02', of)))
    expect(form.fields.map(({ name }) => name)).toEqual(['topic', 'wanted'])
    expect((await act(requestAgenda, form.run.args, deskAt('2026-03-02', of))).kind).toBe('form-errors')
    await act(requestAgenda, { ...form.run.args, topic: '听取汇报' }, deskAt('2026-03-02', of))
    expect(of.requests.get('q1')?.topic).toBe('听取汇报')
  })
  it('is what 安排 means for a body that others call', async () => {
    expect(formIn(await type(meeting, '安排 常务会议 3月12日 15:00 一楼', deskAt('2026-03-02', plan()))).run.command).toBe('request-agenda')
    expect(formIn(await type(meeting, '安排 领导小组', deskAt('2026-03-02', plan()))).run.command).toBe('meeting')
  })
  it('is not asked of a body of our own', async () => expect(shown(await type(requestAgenda, '领导小组 听取汇报', deskAt('2026-03-02', plan())))).toContain('“教育工作领导小组”由我们自己召集，不用申报议题'))
  it('is offered where the body is shown', async () => {
    expect(labels(cardIn(await type(bodyCommand, '常务会议', deskAt('2026-03-02', plan()))))).toContain('议题申报')
    expect(labels(cardIn(await type(meeting, '', deskAt('2026-03-02', plan()))))).toContain('议题申报')
  })
  it('has a paper with what is known, and blanks for the rest', async () => {
    const answer = await act(requestPaper, { request: 'q1' }, deskAt('2026-03-02', await asked()))
    expect(answer).toMatchObject({ kind: 'file', name: '代拟稿-议题申报-县政府常务会议-2026-03-02.docx' })
  })
})

describe('an item in one of several plans', () => {
  const several = (today: string, one = plan(), other = planOf([task(1)], { bodies: [council] })): TestDesk => deskOf({ plans: [one, { ...other, id: 'p2' as never, title: '乡村教师支持计划' }], directory, asker: '沈若兰', today })
  const requestsOf = (desk: TestDesk, of = 'p2') => [...(desk.allPlans.get(of as never)?.requests.values() ?? [])]
  const rows = (card: ReturnType<typeof cardIn>) => (card.sections ?? []).flatMap(({ rows: all }) => all.map(({ beside }) => beside?.run))
  const pressed = (run: ReturnType<typeof rows>[number], desk: TestDesk) => {
    const command = commands.find(({ name }) => name.en === run?.command)
    if (command === undefined) throw new Error('no such command')
    return act(command, run?.args, desk)
  }
  const both = async (today: string): Promise<TestDesk> => {
    const desk = several(today)
    for (const of of ['p1', 'p2']) await act(requestAgenda, { plan: of, body: 'b1', topic: '听取汇报' }, desk)
    return desk
  }

  it('is requested of the plan that is chosen, with all its words and the day that was meant', async () => {
    const topic = '听取基础教育工作汇报，研究解决教师编制、学前教育普惠园建设和义务教育学位三个问题'
    const choice = cardIn(await type(requestAgenda, `常务会议 ${topic} 明天`, several('2026-03-02')))
    expect(shown({ kind: 'card', card: choice })).toContain(topic)
    const later = several('2026-03-03')
    await pressed(rows(choice)[1], later)
    expect(requestsOf(later)).toMatchObject([{ topic, wanted: '2026-03-03' }])
  })

  it('keeps the day in the form in which it is written', async () => {
    const choice = cardIn(await type(requestAgenda, '常务会议 3月12日', several('2026-03-02')))
    expect(formIn(await pressed(rows(choice)[1], several('2026-03-02'))).fields).toMatchObject([{ name: 'topic' }, { name: 'wanted', now: '2026-03-12' }])
    const instead = formIn(await type(meeting, '安排 常务会议 3月12日 15:00 一楼 听取汇报', deskAt('2026-03-02', plan())))
    expect(instead.fields).toMatchObject([{ name: 'topic' }, { name: 'wanted', now: '2026-03-12' }])
    const named = formIn(await act(meeting, { schedule: true, plan: 'p1', body: 'b1', day: '2026-03-12', topic: '听取汇报' }, deskAt('2026-03-02', plan())))
    expect(named.fields).toMatchObject([{ now: '听取汇报' }, { now: '2026-03-12' }])
  })

  it('is taken of the plan that is chosen, on the day that was meant', async () => {
    const desk = await both('2026-03-02')
    const choice = cardIn(await type(takeRequest, 'q1 明天', desk))
    expect(shown({ kind: 'card', card: choice })).toContain('明天')
    expect(rows(choice).map((run) => run?.args)).toMatchObject([{ plan: 'p1', day: '2026-03-03' }, { plan: 'p2', day: '2026-03-03' }])
  })

  it('is not put right by a button that was shown before another took it', async () => {
    const desk = await both('2026-03-02')
    const choice = cardIn(await type(takeRequest, 'q1 3月12日', desk))
    await act(takeRequest, { plan: 'p2', request: 'q1', day: '2026-03-13' }, desk)
    expect(shown(await pressed(rows(choice)[1], desk))).toContain('已列入3月13日')
    const second = cardIn(await type(takeRequest, 'q1 3月16日', desk))
    await act(takeRequest, { plan: 'p2', request: 'q1', day: '2026-03-17' }, desk)
    expect(shown(await pressed(rows(second)[1], desk))).toContain('已列入3月17日')
    expect(requestsOf(desk)).toMatchObject([{ status: 'taken', day: '2026-03-17' }])
  })

  it('is declined with all that was written of it, also where it is long', async () => {
    const desk = await both('2026-03-02')
    const reason = '常务会议近期议题较多，'.repeat(80)
    const choice = cardIn(await type(declineRequest, `q1 ${reason}`, desk))
    expect(shown({ kind: 'card', card: choice })).toContain('您写的：“常务会议近期议题较多')
    expect(JSON.stringify(rows(choice)[1] ?? '').length).toBeLessThan(1_900)
    await pressed(rows(choice)[1], desk)
    expect(requestsOf(desk)).toMatchObject([{ status: 'declined', reason: reason.trim() }])
    expect(requestsOf(desk, 'p1')).toMatchObject([{ status: 'waiting' }])
  })
})

describe('an item that waits', () => {
  it('is in 会议 with how long it has, and what its office may say', async () => {
    const card = cardIn(await type(meeting, '', deskAt('2026-03-06', await asked())))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/议题申报待答复 1\n县政府常务会议 · 议题“听取基础教育工作汇报”\n3月2日申报，已等4个工作日，希望3月12日上会/)
    expect(labels(card)).toEqual(expect.arrayContaining(['已列入', '未列入', '下载议题申报']))
    const seenBy = async (who: string) => labels(cardIn(await type(meeting, '', deskAt('2026-03-06', await asked(), who)))).filter((label) => /列入|议题/.test(label))
    expect([await seenBy('何景川'), await seenBy('苏晚晴'), await seenBy('秦岚')]).toEqual([[], [], ['已列入', '未列入']])
  })
  it('is not requested twice', async () => expect(shown(await type(requestAgenda, '常务会议 听取基础教育工作汇报', deskAt('2026-03-03', await asked())))).toContain('已于3月2日(周一)申报，正等对方答复'))
})

describe('its answer', () => {
  it('makes it a sitting that counts once it was held', async () => {
    const of = await asked()
    const form = formIn(await type(takeRequest, 'q1', deskAt('2026-03-06', of)))
    expect(form.fields).toMatchObject([{ name: 'day', now: '2026-03-12' }])
    expect(shown(await act(takeRequest, { ...form.run.args, day: '2026-03-19' }, deskAt('2026-03-06', of)))).toContain('已登记：县政府常务会议3月19日(周四)研究“听取基础教育工作汇报”')
    expect(facts(of, '2026-03-06')).toMatchObject({ held: 0, missing: 0 })
    expect(shown(await type(meeting, '', deskAt('2026-03-06', of)))).toMatch(/已安排\n县政府常务会议 · 3月19日\(周四\) · 听取基础教育工作汇报/)
    after(of, '2026-03-20', { type: 'record-meeting', meeting: 'm1', held: true })
    expect(facts(of, '2026-03-20')).toMatchObject({ held: 1, missing: 0 })
  })
  it('may be that it was not taken, with the reason, and it can be requested anew', async () => {
    const of = await asked()
    const form = formIn(await type(declineRequest, 'q1', deskAt('2026-03-06', of)))
    expect((await act(declineRequest, form.run.args, deskAt('2026-03-06', of))).kind).toBe('form-errors')
    const card = cardIn(await act(declineRequest, { ...form.run.args, reason: '本月议题已满' }, deskAt('2026-03-06', of)))
    expect(shown({ kind: 'card', card })).toMatch(/没有列入“听取基础教育工作汇报”\n“本月议题已满”/)
    expect(labels(card)).toEqual(['议题申报'])
    await asked(of)
    expect([...of.requests.values()].map(({ status }) => status)).toEqual(['declined', 'waiting'])
  })
  it('is recorded by its office as well, and by nobody of another unit', async () => {
    const of = await asked()
    expect(shown(await type(takeRequest, 'q1 3月19日', deskAt('2026-03-06', of, '苏晚晴')))).toContain('只有本单位联络员')
    await type(takeRequest, 'q1 3月19日', deskAt('2026-03-06', of, '秦岚'))
    expect(of.requests.get('q1')?.status).toBe('taken')
  })
  it('said afterwards is of a sitting that was held, and counts', async () => {
    const of = await asked()
    const answer = await type(takeRequest, 'q1 昨天', deskAt('2026-03-13', of, '秦岚'))
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toContain('已登记：县政府常务会议3月12日(周四)已研究“听取基础教育工作汇报”，按已召开记，计入频次')
    expect(of.meetings.get('m1')).toMatchObject({ status: 'held', day: '2026-03-12' })
    expect(facts(of, '2026-03-13')).toMatchObject({ held: 1, missing: 0 })
  })
  it('is typed as well', () => expect(['列入议题 q1 昨天', '未列入 q1 满了'].map((words) => ((found) => (found.kind === 'found' ? found.command.name.en : found.kind))(findCommand(commands, words.split(' '))))).toEqual(['take-request', 'decline-request']))
  it('said afterwards of a sitting on record is of that one', async () => {
    const of = after(await asked(), '2026-03-12', { type: 'record-past-meeting', body: 'b1', on: day('2026-03-12') })
    await type(takeRequest, 'q1 3月12日', deskAt('2026-03-13', of))
    expect([...of.meetings.values()]).toMatchObject([{ status: 'held' }])
    expect(of.requests.get('q1')).toMatchObject({ status: 'taken', meeting: 'm1' })
  })
  it('cannot be of a day before it was asked for', async () => {
    const of = await asked()
    expect(shown(await type(takeRequest, 'q1 2026-02-27', deskAt('2026-03-06', of)))).toContain('这个议题3月2日(周一)才申报，不能记在2月27日(周五)的会上')
    expect(of.requests.get('q1')?.status).toBe('waiting')
  })
  it('on a day that does not exist offers the two beside it, of the year that is nearest', async () => {
    const of = await asked()
    const desk = deskAt('2026-07-09', of)
    const card = cardIn(await type(takeRequest, 'q1 6月31日', desk))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toBe('“6月31日”不存在，请填6月30日(周二)或7月1日(周三)。')
    expect(labels(card)).toEqual(['6月30日', '7月1日'])
    expect(shown(await act(takeRequest, actionsOf(card)[0]?.run.args, desk))).toContain('县政府常务会议6月30日(周二)已研究“听取基础教育工作汇报”')
  })
  it.each(['9999年6月1日', '2031-06-01'])('cannot be far from the years of the plan: %s', async (on) => {
    const of = await asked()
    expect(shown(await type(takeRequest, `q1 ${on}`, deskAt('2026-03-06', of)))).toContain('能写的是2025年到2029年。请核对年份')
    expect(shown(await type(requestAgenda, `常务会议 研究编制 ${on}`, deskAt('2026-03-06', of)))).toContain('能写的是2025年到2029年')
    expect(of.requests.size).toBe(1)
  })
  it('is put right by the same words with another day: it says from what to what, and counts there', async () => {
    const of = await asked()
    await type(takeRequest, 'q1 3月19日', deskAt('2026-03-26', of))
    expect(of.meetings.get('m1')).toMatchObject({ status: 'held', day: '2026-03-19' })
    const desk = deskAt('2026-03-27', of)
    const answer = await type(takeRequest, 'q1 3月26日', desk)
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toContain('已更正：县政府常务会议研究“听取基础教育工作汇报”，由3月19日改为3月26日(周四)，按已召开记，计入频次')
    expect(desk.recorded).toEqual([{ type: 'take-request', request: 'q1', day: '2026-03-26', from: '2026-03-19' }])
    expect([...of.meetings.values()]).toMatchObject([{ id: 'm1', status: 'held', day: '2026-03-26', settledOn: '2026-03-27' }])
    expect(of.requests.get('q1')).toMatchObject({ status: 'taken', meeting: 'm1', day: '2026-03-26' })
    expect(facts(of, '2026-03-27')).toMatchObject({ held: 1, missing: 0 })
  })
  it('of a day that was none is ahead again, and does not count', async () => {
    const of = await asked()
    await type(takeRequest, 'q1 3月19日', deskAt('2026-03-26', of))
    expect(shown(await type(takeRequest, 'q1 4月16日', deskAt('2026-03-27', of)))).toMatch(/由3月19日改为4月16日\(周四\)[^]*会后我会问您开了没有/)
    expect([...of.meetings.values()]).toMatchObject([{ status: 'scheduled', day: '2026-04-16' }])
    expect(facts(of, '2026-03-27')).toMatchObject({ held: 0 })
  })
  it('is put right with its hour and its place, which are its own', async () => {
    const of = await asked()
    await type(takeRequest, 'q1 3月19日', deskAt('2026-03-06', of))
    after(of, '2026-03-06', { type: 'change-meeting', meeting: 'm1', day: day('2026-03-19'), time: '09:00', place: '县政府一楼', over: 0 })
    await type(takeRequest, 'q1 3月26日', deskAt('2026-03-09', of))
    expect(of.meetings.get('m1')).toMatchObject({ day: '2026-03-26', time: '09:00', place: '县政府一楼', was: { day: '2026-03-19', time: '09:00', place: '县政府一楼' } })
  })
  it('put right to today is of a sitting that was held, where it has decided something', async () => {
    const of = await asked()
    await type(takeRequest, 'q1 3月19日', deskAt('2026-03-26', of))
    after(of, '2026-03-26', { type: 'note-item', meeting: 'm1', words: '原则同意' })
    await type(takeRequest, 'q1 3月26日', deskAt('2026-03-26', of))
    expect(of.meetings.get('m1')).toMatchObject({ day: '2026-03-26', status: 'held' })
    expect(shown(await type(takeRequest, 'q1 3月27日', deskAt('2026-03-26', of)))).toContain('还没到日子')
  })
  it('is put right in a form, and not by one that was opened before it was taken', async () => {
    const of = await asked()
    const early = formIn(await type(takeRequest, 'q1', deskAt('2026-03-06', of)))
    const taken = await type(takeRequest, 'q1 3月19日', deskAt('2026-03-26', of))
    const late = await act(takeRequest, { ...early.run.args, day: '2026-03-12' }, deskAt('2026-03-26', of))
    expect(shown(late)).toContain('已列入3月19日(周四)的会议')
    const form = formIn(await act(takeRequest, actionsOf(cardIn(taken)).find(({ label }) => label === '改日期')?.run.args, deskAt('2026-03-26', of)))
    expect(form.fields).toMatchObject([{ name: 'day', now: '2026-03-19' }])
    await act(takeRequest, { ...form.run.args, day: '2026-03-12' }, deskAt('2026-03-26', of))
    expect(of.meetings.get('m1')).toMatchObject({ status: 'held', day: '2026-03-12' })
    expect(shown(await act(takeRequest, { ...form.run.args, day: '2026-03-13' }, deskAt('2026-03-26', of)))).toContain('已列入3月12日')
  })
  it('leaves the sitting where another item was taken up there', async () => {
    const of = await asked()
    await type(requestAgenda, '常务会议 研究编制', deskAt('2026-03-03', of))
    await type(takeRequest, 'q1 3月19日', deskAt('2026-03-26', of))
    await type(takeRequest, 'q2 3月19日', deskAt('2026-03-26', of))
    await type(takeRequest, 'q1 3月12日', deskAt('2026-03-26', of))
    expect([...of.meetings.values()]).toMatchObject([{ id: 'm1', day: '2026-03-19', topic: '研究编制' }, { id: 'm2', day: '2026-03-12', topic: '听取基础教育工作汇报' }])
    await type(takeRequest, 'q2 3月12日', deskAt('2026-03-26', of))
    expect([...of.meetings.values()]).toMatchObject([{ id: 'm1', status: 'not-held' }, { id: 'm2', status: 'held' }])
    expect(of.requests.get('q2')).toMatchObject({ meeting: 'm2', day: '2026-03-12' })
  })
  it('is given once', async () => {
    const of = await asked()
    await type(takeRequest, 'q1 3月19日', deskAt('2026-03-06', of))
    expect(shown(await type(declineRequest, 'q1 满了', deskAt('2026-03-06', of)))).toContain('已列入3月19日(周四)的会议')
    expect(shown(await type(takeRequest, 'q1', deskAt('2026-03-06', of)))).toMatch(/已列入3月19日\(周四\)的会议，没有再记。日期记错了，请再输入一次：\/duban 列入议题 q1 正确的日期 。/)
    expect(of.requests.get('q1')).toMatchObject({ day: '2026-03-19' })
    expect(shown(await type(takeRequest, 'q9 3月19日', deskAt('2026-03-06', of)))).toContain('没有找到议题申报“q9”')
  })
})
