// 延期 and 异议: what a unit asks of the secretary, and where it is seen until she has decided.
import { describe, expect, it } from 'vitest'
import { extend } from '#commands/extend.ts'
import { grantExtension } from '#commands/grant-extension.ts'
import { object } from '#commands/object.ts'
import { refuseExtension } from '#commands/refuse-extension.ts'
import { report } from '#commands/report.ts'
import { ruleObjection } from '#commands/rule-objection.ts'
import { summary } from '#commands/summary.ts'
import { why as whyCommand } from '#commands/why.ts'
import { task as taskCommand } from '#commands/task.ts'
import { undo } from '#commands/undo.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, directoryWith, planWith, report as reported, task, taskNo, unitId, workCalendar } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { plain } from '#templates/rich.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '何景川', roles: ['leader'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const plan = (due = '2026-07-15'): PlanState => planWith(task(12, { title: '普惠园建设', due, lead: '县教育局', support: ['县财政局'] }), task(13, { lead: '县教育局' }))
const at = (of: PlanState, asker = '苏晚晴', time = '09:00', today = '2026-07-02'): TestDesk => deskOf({ today, now: workCalendar.instantOf(day(today), time, 'Asia/Shanghai'), plans: [of], directory, asker })
const standing = (of: PlanState) => of.assignments.get(keyOf(taskNo(12), unitId('县教育局')))
const cardOf = async (of: PlanState, asker = '苏晚晴') => shown(await type(taskCommand, '12', at(of, asker, '10:00')))

describe('延期', () => {
  it('is asked for in one line, says who decides and what holds until then', async () => {
    const of = plan()
    const answer = await type(extend, '12 2026-09-30 招标流标', at(of))
    expect(standing(of)?.extension).toMatchObject({ day: '2026-09-30', from: '2026-07-15', reason: '招标流标' })
    expect(cardIn(answer).text).toBe('⏳ 已申请延期 · 12 普惠园建设，申请延到9月30日(周三)')
    expect(shown(answer)).toContain('由督查室（沈若兰）决定，决定后会告诉您。决定之前，最迟到9月30日(周三)，不催办，也不算逾期。')
    expectGoodCard(cardIn(answer))
  })

  it.each(['2026-09-30 12 招标流标', '9月30日 p1-12 招标流标', '12 9月30日 招标流标'])('takes the day and the task in either order: %s', async (line) => {
    const of = plan()
    await type(extend, line, at(of))
    expect(standing(of)?.extension).toMatchObject({ day: '2026-09-30', reason: '招标流标' })
  })

  it('is for whoever answers for the task: a helper moves nobody’s date', async () => {
    const of = plan()
    const answer = await type(extend, '12 2026-09-30 钱没到位', at(of, '唐一鸣'))
    expect(shown(answer)).toContain('由县教育局牵头，时限由牵头单位申请延期')
    expect(buttons(cardIn(answer))).toHaveProperty('报“有困难”：钱没到位')
    expect(of.lastActs.size).toBe(0)
  })

  it('pressed opens a form with a working day a month on', async () => {
    const form = formIn(await act(extend, { task: 'p1-12' }, at(plan())))
    expect(form.fields).toMatchObject([{ name: 'day', kind: 'date', now: '2026-08-14' }, { name: 'reason' }])
    expect(formIn(await act(extend, { task: 'p1-12' }, at(plan('2026-06-15')))).fields[0]).toMatchObject({ now: '2026-08-03' })
  })

  it.each([
    ['no reason', { day: '2026-09-30' }, 'reason'],
    ['a day that is not later', { day: '2026-07-10', reason: '流标' }, 'day'],
    ['a day that no calendar has', { day: '2026-06-31', reason: '流标' }, 'day'],
  ])('with %s says so beside the field', async (_, given, field) => {
    const of = plan()
    const answer = await act(extend, { task: 'p1-12', form: true, ...given }, at(of))
    expect(answer).toMatchObject({ kind: 'form-errors', errors: { [field]: expect.any(String) as string } })
    expect(standing(of)?.extension).toBeUndefined()
  })

  it('typed without a day or without a reason opens the form with what was typed', async () => {
    expect(formIn(await type(extend, '12 招标流标', at(plan()))).fields[1]).toMatchObject({ now: '招标流标' })
    expect(formIn(await type(extend, '12 9月30日', at(plan()))).fields[0]).toMatchObject({ now: '2026-09-30' })
  })

  it('of a task without a date, or asked twice, is not written for nothing', async () => {
    const of = plan()
    expect(shown(await act(extend, { task: 'p1-13' }, at(of)))).toContain('没有写时限，不用申请延期')
    await type(extend, '12 2026-09-30 招标流标', at(of))
    expect(shown(await act(extend, { task: 'p1-12' }, at(of)))).toContain('苏晚晴已于7月2日(周四)提出延期申请')
  })

  it('is seen on the task while it waits, and then in its date: 原定, 现定, how often', async () => {
    const of = plan()
    await type(extend, '12 2026-09-30 招标流标', at(of))
    expect(await cardOf(of)).toContain('延期申请中(7月2日)：拟延到9月30日(周三)，待督查室批复。原因：招标流标')
    await type(grantExtension, '12', at(of, '沈若兰', '11:00'))
    expect(await cardOf(of)).toContain('时限：现定9月30日(周三)，原定7月15日(周三)，改过1次')
    expect(await cardOf(of)).not.toContain('延期申请中')
  })

  it('refused, says why on the task', async () => {
    const of = plan()
    await type(extend, '12 2026-09-30 招标流标', at(of))
    await type(refuseExtension, '12 工期可以压缩', at(of, '沈若兰', '11:00'))
    expect(await cardOf(of)).toContain('延期未获同意(7月2日)：工期可以压缩')
  })

  it('can be taken back', async () => {
    const of = plan()
    const asked = await type(extend, '12 2026-09-30 招标流标', at(of))
    expect(shown(await act(undo, buttons(cardIn(asked))['撤销']?.args, at(of, '苏晚晴', '09:05')))).toContain('已撤销延期申请')
    expect(standing(of)?.extension).toBeUndefined()
  })
})

describe('异议', () => {
  it('on a light keeps what was shown, and is seen wherever the light is until it is ruled on', async () => {
    const of = plan('2026-06-26')
    const answer = await type(object, '12 已在6月20日验收', at(of))
    expect(standing(of)?.objection).toMatchObject({ about: 'light', against: '🔴 滞后：应于6月26日(周五)完成，已逾期6天', words: '已在6月20日验收' })
    expect(shown(answer)).toContain('核定之前，这项任务的灯都注明“有异议待核”')
    expectGoodCard(cardIn(answer))
    expect(await cardOf(of)).toContain('已逾期6天（有异议待核）\n⚖️ 有异议待核(7月2日)：已在6月20日验收')
    expect(shown(await act(summary, {}, at(of, '何景川')))).toContain('12 县教育局 逾期6天（有异议待核） 普惠园建设')
    expect(shown(await type(taskCommand, '红灯', at(of, '何景川')))).toContain('🔴滞后（有异议待核） 12')
    await type(ruleObjection, '12 不成立 6月26日才验收', at(of, '沈若兰', '11:00'))
    expect(await cardOf(of)).not.toContain('有异议待核')
  })

  it('that is upheld says to the secretary, on the card and in 为什么 that a light goes by the record, and what would change it', async () => {
    const of = plan('2026-06-26')
    await type(object, '12 已在6月20日验收', at(of))
    expect(shown(await type(ruleObjection, '12 成立', at(of, '沈若兰', '11:00')))).toMatch(/异议成立[^]*裁定不改灯，灯只按台账推算：单位说得对的，请接着改时限，或代录填报、办结/)
    const says = /7月2日裁定异议成立（“已在6月20日验收”）：灯只按台账推算，没有因此改变/
    expect(await cardOf(of)).toMatch(says)
    expect(shown(await type(whyCommand, '12', at(of, '何景川')))).toMatch(says)
    expect(shown(await type(whyCommand, '12', { ...at(of, '何景川'), lang: 'en' }))).toMatch(/Objection upheld 2 Jul \(“已在6月20日验收”\): the light goes by the record alone/)
  })

  it('pressed opens one line, with what it is against; empty, it says what to write', async () => {
    const of = plan('2026-06-26')
    const form = formIn(await act(object, { task: 'p1-12' }, at(of)))
    expect(form.fields).toMatchObject([{ name: 'words', label: '哪里不对？' }])
    expect(await act(object, form.run.args, at(of))).toMatchObject({ kind: 'form-errors', errors: { words: expect.any(String) as string } })
  })

  it('on an answer that was recorded for the unit names that answer', async () => {
    const of = plan()
    after(of, '2026-07-01', { type: 'report-on-behalf', task: taskNo(12), unit: unitId('县教育局'), state: 'normal', done: '已开工', correction: false, onBehalf: { who: '方叔文', on: day('2026-07-01'), how: '电话' } })
    const run = buttons(cardIn(await type(taskCommand, '12', at(of))))['对代录有异议']
    const form = formIn(await act(object, run?.args, at(of)))
    await act(object, { ...form.run.args, words: '没有这样说过' }, at(of))
    expect(standing(of)?.objection).toMatchObject({ about: 'record', against: expect.stringContaining('已开工') as string })
  })

  it('on a completion that was recorded for the unit names it; upheld, the task is asked for again and nothing waits for review', async () => {
    const of = plan()
    after(of, '2026-07-01', { type: 'claim-on-behalf', task: taskNo(12), unit: unitId('县教育局'), words: '已全部竣工', onBehalf: { who: '方叔文', on: day('2026-07-01'), how: '电话' } })
    const card = cardIn(await type(taskCommand, '12', at(of)))
    expect(card.lines?.map(plain).join()).toContain('已全部竣工（代录：方叔文7月1日电话）')
    const run = buttons(card)['对代录有异议']
    const form = formIn(await act(object, run?.args, at(of)))
    await act(object, { ...form.run.args, words: '没有这样说过' }, at(of))
    expect(standing(of)?.objection).toMatchObject({ about: 'record', against: '申请办结：已全部竣工（代录：方叔文7月1日电话）' })
    expect(shown(await type(ruleObjection, '12 成立', at(of, '沈若兰')))).toContain('异议成立，代录已作废')
    expect(standing(of)?.status).toBe('open')
    expect(await cardOf(of)).toContain('代录的内容已作废，灯已按现有记录推算')
  })

  it('on a completion that was recorded and accepted: upheld, nothing is said to be struck that stands', async () => {
    const of = plan()
    after(of, '2026-07-01', { type: 'claim-on-behalf', task: taskNo(12), unit: unitId('县教育局'), words: '已全部竣工', onBehalf: { who: '方叔文', on: day('2026-07-01'), how: '电话' } })
    after(of, '2026-07-01', { type: 'accept-claim', task: taskNo(12), unit: unitId('县教育局') })
    const run = buttons(cardIn(await type(taskCommand, '12', at(of))))['对代录有异议']
    const form = formIn(await act(object, run?.args, at(of)))
    await act(object, { ...form.run.args, words: '没有这样说过' }, at(of))
    expect(standing(of)?.objection).toMatchObject({ about: 'record', against: '申请办结：已全部竣工（代录：方叔文7月1日电话）' })
    expect(shown(await type(ruleObjection, '12 成立', at(of, '沈若兰')))).toContain('异议成立，代录已作废')
    expect(standing(of)?.status).toBe('open')
  })

  it('typed without saying on what is about the record where the last word was recorded for the unit, and says so', async () => {
    const of = plan()
    after(of, '2026-07-01', { type: 'claim-on-behalf', task: taskNo(12), unit: unitId('县教育局'), words: '已全部竣工', onBehalf: { who: '方叔文', on: day('2026-07-01'), how: '电话' } })
    expect(shown(await type(object, '12 没有说过', at(of)))).toContain('针对：代录，申请办结：已全部竣工（代录：方叔文7月1日电话）')
    expect(standing(of)?.objection).toMatchObject({ about: 'record' })
    const own = after(plan(), '2026-07-01', reported(12, '县教育局', { done: '已开工' }))
    expect(shown(await type(object, '12 没有说过', at(own)))).toContain('针对：🟡')
    expect(standing(own)?.objection).toMatchObject({ about: 'light' })
  })

  it('taken back too late is not to be put right as a report is', async () => {
    const of = plan()
    await type(object, '12 已验收', at(of, '苏晚晴', '09:00'))
    const card = cardIn(await type(undo, '', at(of, '苏晚晴', '09:30')))
    expect(card.text).toContain('不能撤销')
    expect(Object.keys(buttons(card))).not.toContain('更正')
  })

  it('of a town, on a completion that was recorded for its whole group: the struck completion stays to be read on the card', async () => {
    const towns = planWith(task(12, { title: '环境整治', due: '2026-07-15', lead: '各乡镇' }))
    const known = directoryWith(['柳河镇', '青石镇', { name: '各乡镇', aliases: [], members: ['青石镇', '柳河镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '石青', contactOf: ['青石镇'] })
    const desk = (asker: string): TestDesk => deskOf({ plans: [towns], directory: known, asker })
    after(towns, '2026-07-01', { type: 'claim-on-behalf', task: taskNo(12), unit: unitId('各乡镇'), words: '全部完成', onBehalf: { who: '方叔文', on: day('2026-07-01'), how: '电话' } })
    expect(buttons(cardIn(await type(taskCommand, '12', desk('石青'))))).not.toHaveProperty('撤回办结申请')
    expect(shown(await type(object, '12 我镇没有说过', desk('石青')))).toContain('针对：代录，申请办结：全部完成')
    expect(shown(await type(ruleObjection, '12 成立', desk('沈若兰')))).toContain('异议成立，代录已作废')
    expect(shown(await type(taskCommand, '12', desk('石青')))).toContain('代录的办结申请已作废(7月1日)：全部完成')
  })

  it('is one at a time', async () => {
    const of = plan()
    await type(object, '12 已验收', at(of))
    expect(shown(await type(object, '12 已验收', at(of)))).toContain('已于7月2日(周四)提出异议')
  })

  it('is for the unit’s own people', async () => {
    expect(shown(await type(object, '13 不对', at(plan(), '唐一鸣')))).toContain('承担单位是县教育局')
  })
})

describe('the task as its contact sees it', () => {
  it('has what is seldom needed behind …, each leading somewhere', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 30 }))
    const card = cardIn(await type(taskCommand, '12', at(of)))
    expect((card.more ?? []).map(({ label }) => label)).toEqual(expect.arrayContaining(['申请延期', '更正填报', '对灯有异议']))
    expectGoodCard(card)
    expect((cardIn(await type(taskCommand, '12', at(of, '何景川'))).more ?? []).map(({ label }) => label)).toEqual(['为什么', '记录', '转发文本'])
  })

  it('after a claim asks for no later date', async () => {
    const of = plan()
    after(of, '2026-07-01', { type: 'claim', task: taskNo(12), unit: unitId('县教育局'), words: '已完成' })
    expect((cardIn(await type(taskCommand, '12', at(of))).more ?? []).map(({ label }) => label)).toEqual(['对灯有异议', '为什么', '记录', '转发文本'])
    expect(shown(await act(report, { task: 'p1-12' }, at(of)))).toContain('已申请办结')
  })
})
