// The secretary binds or moves a task's date. What it was first stays on the ledger.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { dayTakesReason, dueSet, setDueForm } from '#templates/set-due.ts'
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
  usage: { zh: '改时限 12 2026-09-30 招标流标', en: 'set-due 12 2026-09-30 the tender failed' },
  about: { zh: '改任务时限：任务号、日期、原因（原定日期会保留）', en: "move a task's date: number, day, reason (the first date is kept)" },
  may: 'set-due',
  args: z.object({ task: TaskArgument, day: z.string().max(40).default(''), reason: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, day, ...reason]) => ({ task, ...(day === undefined ? {} : { day }), reason: reason.join(' ') }),
  run({ task: asked, day: written, reason, form }, desk) {
    const again = { command: 'set-due', args: { task: asked, day: written, reason } }
    const found = findTask(desk, asked)
    if (!found.ok) return refused(found.refusal, desk, again)
    const { plan, task } = found
    const card = cardOf(desk, plan, task)
    if (written === '' && !form) return { kind: 'form', form: setDueForm(card, desk.lang) }
    const day = dayIn(written, desk.today, desk.calendar)
    if (!day.ok) {
      const refusal = dayRefusal(day, desk.today)
      return form ? { kind: 'form-errors', errors: fieldErrors('day', refusal, desk) } : refused(refusal, desk)
    }
    if (form && card.due.kind === 'dated' && reason.trim() === '') return { kind: 'form-errors', errors: dayTakesReason(desk.lang) }
    const recording = desk.record(plan.id, { type: 'set-due', task, day: day.day, reason })
    return recorded(recording, desk, () => dueSet({ task: cardOf(desk, plan, task), today: desk.today, reason }, desk.lang), { ...again, args: { ...again.args, task: taskName(plan.id, task) } })
  },
})
