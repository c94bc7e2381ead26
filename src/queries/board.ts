// How all tasks of a plan stand, kept: after an entry only what it touched is looked at again, on a new day everything is.
import type { TaskNo } from '#src/ledger/ids.ts'
import { planNews, type Known } from './plan-news.ts'
import { standOf } from './stand.ts'
import { meetingsStood, standings, taskStood, type Standings } from './stood.ts'
import { emptyTally, put, tallyOf, type Tally } from './tally.ts'
import type { View } from './view.ts'

export type Board = {
  /** The plan's numbers on the view's day: to read at once. */
  on: (view: View, known: Known) => Tally
  /** Does a part of the same work, so that others can be seen to before the rest: one task at least, and more until it is enough. @returns whether nothing is left */
  some: (view: View, known: Known, isEnough: () => boolean) => boolean
  /** How it stood whenever nothing was left to do: by `momentOf`. */
  stood: Pick<Standings, 'knows' | 'at' | 'here' | 'recall'>
}

/** All that it depends on how a plan stands. */
export const momentOf = ({ entries, directoryEntries, today }: { entries: number; directoryEntries: number } & Pick<View, 'today'>): string => `${entries}/${directoryEntries}/${today}`

/** Counted afresh, of all tasks or of some. */
export const tallyOn = (view: View, tasks: Iterable<TaskNo> = view.plan.tasks.keys()): Tally => tallyOf([...tasks].flatMap((no) => standOf(view, no) ?? []))

export function board(): Board {
  const news = planNews()
  const pending = new Set<TaskNo>()
  const stood = standings()
  let tally = emptyTally()
  let marked = ''

  const takeNews = (view: View, known: Known): void => {
    const { touched, isOfMeetings, isNewDay } = news(view, known)
    if (isOfMeetings) stood.meet(meetingsStood(view))
    if (touched === 'everything') tally = emptyTally()
    else for (const no of touched) pending.add(no)
    // Of a task that is no more too: it is taken off what was counted.
    if (touched === 'everything' || isNewDay) for (const no of [...stood.here(), ...view.plan.tasks.keys()]) pending.add(no)
  }
  const look = (view: View, no: TaskNo): void => {
    pending.delete(no)
    const stand = standOf(view, no)
    put(tally, no, stand)
    stood.put(no, stand === undefined ? undefined : taskStood(view, stand))
  }
  const mark = ({ today }: View, { entries, directoryEntries }: Known): void => {
    const moment = momentOf({ entries: entries.length, directoryEntries, today })
    if (moment !== marked) stood.mark(moment)
    marked = moment
  }

  return {
    on(view, known) {
      takeNews(view, known)
      for (const no of pending) look(view, no)
      mark(view, known)
      return tally
    },
    some(view, known, isEnough) {
      takeNews(view, known)
      for (const no of pending) {
        look(view, no)
        if (isEnough()) break
      }
      if (pending.size === 0) mark(view, known)
      return pending.size === 0
    },
    stood,
  }
}
