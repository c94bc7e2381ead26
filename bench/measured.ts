// One thing that a bench has measured, with what it is held against.

/** `floor`: what nothing of the kind can be quicker or smaller than, measured in the same run. `bound`: the most that `ratio` may be; where there is none, that `value` may be. */
export type Measure = { name: string; value: number; unit: string; floor: number | null; ratio: number | null; bound: number | null }

/** Says it to whoever runs the benches; to the screen where this one was started alone. @param ratio to the floor, where it is not simply `value / floor` */
export function measured({ name, value, unit, floor = null, ratio = floor === null ? null : value / floor, bound = null }: Pick<Measure, 'name' | 'value' | 'unit'> & Partial<Measure>): void {
  const measure: Measure = { name, value, unit, floor, ratio, bound }
  if (process.send === undefined) process.stdout.write(`${JSON.stringify(measure)}\n`)
  else process.send(measure)
}

export const isHeld = ({ value, ratio, bound }: Measure): boolean => bound === null || (ratio ?? value) <= bound

/** The least time of each in milliseconds, taken in turn: what else the machine does meets all of them. */
export function leastOf(runs: number, acts: readonly (() => unknown)[]): number[] {
  const best = acts.map(() => Infinity)
  for (let run = 0; run < runs; run++) {
    for (const [at, act] of acts.entries()) {
      const from = performance.now()
      act()
      best[at] = Math.min(best[at] ?? Infinity, performance.now() - from)
    }
  }
  return best
}

/** How long whoever else is here waits at most meanwhile, and how long it takes, in ms. */
export async function longestTurn(act: () => Promise<void>): Promise<{ longest: number; took: number }> {
  const begun = performance.now()
  let [longest, last, isOver] = [0, begun, false]
  const watch = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
    if (!isOver) setImmediate(watch)
  }
  setImmediate(watch)
  await act()
  isOver = true
  watch()
  return { longest, took: performance.now() - begun }
}
