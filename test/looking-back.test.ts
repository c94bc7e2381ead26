// What a leader sees of what has passed, at the product's own desk: since the last look, and on another day.
import { beforeEach, describe, expect, it } from 'vitest'
import { summary } from '#commands/summary.ts'
import { changes } from '#commands/changes.ts'
import { homeShown } from '#commands/home.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { claim, nineOn, report, task } from '#test/builders.ts'
import { act, shown, type } from '#test/commands/acting.ts'
import { realDesk, type RealDesk } from './real-desk.ts'

const imported = { title: '方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '', hash: '' }, obligations: [], bodies: [], doubts: [], tasks: [task(1, { due: '2026-06-30', lead: '甲局' }), task(2, { lead: '乙局' })] }

let county: RealDesk
let plan: PlanId
const record = async (on: string, intent: PlanIntent, by = '何景川'): Promise<void> => county.record(on, plan, intent, county.person(by))
const shownAt = async (desk: Desk): Promise<string> => shown(await type(summary, '', desk))
const seen = async (on: string): Promise<string> => shownAt(county.deskAt(on, '何景川'))
const noNumbers = (): never => {
  throw new Error('no numbers')
}
const changed = async (on: string, words = ''): Promise<string> => shown(await type(changes, words, county.deskAt(on, '何景川')))

beforeEach(async () => {
  county = await realDesk(['甲局', '乙局'], ['何景川', '沈若兰'])
  await county.change('2026-01-05', { type: 'grant-role', person: county.person('何景川'), role: 'leader' })
  await county.change('2026-01-05', { type: 'grant-role', person: county.person('沈若兰'), role: 'secretary' })
  plan = await county.open('2026-01-05', imported)
  await record('2026-01-06', { type: 'hand-out' })
})

const endOf = (on: string): Instant => addMs(nineOn(on), 15 * 60 * 60_000 - 1)

describe('a second look', () => {
  beforeEach(async () => {
    await seen('2026-06-20')
    await record('2026-07-01', report(2, '乙局', { state: 'blocked', problem: '用地未批' }))
  })

  it('tells what is otherwise since the first, by what was recorded and by days that passed', async () => {
    const screen = await seen('2026-07-02')
    expect(screen).toMatch(/自您上次查看\(6月20日 18:00\)：变化2项\n▼ 🟡→🔴 2 任务2 · 乙局\n▼ 🟡→🔴 1 任务1/)
  })

  it('folds no past again, and after the process began again tells the same', async () => {
    const before = county.deskAt('2026-07-02', '何景川')
    const screen = await shownAt({ ...before, looked: () => Promise.resolve() })
    expect(county.folds()).toBe(0)
    await county.restart()
    expect(await seen('2026-07-02')).toBe(screen)
    expect(county.folds()).toBe(1)
  })

  it('is not had by an answer that failed', async () => {
    const desk = county.deskAt('2026-07-02', '何景川')
    await expect(shownAt({ ...desk, tally: noNumbers })).rejects.toThrow('no numbers')
    expect(await seen('2026-07-03')).toMatch(/自您上次查看\(6月20日/)
  })

  it('is one of the whole: neither a part nor a day that was asked for ends what is new', async () => {
    await type(summary, '甲局', county.deskAt('2026-07-02', '何景川'))
    expect(await changed('2026-07-02', '6月25日')).toContain('新增红灯2')
    expect(await seen('2026-07-03')).toMatch(/自您上次查看\(6月20日/)
    expect(await seen('2026-07-04')).toMatch(/截至/)
    expect(await changed('2026-07-05')).toMatch(/自您上次查看\(7月4日[^)]*\)：没有变化/)
  })

  it('on Home is a look like another', async () => {
    await homeShown(county.deskAt('2026-07-02', '何景川'))
    expect(await changed('2026-07-03')).toMatch(/自您上次查看\(7月2日[^)]*\)：没有变化/)
  })
})

describe('what was pressed before a look and recorded after it', () => {
  // Redis was away for a moment: an entry carries the instant of the press.
  const late = async (): Promise<void> => {
    await seen('2026-06-20')
    await record('2026-06-20', report(2, '乙局', { state: 'blocked', problem: '用地未批' }))
  }

  it('is new at the next look, for it was not on the screen', async () => {
    await late()
    expect(await seen('2026-06-22')).toMatch(/自您上次查看\(6月20日 18:00\)：变化1项\n▼ 🟡→🔴 2 任务2 · 乙局/)
    expect(county.folds()).toBe(0)
  })

  it('is new too where the process began again meanwhile', async () => {
    await late()
    await county.restart()
    expect(await changed('2026-06-22')).toContain('新增红灯1')
    expect(county.folds()).toBe(1)
  })

  it('is not new where it had been on the screen', async () => {
    await record('2026-06-20', report(2, '乙局', { state: 'blocked', problem: '用地未批' }))
    await seen('2026-06-20')
    expect(await changed('2026-06-22')).toContain('没有变化')
  })

  it('is new in a plan that was not there', async () => {
    await seen('2026-06-20')
    const other = await county.open('2026-06-20', { ...imported, title: '另一个方案' })
    await county.record('2026-06-20', other, { type: 'hand-out' }, county.person('沈若兰'))
    expect(await changed('2026-06-22')).toContain('新增任务2')
  })

  it('is new behind the way to all of a group too, though it was looked at meanwhile', async () => {
    await late()
    const desk = county.deskAt('2026-06-22', '何景川')
    const look = await desk.lookedBefore()
    await desk.looked()
    expect(shown(await act(changes, { look: look?.at, kind: 'red' }, county.deskAt('2026-06-22', '何景川')))).toContain('新增红灯1')
  })
})

describe('a plan that was put away', () => {
  it('when the leader looked, and was brought back since, is not new', async () => {
    await record('2026-06-10', { type: 'archive-plan', reason: '合并' }, '沈若兰')
    const other = await county.open('2026-06-11', { ...imported, title: '另一个方案' })
    await county.record('2026-06-11', other, { type: 'hand-out' }, county.person('沈若兰'))
    await seen('2026-06-20')
    await record('2026-06-21', { type: 'restore-plan', reason: '恢复' }, '沈若兰')
    expect(await changed('2026-06-22')).not.toContain('新增任务')
    await county.restart()
    expect(await changed('2026-06-20')).not.toContain('新增任务')
  })
})

describe('a past day', () => {
  it('is looked at by whoever asks now, as often as it is looked back from there', async () => {
    await county.change('2026-07-01', { type: 'revoke-role', person: county.person('沈若兰'), role: 'secretary' })
    const desk = county.deskAt('2026-07-02', '沈若兰')
    const then = await (await desk.asOf(endOf('2026-06-30'))).asOf(endOf('2026-06-20'))
    expect(then.asker).toEqual(desk.asker)
    expect(then.asker?.roles).toEqual([])
    expect(then.today).toBe('2026-06-20')
  })

  it('knows no more than was known then, however late a day is asked for there', async () => {
    await record('2026-07-01', claim(1, '甲局'))
    const desk = await county.deskAt('2026-07-02', '何景川').asOf(endOf('2026-06-20'))
    const later = await desk.asOf(endOf('2026-07-01'))
    expect(later.today).toBe('2026-06-20')
    expect([...(later.plans.get(plan)?.assignments.values() ?? [])].map(({ status }) => status)).toEqual(['open', 'open'])
  })
})
