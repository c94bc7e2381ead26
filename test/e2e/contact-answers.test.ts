import { describe, expect, it } from 'vitest'
import { elementsOf, type SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, education, educationHead, personnel, finance, development, stranger, leader } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

/** The button of that name on the line about a task, where a digest has several lines. */
function about(message: SlackMessage, task: string, label: string): { actionId: string } {
  const found = elementsOf(message.blocks ?? []).find(({ element }) => element.text?.text === label && element.value?.includes(`"${task}"`) === true)
  if (found?.element.action_id === undefined) throw new Error(`nothing about ${task} is called ${label}`)
  return { actionId: found.element.action_id }
}

const task = async (name: string): Promise<string> => said(await talk.type(secretary, `/duban 任务 ${name}`))

describe('正常推进 on the day’s message', () => {
  let digest: SlackMessage
  const stands = /17 及时补充紧缺学科教师 · 县人社局陆晓枫 7月2日 \d\d:\d\d 已填报：正常推进\(自报\)，进度75%/

  it('is one tap: recorded, and the message says who and when', async () => {
    digest = await talk.hears(personnel, '请今天填报：17 及时补充紧缺学科教师')
    expect(buttons(digest)).toEqual(['正常推进', '有困难', '已完成'])
    expect(said(await talk.press(personnel, digest, '正常推进'))).toMatch(/✅ 已记录 \d\d:\d\d · p1-17 及时补充紧缺学科教师/)
    const redrawn = await talk.becomes(personnel, digest, stands)
    expect(buttons(redrawn)).toEqual([])
  })

  it('pressed once more shows the line that stands, and no error', async () => {
    const shown = await talk.press(personnel, digest, '正常推进')
    expect(said(shown)).toMatch(stands)
    expect(buttons(shown)).toEqual(['补充说明', '更正'])
  })

  it('taken back within ten minutes, the message has its buttons again', async () => {
    const again = await talk.type(personnel, '/duban 撤销')
    expect(said(again)).toContain('↩️ 已撤销填报：p1-17 及时补充紧缺学科教师')
    const redrawn = await talk.becomes(personnel, digest, '请今天填报：17 及时补充紧缺学科教师')
    expect(buttons(redrawn).slice(0, 3)).toEqual(['正常推进', '有困难', '已完成'])
    const recorded = await talk.press(personnel, redrawn, '正常推进')
    await talk.becomes(personnel, digest, stands)
    expect(said(await talk.press(personnel, recorded, '撤销'))).toContain('↩️ 已撤销填报')
    await talk.becomes(personnel, digest, '请今天填报：17 及时补充紧缺学科教师')
    await talk.press(personnel, digest, '正常推进')
    await talk.becomes(personnel, digest, stands)
  })

  it.each([
    ['the contact of another unit that has a part in the task', education],
    ['a head of another unit', educationHead],
    ['a contact of a unit that has none', finance],
    ['the leader', leader],
    ['a stranger', stranger],
  ])('pressed by %s records nothing and says who can', async (_, person) => {
    const before = await task('p1-17')
    expect(said(await talk.press(person, digest, '正常推进'))).toContain('只有本单位联络员')
    expect(await task('p1-17')).toBe(before)
    await talk.becomes(personnel, digest, stands)
  })

  it('pressed by the head of the same unit, after the contact has answered, shows the line that stands', async () => {
    const asked = await talk.hears(education, /请今天填报：(?:p1-)?4 健全心理健康服务网络/)
    await talk.press(education, asked, about(asked, 'p1-4', '正常推进'))
    expect(said(await talk.press(educationHead, asked, about(asked, 'p1-4', '正常推进')))).toMatch(/县教育局苏晚晴 7月2日 \d\d:\d\d 已填报：正常推进/)
  })
})

describe('有困难', () => {
  const words = '两所学校聘任方案未获批'
  let digest: SlackMessage

  it('opens a form that wants one line', async () => {
    digest = await talk.hears(education, '18 深化“县管校聘”管理改革')
    await sandbox.slack.click(education, { channel: digest.channel, ts: digest.ts, blocks: digest.blocks, ...about(digest, 'p1-18', '有困难') })
    expect(said(await sandbox.slack.waitForForm())).toContain('18 深化“县管校聘”管理改革')
    expect(await sandbox.slack.submitForm(education, {})).toEqual({ outcome: 'errors', errors: { '卡在哪里？': '请写明卡在哪里，一句话即可。' } })
    expect(await task('p1-18')).not.toContain('有困难')
  })

  it('makes the light yellow, with these words for a reason, and the message says it too', async () => {
    expect(said(await talk.send(education, { problem: words }))).toContain('督查室会看到这条困难')
    expect(await task('p1-18')).toContain(`🟡 预警：7月2日报有困难：${words}`)
    await talk.becomes(education, digest, new RegExp(`✅ (?:p1-)?18 .+ · 县教育局苏晚晴 7月2日 \\d\\d:\\d\\d 已填报：有困难.*${words}`))
  })
})

describe('已完成', () => {
  let claim: SlackMessage

  it('is a claim in one sentence, which the secretary gets', async () => {
    await sandbox.slack.typeCommand(education, education, '/duban 办结 p1-18')
    await sandbox.slack.waitForForm()
    expect(await sandbox.slack.submitForm(education, {})).toMatchObject({ outcome: 'errors', errors: { 完成情况: '请用一句话写明完成情况。' } })
    expect(said(await talk.send(education, { words: '实施细则已印发' }))).toContain('由督查室（沈若兰）审核')
    claim = await talk.hears(secretary, /请审核办结申请：18 .+县教育局7月2日申请：实施细则已印发/)
    expect(buttons(claim)).toEqual(['同意办结', '退回'])
    expect(await task('p1-18')).toContain('待督查室审核')
  })

  it('can be sent back with a reason, which the contact is told', async () => {
    await sandbox.slack.click(secretary, { channel: claim.channel, ts: claim.ts, label: '退回' })
    await sandbox.slack.waitForForm()
    expect(await sandbox.slack.submitForm(secretary, {})).toMatchObject({ outcome: 'errors', errors: { 退回原因: '请写明退回原因，联络员要据此补充。' } })
    expect(said(await talk.send(secretary, { reason: '缺公示截图' }))).toContain('将告知苏晚晴')
    await talk.becomes(secretary, claim, '7月2日已退回：缺公示截图')
    await talk.hears(education, '办结申请被退回：缺公示截图')
  })

  it('claimed again is struck off once the secretary agrees', async () => {
    await talk.type(education, '/duban 办结 p1-18 公示截图已补')
    claim = await talk.hears(secretary, '公示截图已补')
    expect(said(await talk.press(secretary, claim, '同意办结'))).toContain('✅ 已同意办结 · p1-18')
    await talk.becomes(secretary, claim, '7月2日已办结')
    expect(await task('p1-18')).toContain('✅ 已办结：7月2日审核通过')
  })

  it.each([['同意办结', '上次的已同意(7月2日(周四))'], ['退回', '没有待审核的办结申请']])('decided once stays decided: an old %s says so', async (button, standing) => {
    expect(said(await talk.press(secretary, claim, button))).toContain(standing)
    expect(await task('p1-18')).toContain('✅ 已办结')
  })

  it('decided, asks the contact for nothing more', async () => {
    expect(said(await talk.type(education, '/duban 填报 p1-18 90'))).toContain('已于7月2日(周四)办结，无需再填')
  })
})

describe('an answer that is typed', () => {
  it.each([
    ['full-width digits', '/duban 填报 ｐ１－２１ ５０ 统一登录已接通', '21 推进教育数字化，正常推进，进度50%：统一登录已接通'],
    ['a Chinese number and stray spaces', '/duban  填报   第二十一项　 ５５％  试点校已接入', '21 推进教育数字化，正常推进，进度55%：试点校已接入'],
    ['no /duban, to the bot itself', '填报 二十一 60 全县接入', '21 推进教育数字化，正常推进，进度60%：全县接入'],
    ['English', '/duban report p1-21 65% done', '21 推进教育数字化，正常推进，进度65%：done'],
  ])('is understood with %s', async (_, typed, recorded) => expect(said(await talk.type(education, typed))).toContain(recorded))

  it('of a number that two plans have asks which, and keeps what was typed', async () => {
    const which = await talk.type(education, '/duban 填报 3 95 已签协议')
    expect(said(which)).toContain('有2个方案都有第3项')
    const button = buttons(which).find((label) => label.startsWith('p2-3 '))
    expect(said(await talk.press(education, which, button ?? ''))).toContain('进度95%：已签协议')
  })

  it('that falls behind the last one is taken only when it is meant', async () => {
    const asked = await talk.type(education, '/duban 填报 p1-21 7')
    expect(said(asked)).toContain('上次报的是65%，这次是7%')
    expect(await task('p1-21')).toContain('进度65%')
    await talk.press(education, asked, '按7%更正')
    expect(await task('p1-21')).toContain('进度7%')
  })

  it.each([
    ['130%', education, '/duban 填报 21 130%', ['进度要在0到100之间，您填的是130', '/duban 填报 12 60']],
    ['a task that does not exist', education, '/duban 填报 99 50', ['没有找到任务“99”，编号在1到31之间']],
    ['a task of other units', finance, '/duban 填报 p1-18 50', ['第18项不由您的单位承担，承担单位是县教育局、县人社局、县委编办']],
    ['6月31日', secretary, '/duban 调度 县教育局 6月31日', ['“6月31日”不存在', '6月30日', '7月1日']],
    ['a unit without a contact', secretary, '/duban 催办 p1-26', ['县交通运输局还没有联络员', '/duban 人员 指定 @本人 县交通运输局']],
    ['no number at all', education, '/duban 填报', ['“填报”说的是哪一项？请点选', '填报 12']],
    ['nobody the directory knows', stranger, '/duban 汇总', ['只有已登记的人员能查看', '请督查室(沈若兰)先登记您']],
  ])('with %s is answered with the limit, the value and the way out', async (_, person, typed, expected) => {
    const answer = said(await talk.type(person, typed))
    for (const words of expected) expect(answer).toContain(words)
  })

  it('with a word that is no command offers those that are near, and help', async () => {
    const answer = await talk.type(education, '/duban 天报 12')
    expect(said(answer)).toContain('不认识“天报”。您要的可能是：填报')
    expect(buttons(answer).at(-1)).toBe('帮助')
  })
})

describe('a chase', () => {
  it('reaches the contact at once, and once a day', async () => {
    const preview = await talk.type(secretary, '/duban 催办 p1-9')
    expect(said(preview)).toContain('将提醒1项，通知1人')
    expect(said(await talk.press(secretary, preview, '确认提醒'))).toContain('已提醒，将通知县发改局关和平')
    await talk.hears(development, /督查室沈若兰.*9 科学编制学校布局规划|9 科学编制学校布局规划.*督查室沈若兰/)
    expect(said(await talk.type(secretary, '/duban 催办 p1-9'))).toMatch(/已经催过，一天只催一次/)
  })
})

describe('a press that comes twice', () => {
  it('is one answer', async () => {
    const asked = await talk.hears(development, /9 科学编制学校布局规划.*督查室沈若兰提醒/)
    await Promise.all([1, 2].map(async () => sandbox.slack.click(development, { channel: asked.channel, ts: asked.ts, blocks: asked.blocks, label: '正常推进' })))
    const redrawn = await talk.becomes(development, asked, /县发改局关和平 7月2日 \d\d:\d\d 已填报/)
    expect(buttons(redrawn)).not.toContain('正常推进')
  })
})
