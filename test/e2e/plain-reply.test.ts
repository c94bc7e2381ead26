import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, education, personnel, finance } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const task = async (name: string): Promise<string> => said(await talk.type(secretary, `/duban 任务 ${name}`))

describe('a plain reply in the thread of the day’s message', () => {
  let digest: SlackMessage
  let echo: SlackMessage

  it('is echoed in the thread, as it was read', async () => {
    digest = await talk.hears(personnel, '请今天填报：17 及时补充紧缺学科教师')
    echo = await talk.reply(personnel, digest, '已完成招聘公告，9月底到岗，８５％')
    expect(echo.thread_ts).toBe(digest.ts)
    expect(said(echo)).toContain('按此记录：p1-17 及时补充紧缺学科教师，正常推进，进展85%，已完成招聘公告，下一步9月底到岗')
    expect(buttons(echo)).toEqual(['确认', '仍有困难', '改'])
    expect(await task('p1-17')).not.toContain('已完成招聘公告')
  })

  it('is a report with one tap, and the message says who and when', async () => {
    expect(said(await talk.press(personnel, echo, '确认'))).toMatch(/✅ 已记录 \d\d:\d\d · p1-17/)
    const redrawn = await talk.becomes(personnel, digest, /✅ 17 .+ · 县人社局陆晓枫 7月2日 \d\d:\d\d 已填报：正常推进，进度85%：已完成招聘公告；下一步9月底到岗/)
    expect(buttons(redrawn)).not.toContain('正常推进')
    expect(await task('p1-17')).toContain('已完成招聘公告')
  })

  it('pressed again says what stands', async () => {
    expect(said(await talk.press(personnel, echo, '确认'))).toMatch(/陆晓枫已于7月2日 \d\d:\d\d填报/)
  })

  it('of several tasks asks which', async () => {
    const asked = await talk.hears(education, /请今天填报：(?:p1-)?4 健全心理健康服务网络/)
    const which = await talk.reply(education, asked, '已开展排查，85%')
    expect(said(which)).toContain('您说的是哪一项')
    const button = buttons(which).find((label) => label.includes('健全心理健康服务网络')) ?? ''
    const chosen = await talk.press(education, which, button)
    expect(said(chosen)).toContain('按此记录：p1-4 健全心理健康服务网络，正常推进，进展85%，已开展排查')
    await sandbox.slack.click(education, { ...chosen, label: '改' })
    const form = await sandbox.slack.waitForForm()
    expect(JSON.stringify(form)).toContain('已开展排查')
    expect(said(await talk.send(education, { next: '下周家访' }))).toContain('正常推进，进度85%：已开展排查；下一步下周家访')
    await talk.becomes(education, asked, /4 健全心理健康服务网络 · 县教育局苏晚晴 7月2日 \d\d:\d\d 已填报/)
  })
})

describe('plain words that arrange something', () => {
  it('are read in the thread of a message too, and answered there', async () => {
    const [told] = await talk.told(education)
    if (told === undefined) throw new Error('nothing was told')
    const echo = await talk.reply(education, told, '8月3日到8月7日请假，由方叔文代')
    expect(echo.thread_ts).toBe(told.ts)
    expect(said(echo)).toContain('请确认：8月3日(周一)至8月7日(周五)：方叔文代苏晚晴')
    expect(said(await talk.reply(education, told, '教育局联络员是谁'))).toContain('苏晚晴')
  })

  it('are read behind /duban, as reports are', async () => {
    expect(said(await talk.type(secretary, '/duban 催一下教育局'))).toContain('确认后发出')
    expect(said(await talk.type(education, '/duban 22已完成选题，35%'))).toContain('按此记录：p1-22 发挥教研支撑作用，进展35%，已完成选题')
    expect(said(await talk.type(education, '/duban 22'))).toContain('p1-22 发挥教研支撑作用')
  })

  it('of all but one keep the words of that one, and the rest is one press', async () => {
    const apart = await talk.type(education, '都正常 就18编制没批')
    expect(buttons(apart)).toEqual(['18 深化“县管校聘”管理改革', '其余全部正常推进'])
    expect(said(await talk.press(education, apart, '18 深化“县管校聘”管理改革'))).toContain('按此记录：p1-18 深化“县管校聘”管理改革，有困难，编制没批')
    expect(said(await talk.press(education, apart, '其余全部正常推进'))).toMatch(/不在其内[^]*18 深化“县管校聘”管理改革 · 有例外/)
  })
})

describe('a plain message to the bot', () => {
  it('that names its task is a report too', async () => {
    const echo = await talk.type(education, 'p1-21任务已接通统一登录，进度55%')
    expect(said(echo)).toContain('按此记录：p1-21 ')
    expect(said(await talk.press(education, echo, '确认'))).toContain('进度55%')
  })

  it('that asks something that is not understood gets the nearest questions, with the words', async () => {
    const words = '请问 <http://a|b> *这个* 系统的密码在哪里改呢'
    const answer = await talk.type(finance, words)
    expect(said(answer)).toContain('没看懂')
    expect(answer.blocks?.some((block) => JSON.stringify(block).includes('*这个* 系统的密码在哪里改呢'))).toBe(true)
  })

  it('that is refused gives the words back, and the form that sends them again', async () => {
    const refusal = await talk.type(education, '/duban 填报 99 60 已完成 *招标* <!channel>')
    expect(said(refusal)).toContain('您写的内容没有丢，可以复制：')
    await sandbox.slack.click(education, { ...refusal, label: '改后再发' })
    expect(JSON.stringify(await sandbox.slack.waitForForm())).toContain('已完成 *招标*')
    await sandbox.slack.closeForm(education)
  })
})
