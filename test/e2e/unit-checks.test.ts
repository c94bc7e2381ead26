// The first week of a plan: hand-out, the first message, the unit's lines all but one, what is not right, and the secretary who sees it.
import { describe, expect, it } from 'vitest'
import { elementsOf, type SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, education, finance } = people

const title = '云溪县小微河道整治方案（2026—2027年）'
const brooks = `${title}

一、重点任务

1. 开展河道排查。2026年8月底前完成全县小微河道排查。（牵头单位：县教育局；配合单位：县财政局）

2. 清理河岸垃圾。建立定期清理制度。（牵头单位：县教育局）

3. 筹集整治经费。2026年9月底前落实年度经费。（牵头单位：县教育局）
`

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

let sheet: SlackMessage
const lineButton = (message: SlackMessage, task: string, label: string): { actionId: string } => {
  const found = elementsOf(message.blocks ?? []).find(({ element }) => element.text?.text === label && element.value?.includes(`"${task}"`) === true)
  if (found?.element.action_id === undefined) throw new Error(`nothing about ${task} is called ${label}`)
  return { actionId: found.element.action_id }
}

describe('the first week', () => {
  it('begins with the office’s telephone and the hand-out', async () => {
    expect(said(await talk.type(secretary, '/duban 人员 电话 沈若兰 0733-8812345'))).toContain('沈若兰的电话是0733-8812345')
    const preview = await talk.type(secretary, brooks)
    await talk.press(secretary, preview, '确认导入')
    const handOut = await talk.type(secretary, '/duban 通知联络员 p3')
    expect(said(handOut)).toContain('督查室（沈若兰，电话0733-8812345）请您作为县教育局的联络员')
    await talk.press(secretary, handOut, '通知')
  })

  it('tells the contact which plan, who asks, how many lines, with one button', async () => {
    const first = await talk.hears(education, title.slice(0, 10))
    expect(said(first)).toContain('您负责3项，最近一项8月31日(周一)到期')
    expect(said(first)).toContain('您单位在里面共3项：牵头3。')
    expect(buttons(first)).toEqual(['看我的单位任务'])
    sheet = await talk.press(education, first, '看我的单位任务')
    expect(said(sheet)).toContain('请核对县教育局在《云溪县小微河道整治方案（2026—2027年）》(p3)里的3项：牵头3。')
    expect(said(await talk.hears(finance, '您单位配合1项，平时不用填报'))).not.toContain('正常推进')
  })

  it('lets them say of one line what is not right, in the place of the list', async () => {
    await sandbox.slack.click(education, { channel: sheet.channel, ts: sheet.ts, blocks: sheet.blocks, ...lineButton(sheet, 'p3-3', '有出入') })
    expect(said(await sandbox.slack.waitForForm())).toContain('3 筹集整治经费')
    expect(await sandbox.slack.submitForm(education, {})).toMatchObject({ outcome: 'errors', errors: { 具体说明: '请写一句哪里有出入，督查室据此核定。' } })
    sheet = await talk.send(education, { words: '经费由县财政局筹集' })
    expect(said(sheet)).toContain('3 筹集整治经费 · 有出入：经费由县财政局筹集')
  })

  it('and of all others that they are right, in one tap', async () => {
    const done = await talk.press(education, sheet, '其余2项全部无异议')
    expect(said(done)).toContain('2项无异议')
    expect(said(done)).toContain('3项都已核对：无异议2、有出入1')
  })

  it('shows the secretary who has looked, who has not, and what is not right', async () => {
    const checks = await talk.type(secretary, '/duban 单位核对 p3')
    expect(said(checks)).toContain('2家单位中1家已核对，1家未核对（不算同意），有出入1项')
    expect(said(checks)).toContain('县财政局 · 未核对1')
    expect(said(await talk.type(secretary, '/duban 单位核对 p3 县教育局'))).toContain('有出入：经费由县财政局筹集（待督查室核定）')
  })
})
