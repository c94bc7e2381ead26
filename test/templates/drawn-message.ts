// Messages as somebody sees them, for tests.
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import type { Card, Lang } from '#templates/card.ts'
import { digest } from '#templates/digest.ts'
import { byDefault, directoryWith, nineOn, personNamed, viewOn, workCalendar, day, planWith, task } from '#test/builders.ts'
export const directory = directoryWith(
  ['县公安局', '县卫健局'],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '周副手', contactOf: ['县教育局'] },
)
export const nothingDelivered = { notice: () => false, parcel: () => false }

/** What reminders would send to a person now, without the first message unless it is asked for. */
export function parcelOn(today: string, plans: readonly PlanState[], name: string, kinds?: readonly Notice['kind'][]): Parcel {
  const due = plans.flatMap((plan) => noticesDue(viewOn(today, plan, directory), '09:00')).filter(({ kind }) => (kinds === undefined ? kind !== 'handed-out' && kind !== 'uncontacted' : kinds.includes(kind)))
  const to = personNamed(directory, name).id
  // Packed on a Monday, so that what can wait for one is in it too.
  const parcels = parcelsOwed(due, nothingDelivered, day('2026-06-22'), '09:00', workCalendar, byDefault).filter((parcel) => parcel.to === to)
  return { key: parcels[0]?.key ?? 'none', to, notices: parcels.flatMap(({ notices }) => notices) }
}

export function drawn(parcel: Parcel, plans: readonly PlanState[], name: string, { today = '2026-06-25', sentAt, lang = 'zh' }: { today?: string; sentAt?: string; lang?: Lang } = {}): Card {
  const view = (id: string) => viewOn(today, plans.find((plan) => plan.id === id) ?? planWith(), directory)
  return digest({ parcel, view, person: personNamed(directory, name), directory, lang, ...(sentAt === undefined ? {} : { sentAt: nineOn(sentAt) }) })
}

export const kindergarten = (): PlanState => planWith(task(12, { title: '普惠园建设', due: '2026-06-30', lead: '县教育局' }))
