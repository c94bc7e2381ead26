// When a snapshot is written, and that whoever writes it may be killed at any moment.
import { readFileSync, watch } from 'node:fs'
import { appendFile, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino, type Logger } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DraftId } from '#src/ledger/draft.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { openLedgers, type LedgerParts, type Ledgers } from '#src/ledgers.ts'
import { snapshotting, startWriter, type SnapshotParts, type WriterRun } from '#src/snapshotting.ts'
import type { SnapshotJob, WriterSays } from '#src/snapshot-job.ts'
import { storeConnection } from '#src/store/connection.ts'
import { codeHash, foldedBy } from '#src/store/code-hash.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { snapshotFile } from '#src/store/snapshot-file.ts'
import { report, stampOf, task } from './builders.ts'
import { handWatch } from './hand-watch.ts'
import { whereNoProcessBegins } from './no-process.ts'
import { quiet } from './store/quiet.ts'
import { ready } from './store/ready.ts'
import { startRedisServer, type RedisServer } from './store/redis-server.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'duban-snapshots-'))
})
afterEach(async () => rm(dir, { recursive: true, force: true }))

/** Writers that say they have written, and end, when they are told to. */
function fakeWriters() {
  const runs: { job: SnapshotJob; killed: boolean; end: (positions?: Record<string, number>) => Promise<void> }[] = []
  const writer = (job: SnapshotJob, said: (what: WriterSays) => void): WriterRun => {
    let ended: () => void = () => undefined
    const gone = new Promise<void>((resolve) => (ended = resolve))
    const run = {
      job, killed: false,
      end: async (positions: Record<string, number> = {}) => {
        for (const [key, position] of Object.entries(positions)) said({ says: 'written', key, position, ms: 1 })
        ended()
        await new Promise(setImmediate)
      },
    }
    runs.push(run)
    return {
      ended: gone,
      kill() {
        run.killed = true
        ended()
      },
    }
  }
  return { runs, writer }
}

/** What is logged, line by line. */
function loggedLines(): { logger: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  return { logger: pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }), lines }
}

function started(parts: Partial<SnapshotParts> = {}) {
  const [stopwatch, { runs, writer }] = [handWatch(), fakeWriters()]
  const snapshots = snapshotting({ dir, redisUrl: 'redis://nowhere', logger: quiet, stopwatch, writer, entriesBetween: 1000, entriesAtStop: 100, soonMs: 10, ...parts })
  return { snapshots, runs, stopwatch }
}

describe('snapshots', () => {
  it('are written of the logs that have grown enough since the last, all of them at once', async () => {
    const { snapshots, runs, stopwatch } = started()
    const [one, two, three] = ['a', 'b', 'c'].map((key) => snapshots.of(key))
    one?.grown(999)
    stopwatch.pass(10)
    expect(runs).toEqual([])
    one?.grown(1000)
    two?.grown(4000)
    three?.grown(10)
    stopwatch.pass(9)
    expect(runs).toEqual([])
    stopwatch.pass(1)
    expect(runs.map(({ job }) => job.keys)).toEqual([['a', 'b']])
    await runs[0]?.end({ a: 1000, b: 4000 })
    one?.grown(1999)
    stopwatch.pass(10)
    expect(runs).toHaveLength(1)
    one?.grown(2000)
    stopwatch.pass(10)
    expect(runs.map(({ job }) => job.keys)).toEqual([['a', 'b'], ['a']])
  })

  it('are not written twice at a time, nor again at once where it failed', async () => {
    const { snapshots, runs, stopwatch } = started()
    const log = snapshots.of('a')
    log.grown(1000)
    stopwatch.pass(10)
    log.grown(2500)
    stopwatch.pass(10)
    expect(runs).toHaveLength(1)
    await runs[0]?.end()
    log.grown(2501)
    stopwatch.pass(10)
    expect(runs).toHaveLength(2)
    await runs[1]?.end()
    log.grown(2600)
    stopwatch.pass(10)
    expect(runs).toHaveLength(2)
  })

  it('are written at a stop where fewer came, and no stop waits longer than it may', async () => {
    const { snapshots, runs, stopwatch } = started()
    snapshots.of('a').grown(99)
    snapshots.of('b').grown(100)
    const stopped = snapshots.stop()
    await new Promise(setImmediate)
    expect(runs.map(({ job }) => job.keys)).toEqual([['b']])
    stopwatch.pass(8000)
    await stopped
    expect(runs[0]?.killed).toBe(true)
  })

  it('are not written at a stop where next to nothing came', async () => {
    const { snapshots, runs } = started()
    snapshots.of('a').grown(99)
    await snapshots.stop()
    expect(runs).toEqual([])
  })

  it('whose writer cannot be begun are warned of, and tried again once the log has grown again', async () => {
    const { logger, lines } = loggedLines()
    const { runs, writer } = fakeWriters()
    let begin: typeof writer = startWriter
    const { snapshots, stopwatch } = started({ logger, writer: (job, said) => begin(job, said) })
    const log = snapshots.of('a')
    log.grown(1000)
    await whereNoProcessBegins(async () => {
      stopwatch.pass(10)
      return Promise.resolve()
    })
    expect(lines).toMatchObject([{ level: 40, err: { code: 'E2BIG' } }])
    begin = writer
    log.grown(1999)
    stopwatch.pass(10)
    expect(runs).toEqual([])
    log.grown(2000)
    stopwatch.pass(10)
    expect(runs.map(({ job }) => job.keys)).toEqual([['a']])
  })

  it('whose writer cannot be begun keep no stop from going on', async () => {
    const { snapshots } = started({ writer: startWriter })
    snapshots.of('a').grown(100)
    await whereNoProcessBegins(snapshots.stop)
  })

  it('that are damaged are none, and are written again', async () => {
    await writeFile(join(dir, 'a.snapshot'), 'not a snapshot')
    const { snapshots, runs, stopwatch } = started()
    const log = snapshots.of('a')
    expect(log.read()).toBeUndefined()
    log.grown(1000)
    stopwatch.pass(10)
    expect(runs).toHaveLength(1)
  })
})

describe('the process that writes them', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedisServer()
  })
  afterAll(async () => redis.stop())

  const plan = PlanId.parse('p1')
  const [key, unit] = ['{plan:p1}:log', '县教育局']
  const connections: { disconnect: () => void }[] = []
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.disconnect()
  })
  async function ledgersAt(parts: Partial<LedgerParts> = {}): Promise<Ledgers> {
    const connection = storeConnection(redis.url)
    connections.push(connection)
    await ready(connection)
    return openLedgers({ logOf: (log) => redisLog(connection, log), logger: quiet, ...parts })
  }
  /** Long enough words that writing them takes a while. */
  const words = Array.from({ length: 60_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919 * (at % 97)) % 20_000))).join('')
  async function seeded(): Promise<Ledgers> {
    const ledgers = await ledgersAt()
    const stamp = stampOf('2026-01-05')
    await ledgers.recordDirectory('unit', stamp, { type: 'add-units', units: [{ name: unit, aliases: [] }] })
    await ledgers.recordDirectory('plan', stamp, { type: 'open-plan', draft: DraftId.parse('d000001'), hash: '' })
    await ledgers.planOf(DraftId.parse('d000001'))
    await ledgers.recordPlan(plan, 'import', stamp, { type: 'import', plan: { title: '方案', zone: 'Asia/Shanghai', source: { id: 's1', name: 'plan.txt', text: words, hash: '' }, obligations: [], bodies: [], doubts: [], tasks: [task(1, { due: '2028-07-31', lead: unit })] } })
    await ledgers.recordPlan(plan, 'hand-out', stamp, { type: 'hand-out' })
    return ledgers
  }
  const reports = async (ledgers: Ledgers, from: number, to: number): Promise<void> => {
    for (let nth = from; nth < to; nth += 1) await ledgers.recordPlan(plan, `r${nth}`, { ...stampOf('2026-07-01'), at: new Date(Date.UTC(2026, 6, 1, 1, 0, nth)).toISOString() as never }, report(1, unit, { progress: nth % 100, done: `第${nth}次` }))
  }
  const written = async (keys: string[]): Promise<WriterSays[]> => {
    const said: WriterSays[] = []
    await startWriter({ redisUrl: redis.url, dir, code: codeHash(), keys }, (what) => said.push(what)).ended
    return said
  }
  const stateOf = (ledgers: Ledgers): unknown => ledgers.plans().get(plan)

  it('writes what the next start goes on from; killed while it writes, there is the old one or the new one', { timeout: 120_000 }, async () => {
    const ledgers = await seeded()
    await reports(ledgers, 0, 20)
    expect(await written([key, '{directory}:log', '{delivery}:log', '{plan:p9}:log'])).toMatchObject([{ says: 'written', key, position: 22 }, { says: 'written', key: '{directory}:log', position: 2 }])
    const kept = snapshotting({ dir, redisUrl: redis.url, logger: quiet })
    const quick = await ledgersAt({ snapshotOf: kept.of })
    expect(quick.plans().get(plan)).toStrictEqual(stateOf(ledgers))
    await reports(quick, 20, 25)
    await ledgers.catchUp()
    expect(stateOf(quick)).toStrictEqual(stateOf(ledgers))

    const seen = new Set<number>()
    for (let kill = 0; kill < 4; kill += 1) {
      // The first of a file that is being written ends the writer, a little later each time.
      const watching = watch(dir)
      const run = startWriter({ redisUrl: redis.url, dir, code: codeHash(), keys: [key] }, () => undefined)
      watching.once('change', () => void setTimeout(run.kill, kill))
      // It is told of whoever ends otherwise than by itself.
      await run.ended.catch(() => undefined)
      watching.close()
      const read = snapshotFile(dir, key, codeHash()).read()
      if (!read.ok) throw new Error(read.why)
      seen.add(read.snapshot.position)
      const next = await ledgersAt({ snapshotOf: kept.of })
      expect(stateOf(next)).toStrictEqual(stateOf(ledgers))
    }
    expect([...seen].every((position) => position === 22 || position === 27)).toBe(true)
  })

  it('is started at a stop, and the next start goes on from what it wrote', { timeout: 60_000 }, async () => {
    const stopping = snapshotting({ dir, redisUrl: redis.url, logger: quiet, entriesAtStop: 2 })
    const ledgers = await ledgersAt({ snapshotOf: stopping.of })
    const position = ledgers.entries().plans.get(plan)?.length
    await ledgers.close()
    await stopping.stop()
    const starting = snapshotting({ dir, redisUrl: redis.url, logger: quiet })
    expect(starting.of(key).read()?.position).toBe(position)
    const reads: number[] = []
    const next = await ledgersAt({ snapshotOf: starting.of, logOf: (log) => ((line) => ({ ...line, read: async (after: number) => (reads.push(after), line.read(after)) }))(redisLog(connections.at(-1) as never, log)) })
    expect(reads).toEqual([1, (position ?? 0) - 1])
    expect(stateOf(next)).toStrictEqual(stateOf(ledgers))
  })

  it('whose state does not unpack is thrown away, and the plan is as its log says', { timeout: 60_000 }, async () => {
    const ledgers = await seeded()
    await reports(ledgers, 0, 3)
    await written([key])
    const file = snapshotFile(dir, key, codeHash())
    const read = file.read()
    if (!read.ok) throw new Error(read.why)
    await file.write({ ...read.snapshot, state: Uint8Array.of(1, 2, 3) })
    const next = await ledgersAt({ snapshotOf: snapshotting({ dir, redisUrl: redis.url, logger: quiet }).of })
    expect(stateOf(next)).toStrictEqual(stateOf(ledgers))
    await expect.poll(async () => readdir(dir)).toEqual([])
    await reports(next, 3, 5)
    await ledgers.catchUp()
    expect(stateOf(next)).toStrictEqual(stateOf(ledgers))
  })

  it('of another code than that which is to read them writes none', { timeout: 60_000 }, async () => {
    const said: WriterSays[] = []
    await startWriter({ redisUrl: redis.url, dir, code: 'other', keys: [key] }, (what) => said.push(what)).ended
    expect(said).toEqual([{ says: 'failed', why: 'the code is another than at the start' }])
    expect(await readdir(dir)).toEqual([])
  })
})

describe('which code made a state', () => {
  it('is all that a fold imports', () => {
    const root = fileURLToPath(new URL('..', import.meta.url))
    const seen = new Set<string>()
    const walk = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      for (const [, from = ''] of readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export) (?!type )[^'\n]*from '([#.][^']+)'/gmu)) walk(from.startsWith('#') ? from.slice(1) : join(dirname(file), from))
    }
    for (const file of ['src/log-subjects.ts', 'src/store/folded-log.ts']) walk(file)
    const rooms = new Set([...seen].map((file) => file.split('/')[1]))
    rooms.delete('log-subjects.ts')
    expect([...rooms].filter((room) => !foldedBy.includes(room ?? ''))).toEqual([])
    expect(rooms.size).toBeGreaterThan(4)
  })

  it('is another with a character of any file or package, and the same with none', async () => {
    const copy = join(dir, 'copy')
    await cp(new URL('../src', import.meta.url), join(copy, 'src'), { recursive: true })
    await cp(new URL('../package.json', import.meta.url), join(copy, 'package.json'))
    expect(codeHash(copy)).toBe(codeHash())
    const path = join(copy, 'src', 'ledger', 'report.ts')
    await appendFile(path, ' ')
    expect(codeHash(copy)).not.toBe(codeHash())
  })
})
