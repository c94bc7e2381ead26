// Meetings on the leader's screen: the next one, and bodies that have to meet yet.
import type { Day } from '#src/calendar/day.ts'
import { asksForReview, type ClauseFacts } from '#src/meetings/clauses.ts'
import type { Summary } from '#src/queries/summary.ts'
import { cadenceWords, clauseLine, sortWords, unmetCounts, unmetNamed, unmetWords } from './cadences.ts'
import type { Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { rowsOf, type Passage } from './within-screen.ts'

export const unmetHeading = ({ unmet }: Pick<Summary, 'unmet'>, lang: Lang): Rich => rich`🔴 ${unmetTitle(unmet, lang)}`

/** 应开未开的会议 2，应督查未督查 1 */
export const unmetTitle = (unmet: readonly ClauseFacts[], lang: Lang): string =>
  lang === 'zh'
    ? unmetCounts(unmet, { sittings: (count) => `应开未开的会议 ${count}`, reviews: (count) => `应督查未督查 ${count}` }).join('，')
    : unmetCounts(unmet, { sittings: (count) => `Required meetings not held: ${count}`, reviews: (count) => `Required inspections not held: ${count}` }).join('; ')

/** Windows that closed short, a line a clause: its latest window by name, those before counted. The first with its clause; a second before that, for it says more. */
export function unmetRows({ unmet }: Pick<Summary, 'unmet'>, lang: Lang): Passage {
  const clauseOf = (facts: ClauseFacts): string => `${facts.body.name}/${facts.clause}/${kindOf(facts)}`
  const [first, second, ...others] = [...new Set(unmet.map(clauseOf))].map((key) => unmet.filter((facts) => clauseOf(facts) === key))
  const line = ([latest, ...earlier]: readonly ClauseFacts[]): Rich[] => (latest === undefined ? [] : [rich`${unmetNamed(latest, lang)}${earlier.length === 0 ? '' : lang === 'zh' ? `；以前还有${earlier.length}期` : `; ${earlier.length} more before`}`])
  if (first?.[0] === undefined) return []
  const left = others.flat().length
  const more = left === 0 ? '' : lang === 'zh' ? `；另有${left}次` : `; ${left} more`
  const [named, also] = [line(first), line(second ?? []).map((each) => rich`${each}${more}`)]
  const clause = clauseLine(first[0])
  return [{ rank: 2.3, rows: rowsOf(named) }, { rank: 4.4, rows: rowsOf([...named, ...also]) }, { rank: 7.5, rows: [...named.map((each) => ({ line: each, note: clause })), ...rowsOf(also)] }]
}

/** Why a body does not meet as often as it must, where that was said. */
export const explainedRows = ({ explained }: Pick<Summary, 'explained'>, today: Day, lang: Lang): Passage =>
  [{ rank: 8.4, rows: rowsOf(explained.slice(0, 1).map((facts) => rich`${facts.body.name}${lang === 'zh' ? '：' : ': '}${facts.window.to < today ? unmetWords(facts, lang) : cadenceWords(facts, lang, today)}`)) }]

/** Bodies that have to meet yet: the first two by name, all others counted. */
export function gapRows({ cadences }: Pick<Summary, 'cadences'>, today: Day, lang: Lang): Passage {
  const gaps = cadences.filter(({ missing }) => missing > 0)
  const named = (most: number): Row[] => {
    const left = leftOf(gaps.slice(most), lang)
    const more = left === '' ? '' : lang === 'zh' ? `；另有${left}` : `; ${left}`
    return rowsOf(gaps.slice(0, most).map((open, at) => rich`${gapLine(open, lang, today)}${at === Math.min(most, gaps.length) - 1 ? more : ''}`))
  }
  return [{ rank: 5, rows: named(1) }, { rank: 8, rows: named(2) }]
}

/** 2次会要开、1次督查要开展 */
function leftOf(gaps: readonly ClauseFacts[], lang: Lang): string {
  const sum = (of: readonly ClauseFacts[]): number => of.reduce((total, { missing }) => total + missing, 0)
  const [reviews, sittings] = [sum(gaps.filter(asksForReview)), sum(gaps.filter((facts) => !asksForReview(facts)))]
  return [...(sittings === 0 ? [] : [lang === 'zh' ? `${sittings}次会要开` : `${sittings} more meetings to go`]), ...(reviews === 0 ? [] : [lang === 'zh' ? `${reviews}次督查要开展` : `${reviews} more inspections to go`])].join(lang === 'zh' ? '、' : '; ')
}

export function meetingLine({ nextMeeting }: Pick<Summary, 'nextMeeting'>, today: Day, lang: Lang): Rich[] {
  if (nextMeeting === undefined) return []
  const { meeting, body } = nextMeeting
  const when = dayWords(meeting.day, lang, today)
  // The sitting of others, at which an item of ours is taken up: hour and place are theirs.
  if (meeting.time === '') return [lang === 'zh' ? rich`${strong('下次会议：')}${when} ${body}${meeting.topic === undefined ? '' : `，研究“${cutTo(meeting.topic, 24)}”`}` : rich`${strong('Next meeting:')} ${when} ${body}${meeting.topic === undefined ? '' : `, on “${cutTo(meeting.topic, 24)}”`}`]
  return [lang === 'zh' ? rich`${strong('下次会议：')}${when} ${meeting.time} ${body}${meeting.place === '' ? '' : `，${meeting.place}`}` : rich`${strong('Next meeting:')} ${when} ${meeting.time} ${body}${meeting.place === '' ? '' : `, ${meeting.place}`}`]
}

/** 领导小组：12月31日前应开2次，已开0次，还差2次 */
export function gapLine(facts: ClauseFacts, lang: Lang, today: Day): Rich {
  const { body, window, needed, held, scheduled, missing } = facts
  const day = shortDay(window.to, lang, today)
  const planned = scheduled.length === 0 ? '' : lang === 'zh' ? `、已安排${scheduled.length}次` : `, ${scheduled.length} scheduled`
  if (asksForReview(facts)) return lang === 'zh' ? rich`${body.name}：${day}前应督查${needed}次，已督查${held}次${planned}，还差${missing}次` : rich`${body.name}: ${needed} ${needed === 1 ? 'inspection' : 'inspections'} by ${day}, ${held} held${planned}, ${missing} to go`
  const { of } = facts
  if (lang === 'zh') return rich`${body.name}：${day}前应开${of === undefined ? '' : sortWords({ of }, lang)}${needed}次，已开${held}次${planned}，还差${missing}次`
  return rich`${body.name}: ${needed}${of === undefined ? '' : ` ${of}`} ${needed === 1 ? 'meeting' : 'meetings'} by ${day}, ${held} held${planned}, ${missing} to go`
}

const kindOf = (facts: ClauseFacts): string => (asksForReview(facts) ? 'review' : (facts.of ?? ''))
