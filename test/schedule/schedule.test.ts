import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startSchedule } from '#src/schedule/schedule.ts'
import { quiet } from '#test/store/quiet.ts'

describe('the clockwork', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-06-30T01:00:30.000Z') }))
  afterEach(() => void vi.useRealTimers())
  const minutes = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 60_000)

  it('says "now" once a minute, until it is stopped', async () => {
    const sweep = vi.fn(() => Promise.resolve())
    const schedule = startSchedule({ sweep, logger: quiet })
    await minutes(3)
    expect(sweep).toHaveBeenCalledTimes(3)
    await schedule.stop()
    await minutes(3)
    expect(sweep).toHaveBeenCalledTimes(3)
  })

  it('says it at once when something was recorded: once for a burst, and not after the stop', async () => {
    const sweep = vi.fn(() => Promise.resolve())
    const schedule = startSchedule({ sweep, logger: quiet })
    for (let entry = 0; entry < 10; entry += 1) schedule.soon()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sweep).toHaveBeenCalledTimes(1)
    schedule.soon()
    await schedule.stop()
    schedule.soon()
    await minutes(1)
    expect(sweep).toHaveBeenCalledTimes(1)
  })

  it('leaves out the ticks of a sweep that takes long, and stops after it', async () => {
    let finish: () => void = () => undefined
    const sweep = vi.fn(() => new Promise<void>((resolve) => {
      finish = resolve
    }))
    const schedule = startSchedule({ sweep, logger: quiet })
    await minutes(5)
    expect(sweep).toHaveBeenCalledTimes(1)
    const stopped = vi.fn()
    const stopping = schedule.stop().then(stopped)
    await minutes(1)
    expect(stopped).not.toHaveBeenCalled()
    finish()
    await stopping
  })

  it('goes on after a sweep that failed', async () => {
    const sweep = vi.fn(() => Promise.reject(new Error('the store is away')))
    const schedule = startSchedule({ sweep, logger: quiet })
    await minutes(3)
    expect(sweep).toHaveBeenCalledTimes(3)
    await schedule.stop()
  })

  it.each([['an hour', 3_600_000], ['a day', 86_400_000]])('goes on within minutes when the clock is put back by %s, and forward again', async (_, ms) => {
    const sweep = vi.fn(() => Promise.resolve())
    const schedule = startSchedule({ sweep, logger: quiet })
    await minutes(2)
    vi.setSystemTime(Date.now() - ms)
    await minutes(10)
    expect(sweep.mock.calls.length).toBeGreaterThanOrEqual(10)
    vi.setSystemTime(Date.now() + ms)
    await minutes(10)
    expect(sweep.mock.calls.length).toBeGreaterThanOrEqual(20)
    expect(sweep.mock.calls.length).toBeLessThan(30)
    await schedule.stop()
  })
})
