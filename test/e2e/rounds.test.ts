import { describe, expect, it } from 'vitest'
import { elementsOf, type SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, keyOf, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, development, education } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

/** The button of that name on the line about a task. */
function about(message: SlackMessage, task: string, label: string): { actionId: string } {
  const found = elementsOf(message.blocks ?? []).find(({ element }) => element.text?.text === label && element.value?.includes(`"${task}"`) === true)
  if (found?.element.action_id === undefined) throw new Error(`nothing about ${task} is called ${label}`)
  return { actionId: found.element.action_id }
}

describe('a round', () => {
  let watch: SlackMessage

  it('is opened in a form, after who would be told was seen', async () => {
    await sandbox.slack.typeCommand(secretary, secretary, '/duban 轮次 开 p1-9 p1-17')
    await sandbox.slack.waitForForm()
    expect(await sandbox.slack.submitForm(secretary, {})).toMatchObject({ outcome: 'errors', errors: { 截止日: expect.stringContaining('还没有写日期') as string } })
    const preview = await talk.send(secretary, { until: '2026-07-10', question: '还缺什么？' })
    expect(said(preview)).toContain('通知2人，每人一条。确认前不发任何消息')
    expect(said(preview)).toContain('另请说明：还缺什么？')
    expect(said(preview)).toMatch(/减负账：2个单位\n[^]*县人社局 · 这次2处要填 · 近30天收到\d+条、被问\d+处/)
    expect(said(await talk.press(secretary, preview, '开轮次'))).toMatch(/已开轮次n1“7月10日报送”，7月10日截止，将通知2人/)
    watch = await talk.hears(secretary, '“7月10日报送”报送中')
    expect(said(watch)).toContain('应报2家，已报0、未报2')
    expect(keyOf(watch)).toMatch(/^prompt\/round-watch\/p1\/n1\//)
  })

  it('asks in the day’s message, and the secretary’s own message follows the answers', async () => {
    await talk.type(secretary, '/duban 快进 1天')
    const asked = await talk.hears(development, /填报：(?:p1-)?9 科学编制学校布局规划/)
    expect(said(asked)).toContain('“7月10日报送”另请说明：还缺什么？')
    await talk.press(development, asked, about(asked, 'p1-9', '正常推进'))
    await talk.becomes(secretary, watch, '应报2家，已报1、未报1')
    await talk.becomes(secretary, watch, '✅ 已报：县发改局')
  })

  it('asks nobody else', async () => expect((await talk.told(education)).map(said).join('')).not.toContain('另请说明'))

  it('is chased, closed and published from its message', async () => {
    const preview = await talk.press(secretary, watch, '催未报')
    expect(said(preview)).toMatch(/将提醒1项，通知1人/)
    await talk.press(secretary, watch, '关闭')
    const closed = await talk.becomes(secretary, watch, '已于7月3日关闭')
    expect(buttons(closed)).toContain('发布结果')
    const text = await talk.press(secretary, closed, '发布结果')
    expect(said(text)).toContain('共2项，应报2家，已报1家，未报1家')
    expect(said(await talk.press(secretary, text, '确认发布'))).toContain('已于7月3日发布')
    await talk.becomes(secretary, watch, '结果已于7月3日发布')
  })
})
