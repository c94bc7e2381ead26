// A list that stays in order while things come and go.

/** The list as it is read. */
export type InOrder<Thing> = {
  all: () => readonly Thing[]
  /** The first for which it holds, where it holds for all behind one for which it holds. */
  firstFrom: (holds: (thing: Thing) => boolean) => Thing | undefined
}

export type Sorted<Thing> = InOrder<Thing> & {
  add: (thing: Thing) => void
  /** One that was added, or another that is the same in order; nothing where there is none. */
  remove: (thing: Thing) => void
}

/** @param compare zero for two that are the same alone */
export function sorted<Thing>(compare: (one: Thing, other: Thing) => number): Sorted<Thing> {
  const things: Thing[] = []
  const placeOf = (holds: (thing: Thing) => boolean): number => {
    let [from, to] = [0, things.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      const thing = things[middle]
      if (thing === undefined || holds(thing)) to = middle
      else from = middle + 1
    }
    return from
  }
  const placeFor = (thing: Thing): number => placeOf((other) => compare(other, thing) >= 0)
  return {
    all: () => things,
    add(thing) {
      things.splice(placeFor(thing), 0, thing)
    },
    remove(thing) {
      const place = placeFor(thing)
      const found = things[place]
      if (found !== undefined && compare(found, thing) === 0) things.splice(place, 1)
    },
    firstFrom: (holds) => things[placeOf(holds)],
  }
}
