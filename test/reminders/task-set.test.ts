// What a secretary sets of a task reaches whom it touches: at once, and once.
import { describe, expect, it } from 'vitest'
import type { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { after, byDefault, claim, day, directoryWith, nineOn, personNamed, planOf, report, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'

const directory = directoryWith(['子镇', '丑镇', { name: '各镇', aliases: [], members: ['子镇', '丑镇'] }],
  { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '子镇联络员', contactOf: ['子镇'] }, { name: '丑镇联络员', contactOf: ['丑镇'] })
const by = (name: string): PersonId => personNamed(directory, name).id
const one = { task: taskNo(1), unit: unitId('县教育局') }
const plan = (lead = '县教育局'): PlanState => planOf([task(1, { title: '普惠园建设', due: '2026-07-31', lead, responsible: ['县财政局'] })])
const kinds: ReadonlySet<Notice['kind']> = new Set(['lead-named', 'due-set', 'ruled'])
const due = (of: PlanState, today: string): Notice[] => noticesDue(viewOn(today, of, directory), '10:00').filter(({ kind }) => kinds.has(kind))
const told = (of: PlanState, today = '2026-07-02'): string[] => due(of, today).map(({ to, kind }) => `${directory.people.get(to)?.name} ${kind}`)
function read(of: PlanState, name: string, notices = due(of, '2026-07-02')): string {
  const person = personNamed(directory, name)
  const card = digest({ parcel: { key: 'd', to: person.id, notices: notices.filter(({ to }) => to === person.id) }, view: () => viewOn('2026-07-02', of, directory), person, directory, lang: 'zh', sentAt: nineOn('2026-07-02') })
  expectGoodCard(card)
  return renderText(card)
}
const move = (to: string, reason = '招标流标'): PlanIntent => ({ type: 'set-due', task: taskNo(1), day: day(to), reason })
const lead = (unit: string, until?: string): PlanIntent => ({ type: 'set-lead', task: taskNo(1), unit: unitId(unit), ...(until === undefined ? {} : { due: { day: day(until), reason: `改由${unit}牵头` } }) })
const amend = (of: PlanState, ...tasks: Parameters<typeof planOf>[0]): PlanState =>
  after(of, '2026-07-03', { type: 'amend', plan: { title: of.title, zone: of.zone, source: { id: 's2', name: '修订稿.txt', text: '', hash: 'h2' }, tasks: [...tasks], obligations: [], bodies: [], doubts: [] } })

describe('another date', () => {
  it('is told at once to whoever answers for the task, with what it was and why', () => {
    const of = after(plan(), '2026-07-02', move('2026-09-30'), by('沈若兰'))
    expect(told(of)).toEqual(['苏晚晴 due-set'])
    expect(read(of, '苏晚晴')).toMatch(/^时限已改：1 普惠园建设，7月31日\(周五\)改为9月30日\(周三\)\n督查室：招标流标/)
    expect(parcelsOwed(due(of, '2026-07-02'), { notice: () => false, parcel: (key) => key.startsWith('digest/') }, day('2026-07-02'), '10:00', workCalendar, byDefault)).toHaveLength(1)
  })
  it('that moved twice before anybody was told says the first day, too: the one between was never heard of', () => {
    const of = after(after(plan(), '2026-07-02', move('2026-08-31'), by('沈若兰')), '2026-07-02', move('2026-09-15', '再等批复'), by('沈若兰'))
    expect(told(of)).toEqual(['苏晚晴 due-set'])
    expect(read(of, '苏晚晴')).toMatch(/^时限已改：1 普惠园建设，8月31日\(周一\)改为9月15日\(周二\)，原定7月31日\(周五\)\n督查室：再等批复/)
    expect(read(after(of, '2026-07-02', move('2026-07-31', '改回'), by('沈若兰')), '苏晚晴')).toMatch(/^时限已改：1 普惠园建设，9月15日\(周二\)改为7月31日\(周五\)\n/)
  })
  it('says of what it told that the date moved again', () => {
    const of = after(plan(), '2026-07-02', move('2026-09-30'), by('沈若兰'))
    const sent = due(of, '2026-07-02')
    after(of, '2026-07-03', move('2026-10-31'), by('沈若兰'))
    expect(read(of, '苏晚晴', sent)).toContain('时限后来又改，现定10月31日')
  })
  it('is not told, and what was told says so, once the date of an amendment was taken', () => {
    const of = after(plan(), '2026-07-02', move('2026-09-30'), by('沈若兰'))
    const sent = due(of, '2026-07-02')
    amend(of, task(1, { title: '普惠园建设', due: '2026-12-31', lead: '县教育局', responsible: ['县财政局'] }))
    after(of, '2026-07-03', { type: 'settle-amended', task: taskNo(1), point: 'due', take: true }, by('沈若兰'))
    expect(told(of, '2026-07-03')).toEqual([])
    expect(read(of, '苏晚晴', sent)).toContain('时限后来又改，现定12月31日')
  })
  it('that was granted is told once: as the ruling to who asked, to the others of the group as another date', () => {
    const of = planOf([task(1, { title: '普惠园建设', due: '2026-07-31', lead: '各镇' })])
    after(of, '2026-07-01', { type: 'ask-extension', task: taskNo(1), unit: unitId('各镇'), member: unitId('子镇'), day: day('2026-08-31'), reason: '汛期' }, by('子镇联络员'))
    after(of, '2026-07-02', { type: 'grant-extension', task: taskNo(1), unit: unitId('各镇'), member: unitId('子镇') }, by('沈若兰'))
    expect(told(of)).toEqual(['丑镇联络员 due-set', '子镇联络员 ruled'])
    expect(read(of, '丑镇联络员')).toMatch(/^时限已改：1 普惠园建设，7月31日\(周五\)改为8月31日\(周一\)\n子镇申请延期：汛期/)
  })
  it('that was set before the hand-out is no news: the first message tells all', () => {
    const of = planOf([task(1, { title: '普惠园建设', due: '2026-07-31', lead: '县教育局' })], { handedOutOn: false })
    after(of, '2026-07-02', move('2026-09-30'), by('沈若兰'))
    expect(told(after(of, '2026-07-02', { type: 'hand-out' }, by('沈若兰')))).toEqual([])
  })
})

describe('another lead', () => {
  it('is told to both units, with the day and the last word of who led', () => {
    const of = after(after(plan(), '2026-06-30', report(1, '县教育局', { progress: 40, done: '已开工3所' }), by('苏晚晴')), '2026-07-02', lead('县财政局'), by('沈若兰'))
    expect(told(of)).toEqual(['唐一鸣 lead-named', '苏晚晴 lead-named'])
    expect(read(of, '唐一鸣')).toMatch(/^请牵头：1 普惠园建设，改由贵单位牵头，原由县教育局负责\n时限：7月31日\(周五\)\n原牵头单位最近填报：.*已开工3所/)
    expect(read(of, '苏晚晴')).toMatch(/^牵头已改：1 普惠园建设，现由县财政局牵头\n贵单位仍是责任单位/)
  })
  it('tells who led what of theirs still waits', () => {
    const of = after(after(plan(), '2026-06-30', claim(1, '县教育局'), by('苏晚晴')), '2026-07-02', lead('县财政局'), by('沈若兰'))
    expect(read(of, '苏晚晴')).toContain('6月30日的办结申请仍在待审，审的是贵单位这一份')
  })
  it('with another day is one line to who takes it over', () => {
    const of = after(plan(), '2026-07-02', lead('县财政局', '2026-08-31'), by('沈若兰'))
    expect(told(of)).toEqual(['唐一鸣 lead-named', '苏晚晴 lead-named'])
    expect(read(of, '唐一鸣')).toContain('时限：现定8月31日(周一)，原定7月31日(周五)，改过1次')
  })
  it('that was presumed and is confirmed is no news', () => {
    const of = planOf([task(1, { title: '普惠园建设', due: '2026-12-31', presumed: '县教育局', responsible: ['县财政局'] })])
    expect(told(after(of, '2026-07-02', lead('县教育局'), by('沈若兰')))).toEqual([])
  })
  it('says of what it told that it is another’s again', () => {
    const of = after(plan(), '2026-07-02', lead('县财政局'), by('沈若兰'))
    const sent = due(of, '2026-07-02')
    after(of, '2026-07-03', lead('县教育局'), by('沈若兰'))
    expect(read(of, '唐一鸣', sent)).toContain('牵头又改，现由县教育局牵头')
  })
  it('is not told, and what was told says so, once a ruling has passed the part on', () => {
    const of = after(plan(), '2026-07-02', lead('县财政局'), by('沈若兰'))
    const sent = due(of, '2026-07-02')
    after(of, '2026-07-03', { type: 'question-part', task: taskNo(1), unit: unitId('县财政局'), about: 'not-ours', words: '不属我局职责' }, by('唐一鸣'))
    after(of, '2026-07-03', { type: 'uphold-question', task: taskNo(1), unit: unitId('县财政局'), to: unitId('县住建局'), words: '改派' }, by('沈若兰'))
    expect(told(of, '2026-07-03').filter((line) => line.endsWith('lead-named'))).toEqual([])
    expect(read(of, '唐一鸣', sent)).toContain('牵头又改，现由县住建局牵头')
  })
  it('with a day that is past is refused as a whole', () => {
    const of = plan()
    expect(() => after(of, '2026-07-02', lead('县财政局', '2026-07-01'), by('沈若兰'))).toThrow()
    expect(of.assignments.get(`${one.task}/${one.unit}`)).toMatchObject({ part: 'lead' })
  })
})
