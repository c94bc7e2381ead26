// The secretary names a task's lead; naming the presumed one confirms it.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { leadSet, setLeadForm } from '#templates/set-lead.ts'
import { askedFor } from '#src/queries/answering.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'
import { findUnit, unitRefused } from './unit-argument.ts'

export const setLead = command({
  name: { zh: '定牵头', en: 'set-lead' },
  also: ['改牵头', 'lead'],
  usage: { zh: '定牵头 12 县教育局', en: 'set-lead 12 a unit' },
  about: { zh: '确定任务的牵头单位', en: "name a task's lead" },
  then: { zh: '马上生效，新牵头单位收到提醒。', en: 'It counts at once, and the new lead is reminded.' },
  group: 'adjust',
  may: 'set-lead',
  args: z.object({ task: TaskArgument, unit: z.string().trim().max(60).default('') }),
  typed: ([task, ...unit]) => ({ task, unit: unit.join('') }),
  run({ task: asked, unit: named }, desk) {
    const found = findTask(desk, asked)
    if (!found.ok) return refused(found.refusal, desk, { command: 'set-lead', args: { task: asked, unit: named } })
    const { plan, task } = found
    if (named === '') return { kind: 'form', form: setLeadForm(cardOf(desk, plan, task), [...desk.directory.units.values()].map(({ name }) => name), desk.lang) }
    const unit = findUnit(desk.directory, named)
    if (!unit.ok) return unitRefused(desk, named, unit.nearest, (name) => ({ command: 'set-lead', args: { task: taskName(plan.id, task), unit: name } }))
    const recording = desk.record(plan.id, { type: 'set-lead', task, unit: unit.unit.id })
    const contacts = askedFor(desk.directory, unit.unit.id).map(({ name }) => name)
    return recorded(recording, desk, () => leadSet({ task: cardOf(desk, plan, task), contacts, handedOut: plan.handedOutOn !== undefined }, desk.lang))
  },
})
