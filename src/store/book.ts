// The one writer of a log in this process: intents stand in a row, each is decided on what stands before it, and recorded once.
import type { Logger } from 'pino'
import type { Decision } from '#src/ledger/decision.ts'
import type { Log, LogEntry } from '#src/ledger/log.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { machineStopwatch, pause, within, type Stopwatch } from '#src/stopwatch.ts'
import { foldedLog, type Entry, type Subject } from './folded-log.ts'
import { nextTogether, standInRow, type Intent, type Settled } from './intent-row.ts'
import { readFrom } from './read-from.ts'
import type { Row } from './row.ts'
import type { KeptSnapshot } from './snapshot.ts'
import { LogBroken, LogForked, StillUnknown, StoreUnavailable } from './store-error.ts'

export type { Settled } from './intent-row.ts'

/** `unknown`: it may or may not be in the log. `settled` answers when the log can be asked again, and rejects if we stop before. */
export type Recorded<Event> = Settled<Event> | { ok: 'unknown'; settled: Promise<Settled<Event>> }

export type Book<State, Event> = {
  /** The state of now, owned by the fold: to read at once, not to keep across an await and not to change. */
  state: () => State
  /** The state is still in the snapshot that the book was opened from: nobody asked for it yet. */
  isUnread: () => boolean
  /** How many entries the state is made of. */
  position: () => number
  /** All of them, in their order: most are packed, and unpacked for whoever asks. */
  entries: () => Row<Entry<Event>>
  /**
   * Records what `decide` makes of the state, under the intent's id, once: an id that is already in the log, or on its way, answers what it
   * answered first. Answers within two seconds: `cannot-record` if nothing was written nor ever will be by this call, `unknown` if
   * nobody can tell yet. Throws only for a log that is forked or broken, and for a bug in `decide`.
   *
   * @param act who would do what: given again while it is on its way, it is the same and gets the same answer
   * @param touches the one thing that it is about. Of all that intents with other such things change, it looks at nothing: they are decided on
   * one state and appended together. Without it nobody goes with it
   */
  record: (id: string, stamp: Stamp, decide: (state: State) => Decision<Event>, act?: string, touches?: string) => Promise<Recorded<Event>>
  /** Takes in what others have written. Throws when the log cannot be read now. */
  catchUp: () => Promise<void>
  /** Told of every entry after the opening, ours or not, once it is in the state. Answers how to stop listening. */
  onRecorded: (listener: (entry: Entry<Event>) => void) => () => void
  /** Takes no more intents, gives those on their way two seconds, and lets go. */
  close: () => Promise<void>
}

/** Slack waits 3 s for a person's answer; the rest is for wording and sending it. */
const patienceMs = 2000
/** A store that is just starting beside us may take this long. */
const openingMs = 15_000

export type BookParts<State, Event> = { log: Log; subject: Subject<State, Event>; logger: Logger; stopwatch?: Stopwatch; snapshot?: KeptSnapshot | undefined }

/** An intent that would be recorded, and the entry of it. */
type Written<State, Event> = { intent: Intent<State, Event>; entry: LogEntry }
/** One that is refused, or changes nothing. */
type Unchanged<State, Event> = { intent: Intent<State, Event>; settled: Settled<Event> }

const cannotRecord = { ok: false, refusal: { code: 'cannot-record' } } as const satisfies Settled<never>

/** Reads the log, whole or what came after its snapshot, and answers its writer. Throws `LogForked` or `LogBroken` when the chain of hashes does. */
export async function openBook<State, Event>({ log, subject, logger, stopwatch = machineStopwatch, snapshot }: BookParts<State, Event>): Promise<Book<State, Event>> {
  const known = foldedLog(subject)
  const underway = new Map<string, Intent<State, Event>>()
  const acts = new Map<string, Intent<State, Event>>()
  const row: Intent<State, Event>[] = []
  const listeners = new Set<(entry: Entry<Event>) => void>()
  const closing = new AbortController()
  let turn: Promise<unknown> = Promise.resolve()
  let broken: Error | undefined
  let isClosed = false

  const inTurn = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const mine = turn.then(async () => {
      if (broken !== undefined) throw broken
      return work()
    })
    turn = mine.catch((error: unknown) => {
      if (broken !== undefined || !isFatal(error)) return
      broken = error
      logger.fatal({ err: error }, 'book: the log is not what it was; nothing more is recorded')
    })
    return mine
  }

  const takeIn: typeof known.take = (logEntry) => {
    const entry = known.take(logEntry)
    snapshot?.grown(entry.position)
    for (const listener of listeners) {
      try {
        listener(entry)
      } catch (error) {
        logger.error({ err: error, position: entry.position }, 'book: a listener failed')
      }
    }
    return entry
  }

  const readOn = async (): Promise<void> => {
    for (const entry of await log.read(known.tail().position)) takeIn(entry)
  }

  const recordedBefore = (id: string): Settled<Event> | undefined => {
    const entry = known.find(id)
    return entry && { ok: true, position: entry.position, repeated: true, events: entry.events }
  }

  /** Before a no is said, and where it can be asked, the log's newest state has the last word. */
  const isStillNewest = async (): Promise<boolean> => {
    const { position } = known.tail()
    try {
      await readOn()
    } catch (error) {
      if (isFatal(error)) throw error
    }
    return known.tail().position === position
  }

  const mayBeSent = (intent: Intent<State, Event>): boolean => intent.mayStand || (!intent.withdrawn && !closing.signal.aborted)

  /**
   * Sends entries until the log has them or has moved past their place. What is sent again after a lost answer is word for word the same, so it
   * does not matter which of the two arrives. Stops where one of them must not be sent any more, as long as certainly none stands.
   */
  const send = async (written: readonly Written<State, Event>[]): Promise<void> => {
    const tail = known.tail()
    const pauses = retryPauses()
    // All or none: what may be of one may be of each.
    const mayStand = (): boolean => written.some(({ intent }) => intent.mayStand)
    const setMayStand = (may: boolean): void => {
      for (const { intent } of written) intent.mayStand = may
    }
    while (known.tail() === tail && (mayStand() || written.every(({ intent }) => mayBeSent(intent)))) {
      const mightHaveStood = mayStand()
      setMayStand(true)
      try {
        const answer = await log.append(tail, written.map(({ entry }) => entry))
        if (answer.ok) {
          for (const { intent, entry } of written) intent.answer({ ok: true, position: entry.position, repeated: false, events: takeIn(entry).events })
          return
        }
        if (answer.missing.length === 0) throw new LogForked(`nothing follows entry ${tail.position}, and yet it is not the end of the log`)
        for (const missing of answer.missing) takeIn(missing)
        // The log has moved on: a try that was lost can no longer be carried out.
        for (const { intent } of written) intent.mayStand = known.find(intent.id) !== undefined
      } catch (error) {
        if (isFatal(error)) throw error
        if (error instanceof StoreUnavailable) setMayStand(mightHaveStood)
        const intents = written.map(({ intent }) => intent.id)
        logger.warn({ intents, cause: String(error), mayStand: mayStand() }, 'book: no answer from the log')
        if (closing.signal.aborted && mayStand()) throw new StillUnknown(`stopped before the log could be asked for ${intents.join(', ')}`, { cause: error })
        await pause(stopwatch, pauses.next().value, closing.signal)
      }
    }
  }

  /** What each would record on the state of now, their entries one behind the other; a bug in one decision harms nobody else. */
  const decided = (intents: readonly Intent<State, Event>[]): { written: Written<State, Event>[]; unchanged: Unchanged<State, Event>[] } => {
    const [written, unchanged]: [Written<State, Event>[], Unchanged<State, Event>[]] = [[], []]
    for (const intent of intents) {
      try {
        const decision = intent.decide(known.state())
        if (!decision.ok) unchanged.push({ intent, settled: decision })
        else if (decision.events.length === 0) unchanged.push({ intent, settled: { ok: true, position: known.tail().position, repeated: false, events: [] } })
        else written.push({ intent, entry: known.next(intent.id, intent.stamp, decision.events, written.at(-1)?.entry) })
      } catch (error) {
        intent.fail(error)
      }
    }
    return { written, unchanged }
  }

  const isOver = (intent: Intent<State, Event>): boolean => {
    if (intent.isSettled) return true
    const before = recordedBefore(intent.id)
    if (before === undefined && mayBeSent(intent)) return false
    intent.answer(before ?? cannotRecord)
    return true
  }

  /** Goes on until the outcome of each is certain, it is withdrawn, or the book is closed. They stand apart, so all are decided on one state. */
  const settle = async (together: readonly Intent<State, Event>[]): Promise<void> => {
    for (;;) {
      const open = together.filter((intent) => !isOver(intent))
      if (open.length === 0) return
      const { written, unchanged } = decided(open)
      if (unchanged.length > 0) {
        if (!(await isStillNewest())) continue
        for (const { intent, settled } of unchanged) intent.answer(settled)
      }
      if (written.length > 0) await send(written)
    }
  }

  const settleNext = async (): Promise<void> => {
    const together = nextTogether(row)
    try {
      await settle(together)
    } catch (error) {
      for (const intent of together) intent.fail(error)
      throw error
    }
  }

  const forget = (intent: Intent<State, Event>): void => {
    if (underway.get(intent.id) === intent) underway.delete(intent.id)
    if (intent.act !== undefined && acts.get(intent.act) === intent) acts.delete(intent.act)
  }

  const startIntent = (asked: Pick<Intent<State, Event>, 'id' | 'stamp' | 'decide' | 'act' | 'touches'>): Intent<State, Event> => {
    const intent = standInRow(row, asked, forget)
    underway.set(intent.id, intent)
    if (intent.act !== undefined) acts.set(intent.act, intent)
    // Whoever goes before may take it along: then there is nothing left to do at its turn.
    inTurn(settleNext).catch(intent.fail)
    // Whoever was told `unknown` may not be listening any more when it fails; it is logged where it fails.
    intent.settled.catch(() => undefined)
    return intent
  }

  await readWhenReady(async () => readFrom(known, log, snapshot), logger, stopwatch)

  return {
    state: known.state,
    isUnread: known.isUnread,
    position: () => known.tail().position,
    entries: known.entries,

    async record(id, stamp, decide, act, touches) {
      const before = recordedBefore(id)
      if (before !== undefined) return before
      if (broken !== undefined) throw broken
      if (isClosed) return cannotRecord
      const intent = underway.get(id) ?? (act === undefined ? undefined : acts.get(act)) ?? startIntent({ id, stamp, decide, act, touches })
      return within<Recorded<Event>, Recorded<Event>>(stopwatch, patienceMs, intent.settled, () => {
        if (intent.mayStand) return { ok: 'unknown', settled: intent.settled }
        intent.withdrawn = true
        forget(intent)
        return cannotRecord
      })
    },

    async catchUp() {
      await within(stopwatch, patienceMs, inTurn(readOn), () => {
        throw new StoreUnavailable('the log did not answer')
      })
    },

    onRecorded(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    async close() {
      isClosed = true
      await within(stopwatch, patienceMs, turn, () => undefined)
      closing.abort()
      await turn
    },
  }
}

function isFatal(error: unknown): error is LogForked | LogBroken {
  return error instanceof LogForked || error instanceof LogBroken
}

/** 20 ms, then twice as long each time, up to half a second: a blink is not noticed, an outage is not hammered. */
function* retryPauses(): Generator<number, never> {
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, 500)) yield pauseMs
}

async function readWhenReady(readOn: () => Promise<void>, logger: Logger, stopwatch: Stopwatch): Promise<void> {
  const begunAt = stopwatch.passedMs()
  for (const pauseMs of retryPauses()) {
    try {
      await readOn()
      return
    } catch (error) {
      if (isFatal(error)) throw error
      if (stopwatch.passedMs() - begunAt > openingMs) throw new StoreUnavailable(`the log could not be read within ${openingMs} ms`, { cause: error })
      logger.debug({ cause: String(error) }, 'book: waiting for the store')
      await pause(stopwatch, pauseMs)
    }
  }
}
