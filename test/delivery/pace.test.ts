import { describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { startDelivery } from '#src/delivery/deliver.ts'
import { deliveryLog } from '#src/delivery/delivery-log.ts'
import { pacing, slackPace, unpaced } from '#src/delivery/pace.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { openBook } from '#src/store/book.ts'
import { Life } from '#test/simulation/life.ts'
import { World } from '#test/simulation/world.ts'
import { memoryLog } from '#test/store/memory-log.ts'
import { quiet } from '#test/store/quiet.ts'
import { cardOf, Chat, dayAt, notice, parcelsOf, person, type Turn } from './county.ts'

describe('the pace of messages', () => {
  it('lets a burst go at once, then one a second', () => {
    let passed = 5000
    const pace = pacing(slackPace, { passedMs: () => passed, after: () => () => undefined })
    for (let nth = 1; nth <= slackPace.burst; nth += 1) {
      expect([nth, pace.readyIn(person(nth))]).toEqual([nth, 0])
      pace.took(person(nth))
    }
    expect(pace.readyIn(person(99))).toBe(1000)
    passed += 400
    expect(pace.readyIn(person(99))).toBe(600)
    passed += 600
    expect(pace.readyIn(person(99))).toBe(0)
  })

  it('is a burst again after as long a rest', () => {
    let passed = 0
    const pace = pacing(slackPace, { passedMs: () => passed, after: () => () => undefined })
    for (let nth = 1; nth <= 40; nth += 1) pace.took(person(nth))
    passed += 60_000
    for (let nth = 1; nth <= slackPace.burst; nth += 1) {
      expect(pace.readyIn(person(nth))).toBe(0)
      pace.took(person(nth))
    }
    expect(pace.readyIn(person(1))).toBeGreaterThan(0)
  })

  it('is one a second in a conversation, and others do not wait for it', () => {
    const pace = pacing(slackPace, { passedMs: () => 0, after: () => () => undefined })
    pace.took(person(1))
    expect([pace.readyIn(person(1)), pace.readyIn(person(2))]).toEqual([1000, 0])
  })

  it('leaves alone whom the platform asked to leave alone, for that long, and nobody else', () => {
    let passed = 0
    const pace = pacing(slackPace, { passedMs: () => passed, after: () => () => undefined })
    pace.hold(person(1), 30_000)
    passed = 29_999
    expect([pace.isHeld(person(1)), pace.isHeld(person(2))]).toEqual([true, false])
    passed = 30_000
    expect(pace.isHeld(person(1))).toBe(false)
  })
})

/** A calm world with one log and one chat, and processes that begin and die in it. */
class Office {
  readonly world = new World(1, Instant.parse('2026-06-30T01:00:00.000Z'))
  readonly chat = new Chat()
  readonly log = memoryLog()
  due: Notice[] = []
  /** When each message was seen, in milliseconds. */
  readonly seenAt = new Map<string, number>()

  constructor(...turns: Turn[]) {
    this.world.isCalm = true
    this.chat.turns = turns
  }

  async process(name: string, pace = slackPace): Promise<{ life: Life; sweep: () => void; drain: () => Promise<void> }> {
    const life = new Life(name, this.world)
    const book = await openBook({ log: this.log, subject: deliveryLog, logger: quiet, stopwatch: life.stopwatch })
    const delivery = startDelivery({
      book, pace, owed: (...asked) => parcelsOf(this.due)(...asked), compose: cardOf, refresh: async () => Promise.resolve(true), logger: quiet, worker: name, dayAt,
      clock: { now: this.world.now }, stopwatch: life.stopwatch,
      post: {
        post: async (to, card, key) => {
          const posted = await this.chat.post(to, card, key)
          await life.ask(() => undefined)
          if (posted.kind === 'posted') this.seenAt.set(key, this.world.passedMs)
          return posted
        },
        find: async (to, key) => this.chat.find(to, key),
      },
    })
    return { life, sweep: () => void delivery.sweep(), drain: delivery.drain }
  }
}

describe('five hundred digests at nine o’clock', () => {
  const everybody = Array.from({ length: 500 }, (_, index) => notice(`n${index + 1}`, index + 1))

  it('leave as a burst and then one a second', async () => {
    const office = new Office()
    office.due = everybody
    ;(await office.process('one')).sweep()
    await office.world.pass(1000)
    expect(office.chat.shown.length).toBeLessThanOrEqual(slackPace.burst + 1)
    expect(office.chat.shown.length).toBeGreaterThanOrEqual(slackPace.burst)
    await office.world.pass(99_000)
    expect(office.chat.shown.length).toBeLessThanOrEqual(slackPace.burst + 100)
    expect(office.chat.shown.length).toBeGreaterThan(slackPace.burst + 90)
    await office.world.pass(400_000)
    expect(office.chat.shown).toHaveLength(500)
  }, 60_000)

  it('reach everybody once when the process dies in the middle and another goes on', async () => {
    const office = new Office()
    office.due = everybody
    const first = await office.process('one')
    first.sweep()
    await office.world.pass(100_000)
    first.life.die()
    expect(office.chat.shown.length).toBeLessThan(200)
    const second = await office.process('two')
    for (let minutes = 0; minutes < 10; minutes += 1) {
      second.sweep()
      await office.world.pass(60_000)
    }
    expect(office.chat.told().toSorted()).toEqual(everybody.map(({ key }) => key).toSorted())
  }, 60_000)

  it('stop at the next message when the process is told to end, and do not go on for minutes', async () => {
    const office = new Office()
    office.due = everybody
    const first = await office.process('one')
    first.sweep()
    await office.world.pass(60_000)
    let isDrained = false
    void first.drain().then(() => {
      isDrained = true
    })
    const shown = office.chat.shown.length
    await office.world.pass(3000)
    expect([isDrained, office.chat.shown.length - shown <= 1]).toEqual([true, true])
  }, 60_000)

  it('let what is urgent go before them, though it came later', async () => {
    const office = new Office()
    office.due = everybody
    ;(await office.process('one')).sweep()
    await office.world.pass(60_000)
    office.due = [...everybody, notice('prompt-1', 400)]
    await office.world.pass(3000)
    expect(office.chat.told()).toContain('prompt-1')
    expect(office.chat.shown.length).toBeLessThan(120)
  }, 60_000)

  it('go on while the platform asks to leave one person alone', async () => {
    const office = new Office('later')
    office.due = everybody.slice(0, 20)
    ;(await office.process('one', unpaced)).sweep()
    await office.world.pass(500)
    expect(office.chat.shown).toHaveLength(19)
  })
})
