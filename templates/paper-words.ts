// Days, hours, people and blanks as papers write them.
import { dayNumber, weekdayOf } from '#src/calendar/day-number.ts'
import { monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import { fileWords } from './file-words.ts'
import { draftMark } from './paper.ts'

/** Where a fact is not known: to be filled in, and never made up. */
export const toFill = '＿＿＿'

/** Somebody as a paper names them. Without a name it is whoever the unit sends. */
export type PaperPerson = { unit?: string; name?: string; post?: string }
/** Whom to ask, and where. */
export type PaperContact = { name?: string; telephone?: string }

export const orBlank = (words: string | undefined): string => (words === undefined || words.trim() === '' ? toFill : words)

/** 2026年7月2日: no leading zeros, the year in full. */
export const paperDay = (day: Day | undefined): string => (day === undefined ? `${toFill}年${toFill}月${toFill}日` : `${yearOf(day)}年${monthOf(day)}月${Number(day.slice(8))}日`)

/** 上午9:00, 下午3:00: as papers say an hour; anything else as it is. */
export function paperHour(time: string): string {
  const [, hours = '', minutes = ''] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  if (hours === '') return time
  const hour = Number(hours)
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 19 ? '下午' : '晚上'
  return `${part}${hour > 12 ? hour - 12 : hour}:${minutes}`
}

/** 周敏副股长代: whoever was sent, as it was typed, without the sign between name and post. */
export const deputyWords = (sent: string): string => `${sent.replaceAll(/(?<=\p{Script=Han})[，,、\s]+(?=\p{Script=Han})/gu, '')}代`

/** 2026年6月18日（星期四）下午3:00 */
export function paperMoment(day: Day | undefined, time: string | undefined): string {
  const hour = time === undefined || time === '' ? toFill : paperHour(time)
  return day === undefined ? `${paperDay(day)}${hour}` : `${paperDay(day)}（星期${'一二三四五六日'[weekdayOf(dayNumber(day)) - 1] ?? ''}）${hour}`
}

/** 县教育局苏晚晴（局长）; 县教育局负责同志 where nobody is named. */
export function paperPerson({ unit = '', name, post }: PaperPerson): string {
  if (name === undefined || name === '') return `${unit}${post ?? '负责同志'}`
  return `${unit}${name}${post === undefined || post === '' ? '' : `（${post}）`}`
}

/** 副县长何景川: as a sentence begins with somebody. */
export const paperSubject = ({ unit = '', name, post = '' }: PaperPerson): string => `${unit}${post}${orBlank(name)}`

/** 联系人：苏晚晴，电话：0000-0000000 */
export const paperContact = ({ name, telephone }: PaperContact = {}): string => `联系人：${orBlank(name)}，电话：${orBlank(telephone)}`

/** Without the stops at its end, for what is to follow it in one sentence. */
export function unended(words: string): string {
  const signs = Array.from(words.trim())
  return signs.slice(0, signs.findLastIndex((sign) => !'。；，、：;,.'.includes(sign)) + 1).join('')
}

/** Ends in one full stop, whatever it ended in. */
export const sentence = (words: string): string => `${unended(words)}。`

/** 代拟稿-会议通知-县学前教育领导小组-2026-06-18.docx: without what a file's name cannot have. */
export function paperFileName(kind: string, about: string, day: Day | undefined): string {
  const named = Array.from(fileWords(about).replace(/[\\/:*?"<>|\s]+/g, '')).slice(0, 40).join('')
  return [draftMark, kind, named, day ?? ''].filter((part) => part !== '').join('-').concat('.docx')
}
