// What the oracle keeps of rounds: read from the entries, with what became of each time.
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { Opened } from './standing.ts'

const roundOf = (rounds: readonly Opened[], key: string): Opened | undefined => rounds.find(({ id }) => id === key.split('/')[0])

/** @returns whether it was of a round */
export function readRound(rounds: Opened[], event: PlanEvent, on: string): boolean {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- all that is no round's is read elsewhere.
  switch (event.type) {
    case 'round-opened':
      rounds.push({ id: event.round, tasks: event.tasks, since: event.since, openedOn: on, until: event.until, repeats: event.repeats, closed: new Map(), reopened: new Map() })
      return true
    case 'round-closed':
      roundOf(rounds, event.round)?.closed.set(event.round, on)
      return true
    case 'round-resumed':
      roundOf(rounds, event.round)?.closed.delete(event.round)
      return true
    case 'round-ended':
      Object.assign(roundOf(rounds, event.round) ?? {}, { endedOn: on })
      return true
    case 'round-reopened': {
      const round = roundOf(rounds, event.round)
      round?.reopened.set(event.round, new Map([...(round.reopened.get(event.round) ?? []), [event.unit, { until: event.until, on }]]))
      return true
    }
    case 'round-published':
      return true
    default:
      return false
  }
}

/** What was reopened for a unit is reopened for the one that it became. */
export function roundsOfOne(rounds: readonly Opened[], from: string, to: string): void {
  for (const { reopened } of rounds) for (const units of reopened.values()) {
    const own = units.get(from)
    if (own !== undefined && !units.has(to)) units.set(to, own)
    units.delete(from)
  }
}
