// Time that grows with length, told by the processor's own time and only as a ratio within one run.
import { expect } from 'vitest'

const length = 15_000
/** Linear is four; quadratic would be sixteen. */
const mostTimesAsSlow = 8
/** What is quadratic takes far longer on four times the length; below this a busy machine says more than the function. */
const leastMs = 40

/** Of the processor: what the machine does besides is not counted. */
function milliseconds(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  return process.cpuUsage(before).user / 1000
}

/** The best of three, or the first that is good enough. */
function bestOf(run: () => unknown, isEnough: (ms: number) => boolean, best = milliseconds(run)): number {
  for (let more = 2; more > 0 && !isEnough(best); more--) best = Math.min(best, milliseconds(run))
  return best
}

/** Fails where four times as much takes more than eight times as long. */
export function expectGrowth<Given>(of: (size: number) => Given, run: (given: Given) => unknown, size: number, what: string): void {
  const [small, large] = [of(size), of(4 * size)]
  // The first run is the slowest: nothing is compiled yet.
  run(small)
  // What is quadratic is so every time; what the machine did besides is not.
  let times = Infinity
  for (let tries = 0; tries < 3 && times >= mostTimesAsSlow; tries++) {
    const first = milliseconds(() => run(large))
    if (first <= leastMs) return
    const fast = bestOf(() => run(small), (ms) => ms <= leastMs / 4)
    // The large one, which costs most, is run again only where it would be found too slow.
    const slow = bestOf(() => run(large), (ms) => ms <= leastMs || ms / fast < mostTimesAsSlow, first)
    if (slow <= leastMs) return
    times = slow / fast
  }
  expect(times, what).toBeLessThan(mostTimesAsSlow)
}

/** Fails where four times as many of a unit take more than eight times as long. */
export const expectLinear = (run: (text: string) => unknown, unit: string): void => expectGrowth((most) => unit.repeat(Math.ceil(most / unit.length)), run, length, unit)
