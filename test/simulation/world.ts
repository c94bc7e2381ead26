// A world in which everything that happens waits in one row, in an order that a seed decides: the same seed, the same day.
import { Instant } from '#src/calendar/day.ts'
import { seededRandom } from '#test/store/seeded-random.ts'

type Happening = { at: number; what: () => void; calledOff: boolean }

export class World {
  /** Milliseconds that really passed. */
  passedMs = 0
  /** Nothing goes wrong any more. */
  isCalm = false
  readonly #random: () => number
  #wallMs: number
  #shown: { of: number; at: Instant } | undefined
  /** The next one last. */
  readonly #row: Happening[] = []

  constructor(seed: number, startsAt: Instant) {
    this.#random = seededRandom(seed)
    this.#wallMs = Date.parse(startsAt)
  }

  now = (): Instant => (this.#shown?.of === this.#wallMs ? this.#shown.at : (this.#shown = { of: this.#wallMs, at: Instant.parse(new Date(this.#wallMs).toISOString()) }).at)

  /** The clock is put on or back; no time passes. */
  jump(ms: number): void {
    this.#wallMs += ms
  }

  chance = (of: number): boolean => !this.isCalm && this.#random() < of

  between = (from: number, to: number): number => from + Math.floor(this.#random() * (to - from + 1))

  oneOf<Of>(all: readonly [Of, ...Of[]]): Of {
    return all[this.between(0, all.length - 1)] ?? all[0]
  }

  /** Most things take a moment; some take long. */
  latency = (): number => (this.chance(0.03) ? this.between(200, 4000) : this.between(1, 40))

  after(ms: number, what: () => void): () => void {
    const happening = { at: this.passedMs + ms, what, calledOff: false }
    this.#row.splice(this.#placeOf(happening), 0, happening)
    return () => {
      happening.calledOff = true
    }
  }

  /** Lets happen what happens within so many milliseconds, one thing after another, each to its end. */
  async pass(ms: number): Promise<void> {
    const end = this.passedMs + ms
    await settled()
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#moveTo(next.at)
      next.what()
      await settled()
    }
    this.#moveTo(end)
  }

  #moveTo(at: number): void {
    this.#wallMs += at - this.passedMs
    this.passedMs = at
  }

  /** Between what happens later and what happens at the same moment, which was asked for first. */
  #placeOf({ at }: Happening): number {
    let [from, to] = [0, this.#row.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.#row[middle]?.at ?? at) > at) from = middle + 1
      else to = middle
    }
    return from
  }

  /** The first in the row, taken out of it. */
  #next(end: number): Happening | undefined {
    while (this.#row.at(-1)?.calledOff === true) this.#row.pop()
    const next = this.#row.at(-1)
    return next !== undefined && next.at <= end ? this.#row.pop() : undefined
  }
}

/** All that follows at once from what happened has followed: a tick comes when no promise has anything left to do. */
const settled = async (): Promise<void> => new Promise((resolve) => {
  process.nextTick(resolve)
})
