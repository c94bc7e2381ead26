// What happened to every parcel: who took it to send, and what became of it. The log is the queue and the lock.
import { z } from 'zod'
import { Instant, type Day } from '#src/calendar/day.ts'
import { accept, type Decision } from '#src/ledger/decision.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { Balance } from '#src/reminders/balance.ts'
import { Notice, type Parcel, type Sent } from '#src/reminders/notice.ts'
import type { Place } from '#src/post.ts'

const key = z.string().min(1).max(255)

/** Whoever claimed it sends it before `until`, by its own clock, or never; whether it was sent is known only when something follows. */
export const Claimed = z.object({ type: z.literal('claimed'), key, to: PersonId, notices: z.array(Notice).min(1), worker: z.string().min(1), until: Instant })
export const Delivered = z.object({ type: z.literal('delivered'), key, conversation: z.string(), ts: z.string(), at: Instant })
/** Certainly not sent under the claim before it: `not-owed` any more, `unsure` of that, `too-late` to send in time, `refused` by the platform for now, `not-found` when looked for. */
export const Released = z.object({ type: z.literal('released'), key, why: z.enum(['not-owed', 'unsure', 'too-late', 'refused', 'not-found']) })
/** Tried, and not to be tried again on the same day. */
export const Unreachable = z.object({ type: z.literal('unreachable'), key, why: z.string() })
/** 对账: what was owed on a working day that is over, and what of it was sent. The first of a day stands. */
export const Balanced = z.object({ type: z.literal('balanced'), balance: Balance })
export const DeliveryEvent = z.discriminatedUnion('type', [Claimed, Delivered, Released, Unreachable, Balanced])
export type DeliveryEvent = z.infer<typeof DeliveryEvent>

/** `claim` is the position of the last claim's entry: it tells one claim of a parcel from another. */
export type ParcelState = Parcel & { claim: number } & (
    | { status: 'claimed'; worker: string; until: Instant }
    | { status: 'released'; why: z.infer<typeof Released>['why'] }
    | { status: 'delivered'; place: Place }
    | { status: 'unreachable'; on: Day; why: string }
  )
export type ClaimedParcel = ParcelState & { status: 'claimed' }

export type DeliveryState = {
  parcels: Map<string, ParcelState>
  /** Keys of parcels that are claimed and nothing more. */
  claimed: Set<string>
  /** Notice keys that a person has been told, and on which day. */
  told: Map<string, Day>
  /** Notice keys in a claimed parcel, with its key: perhaps told, perhaps not. */
  held: Map<string, string>
  /** Messages by place. */
  sent: Map<string, Sent>
  /** People whose last message did not reach them, nor any since. */
  unreachable: Map<PersonId, Unreached>
  /** By day: the first that was kept. */
  balances: Map<Day, Balance>
}

/** `why`: the platform's own word for it. */
export type Unreached = { on: Day; why: string }

/** What need not be said again, or not now. */
export type Told = { notice: (key: string) => boolean; noticeForGood: (key: string) => boolean; noticeOn: (key: string) => Day | undefined; parcel: (key: string) => boolean }

export const placeKey = ({ conversation, ts }: Place): string => `${conversation}/${ts}`

/** The delivery log, for the writer of logs. */
export const deliveryLog = {
  initial: (): DeliveryState => ({ parcels: new Map(), claimed: new Set(), told: new Map(), held: new Map(), sent: new Map(), unreachable: new Map(), balances: new Map() }),
  event: DeliveryEvent,
  evolve: evolveDelivery,
}

function evolveDelivery(state: DeliveryState, event: DeliveryEvent, { on }: Stamp, position: number): DeliveryState {
  const { parcels, claimed, told, held, sent, unreachable } = state
  if (event.type === 'balanced') {
    const { balance } = event
    if (!state.balances.has(balance.day)) state.balances.set(balance.day, balance)
    return state
  }
  if (event.type === 'claimed') {
    const { key, to, notices, worker, until } = event
    parcels.set(key, { key, to, notices, claim: position, status: 'claimed', worker, until })
    claimed.add(key)
    for (const notice of notices) held.set(notice.key, key)
    return state
  }

  const parcel = parcels.get(event.key)
  if (parcel === undefined) return state
  const { key, to, notices, claim } = parcel
  claimed.delete(key)
  for (const notice of notices) held.delete(notice.key)
  switch (event.type) {
    case 'delivered': {
      const { conversation, ts, at } = event
      parcels.set(key, { key, to, notices, claim, status: 'delivered', place: { conversation, ts } })
      for (const notice of notices) told.set(notice.key, on)
      unreachable.delete(to)
      sent.set(placeKey(event), { key, to, notices, conversation, ts, at })
      return state
    }
    case 'released':
      parcels.set(key, { key, to, notices, claim, status: 'released', why: event.why })
      return state
    case 'unreachable':
      parcels.set(key, { key, to, notices, claim, status: 'unreachable', on, why: event.why })
      unreachable.set(to, { on, why: event.why })
      return state
  }
}

/** Takes a parcel to send it, if nobody has it and nothing in it was told or may have been. */
export function claim({ parcels, told, held }: DeliveryState, { key, to, notices }: Parcel, { worker, until, today }: { worker: string; until: Instant; today: Day }): Decision<DeliveryEvent> {
  const before = parcels.get(key)
  const isFree = before === undefined || before.status === 'released' || (before.status === 'unreachable' && before.on !== today)
  if (!isFree || notices.some((notice) => told.has(notice.key) || held.has(notice.key))) return accept()
  return accept({ type: 'claimed', key, to, notices, worker, until })
}

/** The message is there: whoever finds out first says so. */
export function confirm({ parcels }: DeliveryState, key: string, place: Place, at: Instant): Decision<DeliveryEvent> {
  const parcel = parcels.get(key)
  return parcel === undefined || parcel.status === 'delivered' ? accept() : accept({ type: 'delivered', key, ...place, at })
}

/** Keeps a day's balance, once. */
export const keepBalance = ({ balances }: DeliveryState, balance: Balance): Decision<DeliveryEvent> => balances.has(balance.day) ? accept() : accept({ type: 'balanced', balance })

/** Ends a claim without a message, if it is still the last one. */
export function endClaim({ parcels }: DeliveryState, claim: number, ending: DeliveryEvent & { type: 'released' | 'unreachable' }): Decision<DeliveryEvent> {
  const parcel = parcels.get(ending.key)
  return parcel?.status === 'claimed' && parcel.claim === claim ? accept(ending) : accept()
}

/** Taken to be sent, and nobody knows yet whether they were. */
export const inDoubt = ({ claimed, parcels }: DeliveryState): Parcel[] => [...claimed].flatMap((key) => parcels.get(key) ?? [])

/** Why a message that is owed has not left, as far as the log knows. */
export function whyLate({ parcels }: DeliveryState, key: string): 'refused' | 'in-doubt' | 'waiting' {
  const parcel = parcels.get(key)
  if (parcel?.status === 'claimed') return 'in-doubt'
  return parcel?.status === 'released' && parcel.why === 'refused' ? 'refused' : 'waiting'
}

/** `but`: the key of a parcel of our own, whose claim is not counted. */
export function toldBy({ parcels, told, held }: DeliveryState, today: Day, but?: string): Told {
  return {
    noticeForGood: (notice) => told.has(notice),
    noticeOn: (notice) => told.get(notice),
    notice: (notice) => told.has(notice) || (held.has(notice) && held.get(notice) !== but),
    parcel(key) {
      const parcel = parcels.get(key)
      if (parcel === undefined || parcel.status === 'released') return false
      if (parcel.status === 'claimed') return key !== but
      return parcel.status === 'delivered' || parcel.on === today
    },
  }
}
