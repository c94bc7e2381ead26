// A plan is issued again: the secretary sees what changes, and each contact hears of it once, or not at all.
import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, everyone, keyOf, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { secretary, education, finance, housing, development, establishment, health } = people

const title = '云溪县学校食堂与营养改善工作方案（2026—2027年）'
const issued = (tasks: readonly string[]): string => `${title}\n\n为保障学生吃得安全、吃得营养，制定本方案。\n\n一、重点任务\n\n（一）改善食堂条件\n\n${tasks.map((task, at) => `${at + 1}. ${task}`).join('\n\n')}\n`

const kitchens = (due: string, support: string): string => `改造农村学校食堂。对32所农村学校食堂进行改造，${due}全部完成。（牵头单位：县教育局；配合单位：县财政局、${support}）`
const money = '保障营养餐经费。足额安排学生营养改善补助资金，2026年12月底前拨付到校。（牵头单位：县财政局）'
const company = '建立陪餐制度。学校负责人与学生共同用餐，做好陪餐记录。（牵头单位：县教育局）'
const checks = '组织从业人员体检。组织食堂从业人员健康体检，2026年11月底前完成。（牵头单位：县卫健局）'
const posts = '核定食堂用工。按学生人数核定食堂用工数量，2026年10月底前完成。（牵头单位：县委编办）'

const first = issued([kitchens('2026年9月底前', '县住建局'), money, company, checks])
const second = issued([posts, kitchens('2026年10月底前', '县发改局'), money, checks])

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const keys = async (person: string, start: string): Promise<string[]> => (await talk.told(person)).flatMap((message) => keyOf(message) ?? []).filter((key) => key.startsWith(start))

describe('a plan that was handed out and is issued again', () => {
  let preview: SlackMessage
  let done: SlackMessage

  it('is recognised as an edition of the plan that is there', async () => {
    const imported = await talk.press(secretary, await talk.type(secretary, first), '确认导入')
    expect(said(imported)).toContain(`已导入《${title}》（p3），共4项`)
    expect(said(await talk.press(secretary, await talk.type(secretary, '/duban 通知联络员 p3'), '通知'))).toContain('已通知')
    // Each has the first message before the amendment comes, or one message would tell of both.
    for (const person of [education, finance, housing, health]) await sandbox.slack.until('the contacts to be told of the plan', async () => ((await keys(person, 'prompt/handed-out/p3/')).length === 1 ? true : undefined))
    expect(said(await talk.type(education, '/duban 填报 p3-1 40 已完成招标'))).toContain('已记录')
    const asked = await talk.type(secretary, second)
    expect(said(asked)).toContain(`（p3）的修订稿`)
    preview = await talk.press(secretary, asked, '作为修订版')
  })

  it('is shown as what it changes, list by list', async () => {
    expect(said(preview)).toContain('新增1 · 拟删除1 · 修改1 · 单位变动1')
    expect(said(preview)).toContain('确认后告知5人')
    const units = await talk.press(secretary, preview, '看单位变动')
    expect(said(units)).toMatch(/增加县发改局；去掉县住建局/)
  })

  it('is written when it is confirmed', async () => {
    done = await talk.press(secretary, preview, '确认修订')
    expect(said(done)).toContain(`已修订《${title}》`)
    expect(said(await talk.type(secretary, '/duban 任务 p3-1'))).toMatch(/时限：10月31日[\s\S]*已完成招标[\s\S]*时限依据7月2日修订，此前为9月30日/)
    expect(said(await talk.type(secretary, '/duban 任务 p3-5'))).toContain('核定食堂用工')
  })

  it('is told once to each whom it concerns, by its first message to those who are new to it, and to nobody else', async () => {
    expect(said(await talk.hears(education, '您单位有1处变化'))).toContain('1 改造农村学校食堂：时限改为10月31日，此前为9月30日')
    expect(said(await talk.hears(housing, '您单位有1处变化'))).toContain('不再承担，不用再报')
    await talk.hears(finance, '您单位有1处变化')
    const isNew = async (person: string): Promise<true | undefined> => ((await keys(person, 'prompt/handed-out/p3/')).length === 1 ? true : undefined)
    await sandbox.slack.until('the unit that leads a new task to be told of the plan', async () => isNew(establishment))
    await sandbox.slack.until('the unit that helps now to be told of the plan', async () => isNew(development))
    const heard = await Promise.all(everyone.map(async (person) => [person, (await keys(person, 'prompt/amended/p3/')).length] as const))
    expect(heard.filter(([, count]) => count > 0).toSorted()).toEqual([[finance, 1], [education, 1], [housing, 1]].toSorted())
  })

  it('asks about the task it has no more, which goes with its history when the secretary agrees', async () => {
    expect(buttons(done)).toEqual(expect.arrayContaining(['同意删除', '保留']))
    expect(said(await talk.press(secretary, done, '同意删除'))).toContain('已撤销第3项 建立陪餐制度')
    expect(said(await talk.type(secretary, '/duban 任务 p3-3'))).toMatch(/第3项 建立陪餐制度：已撤销[\s\S]*依据7月2日修订稿/)
  })
})
