// What a plan's clause asks of a body in a window: so many reviews, and when the secretary is prompted for them.
import { describe, expect, it } from 'vitest'
import { body as bodyCommand } from '#commands/body.ts'
import { excuseCadence } from '#commands/excuse-cadence.ts'
import { homeCard } from '#commands/home.ts'
import { meeting } from '#commands/meeting.ts'
import { plan as planCommand } from '#commands/plan.ts'
import { review } from '#commands/review.ts'
import { summary } from '#commands/summary.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { cadences } from '#src/meetings/cadence.ts'
import { reviewCadences } from '#src/meetings/review-cadence.ts'
import { read } from '#src/reader/read.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { noticeLine } from '#templates/notice-line.ts'
import { plain } from '#templates/rich.ts'
import { after, day, directoryWith, planOf, task, taskNo, unitId, viewOn } from '../builders.ts'
import { act, cardIn, shown, type } from '../commands/acting.ts'
import { deskOf } from '../desk.ts'
import { actionsOf } from '../templates/card-rules.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] })
const body = { id: 'b1', name: '县教育工作领导小组', convened: true, deputies: [], members: [], cadences: [{ id: 'k1', every: 'year' as const, times: 2, text: '每年召开2次会议' }, { id: 'k2', every: 'year' as const, times: 1, text: '领导小组每年对推进情况进行督查', asks: 'review' as const }] }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局' })], { bodies: [body] })
const scheduled = (of: PlanState, on: string, kind: 'inspection' | 'dispatch' = 'inspection'): PlanState => after(of, '2026-03-01', { type: 'schedule-review', kind, day: day(on), tasks: [taskNo(1)], units: [unitId('县教育局')], prepare: '' })
const missing = (of: PlanState, today = '2026-07-02'): number[] => reviewCadences(of, day(today)).map((facts) => facts.missing)
const prompted = (today: string, of = plan()): Notice[] => noticesDue(viewOn(today, of, directory), '09:00').filter((notice) => notice.kind === 'cadence-open' && notice.cadence === 'k2')

describe('a clause by which a body looks at the work', () => {
  it('is met by an inspection in its window, scheduled or closed, and by no other review', () => {
    expect(missing(plan())).toEqual([1])
    expect(missing(scheduled(plan(), '2026-09-10'))).toEqual([0])
    expect(missing(after(scheduled(plan(), '2026-03-10'), '2026-03-10', { type: 'close-review', review: 'r1', outcome: '已督查' }))).toEqual([0])
    expect(missing(scheduled(plan(), '2026-09-10', 'dispatch'))).toEqual([1])
    expect(missing(after(scheduled(plan(), '2026-09-10'), '2026-03-02', { type: 'cancel-review', review: 'r1', reason: '改期' }))).toEqual([1])
    expect(missing(scheduled(plan(), '2026-09-10'), '2027-02-01')).toEqual([1])
  })

  it('is no sitting of the body', () => expect(cadences(plan(), day('2026-07-02')).map(({ cadence }) => cadence)).toEqual(['k1']))

  it('is asked of nobody where it was chosen that it is not met', () => {
    expect(missing(after(plan(), '2026-03-01', { type: 'excuse-cadence', body: 'b1', cadence: 'k2', window: '2026', reason: '省里统一督查' }))).toEqual([0])
  })

  it('is prompted for at half its window, and nearer its end', () => {
    expect(prompted('2026-06-10')).toEqual([])
    expect(prompted('2026-07-06')).toHaveLength(1)
    expect(new Set(['2026-07-06', '2026-11-25', '2026-12-18', '2026-12-28'].flatMap((today) => prompted(today).map(({ key }) => key))).size).toBe(4)
    expect(prompted('2026-12-18', scheduled(plan(), '2026-12-30'))).toEqual([])
  })

  it('is said with its words, and with a form for an inspection', async () => {
    const [notice] = prompted('2026-07-06')
    if (notice?.kind !== 'cadence-open') throw new Error('no prompt')
    const line = noticeLine(notice, { view: viewOn('2026-07-06', plan(), directory), directory, lang: 'zh' } as Parameters<typeof noticeLine>[1])
    expect(line.say).toContain('请安排督查：依据方案，县教育工作领导小组每年至少督查1次，本期还没有安排，12月31日截止')
    const form = await review.handle(line.row.actions?.[0]?.run.args, deskOf({ plans: [plan()], directory, asker: '沈若兰', today: '2026-07-06' }))
    expect(form).toMatchObject({ kind: 'form', form: { fields: [{}, {}, { name: 'kind', now: 'inspection' }, {}, {}, {}] } })
    expect(line.row.actions?.[1]).toMatchObject({ label: '本期不督查', run: { command: 'excuse-cadence', args: { body: 'b1', cadence: 'k2', window: '2026' } } })
  })

  it('stands in the list of reviews until it is met', async () => {
    const listed = async (of: PlanState): Promise<string> => ((answer) => (answer.kind === 'card' ? (answer.card.lines ?? []).map(plain).join('\n') : ''))(await review.handle({}, deskOf({ plans: [of], directory, asker: '沈若兰', today: '2026-07-06' })))
    expect(await listed(plan())).toContain('县教育工作领导小组每年至少督查1次，本期还没有安排')
    expect(await listed(scheduled(plan(), '2026-09-10'))).not.toContain('至少督查')
  })

  describe('stands where clauses of sittings stand', () => {
    const asker = (name: string, today: string, of: PlanState, lang: 'zh' | 'en' = 'zh') => deskOf({ plans: [of], directory: county, asker: name, today, lang })
    const county = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] })
    const alone = (): PlanState => planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies: [{ ...body, cadences: body.cadences.slice(1) }], period: { from: 2026, to: 2028 } })

    it('while it is open: on 汇总, on Home, on the plan and its body, in 会议', async () => {
      const open = '县教育工作领导小组：12月31日前应督查1次，已督查0次，还差1次'
      expect(shown(await type(summary, '', asker('何景川', '2026-07-06', alone())))).toContain(open)
      expect(renderText(homeCard(asker('沈若兰', '2026-07-06', alone())))).toContain(open)
      const ofPlan = shown(await type(planCommand, 'p1', asker('沈若兰', '2026-07-06', alone())))
      expect(ofPlan).toContain(open)
      expect(ofPlan).toContain('写明督查要求1个')
      expect(shown(await type(bodyCommand, '领导小组', asker('沈若兰', '2026-07-06', alone())))).toContain('2026年应督查1次，已督查0次，12月31日前还差1次')
      expect(shown(await type(meeting, '', asker('沈若兰', '2026-07-06', alone())))).toContain('还有1次督查要安排')
      expect(shown(await type(meeting, '', asker('沈若兰', '2026-07-06', plan())))).toContain('还有2次会议、1次督查要安排')
    })

    it('once its window closed short: a red line, until it is said why', async () => {
      const unmet = '2026年应督查1次，一次未督查'
      const today = '2027-01-06'
      const leader = shown(await type(summary, '', asker('何景川', today, alone())))
      expect(leader).toMatch(/🔴 应督查未督查 1[^]*2026年应督查1次，一次未督查/)
      expect(renderText(homeCard(asker('沈若兰', today, alone())))).toContain(`🔴 县教育工作领导小组：${unmet}`)
      const listed = cardIn(await type(meeting, '', asker('沈若兰', today, alone())))
      expect(shown({ kind: 'card', card: listed })).toMatch(/^有1期应督查未督查；[^]*🔴 县教育工作领导小组：2026年应督查1次，一次未督查/)
      const said = asker('沈若兰', today, alone())
      await act(excuseCadence, { ...actionsOf(listed).find(({ label, run }) => label === '本期不督查' && run.args['window'] === '2026')?.run.args, reason: '省里统一督查' }, said)
      expect(shown(await type(summary, '', asker('何景川', today, said.allPlans.get('p1' as never) ?? alone())))).not.toContain('🔴 应督查')
      expect(shown(await type(meeting, '', said))).toContain('一次未督查（已说明：省里统一督查）')
    })

    it('beside sittings owed and not held, each by its name, in English too', async () => {
      const both = planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies: [body], period: { from: 2026, to: 2028 } })
      expect(shown(await type(summary, '', asker('何景川', '2027-01-06', both)))).toContain('🔴 应开未开的会议 1，应督查未督查 1')
      expect(shown(await type(summary, '', asker('何景川', '2027-01-06', both, 'en')))).toContain('Required meetings not held: 1; Required inspections not held: 1')
      expect(shown(await type(meeting, '', asker('沈若兰', '2027-01-06', both)))).toMatch(/^有1期会议应开未开，1期应督查未督查；/)
    })

    it('is met once a review of the window is closed, and not before', async () => {
      const held = scheduled(alone(), '2026-12-30')
      expect(shown(await type(summary, '', asker('何景川', '2027-01-06', held)))).toContain('应督查未督查')
      expect(shown(await type(summary, '', asker('何景川', '2027-01-06', after(held, '2027-01-05', { type: 'close-review', review: 'r1', outcome: '属实' }))))).not.toContain('应督查未督查')
    })
  })

  it('is read from the plan, and is owed as no duty beside it', () => {
    const text = '关于印发教育强县方案的通知\n\n一、重点任务\n1.普惠园建设。新建幼儿园3所。（牵头单位：县教育局）\n二、保障措施\n（一）强化督查。县教育工作领导小组每年对推进情况进行督查，并通报结果。'
    const found = read(text)
    if (!found.ok) throw new Error(found.refusal.code)
    const { plan: imported } = importedFrom({ reading: found.reading, directory, source: { name: 'plan.txt', hash: '' }, zone: 'Asia/Shanghai' })
    expect(imported.bodies).toMatchObject([{ name: '县教育工作领导小组', cadences: [{ every: 'year', times: 1, asks: 'review' }] }])
    expect(imported.obligations.filter(({ what }) => what.includes('督查'))).toEqual([])
  })
})
