import { describe, expect, it } from 'vitest'
import { elementsOf, type SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { leader, secretary, education, personnel, development, stranger } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

/** What is read, without buttons: a line each. */
const linesOf = ({ blocks }: Pick<SlackMessage, 'blocks'>): string[] => said({ blocks: (blocks ?? []).filter(({ type }) => type !== 'actions').map((block) => ({ ...block, accessory: undefined })) }).split('\n')

/** The number behind a button of the screen: 🔴 红灯 3. */
const numbered = /^(?:\S+ )?(红灯|黄灯|未报|绿灯|已办结|待定|全部) (\d+)$/
const listed = (list: SlackMessage): number => Number(/共(\d+)项/.exec(said(list))?.[1] ?? (/没有/.test(said(list)) ? 0 : Number.NaN))

describe('the leader’s screen', () => {
  let screen: SlackMessage

  it('is one screen of fifteen lines at most, its headings beside, the verdict first and the time of the data last', async () => {
    screen = await talk.type(leader, '/duban 汇总')
    const lines = linesOf(screen)
    expect(lines.filter((line) => !/^(?:🔴 滞后\d+项|🔴 应开未开的会议|近期)/.test(line)).length).toBeLessThanOrEqual(15)
    expect(said(screen).split('\n')[0]).toMatch(/^.+：45项中 ✅\d+办结 🟢\d+正常 🟡\d+预警 🔴3滞后 ⚪\d+待定$/)
    expect(lines.at(-1)).toMatch(/截至7月2日 \d\d:\d\d/)
  })

  it('adds up', () => {
    const figures = [...(/：45项中 (.+)$/m.exec(said(screen))?.[1] ?? '').matchAll(/\d+/g)].map(([figure]) => Number(figure))
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(45)
  })

  it('gives each red its unit, its delay, its cause and the next step', () => {
    const lines = linesOf(screen)
    const reds = lines.flatMap((line, at) => (line.startsWith('原因：') ? [`${lines[at - 1] ?? ''} ${line}`] : []))
    expect(reds).toHaveLength(3)
    for (const red of reds) expect(red).toMatch(/^p1-\d+ 县.+局 (?:受阻，)?逾期\d+天 .+，时限.+原因：.{6,}；下一步：.+/)
  })

  it('opens behind each of its numbers a list of exactly that many', async () => {
    const pressable = elementsOf(screen.blocks ?? []).flatMap(({ element }) => [
      ...(element.text === undefined ? [] : [{ label: element.text.text, press: { label: element.text.text } }]),
      ...(element.options ?? []).map(({ text, value }) => ({ label: text.text, press: { actionId: element.action_id ?? '', choice: value } })),
    ])
    const numbers = pressable.filter(({ label }) => numbered.test(label))
    expect(numbers.map(({ label }) => numbered.exec(label)?.[1])).toEqual(expect.arrayContaining(['红灯', '黄灯', '未报', '绿灯', '已办结', '待定', '全部']))
    for (const { label, press } of numbers) expect(listed(await talk.press(leader, screen, press)), label).toBe(Number(numbered.exec(label)?.[2]))
  })

  it('says of every light why, with the sentence of the plan', async () => {
    const card = said(await talk.type(leader, '/duban 任务 p1-9'))
    expect(card).toContain('🔴 滞后：')
    expect(card).toContain('市级国土空间规划调整未批复')
    expect(card).toContain('方案原文')
    expect(card).toMatch(/责任单位|牵头/)
  })

  it('of a plan almost without dates is of use too: who is silent is said, and is not green', async () => {
    const rural = said(await talk.type(leader, '/duban 汇总 p2'))
    expect(rural).toMatch(/14项中/)
    expect(rural).toMatch(/应报\d+项，已报\d+，未报\d+\(未报不等于正常\)/)
    expect(rural).toContain('县委教育工作领导小组')
  })

  it('shows what a contact has just said', async () => {
    await talk.type(personnel, '/duban 填报 p1-17 受阻 市里暂停招考')
    expect(said(await talk.type(leader, '/duban 汇总 p1'))).toContain('市里暂停招考')
  })
})

describe('Home', () => {
  const homeOf = async (person: string): Promise<string> => said({ blocks: (await sandbox.slack.openHome(person)).blocks })

  it('of the leader is the screen', async () => {
    expect(await homeOf(leader)).toMatch(/45项中 ✅\d+办结/)
    expect(await homeOf(leader)).not.toContain('正常推进')
  })

  it('of a contact is what is theirs to do, the most urgent first, with the answers beside it', async () => {
    const home = await homeOf(education)
    expect(home).toMatch(/^苏晚晴，您好/)
    expect(home).toContain('县教育局待办')
    expect(home.indexOf('🔴滞后 p1-4 健全心理健康服务网络')).toBeGreaterThan(0)
    expect(home.indexOf('🔴滞后 p1-4')).toBeLessThan(home.indexOf('🟡预警 '))
    expect(home).toContain('正常推进')
  })

  it('of a contact is answered on, and drawn again', async () => {
    await sandbox.slack.openHome(education)
    await sandbox.slack.clickHome(education, { label: '正常推进' })
    await sandbox.slack.until('the report to be recorded', async () => (/最近填报\(7月2日\)：正常推进/.test(said(await talk.type(secretary, '/duban 任务 p1-4'))) ? true : undefined))
  })

  it('of the secretary is what waits for a decision, then what is missing', async () => {
    const home = await homeOf(secretary)
    expect(home).toContain('待审 1件')
    expect(home).toContain('25 保障校园食品安全')
    expect(home).toContain('同意办结')
    expect(home).toMatch(/核对存疑 \d+ 处/)
    expect(home).toContain('导入方案')
  })

  it('of a stranger says whom to turn to, and shows nothing of the plans', async () => {
    const home = await homeOf(stranger)
    expect(home).toContain('您还没有登记')
    expect(home).toContain('督查室(沈若兰)')
    expect(home).not.toContain('项中')
  })
})

describe('a meeting', () => {
  it('is arranged in a form that quotes the clause and refuses what is no time', async () => {
    await sandbox.slack.typeCommand(secretary, secretary, '/duban 会议 安排 基础教育高质量发展工作领导小组')
    expect(said(await sandbox.slack.waitForForm())).toContain('领导小组每年至少召开2次专题会议')
    expect(await sandbox.slack.submitForm(secretary, { day: '2026-07-03', time: '25点', place: '县政府三楼' })).toMatchObject({ outcome: 'errors', errors: { 时间: expect.stringContaining('看不懂时间“25点”') as string } })
    expect(said(await talk.type(secretary, '/duban 会议'))).not.toContain('县政府三楼')
  })

  it('has the reds and the yellows for an agenda, the reds first', async () => {
    const few = await talk.send(secretary, { day: '2026-07-03', time: '下午3点', place: '县政府三楼' })
    const called = await talk.press(secretary, few, '仍然安排')
    expect(said(called)).toContain('已安排：云溪县基础教育高质量发展工作领导小组会议，7月3日(周五) 15:00，县政府三楼')
    expect(said(await talk.press(secretary, called, '议程'))).toMatch(/滞后[^]*4 健全[^]*预警/)
  })

  it('is not asked for by whoever is no secretary', async () => {
    expect(said(await talk.type(leader, '/duban 会议 安排 领导小组 7月8日 15:00'))).toContain('只有督查室(沈若兰)能')
  })
})

describe('a review', () => {
  it('of the reds tells their units what to prepare, from what they said last', async () => {
    const card = said(await talk.type(secretary, '/duban 调度 红灯 7月6日'))
    expect(card).toContain('已安排调度：7月6日(周一)，3项，涉及3个单位')
    expect(card).toMatch(/县发改局 · 将通知关和平准备\n9 .*市级国土空间规划调整未批复/)
    await talk.type(secretary, '/duban 快进 1天')
    const asked = said(await talk.hears(development, '请为7月6日(周一)的调度做准备'))
    expect(asked).toContain('9 科学编制学校布局规划')
    expect(asked).toContain('市级国土空间规划调整未批复')
  })
})

describe('图', () => {
  it('arrives as a picture, with the numbers of 汇总 and the moment in a sentence', async () => {
    const screen = said(await talk.type(leader, '/duban 汇总'))
    const [, done = '', green = ''] = /项中 ✅(\d+)办结 🟢(\d+)正常/.exec(screen) ?? []
    const message = await talk.type(leader, '图')
    expect(message.text).toMatch(new RegExp(`^进度图：全部方案\\(\\d个\\)\\d+项，已办结${done}、正常${green}、.*未报\\d+；截至2026年7月3日 \\d\\d:\\d\\d。$`))
    const [file] = message.files ?? []
    expect(file).toMatchObject({ name: '督办进度图-2026-07-03.png' })
    const bytes = Buffer.from(await (await fetch(file?.url_private ?? '', { headers: { authorization: 'Bearer xoxb-duban' } })).arrayBuffer())
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(1200)
  })

  it('of the units arrives too, of one plan and in English', async () => {
    expect((await talk.type(leader, '/duban chart units p1')).files?.[0]?.name).toMatch(/^(?:duban-units|督办单位红黄绿灯图)-2026-07-03\.png$/)
  })
})

describe('a review of today', () => {
  it('is told at once, though the day’s message is out', async () => {
    expect(said(await talk.type(secretary, '/duban 调度 p1-17 7月3日 带招考公告'))).toContain('将通知陆晓枫准备')
    expect(said(await talk.hears(personnel, /请为7月3日\(周五\)的调度做准备：17/))).toContain('带招考公告')
  })
})

describe('a meeting that can be over', () => {
  let asked: SlackMessage

  it('is asked about in the next working day’s message: was it held?', async () => {
    await talk.type(secretary, '/duban 快进 3天')
    asked = await talk.hears(secretary, '7月3日 15:00的会议开过了吗？')
    expect(buttons(asked)).toEqual(expect.arrayContaining(['已召开', '未召开']))
  })

  it('counts for its body once it is said to be held', async () => {
    expect(said(await talk.type(leader, '/duban 会议'))).toMatch(/基础教育高质量发展工作领导小组\n.*已开1次/)
    await talk.press(secretary, asked, '已召开')
    await talk.becomes(secretary, asked, /✅ .*已召开|已登记/)
    expect(said(await talk.type(leader, '/duban 会议'))).toMatch(/基础教育高质量发展工作领导小组\n.*已开2次/)
  })
})
