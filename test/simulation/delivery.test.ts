// Delivery under a seeded scheduler: every await of every worker is a place where another goes first, or where it dies.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { startDelivery, type Delivery } from '#src/delivery/deliver.ts'
import { deliveryLog } from '#src/delivery/delivery-log.ts'
import type { LogEntry } from '#src/ledger/log.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { openBook } from '#src/store/book.ts'
import { verifyLog } from '#src/store/verify.ts'
import { cardOf, Chat, dayAt, notice, parcelsOf, Time, type Turn } from '#test/delivery/county.ts'
import { memoryLog } from '#test/store/memory-log.ts'
import { quiet } from '#test/store/quiet.ts'

const claimMs = 30_000
const postMs = 10_000
const aDayMs = 24 * 60 * 60 * 1000
const never = new Promise<never>(() => undefined)

/** Dies at its nth dealing with the world: `after` it was carried out, or before. */
type Death = { at: number; after: boolean }

class County {
  entries: LogEntry[] = []
  chat = new Chat()
  time = new Time()
  due: Notice[] = []
  workers = 0
  failures: unknown[] = []
  readonly scheduler: fc.Scheduler

  constructor(scheduler: fc.Scheduler) {
    this.scheduler = scheduler
  }

  moment = (label: string): Promise<void> => this.scheduler.schedule(Promise.resolve(), label)

  /** A process that sends what is owed, until it is done or dies. */
  async worker(death?: Death): Promise<Delivery> {
    let dealings = 0
    let isDead = false
    /** One dealing with the world outside: it is asked, carried out, and answered, each in its own time. */
    const dealing = async <Answer>(label: string, carryOut: () => Promise<Answer>): Promise<Answer> => {
      await this.moment(`${label} asked`)
      if (isDead) return never
      dealings += 1
      isDead = dealings === death?.at
      if (isDead && !death?.after) return never
      const answer = await carryOut()
      await this.moment(`${label} answered`)
      return isDead ? never : answer
    }

    const log = memoryLog(this.entries)
    const book = await openBook({
      log: { read: (after) => dealing('read', () => log.read(after)), append: (tail, entry) => dealing(`append ${entry.id}`, () => log.append(tail, entry)) },
      subject: deliveryLog,
      logger: quiet,
    })
    return startDelivery({
      book,
      owed: (...asked) => parcelsOf(this.due)(...asked),
      compose: cardOf,
      post: {
        post: (to, card, key) => {
          const begunAt = this.time.passedMs
          // A request that took too long was cut off on its way.
          return dealing(`post ${key}`, async () => (this.time.passedMs - begunAt > postMs ? { kind: 'unknown' } : this.chat.post(to, card, key)))
        },
        find: (to, key) => dealing(`find ${key}`, () => this.chat.find(to, key)),
      },
      clock: { now: () => this.time.now },
      stopwatch: () => this.time.passedMs,
      dayAt,
      logger: quiet,
      worker: `worker${(this.workers += 1)}`,
      claimMs,
      postMs,
    })
  }

  /** Processes start, sweep twice, and the time moves as it likes among them. */
  async round(deaths: readonly (Death | undefined)[], move: (() => void)[]): Promise<void> {
    for (const death of deaths) {
      const sweeping = this.worker(death).then(async (delivery) => {
        await delivery.sweep()
        await delivery.sweep()
      })
      // What a dead process would say in the end is nothing to anybody.
      sweeping.catch((error: unknown) => death === undefined && this.failures.push(error))
    }
    for (const step of move) void this.moment('time moves').then(step)
    await this.scheduler.waitIdle()
  }

  /** Days on which nothing goes wrong. */
  async calmDays(count: number): Promise<void> {
    this.chat.turns = []
    for (let day = 0; day < count; day += 1) {
      this.time.pass(aDayMs)
      await this.round([undefined], [])
    }
  }

  expectEachOnce(): void {
    expect(this.failures).toEqual([])
    const told = this.chat.told()
    expect(new Set(told).size).toBe(told.length)
    for (const { key } of this.due) expect(told.filter((each) => each === key)).toHaveLength(1)
    const keys = this.chat.shown.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(verifyLog(this.entries)).toMatchObject({ ok: true })
  }
}

const anyDeath = fc.option(fc.record({ at: fc.integer({ min: 1, max: 14 }), after: fc.boolean() }), { nil: undefined })
const anyNotice = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'prompt1', 'prompt2'), to: fc.integer({ min: 1, max: 3 }) })
const anyDue = fc.uniqueArray(anyNotice.map(({ name, to }) => notice(`${name}-${to}`, to)), { selector: ({ key }) => key, maxLength: 6 })
const anyTurns = fc.array(fc.constantFrom<Turn>('posted', 'posted', 'posted', 'answer-lost', 'request-lost', 'throws', 'later', 'unreachable'), { maxLength: 8 })
const anyRounds = <Move>(workers: number, moves: fc.Arbitrary<Move>) =>
  fc.array(fc.record({ due: anyDue, deaths: fc.array(anyDeath, { minLength: workers, maxLength: workers }), moves: fc.array(moves, { maxLength: 3 }), rest: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  })

it('two processes that die wherever they like tell everybody everything that is due, once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), anyRounds(2, fc.constantFrom(1000, 9000, 21_000, 31_000)), anyTurns, async (scheduler, rounds, turns) => {
      const county = new County(scheduler)
      county.chat.turns = turns
      for (const { due, deaths, moves, rest } of rounds) {
        county.due = due
        await county.round(deaths, moves.map((ms) => () => county.time.pass(ms)))
        if (rest) county.time.pass(claimMs)
      }
      await county.calmDays(3)
      county.expectEachOnce()
    }),
    { numRuns: Number(process.env['SIMULATIONS'] ?? 150) },
  )
})

it('one process on a sandbox whose clock jumps does, too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), anyRounds(1, fc.constantFrom(1000, aDayMs, 7 * aDayMs, -aDayMs)), anyTurns, async (scheduler, rounds, turns) => {
      const county = new County(scheduler)
      county.chat.turns = turns
      for (const { due, deaths, moves, rest } of rounds) {
        county.due = due
        await county.round(deaths, moves.map((ms) => () => county.time.jump(ms)))
        if (rest) county.time.pass(claimMs)
      }
      await county.calmDays(8)
      county.expectEachOnce()
    }),
    { numRuns: Number(process.env['SIMULATIONS'] ?? 150) },
  )
})
