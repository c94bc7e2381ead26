// A part that passes to another unit, and what waited on it: who is told of what.
import { describe, expect, it } from 'vitest'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { queue } from '#src/queries/queue.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { byDefault, acceptClaim, after, claim, day, nineOn, personNamed, planOf, report, stampOf, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { directory, by, two, plan, disown, passed, due, told, read } from './what-was-asked.ts'

describe('a part that passes to another unit', () => {
  it('is told to both, once each: what the new one needs, and that the old one is rid of it', () => {
    expect(told(passed(), '2026-06-29')).toEqual(['唐一鸣 ruled', '顾青山 part-received'])
    expect(read(passed(), '唐一鸣', '2026-06-29')).toMatch(/^已改派县住建局：2 学校经费，不用再报\n督查室：由住建局统筹/)
    expect(read(passed(), '顾青山', '2026-06-29')).toMatch(/^请接手：2 学校经费，改由贵单位牵头，原由县财政局承担\n时限：12月31日\(周四\)\n最近填报：正常推进，进度30%：已测算300万元\n督查室：由住建局统筹/)
  })
  it('comes in the first message of a unit that is new to the plan, not in one beside it', () => {
    const parcels = parcelsOwed(noticesDue(viewOn('2026-06-29', passed(), directory), '08:10'), { notice: () => false, parcel: () => false }, day('2026-06-29'), '08:10', workCalendar, byDefault)
    expect(parcels.filter(({ to }) => to === by('顾青山')).map(({ notices }) => notices.map(({ kind }) => kind))).toEqual([['handed-out', 'part-received']])
  })
})

describe('what waits on a part that becomes another unit’s', () => {
  const waiting = (): PlanState => {
    const of = disown(plan())
    after(of, '2026-06-24', { type: 'ask-extension', ...two, day: day('2027-03-31'), reason: '资金未到位' }, by('唐一鸣'))
    return after(of, '2026-06-24', { type: 'object', ...two, about: 'light', against: '滞后', words: '已拨付' }, by('唐一鸣'))
  }
  it('is closed with 改派, waits for nobody, and whoever asked is told of each', () => {
    const now = passed(waiting())
    expect(queue([viewOn('2026-06-29', now, directory)]).map(({ kind }) => kind)).toEqual([])
    expect(told(now, '2026-06-29')).toEqual(['唐一鸣 ruled', '顾青山 part-received', '唐一鸣 ended', '唐一鸣 ended'])
    const person = personNamed(directory, '唐一鸣')
    const read = renderText(digest({ parcel: { key: 'd', to: person.id, notices: due(now, '2026-06-29').filter(({ to }) => to === person.id) }, view: () => viewOn('2026-06-29', now, directory), person, directory, lang: 'zh', sentAt: nineOn('2026-06-29') }))
    expect(read).toContain('延期申请不再处理：2 学校经费，已改派县住建局')
    expect(read).toContain('异议不再处理：2 学校经费，已改派县住建局')
  })
  it('does not wait again should the part come back', () => {
    const now = passed(waiting())
    after(now, '2026-06-30', { type: 'question-part', task: taskNo(2), unit: unitId('县住建局'), about: 'not-ours', words: '' }, by('顾青山'))
    after(now, '2026-07-01', { type: 'uphold-question', task: taskNo(2), unit: unitId('县住建局'), to: unitId('县财政局'), words: '' }, by('沈若兰'))
    expect(queue([viewOn('2026-07-01', now, directory)])).toEqual([])
  })
  it('goes on with it where one unit carries on the work of another, also where that one has a part of its own', () => {
    const of = planOf([task(2, { title: '学校经费', due: '2026-12-31', lead: '县财政局', support: ['县住建局'] })])
    after(of, '2026-06-24', { type: 'ask-extension', ...two, day: day('2027-03-31'), reason: '资金未到位' }, by('唐一鸣'))
    after(of, '2026-06-24', report(2, '县住建局', { progress: 10 }), by('顾青山'))
    after(of, '2026-06-25', { type: 'succeed-unit', from: unitId('县财政局'), to: unitId('县住建局') })
    expect(queue([viewOn('2026-06-25', of, directory)]).map(({ kind, unit }) => [kind, unit])).toEqual([['extension', '县住建局']])
  })
  it('of the unit that takes the part stays with it, though it was done with what it helped', () => {
    const of = disown(planOf([task(2, { title: '学校经费', due: '2026-12-31', lead: '县财政局', support: ['县住建局'] })]))
    const helping = { task: taskNo(2), unit: unitId('县住建局') }
    after(of, '2026-06-24', { type: 'object', ...helping, about: 'light', against: '滞后', words: '已完成' }, by('顾青山'))
    after(after(of, '2026-06-25', claim(2, '县住建局')), '2026-06-26', acceptClaim(2, '县住建局'))
    expect(queue([viewOn('2026-06-29', passed(of), directory)]).map(({ kind }) => kind)).toEqual(['objection'])
  })
})

describe('what waits and ends without a ruling', () => {
  const both = (): PlanState => planOf([task(2, { title: '学校经费', due: '2026-12-31', lead: '县财政局', support: ['县住建局'] })])
  const helping = { task: taskNo(2), unit: unitId('县住建局') }
  const asking = (of: PlanState): PlanState => {
    after(of, '2026-06-23', { type: 'ask-extension', ...two, day: day('2027-03-31'), reason: '资金未到位' }, by('唐一鸣'))
    return after(of, '2026-06-24', { type: 'ask-extension', ...helping, day: day('2027-06-30'), reason: '用地未批' }, by('顾青山'))
  }
  it('where two parts become one, each with one of a kind: one waits on, and whoever asked the other is told what to do', () => {
    const of = after(asking(both()), '2026-06-25', { type: 'succeed-unit', from: unitId('县财政局'), to: unitId('县住建局') })
    expect(queue([viewOn('2026-06-25', of, directory)]).map(({ kind, unit, by: asker }) => [kind, unit, asker])).toEqual([['extension', '县住建局', by('唐一鸣')]])
    expect(told(of, '2026-06-25').filter((line) => line.endsWith('ended'))).toEqual(['顾青山 ended'])
    expect(read(of, '顾青山', '2026-06-25')).toContain('延期申请不再处理：2 学校经费，单位合并后同类的只留一件；情况不同的请重新提出')
  })
  it('a completion goes on waiting with the part, also where the other unit has spoken of its own', () => {
    const of = after(both(), '2026-06-23', report(2, '县住建局', { progress: 40 }), by('顾青山'))
    after(of, '2026-06-24', claim(2, '县财政局'), by('唐一鸣'))
    after(of, '2026-06-25', { type: 'succeed-unit', from: unitId('县财政局'), to: unitId('县住建局') })
    expect(queue([viewOn('2026-06-25', of, directory)]).map(({ kind, unit }) => [kind, unit])).toEqual([['claim', '县住建局']])
  })
  it('with a task that is withdrawn, whoever asked is told so', () => {
    const of = asking(both())
    evolvePlan(of, { type: 'task-withdrawn', task: taskNo(2), source: 's2' }, stampOf('2026-06-25', by('沈若兰')))
    expect(told(of, '2026-06-25').filter((line) => line.endsWith('ended'))).toEqual(['唐一鸣 ended', '顾青山 ended'])
    expect(read(of, '唐一鸣', '2026-06-25')).toContain('延期申请不再处理：2 学校经费，任务已撤销，不用再办')
  })
})
