// What fits on the leader's screen: what matters least is said shorter, or gives way.
import type { Row } from './card.ts'
import type { Rich } from './rich.ts'

/** One way to say something; the smaller rank is put on the screen before the greater. */
export type Said = { rank: number; rows: readonly Row[] }

/** What stands together, from the briefest way to say it to the fullest: each takes the place of the one before where there is room. */
export type Passage = readonly Said[]

export const rowsOf = (lines: readonly Rich[]): Row[] => lines.map((line) => ({ line }))

/** A line, and the grey one under it. */
const linesOf = (rows: readonly Row[]): number => rows.reduce((sum, { note }) => sum + (note === undefined ? 1 : 2), 0)

/** @param passages by their names @param most lines in all */
export function withinScreen<Name extends string>(most: number, passages: Readonly<Record<Name, Passage>>): Record<Name, readonly Row[]> {
  const names = Object.keys(passages) as Name[]
  const kept = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, readonly Row[]>
  let left = most
  for (const { name, rows } of names.flatMap((each) => passages[each].map((said) => ({ name: each, ...said }))).toSorted((a, b) => a.rank - b.rank)) {
    const more = linesOf(rows) - linesOf(kept[name])
    if (more > left) continue
    left -= more
    kept[name] = rows
  }
  return kept
}
