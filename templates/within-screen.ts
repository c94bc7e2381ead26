// What fits on the leader's screen: what matters least is said shorter, or gives way.
import type { Rich } from './rich.ts'

/** One way to say something; the smaller rank is put on the screen before the greater. */
export type Said = { rank: number; lines: readonly Rich[] }

/** What stands together, from the briefest way to say it to the fullest: each takes the place of the one before where there is room. */
export type Passage = readonly Said[]

/** @param passages in the order in which they are read @param most lines in all */
export function withinScreen(most: number, passages: readonly Passage[]): Rich[] {
  const kept = new Map<Passage, readonly Rich[]>()
  let left = most
  for (const { passage, lines } of passages.flatMap((each) => each.map((said) => ({ passage: each, ...said }))).toSorted((a, b) => a.rank - b.rank)) {
    const more = lines.length - (kept.get(passage)?.length ?? 0)
    if (more > left) continue
    left -= more
    kept.set(passage, lines)
  }
  return passages.flatMap((passage) => kept.get(passage) ?? [])
}
