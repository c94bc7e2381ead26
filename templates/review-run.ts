// 督查、调度 as it is run: one item at a time in one message, and what was found of all of them.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Review, ReviewOutcome } from '#src/ledger/review.ts'
import type { OfferedDay } from '#src/queries/instructed-day.ts'
import { itemsFound, nextOpen, type ReviewItem } from '#src/queries/review-items.ts'
import type { Action, Card, Field, Form, Lang, Run, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { offeredWords } from './instruct.ts'
import { reportWords } from './report-words.ts'
import { outcomeName, reviewKindWords } from './review-kind-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { shortTitle, taskLine } from './task-line.ts'
import { ways } from './ways.ts'

export type Running = { plan: PlanId; review: Review; items: readonly ReviewItem[]; today: Day; /** What was just done. */ said?: string }

const wordsShown = 400

const words = {
  zh: {
    head: (kind: string, day: string) => `${day}${kind}`, of: (at: number, count: number) => `${at}/${count}`, last: '上次填报：', none: '尚未填报', problem: '存在问题：', found: (name: string) => `已认定：${name}`, makes: (no: number) => `整改任务${no}`, noUnit: '还没有责任单位，认定不了，先定牵头单位。', lead: '定牵头',
    previous: '上一项', next: '下一项', results: '看结果', said: (no: number, name: string) => `${no} ${name}`, open: (count: number) => `，还有${count}项未认定`, counts: (count: number) => `${count}项`, none_: '这次调度的任务都已不在册。',
    close: '登记结果', closeAll: '办结这次调度', allJudged: '各项都已认定，办结后结果记在这些任务上。', again: '逐项再看', goOn: '继续', task: '看任务', and: '、', due: (day: string) => `${day}前`, quote: (said: string) => `（${said}）`, colon: '：', comma: '，',
    forms: { discrepant: '有出入', rectify: '需整改' }, what: { discrepant: '哪里有出入', rectify: '要整改什么' }, hint: { discrepant: '一句话，如：填报3所，现场2所', rectify: '一句话，单位会收到，如：补齐两校台账' }, who: '整改单位', when: '整改时限', other: '或选日期', otherHint: '选了就以这里为准', submit: '认定并看下一项',
    missing: '请写明情况，一句话即可。', past: '请选今天或以后的日期。', noWho: '请选整改单位。',
  },
  en: {
    head: (kind: string, day: string) => `${day}, ${kind}`, of: (at: number, count: number) => `${at}/${count}`, last: 'Last report: ', none: 'No report yet', problem: 'Problem: ', found: (name: string) => `Found: ${name}`, makes: (no: number) => `to be put right as task ${no}`, noUnit: 'It has no unit yet: name its lead first.', lead: 'Name the lead',
    previous: 'Previous', next: 'Next', results: 'Results', said: (no: number, name: string) => `${no}: ${name}`, open: (count: number) => `, ${count} not yet judged`, counts: (count: number) => `${count}`, none_: 'None of its tasks is on the register any more.',
    close: 'Record the outcome', closeAll: 'Close this review', allJudged: 'All are judged. Once it is closed, the outcome stands on these tasks.', again: 'Go through again', goOn: 'Go on', task: 'Task', and: ', ', due: (day: string) => `by ${day}`, quote: (said: string) => ` (${said})`, colon: ': ', comma: ', ',
    forms: { discrepant: 'Not as said', rectify: 'To be put right' }, what: { discrepant: 'What is not as said', rectify: 'What has to be put right' }, hint: { discrepant: 'One sentence', rectify: 'One sentence; the unit gets it' }, who: 'Who puts it right', when: 'By', other: 'Or choose a day', otherHint: 'Overrides the choice above', submit: 'Record and go on',
    missing: 'Say in one sentence what was found.', past: 'Choose today or a later day.', noWho: 'Choose who puts it right.',
  },
} satisfies Record<Lang, unknown>

const headOf = ({ review, today }: Pick<Running, 'review' | 'today'>, lang: Lang): string => words[lang].head(reviewKindWords[lang][review.kind], shortDay(review.day, lang, today))

/** One item, with three buttons that judge it, and the ways to those before and after it. @param at which of them, from 0 */
export function reviewItemCard(running: Running, at: number, lang: Lang): Card {
  const w = words[lang]
  const { plan, review, items, today, said } = running
  const item = items[at]
  if (item === undefined) return { text: w.none_, lines: [rich`${w.none_}`] }
  const { task, unit, judged } = item
  const place = w.of(at + 1, items.length)
  const report = task.lead?.report
  const go = (to: number): Run => ({ command: 'run-review', args: { plan, review: review.id, at: to } })
  const judge = (outcome: ReviewOutcome): Action[] => (unit === undefined ? [] : [{
    label: outcomeName[lang][outcome], says: `${outcomeName[lang][outcome]}${w.colon}${task.number} ${shortTitle(task)}`,
    run: { command: 'run-review', args: { plan, review: review.id, at, task: task.number, unit: unit.id, outcome } },
  }])
  return {
    text: `${headOf(running, lang)} ${place}${w.colon}${task.number} ${shortTitle(task)}`,
    lines: [
      ...(said === undefined ? [] : [rich`✅ ${said}`]),
      rich`${strong(`${headOf(running, lang)} · ${place}`)}${unit === undefined ? '' : rich` · ${unit.name}`}`,
      taskLine(task, lang, today),
      report === undefined ? rich`${w.last}${w.none}` : rich`${w.last}${shortDay(report.on, lang, today)} ${reportWords(report, lang)}`,
      ...(judged === undefined ? [] : [rich`${w.found(foundWords(item, lang))}${judged.made === undefined ? '' : `${w.comma}${w.makes(judged.made)}`}`]),
      ...(unit === undefined ? [rich`⚠️ ${w.noUnit}`] : []),
    ],
    actions: [
      ...judge('confirmed'), ...judge('discrepant'), ...judge('rectify'),
      ...(at > 0 ? [{ label: w.previous, run: go(at - 1) }] : []),
      ...(at < items.length - 1 ? [{ label: w.next, run: go(at + 1) }] : []),
    ],
    more: [{ label: w.results, run: { command: 'run-review', args: { plan, review: review.id, results: true } } }, { label: w.task, run: ways.task(task) }],
  }
}

/** 有出入（填报3所，现场2所）. */
const foundWords = ({ judged }: ReviewItem, lang: Lang): string =>
  judged === undefined ? '' : `${outcomeName[lang][judged.outcome]}${judged.words === undefined ? '' : words[lang].quote(cutTo(judged.words, wordsShown))}`

/** What was just found, for the head of the next item. */
export const judgedWords = ({ task, judged }: ReviewItem, lang: Lang): string => words[lang].said(task.number, judged === undefined ? '' : outcomeName[lang][judged.outcome])

/** What was found of all of them: what is not as it was said item by item, what is in one line. */
export function reviewResults(running: Running, lang: Lang): Card {
  const w = words[lang]
  const { plan, review, items, today, said } = running
  const text = `${headOf(running, lang)}${w.colon}${countsOf(items, lang)}`
  const sections = (['rectify', 'discrepant'] as const).flatMap((outcome): Section[] => ((found) => (found.length === 0 ? [] : [{ heading: rich`${outcomeName[lang][outcome]}`, rows: found.map((item) => ({ line: resultLine(item, lang) })) }]))(itemsFound(items, outcome)))
  const confirmed = itemsFound(items, 'confirmed')
  const run = (args: Run['args']): Run => ({ command: 'run-review', args: { plan, review: review.id, ...args } })
  const isOpen = review.status === 'ahead'
  const isLeft = nextOpen(items, -1) >= 0
  const isAll = items.length > 0 && items.every(({ judged }) => judged !== undefined)
  return {
    text,
    lines: [
      ...(said === undefined ? [] : [rich`✅ ${said}`]), rich`${strong(text)}`,
      ...(review.status === 'closed' ? [rich`${dayWords(review.closedOn, lang, today)} ${w.close}${w.colon}${review.outcome}`] : []),
      ...(confirmed.length === 0 ? [] : [rich`${outcomeName[lang].confirmed}${w.colon}${numbersOf(confirmed, lang)}`]),
      ...(isOpen && isAll ? [rich`${w.allJudged}`] : []),
    ],
    ...(sections.length === 0 ? {} : { sections }),
    ...(isOpen ? { actions: [{ label: isAll ? w.closeAll : w.close, run: { command: 'close-review', args: { plan, review: review.id } }, ...(isAll ? { style: 'primary' as const } : {}) }, { label: isLeft ? w.goOn : w.again, run: run(isLeft ? {} : { at: 0 }) }] } : {}),
  }
}

function resultLine(item: ReviewItem, lang: Lang): Rich {
  const w = words[lang]
  const { task, unit, judged } = item
  return rich`${strong(task.number)} ${shortTitle(task)} · ${unit?.name ?? ''}${judged?.words === undefined ? '' : `${w.colon}${cutTo(judged.words, wordsShown)}`}${judged?.made === undefined ? '' : `${w.comma}${w.makes(judged.made)}`}`
}

const numbersOf = (items: readonly ReviewItem[], lang: Lang): string => items.map(({ task }) => String(task.number)).join(words[lang].and)

function countsOf(items: readonly ReviewItem[], lang: Lang): string {
  const w = words[lang]
  const counted = (['confirmed', 'discrepant', 'rectify'] as const).flatMap((outcome) => ((count) => (count === 0 ? [] : [`${outcomeName[lang][outcome]}${lang === 'zh' ? '' : ' '}${w.counts(count)}`]))(itemsFound(items, outcome).length))
  const open = items.filter(({ judged }) => judged === undefined).length
  return `${counted.length === 0 ? w.counts(0) : counted.join(w.comma)}${open === 0 ? '' : w.open(open)}`
}

/** The line that a review is closed with, from what was found: 情况属实5项，有出入2项（12、15），需整改1项（18）. Empty where nothing was. */
export function draftedOutcome(items: readonly ReviewItem[], lang: Lang): string {
  const w = words[lang]
  return (['confirmed', 'discrepant', 'rectify'] as const).flatMap((outcome) => ((found) => (found.length === 0 ? [] : [`${outcomeName[lang][outcome]}${lang === 'zh' ? '' : ' '}${w.counts(found.length)}${outcome === 'confirmed' ? '' : w.quote(cutTo(numbersOf(found, lang), 100))}`]))(itemsFound(items, outcome))).join(w.comma)
}

/** Words, and of what has to be put right who does it and by when. */
export function judgeForm({ plan, review, item, at, outcome, offered, today }: Pick<Running, 'plan' | 'review' | 'today'> & { item: ReviewItem; at: number; outcome: 'discrepant' | 'rectify'; offered: readonly OfferedDay[] }, lang: Lang): Form {
  const w = words[lang]
  const { task, unit, judged } = item
  const units = [...(unit === undefined ? [] : [{ value: unit.id, label: unit.name }]), ...[...(task.lead === undefined ? [] : [task.lead]), ...task.others].filter((part) => part.unit !== unit?.id).map((part) => ({ value: part.unit, label: part.name }))]
  const [, middle = offered[0]] = offered
  const putRight: Field[] = outcome === 'discrepant' ? [] : [
    { name: 'who', label: w.who, kind: 'choice', as: 'select', choices: units, ...(unit === undefined ? {} : { now: unit.id }) },
    { name: 'when', label: w.when, kind: 'choice', as: 'radio', choices: offered.map((each) => ({ value: each.day, label: offeredWords(each, lang, today) })), ...(middle === undefined ? {} : { now: middle.day }) },
    { name: 'due', label: w.other, hint: w.otherHint, optional: true, kind: 'date' },
  ]
  return {
    title: w.forms[outcome],
    intro: [rich`${unit?.name ?? ''} · ${strong(task.number)} ${shortTitle(task)}`],
    fields: [{ name: 'words', label: w.what[outcome], hint: w.hint[outcome], kind: 'line', maxLength: 500, ...(judged?.words === undefined ? {} : { now: judged.words }) }, ...putRight],
    submit: w.submit,
    run: { command: 'run-review', args: { plan, review: review.id, at, task: task.number, ...(unit === undefined ? {} : { unit: unit.id }), outcome, form: true } },
  }
}

export const judgeMissing = (what: 'words' | 'due' | 'who', lang: Lang): Record<string, string> => ({ [what]: { words: words[lang].missing, due: words[lang].past, who: words[lang].noWho }[what] })
