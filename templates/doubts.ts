// Doubts as questions: the line, the words of the text, and answers to press.
import type { Day } from '#src/calendar/day.ts'
import type { AnswerChange } from '#src/ledger/answer-recorded.ts'
import { isAnsweredAnew, type Doubt } from '#src/ledger/doubt.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import type { Offered } from '#src/queries/answers-offered.ts'
import { doubtCounts, isAskedInTurn, type DoubtCounts } from '#src/queries/doubt-counts.ts'
import type { Card, Form, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { questionForm, questionRow, type Question } from './question.ts'
import { rhythmWords } from './rhythm-words.ts'
import { withRest } from './rest-of-rows.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    head: (open: number, title: string) => `《${title}》还有${open}处存疑，请逐条核对。`, ownerless: (count: number) => `指标：${count}个没有写由谁负责，可以先不定`, onlyOwnerless: (count: number, title: string) => `《${title}》存疑已核完，还有${count}个指标没有写由谁负责。`, none: (title: string) => `《${title}》没有待核对的存疑。`,
    typed: '也可以直接输入：/duban 答 编号 答案', rest: (left: number) => `另有${left}处，答完上面的会接着显示。`,
    settled: (id: number, answer: string, title: string) => `《${title}》存疑${id}已核定：${answer}`, due: (day: string) => `时限定为${day}。`, lead: (unit: string, tasks: number) => (tasks > 1 ? `${tasks}项的牵头单位定为${unit}。` : `牵头单位定为${unit}。`), others: (units: string) => `一并承担的单位：${units}。`,
    period: (from: number, to: number) => `起止年份定为${from === to ? from : `${from}—${to}`}年。`, merged: (keep: string, other: string) => `${other}并入${keep}，任务和人员都归到${keep}。`, notUnit: (name: string) => `“${name}”不是单位，已从任务中去掉。`, stands: (name: string, units: string) => `“${name}”改为${units}。`,
    owner: (unit: string) => `该指标由${unit}负责。`, targetYear: (year: number) => `指标的年份定为${year}年。`, baseline: (words: string) => `指标的基数定为：${words}。`, duty: (rhythm: string) => `列为周期任务：${rhythm}。`, noDuty: '不列为周期任务。', onTheWay: (rhythm: string) => `途中节点：${rhythm}。`,
    instead: (answer: string) => `原答复：${answer}。`, given: (count: number, title: string) => `《${title}》已核定的存疑，可以更正的有${count}处。`, noneGiven: (title: string) => `《${title}》没有可以更正的答复。`, answerWas: (answer: string, on: string) => `已核定为“${answer}”（${on}）`, before: (answers: string) => `，此前：${answers}`, putRight: '更正', more: (left: number) => `还有${left}处`, answers: '更正已核定的', formTitle: '更正存疑',
    recorded: '答复已记下。', kept: '答复已记下，方案没有改动。', noneAdded: '答复已记下，所问的任务没有新增责任单位。', left: (doubts: number, ownerless: number) => (doubts > 0 ? `还有${doubts}处，下一处：` : ownerless > 0 ? `存疑已全部核对。还有${ownerless}个指标没有写由谁负责，可以先不定：` : '存疑已全部核对。'), all: '看全部存疑',
  },
  en: {
    head: (open: number, title: string) => `“${title}” has ${counted(open, 'open doubt')}.`, ownerless: (count: number) => `Targets: nobody answers for ${count} of them; this can wait`, onlyOwnerless: (count: number, title: string) => `“${title}” has no open doubts; ${counted(count, 'target')} without anybody who answers.`, none: (title: string) => `“${title}” has no open doubts.`,
    typed: 'Or type: /duban settle NUMBER ANSWER', rest: (left: number) => `${left} more follow once these are settled.`,
    settled: (id: number, answer: string, title: string) => `Doubt ${id} of “${title}” is settled: ${answer}`, due: (day: string) => `The date is now ${day}.`, lead: (unit: string, tasks: number) => (tasks > 1 ? `${unit} leads ${tasks} tasks.` : `${unit} leads it.`), others: (units: string) => `Also responsible: ${units}.`,
    period: (from: number, to: number) => `The plan runs ${from === to ? from : `${from}–${to}`}.`, merged: (keep: string, other: string) => `${other} is ${keep}: its tasks and people are ${keep}'s.`, notUnit: (name: string) => `“${name}” is no unit and has left the tasks.`, stands: (name: string, units: string) => `“${name}” is now ${units}.`,
    owner: (unit: string) => `${unit} answers for this target.`, targetYear: (year: number) => `The target's year is ${year}.`, baseline: (words: string) => `The target is compared with: ${words}.`, duty: (rhythm: string) => `Owed again and again: ${rhythm}.`, noDuty: 'It is no duty of every period.', onTheWay: (rhythm: string) => `On the way: ${rhythm}.`,
    instead: (answer: string) => `Before: ${answer}.`, given: (count: number, title: string) => `“${title}”: ${counted(count, 'answer')} that can be put right.`, noneGiven: (title: string) => `“${title}” has no answer to put right.`, answerWas: (answer: string, on: string) => `Settled as “${answer}” (${on})`, before: (answers: string) => `, before: ${answers}`, putRight: 'Put right', more: (left: number) => `${left} more`, answers: 'Put an answer right', formTitle: 'Put an answer right',
    recorded: 'The answer is kept.', kept: 'The answer is kept; the plan is as it was.', noneAdded: 'The answer is kept; no unit was added to the tasks it is about.', left: (doubts: number, ownerless: number) => (doubts > 0 ? `${doubts} left; the next:` : ownerless > 0 ? `No doubt is left. For ${counted(ownerless, 'target')} nobody answers yet; this can wait:` : 'No doubt is left.'), all: 'All doubts',
  },
} satisfies Record<Lang, unknown>

/** A doubt of a plan, with the answers that it can be settled with by pressing. */
export type OpenDoubt = { doubt: Doubt; offered: readonly Offered[] }

const questionOf = ({ doubt: { id, line, quote, question }, offered }: OpenDoubt): Question => ({ name: rich`${strong(id)}`, line, quote, question, offered })

const doubtRow = (plan: PlanId, open: OpenDoubt, lang: Lang): Row =>
  questionRow(questionOf(open), (answer) => ({ command: 'settle', args: { plan, doubt: open.doubt.id, ...(answer === undefined ? {} : { answer }) } }), lang)

/** @param answered how many answers can be put right */
export function doubtList({ plan, title, open, answered }: { plan: PlanId; title: string; open: readonly OpenDoubt[]; answered: number }, lang: Lang): Card {
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
    ...(answered === 0 ? {} : { actions: [{ label: w.answers, run: ways.answers(plan) }] }),
  }
}

/** `instead`: the answer that it puts right; `changes`: what of the plan the answer changed; `name`: of a unit. */
export type DoubtSettled = { plan: PlanId; title: string; doubt: Doubt; answer: string; instead?: string; today: Day; changes: readonly AnswerChange[]; name: (unit: UnitId) => string; left: DoubtCounts; next?: OpenDoubt }

/** What the answer bound, and the next question, so that the secretary can go on pressing. */
export function doubtSettled({ plan, title, doubt, answer, instead, today, changes, name, left, next }: DoubtSettled, lang: Lang): Card {
  const w = words[lang]
  const head = w.settled(doubt.id, answer, title)
  const bound = changes.flatMap((change) => changedWords(change, name, today, lang))
  return {
    text: head,
    lines: [rich`✅ ${head}`, ...(instead === undefined ? [] : [rich`${w.instead(instead)}`]), ...(bound.length === 0 ? [changes.length > 0 ? w.recorded : doubt.kind === 'no-unit' ? w.noneAdded : w.kept] : bound).map((line) => rich`${line}`), rich`${w.left(left.doubts, left.ownerless)}`],
    ...(next === undefined ? {} : { sections: [{ rows: [doubtRow(plan, next, lang)] }] }),
    actions: [...(next === undefined ? [] : [{ label: w.all, run: ways.doubts(plan) }]), ...(isAnsweredAnew(doubt) ? [{ label: w.putRight, says: saysOf(w.putRight, doubt.id, lang), run: ways.resettle(plan, doubt.id) }] : [])],
  }
}

function changedWords(change: AnswerChange, name: (unit: UnitId) => string, today: Day, lang: Lang): string[] {
  const w = words[lang]
  const names = (units: readonly UnitId[]): string => units.map(name).join(lang === 'zh' ? '、' : ', ')
  switch (change.type) {
    case 'due-bound':
      return [w.due(dayWords(change.day, lang, today))]
    case 'dates-answered':
      return change.due?.kind === 'dated' ? [w.due(dayWords(change.due.day, lang, today))] : []
    case 'period-set':
      return [w.period(change.from, change.to)]
    case 'units-merged':
      return [w.merged(name(change.keep), change.other)]
    case 'parts-given': {
      const leads = change.units.filter(({ part }) => part === 'lead').map(({ unit }) => w.lead(name(unit), change.tasks.length))
      const others = change.units.filter(({ part }) => part !== 'lead').map(({ unit }) => unit)
      return [...leads, ...(others.length === 0 ? [] : [w.others(names(others))])]
    }
    case 'name-cleared':
      return [change.units.length === 0 ? w.notUnit(change.name) : w.stands(change.name, names(change.units))]
    case 'target-answered':
      return [...(change.owner === undefined ? [] : [w.owner(name(change.owner))]), ...(change.year === undefined ? [] : [w.targetYear(change.year)]), ...(change.baseline === undefined ? [] : [w.baseline(change.baseline)])]
    case 'duty-given':
      return [change.duty.every === 'once' ? w.onTheWay(rhythmWords(change.duty, lang, today)) : w.duty(rhythmWords(change.duty, lang, today))]
    case 'duty-ended':
      return [w.noDuty]
  }
}

export const settleForm = (plan: PlanId, { id, line, quote, question }: Doubt, lang: Lang): Form => questionForm({ line, quote, question }, { command: 'settle', args: { plan, doubt: id } }, lang)

const answersOnPage = 10

/** Those that were answered, each with what was said and the way to another answer. */
export function answersGiven({ plan, title, given, page, today }: { plan: PlanId; title: string; given: readonly Doubt[]; page: number; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = given.length === 0 ? w.noneGiven(title) : w.given(given.length, title)
  const row = (doubt: Doubt): Row => ({
    line: rich`${strong(doubt.id)} · ${cutTo(doubt.question, 120)}\n${stands(doubt, today, lang)}`,
    actions: [{ label: w.putRight, says: saysOf(w.putRight, doubt.question, lang), run: ways.resettle(plan, doubt.id) }],
  })
  const left = given.length - page * answersOnPage
  const next = left > 0 ? [{ label: w.more(left), run: ways.answers(plan, page + 1) }] : []
  const rows = withRest(given.slice((page - 1) * answersOnPage, page * answersOnPage).map(row), next)
  return { text: head, lines: [rich`${head}`], ...(rows.length === 0 ? {} : { sections: [{ rows }] }), actions: [{ label: w.all, run: ways.doubts(plan) }] }
}

function stands({ settled }: Doubt, today: Day, lang: Lang): string {
  const w = words[lang]
  if (settled === undefined) return ''
  const before = (settled.earlier ?? []).map(({ answer }) => cutTo(answer, 40)).join(lang === 'zh' ? '、' : ', ')
  return `${w.answerWas(cutTo(settled.answer, 80), dayWords(settled.on, lang, today))}${before === '' ? '' : w.before(before)}`
}

/** Carries the answer that it was opened on: another given meanwhile is not put right unseen. */
export function resettleForm(plan: PlanId, doubt: Doubt, lang: Lang): Form {
  const { id, line, quote, question, settled } = doubt
  const form = questionForm({ line, quote, question }, { command: 'resettle', args: { plan, doubt: id, ...(settled === undefined ? {} : { instead: settled.answer }) } }, lang)
  return { ...form, title: words[lang].formTitle, intro: [...(form.intro ?? []), ...(settled === undefined ? [] : [rich`${words[lang].answerWas(settled.answer, settled.on)}`])] }
}
