import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, education, development } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

/** Passes over what is not looked for. */
async function upTo(message: SlackMessage, words: string): Promise<SlackMessage> {
  let shown = message
  while (!said(shown).includes(words)) {
    if (!buttons(shown).includes('下一件')) throw new Error(`nothing in the queue says ${words}: ${said(shown)}`)
    shown = await talk.press(secretary, shown, '下一件')
  }
  return shown
}

describe('what a contact asks', () => {
  let digest: SlackMessage
  let queue: SlackMessage

  it('is asked in one line each', async () => {
    digest = await talk.hears(education, '4 健全心理健康服务网络')
    expect(said(await talk.type(education, '/duban 延期 p1-4 2026-09-30 心理教师招聘推迟'))).toContain('9月30日')
    await talk.becomes(education, digest, '已申请延期到9月30日(周三)，待督查室决定')
    expect(said(await talk.type(education, '/duban 不是我负责 p1-21 县发改局'))).toContain('21 推进教育数字化')
  })

  it('waits in one message, with all it takes to decide', async () => {
    queue = await upTo(await talk.type(secretary, '待审'), '待审：延期申请')
    expect(said(queue)).toMatch(/县教育局.*苏晚晴 7月2日申请延期：.* → 9月30日\(周三\)\n理由：心理教师招聘推迟/)
    expect(buttons(queue)).toEqual(expect.arrayContaining(['同意延到9月30日', '不同意', '另定日期', '看任务']))
  })

  it('is refused with a reason, and the same message goes on to the next', async () => {
    await sandbox.slack.click(secretary, { channel: queue.channel, ts: queue.ts, blocks: queue.blocks, label: '不同意' })
    await sandbox.slack.waitForForm()
    const next = await talk.send(secretary, { reason: '可先聘兼职教师' })
    expect(next.ts).toBe(queue.ts)
    expect(said(next)).toMatch(/↩️ 不同意延期 · p1-4 健全心理健康服务网络 · 县教育局\n待审：分工疑问/)
    queue = next
  })

  it('passes to the unit that was named, by one press', async () => {
    const part = await upTo(queue, '待审：分工疑问')
    expect(said(part)).toMatch(/认为应是： ?县发改局/)
    const next = await talk.press(secretary, part, '改派县发改局')
    expect(next.ts).toBe(queue.ts)
    expect(said(next)).toContain('✅ 已改派县发改局 · p1-21 推进教育数字化 · 县教育局')
  })

  it('pressed again from an old picture of the message says what stands', async () => {
    expect(said(await talk.press(secretary, queue, '下一件'))).not.toContain('待审：延期申请 · p1-4')
    expect(said(await talk.type(secretary, '/duban 同意延期 p1-4'))).toContain('延期申请已由沈若兰于7月2日(周四)退回，不用再处理')
  })

  it('both are told, once each', async () => {
    await talk.hears(education, /延期未同意：(?:p1-)?4 健全心理健康服务网络[^]*督查室：可先聘兼职教师/)
    await talk.hears(education, /已改派县发改局：(?:p1-)?21 推进教育数字化/)
    await talk.hears(development, /请接手：(?:p1-)?21 推进教育数字化[^]*原由县教育局承担/)
    const times = async (person: string, words: string): Promise<number> => (await talk.told(person)).filter((message) => said(message).includes(words)).length
    expect(await times(education, '延期未同意：4')).toBe(1)
    expect(await times(development, '请接手：21')).toBe(1)
  })

  it('and the message that asked for a report asks again for what keeps its date', async () => {
    const redrawn = await talk.becomes(education, digest, /(?:请今天|请于.*前)填报：(?:p1-)?4 健全心理健康服务网络/)
    expect(said(redrawn)).not.toContain('待督查室决定')
    expect(said(await talk.type(education, '/duban 任务 p1-21'))).toContain('县发改局')
  })
})
