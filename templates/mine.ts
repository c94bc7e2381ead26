// A contact's own tasks, the most urgent first, each with its three answers.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Aside, AsideWhy } from '#src/queries/aside.ts'
import type { Mine } from '#src/queries/mine.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import { allNormalActions } from './all-normal.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { absenceNote, type AbsenceFacts } from './deputy.ts'
import { rich, type Rich } from './rich.ts'
import { roundNames } from './round-name.ts'
import { forwardAction } from './forward.ts'
import { shortPlan } from './short-plan.ts'
import { partActions, reportActions } from './task-card.ts'
import { taskLine } from './task-line.ts'
import { ways } from './ways.ts'

/** More than this nobody reads on a phone at once. */
export const mineOnCard = 7

/** `unchecked`: lines of their units that were not looked at. `toPropose`: tasks without a date whose milestones are still to be said. `names`: of their units. `together`: what is asked and may be answered in one tap, as listed at `now`. `hasPost`: they hold one of their own, and do not only stand in. */
export type MineFacts = Mine & { hasPost: boolean; unchecked: number; toPropose: number; names: readonly string[]; today: Day; absences: readonly AbsenceFacts[]; together: readonly TaskCard[]; now: Instant }

/** 县教育局负责18项，其中滞后1、预警2；二季度未报3项。 */
export function mineHead({ leading, names, unreported, helping, helpedDone, done, groupSilent, today, rounds }: MineFacts, lang: Lang): string {
  const count = (light: TaskCard['light']): number => leading.filter((task) => task.light === light).length
  const [red, yellow] = [count('red'), count('yellow')]
  if (lang === 'zh') {
    if (leading.length === 0) return `${names.join('、')}目前没有牵头待办${done > 0 ? `，已办结${done}项` : ''}${helping.length > 0 ? `；配合和共同落实${helping.length}项${silentWords(groupSilent, lang)}${helpedWords(helpedDone, lang)}` : ''}。`
    const lights = [...(red > 0 ? [`🔴滞后${red}`] : []), ...(yellow > 0 ? [`🟡预警${yellow}`] : [])].join('、')
    return `${names.join('、')}待办${leading.length}项${lights === '' ? '' : `，其中${lights}`}${unreported > 0 ? `；${roundNames(rounds, lang, today)}未报${unreported}项` : ''}。`
  }
  if (leading.length === 0) return `${names.join(', ')}: nothing to do as lead${done > 0 ? `, ${done} done` : ''}${helping.length > 0 ? `; ${helping.length} as support${silentWords(groupSilent, lang)}${helpedWords(helpedDone, lang)}` : ''}.`
  const lights = [...(red > 0 ? [`🔴 ${red} behind`] : []), ...(yellow > 0 ? [`🟡 ${yellow} at risk`] : [])].join(', ')
  return `${names.join(', ')}: ${leading.length} to do${lights === '' ? '' : `, ${lights}`}${unreported > 0 ? `; ${unreported} not reported for ${roundNames(rounds, lang, today)}` : ''}.`
}

/** @param wanted the page of what is to be done */
export function mineCard(facts: MineFacts, wanted: number, lang: Lang): Card {
  const zh = lang === 'zh'
  const head = mineHead(facts, lang)
  const tasks = facts.leading.length > 0 ? facts.leading : facts.helping
  const pages = Math.max(1, Math.ceil(tasks.length / mineOnCard))
  const page = Math.min(Math.max(1, wanted), pages)
  const left = tasks.length - page * mineOnCard
  const several = new Set(tasks.map(({ plan }) => plan)).size > 1
  return {
    text: head,
    lines: [rich`${head}`, ...absenceLines(facts, lang), ...helpingLines(facts, lang), ...milestoneLines(facts, lang), ...(pages === 1 ? [] : [zh ? rich`第${page}/${pages}页` : rich`Page ${page} of ${pages}`])],
    sections: [...(tasks.length === 0 ? [] : [{ rows: ownRows(tasks.slice((page - 1) * mineOnCard, page * mineOnCard), { several, seldom: true }, facts, lang) }]), ...besideSection(facts, lang)],
    actions: [
      ...allNormalActions(facts.together, facts.now, lang),
      ...(left > 0 ? [{ label: zh ? `下一页，另有${left}项` : `Next page, ${left} more`, run: ways.mine({ page: page + 1 }) }] : []),
      ...(page > 1 ? [{ label: zh ? '上一页' : 'Previous page', run: ways.mine({ page: page - 1 }) }] : []),
      ...unitActions(facts, lang),
      ...milestoneActions(facts, lang),
    ],
    more: [forwardAction(ways.mine(), lang)],
    ...(several ? { footer: plansLegend(tasks, lang) } : {}),
  }
}

/** Which plan is which, where the numbers of several stand together. */
function plansLegend(tasks: readonly TaskCard[], lang: Lang): Rich {
  const named = new Map(tasks.map(({ plan, planTitle }) => [plan, planTitle]))
  return rich`${[...named].map(([id, title]) => (lang === 'zh' ? `${id}《${shortPlan(title, 24)}》` : `${id} “${shortPlan(title, 40)}”`)).join(lang === 'zh' ? ' · ' : ', ')}`
}

const asideWords: Record<Lang, Record<AsideWhy, string>> = {
  zh: { paused: '暂缓', disowned: '待核定归属', 'in-review': '待审核', handed: '已分派' },
  en: { paused: 'paused', disowned: 'whose it is waits', 'in-review': 'in review', handed: 'handed on' },
}
const asideOrder: readonly AsideWhy[] = ['in-review', 'handed', 'disowned', 'paused']

/** 待审核2、已分派3 */
const asideCounts = (aside: readonly Aside[], lang: Lang): string =>
  asideOrder.flatMap((why) => ((count) => (count === 0 ? [] : [lang === 'zh' ? `${asideWords.zh[why]}${count}` : `${count} ${asideWords.en[why]}`]))(aside.filter((each) => each.why === why).length)).join(lang === 'zh' ? '、' : ', ')

/** What stands beside the to-do: lines that were not looked at, and what waits for others. */
export function besideSection({ unchecked, aside }: MineFacts, lang: Lang): Section[] {
  const zh = lang === 'zh'
  const rows: Row[] = [
    ...(unchecked === 0 ? [] : [{ line: zh ? rich`☐ 单位核对：还有${unchecked}项没看过（不算同意）` : rich`☐ ${counted(unchecked, 'line')} of your unit not looked at (which is no consent)`, beside: { label: zh ? '核对' : 'Look', says: zh ? `核对本单位${unchecked}项` : 'Look at the lines of your unit', run: ways.checkLines() } }]),
    ...(aside.length === 0 ? [] : [{ line: zh ? rich`现在不用办的${aside.length}项：${asideCounts(aside, lang)}` : rich`Not to be done now: ${asideCounts(aside, lang)}`, beside: { label: zh ? '看这些' : 'Open', says: zh ? `看现在不用办的${aside.length}项` : 'What is not to be done now', run: ways.mine({ aside: true }) } }]),
  ]
  return rows.length === 0 ? [] : [{ rows }]
}

const asideOnCard = 12

/** What waits for others, each with why. */
export function asideCard({ aside, names, today }: MineFacts, wanted: number, lang: Lang): Card {
  const zh = lang === 'zh'
  const pages = Math.max(1, Math.ceil(aside.length / asideOnCard))
  const page = Math.min(Math.max(1, wanted), pages)
  const paged = pages === 1 ? '' : zh ? `，第${page}/${pages}页` : `, page ${page} of ${pages}`
  const head = aside.length === 0 ? (zh ? '没有搁在别处的任务。' : 'Nothing waits for others.') : zh ? `${names.join('、')}现在不用办的${aside.length}项：${asideCounts(aside, lang)}${paged}。` : `${names.join(', ')}, not to be done now: ${asideCounts(aside, lang)}${paged}.`
  const several = new Set(aside.map(({ card }) => card.plan)).size > 1
  return {
    text: head,
    lines: [rich`${head}`],
    sections: aside.length === 0 ? [] : [{ rows: aside.slice((page - 1) * asideOnCard, page * asideOnCard).map(({ card, why }) => ({ line: rich`${asideWords[lang][why]}${why === 'handed' && card.lead?.handler !== undefined ? ` ${card.lead.handler}` : ''} · ${taskLine(card, lang, today, several)}`, beside: { label: zh ? '查看' : 'Open', says: zh ? `查看第${card.number}项` : `Open task ${card.number}`, run: ways.task(card) } })) }],
    actions: [
      ...(page < pages ? [{ label: zh ? '下一页' : 'Next page', run: ways.mine({ aside: true, page: page + 1 }) }] : []),
      ...(page > 1 ? [{ label: zh ? '上一页' : 'Previous page', run: ways.mine({ aside: true, page: page - 1 }) }] : []),
      { label: zh ? '我的任务' : 'My tasks', run: ways.mine() },
    ],
  }
}

/** Who stands in for the reader, and for whom they stand in. */
export const absenceLines = ({ absences, today }: MineFacts, lang: Lang): Rich[] => absences.map((facts) => absenceNote(facts, today, lang))

/** What the unit leads; one that leads nothing sees what it helps with. */
export function ownSections({ leading, helping, today, now }: MineFacts, shown: number, lang: Lang): Section[] {
  const several = new Set([...leading, ...helping].map(({ plan }) => plan)).size > 1
  const tasks = leading.length > 0 ? leading : helping
  return tasks.length === 0 ? [] : [{ rows: ownRows(tasks.slice(0, shown), { several, seldom: false }, { today, now }, lang) }]
}

/** One tap answers for most. `seldom`: with what stands behind …, for which Home has no room. `now`: when they are listed; an answer given after that stands. */
const ownRows = (tasks: readonly TaskCard[], { several, seldom }: { several: boolean; seldom: boolean }, { today, now }: Pick<MineFacts, 'today' | 'now'>, lang: Lang): Row[] =>
  tasks.map((task) => ({
    line: taskLine(task, lang, today, several),
    ...(seldom && task.status === 'open' ? { more: partActions(task, lang) } : {}),
    actions: [...(task.status === 'open' ? reportActions(task, lang, now) : []), { label: lang === 'zh' ? '查看' : 'Open', says: lang === 'zh' ? `查看第${task.number}项` : `Open task ${task.number}`, run: ways.task(task) }],
  }))

export function helpingLines({ leading, helping, helpedDone, groupSilent }: MineFacts, lang: Lang): Rich[] {
  if (helping.length === 0 || leading.length === 0) return []
  const silent = silentWords(groupSilent, lang)
  return [lang === 'zh' ? rich`另有配合和共同落实${helping.length}项，有情况再报${silent}${helpedWords(helpedDone, lang)}。` : rich`You also help with ${helping.length}: report when there is something to say${silent}${helpedWords(helpedDone, lang)}.`]
}

/** 年度分解: what is still to be said, in a line. */
export function milestoneLines({ toPropose }: MineFacts, lang: Lang): Rich[] {
  if (toPropose === 0) return []
  return [lang === 'zh' ? rich`没写期限的任务有${toPropose}项还没报年度分解，可按预填的一次报送；不报则每季度报一次进展(默认)。` : rich`${toPropose} of your tasks without a date have no milestones yet; propose them as filled in, or a report each quarter is asked (default).`]
}

export const milestoneActions = ({ toPropose }: MineFacts, lang: Lang): Action[] => (toPropose === 0 ? [] : [{ label: lang === 'zh' ? '年度分解' : 'Milestones', run: ways.milestones() }])

/** Of a group's tasks: how many the asker's own unit has not spoken of. */
function silentWords(groupSilent: number, lang: Lang): string {
  if (groupSilent === 0) return ''
  return lang === 'zh' ? `，其中${groupSilent}项各单位都要报、您单位还没报过` : `; of these ${groupSilent} are asked of every member and yours has not spoken`
}

/** What is done is in no list of what goes on, and in 本单位全部任务. */
function helpedWords(helpedDone: number, lang: Lang): string {
  if (helpedDone === 0) return ''
  return lang === 'zh' ? `；另有${helpedDone}项已办结` : `; ${helpedDone} more done`
}

/** The way to what is not shown: every number opens its list. */
export function restActions(facts: MineFacts, shown: number, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const left = facts.leading.length - shown
  return [...(left > 0 ? [{ label: zh ? `另有${left}项，看全部` : `${left} more: all`, run: ways.mine({ page: 1 + Math.floor(shown / mineOnCard) }) }] : []), ...unitActions(facts, lang)]
}

/** All that a unit has any part in. */
function unitActions({ helping, names }: MineFacts, lang: Lang): Action[] {
  const zh = lang === 'zh'
  if (helping.length === 0 && names.length < 2) return []
  return names.map((unit) => ({ label: names.length > 1 ? unit : zh ? `本单位全部任务` : `All tasks of the unit`, says: cutTo(zh ? `${unit}的全部任务` : `All tasks of ${unit}`, 70), run: ways.tasks(unit) }))
}
