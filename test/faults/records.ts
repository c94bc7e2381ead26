// What the logs of a history say, looked at in the order in which they were written.
import { z } from 'zod'
import type { Instant } from '#src/calendar/day.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { Stamp } from '#src/ledger/stamp.ts'
import { TaskNo } from '#src/ledger/ids.ts'
import { deliveryKey } from '#src/log-subjects.ts'
import type { Truth } from '#test/simulation/truth.ts'
import { marksIn, type Written } from './history.ts'

/** `nth`: among the events of its entry. `isBare`: 正常推进 and no word. */
export type Recorded = { log: string; id: string; nth: number; type: string; by: Actor; task: TaskNo | undefined; marks: readonly string[]; isBare: boolean }

/** `due`: what was due when it was claimed, or came to be until the claim was over. */
export type Claim = { key: string; at: Instant; notices: readonly string[]; due: ReadonlySet<string> }

export type Records = {
  /** Of plans and directory. */
  events: readonly Recorded[]
  claims: readonly Claim[]
  /** Keys of messages that the delivery log calls delivered. */
  delivered: readonly string[]
  /** By a person's account. */
  personOf: (account: string) => Actor | undefined
}

const Body = z.object({ stamp: Stamp, events: z.array(z.looseObject({ type: z.string(), task: TaskNo.optional(), state: z.string().optional() })) })

/** Folds everything into `truth` on the way, which then stands at the end. */
export function recordsOf(written: readonly Written[], truth: Truth): Records {
  const events: Recorded[] = []
  const claims: Claim[] = []
  const delivered: string[] = []
  const open = new Map<string, Set<string>>()
  const dueAt = (at: Instant): string[] => truth.due(at).map(({ key }) => key)

  for (const { log, entry } of written) {
    const { stamp, events: happened } = Body.parse(JSON.parse(entry.body))
    for (const event of truth.take(log, entry)) {
      if (event.type === 'claimed') {
        const due = new Set(dueAt(stamp.at))
        open.set(event.key, due)
        claims.push({ key: event.key, at: stamp.at, notices: event.notices.map(({ key }) => key), due })
      } else if (event.type !== 'balanced') open.delete(event.key)
      if (event.type === 'delivered') delivered.push(event.key)
    }
    if (log === deliveryKey) continue
    for (const [nth, event] of happened.entries()) events.push({ log, id: entry.id, nth, type: event.type, by: stamp.by, task: event.task, marks: marksIn(JSON.stringify(event)), isBare: isBare(event) })
    // What is recorded after the last look makes nobody take a message back.
    const due = open.size === 0 ? [] : dueAt(stamp.at)
    for (const known of open.values()) for (const key of due) known.add(key)
  }
  const people = [...truth.directory.state().people.values()]
  return { events, claims, delivered, personOf: (account) => people.find(({ handle }) => handle?.id === account)?.id }
}

const isBare = (event: Record<string, unknown>): boolean =>
  event['type'] === 'reported' && event['state'] === 'normal' && ['progress', 'done', 'problem', 'next', 'answer'].every((field) => event[field] === undefined || event[field] === '')
