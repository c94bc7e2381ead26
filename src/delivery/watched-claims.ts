// Which claims are over: by the time that passed for whoever looks at them, so that no clock that jumps, here or elsewhere, ends one too soon.
import type { Stopwatch } from '#src/stopwatch.ts'
import type { ClaimedParcel, DeliveryState } from './delivery-log.ts'

export type WatchedClaims = {
  /** A claim of our own has been taken, at that position. */
  seen: (position: number) => void
  /** Of those that stand, ours and others'; one that is new to us begins to count. */
  over: (state: DeliveryState) => ClaimedParcel[]
}

/** @param claimMs how long a claim holds */
export function watchedClaims(stopwatch: Stopwatch, claimMs: number): WatchedClaims {
  /** By position, the moment of the stopwatch at which we first saw it. */
  const firstSeen = new Map<number, number>()
  return {
    seen: (position) => {
      firstSeen.set(position, stopwatch.passedMs())
    },
    over(state) {
      const now = stopwatch.passedMs()
      const standing = claimsStanding(state)
      const positions = new Set(standing.map(({ claim }) => claim))
      for (const at of firstSeen.keys()) if (!positions.has(at)) firstSeen.delete(at)
      for (const at of positions) if (!firstSeen.has(at)) firstSeen.set(at, now)
      return standing.filter(({ claim }) => now - (firstSeen.get(claim) ?? now) >= claimMs)
    },
  }
}

const claimsStanding = ({ claimed, parcels }: DeliveryState): ClaimedParcel[] =>
  [...claimed].flatMap((key) => {
    const parcel = parcels.get(key)
    return parcel?.status === 'claimed' ? [parcel] : []
  })
