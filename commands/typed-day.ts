// Which of the typed words are the day and the hour, so that they may stand anywhere in the line.
import { dayPhrase } from '#src/calendar/day-phrase.ts'
import { englishDay, wholeDays } from '#src/calendar/english-day.ts'
import { recurringIn } from '#src/calendar/recurring.ts'
import { timeForm } from './time-argument.ts'

const dayShape = new RegExp(`^(?:${dayPhrase})$`, 'i')
/** 7月10日下午3点: the day and the hour in one word. */
const glued = new RegExp(`^(${dayPhrase})(${timeForm})$`, 'i')
const apart = (words: readonly string[]): string[] => words.flatMap((word) => ((match) => (match === null ? [word] : [match[1] ?? '', match[2] ?? '']))(glued.exec(word)))

const timeShape = new RegExp(`^${timeForm}$`, 'u')

export type TypedDay = { before: string[]; day?: string; time?: string; after: string[] }

/** What stands before the day and what after the day and the hour. */
export const splitAtDay = (typed: readonly string[]): TypedDay => splitAt(wholeDays(apart(typed)), (word) => dayShape.test(word) || englishDay(word) !== undefined)

/** The same where a day may come back: 每月5日. */
export const splitAtRecurring = (typed: readonly string[]): TypedDay => (typed.some((word) => recurringIn(word) !== undefined) ? splitAt(typed, (word) => recurringIn(word) !== undefined) : splitAtDay(typed))

function splitAt(words: readonly string[], isDay: (word: string) => boolean): TypedDay {
  const dayAt = words.findIndex(isDay)
  if (dayAt < 0) return { before: [...words], after: [] }
  const timeAt = words.findIndex((word, at) => at > dayAt && timeShape.test(word))
  const [day, time] = [words[dayAt], timeAt < 0 ? undefined : words[timeAt]]
  const after = words.slice(dayAt + 1).filter((_, at) => at + dayAt + 1 !== timeAt)
  return { before: words.slice(0, dayAt), ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }), after }
}
