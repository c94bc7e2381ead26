import { describe, expect, it } from 'vitest'
import { acceptClaim } from '#commands/accept-claim.ts'
import { grantExtension } from '#commands/grant-extension.ts'
import { queue } from '#commands/queue.ts'
import { refuseExtension } from '#commands/refuse-extension.ts'
import { refuseQuestion } from '#commands/refuse-question.ts'
import { returnClaim } from '#commands/return-claim.ts'
import { ruleObjection } from '#commands/rule-objection.ts'
import { settleCoordination } from '#commands/settle-coordination.ts'
import { task as taskOf } from '#commands/task.ts'
import { upholdQuestion } from '#commands/uphold-question.ts'
import type { Answer } from '#src/command.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { taskLight } from '#src/queries/light.ts'
import { unitsWithoutContact } from '#src/queries/task-list.ts'
import type { Form, Run } from '#templates/card.ts'
import { plain as plainText } from '#templates/rich.ts'
import { after, change, claim, day, directoryWith, personNamed, planOf, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(
  ['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '唐一鸣', contactOf: ['县财政局'] },
  { name: '顾青山', contactOf: ['县住建局'] },
  { name: '何秋实', roles: ['secretary'] },
)
const one = { task: taskNo(1), unit: unitId('县教育局') }
const two = { task: taskNo(2), unit: unitId('县财政局') }
const askExtension: PlanIntent = { type: 'ask-extension', ...one, day: day('2026-08-31'), reason: '土地指标未批' }
const notOurs: PlanIntent = { type: 'question-part', ...two, about: 'not-ours', words: '资金不由我局安排', should: '应由县住建局负责' }
const object: PlanIntent = { type: 'object', ...one, about: 'light', against: '🔴 滞后', words: '材料6月已交' }

const plan = (): PlanState =>
  planOf([
    task(1, { title: '普惠园建设', text: '新建普惠园3所，2026年6月底前完成。', due: '2026-06-30', lead: '县教育局', support: ['县住建局'] }),
    task(2, { title: '学校经费', due: '2026-09-30', lead: '县财政局' }),
    task(3, { title: '控辍保学', due: '2026-09-30', lead: '县教育局' }),
  ])
/** A completion, a later date, a part, in this order. */
function busy(): PlanState {
  const of = plan()
  after(of, '2026-06-15', report(1, '县教育局', { progress: 60, done: '已完成招标3所' }), 'u2' as never)
  after(of, '2026-06-24', askExtension, 'u2' as never)
  after(of, '2026-06-25', notOurs, 'u3' as never)
  return after(of, '2026-06-26', claim(3, '县教育局', '控辍保学台账已建'), 'u2' as never)
}
const deskFor = (of: PlanState, asker = '沈若兰', today = '2026-06-29'): TestDesk => deskOf({ today, plans: [of], directory, asker })
const first = async (desk: TestDesk): Promise<Answer> => type(queue, '', desk)
const run = (answer: Answer, label: string): Run => {
  const found = buttons(cardIn(answer))[label]
  if (found === undefined) throw new Error(`nothing is called ${label} among ${Object.keys(buttons(cardIn(answer))).join('、')}`)
  expect(found.command).toBe('queue')
  return found
}
const press = async (answer: Answer, label: string, desk: TestDesk): Promise<Answer> => act(queue, run(answer, label).args, desk)
const send = async (form: Form, fields: Record<string, string>, desk: TestDesk): Promise<Answer> => act(queue, { ...form.run.args, ...fields }, desk)

describe('待审', () => {
  it('shows the first with what it takes to decide, and how many are left', async () => {
    const desk = deskFor(busy())
    const answer = await first(desk)
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toMatch(/待审：办结申请 · 3 控辍保学[^]*县教育局\(牵头\)苏晚晴 6月26日申请办结：控辍保学台账已建[^]*单位计时到6月26日为止；现在是审核时间，请于7月3日\(周五\)前审完[^]*没有附佐证[^]*还有2件要审 · 延期申请1、分工疑问1/)
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['同意办结', '退回', '下一件', '看任务'])
  })

  it('of a later day that one member of a group asks for says that the date moves for all of them, and rules with it on who asked for no later day', async () => {
    const people = directoryWith(['青石镇', '柳河镇', { name: '各乡镇', aliases: [], members: ['青石镇', '柳河镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '陆川', contactOf: ['青石镇'] }, { name: '唐越', contactOf: ['柳河镇'] })
    const of = planOf([task(1, { title: '水毁道路修复', due: '2026-07-10', lead: '各乡镇' })])
    for (const member of ['青石镇', '柳河镇']) after(of, '2026-06-24', { type: 'ask-extension', task: taskNo(1), unit: unitId('各乡镇'), member: unitId(member), day: day('2026-07-30'), reason: '雨季' })
    const desk = deskOf({ today: '2026-06-29', plans: [of], directory: people, asker: '沈若兰' })
    const answer = await first(desk)
    expect(shown(answer)).toContain('同意后，全部2家成员单位的时限都改到7月30日(周四)；其中申请不晚于这天的，一并同意。')
    expect(shown(await press(answer, '同意延到7月30日', desk))).toContain('待审已清')
  })

  it('of a completion says whose time it is, also where both are late', async () => {
    const of = after(planOf([task(1, { title: '普惠园建设', due: '2026-05-20', lead: '县教育局' })]), '2026-06-01', claim(1, '县教育局', '已建成'))
    const answer = shown(await first(deskFor(of)))
    expect(answer).toContain('⚠️ 单位计时到6月1日为止；审核应在6月8日(周一)前完成，已超期。')
    expect(answer).toContain('6月1日(周一)申请办结时已逾期12天，此后是审核时间')
    expect(answer).not.toContain('不计时')
  })

  it('counts what is to be decided, and apart from it what is only to be known', async () => {
    const of = after(plan(), '2026-03-15', report(1, '县教育局', { progress: 60, done: '已招标3所' }), 'u2' as never)
    const said = of.assignments.get(keyOf(one.task, one.unit))?.report
    after(of, '2026-06-25', { type: 'report', ...one, state: 'normal', done: '已招标2所', correction: true, reason: '多报1所', ...(said === undefined ? {} : { corrects: said.at }) }, 'u2' as never)
    after(of, '2026-06-26', claim(3, '县教育局', '控辍保学台账已建'), 'u2' as never)
    const desk = deskFor(of)
    const answer = await first(desk)
    expect(shown(answer)).toContain('这是最后一件要审的 · 另有1件供知悉')
    expect(shown(await press(answer, '同意办结', desk))).toMatch(/^✅ 已同意办结[^]*待审：迟报更正[^]*供知悉/)
  })

  it('goes from one to the next in the same message, saying what was decided', async () => {
    const of = busy()
    const desk = deskFor(of)
    const extension = await press(await first(desk), '同意办结', desk)
    expect(extension).toMatchObject({ replaces: true })
    expectGoodCard(cardIn(extension))
    expect(shown(extension)).toMatch(/^✅ 已同意办结 · 3 控辍保学 · 县教育局\n待审：延期申请 · 1 普惠园建设[^]*申请延期：6月30日\(周二\) → 8月31日\(周一\)\n理由：土地指标未批[^]*新建普惠园3所[^]*6月15日 正常推进，进度60%：已完成招标3所/)
    const part = await press(extension, '同意延到8月31日', desk)
    expect(shown(part)).toMatch(/^✅ 已同意延期到8月31日\(周一\) · 1 普惠园建设 · 县教育局\n待审：分工疑问 · 2[^]*认为不是本单位负责：资金不由我局安排\n认为应是：应由县住建局负责/)
    const end = await press(part, '改派县住建局', desk)
    expect(shown(end)).toBe('✅ 已改派县住建局 · 2 学校经费 · 县财政局\n待审已清：没有等您处理的。')
    expect(of.tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-08-31', original: '2026-06-30', moved: 1 })
    expect(of.assignments.get(keyOf(taskNo(2), unitId('县住建局')))).toMatchObject({ part: 'lead' })
  })

  it('can leave one for later, and comes back to it', async () => {
    const desk = deskFor(busy())
    let answer = await press(await first(desk), '下一件', desk)
    expect(shown(answer)).toContain('待审：延期申请')
    answer = await press(await press(answer, '下一件', desk), '维持分工', desk).then(async (form) => send(formIn(form), { reason: '方案写明' }, desk))
    expect(shown(answer)).toBe('↩️ 维持原分工 · 2 学校经费 · 县财政局\n已到最后一件，跳过的2件还在等。')
    expect(shown(await press(answer, '从头再看', desk))).toContain('待审：办结申请')
    expect(desk.recorded).toHaveLength(1)
  })

  it('says no with a reason from a form, which comes back to the same message', async () => {
    const desk = deskFor(busy())
    const asked = await press(await press(await first(desk), '下一件', desk), '不同意', desk)
    expect(await send(formIn(asked), {}, desk)).toMatchObject({ kind: 'form-errors', errors: { reason: '请写一句话，单位要据此办理。' } })
    const answer = await send(formIn(asked), { reason: '还有两个月' }, desk)
    expect(answer).toMatchObject({ replaces: true })
    expect(shown(answer)).toMatch(/^↩️ 不同意延期 · 1 普惠园建设 · 县教育局\n待审：分工疑问/)
  })

  it('sends a completion back by the command that always did', async () => {
    const desk = deskFor(busy())
    const form = formIn(await press(await first(desk), '退回', desk))
    expect(form.run).toMatchObject({ command: 'queue', args: { decide: 'return' } })
    expect(shown(await send(form, { reason: '缺验收表' }, desk))).toMatch(/^↩️ 已退回 · 3 控辍保学[^]*待审：延期申请/)
    expect(desk.recorded).toMatchObject([{ type: 'return-claim', reason: '缺验收表' }])
  })

  it('grants another day than was asked for', async () => {
    const of = busy()
    const desk = deskFor(of)
    const form = formIn(await press(await press(await first(desk), '下一件', desk), '另定日期', desk))
    // The day that was asked for is said and not filled in: a field that was left as it is grants nothing.
    expect(form.fields).toEqual([{ name: 'day', label: '同意延到', kind: 'date', hint: '单位申请的是8月31日(周一)，现定6月30日(周二)' }])
    expect(shown(await send(form, { day: '2026-07-31' }, desk))).toContain('已同意延期到7月31日(周五)（申请的是8月31日(周一)）')
    expect(of.tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-07-31' })
  })

  it('says beside the field that a day is missing or not later, as the day of whoever typed it, and grants nothing', async () => {
    const of = busy()
    const desk = deskFor(of)
    const form = formIn(await press(await press(await first(desk), '下一件', desk), '另定日期', desk))
    expect(await send(form, {}, desk)).toEqual({ kind: 'form-errors', errors: { day: '请选日期。' } })
    expect(await send(form, { day: '2026-06-15' }, desk)).toEqual({ kind: 'form-errors', errors: { day: '现定时限是6月30日(周二)，您定的6月15日(周一)不比它晚，没有记录。请选6月30日(周二)以后的日期。' } })
    expect(of.assignments.get(keyOf(one.task, one.unit))?.extension?.ruling).toBeUndefined()
    expect(of.tasks.get(one.task)?.due).toMatchObject({ day: '2026-06-30' })
  })

  it('that was refused stays before the secretary, with its own buttons under the no', async () => {
    const of = busy()
    const desk = deskFor(of)
    const extension = await press(await first(desk), '下一件', desk)
    const after = run(extension, '同意延到8月31日').args['after']
    const answer = await act(queue, { decide: 'grant-extension', task: 'p1-1', unit: '县教育局', day: '6月15日', after }, desk)
    expect(shown(answer)).toMatch(/^现定时限是6月30日\(周二\)，您定的6月15日\(周一\)不比它晚，没有记录[^]*待审：延期申请 · 1 普惠园建设/)
    expect(Object.keys(buttons(cardIn(answer)))).toContain('同意延到8月31日')
    expect(cardIn(answer).refused).toBeDefined()
    expect(queue.written).toEqual(['reason', 'words'])
  })

  it('decided by another meanwhile shows what stands, and the next', async () => {
    const of = busy()
    const [mine, other] = [deskFor(of), deskFor(of, '何秋实')]
    const seen = await press(await first(mine), '下一件', mine)
    await type(grantExtension, '1', other)
    const answer = await press(seen, '不同意', mine)
    expect(shown(answer)).toMatch(/延期申请已由何秋实于6月29日\(周一\)同意，不用再处理[^]*待审：分工疑问/)
  })

  it('asks first where nobody of the unit would be asked, or nothing of the plan is theirs, and passes the part on when it is said again', async () => {
    const wide = directoryWith(['团县委', '县残联', '县教育局', '县财政局', '县住建局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '顾青山', contactOf: ['县住建局', '县残联'] })
    const of = after(after(plan(), '2026-06-24', report(2, '县财政局')), '2026-06-25', { ...notOurs, should: '应由团县委负责' })
    const desk = deskOf({ today: '2026-06-29', plans: [of], directory: wide, asker: '沈若兰' })
    const form = formIn(await press(await first(desk), '改派团县委', desk))
    const intro = (form.intro ?? []).map(plainText).join(' ')
    expect(intro).toContain('团县委还没有联络员，改派后没有人会收到提醒')
    expect(intro).toContain('本方案没有团县委的任务')
    expect(desk.recorded).toEqual([])
    expect((formIn(await type(upholdQuestion, '2 县残联', desk)).intro ?? []).map(plainText).join(' ')).toMatch(/本方案没有县残联的任务[^]*顾青山/)
    const another = deskOf({ today: '2026-06-29', plans: [after(plan(), '2026-06-25', notOurs)], directory: wide, asker: '沈若兰' })
    const typed = await act(upholdQuestion, formIn(await type(upholdQuestion, '2 团县委', another)).run.args, another)
    expect(buttons(cardIn(typed))['指定联络员']).toMatchObject({ command: 'people', args: { act: 'name', unit: '团县委' } })
    expect(shown(await send(form, { words: '' }, desk))).toContain('已改派团县委（还没有联络员）')
    expect(unitsWithoutContact(viewOn('2026-06-29', of, wide))).toContain('团县委')
    // 正常推进 of the one before is no word of whoever has it now.
    expect(taskLight(viewOn('2026-06-29', of, wide), taskNo(2)).why).toEqual({ rule: 'nothing-due' })
    expect(shown(await type(taskOf, '2', desk))).toContain('团县委(没有联络员)')
  })

  it('passed on by another meanwhile shows what stands too', async () => {
    const of = busy()
    const [mine, other] = [deskFor(of), deskFor(of, '何秋实')]
    const seen = await press(await press(await first(mine), '下一件', mine), '下一件', mine)
    await type(upholdQuestion, '2 县教育局', other)
    expect(shown(await press(seen, '改派县住建局', mine))).toContain('分工疑问已由何秋实于6月29日(周一)同意')
  })

  it('lets another unit be chosen, whom they named first', async () => {
    const of = busy()
    const desk = deskFor(of)
    const form = formIn(await press(await press(await press(await first(desk), '下一件', desk), '下一件', desk), '改派…', desk))
    expect(form.fields[0]).toMatchObject({ name: 'to', kind: 'choice' })
    const [field] = form.fields
    expect(field?.kind === 'choice' ? field.choices[0] : undefined).toEqual({ value: '县住建局', label: '县住建局' })
    expect(shown(await send(form, { to: '县教育局' }, desk))).toContain('已改派县教育局')
  })

  it('rules on an objection, and an answer nobody gave is struck', async () => {
    const of = plan()
    after(of, '2026-06-20', { type: 'report-on-behalf', ...one, state: 'normal', done: '已完成招标', correction: false, onBehalf: { who: '王科长', on: day('2026-06-20'), how: '电话' } })
    after(of, '2026-06-22', { type: 'object', ...one, about: 'record', against: '已完成招标（王科长，电话）', words: '我局没有说过' })
    const desk = deskFor(of)
    const answer = await first(desk)
    expect(shown(answer)).toContain('对代录有异议：“已完成招标（王科长，电话）”')
    expect(shown(await press(answer, '异议成立', desk))).toContain('异议成立，代录已作废')
    expect(of.assignments.get(keyOf(one.task, one.unit))?.report).toBeUndefined()
  })

  it('tells of two units that name each other, with both quotes, and settles it', async () => {
    const of = plan()
    after(of, '2026-06-22', report(1, '县教育局', { state: 'blocked', problem: '县住建局未交地' }))
    after(of, '2026-06-23', report(1, '县住建局', { state: 'difficulty', problem: '教育局未报选址' }))
    const desk = deskFor(of)
    const answer = await first(desk)
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toMatch(/县教育局\(6月22日\)：“县住建局未交地”\n县住建局\(6月23日\)：“教育局未报选址”/)
    const card = await type(taskOf, '1', desk)
    expectGoodCard(cardIn(card))
    expect(shown(card)).toMatch(/协调事项：县教育局与县住建局互指[^]*县教育局\(6月22日\)：“县住建局未交地”\n县住建局\(6月23日\)：“教育局未报选址”/)
    expect(shown(await type(taskOf, '1', deskFor(of, '苏晚晴')))).not.toContain('协调事项')
    expect(buttons(cardIn(answer))['安排调度']).toEqual({ command: 'review', args: { task: 'p1-1', schedule: true } })
    expect(shown(await send(formIn(await press(answer, '处理', desk)), { words: '7月3日前教育局报选址' }, desk))).toContain('协调事项已处理')
    expect(shown(await type(settleCoordination, '1 再处理', desk))).toContain('协调事项已于6月29日(周一)处理')
  })

  it('is for secretaries', async () => {
    const desk = deskFor(busy(), '苏晚晴')
    expect(shown(await act(queue, { decide: 'grant-extension', task: 'p1-1', after: '' }, desk))).toContain('只有督查室')
    expect(desk.recorded).toMatchObject([{ type: 'grant-extension' }])
  })
})

describe('a ruling that is typed', () => {
  it.each([
    ['同意延期 to another day', grantExtension, '1 7月31日', '已同意延期到7月31日'],
    ['维持分工 with its reason', refuseQuestion, '2 方案写明', '维持原分工'],
    ['改派 with a word', upholdQuestion, '2 县住建局 由其牵头', '已改派县住建局'],
  ])('%s is recorded', async (_, command, words, expected) => expect(shown(await type(command, words, deskFor(busy())))).toContain(expected))

  it('改派 to a unit nobody knows offers the nearest', async () => expect(Object.keys(buttons(cardIn(await type(upholdQuestion, '2 县住建厅', deskFor(busy())))))).toContain('县住建局'))
  it('裁定异议 without a reason opens a form, with one is recorded', async () => {
    const of = after(plan(), '2026-06-22', object)
    expect(formIn(await type(ruleObjection, '1 不成立', deskFor(of))).fields.map(({ name }) => name)).toEqual(['reason'])
    expect(shown(await type(ruleObjection, '1 不成立 材料7月1日才到', deskFor(of)))).toContain('异议不成立')
  })
  it('of what nobody asked says so', async () => expect(shown(await type(grantExtension, '3', deskFor(plan())))).toContain('没有待处理的延期申请'))
})

describe('a ruling on a completion where something else of the task waits', () => {
  it.each([['退回', returnClaim, '1 没有材料'], ['退回 without a reason', returnClaim, '1'], ['同意办结', acceptClaim, '1']])('%s says what waits, and leads to it', async (_, command, words) => {
    const of = busy()
    const answer = await type(command, words, deskFor(of))
    expect(shown(answer)).toContain('第1项没有待审核的办结申请')
    expect(shown(answer)).toContain('这一项在等您审的是延期申请。')
    expect(shown(await act(queue, buttons(cardIn(answer))['去审延期申请']?.args, deskFor(of)))).toContain('待审：延期申请 · 1 普惠园建设')
  })
  it('says nothing of it where nothing waits', async () => {
    expect(shown(await type(returnClaim, '1 没有材料', deskFor(plan())))).not.toContain('在等您审')
  })
})

it('a ruling says who is told: whoever asked and the handler, as the message goes to them', async () => {
  const people = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '方叔文', headOf: ['县教育局'] }, { name: '秦朗' })
  change(people, { type: 'name-handler', person: personNamed(people, '秦朗').id, unit: unitId('县教育局') })
  const of = after(plan(), '2026-06-24', askExtension, personNamed(people, '方叔文').id)
  after(of, '2026-06-24', { type: 'hand-item', ...one, to: personNamed(people, '秦朗').id })
  const answer = await type(refuseExtension, '1 不能再拖', deskOf({ today: '2026-06-29', plans: [of], directory: people, asker: '沈若兰' }))
  expect(shown(answer)).toContain('将告知方叔文、秦朗')
})
