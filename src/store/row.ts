// A row of things that need not all be in memory: what is asked of it is what one asks of a list.

/** A list is one too. Whoever goes through it, or slices it, has of each what was there when they asked. */
export type Row<Each> = Iterable<Each> & {
  readonly length: number
  at: (index: number) => Each | undefined
  slice: (from?: number, to?: number) => readonly Each[]
  findLastIndex: (is: (each: Each) => boolean) => number
}
