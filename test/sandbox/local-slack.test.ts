import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, LogLevel } from '@slack/bolt'
import { pino } from 'pino'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { driveLocalSlack, type LocalSlackDriver } from '#src/sandbox/local-slack-driver.ts'
import { wordsOf } from '#src/sandbox/local-slack-shapes.ts'
import { startLocalSlack, type LocalSlack } from '#src/sandbox/local-slack.ts'
import { ownFolder } from './own-folder.ts'
import { smallWorkspace as workspace } from './small-workspace.ts'

const logger = pino({ level: 'silent' })
const button = (label: string, actionId: string) => ({ type: 'button', action_id: actionId, value: '7', text: { type: 'plain_text' as const, text: label } }) as const
const line = (text: string) => ({ type: 'section', text: { type: 'mrkdwn' as const, text } }) as const

/** A bot that has one of everything the driver can touch. */
function tinyBot(slack: LocalSlack): App {
  const app = new App({ token: 'xoxb-duban', appToken: 'xapp-duban', socketMode: true, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: slack.apiUrl } })
  app.command('/duban', async ({ ack, respond, command }) => {
    await ack()
    await respond({ response_type: 'ephemeral', text: `你说了：${command.text}` })
  })
  app.message('在吗', async ({ say }) => {
    await say({ text: '在', blocks: [line('第7项'), { type: 'actions', block_id: 'task/7', elements: [button('正常推进', 'on-track'), button('有困难', 'difficulty')] }] })
  })
  app.action('on-track', async ({ ack, body, client }) => {
    await ack()
    if (body.type === 'block_actions' && body.message !== undefined && body.channel !== undefined)
      await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: '已记录', blocks: [line(`已记录 ${body.user.id}`)] })
  })
  app.action('difficulty', async ({ ack, body, client }) => {
    await ack()
    if (body.type !== 'block_actions') return
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'difficulty',
        title: { type: 'plain_text', text: '有困难' },
        submit: { type: 'plain_text', text: '提交' },
        blocks: [
          { type: 'input', block_id: 'problem', label: { type: 'plain_text', text: '什么困难' }, element: { type: 'plain_text_input', action_id: 'text' } },
          { type: 'input', block_id: 'due', optional: true, label: { type: 'plain_text', text: '到何时' }, element: { type: 'datepicker', action_id: 'day' } },
          {
            type: 'input',
            block_id: 'kind',
            label: { type: 'plain_text', text: '类别' },
            element: { type: 'static_select', action_id: 'of', options: [{ value: 'money', text: { type: 'plain_text', text: '资金' } }] },
          },
        ],
      },
    })
  })
  app.view('difficulty', async ({ ack, view, body, client }) => {
    const { problem, due, kind } = view.state.values
    if ((problem?.['text']?.value ?? '').length < 2) {
      await ack({ response_action: 'errors', errors: { problem: '请写明困难' } })
      return
    }
    await ack()
    await client.chat.postMessage({ channel: body.user.id, text: `困难：${problem?.['text']?.value ?? ''} ${kind?.['of']?.selected_option?.value ?? ''} ${due?.['day']?.selected_date ?? '未定'}` })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [line('我的任务'), { type: 'actions', elements: [button('有困难', 'difficulty')] }] } })
  })
  app.event('message', async ({ event, say }) => {
    if (event.subtype === 'file_share') await say(`收到 ${event.files?.[0]?.name ?? ''}`)
  })
  return app
}

describe('a person in the local workspace', () => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-slack-'))
  let slack: LocalSlack
  let driver: LocalSlackDriver

  beforeAll(async () => {
    slack = await startLocalSlack({ workspace, port: 0, dir, logger })
    return async () => {
      await slack.stop()
      rmSync(dir, { recursive: true })
    }
  })
  beforeAll(async () => {
    const bot = tinyBot(slack)
    await bot.start()
    return async () => bot.stop()
  })
  beforeAll(async () => {
    driver = await driveLocalSlack(slack.control)
    return () => driver.close()
  })

  it('types a command and alone sees the answer', async () => {
    const answers = await driver.answer('U01', '督办工作群', async () => driver.typeCommand('U01', '督办工作群', '/duban 汇总 第3项'))
    expect(answers.map(({ text }) => text)).toEqual(['你说了：汇总 第3项'])
    expect((await driver.messages('C01', 'U02')).map(({ text }) => text)).not.toContain('你说了：汇总 第3项')
  })

  it('writes to the bot, presses a button, and sees the message redrawn', async () => {
    const [card] = await driver.answer('U01', 'U01', async () => driver.sendDm('U01', '在吗'))
    if (card === undefined) throw new Error('no card')
    const [redrawn] = await driver.answer('U01', 'U01', async () => driver.click('U01', { ...card, label: '正常推进' }))
    expect(redrawn).toMatchObject({ ts: card.ts, text: '已记录' })
    expect(wordsOf(redrawn ?? {})).toContain('已记录 U01')
  })

  it('is told what can be pressed when a press does not fit', async () => {
    const [card] = await driver.answer('U01', 'U01', async () => driver.sendDm('U01', '在吗'))
    if (card === undefined) throw new Error('no card')
    await expect(driver.click('U01', { channel: card.channel, ts: card.ts, label: '销号' })).rejects.toThrow(/有困难/)
  })

  it('sends a form, reads its errors, and sends it right', async () => {
    const [card] = await driver.answer('U01', 'U01', async () => driver.sendDm('U01', '在吗'))
    if (card === undefined) throw new Error('no card')
    await driver.click('U01', { channel: card.channel, ts: card.ts, actionId: 'difficulty', value: '7' })
    expect(await driver.waitForForm()).toMatchObject({ callback_id: 'difficulty' })
    expect(await driver.submitForm('U01', { problem: '' })).toEqual({ outcome: 'errors', errors: { problem: '请写明困难' } })
    const [told] = await driver.answer('U01', 'U01', async () => {
      expect(await driver.submitForm('U01', { problem: '缺编制', due: '2026-06-30', kind: '资金' })).toEqual({ outcome: 'closed' })
    })
    expect(told?.text).toBe('困难：缺编制 money 2026-06-30')
    expect(driver.openForm()).toBeUndefined()
  })

  it('opens the Home tab, presses on it, and closes the form it opens', async () => {
    expect(wordsOf(await driver.openHome('U02'))).toContain('我的任务')
    expect(driver.home('U02')).toBeDefined()
    await driver.clickHome('U02', { label: '有困难' })
    await driver.waitForForm()
    await driver.closeForm('U02')
    expect(driver.openForm()).toBeUndefined()
  })

  it('shares a file that the bot can fetch', async () => {
    const bytes = new TextEncoder().encode('一、总体要求')
    const [shared] = await driver.answer('U02', 'U02', async () => driver.upload('U02', 'U02', '方案.txt', bytes))
    expect(shared?.text).toBe('收到 方案.txt')
    const url = (await driver.dm('U02')).flatMap(({ files }) => files ?? []).find(({ name }) => name === '方案.txt')?.url_private ?? ''
    const fetched = await fetch(url, { headers: { authorization: 'Bearer xoxb-duban' } })
    expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(bytes)
  })
})

describe('the local workspace', () => {
  it('comes back at the same address when it dies, and says so, for its conversations are gone', async () => {
    const restarted = vi.fn()
    const slack = await startLocalSlack({ workspace, port: 0, dir: ownFolder(), logger, restarted })
    onTestFinished(slack.stop)
    process.kill(slack.pid(), 'SIGKILL')
    await vi.waitFor(() => expect(restarted).toHaveBeenCalledOnce(), { timeout: 10_000, interval: 20 })
    expect((await fetch(slack.page)).status).toBe(200)
  })

  it('refuses a port that is taken', async () => {
    const slack = await startLocalSlack({ workspace, port: 0, dir: ownFolder(), logger })
    onTestFinished(slack.stop)
    const port = Number(new URL(slack.page).port)
    await expect(startLocalSlack({ workspace, port, dir: ownFolder(), logger })).rejects.toMatchObject({ why: { code: 'port-taken', port } })
  })

  it('refuses a program that LOCAL_SLACK_BIN names and that is not there', async () => {
    vi.stubEnv('LOCAL_SLACK_BIN', '/nowhere/local-slack')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    await expect(startLocalSlack({ workspace, port: 0, dir: ownFolder(), logger })).rejects.toMatchObject({ why: { code: 'local-slack-bin-missing' } })
  })
})
