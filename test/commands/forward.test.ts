// 转发文本: what is pasted into WeChat or a text message.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeMessage } from '#commands/whole-message.ts'
import { forwardOf } from '#commands/forward.ts'
import { commands } from '#commands/index.ts'
import { Sent } from '#src/reminders/notice.ts'
import type { Card } from '#templates/card.ts'
import { digest } from '#templates/digest.ts'
import { forwardAtMost, forwardText } from '#templates/forward.ts'
import { rich, strong } from '#templates/rich.ts'
import { after, claim, directoryWith, nineOn, personNamed, planOf, planWith, report, task, viewOn } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, cardIn, shown, type } from './acting.ts'

const people = directoryWith(['县委督查室', '县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const plan = () => after(planWith(task(12, { title: '普惠园建设', lead: '县教育局', due: '2026-06-30' }), ...Array.from({ length: 28 }, (_, at) => task(at + 20, { lead: '县教育局' }))), '2026-06-01', report(12, '县教育局', { progress: 60, done: '<!channel> *主体*完工' }))
const deskAt = (asker: string, of = plan()): TestDesk => deskOf({ today: '2026-07-02', plans: [of], directory: people, asker })
const forward = commands.find(({ name }) => name.en === 'forward') ?? forwardOf(() => commands)
const forwarding = (card: Card) => card.more?.find(({ label }) => label === '转发文本')?.run
const textIn = (answer: Awaited<ReturnType<typeof act>>): string => shown(answer).split('\n').slice(2).join('\n')

describe('text to forward', () => {
  it.each(['汇总', '任务 12', '我的', '单位', '单位 县教育局', '任务 红灯'])('says what %s says, the office in front, in 300 characters without marks', async (typed) => {
    for (const asker of ['苏晚晴', '沈若兰']) {
      const answer = await type(forward, typed, deskAt(asker))
      expectGoodCard(cardIn(answer))
      const text = textIn(answer)
      expect(text.startsWith('【县委督查室】')).toBe(true)
      expect(text.length).toBeLessThanOrEqual(forwardAtMost)
      expect(text).not.toMatch(/[*`]|\p{Extended_Pictographic}/u)
    }
  })

  it.each(['12', '普惠园建设', '红灯'])('of %s, without a word before it, is the task’s or the list’s, and never of something else', async (typed) => {
    expect(textIn(await type(forward, typed, deskAt('沈若兰')))).toBe(textIn(await type(forward, `任务 ${typed}`, deskAt('沈若兰'))))
  })

  it('is behind … on each of these cards, and says what stands now', async () => {
    const desk = deskAt('苏晚晴')
    const card = cardIn(await type(commands.find(({ name }) => name.en === 'task') ?? forward, '12', desk))
    expect(card.more?.map(({ label }) => label)).toContain('转发文本')
    const run = forwarding(card)
    expect(textIn(await act(forward, run?.args, desk))).toContain('普惠园建设')
    const answered = deskAt('苏晚晴', after(plan(), '2026-07-01', claim(12, '县教育局')))
    expect(textIn(await act(forward, run?.args, answered))).toContain('办结申请')
  })

  it('of a message that was sent is that message, for whoever got it', async () => {
    const [to, other] = ['苏晚晴', '沈若兰'].map((name) => personNamed(people, name).id)
    const sent = Sent.parse({ key: 'digest/u2/2026-07-02', to, conversation: 'D1', ts: '1.1', at: nineOn('2026-07-02'), notices: [{ kind: 'overdue', key: 'o', to, plan: 'p1', task: 12, unit: '县教育局', due: '2026-06-30', workingDaysOver: 2 }] })
    const card = digest({ parcel: sent, view: () => viewOn('2026-07-02', plan(), people), person: personNamed(people, '苏晚晴'), directory: people, lang: 'zh' })
    const run = forwarding(card)
    const at = (asker: string, by: typeof to) => ({ ...deskAt(asker), sentSince: () => [{ ...sent, to: by ?? sent.to }] })
    expect(textIn(await act(forward, run?.args, at('苏晚晴', to)))).toContain('12 普惠园建设')
    expect(shown(await act(forward, run?.args, at('沈若兰', to)))).toContain('找不到了')
    expect(other).not.toBe(to)
  })

  it('of a message is whole behind 全部, for whoever got it', async () => {
    const to = personNamed(people, '苏晚晴').id
    const sent = Sent.parse({ key: 'digest/u2/2026-07-02', to, conversation: 'D1', ts: '1.1', at: nineOn('2026-07-02'), notices: [{ kind: 'overdue', key: 'o', to, plan: 'p1', task: 12, unit: '县教育局', due: '2026-06-30', workingDaysOver: 2 }] })
    const at = (asker: string) => ({ ...deskAt(asker), sentSince: () => [sent] })
    expect(shown(await act(wholeMessage, { message: sent.key }, at('苏晚晴')))).toContain('请今天填报：12 普惠园建设')
    expect(shown(await act(wholeMessage, { message: sent.key }, at('沈若兰')))).not.toContain('请今天填报：12')
    expect(shown(await act(wholeMessage, { message: 'digest/u2/2026-01-01' }, at('苏晚晴')))).toContain('待办')
  })

  it('records nothing, whatever is asked of it', async () => {
    const desk = deskAt('沈若兰')
    for (const args of [{ of: 'nudge', task: '12', confirmed: true }, { of: 'meeting', plan: 'p1', schedule: true, body: 'b', day: '7月10日', time: '09:00', place: '三楼' }, { of: 'units', unit: '县教育局', other: '县委督查室', confirmed: true }, { of: 'forward' }, { of: 'constructor' }]) await act(forward, args, desk)
    expect(desk.recorded).toEqual([])
    expect(people.units.size).toBe(2)
  })

  it('is whole lines, each once, never longer than 300, and says that the rest is left out: nobody can open it there', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 30 }), fc.option(fc.string({ maxLength: 60 }), { nil: undefined }), (lines, office) => {
      const text = forwardText({ text: 'x', lines: lines.map((line) => rich`${strong(line)}`) }, office, 'zh')
      expect(text.length).toBeLessThanOrEqual(forwardAtMost)
      expect(text).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069*`]/)
    }))
    expect(forwardText({ text: 'x', lines: Array.from({ length: 20 }, (_, at) => rich`${'一'.repeat(50)}${at}`) }, '县督查室', 'zh')).toMatch(/\n（以下略）$/)
  })

  it('is in English for who reads English', async () => expect(textIn(await type(forward, 'summary', { ...deskAt('苏晚晴'), lang: 'en' }))).toContain('[县委督查室] '))

  it('is signed by the secretary’s own office where there are several', async () => {
    const directory = directoryWith(['县委督查室', '县政府督查室', '县教育局'], { name: '沈若兰', roles: ['secretary'], contactOf: ['县政府督查室'] })
    expect(textIn(await type(forward, '汇总', deskOf({ today: '2026-07-02', plans: [plan()], directory, asker: '沈若兰' })))).toMatch(/^【县政府督查室】/)
    const called = directoryWith(['县委督查室', '县政府督查室', '县教育局'], { name: '沈若兰', roles: ['secretary'] })
    const own = [...called.units.values()].find(({ name }) => name === '县政府督查室')
    if (own !== undefined) called.units.set(own.id, { ...own, aliases: ['督查室'] })
    expect(textIn(await type(forward, '汇总', deskOf({ today: '2026-07-02', plans: [plan()], directory: called, asker: '沈若兰' })))).toMatch(/^【县政府督查室】/)
  })

  it('of the leader’s screen says as of when, and how many did not report, in its first line', async () => {
    expect(textIn(await type(forward, '汇总', deskAt('沈若兰')))).toMatch(/截至7月2日 09:00，[^\n]*29项中[^\n]*；应报\d+，未报\d+\n/)
    expect(textIn(await type(forward, 'summary', { ...deskAt('沈若兰'), lang: 'en' }))).toMatch(/2 Jul[^\n]*09:00\. [^\n]*29 tasks[^\n]*; \d+\/\d+ not reported\n/)
  })

  it.each(['zh', 'en'] as const)('of the leader’s screen has every red before any plan, in %s', async (lang) => {
    const late = (id: string, count: number) => planOf(Array.from({ length: 9 }, (_, at) => task(at + 1, { title: '普惠园建设工程', lead: '县教育局', ...(at < count ? { due: '2026-06-10' } : {}) })), { id, title: `${id}教育强县三年行动方案` })
    const text = textIn(await type(forward, 'summary', { ...deskOf({ today: '2026-07-02', plans: [late('p1', 3), late('p2', 1)], directory: people, asker: '沈若兰' }), lang }))
    expect(text.length, text).toBeLessThanOrEqual(forwardAtMost)
    expect(text.split('\n').slice(2, 6).map((line) => /p\d-\d/.exec(line)?.[0]), text).toEqual(['p1-1', 'p1-2', 'p1-3', 'p2-1'])
    expect(text).not.toMatch(/\d [a-z ]+ \d/)
  })
})
