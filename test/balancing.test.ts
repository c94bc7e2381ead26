// 对账 over real books and the real rules: days pass, messages arrive or not, and every notice is found on one side or the other.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '#src/calendar/day.ts'
import { balanceOfDay, daysToBalance } from '#src/balancing.ts'
import { deliveryLog, type DeliveryEvent, type DeliveryState } from '#src/delivery/delivery-log.ts'
import { startDelivery, type Delivery } from '#src/delivery/deliver.ts'
import { unpaced } from '#src/delivery/pace.ts'
import { PersonId, type PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { reminding } from '#src/reminding.ts'
import { totalOf, type Balance } from '#src/reminders/balance.ts'
import { machineStopwatch } from '#src/stopwatch.ts'
import { openBook, type Book } from '#src/store/book.ts'
import { cardOf, Chat, Time } from './delivery/county.ts'
import { day, report, task, unitId, workCalendar } from './builders.ts'
import { memoryLog, type MemoryLog } from './store/memory-log.ts'
import { quiet } from './store/quiet.ts'

const zone = 'Asia/Shanghai'
const dayAt = (at: Instant) => workCalendar.dayAt(at, zone)
const at = (on: string, time: string): Instant => workCalendar.instantOf(day(on), time, zone)

let chat: Chat
let time: Time
let ledgers: Ledgers
let deliveries: Book<DeliveryState, DeliveryEvent>
let delivery: Delivery
let plan: PlanId
let acts = 0

const stamp = () => ({ at: time.now, on: dayAt(time.now), by: 'system' as const, via: 'system' as const })
const directory = async (intent: DirectoryIntent): Promise<void> => {
  expect(await ledgers.recordDirectory(`d${(acts += 1)}`, stamp(), intent)).toMatchObject({ ok: true })
}
const record = async (intent: PlanIntent): Promise<void> => {
  expect(await ledgers.recordPlan(plan, `p${(acts += 1)}`, stamp(), intent)).toMatchObject({ ok: true })
}

/** 教育局 and 财政局 each have a task due on Friday 10 July: their marks fall on 1, 7, 9 and 10 July. */
beforeEach(async () => {
  const logs = new Map<string, MemoryLog>()
  const logOf = (key: string): MemoryLog => logs.get(key) ?? (logs.set(key, memoryLog()), logs.get(key) as MemoryLog)
  chat = new Chat()
  time = new Time()
  time.now = at('2026-07-02', '17:00')
  ledgers = await openLedgers({ logOf, logger: quiet })
  deliveries = await openBook({ log: logOf('{delivery}:log'), subject: deliveryLog, logger: quiet })
  for (const name of ['县教育局', '县财政局']) await directory({ type: 'add-units', units: [{ name, aliases: [] }] })
  for (const [nth, [name, unit]] of [['苏晚晴', '县教育局'], ['唐一鸣', '县财政局']].entries()) {
    await directory({ type: 'add-person', name: name ?? '' })
    await directory({ type: 'name-contact', person: PersonId.parse(`u${nth + 1}`), unit: unitId(unit ?? '') })
  }
  await directory({ type: 'open-plan', draft: 'd000001' as DraftId, hash: 'x' })
  plan = (await ledgers.planOf('d000001' as DraftId)) as PlanId
  await record({ type: 'import', plan: { title: '教育强县', zone, period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '', hash: '' }, obligations: [], bodies: [], doubts: [], tasks: [task(1, { due: '2026-07-10', lead: '县教育局' }), task(2, { due: '2026-07-10', lead: '县财政局' })] } })
  await record({ type: 'hand-out' })
  const reminders = reminding(ledgers, zone)
  delivery = startDelivery({
    book: deliveries, refresh: () => Promise.resolve(true), owed: reminders.owed, compose: cardOf, post: chat, clock: { now: () => time.now }, dayAt, logger: quiet, worker: 'one', pace: unpaced,
    claimMs: 30_000, postMs: 40, stopwatch: { passedMs: () => time.passedMs, after: machineStopwatch.after },
  })
  // 17:00: the first messages, so that what follows is about dates alone.
  await delivery.sweep()
})

const sweepAt = async (on: string, clock: string): Promise<void> => {
  time.now = at(on, clock)
  await delivery.sweep()
}
const balance = async (on: string, now: Instant = time.now): Promise<Balance> =>
  balanceOfDay(day(on), { logs: { ...ledgers.entries(), deliveries: deliveries.entries() }, plans: ledgers.plans().values(), calendar: workCalendar, zone, now })
const nothing = { due: 0, sent: 0, late: 0, unsent: 0, lapsed: 0, notOwed: 0, twice: 0 }

describe('the balance of a day', () => {
  it('has the first messages of a hand-out, and the mark in force', async () => {
    expect(totalOf(await balance('2026-07-02'))).toEqual({ ...nothing, due: 4, sent: 4 })
  })
  it('says 应发 = 已发 where all went on its day', async () => {
    await sweepAt('2026-07-07', '09:00')
    expect(totalOf(await balance('2026-07-07', at('2026-07-08', '08:00')))).toEqual({ ...nothing, due: 2, sent: 2 })
  })
  it('says what was not sent, to whom and why', async () => {
    chat.turns = ['unreachable']
    await sweepAt('2026-07-09', '09:00')
    const thursday = await balance('2026-07-09', at('2026-07-10', '08:00'))
    expect(totalOf(thursday)).toEqual({ ...nothing, due: 2, sent: 1, unsent: 1 })
    expect(thursday.unsent).toMatchObject([{ count: 1, why: 'unreachable' }])
  })
  it('finds what a bot that stood still all day owed, and that it went the day after', async () => {
    // A chase of Tuesday goes on Wednesday.
    time.now = at('2026-07-07', '10:00')
    await record({ type: 'nudge', task: 1 as never, unit: unitId('县教育局') })
    expect(totalOf(await balance('2026-07-07', at('2026-07-08', '07:00')))).toEqual({ ...nothing, due: 3, unsent: 3 })
    await sweepAt('2026-07-08', '09:05')
    expect(totalOf(await balance('2026-07-08', at('2026-07-09', '07:00')))).toEqual({ ...nothing, due: 3, late: 3 })
  })
  it('does not ask for what was answered before it was sent', async () => {
    time.now = at('2026-07-07', '09:30')
    await record(report(1, '县教育局'))
    await sweepAt('2026-07-07', '09:40')
    expect(totalOf(await balance('2026-07-07'))).toEqual({ ...nothing, due: 1, sent: 1, lapsed: 1 })
  })
  it('asks each plan again for what its own entries changed, and no other of its notices is lost or counted twice', async () => {
    const first = plan
    await directory({ type: 'open-plan', draft: 'd000002' as DraftId, hash: 'y' })
    plan = (await ledgers.planOf('d000002' as DraftId)) as PlanId
    await record({ type: 'import', plan: { title: '健康强县', zone, period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '', hash: '' }, obligations: [], bodies: [], doubts: [], tasks: [task(1, { due: '2026-07-10', lead: '县教育局' })] } })
    await record({ type: 'hand-out' })
    await delivery.sweep()
    // What is answered in one plan between two messages of the morning is owed no more; the other plan asks as before.
    chat.turns = ['posted', 'later']
    await sweepAt('2026-07-07', '09:00')
    plan = first
    time.now = at('2026-07-07', '09:10')
    await record(report(2, '县财政局'))
    await sweepAt('2026-07-07', '09:20')
    const tuesday = await balance('2026-07-07')
    expect(totalOf(tuesday)).toEqual({ ...nothing, due: 2, sent: 2, lapsed: 1 })
    expect(tuesday.plans.map(({ sent }) => sent)).toEqual([1, 1])
  })
  it('keeps a day as it was, whatever happens afterwards', async () => {
    await sweepAt('2026-07-07', '09:00')
    const before = await balance('2026-07-07', at('2026-07-08', '00:00'))
    time.now = at('2026-07-08', '10:00')
    await record(report(1, '县教育局'))
    await directory({ type: 'add-person', name: '贺知秋' })
    expect(await balance('2026-07-07')).toEqual(before)
  })
  it('finds a message that nothing asked for, and one that came twice', async () => {
    await sweepAt('2026-07-07', '09:00')
    const [parcel] = [...deliveries.state().parcels.values()].filter(({ key }) => key.startsWith('digest/'))
    const [notice] = parcel?.notices ?? []
    if (parcel === undefined || notice === undefined) throw new Error('no digest')
    const write = async (id: string, ...events: DeliveryEvent[]): Promise<unknown> => deliveries.record(id, { ...stamp(), at: time.now }, () => ({ ok: true, events }))
    const posted = (key: string) => ({ type: 'delivered' as const, key, conversation: 'D', ts: key, at: time.now })
    await write('again', { type: 'claimed', key: 'again', to: parcel.to, notices: [notice], worker: 'two', until: time.now }, posted('again'))
    await write('stray', { type: 'claimed', key: 'stray', to: parcel.to, notices: [{ ...notice, key: 'stray' }], worker: 'two', until: time.now }, posted('stray'))
    expect(totalOf(await balance('2026-07-07'))).toEqual({ ...nothing, due: 2, sent: 2, notOwed: 1, twice: 1 })
  })
  it('of today counts what is owed now', async () => {
    chat.turns = ['later']
    await sweepAt('2026-07-07', '09:00')
    const now = await balance('2026-07-07')
    expect(totalOf(now)).toEqual({ ...nothing, due: 2, sent: 1, unsent: 1 })
    expect(now.unsent).toMatchObject([{ why: 'waiting' }])
  })
  it('leaves the ledgers as they are', async () => {
    const before = structuredClone(ledgers.plans().get(plan))
    await balance('2026-07-07')
    expect(ledgers.plans().get(plan)).toEqual(before)
  })
})

describe('which days are balanced', () => {
  const kept = (...days: string[]): ReadonlyMap<ReturnType<typeof day>, Balance> => new Map(days.map((on) => [day(on), { day: day(on), plans: [], unsent: [] }]))
  const days = (today: string, ...before: string[]) => daysToBalance(kept(...before), day(today), workCalendar)
  it('the working day before, on a working day', () => {
    expect(days('2026-07-08', '2026-07-06')).toEqual(['2026-07-07'])
    expect(days('2026-07-13', '2026-07-09')).toEqual(['2026-07-10'])
    expect(days('2026-07-11', '2026-07-09')).toEqual([])
  })
  it('all those since the last, where the bot stood still', () => expect(days('2026-07-10', '2026-07-06')).toEqual(['2026-07-07', '2026-07-08', '2026-07-09']))
  it('each of them too where a clock that ran a year ahead has kept days that are still to come', () => {
    expect(days('2026-07-10', '2026-07-07', '2027-07-08')).toEqual(['2026-07-08', '2026-07-09'])
  })
  it('none again', () => expect(days('2026-07-08', '2026-07-07')).toEqual([]))
  it('the last one alone, where there never was one', () => expect(days('2026-07-08')).toEqual(['2026-07-07']))
})
