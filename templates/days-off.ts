// 放假安排 as people read it: what was read of a notice, what is known of which year, and why a text cannot be gone by.
import { lastDayOf, yearOf, type Day } from '#src/calendar/day.ts'
import type { HolidayProblem } from '#src/calendar/holiday-notice.ts'
import type { Action, Card, Form, Lang, Run } from './card.ts'
import { counted } from './counted.ts'
import { shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'

/** Days that follow each other, as one. */
export type DaySpan = { from: Day; to: Day }

export function holidayProblem(problem: HolidayProblem, lang: Lang): string {
  const zh = lang === 'zh'
  switch (problem.why) {
    case 'no-year':
      return zh ? '这段文字里看不出是哪一年的放假安排' : 'This text does not say which year it is about'
    case 'no-holidays':
      return zh ? '这段文字里没有放假的日期' : 'This text names no day off'
    case 'no-such-day':
      return zh ? `“${problem.said}”不是这一年的日期` : `“${problem.said}” is no day of that year`
    case 'wrong-weekday':
      return zh ? `“${problem.said}”和那一年的星期对不上，年份或日期有误` : `“${problem.said}” is another weekday in that year: the year or the day is wrong`
    case 'wrong-count':
      return zh ? `“${problem.said}”写的天数和日期对不上` : `In “${problem.said}” the number of days is not that of the dates`
    case 'no-day-worked':
      return zh ? `“${problem.said}”后面没有写哪天上班，可能只贴了一部分` : `Behind “${problem.said}” no day is worked instead: perhaps only a part was pasted`
    case 'missing':
      return zh ? `没有看到${problem.holiday}，可能只贴了一部分` : `${problem.holiday} is not in it: perhaps only a part was pasted`
    case 'contradiction':
      return ((day) => (zh ? `${day}既写了放假又写了上班` : `${day} is said to be off and to be worked`))(shortDay(problem.day, lang, lastDayOf(yearOf(problem.day), 6)))
  }
}

export const enterDaysOff = (lang: Lang): Action => ({ label: lang === 'zh' ? '登记放假安排' : 'Enter days off', run: { command: 'days-off', args: { open: true } } })

/** 缺少放假安排, as it stands on the secretary's Home. */
export const daysOffLackLine = (year: number, lang: Lang): Rich =>
  lang === 'zh' ? rich`☐ 缺少${year}年放假安排：工作日先按周末和固定节日推算，有关日期为暂按` : rich`☐ no days off known for ${year}: weekends and fixed holidays are assumed, so its dates are provisional`

type Known = { year: number; /** Said here, not published with the product. */ here: boolean }

/** @param missing the next year, where nothing is known of it yet */
export function daysOffKnown({ known, missing, may }: { known: readonly Known[]; missing?: number; may: boolean }, lang: Lang): Card {
  const zh = lang === 'zh'
  const years = known.slice(-4).map(({ year, here }) => (zh ? `${year}年${here ? '(本地登记)' : ''}` : `${year}${here ? ' (entered here)' : ''}`)).join(zh ? '、' : ', ')
  const has = zh ? `已知放假安排：${years}。` : `Days off are known for ${years}.`
  const lacks = missing === undefined ? [] : [rich`${lacking(missing, lang)}`]
  const look = known.slice(-2).map(({ year }): Action => ({ label: zh ? `看${year}年` : `See ${year}`, run: { command: 'days-off', args: { text: String(year) } } }))
  return { text: has, lines: [rich`${has}`, ...lacks], actions: [...(may ? [{ ...enterDaysOff(lang), style: 'primary' as const }] : []), ...look] }
}

const lacking = (year: number, lang: Lang): string =>
  lang === 'zh' ? `${year}年的还没有：先按周末和固定节日推算，有关日期为暂按。通知印发后，请把全文贴在 /duban 放假安排 后面。` : `Not yet for ${year}: weekends and fixed holidays are assumed, so its dates are provisional. Once the notice is out, paste it behind /duban days-off.`

/** One year as it is gone by. @param read undefined where nothing is known of it */
export function daysOffOfYear(year: number, read: Omit<Read, 'year'> | undefined, may: boolean, lang: Lang): Card {
  const text = read === undefined ? lacking(year, lang) : lang === 'zh' ? `${year}年放假安排` : `Days off in ${year}`
  return { text, lines: [rich`${read === undefined ? text : strong(text)}`, ...(read === undefined ? [] : readLines({ year, ...read }, lang))], ...(may ? { actions: [enterDaysOff(lang)] } : {}) }
}

export const daysOffForm = (lang: Lang): Form => ({
  title: lang === 'zh' ? '登记放假安排' : 'Enter days off',
  intro: [lang === 'zh' ? rich`把通知全文贴进来，先给您看读出的结果，确认后才生效。` : rich`Paste the whole notice. What was read is shown first.`],
  fields: [{ kind: 'line', name: 'text', label: lang === 'zh' ? '通知全文' : 'The notice', maxLength: 3000 }],
  submit: lang === 'zh' ? '读一读' : 'Read it',
  run: { command: 'days-off', args: { form: true } },
})

type Read = { year: number; off: readonly DaySpan[]; work: readonly Day[]; count: number }

/** In a year of which the heading says which it is: 10月1日至7日. */
function spanWords({ from, to }: DaySpan, year: number, lang: Lang): string {
  const within = lastDayOf(year, 6)
  if (from === to) return shortDay(from, lang, within)
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  if (lang === 'zh') return `${shortDay(from, lang, within)}至${isOneMonth ? `${Number(to.slice(8))}日` : shortDay(to, lang, within)}`
  return `${isOneMonth ? String(Number(from.slice(8))) : shortDay(from, lang, within)}–${shortDay(to, lang, within)}`
}

const readLines = ({ year, off, work, count }: Read, lang: Lang): Rich[] => {
  const zh = lang === 'zh'
  const listed = (spans: readonly DaySpan[]): string => spans.map((span) => spanWords(span, year, lang)).join(zh ? '、' : ', ')
  return [
    rich`${zh ? `放假${count}天：` : `${counted(count, 'day')} off: `}${listed(off)}`,
    ...(work.length === 0 ? [] : [rich`${zh ? '调休上班：' : 'Worked instead: '}${listed(work.map((day) => ({ from: day, to: day })))}`]),
  ]
}

/** What is another than was known: the days that are off now, and those that are worked. */
export type DaysChanged = { off: readonly DaySpan[]; work: readonly DaySpan[] }

const isSame = ({ off, work }: DaysChanged): boolean => off.length + work.length === 0

function changedLine(year: number, { off, work }: DaysChanged, lang: Lang): Rich {
  const zh = lang === 'zh'
  const listed = (spans: readonly DaySpan[]): string => spans.map((span) => spanWords(span, year, lang)).join(zh ? '、' : ', ')
  const parts = [...(off.length === 0 ? [] : [zh ? `${listed(off)}改为休息` : `now off ${listed(off)}`]), ...(work.length === 0 ? [] : [zh ? `${listed(work)}改为上班` : `now worked ${listed(work)}`])]
  return zh ? rich`和已知的${year}年安排相比：${strong(parts.join('，'))}` : rich`Other than what is known of ${year}: ${strong(parts.join('; '))}`
}

/** `changed`: against what is known of the year; undefined where nothing is. */
export function daysOffPreview({ changed, confirm, ...read }: Read & { changed: DaysChanged | undefined; confirm: Run }, lang: Lang): Card {
  const zh = lang === 'zh'
  if (changed !== undefined && isSame(changed)) {
    const same = zh ? `这份通知和已知的${read.year}年放假安排一样，不用再登记。` : `This notice says what is known of ${read.year} already: nothing is to be entered.`
    return { text: same, lines: [rich`${same}`, ...readLines(read, lang)] }
  }
  const replaces = changed !== undefined
  const text = zh ? `按这份通知登记${read.year}年放假安排？` : `Go by this notice for the days off of ${read.year}?`
  const means = zh ? `确认后，提醒和到期都按它算${replaces ? `，代替原来已知的${read.year}年安排` : ''}；已经发出的提醒不重发。` : `Reminders and due days then go by it${replaces ? `, in the place of what is known of ${read.year}` : ''}; nothing that was sent is sent again.`
  return { text, lines: [rich`${strong(text)}`, ...readLines(read, lang), ...(changed === undefined ? [] : [changedLine(read.year, changed, lang)]), rich`${means}`], actions: [{ label: zh ? '确认' : 'Confirm', says: zh ? `确认登记${read.year}年放假安排` : `Confirm the days off of ${read.year}`, run: confirm, style: 'primary' }] }
}

export function daysOffRecorded(read: Read, lang: Lang): Card {
  const text = lang === 'zh' ? `✅ 已登记${read.year}年放假安排，提醒和到期从现在起按它算。` : `✅ Recorded: the days off of ${read.year}. Reminders and due days go by them from now on.`
  return { text, lines: [rich`${text}`, ...readLines(read, lang)] }
}
