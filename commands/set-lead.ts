// The secretary names a task's lead; naming the presumed one confirms it. What another lead changes for others is shown first.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { answered, command, type Desk } from '#src/command.ts'
import type { Unit } from '#src/directory/unit.ts'
import { waitingOn } from '#src/ledger/keeping-endings.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { offRegister } from '#src/ledger/task.ts'
import { leadAsked, leadReason, leadSet, setLeadForm, type LeadChange } from '#templates/set-lead.ts'
import { answering, askedFor } from '#src/queries/answering.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'
import { findUnit, unitRefused } from './unit-argument.ts'

/** So many working days a unit is offered that takes over what is due sooner, or was. */
const fairDays = 10

export const setLead = command({
  name: { zh: '定牵头', en: 'set-lead' },
  also: ['改牵头', 'lead'],
  usage: { zh: '定牵头 12 县教育局', en: 'set-lead 12 a unit' },
  about: { zh: '确定任务的牵头单位', en: "name a task's lead" },
  then: { zh: '换单位的，先给您看会怎样；定了马上告诉新老牵头单位。', en: 'Another unit is shown first with what it changes; once set, both units are told.' },
  group: 'adjust',
  may: 'set-lead',
  /** `sure`: what it changes was shown, and pressed. `day`: until when whoever takes it over has. `form`: sent from the form, which asks for that day. */
  args: z.object({ task: TaskArgument, unit: z.string().trim().max(60).default(''), day: z.string().max(40).default(''), sure: z.boolean().default(false), edit: z.boolean().default(false), form: z.boolean().default(false) }),
  typed: ([task, ...unit]) => ({ task, unit: unit.join('') }),
  run({ task: asked, unit: named, day: written, sure, edit, form }, desk) {
    const found = findTask(desk, asked)
    if (!found.ok) return refused(found.refusal, desk, { command: 'set-lead', args: { task: asked, unit: named } })
    const { plan, task } = found
    const card = cardOf(desk, plan, task)
    const off = offRegister({ no: task, course: card.course })
    if (off !== undefined) return refused(off, desk)
    if (named === '') return { kind: 'form', form: setLeadForm(card, [...desk.directory.units.values()].map(({ name }) => name), desk.lang) }
    const unit = findUnit(desk.directory, named)
    if (!unit.ok) return unitRefused(desk, named, unit.nearest, (name) => ({ command: 'set-lead', args: { task: taskName(plan.id, task), unit: name } }))
    const change = changeBy(desk, plan, task, unit.unit)
    if (edit) return { kind: 'form', form: setLeadForm(card, [unit.unit.name], desk.lang, { unit: unit.unit.name, day: change.fair ?? desk.today }) }
    const day = written === '' ? undefined : dayIn(written, desk.today)
    if (day?.ok === false) return form ? { kind: 'form-errors', errors: fieldErrors('day', dayRefusal(day, desk.today), desk) } : refused(dayRefusal(day, desk.today), desk)
    if (!sure && isToBeAsked(change)) return answered(leadAsked({ task: card, to: unit.unit.name, change, today: desk.today }, desk.lang))
    const due = day === undefined ? {} : { due: { day: day.day, reason: leadReason(unit.unit.name, desk.lang) } }
    const recording = desk.record(plan.id, { type: 'set-lead', task, unit: unit.unit.id, ...due })
    const told = plan.handedOutOn === undefined || change.from === undefined ? [] : change.toldBefore
    return recorded(recording, desk, () => leadSet({ task: cardOf(desk, plan, task), contacts: change.contacts, told, today: desk.today }, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})

/** What another lead changes: who had it, what of theirs waits, and by when it is due for who takes it over. */
function changeBy(desk: Desk, plan: PlanState, task: TaskNo, { id }: Unit): LeadChange {
  const { directory, today, calendar } = desk
  const before = answering({ plan, directory }, task)
  const contacts = askedFor(directory, id).map(({ name }) => name)
  if (before === undefined || before.unit === id) return { contacts, waiting: [], toldBefore: [] }
  const due = plan.tasks.get(task)?.due
  const fair: Day = calendar.addWorkingDays(calendar.lastWorkingDayBy(today), fairDays)
  return {
    from: directory.units.get(before.unit)?.name ?? before.unit, contacts, toldBefore: askedFor(directory, before.unit).map(({ name }) => name),
    waiting: waitingOn(plan, task).filter(({ unit }) => unit === before.unit),
    ...(before.status === 'accepted' ? { doneOn: before.acceptedOn } : {}),
    ...(plan.handedOutOn !== undefined && due?.kind === 'dated' && due.day < fair ? { due: due.day, fair } : {}),
  }
}

/** Nobody is there yet, or somebody loses what waits, is done, or is nearly due. */
const isToBeAsked = ({ contacts, waiting, doneOn, fair }: LeadChange): boolean => contacts.length === 0 || waiting.length > 0 || doneOn !== undefined || fair !== undefined
