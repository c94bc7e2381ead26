// The books of this process: the directory's, and one a plan, opened as plans are found in the directory.
import type { Logger } from 'pino'
import { calendar, type Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { announcedDaysOff, withAnnounced } from '#src/calendar/days-off.ts'
import { decideDirectory, planOfDraft, type Directory, type DirectoryEvent } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { directoryStanding } from '#src/directory/on-day.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { Log } from '#src/ledger/log.ts'
import { onlyPart } from '#src/ledger/only-part.ts'
import { hasOpenWork } from '#src/ledger/succeeded-units.ts'
import type { PlanEvent, PlanState } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Stopwatch } from '#src/stopwatch.ts'
import { openBook, type Book, type Recorded } from '#src/store/book.ts'
import type { Entry, Subject } from '#src/store/folded-log.ts'
import type { Row } from '#src/store/row.ts'
import type { KeptSnapshot } from '#src/store/snapshot.ts'
import { importedPlans } from './imported-plans.ts'
import { directoryKey, directorySubject, planKey, planSubject } from './log-subjects.ts'

export type Ledgers = {
  /** As it was recorded: what is decided is decided on it. */
  directory: () => Directory
  /** As it stands on a day: who is away, who stands in. What is shown, asked and permitted goes by it. */
  directoryOn: (day: Day) => Directory
  /** By what was published and what was announced here. */
  calendar: () => Calendar
  /** Plans whose import is recorded, in the order they were opened. */
  plans: () => ReadonlyMap<PlanId, PlanState>
  recordDirectory: (id: string, stamp: Stamp, intent: DirectoryIntent) => Promise<Recorded<DirectoryEvent>>
  recordPlan: (plan: PlanId, id: string, stamp: Stamp, intent: PlanIntent) => Promise<Recorded<PlanEvent>>
  /** The plan of a draft once `open-plan` is recorded, its log open. */
  planOf: (draft: DraftId) => Promise<PlanId | undefined>
  /** All entries of all logs, in their order. */
  entries: () => { directory: Row<Entry<DirectoryEvent>>; plans: ReadonlyMap<PlanId, Row<Entry<PlanEvent>>> }
  /** Changes with every entry: what was worked out under one version holds as long as it stands. */
  version: () => number
  /** 撤并 whose day has come takes effect: in the directory, and in every plan that has something open of the unit. Once done, there is nothing to do. */
  takeEffect: (stamp: Stamp) => Promise<void>
  /** Takes in what other processes wrote; `false` where it cannot be read now, and is left as it stands. */
  catchUp: () => Promise<boolean>
  /** Told of every entry from now on, whoever wrote it, once it is in the state. */
  onRecorded: (listener: () => void) => void
  close: () => Promise<void>
}

/** `snapshotOf`: where the snapshot of a log is kept, if anywhere. */
export type LedgerParts = { logOf: (key: string) => Log; logger: Logger; stopwatch?: Stopwatch; snapshotOf?: ((key: string) => KeptSnapshot) | undefined }

export async function openLedgers({ logOf, snapshotOf, ...parts }: LedgerParts): Promise<Ledgers> {
  const { logger } = parts
  const opened = async <State, Event>(key: string, subject: Subject<State, Event>): Promise<Book<State, Event>> => openBook({ ...parts, log: logOf(key), subject, snapshot: snapshotOf?.(key) })
  const directory = await opened(directoryKey, directorySubject)
  const books = new Map<PlanId, Promise<Book<PlanState, PlanEvent>>>()
  const standing = new Map<PlanId, Book<PlanState, PlanEvent>>()
  const listeners = new Set<() => void>()
  let version = 0
  const tell = (): void => {
    version += 1
    for (const listener of listeners) listener()
  }
  directory.onRecorded(tell)

  const bookOf = async (plan: PlanId): Promise<Book<PlanState, PlanEvent>> => {
    const opening = books.get(plan) ?? opened(planKey(plan), planSubject(plan))
    books.set(plan, opening)
    try {
      const book = await opening
      if (!standing.has(plan)) {
        book.onRecorded(tell)
        version += 1
      }
      standing.set(plan, book)
      return book
    } catch (error) {
      books.delete(plan)
      throw error
    }
  }
  const openAll = async (): Promise<void> => {
    for (const plan of directory.state().plans.keys()) await bookOf(plan)
  }
  await openAll()

  /** Answers whether the log took all of it; whatever comes behind what it did not take would wait as long. */
  async function succeed(stamp: Stamp): Promise<boolean> {
    for (const [from, { on }] of directory.state().successions)
      if (on <= stamp.on && !isTaken(await directory.record(`succeed/${from}/${on}`, stamp, (state) => decideDirectory(state, { type: 'succeed-unit', from }, stamp.on)))) return false
    for (const book of standing.values())
      for (const [from, { to }] of directory.state().succeeded)
        if (hasOpenWork(book.state(), from) && !isTaken(await book.record(`succeed/${from}/${book.position()}`, stamp, (state) => decidePlan(state, { type: 'succeed-unit', from, to }, stamp)))) return false
    return true
  }
  // Looked for again only when something was recorded, or a day has begun; a minute later where it could not be recorded.
  let looked = ''

  // Asked for again and again on one day: worked out once for every entry.
  const remembered = directoryStanding()
  const standingOn = (day: Day): Directory => remembered(directory.state(), day, directory.position())

  let known: { of: Directory['daysOff']; calendar: Calendar } | undefined
  const calendarNow = (): Calendar => {
    const { daysOff } = directory.state()
    if (known?.of !== daysOff) known = { of: daysOff, calendar: calendar(withAnnounced(announcedDaysOff(), daysOff)) }
    return known.calendar
  }

  let imported: { version: number; plans: ReadonlyMap<PlanId, PlanState> } | undefined
  const plans = (): ReadonlyMap<PlanId, PlanState> => {
    if (imported?.version !== version) imported = { version, plans: importedPlans(standing) }
    return imported.plans
  }

  return {
    calendar: calendarNow,
    directory: directory.state, directoryOn: standingOn,
    plans,
    recordDirectory: async (id, stamp, intent) => directory.record(id, stamp, (state) => decideDirectory(state, intent, stamp.on), actOf(stamp, intent)),
    recordPlan: async (plan, id, stamp, intent) => (await bookOf(plan)).record(id, stamp, (state) => decidePlan(state, intent, stamp), actOf(stamp, intent), onlyPart(intent)),
    async planOf(draft) {
      const plan = planOfDraft(directory.state(), draft)
      if (plan !== undefined) await bookOf(plan)
      return plan
    },
    entries: () => ({ directory: directory.entries(), plans: new Map([...standing].map(([id, book]) => [id, book.entries()] as const)) }),
    version: () => version,
    async takeEffect(stamp) {
      // What is recorded meanwhile is looked at the next time.
      const now = `${stamp.on} ${version}`
      // Who presses while the log takes nothing does not wait for it each time.
      const thisMinute = `${now} ${stamp.at.slice(0, 16)}`
      if (looked === now || looked === thisMinute) return
      try {
        looked = (await succeed(stamp)) ? now : thisMinute
      } catch (error) {
        looked = thisMinute
        logger.warn({ err: error }, 'ledgers: a succession of units could not be recorded; it is tried again')
      }
    },
    async catchUp() {
      try {
        await directory.catchUp()
        await openAll()
        await Promise.all([...standing.values()].map(async (book) => book.catchUp()))
        return true
      } catch (error) {
        logger.warn({ err: error }, 'ledgers: could not look for news; answering from what is known')
        return false
      }
    },
    onRecorded: (listener) => void listeners.add(listener),
    async close() {
      await Promise.all([directory.close(), ...[...standing.values()].map(async (book) => book.close())])
    },
  }
}

/** What the log did not take, or nobody can tell yet, is still to be done. What a rule refuses is done with. */
const isTaken = (recorded: Recorded<unknown>): boolean => recorded.ok === true || (recorded.ok === false && recorded.refusal.code !== 'cannot-record')

/** Who would do what, however often and through what they do it. */
const actOf = ({ by }: Stamp, intent: PlanIntent | DirectoryIntent): string => JSON.stringify([by, intent])
