// 为什么 N: why a task's light burns, worked out from the ledger alone.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { withOrdered } from '#src/queries/ordered-about.ts'
import { whyFacts } from '#src/queries/why-facts.ts'
import { whyCard } from '#templates/why.ts'
import { happeningsOf } from './history.ts'
import { refused } from './refused.ts'
import { findTask } from './task-argument.ts'
import { viewOf } from './view-of.ts'

/** What cannot have made a light: it is said in 记录. */
const besides: ReadonlySet<string> = new Set(['nudged', 'remarked', 'reminder-snoozed', 'parts-checked', 'item-handed', 'evidence-added', 'evidence-withdrawn', 'leader-note-sent', 'leader-note-dropped', 'leader-note-answered', 'coordination-settled', 'coordination-handed-up', 'coordination-decided', 'instruction-confirmed'])

export const why = command({
  name: { zh: '为什么', en: 'why' },
  also: ['为啥', '原因', '为何'],
  usage: { zh: '为什么 12', en: 'why 12' },
  about: { zh: '一项任务的灯为什么亮：规则、依据、方案原文、台账记录', en: 'why a task’s light burns: rule, facts, the plan’s words, the entries' },
  group: 'look',
  may: 'see',
  looks: true,
  example: 'answers',
  args: z.object({ task: z.union([z.string().max(100), z.number().int()]).transform(String) }),
  typed: ([task]) => (task === undefined ? {} : { task }),
  run({ task: asked }, desk) {
    const found = findTask(desk, asked)
    if (!found.ok) return refused(found.refusal, desk)
    const view = viewOf(desk, found.plan)
    const facts = whyFacts(view, found.task)
    if (facts === undefined) return refused({ code: 'task-unknown', asked: String(found.task), tasks: found.plan.tasks.size }, desk)
    const all = happeningsOf(desk, found.plan, found.task)
    return answered(whyCard({ ...facts, card: withOrdered(facts.card, view) }, { made: all.filter(({ what }) => !besides.has(what)).toReversed(), all: all.length }, desk.lang))
  },
})
