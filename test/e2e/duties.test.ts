import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'

const { secretary, education, establishment } = people

let talk: Conversations
inSandbox((story) => ({ talk } = story))

describe('a duty of each year that somebody receives', () => {
  let arrived: SlackMessage

  it('is handed in with a sentence and a tap, and waits for its receiver', async () => {
    const echo = await talk.type(education, '周期5 已报送 云教〔2026〕21号')
    expect(said(echo)).toContain('还没有登记，点一下才算')
    expect(said(await talk.press(education, echo, '已完成'))).toContain('待县委编办确认收到后算完成')
    expect(said(await talk.type(education, '/duban 周期'))).toContain('7月2日(周四)已报送，待县委编办确认收到')
  })

  it('is laid before the receiver next morning, who sends it back with a reason in words', async () => {
    await talk.type(secretary, '/duban 快进 1天')
    arrived = await talk.hears(establishment, /请确认收到：周期5 .*县教育局苏晚晴7月2日已报送：已报送 云教〔2026〕21号/)
    expect(said(await talk.type(establishment, '退回 周期5 缺下一年度调整建议'))).toContain('已退回县教育局：缺下一年度调整建议')
    await talk.becomes(establishment, arrived, '已退回：缺下一年度调整建议')
  })

  it('is owed again by who had handed it in, told at once and why', async () => {
    await talk.hears(education, /周期5.*退回.*缺下一年度调整建议/s)
    const echo = await talk.type(education, '周期5 已报送 云教〔2026〕25号')
    expect(said(await talk.press(education, echo, '已完成'))).toContain('待县委编办确认收到')
  })

  it('is closed by the receiver’s own tap, which may be taken back', async () => {
    const received = await talk.type(establishment, '已收到 周期5')
    expect(said(received)).toContain('本期已完成')
    const taken = await talk.press(establishment, received, '撤销')
    expect(said(taken)).toContain('已撤销已收到')
    expect(buttons(taken)).toEqual(['已收到', '退回'])
    await talk.press(establishment, taken, '已收到')
    expect(said(await talk.type(education, '/duban 周期'))).toMatch(/✅ 7月3日\(周五\)已办：已报送 云教〔2026〕25号/)
  })
})

describe('a quota', () => {
  it('counts what was done, with the working days that are left', async () => {
    expect(said(await talk.type(education, '/duban 周期'))).toMatch(/7月31日\(周五\)前 · 已办0\/1，还剩\d+个工作日 · 县教育局 · p1-周期7/)
    const echo = await talk.type(education, 'p1-周期7 7月 已完成 第三片区联片教研')
    expect(buttons(echo)).toEqual(['已完成', '有困难'])
    await talk.press(education, echo, '已完成')
    expect(said(await talk.type(education, '/duban 周期'))).toMatch(/✅ 7月3日\(周五\)已办：7月 已完成 第三片区联片教研 · .*已办1\/1.*p1-周期7/)
  })
})
