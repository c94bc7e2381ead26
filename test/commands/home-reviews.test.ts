// The secretary's Home: a review whose day has come waits there until its outcome is on record.
import { describe, expect, it } from 'vitest'
import { homeCard } from '#commands/home.ts'
import { PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { renderText } from '#src/slack/render-text.ts'
import type { Card } from '#templates/card.ts'
import { after, day, planOf, task, taskNo, unitId } from '../builders.ts'
import { deskOf } from '../desk.ts'
import { buttons } from './acting.ts'
import { deskFor, inspection, plan } from './reviews-called.ts'

const called = (): PlanState => after(plan(), '2026-07-02', inspection)
const homeOn = (of: PlanState, today: string, lang: 'zh' | 'en' = 'zh') => homeCard(deskFor(of, { today, lang }))
const judge = (of: PlanState): PlanState => after(of, '2026-07-10', { type: 'judge-review-item', review: 'r1', task: taskNo(1), unit: unitId('县教育局'), finding: { outcome: 'confirmed', words: '' }, instead: '' })

describe('a review on the secretary’s Home', () => {
  it('is not there before its day', () => expect(renderText(homeOn(called(), '2026-07-09'))).not.toContain('督查 r1'))
  it('begins there on its day', () => {
    const home = homeOn(called(), '2026-07-10')
    expect(renderText(home)).toContain('今天督查 r1：1项')
    expect(buttons(home)).toMatchObject({ 开始: { command: 'run-review', args: { review: 'r1' } } })
  })
  it('waits there for its outcome, with the way on', () => {
    const home = homeOn(called(), '2026-07-13')
    expect(renderText(home)).toContain('请登记结果：7月10日督查 r1，1项')
    expect(buttons(home)).toMatchObject({ 登记结果: { command: 'close-review', args: { review: 'r1' } } })
    expect(renderText(homeOn(called(), '2026-07-13', 'en'))).toContain('Record the outcome')
  })
  it('says of which plan it is where there are several', () => {
    const other = { ...plan(), id: PlanId.parse('p2'), title: '县域卫生方案（2026—2028年）' }
    const desk = deskOf({ plans: [called(), after(other, '2026-07-02', inspection)], directory: deskFor(plan(), {}).directory, asker: '沈若兰', today: '2026-07-13' })
    expect(renderText(homeCard(desk))).toMatch(/请登记结果：7月10日督查 r1，1项（[^）]+）[^]*请登记结果：7月10日督查 r1，1项（县域卫生方案）/)
  })
  it('waits to be closed once all of it is judged, and is gone then', () => {
    const of = judge(called())
    expect(renderText(homeOn(of, '2026-07-13'))).toContain('请办结：7月10日督查 r1，1项都已认定')
    after(of, '2026-07-13', { type: 'close-review', review: 'r1', outcome: '属实' })
    expect(renderText(homeOn(of, '2026-07-13'))).not.toContain('督查 r1')
  })
  it('stands there with the longest first, and the others in their list', () => {
    const of = ['2026-07-07', '2026-07-08', '2026-07-06'].reduce((so, on) => after(so, '2026-07-02', { ...inspection, day: on as never }), plan())
    const home = homeOn(of, '2026-07-13')
    expect(renderText(home)).toMatch(/7月6日督查[^]*7月7日督查/)
    expect(renderText(home)).not.toContain('7月8日督查')
    expect(buttons(home)).toHaveProperty('全部调度、督查 3')
  })
})

describe('a sitting on the secretary’s Home', () => {
  const body = { id: 'b1', name: '校园建设专班', convened: true, leader: '县教育局', deputies: [], members: ['县财政局'], cadences: [] }
  const held = (): PlanState => after(after(planOf([task(1)], { bodies: [body] }), '2026-07-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-07-02'), time: '09:00', place: '二楼' }), '2026-07-02', { type: 'record-meeting', meeting: 'm1', held: true })
  const home = (of: PlanState, today = '2026-07-10'): Card => homeCard(deskOf({ plans: [of], directory: deskFor(plan(), {}).directory, asker: '沈若兰', today }))

  it('does not wait there for ever', () => expect(['2026-07-30', '2026-07-31'].map((today) => renderText(home(held(), today)).includes('纪要还没有印发'))).toEqual([true, false]))
  it('waits there for its minutes, and is gone once they are out', () => {
    const of = held()
    expect(renderText(home(of))).toContain('校园建设专班：7月2日(周四)的会纪要还没有印发')
    expect(buttons(home(of))).toMatchObject({ 纪要: { command: 'minutes', args: { meeting: 'm1' } } })
    expect(renderText(home(after(of, '2026-07-03', { type: 'issue-minutes', meeting: 'm1', number: 1 })))).not.toContain('纪要还没有印发')
  })
})
