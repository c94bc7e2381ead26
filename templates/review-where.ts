// The hour and the place of a review, which stand as they were typed: 9:00, 9:30 二楼会议室.
import type { Lang } from './card.ts'

/** 9:30, 上午 9点半, 3pm: one that is spoken ends its word, for 10时代广场 is a place. */
const parts = '(?:(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上) ?)?'
const ends = '(?=[\\s,，、。；;（(]|[-—–~～至到]|$)'
const one = `(?:${parts}\\d{1,2}[:：]\\d{2}(?: ?[ap]\\.?m\\.?)?(?![\\da-z])|${parts}(?:\\d{1,2}|[零一二两三四五六七八九十]{1,3})[点时](?:\\d{1,2}分?|半|[一三]刻|[钟整])?${ends}|\\d{1,2}(?:\\.\\d{2})? ?[ap]\\.?m\\.?${ends})`
/** With its end, where it has one: 9:30-11:00. */
const hour = new RegExp(`^${one}(?: ?[-—–~～至到] ?${one})?`, 'iu')

const words = {
  zh: { hour: '时间：', both: '时间、地点：', place: '地点：', at: (where: string) => `，地点${where}`, then: (where: string) => `，${where}` },
  en: { hour: 'Time: ', both: 'Time and place: ', place: 'Place: ', at: (where: string) => `; ${where}`, then: (where: string) => `; ${where}` },
} satisfies Record<Lang, unknown>

/** Without its hour. */
export const placeAlone = (where: string): string => where.trim().replace(hour, '').replace(/^[\s,，、]+/u, '').trim()

/** 时间、地点：9:30 二楼会议室 */
export function whereLine(where: string, lang: Lang): string {
  const w = words[lang]
  const place = placeAlone(where)
  return `${place === where.trim() ? w.place : place === '' ? w.hour : w.both}${where}`
}

/** The same behind a sentence. */
export const whereBehind = (where: string, lang: Lang): string => words[lang][hour.test(where.trim()) ? 'then' : 'at'](where)
