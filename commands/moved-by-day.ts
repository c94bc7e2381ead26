// 改期 9月7日 9月14日: whatever is on the first of the days, a sitting or a review, goes to the second.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { present } from '#src/ledger/fields.ts'
import { meetingsAhead } from '#src/meetings/meeting-order.ts'
import type { Card, Run } from '#templates/card.ts'
import { chooseMeeting, chooseOfDay, namedSitting } from '#templates/meeting-names.ts'
import { chooseReview } from '#templates/reviews.ts'
import { movingReview } from './change-review.ts'
import { carried } from './carried.ts'
import { asShown, dayIn } from './day-argument.ts'
import { listedReview } from './listed-review.ts'
import { runOf } from './run-of.ts'

type Said = { on: string; day?: string | undefined; time?: string | undefined; place?: string | undefined }

/** @returns undefined where no day is named, or nothing is on it */
export async function movedByDay({ on: said, day, time, place }: Said, desk: Desk): Promise<Answer | undefined> {
  const read = dayIn(said, desk.today)
  if (!read.ok) return undefined
  const on = read.day
  const plans = [...desk.plans.values()]
  const sittings = plans.flatMap((plan) => meetingsAhead(plan, desk.today).filter((meeting) => meeting.day === on).map((meeting) => ({ plan, meeting })))
  const reviews = plans.flatMap((plan) => [...plan.reviews.values()].filter((review) => review.status === 'ahead' && review.day === on).map((review) => ({ plan, review })))
  // What stands behind the days is the place of a sitting, and why a review is moved: it is seen before.
  const reason = place ?? ''
  if (sittings.length === 0) return reviews.length === 0 ? undefined : movingReview({ on, ...present({ day, time }), reason, edit: true }, desk)
  const to = asShown(day, desk)
  const meetings = chooseMeeting(sittings.map(({ plan, meeting }) => ({ of: namedSitting(plan, meeting), run: runOf('change-meeting', { plan: plan.id, meeting: meeting.id, day: to, time, place }) })), desk.today, desk.lang)
  if (reviews.length === 0) return answered(meetings)
  const runOfReview = (plan: string, review: string): Promise<Run> => carried(runOf('move-review', { plan, review, day: to, time, reason, edit: true }), desk)
  const others: Card = chooseReview(await Promise.all(reviews.map(async ({ plan, review }) => ({ of: listedReview(plan, review, desk), run: await runOfReview(plan.id, review.id) }))), desk.today, desk.lang)
  return answered(chooseOfDay(meetings, others, desk.lang))
}
