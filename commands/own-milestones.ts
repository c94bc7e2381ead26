// The asker's tasks without a date, and what stands of their milestones.
import type { Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { answering } from '#src/queries/answering.ts'
import { ofOwn, ownMilestones, type OwnMilestones } from '#src/queries/milestone-lists.ts'
import { yearToPropose } from '#src/queries/milestones.ts'
import { ownPart } from '#src/queries/own-part.ts'
import { allViews } from './plan-argument.ts'
import { findTask } from './task-argument.ts'
import { viewOf } from './view-of.ts'

/** Of all plans; what is still to be proposed first. */
export const allOwnMilestones = (desk: Desk): OwnMilestones[] =>
  allViews(desk).flatMap((view) => ownMilestones(view, desk.asker === undefined ? [] : unitsAnsweredBy(desk.asker)))

/** What the asker has still to propose, of all plans. */
export const stillToPropose = (desk: Desk): OwnMilestones[] => allOwnMilestones(desk).filter(({ state }) => state === 'missing' || state === 'returned')

type Found = { ok: true; plan: PlanState; task: TaskNo; unit: UnitId; one: OwnMilestones } | { ok: false; refusal: Refusal }

/** One task's, of the year that is asked for where none is said; refused before a form is filled in for nothing. */
export function ownMilestonesOf(desk: Desk, asked: string, wanted?: number): Found {
  const found = findTask(desk, asked, (plan, no) => ownLead(desk, plan, no) !== undefined)
  if (!found.ok) return found
  const { plan, task: no } = found
  const task = plan.tasks.get(no)
  if (task === undefined) throw new Error(`plan ${plan.id} lost its task ${no}`)
  if (plan.handedOutOn === undefined) return { ok: false, refusal: { code: 'plan-not-handed-out' } }
  if (task.due.kind === 'dated') return { ok: false, refusal: { code: 'task-dated', task: no, due: task.due.day } }
  const lead = answering({ plan, directory: desk.directory }, no)
  const unit = ownLead(desk, plan, no)
  if (unit === undefined) return { ok: false, refusal: { code: 'milestones-not-yours', task: no, units: lead === undefined ? [] : [lead.unit] } }
  const year = wanted ?? yearToPropose({ plan, today: desk.today })
  if (year === undefined) return { ok: false, refusal: { code: 'milestones-year', year: Number(desk.today.slice(0, 4)), from: plan.period?.from ?? 0, to: plan.period?.to ?? 0 } }
  return { ok: true, plan, task: no, unit, one: ofOwn(viewOf(desk, plan), task, unit, year) }
}

/** The asker's unit, where it leads the task. */
function ownLead(desk: Desk, plan: PlanState, task: TaskNo): UnitId | undefined {
  const lead = answering({ plan, directory: desk.directory }, task)
  return lead === undefined ? undefined : ownPart(desk, plan, task, lead.unit)?.unit
}

/** Who looks at them. */
export const reviewers = (desk: Desk): string[] => withRole(desk.directory, 'secretary').map(({ name }) => name)
