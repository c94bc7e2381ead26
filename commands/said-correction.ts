// A figure that was put right in plain words: which report it is of, and the 更正 that it becomes with 确认.
import type { Desk } from '#src/command.ts'
import type { Remark } from '#src/ledger/remark.ts'
import type { Report } from '#src/ledger/report.ts'
import { Percent } from '#src/ledger/ids.ts'
import { deniedFigure } from '#src/reader/said-correction.ts'
import { saidReading } from '#src/reader/said-reading.ts'
import { tasksSaid } from '#src/reader/said-report.ts'
import type { Run } from '#templates/card.ts'
import { openOf } from './meant-task.ts'
import type { OwnTask } from './own-task.ts'
import { inButton, runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'

/** The task of the asker's last report, where a figure is put right and neither the words nor the message name one. */
export function lastReportedOf(words: string, near: readonly unknown[], desk: Desk): OwnTask | undefined {
  const { first } = saidReading(words, desk.today)
  if (near.length === 1 || (first !== 'correction' && first !== 'wrong')) return undefined
  const own = openOf(desk).filter((each) => each.taken() === undefined && each.lastReport()?.by === desk.asker?.id)
  const last = own.toSorted((a, b) => ((a.lastReport()?.at ?? '') < (b.lastReport()?.at ?? '') ? 1 : -1))[0]
  // 不是22，是18 is of another's figure, or of none.
  const denied = deniedFigure(words)
  if (denied !== undefined && denied !== last?.lastReport()?.progress) return undefined
  // 60应该是80% after 60%: the number is what was said, and no task.
  return tasksSaid(words).every(({ bare, number }) => bare && number === last?.lastReport()?.progress) ? last : undefined
}

/** `run`: records it. `edit`: the same in the form. */
export type CorrectionOf = { report: Report; progress: Percent; run: Run; edit: Run }

/** Undefined where the figure is none, or nothing was reported before the words were written. */
export function correctionOf(own: OwnTask, { words, at, on }: Remark): CorrectionOf | undefined {
  const { first, correction } = saidReading(words, on, own.task)
  const [report, progress] = [own.lastReport(), Percent.safeParse(Number(correction?.figure))]
  if (first !== 'correction' || report === undefined || report.at > at || !progress.success) return undefined
  const of = { task: taskName(own.plan.id, own.task), unit: own.part.unit, progress: progress.data }
  const edit = runOf('correct-report', of)
  return { report, progress: progress.data, run: words.length > inButton ? edit : runOf('correct-report', { ...of, reason: words.trim(), corrects: report.at }), edit }
}
