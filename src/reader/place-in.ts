// The line a span stands in, counted from 1.
import type { Span } from './reading.ts'

export type Place = (span: Span) => { line: number; span: Span }

/** Looks through the text once, however many are asked for. */
export function placeIn(text: string): Place {
  const starts: number[] = [0]
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1)
  return (span) => ({ line: atOrBefore(starts, span.from) + 1, span })
}

/** Of numbers in order, the place of the last that is not above; 0 where all are. */
export function atOrBefore(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
