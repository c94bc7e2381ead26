import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, housing } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const card = async (): Promise<string> => said(await talk.type(housing, '/duban 任务 p1-10'))

describe('年度分解', () => {
  let review: SlackMessage
  let reminder: SlackMessage

  it('is proposed in two taps, in the plan’s own words', async () => {
    expect(await card()).toContain('报年度分解')
    const list = await talk.type(housing, '/duban 年度分解')
    expect(said(list)).toMatch(/2026年年度分解：\d+项待报，已按方案原文预填/)
    expect(said(list)).toContain('12月31日 可提供初中学位1800个')
    const all = buttons(list).find((label) => label.startsWith('按此报送全部')) ?? '按此报送'
    expect(said(await talk.press(housing, list, all))).toMatch(/✅ 已报.*年度分解/)
    expect(await card()).toContain('2026年年度分解已报，待督查室审核')
  })

  it('may be written by hand instead, as long as nobody has decided', async () => {
    expect(said(await talk.type(housing, '/duban 年度分解 p1-10 7月10日前完成基坑支护（验收单）；11月底前主体封顶'))).toContain('7月10日 完成基坑支护（验收单）；11月30日 主体封顶')
    await sandbox.slack.typeCommand(housing, housing, '/duban 年度分解 p1-10')
    expect(said(await sandbox.slack.waitForForm())).toContain('10 实施城区学校扩容项目')
    expect(await sandbox.slack.submitForm(housing, { by1: '2026-06-01' })).toMatchObject({ outcome: 'errors', errors: { '节点1：什么时候': expect.stringContaining('已经过去') as string } })
    expect(said(await talk.send(housing, { by1: '2026-07-10' }))).toContain('完成基坑支护')
  })

  it('waits in one line of the secretary’s next morning, and is approved on one card', async () => {
    await talk.type(secretary, '/duban 快进 1天')
    const morning = await talk.hears(secretary, /请审年度分解：\d+项待审（县住建局）/)
    review = await talk.press(secretary, morning, '去审核')
    expect(said(review)).toMatch(/县住建局 · (?:p1-)?10 实施城区学校扩容项目 · 2026年\n7月10日 完成基坑支护（验收单）；11月30日 主体封顶/)
    const all = buttons(review).find((label) => label.startsWith('同意以上')) ?? '同意'
    expect(said(await talk.press(secretary, review, all))).toMatch(/✅ 已同意：.*没有待审的年度分解/s)
    await talk.becomes(secretary, morning, '年度分解 · 已全部审完')
  })

  it('approved, is what the task owes, and is asked for by its day', async () => {
    expect(await card()).toContain('🟡 预警：节点“完成基坑支护”7月10日(周五)到期')
    await talk.type(secretary, '/duban 快进 3天')
    reminder = await talk.hears(housing, /请于7月10日\(周五\)前完成节点：完成基坑支护，还有\d个工作日/)
    expect((await talk.told(housing)).map(said).join('\n')).toContain('年度分解已同意')
  })

  it('is reached by the unit’s own word, and nothing more is asked', async () => {
    await sandbox.slack.click(housing, { channel: reminder.channel, ts: reminder.ts, blocks: reminder.blocks, label: '节点完成' })
    expect(said(await sandbox.slack.waitForForm())).toContain('凭什么看得到：验收单')
    expect(said(await talk.send(housing, { words: '基坑支护已验收' }))).toMatch(/✅ 已记录（自报）：p1-10 实施城区学校扩容项目/)
    await talk.becomes(housing, reminder, '已报节点完成（自报）')
    expect(await card()).toMatch(/✅ 7月10日 完成基坑支护（7月\d日完成，自报）：基坑支护已验收\n▶️ 11月30日 主体封顶/)
  })
})
