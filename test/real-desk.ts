// The product's own desk over books that write to logs of memory: for what a desk of plans in memory cannot show.
import { boardsOf } from '#src/boards.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { deskFor, type DeskParts } from '#src/desk.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { personOf } from '#src/directory/directory.ts'
import type { Handle } from '#src/directory/handle.ts'
import { DraftId, type Draft } from '#src/ledger/draft.ts'
import type { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { Imported } from '#src/ledger/plan.ts'
import type { Look } from '#src/ledger/positions.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { openLedgers, type Ledgers } from '#src/ledgers.ts'
import { pastOf, type Past } from '#src/past.ts'
import { read } from '#src/reader/read.ts'
import { machineStopwatch, type Stopwatch } from '#src/stopwatch.ts'
import type { Looks } from '#src/store/looks.ts'
import { nineOn, stampOf } from './builders.ts'
import { memoryLog, type MemoryLog } from './store/memory-log.ts'
import { quiet } from './store/quiet.ts'

export type RealDesk = {
  ledgers: Ledgers
  person: (name: string) => PersonId
  /** Each a minute later than the one before on its day. */
  change: (on: string, intent: DirectoryIntent) => Promise<void>
  open: (on: string, plan: Omit<Imported, 'type'>) => Promise<PlanId>
  record: (on: string, plan: PlanId, intent: PlanIntent, by?: Actor) => Promise<void>
  /** As a process that goes on has it. @param now left out: 18:00 of the day */
  deskAt: (on: string, name: string, now?: Instant) => Desk
  /** What is written to a log, and how it fails. */
  log: (key: string) => MemoryLog
  /** A log takes what the act records, the answer is lost, and from then on nothing is heard of it. */
  losing: <Answer>(key: string, act: () => Promise<Answer>) => Promise<Answer>
  /** How often the past was folded again. */
  folds: () => number
  /** The process ends and begins again: the logs stand, and so do the looks. */
  restart: () => Promise<void>
}

/** @param people units and who is registered, on the first day of 2026 that is worked on */
export async function realDesk(units: readonly string[], people: readonly string[], stopwatch: Stopwatch = machineStopwatch): Promise<RealDesk> {
  const logs = new Map<string, MemoryLog>()
  const logOf = (key: string): MemoryLog => {
    const log = logs.get(key) ?? memoryLog()
    logs.set(key, log)
    return log
  }
  const looked = new Map<string, Look[]>()
  const looks: Looks = {
    before: ({ id }) => Promise.resolve(looked.get(id)?.at(-1)),
    begun: ({ id }, at) => Promise.resolve(looked.get(id)?.find((look) => look.at === at) ?? { at }),
    mark: ({ id }, at, seen) => Promise.resolve(void looked.set(id, [...(looked.get(id) ?? []), { at, seen }])),
  }
  let folds = 0
  // Of everybody's: nobody looks for what waits here.
  const drafts = new Map<DraftId, Draft>()
  const keptDrafts: DeskParts['drafts'] = {
    keep: async (draft) => {
      const id = DraftId.parse(`d9${String(drafts.size).padStart(5, '0')}`)
      drafts.set(id, { ...draft, corrections: [] })
      return Promise.resolve(id)
    },
    find: async (id) => Promise.resolve(drafts.get(id)), of: async () => Promise.resolve([]),
    drop: async () => never(), correct: async () => never(),
  }
  const never = async (): Promise<never> => Promise.reject(new Error('not asked for here'))
  const partsOf = (ledgers: Ledgers): DeskParts => ({
    ledgers, boards: boardsOf(ledgers), looks, drafts: keptDrafts, read: async (text, options) => Promise.resolve(read(text, options)),
    past: ((past): Past => async (moment) => {
      folds += 1
      return past(moment)
    })(pastOf(ledgers)),
    words: { keep: never, find: never, of: async () => Promise.resolve([]) }, evidence: { keep: never, find: never, whereIs: String },
  })
  let ledgers = await openLedgers({ logger: quiet, logOf, stopwatch })
  let parts = partsOf(ledgers)
  let nth = 0
  const id = (): string => `i${(nth += 1)}`
  const stamp = (on: string, by: Actor = 'system') => stampOf(on, by, addMs(nineOn(on), nth * 60_000))
  const handleOf = (name: string): Handle => ({ platform: 'slack', id: `U0${name}` })
  const person = (name: string): PersonId => {
    const found = personOf(ledgers.directory(), handleOf(name))
    if (found === undefined) throw new Error(`nobody is called ${name}`)
    return found.id
  }
  const change: RealDesk['change'] = async (on, intent) => {
    const recorded = await ledgers.recordDirectory(id(), stamp(on), intent)
    if (recorded.ok !== true) throw new Error(`${intent.type} was not recorded`)
  }
  const record: RealDesk['record'] = async (on, plan, intent, by) => {
    const recorded = await ledgers.recordPlan(plan, id(), stamp(on, by), intent)
    if (recorded.ok !== true) throw new Error(`${intent.type} was not recorded`)
  }
  await change('2026-01-05', { type: 'add-units', units: units.map((name) => ({ name, aliases: [] })) })
  for (const name of people) await change('2026-01-05', { type: 'add-person', name, handle: handleOf(name) })
  return {
    get ledgers() {
      return ledgers
    },
    person, change, record,
    async open(on, plan) {
      const draft = DraftId.parse(`d${String(nth).padStart(6, '0')}`)
      await change(on, { type: 'open-plan', draft, hash: `h${nth}` })
      const opened = await ledgers.planOf(draft)
      if (opened === undefined) throw new Error('the plan was not opened')
      await record(on, opened, { type: 'import', plan })
      return opened
    },
    deskAt: (on, name, now = addMs(nineOn(on), 9 * 60 * 60_000)) => deskFor(parts, { handle: handleOf(name), intentId: id(), lang: 'zh', via: 'command', now }),
    log: logOf,
    async losing(key, act) {
      const log = logOf(key)
      const { held, carryOut } = log.holdNext()
      log.fail('answer-lost')
      const answer = act()
      await held
      log.setAway(true)
      carryOut()
      return answer
    },
    folds: () => folds,
    async restart() {
      ledgers = await openLedgers({ logger: quiet, logOf, stopwatch })
      parts = partsOf(ledgers)
    },
  }
}
