import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversationsOf, everyone, keyOf, people, said, type Conversations } from './conversation.ts'
import { runSandbox, type RunningSandbox } from './running-sandbox.ts'

const { secretary, education, personnel } = people

let sandbox: RunningSandbox
let talk: Conversations
beforeAll(async () => {
  sandbox = await runSandbox()
  talk = conversationsOf(sandbox.slack)
})
afterAll(async () => sandbox.end())

/** Everything the bot said of its own accord, as keys: a key is one message to one person. */
const allTold = async (): Promise<string[]> => (await Promise.all(everyone.map(async (person) => talk.told(person)))).flat().flatMap((message) => keyOf(message) ?? [])
const forward = async (by: string): Promise<string> => said(await talk.type(secretary, `/duban 快进 ${by}`))
const digestDays = (keys: readonly string[]): string[] => keys.flatMap((key) => /^digest\/.+\/(\d{4}-\d{2}-\d{2})$/.exec(key)?.[1] ?? [])
const momentIn = (words: string): [day: string, time: string] => ((found) => [found?.[1] ?? '', found?.[2] ?? ''])(/(\d{4}年\d+月\d+日).*?(\d\d:\d\d)/.exec(words))
const isSaidOnce = (keys: readonly string[]): void => expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())

describe('on the morning the sandbox opens', () => {
  it('everybody is greeted once, and nobody gets two messages of a day', async () => {
    for (const person of everyone) expect((await sandbox.slack.dm(person)).filter(({ text }) => text.includes('您在这里是')), person).toHaveLength(1)
    const keys = await allTold()
    isSaidOnce(keys)
    expect(new Set(digestDays(keys))).toEqual(new Set(['2026-07-02']))
  })

  it('对账 holds no day against the bot on which it was not there', async () => {
    for (const words of ['对账', '对账 今天']) expect(said(await talk.type(secretary, `/duban ${words}`))).not.toMatch(/⚠️|未发[1-9]/)
  })
})

describe('the clock moved on', () => {
  it('to the next reminder brings it, once a person, at nine', async () => {
    const before = await allTold()
    expect(await forward('到下一次提醒')).toMatch(/现在是2026年7月\d+日\(周.\) 09:00/)
    const news = (await allTold()).filter((key) => !before.includes(key))
    expect(news.length).toBeGreaterThan(0)
    isSaidOnce(await allTold())
  })

  it('over a weekend brings nothing on Saturday and Sunday, not even a chase', async () => {
    const isChase = (key: string): boolean => key.startsWith('prompt/nudged/')
    const days: string[] = []
    for (let today = await forward('1天'); !today.includes('周一'); today = await forward('1天')) {
      days.push(/周./.exec(today)?.[0] ?? '')
      if (today.includes('周六')) expect(said(await talk.press(secretary, await talk.type(secretary, '/duban 催办 p1-14'), '确认提醒'))).toContain('已提醒')
      if (/周[六日]/.test(today)) expect((await allTold()).filter(isChase)).toEqual([])
    }
    expect(days).toEqual(expect.arrayContaining(['周六', '周日']))
    const sent = digestDays(await allTold())
    expect(sent).not.toContain('2026-07-04')
    expect(sent).not.toContain('2026-07-05')
    expect((await allTold()).filter(isChase)).toHaveLength(1)
  })

  it('by seven days is as if they had passed: a message a working day at most, each once', async () => {
    const before = await allTold()
    await forward('7天')
    const keys = await allTold()
    isSaidOnce(keys)
    const news = digestDays(keys.filter((key) => !before.includes(key)))
    expect(news.length).toBeGreaterThan(5)
    for (const day of news) expect(['2026-07-11', '2026-07-12', '2026-07-18', '2026-07-19']).not.toContain(day)
  })

  it('tells a unit that its date is near, then that it is past', async () => {
    const texts = (await talk.told(education)).map(said)
    expect(texts.some((text) => /请于7月10日\(周五\)前填报：18 /.test(text))).toBe(true)
    expect(texts.some((text) => /18 .+应于7月10日\(周五\)完成，已逾期\d+个工作日/.test(text))).toBe(true)
  })

  it('balances every day that passed: 应发 is 已发, nothing was sent that was not owed, and each day was kept', async () => {
    const [says] = [said(await talk.type(secretary, '/duban 对账'))]
    expect(says).toMatch(/7月\d+日对账：/)
    expect(says).toMatch(/前几天/)
    expect(says).not.toMatch(/账不平|未发[1-9]|⚠️/)
    for (const day of ['7月3日', '7月6日', '7月7日', '7月8日', '7月9日', '7月10日']) expect(said(await talk.type(secretary, `/duban 对账 ${day}`)), day).toMatch(/应发\d+项，已发\d+，补发0，未发0.*账平|没有应发的提醒/s)
  })

  it.each([['-1天', '时钟只能往前走'], ['三千年', '快进'], ['', '快进']])('cannot be moved by “%s”, and says how it can', async (by, words) => {
    const before = await allTold()
    expect(await forward(by)).toContain(words)
    expect(await allTold()).toEqual(before)
  })

  it('is moved to the next reminder as often as one likes', async () => {
    const first = await forward('到下一次提醒')
    const second = await forward('到下一次提醒')
    expect(first).not.toEqual(second)
    isSaidOnce(await allTold())
  })
})

describe('a second start on the same data', () => {
  let before: string[]
  let clock: string

  it('greets everybody again, and says nothing a second time', async () => {
    await talk.type(personnel, '/duban 填报 p1-17 80 第二次招考公告已发布')
    before = await allTold()
    clock = await forward('2小时')
    before = [...new Set([...before, ...(await allTold())])]
    sandbox = await sandbox.restart()
    talk = conversationsOf(sandbox.slack)
    for (const person of everyone) expect((await sandbox.slack.dm(person)).filter(({ text }) => text.includes('您在这里是')), person).toHaveLength(1)
    expect((await allTold()).filter((key) => before.includes(key))).toEqual([])
  })

  it('knows what was answered before', async () => {
    expect(said(await talk.type(secretary, '/duban 任务 p1-17'))).toContain('进度80%：第二次招考公告已发布')
  })

  it('goes on from its own time', async () => {
    const [day, time] = momentIn(clock)
    const [dayAfter, timeAfter] = momentIn(await forward('1小时'))
    expect(dayAfter).toBe(day)
    expect(timeAfter > time).toBe(true)
  })

  it('tells what falls due from there on, once', async () => {
    await forward('7天')
    const keys = await allTold()
    isSaidOnce(keys)
    expect(keys.filter((key) => before.includes(key))).toEqual([])
    expect(digestDays(keys).length).toBeGreaterThan(0)
  })
})
