import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { movableClock, type Offset } from '#src/sandbox/movable-clock.ts'

const at = (text: string): Instant => Instant.parse(text)

/** A real clock that the test turns, and what was saved. */
function world() {
  let realNow = at('2026-06-01T00:00:00.000Z')
  const saved: Offset[] = []
  return {
    saved,
    realBecomes: (now: Instant) => (realNow = now),
    start: async () =>
      movableClock({
        load: () => Promise.resolve(saved.at(-1)),
        save: (offset) => {
          saved.push(offset)
          return Promise.resolve()
        },
        real: { now: () => realNow },
      }),
  }
}

describe('the movable clock', () => {
  it('tells the real time until it is moved', async () => {
    expect((await world().start()).now()).toBe('2026-06-01T00:00:00.000Z')
  })

  it('goes on at real speed from where it was moved to', async () => {
    const { start, realBecomes } = world()
    const clock = await start()
    expect(await clock.moveTo(at('2026-06-08T01:00:00.000Z'))).toBe(true)
    realBecomes(at('2026-06-01T00:00:05.000Z'))
    expect(clock.now()).toBe('2026-06-08T01:00:05.000Z')
  })

  it('is not moved back', async () => {
    const clock = await world().start()
    await clock.moveTo(at('2026-06-08T01:00:00.000Z'))
    expect(await clock.moveTo(at('2026-06-07T01:00:00.000Z'))).toBe(false)
    expect(clock.now()).toBe('2026-06-08T01:00:00.000Z')
  })

  it('goes on at the next start from where it stood, the time in between included', async () => {
    const { start, realBecomes } = world()
    await (await start()).moveTo(at('2026-06-08T01:00:00.000Z'))
    realBecomes(at('2026-06-01T10:00:00.000Z'))
    expect((await start()).now()).toBe('2026-06-08T11:00:00.000Z')
  })

  it('stays where it is when the move cannot be saved', async () => {
    const clock = await movableClock({
      load: () => Promise.resolve(undefined),
      save: () => Promise.reject(new Error('Redis is away')),
      real: { now: () => at('2026-06-01T00:00:00.000Z') },
    })
    await expect(clock.moveTo(at('2026-06-08T01:00:00.000Z'))).rejects.toThrow('Redis is away')
    expect(clock.now()).toBe('2026-06-01T00:00:00.000Z')
  })

  it('never runs backwards, whatever it is asked', async () => {
    const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((date) => at(date.toISOString()))
    await fc.assert(
      fc.asyncProperty(fc.array(instants), async (moves) => {
        const clock = await world().start()
        const seen = [clock.now()]
        for (const to of moves) {
          await clock.moveTo(to)
          seen.push(clock.now())
        }
        expect(seen).toEqual(seen.toSorted())
      }),
    )
  })
})
