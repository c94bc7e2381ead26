// What became of meetings since a moment: called, moved, held or not, what was decided and minuted; and windows that closed with too few.
import type { Day } from '#src/calendar/day.ts'
import type { ClauseFacts } from '#src/meetings/clauses.ts'
import type { MeetingChange } from '#src/queries/changes.ts'
import { clauseLine, unmetLine } from './cadences.ts'
import type { Lang, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { unmetTitle } from './meeting-rows.ts'
import { othersWords } from './others-sitting.ts'
import { rich, strong, type Rich } from './rich.ts'

const words = {
  zh: {
    heading: (count: number) => `会议 ${count}`, rest: (count: number) => `另有${count}次会议`, days: '、', all: (count: number) => `等${count}次`, and: '，', gap: '；', line: '会议：', taken: '已列入议程',
    scheduled: '已安排', held: '已召开', 'not-held': '未召开', cancelled: '已取消', moved: (from: string) => `由${from}改期`, corrected: (from: string) => `日期由${from}更正`, decided: (count: number) => `议定${count}项`, minuted: '纪要已印发', reason: (said: string) => `（${said}）`,
  },
  en: {
    heading: (count: number) => `Meetings ${count}`, rest: (count: number) => `${count} more meetings`, days: ', ', all: (count: number) => ` and others, ${count} in all:`, and: ', ', gap: '; ', line: 'Meetings: ', taken: 'item on the agenda',
    scheduled: 'scheduled', held: 'held', 'not-held': 'not held', cancelled: 'called off', moved: (from: string) => `moved from ${from}`, corrected: (from: string) => `date corrected from ${from}`, decided: (count: number) => `${count} decided`, minuted: 'minutes issued', reason: (said: string) => ` (${said})`,
  },
} satisfies Record<Lang, unknown>

/** More meetings than this are not listed. */
const rowsShown = 8
/** So many are named in the screen's one line. */
const namedOnScreen = 2

/** 已召开，议定3项，纪要已印发: what is new of it. */
function newsOf({ meeting, isOthers, was, decided, isMinuted }: MeetingChange, lang: Lang, today: Day): string {
  const w = words[lang]
  const others = othersWords(lang)
  const isOtherwise = was !== undefined && was.day !== meeting.day
  const isMoved = isOtherwise && (meeting.status === 'scheduled' || meeting.status === was.status)
  const status = meeting.status === was?.status ? [] : [statusWord(meeting, isOthers === true, lang)]
  const why = 'reason' in meeting && meeting.reason.trim() !== '' && status.length > 0 ? w.reason(cutTo(meeting.reason, 40)) : ''
  return `${[...status, ...(isMoved ? [meeting.status !== 'scheduled' ? w.corrected(shortDay(was.day, lang, today)) : (isOthers === true ? others.movedFrom : w.moved)(shortDay(was.day, lang, today))] : [])].join(w.and)}${why}${[...(decided === 0 ? [] : [w.decided(decided)]), ...(isMinuted ? [w.minuted] : [])].map((each, at) => `${at === 0 && status.length === 0 && !isMoved ? '' : w.and}${each}`).join('')}`
}

/** Of what others call we know that our item is taken up there, or was not. */
function statusWord({ status, time }: MeetingChange['meeting'], isOthers: boolean, lang: Lang): string {
  if (status === 'scheduled' && (isOthers || time === '')) return words[lang].taken
  return isOthers && (status === 'cancelled' || status === 'not-held') ? othersWords(lang).state : words[lang][status]
}

/** Called since, and nothing more became of it. */
const isFresh = ({ meeting, was, decided, isMinuted }: MeetingChange): boolean => was === undefined && meeting.status === 'scheduled' && decided === 0 && !isMinuted

/** Those that were called of one body stand together, where the first of them stands. */
function byCalling(meetings: readonly MeetingChange[]): MeetingChange[][] {
  const [rows, called] = [[] as MeetingChange[][], new Map<string, MeetingChange[]>()]
  for (const change of meetings) {
    const beside = isFresh(change) ? called.get(change.body) : undefined
    if (beside !== undefined) beside.push(change)
    else {
      const row = [change]
      rows.push(row)
      if (isFresh(change)) called.set(change.body, row)
    }
  }
  return rows
}

/** So many days of those called together are named. */
const daysNamed = 2

/** 7月15日(周三)、8月5日(周三)等3次 已安排 */
function rowNews(row: readonly MeetingChange[], lang: Lang, today: Day, daysIn: typeof dayWords): string {
  const w = words[lang]
  const days = row.slice(0, daysNamed).map(({ meeting }) => daysIn(meeting.day, lang, today)).join(w.days)
  const [first] = row
  return first === undefined ? '' : `${days}${row.length > daysNamed ? w.all(row.length) : ''}${daysIn === dayWords || lang === 'en' ? ' ' : ''}${newsOf(first, lang, today)}`
}

export function meetingsSection(meetings: readonly MeetingChange[], today: Day, lang: Lang): Section[] {
  const w = words[lang]
  if (meetings.length === 0) return []
  const rows = byCalling(meetings)
  const left = rows.slice(rowsShown).flat().length
  return [{
    heading: rich`${w.heading(meetings.length)}`,
    rows: rows.slice(0, rowsShown).map((row) => ({ line: rich`${strong(row[0]?.body ?? '')} · ${rowNews(row, lang, today, dayWords)}` })),
    ...(left > 0 ? { note: rich`${w.rest(left)}` } : {}),
  }]
}

export const unmetSection = (unmet: readonly ClauseFacts[], lang: Lang): Section[] =>
  unmet.length === 0 ? [] : [{ heading: rich`${unmetTitle(unmet, lang)}`, rows: unmet.slice(0, rowsShown).map((facts) => ({ line: unmetLine(facts, lang), note: clauseLine(facts) })) }]

/** 会议：领导小组7月3日已召开，议定3项；另有2次会议: all of it in a line. */
export function meetingsInShort(meetings: readonly MeetingChange[], today: Day, lang: Lang): Rich[] {
  const w = words[lang]
  if (meetings.length === 0) return []
  const rows = byCalling(meetings)
  const left = rows.slice(namedOnScreen).flat().length
  const named = rows.slice(0, namedOnScreen).map((row) => `${row[0]?.body ?? ''}${lang === 'zh' ? '' : ' '}${rowNews(row, lang, today, shortDay)}`)
  return [rich`${w.line}${[...named, ...(left > 0 ? [w.rest(left)] : [])].join(w.gap)}`]
}
