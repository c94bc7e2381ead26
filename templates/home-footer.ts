// The foot of every Home: as of when it is true, and where to turn.
import type { Day } from '#src/calendar/day.ts'
import type { Lang } from './card.ts'
import { asOfMoment } from './day-words.ts'
import { rich, type Rich } from './rich.ts'

/** `time` is wall time; `secretaries` are who can be turned to. */
export type Seen = { today: Day; time: string; secretaries: readonly string[] }

/** @param isSecretary there is nobody else for them to turn to */
export function homeFooter({ today, time, secretaries }: Seen, lang: Lang, isSecretary = false): Rich {
  const moment = asOfMoment(today, time, lang, today)
  if (isSecretary) return lang === 'zh' ? rich`截至${moment}` : rich`As of ${moment}`
  if (lang === 'zh') return rich`截至${moment} · 有问题或建议请找督查室${secretaries.length === 0 ? '' : `(${secretaries.join('、')})`}`
  return rich`As of ${moment} · questions and suggestions: the secretary${secretaries.length === 0 ? '' : ` (${secretaries.join(', ')})`}`
}
