// A round that was not named, or that nobody knows by that name: which there are, a press each for what was wanted.
import type { Card, Run } from './card.ts'
import { cutTo } from './cut-to.ts'

/** As many as stand on a phone without reading; the list has the others. */
const offered = 5

export const roundUnknown = (refusal: Card, rounds: readonly { name: string; run: Run }[]): Card => ({
  ...refusal,
  actions: [...rounds.slice(0, offered).map(({ name, run }) => ({ label: cutTo(name, 40), run })), ...(refusal.actions ?? [])],
})
