// A doubt as a question: the line, the words of the text, and answers to press. The same before an import is confirmed and after.
import type { Offered } from '#src/queries/answers-offered.ts'
import type { Action, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { rich, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'

/** `name`: what people call it where they type, in front of the line. */
export type Question = { name?: Rich; line: number; quote: string; question: string; offered: readonly Offered[] }

/** What pressing an answer does; without one, a form asks for it. */
export type Ask = (answer?: string) => Run

const words = {
  zh: {
    line: (line: number) => `第${line}行`, other: '其他答复', title: '答复存疑', label: '答案', submit: '确定',
    hint: '年份写“2026”；单位写名称，多个用顿号分开，第一个是牵头',
    team: (lead: string, support: number) => `由专班组长单位${lead}牵头${support > 0 ? `，${support}个成员单位配合` : ''}`,
  },
  en: {
    line: (line: number) => `line ${line}`, other: 'Another answer', title: 'Settle a doubt', label: 'Answer', submit: 'Settle',
    hint: 'A year as “2026”; units by name, separated by 、 with the lead first',
    team: (lead: string, support: number) => `The task team: ${lead} leads${support > 0 ? `, ${support} support` : ''}`,
  },
} satisfies Record<Lang, unknown>

export const answerLabel = ({ answer, team }: Offered, lang: Lang): string => (team === undefined ? answer : words[lang].team(team.lead, team.support))

/** The words are in the question already, in whatever quotation marks. */
const isSaid = (quote: string, question: string): boolean => quote === '' || bare(question).includes(bare(quote))
const bare = (words: string): string => words.replace(/[“”‘’'"]/g, '')

/** @param also further buttons of the row, after those that answer */
export function questionRow({ name, line, quote, question, offered }: Question, ask: Ask, lang: Lang, also: readonly Action[] = []): Row {
  const w = words[lang]
  const where = name === undefined ? rich`${w.line(line)}` : rich`${name} · ${w.line(line)}`
  return {
    line: rich`${where} · ${cutTo(question, 160)}${isSaid(quote, question) ? '' : `\n“${cutTo(quote, 120)}”`}`,
    actions: [
      ...offered.map((one): Action => ({ label: cutTo(answerLabel(one, lang), 30), says: cutTo(`${question} ${answerLabel(one, lang)}`, 70), run: ask(one.answer) })),
      { label: w.other, says: saysOf(w.other, question, lang), run: ask() },
      ...also,
    ],
  }
}

export function questionForm({ line, quote, question }: Omit<Question, 'offered'>, run: Run, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${w.line(line)} · ${question}`, ...(quote === '' ? [] : [rich`“${cutTo(quote, 200)}”`])],
    fields: [{ name: 'answer', label: w.label, hint: w.hint, kind: 'line', maxLength: 200 }],
    submit: w.submit,
    run: { ...run, args: { ...run.args, form: true } },
  }
}
