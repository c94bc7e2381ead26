// The one place where what breaks behind a click is caught: logged with its cause, and told with a reference to whoever clicked.
import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import type { Desk } from '#src/command.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Show } from './answering.ts'
import { errorForLog } from '#src/error-for-log.ts'
import type { Sayings, Written } from './callbacks.ts'
import type { Languages } from './languages.ts'
import type { Origin } from './origin.ts'

/** `user`: undefined where a payload could not even be read. */
export type Visitor = { user: string; origin: Origin; /** What they wrote, and the desk that was asked for, as far as both are known when it breaks. */ brought?: Brought }
export type Brought = { written?: Written; desk?: Desk }

export type Doors = {
  /** Does the work behind a door. Never throws. */
  through: (door: Stamp['via'] | 'home', visitor: Visitor, work: () => Promise<void>) => Promise<void>
  /** Resolves once nothing is being answered any more. */
  idle: () => Promise<void>
}

/** Without the letters and digits that are mistaken for each other on the telephone. */
const referenceSigns = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const reference = (): string => Array.from({ length: 6 }, () => referenceSigns.charAt(randomInt(referenceSigns.length))).join('')

export function doors({ show, say, languages, logger }: { show: Show; say: Sayings; languages: Languages; logger: Logger }): Doors {
  const open = new Set<Promise<void>>()

  async function guarded(door: string, { user, origin, brought }: Visitor, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const ref = reference()
      logger.error({ err: errorForLog(error), reference: ref, door, user }, 'could not answer')
      try {
        const lang = await languages.of(user)
        const card = say.failed(ref, lang, error)
        await show(user, origin, brought?.written === undefined ? card : await say.giveBack(card, brought.written, lang, brought.desk), lang)
      } catch (second) {
        logger.error({ err: errorForLog(second), reference: ref, user }, 'could not even say so')
      }
    }
  }

  return {
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
