// A clause by which a body has to look at the work, and how far that is in its window.
import type { Day } from '#src/calendar/day.ts'
import type { ReviewCadence } from '#src/meetings/review-cadence.ts'
import type { Lang } from './card.ts'
import { counted } from './counted.ts'
import { shortDay } from './day-words.ts'
import { everyWords } from './rhythm-words.ts'

/** 依据方案，县教育领导小组每年至少督查1次，本期还没有安排，12月31日截止 */
export function clauseWords({ body, every, window, needed, held, scheduled }: ReviewCadence, lang: Lang, today: Day): string {
  const closes = shortDay(window.to, lang, today)
  const isNone = held === 0 && scheduled.length === 0
  if (lang === 'en') return `by the plan ${body.name} inspects ${counted(needed, 'time')} ${everyWords(every, lang)} at least; in this period ${isNone ? 'none is scheduled' : `${held} held and ${scheduled.length} scheduled`}, until ${closes}`
  const far = isNone ? '还没有安排' : [...(held === 0 ? [] : [`已督查${held}次`]), ...(scheduled.length === 0 ? [] : [`已安排${scheduled.length}次`]), '还不够'].join('，')
  return `依据方案，${body.name}${everyWords(every, lang)}至少督查${needed}次，本期${far}，${closes}截止`
}
