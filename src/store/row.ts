// A row of things that need not all be in memory: what is asked of it is what one asks of a list.

/** A list is one too. Whoever goes through it, or slices it, has of each what was there when they asked. */
export type Row<Each> = Iterable<Each> & {
  readonly length: number
  at: (index: number) => Each | undefined
  slice: (from?: number, to?: number) => readonly Each[]
  findLastIndex: (is: (each: Each) => boolean) => number
}

/** The first of a row that only grows, none of them unpacked before it is asked for. */
export function firstOf<Each>(row: Row<Each>, count: number): Row<Each> {
  function* each(): Generator<Each> {
    for (let index = 0; index < count; index += 1) {
      const one = row.at(index)
      if (one !== undefined) yield one
    }
  }
  return {
    length: count,
    at: (index) => (index >= count ? undefined : row.at(index < 0 ? index + count : index)),
    slice: (from = 0, to = count) => row.slice(from < 0 ? from + count : from, Math.min(to < 0 ? to + count : to, count)),
    findLastIndex(is) {
      for (let index = count - 1; index >= 0; index -= 1) {
        const one = row.at(index)
        if (one !== undefined && is(one)) return index
      }
      return -1
    },
    [Symbol.iterator]: each,
  }
}
