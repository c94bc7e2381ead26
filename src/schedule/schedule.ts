// The clockwork: it only says "now". What there is to do is worked out anew each time, so a missed tick needs no repair.
import { scheduleJob, type Job } from 'node-schedule'
import type { Logger } from 'pino'

export type Schedule = {
  /** Something was recorded that somebody may have to be told of: a sweep once the burst is over, not only at the next minute. */
  soon: () => void
  /** No more ticks; waits for the sweep that is under way. */
  stop: () => Promise<void>
}

const minuteMs = 60_000
/** So long after the last "now" the next is said whatever the clock shows: a job waits for its minute, and where the clock was put back by a day that is a day. */
const silentMs = 1.5 * minuteMs
/** A chase of ten tasks is ten entries and one message a person. */
const burstMs = 300

/** A tick during a sweep is left out. */
export function startSchedule({ sweep, logger }: { sweep: () => Promise<unknown>; logger: Logger }): Schedule {
  let sweeping: Promise<void> | undefined
  const tick = async (): Promise<void> => {
    try {
      await sweep()
    } catch (error) {
      logger.warn({ err: error }, 'schedule: a sweep failed; the next one tries again')
    }
  }
  let isStopped = false
  const sweepNow = (): void => {
    if (!isStopped) sweeping ??= tick().finally(() => {
      sweeping = undefined
    })
  }
  let job: Job | undefined
  let silence: NodeJS.Timeout | undefined
  /** Each tick is a job of its own, set by the clock as it stands: one that recurs goes on from the minute it said last, wherever the clock was moved since. */
  const wind = (): void => {
    job?.cancel()
    clearTimeout(silence)
    if (isStopped) return
    const now = Date.now()
    job = scheduleJob(new Date(now - (now % minuteMs) + minuteMs), sayNow)
    silence = setTimeout(sayNow, silentMs)
  }
  const sayNow = (): void => {
    wind()
    sweepNow()
  }
  wind()
  let burst: NodeJS.Timeout | undefined
  return {
    soon() {
      clearTimeout(burst)
      // What a sweep under way may have passed by is looked at after it.
      burst = setTimeout(() => void (sweeping ?? Promise.resolve()).then(sweepNow), burstMs)
    },
    async stop() {
      isStopped = true
      wind()
      clearTimeout(burst)
      await sweeping
    },
  }
}
