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
export function dayOfReview(written: string | undefined, desk: Desk): DayRead | undefined {
  if (written === undefined) return undefined
  const past = pastDayIn(written, desk.today)
  return isOfOne(past, desk) ? past : dayIn(written, desk.today)
}

/** 办毕 本周五 前补齐台账: a day of no review before other words is one of them. */
export const isOfOutcome = (on: string | undefined, outcome: string, desk: Desk): boolean => ((read) => read?.ok === true && outcome.trim() !== '' && !isOfOne(read, desk))(dayOfReview(on, desk))

const isOfOne = (read: DayRead | undefined, { plans }: Desk): boolean => read?.ok === true && [...plans.values()].some(({ reviews }) => [...reviews.values()].some(({ day }) => day === read.day))
