import { pino, type Logger } from 'pino'

/** A logger for tests that read no log. */
export const quiet: Logger = pino({ level: 'silent' })
