// How alike two texts of one document are: whatever is only space, width or punctuation counts for nothing.

/** So much of a task's words is compared; the rest of a long one says no more about which task it is. */
const comparedAtMost = 600

/** What one text is found again by. */
export const matchedWords = (text: string): string => text.slice(0, comparedAtMost * 2).normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, '').slice(0, comparedAtMost)

/** All words of a text, to tell whether they changed: 1.5亿 is not 15亿, and the last words count like the first. */
export const wordsOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}_.%]/gu, '')

/** Every two signs that stand beside each other, with how often. */
export type Bigrams = { counts: ReadonlyMap<string, number>; total: number }

/** None of a single sign. */
export function bigramsOf(text: string): Bigrams {
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return { counts, total: Math.max(0, text.length - 1) }
}

/** Dice's measure: 1 where they have the same pairs of signs, 0 where none. */
export function likeness(a: Bigrams, b: Bigrams): number {
  if (a.total + b.total === 0) return 0
  let shared = 0
  for (const [pair, count] of a.counts) shared += Math.min(count, b.counts.get(pair) ?? 0)
  return (2 * shared) / (a.total + b.total)
}

/** Shorter than this, a name stands in others by chance. */
const containedFrom = 4

/** 建设一键报警 in 建设一键报警装置: alike as far as the one fills the other. */
export function containment(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= containedFrom && long.includes(short) ? 0.6 + (0.4 * short.length) / long.length : 0
}
