// Owed -> claimed -> posted -> delivered: every message once, whoever dies in between.
import type { Logger } from 'pino'
import { addMs } from '#src/calendar/calendar.ts'
import type { Clock } from '#src/calendar/clock.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Decision } from '#src/ledger/decision.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Parcel, Sent } from '#src/reminders/notice.ts'
import type { Card } from '#templates/card.ts'
import { claim, confirm, endClaim, placeKey, toldBy, type ClaimedParcel, type DeliveryEvent, type DeliveryState, type Told, type Unreached } from './delivery-log.ts'
import { firstOf, inLanes, type Begun } from './lanes.ts'
import { latestSent } from './latest-sent.ts'
import { pacing, slackPace, type Pace, type PaceNumbers } from './pace.ts'
import type { Place, Post, Posted } from '#src/post.ts'
import { watchedClaims } from './watched-claims.ts'
import { machineStopwatch, within, type Stopwatch } from '#src/stopwatch.ts'

/** The delivery log's one writer in this process; the store's `Book` is one. */
export type DeliveryBook = {
  state: () => DeliveryState
  catchUp: () => Promise<void>
  record: (
    id: string,
    stamp: Stamp,
    decide: (state: DeliveryState) => Decision<DeliveryEvent>,
  ) => Promise<{ ok: true; position: number; events: readonly DeliveryEvent[] } | { ok: false } | { ok: 'unknown' }>
}

/**
 * What became of one parcel in a sweep.
 * `delivered`: posted now. `found`: posted earlier, known only now. `held`: somebody else has it, or it may have been sent. `dropped`: no
 * longer owed. `later`: the platform or the time said not now. `unknown`: looked for when the claim is over. `failed`: a bug, or no store.
 */
export type Fate = 'delivered' | 'found' | 'held' | 'dropped' | 'later' | 'unknown' | 'unreachable' | 'failed'
export type SweepResult = Record<Fate, number>

export type Delivery = {
  /** Sends what is owed now. One at a time: asked for during a sweep, it runs once more after it. Throws when the log cannot be read. */
  sweep: () => Promise<SweepResult>
  /** Begins no more and waits for what is being sent. */
  drain: () => Promise<void>
  /** The message at a place, if it is one of ours. */
  sent: (conversation: string, ts: string) => Sent | undefined
  /** Our messages from then on. */
  sentSince: (at: Instant) => Sent[]
  /** Whom nothing reaches: tried again each day, and for somebody to see to. */
  unreachable: () => ReadonlyMap<PersonId, Unreached>
}

export type DeliveryNeeds = {
  book: DeliveryBook
  /** Takes in what others recorded; `false` where nobody can tell. */
  refresh: () => Promise<boolean>
  /** What is owed, most urgent first, without what `told` says was told. `to`: of one person only; the rest would not be looked at. */
  owed: (now: Instant, told: Told, to?: PersonId) => readonly Parcel[]
  compose: (parcel: Parcel) => Card
  post: Post
  clock: Clock
  /** The day on which an instant falls, where the people are. */
  dayAt: (instant: Instant) => Day
  logger: Logger
  /** This process and no other, ever: a claim of an earlier run is somebody else's. */
  worker: string
  /** How long a claim holds. What is sent under it leaves in its first third, so that it outlasts a post that was cut off, wherever that still is. */
  claimMs?: number
  /** How long a post may take: a third of a claim at most. */
  postMs?: number
  pace?: PaceNumbers
  /** The clock of a sandbox jumps, a request on its way does not. */
  stopwatch?: Stopwatch
}

/** So many messages not taken one after another, to whomever: the platform takes none at present (a revoked token, a workspace's limit, an outage), and the next sweep asks again. */
const refusedAtMost = 5

export function startDelivery(needs: DeliveryNeeds): Delivery {
  const { book, refresh, owed, compose, post, clock, dayAt, logger, worker, claimMs = 30_000, postMs = 10_000, stopwatch = machineStopwatch, pace: paceNumbers = slackPace } = needs
  const claims = watchedClaims(stopwatch, claimMs)
  // Those of an earlier life count from our start.
  claims.over(book.state())
  const pace = pacing(paceNumbers, stopwatch)
  let running: Promise<SweepResult> | undefined
  let next: Promise<SweepResult> | undefined
  let isDraining = false
  const sentSince = latestSent()
  /** Whose last message was not taken, or perhaps not: they come after the others. And how many it were one after another in this sweep. */
  const refused = new Set<PersonId>()
  let refusedInRow = 0
  const isRefusingAll = (): boolean => refusedInRow >= refusedAtMost

  const inTime = async <Answer>(asked: Promise<Answer>): Promise<Answer> =>
    within(stopwatch, postMs, asked, () => {
      throw new Error(`no answer within ${postMs} ms`)
    })

  const today = (): Day => dayAt(clock.now())
  const record = (id: string, decide: (state: DeliveryState) => Decision<DeliveryEvent>): ReturnType<DeliveryBook['record']> => {
    const at = clock.now()
    return book.record(id, { at, on: dayAt(at), by: 'system', via: 'system' }, decide)
  }

  const recordDelivered = async (key: string, place: Place): Promise<void> => {
    const at = clock.now()
    const recorded = await record(`delivered/${key}`, (state) => confirm(state, key, place, at))
    // Nothing is lost: the claim stands, and when it is over the message is found.
    if (recorded.ok !== true) logger.warn({ parcel: key }, 'delivery: posted, and not yet recorded')
  }

  const recordEnd = async (claimed: number, ending: DeliveryEvent & { type: 'released' | 'unreachable' }): Promise<void> => {
    await record(`${ending.type}/${ending.key}/${claimed}`, (state) => endClaim(state, claimed, ending))
  }

  const isStillOwed = ({ key, to, notices }: Parcel): boolean => {
    const same = owed(clock.now(), toldBy(book.state(), today(), key), to).find((parcel) => parcel.key === key)
    const keys = new Set(same?.notices.map((notice) => notice.key))
    return keys.size === notices.length && notices.every((notice) => keys.has(notice.key))
  }

  const postOnce = async (to: PersonId, card: Card, key: string, mayStill: () => boolean): Promise<Posted> => {
    try {
      return await inTime(post.post(to, card, key, mayStill))
    } catch (error) {
      logger.warn({ parcel: key, cause: String(error) }, 'delivery: nobody can tell whether it was posted')
      return { kind: 'unknown' }
    }
  }

  const send = async (parcel: Parcel, card: Card): Promise<Fate> => {
    const { key, to } = parcel
    const begunAt = stopwatch.passedMs()
    const until = addMs(clock.now(), claimMs)
    /** By the stopwatch, and by the clock, which alone knows how long a machine slept. */
    const isInTime = (): boolean => stopwatch.passedMs() - begunAt < claimMs - 2 * postMs && clock.now() < addMs(until, -2 * postMs)

    const before = book.state().parcels.get(key)?.claim ?? 0
    const claimed = await record(`claimed/${key}/${before}/${worker}`, (state) => claim(state, parcel, { worker, until, today: today() }))
    if (claimed.ok === 'unknown') return 'unknown'
    if (!claimed.ok) return 'failed'
    if (claimed.events.length === 0) return 'held'
    claims.seen(claimed.position)

    const giveBack = async (why: 'not-owed' | 'unsure' | 'too-late'): Promise<void> => recordEnd(claimed.position, { type: 'released', key, why })
    if (!(await refresh())) {
      await giveBack('unsure')
      return 'later'
    }
    if (!isStillOwed(parcel)) {
      await giveBack('not-owed')
      return 'dropped'
    }
    if (!isInTime()) {
      await giveBack('too-late')
      return 'later'
    }
    const posted = await postOnce(to, card, key, isInTime)
    noteTaken(to, posted)
    switch (posted.kind) {
      case 'posted':
        await recordDelivered(key, { conversation: posted.conversation, ts: posted.ts })
        return 'delivered'
      case 'unknown':
        return 'unknown'
      case 'later':
        pace.hold(to, posted.afterMs)
        await recordEnd(claimed.position, { type: 'released', key, why: 'refused' })
        return 'later'
      case 'unreachable':
        await recordEnd(claimed.position, { type: 'unreachable', key, why: posted.why })
        return 'unreachable'
    }
  }

  /** Of what the platform said of somebody themselves nothing follows for others. */
  const noteTaken = (to: PersonId, { kind }: Posted): void => {
    if (kind === 'posted') {
      refused.delete(to)
      refusedInRow = 0
    } else if (kind !== 'unreachable') {
      refused.add(to)
      refusedInRow += 1
    }
  }

  /** A claim that is over, and nobody said how: the message itself is asked. */
  const lookFor = async ({ key, to, claim: claimed }: ClaimedParcel): Promise<Fate> => {
    const place = await inTime(post.find(to, key))
    if (place === undefined) {
      await recordEnd(claimed, { type: 'released', key, why: 'not-found' })
      return 'later'
    }
    // Its account was closed since: what may have been sent is tried again if it ever opens, or is a successor's.
    if ('kind' in place) {
      await recordEnd(claimed, { type: 'unreachable', key, why: place.why })
      return 'unreachable'
    }
    await recordDelivered(key, place)
    return 'found'
  }

  /** A failure is one parcel's, and is tried again at the next sweep. */
  const fateOf = async (key: string, work: Promise<Fate>): Promise<Fate> => {
    try {
      return await work
    } catch (error) {
      logger.error({ err: error, parcel: key }, 'delivery: failed')
      return 'failed'
    }
  }

  /** The most urgent of what is owed by then, one after another, until all of it was tried once. */
  const sendOwed = async (result: SweepResult): Promise<void> => {
    const tried = new Set<string>()
    refusedInRow = 0
    const untried = (): Parcel[] => owed(clock.now(), toldBy(book.state(), today())).filter(({ key }) => !tried.has(key))
    const next = (isFree: (parcel: Parcel) => boolean): Begun<Parcel> => {
      const parcel = isDraining || isRefusingAll() ? undefined : soonest(lastOf(untried().filter(isFree), refused), pace)
      if (parcel === undefined) return 'none'
      const waitMs = pace.isHeld(parcel.to) ? 0 : pace.readyIn(parcel.to)
      if (waitMs > 0) return { waitMs }
      tried.add(parcel.key)
      return { parcel }
    }
    await inLanes(stopwatch, next, async (parcel) => {
      result[await fateOf(parcel.key, deliver(parcel))] += 1
    })
    if (isDraining || isRefusingAll()) result.later += untried().length
  }

  const deliver = async (parcel: Parcel): Promise<Fate> => {
    if (pace.isHeld(parcel.to)) return 'later'
    // A card that cannot be made is no reason to claim, again and again.
    const card = compose(parcel)
    pace.took(parcel.to)
    return send(parcel, card)
  }

  const sweepOnce = async (): Promise<SweepResult> => {
    const result: SweepResult = { delivered: 0, found: 0, held: 0, dropped: 0, later: 0, unknown: 0, unreachable: 0, failed: 0 }
    if (isDraining) return result
    await book.catchUp()
    const over = claims.over(book.state())
    await inLanes<ClaimedParcel>(stopwatch, (isFree) => firstOf(over, isFree), async (parcel) => {
      const fate = await fateOf(parcel.key, lookFor(parcel))
      // What was not found is owed again, and counted there.
      if (fate !== 'later') result[fate] += 1
    })
    await sendOwed(result)
    return result
  }

  /** What has begun since a sweep was asked for is the sweep that was asked for. */
  const begin = (): Promise<SweepResult> => {
    next = undefined
    running ??= sweepOnce().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    sweep() {
      if (running === undefined) return begin()
      next ??= running.then(begin, begin)
      return next
    },

    async drain() {
      isDraining = true
      await Promise.allSettled([running, next])
    },

    sent: (conversation, ts) => book.state().sent.get(placeKey({ conversation, ts })),
    unreachable: () => book.state().unreachable,
    sentSince: (at) => sentSince(book.state().sent, at),
  }
}

/** Those to whom nothing was refused, then the others; each in their order. */
const lastOf = (parcels: readonly Parcel[], refused: ReadonlySet<PersonId>): readonly Parcel[] => (refused.size === 0 ? parcels : [...parcels.filter(({ to }) => !refused.has(to)), ...parcels.filter(({ to }) => refused.has(to))])

/** The first that may leave now, else the one that may soonest. */
function soonest(parcels: readonly Parcel[], pace: Pace): Parcel | undefined {
  let best: { parcel: Parcel; waitMs: number } | undefined
  for (const parcel of parcels) {
    const waitMs = pace.isHeld(parcel.to) ? 0 : pace.readyIn(parcel.to)
    if (waitMs === 0) return parcel
    if (best === undefined || waitMs < best.waitMs) best = { parcel, waitMs }
  }
  return best?.parcel
}
