// How often a body must meet, in words: what a window still asks for, what one that closed lacked, and 本期不开 with its reason.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { CadenceFacts } from '#src/meetings/cadence.ts'
import { asksForReview, type ClauseFacts } from '#src/meetings/clauses.ts'
import type { Action, Card, Form, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, periodWords, shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

type Counts = { needed: number; held: number; scheduled: number; sort: string }

const words = {
  zh: {
    sorts: { special: '专题会议', general: '综合性会议' },
    cadence: ({ needed, held, scheduled, sort }: Counts, window: string) => `${window}${sort}应开${needed}次，已开${held}次${scheduled === 0 ? '' : `，已安排${scheduled}次`}`,
    missing: (closes: string, missing: number) => (missing === 0 ? ' ✅' : `，${closes}前还差${missing}次`), excused: (reason: string) => `，本期不再开（已说明：${reason}）`,
    unmet: ({ needed, held, sort }: Counts, window: string) => `${window}${sort}应开${needed}次，${held === 0 ? '一次未开' : `只开${held}次`}`, said: (reason: string) => `（已说明：${reason}）`,
    excuse: '本期不开', title: '本期不开', reason: '原因', hint: '写明为什么不开，会写在会议台账里', submit: '登记', missingReason: '请写明这一期为什么不开。',
    recorded: (name: string, window: string) => `已登记：${name}${window}不再开`, after: '这一期不再提醒，原因写在会议台账和汇总里；仍开了的，可以 会议 补记。', which: (name: string) => `${name}哪一期不开？`, chooseOne: '选这一期',
  },
  en: {
    sorts: { special: 'meetings on one subject', general: 'general meetings' },
    cadence: ({ needed, held, scheduled, sort }: Counts, window: string) => `${window}${sort === '' ? '' : `, ${sort}`}: ${needed} due, ${held} held${scheduled === 0 ? '' : `, ${scheduled} scheduled`}`,
    missing: (closes: string, missing: number) => (missing === 0 ? ' ✅' : `, ${missing} missing by ${closes}`), excused: (reason: string) => `; no more this time (${reason})`,
    unmet: ({ needed, held, sort }: Counts, window: string) => `${needed} due in ${window}${sort === '' ? '' : ` (${sort})`}, ${held === 0 ? 'none' : `only ${held}`} held`, said: (reason: string) => ` (${reason})`,
    excuse: 'Not this time', title: 'Not this time', reason: 'Why', hint: 'Why it is not held: it stands in the record of meetings', submit: 'Record', missingReason: 'Say why it is not held this time.',
    recorded: (name: string, window: string) => `Recorded: ${name} does not meet any more in ${window}`, after: 'You are not reminded of it again; the reason stands in the list of meetings and in the summary. A sitting that took place can still be put on record.', which: (name: string) => `Which one is ${name} not to hold?`, chooseOne: 'This one',
  },
} satisfies Record<Lang, unknown>

/** What differs where a clause asks for a review and not for a sitting. */
const reviewWords = {
  zh: {
    cadence: ({ needed, held, scheduled }: Counts, window: string) => `${window}应督查${needed}次，已督查${held}次${scheduled === 0 ? '' : `，已安排${scheduled}次`}`, excused: (reason: string) => `，本期不再督查（已说明：${reason}）`,
    unmet: ({ needed, held }: Counts, window: string) => `${window}应督查${needed}次，${held === 0 ? '一次未督查' : `只督查${held}次`}`,
    excuse: '本期不督查', title: '本期不督查', hint: '写明为什么不督查，会写在会议台账里', missingReason: '请写明这一期为什么不督查。', recorded: (name: string, window: string) => `已登记：${name}${window}不再督查`, after: '这一期不再提醒，原因写在会议台账和汇总里；仍督查了的，照常安排和登记。',
  },
  en: {
    cadence: ({ needed, held, scheduled }: Counts, window: string) => `${window}: ${needed} ${needed === 1 ? 'inspection' : 'inspections'} due, ${held} held${scheduled === 0 ? '' : `, ${scheduled} scheduled`}`, excused: (reason: string) => `; no more this time (${reason})`,
    unmet: ({ needed, held }: Counts, window: string) => `${needed} ${needed === 1 ? 'inspection' : 'inspections'} due in ${window}, ${held === 0 ? 'none' : `only ${held}`} held`,
    excuse: 'Not this time', title: 'Not this time', hint: 'Why there is no inspection: it stands in the record of meetings', missingReason: 'Say why there is no inspection this time.', recorded: (name: string, window: string) => `Recorded: ${name} does not inspect any more in ${window}`, after: 'You are not reminded of it again; the reason stands in the list of meetings and in the summary. One that takes place is scheduled and closed as ever.',
  },
} satisfies Record<Lang, unknown>

const wordsOf = (facts: ClauseFacts, lang: Lang): (typeof words)[Lang] => (asksForReview(facts) ? { ...words[lang], ...reviewWords[lang] } : words[lang])

const countsOf = (facts: ClauseFacts, lang: Lang): Counts => ({ needed: facts.needed, held: facts.held, scheduled: facts.scheduled.length, sort: asksForReview(facts) || facts.of === undefined ? '' : words[lang].sorts[facts.of] })

/** 2026年专题会议应开2次，已开1次，12月31日前还差1次 */
export function cadenceWords(facts: ClauseFacts, lang: Lang, today?: Day): string {
  const w = wordsOf(facts, lang)
  const { window, missing, excused } = facts
  return `${w.cadence(countsOf(facts, lang), periodWords(window.key, lang))}${excused === undefined ? w.missing(shortDay(window.to, lang, today), missing) : w.excused(excused.reason)}`
}

/** 2026年应开2次，只开1次: of a window that closed. */
export const unmetWords = (facts: ClauseFacts, lang: Lang): string =>
  `${wordsOf(facts, lang).unmet(countsOf(facts, lang), periodWords(facts.window.key, lang))}${facts.excused === undefined ? '' : words[lang].said(facts.excused.reason)}`

/** 领导小组：2026年应开2次，只开1次 */
export const unmetNamed = (facts: ClauseFacts, lang: Lang): Rich => rich`${strong(`${facts.body.name}${lang === 'zh' ? '：' : ':'}`)}${lang === 'zh' ? '' : ' '}${unmetWords(facts, lang)}`

/** 应开未开2，应督查未督查1: of windows that closed. @param each a count in the words of the place */
export function unmetCounts(unmet: readonly ClauseFacts[], each: { sittings: (count: number) => string; reviews: (count: number) => string }): string[] {
  const reviews = unmet.filter(asksForReview).length
  return [...(unmet.length === reviews ? [] : [each.sittings(unmet.length - reviews)]), ...(reviews === 0 ? [] : [each.reviews(reviews)])]
}

/** The same where it stands among others, with its red. */
export const unmetLine = (facts: ClauseFacts, lang: Lang): Rich => rich`${facts.excused === undefined ? '🔴 ' : ''}${unmetNamed(facts, lang)}`

/** The clause as the text has it. */
export const clauseLine = ({ clause }: Pick<CadenceFacts, 'clause'>): Rich => rich`“${cutTo(clause, 120)}”`

export const excuseRun = (plan: PlanId, { body, cadence, window }: Pick<CadenceFacts, 'body' | 'cadence' | 'window'>): Run => ({ command: 'excuse-cadence', args: { plan, body: body.id, cadence, window: window.key } })

export const excuseAction = (plan: PlanId, facts: ClauseFacts, lang: Lang): Action => ({ label: wordsOf(facts, lang).excuse, says: cutTo(`${wordsOf(facts, lang).excuse}：${facts.body.name}${periodWords(facts.window.key, lang)}`, 70), run: excuseRun(plan, facts) })

export function excuseForm(plan: PlanId, facts: ClauseFacts, lang: Lang): Form {
  const w = wordsOf(facts, lang)
  const { command, args } = excuseRun(plan, facts)
  return {
    title: w.title,
    intro: [unmetNamed(facts, lang), clauseLine(facts)],
    fields: [{ name: 'reason', label: w.reason, hint: w.hint, kind: 'line', maxLength: 300 }],
    submit: w.submit,
    run: { command, args: { ...args, form: true } },
  }
}

export const excuseReasonMissing = (facts: ClauseFacts, lang: Lang): Record<string, string> => ({ reason: wordsOf(facts, lang).missingReason })

export function cadenceExcused(facts: ClauseFacts, lang: Lang, today: Day): Card {
  const w = wordsOf(facts, lang)
  const head = w.recorded(facts.body.name, periodWords(facts.window.key, lang))
  const now = facts.window.to < today ? unmetWords(facts, lang) : cadenceWords(facts, lang, today)
  return { text: head, lines: [rich`✅ ${head}`, rich`${now}`], actions: [{ label: lang === 'zh' ? '会议' : 'Meetings', run: ways.meetings() }], footer: rich`${w.after}` }
}

/** Several windows are open, or closed short: which one is meant. @param run of each, with the reason where it was typed */
export function chooseWindow(name: string, all: readonly { facts: ClauseFacts; run: Run }[], lang: Lang, today: Day): Card {
  const w = words[lang]
  return {
    text: w.which(name), lines: [rich`${w.which(name)}`],
    sections: [{ rows: all.map(({ facts, run }) => ({ line: rich`${facts.window.to < today ? unmetLine(facts, lang) : rich`${strong(facts.body.name)} ${cadenceWords(facts, lang, today)}`}`, note: clauseLine(facts), beside: { label: w.chooseOne, says: cutTo(`${w.chooseOne}：${periodWords(facts.window.key, lang)}`, 70), run } })) }],
  }
}

/** 3月5日 · 专题会议: what kind a sitting was put on record as. */
export const sortWords = ({ of, uncounted }: { of?: 'special' | 'general'; uncounted?: true }, lang: Lang): string => (uncounted === true ? (lang === 'zh' ? '不计入频次' : 'counted for no clause') : of === undefined ? '' : words[lang].sorts[of])

export const sittingLine = (name: string, day: Day, called: { of?: 'special' | 'general'; uncounted?: true }, lang: Lang, today: Day): string =>
  ((sort) => `${name}${lang === 'zh' ? '，' : ', '}${lang === 'zh' ? `${dayWords(day, lang, today)}召开` : `held ${dayWords(day, lang, today)}`}${sort === '' ? '' : lang === 'zh' ? `（${sort}）` : ` (${sort})`}`)(sortWords(called, lang))
