// 收回分派: items come back from their handler to the unit's own people.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { askedFor } from '#src/queries/answering.ts'
import { ownPart } from '#src/queries/own-part.ts'
import { itemsTakenBack } from '#templates/handed.ts'
import { whyNot } from './assign.ts'
import { cardOf } from './own-task.ts'
import { recordedAll } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTasks } from './tasks-argument.ts'

export const unassign = command({
  name: { zh: '收回分派', en: 'unassign' },
  usage: { zh: '收回分派 12,15', en: 'unassign 12,15' },
  about: { zh: '收回分给承办人的任务', en: 'take items back from their handler' },
  then: { zh: '任务回到联络员，承办人不再收到提醒。', en: 'The items are the contact’s again; the handler is not reminded any more.' },
  group: 'people',
  may: 'hand-item',
  args: z.object({ tasks: z.string().trim().min(1).max(200) }),
  typed: (words) => ({ tasks: words.join(' ') }),
  run({ tasks: asked }, desk) {
    const found = findTasks(desk, asked, (tasks) => runOf('unassign', { tasks }))
    if (!found.ok) return found.answer
    const items = found.tasks.map((meant) => ({ ...meant, part: ownPart(desk, meant.plan, meant.card.number) }))
    const [foreign] = items.filter(({ part }) => part === undefined)
    if (foreign !== undefined) return refused({ code: 'unit-not-on-task', task: foreign.card.number, units: [foreign.card.lead, ...foreign.card.others].flatMap((part) => part?.unit ?? []) }, desk)
    const handings = items.flatMap(({ plan, card, part }) => (part === undefined ? [] : [async () => desk.record(plan.id, { type: 'hand-item' as const, task: card.number, ...part })]))
    return recordedAll(handings, desk, (outcomes) => {
      const done = items.filter((_, at) => outcomes[at]?.ok === true)
      const units = [...new Set(done.flatMap(({ part }) => (part === undefined ? [] : [part.member ?? part.unit])))]
      return itemsTakenBack({ tasks: done.map(({ plan, card }) => cardOf(desk, plan, card.number)), refused: whyNot(items, outcomes, desk), asked: askedFor(desk.directory, ...units).map(({ name }) => name), today: desk.today }, desk.lang)
    })
  },
})
