// Intents that stand in a row before a log, and who of them goes together.
import type { Decision } from '#src/ledger/decision.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { Stamp } from '#src/ledger/stamp.ts'

/** `repeated`: this intent was recorded before, and these are its events of then. An intent that changes nothing has none. */
export type Settled<Event> = { ok: true; position: number; repeated: boolean; events: readonly Event[] } | { ok: false; refusal: Refusal }

export type Intent<State, Event> = {
  id: string
  act: string | undefined
  touches: string | undefined
  stamp: Stamp
  decide: (state: State) => Decision<Event>
  /** An entry of it may be in the log although we do not know. */
  mayStand: boolean
  /** Nobody waits for it any more, and it was never sent: it must not be. */
  withdrawn: boolean
  isSettled: boolean
  settled: Promise<Settled<Event>>
  answer: (settled: Settled<Event>) => void
  fail: (error: unknown) => void
}

/** @param whenOver told as soon as its outcome is known, before anybody who waits for it */
export function standInRow<State, Event>(row: Intent<State, Event>[], asked: Pick<Intent<State, Event>, 'id' | 'stamp' | 'decide' | 'act' | 'touches'>, whenOver: (intent: Intent<State, Event>) => void): Intent<State, Event> {
  const over = (): void => {
    intent.isSettled = true
    whenOver(intent)
  }
  let resolved: Intent<State, Event>['answer'] = over
  let rejected: Intent<State, Event>['fail'] = over
  const settled = new Promise<Settled<Event>>((resolve, reject) => {
    resolved = resolve
    rejected = reject
  })
  const intent: Intent<State, Event> = {
    ...asked, mayStand: false, withdrawn: false, isSettled: false, settled,
    answer(outcome) {
      over()
      resolved(outcome)
    },
    fail(error) {
      over()
      rejected(error)
    },
  }
  row.push(intent)
  return intent
}

/** More are not appended at once: each waits for all of them. */
const mostTogether = 100

/** Takes the first out of the row, and who stands right behind it as long as each touches something of its own. Whoever says nothing goes alone. */
export function nextTogether<Each extends { touches: string | undefined }>(row: Each[]): Each[] {
  const touched = new Set<string>()
  let count = 0
  for (const { touches } of row) {
    const standsApart = touches !== undefined && !touched.has(touches)
    if (count > 0 && (!standsApart || touched.size === 0 || count === mostTogether)) break
    if (touches !== undefined) touched.add(touches)
    count += 1
  }
  return row.splice(0, count)
}
