// A number that several plans have: only tasks that can be meant are asked about.
import { describe, expect, it } from 'vitest'
import { acceptClaim as acceptCommand } from '#commands/accept-claim.ts'
import { closeReview } from '#commands/close-review.ts'
import { find } from '#commands/find.ts'
import { instruct } from '#commands/instruct.ts'
import { nudge } from '#commands/nudge.ts'
import { pause } from '#commands/pause.ts'
import { refuseExtension } from '#commands/refuse-extension.ts'
import { report } from '#commands/report.ts'
import { resume } from '#commands/resume.ts'
import { snooze } from '#commands/snooze.ts'
import { summary } from '#commands/summary.ts'
import { task as taskCommand } from '#commands/task.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, claim, day, directoryWith, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const both = (): PlanState[] => [planOf([task(2, { lead: '县教育局', title: '甲事' })]), planOf([task(2, { due: '2026-09-30', lead: '县教育局', title: '乙事' })], { id: 'p2', title: '第二个方案' })]
const deskFor = (asker: string, inSecond?: PlanIntent): TestDesk => {
  const [first, second] = both()
  if (first === undefined || second === undefined) throw new Error('there are two plans')
  if (inSecond !== undefined) after(second, '2026-06-01', inSecond)
  return deskOf({ plans: [first, second], directory, asker })
}

describe('a number that two plans have', () => {
  it('is not asked back of whom neither is: they are told whose it is', async () => {
    const answer = shown(await type(report, '2 30 已开工', deskFor('唐一鸣')))
    expect(answer).toContain('承担单位是县教育局')
    expect(answer).not.toContain('请选您要的那一项')
  })

  it('is of the plan in which a completion waits', async () => expect(shown(await type(acceptCommand, '2', deskFor('沈若兰', claim(2, '县教育局', '已建成'))))).toContain('乙事'))
  it('is of the plan in which a later day is asked for', async () =>
    expect((await act(refuseExtension, { task: '2' }, deskFor('沈若兰', { type: 'ask-extension', task: taskNo(2), unit: unitId('县教育局'), day: day('2026-12-31'), reason: '招标流标' }))).kind).toBe('form'))
  it('is of the plan in which it rests, to be resumed', async () => expect(shown(await type(resume, '2 规划已批', deskFor('沈若兰', { type: 'pause-task', task: taskNo(2), reason: '规划未批' })))).toContain('乙事'))
  it('is asked back where both can be meant', async () => expect(shown(await type(pause, '2 规划未批', deskFor('沈若兰')))).toContain('请选您要的那一项'))

  it('keeps what was said with it where the plan is chosen: 加急 and why, the day to be reminded on', async () => {
    const late = () => deskOf({ today: '2026-10-08', plans: both().map((plan) => after(plan, '2026-06-01', { type: 'set-due', task: taskNo(2), day: day('2026-09-30'), reason: '另有安排' })), directory: directoryWith(['县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }), asker: '沈若兰' })
    const runs = async (words: string) => Object.values(buttons(cardIn(await type(nudge, words, late())))).map(({ args }) => args)
    expect(await runs('2 加急 明天市里检查')).toEqual(expect.arrayContaining([expect.objectContaining({ task: 'p2-2', urgent: '明天市里检查' })]))
    expect(await runs('2 加急')).toEqual(expect.arrayContaining([expect.objectContaining({ task: 'p2-2', urge: true })]))
    const contact = deskOf({ today: '2026-09-21', plans: both().map((plan) => (plan.id === 'p2' ? plan : after(plan, '2026-06-01', { type: 'set-due', task: taskNo(2), day: day('2026-09-30'), reason: '另有安排' }))), directory: directoryWith(['县财政局'], { name: '苏晚晴', contactOf: ['县教育局'] }), asker: '苏晚晴' })
    expect(Object.values(buttons(cardIn(await type(snooze, '2 9月24日', contact)))).map(({ args }) => args)).toEqual(expect.arrayContaining([expect.objectContaining({ task: 'p2-2', day: '9月24日' })]))
  })
})

describe('a number that is shown where several plans are there', () => {
  const plans = (): PlanState[] => [planOf([task(2, { lead: '县教育局', title: '甲事', due: '2026-06-01' })]), planOf([task(3, { lead: '县财政局', title: '乙事' })], { id: 'p2', title: '第二个方案' })]
  const people = directoryWith(['县教育局', '县财政局'], { name: '何景川', roles: ['leader'] })
  const two = () => deskOf({ plans: plans(), directory: people, asker: '何景川' })
  const one = () => deskOf({ plans: plans().slice(0, 1), directory: people, asker: '何景川' })

  it('has its plan on its own card, and none where there is one plan', async () => {
    expect([cardIn(await type(taskCommand, 'p1-2', two())).title, cardIn(await type(taskCommand, '2', one())).title]).toEqual(['p1-2 甲事', '2. 甲事'])
    expect(cardIn(await type(taskCommand, 'p1-2', two())).text).toMatch(/^p1-2 甲事/)
  })
  it('has its plan among what was found, though all of it is of one', async () => {
    expect(shown(await type(find, '甲事', two()))).toContain('滞后 p1-2 甲事')
    expect(shown(await type(find, '甲事', one()))).toContain('滞后 2 甲事')
  })
  it('has its plan on a unit’s screen, and none on a plan’s own', async () => {
    expect(shown(await type(summary, '县教育局', two()))).toMatch(/\np1-2 县教育局[^\n]* 甲事/)
    expect(shown(await type(summary, 'p1', two()))).toMatch(/\n2 县教育局[^\n]* 甲事/)
  })
  it('has its plan where it is given out', async () => {
    const sent = await act(instruct, { words: '请县教育局7月10日前拿出方案', plan: 'p1', due: '2026-07-10', send: true }, two())
    expect(shown(sent)).toContain('已下发：p1-3 ')
  })
})

describe('what no plan has', () => {
  it('is refused at once, and not asked of which plan it is', async () => {
    const answer = shown(await type(closeReview, 'r1 月底前交地', deskFor('沈若兰')))
    expect(answer).toContain('没有找到调度“r1”')
    expect(answer).not.toContain('请选择方案')
  })
})
