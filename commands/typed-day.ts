// Which of the typed words are the day and the hour, so that they may stand anywhere in the line.
import { dayPhrase } from '#src/calendar/day-phrase.ts'
import { englishDay, wholeDays } from '#src/calendar/english-day.ts'

const dayShape = new RegExp(`^(?:${dayPhrase})$`, 'i')
const timeShape = /^(?:上午|下午|中午|晚上|早上)?\d{1,2}(?:[:：点时]\d{0,2}分?|点半|时半)$/

export type TypedDay = { before: string[]; day?: string; time?: string; after: string[] }

/** What stands before the day and what after the day and the hour. */
export function splitAtDay(typed: readonly string[]): TypedDay {
  const words = wholeDays(typed)
  const dayAt = words.findIndex((word) => dayShape.test(word) || englishDay(word) !== undefined)
  if (dayAt < 0) return { before: [...words], after: [] }
  const timeAt = words.findIndex((word, at) => at > dayAt && timeShape.test(word))
  const [day, time] = [words[dayAt], timeAt < 0 ? undefined : words[timeAt]]
  const after = words.slice(dayAt + 1).filter((_, at) => at + dayAt + 1 !== timeAt)
  return { before: words.slice(0, dayAt), ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }), after }
}
