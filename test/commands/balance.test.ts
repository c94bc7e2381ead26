import { describe, expect, it } from 'vitest'
import { balance } from '#commands/balance.ts'
import { homeCard } from '#commands/home.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { Balance } from '#src/reminders/balance.ts'
import type { Card } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { day, directoryWith, planWith, task } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const [p1, contact] = [PlanId.parse('p1'), PersonId.parse('u2')]
const figures = { plan: p1, due: 12, sent: 11, late: 0, unsent: 1, lapsed: 2, notOwed: 0, twice: 0 }
const kept: Balance[] = [
  { day: day('2026-07-07'), plans: [figures], unsent: [{ plan: p1, to: contact, count: 1, why: 'unreachable' }] },
  { day: day('2026-07-06'), plans: [{ ...figures, sent: 12, unsent: 0, lapsed: 0 }], unsent: [] },
]
const deskWith = (more: Parameters<typeof deskOf>[0] = {}): TestDesk => deskOf({ today: '2026-07-08', plans: [planWith(task(1, { lead: '县教育局', due: '2026-12-01' }))], directory, asker: '沈若兰', balances: kept, ...more })
const asked = async (desk: TestDesk, words: string[] = []): Promise<Card> => {
  const answer = await balance.handle(balance.typed(words), desk)
  if (answer.kind !== 'card') throw new Error(answer.kind)
  return answer.card
}
const read = (card: Card): string => [card.text, ...(card.lines ?? []).map(plain), ...(card.sections ?? []).flatMap(({ heading, rows }) => [...(heading === undefined ? [] : [plain(heading)]), ...rows.map(({ line }) => plain(line))])].join('\n')

describe('对账', () => {
  it('says the last day: how many were owed, sent, sent late, not sent, to whom and why, and the days before', async () => {
    const says = read(await asked(deskWith()))
    expect(says).toContain('7月7日对账：应发12项，已发11，补发0，未发1')
    expect(says).toContain('另有2项在发出前已有答复')
    expect(says).toMatch(/苏晚晴 · 县教育局 · 1项 · 收不到消息/)
    expect(says).toContain('7月6日(周一) 应发12项，已发12')
  })
  it('on a day of rest says the working day before, which is over though it is kept only when the next begins', async () => {
    const friday = { day: day('2026-07-10'), plans: [{ ...figures, due: 3, sent: 3, unsent: 0, lapsed: 0 }], unsent: [] }
    const desk = deskWith({ today: '2026-07-12' })
    desk.balanceOf = async (on) => Promise.resolve(on === friday.day ? friday : undefined)
    expect((await asked(desk)).text).toContain('7月10日对账：应发3项，已发3')
  })
  it('finds a day as it is typed, and says that it balances', async () => {
    for (const words of [['7月6日'], ['2026-07-06'], ['7.6']]) expect(read(await asked(deskWith(), words))).toMatch(/7月6日对账：应发12项，已发12，补发0，未发0[^]*账平/)
  })
  it('says of a day without one why, and of words that are no day that they are none', async () => {
    expect((await asked(deskWith(), ['7月5日'])).text).toBe('7月5日不对账：不是工作日。那天加急发的，算在前一个工作日里。')
    expect((await asked(deskWith(), ['明天'])).text).toBe('7月9日还没有到，没有账可对。')
    expect((await asked(deskWith(), ['12月1日'])).text).toBe('2025年12月1日没有账：那时还没有启用。')
    expect((await asked(deskWith(), ['随便'])).text).toContain('看不懂日期“随便”')
  })
  it('says loudly what was sent without being owed, or twice', async () => {
    const wrong = [{ day: day('2026-07-07'), plans: [{ ...figures, due: 12, sent: 12, unsent: 0, notOwed: 1, twice: 2 }], unsent: [] }]
    expect(read(await asked(deskWith({ balances: wrong })))).toMatch(/⚠️[^]*账不平：不该发而发1项，重复发2项/)
  })
  it('can be read in English', async () => expect(read(await asked(deskWith({ lang: 'en' })))).toMatch(/Balance of .*: 12 owed, 11 sent, 0 sent late, 1 not sent/))
})

describe("a secretary's Home", () => {
  it('has the last day in a line', () => expect(read(homeCard(deskWith()))).toContain('⚠️ 7月7日对账：应发12项，已发11，补发0，未发1'))
  it('has an alarm for what is owed and has not left for too long, with who and why', () => {
    const says = read(homeCard(deskWith({ late: [{ to: contact, minutes: 45, why: 'refused' }] })))
    expect(says).toMatch(/⚠️ 应发未发，已超过30分钟：1条消息\n苏晚晴 · 县教育局 · 已等45分钟 · Slack 暂时不收/)
    expect(read(homeCard(deskWith()))).not.toContain('应发未发')
  })
  it('says nothing of either to a contact', () => expect(read(homeCard(deskWith({ asker: '苏晚晴', late: [{ to: contact, minutes: 45, why: 'refused' }] })))).not.toMatch(/对账|应发未发/))
})
