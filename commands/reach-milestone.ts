// 节点完成: the unit's own word that a milestone is reached. Nobody reviews it; it is shown as 自报.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command } from '#src/command.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { yearKey } from '#src/ledger/milestone.ts'
import type { MilestoneFacts } from '#src/queries/milestones.ts'
import { milestoneReached, reachForm } from '#templates/milestones.ts'
import { numberIn } from './chinese-number.ts'
import { meantMilestone, unknownMilestone } from './meant-milestone.ts'
import { cardOf, ownTask, type OwnTask } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'

export const reachMilestone = command({
  name: { zh: '节点完成', en: 'reach' },
  also: ['完成节点', '节点已完成'],
  usage: { zh: '节点完成 12 1 〔有什么为证〕（不写序号就是下一个节点）', en: 'reach 12 1 〔what shows it〕 (without a number: the next one)' },
  example: 'answers',
  about: { zh: '报年度分解的节点已完成，不另审核，记为自报', en: 'say that a milestone is reached: recorded as your own word, not reviewed' },
  then: { zh: '记为您单位的自报，提醒转到下一个节点。', en: 'It is kept as your unit’s own word, and the next one is asked for.' },
  group: 'year',
  may: 'reach-milestone',
  args: z.object({
    task: TaskArgument, number: z.number().int().min(1).max(99).optional(), year: z.number().int().optional(), unit: UnitId.optional(),
    /** The list that was seen. */
    proposedAt: Instant.optional(), words: Words.default(''),
    /** Pressed: the words are asked for in a form. */
    ask: z.boolean().default(false),
  }),
  typed([task, ...words]) {
    const number = words[0] !== undefined && words[0].length <= 2 ? numberIn(words[0]) : undefined
    return { task, ...(number === undefined ? {} : { number }), words: words.slice(number === undefined ? 0 : 1).join(' ') }
  },
  run({ task: asked, number, year, unit, proposedAt, words, ask }, desk) {
    const found = ownTask(desk, asked, unit)
    if (!found.ok) return refused(found.refusal, desk, runOf('reach', { task: asked, number, year, unit, proposedAt, words }))
    const { own } = found
    const taken = own.taken()
    if (taken !== undefined) return refused(taken, desk)
    const milestone = meantMilestone(own, { number, year }, desk)
    if (milestone === undefined) return refused(unknownMilestone(own, { number, year }, desk), desk)
    const run = runOf('reach', { task: taskName(own.plan.id, own.task), number: milestone.number, year: milestone.year, unit: own.part.member ?? own.part.unit, proposedAt: proposedAt ?? milestone.proposedAt })
    if (ask && milestone.waiting.length > 0) return { kind: 'form', form: reachForm({ task: own.card(), milestone, run }, desk.lang) }
    const intent = { task: own.task, ...own.part, year: milestone.year, number: milestone.number, proposedAt: proposedAt ?? milestone.proposedAt, ...(words.trim() === '' ? {} : { words }) }
    return recorded(desk.record(own.plan.id, { type: 'reach-milestone', ...intent }), desk, () => milestoneReached({ task: cardOf(desk, own.plan, own.task), what: milestone.what, year: milestone.year, at: reachedAt(own, milestone), today: desk.today }, desk.lang), run, { about: [{ plan: own.plan.id, task: own.task }] })
  },
})

/** When the unit's own word was recorded. */
const reachedAt = ({ plan, task, part }: OwnTask, { year, number }: MilestoneFacts): Instant | undefined =>
  plan.milestones.get(yearKey(task, year))?.approved?.milestones[number - 1]?.reached.findLast(({ member }) => member === part.member)?.at
