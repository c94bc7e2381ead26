// Rounds that open by themselves, answers that come late, and the new year's milestones.
import { describe, expect, it } from 'vitest'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'

const { secretary, education, development } = people

let talk: Conversations
/** A quarter of weeks, each with its messages, also where the machine is busy. */
const quarterMs = 90_000
inSandbox((story) => ({ talk } = story))
const types = async (person: string, words: string): Promise<string> => said(await talk.type(person, `/duban ${words}`))
const moves = async (weeks: number): Promise<void> => {
  for (let week = 0; week < weeks; week += 1) await talk.type(secretary, '/duban 快进 7天')
}

describe('a round of each quarter', () => {
  it('says before it opens when its first one does, and whom it asks', async () => {
    const preview = await talk.type(secretary, '/duban 轮次 开 p1 每季度 第3个工作日 p1-18 p1-9')
    expect(said(preview)).toMatch(/将开“季报”：2项，通知2人[^]*第一期7月3日开，7月10日截止/)
    await talk.press(secretary, preview, '开轮次')
    expect(await types(secretary, '轮次')).toContain('n1')
  })

  it('opens by itself on its working day', async () => {
    await talk.type(secretary, '/duban 快进 1天')
    expect(said(await talk.hears(secretary, '“季报”三季度报送中'))).toContain('应报2家，已报0、未报2')
  })

  it('counts what is reported without being asked', async () => {
    await types(education, '填报 p1-18 60 已印发细则')
    expect(await types(secretary, '轮次 看 p1-n1')).toMatch(/应报2家，已报1、未报1[^]*✅ 已报：县教育局/)
  })

  it('that is over takes a late answer as one, and says so to who gives it', async () => {
    await moves(2)
    expect(await types(secretary, '轮次 看 p1-n1')).toContain('“季报”三季度已于7月10日截止：应报2家，已报1、未报1')
    expect(await types(development, '有困难 p1-9 还缺三个乡镇的数据')).toContain('“季报”三季度7月10日已截止，记为迟报')
    expect(await types(secretary, '轮次 看 p1-n1')).toContain('迟报1')
  })

  it('comes back the next quarter', async () => {
    await moves(13)
    const next = await talk.hears(secretary, '“季报”四季度')
    expect(said(next)).toContain('每季度第3个工作日开')
    expect(buttons(next)).toContain('以后不再开')
  }, quarterMs)
})

describe('a closed round', () => {
  it('is opened again for one unit, until a day of its own', async () => {
    await talk.press(secretary, await talk.type(secretary, '/duban 轮次 开 p1 10月30日 p1-18 p1-9'), '开轮次')
    await types(secretary, '轮次 关闭 p1-n2')
    expect(await types(secretary, '轮次 重开 p1-n2 县发改局 10月28日')).toContain('已为县发改局重开“10月30日报送”，到10月28日')
    expect(await types(development, '有困难 p1-9 还缺一个乡镇的数据')).not.toContain('迟报')
  })
})

describe('January', () => {
  it('asks for the year’s milestones, with what last year left undone written in', async () => {
    await types(education, '年度分解 p1-2 11月底前体质监测全部上线（监测平台截图）')
    expect(await types(secretary, '审年度分解 同意 p1-2')).toContain('2 提升学生体质健康水平')
    await moves(12)
    const list = await types(education, '年度分解')
    expect(list).toContain('2027年年度分解')
    expect(list).toMatch(/p1-2 提升学生体质健康水平[^]{0,80}体质监测全部上线/)
  }, quarterMs)
})
