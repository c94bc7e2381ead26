// The signs around what is put in: full width in Chinese, and in English as English has them.
import type { Lang } from './card.ts'

/** Before what was said. */
export const colon: Record<Lang, string> = { zh: '：', en: ': ' }

/** Behind a name. */
export const inBrackets = (words: string, lang: Lang): string => (lang === 'zh' ? `（${words}）` : ` (${words})`)
