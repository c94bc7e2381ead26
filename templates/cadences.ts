// How often a body must meet, in words: what a window still asks for, what one that closed lacked, and 本期不开 with its reason.
import type { Day, Instant } from '#src/calendar/day.ts'
import { dayNumber } from '#src/calendar/day-number.ts'
import type { AgendaRequest } from '#src/ledger/agenda-request.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { CadenceFacts } from '#src/meetings/cadence.ts'
import { asksForReview, type ClauseFacts } from '#src/meetings/clauses.ts'
import type { Action, Card, Form, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, periodWords, shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

type Counts = { needed: number; held: number; scheduled: number; sort: string }

const words = {
  zh: {
    sorts: { special: '专题会议', general: '综合性会议' },
    cadence: ({ needed, held, scheduled, sort }: Counts, window: string) => `${window}${sort}应开${needed}次，已开${held}次${scheduled === 0 ? '' : `，已安排${scheduled}次`}`,
    next: (day: string) => `，下次${day}`, left: (days: number) => (days === 0 ? '，今天截止' : `，剩${days}天`), besides: (clauses: number, missing: number) => `；另${clauses}条还差${missing}次`,
    missing: (closes: string, missing: number) => (missing === 0 ? ' ✅' : `，${closes}前还差${missing}次`), excused: (reason: string) => `，本期不再开（已说明：${reason}）`,
    unmet: ({ needed, held, sort }: Counts, window: string) => `${window}${sort}应开${needed}次，${held === 0 ? '一次未开' : `只开${held}次`}`, said: (reason: string) => `（已说明：${reason}）`,
    excuse: '本期不开', title: '本期不开', reason: '原因', hint: '写明为什么不开，会写在会议台账里', submit: '登记', missingReason: '请写明这一期为什么不开。',
    waiting: (topic: string, day: string) => `议题“${topic}”还在等答复（${day}申报），没有撤回：不用再议的，请告诉对方并登记“未列入”。`, undone: (name: string, window: string) => `已撤销“本期不开”：${name}${window}`, kept: '这一期照常提醒。撤销前后都留在台账里。', recorded: (name: string, window: string) => `已登记：${name}${window}不再开`, after: '这一期不再提醒，原因写在会议台账和汇总里；仍开了的，可以 会议 补记。', which: (name: string) => `${name}哪一期不开？`, chooseOne: '选这一期',
  },
  en: {
    sorts: { special: 'special meetings', general: 'general meetings' },
    cadence: ({ needed, held, scheduled, sort }: Counts, window: string) => `${window}${sort === '' ? '' : `, ${sort}`}: ${needed} required, ${held} held${scheduled === 0 ? '' : `, ${scheduled} scheduled`}`,
    next: (day: string) => `, next ${day}`, left: (days: number) => (days === 0 ? ', closes today' : `, ${days} ${days === 1 ? 'day' : 'days'} left`), besides: (clauses: number, missing: number) => `; ${clauses} more ${clauses === 1 ? 'clause' : 'clauses'}, ${missing} still to hold`,
    missing: (closes: string, missing: number) => (missing === 0 ? ' ✅' : `, ${missing} still to hold by ${closes}`), excused: (reason: string) => `; no more this period (${reason})`,
    unmet: ({ needed, held, sort }: Counts, window: string) => `${needed} required in ${window}${sort === '' ? '' : ` (${sort})`}, ${held === 0 ? 'none' : `only ${held}`} held`, said: (reason: string) => ` (${reason})`,
    excuse: 'Not this period', title: 'Not this period', reason: 'Why', hint: 'Why it is not held; kept in the record of meetings', submit: 'Record', missingReason: 'Say why it is not held this period.',
    waiting: (topic: string, day: string) => `“${topic}” still waits for an answer (requested ${day}) and was not withdrawn: where it is not wanted any more, tell its office and record “Not taken up”.`, undone: (name: string, window: string) => `Taken back: ${name} meets in ${window} after all`, kept: 'Reminders go on as before. Both stay on the ledger.', recorded: (name: string, window: string) => `Recorded: ${name} will not meet again in ${window}`, after: 'You will not be reminded of it again; the reason is shown in the list of meetings and in the summary. A meeting that does take place can still be recorded.', which: (name: string) => `In which period will ${name} not meet?`, chooseOne: 'This one',
  },
} satisfies Record<Lang, unknown>

/** What differs where a clause asks for a review and not for a sitting. */
const reviewWords = {
  zh: {
    cadence: ({ needed, held, scheduled }: Counts, window: string) => `${window}应督查${needed}次，已督查${held}次${scheduled === 0 ? '' : `，已安排${scheduled}次`}`, excused: (reason: string) => `，本期不再督查（已说明：${reason}）`,
    unmet: ({ needed, held }: Counts, window: string) => `${window}应督查${needed}次，${held === 0 ? '一次未督查' : `只督查${held}次`}`,
    excuse: '本期不督查', title: '本期不督查', hint: '写明为什么不督查，会写在会议台账里', missingReason: '请写明这一期为什么不督查。', undone: (name: string, window: string) => `已撤销“本期不督查”：${name}${window}`, recorded: (name: string, window: string) => `已登记：${name}${window}不再督查`, after: '这一期不再提醒，原因写在会议台账和汇总里；仍督查了的，照常安排和登记。',
  },
  en: {
    cadence: ({ needed, held, scheduled }: Counts, window: string) => `${window}: ${needed} ${needed === 1 ? 'inspection' : 'inspections'} required, ${held} held${scheduled === 0 ? '' : `, ${scheduled} scheduled`}`, excused: (reason: string) => `; no more this period (${reason})`,
    unmet: ({ needed, held }: Counts, window: string) => `${needed} ${needed === 1 ? 'inspection' : 'inspections'} required in ${window}, ${held === 0 ? 'none' : `only ${held}`} held`,
    excuse: 'Not this period', title: 'Not this period', hint: 'Why there is no inspection; kept in the record of meetings', missingReason: 'Say why there is no inspection this period.', undone: (name: string, window: string) => `Taken back: ${name} inspects in ${window} after all`, recorded: (name: string, window: string) => `Recorded: ${name} will not inspect again in ${window}`, after: 'You will not be reminded of it again; the reason is shown in the list of meetings and in the summary. An inspection that does take place is scheduled and closed as usual.',
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

/** 三季度应开1次，已开0次，下次9月10日，剩80天: in one line of a list. Of several clauses the one that lacks most, and of the others what they lack. */
export function cadenceLineOf(all: readonly ClauseFacts[], lang: Lang, today: Day): string {
  const [first, ...others] = all.toSorted((a, b) => b.missing - a.missing)
  if (first === undefined) return ''
  const lacking = others.filter(({ missing }) => missing > 0)
  return `${shortly(first, lang, today)}${lacking.length === 0 ? '' : words[lang].besides(lacking.length, lacking.reduce((sum, { missing }) => sum + missing, 0))}`
}

function shortly(facts: ClauseFacts, lang: Lang, today: Day): string {
  const w = wordsOf(facts, lang)
  const { window, needed, held, scheduled, excused } = facts
  const counts = countsOf(facts, lang)
  // 专题会议 is cut to 专题, so that a phone has it in a line.
  const counted = w.cadence({ ...counts, sort: counts.sort.replace(/会议$/, ''), scheduled: 0 }, periodWords(window.key, lang, today))
  if (excused !== undefined) return `${counted}${w.excused(cutTo(excused.reason, 20))}`
  if (held >= needed) return `${counted} ✅`
  const next = scheduled.map(({ day }) => day).toSorted()[0]
  return `${counted}${next === undefined ? '' : w.next(shortDay(next, lang, today))}${w.left(dayNumber(window.to) - dayNumber(today))}`
}

/** What a body has to hold, each clause as the text has it; without a count where its window is not now. */
export const clausesOf = ({ cadences }: Pick<Body, 'cadences'>, all: readonly ClauseFacts[], lang: Lang, today: Day): Rich[] =>
  cadences.flatMap(({ id, text }) => ((facts) => [...(facts === undefined ? [] : [rich`${cadenceWords(facts, lang, today)}`]), clauseLine({ clause: text })])(all.find(({ cadence }) => cadence === id)))

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

export const excuseAction = (plan: PlanId, facts: ClauseFacts, lang: Lang): Action => ({ label: wordsOf(facts, lang).excuse, says: saysOf(wordsOf(facts, lang).excuse, `${facts.body.name}${periodWords(facts.window.key, lang)}`, lang), run: excuseRun(plan, facts) })

/** What was asked of a body that others call and has no answer: that it does not meet takes none of it back. */
const waitingLines = (facts: ClauseFacts, waiting: readonly AgendaRequest[], today: Day, lang: Lang): Rich[] => ('asks' in facts ? [] : waiting.map(({ topic, on }) => rich`${words[lang].waiting(cutTo(topic, 60), shortDay(on, lang, today))}`))

/** @param waiting what was asked of the body and has no answer */
export function excuseForm(plan: PlanId, facts: ClauseFacts, lang: Lang, { waiting, today }: { waiting: readonly AgendaRequest[]; today: Day }): Form {
  const w = wordsOf(facts, lang)
  const { command, args } = excuseRun(plan, facts)
  return {
    title: w.title,
    intro: [unmetNamed(facts, lang), clauseLine(facts), ...waitingLines(facts, waiting, today, lang)],
    fields: [{ name: 'reason', label: w.reason, hint: w.hint, kind: 'line', maxLength: 300 }],
    submit: w.submit,
    run: { command, args: { ...args, form: true } },
  }
}

export const excuseReasonMissing = (facts: ClauseFacts, lang: Lang): Record<string, string> => ({ reason: wordsOf(facts, lang).missingReason })

/** @param at the act, where it can be taken back */
export function cadenceExcused({ facts, waiting, at }: { facts: ClauseFacts; waiting: readonly AgendaRequest[]; at?: Instant }, lang: Lang, today: Day): Card {
  const w = wordsOf(facts, lang)
  const head = w.recorded(facts.body.name, periodWords(facts.window.key, lang))
  const undo = lang === 'zh' ? '撤销' : 'Take back'
  const undoAction: Action[] = at === undefined ? [] : [{ label: undo, says: saysOf(undo, head, lang), run: ways.undo(at, []) }]
  return { text: head, lines: [rich`✅ ${head}`, rich`${nowWords(facts, lang, today)}`, ...waitingLines(facts, waiting, today, lang)], actions: [...undoAction, toMeetings(lang)], footer: rich`${w.after}` }
}

const nowWords = (facts: ClauseFacts, lang: Lang, today: Day): string => (facts.window.to < today ? unmetWords(facts, lang) : cadenceWords(facts, lang, today))
const toMeetings = (lang: Lang): Action => ({ label: lang === 'zh' ? '会议' : 'Meetings', run: ways.meetings() })

/** 撤销 of it: the window is asked for again. */
export function excuseUndone(facts: ClauseFacts, lang: Lang, today: Day): Card {
  const w = wordsOf(facts, lang)
  const head = w.undone(facts.body.name, periodWords(facts.window.key, lang))
  return { text: `↩️ ${head}`, lines: [rich`↩️ ${head}`, rich`${nowWords(facts, lang, today)}`], actions: [toMeetings(lang)], footer: rich`${w.kept}` }
}

/** The same of a clause that the plan's text has no more. */
export function excuseUndoneAlone(lang: Lang): Card {
  const head = lang === 'zh' ? '已撤销“本期不开”的登记。这条频次要求修订后已不在方案里，没有要补的会。' : 'Taken back: that there is no meeting this time. The text issued since asks for none any more, so nothing is owed.'
  return { text: `↩️ ${head}`, lines: [rich`↩️ ${head}`], actions: [toMeetings(lang)] }
}

/** Several windows are open, or closed short: which one is meant. @param run of each, with the reason where it was typed */
export function chooseWindow(name: string, all: readonly { facts: ClauseFacts; run: Run }[], lang: Lang, today: Day): Card {
  const w = words[lang]
  return {
    text: w.which(name), lines: [rich`${w.which(name)}`],
    sections: [{ rows: all.map(({ facts, run }) => ({ line: rich`${facts.window.to < today ? unmetLine(facts, lang) : rich`${strong(facts.body.name)} ${cadenceWords(facts, lang, today)}`}`, note: clauseLine(facts), beside: { label: w.chooseOne, says: saysOf(w.chooseOne, periodWords(facts.window.key, lang), lang), run } })) }],
  }
}

/** 3月5日 · 专题会议: what kind a sitting was put on record as. */
export const sortWords = ({ of, uncounted }: { of?: 'special' | 'general'; uncounted?: true }, lang: Lang): string => (uncounted === true ? (lang === 'zh' ? '不计入频次' : 'counted for no clause') : of === undefined ? '' : words[lang].sorts[of])

export const sittingLine = (name: string, day: Day, called: { of?: 'special' | 'general'; uncounted?: true }, lang: Lang, today: Day): string =>
  ((sort) => `${name}${lang === 'zh' ? '，' : ', '}${lang === 'zh' ? `${dayWords(day, lang, today)}召开` : `held ${dayWords(day, lang, today)}`}${sort === '' ? '' : lang === 'zh' ? `（${sort}）` : ` (${sort})`}`)(sortWords(called, lang))
