// The Slack room against the local workspace, through Bolt, as people use it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { driveLocalSlack, type LocalSlackDriver } from '#src/sandbox/local-slack-driver.ts'
import { wordsOf, type SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { startLocalSlack, type LocalSlack, type Workspace } from '#src/sandbox/local-slack.ts'
import { startSlack, type Slack } from '#src/slack/start-slack.ts'
import type { Card } from '#templates/card.ts'
import { rich } from '#templates/rich.ts'
import { card, nothingSeen, personId, tinyCallbacks, tinyCommands, type Seen } from './tiny-bot.ts'

const workspace: Workspace = {
  workspace: { name: '督办演示', domain: 'duban', teamId: 'T01DUBAN' },
  apps: [{ appId: 'A01DUBAN', botUserId: 'U0DUBAN', botName: '督办', botToken: 'xoxb-duban', appToken: 'xapp-duban', mode: 'socket' }],
  users: [
    { id: 'U01', name: 'jiaoyuju', real_name: '教育局联络员', tz: 'Asia/Shanghai' },
    { id: 'U02', name: 'duchashi', real_name: '督查室', tz: 'Asia/Shanghai' },
  ],
  channels: [{ id: 'C01', name: '督办工作群', members: ['U01', 'U02', 'U0DUBAN'] }],
}
const dir = mkdtempSync(join(tmpdir(), 'duban-slack-'))
const delivered = new Map<string, Card>()
let seen: Seen
let local: LocalSlack
let slack: Slack
let people: LocalSlackDriver

const last = (messages: SlackMessage[]): SlackMessage => {
  const message = messages.at(-1)
  if (message === undefined) throw new Error('no message')
  return message
}

beforeAll(async () => {
  seen = nothingSeen()
  local = await startLocalSlack({ workspace, port: 0, dir, logger: pino({ level: 'silent' }) })
  slack = await startSlack({
    ...tinyCallbacks(seen, delivered),
    botToken: 'xoxb-duban',
    appToken: 'xapp-duban',
    apiUrl: local.apiUrl,
    commands: tinyCommands(seen),
    handleOf: (person) => (person === personId ? { platform: 'slack', id: 'U01' } : undefined),
    logger: pino({ level: 'silent' }),
  })
  people = await driveLocalSlack(local.control)
})
beforeEach(() => {
  seen.asked.length = 0
  seen.said.length = 0
})
afterAll(async () => {
  people.close()
  await slack.stop()
  await local.stop()
  rmSync(dir, { recursive: true, force: true })
})

describe('a slash command', () => {
  it('is answered to the asker alone, where it was typed', async () => {
    const [answer] = await people.answer('U01', 'C01', async () => people.typeCommand('U01', 'C01', '/duban 问好　１２'))
    expect(answer).toMatchObject({ text: '好 12', ephemeral_to: 'U01', subtype: 'ephemeral' })
    expect(seen.asked).toMatchObject([{ handle: { platform: 'slack', id: 'U01' }, lang: 'zh', via: 'command' }])
  })

  it('shows what is owed when nothing follows it, also under its Chinese name', async () => {
    expect(last(await people.answer('U01', 'C01', async () => people.typeCommand('U01', 'C01', '/督办'))).text).toBe('没有待办')
  })

  it('is published when the command says so', async () => {
    const answer = last(await people.answer('U02', 'C01', async () => people.typeCommand('U01', 'C01', '/duban 公开')))
    expect(answer).toMatchObject({ text: '通报' })
    expect(answer.ephemeral_to).toBeUndefined()
  })

  it('names the nearest words when it knows none', async () => {
    expect(last(await people.answer('U01', 'C01', async () => people.typeCommand('U01', 'C01', '/duban 填保'))).text).toContain('没有「填保」，是不是 填报')
  })

  it('opens its form, takes null for a shown value, and answers where it was typed', async () => {
    await people.typeCommand('U01', 'C01', '/duban 填报7')
    expect((await people.waitForForm()).title?.text).toBe('填报第7项')
    const answer = last(
      await people.answer('U01', 'C01', async () => {
        expect(await people.submitForm('U01', { 做了什么: '已招标' })).toEqual({ outcome: 'closed' })
      }),
    )
    expect(answer).toMatchObject({ text: '已记录 7 已招标', ephemeral_to: 'U01' })
    expect(seen.said).toEqual(['report 7 已招标 yes'])
  })

  it('puts a refusal under the field it is about', async () => {
    await people.typeCommand('U01', 'C01', '/duban 填报 7')
    await people.waitForForm()
    expect(await people.submitForm('U01', { done: '好' })).toEqual({ outcome: 'errors', errors: { 做了什么: '不对：too_small' } })
    expect(await people.submitForm('U01', { done: '无果' })).toEqual({ outcome: 'errors', errors: { 做了什么: '请写明结果' } })
    await people.closeForm('U01')
  })

  it('says what broke with a reference, and closes the form', async () => {
    await people.typeCommand('U01', 'C01', '/duban 填报 7')
    await people.waitForForm()
    expect(last(await people.answer('U01', 'C01', async () => people.submitForm('U01', { done: '坏了' }))).text).toMatch(/没有记录，请再试（[A-Z2-9]{6}）/)
  })

  it('shows that it is being settled, and then what came of it', async () => {
    await people.answer('U01', 'C01', async () => people.typeCommand('U01', 'C01', '/duban 核对'))
    const answer = await people.answer('U01', 'C01', () => {
      seen.settle('已记录')
      return Promise.resolve()
    })
    expect(last(answer).text).toBe('已记录')
  })
})

describe('a button', () => {
  it('answers below a private card, and a decision takes the place of the card', async () => {
    const asked = last(await people.answer('U01', 'C01', async () => people.typeCommand('U01', 'C01', '/duban 问好')))
    const below = last(await people.answer('U01', 'C01', async () => people.click('U01', { ...asked, label: '再来' })))
    expect(below).toMatchObject({ text: '好 再', ephemeral_to: 'U01' })
    expect(below.ts).not.toBe(asked.ts)
    const instead = last(await people.answer('U01', 'C01', async () => people.click('U01', { ...below, label: '定了' })))
    expect(instead).toMatchObject({ text: '好 定', ts: below.ts })
  })

  it('may stand in a menu', async () => {
    const asked = last(await people.answer('U01', 'C01', async () => people.typeCommand('U01', 'C01', '/duban 问好')))
    const answer = last(await people.answer('U01', 'C01', async () => people.click('U01', { ...asked, actionId: 'run:4:more', choice: '菜单' })))
    expect(answer.text).toBe('好 菜单')
  })

  it('on a delivered message draws it again under a new block id, and tells the presser alone', async () => {
    const posted = await slack.post.post(personId, card('请填报', { lines: [rich`请填报`], actions: [{ label: '正常推进', style: 'primary', run: { command: 'ping', args: { word: '正常' } } }] }), 'digest/u1/2026-06-30', () => true)
    if (posted.kind !== 'posted') throw new Error(posted.kind)
    delivered.set(posted.ts, card('✅ 已填报'))
    const message = (await people.dm('U01')).find(({ ts }) => ts === posted.ts)
    expect(message?.blocks?.[0]?.block_id).toBe('digest/u1/2026-06-30~0')
    await people.answer('U01', 'U01', async () => people.click('U01', { channel: posted.conversation, ts: posted.ts, label: '正常推进' }))
    const redrawn = await people.until('the message to be redrawn', async () => (await people.dm('U01')).find(({ ts, text }) => ts === posted.ts && text === '✅ 已填报'))
    expect(redrawn.blocks?.[0]?.block_id).toMatch(/^digest\/u1\/2026-06-30~(?!0$)/)
    expect((await people.dm('U01')).filter(({ text }) => text === '好 正常')).toMatchObject([{ ephemeral_to: 'U01' }])
    expect(await slack.post.find(personId, 'digest/u1/2026-06-30')).toEqual({ conversation: posted.conversation, ts: posted.ts })
    expect(await slack.post.find(personId, 'digest/u1/2026-06')).toBeUndefined()
  })
})

describe('a message to the bot', () => {
  it('is answered by an ordinary message', async () => {
    const answer = last(await people.answer('U01', 'U01', async () => people.sendDm('U01', '问好 &lt;你&gt;')))
    expect(answer).toMatchObject({ text: '好 &lt;你&gt;' })
    expect(answer.ephemeral_to).toBeUndefined()
    expect(wordsOf(answer)).toContain('好 <你>')
  })

  it('in several lines is a document', async () => {
    expect(last(await people.answer('U01', 'U01', async () => people.sendDm('U01', '某县行动方案\n一、总体要求\n二、任务'))).text).toBe('粘贴了 3 行')
  })

  it('that asks for a form gets a button that opens it, for a message cannot', async () => {
    const waiting = last(await people.answer('U01', 'U01', async () => people.sendDm('U01', '填报 7')))
    expect(waiting.text).toBe('请点开：填报第7项')
    await people.click('U01', { ...waiting, label: '打开' })
    await people.waitForForm()
    expect(last(await people.answer('U01', 'U01', async () => people.submitForm('U01', { done: '已完成' }))).text).toBe('已记录 7 已完成')
  })

  it('with a file has the file read', async () => {
    const answer = last(await people.answer('U01', 'U01', async () => people.upload('U01', 'U01', '方案.txt', Buffer.from('一、总体要求'))))
    expect(answer.text).toBe('收到 方案.txt，18 字节')
    expect(seen.asked[0]).toMatchObject({ via: 'file' })
  })

  it('in a channel is for the bot when it names it, and is answered to the asker alone', async () => {
    const answer = last(await people.answer('U01', 'C01', async () => people.sendMessage('U01', 'C01', '<@U0DUBAN> 问好 大家')))
    expect(answer).toMatchObject({ text: '好 大家', ephemeral_to: 'U01' })
  })
})

describe('Home', () => {
  it('is drawn when it is opened, and again after what is pressed on it', async () => {
    expect(wordsOf(await people.openHome('U02'))).toContain('已说 0 次')
    await people.answer('U02', 'U02', async () => people.clickHome('U02', { label: '问好' }))
    await people.until('Home to be drawn again', () => (wordsOf(people.home('U02') ?? {}).includes('已说 1 次') ? true : undefined))
  })
})

describe('a greeting', () => {
  it('is an ordinary message in the person’s conversation', async () => {
    await slack.tell({ platform: 'slack', id: 'U02' }, card('您好'))
    expect((await people.dm('U02')).map(({ text }) => text)).toContain('您好')
  })
})
