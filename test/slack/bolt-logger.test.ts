import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { errorForLog } from '#src/error-for-log.ts'
import { boltLogger } from '#src/slack/bolt-logger.ts'

describe('what Slack’s libraries write', () => {
  it('goes to our log without tokens, wherever they stand', () => {
    const lines: string[] = []
    const logger = boltLogger(pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }))
    logger.setName('web-api')
    logger.warn('failed with xoxb-1-abc', { token: 'xapp-1-secret' }, new Error('xoxe.xoxp-1-deep https://hooks.slack.com/commands/T1/2/secret'))
    expect(lines.join()).toContain('"slack":"web-api"')
    expect(lines.join()).not.toMatch(/1-abc|1-secret|1-deep|T1\/2/)
  })
})

describe('an error in our log', () => {
  it('has its causes, and nothing of a request', () => {
    const error = Object.assign(new Error('outer', { cause: new Error('xoxb-1-inner') }), { code: 'slack_webapi_request_error', headers: { authorization: 'Bearer xoxb-1-abc' } })
    expect(errorForLog(error)).toMatchObject({ message: 'outer', code: 'slack_webapi_request_error', cause: { message: 'xoxb-…' } })
    expect(JSON.stringify(errorForLog(error))).not.toContain('abc')
  })
})
