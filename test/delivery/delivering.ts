// A delivery in a small world, and what it wrote.
import { startDelivery, type Delivery, type DeliveryNeeds } from '#src/delivery/deliver.ts'
import { unpaced } from '#src/delivery/pace.ts'
import { deliveryLog } from '#src/delivery/delivery-log.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { machineStopwatch } from '#src/stopwatch.ts'
import { openBook } from '#src/store/book.ts'
import { memoryLog } from '#test/store/memory-log.ts'
import { quiet } from '#test/store/quiet.ts'
import { cardOf, Chat, dayAt, parcelsOf, Time } from './county.ts'

export const claimMs = 30_000

/** One delivery's circumstances: what falls due, the chat, the time, the log that outlives its workers. */
export class Delivering {
  readonly log = memoryLog()
  readonly chat = new Chat()
  readonly time = new Time()
  due: Notice[] = []
  #workers = 0

  /** Another worker on the same log. */
  async started(needs: Partial<DeliveryNeeds> = {}): Promise<Delivery> {
    const book = await openBook({ log: this.log, subject: deliveryLog, logger: quiet })
    return startDelivery({
      book,
      owed: (...asked) => parcelsOf(this.due)(...asked),
      compose: cardOf,
      post: this.chat,
      clock: { now: () => this.time.now },
      pace: unpaced,
      stopwatch: { passedMs: () => this.time.passedMs, after: machineStopwatch.after },
      refresh: () => Promise.resolve(true),
      dayAt,
      logger: quiet,
      worker: `worker${(this.#workers += 1)}`,
      claimMs,
      postMs: 40,
      ...needs,
    })
  }

  written(): string[] {
    return this.log.entries().map(({ id }) => id.split('/')[0] ?? '')
  }
}
