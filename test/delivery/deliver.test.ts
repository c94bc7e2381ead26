// A message that is owed is sent once, as it is owed when it leaves.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, SweepResult } from '#src/delivery/deliver.ts'
import { cardOf, notice, person } from './county.ts'
import { Delivering } from './delivering.ts'

let here: Delivering

beforeEach(() => {
  here = new Delivering()
})

describe('a message that is owed', () => {
  it('is sent once, however often it is asked for', async () => {
    here.due = [notice('a')]
    const delivery = await here.started()
    expect(await delivery.sweep()).toMatchObject({ delivered: 1 })
    expect(await delivery.sweep()).toMatchObject({ delivered: 0, held: 0 })
    expect(here.chat.told()).toEqual(['a'])
    expect(here.written()).toEqual(['claimed', 'delivered'])
  })

  it('is not sent again after a restart', async () => {
    here.due = [notice('a')]
    await (await here.started()).sweep()
    await (await here.started()).sweep()
    expect(here.chat.told()).toEqual(['a'])
  })

  it('is known by its place afterwards, to be drawn again', async () => {
    here.due = [notice('a')]
    const delivery = await here.started()
    await delivery.sweep()
    const sent = { key: 'digest/u1/2026-06-30', to: person(1), notices: here.due, conversation: 'D-u1', ts: '1', at: here.time.now }
    expect(delivery.sent('D-u1', '1')).toEqual(sent)
    expect((await here.started()).sent('D-u1', '1')).toEqual(sent)
    expect(delivery.sent('D-u1', '2')).toBeUndefined()
  })

  it('waits for nobody else: one person who cannot be reached keeps no other from being told', async () => {
    here.due = [notice('a', 1), notice('b', 2), notice('c', 3)]
    here.chat.turns = ['unreachable', 'throws']
    expect(await (await here.started()).sweep()).toMatchObject({ unreachable: 1, unknown: 1, delivered: 1 })
  })

  it('goes to the most urgent first', async () => {
    here.due = Array.from({ length: 9 }, (_, index) => notice(`n${index + 1}`, index + 1))
    await (await here.started()).sweep()
    expect(here.chat.told()).toEqual(here.due.map(({ key }) => key))
  })
})

describe('a message that is no longer owed once it is claimed', () => {
  it('is not sent', async () => {
    here.due = [notice('a')]
    const delivery = await here.started({ compose: (parcel) => {
      here.due = []
      return cardOf(parcel)
    } })
    expect(await delivery.sweep()).toMatchObject({ dropped: 1, delivered: 0 })
    expect(here.chat.shown).toEqual([])
    expect(here.written()).toEqual(['claimed', 'released'])
  })

  it('is sent as it is owed now, at the next sweep', async () => {
    here.due = [notice('a')]
    const delivery = await here.started({ compose: (parcel) => {
      here.due = [notice('a'), notice('b')]
      return cardOf(parcel)
    } })
    await delivery.sweep()
    expect(here.chat.shown).toEqual([])
    await delivery.sweep()
    expect(here.chat.told()).toEqual(['a', 'b'])
  })
})

describe('a card that cannot be made', () => {
  it('is not claimed, and keeps nobody else from being told', async () => {
    here.due = [notice('a', 1), notice('b', 2)]
    const delivery = await here.started({ compose: (parcel) => {
      if (parcel.to === person(1)) throw new Error('a bug in a template')
      return cardOf(parcel)
    } })
    expect(await delivery.sweep()).toMatchObject({ failed: 1, delivered: 1 })
    expect(here.written()).toEqual(['claimed', 'delivered'])
  })
})

describe('sweeps', () => {
  it('do not overlap; one that is under way sees what fell due meanwhile', async () => {
    here.due = [notice('a', 1)]
    const asked: Promise<SweepResult>[] = []
    const delivery: Delivery = await here.started({ compose: (parcel) => {
      here.due = [notice('a', 1), notice('b', 2)]
      if (asked.length === 0) asked.push(delivery.sweep(), delivery.sweep())
      return cardOf(parcel)
    } })
    const first = delivery.sweep()
    expect(await first).toMatchObject({ delivered: 2 })
    const [second, third] = asked
    expect(second).toBe(third)
    expect(await second).toMatchObject({ delivered: 0 })
    expect(here.chat.told()).toEqual(['a', 'b'])
  })

  it('stop beginning anything once drained, and finish what was begun', async () => {
    here.due = Array.from({ length: 9 }, (_, index) => notice(`n${index + 1}`, index + 1))
    const delivery = await here.started()
    const sweeping = delivery.sweep()
    const draining = delivery.drain()
    const { delivered, later } = await sweeping
    await draining
    expect(delivered + later).toBe(9)
    expect(here.chat.shown).toHaveLength(delivered)
    expect(await delivery.sweep()).toMatchObject({ delivered: 0 })
    expect(here.log.entries()).toHaveLength(2 * delivered)
  })
})
