// The secretary goes through what units proposed: each approved or returned, or all that stand on the card, without leaving the message.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { command, type Answer, type Desk, type Outcome } from '#src/command.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { Words } from '#src/ledger/ids.ts'
import type { WaitingMilestones } from '#src/queries/milestone-lists.ts'
import { askedFor } from '#src/queries/answering.ts'
import { yearKey } from '#src/ledger/milestone.ts'
import { approvedWords, milestonesReturned, returnMilestonesForm, returnReasonMissing } from '#templates/milestone-review.ts'
import { namesOf } from '#templates/names.ts'
import { refusalWords } from '#templates/refusal.ts'
import { plain } from '#templates/rich.ts'
import { shortTitle } from '#templates/task-line.ts'
import { taskRef } from '#templates/ways.ts'
import { reviewCard, waitingMilestones } from './milestones-waiting.ts'
import { own } from './own-word.ts'
import { recorded, recordedAll } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'

const Args = z.object({
  act: z.enum(['list', 'approve', 'approve-all', 'return']).default('list'),
  task: TaskArgument.optional(),
  year: z.number().int().optional(),
  proposedAt: Instant.optional(),
  /** Of all that stood on the card: p1-12/2026 p1-13/2026. */
  which: z.string().max(1500).default(''),
  /** What was proposed later was not on the card. */
  until: z.string().max(40).default(''),
  reason: Words.default(''),
  page: z.coerce.number().int().min(1).max(999).default(1),
  form: z.boolean().default(false),
})
type Args = z.infer<typeof Args>

const acts: Readonly<Record<string, Args['act']>> = { 同意: 'approve', approve: 'approve', 退回: 'return', return: 'return' }

export const reviewMilestones = command({
  name: { zh: '审年度分解', en: 'review-milestones' },
  also: ['审节点', '审分解'],
  usage: { zh: '审年度分解（或 审年度分解 同意 12、审年度分解 退回 12 原因）', en: 'review-milestones (or: approve 12, return 12 reason)' },
  about: { zh: '逐项或一次同意各单位报的年度分解，或退回并写明原因', en: 'approve milestones that units proposed, one by one or together, or send them back' },
  then: { zh: '同意的按节点提醒，退回的单位收到原因。', en: 'What is approved is reminded of; what is returned is told with the reason.' },
  group: 'review',
  may: 'approve-milestones',
  args: Args,
  typed([act, task, ...reason]) {
    const meant = act === undefined ? undefined : own(acts, act)
    return meant === undefined ? {} : { act: meant, ...(task === undefined ? {} : { task }), reason: reason.join(' ') }
  },
  run(args, desk) {
    if (args.act === 'approve-all') return approvedAll(args, desk)
    if (args.act === 'list' || args.task === undefined) return replacing(desk, args.page)
    const found = findTask(desk, args.task, (plan, no) => waitingMilestones(desk).some((each) => each.plan === plan.id && each.number === no))
    if (!found.ok) return refused(found.refusal, desk, runOf('review-milestones', { act: args.act, task: args.task, year: args.year, reason: args.reason }))
    const { plan, task } = found
    const one = waitingMilestones(desk).find((each) => each.plan === plan.id && each.number === task && (args.year === undefined || each.year === args.year))
    const year = args.year ?? one?.year ?? Number(desk.today.slice(0, 4))
    if (args.act === 'return') return returned(args, { plan: plan.id, task, year, one }, desk)
    const recording = desk.record(plan.id, { type: 'approve-milestones', task, year, ...(args.proposedAt === undefined ? {} : { proposedAt: args.proposedAt }) })
    return inPlace(recorded(recording, desk, () => reviewCard(desk, args.page, approvedWords(one === undefined ? [] : [one], [], desk.lang)), { command: 'task', args: { which: taskName(plan.id, task) } }, { about: [{ plan: plan.id, task }] }))
  },
})

const replacing = (desk: Desk, page: number): Answer => ({ kind: 'card', card: reviewCard(desk, page), replaces: true })

/** The card is drawn anew where it stands. */
const inPlace = async (answer: Promise<Answer>): Promise<Answer> => ((given) => (given.kind === 'card' ? { ...given, replaces: true } : given))(await answer)

/** Each with the proposal that stood on the card; what was changed since is refused and said. */
function approvedAll({ which, until, page }: Args, desk: Desk): Promise<Answer> | Answer {
  const asked = new Set(which.split(' '))
  const meant = waitingMilestones(desk).filter((one) => asked.has(`${taskRef(one)}/${one.year}`) && one.proposedAt <= until)
  if (meant.length === 0) return replacing(desk, page)
  const recordings = meant.map(({ plan, number, year, proposedAt }) => async () => desk.record(plan, { type: 'approve-milestones', task: number, year, proposedAt }))
  return inPlace(recordedAll(recordings, desk, (outcomes) => reviewCard(desk, page, approvedWords(meant.filter((_, at) => outcomes[at]?.ok === true), whyNot(outcomes, desk), desk.lang)), { about: meant.map(({ plan, number: task }) => ({ plan, task })) }))
}

const whyNot = (outcomes: readonly Outcome[], desk: Desk): string[] => outcomes.flatMap((outcome) => (outcome.ok ? [] : [plain(refusalWords(outcome.refusal, desk.lang, namesOf(desk, desk.zone)))]))

type Meant = { plan: PlanId; task: WaitingMilestones['number']; year: number; one: WaitingMilestones | undefined }

function returned({ reason, form, proposedAt, page }: Args, { plan, task, year, one }: Meant, desk: Desk): Promise<Answer> | Answer {
  if (reason.trim() === '') {
    if (form) return { kind: 'form-errors', errors: returnReasonMissing(desk.lang) }
    if (one === undefined) return refused({ code: 'milestones-not-proposed', task, year }, desk)
    return { kind: 'form', form: returnMilestonesForm({ one, today: desk.today, page }, desk.lang) }
  }
  const unit = desk.plans.get(plan)?.milestones.get(yearKey(task, year))?.proposed?.unit
  const told = unit === undefined ? [] : askedFor(desk.directory, unit).map(({ name }) => name)
  const recording = desk.record(plan, { type: 'return-milestones', task, year, ...(proposedAt === undefined ? {} : { proposedAt }), reason })
  return recorded(recording, desk, () => milestonesReturned({ name: one === undefined ? String(task) : `${task} ${shortTitle(one)}`, unit: one?.unit ?? '', reason, told, left: waitingMilestones(desk).length }, desk.lang), undefined, { about: [{ plan, task }] })
}
