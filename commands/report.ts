// A contact says how one of their unit's tasks stands. Typed, pressed or sent from the form: the same arguments.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk } from '#src/command.ts'
import { ReportState } from '#src/ledger/assignment.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { figureIn } from '#src/reader/said-percent.ts'
import { problemBesideNormal, problemMissing } from '#templates/report-form.ts'
import type { Run } from '#templates/card.ts'
import { answeredAlready } from './answered-already.ts'
import { ownTask } from './own-task.ts'
import { PercentArgument, percentIn } from './percent-argument.ts'
import { recorded } from './recorded.ts'
import { recordedReport } from './recorded-report.ts'
import { refused } from './refused.ts'
import { openReportForm } from './report-form.ts'
import { recordWithLinks } from './links-said.ts'
import { runOf } from './run-of.ts'
import { answerTo } from './round-answer.ts'
import { TaskArgument, taskName } from './task-argument.ts'
import { own } from './own-word.ts'

export const ReportArgs = z.object({
  task: TaskArgument,
  state: ReportState.default('normal'),
  progress: PercentArgument.optional(),
  done: Words.optional(),
  problem: Words.optional(),
  needs: Words.optional(),
  /** What comes next, and by when. */
  next: Words.optional(),
  /** To the question that a round asks besides, and which turn of it. */
  answer: Words.optional(),
  round: z.string().max(40).optional(),
  /** When the message was sent that is answered: an answer given since then stands. */
  asked: Instant.optional(),
  /** The one unit a message asks: nobody else's answer is meant. */
  unit: UnitId.optional(),
  /** A lower figure is meant. */
  correction: z.boolean().default(false),
  /** Sent from the form, so what is missing is said beside its field. */
  form: z.boolean().default(false),
})

export const report = command({
  name: { zh: '填报', en: 'report' },
  also: ['反馈', '上报', '进展', '正常推进'],
  usage: { zh: '填报 12 60 〔做了什么〕', en: 'report 12 60 〔what was done〕' },
  about: { zh: '填报进展：任务号、进度、做了什么（没有变化可写“正常”）', en: 'report how a task stands: number, progress, what was done' },
  then: { zh: '马上回您“已记录”；10分钟内可以撤销，之后用“更正”。', en: '“Recorded” comes at once; take it back within 10 minutes, put it right after that.' },
  group: 'report',
  may: 'report',
  args: ReportArgs,
  typed: typedReport,
  run: reportAs,
})

export function reportAs({ task, form, unit, ...figures }: z.infer<typeof ReportArgs>, desk: Desk): Promise<Answer> | Answer {
  const found = ownTask(desk, task, unit)
  // Pressed twice, it is one answer: what was said since counts.
  const again = (of: string): Run => runOf('report', { ...figures, correction: undefined, asked: figures.asked ?? desk.now, task: of, unit })
  if (!found.ok) return refused(found.refusal, desk, again(task))
  const { own } = found
  const { state, asked, progress, done, problem, needs, next, answer, round, correction } = figures
  if (state !== 'normal' && (problem ?? '').trim() === '') {
    return form ? { kind: 'form-errors', errors: problemMissing(desk.lang) } : openReportForm(own, { state, ...(asked === undefined ? {} : { asked }) }, desk)
  }
  // What stood in the field from last time says nothing; what was written now is not dropped.
  if (form && state === 'normal' && (problem ?? '').trim() !== '' && problem?.trim() !== own.lastReport()?.problem?.trim()) return { kind: 'form-errors', errors: problemBesideNormal(desk.lang) }
  const isBarePress = progress === undefined && (done ?? problem ?? answer ?? '') === ''
  const words = { ...(done === undefined ? {} : { done }), ...(problem === undefined || state === 'normal' ? {} : { problem }), ...(needs === undefined ? {} : { needs }), ...(next === undefined ? {} : { next }), ...answerTo(round, answer, own, desk) }
  const figure = progress === undefined ? {} : { progress }
  const recording = recordWithLinks({ type: 'report', task: own.task, ...own.part, state, ...figure, ...words, ...(asked === undefined ? {} : { asked }), correction }, [done, problem, next, answer], own, desk)
  return recorded(recording, desk, () => recordedReport(own, desk), again(taskName(own.plan.id, own.task)), {
    about: [{ plan: own.plan.id, task: own.task }], instead: (refusal) => (isBarePress ? answeredAlready(own, refusal, desk, asked) : undefined),
  })
}

const stateWords: Readonly<Record<string, ReportState>> = {
  正常: 'normal', 正常推进: 'normal', normal: 'normal', ok: 'normal',
  困难: 'difficulty', 有困难: 'difficulty', difficulty: 'difficulty',
  受阻: 'blocked', blocked: 'blocked',
}

/** 12 60 已完成招标; 12 正常; 12 受阻 用地未批; 12 已完成招标，六成. A state is one word, before the sentence begins; a figure may stand in it. */
export function typedReport([task, ...words]: readonly string[]): Record<string, unknown> {
  const args: Record<string, unknown> = task === undefined ? {} : { task }
  let at = 0
  for (; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const state = own(stateWords, word.toLowerCase())
    const percent = percentIn(word)
    if (state !== undefined && args['state'] === undefined) args['state'] = state
    else if (percent !== undefined && args['progress'] === undefined) args['progress'] = percent
    else break
  }
  const sentence = words.slice(at).join(' ')
  const figure = args['progress'] === undefined ? figureIn(sentence) : undefined
  if (figure !== undefined) args['progress'] = figure
  if (sentence !== '') args[args['state'] === undefined || args['state'] === 'normal' ? 'done' : 'problem'] = sentence
  return args
}
