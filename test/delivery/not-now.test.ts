// Delivery where the platform, a person or the store does not take what is sent.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Post, Posted } from '#src/post.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import { cardOf, notice, person } from './county.ts'
import { claimMs, Delivering } from './delivering.ts'

let here: Delivering

beforeEach(() => {
  here = new Delivering()
})

describe('a platform that says not now', () => {
  it('is left alone for as long as it asked, for that person', async () => {
    here.due = [notice('a', 1), notice('b', 2)]
    here.chat.turns = ['later']
    const delivery = await here.started()
    expect(await delivery.sweep()).toMatchObject({ later: 1, delivered: 1 })
    here.time.pass(999)
    expect(await delivery.sweep()).toMatchObject({ later: 1, delivered: 0 })
    here.time.pass(1)
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    expect(here.chat.told()).toEqual(['b', 'a'])
  })
})

describe('a platform that takes nothing from anybody', () => {
  const everybody = Array.from({ length: 60 }, (_, at) => at + 1)
  const refusing = (isRefused: (to: PersonId) => boolean, how: Posted): { post: Post; asked: PersonId[] } => {
    const asked: PersonId[] = []
    return {
      asked,
      post: {
        find: async (to, key) => here.chat.find(to, key),
        post(to, card, key) {
          asked.push(to)
          return isRefused(to) ? Promise.resolve(how) : here.chat.post(to, card, key)
        },
      },
    }
  }

  it.each<[string, Posted]>([['says not now', { kind: 'later', afterMs: 60_000 }], ['does not answer', { kind: 'unknown' }]])('and %s is asked a few times a sweep, not once for each', async (_, how) => {
    here.due = everybody.map((nth) => notice(`n${nth}`, nth))
    const { post, asked } = refusing(() => true, how)
    const delivery = await here.started({ post })
    const swept = await delivery.sweep()
    expect(asked.length).toBeLessThanOrEqual(10)
    expect(swept.later).toBeGreaterThanOrEqual(50)
    expect(here.written().length).toBeLessThanOrEqual(20)
  })

  it('keeps nobody else waiting where it was only some: the others come first at the next sweep', async () => {
    here.due = everybody.map((nth) => notice(`n${nth}`, nth))
    const some = new Set(everybody.slice(0, 20).map(person))
    const { post } = refusing((to) => some.has(to), { kind: 'later', afterMs: 1 })
    const delivery = await here.started({ post })
    for (let sweep = 0; sweep < 5; sweep += 1) {
      await delivery.sweep()
      here.time.pass(60_000)
    }
    expect(new Set(here.chat.shown.map(({ to }) => to)).size).toBe(40)
  })
})

describe('a person who cannot be reached', () => {
  it('is tried once a day, and told everything when they can be', async () => {
    here.due = [notice('a')]
    here.chat.turns = ['unreachable', 'unreachable']
    const delivery = await here.started()
    expect(await delivery.sweep()).toMatchObject({ unreachable: 1 })
    expect(await delivery.sweep()).toMatchObject({ unreachable: 0, delivered: 0 })
    here.time.pass(24 * 60 * 60 * 1000)
    expect(await delivery.sweep()).toMatchObject({ unreachable: 1 })
    here.time.pass(24 * 60 * 60 * 1000)
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
  })
})

describe('a store that fails', () => {
  it('is not asked to send what could not be claimed', { timeout: 10_000 }, async () => {
    here.due = [notice('a')]
    const delivery = await here.started({ compose: (parcel) => {
      here.log.setAway(true)
      return cardOf(parcel)
    } })
    expect(await delivery.sweep()).toMatchObject({ failed: 1 })
    await expect(delivery.sweep()).rejects.toThrow()
    expect(here.chat.shown).toEqual([])
    here.log.setAway(false)
  })

  it('at the last moment doubles nothing: the message is found when the store is back', { timeout: 10_000 }, async () => {
    here.due = [notice('a')]
    const delivery = await here.started({
      post: {
        post: (to, card, key) => {
          here.log.setAway(true)
          return here.chat.post(to, card, key)
        },
        find: (to, key) => here.chat.find(to, key),
      },
    })
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    here.log.setAway(false)
    here.time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ found: 1 })
    expect(here.chat.told()).toEqual(['a'])
  })

  it.each(['answer-lost', 'request-lost', 'late'] as const)('and loses an answer (%s) doubles nothing', async (fault) => {
    here.due = [notice('a')]
    here.log.fail(fault, 'none', fault)
    expect(await (await here.started()).sweep()).toMatchObject({ delivered: 1 })
    expect(here.chat.told()).toEqual(['a'])
    expect(here.written()).toEqual(['claimed', 'delivered'])
  })
})
