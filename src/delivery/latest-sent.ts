// The messages since a moment: with every press some are looked for, and over the years there are many that are older.
import type { Instant } from '#src/calendar/day.ts'
import type { Sent } from '#src/reminders/notice.ts'

/** @returns what answers those of `sent` that are from then on, in the log's order; `sent` only grows */
export function latestSent(): (sent: ReadonlyMap<string, Sent>, from: Instant) => Sent[] {
  let of: ReadonlyMap<string, Sent> | undefined
  let rest: Iterator<Sent> = [].values()
  let all: Sent[] = []
  /** Of each the latest instant until it: clocks are put back, and where this is too early, so is all before. */
  let latest: Instant[] = []

  const takeIn = (sent: ReadonlyMap<string, Sent>): void => {
    if (of !== sent) [of, rest, all, latest] = [sent, sent.values(), [], []]
    // An iterator that was once at its end stays there.
    while (all.length < sent.size) {
      const next = rest.next()
      if (next.done === true) return
      const { at } = next.value
      const before = latest.at(-1)
      all.push(next.value)
      latest.push(before !== undefined && before > at ? before : at)
    }
  }

  return (sent, from) => {
    takeIn(sent)
    let first = all.length
    while (first > 0 && (latest[first - 1] ?? from) >= from) first -= 1
    return all.slice(first).filter(({ at }) => at >= from)
  }
}
