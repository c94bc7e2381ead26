// How much a secretary has to do from a document to a running plan: every tap, typed answer or file counts one.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary } = people

/** Invented, in the manner of plans that name no years and one office under two names. */
const named = `云溪县农村供水保障三年行动方案

为提升农村供水保障水平，制定本方案。

一、主要目标

到20__年，全县农村自来水普及率达到95%以上。

二、重点任务

1. 新建规模水厂。20__年12月底前建成规模水厂2座。（牵头单位：县水利局；配合单位：县财政局、县农水局）

2. 改造老旧管网。20__年6月底前完成改造。（责任单位：县水利局、县农水办）

3. 加强水质监测。每季度开展1次水质监测。（责任单位：县卫健局、县水利局）
`

/** Its tasks name no unit: task teams carry its sections, but for one. */
const unnamed = `云溪县医疗服务能力提升三年行动方案

一、实施服务能力提升工程

1. 提升诊疗能力。加强重点专科建设。

2. 优化服务流程。推进检查结果互认。

二、实施人才队伍建设工程

3. 引进紧缺人才。到20__年引进紧缺人才50名。

4. 培训基层医生。组织全员轮训。

三、实施公共卫生工程

5. 加强疾病监测。到20__年健全监测网络。

四、组织实施

成立服务能力提升工作专班，由县卫健局局长任组长，成员由县财政局、县人社局负责人组成。

成立人才队伍建设工作专班，由县人社局局长任组长，成员由县卫健局、县财政局负责人组成。
`

const seeds = fileURLToPath(new URL('../../../shared/seeds/plans.txt', import.meta.url))

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

/** A secretary who counts what she does, and answers each question by the first answer that a test prefers, else the first there is. */
function counting(prefers: readonly RegExp[]) {
  let acts = 0
  let now: SlackMessage
  const press = async (label: string): Promise<void> => {
    acts += 1
    now = await talk.press(secretary, now, label)
  }
  return {
    acts: () => acts,
    now: () => now,
    share: async (name: string, text: Uint8Array) => {
      acts += 1
      now = await talk.share(secretary, name, text)
    },
    press,
    /** Until nothing is asked any more. */
    async answerAll(): Promise<void> {
      for (let left = 20; left > 0; left -= 1) {
        const offered = buttons(now)
        if (!offered.some((label) => /^其他(答复|年份)$/.test(label))) return
        const answer = prefers.flatMap((wanted) => offered.find((label) => wanted.test(label)) ?? [])[0] ?? offered[0] ?? ''
        await press(answer)
      }
    },
    async run(): Promise<void> {
      await press('确认导入')
      await press('通知联络员')
      await press('通知')
    },
  }
}

const usual = [/^2026—2028年$/, /^全部定为2028年$/, /个部分都按各自专班定$/, /^是，称县发改局$|^是，称县农水局$/, /处都由县教育局牵头$/]

describe('the questions of an import', () => {
  let first: SlackMessage
  let last: SlackMessage

  it('are one message, whether they are answered by a tap or by typing', async () => {
    first = await talk.type(secretary, unnamed)
    const years = await talk.press(secretary, first, '2026—2028年')
    const section = await talk.press(secretary, years, '全部定为2028年')
    await sandbox.slack.click(secretary, { channel: section.channel, ts: section.ts, label: '其他答复' })
    await sandbox.slack.waitForForm()
    last = await talk.send(secretary, { answer: '县卫健局、县财政局' })
    expect([years.ts, section.ts, last.ts]).toEqual([first.ts, first.ts, first.ts])
    expect(said(last)).toContain('县卫健局、县财政局')
  })

  it('wait for another day under 导入, with what is left', async () => {
    const waiting = await talk.type(secretary, '/duban 导入')
    expect(said(waiting)).toMatch(/您有1份导入稿还没有确认[^]*医疗服务能力提升三年行动方案[^]*还有\d处待核/)
    const preview = await talk.press(secretary, waiting, '继续')
    expect(said(preview)).toMatch(/已核对\d处/)
    expect(said(await talk.press(secretary, preview, '放弃'))).toContain('什么都没有写入')
  })
})

describe('the plan that the README tries', () => {
  it.each(['README.md', 'README.zh-CN.md'])('is shown as %s says', async (name) => {
    const fromRoot = (path: string): URL => new URL(`../../${path}`, import.meta.url)
    const preview = await talk.share(secretary, 'yunxi-water.docx', readFileSync(fromRoot('examples/yunxi-water.docx')))
    const [, block = ''] = /yunxi-water\.docx[^]*?```text\n([^]*?)```/.exec(readFileSync(fromRoot(name), 'utf8')) ?? []
    expect(block).toContain('确认导入')
    for (const line of block.trim().split('\n')) expect(said(preview)).toContain(line)
  })

  it('asks nothing more after three taps', async () => {
    let now = await talk.share(secretary, 'yunxi-water.docx', readFileSync(new URL('../../examples/yunxi-water.docx', import.meta.url)))
    for (const label of ['2026—2028年', '全部定为2028年', '是，称县发改委']) now = await talk.press(secretary, now, label)
    expect(said(now)).toMatch(/✅ .*县发改委[^]*7项·9单位·0处存疑/)
    await talk.press(secretary, now, '放弃')
  })
})

describe('from a document to a running plan', () => {
  it('takes seven acts where the text leaves years blank and names one office twice', async () => {
    const work = counting(usual)
    await work.share('供水方案.txt', new TextEncoder().encode(named))
    await work.answerAll()
    expect(said(work.now())).toContain('0处存疑')
    await work.run()
    expect(said(work.now())).toMatch(/已通知\d+人/)
    expect(work.acts()).toBe(7)
  })

  it('takes no more than ten where no task names a unit', async () => {
    const work = counting(usual)
    await work.share('医疗方案.txt', new TextEncoder().encode(unnamed))
    await work.answerAll()
    expect(said(work.now())).toContain('0处存疑')
    await work.run()
    expect(said(work.now())).toMatch(/已通知\d+人/)
    expect(work.acts()).toBeLessThanOrEqual(10)
  })

  it.skipIf(!existsSync(seeds)).each([['篇一', 12], ['篇二', 10]])('takes no more of the collection’s %s than %i (skipped where ../shared is not there)', async (part, most) => {
    const work = counting(usual)
    await work.share('plans.txt', readFileSync(seeds))
    await work.press(`导入${part}`)
    await work.answerAll()
    expect(said(work.now())).toMatch(/·0处存疑/)
    await work.run()
    expect(said(work.now())).toMatch(/已通知\d+人/)
    expect(work.acts()).toBeLessThanOrEqual(most)
  }, 60_000)
})
