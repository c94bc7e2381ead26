// Work that grows with size, told by how many things are walked over and looked up: the same on every machine, however busy it is.
import { expect } from 'vitest'

/** Linear is four; quadratic would be sixteen. */
const mostTimesTheWork = 8

const walks = [Symbol.iterator, 'map', 'filter', 'flatMap', 'find', 'findIndex', 'findLast', 'some', 'every', 'reduce', 'includes', 'indexOf', 'entries', 'forEach', 'slice', 'toSorted', 'sort'] as const
const lookups = ['get', 'set', 'has', 'add'] as const
const collections = ['keys', 'values', 'entries', Symbol.iterator] as const

/** Every walk counts as many steps as there are things, every look-up one. What is walked by index, or inside a string, is not counted. */
function steps(run: () => unknown): number {
  let counted = 0
  const undo: (() => void)[] = []
  const counting = (owner: object, name: PropertyKey, stepsOf: (of: { length?: number; size?: number }) => number): void => {
    const known = Object.getOwnPropertyDescriptor(owner, name)
    const real: unknown = known?.value
    if (known === undefined || typeof real !== 'function') return
    undo.push(() => Object.defineProperty(owner, name, known))
    Object.defineProperty(owner, name, { ...known, value(this: { length?: number; size?: number }, ...given: unknown[]): unknown {
      counted += stepsOf(this)
      return Reflect.apply(real, this, given)
    } })
  }
  for (const name of walks) counting(Array.prototype, name, ({ length = 0 }) => length)
  for (const of of [Map.prototype, Set.prototype]) {
    for (const name of lookups) counting(of, name, () => 1)
    for (const name of collections) counting(of, name, ({ size = 0 }) => size)
  }
  try {
    run()
  } finally {
    for (const one of undo) one()
  }
  return counted
}

/** Fails where four times as much is more than eight times the work, or where hardly anything was counted. */
export function expectWork<Given>(of: (size: number) => Given, run: (given: Given) => unknown, size: number, what: string): void {
  const [small, large] = [of(size), of(4 * size)]
  const [few, many] = [steps(() => run(small)), steps(() => run(large))]
  expect(few, `${what}: counted`).toBeGreaterThan(size)
  expect(many / few, what).toBeLessThan(mostTimesTheWork)
}
