// 补充说明: one line more, with the figure and the words of last time; after several bare answers, one concrete question.
import type { Report } from '#src/ledger/assignment.ts'
import type { ConcreteQuestion } from '#src/queries/concrete-question.ts'
import type { RoundQuestion } from '#src/queries/round-question.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { answerField, figureField } from './report-form.ts'
import { questionWords } from './report-recorded.ts'
import { reportWords } from './report-words.ts'
import { rich, strong } from './rich.ts'
import { numberOf } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: { title: '补充说明', answer: '回答', label: '补一句', hint: '如：已开工2所，其余9月招标', last: '上次：', submit: '提交', missing: '请写一句要补充的话；没有要补的，关掉即可，已记录的不受影响。' },
  en: { title: 'Add details', answer: 'Answer', label: 'What is to be added', hint: 'Such as: 2 are being built, the rest is tendered in September', last: 'Last time: ', submit: 'Send', missing: 'Write what is to be added. If there is nothing, close this: what was recorded stands.' },
} satisfies Record<Lang, unknown>

export function supplementForm({ task, report, question }: { task: TaskCard; report: Report; question?: ConcreteQuestion | undefined }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.last}${reportWords(question?.last ?? report, lang)}`],
    fields: [
      { name: 'words', label: question === undefined ? w.label : questionWords(question.about, lang), hint: w.hint, kind: 'line', maxLength: 500, ...(question?.last?.done === undefined ? {} : { now: cutTo(question.last.done, 500) }) },
      figureField({ last: report }, lang),
    ],
    submit: w.submit,
    run: { command: 'supplement', args: { task: taskRef(task), form: true } },
  }
}

/** The one question that a round asks. */
export function roundAnswerForm({ task, question }: { task: TaskCard; question: RoundQuestion }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.answer,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`],
    fields: [{ ...answerField('words', question), optional: false }],
    submit: w.submit,
    run: { command: 'supplement', args: { task: taskRef(task), round: question.round, form: true } },
  }
}

export const supplementMissing = (lang: Lang): Record<string, string> => ({ words: words[lang].missing })
