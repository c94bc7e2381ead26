// Why what was typed is no day, with the last day that month has.
import { lastDayOf, yearOf, type Day } from '#src/calendar/day.ts'
import { englishDay } from '#src/calendar/english-day.ts'
import type { Refusal } from '#src/ledger/refusal.ts'

export type DayRefusal = Extract<Refusal, { code: 'day-unreal' | 'day-unclear' }>

/** 6月31日 has 30 June beside it, 13月1日 nothing. Without a year it is the next such month that is meant, or `past` the last one. */
export function dayRefusal({ asked, unreal }: { asked: string; unreal: boolean }, today: Day, meant: 'ahead' | 'past' = 'ahead'): DayRefusal {
  if (!unreal) return { code: 'day-unclear', asked, ...(meant === 'past' ? { meant } : {}) }
  const [, inFront, inFigures = ''] = /^(?:(\d{4})\s?[-年./]\s?)?(\d{1,2})/.exec(asked) ?? []
  const { year = inFront, month = inFigures } = englishDay(asked) ?? {}
  const ofMonth = Number(month)
  if (ofMonth < 1 || ofMonth > 12) return { code: 'day-unreal', asked }
  const inYear = (of: number): Day => lastDayOf(of, ofMonth)
  const ofThisYear = inYear(yearOf(today))
  const years = meant === 'past' ? (ofThisYear > today ? -1 : 0) : ofThisYear < today ? 1 : 0
  return { code: 'day-unreal', asked, lastDay: year === undefined ? inYear(yearOf(today) + years) : inYear(Number(year)) }
}
