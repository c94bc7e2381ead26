// 有困难 and 补充说明: the report as a form, filled in from last time.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk } from '#src/command.ts'
import { unitNamed } from '#src/directory/directory.ts'
import { ReportState } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import { UnitId } from '#src/ledger/ids.ts'
import { figureOf, saidAt } from '#src/ledger/report.ts'
import { questionFor } from '#src/queries/round-question.ts'
import { reportForm as formOfReport } from '#templates/report-form.ts'
import { formSpokenFor } from '#templates/spoken-for.ts'
import { answeredOr } from './answered-already.ts'
import { ownTask, speakerFor, type OwnTask } from './own-task.ts'
import { refused } from './refused.ts'
import { asReport, type Figures } from './said-figures.ts'
import { runOf } from './run-of.ts'
import { TaskArgument } from './task-argument.ts'
import { viewOf } from './view-of.ts'

export const reportForm = command({
  name: { zh: '填报表', en: 'report-form' },
  usage: { zh: '填报表 12', en: 'report-form 12' },
  about: { zh: '用表单填报', en: 'report in a form' },
  group: 'report',
  may: 'report',
  hidden: true,
  args: z.object({ task: TaskArgument, state: ReportState.default('normal'), asked: Instant.optional(), unit: UnitId.optional(), /** A plain reply that fills the form in: when it was written. */ remark: Instant.optional() }),
  typed: ([task]) => ({ task }),
  run({ task, state, asked, unit, remark: at }, desk) {
    const found = ownTask(desk, task, unit)
    if (!found.ok) return refused(found.refusal, desk, runOf('report-form', { task, state, asked, unit, remark: at }))
    const remark = at === undefined ? undefined : found.own.remarks().find((one) => one.at === at)
    if (remark !== undefined) return openReportForm(found.own, { state, asked: remark.at, said: { ...asReport(remark), ...(state === 'normal' ? {} : { state }) } }, desk)
    return openReportForm(found.own, { state, ...(asked === undefined ? {} : { asked }) }, desk)
  },
})

/** What stands already is said before a person writes for nothing. */
export function openReportForm(own: OwnTask, { state, asked, said }: { state: ReportState; asked?: Instant; /** Read from a reply. */ said?: Figures }, desk: Desk): Answer {
  const last = own.lastReport()
  const isAnswered = last !== undefined && asked !== undefined && saidAt(last) >= asked
  const taken = own.taken() ?? (isAnswered ? { code: 'already-answered' as const, at: last.at, by: last.by, state: last.state, ...present({ progress: figureOf(last) }) } : undefined)
  if (taken !== undefined) return answeredOr(own, taken, desk, asked)
  const question = questionFor(viewOf(desk, own.plan), own.whole(), own.part.member ?? own.part.unit)
  const units = [...desk.directory.units.values()].filter(({ id, members }) => members === undefined && id !== own.part.unit && id !== own.part.member).map(({ name }) => name)
  return { kind: 'form', form: formSpokenFor(formOfReport({ task: own.card(), state: said?.state ?? state, units, question, ...(said === undefined ? {} : { said: withNeeds(said, desk) }), ...(last === undefined ? {} : { last }), ...(asked === undefined ? {} : { asked }) }, desk.lang), speakerFor(own)) }
}

/** Whom to ask is chosen from the units: a name that is none of theirs stays in the words. */
function withNeeds(said: Figures, desk: Desk): Figures {
  if (said.needs === undefined) return said
  const unit = unitNamed(desk.directory, said.needs)
  if (unit !== undefined) return { ...said, needs: unit.name }
  const { needs, ...rest } = said
  const asked = desk.lang === 'zh' ? `需${needs}协调` : `needs ${needs}`
  return { ...rest, problem: said.problem === undefined ? asked : `${said.problem}${desk.lang === 'zh' ? '，' : ', '}${asked}` }
}
