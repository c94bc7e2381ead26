// What the words of an answer mean: years, names of units, how often, which of two names is kept.
import { monthOf } from '#src/calendar/day.ts'
import type { Every, ReadBody, ReadDeadline } from '#src/reader/reading.ts'
import { looksLikeUnit } from '#src/reader/unit-list.ts'
import { boundDay, yearIn } from './bound-day.ts'

const plainWords = (answer: string): string => answer.normalize('NFKC').trim()

const longestPeriod = 30

const count = (digit: string): number => (/\d/.test(digit) ? Number(digit) : '零一二三四五六七八九'.indexOf(digit === '两' ? '二' : digit))

/** 2026—2028年; one year is the first of as many as the title says (三年行动方案), of one where it says none. Undefined for no year at all. */
export function periodIn(answer: string, title: string): { from: number; to: number } | undefined {
  const years = [...plainWords(answer).matchAll(/(?<!\d)20\d{2}(?!\d)/g)].map(([year]) => Number(year))
  const [from, to] = years
  if (from === undefined || years.length > 2) return undefined
  const last = to ?? from + (yearsInTitle(title) ?? 1) - 1
  return last < from || last - from >= longestPeriod ? undefined : { from, to: last }
}

/** 三年行动方案 runs three years. */
export function yearsInTitle(title: string): number | undefined {
  const [, digit = ''] = /(?<![\d十])([一二三四五六七八九十2-9])年/.exec(title.normalize('NFKC')) ?? []
  const years = digit === '十' ? 10 : count(digit)
  return digit === '' || years < 2 ? undefined : years
}

/** A deadline with the year of an answer, or the day where the answer says month and day; undefined where it names no real day. */
export function deadlineWith(deadline: ReadDeadline, answer: string): ReadDeadline | undefined {
  const year = yearIn(answer)
  if (year === undefined) return undefined
  const known = { ...deadline, unbound: false }
  if (!/月|季度|半年|\d-\d/.test(answer)) return boundDay(deadline.text, year) === undefined ? undefined : { ...known, year }
  const day = boundDay(plainWords(answer).replace(/(\d)-(\d{1,2})-(\d{1,2})/, '$1年$2月$3日'), year)
  return day === undefined ? undefined : { ...known, year, month: monthOf(day), day: Number(day.slice(8)) }
}

/** The units of a typed list, in its order, without what is written round a name: 牵头：县教育局，县财政局配合. */
export const namesIn = (answer: string): string[] => [
  ...new Set(
    plainWords(answer)
      .split(/[、,，;；/\s]+/)
      .map((name) => name.replace(/^(?:由|和|及)?(?:(?:牵头|责任|配合)(?:单位|部门)?[:：])?/, '').replace(/(?:牵头|配合|负责|等)$/, ''))
      .filter((name) => name.length >= 2 && name.length <= 60),
  ),
]

const rhythms: readonly (readonly [RegExp, (digit: string) => Every])[] = [
  [/[2二两]个?月/, () => '2 months'],
  [/半年|学期/, () => 'half-year'],
  [/季/, () => 'quarter'],
  [/周|星期/, () => 'week'],
  [/月/, () => 'month'],
  [/([2-9二两三四五六])年/, (digit) => `${count(digit)} years`],
  [/年/, () => 'year'],
]

/** 每半年2次; undefined where no rhythm is said. */
export function rhythmIn(answer: string): { every: Every; school?: true; times?: number } | undefined {
  const words = plainWords(answer)
  const [, digit = ''] = /(\d{1,2}|[一二两三四五六])次/.exec(words) ?? []
  // A year is no rhythm.
  if (/20\d{2}/.test(words)) return undefined
  for (const [form, everyOf] of rhythms) {
    const found = form.exec(words)
    if (found !== null) return { every: everyOf(found[1] ?? ''), ...(/学[年期]/.test(words) ? { school: true as const } : {}), ...(digit === '' || count(digit) < 1 ? {} : { times: count(digit) }) }
  }
  return undefined
}

export const noDuty = '不作要求'
export const isNoDuty = (answer: string): boolean => /^(?:不作要求|不要求|不用|无|没有)$/.test(plainWords(answer))

export const isYes = (answer: string): boolean => /^(?:是|是的|对|是同一个单位|the same|same|yes)$/i.test(plainWords(answer))
export const isNo = (answer: string): boolean => /^(?:不是|否|不|无|没有|只按写明的单位|no|not)$/i.test(plainWords(answer))

/** Of a table that was not understood: whether it lists tasks. */
export const saysNoTasks = (answer: string): boolean => isNo(answer) || /^没有?任务$/.test(plainWords(answer))
export const saysTasks = (answer: string): boolean => isYes(answer) || /^有(?:任务)?(?:,[^\n]{0,200})?$/.test(plainWords(answer))

export const keptName = (name: string): string => `是，称${name}`

/** Which of two names stays where they are one unit; undefined where they are two. */
export function nameKept(answer: string, [one, other]: readonly [string, string]): { keep: string; other: string } | undefined {
  if (isYes(answer)) return { keep: one, other }
  const said = plainWords(answer)
  const keep = [one, other].find((name) => said === plainWords(keptName(name)) || said === plainWords(name))
  return keep === undefined ? undefined : { keep, other: keep === one ? other : one }
}

/** The answer that takes the team which serves the section: its leader's unit leads, its members support. */
export const byTeam = '按专班'

const posts = /(?:党组书记|党委书记|主要负责人|负责人|主任|主席|书记|会长|长)$/

/** 县教育局局长 → 县教育局, 县妇联主席 → 县妇联. Undefined for a post that is no office's (县长, 县委书记). */
function unitOfPost(post: string | undefined): string | undefined {
  // 局长 of 教育局 is written 教育局局长: the office's last word stands twice.
  const bare = (post ?? '').replace(posts, '').replace(/([局部厅行院队])\1$/, '$1')
  return bare === post || bare.length < 3 || !looksLikeUnit(bare) ? undefined : bare
}

/** Who leads a team's section and who supports; undefined where its leader is nobody's unit. */
export function teamParts({ leader, office, members }: Pick<ReadBody, 'leader' | 'office' | 'members'>): { leads: string[]; support: string[] } | undefined {
  const lead = unitOfPost(leader) ?? (office !== undefined && looksLikeUnit(office) ? office : unitOfPost(office))
  return lead === undefined ? undefined : { leads: [lead], support: members.filter((member) => member !== lead) }
}
