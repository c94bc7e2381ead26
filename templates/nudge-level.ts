// What a chase is called: 提醒 the first time, 催办 the second, 督办 from the third on.
import type { Lang } from './card.ts'

const levels: Record<Lang, readonly [string, string, string]> = { zh: ['提醒', '催办', '督办'], en: ['reminder', 'chaser', 'formal chaser'] }

/** @param times in a row, this one with it */
export const nudgeLevel = (times: number, lang: Lang): string => levels[lang][Math.min(Math.max(times, 1), 3) - 1] ?? ''

/** 督查室沈若兰第2次催办 */
export function nudgeWords({ by, times }: { by: string; times: number }, lang: Lang): string {
  if (lang === 'zh') return `${by}${times > 1 ? `第${times}次` : ''}${nudgeLevel(times, 'zh')}`
  return `${nudgeLevel(times, 'en')}${times > 1 ? ` no. ${times}` : ''} from ${by}`
}
