// How fast messages may leave. Slack takes about one a second in a conversation, and does not say how many of a workspace:
// https://docs.slack.dev/apis/web-api/rate-limits/ (chat.postMessage, "special"). Whoever is told to wait waits alone.
import type { PersonId } from '#src/ledger/ids.ts'
import type { Stopwatch } from '#src/stopwatch.ts'

/** `burst`: so many at once after a quiet time, then one in `workspaceMs`; in one conversation one in `conversationMs`. */
export type PaceNumbers = { burst: number; workspaceMs: number; conversationMs: number }
export const slackPace: PaceNumbers = { burst: 30, workspaceMs: 1000, conversationMs: 1000 }
/** For a workspace of one's own, which asks nobody to wait. */
export const unpaced: PaceNumbers = { burst: 1, workspaceMs: 0, conversationMs: 0 }

export type Pace = {
  /** Milliseconds until a message to this person may leave; 0 is now. */
  readyIn: (to: PersonId) => number
  /** One leaves now. */
  took: (to: PersonId) => void
  /** The platform asked to leave this person alone for so long. */
  hold: (to: PersonId, ms: number) => void
  isHeld: (to: PersonId) => boolean
}

export function pacing({ burst, workspaceMs, conversationMs }: PaceNumbers, { passedMs }: Stopwatch): Pace {
  /** When the next would leave if they had left evenly: a burst is how far this may lie behind. */
  let even = -Infinity
  const next = new Map<PersonId, number>()
  const held = new Map<PersonId, number>()
  return {
    readyIn: (to) => Math.max(0, even - passedMs(), (next.get(to) ?? -Infinity) - passedMs()),
    took(to) {
      even = Math.max(even, passedMs() - (burst - 1) * workspaceMs) + workspaceMs
      next.set(to, passedMs() + conversationMs)
      for (const [person, at] of next) if (at <= passedMs()) next.delete(person)
    },
    hold: (to, ms) => void held.set(to, passedMs() + ms),
    isHeld: (to) => (held.get(to) ?? -Infinity) > passedMs(),
  }
}
