// Doubts as questions: the line, the words of the text, and answers to press.
import type { Day } from '#src/calendar/day.ts'
import type { Doubt } from '#src/ledger/doubt.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import type { Offered } from '#src/queries/answers-offered.ts'
import { doubtCounts, isAskedInTurn, type DoubtCounts } from '#src/queries/doubt-counts.ts'
import type { Card, Form, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { dayWords } from './day-words.ts'
import { questionForm, questionRow, type Question } from './question.ts'
import { rich, strong } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    head: (open: number, title: string) => `《${title}》还有${open}处存疑，请逐条核对。`, ownerless: (count: number) => `指标：${count}个没有写由谁负责，可以先不定`, onlyOwnerless: (count: number, title: string) => `《${title}》存疑已核完，还有${count}个指标没有写由谁负责。`, none: (title: string) => `《${title}》没有待核对的存疑。`,
    typed: '也可以直接输入：/duban 答 编号 答案', rest: (left: number) => `另有${left}处，答完上面的会接着显示。`,
    settled: (id: number, answer: string, title: string) => `《${title}》存疑${id}已核定：${answer}`, due: (day: string) => `时限定为${day}。`, lead: (unit: string, tasks: number) => (tasks > 1 ? `${tasks}项的牵头单位定为${unit}。` : `牵头单位定为${unit}。`),
    kept: '答复已记下。', left: (doubts: number, ownerless: number) => (doubts > 0 ? `还有${doubts}处，下一处：` : ownerless > 0 ? `存疑已全部核对。还有${ownerless}个指标没有写由谁负责，可以先不定：` : '存疑已全部核对。'), all: '看全部存疑',
  },
  en: {
    head: (open: number, title: string) => `“${title}” has ${counted(open, 'open doubt')}.`, ownerless: (count: number) => `Targets: nobody answers for ${count} of them; this can wait`, onlyOwnerless: (count: number, title: string) => `“${title}” has no open doubts; ${counted(count, 'target')} without anybody who answers.`, none: (title: string) => `“${title}” has no open doubts.`,
    typed: 'Or type: /duban settle NUMBER ANSWER', rest: (left: number) => `${left} more follow once these are settled.`,
    settled: (id: number, answer: string, title: string) => `Doubt ${id} of “${title}” is settled: ${answer}`, due: (day: string) => `The date is now ${day}.`, lead: (unit: string, tasks: number) => (tasks > 1 ? `${unit} leads ${tasks} tasks.` : `${unit} leads it.`),
    kept: 'The answer is kept.', left: (doubts: number, ownerless: number) => (doubts > 0 ? `${doubts} left; the next:` : ownerless > 0 ? `No doubt is left. For ${counted(ownerless, 'target')} nobody answers yet; this can wait:` : 'No doubt is left.'), all: 'All doubts',
  },
} satisfies Record<Lang, unknown>

/** A doubt of a plan, with the answers that it can be settled with by pressing. */
export type OpenDoubt = { doubt: Doubt; offered: readonly Offered[] }

const questionOf = ({ doubt: { id, line, quote, question }, offered }: OpenDoubt): Question => ({ name: rich`${strong(id)}`, line, quote, question, offered })

const doubtRow = (plan: PlanId, open: OpenDoubt, lang: Lang): Row =>
  questionRow(questionOf(open), (answer) => ({ command: 'settle', args: { plan, doubt: open.doubt.id, ...(answer === undefined ? {} : { answer }) } }), lang)

export function doubtList({ plan, title, open }: { plan: PlanId; title: string; open: readonly OpenDoubt[] }, lang: Lang): Card {
  const w = words[lang]
  const { doubts, ownerless } = doubtCounts(open.map(({ doubt }) => doubt))
  const head = doubts > 0 ? w.head(doubts, title) : ownerless > 0 ? w.onlyOwnerless(ownerless, title) : w.none(title)
  const rowsOf = (isListed: (doubt: Doubt) => boolean): Row[] => open.filter(({ doubt }) => isListed(doubt)).map((doubt) => doubtRow(plan, doubt, lang))
  const sections = [
    ...(doubts === 0 ? [] : [{ rows: rowsOf(isAskedInTurn) }]),
    ...(ownerless === 0 ? [] : [{ heading: rich`${w.ownerless(ownerless)}`, rows: rowsOf((doubt) => !isAskedInTurn(doubt)) }]),
  ]
  return {
    text: head,
    lines: [rich`${doubts === 0 ? '✅ ' : ''}${head}`],
    ...(open.length === 0 ? {} : { sections, rest: { line: (left: number) => rich`${w.rest(left)}` }, footer: rich`${w.typed}` }),
  }
}

export type DoubtSettled = { plan: PlanId; title: string; doubt: Doubt; answer: string; today: Day; due?: Day; lead?: UnitId; tasks: number; left: DoubtCounts; next?: OpenDoubt }

/** What the answer bound, and the next question, so that the secretary can go on pressing. */
export function doubtSettled({ plan, title, doubt, answer, today, due, lead, tasks, left, next }: DoubtSettled, lang: Lang): Card {
  const w = words[lang]
  const head = w.settled(doubt.id, answer, title)
  const bound = [...(due === undefined ? [] : [w.due(dayWords(due, lang, today))]), ...(lead === undefined ? [] : [w.lead(lead, tasks)])]
  return {
    text: head,
    lines: [rich`✅ ${head}`, ...(bound.length === 0 ? [w.kept] : bound).map((line) => rich`${line}`), rich`${w.left(left.doubts, left.ownerless)}`],
    ...(next === undefined ? {} : { sections: [{ rows: [doubtRow(plan, next, lang)] }], actions: [{ label: w.all, run: ways.doubts(plan) }] }),
  }
}

export const settleForm = (plan: PlanId, { id, line, quote, question }: Doubt, lang: Lang): Form => questionForm({ line, quote, question }, { command: 'settle', args: { plan, doubt: id } }, lang)
