import { describe, expect, it } from 'vitest'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { byDefault, acceptClaim, after, claim, day, directoryWith, nineOn, personNamed, planOf, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const secretary = personNamed(directory, '沈若兰')
/** Said done on Friday 12 June: to be reviewed by Friday the 19th, a holiday, so by Monday the 22nd. */
const claimed = (): PlanState => after(planOf([task(1, { title: '普惠园建设', due: '2026-12-31', lead: '县教育局' }), task(2, { title: '学校经费', lead: '县财政局' })]), '2026-06-12', claim(1, '县教育局', '已建成'), personNamed(directory, '苏晚晴').id)
const overdue = (of: PlanState, today: string): Notice[] => noticesDue(viewOn(today, of, directory), '09:00').filter(({ kind }) => kind === 'review-overdue')
const keys = (of: PlanState, today: string): string[] => overdue(of, today).map(({ key, to }) => `${directory.people.get(to)?.name} ${key}`)
function read(of: PlanState, today: string, notices = overdue(of, today)): string {
  const card = digest({ parcel: { key: 'd', to: secretary.id, notices }, view: () => viewOn(today, of, directory), person: secretary, directory, lang: 'zh', sentAt: nineOn(today) })
  expectGoodCard(card)
  return renderText(card)
}

describe('a review that is past its day', () => {
  it('is told to the secretary once, on the working day after, and then every fifth', () => {
    const of = claimed()
    expect([keys(of, '2026-06-18'), keys(of, '2026-06-22')]).toEqual([[], []])
    const [first] = keys(of, '2026-06-23')
    expect(first).toMatch(/^沈若兰 review-overdue/)
    expect(keys(of, '2026-06-29')).toEqual([first])
    expect(keys(of, '2026-06-30')).not.toEqual([first])
    expect(keys(of, '2026-06-30')).toHaveLength(1)
  })

  it('travels in the morning’s digest, as one line with those of milestones, and the way to them', () => {
    const of = after(claimed(), '2026-06-12', { type: 'propose-milestones', task: taskNo(2), unit: unitId('县财政局'), year: 2026, milestones: [{ what: '完成测算', by: day('2026-10-31') }] })
    const parcels = parcelsOwed(overdue(of, '2026-06-23'), { notice: () => false, parcel: () => false }, day('2026-06-23'), '09:00', workCalendar, byDefault)
    expect(parcels.map(({ key }) => key)).toEqual([`digest/${secretary.id}/2026-06-23`])
    expect(read(of, '2026-06-23')).toMatch(/^请今天审核：2件已过审核期限，办结申请1、年度分解1，最久的超1个工作日/)
  })

  it('is over once it is reviewed', () => {
    const notices = overdue(claimed(), '2026-06-23')
    const of = after(claimed(), '2026-06-23', acceptClaim(1, '县教育局'))
    expect(overdue(of, '2026-06-23')).toEqual([])
    expect(read(of, '2026-06-23', notices)).toContain('✅ 过期待审已审完')
  })
})
