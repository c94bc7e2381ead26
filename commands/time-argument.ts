// An hour as people type it: 15:00, 15点, 下午3点半, 下午三点一刻, 9:05, 3pm.
import { numberIn } from './chinese-number.ts'

/** Of a day, as people call it. The source of a form without a group that captures. */
export const parts = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上'
const count = '\\d{1,2}|[零一二两三四五六七八九十]{1,3}'
const inEnglish = String.raw`\d{1,2}(?:[:：.]\d{2})?\s?[ap]\.?m\.?`
/** In figures with any mark; in words only with 点 or 时; in English with am or pm. The source of a form, without a group that captures. */
export const timeForm = `(?:${inEnglish}|(?:${parts})?(?:\\d{1,2}[:：点时](?:\\d{0,2}分?|[钟整半]|[一三]刻)|[一二两三四五六七八九十]{1,3}[点时](?:[钟整半]|[一三]刻|(?:${count})分?)?))`

const form = new RegExp(`^(${parts})?(${count})([:点时])[钟整]?(?:(半)|([一三])刻|(${count})分?)?$`, 'u')
const isLate: ReadonlySet<string> = new Set(['下午', '傍晚', '晚上'])

type Hour = { part: string; hour: number; minute: number; isSaid: boolean }

/** `isSaid`: with 点, as it is spoken, and not as a clock shows it, 3:00 or 03点. */
function hourIn(words: string): Hour | undefined {
  const plain = words.normalize('NFKC').replace(/\s+/g, '')
  const [, part = '', hours, mark, half, quarter, minutes] = form.exec(plain) ?? []
  if (hours === undefined) return englishHour(plain)
  const hour = numberIn(hours.replace('两', '二'))
  const minute = half !== undefined ? 30 : quarter !== undefined ? (quarter === '一' ? 15 : 45) : numberIn(minutes?.replace('两', '二') ?? '0')
  return hour === undefined || minute === undefined ? undefined : { part, hour, minute, isSaid: mark !== ':' && !hours.startsWith('0') }
}

/** 12am is midnight, 12pm is noon, and 15:00 pm is said twice. */
function englishHour(plain: string): Hour | undefined {
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.](\d{2}))?([ap])\.?m\.?$/i.exec(plain) ?? []
  if (hours === undefined || half === undefined) return undefined
  const [hour, isLater] = [Number(hours), half.toLowerCase() === 'p']
  if (hour > noon) return isLater ? { part: '下午', hour, minute: Number(minutes), isSaid: false } : undefined
  return { part: '上午', hour: (hour % noon) + (isLater ? noon : 0), minute: Number(minutes), isSaid: false }
}

const noon = 12

function timeOf({ part, hour, minute }: Omit<Hour, 'isSaid'>): string | undefined {
  const isLater = (isLate.has(part) || (part === '中午' && hour < 11)) && hour < 12
  const on = hour + (isLater ? 12 : 0)
  return on > 23 || minute > 59 ? undefined : `${String(on).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** `15:00`; undefined where the words are no hour. */
export const timeIn = (words: string): string | undefined => ((read) => (read === undefined ? undefined : timeOf(read)))(hourIn(words))

/** An hour at which people meet: an office that says 3点 means the afternoon, which is said where it was taken so; 早上3点, 凌晨3点 and 03:00 say which they mean. */
export function sittingTimeIn(words: string): { time: string; asAfternoon: boolean } | undefined {
  const read = hourIn(words)
  if (read === undefined) return undefined
  const asAfternoon = read.part === '' && read.isSaid && read.hour >= 1 && read.hour <= 7
  const time = timeOf(asAfternoon ? { ...read, part: '下午' } : read)
  return time === undefined ? undefined : { time, asAfternoon }
}

const partAlone = new RegExp(`^(?:${parts})$`, 'u')
const hourAlone = new RegExp(`^${timeForm}$`, 'iu')

/** Typed words with those that are one hour together joined again: 3:00, pm → 3:00 pm; 下午, 3点 → 下午3点. */
export function wholeHours(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)?.normalize('NFKC') ?? ''
    const plain = word.normalize('NFKC')
    if (/^[ap]\.?m\.?$/i.test(plain) && /^\d{1,2}(?:[:.]\d{2})?$/.test(before)) joined.push(`${joined.pop() ?? ''} ${word}`)
    else if (partAlone.test(before) && hourAlone.test(plain)) joined.push(`${joined.pop() ?? ''}${word}`)
    else joined.push(word)
  }
  return joined
}

/** Written as an hour, though it may be none: 25:00. */
export const isHourWritten = (word: string): boolean => hourAlone.test(word.normalize('NFKC'))
