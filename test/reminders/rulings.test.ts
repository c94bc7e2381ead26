// What waits for a ruling is brought to the secretary; the ruling is told to whoever asked.
import { describe, expect, it } from 'vitest'
import type { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { isToDecide, queue } from '#src/queries/queue.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { byDefault, acceptClaim, after, change, claim, day, directoryWith, nineOn, personNamed, planOf, report, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { buttons } from '#test/commands/acting.ts'
import { directory, by, one, plan, ask, disown, refuse, due, told, read } from './what-was-asked.ts'

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
  it('is counted as Home counts it, with completions and matters between units, and over all plans that stand', () => {
    const person = personNamed(directory, '沈若兰')
    const of = ask(plan())
    const other = planOf([task(1, { lead: '县教育局', support: ['县住建局'] }), task(2, { lead: '县教育局' })], { id: 'p2' })
    after(other, '2026-06-25', claim(2, '县教育局'), by('苏晚晴'))
    after(other, '2026-06-25', report(1, '县教育局', { state: 'blocked', problem: '县住建局未交地' }))
    after(other, '2026-06-25', report(1, '县住建局', { state: 'blocked', problem: '县教育局未报选址' }))
    const views = [of, other].map((each) => viewOn('2026-06-25', each, directory))
    const notices = due(of, '2026-06-25').filter(({ kind, to }) => kind === 'petition-waits' && to === person.id)
    const card = digest({ parcel: { key: 'd', to: person.id, notices }, view: () => viewOn('2026-06-25', of, directory), views: () => views, person, directory, lang: 'zh', sentAt: nineOn('2026-06-25') })
    expect(queue(views).filter(isToDecide)).toHaveLength(3)
    expect(renderText(card)).toContain('待审3件：办结申请1、延期申请1、协调事项1')
    expect(buttons(card)['去审']).toEqual({ command: 'queue', args: {} })
  })
  it('did not end with an acceptance that was taken back: it waits on, and its ruling is all that is told', () => {
    const now = after(after(ask(plan()), '2026-06-25', claim(1, '县教育局'), by('苏晚晴')), '2026-06-26', acceptClaim(1, '县教育局'), by('沈若兰'))
    expect(told(now, '2026-06-26')).toContain('苏晚晴 ended')
    after(now, '2026-06-26', { type: 'undo' }, by('沈若兰'))
    expect(told(now, '2026-06-26')).not.toContain('苏晚晴 ended')
    expect(told(refuse(now, '2026-06-29'), '2026-06-29').filter((line) => line.startsWith('苏晚晴'))).toEqual(['苏晚晴 ruled'])
  })
  it('of two units that name each other is a line with both quotes, to no leader, and comes again after five working days', () => {
    const now = planOf([task(1, { title: '普惠园建设', lead: '县教育局', support: ['县住建局'], due: '2026-12-31' })])
    after(now, '2026-06-22', report(1, '县教育局', { state: 'blocked', problem: '县住建局未交地' }))
    after(now, '2026-06-23', report(1, '县住建局', { state: 'blocked', problem: '县教育局未报选址' }))
    expect(told(now, '2026-06-25')).toEqual(['沈若兰 coordination-waits'])
    const keys = (today: string): string[] => due(now, today).filter(({ kind }) => kind === 'coordination-waits').map(({ key }) => key)
    expect(keys('2026-06-29')).toEqual(keys('2026-06-25'))
    expect(keys('2026-06-30')).not.toEqual(keys('2026-06-25'))
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
