// When a voice said that it is done: to say so answers a round, and what was sent back since has answered it all the same.
import type { Day } from '#src/calendar/day.ts'
import { standingOf, type Assignment, type Member } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'

/** `endedOn`: sent back, withdrawn or opened again on that day; without it the word stands. */
export type SaidDone = { on: Day; endedOn?: Day }

/** Of a unit, or of a member of its group: its own, and those of the whole. */
export const saidDoneBy = (part: Assignment, voice: UnitId): SaidDone[] =>
  [standingOf(part), ...(voice === part.unit ? [] : [standingOf(part, voice)])].flatMap(claimsOf)

const claimsOf = ({ claim, accepted, endedClaims = [] }: Member): SaidDone[] =>
  [...endedClaims, ...(claim === undefined ? [] : [{ on: claim.on }]), ...(accepted === undefined ? [] : [{ on: accepted.claimedOn }])]

/** Whether it stood at the end of a day. */
export const stoodAt = ({ on, endedOn }: SaidDone, day: Day): boolean => on <= day && (endedOn === undefined || endedOn > day)

/** Whether it answers what was asked until a day: it stood on that day, or came after it. What was sent back before that day was asked for again. */
export const isAnswerTo = (said: SaidDone, until: Day): boolean => said.on > until || stoodAt(said, until)
