// What becomes of a task without its unit: rested, opened again, answered for, agreed to; told once.
import { describe, expect, it } from 'vitest'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { queue } from '#src/queries/queue.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { byDefault, acceptClaim, after, claim, day, directoryWith, personNamed, planOf, report, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { directory, by, one, plan, due, told, read } from './what-was-asked.ts'

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
