import { describe, expect, it } from 'vitest'
import { homeCard } from '#commands/home.ts'
import { task as taskCommand } from '#commands/task.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { renderText } from '#src/slack/render-text.ts'
import { acceptClaim, after, claim, day, directoryWith, planOf, report, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { buttons, cardIn, shown, type } from './acting.ts'

const directory = directoryWith(['县住建局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '林致远', roles: ['leader'] })
const one = { task: taskNo(1), unit: unitId('县教育局') }
const plan = (): PlanState => planOf([task(1, { title: '普惠园建设', due: '2026-09-30', lead: '县教育局', support: ['县住建局', '县财政局'] }), task(2, { title: '学校食堂', due: '2026-09-30', lead: '县住建局' })])
const deskFor = (of: PlanState, asker = '沈若兰') => deskOf({ plans: [of], directory, asker })
const read = async (of: PlanState, asker?: string): Promise<string> => {
  const answer = await type(taskCommand, '1', deskFor(of, asker))
  expectGoodCard(cardIn(answer))
  return shown(answer)
}
const more = async (of: PlanState, no = '1'): Promise<string[]> => Object.keys(buttons(cardIn(await type(taskCommand, no, deskFor(of)))))
const vague = (of = plan()): PlanState => after(of, '2026-06-29', report(1, '县教育局', { done: '正在有序推进' }))

describe('the card of a task', () => {
  it.each<[string, PlanState, string]>([
    ['待核对', plan(), '阶段：待核对'],
    ['办理中', vague(), '阶段：办理中'],
    ['待审核', after(plan(), '2026-06-29', claim(1, '县教育局')), '阶段：待审核'],
    ['已办结', after(after(plan(), '2026-06-29', claim(1, '县教育局')), '2026-06-30', acceptClaim(1, '县教育局')), '阶段：已办结，待销号'],
    ['已销号', after(after(after(plan(), '2026-06-29', claim(1, '县教育局')), '2026-06-30', acceptClaim(1, '县教育局')), '2026-07-01', { type: 'strike-off', task: taskNo(1), words: '' }), '阶段：已销号 · 7月1日'],
    ['延期待批', after(vague(), '2026-06-29', { type: 'ask-extension', ...one, day: day('2026-12-31'), reason: '土地指标未批' }), '阶段：办理中 · 延期待批'],
    ['暂缓', after(vague(), '2026-06-29', { type: 'pause-task', task: taskNo(1), reason: '规划调整' }), '阶段：办理中 · 暂缓'],
  ])('says where it stands: %s', async (_, of, expected) => expect(await read(of)).toContain(expected))

  it('says what its unit asks about its part, and that it stays', async () => {
    const of = after(plan(), '2026-06-29', { type: 'question-part', ...one, about: 'not-ours', words: '不归我局管', should: '县住建局' })
    expect(await read(of)).toContain('单位认为不归其负责(6月29日)：不归我局管，应是县住建局，待督查室核定')
    expect(await read(after(of, '2026-07-01', { type: 'refuse-question', ...one, reason: '方案写明' }))).toContain('维持原分工(7月1日)：方案写明')
  })

  it('says of a date in a year without 放假安排 that it is 暂按, and of no other', async () => {
    const due = (day: string): PlanState => planOf([task(1, { due: day, lead: '县教育局' })])
    expect(await read(due('2027-08-31'))).toContain('时限：2027年8月31日(周二，暂按)')
    expect(await read(due('2026-08-31'))).toContain('时限：8月31日(周一)')
  })

  it('asks a supporting unit for nothing, once its lead has brought it to an end', async () => {
    const of = after(after(vague(), '2026-06-29', claim(1, '县教育局')), '2026-06-30', acceptClaim(1, '县教育局'))
    const helping = directoryWith(['县财政局'], { name: '石海涛', contactOf: ['县住建局'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
    const labels = async (plan: PlanState): Promise<string[]> => Object.keys(buttons(cardIn(await type(taskCommand, '1', deskOf({ plans: [plan], directory: helping, asker: '石海涛' })))))
    expect(await labels(vague())).toContain('正常推进')
    expect(await labels(of)).not.toContain('正常推进')
  })

  it('says who recorded an answer for the unit, and who gave it', async () => {
    const of = after(plan(), '2026-06-29', { type: 'report-on-behalf', ...one, state: 'normal', done: '已完成招标', correction: false, onBehalf: { who: '王科长', on: day('2026-06-28'), how: '电话' } }, 'u1' as never)
    expect(await read(of)).toContain('最近填报(6月29日，沈若兰代录)：正常推进：已完成招标（代录：王科长6月28日电话）')
  })

  it('says what each other unit said last, whose word it is, and what is in the way first', async () => {
    const other = { task: taskNo(1), unit: unitId('县住建局') }
    const recorded = after(vague(), '2026-06-29', { type: 'report-on-behalf', ...other, state: 'normal', progress: 60 as never, done: '已整改12处', correction: false, onBehalf: { who: '王科长', on: day('2026-06-28'), how: '电话' } }, 'u1' as never)
    expect(await read(recorded)).toContain('县住建局(6月29日，沈若兰代录)：正常推进，进度60%：已整改12处（代录：王科长6月28日电话）')
    const lines = (await read(after(recorded, '2026-07-01', report(1, '县财政局', { state: 'difficulty', problem: '资金未到' })))).split('\n')
    expect(lines.indexOf('县财政局(7月1日)：有困难：资金未到')).toBe(lines.findIndex((line) => line.startsWith('县住建局(6月29日')) - 1)
  })

  it('says of another unit that it is done, sent back with the reason, or accepted', async () => {
    const claimed = (): PlanState => after(plan(), '2026-06-29', claim(1, '县住建局', '12处全部整改'))
    expect(await read(claimed())).toContain('县住建局(6月29日)：申请办结：12处全部整改')
    expect(await read(after(claimed(), '2026-06-30', { type: 'return-claim', task: taskNo(1), unit: unitId('县住建局'), reason: '缺验收单' }))).toContain('县住建局(6月30日)：退回：缺验收单')
    expect(await read(after(claimed(), '2026-06-30', acceptClaim(1, '县住建局')))).toContain('县住建局(6月30日)：已办结')
  })

  it('says it of three of them, and how many more there are', async () => {
    const towns = ['溪口镇', '青石镇', '柳河镇', '竹坪乡', '南塘镇']
    const group = directoryWith([...towns, { name: '各乡镇', aliases: [], members: towns }], { name: '沈若兰', roles: ['secretary'] })
    const of = towns.reduce((before, town) => after(before, '2026-06-29', report(1, '各乡镇', { done: `${town}已完成`, member: town })), planOf([task(1, { lead: '各乡镇' })]))
    const text = shown(await type(taskCommand, '1', deskOf({ plans: [of], directory: group, asker: '沈若兰' })))
    expect(text.match(/镇\(6月29日\)|乡\(6月29日\)/g)).toHaveLength(3)
    expect(text).toContain('另有2家也报过')
  })

  it('counts what shows it, and how often it was chased', async () => {
    const of = after(vague(), '2026-06-29', { type: 'add-evidence', ...one, evidence: { kind: 'link', url: 'https://jy.example.gov.cn/a' } } satisfies PlanIntent)
    expect(await read(after(of, '2026-06-30', { type: 'nudge', ...one }))).toContain('佐证1件 · 已催办1次')
  })

  it('marks a report that says nothing 待补实 for the secretary, and for nobody else', async () => {
    expect(await read(vague())).toContain('待补实：没有数字、日期或佐证')
    expect(await read(vague(), '苏晚晴')).not.toContain('待补实')
    expect(await read(vague(), '林致远')).not.toContain('待补实')
  })

  it('has behind … what can be done about its course', async () => {
    expect(await more(plan())).toEqual(expect.arrayContaining(['代录', '改时限', '定牵头', '暂缓']))
    expect(await more(after(plan(), '2026-06-29', { type: 'pause-task', task: taskNo(1), reason: '规划调整' }))).toContain('恢复')
    expect(await more(after(after(plan(), '2026-06-29', claim(1, '县教育局')), '2026-06-30', acceptClaim(1, '县教育局')))).toEqual(['销号', '恢复办理', '交办', '为什么', '记录'])
  })
})

describe('a list of reports that say nothing', () => {
  it('is the secretary’s alone', async () => {
    expect(shown(await type(taskCommand, '待补实', deskFor(vague())))).toMatch(/^待补实：共1项\n[^]*1 普惠园建设[^]*待补实：没有数字、日期或佐证/)
    expect(shown(await type(taskCommand, '待补实', deskFor(vague(), '林致远')))).toContain('含“待补实”')
  })
})

it('the secretary’s Home begins with what waits, and the way to it', () => {
  const of = after(after(vague(), '2026-06-29', { type: 'ask-extension', ...one, day: day('2026-12-31'), reason: '土地指标未批' }), '2026-06-30', claim(2, '县住建局', '食堂3所已改'))
  const card = homeCard(deskFor(of))
  expectGoodCard(card)
  expect(renderText(card)).toMatch(/待审2件，未报[^]*待审 2件\n办结申请1、延期申请1/)
  expect(buttons(card)['逐件审']).toEqual({ command: 'queue', args: {} })
})

describe('the card of a task, for a unit that does not answer for it', () => {
  const helper = directoryWith(['县住建局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '石海涛', contactOf: ['县住建局'] })
  const other = { task: taskNo(1), unit: unitId('县住建局') }
  const seen = async (of: PlanState): Promise<string[]> => Object.keys(buttons(cardIn(await type(taskCommand, '1', deskOf({ plans: [of], directory: helper, asker: '石海涛' })))))

  it('offers what its own part may do, whatever the answering unit has said', async () => {
    const reported = after(plan(), '2026-06-29', report(1, '县住建局', { done: '已整改12处' }))
    expect(await seen(reported)).toEqual(expect.arrayContaining(['正常推进', '已完成', '更正填报']))
    expect(await seen(reported)).not.toContain('申请延期')
    expect(await seen(after(plan(), '2026-06-29', report(1, '县教育局', { done: '已开工' })))).not.toContain('更正填报')
  })

  it('offers no answer once its own part is said to be done, and that it may be withdrawn', async () => {
    const offered = await seen(after(plan(), '2026-06-29', claim(1, '县住建局')))
    expect(offered).toContain('撤回办结申请')
    expect(offered).not.toContain('正常推进')
  })

  it('offers to withdraw nothing that another unit claimed', async () => expect(await seen(after(plan(), '2026-06-29', claim(1, '县教育局')))).not.toContain('撤回办结申请'))

  it('lets it object to what was recorded for it', async () => {
    const recorded = after(plan(), '2026-06-29', { type: 'report-on-behalf', ...other, state: 'normal', done: '已整改12处', correction: false, onBehalf: { who: '王科长', on: day('2026-06-28'), how: '电话' } }, 'u1' as never)
    expect(await seen(recorded)).toContain('对代录有异议')
    expect(Object.keys(buttons(cardIn(await type(taskCommand, '1', deskOf({ plans: [recorded], directory: helper, asker: '苏晚晴' })))))).not.toContain('对代录有异议')
  })
})
