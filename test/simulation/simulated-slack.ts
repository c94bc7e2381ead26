// A model of people's conversations: what is visible in them, and the ways in which posting goes wrong.
import type { PersonId } from '#src/ledger/ids.ts'
import type { Post, Posted } from '#src/post.ts'
import type { Life } from './life.ts'
import type { World } from './world.ts'

export type Visible = { to: PersonId; key: string; ts: string }
type Course = 'posted' | 'answer-lost' | 'failed-after' | 'request-lost' | 'hangs' | 'slow-down' | 'unreachable' | 'failed-before'

const mostly = 0.8
const otherwise: readonly [Course, ...Course[]] = ['answer-lost', 'failed-after', 'request-lost', 'hangs', 'slow-down', 'unreachable', 'failed-before']

export type SimulatedSlack = { visible: Visible[]; postOf: (life: Life) => Post }

/** @param onVisible told of every message as it appears */
export function simulatedSlack(world: World, onVisible: (message: Visible) => void): SimulatedSlack {
  const visible: Visible[] = []
  const appear = (to: PersonId, key: string): { kind: 'posted'; conversation: string; ts: string } => {
    const message = { to, key, ts: String(visible.length + 1) }
    visible.push(message)
    onVisible(message)
    return { kind: 'posted', conversation: `D-${to}`, ts: message.ts }
  }

  const send = async (life: Life, to: PersonId, key: string): Promise<Posted> => {
    const course = world.isCalm || world.chance(mostly) ? 'posted' : world.oneOf(otherwise)
    switch (course) {
      case 'posted':
        return life.ask(() => appear(to, key))
      case 'answer-lost':
        return life.ask(() => appear(to, key), 'answer')
      case 'failed-after':
        return life.ask(() => appear(to, key)).then(() => ({ kind: 'unknown' }))
      case 'request-lost':
        return life.ask(() => appear(to, key), 'request')
      case 'hangs':
        // Cut off by us at ten seconds, it may stay on its way for ten more.
        world.after(world.between(1000, 19_000), () => void appear(to, key))
        return new Promise(() => undefined)
      case 'slow-down':
        return life.ask(() => ({ kind: 'later', afterMs: world.between(1000, 30_000) }))
      case 'unreachable':
        return life.ask(() => ({ kind: 'unreachable', why: 'account_inactive' }))
      case 'failed-before':
        return life.ask(() => ({ kind: 'unknown' }))
    }
  }

  return {
    visible,
    postOf: (life) => ({
      async post(to, _card, key, mayStill) {
        // Before a message is sent its conversation is opened, which can take its time.
        await life.ask(() => undefined)
        return mayStill() ? send(life, to, key) : { kind: 'later', afterMs: 0 }
      },
      async find(to, key) {
        const found = await life.ask(() => visible.find((message) => message.to === to && message.key === key), world.chance(0.05) ? 'answer' : 'no')
        return found && { conversation: `D-${to}`, ts: found.ts }
      },
    }),
  }
}
