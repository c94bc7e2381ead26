import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, keyOf, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, leader, education, finance } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

describe('a sitting of the leading group', () => {
  let watch: SlackMessage
  let asked: SlackMessage

  it('on a Saturday is asked about before anything is recorded', async () => {
    const doubtful = await talk.type(secretary, '/duban 会议 安排 基础教育 7月11日 15:00 二楼会议室')
    expect(said(doubtful)).toMatch(/还没有安排，请先看[^]*7月11日\(周六\)不是工作日/)
    expect(buttons(doubtful)).toEqual(['仍然安排', '改一改'])
  })

  it('is called, and everybody who holds a seat is asked in a message of their own', async () => {
    const few = await talk.type(secretary, '/duban 会议 安排 基础教育 7月10日 15:00 二楼会议室')
    expect(said(few)).toMatch(/个成员里只有\d+个能收到通知，请另行告知/)
    expect(said(await talk.press(secretary, few, '仍然安排'))).toMatch(/已安排：云溪县基础教育高质量发展工作领导小组会议，7月10日\(周五\) 15:00，二楼会议室/)
    asked = await talk.hears(education, '请参加云溪县基础教育高质量发展工作领导小组会议：7月10日(周五) 15:00，二楼会议室')
    expect(said(asked)).toContain('您代表：县教育局')
    expect(buttons(asked)).toEqual(['参加', '请假'])
    await talk.hears(leader, '请参加云溪县基础教育高质量发展工作领导小组会议')
    watch = await talk.hears(secretary, '参加0，请假0')
    expect(keyOf(watch)).toMatch(/^prompt\/meeting-watch\/p1\//)
  })

  it('is answered in one tap, and the office’s message follows the answers', async () => {
    const before = (await talk.told(education)).length
    // It is said once, in the invitation itself.
    await sandbox.slack.click(education, { channel: asked.channel, ts: asked.ts, blocks: asked.blocks, label: '参加' })
    asked = await talk.becomes(education, asked, '✅ 已答复：参加')
    expect(buttons(asked)).toEqual(['加入日历', '改为请假'])
    await talk.becomes(secretary, watch, '参加1，请假0')
    const other = await talk.hears(finance, '请参加云溪县')
    await sandbox.slack.click(finance, { channel: other.channel, ts: other.ts, blocks: other.blocks, label: '请假' })
    await sandbox.slack.waitForForm()
    await sandbox.slack.submitForm(finance, { instead: '李四', words: '出差' })
    await talk.becomes(finance, other, '已答复：请假，派李四参加（出差）')
    await talk.becomes(secretary, watch, /参加1，请假1[^]*请假：县财政局（出差，派李四参加）/)
    expect((await talk.told(education)).length).toBe(before)
  })

  it('is a file for the calendar of whoever comes', async () => {
    const file = await talk.press(education, asked, '加入日历')
    expect(file.files?.map(({ name }) => name)).toEqual([expect.stringMatching(/^会议-p1-m\d+-2026-07-10\.ics$/)])
  })

  it('that is moved is told to everybody once, and answered afresh', async () => {
    await sandbox.slack.click(secretary, { channel: watch.channel, ts: watch.ts, blocks: watch.blocks, label: '改期' })
    await sandbox.slack.waitForForm()
    expect(said(await talk.send(secretary, { day: '2026-07-13', time: '9:30', place: '三楼会议室' }))).toMatch(/已改：.*7月13日\(周一\) 09:30，三楼会议室[^]*再通知\d+人一次/)
    const again = await talk.hears(education, '会议有变：云溪县基础教育高质量发展工作领导小组会议改为7月13日(周一) 09:30，三楼会议室')
    expect(buttons(again)).toEqual(['参加', '请假'])
    await talk.becomes(secretary, watch, /7月13日\(周一\) 09:30[^]*参加0，请假0/)
  })

  it('that is called off is told once to those who were asked, with why', async () => {
    const id = /编号(m\d+)/.exec(said(watch))?.[1] ?? ''
    expect(said(await talk.type(secretary, `/duban 取消会议 ${id} 防汛值守`))).toMatch(/已取消[^]*原因：防汛值守/)
    const off = await talk.hears(education, '会议取消：云溪县基础教育高质量发展工作领导小组')
    expect(said(off)).toContain('防汛值守')
    expect(buttons(off)).toContain('从日历删除')
    await talk.becomes(secretary, watch, '已取消：防汛值守')
    expect((await talk.told(education)).filter((message) => said(message).includes('会议取消'))).toHaveLength(1)
  })
})
