// What a secretary collects besides the daily prompts: words told on the telephone, a chase, two units that each wait for the other, a pause, a new name.
import { describe, expect, it } from 'vitest'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'

const { secretary, education, personnel, development, establishment, housing, health, leader } = people

let talk: Conversations
inSandbox((story) => ({ talk } = story))
const types = async (person: string, words: string): Promise<string> => said(await talk.type(person, `/duban ${words}`))

describe('a unit that has nobody on the bot', () => {
  it('takes part by what it said on the telephone, in one line', async () => {
    const recorded = await types(secretary, '代录 县公安局 p1-26 60 已整改12处 王科长 电话')
    expect(recorded).toContain('已代录 · p1-26 规范校车和接送学生车辆管理 · 县公安局')
    expect(recorded).toContain('该单位没有联络员，今后也请代录')
    expect(await types(leader, '任务 p1-26')).toContain('县公安局(7月2日，沈若兰代录')
  })

  it('may say that something is done, which waits for review like any other', async () => {
    await types(secretary, '代录 县公安局 p1-24 办结 38处隐患已全部销案 王科长 电话')
    expect(await types(secretary, '任务 p1-24')).toContain('38处隐患已全部销案（代录：王科长7月2日电话）')
  })
})

describe('a unit that is on the bot', () => {
  it('sees once what was recorded for it, with whose word it is, and can say that it is not so', async () => {
    await types(secretary, '代录 县人社局 p1-17 80 已补充12名教师 李主任 微信')
    await talk.type(secretary, '/duban 快进 4天')
    const recorded = await talk.hears(personnel, /已代录：17 及时补充紧缺学科教师/)
    expect(said(recorded)).toContain('李主任')
    expect(buttons(recorded)).toContain('有异议')
  })
})

describe('催办', () => {
  it('is sent once a day, after its words and whom it reaches were seen', async () => {
    const preview = await talk.type(secretary, '/duban 催办 p1-9')
    expect(said(preview)).toMatch(/将提醒1项，通知1人[^]*发出的话[^]*督查室沈若兰提醒[^]*关和平 · 县发改局 · 1项/)
    expect(said(await talk.press(secretary, preview, '确认提醒'))).toContain('已提醒，将通知县发改局关和平')
    await talk.hears(development, /9 科学编制学校布局规划.+督查室沈若兰提醒/)
    expect(await types(secretary, '催办 p1-9')).toContain('已经催过，一天只催一次')
  })
})

describe('two units that each wait for the other', () => {
  it('are one thing to settle, with the words of both, and the leader is told nothing', async () => {
    const before = (await talk.told(leader)).length
    await types(education, '有困难 p1-18 县委编办的岗位核定没有下来')
    await types(establishment, '有困难 p1-18 县教育局没有报岗位方案')
    let shown = await talk.type(secretary, '待审')
    while (!said(shown).includes('待审：协调事项') && buttons(shown).includes('下一件')) shown = await talk.press(secretary, shown, '下一件')
    expect(said(shown)).toContain('县委编办的岗位核定没有下来')
    expect(said(shown)).toContain('县教育局没有报岗位方案')
    expect(await types(secretary, '处理协调 p1-18 由县教育局7月8日前报岗位方案')).toContain('协调事项已处理')
    expect((await talk.told(leader)).length).toBe(before)
  })
})

describe('a pause', () => {
  it('is told once, asks for nothing, and counts no day as late', async () => {
    const preview = await talk.type(secretary, '/duban 暂缓 p1-14 规划调整 7月20日')
    expect(said(preview)).toContain('恢复后仍按原时限计算，暂缓的日子也算')
    await talk.press(secretary, preview, '确认暂缓')
    await talk.type(secretary, '/duban 快进 7天')
    await talk.type(secretary, '/duban 快进 7天')
    await talk.hears(housing, /暂缓.*14 改善县中办学条件/)
    expect(await types(secretary, '任务 p1-14')).toContain('⚪ 待定：7月6日起暂缓：规划调整')
  })

  it('that has lasted is brought before the secretary, who ends it by one press', async () => {
    await talk.type(secretary, '/duban 快进 7天')
    const due = await talk.hears(secretary, '暂缓到期：14 改善县中办学条件')
    expect(buttons(due)).toEqual(expect.arrayContaining(['恢复', '再暂缓']))
    await talk.press(secretary, await talk.type(secretary, '/duban 恢复 p1-14 规划已批'), '确认恢复')
    expect(await types(housing, '任务 p1-14')).toMatch(/🔴 滞后：应于7月15日\(周三\)完成/)
  })
})

describe('a unit that gets another name', () => {
  it('has the old one until the day, and answers to both from then on', async () => {
    await talk.press(secretary, await talk.type(secretary, '/duban 更名 县卫健局 县卫生健康委 8月1日'), '确认更名')
    expect(await types(secretary, '单位 县卫健局')).toMatch(/^县卫健局：/)
    await talk.type(secretary, '/duban 快进 7天')
    await talk.type(secretary, '/duban 快进 7天')
    expect(await types(secretary, '单位 县卫健局')).toMatch(/^县卫生健康委：/)
    expect(await types(health, '我的')).toContain('县卫生健康委')
  })
})
