// The secretary binds, moves or corrects a task's date. What it was before stays on the ledger.
import { z } from 'zod'
import { wholeDays } from '#src/calendar/english-day.ts'
import { command, type Desk } from '#src/command.ts'
import { Words, type TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { offRegister } from '#src/ledger/task.ts'
import { answering, askedFor } from '#src/queries/answering.ts'
import { dayTakesReason, dueSet, type DueChange, setDueForm } from '#templates/set-due.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { cardOf } from './own-task.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'

export const setDue = command({
  name: { zh: '改时限', en: 'set-due' },
  also: ['定时限', 'due'],
  usage: { zh: '改时限 12 2026-09-30 〔原因〕（读错的：改时限 12 2026-09-30 更正）', en: 'set-due 12 2026-09-30 〔why〕 (misread: set-due 12 2026-09-30 correction)' },
  about: { zh: '改任务时限：任务号、日期、原因（原定日期会保留）', en: "move a task's date: number, day, reason (the first date is kept)" },
  then: { zh: '马上生效并告诉单位，原定日期保留、改过几次看得到。', en: 'It counts at once and the unit is told; the first date and how often it moved can be read.' },
  group: 'adjust',
  may: 'set-due',
  args: z.object({ task: TaskArgument, day: z.string().max(40).default(''), reason: Words.default(''), change: z.enum(['move', 'correction']).default('move'), form: z.boolean().default(false) }),
  typed([task, ...rest]) {
    const [day, ...reason] = wholeDays(rest)
    const isCorrection = ['更正', 'correction'].includes(reason[0]?.toLowerCase() ?? '')
    return { task, ...(day === undefined ? {} : { day }), ...(isCorrection ? { change: 'correction' } : {}), reason: (isCorrection ? reason.slice(1) : reason).join(' ') }
  },
  run({ task: asked, day: written, reason, change, form }, desk) {
    const again = { command: 'set-due', args: { task: asked, day: written, reason, change } }
    const found = findTask(desk, asked)
    if (!found.ok) return refused(found.refusal, desk, again)
    const { plan, task } = found
    const card = cardOf(desk, plan, task)
    const off = offRegister({ no: task, course: card.course })
    if (off !== undefined) return refused(off, desk)
    if (written === '' && !form) return { kind: 'form', form: setDueForm(card, desk.lang) }
    const day = dayIn(written, desk.today)
    if (!day.ok) {
      const refusal = dayRefusal(day, desk.today)
      return form ? { kind: 'form-errors', errors: fieldErrors('day', refusal, desk) } : refused(refusal, desk)
    }
    const lacksReason = card.due.kind === 'dated' && change === 'move' && card.due.day !== day.day && reason.trim() === ''
    if (lacksReason) return form ? { kind: 'form-errors', errors: dayTakesReason(desk.lang) } : { kind: 'form', form: setDueForm(card, desk.lang, day.day) }
    const recording = desk.record(plan.id, { type: 'set-due', task, day: day.day, reason, correction: change === 'correction' })
    return recorded(recording, desk, (did) => dueSet({ task: cardOf(desk, plan, task), how: dueChange(did), told: toldOfDue(desk, plan, task), today: desk.today, reason }, desk.lang), { ...again, args: { ...again.args, task: taskName(plan.id, task) } }, { about: [{ plan: plan.id, task }] })
  },
})

/** Who hears of it: nobody before the hand-out. */
function toldOfDue(desk: Desk, plan: PlanState, task: TaskNo): string[] {
  const lead = plan.handedOutOn === undefined ? undefined : answering({ plan, directory: desk.directory }, task)
  return lead === undefined || lead.status === 'accepted' ? [] : askedFor(desk.directory, lead.unit).filter(({ id }) => id !== desk.asker?.id).map(({ name }) => name)
}

/** By what was written, not by what stood when it was asked: another may have been quicker, and the same act may come twice. */
function dueChange(did: readonly string[]): DueChange {
  if (did.includes('due-bound')) return 'bound'
  if (did.includes('due-corrected')) return 'corrected'
  return did.includes('due-moved') ? 'moved' : 'unchanged'
}
