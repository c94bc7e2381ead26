import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { firstOf, inLanes, type Begun } from '#src/delivery/lanes.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { machineStopwatch } from '#src/stopwatch.ts'

type Work = { to: PersonId; steps: number }
/** What was under way at each beginning, and all that was done. */
async function worked(list: readonly Work[]): Promise<{ together: Work[][]; done: Work[] }> {
  const [left, under, together, done] = [[...list], new Set<Work>(), new Array<Work[]>(), new Array<Work>()]
  await inLanes<Work>(machineStopwatch, (isFree) => firstOf(left, isFree), async (work) => {
    under.add(work)
    together.push([...under])
    for (let step = 0; step < work.steps; step += 1) await Promise.resolve()
    under.delete(work)
    done.push(work)
  })
  return { together, done }
}
const anyWork = fc.record({ to: fc.integer({ min: 1, max: 6 }).map((no) => PersonId.parse(`u${no}`)), steps: fc.nat(5) })

describe('messages to several people', () => {
  it('are all tried, each person’s in their order', () =>
    fc.assert(fc.asyncProperty(fc.array(anyWork, { maxLength: 30 }), async (list) => {
      const { done } = await worked(list)
      const byPerson = (works: readonly Work[]): Work[] => works.toSorted((a, b) => a.to.localeCompare(b.to))
      expect(byPerson(done)).toEqual(byPerson(list))
    })))
  it('are never two to one person at once, nor to more than four people', () =>
    fc.assert(fc.asyncProperty(fc.array(anyWork, { maxLength: 30 }), async (list) => {
      const { together } = await worked(list)
      for (const each of together) expect([new Set(each.map(({ to }) => to)).size, each.length <= 4]).toEqual([each.length, true])
    })))
  it('are to four people at once where so many wait', async () => {
    const { together } = await worked([1, 2, 3, 4, 5].map((no) => ({ to: PersonId.parse(`u${no}`), steps: 3 })))
    expect(Math.max(...together.map((each) => each.length))).toBe(4)
  })
  it('fail together where it cannot be said what is next, while one is on its way: no lane fails unheard, which would end the process', async () => {
    const unheard = vi.fn()
    process.on('unhandledRejection', unheard)
    let asked = 0
    const next = (): Begun<Work> => {
      asked += 1
      if (asked > 1) throw new Error('the rules cannot be asked')
      return { parcel: { to: PersonId.parse('u1'), steps: 0 } }
    }
    await expect(inLanes<Work>(machineStopwatch, next, async () => new Promise((done) => setImmediate(done)))).rejects.toThrow('the rules cannot be asked')
    process.off('unhandledRejection', unheard)
    expect(unheard).not.toHaveBeenCalled()
  })
  it('are asked for once where there is nothing to send', async () => {
    let asked = 0
    await inLanes<Work>(machineStopwatch, () => {
      asked += 1
      return 'none'
    }, () => Promise.resolve())
    expect(asked).toBe(1)
  })
})
