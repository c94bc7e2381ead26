// Slack's libraries write into our log, without tokens.
import { inspect } from 'node:util'
import { LogLevel, type Logger as SlackLogger } from '@slack/bolt'
import type { Logger } from 'pino'

/** Tokens of every kind (xoxb-, xapp-, xoxe.xoxp-), and the secret part of an answer's address. */
export const maskSecrets = (text: string): string =>
  text.replace(/\b(xox[a-z]|xapp|xoxe\.xox[a-z])-[\w-]+/g, '$1-…').replace(/(hooks\.slack[\w.-]*\/)[^\s"']+/g, '$1…')

/** An error as it may stand in a log: its message, code and causes, no request and no headers. */
export function errorForLog(error: unknown): { message: string; code?: string; stack?: string; cause?: unknown } {
  if (!(error instanceof Error)) return { message: maskSecrets(String(error)) }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const stack = error.stack === undefined ? {} : { stack: maskSecrets(error.stack) }
  const cause = error.cause === undefined || error.cause === error ? {} : { cause: errorForLog(error.cause) }
  return { message: maskSecrets(error.message), ...code, ...stack, ...cause }
}

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
