// A log in memory for unit tests, which fails in the ways a real one does, when told to.
import { start, type Appended, type Log, type LogEntry, type Sealed, type Tail } from '#src/ledger/log.ts'
import { StoreUnavailable } from '#src/store/store-error.ts'

/**
 * What happens to one append. `away`: certainly not recorded. `request-lost`: not recorded, and nobody can tell.
 * `answer-lost`: recorded, and nobody can tell. `late`: nobody can tell, and it is carried out after the next thing that is asked.
 */
export type Fault = 'none' | 'away' | 'request-lost' | 'answer-lost' | 'late'

export type MemoryLog = Log & {
  /** What stands in it, as an honest reader would find it. */
  entries: () => readonly LogEntry[]
  /** The faults of the next appends, in order; none after the last. */
  fail: (...faults: Fault[]) => void
  /** From now on nothing can be read or appended, until `isAway` is false again. */
  setAway: (isAway: boolean) => void
  /** The next append is asked and stays without an answer; `carryOut` lets it happen. */
  holdNext: () => { held: Promise<void>; carryOut: () => void }
  /** Puts somebody else's entries in the place of what stands there. */
  replaceWith: (entries: readonly LogEntry[]) => void
}

export function memoryLog(entries: LogEntry[] = []): MemoryLog {
  let faults: Fault[] = []
  let late: (() => void)[] = []
  let hold: { noticed: () => void; free: Promise<void> } | undefined
  let isAway = false

  const tail = (): Tail => entries.at(-1) ?? start
  const put = (after: Tail, sealed: readonly Sealed[]): Appended => {
    if (after.position !== tail().position || after.hash !== tail().hash) return { ok: false, missing: entries.filter(({ position }) => position > after.position) }
    for (const entry of sealed) entries.push({ ...entry, position: tail().position + 1, prev: tail().hash })
    return { ok: true }
  }
  const carryOutLate = (): void => {
    const waiting = late
    late = []
    for (const carryOut of waiting) carryOut()
  }

  return {
    async append(after, sealed) {
      await Promise.resolve()
      if (isAway) throw new StoreUnavailable('away')
      if (hold !== undefined) {
        const { noticed, free } = hold
        hold = undefined
        noticed()
        await free
      }
      const fault = faults.shift() ?? 'none'
      if (fault === 'away') throw new StoreUnavailable('away')
      if (fault === 'request-lost') throw new Error('the request was lost')
      if (fault === 'late') {
        late.push(() => put(after, sealed))
        throw new Error('the answer is late')
      }
      const answer = put(after, sealed)
      carryOutLate()
      if (fault === 'answer-lost') throw new Error('the answer was lost')
      return answer
    },

    async read(after) {
      await Promise.resolve()
      if (isAway) throw new Error('away')
      const found = entries.filter(({ position }) => position > after)
      carryOutLate()
      return found
    },

    entries: () => entries,
    fail: (...next) => {
      faults = [...faults, ...next]
    },
    setAway: (away) => {
      isAway = away
    },
    holdNext() {
      let carryOut: () => void = () => undefined
      const free = new Promise<void>((resolve) => {
        carryOut = resolve
      })
      const held = new Promise<void>((noticed) => {
        hold = { noticed, free }
      })
      return { held, carryOut }
    },
    replaceWith(others) {
      entries.splice(0, entries.length, ...others)
    },
  }
}
