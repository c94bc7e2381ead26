// 更正: the last answer as it was given, to be put right with the reason. What it said before stays readable.
import type { Report } from '#src/ledger/assignment.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Form, Lang } from './card.ts'
import { figureField, stateField } from './report-form.ts'
import { reportWords } from './report-words.ts'
import { rich, strong } from './rich.ts'
import { numberOf } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: {
    title: '更正填报', done: '做了什么', problem: '卡在哪里？', problemHint: '有困难或受阻时必填', reason: '为什么更正？', reasonHint: '一句话，如：上次把两个项目算成了一个', submit: '更正',
    now: '现在：', kept: '更正前的内容会保留，任务卡上看得到。', missing: '请用一句话写明为什么更正：更正前后和原因都记入台账。', problemMissing: '请写明卡在哪里，一句话即可。',
  },
  en: {
    title: 'Correct the report', done: 'What was done', problem: 'What is in the way?', problemHint: 'Needed when in difficulty or blocked', reason: 'Why is it put right?', reasonHint: 'One sentence: two projects were counted as one', submit: 'Correct',
    now: 'Now: ', kept: 'What it said before is kept and can be read on the task.', missing: 'Say in one sentence why: before, after and the reason stay on the ledger.', problemMissing: 'Say what is in the way; one sentence will do.',
  },
} satisfies Record<Lang, unknown>

/** `given`: what was typed already. */
export function correctReportForm({ task, report, given }: { task: TaskCard; report: Report; given: Partial<Pick<Report, 'state' | 'progress' | 'problem'>> }, lang: Lang): Form {
  const w = words[lang]
  const problem = given.problem ?? report.problem
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.now}${reportWords(report, lang)}`, rich`${w.kept}`],
    fields: [
      { name: 'reason', label: w.reason, hint: w.reasonHint, kind: 'line', maxLength: 300, optional: true },
      stateField(given.state ?? report.state, lang),
      figureField({ last: report, chosen: given.progress }, lang),
      { name: 'done', label: w.done, optional: true, kind: 'line', maxLength: 3_000, ...(report.done === undefined ? {} : { now: report.done }) },
      { name: 'problem', label: w.problem, hint: w.problemHint, optional: true, kind: 'line', maxLength: 3_000, ...(problem === undefined ? {} : { now: problem }) },
    ],
    submit: w.submit,
    run: { command: 'correct-report', args: { task: taskRef(task), corrects: report.at, form: true } },
  }
}

export const reasonToCorrect = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })
export const problemToCorrect = (lang: Lang): Record<string, string> => ({ problem: words[lang].problemMissing })
