// The doubts of an import that is not confirmed yet, one after the other in one message.
import type { DoubtKey, ManyKind } from '#src/ledger/correction.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { Action, Card, Lang, Row, Run } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { answerLabel, questionRow, type Question } from './question.ts'
import { rich } from './rich.ts'
import { saysOf } from './says-of.ts'

/**
 * `all`: every blank year at once. `teams`: how many sections each have a team that serves them, `alike`: how many
 * could have the same unit, where that is more than one. `section`: its tasks can be asked about one by one.
 */
export type CheckStep = {
  draft: DraftId
  key: DoubtKey
  question: Question
  each: boolean
  all?: { quotes: readonly string[] }
  teams?: number
  /** Pairs of names that are one but for the place they say, all to be one unit each. */
  same?: readonly (readonly string[])[]
  alike?: { count: number; unit: string }
  section: boolean
}

/** `many`: how many it settled at once, `all`: of which kind. */
export type Checked = { key: DoubtKey; many?: number; all?: ManyKind; question: string; answer: string }

const words = {
  zh: {
    head: (title: string, open: number) => `《${title}》还有${open}处待核，请选答案。`,
    done: (question: string, answer: string) => `${question}${answer}`, doneAll: (count: number, answer: string) => `${count}处定为：${answer}`,
    blanks: (count: number) => `有${count}处年份空着，是同一年吗？`, all: (answer: string) => `全部定为${answer}`, each: '逐个定', otherYear: '其他年份',
    teams: (count: number) => `${count}个部分都按各自专班定`, alike: (count: number, unit: string) => `${count}处都由${unit}牵头`, same: (count: number) => `${count}处都是同一单位`, tasks: '逐项指定',
    skip: '跳过', back: '返回预览', redo: '改上一处',
    kept: '答复先存在导入稿里，确认导入后才写入。改天接着核，输入 /duban 导入。',
  },
  en: {
    head: (title: string, open: number) => `“${title}”: ${counted(open, 'doubt')} to settle. Choose an answer.`,
    done: (question: string, answer: string) => `${question} ${answer}`, doneAll: (count: number, answer: string) => `${count} settled: ${answer}`,
    blanks: (count: number) => `The year stands blank in ${count} places. Is it one year?`, all: (answer: string) => `All: ${answer}`, each: 'One by one', otherYear: 'Another year',
    teams: (count: number) => `${count} sections, each by its team`, alike: (count: number, unit: string) => `${unit} leads all ${count}`, same: (count: number) => `One unit in all ${count}`, tasks: 'Task by task',
    skip: 'Skip', back: 'Back', redo: 'Change the last',
    kept: 'Answers are kept with the draft and written when you confirm. To go on another day, type /duban import.',
  },
} satisfies Record<Lang, unknown>

const quotesShown = 5
const pairsShown = 20

const check = (draft: DraftId, args: Run['args']): Run => ({ command: 'check', args: { draft, ...args } })

/** The question with its buttons: as it stands on a card of its own, and first in the preview. */
export function checkRow({ draft, key, question, each, all, teams, same, alike, section }: CheckStep, lang: Lang): Row {
  const w = words[lang]
  const kept = each ? { each } : {}
  if (all !== undefined) {
    const answer = (words: string): Action => ({ label: w.all(words), says: cutTo(`${w.blanks(all.quotes.length)}${w.all(words)}`, 70), run: check(draft, { doubt: key, all: 'year-blank', answer: words }) })
    const quotes = all.quotes.slice(0, quotesShown).map((quote) => `\n“${cutTo(quote, 50)}”`).join('')
    return {
      line: rich`${w.blanks(all.quotes.length)}${quotes}${all.quotes.length > quotesShown ? '\n…' : ''}`,
      actions: [
        ...question.offered.map(({ answer: year }) => answer(year)),
        { label: w.otherYear, run: check(draft, { doubt: key, all: 'year-blank' }) },
        { label: w.each, run: check(draft, { doubt: key, each: true, ask: true }) },
      ],
    }
  }
  const also: Action[] = [
    ...(same === undefined ? [] : [{ label: w.same(same.length), run: check(draft, { doubt: key, all: 'alias', answer: '是' }) }]),
    ...(teams === undefined ? [] : [{ label: w.teams(teams), run: check(draft, { doubt: key, all: 'no-unit' }) }]),
    ...(alike === undefined ? [] : [{ label: cutTo(w.alike(alike.count, alike.unit), 30), run: check(draft, { doubt: key, all: 'no-unit', answer: alike.unit }) }]),
    ...(section ? [{ label: w.tasks, run: check(draft, { doubt: key, split: true }) }] : []),
  ]
  const row = questionRow(question, (answer) => check(draft, { doubt: key, ...kept, ...(answer === undefined ? {} : { answer }) }), lang, also)
  if (same === undefined) return row
  const pairs = same.slice(0, pairsShown).map(([known = '', other = '']) => `\n${other} = ${known}`).join('')
  return { ...row, line: rich`${row.line}${pairs}${same.length > pairsShown ? '\n…' : ''}` }
}

/** The receipt of an answer. */
export const checkedSaid = ({ many, question, answer }: Checked, lang: Lang): string =>
  `✅ ${many === undefined ? words[lang].done(cutTo(question, 60), answer) : words[lang].doneAll(many, answer)}`

/** @param before what was answered just now, to be seen and changed */
export function checkCard({ title, open, step, before }: { title: string; open: number; step: CheckStep; before?: Checked }, lang: Lang): Card {
  const w = words[lang]
  const head = w.head(title, open)
  const kept = step.each ? { each: true } : {}
  return {
    text: head,
    lines: [rich`${head}`, ...(before === undefined ? [] : [rich`${checkedSaid(before, lang)}`])],
    sections: [{ rows: [checkRow(step, lang)] }],
    actions: [
      { label: w.skip, run: check(step.draft, { doubt: step.key, skip: step.all === undefined ? 'one' : 'kind', ...kept }) },
      ...(before === undefined ? [] : [{ label: w.redo, says: saysOf(w.redo, before.question, lang), run: check(step.draft, { doubt: before.key, ...(before.all === undefined ? { ask: true } : { reopen: before.all }), ...kept }) }]),
      { label: w.back, run: { command: 'import', args: { draft: step.draft } } },
    ],
    footer: rich`${w.kept}`,
  }
}

export const answerSaid = (question: Question, answer: string, lang: Lang): string => {
  const offered = question.offered.find((one) => one.answer === answer)
  return offered === undefined ? answer : answerLabel(offered, lang)
}
