// A small subject for tests of the store: a list of names, in which nobody may stand twice.
import { z } from 'zod'
import { Day, Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Subject } from '#src/store/folded-log.ts'

export const Signed = z.object({ type: z.literal('signed'), name: z.string(), wish: z.string().default('一切顺利') })
export type Signed = z.infer<typeof Signed>

export type Guestbook = { names: Map<string, number>; lastOn?: string }

export const guestbook: Subject<Guestbook, Signed> = {
  initial: () => ({ names: new Map() }),
  event: Signed,
  evolve(book, { name }, { on }, position) {
    book.names.set(name, position)
    book.lastOn = on
    return book
  },
}

export const stamp: Stamp = { at: Instant.parse('2026-06-30T01:02:03.004Z'), on: Day.parse('2026-06-30'), by: 'system', via: 'system' }

export const sign =
  (name: string) =>
  ({ names }: Guestbook): Decision<Signed> =>
    names.has(name) ? refuse({ code: 'person-known', name }) : accept({ type: 'signed', name, wish: '平安' })
