// What a secretary decided after a message asked: the message says it when it is drawn again.
import { describe, expect, it } from 'vitest'
import { digest } from '#templates/digest.ts'
import type { Lang } from '#templates/card.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { after, day, directoryWith, nineOn, personNamed, planWith, task, taskNo, unitId, viewOn } from '../builders.ts'
import { buttons } from '../commands/acting.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '方叔文', headOf: ['县教育局'] })
const overdue = (): PlanState => planWith(task(12, { title: '普惠园建设', due: '2026-06-22', lead: '县教育局' }))
const of = { task: taskNo(12), unit: unitId('县教育局') }
const pause: PlanIntent = { type: 'pause-task', task: taskNo(12), reason: '等资金', until: day('2026-08-10') }

/** The message of a day about what is due then, drawn again on a later one. */
function again(plan: PlanState, notices: readonly Notice[], { sentOn, today, lang = 'zh' }: { sentOn: string; today: string; lang?: Lang }) {
  const to = personNamed(directory, '苏晚晴')
  return digest({ parcel: { key: 'd', to: to.id, notices: notices.filter((notice) => notice.to === to.id) }, view: () => viewOn(today, plan, directory), person: to, directory, lang, sentAt: nineOn(sentOn) })
}
const askedOn = (plan: PlanState, today: string): Notice[] => noticesDue(viewOn(today, plan, directory), '09:00').filter(({ kind }) => kind === 'overdue' || kind === 'due-soon')

describe('a message that asked about a task', () => {
  it('says that a later date was granted since, also where it was asked for before the message', () => {
    const plan = after(overdue(), '2026-06-25', { type: 'ask-extension', ...of, day: day('2026-09-30'), reason: '招标流标' })
    const notices = askedOn(plan, '2026-06-30')
    expect(notices.length).toBeGreaterThan(0)
    after(plan, '2026-07-01', { type: 'grant-extension', ...of })
    const card = again(plan, notices, { sentOn: '2026-06-30', today: '2026-07-02' })
    expect(renderText(card)).toContain('12 普惠园建设 · 已同意延期到9月30日(周三)')
    expect(renderText(card)).not.toContain('应于6月22日')
    expect(buttons(card)).toEqual({})
  })

  it('says the date that the secretary set since', () => {
    const plan = overdue()
    const notices = askedOn(plan, '2026-06-30')
    after(plan, '2026-07-01', { type: 'set-due', task: taskNo(12), day: day('2026-09-30'), reason: '县里统一调整' })
    expect(renderText(again(plan, notices, { sentOn: '2026-06-30', today: '2026-07-02' }))).toContain('📅 12 普惠园建设 · 时限已改为9月30日(周三)')
    expect(renderText(again(plan, notices, { sentOn: '2026-06-30', today: '2026-07-02', lang: 'en' }))).toContain('the date is now Wed 30 Sep')
  })

  it('says that it is paused, and asks again once it is resumed', () => {
    const plan = overdue()
    const notices = askedOn(plan, '2026-06-30')
    after(plan, '2026-07-01', pause)
    const card = again(plan, notices, { sentOn: '2026-06-30', today: '2026-07-02' })
    expect(renderText(card)).toContain('⏸️ 12 普惠园建设 · 7月1日已暂缓，拟8月10日(周一)再看，恢复前不用报')
    expect(buttons(card)).toEqual({})
    after(plan, '2026-07-02', { type: 'resume-task', task: taskNo(12), words: '' })
    expect(Object.keys(buttons(again(plan, notices, { sentOn: '2026-06-30', today: '2026-07-02' })))).toContain('正常推进')
  })
})
