import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadFile, fileBytesAtMost } from '#src/slack/download-file.ts'
import { isTrusted } from '#src/slack/trusted-address.ts'
import { scriptedSlack, type Answer, type ScriptedSlack } from './scripted-slack.ts'

let slack: ScriptedSlack
beforeAll(async () => {
  slack = await scriptedSlack()
})
afterAll(async () => slack.stop())

const fetched = async (answer: Answer, name = '方案.docx'): Promise<unknown> => {
  slack.script('file', answer)
  return downloadFile({ id: 'F1', name, url_private: `${slack.origin}/file` }, { botToken: 'xoxb-test', apiUrl: slack.apiUrl })
}

describe('a shared file', () => {
  it('is fetched with the bot’s token', async () => {
    const got = await fetched((_, response, request) => response.end(request.headers.authorization))
    expect(got).toEqual({ ok: true, name: '方案.docx', bytes: Buffer.from('Bearer xoxb-test') })
  })

  it.each([
    ['a refusal', (_: unknown, response) => response.writeHead(403).end()],
    ['a way to the sign-in page', (_: unknown, response) => response.writeHead(302, { location: 'https://example.com/' }).end()],
    ['the sign-in page itself', (_: unknown, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>')],
  ] satisfies [string, Answer][])('is forbidden when the answer is %s', async (_, answer) => {
    expect(await fetched(answer)).toEqual({ ok: false, why: { code: 'forbidden', name: '方案.docx' } })
  })

  it('is gone when Slack has it no more, or when it is kept elsewhere', async () => {
    expect(await fetched((_, response) => response.writeHead(404).end())).toMatchObject({ why: { code: 'gone' } })
    expect(await downloadFile({ id: 'F1', url_private: 'https://example.com/x' }, { botToken: 'xoxb-test', apiUrl: slack.apiUrl })).toMatchObject({ why: { code: 'gone' } })
  })

  it('may be empty', async () => {
    expect(await fetched((_, response) => response.writeHead(204).end())).toMatchObject({ ok: true, bytes: new Uint8Array() })
  })

  it('is not fetched further than the limit, whatever size it claims', async () => {
    const big = { ok: false, why: { code: 'too-big', name: '方案.docx', limit: fileBytesAtMost } }
    expect(await fetched((_, response) => response.end(Buffer.alloc(fileBytesAtMost + 1)))).toEqual(big)
    const before = slack.asked.length
    expect(await downloadFile({ id: 'F1', name: '方案.docx', size: fileBytesAtMost + 1, url_private: `${slack.origin}/file` }, { botToken: 'x', apiUrl: slack.apiUrl })).toEqual(big)
    expect(slack.asked).toHaveLength(before)
  })
})

describe('an address in what Slack sends', () => {
  it.each([
    ['https://files.slack.com/x', 'https://slack.com/api/', true],
    ['https://hooks.slack.com/x', 'https://slack.com/api/', true],
    ['http://files.slack.com/x', 'https://slack.com/api/', false],
    ['https://slack.com.example.com/x', 'https://slack.com/api/', false],
    ['https://notslack.com/x', 'https://slack.com/api/', false],
    ['http://localhost:3900/x', 'http://127.0.0.1:3900/api/', true],
    ['http://localhost:6379/x', 'http://127.0.0.1:3900/api/', false],
    ['not an address', 'https://slack.com/api/', false],
  ])('%s asked from %s', (address, apiUrl, trusted) => expect(isTrusted(address, apiUrl)).toBe(trusted))
})
