// The clockwork: it only says "now". What there is to do is worked out anew each time, so a missed tick needs no repair.
import { scheduleJob } from 'node-schedule'
import type { Logger } from 'pino'

export type Schedule = {
  /** Something was recorded that somebody may have to be told of: a sweep once the burst is over, not only at the next minute. */
  soon: () => void
  /** No more ticks; waits for the sweep that is under way. */
  stop: () => Promise<void>
}

const everyMinute = '* * * * *'
/** A chase of ten tasks is ten entries and one message a person. */
const burstMs = 300

/** @param cron when to sweep, in the machine's time; with six fields the first is seconds. A tick during a sweep is left out. */
export function startSchedule({ sweep, logger, cron = everyMinute }: { sweep: () => Promise<unknown>; logger: Logger; cron?: string }): Schedule {
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
  const job = scheduleJob(cron, sweepNow)
  let burst: NodeJS.Timeout | undefined
  return {
    soon() {
      clearTimeout(burst)
      // What a sweep under way may have passed by is looked at after it.
      burst = setTimeout(() => void (sweeping ?? Promise.resolve()).then(sweepNow), burstMs)
    },
    async stop() {
      isStopped = true
      job.cancel()
      clearTimeout(burst)
      await sweeping
    },
  }
}
