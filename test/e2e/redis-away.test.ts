import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { verify } from '#src/cli/verify.ts'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import { tsx, type RunningSandbox } from './running-sandbox.ts'

const { personnel, education, secretary } = people

/** Three seconds is when Slack gives up; the rest is for a busy machine. */
const soonMs = 6_000

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const redisPid = (): number => z.object({ pid: z.number() }).parse(JSON.parse(readFileSync(join(dirname(sandbox.facts.log), 'redis', 'server.pid'), 'utf8'))).pid
const signal = (name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void => void process.kill(redisPid(), name)

/** How many entries the plans' logs and the directory's hold; the delivery log has a life of its own. */
const entries = async (): Promise<number> =>
  (await verify(sandbox.facts.redis)).filter(({ log }) => log !== '{delivery}:log').reduce((sum, verified) => sum + (verified.ok ? verified.entries : Number.NaN), 0)

const uncertain = /正在核对是否已记录|暂时无法记录，什么也没有写入/

describe('Redis that does not answer while a contact does', () => {
  let digest: SlackMessage
  let before: number
  afterEach(() => signal('SIGCONT'))

  it('is said to the contact in time, and nothing is called recorded', async () => {
    digest = await talk.hears(personnel, '请今天填报：17 及时补充紧缺学科教师')
    before = await entries()
    signal('SIGSTOP')
    const startedAt = performance.now()
    const answer = await talk.press(personnel, digest, '正常推进')
    expect(performance.now() - startedAt).toBeLessThan(soonMs)
    expect(said(answer)).toMatch(uncertain)
    expect(said(answer)).not.toContain('已记录 ')
  })

  it('back again, has the answer exactly once, and the message says so', async () => {
    await talk.becomes(personnel, digest, /✅ 17 .+县人社局陆晓枫 7月2日 \d\d:\d\d 已填报：正常推进/)
    expect(await entries()).toBe(before + 1)
  })

  it('has it once however often the contact presses meanwhile', async () => {
    const asked = await talk.hears(education, /请今天填报：(?:p1-)?4 健全心理健康服务网络/)
    before = await entries()
    const presses = [1, 2, 3]
    const answers = async (): Promise<number> => (await sandbox.slack.messages(education, education)).filter(({ ts, bot_id: bot }) => bot !== undefined && ts > asked.ts).length
    const answeredBefore = await answers()
    signal('SIGSTOP')
    await Promise.all(presses.map(async () => sandbox.slack.click(education, { channel: asked.channel, ts: asked.ts, blocks: asked.blocks, label: '正常推进' })))
    signal('SIGCONT')
    await sandbox.slack.until('the answer to be recorded', async () => {
      const card = said(await talk.type(secretary, '/duban 任务 p1-4'))
      return /最近填报\(7月2日\)/.test(card) ? true : undefined
    })
    await talk.becomes(education, asked, /县教育局苏晚晴 7月2日 \d\d:\d\d 已填报/)
    await sandbox.slack.until('each press to have its answer', async () => ((await answers()) >= answeredBefore + presses.length ? true : undefined))
    expect(await entries()).toBe(before + 1)
  })

  it('is told the same of the same answer typed twice, and has it once', async () => {
    before = await entries()
    signal('SIGSTOP')
    const line = '/duban 填报 p1-4 88 第三名教师已到岗'
    const answers = [said(await talk.type(education, line)), said(await talk.type(education, line))]
    for (const answer of answers) expect(answer).toContain('正在核对是否已记录')
    signal('SIGCONT')
    await sandbox.slack.until('the answer to be recorded', async () => (said(await talk.type(secretary, '/duban 任务 p1-4')).includes('第三名教师已到岗') ? true : undefined))
    expect(await entries()).toBe(before + 1)
  })

  it('lets everybody look meanwhile', async () => {
    signal('SIGSTOP')
    expect(said(await talk.type(secretary, '/duban 任务 p1-9'))).toContain('科学编制学校布局规划')
  })
})

describe('Redis that dies under the contact’s hand', () => {
  it('comes back by itself, with everything that was recorded, and takes the answer', async () => {
    const before = await entries()
    signal('SIGKILL')
    const answer = await talk.type(education, '/duban 填报 p1-4 90 两名教师已到岗')
    if (/暂时无法记录/.test(said(answer))) {
      await sandbox.slack.until('Redis to be back', async () => entries().catch(() => undefined))
      await talk.press(education, answer, '再试一次')
    }
    await sandbox.slack.until('the answer to be recorded', async () => (said(await talk.type(secretary, '/duban 任务 p1-4')).includes('进度90%：两名教师已到岗') ? true : undefined))
    expect(await entries()).toBe(before + 1)
  })

  it('leaves every log whole, as `duban verify` says', async () => {
    const cli = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', tsx, cli, 'verify'], { env: { ...process.env, REDIS_URL: sandbox.facts.redis } })
    expect(stdout.trim().split('\n').map((line) => line.slice(0, 16))).toEqual([expect.stringMatching(/^✓ \{delivery\}/), expect.stringMatching(/^✓ \{directory\}/), expect.stringMatching(/^✓ \{plan:p1\}/), expect.stringMatching(/^✓ \{plan:p2\}/)])
  })
})
