// A matter between two units that named each other is settled, in a sentence. Nothing goes to a leader by it.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { Words, type UnitId } from '#src/ledger/ids.ts'
import { coordinations } from '#src/queries/coordination.ts'
import { ruledCard } from '#templates/ruled.ts'
import { ruleForm, ruleMissing } from '#templates/rule-forms.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'
import { viewOf } from './view-of.ts'

export const settleCoordination = command({
  name: { zh: '处理协调', en: 'settle-coordination' },
  usage: { zh: '处理协调 12 〔由谁哪天前做什么〕', en: 'settle-coordination 12 〔who does what by when〕' },
  about: { zh: '登记协调事项怎么处理', en: 'record how a matter between two units was settled' },
  then: { zh: '记在任务上，不再列在待审里。', en: 'It is kept with the task and leaves the queue.' },
  group: 'review',
  may: 'settle-coordination',
  /** `one`, `other`: the two, where a task has several such matters. */
  args: z.object({ task: TaskArgument, one: z.string().max(60).optional(), other: z.string().max(60).optional(), words: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, ...words]) => ({ task, words: words.join(' ') }),
  run({ task: asked, one, other, words, form }, desk) {
    const found = findTask(desk, asked, (plan, no) => coordinations(viewOf(desk, plan), no).length > 0)
    if (!found.ok) return refused(found.refusal, desk, runOf('settle-coordination', { task: asked, one, other, words }))
    const { plan, task } = found
    const isMeant = (units: readonly UnitId[]): boolean => [one, other].every((name) => name === undefined || units.some((unit) => unit === name))
    const meant = coordinations(viewOf(desk, plan), task).find(({ units }) => isMeant(units))
    if (meant === undefined) {
      const last = plan.tasks.get(task)?.course?.coordinated?.findLast(({ units }) => isMeant(units))
      return refused(last === undefined ? { code: 'coordination-none', task } : { code: 'coordinated-already', task, on: last.on }, desk)
    }
    const [first, second] = meant.units
    const names = meant.units.map((unit) => unitName(desk.directory, unit)).join(desk.lang === 'zh' ? '、' : ', ')
    if (words.trim() === '') {
      if (form) return { kind: 'form-errors', errors: ruleMissing('words', desk.lang) }
      const card = cardOf(desk, plan, task)
      const said = meant.quotes.map((quote) => `${unitName(desk.directory, quote.unit)}：${quote.words}`).join('；')
      return { kind: 'form', form: ruleForm('settled', { about: [`${card.number} ${card.title}`, said], run: runOf('settle-coordination', { task: taskName(plan.id, task), one: first, other: second }) }, desk.lang) }
    }
    const recording = desk.record(plan.id, { type: 'settle-coordination', task, units: [...meant.units], words })
    return recorded(recording, desk, () => ruledCard({ task: cardOf(desk, plan, task), unit: names, ruled: { what: 'coordination-settled' }, words, told: [], today: desk.today }, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
