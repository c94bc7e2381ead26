import { describe, expect, it } from 'vitest'
import type { Instant} from '#src/calendar/day.ts';
import { type Day } from '#src/calendar/day.ts'
import { nextReminder } from '#src/reminders/next-reminder.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { directoryWith, planOf, planWith, task, viewOn, workCalendar } from '#test/builders.ts'

const directory = directoryWith([], { name: '苏晚晴', contactOf: ['县教育局'] })
const shanghai = (on: string, time: string): Instant => workCalendar.instantOf(on as Day, time, 'Asia/Shanghai')

const next = (now: Instant, plan: PlanState, isTold: (key: string) => boolean = (key) => key.startsWith('handed-out')) =>
  nextReminder({ now, zone: 'Asia/Shanghai', calendar: workCalendar, delivered: { notice: isTold, parcel: () => false }, dueOn: (today, time) => noticesDue(viewOn(today, plan, directory), time), plans: [plan.id], policyOf: () => policyOf(plan) })

const june = planWith(task(1, { due: '2026-06-30', lead: '县教育局' }))

describe('the next message', () => {
  it('goes out at nine on the day of the first mark', () => expect(next(shanghai('2026-02-03', '10:00'), june)).toBe(shanghai('2026-05-18', '09:00')))
  it('is today’s, before nine', () => expect(next(shanghai('2026-05-18', '08:59'), june)).toBe(shanghai('2026-05-18', '09:00')))
  it('is never now: at nine it is the next one, which can wait for the week’s beginning', () => expect(next(shanghai('2026-05-18', '09:00'), june)).toBe(shanghai('2026-05-25', '09:00')))
  it('is not one that was delivered', () => expect(next(shanghai('2026-05-18', '09:00'), june, (key) => key.startsWith('handed-out') || key.includes('/30/'))).toBe(shanghai('2026-06-18', '09:00')))
  it('falls on no day off', () => expect(next(shanghai('2026-06-30', '10:00'), planWith(task(1, { due: '2026-07-03', lead: '县教育局' })), (key) => !key.startsWith('overdue'))).toBe(shanghai('2026-07-06', '09:00')))
  it('is none where nothing will be owed', () => expect(next(shanghai('2026-02-03', '10:00'), planOf([task(1, { lead: '县教育局' })], { handedOutOn: false }))).toBeUndefined())
})
