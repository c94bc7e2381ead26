// By when an instruction is to be done: the day its words name, or three that are offered. Always a working day.
import type { Calendar } from '#src/calendar/calendar.ts'
import { lastDayOf, monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import { daysSaid } from '#src/calendar/day-phrase.ts'
import { saidPlain } from '#src/reader/said-plain.ts'

/** `said`: the day that is named, where that is a day off. */
export type DueDay = { day: Day; said?: Day }

const numerals = '一二三四五六七八九十'
const within = /(\d{1,2}|[一二两三四五六七八九十]|半)个?(工作日|天|日|周|星期|礼拜|月)[之以]?内/
const beforeIt = /^(?:之|以)?前/

/** Undefined where the words name no day ahead, or several. */
export function instructedDay(words: string, today: Day, calendar: Calendar): DueDay | undefined {
  const plain = saidPlain(words)
  const said = daysSaid(plain, today).flatMap(({ day, said: phrase }) => (day === undefined || day < today ? [] : [{ day, isBound: beforeIt.test(plain.slice(plain.indexOf(phrase) + phrase.length)) }]))
  const days = new Set(said.map(({ day }) => day))
  const bound = new Set(said.filter(({ isBound }) => isBound).map(({ day }) => day))
  const [only, ...others] = bound.size === 1 ? bound : days
  if (only !== undefined) return others.length > 0 ? undefined : workable(only, today, calendar)
  const [, count = '', unit = ''] = within.exec(plain) ?? []
  if (unit === '') return undefined
  const number = count === '半' ? 0.5 : /^\d/.test(count) ? Number(count) : count === '两' ? 2 : numerals.indexOf(count) + 1
  if (unit === '工作日') return { day: calendar.addWorkingDays(today, Math.ceil(number)) }
  const length = unit === '月' ? 30 : unit === '天' || unit === '日' ? 1 : 7
  // 3天内 is as the chip 3天 is: nobody is given less time than was said.
  const day = calendar.addDays(today, Math.round(number * length))
  const due = onOrAfter(day, calendar)
  return due === day ? { day } : { day: due, said: day }
}

/** Why no day was read, where one is named: it is in no calendar, it has passed, or it is far from the years of the plan. */
export type UnreadDay = { said: string; why: 'unreal' | 'past' | 'far' }
export function unreadDay(words: string, today: Day): UnreadDay | undefined {
  const [first] = daysSaid(saidPlain(words), today).flatMap(({ said, day, unreal }): UnreadDay[] => (unreal ? [{ said, why: 'unreal' }] : day !== undefined && day < today ? [{ said, why: 'past' }] : []))
  return first
}

const onOrAfter = (day: Day, calendar: Calendar): Day => (calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1))

/** The last working day by then; where none is left, the next one. */
export function workable(day: Day, today: Day, calendar: Calendar): DueDay {
  const last = calendar.lastWorkingDayBy(day)
  const due = last >= today ? last : calendar.addWorkingDays(today, 1)
  return due === day ? { day } : { day: due, said: day }
}

export type OfferedDay = { what: keyof typeof lengths | 'month'; day: Day }
const lengths = { days: 3, week: 7, fortnight: 14 } as const

/** 3天, 1周, 月底: no earlier than that, and of a month that is over by then the end of the next. A day is offered once. */
export function offeredDays(today: Day, calendar: Calendar, after: readonly (keyof typeof lengths)[] = ['days', 'week']): OfferedDay[] {
  const ends = [0, 1].map((months) => ((month) => calendar.lastWorkingDayBy(lastDayOf(yearOf(today) + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1)))(monthOf(today) + months))
  const end = ends.find((day) => day > today)
  const offered: OfferedDay[] = [...after.map((what) => ({ what, day: onOrAfter(calendar.addDays(today, lengths[what]), calendar) })), ...(end === undefined ? [] : [{ what: 'month' as const, day: end }])]
  return offered.filter(({ day }, at) => offered.findIndex((other) => other.day === day) === at)
}
