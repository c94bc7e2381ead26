// What a contact writes, and what becomes of it: an empty answer, a form that is open while its round closes, words that would be marks, what is passed on.
import { describe, expect, it } from 'vitest'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, education, educationHead, development } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))
const types = async (person: string, words: string): Promise<string> => said(await talk.type(person, `/duban ${words}`))

describe('正常推进 and no word more', () => {
  it('counts as the unit’s own word, and the third in a row asks one thing, which may be left', async () => {
    for (const time of ['first', 'second']) expect(await types(education, '填报 p1-18 正常'), time).toMatch(/正常推进\(自报\)(?![^]*方便的话补一句)/)
    const third = await talk.type(education, '/duban 填报 p1-18 正常')
    expect(said(third)).toMatch(/不补也算数：\n「.+」到哪一步了？/)
    expect(buttons(third)).toEqual(['补一句', '撤销'])
  })
})

describe('a form that is open while its round closes', () => {
  it('is taken all the same, with its words, and said to be late', async () => {
    await talk.press(secretary, await talk.type(secretary, '/duban 轮次 开 p1 7月10日 p1-9 p1-17'), '开轮次')
    const card = await talk.type(development, '/duban 任务 p1-9')
    await sandbox.slack.click(development, { channel: card.channel, ts: card.ts, blocks: card.blocks, label: '有困难' })
    await sandbox.slack.waitForForm()
    await talk.type(secretary, '/duban 轮次 关闭 p1-n1')
    await talk.type(secretary, '/duban 快进 1天')
    const taken = said(await talk.send(development, { problem: '还缺三个乡镇的数据' }))
    expect(taken).toContain('有困难，进度60%：还缺三个乡镇的数据')
    expect(taken).toContain('已截止，记为迟报')
  })
})

describe('3,000 signs with marks in them', () => {
  const hostile = `<!channel> <@U0DBLD01> <http://a.cn/x|验收报告> *粗* \`码\` _斜_ \u200b\u202e反${'字'.repeat(2_900)}`

  it('call nobody, mark nothing, and come back whole', async () => {
    const answer = await talk.type(education, `/duban 填报 p1-18 60 ${hostile}`)
    expect(said(answer)).toContain('✅ 已记录')
    const marked = JSON.stringify(answer.blocks, (key, value: unknown) => (key === 'text' && typeof value === 'object' && value !== null && 'type' in value && value.type === 'plain_text' ? undefined : value))
    expect(`${answer.text}${marked}`).not.toMatch(/<!channel>|<@U0DBLD01>|<http:\/\/a\.cn/)
    const whole = await types(educationHead, '任务 p1-18 全文')
    expect(whole).toContain('验收报告（http://a.cn/x）')
    expect(whole.match(/字/g)).toHaveLength(2_900)
  })
})

describe('a sentence behind a word that takes none', () => {
  it('is read, and the word is not done', async () => {
    expect(said(await talk.type(education, '撤销 18应该是70%'))).toMatch(/按此更正：p1-18 .+60%→70%/)
    expect(said(await talk.type(education, '我的 p1-22 已完成选题，45%'))).toContain('按此记录：p1-22 发挥教研支撑作用，进展45%')
    expect(said(await talk.type(education, '我的 看一下'))).toContain('县教育局待办')
  })
})

describe('what is said to be done', () => {
  it('is taken back with a reason while nobody has decided, and may be said again', async () => {
    expect(await types(education, '办结 p1-25 全部接入')).toContain('正待督查室(沈若兰)审核')
    expect(await types(education, '撤回办结申请 p1-25 还有一处没有验收')).toMatch(/已撤回办结申请 · p1-25[^]*做完后再申请办结/)
    expect(await types(secretary, '待审')).not.toContain('待审：办结申请 · p1-25')
    expect(await types(education, '办结 p1-25 最后一处已验收')).toContain('申请办结')
  })
})

describe('转发文本', () => {
  it('is one task as plain text, for pasting', async () => {
    const text = await types(education, '转发文本 p1-25')
    expect(text).toMatch(/长按可复制[^]*【县政府督查室】[^]*保障校园食品安全/)
    expect(text).not.toMatch(/[🔴🟡🟢*]/u)
  })
})

describe('leave', () => {
  it('says from when to when, and is over by itself', async () => {
    expect(await types(education, '请假 7月6日至7日')).toContain('7月6日(周一)至7月7日(周二)')
    await talk.type(secretary, '/duban 快进 7天')
    expect(await types(education, '我的')).not.toContain('不在岗')
  })
})
