// 督查, 调度, 回头看: how each kind of review is called.
import type { ReviewKind } from '#src/ledger/review.ts'
import type { Lang } from './card.ts'

export const reviewKindWords: Record<Lang, Record<ReviewKind, string>> = {
  zh: { inspection: '督查', dispatch: '调度', 'look-back': '回头看' },
  en: { inspection: 'inspection', dispatch: 'review', 'look-back': 'look back' },
}
