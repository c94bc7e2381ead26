// What it costs to record one report, and reports of 64 people on one plan at once, beside one raw XADD of an entry as long: both on disk before they are answered.
import type { Redis } from 'ioredis'
import { DraftId } from '#src/ledger/draft.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { storeConnection } from '#src/store/connection.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { day, report, stampOf, task } from '#test/builders.ts'
import { quiet } from '#test/store/quiet.ts'
import { ready } from '#test/store/ready.ts'
import { startRedisServer } from '#test/store/redis-server.ts'
import { measured } from './measured.ts'

const people = 64
const tasks = 1000
/** Each row of so many is judged by itself, and the least of all rows stands: what else the machine does meets some of them. */
const rows = 20
const inRow = 150
const burstsInRow = 10
const plan = PlanId.parse('p1')
const unit = '县教育局'

async function planIn(ledgers: Ledgers): Promise<void> {
  const stamp = stampOf('2026-01-05')
  await ledgers.recordDirectory('unit', stamp, { type: 'add-units', units: [{ name: unit, aliases: [] }] })
  await ledgers.recordDirectory('plan', stamp, { type: 'open-plan', draft: DraftId.parse('d000001'), hash: '' })
  await ledgers.planOf(DraftId.parse('d000001'))
  const source = { id: 's1', name: 'plan.txt', text: '', hash: '' }
  const all = Array.from({ length: tasks }, (_, at) => task(at + 1, { due: '2028-07-31', lead: unit }))
  await ledgers.recordPlan(plan, 'import', stamp, { type: 'import', plan: { title: '方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source, obligations: [], bodies: [], doubts: [], tasks: all } })
  await ledgers.recordPlan(plan, 'hand-out', stamp, { type: 'hand-out' })
}

let acts = 0
const said = '已完成主体工程招标，施工单位进场，正在进行基础施工'
const stamp = stampOf(day('2026-07-01'))
const intents = Array.from({ length: 40_000 }, (_, at) => report((at % tasks) + 1, unit, { progress: Math.min(100, Math.floor(at / tasks)), done: `${said}，第${at}次` }))
/** A report on the next task, as a press of a button brings it. */
async function reports(ledgers: Ledgers): Promise<void> {
  const intent = intents[(acts += 1)]
  const recorded = intent === undefined ? undefined : await ledgers.recordPlan(plan, `slack:1760000000.${String(acts).padStart(6, '0')}/0123456789abcdef`, stamp, intent)
  if (recorded?.ok !== true) throw new Error(`not recorded: ${JSON.stringify(recorded)}`)
}

const msOf = async (act: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await act()
  return performance.now() - from
}
const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
const inOrder = (all: readonly number[]): number[] => all.toSorted((a, b) => a - b)

/** One raw XADD after another, each entry as long as those of the plan. */
async function rawXadd(redis: Redis): Promise<() => Promise<unknown>> {
  const [last] = await redis.xrevrange('{plan:p1}:log', '+', '-', 'COUNT', 1)
  const fields = last?.[1] ?? []
  let nth = 0
  return async () => redis.xadd('raw', `${(nth += 1)}-0`, ...fields)
}

const server = await startRedisServer()
const redis = storeConnection(server.url)
await ready(redis)
const ledgers = await openLedgers({ logOf: (key) => redisLog(redis, key), logger: quiet })
await planIn(ledgers)
for (let run = 0; run < 2 * tasks; run += 1) await reports(ledgers)
const xadd = await rawXadd(redis)
for (let run = 0; run < tasks; run += 1) await xadd()

const least = { raw: Infinity, one: Infinity, most: Infinity, half: Infinity }
for (let row = 0; row < rows; row += 1) {
  const [raws, recordings, waits]: [number[], number[], number[]] = [[], [], []]
  // In turn, so that both meet the same disk.
  for (let run = 0; run < inRow; run += 1) {
    raws.push(await msOf(xadd))
    recordings.push(await msOf(async () => reports(ledgers)))
  }
  for (let burst = 0; burst < burstsInRow; burst += 1) await Promise.all(Array.from({ length: people }, async () => waits.push(await msOf(async () => reports(ledgers)))))
  least.raw = Math.min(least.raw, at(inOrder(raws), 0.5))
  least.one = Math.min(least.one, at(inOrder(recordings), 0.5))
  least.most = Math.min(least.most, at(inOrder(waits), 0.99))
  least.half = Math.min(least.half, at(inOrder(waits), 0.5))
}
const floor = least.raw * 1000
measured({ name: 'a report through the core, half of them, beside a raw XADD', value: least.one * 1000, unit: 'µs', floor, bound: 1.25 })
measured({ name: `${people} people report on one plan at once, 99 of 100 of them, beside one raw XADD`, value: least.most * 1000, unit: 'µs', floor, bound: 10 })
measured({ name: `${people} people report on one plan at once, half of them, beside one raw XADD`, value: least.half * 1000, unit: 'µs', floor })
await ledgers.close()
redis.disconnect()
await server.stop()
