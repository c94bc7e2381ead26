// What an operator finds in the log: the cause of an error, once it was made fit for a log and also where the log makes it so.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { errorForLog } from '#src/error-for-log.ts'
import { startLogging } from '#src/logging.ts'

it.each([
  ['as it was caught', (error: unknown) => error],
  ['made fit for a log before', errorForLog],
])('has an error with its cause and without tokens, %s', (_, given) => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-log-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const file = join(dir, 'bot.log')
  startLogging('info', file).error({ err: given(new Error('redis is gone xoxb-1-secret', { cause: new Error('ECONNREFUSED') })) }, 'could not answer')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ msg: 'could not answer', err: { message: 'redis is gone xoxb-…', cause: { message: 'ECONNREFUSED' } } })
})
