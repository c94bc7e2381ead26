// 补充说明: words added to the last answer. On the day it was given they are a new version of it; later they are a report of their own.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import type { Report, RoundAnswered } from '#src/ledger/report.ts'
import { concreteQuestion } from '#src/queries/concrete-question.ts'
import { questionOf } from '#src/queries/round-question.ts'
import { formSpokenFor } from '#templates/spoken-for.ts'
import { roundAnswerForm, supplementForm, supplementMissing } from '#templates/supplement-form.ts'
import { answeredOr } from './answered-already.ts'
import { ownTask, speakerFor } from './own-task.ts'
import { PercentArgument } from './percent-argument.ts'
import { recorded } from './recorded.ts'
import { recordedReport } from './recorded-report.ts'
import { refused } from './refused.ts'
import { openReportForm } from './report-form.ts'
import { answerTo } from './round-answer.ts'
import { runOf } from './run-of.ts'
import { TaskArgument } from './task-argument.ts'
import { viewOf } from './view-of.ts'

export const supplement = command({
  name: { zh: '补充', en: 'supplement' },
  also: ['补充说明', '补充一下', '补一句'],
  usage: { zh: '补充 12 〔补一句〕', en: 'supplement 12 〔a sentence〕' },
  about: { zh: '给刚才的填报补一句话', en: 'add words to the last report' },
  then: { zh: '接在上次填报后面，原来的话保留。', en: 'It is added to the last report; what was said stays.' },
  group: 'report',
  may: 'report',
  args: z.object({ task: TaskArgument, words: Words.default(''), progress: PercentArgument.optional(), unit: UnitId.optional(), /** The turn of a round whose question is answered. */ round: z.string().max(40).optional(), form: z.boolean().default(false) }),
  typed: ([task, ...words]) => ({ task, words: words.join(' ') }),
  run({ task, words, progress, unit, round, form }, desk): Promise<Answer> | Answer {
    const again = runOf('supplement', { task, words, progress, unit, round })
    const found = ownTask(desk, task, unit, 'last')
    if (!found.ok) return refused(found.refusal, desk, again)
    const { own } = found
    const taken = own.taken()
    const last = own.lastReport()
    if (taken !== undefined) return words.trim() === '' ? answeredOr(own, taken, desk) : refused(taken, desk)
    // Nothing to be added to: the first word is a report.
    if (last === undefined) return words.trim() === '' && !form ? openReportForm(own, { state: 'normal' }, desk) : refused({ code: 'nothing-to-correct', task: own.task }, desk)
    if (words.trim() === '') {
      if (form) return { kind: 'form-errors', errors: supplementMissing(desk.lang) }
      const ofRound = round === undefined ? undefined : questionOf(viewOf(desk, own.plan), round)
      if (ofRound !== undefined) return { kind: 'form', form: formSpokenFor(roundAnswerForm({ task: own.card(), question: ofRound }, desk.lang), speakerFor(own)) }
      const question = concreteQuestion(viewOf(desk, own.plan), own.task, own.voice())
      return { kind: 'form', form: formSpokenFor(supplementForm({ task: own.card(), report: last, question }, desk.lang), speakerFor(own)) }
    }
    const figure = progress === undefined || progress === last.progress ? {} : { progress, correction: true }
    const { answer } = round === undefined ? {} : answerTo(round, words, own, desk)
    const said = answer === undefined ? withWords(last, words.trim(), desk) : withAnswer(last, answer, desk)
    const recording = desk.record(own.plan.id, { type: 'report', task: own.task, ...own.part, correction: false, ...said, ...figure })
    return recorded(recording, desk, () => recordedReport(own, desk), again, { about: [{ plan: own.plan.id, task: own.task }] })
  },
})

type Supplemented = Pick<Report, 'state' | 'done' | 'problem' | 'needs' | 'next' | 'answer'> & { progress?: Report['progress']; corrects?: Report['at'] }

/** Of the day's own report the answer is a part; on another day it is a word of its own. */
function withAnswer(last: Report, answer: RoundAnswered, { today }: Desk): Supplemented {
  const { at, on, done, stated } = last
  if (on !== today) return { ...keptOf(last), answer }
  return { ...keptOf(last), ...(done === undefined ? {} : { done }), answer, corrects: at, ...(stated === undefined ? {} : { progress: stated }) }
}

const keptOf = ({ state, problem, needs, next }: { [Field in 'problem' | 'needs' | 'next']?: string | undefined } & Pick<Report, 'state'>): Supplemented => ({ state, ...(problem === undefined ? {} : { problem }), ...(needs === undefined ? {} : { needs }), ...(next === undefined ? {} : { next }) })

/** What stands besides the words stays as it was. */
function withWords({ at, on, state, stated, done, problem, needs, next }: Report, words: string, { today, lang }: Desk): Supplemented {
  const kept = keptOf({ state, problem, needs, next })
  const joined = (done ?? '').trim() === '' ? words : `${done ?? ''}${lang === 'zh' ? '；' : '; '}${words}`
  if (on !== today || !Words.safeParse(joined).success) return { ...kept, done: words }
  return { ...kept, done: joined, corrects: at, ...(stated === undefined ? {} : { progress: stated }) }
}
