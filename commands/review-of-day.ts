// 开展调度 9月7日, 办毕 9月7日: the day of a review in place of its number, before what is said of it.
import type { Desk } from '#src/command.ts'
import { wholeDays } from '#src/calendar/english-day.ts'
import { dayIn, pastDayIn, type DayRead } from './day-argument.ts'
import { thatDay } from './moved-typed.ts'
import { reviewBefore } from './review-meant.ts'
import { splitAtPast } from './typed-day.ts'

type Typed = { named: ReturnType<typeof reviewBefore>['named']; on?: string; rest: readonly string[] }

export function reviewOrDay(words: readonly string[]): Typed {
  const { named, rest } = reviewBefore(words)
  if (named.review !== undefined) return { named, rest }
  const [first = '', ...behind] = wholeDays(words)
  const { before, day, time, after } = splitAtPast([thatDay(first)])
  return day !== undefined && time === undefined && before.length + after.length === 0 ? { named, on: day, rest: behind } : { named, rest }
}

/** Of one that is run or was, the day that has been, where a review is of it; else as any other day. */
export function dayOfReview(written: string | undefined, { plans, today }: Desk): DayRead | undefined {
  if (written === undefined) return undefined
  const past = pastDayIn(written, today)
  const isOfOne = past.ok && [...plans.values()].some(({ reviews }) => [...reviews.values()].some(({ day }) => day === past.day))
  return isOfOne ? past : dayIn(written, today)
}

/** 8月5日 alone says of which day it is, and nothing of what came of it. */
export const isDayAlone = (words: string): boolean => ((typed) => typed.on !== undefined && typed.rest.length === 0)(reviewOrDay(words.split(' ').filter((word) => word !== '')))

/** A day on which no review is begins what came of one: 本周五前补齐台账. */
export function withoutOtherDay({ on, outcome }: { on: string | undefined; outcome: string }, { plans, today }: Desk): { on?: string; outcome: string } {
  if (on === undefined || outcome.trim() === '') return { ...(on === undefined ? {} : { on }), outcome }
  const days = [pastDayIn(on, today), dayIn(on, today)].flatMap((read) => (read.ok ? [read.day] : []))
  const isOfOne = days.length === 0 || [...plans.values()].some(({ reviews }) => [...reviews.values()].some(({ day }) => days.includes(day)))
  return isOfOne ? { on, outcome } : { outcome: `${on} ${outcome}` }
}
