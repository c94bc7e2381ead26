// 批示、交办: what is written of an instruction once it stands: its leader says that it is so, or it is taken back.
import { z } from 'zod'
import { withdrawTask } from './amendment.ts'
import { without } from './fields.ts'
import { TaskNo, Words } from './ids.ts'
import { instructionIn } from './origin.ts'
import type { PlanState } from './plan-state.ts'
import type { Stamp } from './stamp.ts'

/** 属实: the leader gave the instruction that was recorded for them. */
export const InstructionConfirmed = z.strictObject({ type: z.literal('instruction-confirmed'), task: TaskNo })
/** Whoever gave it takes it back, or says that it was never given. The task is off the register, with its number and its history. */
export const InstructionWithdrawn = z.strictObject({ type: z.literal('instruction-withdrawn'), task: TaskNo, words: Words })
export const InstructionEvent = z.discriminatedUnion('type', [InstructionConfirmed, InstructionWithdrawn])
export type InstructionEvent = z.infer<typeof InstructionEvent>

/** Never refuses. */
export function evolveInstruction(plan: PlanState, event: InstructionEvent, stamp: Stamp): void {
  const task = plan.tasks.get(event.task)
  const origin = instructionIn(task)
  if (task === undefined || origin === undefined) return
  if (event.type === 'instruction-confirmed') plan.tasks.set(task.no, { ...task, origin: { ...origin, confirmed: { on: stamp.on, at: stamp.at } } })
  else {
    withdrawTask(plan, { task: task.no, source: task.source ?? '', words: event.words }, stamp)
    undecide(plan, origin.about, task.no)
  }
}

/** What it answered was not answered: it waits for its leader again. */
function undecide({ tasks }: PlanState, about: TaskNo | undefined, made: TaskNo): void {
  const task = about === undefined ? undefined : tasks.get(about)
  if (task?.course === undefined) return
  const { handedUp, leaderNotes } = task.course
  tasks.set(task.no, {
    ...task,
    course: {
      ...task.course,
      ...(handedUp === undefined ? {} : { handedUp: handedUp.map((each) => (each.decided?.made === made ? without(each, 'decided') : each)) }),
      ...(leaderNotes === undefined ? {} : { leaderNotes: leaderNotes.map((note) => ('to' in note && note.answered?.made === made ? without(note, 'answered') : note)) }),
    },
  })
}
