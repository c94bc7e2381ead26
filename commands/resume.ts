// 恢复: a paused task goes on.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { courseDone, coursePreview } from '#templates/course.ts'
import { courseFacts } from './course-facts.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'

export const resume = command({
  name: { zh: '恢复', en: 'resume' },
  usage: { zh: '恢复 12 〔原因〕', en: 'resume 12 〔why〕' },
  about: { zh: '恢复一项暂缓的任务', en: 'resume a paused task' },
  then: { zh: '任务继续办理，提醒恢复。', en: 'The task goes on, and so do reminders.' },
  group: 'adjust',
  may: 'resume-task',
  args: z.object({ task: TaskArgument, words: Words.default(''), confirmed: z.boolean().default(false) }),
  typed: ([task, ...words]) => ({ task, words: words.join(' ') }),
  run({ task: asked, words, confirmed }, desk) {
    const found = findTask(desk, asked, (plan, no) => plan.tasks.get(no)?.course?.paused !== undefined)
    if (!found.ok) return refused(found.refusal, desk, runOf('resume', { task: asked, words }))
    const { plan, task } = found
    if (plan.tasks.get(task)?.course?.paused === undefined) return refused({ code: 'task-not-paused', task }, desk)
    const facts = courseFacts(desk, plan, task, 'resume', words)
    if (!confirmed) return answered(coursePreview(facts, { command: 'resume', args: { task: taskName(plan.id, task), words, confirmed: true } }, desk.lang))
    return recorded(desk.record(plan.id, { type: 'resume-task', task, words }), desk, () => courseDone(facts, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
