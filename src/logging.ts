// The process's log: one line of JSON an event, without secrets.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorForLog } from '#src/error-for-log.ts'
import { destination, pino, type Logger } from 'pino'

/** @param file where the lines go; standard output when left out */
export function startLogging(level: string, file?: string): Logger {
  if (file !== undefined) mkdirSync(dirname(file), { recursive: true })
  // Written at once: the last line before a crash is the one that is needed.
  return pino({ level, serializers: { err: errorForLog }, redact: ['token', 'botToken', 'appToken', '*.token', '*.botToken', '*.appToken', '*.authorization'] }, destination({ dest: file ?? 1, sync: true }))
}
