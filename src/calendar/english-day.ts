// Days as English writes them, and as this product does: 20 June, 20 Jun 2026, Mon 29 Jun, June 20th.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?'
const date = '\\d{1,2}(?:st|nd|rd|th)?'
const whole = new RegExp(`^${weekday}(?:(${date}) ?(?:of )?(${month})|(${month}) ?(${date}))(?:,? (\\d{4}))?$`, 'i')

/** Not looked up in a calendar: 31 June is read as it is written. */
export type EnglishDay = { year?: number; month: number; date: number }

/** Undefined where the words are no such day. */
export function englishDay(words: string): EnglishDay | undefined {
  const [, before, second, first, behind, year] = whole.exec(words) ?? []
  const named = second ?? first
  if (named === undefined) return undefined
  return { month: months.indexOf(named.slice(0, 3).toLowerCase()) + 1, date: Number.parseInt(before ?? behind ?? '', 10), ...(year === undefined ? {} : { year: Number(year) }) }
}

/** A weekday, a date, `of`, a month and a year. */
const longest = 5

/** Typed words with those that are one day together joined again: 20, June, summary → 20 June, summary. */
export function wholeDays(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length; ) {
    const length = lengthOfDay(words, at)
    joined.push(words.slice(at, at + length).join(' '))
    at += length
  }
  return joined
}

function lengthOfDay(words: readonly string[], at: number): number {
  for (let length = Math.min(longest, words.length - at); length > 1; length -= 1) if (englishDay(words.slice(at, at + length).join(' ')) !== undefined) return length
  return 1
}
