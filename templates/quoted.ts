// The signs around what is put in: full width in Chinese, and in English as English has them.
import type { Lang } from './card.ts'

/** Before what was said. */
export const colon: Record<Lang, string> = { zh: '：', en: ': ' }

/** Behind a name. */
export const inBrackets = (words: string, lang: Lang): string => (lang === 'zh' ? `（${words}）` : ` (${words})`)

/** In quotation marks, with those inside of the other kind: “深化‘县管校聘’管理改革”. */
export const quoted = (words: string): string => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`
