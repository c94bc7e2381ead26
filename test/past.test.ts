// A day that has passed is as it was known then, whatever was recorded since, and nothing is recorded in it.
import { beforeEach, describe, expect, it } from 'vitest'
import { boardsOf } from '#src/boards.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { pastOf } from '#src/past.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { claim, day, nineOn, report, stampOf, task, taskNo } from '#test/builders.ts'
import { memoryLog } from './store/memory-log.ts'
import { quiet } from './store/quiet.ts'

const p1 = PlanId.parse('p1')
const imported = { title: '方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '', hash: '' }, obligations: [], bodies: [], doubts: [], tasks: [task(1, { due: '2026-06-30', lead: '甲局' }), task(2, { lead: '乙局' })] }

let ledgers: Ledgers
let nth = 0
const record = async (on: string, intent: PlanIntent): Promise<void> => {
  const recorded = await ledgers.recordPlan(p1, `i${(nth += 1)}`, { ...stampOf(on, PersonId.parse('u1')), at: nineOn(on) }, intent)
  if (recorded.ok !== true) throw new Error(`${intent.type} was not recorded`)
}

beforeEach(async () => {
  ledgers = await openLedgers({ logOf: () => memoryLog(), logger: quiet })
  const draft = DraftId.parse('d000001')
  await ledgers.recordDirectory('open', stampOf('2026-01-05'), { type: 'open-plan', draft, hash: 'h' })
  await ledgers.planOf(draft)
  await record('2026-01-05', { type: 'import', plan: imported })
  await record('2026-01-06', { type: 'hand-out' })
})

const lightsOn = async (on: string): Promise<Record<string, number>> => ((then) => then.boards.tally(p1, day(on)).lights)(await pastOf(ledgers)({ at: nineOn(on) }))

describe('the ledgers as they were', () => {
  it('know nothing of what was recorded afterwards', async () => {
    await record('2026-07-10', claim(1, '甲局'))
    expect(await lightsOn('2026-07-02')).toMatchObject({ red: 1 })
    expect((await pastOf(ledgers)({ at: nineOn('2026-07-02') })).ledgers.plans().get(p1)?.assignments.get(`1/${task(1, { lead: '甲局' }).units[0]?.unit ?? ''}` as never)?.status).toBe('open')
  })

  it('are the same however much is recorded since: a later date does not launder a red', async () => {
    const before = await lightsOn('2026-07-02')
    await record('2026-07-03', { type: 'set-due', task: taskNo(1), day: day('2026-09-30'), reason: '雨季' })
    expect(await lightsOn('2026-07-02')).toEqual(before)
    expect(before).toMatchObject({ red: 1 })
    expect(boardsOf(ledgers).tally(p1, day('2026-07-03')).lights).toMatchObject({ red: 0 })
  })

  it('take nothing in', async () => {
    const then = await pastOf(ledgers)({ at: nineOn('2026-07-02') })
    expect(await then.ledgers.recordPlan(p1, 'late', stampOf('2026-07-02'), report(2, '乙局'))).toEqual({ ok: false, refusal: { code: 'past-view' } })
  })

  it('do not change when those of today do', async () => {
    const then = await pastOf(ledgers)({ at: nineOn('2026-07-02') })
    await record('2026-07-03', report(2, '乙局', { state: 'blocked', problem: '用地未批' }))
    expect(then.boards.tally(p1, day('2026-07-02')).lights).toMatchObject({ red: 1, green: 0 })
    expect(boardsOf(ledgers).tally(p1, day('2026-07-03')).lights).toMatchObject({ red: 2 })
  })

  it('are folded once for one moment, whatever was recorded or opened since', async () => {
    const past = pastOf(ledgers)
    const then = await past({ at: nineOn('2026-07-02') })
    await record('2026-07-03', report(2, '乙局'))
    const draft = DraftId.parse('d000002')
    await ledgers.recordDirectory('open another', stampOf('2026-07-04'), { type: 'open-plan', draft, hash: 'h2' })
    const p2 = await ledgers.planOf(draft)
    await ledgers.recordPlan(p2 ?? p1, 'second', { ...stampOf('2026-07-04', PersonId.parse('u1')), at: nineOn('2026-07-04') }, { type: 'import', plan: imported })
    expect(p2).toBe('p2')
    expect(await past({ at: nineOn('2026-07-02') })).toBe(then)
  })
})
