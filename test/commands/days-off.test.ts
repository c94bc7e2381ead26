// 放假安排: pasted, shown as it was read, and from its confirmation on what everything is counted by.
import { describe, expect, it } from 'vitest'
import { addEvidence } from '#commands/add-evidence.ts'
import { daysOff } from '#commands/days-off.ts'
import { importPlan } from '#commands/import-plan.ts'
import { documentDoors } from '#src/sayings.ts'
import { homeCard } from '#commands/home.ts'
import { openLedgers } from '#src/ledgers.ts'
import { memoryLog, type MemoryLog } from '#test/store/memory-log.ts'
import { quiet } from '#test/store/quiet.ts'
import { day, directoryWith, planWith, stampOf, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const notice = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`

const notice2026 = (): string => `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

const deskFor = (name: string): TestDesk => deskOf({ today: '2026-11-28', asker: name, directory: directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '方叔文', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }) })

describe('放假安排', () => {
  it('says which years are known, and that next year’s is missing', async () => {
    const card = cardIn(await type(daysOff, '', deskFor('沈若兰')))
    expectGoodCard(card)
    expect(card.text).toContain('2026年')
    expect(JSON.stringify(card.lines)).toContain('2027年的还没有')
  })

  it('of one year shows its days, and of a year without a notice says so', async () => {
    const desk = deskFor('苏晚晴')
    expect(shown(await type(daysOff, '2026', desk))).toMatch(/^2026年放假安排\n放假33天：1月1日至3日、2月15日至23日、.*\n调休上班：1月4日、/)
    expect(shown(await type(daysOff, '2027年', desk))).toContain('2027年的还没有')
    expect(buttons(cardIn(await type(daysOff, '', desk)))['看2026年']?.args).toEqual({ text: '2026' })
  })

  it('pasted without a word before it is no plan to import', async () => {
    const { pasted } = documentDoors({ importPlan, addEvidence, daysOff }, async () => Promise.resolve({ ok: true, text: '' }), () => [])
    expect(shown(await pasted(notice, deskFor('沈若兰')))).toContain('按这份通知登记2027年放假安排？')
    for (const cut of ['六、中秋节', '9月26日']) expect(shown(await pasted(notice.slice(0, notice.indexOf(cut)), deskFor('沈若兰')))).toContain('可能只贴了一部分，没有登记')
    expect(shown(await pasted(notice, deskFor('苏晚晴')))).not.toContain('放假安排？')
  })

  it('says which days are others than was known, and of one that says the same that nothing is to be entered', async () => {
    const desk = deskFor('沈若兰')
    const known = notice2026()
    const same = await type(daysOff, known, desk)
    expect(shown(same)).toContain('和已知的2026年放假安排一样，不用再登记')
    expect(buttons(cardIn(same))).toEqual({})
    expect(shown(await type(daysOff, known.replace('5月9日（周六）上班', '5月10日（周日）上班'), desk))).toContain('和已知的2026年安排相比：5月9日改为休息，5月10日改为上班')
    expect(shown(await type(daysOff, known.replace('5月9日（周六）上班', '5月4日上班'), desk))).toContain('5月4日既写了放假又写了上班')
  })

  it('is shown as it was read, and nothing is recorded before it is confirmed', async () => {
    const desk = deskFor('沈若兰')
    const card = cardIn(await type(daysOff, notice, desk))
    expectGoodCard(card)
    expect(JSON.stringify(card.lines)).toMatch(/放假27天.*1月1日至3日、2月5日至11日.*、6月9日、.*调休上班：.*1月31日/)
    expect(desk.directory.daysOff.size).toBe(0)
    expect(shown(await act(daysOff, buttons(card)['确认']?.args, desk))).toContain('已登记2027年放假安排')
    expect(desk.directory.daysOff.get(2027)?.off).toHaveLength(27)
    expect(desk.directory.daysOff.get(2027)?.work).toContain('2027-01-31')
  })

  it('that cannot be gone by is refused with the reason', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(daysOff, notice.replaceAll('2027', '2028'), desk))).toContain('“1月1日(周五)”和那一年的星期对不上')
    expect(desk.directory.daysOff.size).toBe(0)
  })

  it('is registered by the secretary or an admin only; everybody may look', async () => {
    expect(shown(await type(daysOff, notice, deskFor('苏晚晴')))).toContain('只有')
    expect(shown(await type(daysOff, '', deskFor('苏晚晴')))).toContain('已知放假安排')
  })
})

describe('a next year nobody entered', () => {
  const home = (today: string) => homeCard(deskOf({ today, asker: '沈若兰', plans: [planWith(task(1, { lead: '县教育局' }))], directory: directoryWith([], { name: '沈若兰', roles: ['secretary'] }) }))

  it('stands on the secretary’s Home from 15 November on, with the way to enter it', () => {
    const card = home('2026-11-16')
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toContain('☐ 缺少2027年放假安排')
    expect(JSON.stringify(card)).toContain('登记放假安排')
  })

  it('is not spoken of before', () => expect(shown({ kind: 'card', card: home('2026-11-13') })).not.toContain('放假安排'))
})

describe('what was announced', () => {
  const ledgersOn = async (logs: Map<string, MemoryLog>) => openLedgers({ logger: quiet, logOf: (key) => logs.get(key) ?? logs.set(key, memoryLog()).get(key) ?? memoryLog() })

  it('is what every working day is counted by from then on, after a restart too, and the last word on a year stands', async () => {
    const logs = new Map<string, MemoryLog>()
    const ledgers = await ledgersOn(logs)
    const before = ledgers.calendar()
    expect([before.isProvisional(day('2027-03-01')), before.isWorkingDay(day('2027-02-08'))]).toEqual([true, true])
    await ledgers.recordDirectory('a', stampOf('2026-11-28'), { type: 'announce-days-off', year: 2027, off: [day('2027-02-08')], work: [day('2027-02-20')] })
    for (const each of [ledgers, await ledgersOn(logs)]) {
      const calendar = each.calendar()
      expect([calendar.isProvisional(day('2027-03-01')), calendar.isWorkingDay(day('2027-02-08')), calendar.isWorkingDay(day('2027-02-20'))]).toEqual([false, false, true])
      expect(each.calendar()).toBe(calendar)
    }
    await ledgers.recordDirectory('b', stampOf('2026-11-29'), { type: 'announce-days-off', year: 2027, off: [day('2027-02-09')], work: [] })
    expect([ledgers.calendar().isWorkingDay(day('2027-02-08')), ledgers.calendar().isWorkingDay(day('2027-02-09')), ledgers.calendar().isWorkingDay(day('2026-10-01'))]).toEqual([true, false, false])
  })
})
