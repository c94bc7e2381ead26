// What a line of a message is made of, whatever it is about.
import type { Row } from './card.ts'
import { rich, type Rich } from './rich.ts'

/** `say`: the sentence alone, for the lock screen. `isSettled`: nothing is to be done about it any more. */
export type NoticeLine = { say: string; row: Row; isSettled: boolean }

/** With its buttons; `below`: lines under the sentence. */
export const owed = (say: string, more: Partial<Row> & { below?: readonly Rich[] } = {}): NoticeLine => {
  const { below = [], ...row } = more
  return { say, row: { line: below.reduce((line, next) => rich`${line}\n${next}`, rich`${say}`), ...row }, isSettled: false }
}

/** What the line was about, and what stands. */
export const settled = (about: string, stands: string, mark: '✅' | '↩️' | '⏸️' | '📅' = '✅'): NoticeLine => ({ say: `${about} · ${stands}`, row: { line: rich`${mark} ${about} · ${stands}` }, isSettled: true })
