// A year of the sample county: a team that meets each quarter, the leading group as often as its clause asks, a review; all of it by pressing.
import { describe, expect, it } from 'vitest'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, leader, education, finance } = people
const group = '云溪县基础教育高质量发展工作领导小组'

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const types = async (person: string, words: string): Promise<string> => said(await talk.type(person, `/duban ${words}`))
const dayMs = 86_400_000
/** A quarter of the county's messages is many: a busy machine takes its time. */
const patience = { timeout: 180_000 }
let today = '2026-07-02'

/** A long way on takes longer than an answer does. */
async function forward(by: string, to: string): Promise<void> {
  await sandbox.slack.typeCommand(secretary, secretary, `/duban 快进 ${by}`)
  const [, month, date] = to.split('-').map(Number)
  await sandbox.slack.until(`the clock to be ${to}`, async () => (await sandbox.slack.dm(secretary)).findLast((message) => said(message).includes('现在是') && said(message).includes(`${String(month)}月${String(date)}日`)), 120_000)
  today = to
}

/** Nine in the morning of a day. */
const until = async (day: string): Promise<void> => forward(`${String(Math.round((Date.parse(day) - Date.parse(today)) / dayMs))}天`, day)

/** On the next working day after a sitting the secretary is asked: it was held. */
async function held(body: string, then: string): Promise<void> {
  const [, month, date] = today.split('-').map(Number)
  await until(then)
  const asked = await talk.hears(secretary, new RegExp(`请登记：${body}.*${String(month)}月${String(date)}日 15:00的会议开过了吗`))
  await talk.press(secretary, asked, '已召开')
}

async function called(words: string): Promise<void> {
  const few = await talk.type(secretary, `/duban 会议 安排 ${words}`)
  expect(said(await talk.press(secretary, few, '仍然安排'))).toContain('已安排')
}

describe('a team that meets each quarter', patience, () => {
  it('is called for all of the plan’s quarters at once, after their days were seen', async () => {
    const seen = await talk.type(secretary, '/duban 会议 安排 学校建设 每季度10日 15:00 二楼会议室')
    expect(said(seen)).toMatch(/还没有安排，请核对：学校建设工作专班系列会议10次[^]*7月10日\(周五\)\n10月10日\(周六\)\n2027年1月11日\(周一\)（2027年1月10日不是工作日，顺延）/)
    expect(said(await talk.press(secretary, seen, '安排'))).toContain('系列会议10次')
    await talk.hears(finance, '请参加学校建设工作专班会议：')
    expect((await talk.told(finance)).filter((message) => said(message).includes('请参加学校建设'))).toHaveLength(1)
  })

  it('meets in July, and the units hear of October’s a week before it', async () => {
    await until('2026-07-10')
    await held('学校建设工作专班', '2026-07-13')
    await until('2026-09-30')
    expect((await talk.told(finance)).filter((message) => said(message).includes('请参加学校建设'))).toHaveLength(2)
    await until('2026-10-10')
    await held('学校建设工作专班', '2026-10-12')
  })
})

describe('a review', patience, () => {
  it('of the reds is told to their units and gone through item by item', async () => {
    expect(await types(secretary, '调度 红灯 10月20日')).toContain('已安排调度：10月20日')
    await until('2026-10-20')
    let item = await talk.type(secretary, '/duban 调度 开始 r1')
    for (let left = 40; left > 0 && buttons(item).includes('情况属实'); left -= 1) item = await talk.press(secretary, item, '情况属实')
    expect(said(item)).toMatch(/情况属实\d+/)
    expect(await types(secretary, '办毕 r1 台账属实，按期推进')).toContain('台账属实，按期推进')
  })
})

describe('the leading group', patience, () => {
  it('is asked for before its year closes, with the clause, and called from that line', async () => {
    await until('2026-11-23')
    const prompt = await talk.hears(secretary, new RegExp(`${group}.*2026年[^]*还差1次`))
    await sandbox.slack.click(secretary, { channel: prompt.channel, ts: prompt.ts, blocks: prompt.blocks, label: '安排会议' })
    await sandbox.slack.waitForForm()
    const few = await talk.send(secretary, { day: '2026-12-08', time: '15:00', place: '二楼会议室' })
    expect(said(await talk.press(secretary, few, '仍然安排'))).toContain(`已安排：${group}会议，12月8日(周二) 15:00，二楼会议室`)
    const asked = await talk.hears(leader, `请参加${group}`)
    await sandbox.slack.click(leader, { channel: asked.channel, ts: asked.ts, blocks: asked.blocks, label: '参加' })
    await talk.becomes(leader, asked, '已答复：参加')
  })

  it('decides, and what it decided is told, asked and minuted', async () => {
    await until('2026-12-08')
    expect(await types(secretary, '议程')).toContain('议程')
    const asked = await talk.type(secretary, '/duban 签到')
    await talk.press(secretary, await talk.press(secretary, asked, '没答复的都到会'), '开始')
    const read = await talk.type(secretary, '议定：教育局牵头2027年3月底前完成学位缺口摸底')
    expect(said(await talk.press(secretary, read, '记为议定事项'))).toMatch(/已议定1项/)
    await talk.hears(education, '议定第1项')
    const draft = await talk.type(secretary, '/duban 纪要')
    expect(said(await talk.press(secretary, draft, '印发'))).toContain('已印发')
    await until('2026-12-09')
    await talk.hears(finance, `会议纪要已印发：${group}2026年第二次会议`)
    expect(await types(leader, '会议')).toMatch(new RegExp(`${group}\\n2026年(?:专题)?应开2次，已开2次 ✅`))
  })

  it('meets twice in the next year, and the first agenda opens with what the last one decided', async () => {
    await until('2027-01-11')
    await held('学校建设工作专班', '2027-01-12')
    await until('2027-04-12')
    await held('学校建设工作专班', '2027-04-13')
    await called('基础教育高质量 2027-04-20 15:00 二楼会议室')
    const agenda = await types(secretary, '议程')
    expect(agenda.indexOf('学位缺口')).toBeGreaterThan(-1)
    expect(agenda).toMatch(/上次(?:会议)?议定[^]*学位缺口/)
    await until('2027-04-20')
    await held(group, '2027-04-21')
    await called('基础教育高质量 2027-06-22 15:00 二楼会议室')
    await until('2027-06-22')
    await held(group, '2027-06-23')
    expect(await types(leader, '会议')).toMatch(new RegExp(`${group}\\n2027年(?:专题)?应开2次，已开2次 ✅`))
  })

  it('has no window of the year that closed unmet', async () => expect(await types(leader, '汇总')).not.toMatch(new RegExp(`${group}.*只开`)))
})
