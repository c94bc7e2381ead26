// 恢复办理: what was accepted was found not to be so, and goes on.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { courseDone, courseForm, coursePreview, courseReasonMissing } from '#templates/course.ts'
import { courseFacts } from './course-facts.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'

export const reopen = command({
  name: { zh: '恢复办理', en: 'reopen' },
  usage: { zh: '恢复办理 12 〔原因〕', en: 'reopen 12 〔why〕' },
  about: { zh: '已办结或已销号的任务重新办理，写明原因', en: 'reopen a task that was accepted or struck off, with the reason' },
  then: { zh: '任务回到办理中，时限和提醒继续。', en: 'The task is open again, and so are its date and reminders.' },
  group: 'adjust',
  may: 'reopen-task',
  args: z.object({ task: TaskArgument, reason: Words.default(''), confirmed: z.boolean().default(false), form: z.boolean().default(false) }),
  typed: ([task, ...reason]) => ({ task, reason: reason.join(' ') }),
  run({ task: asked, reason, confirmed, form }, desk) {
    const found = findTask(desk, asked, (plan, no) => ['done', 'struck-off'].includes(cardOf(desk, plan, no).stage))
    if (!found.ok) return refused(found.refusal, desk, runOf('reopen', { task: asked, reason }))
    const { plan, task } = found
    const facts = courseFacts(desk, plan, task, 'reopen', reason)
    const { stage } = facts.task
    if (stage !== 'done' && stage !== 'struck-off') return refused({ code: 'task-not-done', task, units: [] }, desk)
    if (reason.trim() === '') return form ? { kind: 'form-errors', errors: courseReasonMissing(desk.lang) } : { kind: 'form', form: courseForm(facts, desk.lang) }
    if (!confirmed && !form) return answered(coursePreview(facts, { command: 'reopen', args: { task: taskName(plan.id, task), reason, confirmed: true } }, desk.lang))
    return recorded(desk.record(plan.id, { type: 'reopen-task', task, reason }), desk, () => courseDone(facts, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
