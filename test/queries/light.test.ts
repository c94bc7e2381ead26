import { describe, expect, it } from 'vitest'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { lightOf, taskLight, type Lit } from '#src/queries/light.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { whyLine } from '#templates/light-words.ts'
import { plain } from '#templates/rich.ts'
import { acceptClaim, after, change, claim, day, directoryWith, planOf, planWith, report, returnClaim, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const lead = '县教育局'
const group = directoryWith(['溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }])

/** The light of the lead of task 1, on a day. */
const litOn = (today: string, plan: PlanState, unit = lead): Lit => {
  const [found, assignment] = [plan.tasks.get(taskNo(1)), plan.assignments.get(keyOf(taskNo(1), unitId(unit)))]
  if (found === undefined || assignment === undefined) throw new Error('no such part')
  return lightOf(viewOn(today, plan, group), found, assignment)
}
const colourOn = (today: string, plan: PlanState): string => litOn(today, plan).light

const dated = () => planWith(task(1, { due: '2026-06-30', lead }))
const undated = () => planWith(task(1, { lead }))
const unbound = () => planWith(task(1, { lead, due: { kind: 'unbound', said: '20__年6月' } }))

describe('✅ 已办结', () => {
  it('once the secretary accepted', () => expect(litOn('2026-07-29', after(after(dated(), '2026-05-06', claim(1, lead)), '2026-05-07', acceptClaim(1, lead)))).toEqual({ light: 'done', why: { rule: 'accepted', on: '2026-05-07' } }))
  it('also where it came late', () => expect(colourOn('2026-07-29', after(after(dated(), '2026-07-06', claim(1, lead)), '2026-07-07', acceptClaim(1, lead)))).toBe('done'))
  it('also where it was reported blocked before', () => {
    const blocked = after(dated(), '2026-04-01', report(1, lead, { state: 'blocked', problem: '用地未批' }))
    expect(colourOn('2026-07-29', after(after(blocked, '2026-05-06', claim(1, lead)), '2026-05-07', acceptClaim(1, lead)))).toBe('done')
  })
})

describe('🔴 滞后', () => {
  it('not on the day itself', () => expect(colourOn('2026-06-30', dated())).toBe('yellow'))
  it('from the day after the date, with the days and the date', () => expect(litOn('2026-07-01', dated())).toEqual({ light: 'red', why: { rule: 'overdue', due: '2026-06-30', days: 1 } }))
  it('counts calendar days, for that is what people count', () => expect(litOn('2026-07-29', dated()).why).toMatchObject({ days: 29 }))
  it('says the problem that was reported', () => expect(litOn('2026-07-01', after(dated(), '2026-06-10', report(1, lead, { state: 'difficulty', problem: '资金未到' }))).why).toMatchObject({ rule: 'overdue', problem: '资金未到' }))
  it('also where the last report was that all is well', () => expect(colourOn('2026-07-01', after(dated(), '2026-06-29', report(1, lead, { progress: 99 })))).toBe('red'))
  it('where it was reported blocked, long before the date', () => expect(litOn('2026-02-03', after(dated(), '2026-02-02', report(1, lead, { state: 'blocked', problem: '用地未批' })))).toEqual({ light: 'red', why: { rule: 'blocked', problem: '用地未批', on: '2026-02-02' } }))
  it('no longer, once the blocked one is reported normal', () => expect(colourOn('2026-02-04', after(after(dated(), '2026-02-02', report(1, lead, { state: 'blocked', problem: '用地未批' })), '2026-02-03', report(1, lead)))).toBe('green'))
  it('stays where the claim came late: it is the secretary’s turn, and it is late all the same', () => expect(litOn('2026-07-06', after(dated(), '2026-07-01', claim(1, lead)))).toMatchObject({ light: 'red', why: { rule: 'overdue', claimedOn: '2026-07-01' } }))
  it('comes with the plan’s last day, where the text gives no date (默认)', () => expect(litOn('2029-01-04', after(undated(), '2028-12-29', report(1, lead)))).toMatchObject({ light: 'red', why: { rule: 'overdue', due: '2028-12-31' } }))
  it('comes at no day at all, where neither the text nor the plan gives one', () => {
    const plan = undated()
    delete plan.period
    expect(colourOn('2039-01-04', plan)).not.toBe('red')
  })
  it('follows a date that was moved', () => expect(colourOn('2026-07-29', after(dated(), '2026-06-01', { type: 'set-due', task: taskNo(1), day: '2026-09-30' as never, reason: '批复推迟' }))).not.toBe('red'))
})

describe('🟡 预警', () => {
  it('not at eleven working days before the date', () => expect(colourOn('2026-06-12', dated())).toBe('green'))
  it('from ten working days before the date', () => expect(litOn('2026-06-15', dated())).toEqual({ light: 'yellow', why: { rule: 'due-soon', due: '2026-06-30', workingDaysLeft: 10 } }))
  it('where it was reported in difficulty', () => expect(litOn('2026-02-03', after(dated(), '2026-02-02', report(1, lead, { state: 'difficulty', problem: '资金未到' })))).toEqual({ light: 'yellow', why: { rule: 'difficulty', problem: '资金未到', on: '2026-02-02' } }))
  it('where it was claimed in time: the unit’s clock stops', () => expect(litOn('2026-07-29', after(dated(), '2026-06-30', claim(1, lead)))).toEqual({ light: 'yellow', why: { rule: 'claim-waiting', claimedOn: '2026-06-30' } }))
  it('where it was blocked, and claimed since', () => expect(colourOn('2026-05-07', after(after(dated(), '2026-05-05', report(1, lead, { state: 'blocked', problem: '用地未批' })), '2026-05-06', claim(1, lead)))).toBe('yellow'))
  it('where it was sent back', () => expect(litOn('2026-03-04', after(after(dated(), '2026-03-02', claim(1, lead)), '2026-03-03', returnClaim(1, lead, '缺材料')))).toEqual({ light: 'yellow', why: { rule: 'returned', reason: '缺材料', on: '2026-03-03' } }))
  it('not where it was sent back after the date: a return starts the clock again, and it is red', () => expect(colourOn('2026-07-06', after(after(dated(), '2026-06-30', claim(1, lead)), '2026-07-03', returnClaim(1, lead)))).toBe('red'))
  it('not yet where the only quarter that closed did so before the hand-out', () => expect(colourOn('2026-04-01', planOf([task(1, { lead })], { handedOutOn: '2026-04-01' }))).toBe('green'))
  it('where the last quarter closed without a word on a task without a date', () => expect(litOn('2026-04-01', undated())).toMatchObject({ light: 'yellow', why: { rule: 'unanswered', round: '2026Q1' } }))
  it('says that the round was closed before its last day, and that nobody of the unit could be asked', () => {
    const opened = after(undated(), '2026-07-01', { type: 'open-round', title: '7月10日报送', tasks: [taskNo(1)], since: day('2026-07-01'), until: day('2026-07-10') })
    const closed = after(opened, '2026-07-02', { type: 'close-round', round: 'n1' })
    const silent = directoryWith(['县教育局'])
    const asked = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] })
    const why = (directory: typeof asked) => taskLight(viewOn('2026-07-02', closed, directory), taskNo(1)).why
    expect(why(asked)).toEqual({ rule: 'unanswered', round: 'n1', title: '7月10日报送', closedOn: '2026-07-02' })
    expect(why(silent)).toMatchObject({ rule: 'unanswered', nobody: true })
    expect(plain(whyLine(why(asked), 'zh', day('2026-07-02')))).toBe('“7月10日报送”未报进展（7月2日提前结束）')
    expect(plain(whyLine(why(silent), 'zh', day('2026-07-02')))).toBe('“7月10日报送”未报进展（7月2日提前结束，单位没有联络员，没有人收到）')
  })
  it('not while the round is reopened for the unit, and again once those days are over', () => {
    const opened = after(undated(), '2026-07-01', { type: 'open-round', title: '半年进展', tasks: [taskNo(1)], since: day('2026-07-01'), until: day('2026-07-10') })
    const reopened = after(opened, '2026-07-13', { type: 'reopen-round', round: 'n1', unit: unitId(lead), until: day('2026-07-15') })
    expect(['2026-07-13', '2026-07-15', '2026-07-16'].map((on) => colourOn(on, reopened))).toEqual(['green', 'green', 'yellow'])
  })
  it('not where a word was said in it', () => expect(colourOn('2026-04-01', after(undated(), '2026-03-31', report(1, lead)))).toBe('green'))
  it('no longer, once a word is said late', () => expect(colourOn('2026-04-03', after(undated(), '2026-04-02', report(1, lead)))).toBe('green'))
  it('stays where another unit carries the work on since', () => {
    const [old, next] = [unitId('县文广新局'), unitId('县文旅局')]
    const directory = directoryWith([old, next])
    const of = after(planWith(task(1, { lead: old })), '2026-07-02', { type: 'succeed-unit', from: old, to: next })
    change(directory, { type: 'set-succession', from: old, to: next, on: day('2026-07-02') }, '2026-07-02')
    expect(taskLight(viewOn('2026-07-03', of, directory), taskNo(1))).toMatchObject({ light: 'yellow', why: { rule: 'unanswered', round: '2026Q2' } })
    expect(taskLight(viewOn('2026-07-03', after(of, '2026-07-02', report(1, next)), directory), taskNo(1)).light).toBe('green')
  })
  it('again, one silent quarter later', () => expect(litOn('2026-07-01', after(undated(), '2026-03-31', report(1, lead)))).toMatchObject({ why: { rule: 'unanswered', round: '2026Q2' } }))
  it('not for a silent quarter where the task has a date of its own: it was not asked', () => expect(colourOn('2026-04-01', dated())).toBe('green'))
  it('not for a silent supporting unit: it answers by exception', () => expect(litOn('2026-04-01', planWith(task(1, { lead, support: ['县财政局'] })), '县财政局').light).toBe('green'))
})

describe('🟢 正常', () => {
  it('where it was handed out and nothing is due yet', () => expect(litOn('2026-01-07', dated())).toEqual({ light: 'green', why: { rule: 'nothing-due' } }))
  it('shows as 自报 where nothing was said but 正常推进', () => expect(litOn('2026-02-03', after(dated(), '2026-02-02', report(1, lead)))).toEqual({ light: 'green', why: { rule: 'reported', on: '2026-02-02', bare: true } }))
  it('does not, where it was said what was done', () => expect(litOn('2026-02-03', after(dated(), '2026-02-02', report(1, lead, { done: '完成设计' }))).why).toMatchObject({ bare: false }))
})

describe('⚪ 待定', () => {
  it('before the plan is handed out, whatever the date', () => expect(litOn('2026-07-29', planOf([task(1, { due: '2026-06-30', lead })], { handedOutOn: false }))).toEqual({ light: 'pending', why: { rule: 'not-handed-out' } }))
  it('where the year stands blank, whatever the day', () => expect(litOn('2026-02-03', unbound())).toEqual({ light: 'pending', why: { rule: 'year-unbound', said: '20__年6月' } }))
  it('where the year stands blank and all is reported well', () => expect(colourOn('2039-01-04', after(unbound(), '2038-12-30', report(1, lead)))).toBe('pending'))
  it('not where it is blank and reported blocked', () => expect(colourOn('2026-02-03', after(unbound(), '2026-02-02', report(1, lead, { state: 'blocked', problem: '用地未批' })))).toBe('red'))
})

describe('a group that answers', () => {
  const towns = () => planWith(task(1, { lead: '各乡镇' }))
  const town = (plan: PlanState, on: string, member: string, facts: Parameters<typeof report>[2] = {}): PlanState => after(plan, on, report(1, '各乡镇', { ...facts, member }))
  const litGroup = (today: string, plan: PlanState) => litOn(today, plan, '各乡镇')

  it('has not answered while one of its members has not', () => expect(litGroup('2026-04-01', town(towns(), '2026-02-02', '溪口镇')).why).toMatchObject({ rule: 'unanswered' }))
  it('has answered when all its members have', () => expect(litGroup('2026-04-01', town(town(towns(), '2026-02-02', '溪口镇'), '2026-02-03', '青石镇')).light).toBe('green'))
  it('is blocked where one of its members is, and says why', () => expect(litGroup('2026-02-04', town(town(towns(), '2026-02-02', '溪口镇', { state: 'blocked', problem: '学生失联' }), '2026-02-03', '青石镇'))).toMatchObject({ light: 'red', why: { rule: 'blocked', problem: '学生失联' } }))
})

describe('a later day that one of a group asked for', () => {
  const asked = (): PlanState => after(planWith(task(1, { lead: '各乡镇', due: '2026-12-30' })), '2026-06-01', { type: 'ask-extension', task: taskNo(1), unit: unitId('各乡镇'), member: unitId('溪口镇'), day: day('2027-01-20'), reason: '雨季' })
  const of = { task: taskNo(1), unit: unitId('各乡镇'), member: unitId('溪口镇') }
  const card = (of: PlanState) => taskCard(viewOn('2026-06-10', of, group), taskNo(1))

  it('waits in its light', () => expect(card(asked())).toMatchObject({ why: { rule: 'extension-waiting' }, sides: ['extension-asked'], extension: { reason: '雨季' } }))
  it('waits nowhere any more once that member is done: nobody could end it', () => {
    const done = card(after(after(asked(), '2026-06-02', { type: 'claim', ...of, words: '已完成' }), '2026-06-03', { type: 'accept-claim', ...of }))
    expect(done).toMatchObject({ why: { rule: 'nothing-due' }, sides: [] })
    expect(done).not.toHaveProperty('extension')
  })
})

describe('a group of which some have claimed', () => {
  const claimed = (on: string, ...members: string[]): PlanState => {
    const of = planWith(task(1, { due: '2026-06-30', lead: '各乡镇' }))
    for (const member of members) after(of, on, { type: 'claim', task: taskNo(1), unit: unitId('各乡镇'), member: unitId(member), words: '已完成' })
    return of
  }
  const why = (today: string, of: PlanState) => taskLight(viewOn(today, of, group), taskNo(1)).why
  it('is overdue for the others alone, and says how many and who', () => expect(why('2026-07-06', claimed('2026-06-29', '溪口镇'))).toEqual({ rule: 'overdue', due: '2026-06-30', days: 6, members: { claimed: 1, of: 2, running: ['青石镇'] } }))
  it('says nothing of it where none has', () => expect(why('2026-07-06', claimed('2026-06-29'))).toEqual({ rule: 'overdue', due: '2026-06-30', days: 6 }))
  it('waits for the review once all have, in time', () => expect(why('2026-07-06', claimed('2026-06-29', '溪口镇', '青石镇'))).toMatchObject({ rule: 'claim-waiting' }))
})

describe('a task', () => {
  const lit = (today: string, plan: PlanState) => taskLight(viewOn(today, plan), taskNo(1))
  const blocked = { state: 'blocked' as const, problem: '用地未批' }

  it('has the light of its lead', () => expect(lit('2026-02-03', after(planWith(task(1, { lead, responsible: ['县财政局'] })), '2026-02-02', report(1, lead, blocked)))).toMatchObject({ light: 'red', unit: lead }))
  it('has the light of a presumed lead', () => expect(lit('2026-02-03', after(planWith(task(1, { presumed: lead, responsible: ['县财政局'] })), '2026-02-02', report(1, lead, blocked)))).toMatchObject({ light: 'red', unit: lead }))
  it('is not turned by a supporting unit, which is counted beside it (配合滞后1)', () => {
    expect(lit('2026-02-03', after(planWith(task(1, { lead, support: ['县财政局', '县发改局'] })), '2026-02-02', report(1, '县财政局', blocked)))).toMatchObject({ light: 'green', supportRed: 1 })
  })
  it('without a lead has the worst of its responsible units', () => {
    const plan = after(planWith(task(1, { responsible: ['甲局', '乙局', '丙局'] })), '2026-02-02', report(1, '乙局', blocked))
    expect(lit('2026-02-03', plan)).toMatchObject({ light: 'red', unit: '乙局', supportRed: 0 })
  })
  it('without a lead is done only when all its responsible units are', () => {
    const half = after(after(planWith(task(1, { responsible: ['甲局', '乙局'] })), '2026-02-02', claim(1, '甲局')), '2026-02-03', acceptClaim(1, '甲局'))
    expect(lit('2026-02-04', half).light).toBe('green')
    expect(lit('2026-02-06', after(after(half, '2026-02-05', claim(1, '乙局')), '2026-02-06', acceptClaim(1, '乙局'))).light).toBe('done')
  })
  it('is not held up by those a standing clause binds', () => {
    const plan = after(after(planWith(task(1, { responsible: ['甲局'], standing: ['各乡镇'] })), '2026-02-02', claim(1, '甲局')), '2026-02-03', acceptClaim(1, '甲局'))
    expect(lit('2026-02-04', plan).light).toBe('done')
  })
  it('that nobody is named for waits for a unit', () => expect(lit('2026-02-03', planWith(task(1, { due: '2026-01-30' })))).toEqual({ light: 'pending', why: { rule: 'no-unit' }, supportRed: 0 }))
})

describe('what a unit asks of the secretary', () => {
  const extension = (on: string): PlanState => after(dated(), on, { type: 'ask-extension', task: taskNo(1), unit: unitId(lead), day: day('2026-09-30'), reason: '招标流标' })

  it('makes the light yellow while an extension waits', () => expect(litOn('2026-06-02', extension('2026-06-01'))).toEqual({ light: 'yellow', why: { rule: 'extension-waiting', day: '2026-09-30', on: '2026-06-01' } }))
  it('stops its clock, where it asked in time', () => expect(colourOn('2026-07-02', extension('2026-06-30'))).toBe('yellow'))
  it('launders no red, where it asked too late', () => expect(litOn('2026-07-02', extension('2026-07-01')).why.rule).toBe('overdue'))
  it('shows a part that is in question', () => expect(litOn('2026-03-02', after(undated(), '2026-03-01', { type: 'question-part', task: taskNo(1), unit: unitId(lead), about: 'not-ours', words: '' })).why.rule).toBe('in-question'))
  it('rests while the task is paused', () => expect(litOn('2026-07-29', after(dated(), '2026-06-01', { type: 'pause-task', task: taskNo(1), reason: '等文件' }))).toEqual({ light: 'pending', why: { rule: 'paused', on: '2026-06-01', reason: '等文件' } }))
})

it('an extension that nobody ruled on hides red no longer than to the day it asked for', () => {
  const asked = after(dated(), '2026-06-25', { type: 'ask-extension', task: taskNo(1), unit: unitId(lead), day: day('2026-07-15'), reason: '雨季' })
  expect([colourOn('2026-07-15', asked), colourOn('2026-07-16', asked)]).toEqual(['yellow', 'red'])
})
