// What the oracle keeps of what was given each period: handed in, received, sent back, and what was in the way.
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { Given, When } from './standing.ts'

export type GivenPeriods = {
  readonly given: Map<string, Given>
  readonly hindered: (When & { occurrence: string; unit: string })[]
  readonly sentBack: Map<string, When & { unit: string; occurrence: string; member: string | undefined }>
}

const keyOf = ({ occurrence, member }: { occurrence: string; member?: string | undefined }): string => (member === undefined ? occurrence : `${occurrence}/${member}`)

/** @returns whether it was of a period's duty */
export function readGiven({ given, hindered, sentBack }: GivenPeriods, event: PlanEvent, when: When): boolean {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- all that is no duty's is read elsewhere.
  switch (event.type) {
    case 'fulfilled': case 'submitted':
      sentBack.delete(keyOf(event))
      given.set(keyOf(event), { ...when, unit: event.unit, member: event.member, status: event.type === 'fulfilled' ? 'done' : 'submitted' })
      return true
    case 'received':
      Object.assign(given.get(keyOf(event)) ?? {}, { status: 'done' })
      return true
    case 'submission-returned': {
      const before = given.get(keyOf(event))
      given.delete(keyOf(event))
      sentBack.set(keyOf(event), { ...when, unit: before?.member ?? before?.unit ?? '', occurrence: event.occurrence, member: event.member })
      return true
    }
    case 'hindered':
      hindered.push({ ...when, occurrence: event.occurrence, unit: event.member ?? event.unit })
      return true
    default:
      return false
  }
}

/** What a unit gave is of the one that it became. */
export function givenOfOne({ given, sentBack }: GivenPeriods, from: string, to: string): void {
  for (const all of [given, sentBack]) for (const [key, done] of all) if (key.endsWith(`/${from}`)) {
    const moved = `${key.slice(0, -from.length)}${to}`
    all.delete(key)
    if (!all.has(moved)) all.set(moved, { ...done, unit: done.unit === from ? to : done.unit, member: to } as never)
  }
}
