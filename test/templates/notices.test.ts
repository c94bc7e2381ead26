// Notices that must not be weaker, or more cheerful, than what they are about.
import { expect, it } from 'vitest'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { smallCounty } from '../any-plan.ts'
import { buttons } from '../commands/acting.ts'
import { after, claim, day, nineOn, personNamed, planWith, returnClaim, task, taskNo, unitId, viewOn } from '../builders.ts'
import { openRound } from '../rounds.ts'

const directory = smallCounty()
const noticesOf = (plan: PlanState, today: string, kind: Notice['kind']) => noticesDue(viewOn(today, plan, directory), '09:00').filter((notice) => notice.kind === kind)
function message(notices: readonly Notice[], plan: PlanState, name: string, today: string): string {
  const to = personNamed(directory, name)
  return renderText(digest({ parcel: { key: 'd', to: to.id, notices: notices.filter((notice) => notice.to === to.id) }, view: () => viewOn(today, plan, directory), person: to, directory, lang: 'zh', sentAt: nineOn(today) }))
}
const late = (due: string): PlanState => planWith(task(1, { lead: '县教育局', due }))

it('a chase of what is late says how late', () => {
  const plan = after(late('2026-06-24'), '2026-07-02', { type: 'nudge', task: taskNo(1), unit: unitId('县教育局') })
  expect(message(noticesOf(plan, '2026-07-02', 'nudged'), plan, '苏晚晴', '2026-07-02')).toContain('应于6月24日(周三)完成，已逾期6个工作日')
})

it('a return does not invite 正常推进', () => {
  const plan = after(after(late('2026-07-30'), '2026-06-29', claim(1, '县教育局')), '2026-07-02', returnClaim(1, '县教育局'))
  const said = message(noticesOf(plan, '2026-07-02', 'returned'), plan, '苏晚晴', '2026-07-02')
  expect(said).toContain('办结申请被退回')
  expect(said).not.toContain('没有变化就点')
})

it('a return is no tick in the secretary’s message', () => {
  const plan = after(late('2026-07-30'), '2026-06-29', claim(1, '县教育局'))
  const waiting = noticesOf(plan, '2026-07-02', 'claim-waiting')
  after(plan, '2026-07-02', returnClaim(1, '县教育局'))
  const said = message(waiting, plan, '沈若兰', '2026-07-02')
  expect(said).toContain('已退回')
  expect(said).not.toContain('✅')
})

it('a round’s asking does not offer to ask again for a later date that waits for the secretary', () => {
  const offered = (plan: PlanState): string[] => {
    const to = personNamed(directory, '苏晚晴')
    const notices = noticesOf(after(plan, '2026-07-02', openRound()), '2026-07-02', 'round-due').filter((notice) => notice.to === to.id)
    return Object.keys(buttons(digest({ parcel: { key: 'd', to: to.id, notices }, view: () => viewOn('2026-07-02', plan, directory), person: to, directory, lang: 'zh', sentAt: nineOn('2026-07-02') })))
  }
  expect(offered(late('2026-08-31'))).toEqual(expect.arrayContaining(['正常推进', '申请延期']))
  const waits = offered(after(late('2026-08-31'), '2026-06-29', { type: 'ask-extension', task: taskNo(1), unit: unitId('县教育局'), day: day('2026-09-30'), reason: '招标流标' }))
  expect(waits).toContain('正常推进')
  expect(waits).not.toContain('申请延期')
})
