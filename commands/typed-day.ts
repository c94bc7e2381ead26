// Which of the typed words are the day and the hour, so that they may stand anywhere in the line.
import { dayPhrase } from '#src/calendar/day-phrase.ts'
import { englishDay, wholeDays } from '#src/calendar/english-day.ts'
import { recurringIn } from '#src/calendar/recurring.ts'
import { isDayBack } from './day-argument.ts'
import { isHourWritten, parts, timeForm, wholeHours } from './time-argument.ts'

const dayShape = new RegExp(`^(?:${dayPhrase})$`, 'i')
/** 7月10日下午3点: the day and the hour in one word. */
const glued = new RegExp(`^(${dayPhrase})(${timeForm}|${parts})$`, 'i')
const apart = (words: readonly string[]): string[] => words.flatMap((word) => ((match) => (match === null ? [word] : [match[1] ?? '', match[2] ?? '']))(glued.exec(plain(word))))

const dayBackForm = '大?前天|昨[天日]|上(?:周|星期|礼拜)[一二三四五六日天]'
const beginsWithDay = new RegExp(`^(${dayBackForm}|${dayPhrase})((?![日号月底末前周年])\\p{Script=Han}.*)$`, 'iu')
/** 6月20日汇总, 上周五汇总: the day, and what stands right behind it. */
export const gluedDay = (word: string): readonly [day: string, rest: string] | undefined => ((match) => (match === null || isDay(word) || isDayBack(word) ? undefined : [match[1] ?? '', match[2] ?? ''] as const))(beginsWithDay.exec(plain(word)))

/** A phone types figures at full width too: ７月１３日. */
const plain = (word: string): string => word.normalize('NFKC')
const isDay = (word: string): boolean => dayShape.test(plain(word)) || englishDay(plain(word)) !== undefined

export type TypedDay = { before: string[]; day?: string; time?: string; after: string[] }

/** What stands before the day and what after the day and the hour. */
export const splitAtDay = (typed: readonly string[]): TypedDay => splitAt(wholeHours(wholeDays(apart(typed))), isDay)

/** The same where a day may come back: 每月5日. */
export const splitAtRecurring = (typed: readonly string[]): TypedDay => (typed.some((word) => recurringIn(word) !== undefined) ? splitAt(wholeHours(typed), (word) => recurringIn(word) !== undefined) : splitAtDay(typed))

/** The same of what has been: 昨天, 上周五. */
export const splitAtPast = (typed: readonly string[]): TypedDay => splitAt(wholeHours(wholeDays(apart(typed))), (word) => isDay(word) || isDayBack(word))

function splitAt(words: readonly string[], isMeant: (word: string) => boolean): TypedDay {
  const dayAt = words.findIndex(isMeant)
  if (dayAt < 0) return { before: [...words], after: [] }
  const timeAt = words.findIndex((word, at) => at > dayAt && isHourWritten(word))
  const [day, time] = [words[dayAt], timeAt < 0 ? undefined : words[timeAt]]
  const after = words.slice(dayAt + 1).filter((_, at) => at + dayAt + 1 !== timeAt)
  return { before: words.slice(0, dayAt), ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }), after }
}
