// The sandbox's clock: real time with a head start that only grows, so that days can be skipped and nothing runs backwards.
import type { Clock } from '#src/calendar/clock.ts'
import { Instant } from '#src/calendar/day.ts'

/** How far ahead of the real clock it runs, in milliseconds; never negative. */
export type Offset = number

export type MovableClock = Clock & {
  /** Moves on to an instant and remembers it. Answers `false`, and stays, when that instant is already past. */
  moveTo: (to: Instant) => Promise<boolean>
}

/**
 * A clock that goes on where the one before it stood.
 *
 * @param load the offset saved last; undefined at the first start
 * @param save called with every new offset, before the clock shows it: a crash in between repeats no day
 */
export async function movableClock({ load, save, real }: {
  load: () => Promise<Offset | undefined>
  save: (offset: Offset) => Promise<void>
  real: Clock
}): Promise<MovableClock> {
  let offset = (await load()) ?? 0
  const now = (): Instant => Instant.parse(new Date(Date.parse(real.now()) + offset).toISOString())
  return {
    now,
    async moveTo(to) {
      const ahead = Date.parse(to) - Date.parse(real.now())
      if (ahead < offset) return false
      await save(ahead)
      // Two moves at once: the one that was answered last must not turn the clock back.
      offset = Math.max(offset, ahead)
      return true
    },
  }
}
