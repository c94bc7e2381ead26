// 周报: the leader's screen with what is due this week, and whether it is sent each Monday.
import { describe, expect, it } from 'vitest'
import { asOfOf } from '#commands/as-of.ts'
import { brief } from '#commands/brief.ts'
import { forwardOf } from '#commands/forward.ts'
import { handUp } from '#commands/hand-up.ts'
import { commands } from '#commands/index.ts'
import { homeCard } from '#commands/home.ts'
import { summary } from '#commands/summary.ts'
import { task as taskCommand } from '#commands/task.ts'
import { why as whyCommand } from '#commands/why.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { View } from '#src/queries/view.ts'
import { renderText } from '#src/slack/render-text.ts'
import type { Card } from '#templates/card.ts'
import { messageCard } from '#templates/message.ts'
import { plain } from '#templates/rich.ts'
import { after, change, day, directoryWith, nineOn, personNamed, planOf, report, task, taskNo, viewOn } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { buttons, cardIn, shown, type } from './acting.ts'

const county = () => directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '李县长', roles: ['leader'], fields: ['校园'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
/** Monday 6 July: four things fall due in the week, one of them in 李县长's own field. */
const plan = (): PlanState => planOf([
  task(1, { title: '普惠园建设', section: '师资', lead: '县教育局', due: '2026-07-07' }), task(2, { title: '经费保障', section: '保障', lead: '县财政局', due: '2026-06-10' }),
  task(3, { title: '教师招聘', section: '师资', lead: '县教育局', due: '2026-07-10' }), task(4, { title: '校舍维修', section: '校园建设', lead: '县教育局', due: '2026-07-09' }), task(5, { title: '食堂改造', lead: '县教育局', due: '2026-07-12' }),
  task(6, { title: '下周的事', lead: '县教育局', due: '2026-07-13' }), task(7, { title: '长期的事', lead: '县教育局' }),
])
const deskFor = (asker: string, { plans = [plan()], directory = county(), today = '2026-07-06' }: { plans?: PlanState[]; directory?: ReturnType<typeof county>; today?: string } = {}): TestDesk => deskOf({ plans, directory, asker, today })
const week = ({ sections = [] }: Card) => sections.at(-1)
const weekLines = (card: Card): string[] => (week(card)?.rows ?? []).map(({ line }) => plain(line))

describe('周报', () => {
  it('is the screen of 汇总, line for line, with what falls due in the week below it', async () => {
    const [screen, card] = [cardIn(await type(summary, '', deskFor('李县长'))), cardIn(await type(brief, '', deskFor('李县长')))]
    expectGoodCard(card)
    expect((card.lines ?? []).map(plain)).toEqual((screen.lines ?? []).map(plain))
    expect(card.actions).toEqual(screen.actions)
    expect(plain(week(card)?.heading ?? { pieces: [] } as never)).toBe('本周到期（7月6日至7月12日）4项')
    expect(card.text).toMatch(/；本周到期4项$/)
    expect(renderText(card)).toMatch(/截至7月6日 \d\d:\d\d/)
  })
  it('begins with the leader’s own fields, then goes by the date', async () => expect(weekLines(cardIn(await type(brief, '', deskFor('李县长')))).map((line) => / \*?(\d+)/.exec(line)?.[1])).toEqual(['4', '1', '3', '5']))
  it('begins for an aide with the fields of the leader, and shows what waits for the leader without its buttons', async () => {
    const directory = county()
    change(directory, { type: 'add-person', name: '韩雪', handle: { platform: 'slack', id: 'U9' } })
    change(directory, { type: 'name-aide', person: personNamed(directory, '韩雪').id, leader: personNamed(directory, '李县长').id })
    const of = plan()
    await handUp.handle({ task: '1', to: personNamed(directory, '李县长').id, words: '请定经费' }, deskFor('沈若兰', { plans: [after(of, '2026-07-01', { ...report(1, '县教育局', { state: 'blocked', problem: '经费没有落实' }), needs: '县财政局' } as Parameters<typeof after>[2])], directory }))
    const card = cardIn(await type(brief, '', deskFor('韩雪', { plans: [of], directory })))
    expect(weekLines(card)[0]).toContain('校舍维修')
    expect(renderText(card)).toContain('待领导决定 1')
    expect(Object.keys(buttons(card))).not.toContain('协调会')
    expect(buttons(card)).toHaveProperty('每周一早发我')
  })
  it('says so, where nothing is to be finished', async () => expect(plain(week(cardIn(await type(brief, '', deskFor('李县长', { today: '2026-08-05' }))))?.heading ?? { pieces: [] } as never)).toBe('本周到期（8月3日至8月9日）：没有要办结的任务'))
  it('says what is owed in the week, which is not always the task’s own date', async () => {
    const extended = after(planOf([task(1, { title: '普惠园建设', lead: '县教育局', due: '2026-07-01' })]), '2026-06-25', { type: 'set-due', task: taskNo(1), day: day('2026-07-08'), reason: '汛期停工' })
    expect(weekLines(cardIn(await type(brief, '', deskFor('李县长', { plans: [extended] }))))).toEqual(['🟡预警 1 普惠园建设 · 县教育局 · 7月8日(周三)前完成，原定7月1日、改过1次'])
  })
  it('shows seven, and leads to the rest: the very list', async () => {
    const many = planOf(Array.from({ length: 9 }, (_, at) => task(at + 1, { lead: '县教育局', due: '2026-07-08' })))
    const card = cardIn(await type(brief, '', deskFor('李县长', { plans: [many] })))
    expect(weekLines(card)).toHaveLength(8)
    expect(weekLines(card).at(-1)).toBe('另有2项')
    const rest = buttons(card)['全部到期']
    const list = commands.find(({ name }) => name.en === rest?.command)
    expect(list === undefined ? '' : renderText(cardIn(await list.handle(rest?.args, deskFor('李县长', { plans: [many] })) as never))).toContain('共9项')
  })
  it('counts apart what owes a report alone', async () => {
    const reports = planOf([task(1, { lead: '县教育局' }), task(2, { lead: '县教育局' }), task(3, { lead: '县财政局', due: '2026-09-30' })])
    const card = cardIn(await type(brief, '', deskFor('李县长', { plans: [reports], today: '2026-09-28' })))
    expect(weekLines(card)).toEqual([expect.stringContaining('3'), '另有2项本周要报进展'])
  })
  it('counts what falls due in the week also of a task that is behind with something else, and the list behind it has exactly so many', async () => {
    const of = planOf([task(1, { lead: '县教育局', due: '2026-06-10' }), task(2, { lead: '县教育局', due: '2026-07-08' }), task(3, { lead: '县财政局', due: '2026-12-30' }), task(4, { lead: '县财政局' })])
    after(of, '2026-07-01', { type: 'open-round', tasks: [1, 2, 3].map(taskNo), title: '七月进展', until: day('2026-07-10'), since: day('2026-07-01') })
    const desk = deskFor('李县长', { plans: [of] })
    const card = cardIn(await type(brief, '', desk))
    expect(weekLines(card)).toEqual([expect.stringMatching(/ 2 任务2[^\n]*7月8日/), '另有2项本周要报进展'])
    const list = cardIn(await type(taskCommand, '本周到期', desk))
    expect(list.text).toContain('共3项')
    expect(renderText(list)).toMatch(/ 1 任务1[^\n]*7月10日\(周五\)前填报/)
  })
  it('opens the duties owed since before the week, as many as it says', async () => {
    const monthly = (no: number) => ({ id: `c${no}`, task: taskNo(no), every: 'month' as const, times: 1, what: `第${no}件事`, text: '每月' })
    const of = planOf(Array.from({ length: 5 }, (_, at) => task(at + 1, { lead: '县教育局' })), { obligations: [1, 2, 3, 4, 5].map(monthly), handedOutOn: '2026-06-01' })
    const desk = deskFor('李县长', { plans: [of] })
    const card = cardIn(await type(brief, '', desk))
    expect(renderText(card)).toMatch(/以前欠报的周期任务 5项[^]*另有2项/)
    const rest = buttons(card)['全部5项']
    expect(rest?.command).toBe('task')
    const list = cardIn(await taskCommand.handle(rest?.args, desk) as never)
    expect(list.text).toBe('以前欠报的周期任务：共5项')
    expect(renderText(list)).toContain('6月30日已到期：第1件事')
  })
  it('is of all plans, whose tasks have the plan before their number', async () => {
    const card = cardIn(await type(brief, '', deskFor('李县长', { plans: [plan(), planOf([task(1, { lead: '县财政局', due: '2026-07-08' })], { id: 'p2' })] })))
    expect(card.title).toBe('周一简报 · 全部方案(2个)')
    expect(weekLines(card).join()).toContain('p2-1')
  })
  it('is for anybody to see, and for no contact to be sent', async () => {
    expect(buttons(cardIn(await type(brief, '', deskFor('李县长'))))).toMatchObject({ 每周一早发我: { command: 'want-brief', args: { wanted: true } } })
    expect(Object.keys(buttons(cardIn(await type(brief, '', deskFor('苏晚晴')))))).not.toContain('每周一早发我')
  })
  it('can be passed on as text', async () => expect(shown(await forwardOf(() => commands).handle({ of: 'brief' }, deskFor('李县长')) as never)).toContain('周一简报'))
  it('says in English what it says in Chinese', async () => {
    const desk = { ...deskFor('李县长'), lang: 'en' as const }
    const card = cardIn(await type(brief, '', desk))
    expectGoodCard(card)
    expect(renderText(card)).toContain('Due this week (6 Jul to 12 Jul): 4')
    for (const word of ['on', 'off']) expectGoodCard(cardIn(await type(brief, word, desk)))
  })
})

describe('周报 of a day that has been', () => {
  it('has no button that would change what is sent today', async () => {
    const past = () => deskFor('李县长', { today: '2026-06-22' })
    const desk: TestDesk = { ...deskFor('李县长'), asOf: () => Promise.resolve(past()) }
    const card = cardIn(await asOfOf(() => commands).handle({ day: '6月22日', of: 'brief' }, desk) as never)
    expect(renderText(card)).toContain('本周到期（6月22日至6月28日）')
    expect(Object.keys(buttons(card)).filter((label) => label.includes('每周一') || label.includes('简报'))).toEqual([])
  })
})

describe('周报 开', () => {
  it('says when it comes and when it does not, and how to end it', async () => {
    const directory = county()
    const card = cardIn(await type(brief, '开', deskFor('李县长', { directory, today: '2026-07-07' })))
    expectGoodCard(card)
    expect(renderText(card)).toMatch(/每周第一个工作日08:30给您发周一简报，下一次是7月13日\(周一\)[^]*不发/)
    expect(buttons(card)).toMatchObject({ 不再发周一简报: { command: 'want-brief', args: { wanted: false } }, 现在看: { command: 'brief', args: {} } })
    expect(personNamed(directory, '李县长').wantsBrief).toBe(true)
  })
  it('says on a Monday morning that this week’s comes at once, for then it is owed', async () => expect(cardIn(await type(brief, '开', deskFor('李县长'))).text).toContain('下一次是今天，马上就发'))
  it('ends with 周报 关', async () => {
    const directory = county()
    await type(brief, '开', deskFor('李县长', { directory }))
    expect(shown(await type(brief, '关', deskFor('李县长', { directory })))).toContain('不再给您发周一简报')
    expect(personNamed(directory, '李县长').wantsBrief).toBeUndefined()
  })
  it.each(['苏晚晴', '沈若兰'])('is refused to %s, who is told how to see it', async (asker) => expect(shown(await type(brief, '开', deskFor(asker)))).toMatch(/只发给领导和领导联络员[^]*\/duban 周报/))
  it('is a button of the leader’s Home, and turns into the one that ends it', () => {
    const directory = county()
    expect(buttons(homeCard(deskFor('李县长', { directory })))).toHaveProperty('每周一早发我')
    change(directory, { type: 'want-brief', person: personNamed(directory, '李县长').id, wanted: true })
    expect(buttons(homeCard(deskFor('李县长', { directory })))).toHaveProperty('不再发周一简报')
  })
})

describe('the message that is sent', () => {
  const directory = county()
  change(directory, { type: 'want-brief', person: personNamed(directory, '李县长').id, wanted: true })
  const drawn = (of: PlanState, on: string, standing: PlanState[] = [of]): Card => {
    const view = (): View => viewOn(on, of, directory)
    const parcel = { key: 'brief/u2/2026-07-06', to: PersonId.parse('u2'), notices: [{ kind: 'weekly-brief' as const, key: 'weekly-brief/p1/2026-07-06/u2', to: PersonId.parse('u2'), plan: PlanId.parse('p1'), week: day('2026-07-06') }] }
    return messageCard({ parcel, view, person: personNamed(directory, '李县长'), directory, lang: 'zh' }, { now: nineOn(on), zone: 'Asia/Shanghai', views: () => standing.map((each) => viewOn(on, each, directory)), archived: 0 })
  }
  it('is what 周报 shows at that moment', async () => {
    const typed = cardIn(await type(brief, '', deskFor('李县长', { directory })))
    expect(drawn(plan(), '2026-07-06')).toEqual(typed)
  })
  it('counts no plan that was not handed out, as 周报 does not', async () => {
    const draft = planOf([task(1, { lead: '县教育局', due: '2026-07-08' })], { id: 'p2', handedOutOn: false })
    const card = drawn(plan(), '2026-07-06', [plan(), draft])
    expect(card).toEqual(cardIn(await type(brief, '', deskFor('李县长', { directory, plans: [plan(), draft] }))))
    expect(card.text).toContain('本周到期4项')
  })
  it('is of its own week and as of now, when it is pressed later', () => {
    const later = drawn(after(plan(), '2026-07-07', report(1, '县教育局', { state: 'blocked', problem: '场地未交付' })), '2026-07-14')
    expect(plain(week(later)?.heading ?? { pieces: [] } as never)).toContain('7月6日至7月12日')
    expect(renderText(later)).toContain('截至7月14日')
  })
  it('can still be drawn when all plans were put away since', () => expect(renderText(drawn(after(plan(), '2026-07-08', { type: 'archive-plan', reason: '已并入新方案' }), '2026-07-09', []))).toContain('周一简报'))
})

describe('what a period asks for', () => {
  const monthly = { id: 'c1', task: taskNo(1), every: 'month' as const, times: 1, what: '开展应急疏散演练', text: '每月开展1次应急疏散演练' }
  const made = () => after(planOf([task(1, { title: '校园安全', lead: '县教育局', due: '2026-09-30' }), task(2, { lead: '县财政局', due: '2026-07-03' }), task(3, { lead: '县财政局', due: '2026-06-29' })], { obligations: [monthly], handedOutOn: '2026-06-01' }), '2026-06-30', report(1, '县教育局', { done: '已排查' }))
  const saysOn = async (today: string, words = '') => cardIn(await type(brief, words, deskFor('李县长', { plans: [made()], today })))

  it('stands in the week among what has passed, which stands before what is to come', async () =>
    expect(weekLines(await saysOn('2026-07-02'))).toEqual(['已过 2项', expect.stringContaining('🔴滞后 3'), expect.stringMatching(/🟢正常 1 校园安全.*6月30日已到期：开展应急疏散演练/), '还要到期 1项', expect.stringContaining('🟡预警 2')]))
  it('is named in the weeks after, until it is given', async () => {
    expect(renderText(await saysOn('2026-07-06'))).toMatch(/以前欠报的周期任务 1项\n🟢正常 1 校园安全[^\n]*6月30日已到期：开展应急疏散演练/)
    expect(renderText(await saysOn('2026-06-24'))).not.toContain('以前欠报')
  })
  it('is said beside a green light, and by 为什么, with its day', async () => {
    const desk = deskFor('李县长', { plans: [made()], today: '2026-07-02' })
    const why = shown(await type(whyCommand, '1', desk))
    expect(why).toMatch(/🟢 正常：6月30日[^\n]*报正常推进；6月30日[^\n]*的周期任务还没有报/)
    expect(why).toMatch(/周期任务：“开展应急疏散演练”应于6月30日[^\n]*报送，还没有报/)
    expect(shown(await type(taskCommand, '绿灯', desk))).toContain('周期任务6月30日欠报')
  })
  it('is in the list of the week with the day that put it there', async () =>
    expect(shown(await type(taskCommand, '本周到期', deskFor('李县长', { plans: [made()], today: '2026-07-02' })))).toMatch(/共3项\n\n已过 2项\n🔴滞后 3[^]*🟢正常 1 校园安全[^\n]*6月30日已到期[^]*还要到期 1项\n🟡预警 2/))
})
