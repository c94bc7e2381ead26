// 轮次: collections of reports. The list with who has answered, one of them as it stands, and what a secretary does with it.
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { may, type Permission } from '#src/directory/permissions.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { roundIdIn } from '#src/ledger/round.ts'
import { askedFor } from '#src/queries/answering.ts'
import { tasksAskedIn } from '#src/queries/asked-in.ts'
import { inForce } from '#src/queries/county-summary.ts'
import { defaultRound, isOpen, turnByKey } from '#src/queries/round.ts'
import { roundStanding, type Voice } from '#src/queries/round-standing.ts'
import type { View } from '#src/queries/view.ts'
import { roundCard, roundList, type RoundRow } from '#templates/round-card.ts'
import { openedName, roundName } from '#templates/round-name.ts'
import { roundUnknown } from '#templates/round-unknown.ts'
import { publishedCard, publishPreview, reopenForm, resultWords, roundDone, type ResultFacts } from '#templates/round-results.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { chase } from './nudge.ts'
import { allViews } from './plan-argument.ts'
import { recorded } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { RoundArgs } from './round-args.ts'
import { findRound, roundsFor, roundsLike, type RoundMeant } from './round-argument.ts'
import { openRound } from './round-open.ts'
import { roundWords, typedRound } from './round-typed.ts'
import { runOf } from './run-of.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { viewOf } from './view-of.ts'

export const round = command({
  name: { zh: '轮次', en: 'round' },
  also: ['报送轮次', 'rounds'],
  alone: roundWords,
  usage: { zh: '轮次 开 7月10日 红黄灯（看 n1、催 n1、关闭 n1、恢复 n1、重开 n1 单位 日期、发布 n1）', en: 'round open 7/10 red and yellow (show n1, chase n1, close n1, resume n1, reopen n1 <unit> <day>, publish n1)' },
  about: { zh: '报送轮次：开、看谁报了、催未报、关闭、恢复、重开、发布结果', en: 'collections of reports: open, see who answered, chase, close, reopen, publish' },
  then: { zh: '先给您看会问谁；开启后自动提醒，未报的可以催。', en: 'Whom it would ask is shown first; then they are reminded, and you can chase.' },
  group: 'round',
  may: 'see',
  looks: true,
  args: RoundArgs,
  typed: typedRound,
  run(args, desk) {
    if (desk.plans.size === 0) return refused({ code: 'plan-none' }, desk)
    if (args.act === 'list') return answered(listOf(args, desk))
    if (args.act === 'open') return openRound(args, desk)
    const needed = permissionFor[args.act]
    if (!may(desk.asker, needed)) return refused({ code: 'not-permitted', permission: needed }, desk)
    const whose = unitFirst(args, desk)
    const meant = meantIn(whose, desk)
    return 'turn' in meant ? onRound(meant, whose, desk) : meant.answer
  },
})

const permissionFor: Record<Exclude<RoundArgs['act'], 'list' | 'open'>, Permission> = { show: 'see', chase: 'nudge', close: 'close-round', resume: 'resume-round', end: 'close-round', reopen: 'reopen-round', publish: 'publish-round', move: 'reopen-round' }

/** 重开 县教育局 7月15日: of the only round that can be. */
const unitFirst = (args: RoundArgs, desk: Desk): RoundArgs => (args.act === 'reopen' && args.unit === undefined && args.round !== '' && findRound(desk, args.round, args.plan) === undefined && findUnit(desk.directory, args.round).ok ? { ...args, round: '', unit: args.round } : args)

/** The round that is named; without a name the one with which this can be done, or those to choose from. */
function meantIn(args: RoundArgs, desk: Desk): RoundMeant | { answer: Answer } {
  const { act, round: asked, plan } = args
  const named = asked === '' ? undefined : findRound(desk, asked, plan)
  const among = asked === '' ? roundsFor(act, desk, plan) : roundsLike(desk, asked, plan)
  const [only, ...more] = named === undefined ? among : [named]
  if (only !== undefined && more.length === 0) return only
  const all = among.length > 0 ? among : roundsFor('show', desk, plan)
  const away = among.length > 0 ? undefined : awayWith(asked, plan, desk)
  if (away !== undefined) return { answer: refused({ code: 'plan-archived', on: away.on, reason: away.reason }, desk) }
  if (all.length === 0 && asked === '') return { answer: answered(listOf(args, desk)) }
  const rounds = all.map((each) => ({ name: nameOf(each, desk), run: runOf('round', { act, plan: each.plan.id, round: each.turn.key, unit: args.unit, until: args.until }) }))
  return { answer: answered(roundUnknown(refusedCard({ code: 'round-unknown', asked, rounds: roundsOf(desk) }, desk), rounds)) }
}

/** The round of a plan that was put away: a button of before. */
const awayWith = (asked: string, plan: string | undefined, { archived }: Desk): PlanState['archived'] =>
  [...archived.values()].find(({ id, rounds }) => (plan === undefined || plan === id) && rounds.has(roundIdIn(asked.replace(/^p\d{1,6}-/, ''))))?.archived

const nameOf = ({ plan, turn }: RoundMeant, { plans, lang, today }: Desk): string => `${plans.size > 1 ? `${plan.id}-` : ''}${turn.key} ${roundName(turn, lang, today)}`

const roundsOf = (desk: Desk): string[] => [...desk.plans.values()].flatMap(({ id, rounds }) => [...rounds.keys()].map((round) => (desk.plans.size > 1 ? `${id}-${round}` : round)))

function onRound(meant: RoundMeant, args: RoundArgs, desk: Desk): Promise<Answer> | Answer {
  const { plan, turn } = meant
  switch (args.act) {
    case 'chase':
      return chase(`${plan.id}-${turn.key}`, { confirmed: args.confirmed }, desk)
    case 'close': case 'end': {
      // Of one that repeats the calendar knows the last day.
      if (args.act === 'close' && turn.until < desk.today) return refused({ code: 'round-past', round: turn.key, until: turn.until }, desk)
      const [act, key] = args.act === 'close' ? (['closed', turn.key] as const) : (['ended', turn.round.id] as const)
      return recorded(desk.record(plan.id, { type: 'close-round', round: key }), desk, () => roundDone({ act }, factsNow(meant, desk), desk.lang))
    }
    case 'resume':
      if (turn.until < desk.today) return refused({ code: 'round-past', round: turn.key, until: turn.until }, desk)
      if (turn.turn.closedOn === undefined) return refused({ code: 'round-open', round: turn.key, until: turn.until }, desk)
      return recorded(desk.record(plan.id, { type: 'resume-round', round: turn.key }), desk, () => roundDone({ act: 'resumed' }, factsNow(meant, desk), desk.lang))
    case 'move':
      return refused({ code: 'round-fixed', round: turn.key, until: turn.until }, desk, runOf('round', { plan: plan.id, round: turn.key }))
    case 'reopen':
      return reopened(meant, args, desk)
    case 'publish':
      return published(meant, args, desk)
    case 'show': case 'list': case 'open':
      return answered(roundCard({ ...factsNow(meant, desk), mayAct: may(desk.asker, 'close-round'), page: args.page }, desk.lang))
  }
}

/** As it stands when asked: what was just recorded is in it. */
function factsNow({ plan, turn }: RoundMeant, desk: Desk): ResultFacts {
  const view = viewOf(desk, desk.plans.get(plan.id) ?? plan)
  const now = turnByKey(view, turn.key) ?? turn
  return { plan: plan.id, planTitle: plan.title, turn: now, standing: roundStanding(view, now, now.round.tasks), today: desk.today }
}

function reopened(meant: RoundMeant, { unit: named, until: written, form }: RoundArgs, desk: Desk): Promise<Answer> | Answer {
  const facts = factsNow(meant, desk)
  const { plan, turn, standing, today } = facts
  if (isOpen(turn, today)) return refused({ code: 'round-open', round: turn.key, until: turn.until }, desk)
  const voices = standing.units.flatMap((each) => each.voices)
  const silent = [...new Set(voices.filter((voice) => voice.silent.length > 0).map(({ name }) => name))]
  if (named === undefined || named === '' || written === undefined || written === '') return { kind: 'form', form: reopenForm({ plan, turn, today, silent: silent.length > 0 ? silent : voices.map(({ name }) => name), unit: named }, desk.lang) }
  const found = findUnit(desk.directory, named)
  if (!found.ok) return unitRefused(desk, named, found.nearest, (unit) => runOf('round', { act: 'reopen', plan, round: turn.key, unit, until: written }))
  const { unit } = found
  if (!voices.some((voice: Voice) => voice.unit === unit.id)) return refused({ code: 'round-not-asked', round: turn.key, unit: unit.id, units: [...new Set(voices.map((voice) => voice.unit))] }, desk)
  const read = dayIn(written, today)
  const refusal = !read.ok ? dayRefusal(read, today) : read.day < today ? ({ code: 'day-past', day: read.day, today } as const) : undefined
  if (!read.ok || refusal !== undefined) return form ? { kind: 'form-errors', errors: fieldErrors('until', refusal ?? { code: 'day-unclear', asked: written }, desk) } : refused(refusal ?? { code: 'day-unclear', asked: written }, desk)
  const recording = desk.record(plan, { type: 'reopen-round', round: turn.key, unit: unit.id, until: read.day })
  return recorded(recording, desk, () => roundDone({ act: 'reopened', unit: unitName(desk.directory, unit.id), until: read.day, people: askedFor(desk.directory, unit.id).map(({ name }) => name) }, facts, desk.lang))
}

function published(meant: RoundMeant, { confirmed }: RoundArgs, desk: Desk): Promise<Answer> | Answer {
  const facts = factsNow(meant, desk)
  const { plan, turn, today } = facts
  const before = turn.turn.published
  if (before !== undefined) return answered(publishedCard(facts, before, desk.lang))
  if (isOpen(turn, today)) return refused({ code: 'round-open', round: turn.key, until: turn.until }, desk)
  if (!confirmed) return answered(publishPreview(facts, desk.lang))
  const words = resultWords(facts, desk.lang)
  return recorded(desk.record(plan, { type: 'publish-round', round: turn.key, words }), desk, () => publishedCard(facts, { on: today, at: desk.now, by: desk.asker?.id ?? 'system', words }, desk.lang))
}

/** What was opened, the last first, then what is asked by default. */
function listOf({ page }: RoundArgs, desk: Desk): ReturnType<typeof roundList> {
  const views = inForce(allViews(desk))
  const opened = views.flatMap((view) => [...view.plan.rounds.values()].map((each): RoundRow & { on: string } => {
    const turn = turnByKey(view, each.id)
    const name = `${each.id} ${turn === undefined ? openedName(each.id, each.title, desk.lang, desk.today) : roundName(turn, desk.lang, desk.today)}`
    return { plan: view.plan.id, planTitle: view.plan.title, turn, name, on: turn?.opensOn ?? each.openedOn, ...(turn === undefined ? {} : { standing: roundStanding(view, turn, each.tasks) }) }
  }))
  const byDefault = views.flatMap((view) => defaultRow(view, desk) ?? [])
  return roundList({ rows: [...opened.toSorted((a, b) => (a.on < b.on ? 1 : -1)), ...byDefault], today: desk.today, mayAct: may(desk.asker, 'open-round'), page }, desk.lang)
}

/** The quarter's, of the tasks for which no opened round took its place. */
function defaultRow(view: View, desk: Desk): RoundRow | undefined {
  const turn = defaultRound(view)
  const tasks = tasksAskedIn(view, turn)
  if (tasks.length === 0) return undefined
  const name = `${roundName(turn, desk.lang, desk.today)}${desk.lang === 'zh' ? '(默认)' : ' (default)'}`
  return { plan: view.plan.id, planTitle: view.plan.title, turn, name, standing: roundStanding(view, turn, tasks) }
}
