// Which of what was said at a sitting is neither recorded nor passed over.
import type { SittingItem } from './decided-at.ts'

export type SaidAtSitting = { what: 'said' | 'passed-over'; lines: readonly string[] }

/** @param said the earliest first: what is said again after it was passed over waits again */
export function decisionsLeftOf(said: readonly SaidAtSitting[], items: readonly SittingItem[]): string[] {
  const recorded = new Set(items.map(wordsOf))
  const left = said.reduce<readonly string[]>((all, { what, lines }) => [...all.filter((line) => what === 'said' || !lines.includes(line)), ...(what === 'said' ? lines.filter((line) => !all.includes(line)) : [])], [])
  return left.filter((line) => line !== '' && !recorded.has(line))
}

function wordsOf(item: SittingItem): string {
  switch (item.kind) {
    case 'decided': return item.task.text
    case 'withdrawn': return item.said
    case 'noted': return item.words
  }
}
