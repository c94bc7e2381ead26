// 9月7日 改到 9月14日: the day on which something is and the day to which it goes, as 改期 and 调度改期 read them.
import { wholeDays } from '#src/calendar/english-day.ts'
import { present } from '#src/ledger/fields.ts'
import { isHourWritten } from './time-argument.ts'
import { splitAtDay } from './typed-day.ts'

const toWords: ReadonlySet<string> = new Set(['到', '至', '改到', '改为', '改至', 'to'])
const isOnlyDay = (word: string): boolean => ((read) => read.day !== undefined && read.time === undefined && read.before.length + read.after.length === 0)(splitAtDay([word]))
/** 9月14日15:00 too. */
const isDayFirst = (word: string): boolean => ((read) => read.day !== undefined && read.before.length === 0)(splitAtDay([word]))
const withoutThat = (word: string): string => word.replace(/的?(?:[那这](?:一?次|一?场|个)?)?的?(?:调度|督查|回头看|会议?)?$/, '')

/** 9月7日那次, 9月7日的调度: that day. */
export const thatDay = (word: string): string => (isOnlyDay(withoutThat(word)) ? withoutThat(word) : word)

/** 9月7日改到9月14日, 改到9月14日, typed in one word. Cut only where it leaves days. */
function aroundTo(word: string): string[] {
  const [between, at] = ((match) => [match?.[0] ?? '', match?.index ?? 0])(/改?[到至]|改为/.exec(word))
  const [from, to] = between === '' ? ['', ''] : [word.slice(0, at), word.slice(at + between.length)]
  return to === '' || !isDayFirst(to) || (from !== '' && !isOnlyDay(withoutThat(from))) ? [thatDay(word)] : [...(from === '' ? [] : [withoutThat(from)]), to]
}

/** Of a line that begins with what is meant: what comes later is of the reason or the place. */
const behindName = 2

/** The days alone, without 改到 before or between them. */
export function daysOfMove(typed: readonly string[]): string[] {
  const words = wholeDays(typed).flatMap((word, at) => (at < behindName ? aroundTo(word) : [word]))
  return words.filter((word, at) => at > behindName || !toWords.has(word.toLowerCase()) || !isDayFirst(words[at + 1] ?? ''))
}

/** `on`: of two days the first, on which what is meant is. */
export type MoveTyped = { on?: string; day?: string; time?: string; rest: string[] }

/** `time`: the hour of the day it goes to. `rest`: what stands besides. */
export function moveTyped(typed: readonly string[]): MoveTyped {
  const words = daysOfMove(typed)
  const first = splitAtDay(words)
  const second = splitAtDay(words.slice(first.before.length + 1))
  if (first.day !== undefined && second.day !== undefined && second.before.every(isHourWritten)) return { on: first.day, day: second.day, ...present({ time: second.time }), rest: [...first.before, ...second.after] }
  return { ...present({ day: first.day, time: first.time }), rest: [...first.before, ...first.after] }
}
