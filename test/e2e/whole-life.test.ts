// One task from 交办 to 销号, and back: every step of it said in chat, by whoever may take it.
import { describe, expect, it } from 'vitest'
import { people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'

const streams = `云溪县小微水体治理方案（2026—2027年）

一、重点任务

1. 开展小微水体排查。2026年8月底前完成全县小微水体排查，建立台账。（牵头单位：县财政局；配合单位：县卫健局）
`

let talk: Conversations
inSandbox((story) => ({ talk } = story))

const { secretary, finance, health } = people
/** What a person reads when they look at the task. */
const card = async (who: string): Promise<string> => said(await talk.type(who, '任务 p3-1'))

describe('a task of one unit', () => {
  it('begins as 待交办: nobody is told and no light burns', async () => {
    await talk.press(secretary, await talk.type(secretary, streams), '确认导入')
    expect(await card(secretary)).toMatch(/⚪ 待定/)
  })

  it('is handed out: its contact gets one message, and looks at the line', async () => {
    await talk.press(secretary, await talk.type(secretary, '通知联络员 p3'), '通知')
    const first = await talk.hears(finance, '小微水体治理方案')
    expect(said(first)).toMatch(/督查室/)
    const check = await talk.type(finance, '单位核对 p3')
    expect(said(await talk.press(finance, check, '这1项无异议'))).toMatch(/无异议/)
    expect(await card(finance)).toMatch(/办理中/)
  })

  it('is reported on, corrected, and asked to be later', async () => {
    expect(said(await talk.type(finance, '填报 p3-1 60 已排查45处'))).toMatch(/已记录/)
    expect(said(await talk.type(finance, '更正 p3-1 50 已排查40处'))).toMatch(/已更正|已记录/)
    expect(said(await talk.type(finance, '延期 p3-1 2026-09-30 汛期不能进场'))).toMatch(/已申请延期/)
    expect(await card(secretary)).toMatch(/延期申请中/)
  })

  it('gets its new date from the secretary, and the contact is told once', async () => {
    await talk.type(secretary, '同意延期 p3-1')
    expect(said(await talk.hears(finance, /延期已同意：1/))).toMatch(/现定9月30日.*原定8月31日/)
    expect((await talk.told(finance)).filter((message) => said(message).includes('延期已同意'))).toHaveLength(1)
  })

  it('is said to be done, sent back, said once more, and accepted', async () => {
    await talk.type(finance, '办结 p3-1 已排查60处，台账已建')
    expect(await card(secretary)).toMatch(/待审核/)
    await talk.type(secretary, '退回 p3-1 缺台账')
    await talk.hears(finance, /缺台账/)
    await talk.type(finance, '办结 p3-1 已排查60处，台账已报')
    await talk.type(secretary, '同意办结 p3-1')
    expect(await card(finance)).toMatch(/✅ 已办结/)
  })

  it('is struck off, and takes no more reports', async () => {
    const preview = await talk.type(secretary, '销号 p3-1')
    expect(said(await talk.press(secretary, preview, '确认销号'))).toMatch(/已销号/)
    expect(said(await talk.type(finance, '填报 p3-1 70 又排查了几处'))).toMatch(/已于7月2日.*(?:销号|办结)[^]*又排查了几处/)
  })

  it('is opened again where 回头看 finds it wanting, and its unit is told why', async () => {
    const preview = await talk.type(secretary, '恢复办理 p3-1 回头看发现漏查3处')
    await talk.press(secretary, preview, '确认恢复办理')
    expect(said(await talk.hears(finance, /漏查3处/))).toMatch(/小微水体排查/)
    expect(await card(finance)).toMatch(/办理中|退回/)
  })

  it('asked nothing of the unit that only helps', async () => {
    expect((await talk.told(health)).filter((message) => /请(?:今天|于).*填报：1 开展小微水体排查/.test(said(message)))).toEqual([])
  })
})
