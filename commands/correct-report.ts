// 更正: the last answer is put right, with the reason. The version before stays readable, and the day it was said stays its day.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { present } from '#src/ledger/fields.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { ReportState, type Report } from '#src/ledger/report.ts'
import { correctReportForm, problemToCorrect, reasonToCorrect } from '#templates/correct-report-form.ts'
import { askedFor } from '#src/queries/answering.ts'
import { putRight } from '#src/queries/put-right.ts'
import type { Card } from '#templates/card.ts'
import { onBehalfRecorded } from '#templates/on-behalf.ts'
import { formSpokenFor } from '#templates/spoken-for.ts'
import { answeredOr } from './answered-already.ts'
import { ownTask, recordedTask, speakerFor, type OwnTask } from './own-task.ts'
import { PercentArgument } from './percent-argument.ts'
import { recorded } from './recorded.ts'
import { recordedReport } from './recorded-report.ts'
import { refused } from './refused.ts'
import { typedReport } from './report.ts'
import { runOf } from './run-of.ts'
import { shownTask } from './task.ts'
import { TaskArgument } from './task-argument.ts'

export const correctReport = command({
  name: { zh: '更正', en: 'correct-report' },
  also: ['更正填报', '改填报', '更正代录'],
  usage: { zh: '更正 12 50 〔为什么更正〕', en: 'correct-report 12 50 〔why〕' },
  about: { zh: '更正上次填报：任务号、正确的进度、原因（更正前的保留）', en: 'put the last report right: number, figure, why (the one before is kept)' },
  then: { zh: '显示更正后的内容，更正前的也查得到。', en: 'The new one is shown, and the one before can still be read.' },
  group: 'report',
  may: 'correct-report',
  args: z.object({
    task: TaskArgument, state: ReportState.optional(), progress: PercentArgument.optional(), done: Words.optional(), problem: Words.optional(), reason: Words.default(''),
    /** The version that was seen. */
    corrects: Instant.optional(),
    unit: UnitId.optional(), form: z.boolean().default(false),
  }),
  // The sentence says why; what stands otherwise is put right in the form.
  typed(words) {
    const { done, ...figures } = typedReport(words)
    return { ...figures, ...(done === undefined ? {} : { reason: done }) }
  },
  run({ task, unit, form, corrects, reason, ...given }, desk): Promise<Answer> | Answer {
    const ofOwn = ownTask(desk, task, unit, 'last')
    const isOwn = ofOwn.ok || !may(desk.asker, 'report-on-behalf')
    const found = isOwn ? ofOwn : recordedTask(desk, task, corrects)
    if (!found.ok) return refused(found.refusal, desk, runOf('correct-report', { task, unit, reason, ...given }))
    const { own } = found
    const taken = own.taken()
    const last = own.lastReport()
    if (taken !== undefined) return [reason, given.done ?? '', given.problem ?? ''].join('').trim() !== '' ? refused(taken, desk) : answeredOr(own, taken, desk)
    if (last === undefined) return refused({ code: 'nothing-to-correct', task: own.task }, desk)
    const { state = last.state, progress, problem = last.problem } = given
    if (reason.trim() === '') {
      if (form) return { kind: 'form-errors', errors: reasonToCorrect(desk.lang) }
      const asked = correctReportForm({ task: own.card(), report: last, given: { state, ...(progress === undefined ? {} : { progress }), ...(problem === undefined ? {} : { problem }) } }, desk.lang)
      return { kind: 'form', form: isOwn ? formSpokenFor(asked, speakerFor(own)) : asked }
    }
    if (form && state !== 'normal' && (given.problem ?? '').trim() === '') return { kind: 'form-errors', errors: problemToCorrect(desk.lang) }
    // Sent from the form, an emptied field is empty; typed, what was not typed stands.
    const done = form ? given.done : (given.done ?? last.done)
    const words = { ...(done === undefined ? {} : { done }), ...(state === 'normal' || problem === undefined ? {} : { problem }), ...kept(last, state) }
    const version = { task: own.task, ...own.part, state, ...present({ progress: progress ?? last.stated }), ...words, correction: true, corrects: corrects ?? last.at, reason: reason.trim() }
    const { onBehalf } = last
    const isRecorded = !isOwn && onBehalf !== undefined
    const recording = desk.record(own.plan.id, isRecorded ? { type: 'report-on-behalf', ...version, onBehalf } : { type: 'report', ...version })
    return recorded(recording, desk, () => (isRecorded ? behalfCorrected(own, desk) : recordedReport(own, desk)), runOf('correct-report', { task, unit, reason, ...given }), { about: [{ plan: own.plan.id, task: own.task }] })
  },
})

/** As 代录 is shown, with what it said before. */
function behalfCorrected(own: OwnTask, desk: Desk): Card {
  const { report, ...voice } = own.voice()
  if (report?.onBehalf === undefined) return shownTask(desk, own.plan, own.task)
  const unit = own.part.member ?? own.part.unit
  const [before] = putRight({ report, ...voice })
  const told = askedFor(desk.directory, unit).filter(({ id }) => id !== desk.asker?.id).map(({ name }) => name)
  return onBehalfRecorded({ task: own.card(), unit: unitName(desk.directory, unit), said: report, onBehalf: report.onBehalf, told, undoAt: report.at, ...present({ before }) }, desk.lang)
}

const kept = ({ needs, next }: Report, state: ReportState): Pick<Report, 'needs' | 'next'> => ({
  ...(needs === undefined || state === 'normal' ? {} : { needs }), ...(next === undefined ? {} : { next }),
})
