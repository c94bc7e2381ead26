// What of a task falls due in a time: what it owes next, and behind that what it owes by a date of its own.
import type { Day } from '#src/calendar/day.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import type { NextOwed } from './next-owed.ts'
import type { TaskCard } from './task-card.ts'

/** On which day something of it falls due. Of what waits for a later day (延期待批) it is the day that still stands. */
export const dayOwed = ({ next, doneBy }: Pick<TaskCard, 'next' | 'doneBy'>): Day | undefined => ('due' in next ? next.due : next.kind === 'rule-extension' ? doneBy?.day : undefined)

const isReport = ({ kind }: NextOwed): boolean => kind === 'progress' || kind === 'round'

/** The card with what falls due in that time as what it owes; undefined where nothing does. @param finishes of what is to be done, and no report of progress */
export function dueIn(card: TaskCard, { from, to }: DaySpan, finishes = false): TaskCard | undefined {
  if (card.status !== 'open') return undefined
  const { next, nextDated, doneBy, milestones } = card
  const stands = next.kind === 'rule-extension' || doneBy === undefined
  const owed: NextOwed[] = [
    next, ...(nextDated === undefined ? [] : [nextDated]),
    ...milestones.filter(({ reached }) => reached === undefined).map(({ year, number, what, by }) => ({ kind: 'milestone' as const, year, number, what, due: by })),
    // What is paused, or says that it is not theirs, owes nothing by its date.
    ...(stands || !('due' in next) ? [] : [{ kind: 'completion' as const, due: doneBy.day, byDefault: doneBy.byDefault }]),
  ]
  const isIn = (each: NextOwed): boolean => ((day) => day !== undefined && day >= from && day <= to)(dayOwed({ next: each, ...(doneBy === undefined ? {} : { doneBy }) }))
  const found = owed.find((each) => isIn(each) && !(finishes && isReport(each)))
  return found === undefined ? undefined : { ...card, next: found }
}
