// 单位核对: a contact looks at all lines of their unit once, and a secretary sees who has. Silence is no consent.
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { unitNamed } from '#src/directory/directory.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { QuestionAbout } from '#src/ledger/part-question.ts'
import { wordKey } from '#src/queries/command-words.ts'
import { unitChecks, type UnitCheck } from '#src/queries/unit-lines.ts'
import { shortPlan } from '#templates/short-plan.ts'
import { agreedSaid, changedSaid, nothingToCheck, sheetsAgreed, sheetsCard, whichAgreed } from '#templates/unit-lines.ts'
import { nobodyChecks, unitChecksCard } from '#templates/unit-checks.ts'
import { own } from './own-word.ts'
import { allViews, viewsOf } from './plan-argument.ts'
import { namesTask, planNumberIn } from './plan-number.ts'
import { recorded, recordedAll } from './recorded.ts'
import { refused } from './refused.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { VerifyArgs } from './verify-args.ts'
import { agreeLine, questionLine } from './verify-line.ts'
import { ownChecks, seenOf, sheetCard, sheetOf, type Sheet } from './verify-sheet.ts'

export const verifyLines = command({
  name: { zh: '单位核对', en: 'verify-lines' },
  also: ['核对', '核对分工', '核对任务', '我的单位任务'],
  alone: ['全部无异议', '都无异议', '无异议', '没有异议'],
  ofTask: ['无异议', '没有异议'],
  usage: { zh: '单位核对（无异议；12 有出入 时限应为9月；12 不是我们 县妇联）', en: 'verify-lines (right; 12 wrong due in September; 12 not-ours 县妇联)' },
  about: { zh: '核对本单位的全部任务：无异议，或哪一项有出入；督查室看谁核对过', en: 'look at all lines of your unit once: right, or what is not; secretaries see who has' },
  then: { zh: '无异议的记下您看过；有出入的由督查室核定，结果告诉您。', en: 'What is right is noted as looked at; the rest is settled by the secretary, and you are told.' },
  group: 'dispute',
  may: 'see',
  args: VerifyArgs,
  typed: typedCheck,
  run(args, desk) {
    if (args.act === 'question' || (args.act === 'agree' && args.task !== undefined)) return args.act === 'agree' ? agreeLine(args, desk) : questionLine(args, desk)
    const views = allViews(desk)
    const mine = ownChecks(desk, views)
    if (args.act === 'agree') return agreeAll(args, mine, desk)
    if (args.unit !== undefined && args.unit !== '') return ofUnit(args, mine, desk)
    if (mine.length === 0) return overview(args, desk)
    const meant = mine.filter(({ plan }) => args.plan === undefined || plan === args.plan)
    const open = meant.filter(({ unchecked }) => unchecked > 0)
    const [first] = open.length > 0 ? open : meant
    if (first === undefined) return answered(nothingToCheck(desk.lang))
    if (open.length > 1) return shown(sheetsCard(open, desk.lang), args)
    return shown(sheetCard(sheetOf(desk, first), args, mine, desk), args)
  },
})

const shown = (card: Parameters<typeof answered>[0], { here }: VerifyArgs): Answer => ({ kind: 'card', card, ...(here ? { replaces: true } : {}) })

const unitAsked = (name: string, { directory }: Desk): UnitId | undefined => unitNamed(directory, name)?.id

/** All lines of one sheet, as they were shown. */
function agreeAll(args: VerifyArgs, mine: readonly UnitCheck[], desk: Desk): Answer | Promise<Answer> {
  const meant = mine.filter(({ plan, unit }) => (args.plan === undefined || plan === args.plan) && (args.unit === undefined || unit === unitAsked(args.unit, desk)))
  const open = meant.filter(({ unchecked }) => unchecked > 0)
  const [only, ...more] = open
  if (more.length > 0) return agreeEvery(open, args, desk)
  const check = only ?? meant[0]
  if (check === undefined) return answered(nothingToCheck(desk.lang))
  const sheet = sheetOf(desk, check)
  if (only === undefined) return shown(sheetCard(sheet, args, mine, desk), args)
  if (args.seen !== undefined && args.seen !== sheet.seen) return shown(sheetCard(sheet, args, mine, desk, changedSaid(desk.lang)), args)
  return agreed(sheet, check, args, desk)
}

/** Of several, none is taken for another: each is one tap, and so are all. */
async function agreeEvery(open: readonly UnitCheck[], args: VerifyArgs, desk: Desk): Promise<Answer> {
  const sheets = open.map((check) => sheetOf(desk, check))
  const seen = seenOf(sheets.map((sheet) => sheet.seen).join(' '), desk)
  if (!args.every || args.seen !== seen) return shown(whichAgreed(sheets, seen, desk.lang), args)
  const answer = await recordedAll(sheets.map(({ check, lines }) => () => desk.record(check.plan, agreeing(check, lines))), desk, (outcomes) => {
    const [agreed, left] = [true, false].map((isRecorded) => sheets.flatMap(({ check }, at) => ((outcomes[at]?.ok === true) === isRecorded ? [check] : [])))
    return sheetsAgreed({ agreed: agreed ?? [], left: left ?? [], time: desk.calendar.timeAt(desk.now, desk.zone) }, desk.lang)
  })
  return answer.kind === 'card' ? shown(answer.card, args) : answer
}

/** Of a sheet what nobody has looked at. */
const agreeing = ({ unit }: UnitCheck, lines: Sheet['lines']): PlanIntent => ({ type: 'check-parts', unit, lines: lines.filter(({ state }) => state === 'unchecked').map((line) => ({ task: line.number, unit: line.unit })) })

async function agreed(sheet: Sheet, check: UnitCheck, args: VerifyArgs, desk: Desk): Promise<Answer> {
  const answer = await recorded(desk.record(check.plan, agreeing(check, sheet.lines)), desk, () =>
    sheetCard(sheetOf(desk, check), { ...args, page: 1 }, ownChecks(desk), desk, agreedSaid(check.unchecked, desk.calendar.timeAt(desk.now, desk.zone), desk.lang)))
  return answer.kind === 'card' ? shown(answer.card, args) : answer
}

/** One unit's sheets; whoever speaks for it can answer on them. */
function ofUnit(args: VerifyArgs, mine: readonly UnitCheck[], desk: Desk): Answer {
  const found = findUnit(desk.directory, args.unit ?? '')
  if (!found.ok) return unitRefused(desk, args.unit ?? '', found.nearest, (unit) => ({ command: 'verify-lines', args: { unit } }))
  const { unit } = found
  const checks = allViews(desk).filter(({ plan }) => args.plan === undefined || plan.id === args.plan).flatMap((view) => unitChecks(view).filter((check) => check.unit === unit.id))
  const [first, ...more] = checks
  if (first === undefined) return answered(nobodyChecks(desk.lang))
  return more.length > 0 ? shown(sheetsCard(checks, desk.lang), args) : shown(sheetCard(sheetOf(desk, first), args, mine, desk), args)
}

/** Who has looked, a plan at a time; of several, each is one press away. */
function overview(args: VerifyArgs, desk: Desk): Answer {
  const found = viewsOf(desk, args.plan)
  if (!found.ok) return refused(found.refusal, desk)
  const handedOut = found.views.filter(({ plan }) => plan.handedOutOn !== undefined)
  const [view] = handedOut
  if (view === undefined) return answered(nobodyChecks(desk.lang))
  const card = unitChecksCard({ checks: unitChecks(view), title: view.plan.title, plan: view.plan.id, page: args.page }, desk.lang)
  const others = handedOut.slice(1).map(({ plan }) => ({ label: `${plan.id} ${shortPlan(plan.title, 20)}`, says: `${plan.id} ${plan.title}`.slice(0, 70), run: { command: 'verify-lines', args: { plan: plan.id } } }))
  return shown({ ...card, actions: [...(card.actions ?? []), ...others] }, args)
}

const right = new Set(['无异议', '没有异议', '没意见', '无意见', '全部无异议', '都无异议', '都对', 'right', 'ok', 'agree'])
const about: Readonly<Record<string, QuestionAbout>> = {
  有出入: 'content', 不对: 'content', wrong: 'content', 不是我们: 'not-ours', 不是我们负责: 'not-ours', 不是我负责: 'not-ours', 不归我们: 'not-ours', 'not-ours': 'not-ours',
}

/** 无异议; p1 无异议; 12 无异议; 12 有出入 时限应为9月; 12 不是我们 县妇联; 县教育局; 第2页. */
function typedCheck(words: readonly string[]): Record<string, unknown> {
  const args: Record<string, unknown> = {}
  for (const [at, word] of words.entries()) {
    const key = wordKey(word)
    const wrong = own(about, key)
    const page = /^第(\d{1,3})页$/.exec(word)?.[1]
    if (wrong !== undefined) return { ...args, act: 'question', about: wrong, ...saidBehind(words.slice(at + 1), wrong, args['task'] === undefined) }
    if (right.has(key)) args['act'] = 'agree'
    else if (planNumberIn(key) !== undefined) args['plan'] = key
    else if (page !== undefined) args['page'] = page
    else if (namesTask(key)) args['task'] = word
    else args['unit'] = word
  }
  return args['task'] === undefined || args['act'] !== undefined ? args : { ...args, act: 'question' }
}

/** Whose it should be is one word, what is wrong a sentence. */
function saidBehind([first, ...rest]: readonly string[], wrong: QuestionAbout, isTaskMissing: boolean): Record<string, unknown> {
  if (first !== undefined && isTaskMissing && namesTask(first)) return { task: first, ...saidBehind(rest, wrong, false) }
  if (first === undefined) return {}
  return wrong === 'content' ? { words: [first, ...rest].join(' ') } : { should: first, words: rest.join(' ') }
}
