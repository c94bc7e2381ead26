// A round as the secretary watches it, one message drawn again as reports come in; and the list of rounds.
import type { Day } from '#src/calendar/day.ts'
import type { Person } from '#src/directory/person.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import { isOpen, isOver, turnByKey, type Round, type RoundTurn } from '#src/queries/round.ts'
import { roundStanding, type RoundStanding } from '#src/queries/round-standing.ts'
import type { View } from '#src/queries/view.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { forwardAction } from './forward.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { roundName } from './round-name.ts'
import { answeredLine, answerRows, countWords, hasAnswered, unitLine } from './round-words.ts'
import { ways } from './ways.ts'

const unitsOnPage = 10

export type RoundFacts = { plan: PlanId; planTitle: string; turn: RoundTurn; standing: RoundStanding; today: Day; /** The asker opens and closes rounds. */ mayAct: boolean; page?: number }

/** “年中进展”报送中，7月10日(周五)截止：应报21家，已报18、未报3。 */
export function roundHead({ turn, standing, today }: Pick<RoundFacts, 'turn' | 'standing' | 'today'>, lang: Lang): string {
  const name = roundName(turn, lang, today)
  const counts = countWords(standing, lang)
  if (isOpen(turn, today)) return lang === 'zh' ? `${name}报送中，${dayWords(turn.until, lang, today)}截止：${counts}` : `${name} is open until ${dayWords(turn.until, lang, today)}: ${counts}`
  const { closedOn } = turn.turn
  const end = closedOn !== undefined && closedOn < turn.until ? closedOn : turn.until
  return lang === 'zh' ? `${name}已于${shortDay(end, lang, today)}${end === closedOn ? '关闭' : '截止'}：${counts}` : `${name} ended on ${shortDay(end, lang, today)}: ${counts}`
}

export function roundCard(facts: RoundFacts, lang: Lang): Card {
  const zh = lang === 'zh'
  const { plan, planTitle, turn, standing, today, page: wanted = 1 } = facts
  const head = roundHead(facts, lang)
  const missing = standing.units.filter((unit) => !hasAnswered(unit))
  const answers = answerRows(standing, (unit) => nameIn(standing, unit), lang)
  const pages = Math.max(1, Math.ceil(Math.max(missing.length, answers.length) / unitsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const shown = missing.slice((page - 1) * unitsOnPage, page * unitsOnPage)
  const shownAnswers = answers.slice((page - 1) * unitsOnPage, page * unitsOnPage)
  const answered = answeredLine(standing.units, lang)
  const paged = pages === 1 ? '' : zh ? `，第${page}/${pages}页` : `, page ${page} of ${pages}`
  return {
    text: head,
    lines: [rich`${head}`, ...besideLines(facts, lang)],
    sections: [
      ...(shown.length === 0 ? [] : [{ heading: zh ? rich`未报${missing.length}个单位${paged}` : rich`${missing.length} not answered${paged}`, rows: shown.map((unit): Row => ({ line: unitLine(unit, lang) })) }]),
      ...(answered === undefined ? [] : [{ rows: [{ line: answered }] }]),
      ...(shownAnswers.length === 0 ? [] : [{ heading: rich`${turn.round.question ?? ''}`, rows: shownAnswers.map((line): Row => ({ line })) }]),
    ],
    actions: [...(facts.mayAct ? deskActions(facts, missing.length > 0, lang) : []), ...pageActions(facts, page, pages, lang)],
    more: [
      ...(facts.mayAct && turn.round.when.every !== 'once' && turn.round.endedOn === undefined ? [{ label: zh ? '以后不再开' : 'No more turns', run: ways.round(plan, turn.round.id, 'end'), confirm: zh ? '以后各期都不再开？' : 'Open no more turns?' }] : []),
      forwardAction(ways.round(plan, turn.key, 'show'), lang),
    ],
    footer: zh ? rich`《${cutTo(planTitle, 40)}》 · ${shortDay(turn.from, lang, today)}以来的填报都算 · 编号${turn.key}` : rich`“${cutTo(planTitle, 40)}” · reports since ${shortDay(turn.from, lang, today)} count · ${turn.key}`,
  }
}

const nameIn = ({ units }: RoundStanding, unit: UnitId): string => units.flatMap(({ voices }) => voices).find((voice) => voice.unit === unit)?.name ?? unit

/** The message that secretaries get when a round opens, as it stands now. */
export function watchedRound({ round }: { round: string }, view: View, { roles }: Pick<Person, 'roles'>, lang: Lang): Card {
  const turn = turnByKey(view, round)
  if (turn === undefined) return { text: round, lines: [rich`${round}`] }
  return roundCard({ plan: view.plan.id, planTitle: view.plan.title, turn, standing: roundStanding(view, turn, turn.round.tasks), today: view.today, mayAct: roles.includes('secretary') }, lang)
}

function besideLines({ turn, standing, today }: RoundFacts, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  const { question, when } = turn.round
  const reopened = [...turn.turn.reopened].filter(([, { until }]) => until >= today)
  return [
    ...(question === undefined ? [] : [zh ? rich`另请说明：${question}` : rich`Also asked: ${question}`]),
    ...(when.every === 'once' ? [] : [zh ? rich`${rhythmWords(turn, 'zh')}` : rich`${rhythmWords(turn, 'en')}`]),
    ...(standing.noUnit.length === 0 ? [] : [zh ? rich`⚠️ ${standing.noUnit.length}项还没有责任单位，没有人会报。` : rich`⚠️ ${standing.noUnit.length} have no unit yet: nobody reports on them.`]),
    ...reopened.map(([unit, { until }]) => (zh ? rich`已为${unit}重开，到${shortDay(until, lang, today)}` : rich`Reopened for ${unit} until ${shortDay(until, lang, today)}`)),
    ...(turn.turn.published === undefined ? [] : [zh ? rich`结果已于${shortDay(turn.turn.published.on, lang, today)}发布` : rich`Published on ${shortDay(turn.turn.published.on, lang, today)}`]),
  ]
}

function rhythmWords({ round: { when } }: RoundTurn, lang: Lang): string {
  if (when.every === 'once') return ''
  const zh = { month: '每月', quarter: '每季度' }[when.every]
  return lang === 'zh' ? `${zh}第${when.nth}个工作日开，报送${when.workingDays}个工作日` : `Opens on working day ${when.nth} of each ${when.every}, for ${counted(when.workingDays, 'working day')}`
}

function deskActions({ plan, turn, standing, today }: RoundFacts, isMissing: boolean, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const name = cutTo(roundName(turn, lang, today), 40)
  const act = (label: string, how: Parameters<typeof ways.round>[2], more: Partial<Action> = {}): Action => ({ label, says: `${label}${zh ? '：' : ': '}${name}`, run: ways.round(plan, turn.key, how), ...more })
  const chase = isMissing ? [act(zh ? '催未报' : 'Chase the silent', 'chase')] : []
  if (!isOver(turn, today)) return [...chase, act(zh ? '关闭' : 'Close', 'close', { confirm: closeQuestion(standing, zh) })]
  // Who closed it wanted nobody asked any more; closed too soon, it can go on.
  const wasClosed = turn.turn.closedOn !== undefined
  const resume = wasClosed && turn.until >= today && turn.turn.published === undefined ? [act(zh ? '取消关闭' : 'Take the closing back', 'resume')] : []
  return [...(wasClosed ? [] : chase), ...resume, ...(isMissing ? [act(zh ? '为一个单位重开' : 'Reopen for a unit', 'reopen')] : []), act(turn.turn.published === undefined ? (zh ? '发布结果' : 'Publish') : zh ? '看发布文字' : 'Published text', 'publish')]
}

/** Closing is no taking back: what comes afterwards is taken, and marked. */
function closeQuestion({ asked, answered }: RoundStanding, zh: boolean): string {
  const silent = asked - answered
  if (silent === 0) return zh ? '都报齐了，现在关闭？' : 'All have answered. Close it now?'
  return zh ? `还有${silent}家未报齐。现在关闭，此后填报的记为迟报？` : `${silent} of ${asked} ${silent === 1 ? 'has' : 'have'} an answer missing. Close it now? What they report from then on is marked late.`
}

const pageActions = ({ plan, turn }: RoundFacts, page: number, pages: number, lang: Lang): Action[] => [
  ...(page < pages ? [{ label: lang === 'zh' ? '下一页' : 'Next page', run: ways.round(plan, turn.key, 'show', page + 1) }] : []),
  ...(page > 1 ? [{ label: lang === 'zh' ? '上一页' : 'Previous page', run: ways.round(plan, turn.key, 'show', page - 1) }] : []),
]

/** One line a round: of one that repeats the turn that began last, `turn` undefined before the first. */
export type RoundRow = { plan: PlanId; planTitle: string; turn: Round | undefined; name: string; standing?: RoundStanding }

const roundsOnPage = 8

export function roundList({ rows, today, mayAct, page: wanted }: { rows: readonly RoundRow[]; today: Day; mayAct: boolean; page: number }, lang: Lang): Card {
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(rows.length / roundsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const opened = rows.filter(({ turn }) => turn?.isDefault !== true)
  const open = opened.filter(({ turn }) => turn !== undefined && isOpen(turn, today)).length
  const head = opened.length === 0 ? (zh ? '还没有开过报送轮次，未定时限的任务默认每季度报一次。' : 'No round was opened yet: tasks without a date report each quarter by default.') : zh ? `报送轮次${opened.length}个，报送中${open}个` : `${opened.length} rounds, ${open} open`
  const plans = new Set(rows.map(({ plan }) => plan)).size
  const rowOf = ({ plan, planTitle, turn, name, standing }: RoundRow): Row => {
    const of = plans > 1 ? ` · 《${cutTo(planTitle, 16)}》` : ''
    const until = turn === undefined ? '' : isOpen(turn, today) ? (zh ? ` · ${shortDay(turn.until, lang, today)}截止` : ` · until ${shortDay(turn.until, lang, today)}`) : zh ? ' · 已截止' : ' · over'
    const line = rich`${strong(name)}${of}${until}${standing === undefined ? (zh ? ' · 未到第一期' : ' · not begun') : ` · ${countWords(standing, lang)}`}`
    return turn === undefined || turn.isDefault ? { line } : { line, beside: { label: zh ? '查看' : 'Open', says: cutTo(zh ? `查看${name}` : `Open ${name}`, 70), run: ways.round(plan, turn.key, 'show') } }
  }
  return {
    text: head,
    lines: [rich`${head}`],
    ...(rows.length === 0 ? {} : { sections: [{ rows: rows.slice((page - 1) * roundsOnPage, page * roundsOnPage).map(rowOf) }] }),
    actions: [
      ...(mayAct ? [{ label: zh ? '开轮次' : 'Open a round', run: ways.openRound(), style: 'primary' as const }] : []),
      ...(page < pages ? [{ label: zh ? '下一页' : 'Next page', run: ways.rounds(page + 1) }] : []),
      ...(page > 1 ? [{ label: zh ? '上一页' : 'Previous page', run: ways.rounds(page - 1) }] : []),
    ],
  }
}
