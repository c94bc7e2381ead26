import { describe, expect, it } from 'vitest'
import { homeCard } from '#commands/home.ts'
import { mine } from '#commands/mine.ts'
import { nudge } from '#commands/nudge.ts'
import { round } from '#commands/round.ts'
import { summary } from '#commands/summary.ts'
import { task as taskCommand } from '#commands/task.ts'
import { Instant } from '#src/calendar/day.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Sent } from '#src/reminders/notice.ts'
import type { Lang } from '#templates/card.ts'
import { acceptClaim, after, change, claim, day, directoryWith, planOf, planWith, report, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { eachMonth, openRound } from '#test/rounds.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(
  ['县公安局', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇', '白鹭镇'] }],
  { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] },
  { name: '姚春梅', contactOf: ['青石镇'] }, { name: '段林峰', contactOf: ['溪口镇'] }, { name: '何景川', roles: ['leader'] },
)
const plan = (): PlanState =>
  planWith(
    task(1, { title: '普惠园建设', lead: '县教育局', section: '学校建设' }), task(2, { title: '控辍保学', lead: '各乡镇', section: '学校建设' }), task(3, { title: '经费保障', lead: '县财政局', due: '2026-06-15' }),
    task(4, { title: '校园安保', lead: '县公安局' }), task(5, { title: '无单位' }),
  )
const deskFor = (of: PlanState, { asker = '沈若兰', today = '2026-07-02', sent = [], lang = 'zh' }: { asker?: string; today?: string; sent?: readonly Sent[]; lang?: Lang } = {}): TestDesk => deskOf({ today, plans: [of], directory, asker, sent, lang })
const opened = (facts: Parameters<typeof openRound>[0] = {}): PlanState => after(plan(), '2026-07-02', openRound({ tasks: [1, 2, 3], ...facts }))

describe('轮次 开', () => {
  it('may name its plan among the words', () => expect(round.typed(['开', 'P2', '7月10日', '红黄灯'])).toEqual({ act: 'open', plan: 'p2', until: '7月10日', which: '红黄灯' }))

  it('asks for no plan where one alone has the tasks that are named', async () => {
    const both = deskOf({ plans: [plan(), planOf([task(1, { lead: '县教育局' })], { id: 'p2' })], directory, asker: '沈若兰' })
    expect(shown(await type(round, '开 7月10日 1,3', both))).toContain('将开“7月10日报送”：2项')
    expect(shown(await type(round, '开 7月10日 1', both))).toContain('请选择方案')
  })

  it('shows first how many are told, in one message each, and who cannot be', async () => {
    const desk = deskFor(plan())
    const preview = await type(round, '开 7月10日', desk)
    expect(cardIn(preview).text).toBe('将开“7月10日报送”：5项，通知4人，每人一条。确认前不发任何消息。')
    expect(shown(preview)).toMatch(/通知不到：2个单位没有联络员，可电话收来后代录\n白鹭镇1项、县公安局1项/)
    expect(shown(preview)).toContain('1项还没有责任单位，没有人会报，请先定牵头')
    expect(desk.recorded).toEqual([])
    expectGoodCard(cardIn(preview))
  })

  it('accounts for every task: who is asked about it, or why nobody is', async () => {
    const of = after(after(after(plan(), '2026-07-02', claim(3, '县财政局')), '2026-07-02', report(4, '县公安局')), '2026-07-02', { type: 'question-part', task: taskNo(1), unit: unitId('县教育局'), about: 'not-ours', words: '不归我们' })
    const preview = shown(await type(round, '开 7月10日', deskFor(of)))
    expect(preview).toContain('将开“7月10日报送”：5项')
    expect(preview).toContain('其中3项不再问：第1、3项待督查室审定，第4项已经报过。')
    expect(preview).toContain('1项还没有责任单位')
    expect(preview).toMatch(/青石镇 · 这次1处要填/)
    expect(shown(await type(round, '开 7月10日', deskFor(plan())))).not.toContain('不再问：')
  })

  it('says what each unit was sent and asked in the last thirty days, of a group its members', async () => {
    const told = (at: string, to: string, tasks: number[], unit: string): Sent => ({ key: `digest/${to}/${at}`, to: PersonId.parse(to), conversation: 'D', ts: at, at: Instant.parse(`${at}T01:00:00.000Z`), notices: tasks.map((no) => ({ kind: 'progress-due', key: `${at}/${no}`, to: PersonId.parse(to), plan: 'p1' as never, task: taskNo(no), unit: unitId(unit), quarter: '2026Q2', due: day('2026-06-30'), workingDaysLeft: 1 })) })
    const sent = [told('2026-06-29', 'u2', [1, 3], '县教育局'), told('2026-06-30', 'u2', [1], '县教育局'), told('2026-05-29', 'u2', [1], '县教育局'), told('2026-06-30', 'u4', [2], '各乡镇')]
    const preview = shown(await type(round, '开 7月10日', deskFor(plan(), { sent })))
    expect(preview).toContain('县教育局 · 这次1处要填 · 近30天收到2条、被问3处')
    expect(preview).toContain('青石镇 · 这次1处要填 · 近30天收到1条、被问1处')
    expect(preview).toContain('县财政局 · 这次1处要填 · 近30天收到0条、被问0处')
  })

  it('is opened by 确认, with what was shown', async () => {
    const of = plan()
    const desk = deskFor(of)
    const preview = await type(round, '开 7月10日 红黄灯 问：资金缺口多少？', desk)
    const done = await act(round, buttons(cardIn(preview))['开轮次']?.args, desk)
    expect(cardIn(done).text).toBe('已开轮次n1“7月10日报送”，7月10日截止，将通知4人。')
    expect(of.rounds.get('n1')).toMatchObject({ tasks: [1, 2, 3, 4], since: '2026-07-01', question: '资金缺口多少？', when: { until: '2026-07-10' } })
    expectGoodCard(cardIn(done))
  })

  it('shows again what changed since it was previewed', async () => {
    const of = plan()
    const preview = await type(round, '开 7月10日', deskFor(of))
    after(after(of, '2026-07-02', claim(1, '县教育局')), '2026-07-02', acceptClaim(1, '县教育局'))
    const again = await act(round, buttons(cardIn(preview))['开轮次']?.args, deskFor(of))
    expect(cardIn(again).text).toContain('4项')
    expect(shown(again)).toContain('预览之后有变化，轮次还没有开：第1项不再要报')
    expectGoodCard(cardIn(again))
    expect(of.rounds.size).toBe(0)
  })

  it.each([['全部', [1, 2, 3, 4, 5]], ['学校建设', [1, 2]], ['县财政局', [3]], ['1 4', [1, 4]], ['红灯', [3]], ['p1 2', [2]], ['p1-1 p1-3', [1, 3]]])('takes %s', async (which, tasks) => {
    const of = plan()
    const desk = deskFor(of)
    await act(round, buttons(cardIn(await type(round, `开 7月10日 ${which}`, desk)))['开轮次']?.args, desk)
    expect(of.rounds.get('n1')?.tasks).toEqual(tasks)
  })

  it('monthly says when the first opens and closes, and opens it for each month', async () => {
    const of = plan()
    const desk = deskFor(of)
    const preview = await type(round, '开 每月 第5个工作日 5天 全部', desk)
    expect(shown(preview)).toContain('每月第5个工作日开，报送5个工作日；第一期7月7日开，7月14日截止')
    const done = await act(round, buttons(cardIn(preview))['开轮次']?.args, desk)
    expect(cardIn(done).text).toContain('已开轮次n1“月报”')
    expect(of.rounds.get('n1')?.when).toEqual(eachMonth)
    expect(shown(await type(round, '', desk))).toContain('n1 “月报” · 未到第一期')
  })

  it('without a day asks for it in a form, which says what is wrong beside the field', async () => {
    const desk = deskFor(plan())
    expect(formIn(await type(round, '开', desk)).fields.map(({ name }) => name)).toEqual(['which', 'until', 'question', 'title', 'every', 'nth', 'days'])
    expect(await act(round, { act: 'open', form: true, which: '全部' }, desk)).toMatchObject({ kind: 'form-errors', errors: { until: expect.stringContaining('还没有写日期') as string } })
    expect(await act(round, { act: 'open', form: true, until: '2026-07-01' }, desk)).toMatchObject({ kind: 'form-errors', errors: { until: expect.stringContaining('已经过去') as string } })
  })

  it.each([
    ['7月1日', '已经过去'], ['7月2日', '截止太紧'], ['6月31日', '不存在'], ['7月10日 县卫计局', '没有找到'], ['7月10日 9', '没有找到任务'],
  ])('%s is refused with the way out', async (words, said) => expect(shown(await type(round, `开 ${words}`, deskFor(plan())))).toContain(said))

  it('is refused to whoever is no secretary, and of a plan that nobody was told of', async () => {
    expect(shown(await type(round, '开 7月10日', deskFor(plan(), { asker: '苏晚晴' })))).toContain('只有督查室')
    expect(shown(await type(round, '开 7月10日', deskFor(planOf([task(1, { lead: '县教育局' })], { handedOutOn: false }))))).toContain('通知联络员')
  })
})

describe('轮次 看', () => {
  it('says who has answered and who has not, by unit, a group in one line', async () => {
    const of = after(after(opened(), '2026-07-03', report(1, '县教育局')), '2026-07-03', report(2, '各乡镇', { member: '溪口镇' }))
    const card = await type(round, '看 n1', deskFor(of, { today: '2026-07-06' }))
    expect(cardIn(card).text).toBe('“年中进展”报送中，7月10日(周五)截止：应报5家，已报2、未报3')
    expect(shown(card)).toContain('各乡镇 · 3镇已报1，未报：青石镇、白鹭镇；没有联络员：白鹭镇')
    expect(shown(card)).toContain('县财政局 · 1项未报1：第3项')
    expect(shown(card)).toContain('✅ 已报：县教育局')
    expect(Object.keys(buttons(cardIn(card)))).toEqual(['催未报', '关闭'])
    expect(cardIn(card).actions?.map(({ confirm }) => confirm)).toContain('还有3家未报齐。现在关闭，此后填报的记为迟报？')
    expectGoodCard(cardIn(card))
  })

  it('marks what came after the last day, on the task too', async () => {
    const of = after(after(opened(), '2026-07-03', report(3, '县财政局')), '2026-07-14', report(1, '县教育局', { done: '已开工' }))
    expect(cardIn(await type(round, 'n1', deskFor(of, { today: '2026-07-14' }))).text).toBe('“年中进展”已于7月10日截止：应报5家，已报2、未报3，迟报1')
    expect(shown(await type(round, 'n1', deskFor(of, { today: '2026-07-14' })))).toContain('县教育局(迟报)')
    expect(shown(await type(taskCommand, '1', deskFor(of, { today: '2026-07-14' })))).toContain('最近填报(7月14日，迟报)')
    expect(shown(await type(taskCommand, '3', deskFor(of, { today: '2026-07-14' })))).toContain('最近填报(7月3日)')
    expect(shown(await type(taskCommand, '绿灯', deskFor(of, { today: '2026-07-14' })))).toContain('（迟报）')
  })

  it('may be seen by a contact, without a secretary’s buttons', async () => expect(Object.keys(buttons(cardIn(await type(round, 'n1', deskFor(opened(), { asker: '苏晚晴' })))))).toEqual([]))

  it('of a round there is none of names those there are', async () => expect(shown(await type(round, '看 n9', deskFor(opened())))).toContain('没有找到报送轮次“n9”，现有n1'))

  it('lists the rounds and what is asked by default', async () => {
    const list = await type(round, '', deskFor(opened({ tasks: [1, 3] })))
    expect(cardIn(list).text).toBe('报送轮次1个，报送中1个')
    expect(shown(list)).toMatch(/n1 “年中进展” · 7月10日截止 · 应报2家，已报0、未报2\n二季度\(默认\) · 已截止 · 应报5家，已报0、未报5/)
    expectGoodCard(cardIn(list))
  })

  it('reads well in English', async () => {
    for (const words of ['', 'open 7/10 all', 'n1']) expectGoodCard(cardIn(await type(round, words, deskFor(opened(), { lang: 'en' }))))
  })
})

describe('what a secretary does with a round', () => {
  it('催未报 chases only those who have not answered', async () => {
    const of = after(opened(), '2026-07-03', report(1, '县教育局'))
    const desk = deskFor(of, { today: '2026-07-06' })
    const preview = await type(round, '催 n1', desk)
    expect(cardIn(preview).text).toBe('将提醒2项，通知3人，每人一条。确认后发出。')
    expect(shown(preview)).not.toContain('苏晚晴')
    await act(nudge, buttons(cardIn(preview))['确认提醒']?.args, desk)
    expect(desk.recorded).toMatchObject([{ type: 'nudge', task: 2, also: [{ task: 3 }] }])
  })

  it('关闭 ends it, and says that what comes later is marked', async () => {
    const of = opened()
    const done = await type(round, '关闭 n1', deskFor(of, { today: '2026-07-06' }))
    expect(cardIn(done).text).toContain('“年中进展”已关闭，不再提醒。此后来的填报照记，标明迟报。')
    expect(shown(await type(round, '关闭 n1', deskFor(of, { today: '2026-07-07' })))).toContain('已于7月6日(周一)截止，不用再关')
    expect(cardIn(await type(round, 'n1', deskFor(of, { today: '2026-07-07' }))).text).toContain('已于7月6日关闭')
  })

  it('关闭 of one that is over by its own date offers no way back for all', async () => {
    const late = shown(await type(round, '关闭 n1', deskFor(opened(), { today: '2026-07-20' })))
    expect(late).toContain('已到期截止，不用再关')
    expect(late).not.toContain('轮次 恢复')
  })
  it('closed too soon has one way back for all, and chases nobody meanwhile', async () => {
    const of = opened()
    const desk = deskFor(of, { today: '2026-07-06' })
    await type(round, '关闭 n1', desk)
    const closed = buttons(cardIn(await type(round, 'n1', desk)))
    expect(Object.keys(closed)).toEqual(['取消关闭', '为一个单位重开', '发布结果'])
    expect(cardIn(await act(round, closed['取消关闭']?.args, desk)).text).toBe('“年中进展”已恢复，报到7月10日，照常提醒。')
    expect(Object.keys(buttons(cardIn(await type(round, 'n1', desk))))).toEqual(['催未报', '关闭'])
    // Open again, there is nothing to take back.
    expect(shown(await type(round, '恢复 n1', desk))).toContain('还在报送')
    const late = opened()
    await type(round, '关闭 n1', deskFor(late, { today: '2026-07-06' }))
    expect(Object.keys(buttons(cardIn(await type(round, 'n1', deskFor(late, { today: '2026-07-13' })))))).toEqual(['为一个单位重开', '发布结果'])
    expect(shown(await type(round, '恢复 n1', deskFor(late, { today: '2026-07-13' })))).toMatch(/7月10日\(周五\)已到期截止，不用再关，也不能整轮恢复[^]*重开/)
    expect(shown(await type(round, '恢复 n1', deskFor(opened(), { asker: '苏晚晴', today: '2026-07-06' })))).toContain('只有督查室')
  })

  it('重开 asks for which unit and until when, and takes only one that was asked', async () => {
    const of = opened()
    const desk = deskFor(of, { today: '2026-07-13' })
    expect(formIn(await type(round, '重开 n1', desk)).fields[0]).toMatchObject({ name: 'unit', choices: [{ value: '县教育局' }, { value: '溪口镇' }, { value: '青石镇' }, { value: '白鹭镇' }, { value: '县财政局' }] })
    expect(shown(await type(round, '重开 n1 县公安局 7月15日', desk))).toContain('没有向县公安局收报送')
    const done = await type(round, '重开 n1 青石镇 7月15日', desk)
    expect(cardIn(done).text).toBe('已为青石镇重开“年中进展”，到7月15日。将在每日提醒里通知姚春梅。')
    expect(of.rounds.get('n1')?.turns.get('n1')?.reopened.get(unitId('青石镇'))?.until).toBe('2026-07-15')
    expect(shown(await type(round, '重开 n1 青石镇 7月15日', deskFor(opened())))).toContain('还在报送')
  })

  it('发布 gives the text first, without a rank, short enough to forward, and records what was given', async () => {
    const of = after(opened(), '2026-07-03', report(1, '县教育局'))
    const desk = deskFor(of, { today: '2026-07-13' })
    const preview = await type(round, '发布 n1', desk)
    const words = '《教育强县三年行动方案》“年中进展”报送7月10日截止，共3项，应报5家，已报1家，未报4家。 已报：县教育局。 未报：溪口镇、青石镇、白鹭镇、县财政局。 任务情况：🟢1正常 🟡1预警 🔴1滞后。'
    expect(shown(preview)).toContain(words)
    expect(desk.recorded).toEqual([])
    const done = await act(round, buttons(cardIn(preview))['确认发布']?.args, desk)
    expect(cardIn(done).text).toBe('“年中进展”的结果已于7月13日发布。')
    expect(of.rounds.get('n1')?.turns.get('n1')?.published?.words).toBe(words)
    expect(cardIn(await type(round, '发布 n1', desk)).text).toContain('已于7月13日发布')
    expect(shown(await type(round, '发布 n1', deskFor(opened())))).toContain('还在报送')
  })

  it('以后不再开 ends one that repeats, and its turns stay readable', async () => {
    const of = after(plan(), '2026-07-02', openRound({ repeats: eachMonth }))
    expect(cardIn(await type(round, '停 n1', deskFor(of, { today: '2026-07-20' }))).text).toBe('“月报”7月以后各期不再开。'.replace('月报', '年中进展'))
    expect(cardIn(await type(round, 'n1', deskFor(of, { today: '2026-09-20' }))).text).toContain('“年中进展”7月已于7月14日截止')
  })
})

describe('汇总 while an opened round and a quarter run side by side', () => {
  const both = (id = 'p1', of = openRound({ tasks: [1] })): PlanState => after(planOf([task(1, { lead: '县教育局' }), task(2, { lead: '县财政局' }), task(3, { lead: '县教育局' })], { id }), '2026-07-02', of)

  it('says the figures of each by its name', async () => {
    const card = shown(await type(summary, '', deskFor(after(both(), '2026-07-03', report(2, '县财政局')), { asker: '何景川', today: '2026-07-06' })))
    expect(card).toContain('“年中进展”(至7月10日)应报1项，已报0，未报1；二季度(至6月30日)应报2项，已报1，未报1(未报不等于正常)')
  })

  it('adds up the quarter over the plans, and never two rounds that are only numbered alike', async () => {
    const desk = deskOf({ today: '2026-07-06', plans: [both(), both('p2', openRound({ tasks: [1, 2], title: '汛期检查' }))], directory, asker: '何景川' })
    const card = shown(await type(summary, '', desk))
    expect(card).toContain('“年中进展”(至7月10日)应报1项，已报0，未报1；“汛期检查”(至7月10日)应报2项，已报0，未报2；其余1轮应报3项，已报0，未报3(未报不等于正常)')
  })

  it('names both to the contact, and to the secretary on Home', async () => {
    expect(shown(await type(mine, '', deskFor(both(), { asker: '苏晚晴', today: '2026-07-06' })))).toContain('“年中进展”、二季度未报2项')
    expect(shown({ kind: 'card', card: homeCard(deskFor(both(), { today: '2026-07-06' })) })).toContain('“年中进展”、二季度未报 3项')
  })

  it('counts what was handed to somebody as not reported by them', async () => {
    const handler = PersonId.parse('u2')
    const ofOffice = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '甘小宁' })
    change(ofOffice, { type: 'name-handler', person: handler, unit: unitId('县教育局') })
    const of = after(both(), '2026-07-02', { type: 'hand-item', task: taskNo(1), unit: unitId('县教育局'), to: handler })
    expect(shown(await type(mine, '', deskOf({ today: '2026-07-06', plans: [of], directory: ofOffice, asker: '甘小宁' })))).toContain('“年中进展”未报1项')
  })
})

describe('many tasks of one unit', () => {
  it('are counted in 项', async () => {
    const many = after(planWith(...Array.from({ length: 12 }, (_, at) => task(at + 1, { lead: '县教育局' }))), '2026-07-02', openRound({ tasks: Array.from({ length: 12 }, (_, at) => at + 1) }))
    expect(shown(await type(round, 'n1', deskFor(many)))).toContain('12项未报12：第1、2、3、4、5、6、7、8等12项')
  })
})

describe('a round called by its title, or not at all', () => {
  const two = (): PlanState => after(opened({ title: '7月10日报送' }), '2026-07-02', openRound({ title: '控辍专项', tasks: [2], until: '2026-07-20' }))
  const deed = (words: string): Record<string, unknown> => round.typed(words.split(' '))

  it.each(['7月10日报送', '看 7月10日报送', '查看 “7月10日报送”', '看 7月10日'])('is the one with that title: %s', async (words) => expect(shown(await type(round, words, deskFor(two())))).toContain('“7月10日报送”报送中'))
  it.each(['关闭 7月10日报送', '7月10日报送 关闭', 'n1 关闭', '关闭轮次 7月10日报送'])('is closed by it: %s', async (words) => {
    const of = two()
    expect(shown(await type(round, words, deskFor(of)))).toContain('“7月10日报送”')
    expect(of.rounds.get('n1')?.turns.get('n1')?.closedOn).toBe('2026-07-02')
  })
  it('is chased by it, as 轮次 and as 催办', async () => {
    for (const answer of [await type(round, '催 7月10日报送', deskFor(two())), await type(nudge, '7月10日报送', deskFor(two())), await type(nudge, '轮次 7月10日', deskFor(two()))]) expect(shown(answer)).toContain('将提醒3项')
  })
  it('is the only one with which it can be done', async () => {
    expect(shown(await type(round, '看', deskFor(opened())))).toContain('“年中进展”报送中')
    const of = opened()
    expect(shown(await type(round, '关闭轮次', deskFor(of)))).toContain('关闭')
    expect(of.rounds.get('n1')?.turns.get('n1')?.closedOn).toBe('2026-07-02')
    expect(shown(await type(round, '取消关闭', deskFor(of, { today: '2026-07-02' })))).toContain('年中进展')
    expect(of.rounds.get('n1')?.turns.get('n1')?.closedOn).toBeUndefined()
  })
  it('is asked for with a press each where there are several', async () => {
    const card = cardIn(await type(round, '关闭', deskFor(two())))
    expect(card.text).toContain('是哪一轮？')
    expect(buttons(card)['n2 “控辍专项”']).toEqual({ command: 'round', args: { act: 'close', plan: 'p1', round: 'n2' } })
    expectGoodCard(card)
  })
  it.each(['延到7月15日', '延期 n1 7月15日', 'n1 延到 7月15日'])('is not given another last day, and what to do is said: %s', async (words) => expect(shown(await type(round, words, deskFor(opened())))).toMatch(/轮次n1的截止日\(7月10日.*不能改/))
  it('is reopened for a unit without its name, where only one is over', async () => {
    const of = opened()
    await type(round, '关闭轮次', deskFor(of))
    expect(shown(await type(round, '重开 县教育局 7月15日', deskFor(of, { today: '2026-07-03' })))).toContain('已为县教育局重开“年中进展”')
  })
  it('says so where none was opened', async () => expect(shown(await type(round, '看', deskFor(plan())))).toContain('还没有开过报送轮次'))
  it('is no empty name', () => expect([deed('关闭轮次'), deed('看')]).toEqual([{ act: 'close', round: '' }, { act: 'show', round: '' }]))
})
