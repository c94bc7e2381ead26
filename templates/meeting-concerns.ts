// Before a sitting is called or moved: what speaks against it, and the days of a series. Nothing is recorded yet.
import type { Day } from '#src/calendar/day.ts'
import type { Concern } from '#src/meetings/concerns.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { dayWords } from './day-words.ts'
import { hourLines, type HourRead } from './meeting-words.ts'
import { rich, strong, type Rich } from './rich.ts'

const words = {
  zh: {
    ask: (name: string, where: string) => `还没有安排，请先看：${name}，${where}`, askMove: (name: string, where: string) => `还没有改，请先看：${name}，${where}`, series: (name: string, count: number) => `还没有安排，请核对：${name}系列会议${count}次`,
    dayOff: (day: string) => `${day}不是工作日。`, oddHour: (from: string, until: string) => `不在${from}—${until}之间，成员那时收不到消息。`,
    clash: (body: string, when: string, people: string) => `与${body}（${when}）时间太近，这几位要参加两个会：${people}。`, fewTold: (told: number, seats: number, silent: string) => `${seats}个成员里只有${told}个能收到通知，请另行告知：${silent}。`,
    anyway: '仍然安排', anywayMove: '仍然改期', confirm: '安排', confirmMove: '改', edit: '改一改', and: '、', more: (count: number) => `等${count}个`, moved: '遇休息日顺延。', later: '第一次现在通知，其余到会前一周再通知。',
  },
  en: {
    ask: (name: string, where: string) => `Not scheduled yet. Please check: ${name}, ${where}`, askMove: (name: string, where: string) => `Not changed yet. Please check: ${name}, ${where}`, series: (name: string, count: number) => `Not scheduled yet. Please check: ${count} meetings of ${name}`,
    dayOff: (day: string) => `${day} is not a working day.`, oddHour: (from: string, until: string) => `It starts outside ${from}–${until}; members get no messages at that hour.`,
    clash: (body: string, when: string, people: string) => `Too close to ${body} (${when}); these people are expected at both: ${people}.`, fewTold: (told: number, seats: number, silent: string) => `Only ${told} of ${seats} members can be reached here. Please tell the others yourself: ${silent}.`,
    anyway: 'Schedule anyway', anywayMove: 'Change anyway', confirm: 'Schedule', confirmMove: 'Change it', edit: 'Change', and: ', ', more: (count: number) => ` and others, ${count} in all`, moved: 'A date on a day off moves to the next working day.', later: 'Members are told of the first meeting now, and of each later one a week ahead.',
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
    case 'clash': return w.clash(concern.body, `${dayWords(concern.meeting.day, lang, today)} ${concern.meeting.time}`, list(concern.people, lang))
    case 'few-told': return w.fewTold(concern.told, concern.seats, concern.silent.join(words[lang].and))
  }
}

export type Doubtful = { name: string; where: string; concerns: readonly Concern[]; today: Day; hour?: HourRead; /** All days of a series. */ days?: readonly Day[]; isMove?: boolean; again: Run; edit?: Run }

/** Asked before it is recorded: to do it all the same, or to change it. */
export function doubtfulMeeting({ name, where, concerns, today, hour, days = [], isMove = false, again, edit }: Doubtful, lang: Lang): Card {
  const w = words[lang]
  const text = days.length > 1 ? w.series(name, days.length) : isMove ? w.askMove(name, where) : w.ask(name, where)
  const go: Action = { label: concerns.length === 0 ? (isMove ? w.confirmMove : w.confirm) : isMove ? w.anywayMove : w.anyway, run: again, style: 'primary' }
  return { text, lines: [rich`${strong(text)}`, ...(hour === undefined ? [] : hourLines(hour, lang)), ...seriesLines(days, where, lang, today), ...concerns.map((concern) => rich`⚠️ ${concernLine(concern, lang, today)}`)], actions: [go, ...(edit === undefined ? [] : [{ label: w.edit, run: edit }])] }
}

function seriesLines(days: readonly Day[], where: string, lang: Lang, today: Day): Rich[] {
  const w = words[lang]
  return days.length < 2 ? [] : [rich`${where}`, rich`${days.map((day) => dayWords(day, lang, today)).join(w.and)}`, rich`${w.moved}${w.later}`]
}
