// 变化: what is otherwise than it was at a moment that has passed, each task once, by what a leader should know first.
import type { Day } from '#src/calendar/day.ts'
import { neverWas } from '#src/ledger/agenda-request.ts'
import { bodyOf } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { PersonId, PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import { clausesUnmet, type ClauseFacts } from '#src/meetings/clauses.ts'
import { instructionIn, isUnconfirmed } from '#src/ledger/origin.ts'
import type { Light } from './light.ts'
import type { DecidedOf } from './decided.ts'
import { dueOf } from './plan-due.ts'
import { cardOfStand } from './stand.ts'
import { meetingStood, type MeetingStood, type Stood, type TaskStood } from './stood.ts'
import type { Tally } from './tally.ts'
import type { TaskCard } from './task-card.ts'
import type { View } from './view.ts'

/** In the order in which a leader reads them. `moved`: the light may be the same, the date is another. */
export const changeKinds = ['red', 'contested', 'yellow', 'moved', 'added', 'done', 'better', 'other', 'gone'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** `from` is undefined for a task that was not there. `due`: its day then and now, where they differ. `was`: of one that is gone. */
export type Change = { plan: PlanId; number: TaskNo; from?: Light; due?: { from?: Day; to?: Day }; on: Day } & ({ kind: Exclude<ChangeKind, 'gone'> } | { kind: 'gone'; was: TaskStood })
/** Scheduled, moved, held or not held since, with what it decided since; `was`: as it stood. `isOthers`: another's body, and only our item there is ours. */
export type MeetingChange = { meeting: Meeting; body: string; isOthers?: true; was?: MeetingStood; decided: number; isMinuted: boolean }

/** As little as is known of a task that is no more. */
export type GoneTask = Pick<TaskCard, 'plan' | 'number' | 'title' | 'light'> & { lead?: { name: string }; contested?: object }
/** With the task as it is shown. */
export type TaskChange = Pick<Change, 'from' | 'due' | 'on'> & ({ kind: Exclude<ChangeKind, 'gone'>; task: TaskCard } | { kind: 'gone'; task: GoneTask })

/** `tasks`: of each kind the first that are shown; `counts`: all. `decided`: what leaders decided since, for those who may see it. `unmet`: windows that closed since with too few sittings or reviews. */
export type Changes = { counts: Record<ChangeKind, number>; tasks: TaskChange[]; meetings: MeetingChange[]; decided?: readonly DecidedOf[]; unmet?: readonly ClauseFacts[] }

/** How a plan stands now. */
export type Standing = { view: View; tally: Tally }

/** When a sitting was. */
export type Held = Pick<Meeting, 'day' | 'time'>

/** So many of a kind are shown, and so many of the one that is asked for by itself. */
const shownOfKind = 8
const shownAlone = 40

/** Of several plans, each with how it stood; a plan that was not there had nothing. @param among tasks of a plan that are asked about, where not all are `own`: the reader, to whom their own orders are no news. @param kind that alone @param held the sitting since which it is asked */
export function changesAmong(plans: readonly { then: Stood | undefined; now: Standing; among?: ReadonlySet<TaskNo>; own?: PersonId }[], kind?: ChangeKind, held?: Held): Changes {
  const found = inOrder(plans.flatMap(({ then, now, among, own }) => changesOf(then, now).filter((change) => among?.has(change.number) !== false && (kind === undefined || change.kind === kind) && (own === undefined || !isActOf(own, change, now.view)))))
  const most = kind === undefined ? shownOfKind : shownAlone
  const now = new Map(plans.map((each) => [each.now.view.plan.id, each.now]))
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Changes['counts']
  const tasks = found.flatMap((change) => ((counts[change.kind] += 1) > most ? [] : shown(change, now.get(change.plan))))
  return { counts, tasks, meetings: plans.flatMap(({ then, now: { view }, among }) => (among === undefined && kind === undefined ? meetingsOf(then, view, held) : [])) }
}

/** Somebody's order that is new, or that they took back. */
function isActOf(by: PersonId, { kind, from, number }: Change, { plan }: View): boolean {
  if (kind === 'gone') return plan.amended.withdrawn.get(number)?.by === by
  const origin = from === undefined ? instructionIn(plan.tasks.get(number)) : undefined
  return origin?.from === by && !isUnconfirmed(origin)
}

/** @returns all, in no order */
export function changesOf(then: Stood | undefined, { view, tally }: Standing): Change[] {
  return [...(then?.tasks.keys() ?? tally.stands.keys())].flatMap((no) => changeOf(no, then?.tasks.get(no), { view, tally }) ?? [])
}

const inOrder = (changes: readonly Change[]): Change[] =>
  changes.toSorted((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) || (a.on < b.on ? 1 : a.on > b.on ? -1 : a.number - b.number))

function changeOf(number: TaskNo, was: TaskStood | undefined, { view, tally }: Standing): Change | undefined {
  const of = { plan: view.plan.id, number }
  const stand = tally.stands.get(number)
  const task = view.plan.tasks.get(number)
  if (stand === undefined || task === undefined) return was === undefined ? undefined : { ...of, kind: 'gone', from: was.light, on: view.today, was }
  const [from, to] = [was?.due, dueOf(view.plan, task)?.day]
  const isMoved = was !== undefined && from !== to
  const isContested = stand.isContested && was?.isContested !== true
  if (was?.light === stand.light && !isMoved && !isContested) return undefined
  return { ...of, kind: kindOf(was?.light, stand.light, isMoved, isContested), on: stand.since ?? view.today, ...present({ from: was?.light }), ...(isMoved ? { due: present({ from, to }) } : {}) }
}

function kindOf(from: Light | undefined, to: Light, isMoved: boolean, isContested: boolean): Exclude<ChangeKind, 'gone'> {
  if (to === 'red' && from !== 'red') return 'red'
  if (isContested) return 'contested'
  if (to === 'yellow' && from !== 'yellow' && from !== 'red') return from === undefined ? 'added' : 'yellow'
  if (isMoved) return 'moved'
  if (from === undefined) return 'added'
  if (to === 'done') return 'done'
  return to === 'green' && (from === 'red' || from === 'yellow') ? 'better' : 'other'
}

function shown(change: Change, now: Standing | undefined): TaskChange[] {
  const { plan, number, on, ...rest } = change
  const about = { on, ...present({ from: rest.from, due: rest.due }) }
  if (rest.kind === 'gone') {
    const { light, title, lead, isContested } = rest.was
    return [{ ...about, kind: rest.kind, task: { plan, number, light, title, ...(lead === undefined ? {} : { lead: { name: lead } }), ...(isContested ? { contested: {} } : {}) } }]
  }
  const stand = now?.tally.stands.get(number)
  const task = now === undefined || stand === undefined ? undefined : cardOfStand(now.view, stand)
  return task === undefined ? [] : [{ ...about, kind: rest.kind, task }]
}

function meetingsOf(then: Stood | undefined, { plan, today }: View, held: Held | undefined): MeetingChange[] {
  const changed = [...plan.meetings.values()].flatMap((meeting): MeetingChange[] => {
    const body = bodyOf(plan, meeting.body)
    if (neverWas(meeting, body)) return []
    const now = meetingStood(meeting)
    const stood = then?.meetings.get(meeting.id)
    // Whenever it was put on record: what took place before that sitting is no change since, but for its minutes.
    const was = held !== undefined && isBefore(meeting, held) ? { ...now, isMinuted: stood?.isMinuted === true } : stood
    const decided = now.decided - (was?.decided ?? 0)
    const isMinuted = now.isMinuted && was?.isMinuted !== true
    if (was?.status === now.status && was.day === now.day && decided === 0 && !isMinuted) return []
    return [{ meeting, body: body?.name ?? meeting.body, ...(body?.convened === false ? { isOthers: true } : {}), ...present({ was }), decided, isMinuted }]
  })
  return changed.toSorted((a, b) => nearestFirst(a.meeting.day, b.meeting.day, today))
}

/** What has been, the last first; then what is ahead, the next first. */
function nearestFirst(a: Day, b: Day, today: Day): number {
  if (a > today !== b > today) return a > today ? 1 : -1
  return (a < b ? -1 : 1) * (a > today ? 1 : -1)
}

/** Of the same day by its hour, where it is known. */
const isBefore = (meeting: Held, held: Held): boolean => meeting.day < held.day || (meeting.day === held.day && meeting.time !== '' && held.time !== '' && meeting.time < held.time)

/** Windows that closed on a day or later with too few sittings or reviews, and nobody has said why. */
export const closedSince = ({ plan, today }: View, day: Day): ClauseFacts[] => clausesUnmet(plan, today).filter(({ window }) => window.to >= day)
