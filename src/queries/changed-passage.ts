// What of a text changed, with a little of what stands around it: on a phone nobody compares two paragraphs.

/** So many signs before and after are shown. */
const around = 10
/** A task's own number is no part of what it says. */
const ownNumber = /^[（(]?[\d０-９一二三四五六七八九十]{1,4}[）).．、]/

export type Passage = { was: string; now: string }

/** From the first sign that differs to the last; `…` where it was left out. */
export function changedPassage(before: string, after: string): Passage {
  const [was, now] = [before, after].map((text) => Array.from(text.replace(/\s+/g, ' ').trim().replace(ownNumber, '').trim()))
  if (was === undefined || now === undefined) return { was: before, now: after }
  const shorter = Math.min(was.length, now.length)
  let same = 0
  while (same < shorter && was[same] === now[same]) same += 1
  let sameEnd = 0
  while (sameEnd < shorter - same && was[was.length - 1 - sameEnd] === now[now.length - 1 - sameEnd]) sameEnd += 1
  const from = Math.max(0, same - around)
  const left = Math.max(0, sameEnd - around)
  const passage = (signs: readonly string[]): string => `${from === 0 ? '' : '…'}${signs.slice(from, signs.length - left).join('')}${left === 0 ? '' : '…'}`
  return { was: passage(was), now: passage(now) }
}
