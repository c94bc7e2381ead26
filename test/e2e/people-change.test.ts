// Who answers changes: somebody stands in for a day, somebody takes over for good, a unit is carried on by another.
import { expect, it } from 'vitest'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'

const { secretary, education, finance, personnel, development, stranger, health } = people

let talk: Conversations
inSandbox((story) => ({ talk } = story))
const types = async (person: string, words: string): Promise<string> => said(await talk.type(person, `/duban ${words}`))

it('代办: the deputy is told once, answers on the day, and is asked no more when it is over', async () => {
  expect(await types(education, '代办 <@U0DBCZ01> 明天')).toContain('已记录：7月3日(周五)，由唐一鸣代苏晚晴办理')
  const asked = await talk.hears(finance, /请代办：7月3日\(周五\)代苏晚晴办理县教育局的\d+项/)
  expect(buttons(asked)).toContain('我的任务')
  expect(await types(finance, '填报 p1-18 50 正常')).toContain('不由您的单位承担')
  await types(secretary, '快进 1天')
  expect(await types(finance, '我的')).toContain('您正代苏晚晴办理县教育局，到7月3日')
  expect(await types(finance, '填报 p1-18 50 已征求意见')).toContain('✅ 已记录')
  expect(await types(education, '我的')).toContain('现在由唐一鸣代您办理，到7月3日；您仍可填报')
  await types(secretary, '快进 3天')
  expect(await types(finance, '填报 p1-18 55 已印发')).toContain('您代苏晚晴办理县教育局到7月3日(周五)为止')
  expect(await types(education, '我的')).not.toContain('代您办理')
})

it('承办人: a contact hands an item to somebody nobody registered, who answers it', async () => {
  expect(await types(personnel, '分派 p1-17 <@U0DBXR01> 乔安')).toContain('已分派给乔安：1项')
  await talk.hears(stranger, '请承办：县人社局分派给您1项')
  expect(await types(stranger, '填报 p1-17 80 补充12名教师')).toContain('✅ 已记录')
  expect(await types(stranger, '填报 p1-21 80 补充12名教师')).toContain('不由您的单位承担')
})

it('交接: the successor gets one sheet, and a message of before says to the first who answers now', async () => {
  const before = (await talk.told(development)).findLast((message) => buttons(message).includes('正常推进'))
  const preview = await talk.type(secretary, '/duban 交接 <@U0DBFG01> <@U0DBXR01>')
  expect(said(preview)).toContain('关和平的工作全部交接给乔安？')
  expect(said(await talk.press(secretary, preview, '确认交接'))).toContain('✅ 已交接：关和平 → 乔安，县发改局')
  const sheet = await talk.hears(stranger, /请接手：关和平的工作7月6日起由您负责，县发改局/)
  expect((await talk.told(stranger)).filter((message) => said(message).includes('请接手'))).toHaveLength(1)
  expect(said(await talk.press(stranger, sheet, '看交接单'))).toContain('交接单：7月6日关和平 → 乔安，县发改局')
  if (before !== undefined) expect(said(await talk.press(development, before, '正常推进'))).toMatch(/您已不是县发改局的人，这次没有记录。现在由乔安答复|以此为准/)
  expect(await types(development, '填报 p1-9 50 已编制')).toContain('现在由乔安答复')
  await talk.hears(development, /您的工作7月6日起由乔安负责，不用再填报/)
  expect(await types(development, '我的')).toContain('您的工作7月6日起由乔安负责：县发改局')
})

it('撤并: from its day the successor answers, by itself, and what was said stays', async () => {
  const preview = await talk.type(secretary, '/duban 撤并 县卫健局 县人社局 7月8日')
  expect(said(preview)).toContain('到7月8日(周三)自动生效')
  expect(said(await talk.press(secretary, preview, '确认撤并'))).toContain('到那天自动生效；之前一切照旧')
  expect(await types(secretary, '单位 县卫健局')).toContain('7月8日起并入县人社局')
  await types(secretary, '快进 2天')
  expect(await types(secretary, '单位 县人社局')).toContain('7月8日起承接县卫健局')
  await talk.hears(health, /请接续：县卫健局7月8日起并入县人社局，在办\d+项由县人社局继续办理/)
  expect(await types(health, '我的')).toContain('县人社局')
})
