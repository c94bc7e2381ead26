// The paths of a contact, each counted: how many taps, how many words to type, how long until the answer stands.
import { afterAll, describe, expect, it } from 'vitest'
import { elementsOf, type SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { education, secretary, housing, personnel } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

type Path = { path: string; taps: number; typed: string; seconds: number }
const paths: Path[] = []
/** How long the bot takes, not the person: for the closing note, held to nothing. */
async function counted(path: string, taps: number, typed: string, act: () => Promise<SlackMessage>): Promise<SlackMessage> {
  const from = performance.now()
  const answer = await act()
  paths.push({ path, taps, typed, seconds: Math.round((performance.now() - from) / 100) / 10 })
  return answer
}
afterAll(() => console.table(paths))

/** An entry behind the … of a line about a task. */
function behind(message: SlackMessage, task: string, label: string): { actionId: string; choice: string } {
  for (const { element } of elementsOf(message.blocks ?? [])) {
    const option = element.options?.find(({ text, value }) => text.text === label && value.includes(`"${task}"`))
    if (option !== undefined && element.action_id !== undefined) return { actionId: element.action_id, choice: option.value }
  }
  throw new Error(`nothing behind … of ${task} is called ${label}`)
}

describe('all that is asked', () => {
  let mine: SlackMessage
  const label = (): string => buttons(mine).find((each) => each.includes('全部正常推进')) ?? 'no such button'

  it('is answered in one tap, and taken back in one', async () => {
    mine = await talk.type(education, '/duban 我的')
    const recorded = await counted('全部正常推进（确认框再点一下）', 2, '', async () => talk.press(education, mine, label()))
    expect(said(recorded)).toMatch(/✅ 已记录 \d\d:\d\d · \d+项正常推进\(自报\)/)
    const back = await counted('撤销', 1, '', async () => talk.press(education, recorded, '撤销'))
    expect(said(back)).toMatch(/已撤销刚才的填报，共\d+项/)
  })

  it('with an exception leaves that one asked', async () => {
    mine = await talk.type(education, '/duban 我的')
    await sandbox.slack.click(education, { channel: mine.channel, ts: mine.ts, blocks: mine.blocks, label: '有例外' })
    const form = await sandbox.slack.waitForForm()
    const [box] = elementsOf(form.blocks).flatMap(({ element }) => element.options ?? [])
    const recorded = await counted('有例外：勾1项', 3, '', async () => talk.send(education, { except: [box?.value ?? ''] }))
    expect(said(recorded)).toContain('有例外，仍会提醒您')
  })
})

describe('one task', () => {
  it('正常推进, 补充, 更正', async () => {
    const digest = await talk.hears(personnel, '请今天填报：17 及时补充紧缺学科教师')
    const recorded = await counted('正常推进', 1, '', async () => talk.press(personnel, digest, '正常推进'))
    await sandbox.slack.click(personnel, { channel: recorded.channel, ts: recorded.ts, blocks: recorded.blocks, label: '补充说明' })
    await sandbox.slack.waitForForm()
    expect(said(await counted('补充说明', 2, '一句', async () => talk.send(personnel, { words: '二次招考公告已发布' })))).toContain('二次招考公告已发布')
    const corrected = await counted('更正（打一行）', 0, '/duban 更正 p1-17 70 岗位数核减', async () => talk.type(personnel, '/duban 更正 p1-17 70 岗位数核减'))
    expect(said(corrected)).toMatch(/更正前.+进度75%.+更正原因：岗位数核减/)
    expect(said(await talk.type(secretary, '/duban 任务 p1-17'))).toContain('更正原因：岗位数核减')
  })

  it('延期 from its …, decided by the secretary', async () => {
    const card = await talk.type(housing, '/duban 任务 p1-14')
    await sandbox.slack.click(housing, { channel: card.channel, ts: card.ts, blocks: card.blocks, ...behind(card, 'p1-14', '申请延期') })
    await sandbox.slack.waitForForm()
    const asked = await counted('延期（日期已填好）', 3, '一句', async () => talk.send(housing, { reason: '消防设施整改' }))
    expect(said(asked)).toContain('⏳ 已申请延期 · p1-14 改善县中办学条件')
    expect(said(await talk.type(secretary, '/duban 任务 p1-14'))).toContain('延期申请中')
    await talk.type(secretary, '/duban 同意延期 p1-14')
    expect(said(await talk.type(housing, '/duban 任务 p1-14'))).toMatch(/现定8月14日\(周五\)，原定7月15日\(周三\)，改过1次/)
  })

  it('异议 on its light, seen on the leader’s list until it is ruled on', async () => {
    const asked = await counted('异议（打一行）', 0, '/duban 异议 p1-4 …', async () => talk.type(education, '/duban 异议 p1-4 中心已在6月12日启用'))
    expect(said(asked)).toContain('⚖️ 已提出异议')
    expect(said(await talk.type(people.leader, '/duban 任务 p1-4'))).toContain('有异议待核')
  })

  it('pressed twice at once is one answer, and taken back at once is none', async () => {
    const digest = await talk.hears(education, '请今天填报')
    const line = elementsOf(digest.blocks ?? []).find(({ element }) => element.text?.text === '正常推进')?.element
    expect(line?.action_id).toBeDefined()
    const before = (await sandbox.slack.dm(education)).length
    await Promise.all([1, 2].map(async () => sandbox.slack.click(education, { channel: digest.channel, ts: digest.ts, blocks: digest.blocks, actionId: line?.action_id ?? '' })))
    await sandbox.slack.until('both presses to be answered', async () => ((await sandbox.slack.dm(education)).length >= before + 2 ? true : undefined))
    expect(said(await talk.type(education, '/duban 撤销'))).toContain('已撤销')
  })
})
