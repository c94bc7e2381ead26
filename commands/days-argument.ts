// Two days as people type them: 7月6日 7月10日, 7月6日至10日, 7/6-7/10. One alone is both.

import { englishDay, wholeDays } from '#src/calendar/english-day.ts'

const day = String.raw`(?:\d{4}\s?[-年./])?\d{1,2}[-月./]\d{1,2}[日号]?`
const dayShape = new RegExp(`^(?:${day}|今天|明天|today|tomorrow)$`, 'i')
const isDay = (word: string): boolean => dayShape.test(word) || englishDay(word) !== undefined
const joined = new RegExp(`^(${day}|今天|明天)(?:至|到|~|—|–|-)(${day}|\\d{1,2}[日号]?)$`)

export type TypedDays = { before: string[]; from?: string; until?: string }

/** What stands beside the days, and the days as they were typed. */
export function splitAtDays(words: readonly string[]): TypedDays {
  const parts = wholeDays(words).filter((word) => !['至', '到', '-', '—', '~', 'to', 'until'].includes(word)).flatMap((word) => {
    const [, first, last] = joined.exec(word) ?? []
    return first === undefined || last === undefined ? [word] : [first, inSameMonth(first, last)]
  })
  const at = parts.findIndex(isDay)
  if (at < 0) return { before: parts }
  const [from = '', until = from] = parts.slice(at).filter(isDay)
  return { before: parts.filter((word) => !isDay(word)), from, until }
}

/** 7月6日至10日: the second is in the first one's month. */
const inSameMonth = (first: string, last: string): string => (/[-月./]/.test(last) ? last : first.replace(/\d{1,2}[日号]?$/, last))
