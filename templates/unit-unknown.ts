// A unit nobody knows by that name, and the units it may have meant.
import type { Card, Run } from './card.ts'

export const unitUnknown = (refusal: Card, nearest: readonly string[], runOf: (unit: string) => Run): Card => ({
  ...refusal,
  actions: [...nearest.map((name) => ({ label: name, run: runOf(name) })), ...(refusal.actions ?? [])],
})
