// The asker's own part in a task: what they may report on.
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { stoodIn } from '#src/directory/absence.ts'
import { unitAndItsGroups, unitNow } from '#src/directory/directory.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import { keyOf, notOpen, standingOf, type Assignment, type Member, type Report } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Remark } from '#src/ledger/remark.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { askedFor, partOf, partsOf } from '#src/queries/answering.ts'
import { askedAbout } from '#src/queries/handed.ts'
import { ownPart, type Speaker, type Wanted } from '#src/queries/own-part.ts'
import { taskCard, type TaskCard } from '#src/queries/task-card.ts'
import { findTask, taskName } from './task-argument.ts'
import { viewOf } from './view-of.ts'

export type OwnTask = {
  plan: PlanState
  task: TaskNo
  /** The assignment's unit, and the member that speaks where it is a group's. */
  part: { unit: UnitId; member?: UnitId }
  /** As they stand when asked, not when found. */
  card: () => TaskCard
  lastReport: () => Report | undefined
  /** What they wrote plainly, oldest first. */
  remarks: () => readonly Remark[]
  /** The whole part, and what the asker's own unit has said in it. */
  whole: () => Assignment
  voice: () => Member
  /** Why nothing more is asked of it. */
  taken: () => Refusal | undefined
}

/** The task meant and the asker's part in it; refused where their units have none, or are not the `unit` that a message asks. */
export function ownTask(desk: Desk, asked: string, named?: UnitId, wanted?: Wanted): { ok: true; own: OwnTask } | { ok: false; refusal: Refusal } {
  const found = findTask(desk, asked, (plan, task) => ownPart(desk, plan, task) !== undefined)
  if (!found.ok) return found
  const { plan, task } = found
  // A message of long ago names its unit as it was then.
  const unit = named === undefined ? undefined : unitNow(desk.directory, named)
  const part = ownPart(desk, plan, task, unit, wanted)
  const former = unit === undefined ? undefined : plan.amended.formerParts.get(keyOf(task, unit))
  if (part === undefined && unit !== undefined && former !== undefined) return { ok: false, refusal: { code: 'part-ended', task, unit, on: former.on } }
  const notHanded = part === undefined ? handledByOthers(desk, plan, task, unit) : undefined
  if (notHanded !== undefined) return { ok: false, refusal: notHanded }
  const left = part === undefined ? leftUnit(desk, plan, task, unit) : undefined
  if (left !== undefined) return { ok: false, refusal: left }
  const past = part === undefined ? pastDeputy(desk, plan, task, unit) : undefined
  if (past !== undefined) return { ok: false, refusal: past }
  if (part === undefined && unit !== undefined) return { ok: false, refusal: { code: 'not-permitted', permission: 'report' } }
  if (part === undefined) return { ok: false, refusal: { code: 'unit-not-on-task', task, units: partsOf({ plan, directory: desk.directory }, task).map(({ unit }) => unit) } }
  return { ok: true, own: taskOf(desk, plan, task, part) }
}

function taskOf(desk: Desk, plan: PlanState, task: TaskNo, part: OwnTask['part']): OwnTask {
  const now = (): Assignment => {
    const assignment = partOf({ plan, directory: desk.directory }, task, part.unit)
    if (assignment === undefined) throw new Error(`plan ${plan.id} lost the part of ${part.unit} in its task ${task}`)
    return assignment
  }
  return { plan, task, part, card: () => cardOf(desk, plan, task), lastReport: () => standingOf(now(), part.member).report, whole: now, voice: () => standingOf(now(), part.member), remarks: () => standingOf(now(), part.member).remarks ?? [], taken: () => notOpen(now(), part.member) }
}

/** Whose word it is that is shown with it, in the buttons and forms that come of it. */
export const speakerFor = ({ plan, task, part }: OwnTask): Speaker => ({ of: (name) => (name === taskName(plan.id, task) ? (part.member ?? part.unit) : undefined), units: [] })

/** What a secretary recorded last in a task, whoever's word it was. @param at the one that was seen */
export function recordedTask(desk: Desk, asked: string, at?: Instant): { ok: true; own: OwnTask } | { ok: false; refusal: Refusal } {
  const voicesIn = (plan: PlanState, task: TaskNo): { part: OwnTask['part']; report: Report }[] =>
    partsOf({ plan, directory: desk.directory }, task).flatMap((part) => [undefined, ...part.byMember.keys()].flatMap((member) => {
      const { report } = standingOf(part, member)
      return report === undefined ? [] : [{ part: { unit: part.unit, ...(member === undefined ? {} : { member }) }, report }]
    })).toSorted((a, b) => (a.report.at < b.report.at ? 1 : -1))
  const found = findTask(desk, asked, (plan, task) => voicesIn(plan, task).some(({ report }) => report.onBehalf !== undefined))
  if (!found.ok) return found
  const voices = voicesIn(found.plan, found.task)
  const recorded = voices.filter(({ report }) => report.onBehalf !== undefined)
  const meant = recorded.find(({ report }) => report.at === at) ?? recorded[0]
  const [last] = voices
  if (meant === undefined) return { ok: false, refusal: { code: 'not-recorded-for', task: found.task, ...(last === undefined ? {} : { reportedOn: last.report.on }) } }
  return { ok: true, own: taskOf(desk, found.plan, found.task, meant.part) }
}

/** Who was of a unit once is told who answers for it now. @param named the one unit that is meant */
function leftUnit({ asker, directory }: Desk, plan: PlanState, task: TaskNo, named?: UnitId): Refusal | undefined {
  for (const part of partsOf({ plan, directory }, task)) {
    const left = [part.unit, ...(directory.units.get(part.unit)?.members ?? [])].find((each) => asker?.formerOf.includes(each) === true && (named === undefined || named === part.unit || named === each))
    if (left !== undefined) return { code: 'no-longer-yours', unit: left, now: askedAbout(directory, part, [left]).map(({ id }) => id) }
  }
  return undefined
}

/** Who stood in for one of the unit's people until a day ago is told so. @param named the one unit that is meant */
function pastDeputy({ asker, directory, today }: Desk, plan: PlanState, task: TaskNo, named?: UnitId): Refusal | undefined {
  for (const { person, until } of asker === undefined ? [] : stoodIn(directory, asker.id, today)) {
    const theirs = directory.people.get(person)
    const units = theirs === undefined ? [] : unitsHeldBy(theirs)
    const part = partsOf({ plan, directory }, task).find((each) => units.some((unit) => unitAndItsGroups(directory, unit).includes(each.unit) && (named === undefined || named === each.unit || named === unit)))
    const unit = units.find((each) => part !== undefined && unitAndItsGroups(directory, each).includes(part.unit))
    if (part !== undefined && unit !== undefined) return { code: 'no-longer-deputy', person, until, unit, now: askedAbout(directory, part, [unit]).map(({ id }) => id) }
  }
  return undefined
}

/** A handler is told whose item of the unit it is, and who can hand it on. @param named the one unit that is meant */
function handledByOthers(desk: Desk, plan: PlanState, task: TaskNo, named?: UnitId): Refusal | undefined {
  const { asker, directory } = desk
  const parts = partsOf({ plan, directory }, task).filter(({ unit }) => named === undefined || unitAndItsGroups(directory, named).includes(unit))
  for (const unit of asker?.handlerOf ?? []) {
    const part = parts.find((each) => unitAndItsGroups(directory, unit).includes(each.unit))
    const member = part === undefined || part.unit === unit ? undefined : unit
    // Theirs, and done: that is why it is not among what they handle.
    const closed = part !== undefined && standingOf(part, member).handler === asker?.id ? notOpen(part, member) : undefined
    if (closed !== undefined) return closed
    if (part !== undefined) return { code: 'not-handed-to-you', task, unit, now: askedAbout(directory, part, [unit]).map(({ id }) => id), hands: askedFor(directory, unit).map(({ id }) => id) }
  }
  return undefined
}

/** The card of a task that is known to be there. */
export function cardOf(desk: Desk, plan: PlanState, task: TaskNo): TaskCard {
  const card = taskCard(viewOf(desk, plan), task)
  if (card === undefined) throw new Error(`plan ${plan.id} lost its task ${task}`)
  return card
}
