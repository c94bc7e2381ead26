// 归档: a plan that was imported by mistake leaves the lists and asks nobody; nothing is deleted, and it comes back.
import { describe, expect, it } from 'vitest'
import { archivePlan, restorePlan } from '#commands/archive-plan.ts'
import { agenda } from '#commands/agenda.ts'
import { takeRequest } from '#commands/answer-request.ts'
import { attend } from '#commands/attend.ts'
import { body } from '#commands/body.ts'
import { changeMeeting } from '#commands/change-meeting.ts'
import { excuseCadence } from '#commands/excuse-cadence.ts'
import { meeting } from '#commands/meeting.ts'
import { meetingHeld } from '#commands/meeting-held.ts'
import { mine } from '#commands/mine.ts'
import { plan as planCommand } from '#commands/plan.ts'
import { requestAgenda } from '#commands/request-agenda.ts'
import { round as roundCommand } from '#commands/round.ts'
import { report as reportCommand } from '#commands/report.ts'
import { summary } from '#commands/summary.ts'
import { undo } from '#commands/undo.ts'
import { Instant } from '#src/calendar/day.ts'
import type { Answer } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { after, day, directoryWith, nineOn, personNamed, planOf, report, task, taskNo, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Card } from '#templates/card.ts'
import { digest } from '#templates/digest.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'
import * as importing from './importing.ts'

const directory = () => directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' })
const plans = (): PlanState[] => [
  after(planOf([task(1, { title: '真的任务', lead: '县教育局', due: '2026-06-30' })], { title: '教育强县三年行动方案' }), '2026-06-01', report(1, '县教育局', { done: '已开工' })),
  after(planOf([task(1, { title: '练习的任务', lead: '县教育局', due: '2026-06-30' })], { id: 'p2', title: '练习方案' }), '2026-06-01', report(1, '县教育局', { done: '试一试' })),
]
const deskWith = (standing: readonly PlanState[], asker = '沈若兰'): TestDesk => deskOf({ today: '2026-07-02', plans: standing, directory: directory(), asker })
/** As a secretary does it: asked once, and pressed. */
async function archived(words: string, desk: TestDesk): Promise<Answer> {
  const asked = await type(archivePlan, words, desk)
  const run = asked.kind === 'card' ? buttons(asked.card)['归档'] : undefined
  return run === undefined ? asked : act(archivePlan, run.args, desk)
}
const putAway = async (): Promise<PlanState[]> => {
  const standing = plans()
  await archived('p2 练习用', deskWith(standing))
  return standing
}

describe('a plan that is put away', () => {
  it('is named where a button of before asks for its round', async () => {
    const standing = plans()
    after(standing[1] ?? planOf([]), '2026-07-01', { type: 'open-round', tasks: [taskNo(1)], title: '年中进展', until: day('2026-07-10'), since: day('2026-07-01') })
    await archived('p2 练习用', deskWith(standing))
    expect(shown(await act(roundCommand, { act: 'close', plan: 'p2', round: 'n1' }, deskWith(standing)))).toMatch(/7月2日\(周四\)归档\(练习用\)/)
    expect(shown(await type(roundCommand, '看 n9', deskWith(standing)))).toContain('没有找到报送轮次')
  })

  it.each([
    ['a meeting’s', meeting, { meeting: 'm1' }], ['已召开’s', meetingHeld, { meeting: 'm1', held: true }], ['an invitation’s', attend, { meeting: 'm1', how: 'coming' }], ['改期’s', changeMeeting, { meeting: 'm1' }], ['an agenda’s', agenda, { meeting: 'm1' }],
    ['安排会议’s', meeting, { schedule: true, body: 'b1' }], ['补记’s', meeting, { past: true, body: 'b1', day: '2026-06-20' }], ['本期不开’s', excuseCadence, { body: 'b1' }], ['the body’s', body, { body: 'b1' }], ['议题申报’s', requestAgenda, { body: 'b2' }], ['已列入’s', takeRequest, { request: 'q1', day: '2026-07-20' }],
  ])('is named where %s button of before is pressed, with others at work or none', async (_whose, command, args) => {
    const standing = plans()
    const of = standing[1] ?? planOf([])
    of.bodies.set('b1', { id: 'b1', name: '领导小组', convened: true, leader: '县教育局', deputies: [], members: [], cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年2次' }] })
    of.bodies.set('b2', { id: 'b2', name: '常务会议', convened: false, deputies: [], members: [], cadences: [] })
    after(after(of, '2026-06-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '' }), '2026-06-01', { type: 'request-agenda', body: 'b2', topic: '听取汇报' })
    await archived('p2 练习用', deskWith(standing))
    for (const all of [standing, standing.slice(1)]) expect(shown(await act(command, { plan: 'p2', ...args }, deskWith(all)))).toMatch(/这个方案已于7月2日\(周四\)归档\(练习用\)/)
  })

  it('is not what a number that no plan at work has is blamed on', async () => {
    const standing = plans()
    const of = standing[1] ?? planOf([])
    of.bodies.set('b1', { id: 'b1', name: '领导小组', convened: true, leader: '县教育局', deputies: [], members: [], cadences: [] })
    after(of, '2026-06-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '' })
    await archived('p2 练习用', deskWith(standing))
    expect(shown(await act(changeMeeting, { meeting: 'm1' }, deskWith(standing)))).toMatch(/没有找到会议“m1”/)
  })

  it('says so, with the reason and the way back', async () => {
    const card = cardIn(await archived('p2 练习用', deskWith(plans())))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/《练习方案》已归档[^]*原因：练习用/)
  })
  it('is asked about once, with what stops and the way back, before anything is recorded', async () => {
    const standing = plans()
    after(standing[1] ?? planOf([]), '2026-07-01', { type: 'open-round', title: '半年进展', tasks: [taskNo(1)], since: day('2026-04-01'), until: day('2026-07-20') })
    const desk = deskWith(standing)
    const asked = await type(archivePlan, 'p2 练习用', desk)
    expectGoodCard(cardIn(asked))
    expect(shown(asked)).toMatch(/归档《练习方案》 ?\(p2\)？[^]*1项没有办结的任务不再提醒[^]*1个轮次停止收集[^]*恢复方案[^]*原因：练习用/)
    expect(desk.recorded).toEqual([])
    expect(standing[1]?.archived).toBeUndefined()
    expect(Object.keys(buttons(cardIn(asked)))).toEqual(['归档', '不归档'])
  })
  it('is not put away without a reason: it is asked for', async () => {
    expect(await type(archivePlan, 'p2', deskWith(plans()))).toMatchObject({ kind: 'form', form: { title: '归档方案' } })
    expect(await act(archivePlan, { plan: 'p2', form: true }, deskWith(plans()))).toMatchObject({ kind: 'form-errors' })
  })
  it('is put away by the secretary, not by a contact', async () => {
    const standing = plans()
    const desk = deskWith(standing, '苏晚晴')
    await desk.record(standing[1]?.id ?? ('p2' as never), { type: 'archive-plan', reason: '不想报' })
    expect(standing[1]?.archived).toBeUndefined()
  })
  it('is in no list, and the summary says that it is not counted', async () => {
    const standing = await putAway()
    expect(shown(await type(mine, '', deskWith(standing, '苏晚晴')))).not.toContain('练习的任务')
    expect(shown(await type(planCommand, '', deskWith(standing)))).not.toContain('练习方案')
    expect(shown(await type(summary, '', deskWith(standing)))).toContain('另有1个方案已归档，未计入')
  })
  it('asks nobody', async () => {
    const [, practised] = await putAway()
    if (practised === undefined) throw new Error('there is no second plan')
    expect(noticesDue(viewOn('2026-07-02', plans()[1] ?? practised, directory()), '09:00')).not.toEqual([])
    expect(noticesDue(viewOn('2026-07-02', practised, directory()), '09:00')).toEqual([])
  })
  it('takes no answer to an old message, and says why', async () => {
    const standing = await putAway()
    expect(shown(await act(reportCommand, { task: 'p2-1', state: 'normal' }, deskWith(standing, '苏晚晴')))).toMatch(/已于7月2日.*归档.*练习用/)
    expect(await deskWith(standing, '苏晚晴').record(standing[1]?.id ?? ('p2' as never), report(1, '县教育局'))).toMatchObject({ ok: false, refusal: { code: 'plan-archived' } })
  })
  it('comes back with a reason, and with all that was said in it', async () => {
    const standing = await putAway()
    const list = cardIn(await type(archivePlan, '', deskWith(standing)))
    expectGoodCard(list)
    expect(shown({ kind: 'card', card: list })).toMatch(/练习方案.*\n?.*归档：练习用/)
    await type(restorePlan, 'p2 还要用', deskWith(standing))
    expect(standing[1]?.archived).toBeUndefined()
    expect(shown(await type(planCommand, 'p2', deskWith(standing)))).toContain('练习方案')
    expect([...(standing[1]?.assignments.values() ?? [])][0]?.report?.done).toBe('试一试')
  })
  it('is put away once, and brought back only where it is away', async () => {
    const standing = await putAway()
    expect(shown(await archived('p2 再来', deskWith(standing)))).toContain('归档')
    expect(shown(await type(restorePlan, 'p1 无', deskWith(standing)))).toContain('没有归档')
  })
  it('imported again is named, with the way back', async () => {
    const desk = importing.secretary()
    const preview = await importing.sent(desk)
    await importing.press(preview, '确认导入', desk)
    await archived('p1 练习用', desk)
    expect(shown(await importing.press(preview, '确认导入', desk))).toContain('没有重复导入')
    const again = await importing.sent(desk)
    expect(shown(again)).toMatch(/已于7月2日.*归档的方案《云溪县校园安全三年行动方案》\(p1\)，没有重复导入/)
    expect(buttons(cardIn(again))['恢复方案']).toEqual({ command: 'restore-plan', args: { plan: 'p1' } })
    expect(desk.allPlans.size).toBe(1)
  })
})

describe('a message about a plan that was put away since', () => {
  const asked = ({ kind }: Notice): boolean => kind !== 'handed-out'
  const redrawn = async (standing: readonly PlanState[], which: (notice: Notice) => boolean, of = '苏晚晴', sentAt = '2026-07-01'): Promise<Card> => {
    const to = personNamed(directory(), of)
    const notices = standing.flatMap((plan) => noticesDue(viewOn('2026-07-01', plan, directory()), '09:00')).filter((notice) => notice.to === to.id && which(notice))
    await archived('p2 练习用', deskWith(standing))
    const view = (id: string) => viewOn('2026-07-02', standing.find((plan) => plan.id === id) ?? planOf([]), directory())
    return digest({ parcel: { key: 'k', to: to.id, notices }, view, person: to, directory: directory(), lang: 'zh', sentAt: nineOn(sentAt) })
  }
  it('says so, and asks for nothing', async () => {
    const card = await redrawn(plans().slice(1), asked)
    expect(shown({ kind: 'card', card })).toMatch(/《练习方案》已于7月2日归档[^]*1 练习的任务 · 方案已归档/)
    expect(shown({ kind: 'card', card })).not.toContain('请')
    expect(buttons(card)).toEqual({})
  })
  it('keeps the buttons of the plans that go on', async () => {
    const card = await redrawn(plans(), asked)
    expect(Object.values(buttons(card)).map(({ args }) => args['task'])).not.toContain('p2-1')
    expect(Object.values(buttons(card)).map(({ args }) => args['task'])).toContain('p1-1')
  })
  it('that opened it leads nowhere', async () => {
    const card = await redrawn(plans().slice(1), ({ kind }) => kind === 'handed-out')
    expect(shown({ kind: 'card', card })).toBe('《练习方案》已于7月2日归档，不再填报和督办，不用再办。')
    expect(buttons(card)).toEqual({})
  })
})

/** One who is both. */
const both = () => directoryWith(['县教育局'], { name: '苏晚晴', roles: ['secretary'], contactOf: ['县教育局'], handle: 'U0EDU' })

describe('撤销 after 归档', () => {
  it('takes back nothing older, and says what the last act was', async () => {
    const standing = plans()
    const at = (minute: number): TestDesk => deskOf({ today: '2026-07-02', plans: standing, directory: both(), asker: '苏晚晴', now: Instant.parse(`2026-07-02T02:0${minute}:00.000Z`) })
    await type(reportCommand, 'p1-1 60 已封顶', at(0))
    await archived('p2 练习用', at(3))
    const card = shown(await type(undo, '', at(4)))
    expect(card).toContain('归档')
    expect(standing[0]?.assignments.values().next().value?.report?.done).toBe('已封顶')
  })
})

describe('恢复方案 by a title', () => {
  it('asks which, where several were put away', async () => {
    const standing = [...plans(), planOf([task(1, { title: '又一次', lead: '县教育局' })], { id: 'p3', title: '练习方案（二）' })]
    for (const id of ['p2', 'p3']) await archived(`${id} 练习用`, deskWith(standing))
    const card = cardIn(await type(restorePlan, '练习方案 继续', deskWith(standing)))
    expect(card.text).toContain('已归档的方案2个')
    expect(standing.filter(({ archived }) => archived !== undefined)).toHaveLength(2)
  })
})
