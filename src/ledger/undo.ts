// 撤销: a person takes back what they did a moment ago. Both stay on the ledger; the state is as it was before.
import type { Instant } from '#src/calendar/day.ts'
import { keyOf } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { effects, type Undoing } from './effects.ts'
import { present } from './fields.ts'
import { TaskNo, type PersonId } from './ids.ts'
import { actAt, isRemarkAlone, type ActUndone, type LastAct } from './last-act.ts'
import { isReachedAt, notReached, yearKey, type YearKey } from './milestone.ts'
import type { PlanEvent } from './plan-event.ts'
import type { PlanState } from './plan-state.ts'
import { sameReview } from './review.ts'
import type { Stamp } from './stamp.ts'
import { takenBack } from './taken-back.ts'
import type { TaskThen } from './task-then.ts'

/** Without `at` the last thing the person did. */
export type UndoIntent = { type: 'undo'; at?: Instant }

/** How long an act can be taken back; afterwards it is corrected, with a reason. */
export const undoMinutes = 10

/** Acts that can be taken back, by their events, each with the intents that it comes from. */
export const undoable: ReadonlyMap<string, Undoing> = new Map(Object.entries(effects).flatMap(([act, { undo }]) => (undo === 'final' ? [] : [[act, undo]])))

/** Keeps what an act changed, so that it can be taken back. */
export function rememberAct(plan: PlanState, act: PlanEvent['type'], { parts = [], reached = [], duties = [], excuses = [], reviews = [] }: Partial<Pick<LastAct, 'parts' | 'reached' | 'duties' | 'excuses' | 'reviews'>>, { at, by }: Stamp): void {
  if (by === 'system' || parts.length + reached.length + duties.length + excuses.length + reviews.length === 0) return
  const last = plan.lastActs.get(by)
  const tasks = [...parts.map(({ after }) => after.task), ...reached.map(taskOfYear)]
  const isSame = last?.at === at
  const fresh: LastAct = { at, acts: [], tasks: [], parts: [], reached: [], duties: [], goesBack: 'yes' }
  // A remark is never taken back, and does not keep what was done beside it.
  const known = !isSame ? fresh : isRemarkAlone(last) ? { ...fresh, withRemark: true as const } : last
  plan.lastActs.set(by, { ...known, acts: [...known.acts, act], tasks: [...new Set([...known.tasks, ...tasks])], parts: joined(known.parts, parts), reached: [...known.reached, ...reached], duties: [...known.duties, ...duties], ...(excuses.length === 0 ? {} : { excuses: [...(known.excuses ?? []), ...excuses] }), ...(reviews.length === 0 ? {} : { reviews: [...(known.reviews ?? []), ...reviews] }) })
}

const taskOfYear = (year: YearKey): TaskNo => TaskNo.parse(Number(year.split('/')[0]))

/** Whatever else a person does is their last act, and what they did before it is not any more; a remark, which a sentence becomes by itself, leaves that. */
export function rememberFinal(plan: PlanState, event: { type: PlanEvent['type']; task?: TaskNo }, { at, by }: Stamp): void {
  if (by === 'system' || event.type === 'act-undone' || undoable.has(event.type)) return
  const last = plan.lastActs.get(by)
  if (event.type === 'remarked' && last?.at === at && last.goesBack === 'yes') {
    plan.lastActs.set(by, { ...last, withRemark: true })
    return
  }
  // One act may be several entries: what it is called goes by the first that cannot be taken back.
  const known = last?.at === at && last.goesBack === 'no' ? last : { acts: [], tasks: [] }
  const tasks = event.task === undefined ? known.tasks : [...new Set([...known.tasks, event.task])]
  const behind = event.type !== 'remarked' ? undefined : last?.goesBack === 'yes' ? last : last?.behind
  plan.lastActs.set(by, { at, acts: [...known.acts, event.type], tasks, parts: [], reached: [], duties: [], goesBack: 'no', ...present({ behind }) })
}

/** One act may touch a part twice: it goes back to how it stood before the first. */
const joined = (before: LastAct['parts'], more: LastAct['parts']): LastAct['parts'] => {
  const byKey = new Map(before.map((part) => [part.key, part]))
  for (const part of more) byKey.set(part.key, { ...part, before: byKey.get(part.key)?.before ?? part.before })
  return [...byKey.values()]
}

export function decideUndo(plan: PlanState, intent: UndoIntent, { at, by }: Stamp): Decision<ActUndone> {
  const last = by === 'system' ? undefined : actAt(plan.lastActs.get(by), intent.at)
  if (last === undefined) return refuse({ code: 'nothing-to-undo' })
  const { acts, tasks, goesBack } = last
  if (goesBack === 'undone') return refuse({ code: 'undone-already', acts, tasks })
  if (intent.at !== undefined && intent.at !== last.at) return refuse({ code: 'undo-not-last', acts, tasks })
  if (goesBack === 'no') return refuse({ code: 'undo-final', acts, tasks })
  // What others went on from is no more put right than taken back.
  if (isOvertaken(plan, last)) return refuse({ code: 'undo-overtaken', acts, tasks })
  if (Date.parse(at) - Date.parse(last.at) > undoMinutes * 60_000) return refuse({ code: 'undo-late', minutes: undoMinutes, acts, tasks })
  return accept({ type: 'act-undone', at: last.at, acts: [...acts] })
}

/** Whether somebody has changed since what the act changed, or what it was done on is closed. */
function isOvertaken(plan: PlanState, { parts, reached, duties, excuses = [], reviews = [], at }: LastAct): boolean {
  return parts.some((part) => isStruckOff(plan, part.after.task) || ((now) => now === undefined || takenBack(now, part) === undefined)(plan.assignments.get(part.key)))
    || reached.some((key) => isStruckOff(plan, taskOfYear(key)) || !isReachedAt(plan.milestones.get(key), at))
    || duties.some(({ key, after }) => plan.fulfilments.get(key) !== after)
    || excuses.some(({ key, after }) => plan.excused.get(key) !== after)
    || reviews.some(({ before, after }) => plan.reviews.get(after.id) !== after || (after.status === 'cancelled' && sameReview(plan.reviews.values(), before) !== undefined))
}

const isStruckOff = ({ tasks }: PlanState, task: TaskNo): boolean => tasks.get(task)?.course?.struckOff !== undefined

/** Changes the plan's own maps in place. That it was taken back is the last act: 撤销 goes one step. */
export function evolveUndo(plan: PlanState, { at }: ActUndone, { at: now, by }: Stamp): void {
  const last = by === 'system' ? undefined : actAt(plan.lastActs.get(by), at)
  if (by === 'system' || last?.at !== at) return
  for (const part of last.parts) {
    const standing = plan.assignments.get(part.key)
    const before = standing === undefined ? undefined : takenBack(standing, part)
    if (before !== undefined) plan.assignments.set(part.key, before)
  }
  for (const key of last.reached) {
    const year = plan.milestones.get(key)
    if (year !== undefined) plan.milestones.set(key, notReached(year, at, by))
  }
  for (const { key, before } of last.duties) {
    if (before === undefined) plan.fulfilments.delete(key)
    else plan.fulfilments.set(key, before)
  }
  for (const { key } of last.excuses ?? []) plan.excused.delete(key)
  for (const { before } of last.reviews ?? []) plan.reviews.set(before.id, before)
  // It never was, on the days that are past as little as now.
  for (const task of last.tasks) {
    const days = plan.stood.get(task)
    if (days !== undefined) plan.stood.set(task, days.map((then) => withoutAct(then, { ...last, by })))
  }
  // What the act left nowhere to wait waits again: it did not end.
  for (const [key, ending] of plan.endings) if (ending.at === at && ending.by === by) plan.endings.delete(key)
  plan.lastActs.set(by, { at: now, acts: last.acts, tasks: last.tasks, parts: [], reached: [], duties: [], goesBack: 'undone' })
}

/** How a task had stood, had it not been done. */
const withoutAct = (then: TaskThen, { at, by, parts, reached }: LastAct & { by: PersonId }): TaskThen => ({
  ...then,
  parts: then.parts.map((part) => ((changed) => (changed === undefined ? undefined : takenBack(part, changed)) ?? part)(parts.find(({ key }) => key === keyOf(part.task, part.unit)))),
  years: then.years.map((year) => (reached.includes(yearKey(year.task, year.year)) ? notReached(year, at, by) : year)),
})
