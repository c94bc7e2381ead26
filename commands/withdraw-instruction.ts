// 不是这样、收回批示、撤下议定事项: whoever gave an instruction takes it back, or says that it was never given; so does the secretary with what was recorded as decided at a sitting. Its units are told once.
import { z } from 'zod'
import { command, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { Words } from '#src/ledger/ids.ts'
import { instructionIn } from '#src/ledger/origin.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { Task } from '#src/ledger/task.ts'
import { askedFor } from '#src/queries/answering.ts'
import { givenFacts } from '#src/queries/given.ts'
import { instructionWithdrawn, withdrawInstructionForm, withdrawMissing } from '#templates/instructions.ts'
import { closedWhy } from './meeting-argument.ts'
import { cardOf } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'
import { viewOf } from './view-of.ts'

export const withdrawInstruction = command({
  name: { zh: '收回批示', en: 'withdraw-instruction' },
  also: ['不是这样', '收回交办', '收回', '撤下'],
  usage: { zh: '收回批示 85 〔原因〕', en: 'withdraw-instruction 85 〔why〕' },
  about: { zh: '收回批示、交办，或说明代录的不是您说的', en: 'take an instruction back, or say that it was never given' },
  then: { zh: '该项收回，编号和经过保留；单位会收到一条。', en: 'It is off the register, with its number and history; its units are told once.' },
  group: 'instruct',
  may: 'withdraw-instruction',
  args: z.object({ task: TaskArgument, words: Words.default(''), form: z.boolean().default(false) }),
  typed: ([task, ...words]) => ({ task, words: words.join(' ') }),
  run({ task: asked, words, form }, desk) {
    const found = findTask(desk, asked, (plan, no) => isGiven(plan.tasks.get(no)))
    if (!found.ok) return refused(found.refusal, desk, runOf('withdraw-instruction', { task: asked, words }))
    const { plan, task } = found
    const card = cardOf(desk, plan, task)
    const known = plan.tasks.get(task)
    const facts = known === undefined ? undefined : givenFacts(viewOf(desk, plan), known)
    if (facts === undefined || !isGiven(known)) return refused({ code: 'not-an-instruction', task }, desk)
    const closed = known === undefined ? undefined : decisionClosed(known, plan, desk)
    if (closed !== undefined) return refused(closed, desk, runOf('withdraw-instruction', { task: asked, words }))
    if (words.trim() === '') return form ? { kind: 'form-errors', errors: withdrawMissing(desk.lang) } : { kind: 'form', form: withdrawInstructionForm(card, facts, desk.lang, desk.today) }
    const told = askedFor(desk.directory, ...(plan.unitsOf.get(task) ?? [])).map(({ name }) => name)
    const { origin } = known ?? {}
    const intent = origin?.kind === 'meeting' ? { type: 'withdraw-decision' as const, meeting: origin.meeting, task, words } : { type: 'withdraw-instruction' as const, task, words }
    return recorded(desk.record(plan.id, intent), desk, () => instructionWithdrawn({ number: task, title: card.title, told, ...(origin?.kind === 'meeting' ? { sitting: runOf('resolve', { plan: plan.id, meeting: origin.meeting }) } : {}) }, desk.lang), runOf('withdraw-instruction', { task: taskName(plan.id, task), words }), { about: [{ plan: plan.id, task }] })
  },
})

/** Why what was decided is not theirs to take back, said before a reason is written for it. */
function decisionClosed({ origin }: Task, plan: PlanState, desk: Desk): Refusal | undefined {
  if (origin?.kind !== 'meeting') return undefined
  if (!may(desk.asker, 'withdraw-decision')) return { code: 'not-permitted', permission: 'withdraw-decision' }
  const meeting = plan.meetings.get(origin.meeting)
  return meeting === undefined ? undefined : closedWhy({ plan, meeting }, desk.today)
}

const isGiven = (task: Task | undefined): boolean => instructionIn(task) !== undefined || task?.origin?.kind === 'meeting'
