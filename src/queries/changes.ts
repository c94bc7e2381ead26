// 变化: what is otherwise than it was at a moment that has passed, each task once, by what a leader should know first.
import type { Day } from '#src/calendar/day.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { Light, Why } from './light.ts'
import { present } from '#src/ledger/fields.ts'
import { dueOf } from './plan-due.ts'
import type { Stand } from './stand.ts'
import type { Tally } from './tally.ts'
import { taskCard, type TaskCard } from './task-card.ts'
import type { View } from './view.ts'

/** In the order in which a leader reads them. `moved`: the light may be the same, the date is another. */
export const changeKinds = ['red', 'contested', 'yellow', 'moved', 'added', 'done', 'better', 'other', 'gone'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** `from` is undefined for a task that was not there. `due`: its day then and now, where they differ. */
export type TaskChange = { kind: ChangeKind; task: TaskCard; from?: Light; due?: { from?: Day; to?: Day }; on: Day }
/** Scheduled, held or not held since. */
export type MeetingChange = { meeting: Meeting; body: string }

export type Changes = { tasks: TaskChange[]; meetings: MeetingChange[] }

/** How a plan stood at the moment; a plan that was not there had nothing. */
export type Stood = { view: View; tally: Tally }

/** @returns the newest of each kind first */
export function changesOf(then: Stood | undefined, now: Stood): Changes {
  const { view, tally } = now
  const tasks = [...tally.stands.values()].flatMap((stand) => changeOf(then, stand, view) ?? [])
  const gone = then === undefined ? [] : [...then.tally.stands.values()].filter(({ no }) => !tally.stands.has(no)).flatMap((stand) => goneOf(then, stand, view.today))
  return { tasks: inOrder([...tasks, ...gone]), meetings: meetingsOf(then, view) }
}

export const inOrder = (changes: readonly TaskChange[]): TaskChange[] =>
  changes.toSorted((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) || (a.on < b.on ? 1 : a.on > b.on ? -1 : a.task.number - b.task.number))

function changeOf(then: Stood | undefined, stand: Stand, view: View): TaskChange | undefined {
  const before = then?.tally.stands.get(stand.no)
  const task = view.plan.tasks.get(stand.no)
  if (task === undefined) return undefined
  const wasTask = then?.view.plan.tasks.get(stand.no)
  const [from, to] = [wasTask === undefined || then === undefined ? undefined : dueOf(then.view.plan, wasTask)?.day, dueOf(view.plan, task)?.day]
  const isMoved = wasTask !== undefined && from !== to
  const isContested = stand.isContested && before?.isContested !== true
  if (before?.light === stand.light && !isMoved && !isContested) return undefined
  const card = taskCard(view, stand.no)
  if (card === undefined) return undefined
  const kind = kindOf(before?.light, stand.light, isMoved, isContested)
  return { kind, task: card, on: dayOfWhy(card.why) ?? view.today, ...present({ from: before?.light }), ...(isMoved ? { due: present({ from, to }) } : {}) }
}

function kindOf(from: Light | undefined, to: Light, isMoved: boolean, isContested: boolean): ChangeKind {
  if (to === 'red' && from !== 'red') return 'red'
  if (isContested) return 'contested'
  if (to === 'yellow' && from !== 'yellow' && from !== 'red') return from === undefined ? 'added' : 'yellow'
  if (isMoved) return 'moved'
  if (from === undefined) return 'added'
  if (to === 'done') return 'done'
  return to === 'green' && (from === 'red' || from === 'yellow') ? 'better' : 'other'
}

const goneOf = ({ view }: Stood, { no, light }: Stand, today: Day): TaskChange[] => ((task) => (task === undefined ? [] : [{ kind: 'gone' as const, task, from: light, on: today }]))(taskCard(view, no))

/** Since when a light has its reason. */
function dayOfWhy(why: Why): Day | undefined {
  if (why.rule === 'overdue' || why.rule === 'milestone-overdue') return why.due
  if (why.rule === 'claim-waiting') return why.claimedOn
  return 'on' in why ? why.on : undefined
}

function meetingsOf(then: Stood | undefined, { plan }: View): MeetingChange[] {
  const isOther = (meeting: Meeting): boolean => ((before) => before?.status !== meeting.status || before.day !== meeting.day)(then?.view.plan.meetings.get(meeting.id))
  return [...plan.meetings.values()].filter(isOther).map((meeting) => ({ meeting, body: plan.bodies.get(meeting.body)?.name ?? meeting.body })).toSorted((a, b) => (a.meeting.day < b.meeting.day ? 1 : -1))
}
