// Plain words of several tasks: one button for each, so that what is said of one is never recorded of another, and nothing is left out.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { besidesTasks, figureBehind, tasksSaid } from '#src/reader/said-report.ts'
import { isNumbered, tasksInTurn, type SaidSegment } from '#src/reader/said-segments.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { oneByOne } from '#templates/said-echo.ts'
import type { Run } from '#templates/card.ts'
import { eachMeant, type Near } from './meant-task.ts'
import type { OwnTask } from './own-task.ts'
import { refused } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'

/** Undefined where the words are of one task, or name none that is the asker's. */
export async function saidOfSeveral(words: string, near: readonly Near[], desk: Desk): Promise<Answer | undefined> {
  if (figureBehind(words) !== undefined && !eachMeant(desk, tasksSaid(words).slice(1), near).ok) return undefined
  const { parts, unknown, isWhole } = partsOf(tasksInTurn(words), near, desk)
  // 1、4、99: one that is no task of theirs is said, and not passed over.
  if (parts.length > 0 && unknown !== undefined) return refused(unknown, desk, runOf('said', { words }))
  if (!isWhole || new Set(parts.map(({ own }) => taskName(own.plan.id, own.task))).size < 2) return undefined
  return answered(oneByOne(await Promise.all(parts.map((part) => picked(part, desk))), desk.lang))
}

/** 都正常 就18编制没批: a button for what is said of each, and one for all the rest. @param except the others' names */
export async function saidApart(words: string, segments: readonly SaidSegment[], { except, near }: { except: readonly string[]; near: readonly Near[] }, desk: Desk): Promise<Answer> {
  const { parts, unknown } = partsOf(segments, near, desk)
  if (unknown !== undefined) return refused(unknown, desk, runOf('said', { words }))
  return answered(oneByOne(await Promise.all(parts.map((part) => picked(part, desk))), desk.lang, runOf('all-normal', { except: except.join(' '), preview: true })))
}

type Said = { own: OwnTask; words: string }

/** Each task with its words once. `unknown`: why one that is surely named is none of theirs; `isWhole`: every number is one of theirs. */
function partsOf(segments: readonly SaidSegment[], near: readonly Near[], desk: Desk): { parts: Said[]; unknown: Refusal | undefined; isWhole: boolean } {
  const parts: Said[] = []
  const missing: { refusal: Refusal; isSure: boolean }[] = []
  for (const segment of segments) for (const task of segment.tasks) {
    const meant = eachMeant(desk, [task], near)
    if (meant.ok) parts.push(...meant.own.map((own) => ({ own, words: segment.words })))
    else missing.push({ refusal: meant.refusal, isSure: segment.listed || isNumbered(task, segment.words) })
  }
  const each = [...new Map(parts.map((part) => [`${taskName(part.own.plan.id, part.own.task)} ${part.words}`, part])).values()]
  return { parts: each, unknown: missing.find(({ isSure }) => isSure)?.refusal, isWhole: missing.length === 0 }
}

const picked = async (part: Said, desk: Desk): Promise<Parameters<typeof oneByOne>[0][number]> => ({ task: part.own.card(), words: part.words, run: await runFor(part, desk) })

async function runFor({ own, words }: Said, desk: Desk): Promise<Run> {
  const of = { task: taskName(own.plan.id, own.task), unit: own.part.unit }
  // 18 22: numbers alone ask to be shown.
  if (besidesTasks(words).trim() === '') return runOf('task', { which: of.task })
  return words.length > inButton ? runOf('said', { kept: await desk.words.keep(runOf('said', { words })), ...of }) : runOf('said', { words, ...of })
}
