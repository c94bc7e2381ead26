// When a voice said that it is done: to say so answers a round, and what was sent back since has answered it all the same.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Member } from '#src/ledger/assignment.ts'

/** `endedOn`: sent back, withdrawn or opened again on that day; without it the word stands. */
export type SaidDone = { on: Day; at: Instant; endedOn?: Day }

/** Of one voice. */
export const claimsOf = ({ claim, accepted, endedClaims = [] }: Member): SaidDone[] =>
  [...endedClaims.flatMap(({ on, at, ended, endedOn }) => (ended === 'struck' ? [] : [{ on, at, endedOn }])), ...[claim, accepted?.claim].flatMap((said) => (said === undefined ? [] : [{ on: said.on, at: said.at }]))]

/** Whether it stood at the end of a day. */
export const stoodAt = ({ on, endedOn }: SaidDone, day: Day): boolean => on <= day && (endedOn === undefined || endedOn > day)

/** Whether it answers what was asked until a day: it stood on that day, or came after it. What was sent back before that day was asked for again. */
export const isAnswerTo = (said: SaidDone, until: Day): boolean => said.on > until || stoodAt(said, until)
