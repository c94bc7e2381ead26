// 轮次 开: what is asked of whom is seen before anybody is told.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { may } from '#src/directory/permissions.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Repeats } from '#src/ledger/round.ts'
import { burdenDays, burdenOf } from '#src/queries/burden.ts'
import { nextTurnOf, sinceNow, turnByKey } from '#src/queries/round.ts'
import { roundPreview } from '#src/queries/round-preview.ts'
import { taskList } from '#src/queries/task-list.ts'
import { unitsOfPlan } from '#src/queries/units-of-plan.ts'
import { unitName } from '#src/directory/directory.ts'
import type { Run } from '#templates/card.ts'
import { openRoundForm, roundOpened, roundPreviewCard, type OpeningFacts } from '#templates/round-open.ts'
import { shortDay } from '#templates/day-words.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import type { RoundArgs } from './round-args.ts'
import { runOf } from './run-of.ts'
import { findTasks } from './tasks-argument.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

export function openRound(asked: RoundArgs, desk: Desk): Promise<Answer> | Answer {
  const args = { ...asked, ...planIn(asked) }
  // Said before a person fills in a form for nothing.
  if (!may(desk.asker, 'open-round')) return refused({ code: 'not-permitted', permission: 'open-round' }, desk)
  const run = (changed: Run['args']): Run => runOf('round', { act: 'open', plan: args.plan, which: args.which, until: args.until, title: args.title, question: args.question, every: args.every, nth: args.nth, days: args.days, ...changed })
  const which = whichPlan(desk, args.plan, (plan) => run({ plan }), (plan) => plan.handedOutOn !== undefined && hasAll(plan, args.which))
  if (!which.ok) return which.answer
  const { plan } = which
  if (plan.handedOutOn === undefined) return refused({ code: 'plan-not-handed-out' }, desk)
  if (args.every === 'once' && (args.until ?? '') === '') return args.form ? { kind: 'form-errors', errors: fieldErrors('until', { code: 'day-unclear', asked: '' }, desk) } : formFor(plan, args.which, desk)
  const time = timeOf(args, plan, desk)
  if (!time.ok) return args.form ? { kind: 'form-errors', errors: fieldErrors('until', time.refusal, desk) } : refused(time.refusal, desk)
  const meant = tasksMeant(args.which, plan, desk, (words) => run({ plan: plan.id, which: words }))
  if (!meant.ok) return meant.answer
  if (meant.tasks.length === 0) return refused({ code: 'round-empty' }, desk)
  const facts = factsOf(args, plan, meant.tasks, time, desk)
  // What was shown is what is opened: other tasks since are shown again, and which.
  const seen = spansOf(meant.tasks)
  if (!args.confirmed || args.seen !== seen) {
    const changed = args.confirmed && args.seen !== undefined ? { changed: changedSince(args.seen, meant.tasks) } : {}
    return answered(roundPreviewCard({ ...facts, ...changed }, (more) => run({ plan: plan.id, ...more, ...(more['confirmed'] === true ? { seen } : {}) }), desk.lang))
  }
  const recording = desk.record(plan.id, {
    type: 'open-round', title: facts.title, tasks: meant.tasks, since: facts.since, ...(time.repeats === undefined ? { until: time.until } : { repeats: time.repeats }), ...(facts.question === undefined ? {} : { question: facts.question }),
  })
  return recorded(recording, desk, () => {
    const now = desk.plans.get(plan.id) ?? plan
    const round = [...now.rounds.keys()].at(-1) ?? ''
    return roundOpened({ ...facts, turn: { round, first: turnByKey(viewOf(desk, now), round) } }, desk.lang)
  })
}

/** 1-3,7: short enough for a button, whatever the plan's size. */
function spansOf(tasks: readonly TaskNo[]): string {
  const spans: { from: number; to: number }[] = []
  for (const no of tasks.toSorted((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last?.to === no - 1) last.to = no
    else spans.push({ from: no, to: no })
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',')
}

/** Which tasks are asked besides those that were shown, and which no more: they were done, came, or went meanwhile. */
function changedSince(seen: string, tasks: readonly TaskNo[]): { added: number[]; gone: number[] } {
  const shown = seen.split(',').flatMap((span) => {
    const [from = 0, to = from] = span.split('-').map(Number)
    return Array.from({ length: Math.min(Math.max(0, to - from + 1), 5000) }, (_, at) => from + at)
  })
  return { added: tasks.filter((no) => !shown.includes(no)), gone: shown.filter((no) => !tasks.some((task) => task === no)) }
}

/** A plan without a task that is named by its number alone cannot be meant. */
const hasAll = ({ tasks }: PlanState, which: string): boolean => {
  const asked = which.normalize('NFKC').split(/[,，、;；\s]+/).filter((word) => /^\d{1,4}$/.test(word)).map(Number)
  return asked.every((number) => [...tasks.keys()].some((no) => no === number))
}

/** The plan may be named with the tasks: p1-9, or p1 before them. */
function planIn({ plan, which }: RoundArgs): Pick<RoundArgs, 'plan' | 'which'> {
  const named = plan ?? /(?:^|\s)(p\d{1,6})(?=$|[-#/\s])/i.exec(which)?.[1]?.toLowerCase()
  return { which: which.replace(/(?:^|\s)p\d{1,6}(?=$|\s)/i, ' ').trim(), ...(named === undefined ? {} : { plan: named }) }
}

type Time = { ok: true; until: Day; repeats?: Repeats; firstOn?: Day } | { ok: false; refusal: Parameters<typeof refused>[0] }

/** Everybody must be able to have it in a day's digest before the last day. */
function timeOf({ every, nth, days, until: written = '' }: RoundArgs, plan: PlanState, desk: Desk): Time {
  if (every !== 'once') {
    const repeats: Repeats = { every, nth, workingDays: days }
    const first = nextTurnOf(viewOf(desk, plan), repeats)
    return { ok: true, repeats, until: first.until, firstOn: first.opensOn }
  }
  const read = dayIn(written, desk.today)
  if (!read.ok) return { ok: false, refusal: dayRefusal(read, desk.today) }
  const earliest = desk.calendar.addWorkingDays(desk.today, 1)
  if (read.day < desk.today) return { ok: false, refusal: { code: 'day-past', day: read.day, today: desk.today } }
  return read.day < earliest ? { ok: false, refusal: { code: 'round-too-short', until: read.day, earliest } } : { ok: true, until: read.day }
}

const allWords: ReadonlySet<string> = new Set(['', '全部', '所有', '全部任务', 'all'])
const worryingWords: ReadonlySet<string> = new Set(['红黄灯', '红黄', '红灯黄灯', 'red and yellow', 'red,yellow', 'at risk'])

/** Of the plan, and not done: all, those that worry, a section's, a unit's, or those that are numbered. */
function tasksMeant(which: string, plan: PlanState, desk: Desk, again: (words: string) => Run): { ok: true; tasks: TaskNo[] } | { ok: false; answer: Answer } {
  const asked = which.normalize('NFKC').trim()
  const cards = taskList(viewOf(desk, plan)).filter(({ status }) => status !== 'accepted')
  if (allWords.has(asked.toLowerCase())) return { ok: true, tasks: cards.map(({ number }) => number) }
  if (worryingWords.has(asked.toLowerCase())) return { ok: true, tasks: cards.filter(({ light }) => light === 'red' || light === 'yellow').map(({ number }) => number) }
  const ofSection = cards.filter(({ section }) => section === which.trim() || section === asked)
  if (ofSection.length > 0) return { ok: true, tasks: ofSection.map(({ number }) => number) }
  // A number alone is one of this plan's.
  const found = findTasks(desk, asked.replace(/(^|[,、;\s])(\d{1,4})(?=$|[,、;\s])/g, `$1${plan.id}-$2`), again)
  if (!found.ok) return found
  const open = new Set(cards.map(({ number }) => number))
  return { ok: true, tasks: found.tasks.filter((meant) => meant.plan === plan && open.has(meant.card.number)).map(({ card }) => card.number) }
}

function factsOf(args: RoundArgs, plan: PlanState, tasks: readonly TaskNo[], time: Extract<Time, { ok: true }>, desk: Desk): OpeningFacts {
  const view = viewOf(desk, plan)
  const since = sinceNow(view)
  const sent = desk.sentSince(addMs(desk.now, -burdenDays * 24 * 60 * 60 * 1000))
  const question = (args.question ?? '').trim()
  return {
    ...roundPreview(view, { tasks, since, until: time.until }, burdenOf(sent, desk.directory, desk.plans)),
    plan: plan.id, planTitle: plan.title, title: titleOf(args, time.until, desk), since, until: time.until, today: desk.today, page: args.page,
    isWorkingDay: time.repeats !== undefined || desk.calendar.isWorkingDay(time.until),
    ...(time.repeats === undefined ? {} : { repeats: time.repeats }), ...(time.firstOn === undefined ? {} : { firstOn: time.firstOn }), ...(question === '' ? {} : { question }),
  }
}

function titleOf({ title = '', every }: RoundArgs, until: Day, { lang, today }: Desk): string {
  if (title.trim() !== '') return title.trim()
  if (every === 'month') return lang === 'zh' ? '月报' : 'Monthly report'
  if (every === 'quarter') return lang === 'zh' ? '季报' : 'Quarterly report'
  return lang === 'zh' ? `${shortDay(until, lang, today)}报送` : `Report by ${shortDay(until, lang, today)}`
}

function formFor(plan: PlanState, which: string, desk: Desk): Answer {
  const sections = [...new Set([...plan.tasks.values()].map(({ section }) => section))].filter((section) => section.trim() !== '')
  return { kind: 'form', form: openRoundForm({ plan: plan.id, which, sections, units: unitsOfPlan(plan).map((unit) => unitName(desk.directory, unit)) }, desk.lang) }
}
