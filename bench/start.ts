// A cold start of a million entries in a hundred plans: from nothing in memory until one plan's numbers are answered and its next entry is recorded, beside JSON.parse of the same entries.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boardsOf } from '#src/boards.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { LogEntry } from '#src/ledger/log.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { directoryKey, planKey, planSubject } from '#src/log-subjects.ts'
import { summary } from '#src/queries/summary.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { reminding } from '#src/reminding.ts'
import { snapshotting, type WriterRun } from '#src/snapshotting.ts'
import { inSlices, machineStopwatch } from '#src/stopwatch.ts'
import { codeHash } from '#src/store/code-hash.ts'
import { storeConnection } from '#src/store/connection.ts'
import { foldedLog } from '#src/store/folded-log.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { packState } from '#src/store/snapshot.ts'
import { snapshotFile } from '#src/store/snapshot-file.ts'
import { writeSnapshot } from '#src/write-snapshot.ts'
import { acceptClaim, claim, day, nineOn, nudgeOf, report, returnClaim, stampOf, task, taskNo, unitId } from '#test/builders.ts'
import { quiet } from '#test/store/quiet.ts'
import { ready } from '#test/store/ready.ts'
import { startRedisServer } from '#test/store/redis-server.ts'
import { longestTurn, measured } from './measured.ts'

/** The issue of what a start may cost. */
const mostOfParse = 0.15
const [plans, entriesEach] = [100, 10_000]
/** Read without a snapshot, so many of the plans: all of them take minutes. */
const plansRead = 5
const [tasks, unitsEach] = [200, 3]
const runs = 3
/** A slice of what is worked out before others have their turn, as the process takes it. */
const sliceMs = 5
const unitAt = (at: number): string => `第${(at % 50) + 1}局`
const today = day('2026-07-02')

const words = ['已完成主体工程招标，施工单位进场，正在进行基础施工', '召开专题会议3次，印发实施方案，明确责任分工和时间节点', '完成入户排查，建立问题台账，已整改到位', '资金已下达到位，支付进度较上月提高', '与省厅对接一次，材料已按要求补正后报送']

/** What people say one after another of one part: mostly reports, now and then a word, and in the end a claim that is sent back, and one that is accepted. */
function intentOf(nth: number): PlanIntent {
  const part = nth % (tasks * unitsEach)
  const [no, turn] = [Math.floor(part / unitsEach) + 1, Math.floor(nth / (tasks * unitsEach))]
  const unit = unitAt(no - 1 + (part % unitsEach))
  if (turn % 8 === 3) return nudgeOf(no, unit)
  if (turn % 8 === 6) return { type: 'remark', task: taskNo(no), unit: unitId(unit), words: `已电话联系，${words[nth % 5] ?? ''}` }
  if (turn === 12) return claim(no, unit, '已全部完成，附验收报告')
  if (turn === 13) return returnClaim(no, unit)
  if (turn === 15 && part % 3 === 0) return claim(no, unit, '材料已补齐')
  if (turn === 16 && part % 3 === 0) return acceptClaim(no, unit)
  return report(no, unit, { progress: Math.min(99, turn * 6), done: `${words[nth % 5] ?? ''}，第${nth}次`, ...(nth % 11 === 0 ? { state: 'difficulty' as const, problem: '部分地块征拆未完成，影响施工进度' } : {}) })
}

/** One plan's log; all plans have the same, for nothing in it names the plan. */
function lifeOf(plan: PlanId) {
  const known = foldedLog(planSubject(plan))
  const entries: LogEntry[] = []
  const add = (id: string, intent: PlanIntent, seconds: number): void => {
    const stamp = { ...stampOf('2026-07-01', PersonId.parse('u1')), at: new Date(Date.UTC(2026, 6, 1, 0, 0, 0) + seconds * 1000).toISOString() as never }
    const decision = decidePlan(known.state(), intent, stamp)
    if (!decision.ok || decision.events.length === 0) return
    const entry = known.next(id, stamp, decision.events)
    known.take(entry)
    entries.push(entry)
  }
  const source = { id: 's1', name: 'plan.txt', text: '', hash: '' }
  const all = Array.from({ length: tasks }, (_, at) => task(at + 1, { due: at % 10 === 0 ? '2026-06-10' : '2028-07-31', lead: unitAt(at), support: Array.from({ length: unitsEach - 1 }, (__, nth) => unitAt(at + nth + 1)) }))
  add('import', { type: 'import', plan: { title: '县域治理方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source, obligations: [], bodies: [], doubts: [], tasks: all } }, 0)
  add('hand-out', { type: 'hand-out' }, 1)
  for (let nth = 0; entries.length < entriesEach; nth += 1) add(`slack:1760000000.${String(nth).padStart(6, '0')}/0123456789abcdef`, intentOf(nth), nth + 2)
  return { known, entries }
}

const planIds = Array.from({ length: plans }, (_, at) => PlanId.parse(`p${at + 1}`))
const [p1 = PlanId.parse('p1')] = planIds
const server = await startRedisServer()
const dir = await mkdtemp(join(tmpdir(), 'duban-bench-'))
const connection = async (): Promise<ReturnType<typeof storeConnection>> => {
  const redis = storeConnection(server.url)
  await ready(redis)
  return redis
}
/** What was before the start: nothing of it stays in memory. @returns bytes of all files */
async function seed(redis: Awaited<ReturnType<typeof connection>>): Promise<number> {
  const { known, entries } = lifeOf(p1)
  for (let from = 0; from < entries.length; from += 1000) {
    const pipeline = redis.pipeline()
    for (const { position, id, body, prev, hash } of entries.slice(from, from + 1000)) pipeline.xadd(planKey(p1), `${position}-0`, 'id', id, 'body', body, 'prev', prev, 'hash', hash)
    await pipeline.exec()
  }
  const dump = await redis.dumpBuffer(planKey(p1))
  for (const plan of planIds.slice(1)) await redis.restore(planKey(plan), 0, dump)
  const seeding = await openLedgers({ logOf: (key) => (key === directoryKey ? redisLog(redis, key) : { append: async () => Promise.resolve({ ok: true }), read: async () => Promise.resolve([]) }), logger: quiet })
  await seeding.recordDirectory('units', stampOf('2026-01-05'), { type: 'add-units', units: Array.from({ length: 50 }, (_, at) => ({ name: unitAt(at), aliases: [] })) })
  for (const at of planIds.keys()) await seeding.recordDirectory(`open/${at}`, stampOf('2026-01-05'), { type: 'open-plan', draft: DraftId.parse(`d${String(at + 1).padStart(6, '0')}`), hash: `${at}` })
  await seeding.close()
  const code = codeHash()
  const snapshot = known.snapshot()
  let fileBytes = 0
  for (const id of planIds) {
    const own = { ...snapshot, state: packState({ ...known.state(), id }) }
    await snapshotFile(dir, planKey(id), code).write(own)
    fileBytes += own.state.length + own.marks.byteLength + own.packs.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }
  await writeSnapshot(directoryKey, redisLog(redis, directoryKey), snapshotFile(dir, directoryKey, code))
  return fileBytes
}

let acts = 0
/** What a leader asks, and what a unit answers. */
async function answers(ledgers: Ledgers): Promise<void> {
  const plan = ledgers.plans().get(p1)
  if (plan === undefined) throw new Error('there is no plan')
  const view = viewOfPlan(plan, { directory: ledgers.directoryOn(today), calendar: ledgers.calendar(), today })
  const { total } = summary(view, nineOn(today), boardsOf(ledgers).tally(p1, today))
  if (total !== tasks) throw new Error('not all tasks are there')
  const recorded = await ledgers.recordPlan(p1, `next/${(acts += 1)}`, { ...stampOf('2026-07-02', PersonId.parse('u1')), at: nineOn(today) }, report(1, unitAt(1), { progress: 50, done: `第${acts}次` }))
  if (recorded.ok !== true) throw new Error(`not recorded: ${JSON.stringify(recorded)}`)
}
const msOf = async (act: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await act()
  return performance.now() - from
}

/** A start is measured, not what is written behind it. */
const writesNothing = (): WriterRun => ({ ended: Promise.resolve(), kill: () => undefined })

const redis = await connection()
const fileBytes = await seed(redis)

let [quickMs, allMs, turnMs] = [Infinity, Infinity, Infinity]
for (let run = 0; run < runs; run += 1) {
  globalThis.gc?.()
  const from = performance.now()
  const own = await connection()
  const snapshots = snapshotting({ dir, redisUrl: server.url, logger: quiet, soonMs: 1e9, writer: writesNothing })
  const ledgers = await openLedgers({ logOf: (key) => redisLog(own, key), logger: quiet, snapshotOf: snapshots.of })
  await answers(ledgers)
  quickMs = Math.min(quickMs, performance.now() - from)
  // As the process does it while people ask.
  const [boards, reminders] = [boardsOf(ledgers), reminding(ledgers, 'Asia/Shanghai')]
  const { longest } = await longestTurn(async () => inSlices(machineStopwatch, sliceMs, (isEnough) => boards.workOut(today, isEnough) && reminders.workOut(nineOn(today), isEnough)))
  turnMs = Math.min(turnMs, longest)
  const parts = [...ledgers.plans().values()].reduce((sum, { assignments }) => sum + assignments.size, 0)
  if (parts !== plans * tasks * unitsEach) throw new Error(`${parts} assignments`)
  allMs = Math.min(allMs, performance.now() - from)
  await ledgers.close()
  await snapshots.stop()
  own.disconnect()
}

const slow = await connection()
const bodies = (await redisLog(slow, planKey(p1)).read(0)).slice(0, entriesEach).map(({ body }) => body)
let parseMs = Infinity
for (let run = 0; run < 2; run += 1)
  parseMs = Math.min(parseMs, await msOf(async () => {
    let seen = 0
    for (let plan = 0; plan < plans; plan += 1) for (const body of bodies) seen += (JSON.parse(body) as { events: unknown[] }).events.length
    return Promise.resolve(seen)
  }))
const wholeMs = await msOf(async () => {
  for (const id of planIds.slice(-plansRead)) {
    const whole = foldedLog(planSubject(id))
    for (const entry of await redisLog(slow, planKey(id)).read(0)) whole.take(entry)
  }
})
slow.disconnect()

measured({ name: `a start from snapshots of ${plans * entriesEach} entries in ${plans} plans, until a plan’s numbers are answered and its next entry is recorded, beside JSON.parse of them`, value: quickMs, unit: 'ms', floor: parseMs, bound: mostOfParse })
measured({ name: 'the same, and the numbers and what is owed of every plan', value: allMs, unit: 'ms', floor: parseMs })
measured({ name: 'the longest turn meanwhile', value: turnMs, unit: 'ms' })
measured({ name: `without snapshots, every entry checked and folded (of ${plansRead} plans, for all)`, value: (wholeMs * plans) / plansRead, unit: 'ms', floor: parseMs })
measured({ name: 'the files, an entry', value: fileBytes / (plans * entriesEach), unit: 'bytes' })
redis.disconnect()
await server.stop()
await rm(dir, { recursive: true, force: true })
