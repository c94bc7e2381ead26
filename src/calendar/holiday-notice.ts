// Reads next year's 放假安排 out of the notice's own words (国务院办公厅关于…年部分节假日安排的通知), as it is pasted.
import { type Day, dayOf, yearOf } from './day.ts'
import { dayNumber, dayOfNumber, weekdayOf } from './day-number.ts'

/** A year's days off and make-up working days, in order. */
export type HolidayNotice = { year: number; off: Day[]; work: Day[] }

/**
 * Why a text is no notice to go by. `no-year`: it names none. `no-holidays`: nothing in it is off. `no-such-day`: 2月30日. `wrong-weekday`:
 * a day is not the weekday that is written beside it, so the year or the day is wrong. `wrong-count`: 共N天 is not how many there are. `no-day-worked`: 放假调休 of more weekdays than the law gives, and nothing behind it is worked instead.
 * `missing`: a holiday that every year has is not in it. `contradiction`: a day is both off and worked.
 */
export type HolidayProblem =
  | { why: 'no-year' | 'no-holidays' }
  | { why: 'no-such-day' | 'wrong-weekday' | 'wrong-count' | 'no-day-worked'; said: string }
  | { why: 'contradiction'; day: Day }
  | { why: 'missing'; holiday: string }

/** A notice is two pages long. */
export const noticeAtMost = 5000

const weekdayNames = '一二三四五六日'
/** 国务院《全国年节及纪念日放假办法》 gives everybody these, and of each so many days (as amended in 2024). */
const daysByLaw = { 元旦: 1, 春节: 4, 清明节: 1, 劳动节: 2, 端午节: 1, 中秋节: 1, 国庆节: 3 }

/** The heading of a document, over one line or several. */
const headingAtMost = 120

/** 国务院办公厅关于2027年部分节假日安排的通知 at its head, and days off below: such a text is no plan, though it counts seven items. */
export const isHolidayNotice = (text: string): boolean =>
  /放假/.test(text) && /20\d\d年(?:部分)?节假日(?:放假)?安排/.test(text.normalize('NFKC').replaceAll(/\s/g, '').slice(0, headingAtMost))

/** @param text the whole notice, or its list of holidays with the year in front of it */
export function readHolidayNotice(text: string): { ok: true; notice: HolidayNotice } | { ok: false; problem: HolidayProblem } {
  const plain = text.slice(0, noticeAtMost).normalize('NFKC').replaceAll(/[ \t]/g, '')
  const year = Number(/(20\d\d)年(?:部分)?(?:节假日|放假)/.exec(plain)?.[1] ?? /^\D{0,40}(20\d\d)年/.exec(plain)?.[1])
  if (!Number.isInteger(year)) return refused({ why: 'no-year' })

  const [off, work] = [new Set<Day>(), new Set<Day>()]
  let exchanged: string | undefined
  for (const sentence of plain.split(/[。;\n]/)) {
    const isWork = /上班/.test(sentence) && !/放假/.test(sentence)
    if (!isWork && !/放假/.test(sentence)) continue
    if (!isWork && exchanged !== undefined) return refused({ why: 'no-day-worked', said: exchanged })
    const spans = spansIn(sentence, year)
    if ('problem' in spans) return refused(spans.problem)
    const days = spans.flatMap(({ from, to }) => allDays(from, to))
    const count = Number(/共(\d{1,2})天/.exec(sentence)?.[1] ?? /放假(\d{1,2})天/.exec(sentence)?.[1] ?? days.length)
    if (!isWork && count !== days.length) return refused({ why: 'wrong-count', said: sentence })
    exchanged = !isWork && isExchanged(sentence, days) ? sentence : undefined
    for (const day of days) (isWork ? work : off).add(day)
  }
  if (exchanged !== undefined) return refused({ why: 'no-day-worked', said: exchanged })
  if (off.size === 0) return refused({ why: 'no-holidays' })
  const missing = Object.keys(daysByLaw).find((holiday) => !plain.split(/[。;\n]/).some((sentence) => sentence.includes(holiday) && /放假/.test(sentence) && /\d日/.test(sentence)))
  if (missing !== undefined) return refused({ why: 'missing', holiday: missing })
  const both = [...work].find((day) => off.has(day))
  if (both !== undefined) return refused({ why: 'contradiction', day: both })
  return { ok: true, notice: { year, off: [...off].toSorted(), work: [...work].toSorted() } }
}

/** For a holiday that falls on a weekend a weekday is off, and nothing is worked for it: what is more than that is worked on another day. */
function isExchanged(sentence: string, off: readonly Day[]): boolean {
  const given = Object.entries(daysByLaw).reduce((sum, [holiday, days]) => sum + (sentence.includes(holiday) ? days : 0), 0)
  return /放假调休/.test(sentence) && !/上班/.test(sentence) && off.filter((day) => weekdayOf(dayNumber(day)) <= 5).length > given
}

const refused = (problem: HolidayProblem): { ok: false; problem: HolidayProblem } => ({ ok: false, problem })

type Span = { from: Day; to: Day }

/** `2月15日(农历腊月二十八、周日)至23日(周一)`, `1月1日(周四)`: the days named in a sentence. */
function spansIn(sentence: string, year: number): Span[] | { problem: HolidayProblem } {
  const spans: Span[] = []
  let before: { year: number; month: number } | undefined
  for (const found of sentence.matchAll(/(至|到)?(?:(20\d\d)年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]{0,20})\))?/g)) {
    const [said, until, ownYear, ownMonth, date] = found
    const month = Number(ownMonth ?? before?.month)
    const of = ownYear === undefined ? (until === undefined || before === undefined ? year : before.year + (month < before.month ? 1 : 0)) : Number(ownYear)
    const day = dayOf(of, month, Number(date))
    if (day === undefined) return { problem: { why: 'no-such-day', said } }
    const weekday = /(?:周|星期)([一二三四五六日天])/.exec(found[5] ?? '')?.[1]?.replace('天', '日')
    if (weekday !== undefined && weekdayNames.indexOf(weekday) + 1 !== weekdayOf(dayNumber(day))) return { problem: { why: 'wrong-weekday', said } }
    const last = spans.at(-1)
    if (until !== undefined && last !== undefined && day >= last.from) last.to = day
    else spans.push({ from: day, to: day })
    before = { year: yearOf(day), month }
  }
  return spans
}

const allDays = (from: Day, to: Day): Day[] => Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, index) => dayOfNumber(dayNumber(from) + index))
