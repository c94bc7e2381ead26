// Days, quarters and due dates in words. A legal deadline is a plain date of the plan's zone, so it is printed as one.
import type { Calendar } from '#src/calendar/calendar.ts'
import { monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import type { Due } from '#src/ledger/due.ts'
import type { Lang } from './card.ts'
import { rich, type Rich } from './rich.ts'

const weekdays: Record<Lang, readonly string[]> = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 0 is Sunday (Zeller's congruence, months counted from March). */
function weekdayOf(day: Day): number {
  const month = monthOf(day)
  const year = month < 3 ? yearOf(day) - 1 : yearOf(day)
  const shifted = month < 3 ? month + 12 : month
  return (Number(day.slice(8)) + Math.floor((13 * (shifted + 1)) / 5) + year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + 6) % 7
}

/** 6月30日(周二), with the year where it is not `today`'s. Without `today` the year always stands. */
export function dayWords(day: Day, lang: Lang, today?: Day): string {
  const weekday = weekdays[lang][weekdayOf(day)] ?? ''
  return lang === 'zh' ? `${shortDay(day, lang, today)}(${weekday})` : `${weekday} ${shortDay(day, lang, today)}`
}

/** 2028年1月31日(周一，暂按): what falls due in a year of which 放假安排 is not known yet may have other working days before it. */
export function dueDayWords(day: Day, lang: Lang, { calendar, today }: { calendar: Pick<Calendar, 'isProvisional'>; today: Day }): string {
  const words = dayWords(day, lang, today)
  return calendar.isProvisional(day) ? provisionalWords(words, lang) : words
}

const provisionalWords = (words: string, lang: Lang): string => (lang === 'zh' ? `${words.slice(0, -1)}，暂按)` : `${words} (provisional)`)

/** 6月30日: where there is no room for the weekday. */
export function shortDay(day: Day, lang: Lang, today?: Day): string {
  const [year, month, date] = [yearOf(day), monthOf(day), Number(day.slice(8))]
  const elsewhen = today === undefined || yearOf(today) !== year
  if (lang === 'zh') return `${elsewhen ? `${year}年` : ''}${month}月${date}日`
  return `${date} ${months[month - 1] ?? ''}${elsewhen ? ` ${year}` : ''}`
}

/** 2026—2028年, or 2026年 where it is one year. */
export function yearsWords({ from, to }: { from: number; to: number }, lang: Lang): string {
  if (lang === 'zh') return from === to ? `${from}年` : `${from}—${to}年`
  return from === to ? String(from) : `${from}–${to}`
}

const quarters = ['一', '二', '三', '四']

/** A period's key in words: 2026Q3, 2026H1, 2026-03, 2026; without the year where it is `today`'s. A key it does not know is shown as it is. */
export function periodWords(key: string, lang: Lang, today?: Day): string {
  const [, year = '', part = ''] = /^(\d{4})(.*)$/.exec(key) ?? []
  const isNow = today !== undefined && String(yearOf(today)) === year && part !== ''
  return isNow ? periodWords(key, lang).replace(lang === 'zh' ? `${year}年` : new RegExp(` (of )?${year}$`), '') : wholePeriod(key, year, part, lang)
}

function wholePeriod(key: string, year: string, part: string, lang: Lang): string {
  if (part === '') return lang === 'zh' && year !== '' ? `${year}年` : key
  const number = Number(part.slice(1))
  if (part.startsWith('Q')) return lang === 'zh' ? `${year}年${quarters[number - 1] ?? ''}季度` : `Q${number} ${year}`
  if (part.startsWith('H')) return lang === 'zh' ? `${year}年${number === 1 ? '上' : '下'}半年` : `${number === 1 ? 'first' : 'second'} half of ${year}`
  if (part.startsWith('-')) return lang === 'zh' ? `${year}年${number}月` : `${months[number - 1] ?? ''} ${year}`
  return key
}

/** 2026Q3 → 2026年三季度. */
export const quarterWords = periodWords

/** The hour with a day: `7月2日 09:00`. `time` is wall time, as the calendar gives it. */
export const momentWords = (day: Day, time: string, lang: Lang, today?: Day): string => `${shortDay(day, lang, today)} ${time}`

/** The last minute of a day: a day that is over is looked at as it then stood. */
const lastMinute = '23:59'

/** Behind 截至: of a day that is over its end is said as it is everywhere, 24时. */
export const asOfMoment = (day: Day, time: string, lang: Lang, today?: Day): string =>
  time !== lastMinute ? momentWords(day, time, lang, today) : lang === 'zh' ? `${shortDay(day, lang, today)}24时` : `the end of ${shortDay(day, lang, today)}`

/**
 * The date of a task as a reader is to see it: 原定/现定 and how often it moved, 默认 where the text gives none.
 *
 * @param doneBy from the task's card: the day it counts by, which a task without a date of its own has by default
 * @param byMilestones its milestones are asked for, and no quarter's report
 */
export function dueWords(due: Due, doneBy: { day: Day; byDefault: boolean; provisional?: boolean } | undefined, lang: Lang, today?: Day, byMilestones = false): Rich {
  const zh = lang === 'zh'
  switch (due.kind) {
    case 'dated': {
      const day = doneBy?.provisional === true ? provisionalWords(dayWords(due.day, lang, today), lang) : dayWords(due.day, lang, today)
      if (due.moved === 0) return rich`${day}`
      const original = dayWords(due.original, lang, today)
      return zh ? rich`现定${day}，原定${original}，改过${due.moved}次` : rich`now ${day}, first ${original}, moved ${due.moved} ${due.moved === 1 ? 'time' : 'times'}`
    }
    case 'unbound':
      return zh ? rich`年份待定，原文为“${due.said}”` : rich`year not known; the text says “${due.said}”`
    case 'ongoing':
      return withDefault(zh ? rich`长期坚持（原文“${due.said}”）` : rich`ongoing (“${due.said}”)`, doneBy, lang, today, byMilestones)
    case 'undated':
      return withDefault(zh ? rich`文件未写期限` : rich`the text gives no date`, doneBy, lang, today, byMilestones)
  }
}

function withDefault(words: Rich, doneBy: { day: Day } | undefined, lang: Lang, today: Day | undefined, byMilestones: boolean): Rich {
  const asked = byMilestones ? { zh: '按年度分解报节点', en: 'by its milestones of the year' } : { zh: '每季度报一次进展', en: 'a report each quarter' }
  if (doneBy === undefined) return lang === 'zh' ? rich`${words}，${byMilestones ? '' : '默认'}${asked.zh}` : rich`${words}; ${byMilestones ? '' : 'by default '}${asked.en}`
  const day = shortDay(doneBy.day, lang, today)
  return lang === 'zh' ? rich`${words}，默认${day}(方案期末)前完成、${asked.zh}` : rich`${words}; by default done by ${day}, the plan's end, ${byMilestones ? '' : 'with '}${asked.en}`
}
