// Whether an id stands in a log, and where: four bytes an entry, for a log may be long and almost every id that is asked for is new.

export type KnownIds = {
  /** The id of the next entry. */
  push: (id: string) => void
  /** The index of the first entry with the id. @param idAt what the id of an entry really is: two may have the same mark */
  find: (id: string, idAt: (index: number) => string | undefined) => number | undefined
  /** For a file. */
  marks: () => Uint32Array
}

const fewest = 64

/** @param known marks of the entries that came before */
export function knownIds(known: Uint32Array = new Uint32Array()): KnownIds {
  let marks = known
  let count = known.length
  /** Places of a table with a hole in every second at least; what stands in one is an index and one more. Made when it is first asked for. */
  let table = new Uint32Array()

  const put = (index: number): void => {
    const mask = table.length - 1
    let place = (marks[index] ?? 0) & mask
    while (table[place] !== 0) place = (place + 1) & mask
    table[place] = index + 1
  }
  const makeTable = (): void => {
    table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(fewest, 4 * count))))
    for (let index = 0; index < count; index += 1) put(index)
  }

  return {
    push(id) {
      if (count === marks.length) {
        const more = new Uint32Array(Math.max(fewest, 2 * count))
        more.set(marks)
        marks = more
      }
      marks[count] = markOf(id)
      count += 1
      if (table.length > 0 && table.length >= 2 * count) put(count - 1)
      else table = new Uint32Array()
    },
    find(id, idAt) {
      if (count === 0) return undefined
      if (table.length === 0) makeTable()
      const [mark, mask] = [markOf(id), table.length - 1]
      // Those with one mark stand in the order in which they came.
      for (let place = mark & mask; ; place = (place + 1) & mask) {
        const index = (table[place] ?? 0) - 1
        if (index < 0) return undefined
        if (marks[index] === mark && idAt(index) === id) return index
      }
    },
    marks: () => marks.slice(0, count),
  }
}

/** FNV-1a, and stirred once more: ids are alike but for their ends, and their last bits choose the place. */
function markOf(id: string): number {
  let mark = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) mark = Math.imul(mark ^ id.charCodeAt(at), 0x01000193)
  mark = Math.imul(mark ^ (mark >>> 15), 0x2c1b3c6d)
  return (mark ^ (mark >>> 13)) >>> 0
}
