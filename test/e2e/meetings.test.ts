// A sitting on its day: its agenda, who is there, what is decided, and the minutes that its members read.
import { describe, expect, it } from 'vitest'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'

const { secretary, leader, education, finance } = people

let talk: Conversations
inSandbox((story) => ({ talk } = story))
const types = async (person: string, words: string): Promise<string> => said(await talk.type(person, `/duban ${words}`))

describe('a sitting of today', () => {
  it('has an agenda made from the ledger, to which the secretary adds', async () => {
    expect(await types(secretary, '会议 安排 学校建设工作专班 今天 15:00 二楼会议室')).toContain('已安排')
    const agenda = await talk.type(secretary, '/duban 议程')
    expect(said(agenda)).toMatch(/议程：学校建设工作专班会议/)
    expect(await types(secretary, '议程 加 研究县中消防整改')).toMatch(/已加上：研究县中消防整改[^]*其他议题 1/)
    expect(await types(leader, '议程')).toContain('研究县中消防整改')
  })

  it('is opened by who is there, in one press', async () => {
    const asked = await talk.type(secretary, '/duban 签到')
    expect(said(asked)).toMatch(/应到7[^]*还没登记：没答复的7个到了吗？答复：/)
    const early = await talk.press(secretary, asked, '全部到会')
    expect(said(early)).toContain('还没到15:00，现在就开始？')
    const done = await talk.press(secretary, early, '开始')
    expect(said(done)).toContain('✅ 已登记签到')
  })

  it('decides by words, each looked at before it is recorded, in one message', async () => {
    const first = await talk.type(secretary, '议定：一是教育局牵头7月底前完成园舍排查；二是财政局7月20日前安排消防经费')
    expect(said(first)).toMatch(/还没有记，请核对（1\/2）[^]*牵头：县教育局，将告诉苏晚晴[^]*时限：7月31日/)
    const second = await talk.press(secretary, first, '记为议定事项')
    expect(said(second)).toMatch(/（2\/2）[^]*已记为第1项：p1-32[^]*牵头：县财政局/)
    expect(said(await talk.press(secretary, second, '记为议定事项'))).toMatch(/已议定2项/)
  })

  it('is told to the units at once', async () => {
    expect(said(await talk.hears(education, '学校建设工作专班2026年7月2日议定第1项'))).toContain('7月31日')
    await talk.hears(finance, '学校建设工作专班2026年7月2日议定第2项')
  })

  it('ends in minutes, which go out as a file and take nothing more', async () => {
    const draft = await talk.type(secretary, '/duban 纪要')
    expect(said(draft)).toMatch(/纪要（未印发）：学校建设工作专班2026年第一次会议，议定2项[^]*到会7\/7/)
    expect(said(await talk.press(secretary, draft, '印发'))).toContain('✅ 已印发')
    expect(await types(secretary, '议定 p1/m2 教育局再报一次')).toContain('纪要已于7月2日')
  })

  it('is what 上次会议定的事办得怎么样 is answered from', async () => expect(said(await talk.type(leader, '上次会议定的事办得怎么样'))).toMatch(/议定2项[^]*p1-32[^]*p1-33/))

  it('is told to its members in the next day’s message, with one press to read it', async () => {
    expect(await types(secretary, '快进 1天')).toContain('7月3日')
    const told = await talk.hears(finance, '会议纪要已印发：学校建设工作专班2026年第一次会议(7月2日)，2项议定')
    expect(buttons(told)).toContain('查看')
    expect(said(await talk.press(finance, told, '查看'))).toContain('议定2项')
  })
})
