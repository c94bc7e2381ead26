// A world in which everything that happens waits in one row, in an order that a seed decides: the same seed, the same day.
import { Instant } from '#src/calendar/day.ts'
import { seededRandom } from '#test/store/seeded-random.ts'

type Happening = { at: number; nth: number; what: () => void; calledOff: boolean }

export class World {
  /** Milliseconds that really passed. */
  passedMs = 0
  /** Nothing goes wrong any more. */
  isCalm = false
  readonly #random: () => number
  #wallMs: number
  #nth = 0
  #shown: { of: number; at: Instant } | undefined
  #row: Happening[] = []

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
    const happening = { at: this.passedMs + ms, nth: (this.#nth += 1), what, calledOff: false }
    this.#row.push(happening)
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

  /** The first in the row, taken out of it. */
  #next(end: number): Happening | undefined {
    this.#row = this.#row.filter(({ calledOff }) => !calledOff)
    let first: Happening | undefined
    for (const each of this.#row) if (each.at <= end && (first === undefined || each.at < first.at || (each.at === first.at && each.nth < first.nth))) first = each
    if (first !== undefined) this.#row.splice(this.#row.indexOf(first), 1)
    return first
  }
}

/** All that follows at once from what happened has followed. */
const settled = async (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
