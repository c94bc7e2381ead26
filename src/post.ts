// What delivery asks of a chat platform.
import type { PersonId } from '#src/ledger/ids.ts'
import type { Card } from '#templates/card.ts'

/** Where a message stands. */
export type Place = { conversation: string; ts: string }

/** It will never arrive as things are: a person without an account, an account that is closed. */
type Unreachable = { kind: 'unreachable'; why: string }

export type Posted =
  | ({ kind: 'posted' } & Place)
  /** Nobody can tell whether it arrived: look for its key later. */
  | { kind: 'unknown' }
  /** It was not taken: try again not before `afterMs`. */
  | { kind: 'later'; afterMs: number }
  | Unreachable

export type Post = {
  /**
   * Posts once, never retries. `key` can be found again in the message by `find`. `mayStill` is asked right before it is sent: where it
   * says no, nothing is sent, and the answer is `later`.
   */
  post: (to: PersonId, card: Card, key: string, mayStill: () => boolean) => Promise<Posted>
  /** Looks in the person's conversation for a message with this key. Throws when it cannot look now; `unreachable` where it never will. */
  find: (to: PersonId, key: string) => Promise<Place | Unreachable | undefined>
}
