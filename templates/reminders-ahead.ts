// 提醒预告: what would be sent on a day, and on which days something would, if nobody did anything until then.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Card, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dueDayWords, shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    of: (who: string) => (who === '' ? '' : `${who}：`), tooFar: (until: string) => `提醒只预告30天，到${until}。`, named: (first: Day) => `${Number(first.slice(5, 7))}月`, inMonth: (month: string, count: number, days: number) => (count === 0 ? `${month}没有要发的提醒。` : `${month}要发${count}条提醒，分在${days}天`), ownInMonth: (month: string, count: number) => (count === 0 ? `${month}没有要发给您的提醒。` : `${month}会提醒您${count}次`), unclear: (word: string) => `没有看懂“${word}”，没有预告。例：提醒预告 明天、提醒预告 7月10日、提醒预告 苏晚晴、提醒预告 县教育局`,
    instead: '别人的提醒只有督查室能看，这是您自己的。', ownNothing: (when: string) => `${when}没有给您的提醒`, ownNone: (until: string) => `到${until}没有要发给您的提醒。`,
    nothing: (when: string) => `${when}没有提醒`, off: (when: string) => `${when}休息，不发提醒`, following: (day: string) => `。下一次是${day}。`, never: '，之后30天也没有。',
    all: (when: string, count: number) => `${when}要发${count}条提醒`, own: (when: string) => `${when}会提醒您`, tomorrow: (day: string) => `明天${day}`, line: (time: string, name: string) => `${time} ${name}：`,
    note: '预告，现在不发。如果一直没有人填报会这样发；填报、办结、改时限后就不再发。', noneAhead: (until: string) => `到${until}没有要发的提醒。`, overview: (count: number, days: number, until: string) => `到${until}要发${count}条提醒，分在${days}天`,
    ownOverview: (count: number, until: string) => `到${until}会提醒您${count}次`, count: (count: number) => `${count}条`, names: (names: readonly string[], more: number) => `${names.join('、')}${more === 0 ? '' : `等${names.length + more}人`}`, see: '看这天', month: '未来30天', next: '明天', rest: (left: number) => `还有${left}条`, days: (left: number) => `还有${left}天`,
  },
  en: {
    of: (who: string) => (who === '' ? '' : `${who}: `), tooFar: (until: string) => `Reminders are shown for 30 days, until ${until}.`, named: (first: Day) => `month ${Number(first.slice(5, 7))}`, inMonth: (month: string, count: number, days: number) => (count === 0 ? `Nothing would be sent in ${month}.` : `${counted(count, 'message')} in ${month}, on ${counted(days, 'day')}`), ownInMonth: (month: string, count: number) => (count === 0 ? `You would be sent nothing in ${month}.` : `You would be reminded ${counted(count, 'time')} in ${month}`), unclear: (word: string) => `“${word}” is not understood, so nothing is shown. For example: reminders-ahead tomorrow, a day, a person, a unit`,
    instead: 'Only the secretary sees the reminders of others: these are your own.', ownNothing: (when: string) => `You are sent nothing ${when}`, ownNone: (until: string) => `You would be sent nothing until ${until}.`,
    nothing: (when: string) => `Nothing is sent ${when}`, off: (when: string) => `${when} is a day off: nothing is sent`, following: (day: string) => `. The next goes on ${day}.`, never: ', nor in the 30 days after.',
    all: (when: string, count: number) => `${counted(count, 'message')} would go out ${when}`, own: (when: string) => `You would be reminded ${when}`, tomorrow: (day: string) => `tomorrow, ${day}`, line: (time: string, name: string) => `${time} ${name}: `,
    note: 'Nothing is sent now. It goes out so if nobody answers; what is answered, done or put off is not reminded of.', noneAhead: (until: string) => `Nothing would be sent until ${until}.`, overview: (count: number, days: number, until: string) => `${counted(count, 'message')} until ${until}, on ${counted(days, 'day')}`,
    ownOverview: (count: number, until: string) => `You would be reminded ${counted(count, 'time')} until ${until}`, count: (count: number) => counted(count, 'message'), names: (names: readonly string[], more: number) => `${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`, see: 'Open', month: 'Next 30 days', next: 'Tomorrow', rest: (left: number) => `${left} more`, days: (left: number) => counted(left, 'more day'),
  },
} satisfies Record<Lang, unknown>

/** A message: what the lock screen would show, and its lines. */
export type AheadLine = { time: string; name: string; says: string; rows: readonly Rich[] }
/** `calendar`: of a year of which 放假安排 is not known the days are 暂按. */
type Ahead = { calendar: Pick<Calendar, 'isProvisional'> }
/** `isAll`: of everybody, or of `who` alone; else the asker's own, `isInstead` of others for whom they asked. */
type Of = { isAll: boolean; who: string; isInstead: boolean; page: number }
type OnDay = Ahead & Of & { on: Day; lines: readonly AheadLine[]; isWorkingDay: boolean; isTomorrow: boolean; today: Day; following?: Day }
const onPage = 12

export function aheadOnDay({ on, lines, isWorkingDay, isTomorrow, today, isAll, who, isInstead, page, following, calendar }: OnDay, lang: Lang): Card {
  const w = words[lang]
  const day = dueDayWords(on, lang, { calendar, today })
  const when = isTomorrow ? w.tomorrow(day) : day
  const month = { label: w.month, run: ways.remindersAhead(undefined, undefined, who) }
  if (lines.length === 0) {
    const text = `${w.of(who)}${(isWorkingDay ? (isAll ? w.nothing : w.ownNothing) : w.off)(when)}${following === undefined ? w.never : w.following(dueDayWords(following, lang, { calendar, today }))}`
    return { text, lines: [rich`${text}`, ...insteadOf(isInstead, lang)], actions: [...(following === undefined ? [] : [{ label: w.see, says: `${w.see} ${shortDay(following, lang, today)}`, run: ways.remindersAhead(following, undefined, who) }]), month] }
  }
  const head = isAll ? `${w.of(who)}${w.all(when, lines.length)}` : w.own(when)
  const rows = isAll ? lines.map(({ time, name, says }): Row => ({ line: rich`${strong(w.line(time, name))}${cutTo(says, 160)}` })) : lines.flatMap(({ time, rows: own }) => own.map((line): Row => ({ line: rich`${time} ${line}` })))
  const left = rows.length - page * onPage
  return {
    text: lines.length === 1 && lines[0] !== undefined ? `${head}${lang === 'zh' ? '：' : ': '}${cutTo(lines[0].says, 120)}` : head,
    lines: [rich`${strong(head)}`, ...insteadOf(isInstead, lang)],
    sections: [{ rows: rows.slice((page - 1) * onPage, page * onPage), note: rich`${w.note}` }],
    actions: [...(left > 0 ? [{ label: w.rest(left), run: ways.remindersAhead(on, page + 1, who) }] : []), month],
  }
}

type Overview = Ahead & Of & { days: readonly { on: Day; count: number; names: readonly string[]; says?: string }[]; until: Day; /** Of which alone it is. */ month?: { from: Day; to: Day }; today: Day }
const shownNames = 4

export function aheadOverview({ days, until, month, today, isAll, who, isInstead, page, calendar }: Overview, lang: Lang): Card {
  const w = words[lang]
  const last = shortDay(until, lang, today)
  const total = days.reduce((sum, { count }) => sum + count, 0)
  const ofMonth = month === undefined ? undefined : isAll ? w.of(who) + w.inMonth(w.named(month.from), total, days.length) : w.ownInMonth(w.named(month.from), total)
  const head = ofMonth !== undefined ? ofMonth : total === 0 ? (isAll ? `${w.of(who)}${w.noneAhead(last)}` : w.ownNone(last)) : isAll ? w.of(who) + w.overview(total, days.length, last) : w.ownOverview(total, last)
  const rows = days.map(({ on, count, names, says }): Row => {
    const of = says === undefined ? `${w.count(count)} ${w.names(names.slice(0, shownNames), Math.max(0, names.length - shownNames))}` : cutTo(says, 160)
    return { line: rich`${strong(dueDayWords(on, lang, { calendar, today }))} ${of}`, beside: { label: w.see, says: `${w.see} ${shortDay(on, lang, today)}`, run: ways.remindersAhead(on, undefined, who) } }
  })
  const left = days.length - page * onPage
  return {
    text: head, lines: [rich`${strong(head)}`, ...(month !== undefined && month.to > until ? [rich`${w.tooFar(last)}`] : []), ...insteadOf(isInstead, lang)],
    ...(rows.length === 0 ? {} : { sections: [{ rows: rows.slice((page - 1) * onPage, page * onPage), note: rich`${w.note}` }] }),
    actions: [{ label: w.next, run: ways.remindersTomorrow(who) }, ...(left > 0 ? [{ label: w.days(left), run: ways.remindersAhead(undefined, page + 1, who) }] : [])],
  }
}

const insteadOf = (isInstead: boolean, lang: Lang): Rich[] => (isInstead ? [rich`${words[lang].instead}`] : [])

export function aheadTooFar(until: Day, today: Day, lang: Lang): Card {
  const text = words[lang].tooFar(shortDay(until, lang, today))
  return { text, lines: [rich`${text}`], actions: [{ label: words[lang].month, run: ways.remindersAhead() }], refused: 'again' }
}

export function aheadUnclear(word: string, lang: Lang): Card {
  const text = words[lang].unclear(cutTo(word, 30))
  return { text, lines: [rich`${text}`], actions: [{ label: words[lang].next, run: ways.remindersTomorrow() }, { label: words[lang].month, run: ways.remindersAhead() }], refused: 'again' }
}
