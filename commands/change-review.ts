// 调度改期、取消调度: with a reason; whoever was told of it is told once. Of a series one alone, or with all that come after it.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { present } from '#src/ledger/fields.ts'
import { Words, type PlanId } from '#src/ledger/ids.ts'
import type { Day } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { placeAtMost, restOf, type Review } from '#src/ledger/review.ts'
import { outsideYears } from '#src/ledger/years-of-plan.ts'
import { cardsOfReview } from '#src/queries/review-scope.ts'
import { ofReviewsAhead, ofReviewsOff } from '#src/reminders/of-review-ahead.ts'
import { isForOthersTold } from '#src/reminders/told-of-review.ts'
import type { Run } from '#templates/card.ts'
import { cutTo } from '#templates/cut-to.ts'
import { cancelReviewForm, changeMissing, moveReviewForm, reviewCancelled, reviewMoved, type Told } from '#templates/review-changed.ts'
import { timeUnclearCard } from '#templates/meeting-form.ts'
import { doubtfulReview, reviewStands } from '#templates/review-doubts.ts'
import { placeAlone } from '#templates/review-where.ts'
import { reviewName, titlesOf } from '#templates/reviews.ts'
import { carried } from './carried.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { lastActOf } from './last-act-of.ts'
import { listedReview } from './listed-review.ts'
import { moveTyped, thatDay } from './moved-typed.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { isReviewName, reviewBefore, reviewMeant, ReviewName, type ReviewMeant } from './review-meant.ts'
import { runOf } from './run-of.ts'
import { sittingTimeIn } from './time-argument.ts'
import { splitAtDay } from './typed-day.ts'
import { toldInTime } from './told-in-time.ts'
import { viewOf } from './view-of.ts'

const Changing = ReviewName.extend({ reason: Words.default(''), form: z.boolean().default(false) })
/** The one of that day is meant, of a series where one of it is named. */
const OfDay = Changing.extend({ on: z.string().max(40).optional() })
/** `rest`: those of its series that come after it too; a form says it in words. */
const Cancelling = OfDay.extend({
  rest: z.union([z.boolean(), z.enum(['this', 'rest']).transform((which) => which === 'rest')]).default(false),
})
const Moving = OfDay.extend({
  day: z.string().max(40).optional(),
  /** The hour on that day. */
  time: z.string().max(20).optional(),
  /** Its hour and place as a whole, by a button. */
  where: z.string().max(placeAtMost).optional(),
  /** That it is moved to a day off was read. */
  sure: z.boolean().default(false),
  /** The form is wanted, with what was written in it. */
  edit: z.boolean().default(false),
})
type Moving = z.infer<typeof Moving>

export const moveReview = command({
  name: { zh: '调度改期', en: 'move-review' },
  also: ['改期调度', '督查改期', '改期督查', '回头看改期'],
  usage: { zh: '调度改期 r1 7月14日 〔15:00〕 〔原因〕', en: 'move-review r1 7/14 〔15:00〕 〔why〕' },
  about: { zh: '调度改到另一天', en: 'move a review to another day' },
  then: { zh: '有关单位会收到新的日子和原因。', en: 'The units are told the new day and why.' },
  group: 'meeting',
  may: 'move-review',
  args: Moving,
  typed: typedMove,
  run: (args, desk) => movingReview(args, desk),
})

/** r1 9月7日 9月14日: the first is of the one that is meant, of r1 or its series. */
function typedMove(words: readonly string[]): Record<string, unknown> {
  const { named, rest: said } = reviewBefore(words)
  const { on, day, time, rest } = moveTyped(said)
  return day === undefined && named.review !== undefined ? { ...named, ...present({ day: said[0] }), reason: said.slice(1).join(' ') } : { ...named, ...present({ on, day, time }), reason: rest.join(' ') }
}

export async function movingReview(said: z.input<typeof Moving>, desk: Desk): Promise<Answer> {
  const args = Moving.parse(said)
  const read = dayOfMeant(args, desk)
  if (read?.ok === false) return refused(dayRefusal(read, desk.today), desk)
  // A button means the day that was shown, whatever 明天 is when it is pressed. One on another day than was said is seen with what is to become of it.
  const meant = await ahead(args, (of, isOther) => runOf('move-review', { ...of, day: dayShown(args.day, desk), time: args.time, reason: args.reason, ...(isOther ? { edit: true } : {}) }), desk, read?.day)
  return meant.ok ? moving(args, meant, desk) : meant.answer
}

/** The day by which one is meant that has no number, or one of the series of that which has. */
const dayOfMeant = ({ on }: { on?: string | undefined }, { today }: Desk): ReturnType<typeof dayIn> | undefined => (on === undefined ? undefined : dayIn(on, today))

function moving(args: Moving, { plan, review, isNamed }: Extract<ReviewMeant, { ok: true }>, desk: Desk): Promise<Answer> | Answer {
  const read = args.day === undefined ? undefined : dayIn(args.day, desk.today)
  if (read?.ok === false && !args.form) return refused(dayRefusal(read, desk.today), desk)
  if (args.form && (read?.ok !== true || read.day < desk.today)) return { kind: 'form-errors', errors: changeMissing('day', desk.lang) }
  const day = read?.ok === true ? read.day : undefined
  if (args.form && args.reason.trim() === '') return { kind: 'form-errors', errors: changeMissing('reason', desk.lang) }
  if (day === undefined || args.reason.trim() === '' || args.edit || !isNamed) return { kind: 'form', form: moveReviewForm({ plan: plan.id, review, name: reviewName(listedReview(plan, review, desk)), today: desk.today, written: present({ day, time: args.time, reason: args.reason }) }, desk.lang) }
  return moved({ ...args, day }, plan, review, desk)
}

const dayShown = (written: string | undefined, { today }: Desk): string | undefined => ((read) => (read?.ok === true ? read.day : written))(written === undefined ? undefined : dayIn(written, today))

/** @param time its hour as it is written, where another was said */
async function moved({ day, time, where, reason, sure, form }: Moving & { day: Day }, plan: PlanState, review: Review, desk: Desk): Promise<Answer> {
  if (time !== undefined && sittingTimeIn(time) === undefined) return answered(timeUnclearCard(time, desk.lang))
  const listed = listedReview(plan, review, desk)
  const far = outsideYears(plan, day, desk.today)
  if (far !== undefined) return form ? { kind: 'form-errors', errors: fieldErrors('day', far.refusal, desk) } : refused(far.refusal, desk)
  if (!sure && day > desk.today && day !== review.day && !viewOf(desk, plan).calendar.isWorkingDay(day)) {
    const carrying = (more: { sure?: boolean; edit?: boolean }): Promise<Run> => carried(runOf('move-review', { plan: plan.id, review: review.id, day, time, where, reason, ...more }), desk)
    const of = listed.of ?? titlesOf(cardsOfReview(viewOf(desk, plan), review), desk.lang)
    return answered(doubtfulReview({ kind: review.kind, day, of, today: desk.today, isMove: true, again: await carrying({ sure: true }), edit: await carrying({ edit: true }) }, desk.lang))
  }
  const place = time === undefined ? where : cutTo(`${time} ${placeAlone(review.place ?? '')}`.trim(), placeAtMost)
  return recorded(desk.record(plan.id, { type: 'move-review', review: review.id, day, reason, ...present({ place }) }), desk, (did) =>
    did.length === 0 ? reviewStands([listed], desk.today, desk.lang) : reviewMoved({ plan: plan.id, review, to: day, reason, ...present({ place }), told: toldOf(plan.id, [review], desk), today: desk.today }, desk.lang))
}

export const cancelReview = command({
  name: { zh: '取消调度', en: 'cancel-review' },
  also: ['取消督查', '取消回头看'],
  before: { words: ['取消'], named: isReviewName },
  usage: { zh: '取消调度 r1 〔之后都取消〕 〔原因〕', en: 'cancel-review r1 〔rest〕 〔why〕' },
  about: { zh: '取消已安排的调度', en: 'call a review off' },
  then: { zh: '有关单位会收到一条，不用再准备。', en: 'The units are told once, and prepare no more.' },
  group: 'meeting',
  may: 'cancel-review',
  args: Cancelling,
  typed: typedCancel,
  async run(args, desk) {
    const read = dayOfMeant(args, desk)
    if (read?.ok === false) return refused(dayRefusal(read, desk.today), desk)
    const meant = await ahead(args, (of) => runOf('cancel-review', { ...of, reason: args.reason, rest: args.rest }), desk, read?.day)
    if (!meant.ok) return meant.answer
    const { plan, review, isNamed } = meant
    const later = restOf(plan.reviews.values(), review).slice(1)
    if (args.form && args.reason.trim() === '') return { kind: 'form-errors', errors: changeMissing('reason', desk.lang) }
    if (args.reason.trim() === '' || !isNamed) return { kind: 'form', form: cancelReviewForm({ plan: plan.id, review, name: reviewName(listedReview(plan, review, desk)), today: desk.today, later: later.map(({ day }) => day), rest: args.rest, reason: args.reason }, desk.lang) }
    const days = args.rest ? later.map(({ day }) => day) : []
    return recorded(desk.record(plan.id, { type: 'cancel-review', review: review.id, reason: args.reason, ...(args.rest ? { rest: true } : {}) }), desk, () => reviewCancelled({ review, later: days, reason: args.reason, told: toldOf(plan.id, args.rest ? [review, ...later] : [review], desk), today: desk.today, ...present({ at: desk.asker === undefined ? undefined : lastActOf(desk, desk.asker.id, 'review-cancelled')?.at }) }, desk.lang))
  },
})

/** Before its reason or behind it, a day says which one is meant; among the words of the reason it is of the reason. */
function typedCancel(words: readonly string[]): Record<string, unknown> {
  const { named, rest: all } = reviewBefore(words)
  const said = all.map((word, at) => (at === 0 ? thatDay(word) : word))
  const { before, day, time, after } = splitAtDay(said)
  const isRest = (word = ''): boolean => restWords.has(word.toLowerCase())
  const isMeant = day !== undefined && (before.every(isRest) || (after.length === 0 && !/(?:[到至在于为]|\b(?:to|on|until|from|by))$/i.test(before.at(-1) ?? '')))
  const others = isMeant ? [...before, ...(time === undefined ? [] : [time]), ...after] : all
  const rest = isRest(others[0])
  return { ...named, ...(isMeant ? { on: day } : {}), reason: (rest ? others.slice(1) : others).join(' '), ...(rest ? { rest } : {}) }
}

/** 取消调度 r1 之后都取消: of a series those after it too. */
export const restWords: ReadonlySet<string> = new Set(['之后都取消', '以后都取消', '之后的都取消', '后面都取消', '全部取消', 'rest', 'all'])

/** Whoever is told of what was just recorded. @param of reviews that were moved or called off */
function toldOf(of: PlanId, reviews: readonly Review[], desk: Desk): Told {
  const plan = desk.plans.get(of)
  if (plan === undefined) return { names: [], hasPeople: false, inTime: true }
  const view = viewOf(desk, plan)
  const due = [...ofReviewsAhead(view), ...ofReviewsOff(view)].filter((notice) => 'review' in notice && reviews.some(({ id }) => id === notice.review))
  const names = due.filter((notice) => !isForOthersTold(notice, desk.told.notice)).flatMap(({ to }) => desk.directory.people.get(to)?.name ?? [])
  return { names: [...new Set(names)], hasPeople: due.length > 0 || reviews.some(({ scope }) => scope !== undefined), inTime: reviews.every(({ day }) => toldInTime(plan, { day, time: '00:00' }, desk)) }
}

/** One that is not over: said before anybody fills in a form for nothing. */
async function ahead(named: z.infer<typeof ReviewName>, again: Parameters<typeof reviewMeant>[1]['again'], desk: Desk, on?: Day): Promise<ReviewMeant> {
  const meant = await reviewMeant(named, { among: ({ status }) => status === 'ahead', again, ...present({ on }) }, desk)
  if (!meant.ok) return meant
  const { review } = meant
  if (review.status === 'closed') return { ok: false, answer: refused({ code: 'review-closed', on: review.closedOn }, desk) }
  if (review.status === 'cancelled') return { ok: false, answer: refused({ code: 'review-cancelled', on: review.cancelledOn, reason: review.reason }, desk) }
  return meant
}
