// 变化 and 汇总 know meetings: what was called, moved, held, decided and minuted since, and which windows closed with too few.
import { describe, expect, it } from 'vitest'
import { changes } from '#commands/changes.ts'
import { homeCard } from '#commands/home.ts'
import { summary } from '#commands/summary.ts'
import { Instant } from '#src/calendar/day.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { renderText } from '#src/slack/render-text.ts'
import { after, day, directoryWith, planOf, task, unitId } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, cardIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const group: Body = { id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'quarter', times: 1, text: '每季度至少召开一次' }] }
const council: Body = { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }
const schedule = (on: string) => ({ type: 'schedule-meeting', body: 'b1', day: day(on), time: '15:00', place: '二楼' }) as const
/** Three sittings of July are ahead on 30 June. */
const before = (): PlanState => ['2026-07-03', '2026-07-10', '2026-07-20'].reduce((plan, on) => after(plan, '2026-06-15', schedule(on)), planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies: [group, council], period: { from: 2026, to: 2028 } }))
const decide = { type: 'decide-item', meeting: 'm1', section: '会议议定', title: '拿出方案', words: '县教育局7月底前拿出方案', hash: 'h1', units: [{ unit: unitId('县教育局'), part: 'lead' }], day: day('2026-07-31') } as const
const now = (): PlanState => [
  ['2026-07-03', { type: 'record-meeting', meeting: 'm1', held: true }], ['2026-07-03', decide], ['2026-07-06', { type: 'issue-minutes', meeting: 'm1' }],
  ['2026-07-06', { type: 'change-meeting', meeting: 'm2', day: day('2026-07-14'), time: '15:00', place: '二楼', over: 0 }], ['2026-07-06', { type: 'cancel-meeting', meeting: 'm3', reason: '并入县委全会' }],
].reduce((plan, [on, intent]) => after(plan, on as string, intent as never), before())
const deskAt = (of: PlanState, asker = '何景川', lang: 'zh' | 'en' = 'zh'): TestDesk => deskOf({ plans: [of], directory, asker, lang, today: '2026-07-07', past: () => deskOf({ plans: [before()], directory, asker, lang, today: '2026-06-30' }) })
const looked = (desk: TestDesk): TestDesk => ({ ...desk, lookedBefore: async () => Promise.resolve({ at: Instant.parse('2026-06-30T01:00:00.000Z') }) })

describe('变化', () => {
  it('has each sitting once, with all that is new of it', async () => {
    const card = cardIn(await type(changes, '6月30日', deskAt(now())))
    expectGoodCard(card)
    expect(renderText(card)).toContain('领导小组 · 7月14日(周二) 由7月10日改期')
    expect(renderText(card)).toContain('领导小组 · 7月20日(周一) 已取消（并入县委全会）')
    expect(renderText(card)).toContain('领导小组 · 7月3日(周五) 已召开，议定1项，纪要已印发')
  })
  it('has what took place before what is ahead, the nearest first, and those called of one body in one line', async () => {
    const called = ['2026-09-07', '2026-07-15', '2026-08-05'].reduce((of, on) => after(of, '2026-07-02', schedule(on)), now())
    const card = cardIn(await type(changes, '6月30日', deskAt(called)))
    expectGoodCard(card)
    expect(renderText(card)).toMatch(/会议 6[^]*领导小组 · 7月3日\(周五\) 已召开[^]*领导小组 · 7月14日\(周二\) 由7月10日改期[^]*领导小组 · 7月15日\(周三\)、8月5日\(周三\)等3次 已安排[^]*领导小组 · 7月20日\(周一\) 已取消/)
  })
  it('reads as English does', async () => expect(shown(await type(changes, '6月30日', deskAt(now(), '何景川', 'en')))).toMatch(/1 required but not held[^]*领导小组: 1 required in Q2 2026, none held[^]*held, 1 decided, minutes issued[^]*moved from 10 Jul/))
  it('has a window that closed meanwhile with too few, with its clause', async () => {
    const said = shown(await type(changes, '6月30日', deskAt(before())))
    expect(said).toMatch(/应开未开1[^]*🔴 领导小组：2026年二季度应开1次，一次未开\n“每季度至少召开一次”/)
    expect(shown(await type(changes, '7月2日', deskAt(before())))).not.toContain('应开未开')
  })
  it('has an item that another’s body took up', async () => {
    const taken = after(after(before(), '2026-07-01', { type: 'request-agenda', body: 'b2', topic: '听取汇报' }), '2026-07-02', { type: 'take-request', request: 'q1', day: day('2026-07-16') })
    expect(shown(await type(changes, '6月30日', deskAt(taken)))).toContain('县政府常务会议 · 7月16日(周四) 已列入议程')
  })
})

describe('变化 上次会议', () => {
  const team: Body = { ...group, id: 'b3', name: '学校建设专班', cadences: [] }
  const asked = (...calls: [body: string, on: string, time: string][]): PlanState => calls.reduce((of, [body, on, time]) => after(of, '2026-07-01', { type: 'schedule-meeting', body, day: day(on), time, place: '' }), planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies: [group, team] }))
  const calls: [string, string, string][] = [['b3', '2026-07-13', '15:00'], ['b3', '2026-07-14', '09:00'], ['b1', '2026-07-14', '15:00']]
  const held = (of: PlanState, on: string, ...ids: string[]): PlanState => ids.reduce((plan, id) => after(plan, on, { type: 'record-meeting', meeting: id, held: true }), of)
  /** As it stood at the moment that is asked for, which is kept. */
  function deskOn(of: PlanState, moments: Instant[] = []): TestDesk {
    return deskOf({ plans: [of], directory, asker: '何景川', today: '2026-07-15', past: (at) => (moments.push(at), deskOf({ plans: [asked(...calls)], directory, asker: '何景川', today: '2026-07-14', now: at })) })
  }

  it('is since its hour: what was held before it is no change, whenever that was put on record', async () => {
    const moments: Instant[] = []
    const says = shown(await type(changes, '上次会议', deskOn(held(asked(...calls), '2026-07-15', 'm1', 'm2', 'm3'), moments)))
    expect(moments).toEqual(['2026-07-14T06:59:59.999Z'])
    expect(says).toContain('自上次会议(7月14日 15:00)')
    expect(says).toContain('领导小组 · 7月14日(周二) 已召开')
    expect(says).not.toMatch(/学校建设专班/)
  })

  it('has the sitting’s own hour, as 上次会议 has it, also where it was said to be held before that', async () => {
    const of = after(asked(...calls), '2026-07-14', { type: 'record-meeting', meeting: 'm3', held: true })
    const moments: Instant[] = []
    expect(shown(await type(changes, '上次会议', deskOn(of, moments)))).toContain('自上次会议(7月14日 15:00)')
    expect(moments).toEqual(['2026-07-14T00:59:59.999Z'])
  })

  it('has the minutes that were issued since of one held before', async () => {
    const of = after(held(asked(...calls), '2026-07-14', 'm1', 'm3'), '2026-07-15', { type: 'issue-minutes', meeting: 'm1' } as never)
    expect(shown(await type(changes, '上次会议', deskOn(of)))).toContain('学校建设专班 · 7月13日(周一) 纪要已印发')
  })

  it('is since the last of a body that is named, and of one that was pressed', async () => {
    const of = held(asked(...calls), '2026-07-14', 'm1', 'm2', 'm3')
    expect(shown(await type(changes, '上次会议 学校建设专班', deskOn(of)))).toContain('自学校建设专班会议(7月14日 09:00)')
    expect(shown(await act(changes, { meeting: 'm1', plan: 'p1' }, deskOn(of)))).toContain('自学校建设专班会议(7月13日 15:00)')
  })

  it('is since it began, where it began before its hour', async () => {
    const moments: Instant[] = []
    // Said to be held at nine, of fifteen.
    await type(changes, '上次会议', deskOn(held(asked(...calls), '2026-07-14', 'm3'), moments))
    expect(moments).toEqual(['2026-07-14T00:59:59.999Z'])
  })
})

describe('汇总', () => {
  it('has what became of meetings since the last look in a line, and the next with its body', async () => {
    const said = shown(await type(summary, '', looked(deskAt(now()))))
    expect(said).toMatch(/自您上次查看\(6月30日 09:00\)：变化1项，会议3\n[^\n]*拿出方案[^\n]*\n会议：领导小组7月3日已召开，议定1项，纪要已印发；领导小组7月14日由7月10日改期；另有1次会议/)
    expect(said).toContain('下次会议：7月14日(周二) 15:00 领导小组，二楼')
  })
  it('says of a sitting of others what is taken up there, and no hour', async () => {
    const taken = after(after(planOf([task(1, { lead: '县教育局' })], { bodies: [council] }), '2026-07-01', { type: 'request-agenda', body: 'b2', topic: '听取汇报' }), '2026-07-02', { type: 'take-request', request: 'q1', day: day('2026-07-16') })
    expect(shown(await type(summary, '', deskAt(taken)))).toContain('下次会议：7月16日(周四) 县政府常务会议，研究“听取汇报”')
  })
})

describe('the secretary’s Home', () => {
  it('has what waits for an answer and what closed short, each with what can be done', () => {
    const card = homeCard(deskAt(after(before(), '2026-07-01', { type: 'request-agenda', body: 'b2', topic: '听取汇报' }), '沈若兰'))
    expectGoodCard(card)
    expect(renderText(card)).toMatch(/县政府常务会议 · 议题“听取汇报”\n7月1日申报，已等4个工作日\n🔴 领导小组：2026年二季度应开1次，一次未开/)
  })
})
