import { describe, expect, it } from 'vitest'
import type { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { queue } from '#src/queries/queue.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { byDefault, acceptClaim, after, change, claim, day, directoryWith, nineOn, personNamed, planOf, report, stampOf, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'

const directory = directoryWith(
  [], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '柳依依', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '顾青山', contactOf: ['县住建局'] },
)
const by = (name: string): PersonId => personNamed(directory, name).id
const one = { task: taskNo(1), unit: unitId('县教育局') }
const two = { task: taskNo(2), unit: unitId('县财政局') }
const plan = (): PlanState => planOf([task(1, { title: '普惠园建设', due: '2026-12-31', lead: '县教育局' }), task(2, { title: '学校经费', due: '2026-12-31', lead: '县财政局' })])
const ask = (of: PlanState, on = '2026-06-24'): PlanState => after(of, on, { type: 'ask-extension', ...one, day: day('2027-03-31'), reason: '土地指标未批' }, by('苏晚晴'))
const disown = (of: PlanState): PlanState => after(of, '2026-06-24', { type: 'question-part', ...two, about: 'not-ours', words: '资金不由我局安排' }, by('唐一鸣'))
const passed = (of = disown(after(plan(), '2026-06-10', report(2, '县财政局', { progress: 30, done: '已测算300万元' })))): PlanState =>
  after(of, '2026-06-29', { type: 'uphold-question', ...two, to: unitId('县住建局'), words: '由住建局统筹' }, by('沈若兰'))
const refuse = (of: PlanState, on: string): PlanState => after(of, on, { type: 'refuse-extension', ...one, reason: '还有半年' } satisfies PlanIntent, by('沈若兰'))

const kinds = new Set<Notice['kind']>(['petition-waits', 'coordination-waits', 'ruled', 'accepted', 'ended', 'part-received', 'course-changed', 'pause-ends', 'recorded-for'])
const due = (now: PlanState, today: string): Notice[] => noticesDue(viewOn(today, now, directory), '09:00').filter(({ kind }) => kinds.has(kind))
const told = (now: PlanState, today: string): string[] => due(now, today).map(({ to, kind }) => `${directory.people.get(to)?.name} ${kind}`)
function read(now: PlanState, name: string, today: string): string {
  const person = personNamed(directory, name)
  const card = digest({ parcel: { key: 'd', to: person.id, notices: due(now, today).filter(({ to }) => to === person.id) }, view: () => viewOn(today, now, directory), person, directory, lang: 'zh', sentAt: nineOn(today) })
  expectGoodCard(card)
  return renderText(card)
}

describe('who says that a task is not theirs', () => {
  const of = (facts = {}): PlanState => planOf([task(1, { title: '普惠园建设', lead: '县财政局' })], { handedOutOn: '2026-06-15', obligations: [{ id: 'c1', task: taskNo(1), every: 'month', times: 1, what: '公开进展', text: '每月公开进展', ...facts }] })
  const question = (now: PlanState): PlanState => after(now, '2026-06-24', { type: 'question-part', task: taskNo(1), unit: unitId('县财政局'), about: 'not-ours', words: '' }, by('唐一鸣'))
  const asked = (now: PlanState): string[] => noticesDue(viewOn('2026-06-25', now, directory), '09:00').filter(({ kind }) => kind === 'occurrence-due' || kind === 'milestones-asked').map(({ to, kind }) => `${directory.people.get(to)?.name} ${kind}`)
  it('is not asked for its duty of the month nor for its milestones, until somebody says no', () => {
    expect(asked(of())).toEqual(['唐一鸣 milestones-asked', '唐一鸣 occurrence-due'])
    expect(asked(question(of()))).toEqual([])
    expect(asked(after(question(of()), '2026-06-25', { type: 'refuse-question', task: taskNo(1), unit: unitId('县财政局'), reason: '按方案' }, by('沈若兰')))).toEqual(['唐一鸣 milestones-asked', '唐一鸣 occurrence-due'])
  })
  it('is asked for a duty that the plan gives them by name', () => expect(asked(question(of({ debtor: unitId('县财政局') })))).toEqual(['唐一鸣 occurrence-due']))
})

describe('what waits for a ruling', () => {
  it('is told to the secretary in one line, however many', () => {
    const now = disown(ask(plan()))
    expect(told(now, '2026-06-25')).toEqual(['沈若兰 petition-waits', '沈若兰 petition-waits'])
    expect(read(now, '沈若兰', '2026-06-25')).toMatch(/^待审2件：延期申请1、分工疑问1/)
  })
  it('is told once, and again after five working days', () => {
    const now = ask(plan())
    const keys = (today: string): string[] => due(now, today).map(({ key }) => key)
    expect(keys('2026-06-25')).toEqual(keys('2026-06-30'))
    expect(keys('2026-06-25')).not.toEqual(keys('2026-07-01'))
  })
  it('waits for the morning’s digest', () => {
    const parcels = parcelsOwed(due(ask(plan()), '2026-06-25'), { notice: () => false, parcel: () => false }, day('2026-06-25'), '09:00', workCalendar, byDefault)
    expect(parcels.map(({ key }) => key)).toEqual(['digest/u1/2026-06-25'])
  })
  it('says so once it is done, of what it told of and not of the whole queue', () => {
    const notices = due(ask(plan()), '2026-06-25')
    const now = refuse(ask(plan()), '2026-06-25')
    const person = personNamed(directory, '沈若兰')
    expect(renderText(digest({ parcel: { key: 'd', to: person.id, notices }, view: () => viewOn('2026-06-25', now, directory), person, directory, lang: 'zh', sentAt: nineOn('2026-06-25') }))).toContain('✅ 这条里的申请都已处理')
  })
  it('did not end with an acceptance that was taken back: it waits on, and its ruling is all that is told', () => {
    const now = after(after(ask(plan()), '2026-06-25', claim(1, '县教育局'), by('苏晚晴')), '2026-06-26', acceptClaim(1, '县教育局'), by('沈若兰'))
    expect(told(now, '2026-06-26')).toContain('苏晚晴 ended')
    after(now, '2026-06-26', { type: 'undo' }, by('沈若兰'))
    expect(told(now, '2026-06-26')).not.toContain('苏晚晴 ended')
    expect(told(refuse(now, '2026-06-29'), '2026-06-29').filter((line) => line.startsWith('苏晚晴'))).toEqual(['苏晚晴 ruled'])
  })
  it('of two units that name each other is a line with both quotes, to no leader', () => {
    const now = planOf([task(1, { title: '普惠园建设', lead: '县教育局', support: ['县住建局'], due: '2026-12-31' })])
    after(now, '2026-06-22', report(1, '县教育局', { state: 'blocked', problem: '县住建局未交地' }))
    after(now, '2026-06-23', report(1, '县住建局', { state: 'blocked', problem: '县教育局未报选址' }))
    expect(told(now, '2026-06-25')).toEqual(['沈若兰 coordination-waits'])
    expect(read(now, '沈若兰', '2026-06-25')).toMatch(/^两家互指：1 普惠园建设，县教育局与县住建局\n县教育局：“县住建局未交地”\n县住建局：“县教育局未报选址”/)
  })
})

describe('a ruling', () => {
  it('is told to whoever asked, with the reason, and to nobody beside them', () => {
    const now = refuse(ask(plan()), '2026-06-29')
    expect(told(now, '2026-06-29')).toEqual(['苏晚晴 ruled'])
    expect(read(now, '苏晚晴', '2026-06-29')).toMatch(/^延期未同意：1 普惠园建设，仍于12月31日\(周四\)到期\n督查室：还有半年/)
  })
  it('is a message of its own, at the next sending hour', () => {
    const notices = due(refuse(ask(plan()), '2026-06-29'), '2026-06-29')
    const parcels = (time: string): string[] => parcelsOwed(notices, { notice: () => false, parcel: () => false }, day('2026-06-29'), time, workCalendar, byDefault).map(({ key }) => key.split('/')[0] ?? '')
    expect([parcels('07:30'), parcels('08:10')]).toEqual([[], ['prompt']])
  })
  it('that grants says 现定 and 原定', () => expect(read(after(ask(plan()), '2026-06-29', { type: 'grant-extension', ...one }), '苏晚晴', '2026-06-29')).toContain('延期已同意：1 普惠园建设，现定2027年3月31日(周三)，原定12月31日(周四)'))
  it('is told under one key, whoever reads it when', () => {
    const now = refuse(ask(plan()), '2026-06-29')
    expect(due(now, '2026-06-29').map(({ key }) => key)).toEqual(due(now, '2026-07-03').map(({ key }) => key))
  })
  it('overtaken by another petition is not told any more, and the next ruling has a key of its own', () => {
    const now = refuse(ask(plan()), '2026-06-29')
    const [first] = due(now, '2026-06-29')
    ask(now, '2026-06-30')
    expect(told(now, '2026-06-30')).toEqual(['沈若兰 petition-waits'])
    const [second] = due(refuse(now, '2026-07-01'), '2026-07-01')
    expect(second?.key).not.toBe(first?.key)
  })
  it('is news for ten working days', () => expect(told(refuse(ask(plan()), '2026-06-29'), '2026-07-14')).toEqual([]))
  it('that was taken back says so where it was told', () => {
    const now = refuse(ask(plan()), '2026-06-29')
    const notices = due(now, '2026-06-29')
    after(now, '2026-06-29', { type: 'undo' }, by('沈若兰'))
    const person = personNamed(directory, '苏晚晴')
    expect(renderText(digest({ parcel: { key: 'd', to: person.id, notices }, view: () => viewOn('2026-06-29', now, directory), person, directory, lang: 'zh' }))).toContain('督查室已收回这项裁定')
  })
  describe('that was told, drawn again after the unit has asked for another day', () => {
    const redrawn = (now: PlanState, notices: Notice[], today: string): string => {
      const person = personNamed(directory, '苏晚晴')
      return renderText(digest({ parcel: { key: 'd', to: person.id, notices }, view: () => viewOn(today, now, directory), person, directory, lang: 'zh' }))
    }
    const grant = (of: PlanState, on: string): PlanState => after(of, on, { type: 'grant-extension', ...one }, by('沈若兰'))
    const askMore = (of: PlanState, on: string): PlanState => after(of, on, { type: 'ask-extension', ...one, day: day('2027-06-30'), reason: '汛期停工' }, by('苏晚晴'))

    it('still says what was granted, and is not taken back by the asking', () => {
      const now = grant(ask(plan()), '2026-06-29')
      const notices = due(now, '2026-06-29')
      const read = redrawn(askMore(now, '2026-06-30'), notices, '2026-06-30')
      expect(read).toContain('延期已同意：1 普惠园建设，现定2027年3月31日(周三)')
      expect(read).not.toContain('收回')
    })
    it('names the day that stands once the other is granted too', () => {
      const now = grant(ask(plan()), '2026-06-29')
      const notices = due(now, '2026-06-29')
      expect(redrawn(grant(askMore(now, '2026-06-30'), '2026-07-01'), notices, '2026-07-01')).toContain('延期已同意：1 普惠园建设，当时延到2027年3月31日(周三)，现定2027年6月30日(周三)')
    })
    it('still says that it was refused, and why', () => {
      const now = refuse(ask(plan()), '2026-06-29')
      const notices = due(now, '2026-06-29')
      expect(redrawn(askMore(now, '2026-06-30'), notices, '2026-06-30')).toMatch(/延期未同意：1 普惠园建设，仍于12月31日\(周四\)到期\n督查室：还有半年/)
    })
  })
  it('that refuses names the date that stands, where it was moved meanwhile', () => {
    const now = ask(plan())
    after(now, '2026-06-25', { type: 'set-due', task: taskNo(1), day: day('2027-01-15'), reason: '会议定的' }, by('沈若兰'))
    expect(read(refuse(now, '2026-06-29'), '苏晚晴', '2026-06-29')).toContain('延期未同意：1 普惠园建设，仍于2027年1月15日(周五)到期')
  })
})

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

describe('whoever is told of a ruling', () => {
  const people = (asker: object, ...others: Parameters<typeof directoryWith>[1][]) => directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', ...asker }, { name: '柳依依', contactOf: ['县教育局'] }, ...others)
  const toldBy = (now: PlanState, whom: ReturnType<typeof people>): string[] => noticesDue(viewOn('2026-06-29', now, whom), '09:00').filter(({ kind }) => kind === 'ruled').map(({ to }) => whom.people.get(to)?.name ?? '')
  const ruled = (asker: PersonId, handler?: PersonId): PlanState => {
    const of = plan()
    if (handler !== undefined) after(of, '2026-06-23', { type: 'hand-item', ...one, to: handler }, asker)
    after(of, '2026-06-24', { type: 'ask-extension', ...one, day: day('2027-03-31'), reason: '土地指标未批' }, asker)
    return refuse(of, '2026-06-29')
  }
  it('is whoever asked and who handles the item, once each', () => {
    const whom = people({ contactOf: ['县教育局'] }, { name: '韩承办' })
    change(whom, { type: 'name-handler', unit: unitId('县教育局'), person: personNamed(whom, '韩承办').id })
    const [asker, handler] = [personNamed(whom, '苏晚晴').id, personNamed(whom, '韩承办').id]
    expect(toldBy(ruled(asker, handler), whom)).toEqual(['苏晚晴', '韩承办'])
    expect(toldBy(ruled(handler, handler), whom)).toEqual(['韩承办'])
  })
  it('is those who are asked now, where whoever asked answers for the unit no more', () => {
    const whom = people({ contactOf: ['县财政局'] })
    expect(toldBy(ruled(personNamed(whom, '苏晚晴').id), whom)).toEqual(['柳依依'])
  })
})

describe('the course of a task', () => {
  const paused = (): PlanState => after(plan(), '2026-06-24', { type: 'pause-task', task: taskNo(1), reason: '规划调整', until: day('2026-09-01') })
  it('paused is told once to those who are asked, and again when it goes on', () => {
    expect(told(paused(), '2026-06-25')).toEqual(['苏晚晴 course-changed', '柳依依 course-changed'])
    expect(read(paused(), '苏晚晴', '2026-06-25')).toMatch(/^已暂缓：1 普惠园建设，拟9月1日\(周二\)再看，恢复前不用报\n督查室：规划调整/)
    expect(read(after(paused(), '2026-06-29', { type: 'resume-task', task: taskNo(1), words: '规划已批' }), '苏晚晴', '2026-06-29')).toMatch(/^已恢复办理：1 普惠园建设（6月24日暂缓），请继续\n督查室：规划已批/)
  })
  it('paused and resumed on one day is told to nobody, neither that it rested nor that it goes on', () => {
    expect(told(paused(), '2026-06-24')).toEqual([])
    expect(['2026-06-24', '2026-06-25'].flatMap((on) => told(after(paused(), '2026-06-24', { type: 'resume-task', task: taskNo(1), words: '' }), on))).toEqual([])
  })
  it('paused on Friday and resumed on Monday is told again only to whoever was told that it rested', () => {
    const friday = after(plan(), '2026-07-03', { type: 'pause-task', task: taskNo(1), reason: '规划调整' })
    const pauses = due(friday, '2026-07-06').map(({ key }) => key)
    const resumed = due(after(friday, '2026-07-06', { type: 'resume-task', task: taskNo(1), words: '' }), '2026-07-06')
    const sent = (told: readonly string[]): string[] => parcelsOwed(resumed, { notice: (key) => told.includes(key), parcel: () => false }, day('2026-07-07'), '09:00', workCalendar, byDefault).flatMap(({ notices }) => notices.map(({ to }) => directory.people.get(to)?.name ?? ''))
    expect([sent([]), sent(pauses.slice(0, 1)), sent(pauses)]).toEqual([[], ['苏晚晴'], ['苏晚晴', '柳依依']])
  })
  it('paused for long is told of when it goes on also to whoever joined meanwhile', () => {
    const resumed = after(after(plan(), '2026-06-01', { type: 'pause-task', task: taskNo(1), reason: '规划调整' }), '2026-07-06', { type: 'resume-task', task: taskNo(1), words: '' })
    expect(parcelsOwed(due(resumed, '2026-07-06'), { notice: () => false, parcel: () => false }, day('2026-07-06'), '09:00', workCalendar, byDefault).flatMap(({ notices }) => notices)).toHaveLength(2)
  })
  it('paused asks for none of its duties either', () => {
    const of = (): PlanState => planOf([task(1, { title: '普惠园建设', lead: '县教育局' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'quarter', times: 1, what: '报送进展', text: '每季度报送' }] })
    const asked = (now: PlanState) => noticesDue(viewOn('2026-06-30', now, directory), '09:00').filter(({ kind }) => kind === 'occurrence-due').length
    expect([asked(of()), asked(after(of(), '2026-06-24', { type: 'pause-task', task: taskNo(1), reason: '规划调整' }))]).toEqual([2, 0])
  })
  it('paused until a day is brought to the secretary on that day, again after five working days, and not once it goes on or is paused anew', () => {
    const ends = (of: PlanState, on: string) => noticesDue(viewOn(on, of, directory), '09:00').filter(({ kind }) => kind === 'pause-ends').map(({ key }) => key)
    expect(['2026-08-31', '2026-09-01', '2026-09-07', '2026-09-08'].map((on) => ends(paused(), on).length)).toEqual([0, 1, 1, 1])
    expect(ends(paused(), '2026-09-07')).toEqual(ends(paused(), '2026-09-01'))
    expect(ends(paused(), '2026-09-08')).not.toEqual(ends(paused(), '2026-09-01'))
    expect(ends(after(paused(), '2026-09-01', { type: 'resume-task', task: taskNo(1), words: '' }), '2026-09-01')).toEqual([])
    expect(ends(after(paused(), '2026-09-01', { type: 'pause-task', task: taskNo(1), reason: '仍在调整', until: day('2026-10-12') }), '2026-09-02')).toEqual([])
    expect(read(paused(), '沈若兰', '2026-09-01')).toMatch(/暂缓到期：1 普惠园建设，原定9月1日\(周二\)再看，请恢复或再暂缓\n规划调整/)
  })
  it('opened again is told as work to go on with, not as a completion sent back', () => {
    const now = after(after(after(plan(), '2026-06-22', claim(1, '县教育局')), '2026-06-23', acceptClaim(1, '县教育局')), '2026-06-29', { type: 'reopen-task', task: taskNo(1), reason: '回头看发现未使用' })
    const person = personNamed(directory, '苏晚晴')
    const notices = noticesDue(viewOn('2026-06-29', now, directory), '09:00').filter(({ to, kind }) => to === person.id && kind === 'returned')
    expect(renderText(digest({ parcel: { key: 'd', to: person.id, notices }, view: () => viewOn('2026-06-29', now, directory), person, directory, lang: 'zh' }))).toContain('请继续办理：1 普惠园建设，办结后又恢复办理：回头看发现未使用')
  })
})

describe('an answer recorded for a unit', () => {
  const recorded = (): PlanState => after(plan(), '2026-06-24', { type: 'report-on-behalf', ...one, state: 'normal', done: '已完成招标3所', correction: false, onBehalf: { who: '王科长', on: day('2026-06-24'), how: '电话' } }, by('沈若兰'))
  it('is told to its people in one line, who need not answer', () => expect(read(recorded(), '苏晚晴', '2026-06-25')).toMatch(/^督查室已代录：1 普惠园建设，正常推进：已完成招标3所（王科长6月24日电话），无误不用回复/))
  it('is told of a completion too, which they can take back, once', () => {
    const said = after(plan(), '2026-06-24', { type: 'claim-on-behalf', ...one, words: '3所已投用', onBehalf: { who: '王科长', on: day('2026-06-24'), how: '电话' } }, by('沈若兰'))
    expect(read(said, '苏晚晴', '2026-06-25')).toMatch(/^督查室已代录：1 普惠园建设，申请办结：3所已投用（王科长6月24日电话），无误不用回复/)
    expect(due(said, '2026-06-26').filter(({ kind }) => kind === 'recorded-for').map(({ key }) => key)).toEqual(due(said, '2026-06-25').filter(({ kind }) => kind === 'recorded-for').map(({ key }) => key))
    const withdrawn = after(said, '2026-06-25', { type: 'withdraw-claim', ...one, reason: '没有说过办结' }, by('苏晚晴'))
    expect(queue([viewOn('2026-06-25', withdrawn, directory)])).toEqual([])
    expect(told(withdrawn, '2026-06-25')).toEqual([])
  })
  it('is told no more once they object, or answer for themselves', () => {
    expect(told(after(recorded(), '2026-06-25', { type: 'object', ...one, about: 'record', against: '已完成招标3所', words: '没有说过' }), '2026-06-25')).toEqual(['沈若兰 petition-waits'])
    expect(told(after(recorded(), '2026-06-25', report(1, '县教育局', { done: '已开标' })), '2026-06-25')).toEqual([])
  })
})

describe('a completion that is agreed to', () => {
  const claimed = (): PlanState => after(plan(), '2026-06-25', claim(1, '县教育局'), by('苏晚晴'))
  it('is told once to whoever claimed it, with the morning’s digest', () => {
    const now = after(claimed(), '2026-06-26', acceptClaim(1, '县教育局'), by('沈若兰'))
    expect(told(now, '2026-06-29')).toEqual(['苏晚晴 accepted'])
    expect(read(now, '苏晚晴', '2026-06-29')).toMatch(/^已同意办结：1 普惠园建设，不用再报/)
    expect(parcelsOwed(due(now, '2026-06-29'), { notice: () => false, parcel: () => false }, day('2026-06-29'), '09:00', workCalendar, byDefault).map(({ key }) => key)).toEqual([`digest/${by('苏晚晴')}/2026-06-29`])
  })
  it('is no news once it was taken back', () => {
    const now = after(claimed(), '2026-06-26', acceptClaim(1, '县教育局'), by('沈若兰'))
    expect(told(after(now, '2026-06-26', { type: 'undo' }, by('沈若兰')), '2026-06-26')).not.toContain('苏晚晴 accepted')
  })
  const towns = directoryWith(['子镇', '丑镇', { name: '各镇', aliases: [], members: ['子镇', '丑镇'] }], { name: '沈若兰', roles: ['secretary'] }, { name: '子镇联络员', contactOf: ['子镇'] }, { name: '丑镇联络员', contactOf: ['丑镇'] })
  const townsTold = (of: PlanState): string[] => noticesDue(viewOn('2026-06-26', of, towns), '09:00').filter(({ kind }) => kind === 'accepted').map(({ to }) => towns.people.get(to)?.name ?? '')
  const ofTown = (name: string): PlanIntent => ({ type: 'claim', task: taskNo(1), unit: unitId('各镇'), member: unitId(name), words: '已全部建成' })
  it('of a member of a group is told to that member; of all together to each, once', () => {
    const of = (): PlanState => planOf([task(1, { title: '普惠园建设', due: '2026-12-31', lead: '各镇' })])
    const both = (): PlanState => after(after(of(), '2026-06-24', ofTown('子镇'), personNamed(towns, '子镇联络员').id), '2026-06-25', ofTown('丑镇'), personNamed(towns, '丑镇联络员').id)
    expect(townsTold(after(both(), '2026-06-26', { type: 'accept-claim', task: taskNo(1), unit: unitId('各镇'), member: unitId('子镇') }))).toEqual(['子镇联络员'])
    expect(townsTold(after(both(), '2026-06-26', acceptClaim(1, '各镇')))).toEqual(['子镇联络员', '丑镇联络员'])
  })
})
