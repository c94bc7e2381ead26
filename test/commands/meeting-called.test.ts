// A sitting that was called: what it counts as, a series of them, and one by its number.
import { describe, expect, it } from 'vitest'
import { meeting } from '#commands/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { plain } from '#templates/rich.ts'
import { after, day, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'
import { group, team, plan, deskFor, meetingsOf, filled } from './calling.ts'

describe('what a sitting counts as', () => {
  const special = { ...group, cadences: [{ id: 'k1', every: 'quarter', times: 1, text: '领导小组每季度至少召开1次专题会议', of: 'special' as const }] }
  const of = () => planOf([task(1, { lead: '县教育局' })], { bodies: [special, team], period: { from: 2026, to: 2028 } })

  it('is said where a clause asks for a kind and none was said', async () => {
    expect(shown(await type(meeting, '安排 教育工作 7月10日 15:00 二楼', deskFor('沈若兰', of())))).toMatch(/没有写是哪类会议，按专题会议计入频次/)
    expect(shown(await type(meeting, '安排 教育工作 7月10日 15:00 二楼 专题', deskFor('沈若兰', of())))).not.toMatch(/没有写是哪类会议/)
    expect(shown(await type(meeting, '安排 校园建设 7月10日 15:00 二楼', deskFor('沈若兰', of())))).not.toMatch(/没有写是哪类会议/)
  })

  it('is looked at before a second one is called in a window that has what it needs', async () => {
    const desk = deskFor('沈若兰', of())
    await type(meeting, '安排 教育工作 7月10日 15:00 二楼 专题', desk)
    const card = cardIn(await type(meeting, '安排 教育工作 8月12日 15:00 二楼 专题', desk))
    expect(shown({ kind: 'card', card })).toMatch(/还没有安排，请先看[^]*2026年三季度专题会议应开1次，已安排7月10日\(周五\)。/)
    expectGoodCard(card)
    expect(meetingsOf(desk)).toHaveLength(1)
    await act(meeting, buttons(card)['仍然安排']?.args, desk)
    expect(meetingsOf(desk)).toHaveLength(2)
  })

  it.each([['another window', '10月12日 15:00 二楼 专题'], ['another kind', '8月12日 15:00 二楼 综合'], ['one that is not counted', '8月12日 15:00 二楼 不计入频次']])('is nothing to look at for %s', async (_, words) => {
    const desk = deskFor('沈若兰', of())
    await type(meeting, '安排 教育工作 7月10日 15:00 二楼 专题', desk)
    await type(meeting, `安排 教育工作 ${words}`, desk)
    expect(meetingsOf(desk)).toHaveLength(2)
  })

  it.each([['专题 校舍安全', 'special'], ['不计入频次 校舍安全', undefined]])('stands before what it is about: %s', async (words, sort) => {
    const desk = deskFor('沈若兰', of())
    await type(meeting, `安排 教育工作 7月10日 15:00 三楼会议室 ${words}`, desk)
    expect(meetingsOf(desk)).toMatchObject([{ place: '三楼会议室', topic: '校舍安全', ...(sort === undefined ? { uncounted: true } : { of: sort }) }])
  })

  it.each(['安排 教育工作 专题 7月10日 15:00 三楼会议室', '安排 专题 教育工作 7月10日 15:00 三楼会议室', '安排 教育工作 7月10日 15:00 专题 三楼会议室', '安排 教育工作 7月10日 专题 15:00 三楼会议室'])('takes no place for what it is about: %s', async (words) => {
    const desk = deskFor('沈若兰', of())
    await type(meeting, words, desk)
    expect(meetingsOf(desk)).toMatchObject([{ place: '三楼会议室', of: 'special' }])
    expect(meetingsOf(desk)[0]).not.toHaveProperty('topic')
  })

  it('before a place that is said with its label is before the topic still', async () => {
    const desk = deskFor('沈若兰', of())
    await type(meeting, '安排 教育工作 7月10日 15:00 专题 校舍安全 地点：三楼会议室', desk)
    expect(meetingsOf(desk)).toMatchObject([{ place: '三楼会议室', topic: '校舍安全', of: 'special' }])
  })

  it('is said once of a series', async () => {
    const desk = deskFor('沈若兰', of())
    await type(meeting, '安排 教育工作 7月10日 15:00 二楼 专题', desk)
    const text = shown(await type(meeting, '安排 教育工作 每月5日 15:00 二楼', desk))
    expect(text.match(/2026年三季度专题会议应开1次/g)).toHaveLength(1)
  })
})

describe('a series', () => {
  it('shows all its days first, a day off moved to the next working day (10 October 2026 is worked)', async () => {
    const desk = deskFor()
    const card = cardIn(await act(meeting, filled({ body: 'b1', day: '2026-07-10', repeat: 'month' }), desk))
    expect(card.text).toMatch(/还没有安排，请核对：教育工作领导小组系列会议12次/)
    expect(shown({ kind: 'card', card })).toMatch(/7月10日\(周五\)\n8月10日\(周一\)\n9月10日\(周四\)\n10月10日\(周六\)/)
    expect(meetingsOf(desk)).toEqual([])
    const answer = await act(meeting, buttons(card)['安排']?.args, desk)
    expect(shown(answer)).toMatch(/已安排：教育工作领导小组系列会议12次/)
    expect(meetingsOf(desk).map(({ id, series }) => [id, series]).slice(0, 2)).toEqual([['m1', 'm1'], ['m2', 'm1']])
    expect(meetingsOf(desk)).toHaveLength(12)
  })

  it('is called as it is typed: 每季度10日', async () => {
    const desk = deskFor()
    const card = cardIn(await type(meeting, '安排 教育工作 每季度10日 15:00 二楼会议室', desk))
    expect(card.text).toMatch(/系列会议10次/)
    await act(meeting, buttons(card)['安排']?.args, desk)
    expect(meetingsOf(desk).map((each) => each.day).slice(0, 3)).toEqual(['2026-07-10', '2026-10-10', '2027-01-11'])
    const form = formIn(await act(meeting, buttons(card)['改一改']?.args, desk))
    expect(form.fields.map((field) => ('now' in field ? field.now : undefined))).toEqual(['2026-07-10', '15:00', '二楼会议室', undefined, 'any', 'quarter'])
  })

  it('of the last working day of each month has no form to be changed in, and says so of one that is over', async () => {
    expect(Object.keys(buttons(cardIn(await type(meeting, '安排 教育工作 每月最后一个工作日 15:00 二楼', deskFor()))))).toEqual(['安排'])
    const over = planOf([task(1)], { bodies: [group], period: { from: 2024, to: 2025 } })
    expect(shown(await type(meeting, '安排 教育工作 每月5日 15:00 二楼', deskFor('沈若兰', over)))).toMatch(/此前没有这样的日子/)
  })

  it('begins with its next day where today’s hour is over', async () => {
    const desk = deskFor('沈若兰', plan(), { now: '2026-07-02T08:00:00.000Z' })
    expect(shown(await type(meeting, '安排 教育工作 每月2日 15:00 二楼', desk))).toMatch(/8月3日\(周一\)（8月2日不是工作日，顺延）\n9月2日/)
  })

  it('that goes on after the twelve that are called at once says so, before and after', async () => {
    const desk = deskFor()
    const card = cardIn(await type(meeting, '安排 教育工作 每月10日 15:00 二楼', desk))
    expect(shown({ kind: 'card', card })).toMatch(/只排到2027年6月10日\(周四\)，共12次；之后的到时再排。/)
    expect(shown(await act(meeting, buttons(card)['安排']?.args, desk))).toMatch(/只排到2027年6月10日\(周四\)，共12次/)
    const short = planOf([task(1)], { bodies: [group], period: { from: 2026, to: 2026 } })
    expect(shown(await type(meeting, '安排 教育工作 每月10日 15:00 二楼', deskFor('沈若兰', short)))).not.toMatch(/只排到/)
  })

  it('says of each day what is to be known of it: moved, near another sitting, on the day of a review', async () => {
    const of = after(after(plan(), '2026-07-01', { type: 'schedule-meeting', body: 'b2', day: day('2026-08-05'), time: '15:30', place: '一楼' }), '2026-07-01', { type: 'schedule-review', kind: 'inspection', day: day('2026-09-07'), tasks: [taskNo(1)], units: [unitId('县教育局')], prepare: '' })
    const elsewhere = after(of, '2026-07-01', { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-06'), tasks: [taskNo(1)], units: [unitId('县住建局')], prepare: '' })
    const card = cardIn(await type(meeting, '安排 教育工作 每月5日 15:00 二楼', deskFor('沈若兰', elsewhere)))
    const rows = card.sections?.[0]?.rows.map(({ line }) => plain(line)) ?? []
    expect(rows.slice(0, 3)).toEqual(['7月6日(周一)（7月5日不是工作日，顺延）', '8月5日(周三)：⚠️ 与校园建设专班（8月5日(周三) 15:30）时间太近，这几位要参加两个会：苏晚晴。', '9月7日(周一)（9月5日不是工作日，顺延）：当天有督查（r1）'])
    expect(Object.keys(buttons(card))).toEqual(['仍然安排', '改一改'])
    expectGoodCard(card)
  })

  it('says of which years the days off are not known, and who cannot be told, however few they are', async () => {
    const text = shown(await type(meeting, '安排 校园建设 每月10日 9:30 二楼', deskFor()))
    expect(text).toMatch(/2027年的放假安排还没有公布，那一年的日子到时请再核对/)
    expect(text).toMatch(/1个成员收不到通知，请另行告知：县住建局。/)
  })

  it('ends with its plan', async () => {
    const short = planOf([task(1)], { bodies: [group], period: { from: 2026, to: 2026 } })
    expect(cardIn(await act(meeting, filled({ repeat: 'quarter' }), deskFor('沈若兰', short))).text).toMatch(/系列会议2次/)
  })
})

describe('会议 m1', () => {
  const called = (): PlanState => after(plan(), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '二楼会议室', topic: '学位供给' })
  const answered = () => after(after(called(), '2026-07-02', { type: 'answer-invitation', meeting: 'm1', seat: '县教育局', coming: true }), '2026-07-02', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, instead: '李四', words: '出差' })

  it('of a body shows that one alone, with what is called of it and what is next', async () => {
    const card = cardIn(await type(meeting, '教育工作', deskFor('沈若兰', after(called(), '2026-07-01', { type: 'schedule-meeting', body: 'b2', day: day('2026-07-20'), time: '09:00', place: '' }))))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/^教育工作领导小组[^]*2026年应开2次[^]*7月10日/)
    expect(shown({ kind: 'card', card })).not.toContain('校园建设专班')
    expect(Object.keys(buttons(card))).toEqual(['查看', '安排会议', '编辑成员'])
  })
  it('of a name that several bodies have asks which, and shows it then', async () => {
    const card = cardIn(await type(meeting, '专班', deskFor()))
    expect(card.text).toBe('哪个会？')
    expect(cardIn(await act(meeting, Object.values(buttons(card))[0]?.args, deskFor())).text).toMatch(/专班：/)
  })
  it('of a plan, or of all, lists them', async () => expect([await type(meeting, 'p1', deskFor()), await type(meeting, '清单', deskFor())].map((answer) => shown(answer))).toEqual([shown(await type(meeting, '', deskFor())), shown(await type(meeting, '', deskFor()))]))
  it('sets apart what the asker is asked to', async () => {
    const card = cardIn(await type(meeting, '', deskFor('苏晚晴', called())))
    expect(shown({ kind: 'card', card })).toMatch(/您要参加的会\n教育工作领导小组 · 7月10日/)
    expect(buttons(card)['我的答复']).toMatchObject({ command: 'attend', args: { meeting: 'm1' } })
  })
  it('has a series as one, with the way to all of it', async () => {
    const of = after(plan(), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '', later: [day('2026-08-10'), day('2026-09-10')] })
    const card = cardIn(await type(meeting, '', deskFor('沈若兰', of)))
    expect(shown({ kind: 'card', card })).toMatch(/7月10日[^\n]*\n系列会议，后面还有2次，到9月10日/)
    expect(shown({ kind: 'card', card })).not.toContain('8月10日')
    expect(shown(await act(meeting, buttons(card)['全部']?.args, deskFor('沈若兰', of)))).toMatch(/7月10日[^]*8月10日[^]*9月10日/)
  })
  it('has a series as one also where the plan has one body, and for whoever is asked to it', async () => {
    const alone = after(planOf([task(1)], { bodies: [group] }), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '', later: [day('2026-08-10'), day('2026-09-10')] })
    for (const asker of ['沈若兰', '苏晚晴']) expect(shown(await type(meeting, '', deskFor(asker, alone)))).toMatch(/7月10日[^\n]*\n系列会议，后面还有2次，到9月10日/)
    expect(Object.keys(buttons(cardIn(await type(meeting, '', deskFor('苏晚晴', alone)))))).toEqual(expect.arrayContaining(['我的答复', '全部']))
  })
  it('has the first two of a body that has many, and the way to all', async () => {
    const many = (count: number): PlanState => Array.from({ length: count }, (_, at) => at + 10).reduce((of, date) => after(of, '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day(`2026-07-${date}`), time: '15:00', place: '' }), plan())
    const card = cardIn(await type(meeting, '', deskFor('沈若兰', many(6))))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/7月10日[^\n]*\n[^\n]*7月11日[^\n]*\n后面还有4次，到7月15日/)
    expect(shown({ kind: 'card', card })).not.toContain('7月12日')
    expect(shown(await act(meeting, buttons(card)['全部']?.args, deskFor('沈若兰', many(6))))).toMatch(/7月12日[^]*7月13日[^]*7月14日/)
    expect(shown(await type(meeting, '', deskFor('沈若兰', many(3))))).toMatch(/7月10日[^]*7月11日[^]*7月12日/)
  })
  it('of a body nobody knows offers those that are near', async () => expect(Object.values(buttons(cardIn(await type(meeting, '教学领导小组', deskFor()))))[0]).toEqual({ command: 'meeting', args: { body: '教育工作领导小组' } }))

  it('shows when, where, what about, who chairs it and who comes', async () => {
    const answer = await type(meeting, 'm1', deskFor('沈若兰', answered()))
    expect(shown(answer)).toMatch(/7月10日\(周五\) 15:00，二楼会议室[^]*议题：学位供给[^]*主持：县长（何景川）[^]*参加1，请假1，未答1[^]*请假：县财政局（出差，派李四参加）[^]*未答：县长（何景川）/)
    expectGoodCard(cardIn(answer))
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['议程', '会议通知', '改期', '取消会议', '代为答复', '加入日历'])
  })
  it('shows a member their own answer, and nothing that changes it', async () => expect(Object.keys(buttons(cardIn(await type(meeting, 'm1', deskFor('苏晚晴', answered())))))).toEqual(['我的答复', '议程', '加入日历']))
  it('asks on its day, once its hour is over, whether it was held', async () => {
    const desk = deskFor('沈若兰', called(), { today: '2026-07-10', now: '2026-07-10T09:30:00.000Z' })
    expect(Object.keys(buttons(cardIn(await type(meeting, 'm1', desk))))).toEqual(expect.arrayContaining(['已召开', '未召开']))
  })
  it('of one that is not there says so', async () => expect(shown(await type(meeting, 'm9', deskFor()))).toMatch(/没有找到会议“m9”/))
})
