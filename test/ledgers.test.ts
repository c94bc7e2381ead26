// What takes effect by itself on its day, whatever the store does meanwhile.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { directoryKey, planKey } from '#src/log-subjects.ts'
import { day, nineOn, stampOf, task, taskNo, unitId } from './builders.ts'
import { hasty } from './store/guests.ts'
import { memoryLog, type MemoryLog } from './store/memory-log.ts'
import { quiet } from './store/quiet.ts'

const p1 = PlanId.parse('p1')
const [old, next] = [unitId('县卫健局'), unitId('县财政局')]
const imported = { title: '方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '', hash: '' }, obligations: [], bodies: [], doubts: [], tasks: [task(1, { lead: old })] }
const midnight = { ...stampOf('2026-07-15'), at: addMs(nineOn('2026-07-15'), -9 * 60 * 60_000) }
const aMinuteLater = { ...midnight, at: addMs(midnight.at, 60_000) }

let ledgers: Ledgers
let logs: Map<string, MemoryLog>
const logOf = (key: string): MemoryLog => ((log) => (logs.set(key, log), log))(logs.get(key) ?? memoryLog())
const change = async (intent: DirectoryIntent): Promise<void> => {
  const recorded = await ledgers.recordDirectory(intent.type, stampOf('2026-01-05'), intent)
  if (recorded.ok !== true) throw new Error(`${intent.type} was not recorded`)
}
const whoseTask = () => ledgers.plans().get(p1)?.unitsOf.get(taskNo(1))

beforeEach(async () => {
  logs = new Map()
  ledgers = await openLedgers({ logOf, logger: quiet, stopwatch: hasty })
  await change({ type: 'add-units', units: [old, next].map((name) => ({ name, aliases: [] })) })
  await change({ type: 'open-plan', draft: DraftId.parse('d000001'), hash: 'h' })
  await ledgers.planOf(DraftId.parse('d000001'))
  await ledgers.recordPlan(p1, 'import', stampOf('2026-01-05'), { type: 'import', plan: imported })
  await change({ type: 'set-succession', from: old, to: next, on: day('2026-07-15') })
})

describe('撤并 on its day', () => {
  it('takes effect in the directory and in every plan', async () => {
    await ledgers.takeEffect(midnight)
    expect([ledgers.directory().succeeded.has(old), whoseTask()]).toEqual([true, [next]])
  })

  it.each([['directory', directoryKey], ['plan', planKey(p1)]])('that the log of the %s did not take is tried again, though nothing else is recorded', async (_, key) => {
    logOf(key).setAway(true)
    await ledgers.takeEffect(midnight)
    logOf(key).setAway(false)
    await ledgers.takeEffect(aMinuteLater)
    expect([ledgers.directory().succeeded.has(old), whoseTask()]).toEqual([true, [next]])
  })

  it('that was not taken is waited for by nobody who presses in the same minute', async () => {
    const log = logOf(directoryKey)
    log.setAway(true)
    await ledgers.takeEffect(midnight)
    const asked = vi.spyOn(log, 'append')
    await ledgers.takeEffect(midnight)
    expect(asked).not.toHaveBeenCalled()
  })

  it('is asked for no more once it has taken effect', async () => {
    await ledgers.takeEffect(midnight)
    const entries = [...logs.values()].map((log) => log.entries().length)
    await ledgers.takeEffect(midnight)
    expect([...logs.values()].map((log) => log.entries().length)).toEqual(entries)
  })
})
