// Before a review is scheduled or moved: that its day is a day off, or that it stands already. Nothing is recorded.
import type { Day } from '#src/calendar/day.ts'
import type { ReviewKind } from '#src/ledger/review.ts'
import type { Card, Lang, Run } from './card.ts'
import { dayWords } from './day-words.ts'
import { doubtfulMeeting } from './meeting-concerns.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { rowsAhead, type ListedReview } from './reviews.ts'
import { rich } from './rich.ts'

const words = {
  zh: { stands: (kind: string, days: string) => `已经安排了，没有再记：${days}的${kind}`, several: (day: string, count: number) => `${day}等${count}次`, list: '看调度' },
  en: { stands: (kind: string, days: string) => `Scheduled already, nothing was recorded: ${kind}, ${days}`, several: (day: string, count: number) => `${day} and others, ${count} in all`, list: 'Reviews' },
} satisfies Record<Lang, unknown>

/** `of`: what it looks at, in words. */
export type DoubtfulReview = { kind: ReviewKind; day: Day; of: string; /** Its hour, too. */ place?: string; today: Day; isMove?: boolean; again: Run; edit: Run }

/** Asked as it is of a sitting: to do it all the same, or to change it. */
export function doubtfulReview({ kind, day, of, place = '', today, isMove = false, again, edit }: DoubtfulReview, lang: Lang): Card {
  const where = [dayWords(day, lang, today), ...(place === '' ? [] : [place]), of].join(lang === 'zh' ? '，' : ', ')
  return doubtfulMeeting({ name: reviewKindWords[lang][kind], where, concerns: [{ kind: 'day-off', day }], today, isMove, again, edit }, lang)
}

/** What was asked for again, pressed or typed twice, as it stands: the nearest first. */
export function reviewStands([first, ...others]: readonly [ListedReview, ...ListedReview[]], today: Day, lang: Lang): Card {
  const w = words[lang]
  const day = dayWords(first.review.day, lang, today)
  const text = w.stands(reviewKindWords[lang][first.review.kind], others.length === 0 ? day : w.several(day, others.length + 1))
  return { text, lines: [rich`${text}`], sections: [{ rows: rowsAhead([first, ...others], { today, mayAct: true }, lang) }], actions: [{ label: w.list, run: { command: 'review', args: {} } }], refused: 'final' }
}
