// One simulated day, and what was wrong with it.
import { Instant, type Day } from '#src/calendar/day.ts'
import type { LogEntry } from '#src/ledger/log.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'
import { planKey } from '#src/log-subjects.ts'
import { opensWeek } from '#src/reminders/patience.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { firstToldOn, isOldNews } from '#src/reminders/old-news.ts'
import { chaseKey } from '#src/reminders/parcels.ts'
import { isToldAtOtherMark } from '#src/reminders/told-at-mark.ts'
import { isToldTheDayBefore } from '#src/reminders/told-the-day-before.ts'
import type { Settled } from '#src/store/book.ts'
import type { KeptSnapshot } from '#src/store/snapshot.ts'
import { verifyLog } from '#src/store/verify.ts'
import { Life } from './life.ts'
import { startProcess, type Process, type Twist } from './process.ts'
import { simulatedSlack, type Visible } from './simulated-slack.ts'
import { simulatedStore } from './simulated-store.ts'
import { acts, plan, snapshotsOf } from './small-county.ts'
import { Truth, workCalendar, zone } from './truth.ts'
import { World } from './world.ts'

export type Faults = { duplicates: string[]; lost: string[]; stale: string[] }
export type Simulated = { faults: Faults; visible: number; entries: number }

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const aDay = 24 * hour
const jumps: readonly [number, ...number[]] = [hour, -hour, aDay, -aDay, 7 * aDay, 8 * hour]

/** @param seed decides everything @param county the logs as the day begins @param twist a mistake to plant */
export async function simulate(seed: number, county: ReadonlyMap<string, readonly LogEntry[]>, twist: Twist = {}): Promise<Simulated> {
  // A day has no pause in which anything else of this program could happen.
  await new Promise((resolve) => void setImmediate(resolve))
  const world = new World(seed, Instant.parse('2026-06-23T00:58:00.000Z'))
  const snapshots = snapshotsOf(county)
  const truth = new Truth(snapshots)
  const faults: Faults = { duplicates: [], lost: [], stale: [] }
  /** As the day began; nobody writes another. */
  const snapshotOf = (key: string): KeptSnapshot => ({ read: () => snapshots.get(key), drop: (why) => Promise.resolve(void faults.lost.push(`the snapshot of ${key}: ${why}`)), grown: () => undefined })

  /** What was due, and whether anything may be sent, when a message was claimed. */
  const atClaim = new Map<string, { due: ReadonlySet<string>; maySend: boolean; notices: readonly string[] }>()
  const keysDue = (): ReadonlySet<string> => new Set(truth.due(world.now()).map(({ key }) => key))
  const written = (key: string, entry: LogEntry): void => {
    for (const event of truth.take(key, entry))
      if (event.type === 'claimed') {
        atClaim.set(event.key, { due: keysDue(), maySend: truth.maySend(world.now()), notices: event.notices.map((notice) => notice.key) })
        // A clock that jumps does most harm while a message is on its way.
        if (world.chance(0.1)) world.after(world.between(0, 12 * second), () => world.jump(world.oneOf(jumps)))
      }
  }
  const appeared = ({ key }: Visible): void => {
    const claimed = atClaim.get(key)
    if (claimed === undefined) faults.stale.push(`${key} was never claimed`)
    else if (!claimed.maySend && !truth.maySend(world.now())) faults.stale.push(`${key} in quiet hours`)
    // What is due by now is asked for only where something was not due when it was claimed.
    const early = (claimed?.notices ?? []).filter((notice) => claimed?.due.has(notice) !== true)
    if (early.length > 0) faults.stale.push(...early.filter((notice) => !keysDue().has(notice)))
  }

  const store = simulatedStore(county, written)
  const slack = simulatedSlack(world, appeared)
  const people = new People(world)
  let lives = 0
  let standing: Process[] = []
  const begin = (): void => {
    const life = new Life(`life${(lives += 1)}`, world)
    // The first reads the logs from their beginning.
    const found = lives === 1 ? {} : { snapshotOf }
    startProcess({ life, logOf: store.logOf, ...found, post: slack.postOf(life), twist }).then((process) => void standing.push(process), () => life.die())
  }

  for (let phases = world.between(1, 4); phases > 0; phases -= 1) {
    standing = standing.filter(({ life }) => !life.isDead)
    for (let count = world.between(1, 2); standing.length < count && count > 0; count -= 1) begin()
    for (let steps = world.between(2, 8); steps > 0; steps -= 1) {
      await world.pass(world.between(second, 30 * second))
      if (world.chance(0.5)) people.act(standing)
      // Many at once, as when a message has just come to all of them: what they say is recorded together.
      if (world.chance(0.25)) for (let count = world.between(3, 8); count > 0; count -= 1) people.act(standing, 10)
      if (world.chance(0.1)) world.jump(world.oneOf(jumps))
      if (world.chance(0.1)) begin()
    }
    if (world.chance(0.3)) standing.forEach(({ life }) => life.die())
    if (world.chance(0.5)) world.jump(world.oneOf(jumps))
  }

  await calmWeek(world, begin, () => standing)
  const told = new Set(slack.visible.flatMap(({ key }) => atClaim.get(key)?.notices ?? []))
  faults.lost.push(...truth.due(world.now()).filter((notice) => !told.has(notice.key) && !isToldAtOtherMark(notice, (key) => told.has(key)) && !isTheMorningAfter(notice.key, truth.delivery.state().told) && !isToldBesides(notice, truth, workCalendar.dayAt(world.now(), zone))).map(({ key }) => key))
  faults.lost.push(...[...truth.delivery.state().told.keys()].filter((key) => !told.has(key)).map((key) => `${key} is said to be delivered`))
  faults.duplicates.push(...repeated(slack.visible.map(({ key }) => key)), ...repeated(slack.visible.flatMap(({ key }) => atClaim.get(key)?.notices ?? [])))
  people.judge(store.entries(planKey(plan)), faults)
  for (const key of store.keys()) if (!verifyLog(store.entries(key)).ok) faults.lost.push(`${key} does not verify`)
  return { faults, visible: slack.visible.length, entries: store.keys().reduce((sum, key) => sum + store.entries(key).length, 0) }
}

/** At the mark before, the morning before; or to others of the unit, while it was news. */
function isToldBesides(notice: Notice, truth: Truth, today: Day): boolean {
  const { told, parcels } = truth.delivery.state()
  const toldOn = (key: string): Day | undefined => told.get(key)
  if (isToldTheDayBefore(notice, toldOn, today, policyOf(truth.ledger.state()), workCalendar)) return true
  return isOldNews(notice, firstToldOn([...truth.directory.state().people.keys()], toldOn), today, (on) => parcels.has(notice.kind === 'nudged' ? chaseKey(notice.to, on) : `digest/${notice.to}/${on}`))
}

/** A mark of a review that comes a working day at most after its unit was first asked to prepare for it. */
function isTheMorningAfter(key: string, told: ReadonlyMap<string, Day>): boolean {
  const [kind, plan, review, on = '', mark = '', ...who] = key.split('/')
  if (kind !== 'review' || !/^\d+$/.test(mark)) return false
  const isOfIt = (parts: readonly string[]): boolean => parts[4] !== 'nothing' && parts.with(4, '').join('/') === [kind, plan, review, on, '', ...who].join('/')
  const [first] = [...told].flatMap(([other, day]) => (isOfIt(other.split('/')) ? day : [])).toSorted()
  const [day = ''] = on.split('~')
  return first !== undefined && workCalendar.workingDaysUntil(workCalendar.addWorkingDays(workCalendar.lastWorkingDayBy(day as Day), -Number(mark)), first) <= 1
}

/** All that can fail has failed; what was owed is told on the days that follow, the beginning of a week among them. */
async function calmWeek(world: World, begin: () => void, standing: () => readonly Process[]): Promise<void> {
  for (const { life } of standing()) life.die()
  world.isCalm = true
  begin()
  const tomorrow = workCalendar.addDays(workCalendar.dayAt(world.now(), zone), 1)
  for (const day of [tomorrow, workCalendar.addDays(tomorrow, 1), ...mondaysAfter(tomorrow)]) {
    world.jump(Date.parse(workCalendar.instantOf(day, '09:01', zone)) - Date.parse(world.now()))
    await world.pass(day === tomorrow ? 2 * minute : 65 * second)
  }
}

/** Two, for a prompt of the first can put off what is chased to the second. */
function mondaysAfter(day: Day): Day[] {
  const next = Array.from({ length: 15 }, (_, ahead) => workCalendar.addDays(day, ahead + 2))
  return next.filter((each) => opensWeek(each, workCalendar)).slice(0, 2)
}

const repeated = (all: readonly string[]): string[] => all.filter((each, index) => all.indexOf(each) !== index)

/** People who answer: once, or twice with one click, here or at another process, and remember what they were told. */
class People {
  readonly #world: World
  readonly #clicks = new Map<string, { answers: Settled<PlanEvent>[]; asked: number }>()

  constructor(world: World) {
    this.#world = world
  }

  act(processes: readonly Process[], withinMs = 2000): void {
    const alive = processes.filter(({ life }) => !life.isDead)
    const [first, ...others] = alive
    if (first === undefined) return
    const [id, intent] = [`click/${this.#clicks.size + 1}`, this.#world.oneOf(acts)]
    const answers: Settled<PlanEvent>[] = []
    const asked = this.#world.chance(0.3) ? 2 : 1
    this.#clicks.set(id, { answers, asked })
    for (let times = asked; times > 0; times -= 1) {
      const { life, record } = this.#world.oneOf([first, ...others])
      life.after(this.#world.between(0, withinMs), () => void record(id, intent).then((answer) => answers.push(answer), () => undefined))
    }
  }

  /** What was called recorded is in the log, once for a click (or for another that said the same at the same time); what was called not recorded is not. */
  judge(entries: readonly LogEntry[], faults: Faults): void {
    for (const [id, { answers, asked }] of this.#clicks) {
      const count = entries.filter((entry) => entry.id.split('~')[0] === id).length
      const unfounded = answers.some((answer) => answer.ok && answer.events.length > 0 && !isWhatStands(entries[answer.position - 1], answer.events))
      if (count > 1) faults.duplicates.push(`${id} is recorded ${count} times`)
      if (unfounded) faults.lost.push(`${id} was called recorded`)
      // Given twice, it can be refused once and recorded by one that dies before it answers: whoever gives it again finds it on the card.
      if (count > 0 && answers.length === asked && answers.every((answer) => !answer.ok && answer.refusal.code === 'cannot-record'))
        faults.lost.push(`${id} was called not recorded`)
    }
  }
}

const isWhatStands = (entry: LogEntry | undefined, events: readonly PlanEvent[]): boolean => entry !== undefined && entry.body.includes(`"events":${JSON.stringify(events)}`)
