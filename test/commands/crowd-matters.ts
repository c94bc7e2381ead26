// What a notice is about, told without its key: the same matter is told a person once, or once a day where it is a date that comes nearer.
import type { Day } from '#src/calendar/day.ts'
import type { Notice } from '#src/reminders/notice.ts'

/** Told again on other days, as the date comes nearer or what waits goes on waiting. */
const again: ReadonlySet<Notice['kind']> = new Set(['due-soon', 'overdue', 'progress-due', 'occurrence-due', 'milestone-due', 'milestone-overdue', 'round-due', 'review-overdue', 'petition-waits', 'pause-ends', 'cadence-open', 'uncontacted', 'review-ahead', 'nudged', 'milestones-asked', 'meeting-passed', 'coordination-waits', 'standing-in', 'course-changed', 'returned', 'item-handed', 'claim-waiting', 'milestones-waiting', 'submission-waits'])

/** Of these the facts do not say which of several in a day is meant. */
const named: ReadonlySet<Notice['kind']> = new Set(['claim-waiting', 'returned', 'item-handed', 'nudged'])

export function matterOf({ key, ...notice }: Notice, today: Day): string {
  if (named.has(notice.kind)) return key
  const facts = Object.entries(notice).filter(([name]) => !['workingDaysLeft', 'workingDaysOver'].includes(name)).map(([name, value]) => `${name} ${String(value)}`).toSorted().join(', ')
  return again.has(notice.kind) ? `${facts} on ${today}` : facts
}
