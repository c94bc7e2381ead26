// 代录: the secretary records what a unit said by telephone, WeChat or on paper: whose word, what, who said it, when and how.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { standingOf, type Assignment } from '#src/ledger/assignment.ts'
import { present } from '#src/ledger/fields.ts'
import { Words, type TaskNo, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { milestonesOwed } from '#src/queries/milestones.ts'
import { answering, askedFor, partsOf } from '#src/queries/answering.ts'
import { figureIn } from '#src/reader/said-percent.ts'
import { saidOrder } from '#src/reader/said-order.ts'
import { relayedHow } from '#templates/order-echo.ts'
import type { Run } from '#templates/card.ts'
import { behalfMissing, onBehalfForm, onBehalfRecorded, type BehalfState } from '#templates/on-behalf.ts'
import { Day, type Instant } from '#src/calendar/day.ts'
import { pastDayIn, type DayRead } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { cardOf } from './own-task.ts'
import { own } from './own-word.ts'
import { PercentArgument, percentIn } from './percent-argument.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { behalfByWords, speakerIn } from './relayed.ts'
import { saidBy } from './said-by.ts'
import { recordProposed, recordReached } from './milestone-on-behalf.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'
import { numberIn } from './chinese-number.ts'
import { namesTask } from './plan-number.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { viewOf } from './view-of.ts'

const stateWords: Readonly<Record<string, BehalfState>> = {
  正常: 'normal', 正常推进: 'normal', normal: 'normal', 有困难: 'difficulty', 困难: 'difficulty', difficulty: 'difficulty', 受阻: 'blocked', blocked: 'blocked',
  已完成: 'done', 完成: 'done', 办结: 'done', 已办结: 'done', done: 'done',
  节点: 'reached', 节点完成: 'reached', 完成节点: 'reached', milestone: 'reached', 年度分解: 'proposed', 节点计划: 'proposed', milestones: 'proposed',
}

const Args = z.object({
  unit: z.string().trim().max(60).default(''),
  task: TaskArgument.optional(),
  state: z.enum(['normal', 'difficulty', 'blocked', 'done', 'reached', 'proposed']).default('normal'),
  /** Of the year's milestones, which. */
  number: z.coerce.number().int().min(1).max(99).optional(),
  progress: PercentArgument.optional(),
  words: Words.default(''),
  who: z.string().trim().max(60).default(''),
  how: z.string().trim().max(60).default(''),
  day: z.string().max(40).default(''),
  /** A lower figure is meant. */
  correction: z.boolean().default(false),
  form: z.boolean().default(false),
  /** The form is wanted: none of the tasks that were offered is meant. */
  open: z.boolean().default(false),
})

type Args = z.infer<typeof Args>

export const onBehalf = command({
  name: { zh: '代录', en: 'on-behalf' },
  usage: { zh: '代录 县教育局 12 60 〔原话〕 〔谁说的〕 电话（已完成：代录 县教育局 12 办结 〔原话〕 〔谁说的〕 电话；节点：代录 县教育局 12 节点 1 〔原话〕 〔谁说的〕 电话）', en: 'on-behalf a-unit 12 60 〔their words〕 〔who〕 phone (completion: on-behalf a-unit 12 done …; milestone: on-behalf a-unit 12 milestone 1 …)' },
  about: { zh: '代录电话、微信、书面的答复：单位、任务号、原话、谁说的、途径（另可写哪天）', en: 'record what a unit said by phone, WeChat or paper: unit, task, words, who, how (and which day)' },
  then: { zh: '标明“代录”和谁说的，单位可以提异议。', en: 'It is marked as recorded on behalf, with who said it; the unit can contest it.' },
  group: 'round',
  may: 'report-on-behalf',
  args: Args,
  typed: typedOnBehalf,
  run(given, desk) {
    const args = onItsDay(asRelayed(withUnitBehind(given, desk), desk), desk)
    if (args.task === undefined || (args.form && args.task === '')) return args.form ? { kind: 'form-errors', errors: behalfMissing(['task'], desk.lang) } : withoutTask(args, desk)
    const found = findTask(desk, args.task)
    if (!found.ok) return args.form ? { kind: 'form-errors', errors: fieldErrors('task', found.refusal, desk) } : refused(found.refusal, desk, again(args, args.task))
    return forTask(found.plan, found.task, args, desk)
  },
})

/** 代录 县卫健局 近视筛查已做1.2万人: of which task is read from the words, and shown first. */
function withoutTask({ unit, words, state, ...args }: Args, desk: Desk): Answer {
  const named = unit === '' ? undefined : findUnit(desk.directory, unit)
  const isBare = words.trim() === ''
  if (!args.open && !isBare && named?.ok === false) return unitRefused(desk, unit, named.nearest, (meant) => runOf('on-behalf', { ...args, state, words, unit: meant, form: undefined, correction: undefined, open: undefined }))
  const { who, how, progress, day } = args
  if (!args.open && !isBare && named?.ok === true) return behalfByWords(named.unit, { words, who, how, ...(state === 'normal' ? {} : { state }), ...present({ progress }), ...(day === '' ? {} : { day }) }, desk)
  return { kind: 'form', form: onBehalfForm({ unit, state, said: words, who, how, ...present({ progress }), day: Day.safeParse(day).data ?? desk.today, today: desk.today }, desk.lang) }
}

/** A button of what is still to be chosen may be pressed on another day: it is the day on which this was written that counts, or the one it says (昨天). */
function onItsDay(args: Args, desk: Desk): Args {
  if (args.form) return args
  const read = args.day === '' ? { ok: true as const, day: desk.today } : pastDayIn(args.day, desk.today)
  return read.ok ? { ...args, day: read.day } : args
}

/** 代录 26 王科长电话说整改了3处: who said it and how stand before the words. */
function asRelayed(args: Args, desk: Desk): Args {
  if (args.form || args.who !== '' || args.how !== '') return args
  const order = saidOrder(args.words)
  if (order?.kind !== 'relayed' || order.how === undefined) return args
  const spoken = speakerIn(order.by, desk)
  return { ...args, words: order.words, how: relayedHow(order.how, desk.lang), who: spoken === undefined ? order.by : spoken.who }
}

const again = (args: Args, task: string): ReturnType<typeof runOf> => runOf('on-behalf', { ...args, progress: args.progress, form: undefined, correction: undefined, open: undefined, task })

/** 12 县教育局 已完成60%: the unit stands behind the task, and is none of its words. */
function withUnitBehind(args: Args, { directory }: Desk): Args {
  const [unit = '', ...rest] = args.words.split(' ')
  if (args.unit !== '' || args.form || rest.length === 0 || !/^\p{Script=Han}{2,20}$/u.test(unit) || !findUnit(directory, unit).ok) return args
  const read = Args.pick({ state: true, progress: true, words: true, number: true }).safeParse(stateAndFigure(rest))
  return { ...args, unit, ...(read.success ? { words: read.data.words, ...(args.state === 'normal' ? { state: read.data.state } : {}), ...present({ progress: args.progress ?? read.data.progress, number: args.number ?? read.data.number }) } : { words: rest.join(' ') }) }
}

/** 县教育局 12 …, or 12 … of whoever answers for it. */
function typedOnBehalf(words: readonly string[]): Record<string, unknown> {
  const isTask = (word: string | undefined): boolean => word !== undefined && namesTask(word)
  const [unit, task, rest] = isTask(words[0]) ? ['', words[0], words.slice(1)] : isTask(words[1]) ? [words[0] ?? '', words[1], words.slice(2)] : [words[0] ?? '', undefined, words.slice(1)]
  const { words: said, ...by } = saidBy(rest)
  return { ...(unit === '' ? {} : { unit }), ...(task === undefined ? {} : { task }), ...by, ...stateAndFigure(said) }
}

function stateAndFigure(words: readonly string[]): Record<string, unknown> {
  const said = [...words]
  const facts: Record<string, unknown> = {}
  // The state and the figure, in either order, before what was said.
  for (let first = said[0]; first !== undefined; first = said[0]) {
    const [state, progress] = [own(stateWords, first.toLowerCase()), percentIn(first)]
    const number = facts['state'] === 'reached' && first.length <= 2 ? numberIn(first) : undefined
    if (state !== undefined && facts['state'] === undefined) facts['state'] = state
    else if (number !== undefined && facts['number'] === undefined) facts['number'] = number
    else if (progress !== undefined && facts['progress'] === undefined) facts['progress'] = progress
    else break
    said.shift()
  }
  const sentence = said.join(' ')
  const figure = facts['progress'] === undefined && (facts['state'] ?? 'normal') === 'normal' ? figureIn(sentence) : undefined
  return { ...facts, ...(figure === undefined ? {} : { progress: figure }), words: sentence }
}

function forTask(plan: PlanState, task: TaskNo, args: Args, desk: Desk): Promise<Answer> | Answer {
  const parts = partsOf({ plan, directory: desk.directory }, task)
  const lead = answering({ plan, directory: desk.directory }, task)
  const named = args.unit === '' ? undefined : findUnit(desk.directory, args.unit)
  if (named?.ok === false) return unitRefused(desk, args.unit, named.nearest, (unit) => ({ ...again(args, taskName(plan.id, task)), args: { ...again(args, taskName(plan.id, task)).args, unit } }))
  const meant = named === undefined ? (lead === undefined ? undefined : { part: lead }) : partOfUnit(parts, named.unit.id, desk)
  if (meant === undefined) return refused({ code: 'unit-not-on-task', task, units: parts.map(({ unit }) => unit), ...(named === undefined ? {} : { named: named.unit.id }) }, desk, again(args, taskName(plan.id, task)))
  const read: DayRead = args.day === '' ? { ok: true, day: desk.today } : pastDayIn(args.day, desk.today)
  if (!read.ok) return dayWrong(dayRefusal(read, desk.today, 'past'), args, desk, args.words.length > inButton ? undefined : again(args, taskName(plan.id, task)))
  if (read.day > desk.today) return dayWrong({ code: 'day-ahead', day: read.day, today: desk.today }, args, desk)
  const missing = missingOf(args)
  // A group is nobody in particular: which of its members said it?
  const isGroup = meant.member === undefined && desk.directory.units.get(meant.part.unit)?.members !== undefined && named === undefined
  if (missing.length > 0 || isGroup) {
    if (args.form) return { kind: 'form-errors', errors: behalfMissing(missing, desk.lang) }
    return { kind: 'form', form: formOf(plan, task, parts, { ...args, unit: unitName(desk.directory, meant.member ?? meant.part.unit) }, meant, read.day, desk) }
  }
  return record(plan, task, meant, args, read.day, desk)
}

type Meant = { part: Assignment; member?: UnitId }

const missingOf = ({ words, who, how, state }: Args): ('words' | 'who' | 'how')[] => [
  ...(words.trim() === '' && state !== 'normal' && state !== 'reached' ? ['words' as const] : []), ...(who === '' ? ['who' as const] : []), ...(how === '' ? ['how' as const] : []),
]

const dayWrong = (refusal: Parameters<typeof refused>[0], args: Args, desk: Desk, said?: Run): Answer => (args.form ? { kind: 'form-errors', errors: fieldErrors('day', refusal, desk) } : refused(refusal, desk, said))

function partOfUnit(parts: readonly Assignment[], unit: UnitId, { directory }: Desk): Meant | undefined {
  const whole = parts.find((part) => part.unit === unit)
  if (whole !== undefined) return { part: whole }
  const group = parts.find((part) => directory.units.get(part.unit)?.members?.includes(unit) === true)
  return group === undefined ? undefined : { part: group, member: unit }
}

/** A menu takes so many. */
const unitsOffered = 100

function formOf(plan: PlanState, task: TaskNo, parts: readonly Assignment[], args: Args, { part, member }: Meant, day: Day, desk: Desk): ReturnType<typeof onBehalfForm> {
  const names = parts.flatMap(({ unit }) => desk.directory.units.get(unit)?.members ?? [unit]).map((unit) => unitName(desk.directory, unit))
  const last = standingOf(part, member).report
  return onBehalfForm({
    task: cardOf(desk, plan, task), units: [...new Set(names)].slice(0, unitsOffered), ...(names.includes(args.unit) ? { unit: args.unit } : {}), ...(last === undefined ? {} : { last }),
    state: args.state, said: args.words, ...(args.progress === undefined ? {} : { progress: args.progress }), who: args.who, how: args.how, day, today: desk.today,
    hasMilestones: milestonesOwed(viewOf(desk, plan), task).length > 0, ...(args.number === undefined ? {} : { number: args.number }),
  }, desk.lang)
}

/** The act that was just recorded, where 撤销 takes it back. */
function undoableNow({ lastActs }: PlanState, task: TaskNo, { asker }: Desk): Instant | undefined {
  const last = asker === undefined ? undefined : lastActs.get(asker.id)
  return last?.goesBack === 'yes' && last.tasks.includes(task) ? last.at : undefined
}

type Facts = Omit<Parameters<typeof onBehalfRecorded>[0], 'said'>

function record(plan: PlanState, task: TaskNo, { part, member }: Meant, args: Args, day: Day, desk: Desk): Promise<Answer> | Answer {
  const { state, progress, words, correction } = args
  const of = { task, unit: part.unit, ...(member === undefined ? {} : { member }) }
  const said = { who: args.who, on: day, how: args.how }
  const speaker = member ?? part.unit
  const told = askedFor(desk.directory, speaker).filter(({ id }) => id !== desk.asker?.id).map(({ name }) => name)
  const unit = unitName(desk.directory, speaker)
  const facts = (): Facts => ({ task: cardOf(desk, plan, task), unit, onBehalf: said, told, ...present({ undoAt: undoableNow(plan, task, desk) }) })
  if (state === 'done') return recorded(desk.record(plan.id, { type: 'claim-on-behalf', ...of, words, onBehalf: said }), desk, () => onBehalfRecorded({ ...facts(), said: { claim: words } }, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  if (state === 'reached') return recordReached(plan, { part, ...(member === undefined ? {} : { member }) }, args, said, facts, desk)
  if (state === 'proposed') return recordProposed(plan, part, args, said, facts, desk)
  const spoken = words.trim() === '' ? {} : state === 'normal' ? { done: words } : { problem: words }
  const recording = desk.record(plan.id, { type: 'report-on-behalf', ...of, state, ...(progress === undefined ? {} : { progress }), ...spoken, onBehalf: said, correction })
  return recorded(recording, desk, () => {
    const now = partsOf({ plan, directory: desk.directory }, task).find((each) => each.unit === part.unit)
    const report = now === undefined ? undefined : standingOf(now, member).report
    return onBehalfRecorded({ ...facts(), said: report ?? { claim: words } }, desk.lang)
  }, { ...again(args, taskName(plan.id, task)) }, { about: [{ plan: plan.id, task }] })
}
