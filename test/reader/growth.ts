// Time that grows with length, told by the processor's own time and only as a ratio within one run.
import { expect } from 'vitest'

const length = 15_000
/** Linear is four; quadratic would be sixteen. */
const mostTimesAsSlow = 8
/** What is quadratic takes far longer on four times the length; below this a busy machine says more than the function. */
const leastMs = 40

/** Of the processor, the best of a few: what the machine does besides is not counted. */
function milliseconds(run: () => unknown): number {
  let best = Infinity
  for (let tries = 0; tries < 3 && best > leastMs / 4; tries++) {
    const before = process.cpuUsage()
    run()
    best = Math.min(best, process.cpuUsage(before).user / 1000)
  }
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
    const slow = milliseconds(() => run(large))
    if (slow <= leastMs) return
    times = slow / milliseconds(() => run(small))
  }
  expect(times, what).toBeLessThan(mostTimesAsSlow)
}

/** Fails where four times as many of a unit take more than eight times as long. */
export const expectLinear = (run: (text: string) => unknown, unit: string): void => expectGrowth((most) => unit.repeat(Math.ceil(most / unit.length)), run, length, unit)
