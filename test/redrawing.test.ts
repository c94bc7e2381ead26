import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PersonId } from '#src/ledger/ids.ts'
import { redrawing, redrawMs, showing, type Watched } from '#src/redrawing.ts'
import { quiet } from '#test/store/quiet.ts'

const place = { conversation: 'D1', ts: '1' }

describe('a message that is watched', () => {
  let answered = 0
  let isAway = false
  const drawn: string[] = []
  let looks = 0
  let tries = 0
  let hanging: Promise<void> = Promise.resolve()
  const watched = async (): Promise<Watched[]> => {
    looks += 1
    return Promise.resolve([{ key: 'prompt/round-watch/p1/n1/u1', place, card: { text: `已报${answered}` } }])
  }
  const start = () => redrawing({
    watched, logger: quiet,
    redraw: async (_, __, { text }) => {
      tries += 1
      await hanging
      if (isAway) throw new Error('the platform is away')
      drawn.push(text)
    },
  })

  beforeEach(() => {
    vi.useFakeTimers()
    answered = 0
    isAway = false
    drawn.length = 0
    looks = 0
    tries = 0
    hanging = Promise.resolve()
  })
  afterEach(() => vi.useRealTimers())

  it('is updated once for all that came in a short time, with the last of it', async () => {
    const watching = start()
    for (; answered < 20; answered += 1) watching.soon()
    expect(drawn).toEqual([])
    await vi.advanceTimersByTimeAsync(redrawMs)
    expect(drawn).toEqual(['已报20'])
  })

  it('is updated again for what comes later, and not where it looks the same', async () => {
    const watching = start()
    for (const now of [1, 1, 2]) {
      answered = now
      watching.soon()
      await vi.advanceTimersByTimeAsync(redrawMs)
    }
    expect(drawn).toEqual(['已报1', '已报2'])
  })

  it('is left alone as long as it looks as it was posted', async () => {
    const watching = start()
    const posting = showing({ post: async () => Promise.resolve({ kind: 'posted', ...place }), find: async () => Promise.resolve(undefined) }, watching.shows)
    await posting.post(PersonId.parse('u1'), { text: '已报0' }, 'prompt/round-watch/p1/n1/u1', () => true)
    for (const now of [0, 1]) {
      answered = now
      watching.soon()
      await vi.advanceTimersByTimeAsync(redrawMs)
    }
    expect(drawn).toEqual(['已报1'])
  })

  it('is drawn once more where nobody can tell how it was posted', async () => {
    const watching = start()
    const posting = showing({ post: async () => Promise.resolve({ kind: 'unknown' }), find: async () => Promise.resolve(undefined) }, watching.shows)
    await posting.post(PersonId.parse('u1'), { text: '已报0' }, 'prompt/round-watch/p1/n1/u1', () => true)
    watching.soon()
    await vi.advanceTimersByTimeAsync(redrawMs)
    expect(drawn).toEqual(['已报0'])
  })

  it('that could not be updated is tried the next time', async () => {
    const watching = start()
    isAway = true
    watching.soon()
    await vi.advanceTimersByTimeAsync(redrawMs)
    isAway = false
    watching.soon()
    await vi.advanceTimersByTimeAsync(redrawMs)
    expect(drawn).toEqual(['已报0'])
  })

  it('is looked at once for all that came while the platform hung', async () => {
    const watching = start()
    let answer: () => void = () => undefined
    hanging = new Promise((resolve) => {
      answer = resolve
    })
    for (let minute = 0; minute < 60; minute += 1) {
      answered = minute
      watching.soon()
      await vi.advanceTimersByTimeAsync(60_000)
    }
    answer()
    await vi.advanceTimersByTimeAsync(redrawMs)
    expect(looks).toBe(2)
    expect(drawn).toEqual(['已报0', '已报59'])
  })

  it('and is gone for good is tried ever less often, and once an hour at last', async () => {
    const watching = start()
    isAway = true
    const triesIn = async (hours: number): Promise<number> => {
      tries = 0
      for (let minute = 0; minute < hours * 60; minute += 1) {
        answered += 1
        watching.soon()
        await vi.advanceTimersByTimeAsync(60_000)
      }
      return tries
    }
    expect(await triesIn(2)).toBeLessThanOrEqual(12)
    expect(await triesIn(24)).toBeLessThanOrEqual(24)
    expect(await triesIn(24)).toBeGreaterThan(20)
  })

  it('is left alone once it is stopped', async () => {
    const watching = start()
    watching.soon()
    await watching.stop()
    await vi.advanceTimersByTimeAsync(redrawMs)
    expect(drawn).toEqual([])
  })
})
