// What is to be looked at again of a plan since it was looked at last: for whatever keeps its answers, a task each.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'
import { taskTouched } from '#src/ledger/touched.ts'
import type { View } from './view.ts'

/** `entries`: all of the plan's log, of which only the new are looked at. `directoryEntries`: how many the directory is made of. */
export type Known = { entries: { length: number; slice: (from: number) => readonly { events: readonly PlanEvent[] }[] }; directoryEntries: number }

/** `touched`: tasks, or everything. `isRecorded`: anything at all was written. `isOfMeetings`: of bodies and their sittings too. `isNewDay`: what goes by the day alone may be otherwise too. */
export type News = { touched: 'everything' | ReadonlySet<TaskNo>; isRecorded: boolean; isOfMeetings: boolean; isNewDay: boolean }

/** Answers with what came since it was asked before; the first time, and where nothing is known of what lies between, everything. */
export function planNews(): (view: View, known: Known) => News {
  let taken = 0
  let basis: { directory: Directory; calendar: Calendar; directoryEntries: number } | undefined
  let day: Day | undefined

  return ({ directory, calendar, today }, { entries, directoryEntries }) => {
    const isOther = basis?.directory !== directory || basis.calendar !== calendar || basis.directoryEntries !== directoryEntries
    const isUnknown = isOther || entries.length < taken || (day !== undefined && today < day)
    const isNewDay = day !== today
    const events = isUnknown ? [] : entries.slice(taken).flatMap((entry) => entry.events)
    if (isUnknown) basis = { directory, calendar, directoryEntries }
    taken = entries.length
    day = today
    const touched = events.map(taskTouched)
    if (isUnknown || touched.includes(undefined)) return { touched: 'everything', isRecorded: true, isOfMeetings: true, isNewDay }
    return { touched: new Set(touched.flatMap((task) => (task === undefined || task === 'none' ? [] : task))), isRecorded: events.length > 0, isOfMeetings: touched.includes('none'), isNewDay }
  }
}
