// 督查, 调度, 回头看; 情况属实, 有出入, 需整改: how each kind of review is called, and what it finds.
import type { ReviewKind, ReviewOutcome } from '#src/ledger/review.ts'
import type { Lang } from './card.ts'

export const reviewKindWords: Record<Lang, Record<ReviewKind, string>> = {
  zh: { inspection: '督查', dispatch: '调度', 'look-back': '回头看' },
  en: { inspection: 'inspection', dispatch: 'review', 'look-back': 'look back' },
}

export const outcomeName: Record<Lang, Record<ReviewOutcome, string>> = {
  zh: { confirmed: '情况属实', discrepant: '有出入', rectify: '需整改' },
  en: { confirmed: 'As said', discrepant: 'Not as said', rectify: 'To be put right' },
}
