// The clockwork: it only says "now". What there is to do is worked out anew each time, so a missed tick needs no repair.
import { scheduleJob } from 'node-schedule'
import type { Logger } from 'pino'

export type Schedule = {
  /** No more ticks; waits for the sweep that is under way. */
  stop: () => Promise<void>
}

const everyMinute = '* * * * *'

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
  const job = scheduleJob(cron, () => {
    sweeping ??= tick().finally(() => {
      sweeping = undefined
    })
  })
  return {
    async stop() {
      job.cancel()
      await sweeping
    },
  }
}
