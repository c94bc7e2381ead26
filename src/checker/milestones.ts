// 年度分解 of one task in one year: what was proposed, what was approved, who has said that it is reached.
import type { Day, Instant, Milestone } from './raw.ts'

export type Reached = { at: Instant; member?: string; recorded: boolean }
export type Approved = Milestone & { reached: readonly Reached[] }
export type Year = { proposed?: readonly Milestone[]; approved?: readonly Approved[] }

/** What was reached stays so: a milestone of the same words, or one that the new list leaves out. */
export function approvedAnew({ proposed, approved = [] }: Year): Year {
  if (proposed === undefined) return approved.length === 0 ? {} : { approved }
  const like = (now: Milestone): readonly Reached[] => (approved.find(({ what, by }) => what === now.what && by === now.by) ?? approved.find(({ what }) => what === now.what))?.reached ?? []
  const left = approved.filter(({ what, reached }) => reached.length > 0 && proposed.every((now) => now.what !== what))
  return { approved: [...left, ...proposed.map((now) => ({ ...now, reached: like(now) }))].toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)) }
}

export const reachedIn = ({ approved, ...year }: Year, { what, by }: Milestone, said: Reached): Year =>
  approved === undefined ? year : { ...year, approved: approved.map((each) => (each.what === what && each.by === by ? { ...each, reached: [...each.reached, said] } : each)) }

/** What was recorded for a unit at that instant it never said. */
export const neverReachedIn = ({ approved, ...year }: Year, at: Instant): Year =>
  approved === undefined ? year : { ...year, approved: approved.map((each) => ({ ...each, reached: each.reached.filter((said) => said.at !== at || !said.recorded) })) }

/** The day of the first that is not reached: this year's and later ones; while this year has none, what is left of the last year that had. */
export function nextDay(years: ReadonlyMap<number, Year>, first: number, now: number, members: readonly string[]): Day | undefined {
  const isReached = ({ reached }: Approved): boolean => reached.length > 0 && (members.length === 0 || reached.some(({ member }) => member === undefined) || members.every((each) => reached.some(({ member }) => member === each)))
  const listed = [...years].filter(([year, { approved }]) => approved !== undefined && year >= first && year < now + 10).toSorted(([a], [b]) => a - b)
  const before = listed.some(([year]) => year === now) ? [] : listed.filter(([year]) => year < now).slice(-1)
  return [...before, ...listed.filter(([year]) => year >= now)].flatMap(([, { approved = [] }]) => approved).find((each) => !isReached(each))?.by
}
