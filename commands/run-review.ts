// 开展调度: a review is run item by item in one message; what is found of each is recorded as it is pressed.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { Day } from '#src/calendar/day.ts'
import type { Finding } from '#src/ledger/decide-review.ts'
import { present } from '#src/ledger/fields.ts'
import { TaskNo, UnitId, Words } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { ReviewOutcome, type Review } from '#src/ledger/review.ts'
import { outsideYears } from '#src/ledger/years-of-plan.ts'
import { offeredDays } from '#src/queries/instructed-day.ts'
import { nextOpen, reviewItems, type ReviewItem } from '#src/queries/review-items.ts'
import type { Card } from '#templates/card.ts'
import { givenSection, judgedOtherwise } from '#templates/instruction-words.ts'
import { judgedWords, judgeForm, judgeMissing, reviewItemCard, reviewResults, type Running } from '#templates/review-run.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { reviewMeant, ReviewName } from './review-meant.ts'
import { dayOfReview, reviewOrDay } from './review-of-day.ts'
import { runOf } from './run-of.ts'
import { settledReview } from './settled-review.ts'
import { titleOfWords } from './title-of-words.ts'
import { viewOf } from './view-of.ts'

/** `at`: which item, from 0; left out, the first that nothing was found of. `task`, `unit`, `outcome`: what is judged. `due` goes before `when`. */
export const RunReviewArgs = ReviewName.extend({
  at: z.coerce.number().int().min(0).max(9999).optional(), results: z.boolean().default(false),
  task: TaskNo.optional(), unit: UnitId.optional(), outcome: ReviewOutcome.optional(),
  /** The day of the one that is meant, where it has no number. */
  on: z.string().max(40).optional(),
  words: Words.default(''), who: UnitId.optional(), when: Day.optional(), due: z.union([Day, z.literal('')]).optional(), form: z.boolean().default(false),
})
type Args = z.infer<typeof RunReviewArgs>

export const runReview = command({
  name: { zh: '开展调度', en: 'run-review' },
  also: ['开始调度', '开展督查', '开始督查', '逐项督查'],
  usage: { zh: '开展调度 r1', en: 'run-review r1' },
  about: { zh: '逐项看：情况属实、有出入、需整改，按一下记一项', en: 'go through a review item by item: as said, not as said, to be put right' },
  then: { zh: '认定记在任务上；需整改的成为一项任务，单位会收到。', en: 'What is found stands on the task; what has to be put right becomes a task, and its unit is told.' },
  group: 'meeting',
  may: 'judge-review-item',
  args: RunReviewArgs,
  typed: (words) => (({ named, on, rest: [review] }) => ({ ...present({ review: on === undefined ? review : undefined, on }), ...named }))(reviewOrDay(words)),
  run: running,
})

/** A review that was named, or the one whose day has come, as it stands or with what is found of an item. */
export async function running(args: Args, desk: Desk): Promise<Answer> {
  const on = dayOfReview(args.on, desk)
  if (on?.ok === false) return refused(dayRefusal(on, desk.today, 'either'), desk, runOf('run-review', { on: args.on }))
  const meant = await reviewMeant(args, { among: ({ status, day }) => status === 'ahead' && day <= desk.today, again: (of) => runOf('run-review', of), ...present({ on: on?.day }) }, desk)
  if (!meant.ok) return meant.answer
  const { plan } = meant
  const review = await settledReview(plan, meant.review, desk)
  if (review.status === 'cancelled') return refused({ code: 'review-cancelled', on: review.cancelledOn, reason: review.reason }, desk)
  if (review.status === 'ahead' && review.day > desk.today) return refused({ code: 'review-ahead', day: review.day }, desk)
  if (args.outcome !== undefined && args.task !== undefined && args.unit !== undefined) return judged(args, { plan, review, task: args.task, unit: args.unit, outcome: args.outcome }, desk)
  return { kind: 'card', card: shown({ ...args, review }, plan, desk), replaces: true }
}

const runningAt = (plan: PlanState, review: Review, desk: Desk): Running => ({ plan: plan.id, review, items: reviewItems(viewOf(desk, plan), review), today: desk.today })

type Just = { item: (items: readonly ReviewItem[]) => ReviewItem | undefined; after: number }

/** As it stands now: an item, or what was found of all of them where that is asked, or nothing is left to judge. */
function shown({ review, at, results }: { review: Review } & Partial<Pick<Args, 'at' | 'results'>>, plan: PlanState, desk: Desk, just?: Just): Card {
  const running = runningAt(plan, review, desk)
  const done = just?.item(running.items)
  const saying = done === undefined ? running : { ...running, said: judgedWords(done, desk.lang) }
  const next = just !== undefined ? nextOpen(running.items, just.after) : (at ?? nextOpen(running.items, -1))
  return results === true || review.status === 'closed' || next < 0 ? reviewResults(saying, desk.lang) : reviewItemCard(saying, Math.min(next, Math.max(0, running.items.length - 1)), desk.lang)
}

/** As the ledger has it by then. */
function shownAfter(id: string, of: PlanState['id'], desk: Desk, just: Just): Card {
  const plan = desk.plans.get(of)
  const review = plan?.reviews.get(id)
  if (plan === undefined || review === undefined) throw new Error('a review that was found is not in its plan')
  return shown({ review }, plan, desk, just)
}

type Judging = { plan: PlanState; review: Review; task: TaskNo; unit: UnitId; outcome: ReviewOutcome }

async function judged(args: Args, { plan, review, task, unit, outcome }: Judging, desk: Desk): Promise<Answer> {
  const of = ({ task: { number }, unit: whose }: ReviewItem): boolean => number === task && whose?.id === unit
  const { items } = runningAt(plan, review, desk)
  const at = items.findIndex(of)
  const item = items[at]
  if (outcome !== 'confirmed' && !args.form && item !== undefined) return { kind: 'form', form: judgeForm({ plan: plan.id, review, item, at, outcome, offered: offeredDays(desk.today, viewOf(desk, plan).calendar, ['week', 'fortnight']), today: desk.today }, desk.lang) }
  const found = findingOf(args, { unit, outcome }, desk)
  if ('errors' in found) return { kind: 'form-errors', errors: found.errors }
  const far = found.outcome === 'rectify' ? outsideYears(plan, found.day, desk.today) : undefined
  if (far !== undefined) return { kind: 'form-errors', errors: fieldErrors('due', far.refusal, desk) }
  const recording = desk.record(plan.id, { type: 'judge-review-item', review: review.id, task, unit, finding: found, instead: judgedOtherwise, ...present({ looksAt: review.scope === undefined ? undefined : [...new Set(items.map(({ task: { number } }) => number))] }) })
  const answer = await recorded(recording, desk, () => shownAfter(review.id, plan.id, desk, { item: (now) => now.find(of), after: at }), runOf('run-review', { plan: plan.id, review: review.id, at }), { about: [{ plan: plan.id, task }] })
  // One message is run from the first item to the last; a no stands below it.
  return answer.kind === 'card' && answer.card.refused === undefined ? { ...answer, replaces: true } : answer
}

function findingOf({ words: written, who, when, due }: Args, { unit, outcome }: Pick<Judging, 'unit' | 'outcome'>, desk: Desk): Finding | { errors: Record<string, string> } {
  const words = written.trim()
  if (outcome === 'confirmed') return { outcome, words }
  if (words === '') return { errors: judgeMissing('words', desk.lang) }
  if (outcome === 'discrepant') return { outcome, words }
  const day = due === undefined || due === '' ? when : due
  if (day === undefined || day < desk.today) return { errors: judgeMissing('due', desk.lang) }
  const by = who ?? unit
  if (!desk.directory.units.has(by)) return { errors: judgeMissing('who', desk.lang) }
  return { outcome, words, section: givenSection.review, title: titleOfWords(words), hash: desk.hashOf(words), units: [{ unit: by, part: 'lead' }], day }
}
