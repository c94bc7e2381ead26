// Milestones as people type them: 6月底前完成招标（中标通知书）；11月底前开工.
import { dayOf, lastDayOf, yearOf, type Day } from '#src/calendar/day.ts'
import type { Calendar } from '#src/calendar/calendar.ts'
import { boundDay } from '#src/ledger/bound-day.ts'
import type { Milestone } from '#src/ledger/milestone.ts'
import type { Refusal } from '#src/ledger/refusal.ts'

type Read = { ok: true; milestones: Milestone[] } | { ok: false; refusal: Refusal }

/** A day without its year that is this long past is meant for next year. */
const longPastDays = 183

const shownIn = /[(（]([^()（）]{1,200})[)）]\s{0,3}$/
const inMonth = /(?:(20\d{2})\s?年)?\s?(\d{1,2})\s?月\s?(\d{1,2}[日号]|底|末|初|上旬|中旬|下旬)?(?:\s?(?:之前|以前|前))?/
const inYear = /(?:(20\d{2})\s?年)?(年底|年末|上半年|第?[一二三四1-4]季度)[末底]?(?:\s?(?:之前|以前|前))?/
const inFigures = /(?:(20\d{2})[-/.])?(\d{1,2})[-/.](\d{1,2})(?!\d)/

/** One for each part between semicolons; a part without a day is refused, for a day is never guessed. */
export function milestonesIn(words: string, today: Day, calendar: Calendar): Read {
  const milestones: Milestone[] = []
  for (const part of words.split(/[；;。\n]/).map((each) => each.trim()).filter((each) => each !== '')) {
    const read = milestoneIn(part, today, calendar)
    if ('code' in read) return { ok: false, refusal: read }
    milestones.push(read)
  }
  return milestones.length === 0 ? { ok: false, refusal: { code: 'milestones-missing' } } : { ok: true, milestones }
}

function milestoneIn(part: string, today: Day, calendar: Calendar): Milestone | Refusal {
  const shows = shownIn.exec(part)?.[1]?.trim()
  const words = part.replace(shownIn, '').trim()
  const found = inFigures.exec(words) ?? inMonth.exec(words) ?? inYear.exec(words)
  const what = found === null ? words : bare(`${words.slice(0, found.index)}${words.slice(found.index + found[0].length)}`)
  if (found === null) return { code: 'milestone-undated', what }
  const [said, year, ...when] = found
  const by = dayMeant((of) => dayIn(when, of), year, today, calendar)
  if (by === undefined) return { code: 'day-unreal', asked: said.trim(), ...lastOf(when[0], year, today) }
  return what === '' ? { code: 'milestones-missing' } : { what, by, ...(shows === undefined || shows === '' ? {} : { shows }) }
}

/** Without the stops that stood round the day. */
function bare(words: string): string {
  let [from, to] = [0, words.length]
  while (from < to && ' ,，、:：前'.includes(words.charAt(from))) from += 1
  while (to > from && ' ,，、:：'.includes(words.charAt(to - 1))) to -= 1
  return words.slice(from, to)
}

function dayMeant(inThat: (year: number) => Day | undefined, year: string | undefined, today: Day, calendar: Calendar): Day | undefined {
  if (year !== undefined) return inThat(Number(year))
  const day = inThat(yearOf(today))
  return day !== undefined && calendar.daysBetween(day, today) > longPastDays ? (inThat(yearOf(today) + 1) ?? day) : day
}

/** 6 and 底, 6 and 30, or 年底 alone. */
function dayIn([first = '', rest = '']: readonly (string | undefined)[], year: number): Day | undefined {
  if (!/^\d/.test(first)) return boundDay(first, year)
  if (/^\d+$/.test(rest)) return dayOf(year, Number(first), Number(rest))
  return rest === '初' ? dayOf(year, Number(first), 10) : boundDay(`${first}月${rest}`, year)
}

function lastOf(month: string | undefined, year: string | undefined, today: Day): { lastDay?: Day } {
  const of = Number(month)
  return of >= 1 && of <= 12 ? { lastDay: lastDayOf(year === undefined ? yearOf(today) : Number(year), of) } : {}
}
