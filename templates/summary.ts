// The leader's screen: at most fifteen lines. The verdict, the worst with cause and next step, what comes, and as of when.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { DecisionWaiting } from '#src/queries/decisions-waiting.ts'
import type { CountySummary } from '#src/queries/county-summary.ts'
import type { Light } from '#src/queries/light.ts'
import { isRound, type Asking } from '#src/queries/by-round.ts'
import { endOf } from '#src/queries/round.ts'
import { verdictOf, type RoundCounts, type Summary, type Verdict } from '#src/queries/summary.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import { unmetWords } from './cadences.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { changesOnScreen, type ChangesShown } from './changes.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { decisionActions, decisionLines } from './decisions.ts'
import { asOfMoment, shortDay } from './day-words.ts'
import { forwardAction } from './forward.ts'
import { lightCounts, lightMark, lightName } from './light-words.ts'
import { explainedRows, gapRows, meetingLine, unmetHeading, unmetRows } from './meeting-rows.ts'
import { nextWords } from './next-step.ts'
import { redRows, redsHeading } from './red-rows.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { roundName } from './round-name.ts'
import { shortPlan } from './short-plan.ts'
import { dateTag, movedTag, numberWords, shortTitle } from './task-line.ts'
import { ways } from './ways.ts'
import { rowsOf, withinScreen, type Passage } from './within-screen.ts'

/** Where the screen is drawn: the wall time of its data, and whether the reader can put things right; `archived`: plans that were put away, where all are asked about. */
export type Seen = {
  today: Day
  time: string
  supervises: boolean
  archived?: number
  /** Since the reader looked last. */
  changes?: ChangesShown
  /** Gives instructions of their own. */
  instructs?: boolean
  /** What waits for a leader, the first to be decided first; `decides`: the reader is that leader. */
  decisions?: { all: readonly DecisionWaiting[]; decides: boolean }
  /** Of some tasks alone; `list`: the words of a list among them. */
  scope?: { about: { unit: string } | { section: string } | { person: string }; list: (filter: string) => string }
}
type Facts = Omit<Summary, 'plan' | 'title'>

/** Plans that get a line and a button of their own. */
const plansShown = 3

const verdicts: Record<Lang, Record<Verdict, string>> = {
  zh: { 'not-handed-out': '尚未下发', 'in-hand': '总体可控', 'at-risk': '有风险' },
  en: { 'not-handed-out': 'Not handed out yet', 'in-hand': 'In hand', 'at-risk': 'Of concern' },
}

/** 总体可控：30项中 ✅6办结 🟢17正常 🟡4预警 🔴3滞后 ⚪0待定. @param isPart of some tasks alone, where a light that none has says nothing */
export function verdictLine(facts: Pick<Facts, 'handedOut' | 'lights' | 'total'>, lang: Lang, isPart = false): string {
  const counts = lightCounts(facts, lang, isPart ? 'lit' : 'all')
  const verdict = verdicts[lang][verdictOf(facts)]
  return lang === 'zh' ? `${verdict}：${facts.total}项中 ${counts}` : `${verdict}. ${counted(facts.total, 'task')}: ${counts}`
}

export function summaryCard(facts: Summary, seen: Seen, lang: Lang): Card {
  return screen(facts, { title: cutTo(facts.title, 60), plan: facts.plan, plans: [], left: 0 }, seen, lang)
}

/** Several plans on one screen, with a way to each. */
export function countySummaryCard(facts: CountySummary, seen: Seen, lang: Lang): Card {
  return screen(facts, { title: lang === 'zh' ? `全部方案(${facts.plans.length}个)` : `All plans (${facts.plans.length})`, plans: facts.plans, left: facts.notHandedOut }, seen, lang)
}

/** `left`: plans that are not counted, as they are not handed out. */
type About = { title: string; plan?: PlanId; plans: readonly Summary[]; left: number }

function screen(facts: Facts, { title, plan, plans, left }: About, seen: Seen, lang: Lang): Card {
  const verdict = verdictLine(facts, lang, seen.scope !== undefined)
  const shownPlans = plans.slice(0, plansShown)
  const waiting = shownDecisions(seen).length
  // A unit's or a section's screen names no plan.
  const isNumbered = (task: TaskCard): boolean => plans.length > 1 || (seen.scope !== undefined && task.ofSeveral === true)
  const rows = withinScreen(linesOnScreen - decisionLinesEach * waiting, {
    plans: [{ rank: 1, rows: rowsOf([...shownPlans.map((each) => planLine(each, lang)), ...otherPlans(plans.length - shownPlans.length, left, seen.archived ?? 0, lang)]) }],
    reported: [{ rank: 3, rows: rowsOf(facts.handedOut && (seen.scope === undefined || facts.asked > 0) ? [reportedLine(facts, seen.today, lang)] : []) }],
    reds: redRows(facts, { today: seen.today, isNumbered, isCrowded: waiting > 0 }, lang),
    changes: changeRows(seen, lang),
    due: [{ rank: 7, rows: rowsOf(dueLine(facts, seen.today, isNumbered, lang)) }],
    meeting: [{ rank: 4.5, rows: rowsOf(seen.scope === undefined ? meetingLine(facts, seen.today, lang) : []) }],
    unmet: seen.scope === undefined ? unmetRows(facts, lang) : [],
    gaps: seen.scope === undefined ? gapRows(facts, seen.today, lang) : [],
    explained: seen.scope === undefined ? explainedRows(facts, seen.today, lang) : [],
    pending: [{ rank: 6, rows: rowsOf(seen.scope === undefined ? pendingLines(facts, seen, lang) : []) }],
  })
  return {
    text: verdict,
    title: seen.scope === undefined ? title : scopeTitle(seen.scope.about, lang),
    lines: [verdictStrong(verdict, lang)],
    sections: [
      ...decisionsSection(seen, lang), ...greyed([...rows.plans, ...rows.reported], waiting > 0 ? (lang === 'zh' ? rich`进展` : rich`Progress`) : undefined), ...under(redsHeading(facts, rows.reds.length, lang), rows.reds), ...under(unmetHeading(facts, lang), rows.unmet),
      ...(seen.changes === undefined ? [] : under(changesOnScreen(seen.changes, lang).heading, rows.changes)),
      ...under(lang === 'zh' ? rich`近期` : rich`Coming up`, [...rows.due, ...rows.meeting, ...rows.gaps, ...rows.explained]), ...under(undefined, rows.pending),
    ],
    actions: [...listActions(facts, plan, seen, lang), ...(seen.scope === undefined ? shownPlans : []).map((each) => ({ label: shortPlan(each.title, 18), says: cutTo(each.title, 70), run: ways.summary(each.plan) }))],
    more: moreActions(facts, plan, plans.slice(plansShown), seen, lang),
    footer: footerLine(facts, seen, lang),
    forward: forwarded(facts, plans, seen, lang),
  }
}

const under = (heading: Rich | undefined, rows: readonly Row[]): Section[] => (rows.length === 0 ? [] : [{ ...(heading === undefined ? {} : { heading }), rows, opensBelow: true }])

/** What the verdict is of, small and grey. @param heading where it does not stand right below the verdict */
const greyed = (rows: readonly Row[], heading: Rich | undefined): Section[] =>
  (rows.length === 0 ? [] : [{ ...(heading === undefined ? {} : { heading }), rows: [], note: rows.map(({ line }) => line).reduce((all, line) => rich`${all}\n${line}`) }])

/** 总体可控 in bold; its counts behind it. */
function verdictStrong(verdict: string, lang: Lang): Rich {
  const end = verdict.indexOf(lang === 'zh' ? '：' : '. ') + 1
  return rich`${strong(verdict.slice(0, end))}${verdict.slice(end)}`
}

const otherReds = (left: number, lang: Lang): Rich[] => (left <= 0 ? [] : [lang === 'zh' ? rich`另有${left}项红灯` : rich`${left} more behind`])

/** p1-4 健全心理健康服务网络 · 县教育局 · 6月15日(逾期17天): a text message has little room. */
const redInShort = (task: TaskCard, { several, isFirst }: { several: boolean; isFirst: boolean }, today: Day, lang: Lang): Rich =>
  rich`${isFirst ? (lang === 'zh' ? '滞后：' : 'Behind: ') : ''}${numberWords(task, several)} ${cutTo(task.title, 12)} · ${task.lead?.name ?? ''} · ${dateTag(task, lang, today)}`

/** What is passed on: as of when, the verdict and who is silent, who is behind, a line each, what waits for a leader; the plans last. */
function forwarded(facts: Facts, plans: readonly Summary[], seen: Seen, lang: Lang): Rich[] {
  const { reds, lights } = facts
  const several = plans.length > 1
  return [
    forwardedHead(facts, seen, lang), ...reds.map((task, at) => redInShort(task, { several, isFirst: at === 0 }, seen.today, lang)), ...otherReds(lights.red - reds.length, lang), ...facts.unmet.map((each) => rich`${each.body.name}${lang === 'zh' ? '：' : ': '}${unmetWords(each, lang)}`),
    ...shownDecisions(seen).flatMap((decision) => decisionLines(decision, lang, seen.today, seen.decisions?.decides).slice(0, 1)),
    ...dueLine(facts, seen.today, () => several, lang), ...plans.map((each) => planLine(each, lang)),
  ]
}

/** It is read where nobody can open anything: the moment and what nobody spoke of are in its first line. */
function forwardedHead(facts: Facts, { today, time }: Seen, lang: Lang): Rich {
  const { asked, unreported, handedOut } = facts
  const moment = asOfMoment(today, time, lang, today)
  const silent = !handedOut || asked === 0 ? '' : lang === 'zh' ? `；应报${asked}，未报${unreported}` : `; ${unreported}/${asked} not reported`
  return lang === 'zh' ? rich`截至${moment}，${verdictLine(facts, lang, true)}${silent}` : rich`As of ${moment}. ${verdictLine(facts, lang, true)}${silent}`
}

/** Nothing has changed, or nobody knows: no row. Where there is no room for lines of their own, up to three are named in one. */
function changeRows({ changes }: Seen, lang: Lang): Passage {
  if (changes === undefined) return []
  const { inShort, met, lines } = changesOnScreen(changes, lang)
  const rows = (of: readonly Rich[]): Row[] => rowsOf(of)
  const brief = [...inShort, ...met]
  return [{ rank: 4, rows: rows(brief.slice(0, 1)) }, ...(brief.length > 1 ? [{ rank: 8.5, rows: rows(brief) }] : []), { rank: 8.6, rows: rows([...lines.slice(0, 1), ...met, ...lines.slice(1)]) }]
}

/** What a part is called: 县教育局牵头的任务. */
export function scopeTitle(about: NonNullable<Seen['scope']>['about'], lang: Lang): string {
  const zh = lang === 'zh'
  if ('unit' in about) return zh ? `${about.unit}牵头的任务` : `Led by ${about.unit}`
  return 'section' in about ? (zh ? `领域：${about.section}` : `Section: ${about.section}`) : zh ? `${about.person}分管的任务` : `In the charge of ${about.person}`
}

/** So many wait on one screen; the rest once these are decided. */
const decisionsShown = 3
/** What a decision takes of the screen. */
const decisionLinesEach = 2

const shownDecisions = ({ decisions }: Seen): readonly DecisionWaiting[] => decisions?.all.slice(0, decisionsShown) ?? []

/** 待领导决定 stands right under the verdict, each with its choices and what follows from them: all else on the screen asks nothing. */
function decisionsSection(seen: Seen, lang: Lang): Section[] {
  const zh = lang === 'zh'
  const shown = shownDecisions(seen)
  const [total, decides] = [seen.decisions?.all.length ?? 0, seen.decisions?.decides === true]
  if (shown.length === 0) return []
  const heading = decides ? (zh ? rich`待您决定 ${total}` : rich`Waiting for you: ${total}`) : zh ? rich`待领导决定 ${total}` : rich`Waiting for the leader: ${total}`
  const rows = shown.map((decision) => decisionRow(decision, decides, seen.today, lang))
  return [{ heading, rows, ...(total > shown.length ? { note: zh ? rich`另有${total - shown.length}件，处理完这些再看` : rich`${total - shown.length} more once these are decided` } : {}) }]
}

/** What follows from each choice is read after what there is to choose. */
function decisionRow(decision: DecisionWaiting, decides: boolean, today: Day, lang: Lang): Row {
  const lines = decisionLines(decision, lang, today, decides)
  const then = lines.at(-1)
  return { line: rich`${lines.slice(0, -1).map(plain).join('\n')}`, ...(then === undefined ? {} : { note: then }), ...(decides ? { actions: decisionActions(decision, lang) } : {}) }
}

/** Fifteen lines with the title, the verdict and the data time; headings beside. */
const linesOnScreen = 15 - 3

const planLine = (plan: Summary, lang: Lang): Rich => rich`${shortPlan(plan.title, 20)} · ${lang === 'zh' ? `${plan.total}项` : `${counted(plan.total, 'task')}:`} ${lightCounts(plan, lang)}`

/** Plans without a line of their own. */
function otherPlans(more: number, notHandedOut: number, archived: number, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  const parts = [
    ...(more > 0 ? [zh ? `另有${more}个方案，点“更多”看` : `${more} more plans: see “more”`] : []),
    ...(notHandedOut > 0 ? [zh ? `另有${notHandedOut}个方案未下发，未计入` : `${notHandedOut} more not handed out yet, not counted`] : []),
    ...(archived > 0 ? [zh ? `另有${archived}个方案已归档，未计入` : `${archived} put away, not counted`] : []),
  ]
  return parts.length === 0 ? [] : [rich`${parts.join(zh ? '；' : '; ')}`]
}

/** Rounds that have a figure of their own. What is asked by its date always has. */
const roundsShown = 2

/** 未报 is counted apart: what nobody spoke of is not known to be well. Each round has its own figures; those that do not fit are counted together. */
function reportedLine({ rounds }: Facts, today: Day, lang: Lang): Rich {
  const zh = lang === 'zh'
  const own = rounds.filter(({ round }) => isRound(round))
  const others = own.slice(roundsShown)
  const sum = (count: (each: RoundCounts) => number): number => others.reduce((total, each) => total + count(each), 0)
  const said = own.slice(0, roundsShown).map((counts) => countsOf(namedWithEnd(counts.round, today, lang), counts, lang))
  const dated = rounds.flatMap((counts) => (isRound(counts.round) ? [] : [countsOf(roundName(counts.round, lang, today), counts, lang)]))
  const rest = others.length === 0 ? [] : [countsOf(zh ? `其余${others.length}轮` : `${others.length} more rounds`, { asked: sum(({ asked }) => asked), answered: sum(({ answered }) => answered) }, lang)]
  const isSilent = rounds.some(({ asked, answered }) => answered < asked)
  const silence = isSilent ? (zh ? '(未报不等于正常)' : ' (no report is not “on track”)') : ''
  return rich`${[...said, ...rest, ...dated].join(zh ? '；' : '; ')}${silence}`
}

function namedWithEnd(round: Asking, today: Day, lang: Lang): string {
  const name = roundName(round, lang, today)
  if (!isRound(round)) return name
  const day = shortDay(endOf(round), lang, today)
  return lang === 'zh' ? `${name}(至${day})` : `${name} (to ${day})`
}

function countsOf(name: string, { asked, answered }: Pick<RoundCounts, 'asked' | 'answered'>, lang: Lang): string {
  const silent = asked - answered
  if (lang === 'zh') return asked === 0 ? `${name}暂无应报事项` : silent === 0 ? `${name}应报${asked}项，全部已报` : `${name}应报${asked}项，已报${answered}，未报${silent}`
  return asked === 0 ? `${name}: nothing to report yet` : silent === 0 ? `${name}: all ${asked} have reported` : `${name}: ${answered} of ${asked} reported, ${silent} did not`
}

function dueLine({ nextDue }: Facts, today: Day, isNumbered: (task: TaskCard) => boolean, lang: Lang): Rich[] {
  if (nextDue === undefined) return []
  const name = `${numberWords(nextDue, isNumbered(nextDue))} ${shortTitle(nextDue)}`
  return [lang === 'zh' ? rich`${strong('最近到期：')}${name}，${nextWords(nextDue.nextDated ?? nextDue.next, lang, today)}${movedTag(nextDue, lang, today)}` : rich`${strong('Next due:')} ${name}, ${nextWords(nextDue.nextDated ?? nextDue.next, lang, today)}${movedTag(nextDue, lang, today)}`]
}

/** What waits for the secretary, one line for all of it; nobody else can do anything about it. */
function pendingLines({ claimsWaiting, openDoubts, unitsWithoutContact, noUnit }: Facts, { supervises }: Seen, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  const counts: [number, string, string][] = [
    [claimsWaiting, `待审核${claimsWaiting}项`, `${claimsWaiting} to review`],
    [openDoubts, `存疑${openDoubts}处`, `${openDoubts} doubts`],
    [noUnit, `单位待定${noUnit}项`, `${noUnit} without a unit`],
    [unitsWithoutContact, `缺联络员${unitsWithoutContact}个单位`, `${unitsWithoutContact} units without a contact`],
  ]
  const waiting = counts.filter(([count]) => count > 0).map(([, chinese, english]) => (zh ? chinese : english))
  if (!supervises || waiting.length === 0) return []
  return [zh ? rich`待您处理：${waiting.join('，')}` : rich`Waits for you: ${waiting.join(', ')}`]
}

function footerLine({ asked, answered, handedOut }: Facts, { today, time }: Seen, lang: Lang): Rich {
  const moment = asOfMoment(today, time, lang, today)
  const reported = handedOut && asked > 0 ? (lang === 'zh' ? `，已报${answered}/${asked}` : `, ${answered}/${asked} reported`) : ''
  return lang === 'zh' ? rich`截至${moment}${reported}` : rich`As of ${moment}${reported}`
}

/** What is typed for the list of a light. */
export const lightAsked: Record<Light, string> = { done: '已办结', red: '红灯', yellow: '黄灯', green: '绿灯', pending: '待定' }

const listAction = (light: Light, facts: Facts, plan: PlanId | undefined, { scope }: Seen, lang: Lang): Action => ({
  label: `${lightMark[light]} ${lang === 'zh' ? lightAsked[light] : lightName.en[light]} ${facts.lights[light]}`,
  says: lang === 'zh' ? `查看${lightAsked[light]}${facts.lights[light]}项` : `Open the ${facts.lights[light]} ${lightName.en[light]}`,
  run: ways.tasks(scope?.list(lightAsked[light]) ?? lightAsked[light], plan),
})

function listActions(facts: Facts, plan: PlanId | undefined, seen: Seen, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const { scope, instructs } = seen
  return [
    ...(['red', 'yellow'] as const).filter((light) => facts.lights[light] > 0).map((light) => listAction(light, facts, plan, seen, lang)),
    ...(facts.unreported === 0 ? [] : [{ label: zh ? `未报 ${facts.unreported}` : `Not reported ${facts.unreported}`, says: zh ? `查看未报${facts.unreported}项` : `Open the ${facts.unreported} not reported`, run: ways.tasks(scope?.list('未报') ?? '未报', plan) }]),
    ...(scope === undefined ? [{ label: zh ? '按单位' : 'By unit', run: ways.units(plan) }, { label: zh ? '按领域' : 'By section', run: ways.sections(plan) }, { label: zh ? '变化' : 'Changes', run: ways.changes(plan) }] : [{ label: zh ? '全县汇总' : 'All', run: ways.summary() }]),
    ...(instructs === true ? [{ label: zh ? '批示' : 'Instruct', run: ways.instruct() }] : []),
  ]
}

function moreActions(facts: Facts, plan: PlanId | undefined, plans: readonly Summary[], seen: Seen, lang: Lang): Action[] {
  const zh = lang === 'zh'
  return [
    ...(['green', 'done', 'pending'] as const).filter((light) => facts.lights[light] > 0).map((light) => listAction(light, facts, plan, seen, lang)),
    { label: zh ? `全部 ${facts.total}` : `All ${facts.total}`, run: ways.tasks(seen.scope?.list('') ?? '', plan) },
    ...(seen.scope === undefined ? plans : []).map((each) => ({ label: shortPlan(each.title, 60), run: ways.summary(each.plan) })),
    ...(seen.instructs === true ? [{ label: zh ? '我的批示' : 'My instructions', run: ways.instructions() }] : []),
    { label: zh ? '进度图' : 'Picture', says: zh ? '进度图：画成一张图' : 'Picture: progress drawn', run: ways.chart(seen.scope?.list('') ?? plan) },
    forwardAction(seen.scope === undefined ? ways.summary(plan) : ways.summaryOf(seen.scope.list('')), lang),
  ]
}
