import { describe, expect, it } from 'vitest'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { unitChecks } from '#src/queries/unit-lines.ts'
import { firstMessage, type FirstMessage } from '#templates/first-message.ts'
import type { Lang } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { after, change, directoryWith, personNamed, planOf, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const directory = directoryWith(
  ['县财政局', '县妇联'],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '唐一鸣', contactOf: ['县财政局'] },
  { name: '姚春梅', contactOf: ['县妇联'] },
)
const secretary = personNamed(directory, '沈若兰').id
change(directory, { type: 'set-telephone', person: secretary, telephone: '0733-8812345' })

/** Handed out by the secretary on 6 January. */
const handedOut = (count: number): PlanState =>
  after(planOf(Array.from({ length: count }, (_, at) => task(at + 1, { title: `任务${at + 1}`, due: at === 0 ? '2026-03-31' : '2026-12-31', lead: '县教育局', support: at === 0 ? ['县财政局'] : [] })), { handedOutOn: false }), '2026-01-06', { type: 'hand-out' }, secretary)
const to = (name: string, of: PlanState, lang: Lang = 'zh', today = '2026-01-06'): FirstMessage => firstMessage([viewOn(today, of, directory)], personNamed(directory, name), directory, lang)
const words = ({ lines }: FirstMessage): string => lines.map(plain).join('\n')

describe('the first message to a contact', () => {
  it('of one item says which plan, who asks, the number to call, when, how often, and has one button', () => {
    const message = to('苏晚晴', handedOut(1))
    expect(words(message)).toBe([
      '您负责1项，最近一项3月31日(周二)到期',
      '督查室（沈若兰，电话0733-8812345）请您作为县教育局的联络员，落实《教育强县三年行动方案》(p1)。',
      '您单位在里面共1项：牵头1。请先看一遍：都对点一下“全部无异议”，不对的点“有出入”。',
      '到时间我会在这里提醒：一个工作日最多一条，一周最多5条；催办、审核结果，时限、分工、方案的变动另发。没有变化，点一下“正常推进”就行。',
    ].join('\n'))
    expect(message.action).toEqual({ label: '看我的单位任务', run: { command: 'verify-lines', args: { plan: 'p1' } } })
  })

  it('of 29 items is as long, and names the next one', () => {
    const message = to('苏晚晴', handedOut(29))
    expect(message.say).toBe('您负责29项，最近一项3月31日(周二)到期')
    expect(words(message)).toContain('您单位在里面共29项：牵头29。最近一项是1 任务1。')
    expect(words(message).length).toBeLessThan(260)
  })

  it('of a unit that only supports asks for no report, and does not say how one is given', () => {
    const message = to('唐一鸣', handedOut(1))
    expect(message.say).toBe('这份方案里您单位配合1项，平时不用填报')
    expect(words(message)).toContain('这份方案没有定期提醒')
    expect(words(message)).toContain('催办、审核结果和变动另发')
    expect(words(message)).not.toContain('正常推进')
    expect(message.action.label).toBe('看我的单位任务')
  })

  it('of a unit that is in no task says that nothing is to be done', () => {
    const message = to('姚春梅', handedOut(1))
    expect(message.say).toBe('目前没有您单位的任务')
    expect(words(message)).toContain('现在不用做什么')
    expect(words(message)).not.toMatch(/提醒|正常推进|无异议/)
    expect(message.action.run.command).toBe('mine')
  })

  it('says in English the same', () => {
    const message = to('苏晚晴', handedOut(29), 'en')
    expect(words(message)).toContain('The secretary (沈若兰, telephone 0733-8812345) asks you, as contact of 县教育局, to carry out “教育强县三年行动方案” (p1).')
    expect(words(message)).toContain('at most once a working day, 5 times a week')
    expect(words(to('唐一鸣', handedOut(1), 'en'))).not.toContain('On track')
  })

  it('names the office alone where no number is set', () => {
    const without = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
    const message = firstMessage([viewOn('2026-01-06', handedOut(1), without)], personNamed(without, '苏晚晴'), without, 'zh')
    expect(words(message)).toContain('督查室（沈若兰）请您')
  })

  it('of a unit that owes a duty each period says so, though it leads nothing', () => {
    const of = planOf([task(1, { lead: '县教育局' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, debtor: unitId('县财政局'), what: '报送用编计划', text: '每年11月底前报送。' }] })
    expect(to('唐一鸣', of).say).toBe('您单位有1项周期任务要按期办理')
    expect(words(to('唐一鸣', of))).toContain('到时间我会在这里提醒')
  })

  it('of a task whose duty of a past period was never done says that it is not past its own date', () => {
    const of = planOf([task(1, { lead: '县教育局', due: '2026-09-30' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'month', times: 1, debtor: unitId('县教育局'), what: '应急疏散演练', text: '每月1次。' }] })
    expect(to('苏晚晴', of, 'zh', '2026-07-02').say).not.toContain('已过期')
    expect(to('苏晚晴', of, 'zh', '2026-10-09').say).toContain('您负责1项，其中1项已过期')
    const before = planOf([task(1, { lead: '县教育局', due: '2026-06-30' })], { handedOutOn: false })
    expect(to('苏晚晴', before, 'zh', '2026-07-02').say).toContain('其中1项已过期')
  })

  it('of a contact of two towns counts once what binds both', () => {
    const towns = directoryWith([{ name: '青石镇', aliases: [] }, { name: '溪口镇', aliases: [] }, { name: '各乡镇', aliases: [], members: ['青石镇', '溪口镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '姚春梅', contactOf: ['青石镇', '溪口镇'] })
    const of = planOf([task(1, { lead: '县教育局', standing: ['各乡镇'] }), task(2, { lead: '县教育局', standing: ['各乡镇'] }), task(3, { lead: '青石镇', due: '2026-12-31' })])
    const said = (): string => words(firstMessage([viewOn('2026-01-06', of, towns)], personNamed(towns, '姚春梅'), towns, 'zh'))
    expect(said()).toContain('您单位在里面共3项：牵头1、')
    expect(said()).not.toContain('共5项')
  })

  it('says afterwards that all is looked at', () => {
    const of = after(handedOut(2), '2026-01-07', { type: 'check-parts', unit: unitId('县教育局'), lines: [1, 2].map((no) => ({ task: taskNo(no), unit: unitId('县教育局') })) })
    expect(words(to('苏晚晴', of, 'zh', '2026-01-07'))).toContain('✅ 您单位的2项已全部核对。')
  })
})

describe('a contact who never opens it', () => {
  it('is asked when something is due, counts as not having looked, and is not asked again to look', () => {
    const of = handedOut(2)
    const contact = personNamed(directory, '苏晚晴').id
    const due = noticesDue(viewOn('2026-03-31', of, directory), '09:00').filter((notice) => notice.to === contact)
    expect(due.filter(({ kind }) => kind === 'due-soon')).toHaveLength(1)
    expect(due.filter(({ kind }) => kind === 'handed-out').map(({ key }) => key)).toEqual([`handed-out/p1/县教育局/${contact}`])
    expect(unitChecks(viewOn('2026-03-31', of, directory)).find(({ name }) => name === '县教育局')).toMatchObject({ lines: 2, unchecked: 2, agreed: 0 })
  })

  it('may report without having looked, and still counts as not having looked', () => {
    const of = after(handedOut(2), '2026-03-31', report(1, '县教育局', { progress: 80 }))
    expect(unitChecks(viewOn('2026-03-31', of, directory)).find(({ name }) => name === '县教育局')).toMatchObject({ unchecked: 2 })
  })
})
