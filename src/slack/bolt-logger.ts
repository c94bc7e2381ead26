// Slack's libraries write into our log, without tokens.
import { inspect } from 'node:util'
import { LogLevel, type Logger as SlackLogger } from '@slack/bolt'
import type { Logger } from 'pino'
import { errorForLog, maskSecrets } from '#src/error-for-log.ts'

function asText(part: unknown): string {
  if (part instanceof Error) return errorForLog(part).message
  return maskSecrets(typeof part === 'string' ? part : inspect(part, { depth: 4, breakLength: Infinity }))
}

/** The level is pino's business: `setLevel` of Slack's libraries changes nothing. */
export function boltLogger(logger: Logger): SlackLogger {
  let named = logger
  const write = (level: 'debug' | 'info' | 'warn' | 'error') => (...parts: unknown[]): void => {
    named[level](parts.map(asText).join(' '))
  }
  return {
    debug: write('debug'),
    // What Slack's libraries find worth telling (connecting, connected) is detail to an operator.
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => (logger.isLevelEnabled('debug') ? LogLevel.DEBUG : LogLevel.WARN),
    setName: (name) => {
      named = logger.child({ slack: name })
    },
  }
}
