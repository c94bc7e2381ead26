// Before a sitting is called or moved: what speaks against it, and the days of a series. Nothing is recorded yet.
import type { Day } from '#src/calendar/day.ts'
import type { Concern } from '#src/meetings/concerns.ts'
import type { SeriesDay, SeriesFacts } from '#src/meetings/series-days.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { dayWords, periodWords, shortDay } from './day-words.ts'
import { hourLines, type HourRead } from './meeting-words.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { rich, strong, type Rich } from './rich.ts'

const words = {
  zh: {
    ask: (name: string, where: string) => `还没有安排，请先看：${name}，${where}`, askMove: (name: string, where: string) => `还没有改，请先看：${name}，${where}`, series: (name: string, count: number) => `还没有安排，请核对：${name}系列会议${count}次`,
    dayOff: (day: string) => `${day}不是工作日。`, oddHour: (from: string, until: string) => `不在${from}—${until}之间，成员那时收不到消息。`,
    met: (asked: string, needed: number, held: number, days: string) => `${asked}应开${needed}次，${held === 0 ? '' : `已开${held}次，`}已安排${days}。`, near: (body: string, meetings: string) => `${body}一周之内已有会议：${meetings}。要改那一次，请用改期。`, sitting: (when: string, id: string) => `${when}（${id}）`, sorts: { special: '专题会议', general: '综合性会议' }, clash: (body: string, when: string, isAtOnce: boolean, people: string, room: string) => `与${body}（${when}）${isAtOnce ? '同一时间' : '时间太近'}${room === '' ? '' : `，也在${room}`}${people === '' ? '' : `，这几位要参加两个会：${people}`}。`, fewTold: (told: number, seats: number, silent: string) => `${seats}个成员里只有${told}个能收到通知，请另行告知：${silent}。`,
    anyway: '仍然安排', anywayMove: '仍然改期', confirm: '安排', confirmMove: '改', edit: '改一改', and: '、', more: (count: number) => `等${count}个`, moved: (meant: string) => `（${meant}不是工作日，顺延）`, later: '第一次现在通知，其余到会前一周再通知。', provisional: (years: string) => `${years}年的放假安排还没有公布，那一年的日子到时请再核对。`, silent: (names: string, count: number) => `${count}个成员收不到通知，请另行告知：${names}。`, review: (kind: string, id: string) => `当天有${kind}（${id}）`, cut: (last: string, count: number) => `只排到${last}，共${count}次；之后的到时再排。`, colon: '：',
  },
  en: {
    ask: (name: string, where: string) => `Not scheduled yet. Please check: ${name}, ${where}`, askMove: (name: string, where: string) => `Not changed yet. Please check: ${name}, ${where}`, series: (name: string, count: number) => `Not scheduled yet. Please check: ${count} meetings of ${name}`,
    dayOff: (day: string) => `${day} is not a working day.`, oddHour: (from: string, until: string) => `It starts outside ${from}–${until}; members get no messages at that hour.`,
    met: (asked: string, needed: number, held: number, days: string) => `${asked}: ${needed} required${held === 0 ? '' : `, ${held} held`}, scheduled on ${days} already.`, near: (body: string, meetings: string) => `${body} meets within a week of it already: ${meetings}. To change that one, move it.`, sitting: (when: string, id: string) => `${when} (${id})`, sorts: { special: ' (special)', general: ' (general)' }, clash: (body: string, when: string, isAtOnce: boolean, people: string, room: string) => `${isAtOnce ? 'At the same time as' : 'Too close to'} ${body} (${when})${room === '' ? '' : `, which is in ${room} too`}${people === '' ? '' : `; these people are expected at both: ${people}`}.`, fewTold: (told: number, seats: number, silent: string) => `Only ${told} of ${seats} members can be reached here. Please tell the others yourself: ${silent}.`,
    anyway: 'Schedule anyway', anywayMove: 'Change anyway', confirm: 'Schedule', confirmMove: 'Change it', edit: 'Change', and: ', ', more: (count: number) => ` and others, ${count} in all`, moved: (meant: string) => ` (${meant} is a day off: the next working day)`, later: 'Members are told of the first meeting now, and of each later one a week ahead.', provisional: (years: string) => `The days off for ${years} have not been announced yet: please check those dates again.`, silent: (names: string, count: number) => `${count} ${count === 1 ? 'member' : 'members'} cannot be reached here, please tell them yourself: ${names}.`, review: (kind: string, id: string) => `${kind} ${id} is on that day`, cut: (last: string, count: number) => `Scheduled up to ${last} only, ${count} in all; later ones when they are nearer.`, colon: ': ',
  },
} satisfies Record<Lang, unknown>

export const editLabel = (lang: Lang): string => words[lang].edit

/** So many names stand in a sentence. */
const named = 8

const list = (names: readonly string[], lang: Lang): string => (names.length <= named ? names.join(words[lang].and) : `${names.slice(0, named).join(words[lang].and)}${words[lang].more(names.length)}`)

export function concernLine(concern: Concern, lang: Lang, today: Day): string {
  const w = words[lang]
  switch (concern.kind) {
    case 'day-off': return w.dayOff(dayWords(concern.day, lang, today))
    case 'odd-hour': return w.oddHour(concern.from, concern.until)
    case 'window-met': return w.met(`${periodWords(concern.period, lang)}${concern.of === undefined ? '' : w.sorts[concern.of]}`, concern.needed, concern.held, list(concern.days.map((day) => dayWords(day, lang, today)), lang))
    case 'near': return w.near(concern.body, list(concern.meetings.map(({ id, day, time }) => w.sitting(`${dayWords(day, lang, today)}${time === '' ? '' : ` ${time}`}`, id)), lang))
    case 'clash': return w.clash(concern.body, `${dayWords(concern.meeting.day, lang, today)} ${concern.meeting.time}`, concern.isAtOnce, list(concern.people, lang), concern.room ?? '')
    case 'few-told': return w.fewTold(concern.told, concern.seats, concern.silent.join(words[lang].and))
  }
}

export type Doubtful = { name: string; where: string; concerns: readonly Concern[]; today: Day; hour?: HourRead; /** Of one that comes back; `isCut`: it goes on after its last day. */ series?: SeriesFacts & { isCut: boolean }; isMove?: boolean; again: Run; edit?: Run }

/** Asked before it is recorded: to do it all the same, or to change it. */
export function doubtfulMeeting({ name, where, concerns, today, hour, series, isMove = false, again, edit }: Doubtful, lang: Lang): Card {
  const w = words[lang]
  const days = series === undefined || series.days.length < 2 ? undefined : series
  const all = [...concerns, ...(series === undefined ? [] : [...series.concerns, ...series.days.flatMap((each) => each.concerns)])]
  const text = days !== undefined ? w.series(name, days.days.length) : isMove ? w.askMove(name, where) : w.ask(name, where)
  const go: Action = { label: all.length === 0 ? (isMove ? w.confirmMove : w.confirm) : isMove ? w.anywayMove : w.anyway, run: again, style: 'primary' }
  const said = days === undefined ? all : [...concerns, ...days.concerns]
  const lines = [rich`${strong(text)}`, ...(hour === undefined ? [] : hourLines(hour, lang)), ...(days === undefined ? [] : seriesLines(days, where, lang, today)), ...said.map((concern) => rich`⚠️ ${concernLine(concern, lang, today)}`)]
  return { text, lines, ...(days === undefined ? {} : { sections: [{ rows: days.days.map((each) => ({ line: dayLine(each, lang, today) })) }] }), actions: [go, ...(edit === undefined ? [] : [{ label: w.edit, run: edit }])] }
}

function seriesLines({ days, isCut, provisional, silent }: SeriesFacts & { isCut: boolean }, where: string, lang: Lang, today: Day): Rich[] {
  const w = words[lang]
  return [
    rich`${where}`, rich`${w.later}`, ...(isCut ? [rich`${cutWords(days.map(({ day }) => day), lang, today)}`] : []),
    ...(provisional.length === 0 ? [] : [rich`⚠️ ${w.provisional(provisional.join(w.and))}`]), ...(silent.length === 0 ? [] : [rich`⚠️ ${w.silent(list(silent, lang), silent.length)}`]),
  ]
}

/** One of a series, with what is to be known of that day. */
function dayLine({ day, meant, concerns, reviews }: SeriesDay, lang: Lang, today: Day): Rich {
  const w = words[lang]
  const facts = [...concerns.map((concern) => `⚠️ ${concernLine(concern, lang, today)}`), ...reviews.map(({ id, kind }) => w.review(reviewKindWords[lang][kind], id))]
  return rich`${dayWords(day, lang, today)}${day === meant ? '' : w.moved(shortDay(meant, lang, today))}${facts.length === 0 ? '' : `${w.colon}${facts.join(' ')}`}`
}

/** That a series goes on after what is scheduled of it at once. */
export const cutWords = (days: readonly Day[], lang: Lang, today: Day): string => ((last) => (last === undefined ? '' : words[lang].cut(dayWords(last, lang, today), days.length)))(days.at(-1))
