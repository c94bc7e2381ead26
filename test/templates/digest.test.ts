import { describe, expect, it } from 'vitest'
import type { PlanState } from '#src/ledger/plan.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import { renderText } from '#src/slack/render-text.ts'
import type { Card } from '#templates/card.ts'
import { digest } from '#templates/digest.ts'
import { plain, rich } from '#templates/rich.ts'
import { acceptClaim, after, approveMilestones, change, claim, directoryWith, nineOn, personNamed, planOf, planWith, proposeMilestones, report, returnClaim, task, taskNo, unitId, viewOn, day } from '#test/builders.ts'
import { buttons } from '#test/commands/acting.ts'
import { directory, drawn, kindergarten, parcelOn } from './drawn-message.ts'

describe('a message about one task', () => {
  it('starts with the verb and the date, and the lock screen says the same as the message', () => {
    const of = [kindergarten()]
    const card = drawn(parcelOn('2026-06-25', of, '苏晚晴'), of, '苏晚晴')
    expect(card.text).toBe('请于6月30日(周二)前填报：12 普惠园建设，还有3个工作日到期')
    expect(renderText(card).startsWith(card.text)).toBe(true)
  })

  it('has three answers, which carry when the message was sent, and behind … what is seldom needed', () => {
    const of = [kindergarten()]
    const card = drawn(parcelOn('2026-06-25', of, '苏晚晴'), of, '苏晚晴', { sentAt: '2026-06-25' })
    expect(buttons(card)).toEqual({
      正常推进: { command: 'report', args: { task: 'p1-12', unit: '县教育局', asked: nineOn('2026-06-25') } },
      有困难: { command: 'report-form', args: { task: 'p1-12', unit: '县教育局', state: 'difficulty', asked: nineOn('2026-06-25') } },
      已完成: { command: 'claim-form', args: { task: 'p1-12', unit: '县教育局' } },
      稍后提醒: { command: 'snooze', args: { task: 'p1-12' } },
      申请延期: { command: 'extend', args: { task: 'p1-12', unit: '县教育局' } },
      不是我负责: { command: 'not-ours', args: { task: 'p1-12', unit: '县教育局' } },
    })
  })

  it('shows who answered and when in place of the buttons, whoever of the unit it was', () => {
    const of = [kindergarten()]
    const parcel = parcelOn('2026-06-25', of, '苏晚晴')
    after(of[0] ?? planWith(), '2026-06-26', report(12, '县教育局', { progress: 50 }), personNamed(directory, '周副手').id)
    const card = drawn(parcel, of, '苏晚晴', { sentAt: '2026-06-25' })
    expect(renderText(card)).toContain('✅ 12 普惠园建设 · 县教育局周副手 6月26日 09:00 已填报：正常推进(自报)，进度50%')
    expect(buttons(card)).toEqual({})
  })

  it('has nothing to put off for whoever stood in when it was sent, and is not asked any more', () => {
    const plan = kindergarten()
    const parcel = parcelOn('2026-06-25', [plan], '苏晚晴')
    const back = directoryWith(['县公安局', '县卫健局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴' }, { name: '周副手', contactOf: ['县教育局'] })
    change(back, { type: 'name-backup', unit: unitId('县教育局'), person: personNamed(back, '苏晚晴').id })
    const labels = (of: typeof back): string[] => Object.keys(buttons(digest({ parcel, view: () => viewOn('2026-06-25', plan, of), person: personNamed(of, '苏晚晴'), directory: of, lang: 'zh' })))
    expect(labels(directory)).toContain('稍后提醒')
    expect(labels(back)).not.toContain('稍后提醒')
  })

  it('keeps its buttons over an answer that is older than the message', () => {
    const of = [after(kindergarten(), '2026-05-01', report(12, '县教育局', { progress: 50 }))]
    const card = drawn(parcelOn('2026-06-25', of, '苏晚晴'), of, '苏晚晴', { sentAt: '2026-06-25' })
    expect(Object.keys(buttons(card))).toEqual(['正常推进', '有困难', '已完成', '稍后提醒', '申请延期', '不是我负责'])
  })

  it('follows a claim to its end', () => {
    const plan = kindergarten()
    const parcel = parcelOn('2026-06-25', [plan], '苏晚晴')
    const textNow = (): string => renderText(drawn(parcel, [plan], '苏晚晴', { sentAt: '2026-06-25' }))
    after(plan, '2026-06-26', claim(12, '县教育局'), personNamed(directory, '苏晚晴').id)
    expect(textNow()).toContain('县教育局苏晚晴 6月26日 09:00 已申请办结，待督查室审核')
    after(plan, '2026-06-29', acceptClaim(12, '县教育局'))
    expect(textNow()).toContain('6月29日已办结')
  })

  it('overdue says since when and for how long', () => {
    const of = [kindergarten()]
    expect(drawn(parcelOn('2026-07-03', of, '苏晚晴'), of, '苏晚晴', { today: '2026-07-03' }).text).toBe('请今天填报：12 普惠园建设，应于6月30日(周二)完成，已逾期3个工作日')
  })

  it('sent back gives the reason', () => {
    const plan = after(after(kindergarten(), '2026-06-22', claim(12, '县教育局')), '2026-06-23', returnClaim(12, '县教育局', '缺验收报告'))
    expect(drawn(parcelOn('2026-06-23', [plan], '苏晚晴', ['returned']), [plan], '苏晚晴').text).toBe('请补充后重新申请：12 普惠园建设，办结申请被退回：缺验收报告')
  })

  it('chased says who asks', () => {
    const plan = after(kindergarten(), '2026-06-23', { type: 'nudge', task: taskNo(12), unit: unitId('县教育局') }, personNamed(directory, '沈若兰').id)
    expect(drawn(parcelOn('2026-06-23', [plan], '苏晚晴', ['nudged']), [plan], '苏晚晴').text).toBe('请今天填报：12 普惠园建设，6月30日(周二)到期（督查室沈若兰提醒）')
  })
})

describe('a line', () => {
  const ask = (plan: PlanState, on: string, until = '2026-08-15') => after(plan, on, { type: 'ask-extension', task: taskNo(12), unit: unitId('县教育局'), day: day(until), reason: '批复推迟' }, personNamed(directory, '苏晚晴').id)
  const of = (plan: PlanState, on: string, more: { today?: string; sentAt?: string } = {}): string => renderText(drawn(parcelOn(on, [plan], '苏晚晴'), [plan], '苏晚晴', { today: on, ...more }))

  it('of what is due today says so: a quarter’s progress and a duty as well as a date', () => {
    const duty = planOf([task(1, { lead: '县教育局' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'half-year', times: 1, what: '报送', text: '每半年报送' }] })
    expect(of(duty, '2026-06-30')).toMatch(/请今天填报二季度进展：1 任务1，6月30日\(周二\)截止|请今天填报2026年二季度进展：1 任务1，6月30日\(周二\)截止/)
    expect(of(duty, '2026-06-30')).toContain('请今天办理：周期1 报送，6月30日(周二)到期')
    expect(of(duty, '2026-06-29')).toContain('请于6月30日(周二)前办理：周期1 报送')
  })
  it('says that a later day was asked for and waits, of one that was asked after the date', () => {
    const late = ask(kindergarten(), '2026-07-02')
    expect(of(late, '2026-07-08')).toMatch(/^请今天填报：12 普惠园建设，应于6月30日\(周二\)完成，已逾期6个工作日，已申请延期到8月15日\(周六\)，待审/)
  })
  it('asks for no date that is not the task’s any more', () => {
    const late = ask(kindergarten(), '2026-07-02')
    const parcel = parcelOn('2026-07-08', [late], '苏晚晴')
    const granted = after(late, '2026-07-08', { type: 'grant-extension', task: taskNo(12), unit: unitId('县教育局') }, personNamed(directory, '沈若兰').id)
    expect(renderText(drawn(parcel, [granted], '苏晚晴', { today: '2026-07-08', sentAt: '2026-07-08' }))).toMatch(/^✅ 12 普惠园建设 · 已同意延期到8月15日\(周六\)/)
  })
  it('asks for nothing of what rests', () => {
    const plan = kindergarten()
    const parcel = parcelOn('2026-06-25', [plan], '苏晚晴')
    after(plan, '2026-06-25', { type: 'pause-task', task: taskNo(12), reason: '规划调整' }, personNamed(directory, '沈若兰').id)
    const card = drawn(parcel, [plan], '苏晚晴', { sentAt: '2026-06-25' })
    expect(card.text).toBe('12 普惠园建设 · 6月25日已暂缓，恢复前不用报')
    expect(buttons(card)['正常推进']).toBeUndefined()
  })
  it('of a milestone that is called as its task names it once', () => {
    const plan = after(after(planWith(task(1, { title: '建强思政课主阵地', lead: '县教育局' })), '2026-02-02', proposeMilestones(1, '县教育局', ['建强思政课主阵地，完成评估', '2026-06-30'])), '2026-02-03', approveMilestones(1, 2026))
    expect(of(plan, '2026-06-25')).toMatch(/完成节点：建强思政课主阵地，完成评估，还有3个工作日（第1项）/)
  })
  it('that a later day was refused after the date says that it is late', () => {
    const refused = after(ask(kindergarten(), '2026-07-02'), '2026-07-08', { type: 'refuse-extension', task: taskNo(12), unit: unitId('县教育局'), reason: '先按原定推进' }, personNamed(directory, '沈若兰').id)
    expect(renderText(drawn(parcelOn('2026-07-09', [refused], '苏晚晴', ['ruled']), [refused], '苏晚晴', { today: '2026-07-09' }))).toContain('延期未同意：12 普惠园建设，应于6月30日(周二)完成，已逾期')
  })
})

describe('news in a message', () => {
  it('is counted apart from what is to be done, and is nothing that was done', () => {
    const plan = after(planWith(task(1, { due: '2026-06-12', lead: '县教育局' }), task(2, { due: '2026-06-12', lead: '县教育局' }), task(3, { due: '2026-09-30', lead: '县教育局' })), '2026-06-22', claim(3, '县教育局'))
    after(plan, '2026-06-23', acceptClaim(3, '县教育局'))
    const parcel = parcelOn('2026-06-25', [plan], '苏晚晴')
    expect(parcel.notices.map(({ kind }) => kind)).toContain('accepted')
    const said = () => renderText(drawn(parcel, [plan], '苏晚晴', { sentAt: '2026-06-25' }))
    expect(said()).toContain('今天有2件事，另有1条告知')
    after(plan, '2026-06-25', report(1, '县教育局'))
    expect(said()).toContain('今天有2件事，已处理1件，另有1条告知')
  })
})

describe('the secretary’s line of what waits', () => {
  it('counts all that waits, as Home does, and leads to the queue', () => {
    const plan = after(after(planWith(task(1, { due: '2026-06-30', lead: '县教育局' }), task(2, { due: '2026-06-30', lead: '县教育局' })), '2026-06-22', claim(1, '县教育局')), '2026-06-23', { type: 'ask-extension', task: taskNo(2), unit: unitId('县教育局'), day: day('2026-08-15'), reason: '批复推迟' })
    const card = drawn(parcelOn('2026-06-24', [plan], '沈若兰', ['petition-waits']), [plan], '沈若兰', { today: '2026-06-24' })
    expect(card.text).toBe('待审2件：办结申请1、延期申请1')
    expect(buttons(card)['去审']).toMatchObject({ command: 'queue' })
  })
})

describe('a message about many tasks', () => {
  const many = (): PlanState => planWith(...Array.from({ length: 12 }, (_, at) => task(at + 1, { due: at < 2 ? '2026-06-12' : '2026-06-30', lead: '县教育局' })))

  it('has seven lines, the most urgent first, and a way to the others', () => {
    const of = [many()]
    const card = drawn(parcelOn('2026-06-25', of, '苏晚晴'), of, '苏晚晴')
    const rows = card.sections?.[0]?.rows ?? []
    expect(rows).toHaveLength(8)
    expect(card.text).toMatch(/^今天有12件事：请今天填报：1 任务1/)
    expect(renderText(card)).toContain('另有5项')
    expect(buttons(card)['全部']).toMatchObject({ command: 'whole-message', args: { message: expect.stringMatching(/^digest\//) as string } })
  })

  it('is opened by 全部 just as it is counted, in its order, page by page', () => {
    const of = [many()]
    const parcel = parcelOn('2026-06-25', of, '苏晚晴')
    const page = (at: number): Card => digest({ parcel, page: at, view: () => viewOn('2026-06-25', of[0] ?? planWith(), directory), person: personNamed(directory, '苏晚晴'), directory, lang: 'zh' })
    const rows = [1, 2].flatMap((at) => page(at).sections?.flatMap((section) => section.rows) ?? [])
    expect(page(1).text).toBe('今天有12件事（第1/2页）')
    expect(rows).toHaveLength(12)
    expect(rows.slice(0, 7).map(({ line }) => plain(line))).toEqual(drawn(parcel, of, '苏晚晴').sections?.[0]?.rows.slice(0, 7).map(({ line }) => plain(line)))
    expect(buttons(page(1))['下一页，另有2项']).toEqual({ command: 'whole-message', args: { message: parcel.key, page: 2 } })
  })

  it('goes by the plan of the lines that are seen: of those of other plans that stand behind 全部 nothing is said', () => {
    const p1 = planWith(...Array.from({ length: 8 }, (_, at) => task(at + 1, { due: '2026-06-12', lead: '县教育局' })))
    const p2 = planOf(Array.from({ length: 9 }, (_, at) => task(at + 1, { due: '2026-06-30', lead: '县教育局' })), { id: 'p2', title: '县域医共体建设方案' })
    const said = renderText(drawn(parcelOn('2026-06-25', [p1, p2], '苏晚晴'), [p1, p2], '苏晚晴'))
    expect(said).toContain('今天有17件事')
    expect(said).not.toContain('医共体')
    expect(said).not.toContain('其他方案')
  })

  it('says nothing of today and counts no days when it is drawn again on a later day, in any of its lines', () => {
    const plan = planOf([task(1, { due: '2026-06-12', lead: '县教育局' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 5, what: '报送', text: '每年5月底前报送' }] })
    const parcel = parcelOn('2026-06-25', [plan], '苏晚晴')
    const said = (today: string): string => renderText(drawn(parcel, [plan], '苏晚晴', { today, sentAt: '2026-06-25' }))
    expect(said('2026-06-25')).toMatch(/报送，应于5月31日\(周日\)前完成，已逾期18个工作日[^]*已逾期8个工作日/)
    expect(said('2026-06-30')).toMatch(/^6月25日的2件事[^]*\n请办理：周期1 报送，应于5月31日\(周日\)前完成\n请填报：1 任务1，应于6月12日\(周五\)完成\n/)
    expect(said('2026-06-30')).not.toMatch(/今天|个工作日/)
  })

  it('says on the lock screen how many, as its first line does, and the most urgent of what is left, which has a line of its own below', () => {
    const plan = many()
    const parcel = parcelOn('2026-06-25', [plan], '苏晚晴')
    const shown = (sentAt?: string): Card => drawn(parcel, [plan], '苏晚晴', sentAt === undefined ? {} : { sentAt })
    const isSame = ({ text, lines = [] }: Card): boolean => text.split('：')[0] === plain(lines[0] ?? rich``)
    expect(shown().text).toMatch(/^今天有12件事：请今天填报：1 任务1，应于6月12日/)
    expect(isSame(shown())).toBe(true)
    after(plan, '2026-06-25', report(1, '县教育局'))
    expect(shown('2026-06-25').text).toMatch(/^今天有12件事，已处理1件：请今天填报：2 任务2/)
    expect(isSame(shown('2026-06-25'))).toBe(true)
    for (let no = 2; no <= 12; no += 1) after(plan, '2026-06-25', report(no, '县教育局'))
    expect(shown('2026-06-25').text).toBe('12件事都已处理')
    expect(isSame(shown('2026-06-25'))).toBe(true)
  })

  it('counts what has been dealt with', () => {
    const plan = many()
    const parcel = parcelOn('2026-06-25', [plan], '苏晚晴')
    after(plan, '2026-06-25', report(3, '县教育局'))
    expect(renderText(drawn(parcel, [plan], '苏晚晴', { sentAt: '2026-06-25' }))).toContain('今天有12件事，已处理1件')
  })

  it('asks once about a task that is overdue and chased', () => {
    const plan = after(planWith(task(1, { due: '2026-06-12', lead: '县教育局' })), '2026-06-24', { type: 'nudge', task: taskNo(1), unit: unitId('县教育局') })
    const parcel = parcelOn('2026-06-25', [plan], '苏晚晴', ['nudged', 'overdue'])
    expect(parcel.notices).toHaveLength(2)
    expect(drawn(parcel, [plan], '苏晚晴').sections?.[0]?.rows).toHaveLength(1)
  })

  it('tells the numbers of two plans apart', () => {
    const plans = [kindergarten(), planOf([task(12, { title: '乡村校舍', due: '2026-06-30', lead: '县教育局' })], { id: 'p2', title: '乡村学校帮扶方案' })]
    expect(renderText(drawn(parcelOn('2026-06-25', plans, '苏晚晴'), plans, '苏晚晴'))).toContain('p2-12 乡村校舍，还有3个工作日到期 · 《乡村学校帮扶方案》')
  })
})

describe('the first message', () => {
  it('says how many, the nearest date, who asks, and has one button', () => {
    const of = [planWith(task(1, { due: '2026-06-30', lead: '县教育局' }), task(2, { due: '2026-09-30', lead: '县教育局' }), task(3, { lead: '县公安局' }))]
    const card = drawn(parcelOn('2026-06-01', of, '苏晚晴', ['handed-out']), of, '苏晚晴')
    expect(card.text).toBe('您负责2项，最近一项6月30日(周二)到期')
    expect(renderText(card)).toContain('督查室（沈若兰）请您作为县教育局的联络员，落实《教育强县三年行动方案》(p1)')
    expect(buttons(card)).toEqual({ 看我的单位任务: { command: 'verify-lines', args: { plan: 'p1' } } })
  })

  it('counts what is past its date apart from what comes next', () => {
    const of = [planWith(task(1, { due: '2026-06-01', lead: '县教育局' }), task(2, { due: '2026-06-30', lead: '县教育局' }))]
    expect(drawn(parcelOn('2026-06-25', of, '苏晚晴', ['handed-out']), of, '苏晚晴').text).toBe('您负责2项，其中1项已过期，最近一项6月30日(周二)到期')
  })
})

describe("a secretary's message", () => {
  it('about a claim has both decisions, and then what was decided', () => {
    const plan = after(kindergarten(), '2026-06-24', claim(12, '县教育局', '已建成投用'))
    const parcel = parcelOn('2026-06-24', [plan], '沈若兰', ['claim-waiting'])
    const card = drawn(parcel, [plan], '沈若兰')
    expect(card.text).toBe('请审核办结申请：12 普惠园建设，县教育局6月24日申请：已建成投用')
    expect(buttons(card)['同意办结']).toEqual({ command: 'accept', args: { task: 'p1-12', unit: '县教育局', claimedAt: nineOn('2026-06-24') } })
    after(plan, '2026-06-25', returnClaim(12, '县教育局', '缺验收报告'))
    expect(renderText(drawn(parcel, [plan], '沈若兰', { sentAt: '2026-06-24' }))).toContain('6月25日已退回：缺验收报告')
  })

  it('about a body that must meet quotes the clause, until the meeting is scheduled', () => {
    const body = { id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'half-year', times: 1, text: '领导小组每半年至少召开1次会议' }] }
    const plan = planOf([], { bodies: [body] })
    const parcel = parcelOn('2026-05-25', [plan], '沈若兰', ['cadence-open'])
    const card = drawn(parcel, [plan], '沈若兰', { today: '2026-05-25' })
    expect(renderText(card)).toContain('请安排会议：领导小组，2026年上半年应开1次，已开0次，6月30日前还差1次\n“领导小组每半年至少召开1次会议”')
    expect(buttons(card)['安排会议']).toEqual({ command: 'meeting', args: { plan: 'p1', body: 'b1', schedule: true } })
    after(plan, '2026-05-26', { type: 'schedule-meeting', body: 'b1', day: day('2026-06-18'), time: '15:00', place: '二楼' })
    expect(renderText(drawn(parcel, [plan], '沈若兰', { sentAt: '2026-05-25' }))).toContain('✅ 领导小组 · 已安排：6月18日(周四) 15:00')
  })

  it('about units without a contact is one line', () => {
    const of = [planWith(task(1, { lead: '县公安局' }), task(2, { lead: '县卫健局' }))]
    const card = drawn(parcelOn('2026-06-25', of, '沈若兰', ['uncontacted']), of, '沈若兰')
    expect(card.text).toBe('请指定联络员：县公安局、县卫健局共2个单位没有联络员，2项任务的提醒发不到')
  })

  it('asks after a meeting whether it was held', () => {
    const body = { id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }
    const plan = after(planOf([], { bodies: [body] }), '2026-06-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-06-18'), time: '15:00', place: '二楼' })
    const card = drawn(parcelOn('2026-06-22', [plan], '沈若兰', ['meeting-passed']), [plan], '沈若兰')
    expect(Object.keys(buttons(card))).toEqual(['已召开', '未召开'])
  })
})

describe('every message', () => {
  it('is within what Slack takes, in both languages, and no button is without a label', () => {
    const plan = planWith(...Array.from({ length: 40 }, (_, at) => task(at + 1, { title: '长标题'.repeat(40), due: '2026-06-12', lead: '县教育局' })))
    for (const lang of ['zh', 'en'] as const) {
      const card = drawn(parcelOn('2026-06-25', [plan], '苏晚晴'), [plan], '苏晚晴', { lang })
      expect(renderBlocks(card, { lang }).blocks.length).toBeLessThanOrEqual(50)
      expect(Object.keys(buttons(card)).every((label) => label.length > 0 && label.length <= 75)).toBe(true)
      if (lang === 'en') expect(card.text).toMatch(/^40 things today: Report today:/)
    }
  })
})
