// Minutes that were issued are told once, in the day's message, to whoever sits in the body; what was decided is told to its units when it is decided.
import { describe, expect, it } from 'vitest'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { noticeLine } from '#templates/notice-line.ts'
import { after, day, directoryWith, planOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const secretary = PersonId.parse('u1')
const directory = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局', '县财政局'] }, { name: '韩雪', contactOf: ['县人社局'] })
const group = { id: 'b1', name: '领导小组', convened: true, leader: '县长', deputies: ['沈若兰'], members: ['县教育局', '县财政局'], cadences: [] }
function sat(): PlanState {
  const plan = after(planOf([task(1, { lead: '县教育局' })], { bodies: [group] }), '2026-07-02', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-10'), time: '15:00', place: '' }, secretary)
  return after(plan, '2026-07-10', { type: 'decide-item', meeting: 'm1', section: '会议议定', title: '补充教师', words: '人社局8月底前补充教师', hash: 'h', units: [{ unit: unitId('县人社局'), part: 'lead' }], day: day('2026-08-31') }, secretary)
}
const issued = (): PlanState => after(sat(), '2026-07-13', { type: 'issue-minutes', meeting: 'm1' }, secretary)
const of = (kind: Notice['kind'], today: string, plan: PlanState): string[] => noticesDue(viewOn(today, plan, directory), '09:00').filter((notice) => notice.kind === kind).map(({ to }) => directory.people.get(to)?.name ?? to)
const line = (plan: PlanState, lang: 'zh' | 'en' = 'zh') => {
  const notice = noticesDue(viewOn('2026-07-14', plan, directory), '09:00').find(({ kind }) => kind === 'minutes-issued')
  if (notice?.kind !== 'minutes-issued') throw new Error('no notice')
  return noticeLine(notice, { view: viewOn('2026-07-14', plan, directory), directory, lang } as Parameters<typeof noticeLine>[1])
}

describe('minutes', () => {
  it('are told to each member once, and not to whoever issued them', () => {
    expect(of('minutes-issued', '2026-07-10', sat())).toEqual([])
    expect(of('minutes-issued', '2026-07-14', issued())).toEqual(['何景川', '苏晚晴'])
  })
  it('are no news any more after some days', () => expect(of('minutes-issued', '2026-08-14', issued())).toEqual([]))
  it('say how much was decided, with one press to read it', () => {
    expect(line(issued())).toMatchObject({ say: '会议纪要已印发：领导小组2026年第一次会议(7月10日)，1项议定', row: { beside: { label: '查看', run: { command: 'minutes', args: { plan: 'p1', meeting: 'm1' } } } } })
    expect(line(issued(), 'en').say).toContain('1 decided')
  })
  it('do not count what was taken back', () => expect(line(after(after(sat(), '2026-07-10', { type: 'withdraw-decision', meeting: 'm1', task: taskNo(2), words: '没有定' }, secretary), '2026-07-13', { type: 'issue-minutes', meeting: 'm1' }, secretary)).say).toContain('没有议定事项'))
})

describe('what was decided', () => {
  it('is told to its unit at once, once', () => {
    expect(of('instructed', '2026-07-10', sat())).toEqual(['韩雪'])
    expect(of('instructed', '2026-07-14', issued())).toEqual(['韩雪'])
  })
  it('and taken back is told to it too', () => {
    const back = after(sat(), '2026-07-13', { type: 'withdraw-decision', meeting: 'm1', task: taskNo(2), words: '没有定' }, secretary)
    expect(of('instructed', '2026-07-13', back)).toEqual([])
    expect(of('withdrawn', '2026-07-13', back)).toEqual(['韩雪'])
  })
})

describe('minutes that are not out', () => {
  const waitsOn = (today: string, plan = sat()): string[] => of('minutes-wait', today, plan)
  it('are asked of the secretary from the third working day after the sitting, while it is not long past', () => {
    expect(['2026-07-14', '2026-07-15', '2026-07-24', '2026-07-27'].map((today) => waitsOn(today))).toEqual([[], ['沈若兰'], ['沈若兰'], []])
  })
  it('are asked of once, whatever the day', () => {
    const keys = ['2026-07-15', '2026-07-20'].flatMap((today) => noticesDue(viewOn(today, sat(), directory), '09:00').flatMap(({ kind, key }) => (kind === 'minutes-wait' ? [key] : [])))
    expect(new Set(keys).size).toBe(1)
  })
  it('are none of a sitting of others, nor of one that was put on record afterwards', () => {
    const recorded = after(planOf([task(1)], { bodies: [group] }), '2026-07-10', { type: 'record-past-meeting', body: 'b1', on: day('2026-07-09') }, secretary)
    const others = after(after(after(planOf([task(1)], { bodies: [{ ...group, convened: false }] }), '2026-07-02', { type: 'request-agenda', body: 'b1', topic: '听取汇报' }, secretary), '2026-07-03', { type: 'take-request', request: 'q1', day: day('2026-07-10') }, secretary), '2026-07-10', { type: 'record-meeting', meeting: 'm1', held: true }, secretary)
    expect([waitsOn('2026-07-16', recorded), waitsOn('2026-07-16', others)]).toEqual([[], []])
  })
  it('have a line that leads to them, and says when they are out', () => {
    const [notice] = noticesDue(viewOn('2026-07-15', sat(), directory), '09:00').filter(({ kind }) => kind === 'minutes-wait')
    if (notice?.kind !== 'minutes-wait') throw new Error('no notice')
    const drawn = (plan: PlanState) => noticeLine(notice, { view: viewOn('2026-07-15', plan, directory), directory, lang: 'zh' } as Parameters<typeof noticeLine>[1])
    expect(JSON.stringify(drawn(sat()))).toContain('领导小组7月10日的会，纪要还没有印发')
    expect(JSON.stringify(drawn(sat()))).toContain('"command":"minutes"')
    expect(JSON.stringify(drawn(issued()))).toContain('纪要已于7月13日印发')
  })
})
