import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PersonId } from '#src/ledger/ids.ts'
import { redrawing, redrawMs, showing, type Watched } from '#src/redrawing.ts'
import { quiet } from '#test/store/quiet.ts'

const place = { conversation: 'D1', ts: '1' }

describe('a message that is watched', () => {
  let answered = 0
  let isAway = false
  const drawn: string[] = []
  const watched = async (): Promise<Watched[]> => Promise.resolve([{ key: 'prompt/round-watch/p1/n1/u1', place, card: { text: `已报${answered}` } }])
  const start = () => redrawing({
    watched, logger: quiet,
    redraw: async (_, __, { text }) => {
      await Promise.resolve()
      if (isAway) throw new Error('the platform is away')
      drawn.push(text)
    },
  })

  beforeEach(() => {
    vi.useFakeTimers()
    answered = 0
    isAway = false
    drawn.length = 0
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

  it('is left alone once it is stopped', async () => {
    const watching = start()
    watching.soon()
    await watching.stop()
    await vi.advanceTimersByTimeAsync(redrawMs)
    expect(drawn).toEqual([])
  })
})
