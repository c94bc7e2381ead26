// The bot as one process of a simulated day: the product's own books, reminders and delivery, on a line, a clock and a chat that fail.
import type { PlanIntent } from '#src/ledger/intent.ts'
import { startDelivery, type Delivery, type DeliveryNeeds } from '#src/delivery/deliver.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { Log } from '#src/ledger/log.ts'
import { openLedgers, type LedgerParts, type Ledgers } from '#src/ledgers.ts'
import { deliveryKey, deliverySubject } from '#src/log-subjects.ts'
import type { Post } from '#src/post.ts'
import { reminding } from '#src/reminding.ts'
import { openBook, type Recorded, type Settled } from '#src/store/book.ts'
import { pause } from '#src/stopwatch.ts'
import { quiet } from '#test/store/quiet.ts'
import type { Life } from './life.ts'
import { plan } from './small-county.ts'
import { workCalendar, zone } from './truth.ts'

export type Record = (id: string, intent: PlanIntent) => Promise<Settled<PlanEvent>>
export type Process = { life: Life; record: Record }
/** Where a mistake can be planted: the line to the store, what delivery is given, how an answer is recorded. */
export type Twist = { log?: (log: Log) => Log; needs?: (needs: DeliveryNeeds, life: Life) => DeliveryNeeds; record?: (record: Record, life: Life) => Record; answer?: (recorded: Recorded<PlanEvent>) => Recorded<PlanEvent> }
export type ProcessParts = { life: Life; logOf: (life: Life, key: string) => Log; snapshotOf?: LedgerParts['snapshotOf']; post: Post; twist?: Twist }

/** Starts, and sweeps as long as it lives. Throws as the product does. */
export async function startProcess({ life, logOf, snapshotOf, post, twist = {} }: ProcessParts): Promise<Process> {
  const { stopwatch, world } = life
  const clock = { now: world.now }
  const parts = { logger: quiet, stopwatch }
  const lineTo = (key: string): Log => twist.log?.(logOf(life, key)) ?? logOf(life, key)
  const ledgers = await openLedgers({ ...parts, logOf: lineTo, snapshotOf })
  const book = await openBook({ ...parts, log: lineTo(deliveryKey), subject: deliverySubject })
  const { owed } = reminding(ledgers, zone)
  const needs: DeliveryNeeds = {
    ...parts, book, owed, post, clock, worker: life.name, refresh: ledgers.catchUp,
    compose: ({ key }) => ({ text: key }), dayAt: (at) => workCalendar.dayAt(at, zone),
  }
  const delivery = startDelivery(twist.needs?.(needs, life) ?? needs)
  void sweeps(life, ledgers, delivery)
  const record: Record = async (id, intent) => {
    const at = clock.now()
    const recorded = await ledgers.recordPlan(plan, id, { at, on: workCalendar.dayAt(at, zone), by: 'system', via: 'command' }, intent)
    return settled(twist.answer?.(recorded) ?? recorded)
  }
  return { life, record: twist.record?.(record, life) ?? record }
}

const settled = async (recorded: Recorded<PlanEvent>): Promise<Settled<PlanEvent>> => (recorded.ok === 'unknown' ? recorded.settled : recorded)

async function sweeps({ stopwatch, world }: Life, ledgers: Ledgers, delivery: Delivery): Promise<never> {
  for (;;) {
    await ledgers.catchUp()
    await delivery.sweep().catch(() => undefined)
    await pause(stopwatch, world.isCalm ? 31_000 : world.between(3000, 25_000))
  }
}
