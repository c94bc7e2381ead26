// What became of meetings since a moment: called, moved, held or not, what was decided and minuted; and windows that closed with too few.
import type { Day } from '#src/calendar/day.ts'
import type { ClauseFacts } from '#src/meetings/clauses.ts'
import type { MeetingChange } from '#src/queries/changes.ts'
import { clauseLine, unmetLine } from './cadences.ts'
import type { Lang, Section } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { unmetTitle } from './meeting-rows.ts'
import { rich, strong, type Rich } from './rich.ts'

const words = {
  zh: {
    heading: (count: number) => `会议 ${count}`, rest: (count: number) => `另有${count}次会议`, and: '，', gap: '；', line: '会议：', taken: '已列入议程',
    scheduled: '已安排', held: '已召开', 'not-held': '未召开', cancelled: '已取消', moved: (from: string) => `由${from}改期`, corrected: (from: string) => `日期由${from}更正`, decided: (count: number) => `议定${count}项`, minuted: '纪要已印发', reason: (said: string) => `（${said}）`,
  },
  en: {
    heading: (count: number) => `Meetings ${count}`, rest: (count: number) => `${count} more meetings`, and: ', ', gap: '; ', line: 'Meetings: ', taken: 'item on the agenda',
    scheduled: 'scheduled', held: 'held', 'not-held': 'not held', cancelled: 'called off', moved: (from: string) => `moved from ${from}`, corrected: (from: string) => `date corrected from ${from}`, decided: (count: number) => `${count} decided`, minuted: 'minutes issued', reason: (said: string) => ` (${said})`,
  },
} satisfies Record<Lang, unknown>

/** More meetings than this are not listed. */
const rowsShown = 8
/** So many are named in the screen's one line. */
const namedOnScreen = 2

/** 已召开，议定3项，纪要已印发: what is new of it. */
function newsOf({ meeting, was, decided, isMinuted }: MeetingChange, lang: Lang, today: Day): string {
  const w = words[lang]
  const isOtherwise = was !== undefined && was.day !== meeting.day
  const isMoved = isOtherwise && (meeting.status === 'scheduled' || meeting.status === was.status)
  const status = meeting.status === was?.status ? [] : [meeting.status === 'scheduled' && meeting.time === '' ? w.taken : w[meeting.status]]
  const why = 'reason' in meeting && meeting.reason.trim() !== '' && status.length > 0 ? w.reason(cutTo(meeting.reason, 40)) : ''
  return `${[...status, ...(isMoved ? [w[meeting.status === 'scheduled' ? 'moved' : 'corrected'](shortDay(was.day, lang, today))] : [])].join(w.and)}${why}${[...(decided === 0 ? [] : [w.decided(decided)]), ...(isMinuted ? [w.minuted] : [])].map((each, at) => `${at === 0 && status.length === 0 && !isMoved ? '' : w.and}${each}`).join('')}`
}

export function meetingsSection(meetings: readonly MeetingChange[], today: Day, lang: Lang): Section[] {
  const w = words[lang]
  if (meetings.length === 0) return []
  const left = meetings.length - rowsShown
  return [{
    heading: rich`${w.heading(meetings.length)}`,
    rows: meetings.slice(0, rowsShown).map((change) => ({ line: rich`${strong(change.body)} · ${dayWords(change.meeting.day, lang, today)} ${newsOf(change, lang, today)}` })),
    ...(left > 0 ? { note: rich`${w.rest(left)}` } : {}),
  }]
}

export const unmetSection = (unmet: readonly ClauseFacts[], lang: Lang): Section[] =>
  unmet.length === 0 ? [] : [{ heading: rich`${unmetTitle(unmet, lang)}`, rows: unmet.slice(0, rowsShown).map((facts) => ({ line: unmetLine(facts, lang), note: clauseLine(facts) })) }]

/** 会议：领导小组7月3日已召开，议定3项；另有2次会议: all of it in a line. */
export function meetingsInShort(meetings: readonly MeetingChange[], today: Day, lang: Lang): Rich[] {
  const w = words[lang]
  if (meetings.length === 0) return []
  const left = meetings.length - namedOnScreen
  const named = meetings.slice(0, namedOnScreen).map((change) => `${change.body}${lang === 'zh' ? '' : ' '}${shortDay(change.meeting.day, lang, today)}${lang === 'zh' ? '' : ' '}${newsOf(change, lang, today)}`)
  return [rich`${w.line}${[...named, ...(left > 0 ? [w.rest(left)] : [])].join(w.gap)}`]
}
