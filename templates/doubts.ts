// Doubts as questions: the line, the words of the text, and answers to press.
import type { Day } from '#src/calendar/day.ts'
import type { Doubt } from '#src/ledger/doubt.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import type { Action, Card, Form, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { rich, strong } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    head: (open: number, title: string) => `《${title}》还有${open}处存疑，请逐条核对。`, none: (title: string) => `《${title}》没有待核对的存疑。`,
    line: (line: number) => `第${line}行`, other: '其他答复', typed: '也可以直接输入：/duban 答 编号 答案', rest: (left: number) => `另有${left}处，答完上面的会接着显示。`,
    settled: (id: number, answer: string) => `存疑${id}已核定：${answer}`, due: (day: string) => `时限定为${day}。`, lead: (unit: string, tasks: number) => (tasks > 1 ? `${tasks}项的牵头单位定为${unit}。` : `牵头单位定为${unit}。`),
    kept: '答复已记下。', left: (count: number) => (count === 0 ? '存疑已全部核对。' : `还有${count}处，下一处：`), all: '看全部存疑',
    title: '答复存疑', label: '答案', hint: '年份写“2026”，单位写名称', submit: '确定',
  },
  en: {
    head: (open: number, title: string) => `“${title}” has ${open} open doubts.`, none: (title: string) => `“${title}” has no open doubts.`,
    line: (line: number) => `line ${line}`, other: 'Another answer', typed: 'Or type: /duban settle NUMBER ANSWER', rest: (left: number) => `${left} more follow once these are settled.`,
    settled: (id: number, answer: string) => `Doubt ${id} is settled: ${answer}`, due: (day: string) => `The date is now ${day}.`, lead: (unit: string, tasks: number) => (tasks > 1 ? `${unit} leads ${tasks} tasks.` : `${unit} leads it.`),
    kept: 'The answer is kept.', left: (count: number) => (count === 0 ? 'No doubt is left.' : `${count} left; the next:`), all: 'All doubts',
    title: 'Settle a doubt', label: 'Answer', hint: 'A year as “2026”, a unit by its name', submit: 'Settle',
  },
} satisfies Record<Lang, unknown>

/** More choices than this are typed, not pressed. */
const choicesShown = 4

function doubtRow(plan: PlanId, { id, line, quote, question, choices }: Doubt, lang: Lang): Row {
  const w = words[lang]
  const answer = (choice: string): Action => ({ label: cutTo(choice, 30), says: cutTo(`${question} ${choice}`, 70), run: { command: 'settle', args: { plan, doubt: id, answer: choice } } })
  return {
    line: rich`${strong(id)} · ${w.line(line)} · ${cutTo(question, 160)}${quote === '' || question.includes(quote) ? '' : `\n“${cutTo(quote, 120)}”`}`,
    actions: [...choices.slice(0, choicesShown).map(answer), { label: w.other, says: cutTo(`${w.other}：${question}`, 70), run: { command: 'settle', args: { plan, doubt: id } } }],
  }
}

export function doubtList({ plan, title, open }: { plan: PlanId; title: string; open: readonly Doubt[]; settled: number }, lang: Lang): Card {
  const w = words[lang]
  const head = open.length === 0 ? w.none(title) : w.head(open.length, title)
  return {
    text: head,
    lines: [rich`${open.length === 0 ? '✅ ' : ''}${head}`],
    ...(open.length === 0 ? {} : { sections: [{ rows: open.map((doubt) => doubtRow(plan, doubt, lang)) }], rest: { line: (left: number) => rich`${w.rest(left)}` }, footer: rich`${w.typed}` }),
  }
}

export type DoubtSettled = { plan: PlanId; doubt: Doubt; answer: string; today: Day; due?: Day; lead?: UnitId; tasks: number; left: number; next?: Doubt }

/** What the answer bound, and the next question, so that the secretary can go on pressing. */
export function doubtSettled({ plan, doubt, answer, today, due, lead, tasks, left, next }: DoubtSettled, lang: Lang): Card {
  const w = words[lang]
  const head = w.settled(doubt.id, answer)
  const bound = [...(due === undefined ? [] : [w.due(dayWords(due, lang, today))]), ...(lead === undefined ? [] : [w.lead(lead, tasks)])]
  return {
    text: head,
    lines: [rich`✅ ${head}`, ...(bound.length === 0 ? [w.kept] : bound).map((line) => rich`${line}`), rich`${w.left(left)}`],
    ...(next === undefined ? {} : { sections: [{ rows: [doubtRow(plan, next, lang)] }], actions: [{ label: w.all, run: ways.doubts(plan) }] }),
  }
}

export function settleForm(plan: PlanId, { id, line, quote, question }: Doubt, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${w.line(line)} · ${question}`, rich`“${cutTo(quote, 200)}”`],
    fields: [{ name: 'answer', label: w.label, hint: w.hint, kind: 'line', maxLength: 200 }],
    submit: w.submit,
    run: { command: 'settle', args: { plan, doubt: id } },
  }
}
