// Times by which a task must be done, as its text gives them.
import { lastDayOf } from '#src/calendar/day.ts'
import { folded, numberOf, withoutDocumentNames } from './folded-text.ts'
import type { ReadDeadline, Span } from './reading.ts'

/** A year left blank: 20__年, 20XX年, ____年. */
export const blankYear = /(?:20(?:_{1,8}|X{1,2}|\*{2}|〇〇| {2,4})|(?<![\d_])_{2,8}|(?<![A-Z])X{2,4})年/g

const blank = '(?:20(?:_{1,8}|X{1,2}|\\*{2}|〇〇| {2,4})|_{2,8}|X{2,4})'
const year = `(?:20\\d{2}|${blank})年`
const month = '(?:\\d{1,2}|X{1,2})月'
const day = '(?:\\d{1,2}|X{1,2})日'
const near = '(?:每年|每学年|今年|明年|当年|次年|本年)'
const inMonth = `(?:${day}|底|末|初|份|上旬|中旬|下旬)?`
const until = '(?:之前|以前|前)'
const reach = '(?:截至|截止到?|力争到|确保到|到|至)'
const quarter = '(?:上半年|下半年|第?[一二三四1-4]季度)(?:末|底)?'
const done = '(?:[全]?面?)(?:完成|建成|竣工|投用|投入使用|出台|印发|开工|建立|实现|通过)'

/** Longest forms first: of two that begin together the longer is meant. */
const forms: { kind: 'range' | 'point' | 'relative' | 'ongoing'; form: RegExp }[] = [
  { kind: 'range', form: new RegExp(`(?:${year})?${month}(?:${day})?(?:至|到|—{1,2})(?:${year})?(?:${month}(?:${day}|底|末|上旬|中旬|下旬)?|${day}|年?底)`, 'g') },
  { kind: 'range', form: new RegExp(`${year}\\d{1,2}(?:至|到|—{1,2})${month}(?:底|末)?`, 'g') },
  { kind: 'range', form: new RegExp(`20\\d{2}年?(?:至|到|—{1,2})20\\d{2}年(?:底|末)?(?!度|行动|规划|期间|三年|实施)`, 'g') },
  { kind: 'point', form: new RegExp(`(?:${reach})?(?:${year}|${near})?${month}${inMonth}${until}`, 'g') },
  { kind: 'point', form: new RegExp(`(?:${reach})?(?:${year}(?:年?(?:底|末))?|(?:${near}|今|明|每)?年(?:底|末))${until}`, 'g') },
  { kind: 'point', form: new RegExp(`(?:${reach})?(?:${year}|${near})(?:的)?${quarter}${until}?`, 'g') },
  { kind: 'point', form: new RegExp(`(?:${reach})?${quarter}${until}`, 'g') },
  { kind: 'point', form: new RegExp(`${reach}${year}(?:${month}${inMonth}|年?底|末)?`, 'g') },
  { kind: 'point', form: new RegExp(`${year}(?:年?底|末)`, 'g') },
  { kind: 'point', form: new RegExp(`${year}(?:${month}(?:${day}|底|末|上旬|中旬|下旬)?|内)(?=[,]?${done})`, 'g') },
  { kind: 'point', form: new RegExp(`(?:今年|本年|当年|(?<![\\d一二两三四五六七八九十几数多_每半个今本当])年)内(?=[,、]?.{0,30}(?:完成|建成|出台|实现|印发))`, 'g') },
  { kind: 'relative', form: /(?:自?本[^,。;:、()\n]{1,8})?(?:印发|发布|公布|实施|施行|下发|出台)(?:之日|后|之后)?起?(?:的)?\d{1,3}(?:日|天|个工作日|个月)内/g },
  { kind: 'ongoing', form: /(?<=[,。;:(、])(?:并)?(?:长期坚持|长期推进|长期实施|常年坚持|持续推进|持续实施|持续坚持|常态化推进|长期)(?=[,。;)\n]|$)/g },
]
const timeLabel = /(?:^|[(,;。、 |])(?:[^,。;:()、 ]{0,4}(?:时限|时间|期限|节点|进度)(?:要求|安排)?) {0,2}: {0,2}([^;,。()\n]{1,40})/g
/** What stands before a year that is only compared with or counted from. */
const notDue = /(?:比|较|与|同|自|从|以|超过|占|据|对|于)$/
const notDueAfter = /^(?:起|以来|开始|的基础|以后|之后|相比|已|度|年度|为基)/

/**
 * The times in a span that something is due by. A start (从…起), a comparison and a date in a document's name are none.
 * `contextYears`: the years the plan runs; a single one gives a bare month its year.
 */
export function deadlinesIn(text: string, span: Span, contextYears?: { from: number; to: number }): ReadDeadline[] {
  const plain = withoutDocumentNames(folded(text.slice(span.from, span.to)))
  const found: { from: number; to: number; kind: string }[] = []
  for (const label of plain.matchAll(timeLabel)) {
    const words = (label[1] ?? '').trimEnd()
    const from = label.index + label[0].lastIndexOf(label[1] ?? '')
    const kind = /长期|持续|常态|常年|全年/.test(words) ? 'ongoing' : 'point'
    if (kind === 'ongoing' || /[年月]|季度/.test(words)) found.push({ from, to: from + words.length, kind })
  }
  for (const { kind, form } of forms) {
    for (const match of plain.matchAll(form)) {
      const to = match.index + match[0].length
      if (notDueAfter.test(plain.slice(to, to + 4))) continue
      if (notDue.test(plain.slice(Math.max(0, match.index - 2), match.index)) && !match[0].endsWith('前')) continue
      found.push({ from: match.index, to, kind })
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const apart: typeof found = []
  for (const one of found) if (one.from >= (apart.at(-1)?.to ?? 0)) apart.push(one)
  const deadlines: ReadDeadline[] = []
  let lastYear = contextYears && contextYears.from === contextYears.to ? contextYears.from : undefined
  for (const { from, to, kind } of apart) {
    const deadline = deadlineOf(text.slice(span.from + from, span.from + to), plain.slice(from, to), kind, { from: span.from + from, to: span.from + to }, lastYear)
    if (deadline.year !== undefined) lastYear = deadline.year
    deadlines.push(deadline)
  }
  return deadlines
}

function deadlineOf(text: string, plain: string, kind: string, span: Span, contextYear: number | undefined): ReadDeadline {
  if (kind === 'ongoing') return { text, yearly: false, ongoing: true, span }
  if (kind === 'relative') return { text, yearly: false, span }
  const yearly = /每年|每学年|年度/.test(plain)
  const years = [...plain.matchAll(/20\d{2}(?=年)/g)].map((match) => Number(match[0]))
  const unbound = new RegExp(`${blank}年|X{1,2}[月日]`).test(plain)
  const yearNamed = years.at(-1)
  const end = plain.slice(Math.max(0, plain.search(/(?:至|到|—)(?=[^至到—]*$)/)))
  const monthDue = monthOf(end) ?? monthOf(plain)
  // 今年 and 次年 count from a day that the text does not give.
  const yearDue = yearNamed ?? (yearly || unbound || /今年|明年|当年|次年|本年/.test(plain) ? undefined : contextYear)
  const dayDue = dayOfMonth(end, yearDue, monthDue)
  return {
    text,
    ...(yearDue === undefined ? {} : { year: yearDue }),
    ...(monthDue === undefined ? {} : { month: monthDue }),
    ...(dayDue === undefined ? {} : { day: dayDue }),
    yearly,
    ...(unbound ? { unbound: true } : {}),
    span,
  }
}

function monthOf(plain: string): number | undefined {
  const months = [...plain.matchAll(/(\d{1,2})月/g)].map((match) => Number(match[1]))
  const last = months.at(-1)
  if (last !== undefined) return last >= 1 && last <= 12 ? last : undefined
  if (/上半年/.test(plain)) return 6
  const season = /([一二三四1-4])季度/.exec(plain)?.[1]
  if (season !== undefined) return (numberOf(season) ?? 0) * 3
  return /下半年|年(?:底|末)|[_\d]年(?:底|末)/.test(plain) ? 12 : undefined
}

/** The day named, or the last of the month where the text says its end; a month alone gives no day. */
function dayOfMonth(plain: string, year: number | undefined, month: number | undefined): number | undefined {
  const named = /(\d{1,2})日/.exec(plain)?.[1]
  if (named !== undefined) return Number(named)
  if (month === undefined || /\d月(?:份)?(?:之前|以前|前|初|上旬|中旬)/.test(plain)) return undefined
  // February ends on the 28th in a year that is not named.
  return /底|末|半年|季度|至|到|—/.test(plain) ? Number(lastDayOf(year ?? 2001, month).slice(8)) : undefined
}
