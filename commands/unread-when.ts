// Words that were meant as a day or an hour and are not read: they are asked back, and become no place.
import { recurringIn } from '#src/calendar/recurring.ts'
import { isDayBack } from './day-argument.ts'
import { isHourWritten, parts } from './time-argument.ts'
import type { TypedDay } from './typed-day.ts'

const months = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const weekdays = 'mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun'
const number = '(?:\\d{1,3}|[一二两三四五六七八九十半几]{1,3})'

/** Whole words: 每月五日, 延后一周, 两天后, 13号, 7/14, 待定, next week. */
const dayWords = [
  '每(?:一?个)?(?:月|季度?|周|星期|礼拜|年|天|日)(?:$|[第的初末底中上下最一二三四五六日天\\d]).*', '(?:延后|延期|延迟|推迟|推后|顺延|提前|往[后前]).*',
  `${number}(?:天|日|周|个?(?:星期|礼拜|月|季度)|小时)(?:之?[后前]|以[后前]|左右)?`, '\\d{1,2}[日号]', '(?:\\d{2,4}[-年./])?\\d{1,2}[-月./]\\d{1,2}[日号]?', '(?:本|这个?|[上下]{1,2}个?)(?:周|星期|礼拜)', '[下本上]个?月.{0,4}',
  '待定|另定|再定|再议|另行通知|tbd|soon', `(?:${months})[.,]?`, `(?:${weekdays})(?:day)?[.,]?`, 'later|weeks?|(?:month|quarter|week|dai)ly.*',
]
const dayMeant = new RegExp(`^(?:${dayWords.join('|')})$`, 'i')
/** In a word with others: 改到7月14日前, 推迟到下周五. */
const holdsDay = /(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:$|[\d一二三四五六七八九十上中下初末底份])|\d[日](?:$|[上下晚早中后前左之])|(?:周|星期|礼拜)[一二三四五六日天末]|[明后][天日]/
/** 9:30-11:00, 3点左右, 下午, noon. */
const hourMeant = new RegExp(`^(?:\\d{1,2}[:：]\\d{0,2}.*|(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})[点时].{0,6}|noon|midnight|morning|afternoon|evening|[ap]\\.?m\\.?)$|${parts}`, 'i')

export const isDayMeant = (word: string): boolean => ((plain) => dayMeant.test(plain) || holdsDay.test(plain) || recurringIn(plain) !== undefined || isDayBack(plain))(word.normalize('NFKC'))
export const isHourMeant = (word: string): boolean => ((plain) => isHourWritten(plain) || hourMeant.test(plain))(word.normalize('NFKC'))

export const isWhenMeant = (word: string): boolean => isDayMeant(word) || isHourMeant(word)

export type When = { day?: string; time?: string; place: string }

/** The day and the hour as they were typed, with whatever else was meant as one, which then cannot be read; the place is what is left. */
export function whenTyped({ day, time, beside }: Pick<TypedDay, 'day' | 'time'> & { beside: readonly string[] }): When {
  // 改期 m1 16:00: the hour alone.
  const alone = time === undefined ? beside.find(isHourWritten) : undefined
  const left = alone === undefined ? beside : beside.filter((word) => word !== alone)
  const days = [...(day === undefined ? [] : [day]), ...left.filter(isDayMeant)]
  const hours = [...[time ?? alone].filter((word) => word !== undefined), ...left.filter(isHourMeant)]
  return {
    ...(days.length === 0 ? {} : { day: days.join(' ').slice(0, dayLength) }), ...(hours.length === 0 ? {} : { time: hours.join(' ').slice(0, hourLength) }),
    place: left.filter((word) => !isWhenMeant(word)).join(' '),
  }
}

/** As long as a command takes them. */
const [dayLength, hourLength] = [40, 20]

/** The same behind a name, of which the first word is none of them: where no day is read, the name ends at the first word that was meant as one. */
export function whenBehind({ before, day, time, after }: TypedDay): When & { before: string } {
  const at = day === undefined ? before.findIndex((word, index) => index > 0 && isWhenMeant(word)) : -1
  const name = at < 0 ? before : before.slice(0, at)
  return { before: name.join(''), ...whenTyped({ ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }), beside: [...before.slice(name.length), ...after] }) }
}
