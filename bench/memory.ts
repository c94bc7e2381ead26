// What an assignment costs in memory: 200,000 of them in a process that has read their logs, in a hundred plans and in one.
import { DraftId } from '#src/ledger/draft.ts'
import { PlanId } from '#src/ledger/ids.ts'
import type { Log, LogEntry } from '#src/ledger/log.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { stampOf, task } from '#test/builders.ts'
import { quiet } from '#test/store/quiet.ts'
import { measured } from './measured.ts'

/** The issue of what an assignment may cost. */
const mostBytes = 350
const assignments = 200_000
const stamp = stampOf('2026-01-05')
const unitAt = (at: number): string => `第${(at % 50) + 1}局`

/** A log that is read from its text and keeps none of it, as one in Redis is. */
function passingLog(): Log & { written: () => string } {
  const entries: LogEntry[] = []
  return {
    async append(tail, sealed) {
      let prev = tail
      for (const { id, body, hash } of sealed) entries.push({ position: prev.position + 1, id, body, prev: prev.hash, hash: (prev = { position: prev.position + 1, hash }).hash })
      return Promise.resolve({ ok: true })
    },
    read: async (after) => Promise.resolve(entries.slice(after)),
    written: () => JSON.stringify(entries),
  }
}

/** A county of so many plans, or one plan that is as large. A plan has 9,999 tasks at most. */
type Shape = { plans: number; tasks: number; units: number; bound: number | null }
const shapes: Record<string, Shape> = {
  'in one plan of 8,000 tasks with 25 units': { plans: 1, tasks: 8000, units: 25, bound: mostBytes },
  // Half of this is the task: its words, and the entry that brought it.
  'in 100 plans of 1,000 tasks with two units': { plans: 100, tasks: 1000, units: 2, bound: null },
}

/** The logs of the plans as text: each task led by one unit and supported by others. */
async function logsOf({ plans, tasks, units }: Shape): Promise<Map<string, string>> {
  const logs = new Map<string, ReturnType<typeof passingLog>>()
  const logOf = (key: string): ReturnType<typeof passingLog> => {
    const log = logs.get(key) ?? passingLog()
    logs.set(key, log)
    return log
  }
  const ledgers = await openLedgers({ logOf, logger: quiet })
  await ledgers.recordDirectory('units', stamp, { type: 'add-units', units: Array.from({ length: 50 }, (_, at) => ({ name: unitAt(at), aliases: [] })) })
  for (let no = 1; no <= plans; no += 1) {
    const [draft, plan] = [DraftId.parse(`d${String(no).padStart(6, '0')}`), PlanId.parse(`p${no}`)]
    await ledgers.recordDirectory(`open/${no}`, stamp, { type: 'open-plan', draft, hash: `${no}` })
    await ledgers.planOf(draft)
    const source = { id: 's1', name: 'plan.txt', text: '', hash: '' }
    const all = Array.from({ length: tasks }, (_, at) => task(at + 1, { due: '2028-07-31', lead: unitAt(at), support: Array.from({ length: units - 1 }, (__, nth) => unitAt(at + nth + 1)) }))
    await ledgers.recordPlan(plan, 'import', stamp, { type: 'import', plan: { title: `方案${no}`, zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source, obligations: [], bodies: [], doubts: [], tasks: all } })
    await ledgers.recordPlan(plan, 'hand-out', stamp, { type: 'hand-out' })
  }
  return new Map([...logs].map(([key, log]) => [key, log.written()]))
}

/** On the heap and beside it: entries are packed into bytes, which stand beside it. */
function bytesUsed(): number {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  return ((used) => used.heapUsed + used.external)(process.memoryUsage())
}

let standing: Ledgers | undefined
for (const [words, shape] of Object.entries(shapes)) {
  const logs = await logsOf(shape)
  standing = undefined
  const before = bytesUsed()
  standing = await openLedgers({
    logger: quiet,
    logOf: (key) => ({ append: async () => Promise.reject(new Error('only read')), read: async (after) => Promise.resolve((JSON.parse(logs.get(key) ?? '[]') as LogEntry[]).slice(after)) }),
  })
  const parts = [...standing.plans().values()].reduce((sum, plan) => sum + plan.assignments.size, 0)
  if (parts !== assignments) throw new Error(`${parts} assignments, not ${assignments}`)
  measured({ name: `an assignment with its share of everything else, of ${assignments} ${words}`, value: (bytesUsed() - before) / assignments, unit: 'bytes', bound: shape.bound })
}
await standing?.close()
