// How the tasks of a plan stood at moments that have passed, kept as it changes: what is otherwise since is found without the past being folded again.
import type { Day } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import { answering } from './answering.ts'
import { taskLight, type Light } from './light.ts'
import { dueOf } from './plan-due.ts'
import type { Stand } from './stand.ts'
import type { Tally } from './tally.ts'
import { waitingIn } from './voices.ts'
import type { View } from './view.ts'

/** As little of a task as a change of it is seen by, and what is said of one that is no more. */
export type TaskStood = { light: Light; isContested: boolean; due: Day | undefined; title: string; lead: string | undefined }
/** `decided`: how many tasks it made. */
export type MeetingStood = Pick<Meeting, 'status' | 'day'> & { decided: number; isMinuted: boolean }

/** How a plan stood at a moment. `tasks`: all that may stand otherwise now, as they stood then; undefined for one that was not there. */
export type Stood = { tasks: ReadonlyMap<TaskNo, TaskStood | undefined>; meetings: ReadonlyMap<string, MeetingStood> }

export function taskStood({ plan, directory }: View, { no, light, isContested, lead }: Stand): TaskStood | undefined {
  const task = plan.tasks.get(no)
  return task === undefined ? undefined : { light, isContested, due: dueOf(plan, task)?.day, title: task.title, lead: lead === undefined ? undefined : unitName(directory, lead) }
}

export const meetingsStood = ({ plan }: Pick<View, 'plan'>): Stood['meetings'] => new Map([...plan.meetings.values()].map((meeting) => [meeting.id, meetingStood(meeting)]))

export const meetingStood = ({ status, day, items, minutes }: Meeting): MeetingStood => ({ status, day, decided: items.filter((item) => 'task' in item).length, isMinuted: minutes !== undefined })

/** All of it, where the past itself is at hand. @param now what there is now */
export function stoodOf(then: { view: View; tally: Tally }, now: Iterable<TaskNo>): Stood {
  const all = new Set([...then.tally.stands.keys(), ...now])
  const stood = (no: TaskNo): TaskStood | undefined => ((stand) => (stand === undefined ? undefined : taskStood(then.view, stand)))(then.tally.stands.get(no))
  return { tasks: new Map([...all].map((no) => [no, stood(no)])), meetings: meetingsStood(then.view) }
}

/** The same of one task, where nothing is kept of how it stands: no more is worked out than is asked for. */
export function stoodIn(view: View, no: TaskNo): TaskStood | undefined {
  const { plan, directory } = view
  const task = plan.tasks.get(no)
  if (task === undefined) return undefined
  const lead = answering(view, no)
  const isContested = lead !== undefined && waitingIn(task, lead, 'objection').length > 0
  return { light: taskLight(view, no).light, isContested, due: dueOf(plan, task)?.day, title: task.title, lead: lead === undefined ? undefined : unitName(directory, lead.unit) }
}

const isSame = (one: TaskStood | undefined, other: TaskStood | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && one.light === other.light && one.isContested === other.isContested && one.due === other.due && one.title === other.title && one.lead === other.lead)

export type Standings = {
  /** A task stands so from now on; undefined where it is no more. */
  put: (no: TaskNo, stood: TaskStood | undefined) => void
  /** All that stand now. */
  here: () => Iterable<TaskNo>
  meet: (meetings: Stood['meetings']) => void
  /** All is known of this moment, which is now. */
  mark: (moment: string) => void
  knows: (moment: string) => boolean
  /** @returns undefined where nothing is known of the moment */
  at: (moment: string) => Stood | undefined
  /** Begins to take in a moment from a past that is at hand: its tasks one after another, however much else happens between, and all of those here. */
  recall: (meetings: Stood['meetings'], then: (no: TaskNo) => TaskStood | undefined) => { take: (no: TaskNo) => void; end: (moment: string) => void }
}

/** Of so many moments it is known how all stood, those that were marked last. */
const momentsKept = 5000

type Moment = { from: number; other: ReadonlyMap<TaskNo, TaskStood | undefined>; meetings: Stood['meetings'] }

export function standings(): Standings {
  const now = new Map<TaskNo, TaskStood>()
  let meetings: Stood['meetings'] = new Map()
  /** What was otherwise before, in the order in which it changed; the first of them is the `dropped`th that there ever was. */
  let before: { no: TaskNo; was: TaskStood | undefined }[] = []
  let dropped = 0
  const moments = new Map<string, Moment>()

  const changedFrom = (from: number, into: Map<TaskNo, TaskStood | undefined>, was: (change: { no: TaskNo; was: TaskStood | undefined }) => TaskStood | undefined): void => {
    for (const change of before.slice(from - dropped)) if (!into.has(change.no)) into.set(change.no, was(change))
  }
  const keep = (moment: string, stood: Moment): void => {
    if (moments.has(moment)) return
    moments.set(moment, stood)
    if (moments.size <= momentsKept) return
    for (const [old] of [...moments].slice(0, momentsKept / 10)) moments.delete(old)
    const [first] = moments.values()
    if (first === undefined) return
    before = before.slice(first.from - dropped)
    dropped = first.from
  }

  return {
    put(no, stood) {
      const was = now.get(no)
      if (isSame(was, stood)) return
      before.push({ no, was })
      if (stood === undefined) now.delete(no)
      else now.set(no, stood)
    },
    here: () => now.keys(),
    meet: (known) => void (meetings = known),
    mark: (moment) => keep(moment, { from: dropped + before.length, other: new Map(), meetings }),
    knows: (moment) => moments.has(moment),
    at(moment) {
      const known = moments.get(moment)
      if (known === undefined) return undefined
      const tasks = new Map(known.other)
      changedFrom(known.from, tasks, ({ was }) => was)
      return { tasks, meetings: known.meetings }
    },
    recall(meetingsThen, then) {
      const begun = dropped + before.length
      const other = new Map<TaskNo, TaskStood | undefined>()
      return {
        take(no) {
          const was = then(no)
          if (!isSame(was, now.get(no))) other.set(no, was)
        },
        end(moment) {
          // What changed meanwhile may have been looked at before it did.
          changedFrom(Math.max(begun, dropped), other, ({ no }) => then(no))
          keep(moment, { from: dropped + before.length, other, meetings: meetingsThen })
        },
      }
    },
  }
}
