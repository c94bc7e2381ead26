// Which messages were sent since a moment: asked with every press, when there are three years of them.
import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { Instant } from '#src/calendar/day.ts'
import { latestSent } from '#src/delivery/latest-sent.ts'
import type { Sent } from '#src/reminders/notice.ts'
import { notice, person } from './county.ts'

const begin = Instant.parse('2026-06-30T01:00:00.000Z')
const hour = (nth: number): Instant => addMs(begin, nth * 60 * 60 * 1000)

describe('the messages since a moment', () => {
  /** Each asked for its instant, by its place. */
  const asked: string[] = []
  const put = (sent: Map<string, Sent>, ts: number, at: Instant): void => {
    const message = { key: `k${ts}`, to: person(1), notices: [notice('a')], conversation: 'D1', ts: String(ts) }
    sent.set(String(ts), Object.defineProperty({ ...message, at }, 'at', { enumerable: true, get: () => (asked.push(String(ts)), at) }))
  }
  const places = (found: readonly Sent[]): string[] => found.map(({ ts }) => ts)

  it('are those sent then and later, in their order, also of what was sent after it was first asked', () => {
    const sent = new Map<string, Sent>()
    const since = latestSent()
    expect(since(sent, begin)).toEqual([])
    for (const nth of [0, 1, 2]) put(sent, nth, hour(nth))
    expect(places(since(sent, hour(1)))).toEqual(['1', '2'])
    put(sent, 3, hour(3))
    expect(places(since(sent, hour(1)))).toEqual(['1', '2', '3'])
    expect(places(since(sent, hour(4)))).toEqual([])
  })

  it('are all there, whichever clock was put back or ran ahead when they were sent', () => {
    const sent = new Map<string, Sent>()
    const since = latestSent()
    const hours = [5, 1, 9, 2, 3, 0, 4, 4, 1]
    for (const [ts, nth] of hours.entries()) put(sent, ts, hour(nth))
    for (const from of [0, 1, 2, 3, 4, 5, 9, 10]) expect(places(since(sent, hour(from)))).toEqual(hours.flatMap((nth, ts) => (nth >= from ? [String(ts)] : [])))
  })

  it('are found without a look at those that were sent long before', () => {
    const sent = new Map<string, Sent>()
    const since = latestSent()
    for (let nth = 0; nth < 1000; nth += 1) put(sent, nth, hour(nth))
    since(sent, hour(998))
    asked.length = 0
    expect(places(since(sent, hour(998)))).toEqual(['998', '999'])
    expect(new Set(asked).size).toBeLessThan(5)
  })

  it('are those of another state where the log was folded again', () => {
    const since = latestSent()
    const [before, again] = [new Map<string, Sent>(), new Map<string, Sent>()]
    for (const nth of [0, 1]) put(before, nth, hour(nth))
    put(again, 7, hour(7))
    since(before, begin)
    expect(places(since(again, begin))).toEqual(['7'])
  })
})
