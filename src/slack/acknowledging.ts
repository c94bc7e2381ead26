// Slack is told of an act that it came, once.
import type { Logger } from 'pino'
import { errorForLog } from '#src/error-for-log.ts'
import type { FormReply } from './form-reply.ts'

/** Slack waits three seconds for it. May be rejected: the connection can go at any time. */
export type Ack = (reply?: FormReply) => Promise<void>

/**
 * Acknowledges the first time it is called; answers whether Slack was told, and by this call. Never throws: what somebody did comes
 * once only, and is done and answered whether or not Slack can be told that it came.
 */
export function acknowledging(ack: Ack, logger: Logger): (reply?: FormReply) => Promise<boolean> {
  let done = false
  return async (reply) => {
    if (done) return false
    done = true
    try {
      await ack(reply)
      return true
    } catch (error) {
      logger.warn({ err: errorForLog(error) }, 'Slack could not be told that an act came; it is done all the same')
      return false
    }
  }
}
