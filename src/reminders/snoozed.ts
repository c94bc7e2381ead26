// 稍后提醒: what a person asked to be reminded of later is silent until that day, and told on it. From the next mark on it is as ever.
import type { Day } from '#src/calendar/day.ts'
import type { Task } from '#src/ledger/task.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

/** What is near, and not past: a chase, a return or what is overdue is not put off. */
export type Snoozable = Extract<Notice, { kind: 'due-soon' | 'progress-due' | 'round-due' | 'milestone-due' }>

const isSnoozable = (notice: Notice): notice is Snoozable =>
  (notice.kind === 'due-soon' || notice.kind === 'progress-due' || notice.kind === 'round-due' || notice.kind === 'milestone-due') && notice.workingDaysLeft >= 0

/** Told on the day that was asked for, under a key of its own: what was told of the mark before does not count. */
export function withSnoozes(view: View, { course }: Pick<Task, 'course'>, notices: readonly Notice[]): readonly Notice[] {
  const snoozes = course?.snoozes ?? []
  if (snoozes.length === 0) return notices
  return notices.flatMap((notice): Notice[] => {
    const until = isSnoozable(notice) ? snoozes.find(({ by }) => by === notice.to)?.until : undefined
    // What ends before that day is not put off past its end.
    if (!isSnoozable(notice) || until === undefined || notice.due < until) return [notice]
    if (view.today < until) return []
    return markBegan(view, notice) > until ? [notice] : [{ ...notice, snoozedTo: until, key: keyNaming(notice, `on${until}`) }]
  })
}

/** The mark stands last but one in the key, before the person. A round that opens has none. */
function markBegan({ calendar }: View, notice: Snoozable): Day | '' {
  const mark = notice.key.split('/').at(-2) ?? ''
  const last = calendar.lastWorkingDayBy(notice.due)
  return /^\d+$/.test(mark) ? calendar.addWorkingDays(last, -Number(mark)) : ''
}

const keyNaming = ({ key }: Notice, mark: string): string => key.split('/').with(-2, mark).join('/')

/** The last day to which it can be put off: the last working day by the nearest date that is still ahead, else today. Undefined where nothing is asked of the person that can be. */
export function snoozableUntil(view: View, notices: readonly Notice[], person: string): Day | undefined {
  const days = notices.filter(isSnoozable).filter(({ to }) => to === person).map(({ due }) => view.calendar.lastWorkingDayBy(due))
  return days.filter((day) => day > view.today).toSorted()[0] ?? days[0]
}
