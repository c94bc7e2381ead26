import { beforeEach, describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { startDelivery, type Delivery, type DeliveryNeeds, type SweepResult } from '#src/delivery/deliver.ts'
import { unpaced } from '#src/delivery/pace.ts'
import { deliveryLog } from '#src/delivery/delivery-log.ts'
import type { Post, Posted } from '#src/post.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { machineStopwatch } from '#src/stopwatch.ts'
import { openBook } from '#src/store/book.ts'
import { memoryLog, type MemoryLog } from '#test/store/memory-log.ts'
import { quiet } from '#test/store/quiet.ts'
import { cardOf, Chat, dayAt, notice, parcelsOf, person, Time } from './county.ts'

let log: MemoryLog
let chat: Chat
let time: Time
let due: Notice[]
let workers: number

beforeEach(() => {
  log = memoryLog()
  chat = new Chat()
  time = new Time()
  due = []
  workers = 0
})

const claimMs = 30_000

async function started(needs: Partial<DeliveryNeeds> = {}): Promise<Delivery> {
  const book = await openBook({ log, subject: deliveryLog, logger: quiet })
  return startDelivery({
    book,
    owed: (...asked) => parcelsOf(due)(...asked),
    compose: cardOf,
    post: chat,
    clock: { now: () => time.now },
    pace: unpaced,
    stopwatch: { passedMs: () => time.passedMs, after: machineStopwatch.after },
    refresh: () => Promise.resolve(true),
    dayAt,
    logger: quiet,
    worker: `worker${(workers += 1)}`,
    claimMs,
    postMs: 40,
    ...needs,
  })
}

const written = (): string[] => log.entries().map(({ id }) => id.split('/')[0] ?? '')

describe('a message that is owed', () => {
  it('is sent once, however often it is asked for', async () => {
    due = [notice('a')]
    const delivery = await started()
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    expect(await delivery.sweep()).toMatchObject({ delivered: 0, held: 0 })
    expect(chat.told()).toEqual(['a'])
    expect(written()).toEqual(['claimed', 'delivered'])
  })

  it('is not sent again after a restart', async () => {
    due = [notice('a')]
    await (await started()).sweep()
    await (await started()).sweep()
    expect(chat.told()).toEqual(['a'])
  })

  it('is known by its place afterwards, to be drawn again', async () => {
    due = [notice('a')]
    const delivery = await started()
    await delivery.sweep()
    const sent = { key: 'digest/u1/2026-06-30', to: person(1), notices: due, conversation: 'D-u1', ts: '1', at: time.now }
    expect(delivery.sent('D-u1', '1')).toEqual(sent)
    expect((await started()).sent('D-u1', '1')).toEqual(sent)
    expect(delivery.sent('D-u1', '2')).toBeUndefined()
  })

  it('waits for nobody else: one person who cannot be reached keeps no other from being told', async () => {
    due = [notice('a', 1), notice('b', 2), notice('c', 3)]
    chat.turns = ['unreachable', 'throws']
    expect(await (await started()).sweep()).toMatchObject({ unreachable: 1, unknown: 1, delivered: 1 })
  })

  it('goes to the most urgent first', async () => {
    due = Array.from({ length: 9 }, (_, index) => notice(`n${index + 1}`, index + 1))
    await (await started()).sweep()
    expect(chat.told()).toEqual(due.map(({ key }) => key))
  })
})

describe('a message that is no longer owed once it is claimed', () => {
  it('is not sent', async () => {
    due = [notice('a')]
    const delivery = await started({ compose: (parcel) => {
      due = []
      return cardOf(parcel)
    } })
    expect(await delivery.sweep()).toMatchObject({ dropped: 1, delivered: 0 })
    expect(chat.shown).toEqual([])
    expect(written()).toEqual(['claimed', 'released'])
  })

  it('is sent as it is owed now, at the next sweep', async () => {
    due = [notice('a')]
    const delivery = await started({ compose: (parcel) => {
      due = [notice('a'), notice('b')]
      return cardOf(parcel)
    } })
    await delivery.sweep()
    expect(chat.shown).toEqual([])
    await delivery.sweep()
    expect(chat.told()).toEqual(['a', 'b'])
  })
})

describe('a post of which nobody knows whether it arrived', () => {
  it.each(['answer-lost', 'hangs'] as const)('is looked for when the claim is over, found, and not sent again: %s', async (turn) => {
    due = [notice('a')]
    chat.turns = [turn]
    const delivery = await started()
    expect(await delivery.sweep()).toMatchObject({ unknown: 1 })
    expect(await delivery.sweep()).toMatchObject({ delivered: 0, found: 0 })
    expect(chat.searches).toBe(0)
    time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ found: 1, delivered: 0 })
    expect(chat.told()).toEqual(['a'])
    expect(delivery.sent('D-u1', '1')).toMatchObject({ notices: due })
  })

  it.each(['request-lost', 'throws'] as const)('is looked for when the claim is over, not found, and sent: %s', async (turn) => {
    due = [notice('a')]
    chat.turns = [turn]
    const delivery = await started()
    expect(await delivery.sweep()).toMatchObject({ unknown: 1 })
    time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    expect(chat.told()).toEqual(['a'])
  })

  it('is not sent again as long as the chat cannot be searched', async () => {
    due = [notice('a')]
    chat.turns = ['answer-lost']
    chat.canBeSearched = false
    const delivery = await started()
    await delivery.sweep()
    time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ failed: 1, delivered: 0 })
    chat.canBeSearched = true
    expect(await delivery.sweep()).toMatchObject({ found: 1 })
    expect(chat.told()).toEqual(['a'])
  })

  it('is no more looked for once the account is closed: the person is unreachable, and tried the next day', async () => {
    due = [notice('a')]
    chat.turns = ['request-lost', 'unreachable']
    let isClosed = true
    const delivery = await started({ post: { post: async (to, card, key) => chat.post(to, card, key), find: async (to, key) => (isClosed ? { kind: 'unreachable', why: 'user_disabled' } : chat.find(to, key)) } })
    await delivery.sweep()
    time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ unreachable: 1, failed: 0 })
    expect([...delivery.unreachable().keys()]).toEqual([person(1)])
    expect(await delivery.sweep()).toMatchObject({ unreachable: 0, failed: 0, delivered: 0 })
    isClosed = false
    chat.turns = []
    time.pass(24 * 60 * 60 * 1000)
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    expect(chat.told()).toEqual(['a'])
  })

  it('keeps its notices out of the next day’s message until it is known', async () => {
    due = [notice('a')]
    chat.turns = ['answer-lost']
    chat.canBeSearched = false
    const delivery = await started()
    await delivery.sweep()
    time.pass(24 * 60 * 60 * 1000)
    due = [notice('a'), notice('b')]
    await delivery.sweep()
    expect(chat.told()).toEqual(['a', 'b'])
  })

  it('is left alone when the clock of a sandbox jumps while it is on its way', async () => {
    due = [notice('a')]
    chat.turns = ['answer-lost']
    const delivery = await started()
    await delivery.sweep()
    time.jump(7 * 24 * 60 * 60 * 1000)
    await delivery.sweep()
    expect(chat.searches).toBe(0)
    time.pass(claimMs)
    await delivery.sweep()
    expect(chat.told()).toEqual(['a'])
  })
})

describe('a claim of another worker', () => {
  const claimedBy = async (turn: 'answer-lost' | 'request-lost'): Promise<void> => {
    due = [notice('a')]
    chat.turns = [turn]
    await (await started()).sweep()
  }

  it('is respected until it is over', async () => {
    await claimedBy('request-lost')
    const other = await started()
    time.pass(claimMs - 1)
    expect(await other.sweep()).toMatchObject({ delivered: 0 })
    time.pass(1)
    expect(await other.sweep()).toMatchObject({ delivered: 1 })
  })

  it('does not hold for days when the clock has gone back since', async () => {
    time.jump(7 * 24 * 60 * 60 * 1000)
    await claimedBy('answer-lost')
    time.jump(-7 * 24 * 60 * 60 * 1000)
    const other = await started()
    time.pass(claimMs)
    expect(await other.sweep()).toMatchObject({ found: 1 })
    expect(chat.told()).toEqual(['a'])
  })
})

describe('a claim that took too long to get', () => {
  it.each(['pass', 'jump'] as const)('is given back without a post (the time did %s)', async (how) => {
    due = [notice('a')]
    const delivery = await started({ owed: (now, told, only) => {
      if (only !== undefined) time[how](claimMs)
      return parcelsOf(due)(addMs(now, 0), told, only)
    } })
    expect(await delivery.sweep()).toMatchObject({ later: 1 })
    expect(chat.shown).toEqual([])
    expect(written()).toEqual(['claimed', 'released'])
  })
})

describe('a platform that says not now', () => {
  it('is left alone for as long as it asked, for that person', async () => {
    due = [notice('a', 1), notice('b', 2)]
    chat.turns = ['later']
    const delivery = await started()
    expect(await delivery.sweep()).toMatchObject({ later: 1, delivered: 1 })
    time.pass(999)
    expect(await delivery.sweep()).toMatchObject({ later: 1, delivered: 0 })
    time.pass(1)
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    expect(chat.told()).toEqual(['b', 'a'])
  })
})

describe('a platform that takes nothing from anybody', () => {
  const everybody = Array.from({ length: 60 }, (_, at) => at + 1)
  const refusing = (isRefused: (to: PersonId) => boolean, how: Posted): { post: Post; asked: PersonId[] } => {
    const asked: PersonId[] = []
    return {
      asked,
      post: {
        find: async (to, key) => chat.find(to, key),
        post(to, card, key) {
          asked.push(to)
          return isRefused(to) ? Promise.resolve(how) : chat.post(to, card, key)
        },
      },
    }
  }

  it.each<[string, Posted]>([['says not now', { kind: 'later', afterMs: 60_000 }], ['does not answer', { kind: 'unknown' }]])('and %s is asked a few times a sweep, not once for each', async (_, how) => {
    due = everybody.map((nth) => notice(`n${nth}`, nth))
    const { post, asked } = refusing(() => true, how)
    const delivery = await started({ post })
    const swept = await delivery.sweep()
    expect(asked.length).toBeLessThanOrEqual(10)
    expect(swept.later).toBeGreaterThanOrEqual(50)
    expect(written().length).toBeLessThanOrEqual(20)
  })

  it('keeps nobody else waiting where it was only some: the others come first at the next sweep', async () => {
    due = everybody.map((nth) => notice(`n${nth}`, nth))
    const some = new Set(everybody.slice(0, 20).map(person))
    const { post } = refusing((to) => some.has(to), { kind: 'later', afterMs: 1 })
    const delivery = await started({ post })
    for (let sweep = 0; sweep < 5; sweep += 1) {
      await delivery.sweep()
      time.pass(60_000)
    }
    expect(new Set(chat.shown.map(({ to }) => to)).size).toBe(40)
  })
})

describe('a person who cannot be reached', () => {
  it('is tried once a day, and told everything when they can be', async () => {
    due = [notice('a')]
    chat.turns = ['unreachable', 'unreachable']
    const delivery = await started()
    expect(await delivery.sweep()).toMatchObject({ unreachable: 1 })
    expect(await delivery.sweep()).toMatchObject({ unreachable: 0, delivered: 0 })
    time.pass(24 * 60 * 60 * 1000)
    expect(await delivery.sweep()).toMatchObject({ unreachable: 1 })
    time.pass(24 * 60 * 60 * 1000)
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
  })
})

describe('a store that fails', () => {
  it('is not asked to send what could not be claimed', { timeout: 10_000 }, async () => {
    due = [notice('a')]
    const delivery = await started({ compose: (parcel) => {
      log.setAway(true)
      return cardOf(parcel)
    } })
    expect(await delivery.sweep()).toMatchObject({ failed: 1 })
    await expect(delivery.sweep()).rejects.toThrow()
    expect(chat.shown).toEqual([])
    log.setAway(false)
  })

  it('at the last moment doubles nothing: the message is found when the store is back', { timeout: 10_000 }, async () => {
    due = [notice('a')]
    const delivery = await started({
      post: {
        post: (to, card, key) => {
          log.setAway(true)
          return chat.post(to, card, key)
        },
        find: (to, key) => chat.find(to, key),
      },
    })
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    log.setAway(false)
    time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ found: 1 })
    expect(chat.told()).toEqual(['a'])
  })

  it.each(['answer-lost', 'request-lost', 'late'] as const)('and loses an answer (%s) doubles nothing', async (fault) => {
    due = [notice('a')]
    log.fail(fault, 'none', fault)
    expect(await (await started()).sweep()).toMatchObject({ delivered: 1 })
    expect(chat.told()).toEqual(['a'])
    expect(written()).toEqual(['claimed', 'delivered'])
  })
})

describe('a card that cannot be made', () => {
  it('is not claimed, and keeps nobody else from being told', async () => {
    due = [notice('a', 1), notice('b', 2)]
    const delivery = await started({ compose: (parcel) => {
      if (parcel.to === person(1)) throw new Error('a bug in a template')
      return cardOf(parcel)
    } })
    expect(await delivery.sweep()).toMatchObject({ failed: 1, delivered: 1 })
    expect(written()).toEqual(['claimed', 'delivered'])
  })
})

describe('sweeps', () => {
  it('do not overlap; one that is under way sees what fell due meanwhile', async () => {
    due = [notice('a', 1)]
    const asked: Promise<SweepResult>[] = []
    const delivery: Delivery = await started({ compose: (parcel) => {
      due = [notice('a', 1), notice('b', 2)]
      if (asked.length === 0) asked.push(delivery.sweep(), delivery.sweep())
      return cardOf(parcel)
    } })
    const first = delivery.sweep()
    expect(await first).toMatchObject({ delivered: 2 })
    const [second, third] = asked
    expect(second).toBe(third)
    expect(await second).toMatchObject({ delivered: 0 })
    expect(chat.told()).toEqual(['a', 'b'])
  })

  it('stop beginning anything once drained, and finish what was begun', async () => {
    due = Array.from({ length: 9 }, (_, index) => notice(`n${index + 1}`, index + 1))
    const delivery = await started()
    const sweeping = delivery.sweep()
    const draining = delivery.drain()
    const { delivered, later } = await sweeping
    await draining
    expect(delivered + later).toBe(9)
    expect(chat.shown).toHaveLength(delivered)
    expect(await delivery.sweep()).toMatchObject({ delivered: 0 })
    expect(log.entries()).toHaveLength(2 * delivered)
  })
})
