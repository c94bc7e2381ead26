// Why what was typed is no day, with the last day that month has.
import { dayNumber } from '#src/calendar/day-number.ts'
import { lastDayOf, yearOf, type Day } from '#src/calendar/day.ts'
import { englishDay } from '#src/calendar/english-day.ts'
import type { Refusal } from '#src/ledger/refusal.ts'

export type DayRefusal = Extract<Refusal, { code: 'day-unreal' | 'day-unclear' }>

/** What the day is of: something to come, something that was, or something of which nobody knows yet whether it was. */
type Meant = 'ahead' | 'past' | 'either'

/** 6月31日 has 30 June beside it, 13月1日 nothing. Without a year it is the next such month that is meant, of what was the last one, of what may have been the nearest. */
export function dayRefusal({ asked, unreal }: { asked: string; unreal: boolean }, today: Day, meant: Meant = 'ahead'): DayRefusal {
  const past = meant === 'past' ? { meant } : {}
  if (!unreal) return { code: 'day-unclear', asked, ...past }
  const [, inFront, inFigures = ''] = /^(?:(\d{4})\s?[-年./]\s?)?(\d{1,2})/.exec(asked) ?? []
  const { year = inFront, month = inFigures } = englishDay(asked) ?? {}
  const ofMonth = Number(month)
  if (ofMonth < 1 || ofMonth > 12) return { code: 'day-unreal', asked, ...past }
  return { code: 'day-unreal', asked, lastDay: year === undefined ? lastDayMeant(ofMonth, today, meant) : lastDayOf(Number(year), ofMonth), ...past }
}

function lastDayMeant(month: number, today: Day, meant: Meant): Day {
  const now = yearOf(today)
  const [before, thisYear, after] = [lastDayOf(now - 1, month), lastDayOf(now, month), lastDayOf(now + 1, month)]
  const [last, next] = thisYear > today ? [before, thisYear] : [thisYear, after]
  if (meant === 'past') return last
  // What ends today is ahead as well.
  if (meant === 'ahead') return thisYear < today ? after : thisYear
  return dayNumber(today) - dayNumber(last) <= dayNumber(next) - dayNumber(today) ? last : next
}
