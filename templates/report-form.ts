// The form behind 有困难 and 补充说明. Everything is filled in from last time.
import type { Report, ReportState } from '#src/ledger/assignment.ts'
import { figureOf } from '#src/ledger/report.ts'
import type { RoundQuestion } from '#src/queries/round-question.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Choice, Field, Form, Lang, Run } from './card.ts'
import { dueWords } from './day-words.ts'
import { stateName } from './report-words.ts'
import { rich, strong } from './rich.ts'
import { numberOf } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: {
    title: '填报进展', submit: '提交', state: '目前情况', problem: '卡在哪里？', problemHint: '有困难或受阻时必填，一句话即可', missing: '请写明卡在哪里，一句话即可。', notNormal: '写了卡在哪里，上面却选了“正常推进”：请改选“有困难”，或清空这一栏。',
    done: '做了什么', next: '下一步（何时）', progress: (last: number | undefined) => (last === undefined ? '进展' : `进展（上次${last}%）`), needs: '需要谁协调', due: '时限：',
  },
  en: {
    title: 'Report', submit: 'Send', state: 'How it stands', problem: 'What is in the way?', problemHint: 'Needed when in difficulty or blocked; one sentence will do', missing: 'Say what is in the way; one sentence will do.', notNormal: 'Something is in the way, and “on track” is chosen above: choose “in difficulty”, or empty this field.',
    done: 'What was done', next: 'What comes next, and when', progress: (last: number | undefined) => (last === undefined ? 'Progress' : `Progress (last ${last}%)`), needs: 'Who has to help', due: 'Due: ',
  },
} satisfies Record<Lang, unknown>

const steps = [0, 25, 50, 75, 90, 100]
const states: readonly ReportState[] = ['difficulty', 'blocked', 'normal']

export type ReportFormFacts = {
  task: TaskCard
  /** The asker's own last report. */
  last?: Report
  state: ReportState
  /** Units that could help, by name. */
  units: readonly string[]
  /** What a round asks besides. */
  question?: RoundQuestion | undefined
  /** Goes on to the report: when the message was sent that asked. */
  asked?: string
  /** What was read from a reply: it stands in the fields before last time's. */
  said?: Partial<Pick<Report, 'progress' | 'done' | 'problem' | 'needs' | 'next'>>
}

export function reportForm({ task, last, state, units, question, asked, said }: ReportFormFacts, lang: Lang): Form {
  const w = words[lang]
  const problem = said?.problem ?? (state === 'normal' ? undefined : last?.problem)
  const run: Run = { command: 'report', args: { task: taskRef(task), form: true, ...(question === undefined ? {} : { round: question.round }), ...(asked === undefined ? {} : { asked }) } }
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.due}${dueWords(task.due, task.doneBy, lang)}`],
    fields: [
      stateField(state, lang),
      { name: 'problem', label: w.problem, hint: w.problemHint, optional: true, kind: 'line', maxLength: 500, ...now(problem) },
      ...(question === undefined ? [] : [answerField('answer', question)]),
      { name: 'done', label: w.done, optional: true, kind: 'line', maxLength: 500, ...now(said?.done) },
      { name: 'next', label: w.next, optional: true, kind: 'line', maxLength: 500, ...now(said?.next) },
      figureField({ last, chosen: said?.progress }, lang),
      ...(units.length === 0 ? [] : [{ name: 'needs', label: w.needs, optional: true, kind: 'choice' as const, as: 'select' as const, choices: units.map((name) => ({ value: name, label: name })), ...now(said?.needs !== undefined && units.includes(said.needs) ? said.needs : undefined) }]),
    ],
    submit: w.submit,
    run,
  }
}

/** The question is its label. Left empty, the report counts all the same. */
export const answerField = (name: string, { question }: RoundQuestion): Extract<Field, { kind: 'line' }> => ({ name, label: question, optional: true, kind: 'line', maxLength: 500 })

const now = (value: string | undefined): { now?: string } => (value === undefined ? {} : { now: value })

export const stateField = (state: ReportState, lang: Lang): Field =>
  ({ name: 'state', label: words[lang].state, kind: 'choice', as: 'radio', choices: states.map((value) => ({ value, label: stateName[lang][value] })), now: state })

/** Chosen from a few, the figure of last time among them and chosen already. Where nobody has given one, none is chosen, and none need be. */
export function figureField({ last, chosen }: { last: Report | undefined; /** Another than the last. */ chosen?: number | undefined }, lang: Lang): Extract<Field, { kind: 'choice' }> {
  const before = last === undefined ? undefined : figureOf(last)
  const now = chosen ?? before
  const figures = [...new Set([...steps, ...(before === undefined ? [] : [before]), ...(now === undefined ? [] : [now])])].toSorted((a, b) => a - b)
  return { name: 'progress', label: words[lang].progress(before), kind: 'choice', as: 'radio', choices: figures.map(percentChoice), ...(now === undefined ? { optional: true } : { now: String(now) }) }
}

const percentChoice = (figure: number): Choice => ({ value: String(figure), label: `${figure}%` })

/** Beside the field, where 有困难 was chosen and nothing written. */
export const problemMissing = (lang: Lang): Record<string, string> => ({ problem: words[lang].missing })

/** Beside the field, where something was written in it and 正常推进 chosen. */
export const problemBesideNormal = (lang: Lang): Record<string, string> => ({ problem: words[lang].notNormal })
