// 销号: off the register. One task, with what closes with it; or all that are accepted, in one pass (对账销号).
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { toStrikeOff } from '#src/queries/closes-with.ts'
import { courseDone, coursePreview, strikeOffAll, struckOffAll } from '#templates/course.ts'
import { courseFacts } from './course-facts.ts'
import { cardOf } from './own-task.ts'
import { allViews } from './plan-argument.ts'
import { recorded, recordedAll } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'

export const strikeOff = command({
  name: { zh: '销号', en: 'strike-off' },
  also: ['对账销号'],
  usage: { zh: '销号 12（或 对账销号：已办结的一次销号）', en: 'strike-off 12 (without a number: all that are accepted)' },
  about: { zh: '把办结的任务销号；不写任务号则一次对账', en: 'strike a finished task off the register; without a number, all of them' },
  then: { zh: '先给您看销哪些，确认后销号；可以恢复办理。', en: 'What is struck off is shown first; it can be reopened.' },
  group: 'adjust',
  may: 'strike-off',
  /** `all`: those that were shown, as many as that. */
  args: z.object({ task: TaskArgument.optional(), words: Words.default(''), confirmed: z.boolean().default(false), all: z.coerce.number().int().optional() }),
  typed: ([task, ...words]) => (task === undefined || task === '全部' || task === 'all' ? {} : { task, words: words.join(' ') }),
  run({ task: asked, words, confirmed, all }, desk) {
    if (asked === undefined) return inOnePass(all, desk)
    const found = findTask(desk, asked, (plan, no) => cardOf(desk, plan, no).stage === 'done')
    if (!found.ok) return refused(found.refusal, desk, runOf('strike-off', { task: asked, words }))
    const { plan, task } = found
    const facts = courseFacts(desk, plan, task, 'strike-off', words)
    // A group is done once every member is: who its members are the ledger does not know.
    if (facts.task.stage !== 'done' && facts.task.stage !== 'struck-off') return refused({ code: 'task-not-done', task, units: facts.task.lead === undefined ? [] : [facts.task.lead.unit] }, desk, runOf('strike-off', { task: asked, words }))
    if (!confirmed && facts.task.stage === 'done') return answered(coursePreview(facts, { command: 'strike-off', args: { task: taskName(plan.id, task), words, confirmed: true } }, desk.lang))
    return recorded(desk.record(plan.id, { type: 'strike-off', task, words }), desk, () => courseDone(facts, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})

/** Only while as many stand in the list as were looked at. */
function inOnePass(shown: number | undefined, desk: Desk): Promise<Answer> | Answer {
  const tasks = allViews(desk).flatMap(toStrikeOff)
  if (shown !== tasks.length || tasks.length === 0) return answered(strikeOffAll(tasks, { command: 'strike-off', args: { all: tasks.length } }, desk.lang, desk.today))
  return recordedAll(tasks.map((task) => async () => desk.record(task.plan, { type: 'strike-off', task: task.number, words: '' })), desk, (outcomes) => {
    const struck = outcomes.filter(({ ok }) => ok).length
    return struckOffAll(struck, outcomes.length - struck, desk.lang)
  }, { about: tasks.map(({ plan, number: task }) => ({ plan, task })) })
}
