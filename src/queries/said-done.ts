// When a voice said that it is done: to say so answers a round, and what was sent back since has answered it all the same.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Member } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import { isBy, type End } from './round.ts'

/** `endedOn`: sent back, withdrawn or opened again then; without it the word stands. */
export type SaidDone = { on: Day; at: Instant; endedOn?: Day; endedAt?: Instant }

/** Of one voice. */
export const claimsOf = ({ claim, accepted, endedClaims = [] }: Member): SaidDone[] =>
  [...endedClaims.flatMap(({ on, at, ended, endedOn, endedAt }) => (ended === 'struck' ? [] : [{ on, at, endedOn, ...present({ endedAt }) }])), ...[claim, accepted?.claim].flatMap((said) => (said === undefined ? [] : [{ on: said.on, at: said.at }]))]

/** Whether it stood when something ended. */
export const stoodAt = ({ on, at, endedOn, endedAt }: SaidDone, end: End): boolean => isBy({ on, at }, end) && (endedOn === undefined || (endedAt === undefined ? endedOn > end.on : !isBy({ on: endedOn, at: endedAt }, end)))

/** Whether it answers what was asked until an end: it stood then, or came after it. What was sent back before it was asked for again. */
export const isAnswerTo = (said: SaidDone, end: End): boolean => !isBy(said, end) || stoodAt(said, end)
