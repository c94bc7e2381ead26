// What a decision is: the events of one intent, or the reason there are none.
import type { Refusal } from './refusal.ts'

export type Decision<Event> = { ok: true; events: Event[] } | { ok: false; refusal: Refusal }

export const accept = <Event>(...events: Event[]): Decision<Event> => ({ ok: true, events })
export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
