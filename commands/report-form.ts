// 有困难 and 补充说明: the report as a form, filled in from last time.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk } from '#src/command.ts'
import { ReportState } from '#src/ledger/assignment.ts'
import { UnitId } from '#src/ledger/ids.ts'
import { reportForm as formOfReport } from '#templates/report-form.ts'
import { ownTask, type OwnTask } from './own-task.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument } from './task-argument.ts'

export const reportForm = command({
  name: { zh: '填报表', en: 'report-form' },
  usage: { zh: '填报表 12', en: 'report-form 12' },
  about: { zh: '用表单填报', en: 'report in a form' },
  may: 'report',
  hidden: true,
  args: z.object({ task: TaskArgument, state: ReportState.default('normal'), asked: Instant.optional(), unit: UnitId.optional() }),
  typed: ([task]) => ({ task }),
  run({ task, state, asked, unit }, desk) {
    const found = ownTask(desk, task, unit)
    return found.ok ? openReportForm(found.own, { state, ...(asked === undefined ? {} : { asked }) }, desk) : refused(found.refusal, desk, runOf('report-form', { task, state, asked }))
  },
})

/** What stands already is said before a person writes for nothing. */
export function openReportForm(own: OwnTask, { state, asked }: { state: ReportState; asked?: Instant }, desk: Desk): Answer {
  const taken = own.taken()
  if (taken !== undefined) return refused(taken, desk)
  const last = own.lastReport()
  if (last !== undefined && asked !== undefined && last.at >= asked)
    return refused({ code: 'already-answered', at: last.at, by: last.by, progress: last.progress, state: last.state }, desk)
  const units = [...desk.directory.units.values()].filter(({ id, members }) => members === undefined && id !== own.part.unit && id !== own.part.member).map(({ name }) => name)
  return { kind: 'form', form: formOfReport({ task: own.card(), state, units, ...(last === undefined ? {} : { last }), ...(asked === undefined ? {} : { asked }) }, desk.lang) }
}
