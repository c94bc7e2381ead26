// Shown while nobody can tell whether it was recorded.
import type { Card, Lang } from './card.ts'
import { rich } from './rich.ts'

const words: Record<Lang, string> = {
  zh: '正在核对是否已记录，请稍候，不必再点一次。',
  en: 'Checking whether this was recorded. One moment; no need to press again.',
}

/** Drawn over by the final answer when it is known. */
export const settling = (lang: Lang): Card => ({ text: words[lang], lines: [rich`⏳ ${words[lang]}`] })
