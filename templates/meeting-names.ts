// How a sitting is called: its body, and the how manieth of its year it is; and which one, where several could be meant.
import type { Day } from '#src/calendar/day.ts'
import { bodyOf } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { meetingNumber, type SittingNumber } from '#src/meetings/meeting-order.ts'
import type { Card, Lang, Run } from './card.ts'
import { meetingWhere } from './meeting-when.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'

/** A sitting with the name of its body. */
export type NamedSitting = { plan: PlanId; meeting: Meeting; body: string; count?: SittingNumber }

export function namedSitting(plan: PlanState, meeting: Meeting): NamedSitting {
  const count = meetingNumber(plan, meeting)
  return { plan: plan.id, meeting, body: bodyOf(plan, meeting.body)?.name ?? meeting.body, ...(count === undefined ? {} : { count }) }
}

const digits = '零一二三四五六七八九'
/** 二, 十, 十二, 二十: what a paper counts sittings with. */
export const chineseNumber = (number: number): string =>
  number < 10 ? (digits[number] ?? '') : `${number < 20 ? '' : (digits[Math.floor(number / 10)] ?? '')}十${number % 10 === 0 ? '' : (digits[number % 10] ?? '')}`

/** 县学前教育工作领导小组2026年第二次会议, as papers have it. */
export const paperSittingName = ({ body, count }: Pick<NamedSitting, 'body' | 'count'>): string => (count === undefined ? `${body}${body.endsWith('会议') ? '' : '会议'}` : `${body}${count.year}年第${chineseNumber(count.number)}次会议`)

export const sittingName = (sitting: Pick<NamedSitting, 'body' | 'count'>, lang: Lang): string =>
  lang === 'zh' ? paperSittingName(sitting) : sitting.count === undefined ? sitting.body : `${sitting.body}, meeting ${sitting.count.number} of ${sitting.count.year}`

const words = { zh: { which: '哪次会议？', choose: '选这个', either: '这一天有会议，也有调度，改哪一个？' }, en: { which: 'Which meeting?', choose: 'This one', either: 'There is a meeting on that day and a review: which of them?' } } satisfies Record<Lang, unknown>

export function chooseMeeting(sittings: readonly { of: NamedSitting; run: Run }[], today: Day, lang: Lang): Card {
  const w = words[lang]
  return {
    text: w.which, lines: [rich`${w.which}`],
    sections: [{ rows: sittings.map(({ of, run }) => ({ line: rich`${strong(sittingName(of, lang))} · ${meetingWhere(of.meeting, lang, today)}`, beside: { label: w.choose, says: saysOf(w.choose, sittingName(of, lang), lang), run } })) }],
  }
}

/** Sittings and reviews of one day. */
export function chooseOfDay(meetings: Card, reviews: Card, lang: Lang): Card {
  const { either } = words[lang]
  return { text: either, lines: [rich`${either}`], sections: [...(meetings.sections ?? []), ...(reviews.sections ?? [])] }
}
