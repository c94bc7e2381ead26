// Leave in plain words: 下周我休假，17号回来，唐老师帮我盯: from which day to which, and who stands in.
import { dayNumber, dayOfNumber, weekdayOf } from '#src/calendar/day-number.ts'
import { dayPhrase, phraseDay } from '#src/calendar/day-phrase.ts'
import { dayOf, monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import { numberOf } from './folded-text.ts'
import { saidPlain } from './said-plain.ts'

/** What was not said is left out. */
export type SaidAway = { from?: Day; until?: Day; deputy?: string }

const leave = '(?:请(?:个|年|病|产|事)?假|休(?:个|年|病|产|婚|探亲)?假|年休假|不在(?:岗|单位|办公室)|出差|外出(?:学习|培训|开会)?|去(?:学习|培训))'
/** Of oneself: nothing before it in its clause but days and what leads to it. The leave of others (请假的老师) is told of. */
const away = new RegExp(`(?:^|[,。;])(?:我们?|本人|改[成到为至]?|要|想|需要?|准备|打算|计划|将|从|起|到|至|—|开始|在|去|[下上本这个周星期礼拜月年日号天今明后一二三四五六七八九十\\d/. ]){0,24}${leave}(?![的人者制])`)
const weeks = '(?:下下|下|本|这)个?(?:周|星期|礼拜)(?![一二三四五六日天末])'
const bare = '(?<![\\d月])\\d{1,2}[号日]'
const daysForm = new RegExp(`${weeks}|${dayPhrase}|${bare}`, 'g')
const back = /^ ?(?:上午|下午|早上)?(?:就|才|再|能|可以)?(?:回|上班|返岗|到岗|返回)/
const counted = /(\d{1,2}|[一二两三四五六七八九十])天/
const daysOfWeek = 7

/** @param words with the command's word before them, where it was typed as one. Undefined where they are of no leave of one's own */
export function saidAway(words: string, today: Day): SaidAway | undefined {
  // 代办改到7月8号: of the leave that is arranged.
  const plain = saidPlain(words).trim().replace(/^(?:代办|请假|休假|假期?|我的代办)(?:时间)?(?:要|想)?改[成到为至]?/, (said) => '请假到'.padStart(said.length))
  if (!away.test(plain)) return undefined
  const days = daysIn(plain, today)
  const deputy = standingInFor(plain)
  return { ...days, ...(deputy === undefined ? {} : { deputy }) }
}

type Days = { from?: Day; until?: Day }

function daysIn(plain: string, today: Day): Days {
  let said: Days = {}
  for (const match of plain.matchAll(daysForm)) {
    const read = rangeOf(match[0], today, said.from)
    if (read === undefined) continue
    const isBack = back.test(plain.slice(match.index + match[0].length))
    if (isBack) said = { from: said.from ?? today, until: later(read.from, -1) }
    // 到7月10日 alone begins today.
    else if (said.from === undefined && /[到至] ?$/.test(plain.slice(0, match.index))) said = { from: today, until: read.until }
    else said = { from: said.from ?? read.from, until: read.until }
  }
  const count = numberOf(counted.exec(plain)?.[1] ?? '')
  if (said.from !== undefined && said.from === said.until && count !== undefined) return { from: said.from, until: later(said.from, Math.max(1, count) - 1) }
  return said
}

const later = (day: Day, count: number): Day => dayOfNumber(dayNumber(day) + count)

/** A week is its seven days. What would lie before the first day is meant of the time after it: 下周一到周五. */
function rangeOf(said: string, today: Day, first: Day | undefined): { from: Day; until: Day } | undefined {
  if (/(?:周|星期|礼拜)$/.test(said)) {
    const monday = later(today, 1 - weekdayOf(dayNumber(today)) + (said.startsWith('下下') ? 2 : said.startsWith('下') ? 1 : 0) * daysOfWeek)
    return { from: monday < today ? today : monday, until: later(monday, daysOfWeek - 1) }
  }
  const day = dayFrom(said, today)
  const meant = day !== undefined && first !== undefined && day < first ? (dayFrom(said, first) ?? day) : day
  return meant === undefined ? undefined : { from: meant, until: meant }
}

/** 17号 is the next one of that number. */
function dayFrom(said: string, today: Day): Day | undefined {
  const number = /^(\d{1,2})[号日]$/.exec(said)?.[1]
  if (number === undefined) return ((meant) => (meant !== undefined && 'day' in meant ? meant.day : undefined))(phraseDay(said, today))
  const [year, month] = [yearOf(today), monthOf(today)]
  return [dayOf(year, month, Number(number)), month === 12 ? dayOf(year + 1, 1, Number(number)) : dayOf(year, month + 1, Number(number))].find((day) => day !== undefined && day >= today)
}

const person = '(<@[^>]{1,60}>|@?[\\p{Script=Han}·]{2,5}?)'
const asked = new RegExp(`(?:由|请|让|找|托|交给|^) ?${person} ?(?:同志)?(?:来|先|暂时|暂)?(?:帮忙|帮我|代我|替我|给我|帮)?(?:盯|代|顶|替|负责|办理|看着|接手|处理|填?报|填|管|弄)`, 'u')
const nameAlone = /^(?:<@[^>]{1,60}>|@?[\p{Script=Han}·]{2,4})$/u
const noName = new RegExp(`${leave}|${daysForm.source}|代办|回来|上班|谢谢|我`)

function standingInFor(plain: string): string | undefined {
  const pieces = plain.split(/[,。; ]/).filter((piece) => piece !== '')
  const named = pieces.flatMap((piece) => asked.exec(piece.replace(new RegExp(leave), ' '))?.[1] ?? [])[0]
  return named ?? pieces.find((piece) => nameAlone.test(piece) && !noName.test(piece))
}
