// 上报协调: what units cannot settle between them goes up to the leader in charge, with what each said.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { unitName, withRole } from '#src/directory/directory.ts'
import { PersonId, Words } from '#src/ledger/ids.ts'
import { matterToHandUp } from '#src/queries/coordination.ts'
import { inChargeOf } from '#src/queries/leader-notes.ts'
import { handedUp, handUpForm, handUpMissing } from '#templates/hand-up.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'
import { UnitsArgument } from './units-argument.ts'
import { viewOf } from './view-of.ts'

export const handUp = command({
  name: { zh: '上报协调', en: 'hand-up' },
  usage: { zh: '上报协调 12', en: 'hand-up 12' },
  about: { zh: '把单位间协调不了的事报分管领导定', en: 'hand what units cannot settle up to the leader in charge' },
  then: { zh: '领导会看到单位原话，选“协调会”或“批示”，定了告诉您。', en: 'The leader reads what each said, and decides; you are told.' },
  group: 'review',
  may: 'hand-up-coordination',
  args: z.object({ task: TaskArgument, units: UnitsArgument.optional(), to: z.string().max(60).optional(), words: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, ...words]) => ({ task, words: words.join(' ') }),
  run({ task: asked, units, to, words, form }, desk) {
    const { directory, lang } = desk
    const found = findTask(desk, asked, (plan, no) => matterToHandUp(viewOf(desk, plan), no) !== undefined)
    if (!found.ok) return refused(found.refusal, desk, runOf('hand-up', { task: asked, words }))
    const { plan, task } = found
    const view = viewOf(desk, plan)
    const meant = matterToHandUp(view, task, units)
    if (meant === undefined) return refused({ code: 'hand-up-nothing', task }, desk)
    if (meant.handedUp !== undefined) return refused({ code: 'coordination-handed-up', task, on: meant.handedUp.on, to: meant.handedUp.to }, desk)
    const leaders = withRole(directory, 'leader')
    if (leaders.length === 0) return refused({ code: 'leader-none' }, desk)
    const card = cardOf(desk, plan, task)
    const leader = leaders.find(({ id }) => id === to)
    if (leader === undefined) {
      if (form) return { kind: 'form-errors', errors: handUpMissing(lang) }
      const known = plan.tasks.get(task)
      const [inCharge, ...others] = known === undefined ? [] : inChargeOf(view, known)
      const quotes = meant.quotes.map(({ unit, words: said }) => ({ name: unitName(directory, unit), words: said }))
      const run = runOf('hand-up', { task: taskName(plan.id, task), units: meant.units.join('|') })
      return { kind: 'form', form: handUpForm(card, quotes, { leaders, ...(inCharge === undefined || others.length > 0 ? {} : { proposed: inCharge.id }) }, run, lang) }
    }
    const intent = { type: 'hand-up-coordination' as const, task, units: meant.units, to: PersonId.parse(leader.id), words, quotes: meant.quotes }
    return recorded(desk.record(plan.id, intent), desk, () => handedUp(card, leader.name, lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
