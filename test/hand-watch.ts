import type { Stopwatch } from '#src/stopwatch.ts'

/** Time that passes when it is told to. `waits`: how long what is waited for has still to wait, the shortest first. */
export type HandWatch = Stopwatch & { pass: (ms: number) => void; waits: () => number[] }

export function handWatch(): HandWatch {
  let now = 0
  let waiting: { at: number; what: () => void }[] = []
  return {
    passedMs: () => now,
    after(ms, what) {
      const one = { at: now + ms, what }
      waiting.push(one)
      return () => void (waiting = waiting.filter((each) => each !== one))
    },
    pass(ms) {
      now += ms
      const due = waiting.filter(({ at }) => at <= now)
      waiting = waiting.filter(({ at }) => at > now)
      for (const { what } of due) what()
    },
    waits: () => waiting.map(({ at }) => at - now).toSorted((a, b) => a - b),
  }
}
