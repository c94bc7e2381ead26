// One task's card, or a list of tasks. What is typed and what a button sends are the same words.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import { may } from '#src/directory/permissions.ts'
import { keyOf, standingOf } from '#src/ledger/assignment.ts'
import { PlanId, type TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { inForce } from '#src/queries/county-summary.ts'
import { present } from '#src/ledger/fields.ts'
import { instructionIn, isUnconfirmed } from '#src/ledger/origin.ts'
import { instructingAs } from '#src/queries/instructing.ts'
import { withdrawnTask } from '#src/queries/amended.ts'
import { withOrdered } from '#src/queries/ordered-about.ts'
import { othersSaid } from '#src/queries/others-said.ts'
import { ownPart } from '#src/queries/own-part.ts'
import { ownVoice } from '#src/queries/own-voice.ts'
import { wordsSaid } from '#src/queries/words-said.ts'
import { asksFrom, roundsEnding } from '#src/queries/round.ts'
import type { View } from '#src/queries/view.ts'
import { partsAmong, taskListOf } from '#src/queries/task-list.ts'
import { withdrawnCard } from '#templates/amend-done.ts'
import type { Card } from '#templates/card.ts'
import { taskCardOf } from '#templates/task-card.ts'
import { taskListCard } from '#templates/task-list.ts'
import { wordsSaidCard } from '#templates/words-said.ts'
import { cardOf } from './own-task.ts'
import { viewsOf } from './plan-argument.ts'
import { namesTask } from './plan-number.ts'
import { refused, refusedCard } from './refused.ts'
import { findTask } from './task-argument.ts'
import { filterIn } from './task-filter.ts'
import { findUnit } from './unit-argument.ts'
import { viewOf } from './view-of.ts'

/** 全文 p1-4, 任务 p1-4 全文: all that was said of it. */
const isWhole: ReadonlySet<string> = new Set(['全文', 'words'])

export const task = command({
  name: { zh: '任务', en: 'task' },
  also: ['清单', '台账', 'tasks'],
  alone: ['全文', '待补实', '空报', '红灯', '黄灯', '逾期', '未报', '最近到期', '快到期', '需协调', 'not reported', 'hollow', 'overdue', 'unreported', 'coordination'],
  usage: { zh: '任务 12（或 红灯、未报、待审、本周、7月到期、县教育局、领域 学前教育）', en: 'task 12 (or: red, unreported, claimed, week, due-this-month, a unit)' },
  about: { zh: '看一项任务，或按灯、单位、关键词列出', en: 'one task, or a list by light, unit or words' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({
    /** A task's number or name, or the words of a filter. */
    which: z.union([z.string().max(200), z.number().int()]).transform((asked) => String(asked).normalize('NFKC').trim()).default(''),
    plan: z.string().max(200).optional(),
    page: z.coerce.number().int().min(1).max(999).default(1),
    /** All that was said of it, whole. */
    words: z.boolean().default(false),
  }),
  typed: (words) => ((rest) => (rest.length < words.length && rest.length > 0 ? { which: rest.join(' '), words: true } : { which: words.join(' ') }))(words.filter((word, at) => !(isWhole.has(word) && (at === 0 || at === words.length - 1)))),
  run({ which, plan, page, words }, desk) {
    if (words) return allWords(which, page, desk)
    return isOneTask(which) ? oneTask(plan === undefined ? which : `${plan}-${which}`, desk) : list(which, plan, page, desk)
  },
})

const isOneTask = (which: string): boolean => namesTask(which)

function oneTask(asked: string, desk: Desk): Answer {
  const found = findTask(desk, asked)
  if (!found.ok && found.refusal.code === 'task-withdrawn') return answered(withdrawnFrom(desk, asked, found.refusal.task) ?? refusedCard(found.refusal, desk))
  if (!found.ok) return refused(found.refusal, desk)
  return answered(shownTask(desk, found.plan, found.task))
}

function allWords(asked: string, page: number, desk: Desk): Answer {
  const found = findTask(desk, asked)
  if (!found.ok) return refused(found.refusal, desk)
  const { plan, task: number } = found
  return answered(wordsSaidCard({ task: cardOf(desk, plan, number), said: allSaid(desk, plan, number), page }, desk.lang, desk.today))
}

/** Plain words are between a unit and whoever runs the plan. */
const allSaid = (desk: Desk, plan: PlanState, number: TaskNo): ReturnType<typeof wordsSaid> =>
  wordsSaid(viewOf(desk, plan), number, (unit, handler) => may(desk.asker, 'nudge') || may(desk.asker, 'remark', [unit], { handler }))

/** The history of a task that is no more. */
function withdrawnFrom(desk: Desk, asked: string, task: TaskNo): Card | undefined {
  const plans = [...desk.plans.values()].filter(({ id }) => !/^p\d/.test(asked) || asked.startsWith(`${id}-`) || asked.startsWith(`${id}#`) || asked.startsWith(`${id}/`))
  const facts = plans.flatMap((plan) => withdrawnTask(viewOf(desk, plan), task) ?? [])[0]
  if (facts === undefined) return undefined
  const by = facts.by === 'system' ? undefined : desk.directory.people.get(facts.by)?.name
  return withdrawnCard(facts, by, desk.lang, desk.today)
}

/** The card with the buttons that the asker may press. */
export function shownTask(desk: Desk, plan: PlanState, number: TaskNo): ReturnType<typeof taskCardOf> {
  const part = ownPart(desk, plan, number)
  const speaksFor = part === undefined ? undefined : [part.member ?? part.unit]
  const assignment = part === undefined ? undefined : plan.assignments.get(keyOf(number, part.unit))
  const handler = assignment === undefined ? undefined : standingOf(assignment, part?.member).handler
  const reports = speaksFor !== undefined && may(desk.asker, 'report', speaksFor, { handler })
  const handsOn = speaksFor !== undefined && may(desk.asker, 'hand-item', speaksFor)
  const longest = Math.max(0, ...allSaid(desk, plan, number).map(({ words }) => words.length))
  const card = withOrdered(cardOf(desk, plan, number), viewOf(desk, plan))
  return taskCardOf(card, othersSaid(viewOf(desk, plan), number), { ...(reports && assignment !== undefined ? { own: ownVoice(assignment, card.lead?.unit, part?.member) } : {}), supervises: may(desk.asker, 'nudge'), seesDecisions: may(desk.asker, 'see-instructions'), handsOn, longest, ...instructionAsked(desk, plan, number) }, desk.lang, desk.today)
}

/** What the asker can do of instructions: give one about it, confirm it, take it back. */
function instructionAsked(desk: Desk, plan: PlanState, number: TaskNo): Pick<Parameters<typeof taskCardOf>[2], 'instructs' | 'given'> {
  const { own, records } = instructingAs(desk.directory, desk.asker)
  const instructs = plan.handedOutOn === undefined ? undefined : (own ?? (records.length > 0 ? 'recorded' : undefined))
  const task = plan.tasks.get(number)
  // What a sitting decided is the secretary's to take back, until its minutes are out.
  if (task?.origin?.kind === 'meeting') return present({ instructs, given: may(desk.asker, 'withdraw-decision') && plan.meetings.get(task.origin.meeting)?.minutes === undefined ? ('given' as const) : undefined })
  const origin = instructionIn(task)
  const isTheirs = origin !== undefined && (origin.rank === 'office' ? may(desk.asker, 'withdraw-instruction', undefined, {}) : origin.from === desk.asker?.id || (isUnconfirmed(origin) && origin.by === desk.asker?.id))
  return present({ instructs, given: !isTheirs ? undefined : isUnconfirmed(origin) && origin.from === desk.asker?.id ? ('to-confirm' as const) : ('given' as const) })
}

/** Whether anything was asked in rounds that ended in a time, and else from when on it will be. */
function roundsOf(views: readonly View[], during: DaySpan): NonNullable<Parameters<typeof taskListCard>[1]['rounds']> {
  const any = views.some((view) => (view.plan.handedOutOn ?? '9999') <= during.to && [...view.plan.tasks.keys()].some((no) => roundsEnding(view, no, during).length > 0))
  return { any, ...present({ from: views.flatMap((view) => asksFrom(view, during) ?? [])[0] }) }
}

/** 专班, 局 and the like: somebody meant a unit, and wrote its name a little otherwise. */
function unitsLike(words: string, { directory }: Desk): string[] {
  if (!looksLikeUnit(words)) return []
  const found = findUnit(directory, words)
  return (found.ok ? [found.unit] : found.nearest).map(({ name }) => name)
}

const looksLikeUnit = (words: string): boolean => /(?:局|委|办|室|中心|镇|乡|街道|专班|小组|公司|院|站|所|会|府)$/.test(words)

function list(which: string, named: string | undefined, page: number, desk: Desk): Answer {
  const meant = filterIn(desk, which)
  const found = viewsOf(desk, named ?? meant.plan)
  if (!found.ok) return refused(found.refusal, desk)
  const tasks = taskListOf(inForce(found.views), meant.filter)
  const { units } = meant.filter
  const plan = named === undefined ? undefined : PlanId.safeParse(named).data
  const asked = { which, by: meant.by, ...(tasks.length > 0 || meant.filter.during === undefined ? {} : { rounds: roundsOf(inForce(found.views), meant.filter.during) }), supervises: may(desk.asker, 'nudge'), several: desk.plans.size > 1, page: meant.page ?? page, ...(plan === undefined ? {} : { plan }), ...(units === undefined ? {} : { parts: partsAmong(tasks, units) }), ...(tasks.length > 0 || meant.filter.words === undefined ? {} : { units: unitsLike(meant.filter.words, desk) }) }
  return answered(taskListCard(tasks, asked, desk.lang, desk.today))
}
