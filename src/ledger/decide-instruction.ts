// 批示、交办, decided: an instruction becomes a task of the plan, in the words it was given in. A spoken one is in force at once, and its leader says whether it is so.
import type { Day } from '#src/calendar/day.ts'
import { nextAddedSource, type TaskAdded } from './added-task.ts'
import { lastTaskNo } from './amend-changes.ts'
import { answerersOf } from './answerers.ts'
import { keyOf } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { TaskNo, type PersonId, type UnitId } from './ids.ts'
import type { InstructionEvent } from './instruction.ts'
import { handedUpTo, type CoordinationDecided } from './handed-up.ts'
import type { LeaderNoteAnswered } from './leader-note.ts'
import { instructionIn, isUnconfirmed, type KeptInstruction, type Rank } from './origin.ts'
import type { PlanState } from './plan-state.ts'
import type { OnBehalf } from './report.ts'
import type { Stamp } from './stamp.ts'
import type { Task, TaskUnit } from './task.ts'

/** What of a leader's it answers: a matter that was handed up to them, or a note they were sent, by its date. */
export type Answers = { coordination: readonly UnitId[] } | { note: Day }

/** `hash`: of the words. `again`: the same words are meant once more, beyond those of that number: pressed twice it is given once. */
type Given = { section: string; title: string; words: string; hash: string; units: readonly TaskUnit[]; day: Day; about?: TaskNo; permalink?: string; answers?: Answers; again?: TaskNo }
export type InstructionIntent =
  | ({ type: 'instruct'; rank: Rank } & Given)
  | ({ type: 'instruct-on-behalf'; from: PersonId; onBehalf: OnBehalf } & Given)
  | { type: 'confirm-instruction'; task: TaskNo }
  | { type: 'withdraw-instruction'; task: TaskNo; words: string }

type Made = TaskAdded | InstructionEvent | CoordinationDecided | LeaderNoteAnswered

export function decideInstruction(plan: PlanState, intent: InstructionIntent, stamp: Stamp): Decision<Made> {
  if (intent.type === 'instruct' || intent.type === 'instruct-on-behalf') return decideGiven(plan, intent, stamp)
  const task = plan.tasks.get(intent.task)
  const withdrawn = plan.amended.withdrawn.get(intent.task)
  if (task === undefined) return refuse(withdrawn === undefined ? { code: 'task-unknown', asked: String(intent.task), tasks: lastTaskNo(plan) } : { code: 'task-withdrawn', task: intent.task, on: withdrawn.on, ...present({ words: withdrawn.words }) })
  const origin = instructionIn(task)
  if (origin === undefined) return refuse({ code: 'not-an-instruction', task: task.no })
  return intent.type === 'confirm-instruction' ? decideConfirmed(task, origin, stamp) : decideWithdrawn(plan, task, origin, intent.words, stamp)
}

type Giving = Extract<InstructionIntent, { type: 'instruct' | 'instruct-on-behalf' }>

function decideGiven(plan: PlanState, intent: Giving, { on: today, by }: Stamp): Decision<Made> {
  const { section, title, words, hash, units, day, about, permalink, answers, again } = intent
  // Nobody is told of a plan before it is handed out.
  if (plan.handedOutOn === undefined) return refuse({ code: 'plan-not-handed-out' })
  if (words.trim() === '') return refuse({ code: 'instruction-empty' })
  if (units.length === 0) return refuse({ code: 'instruction-no-unit' })
  if (day < today) return refuse({ code: 'day-past', day, today })
  if (about !== undefined && !plan.tasks.has(about)) return refuse({ code: 'task-unknown', asked: String(about), tasks: lastTaskNo(plan) })
  const from = intent.type === 'instruct-on-behalf' ? intent.from : by
  if (from === 'system') return refuse({ code: 'instruction-no-leader' })
  const before = givenSo(plan, from, hash)
  if (before !== undefined && !(again !== undefined && before.no <= again)) return refuse({ code: 'instruction-given', task: before.no, on: before.origin.on })
  const task = TaskNo.parse(lastTaskNo(plan) + 1)
  const origin = { kind: 'instruction' as const, from, rank: intent.type === 'instruct' ? intent.rank : ('leader' as const), ...present({ about, permalink, onBehalf: intent.type === 'instruct' ? undefined : intent.onBehalf }) }
  const source = { id: nextAddedSource(plan), name: section, text: words, hash }
  return accept<Made>({ type: 'task-added', task, section, title, due: { kind: 'dated', day, said: '' }, units: [...units], source, origin }, ...answeredBy(plan, about, answers, { from, made: task }))
}

/** The last with the same words of the same person, still on the register: pressed twice, or given twice. @param hash of the words */
export function givenSo({ tasks, amended }: PlanState, from: PersonId, hash: string): { no: TaskNo; origin: KeptInstruction } | undefined {
  const given = [...tasks.values()].findLast((task) => instructionIn(task)?.from === from && amended.sources.get(task.source ?? '')?.hash === hash)
  const origin = instructionIn(given)
  return given === undefined || origin === undefined ? undefined : { no: given.no, origin }
}

/** Nothing where it waits no more. */
function answeredBy({ tasks }: PlanState, about: TaskNo | undefined, answers: Answers | undefined, { from, made }: { from: PersonId; made: TaskNo }): (CoordinationDecided | LeaderNoteAnswered)[] {
  const course = about === undefined ? undefined : tasks.get(about)?.course
  if (about === undefined || answers === undefined) return []
  if ('note' in answers) {
    const note = course?.leaderNotes?.find((each) => each.due === answers.note && 'to' in each && each.to === from && each.answered === undefined)
    return note === undefined ? [] : [{ type: 'leader-note-answered', task: about, due: answers.note, how: 'instruction', made }]
  }
  const waits = handedUpTo(course ?? {}, from, answers.coordination)
  return waits === undefined ? [] : [{ type: 'coordination-decided', task: about, units: [...waits.units], choice: 'instruction', made }]
}

function decideConfirmed({ no: task }: Task, origin: KeptInstruction, { by }: Stamp): Decision<InstructionEvent> {
  if (origin.onBehalf === undefined) return refuse({ code: 'instruction-not-spoken', task })
  if (origin.from !== by) return refuse({ code: 'instruction-of-another', task, from: origin.from })
  return isUnconfirmed(origin) ? accept({ type: 'instruction-confirmed', task }) : accept()
}

/** A leader's own is that leader's to take back; what was recorded for one, until it is confirmed, that of whoever recorded it too; the office's is anybody's of the office. */
function decideWithdrawn(plan: PlanState, { no: task }: Task, origin: KeptInstruction, words: string, { by }: Stamp): Decision<InstructionEvent> {
  const isTheirRecord = isUnconfirmed(origin) && origin.by === by
  if (origin.rank === 'leader' && origin.from !== by && !isTheirRecord) return refuse({ code: 'instruction-of-another', task, from: origin.from })
  const parts = answerersOf(plan, task).flatMap((unit) => plan.assignments.get(keyOf(task, unit)) ?? [])
  if (parts.length > 0 && parts.every(({ status }) => status === 'accepted')) return refuse({ code: 'task-done', task })
  return words.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'instruction-withdrawn', task, words })
}
