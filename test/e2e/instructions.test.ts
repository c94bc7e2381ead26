// 批示 from the word to 我的批示; a spoken one through an aide; what units cannot settle, up to the leader.
import { describe, expect, it } from 'vitest'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, leader, education, finance, stranger } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))
const types = async (person: string, words: string): Promise<string> => said(await talk.type(person, `/duban ${words}`))

describe('a leader’s instruction', () => {
  it('is shown with whoever gets it, and goes out in one press', async () => {
    const shown = await talk.type(leader, '/duban 批示 p1-18 请教育局和财政局7月10日前拿出校车方案')
    expect(said(shown)).toMatch(/还没有下发，请核对[^]*何景川批示：“请教育局和财政局7月10日前拿出校车方案”[^]*牵头：县教育局，将告诉苏晚晴[^]*配合：县财政局，将告诉唐一鸣/)
    expect(said(await talk.press(leader, shown, '下发'))).toContain('✅ 已下发：p1-32 请教育局和财政局7月10日前拿出校车方案')
  })

  it('is told to its units at once, asked of the lead with the buttons of any task', async () => {
    const asked = await talk.hears(education, '请于7月10日(周五)前办理：何景川批示')
    expect(said(asked)).toContain('关于：18')
    expect(buttons(asked)).toEqual(expect.arrayContaining(['正常推进', '有困难', '已完成']))
    expect(said(await talk.hears(finance, '请配合县教育局于7月10日(周五)前办理'))).toContain('何景川批示')
    await talk.press(education, asked, '正常推进')
    await talk.becomes(education, asked, /县教育局苏晚晴.*正常推进/)
  })

  it('is reported, claimed and accepted, and the leader reads it in 我的批示', async () => {
    expect(await types(education, '填报 p1-32 60% 已开协调会')).toContain('✅ 已记录')
    expect(await types(leader, '我的批示')).toMatch(/在办1件、办结0件[^]*县教育局[^]*已开协调会/)
    expect(await types(education, '办结 p1-32 方案已报县政府')).toContain('办结')
    expect(await types(secretary, '同意办结 p1-32')).toContain('同意')
    expect(await types(leader, '我的批示')).toMatch(/在办0件、办结1件/)
    expect(await types(leader, '任务 p1-32')).toMatch(/何景川批示[^]*何景川批示原话/)
  })
})

describe('a spoken instruction', () => {
  it('is recorded by the leader’s aide, whom the secretary named in plain words', async () => {
    expect(await types(secretary, '人员 登记 <@U0DBXR01> 乔安')).toContain('已登记乔安')
    const echo = await talk.type(secretary, '乔安是何景川的联络员')
    expect(said(await talk.press(secretary, echo, '确认'))).toContain('乔安是何景川的联络员')
    const shown = await talk.type(stranger, '/duban 口头批示 电话 p1-18 请财政局7月20日前安排校车经费')
    expect(said(shown)).toContain('何景川批示（7月2日电话，代录）')
    expect(said(await talk.press(stranger, shown, '下发'))).toContain('已代录并下发：p1-33')
  })

  it('is in force at once, and confirmed by its leader in one tap', async () => {
    expect(said(await talk.hears(finance, '请于7月20日(周一)前办理：何景川批示'))).toContain('电话，乔安代录·待何景川确认')
    const asked = await talk.hears(leader, '请确认：乔安代录您7月2日电话批示')
    expect(buttons(asked)).toEqual(expect.arrayContaining(['属实', '不是这样']))
    expect(said(await talk.press(leader, asked, '属实'))).toContain('已确认属实：p1-33')
    await talk.becomes(leader, asked, '已确认属实')
  })
})

describe('what units cannot settle between them', () => {
  it('is handed up by the secretary with what was said, and the leader decides in one tap', async () => {
    const given = await talk.hears(finance, '请于7月20日(周一)前办理：何景川批示')
    await sandbox.slack.click(finance, { channel: given.channel, ts: given.ts, blocks: given.blocks ?? [], label: '有困难' })
    await sandbox.slack.waitForForm()
    await talk.send(finance, { problem: '年度预算没有这一项', needs: '县教育局' })
    // A completion of the sample county comes before it.
    const matter = await talk.press(secretary, await talk.type(secretary, '/duban 待审'), '下一件')
    expect(said(matter)).toMatch(/协调事项[^]*县财政局[^]*提出需要县教育局协调[^]*年度预算没有这一项/)
    await sandbox.slack.click(secretary, { channel: matter.channel, ts: matter.ts, blocks: matter.blocks ?? [], label: '上报协调' })
    await sandbox.slack.waitForForm()
    const leaderId = 'u2'
    expect(said(await talk.send(secretary, { to: leaderId, words: '请定' }))).toContain('已上报何景川')
    const asked = await talk.hears(leader, '请定协调事项：33')
    expect(said(asked)).toContain('选协调会：督查室安排会议并通知单位')
    expect(said(await talk.press(leader, asked, '协调会'))).toContain('已定开协调会')
    await talk.hears(secretary, '请安排协调会：何景川定')
  })
})
