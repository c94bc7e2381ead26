// What others of the kind do, beside what we do: hubot's brain saved whole, a hash a task in Redis, an xlsx edited in place. 10,000 assignments each.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { Redis } from 'ioredis'
import { planOf, task } from '#test/builders.ts'
import { startRedisServer } from '#test/store/redis-server.ts'
import { measured } from './measured.ts'

const tasks = 5000
const units = Array.from({ length: 50 }, (_, at) => `第${at + 1}局`)
const unitAt = (at: number): string => units[at % units.length] ?? ''
const rows = Array.from({ length: 2 * tasks }, (_, at) => ({
  task: Math.floor(at / 2) + 1, title: `健全第${Math.floor(at / 2) + 1}片区管护机制，压实属地责任`, unit: unitAt(at), due: '2028-07-31', progress: at % 101, state: 'normal', done: '已完成主体工程招标，施工单位进场', at: '2026-07-01T01:00:00.000Z', by: 'u2',
}))

/** The least milliseconds of so many runs. */
async function least(runs: number, act: (run: number) => Promise<unknown>): Promise<number> {
  let best = Infinity
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now()
    await act(run)
    best = Math.min(best, performance.now() - from)
  }
  return best
}

const server = await startRedisServer()
const redis = new Redis(server.url)
const folder = await mkdtemp(join(tmpdir(), 'duban-peers-'))
const words = JSON.stringify(rows[0])
const floor = await least(2000, async () => redis.xadd('raw', '*', 'id', 'slack:1760000000.000001/0123456789abcdef', 'body', words, 'prev', 'f'.repeat(64), 'hash', 'f'.repeat(64)))

const brain = { tasks: Object.fromEntries(rows.map((row, at) => [`t${at}`, row])) }
const brainMs = await least(20, async (run) => {
  Object.assign(brain.tasks[`t${run}`] ?? {}, { progress: run })
  await redis.set('hubot:storage', JSON.stringify(brain))
})
measured({ name: 'one report: hubot’s brain saved whole, beside a raw XADD', value: brainMs, unit: 'ms', floor })

const file = join(folder, 'ledger.xlsx')
const book = new exceljs.Workbook()
const sheet = book.addWorksheet('台账')
sheet.columns = Object.keys(rows[0] ?? {}).map((key) => ({ header: key, key }))
sheet.addRows(rows)
await book.xlsx.writeFile(file)
const sheetMs = await least(3, async (run) => {
  const open = new exceljs.Workbook()
  await open.xlsx.readFile(file)
  const row = open.getWorksheet('台账')?.getRow(run + 2)
  if (row === undefined) throw new Error('the sheet is gone')
  row.getCell(5).value = run
  row.commit()
  await open.xlsx.writeFile(file)
})
measured({ name: 'one report: an xlsx edited in place, beside a raw XADD', value: sheetMs, unit: 'ms', floor })

for (const [at, row] of rows.entries()) void redis.hset(`task:${at}`, row)
await redis.ping()
const plan = planOf(Array.from({ length: tasks }, (_, at) => task(at + 1, { due: '2028-07-31', lead: unitAt(at), support: [unitAt(at + 1)] })))
const walkMs = await least(50, async () => {
  let done = 0
  for (const { progress, status } of plan.assignments.values()) if (progress === 100 || status === 'accepted') done += 1
  return Promise.resolve(done)
})
const hashesMs = await least(5, async () => (await Promise.all(rows.map(async (_, at) => redis.hgetall(`task:${at}`)))).filter(({ progress }) => progress === '100').length)
measured({ name: 'a look at every assignment: one HGETALL each, beside a walk through the state in memory', value: hashesMs, unit: 'ms', floor: walkMs })

redis.disconnect()
await server.stop()
await rm(folder, { recursive: true, force: true })
