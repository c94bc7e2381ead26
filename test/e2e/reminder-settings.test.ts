import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, education } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

/** What a message says of how many are sent, now and then. */
const verdict = (message: SlackMessage): string[] => /现在发(\d+)条，改后发(\d+)条/.exec(said(message))?.slice(1) ?? []

describe('提醒设置', () => {
  let preview: SlackMessage

  it('shows the numbers as they stand, and opens them as a form', async () => {
    const settings = await talk.type(secretary, '/duban 提醒设置 p1')
    expect(said(settings)).toContain('全部按默认')
    await sandbox.slack.click(secretary, { channel: settings.channel, ts: settings.ts, blocks: settings.blocks, label: '改常用设置' })
    expect(said(await sandbox.slack.waitForForm())).toContain('确认才保存')
  })

  it('says beside the field what cannot be, and keeps the form open', async () => {
    const sent = await sandbox.slack.submitForm(secretary, { headAfter: '500', digestFrom: '08:30' })
    expect(sent).toMatchObject({ outcome: 'errors' })
    expect(JSON.stringify(sent)).toContain('1到120')
    expect(said(await talk.type(secretary, '/duban 提醒设置 p1'))).toContain('全部按默认')
  })

  it('shows what would be sent beside what is sent, and saves nothing', async () => {
    const settings = await talk.type(secretary, '/duban 提醒设置 p1')
    await sandbox.slack.click(secretary, { channel: settings.channel, ts: settings.ts, blocks: settings.blocks, label: '改常用设置' })
    await sandbox.slack.waitForForm()
    preview = await talk.send(secretary, { dueMarks: '15,5,1', digestFrom: '08:30', reason: '汛期提前' })
    expect(said(preview)).toContain('到期前 30,7,3,1,0 → 15,5,1')
    expect(verdict(preview)).toHaveLength(2)
    expect(buttons(preview)).toEqual(['保存', '再改', '不改了'])
    expect(said(await talk.type(secretary, '/duban 提醒设置 p1'))).toContain('全部按默认')
  })

  it('is saved by one press, on record with who and why', async () => {
    expect(said(await talk.press(secretary, preview, '保存'))).toContain('已保存')
    expect(said(await talk.type(secretary, '/duban 提醒设置 p1'))).toMatch(/沈若兰：到期前 30,7,3,1,0 → 15,5,1，每日提醒 09:00 → 08:30；原因：汛期提前/)
  })

  it('is what goes out from then on, seen before it is sent', async () => {
    expect(said(await talk.type(secretary, '/duban 未来30天提醒'))).toMatch(/要发\d+条提醒，分在\d+天/)
    expect(said(await talk.type(education, '明天提醒什么'))).toMatch(/明天7月3日\(周五\)(?:会提醒您|没有给您的提醒)/)
  })
})
