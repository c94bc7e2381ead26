// Rows of which there are more, with the way to the others.
import type { Action, Row } from './card.ts'

/** The way to the rest stands below the last row. */
export function withRest(rows: readonly Row[], rest: readonly Action[]): Row[] {
  const last = rows.at(-1)
  if (last === undefined || rest.length === 0) return [...rows]
  const { beside, actions = [], ...row } = last
  return [...rows.slice(0, -1), { ...row, actions: [...(beside === undefined ? [] : [beside]), ...actions, ...rest] }]
}
