// What was claimed and may have been posted: looked for when the claim is over, and never sent twice.
import { beforeEach, describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { notice, parcelsOf, person } from './county.ts'
import { claimMs, Delivering } from './delivering.ts'

let here: Delivering

beforeEach(() => {
  here = new Delivering()
})

describe('a post of which nobody knows whether it arrived', () => {
  it.each(['answer-lost', 'hangs'] as const)('is looked for when the claim is over, found, and not sent again: %s', async (turn) => {
    here.due = [notice('a')]
    here.chat.turns = [turn]
    const delivery = await here.started()
    expect(await delivery.sweep()).toMatchObject({ unknown: 1 })
    expect(await delivery.sweep()).toMatchObject({ delivered: 0, found: 0 })
    expect(here.chat.searches).toBe(0)
    here.time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ found: 1, delivered: 0 })
    expect(here.chat.told()).toEqual(['a'])
    expect(delivery.sent('D-u1', '1')).toMatchObject({ notices: here.due })
  })

  it.each(['request-lost', 'throws'] as const)('is looked for when the claim is over, not found, and sent: %s', async (turn) => {
    here.due = [notice('a')]
    here.chat.turns = [turn]
    const delivery = await here.started()
    expect(await delivery.sweep()).toMatchObject({ unknown: 1 })
    here.time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    expect(here.chat.told()).toEqual(['a'])
  })

  it('is not sent again as long as the chat cannot be searched', async () => {
    here.due = [notice('a')]
    here.chat.turns = ['answer-lost']
    here.chat.canBeSearched = false
    const delivery = await here.started()
    await delivery.sweep()
    here.time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ failed: 1, delivered: 0 })
    here.chat.canBeSearched = true
    expect(await delivery.sweep()).toMatchObject({ found: 1 })
    expect(here.chat.told()).toEqual(['a'])
  })

  it('is no more looked for once the account is closed: the person is unreachable, and tried the next day', async () => {
    here.due = [notice('a')]
    here.chat.turns = ['request-lost', 'unreachable']
    let isClosed = true
    const delivery = await here.started({ post: { post: async (to, card, key) => here.chat.post(to, card, key), find: async (to, key) => (isClosed ? { kind: 'unreachable', why: 'user_disabled' } : here.chat.find(to, key)) } })
    await delivery.sweep()
    here.time.pass(claimMs)
    expect(await delivery.sweep()).toMatchObject({ unreachable: 1, failed: 0 })
    expect([...delivery.unreachable().keys()]).toEqual([person(1)])
    expect(await delivery.sweep()).toMatchObject({ unreachable: 0, failed: 0, delivered: 0 })
    isClosed = false
    here.chat.turns = []
    here.time.pass(24 * 60 * 60 * 1000)
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    expect(here.chat.told()).toEqual(['a'])
  })

  it('keeps its notices out of the next day’s message until it is known', async () => {
    here.due = [notice('a')]
    here.chat.turns = ['answer-lost']
    here.chat.canBeSearched = false
    const delivery = await here.started()
    await delivery.sweep()
    here.time.pass(24 * 60 * 60 * 1000)
    here.due = [notice('a'), notice('b')]
    await delivery.sweep()
    expect(here.chat.told()).toEqual(['a', 'b'])
  })

  it('is left alone when the clock of a sandbox jumps while it is on its way', async () => {
    here.due = [notice('a')]
    here.chat.turns = ['answer-lost']
    const delivery = await here.started()
    await delivery.sweep()
    here.time.jump(7 * 24 * 60 * 60 * 1000)
    await delivery.sweep()
    expect(here.chat.searches).toBe(0)
    here.time.pass(claimMs)
    await delivery.sweep()
    expect(here.chat.told()).toEqual(['a'])
  })
})

describe('a claim of another worker', () => {
  const claimedBy = async (turn: 'answer-lost' | 'request-lost'): Promise<void> => {
    here.due = [notice('a')]
    here.chat.turns = [turn]
    await (await here.started()).sweep()
  }

  it('is respected until it is over', async () => {
    await claimedBy('request-lost')
    const other = await here.started()
    here.time.pass(claimMs - 1)
    expect(await other.sweep()).toMatchObject({ delivered: 0 })
    here.time.pass(1)
    expect(await other.sweep()).toMatchObject({ delivered: 1 })
  })

  it('does not hold for days when the clock has gone back since', async () => {
    here.time.jump(7 * 24 * 60 * 60 * 1000)
    await claimedBy('answer-lost')
    here.time.jump(-7 * 24 * 60 * 60 * 1000)
    const other = await here.started()
    here.time.pass(claimMs)
    expect(await other.sweep()).toMatchObject({ found: 1 })
    expect(here.chat.told()).toEqual(['a'])
  })
})

describe('a claim that took too long to get', () => {
  it.each(['pass', 'jump'] as const)('is given back without a post (the time did %s)', async (how) => {
    here.due = [notice('a')]
    const delivery = await here.started({ owed: (now, told, only) => {
      if (only !== undefined) here.time[how](claimMs)
      return parcelsOf(here.due)(addMs(now, 0), told, only)
    } })
    expect(await delivery.sweep()).toMatchObject({ later: 1 })
    expect(here.chat.shown).toEqual([])
    expect(here.written()).toEqual(['claimed', 'released'])
  })
})
