// The one place where what breaks behind a click is caught: logged with its cause, and told with a reference to whoever clicked.
import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import type { Desk } from '#src/command.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Show } from './answering.ts'
import { errorForLog } from '#src/error-for-log.ts'
import type { Sayings, Written } from './callbacks.ts'
import type { Languages } from './languages.ts'
import type { Card } from '#templates/card.ts'
import type { Origin } from './origin.ts'

/** `user`: undefined where a payload could not even be read. */
export type Visitor = { user: string; origin: Origin; /** What they wrote, and the desk that was asked for, as far as both are known when it breaks. */ brought?: Brought }
export type Brought = { written?: Written; desk?: Desk }

/** `settling`: what an act came to that was uncertain when it was answered. */
export type Door = Stamp['via'] | 'home' | 'settling'

export type Doors = {
  /** Logs what broke, with a reference, and makes the card that tells of it. */
  broken: (error: unknown, door: Door, visitor: Visitor) => Promise<Card>
  /** Does the work behind a door. Never throws. */
  through: (door: Door, visitor: Visitor, work: () => Promise<void>) => Promise<void>
  /** Resolves once nothing is being answered any more. */
  idle: () => Promise<void>
}

/** Without the letters and digits that are mistaken for each other on the telephone. */
const referenceSigns = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const reference = (): string => Array.from({ length: 6 }, () => referenceSigns.charAt(randomInt(referenceSigns.length))).join('')

export function doors({ show, say, languages, logger }: { show: Show; say: Sayings; languages: Languages; logger: Logger }): Doors {
  const open = new Set<Promise<void>>()

  async function broken(error: unknown, door: Door, { user, brought }: Visitor): Promise<Card> {
    const ref = reference()
    logger.error({ err: errorForLog(error), reference: ref, door, user }, 'could not answer')
    const lang = await languages.of(user)
    const card = say.failed(ref, lang, error)
    return brought?.written === undefined ? card : say.giveBack(card, brought.written, lang, brought.desk)
  }

  async function guarded(door: Door, visitor: Visitor, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      try {
        await show(visitor.user, visitor.origin, await broken(error, door, visitor), await languages.of(visitor.user))
      } catch (second) {
        logger.error({ err: errorForLog(second), user: visitor.user }, 'could not even say so')
      }
    }
  }

  return {
    broken,
    async through(door, visitor, work) {
      const passing = guarded(door, visitor, work)
      open.add(passing)
      await passing
      open.delete(passing)
    },
    async idle() {
      while (open.size > 0) await Promise.all(open)
    },
  }
}
