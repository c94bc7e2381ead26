// The year, month and day that the words of a time mean.
import { lastDayOf } from '#src/calendar/day.ts'
import type { DateKind } from './date-forms.ts'
import { numberOf } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import type { ReadDeadline, Span } from './reading.ts'

/** `yearly`: it stands in a row with a yearly one (每年6月、12月底前). */
export type DateWords = { text: string; plain: string; kind: DateKind; span: Span; yearly: boolean; contextYear: number | undefined }

/** Blank or counted from a day that the text does not give: nothing of it is guessed. */
export function deadlineOf({ text, plain, kind, span, yearly: inYearlyRow, contextYear }: DateWords): ReadDeadline {
  if (kind === 'ongoing') return { text, yearly: false, ongoing: true, span }
  if (kind === 'relative') return { text, yearly: false, span }
  if (kind === 'event') return { text, yearly: false, ...yearField(/20\d{2}(?=年)/.exec(plain)?.[0]), span }
  const yearly = inYearlyRow || /每年|每学年|年度/.test(plain)
  const unbound = /(?:20(?:_{1,8}|2?X{1,2}|2_|\*{2}|〇〇| {2,4})|(?<!\d)[_X]{2,8})年|(?:X|_)[月日]/.test(plain) || / [月日号]/.test(plain)
  // 2026年前 may mean before the year begins, or by its end: the year stays open.
  const isBeforeYear = /\d年(?:之前|以前|前)$/.test(plain)
  // 今年 and 次年 count from a day that the text does not give.
  const isFromToday = /今年|明年|后年|当年|次年|本年|翌年|^今|^明/.test(plain)
  const year = isBeforeYear ? undefined : (yearNamed(plain) ?? (yearly || unbound || isFromToday ? undefined : contextYear))
  const end = plain.slice(Math.max(0, plain.search(/(?:至|到|—)(?=[^至到—]*$)/)))
  const dotted = /20\d{2}[./—](\d{1,2})(?:[./—](\d{1,2}))?/.exec(plain)
  // A range that ends with 年初 names no month.
  const month = dotted?.[1] === undefined ? (monthOf(end) ?? (plain.endsWith('年初') ? undefined : monthOf(plain))) : inRange(Number(dotted[1]), 12)
  const day = dotted?.[2] === undefined ? dayOf(dotted ? `${end}底` : end, year, month) : Number(dotted[2])
  return {
    text,
    ...yearField(year),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    yearly,
    ...(unbound ? { unbound: true } : {}),
    span,
  }
}

const yearField = (year: number | string | undefined): { year?: number } => (year === undefined ? {} : { year: Number(year) })
const inRange = (value: number | undefined, most: number): number | undefined => (value !== undefined && value >= 1 && value <= most ? value : undefined)

const fullYear = /20\d{2}(?=年|[./—]\d|$)/g
const namedMonth = /(\d{1,2}|十[一二]?|[一二三四五六七八九])月/g

/** The last year named: of a range its end. 26年6月 is of this century. */
function yearNamed(plain: string): number | undefined {
  const full = matchesOf(fullYear, plain).at(-1)?.[0]
  if (full !== undefined) return Number(full)
  const short = /(?<!\d)([2-4]\d)年/.exec(plain)?.[1]
  return short === undefined ? undefined : 2000 + Number(short)
}

function monthOf(plain: string): number | undefined {
  const last = matchesOf(namedMonth, plain).at(-1)?.[1]
  if (last !== undefined) return inRange(numberOf(last), 12)
  if (/上半年/.test(plain)) return 6
  const season = /([一二三四1-4])季度/.exec(plain)?.[1]
  if (season !== undefined) return (numberOf(season) ?? 0) * 3
  return /下半年|年(?:底|末)|^(?:今|本|当)?年内/.test(plain) ? 12 : undefined
}

/** The day named, or the last of the month where the text says its end; a month alone gives no day. */
function dayOf(plain: string, year: number | undefined, month: number | undefined): number | undefined {
  const named = /(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/.exec(plain)?.[1]
  if (named !== undefined) return numberOf(named)
  if (month === undefined) return undefined
  if (/上旬|月初|份初/.test(plain)) return 10
  if (/中旬/.test(plain)) return 20
  if (/月(?:份)?(?:之前|以前|前)/.test(plain)) return undefined
  // February ends on the 28th in a year that is not named.
  return /底|末|下旬|半年|季度|至|到|—/.test(plain) ? Number(lastDayOf(year ?? 2001, month).slice(8)) : undefined
}
