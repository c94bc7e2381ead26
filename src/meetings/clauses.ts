// All that the clauses of a plan's bodies ask for in a window: sittings, and looks at the work.
import type { Day } from '#src/calendar/day.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { cadences, cadencesOf, closedShort, closedShortOf, type CadenceFacts } from './cadence.ts'
import { reviewCadences, reviewCadencesOf, reviewsShort, reviewsShortOf, type ReviewCadence } from './review-cadence.ts'

/** So many sittings or reviews that a clause asks for in a window. */
export type ClauseFacts = CadenceFacts | ReviewCadence

export const asksForReview = (facts: ClauseFacts): facts is ReviewCadence => 'asks' in facts

export const clausesOf = (plan: PlanState, body: Body, today: Day): ClauseFacts[] => [...cadencesOf(plan, body, today), ...reviewCadencesOf(plan, body, today)]

/** Of all bodies, those with most missing first. */
export const clauses = (plan: PlanState, today: Day): ClauseFacts[] => [...cadences(plan, today), ...reviewCadences(plan, today)].toSorted((a, b) => b.missing - a.missing)

export const clausesShortOf = (plan: PlanState, body: Body, today: Day): ClauseFacts[] => latestFirst([...closedShortOf(plan, body, today), ...reviewsShortOf(plan, body, today)])

/** Windows that closed with fewer than their clause asks for, the latest first; with `excused` where it was said why. */
export const clausesShort = (plan: PlanState, today: Day): ClauseFacts[] => latestFirst([...closedShort(plan, today), ...reviewsShort(plan, today)])

/** Those of which nobody has said why: they stay until somebody does, or one of that window is put on record. */
export const clausesUnmet = (plan: PlanState, today: Day): ClauseFacts[] => clausesShort(plan, today).filter(({ excused }) => excused === undefined)

const latestFirst = (all: ClauseFacts[]): ClauseFacts[] => all.toSorted((a, b) => (a.window.to < b.window.to ? 1 : a.window.to > b.window.to ? -1 : 0))
