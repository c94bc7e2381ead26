// A contact's own tasks, the most urgent first, each with its three answers.
import type { Day } from '#src/calendar/day.ts'
import type { Mine } from '#src/queries/mine.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Lang, Row, Section } from './card.ts'
import { absenceNote, type AbsenceFacts } from './deputy.ts'
import { rich, type Rich } from './rich.ts'
import { roundName } from './round-name.ts'
import { reportActions } from './task-card.ts'
import { taskLine } from './task-line.ts'
import { ways } from './ways.ts'

/** More than this nobody reads on a phone at once. */
export const mineOnCard = 7

/** `names`: of their units. */
export type MineFacts = Mine & { names: readonly string[]; today: Day; absences: readonly AbsenceFacts[] }

/** 县教育局负责18项，其中滞后1、预警2；二季度未报3项。 */
export function mineHead({ leading, names, unreported, helping, done, groupSilent, today, round }: MineFacts, lang: Lang): string {
  const count = (light: TaskCard['light']): number => leading.filter((task) => task.light === light).length
  const [red, yellow] = [count('red'), count('yellow')]
  if (lang === 'zh') {
    if (leading.length === 0) return `${names.join('、')}目前没有牵头待办${done > 0 ? `，已办结${done}项` : ''}${helping.length > 0 ? `；配合和共同落实${helping.length}项${silentWords(groupSilent, lang)}` : ''}。`
    const lights = [...(red > 0 ? [`🔴滞后${red}`] : []), ...(yellow > 0 ? [`🟡预警${yellow}`] : [])].join('、')
    return `${names.join('、')}待办${leading.length}项${lights === '' ? '' : `，其中${lights}`}${unreported > 0 ? `；${roundName(round, lang, today)}未报${unreported}项` : ''}。`
  }
  if (leading.length === 0) return `${names.join(', ')}: nothing to do as lead${done > 0 ? `, ${done} done` : ''}${helping.length > 0 ? `; ${helping.length} as support${silentWords(groupSilent, lang)}` : ''}.`
  const lights = [...(red > 0 ? [`🔴 ${red} behind`] : []), ...(yellow > 0 ? [`🟡 ${yellow} at risk`] : [])].join(', ')
  return `${names.join(', ')}: ${leading.length} to do${lights === '' ? '' : `, ${lights}`}${unreported > 0 ? `; ${unreported} not reported for ${roundName(round, lang, today)}` : ''}.`
}

export function mineCard(facts: MineFacts, lang: Lang): Card {
  const head = mineHead(facts, lang)
  return {
    text: head,
    lines: [rich`${head}`, ...absenceLines(facts, lang), ...helpingLines(facts, lang)],
    sections: ownSections(facts, mineOnCard, lang),
    actions: restActions(facts, mineOnCard, lang),
  }
}

/** Who stands in for the reader, and for whom they stand in. */
export const absenceLines = ({ absences, today }: MineFacts, lang: Lang): Rich[] => absences.map((facts) => absenceNote(facts, today, lang))

/** What the unit leads; one that leads nothing sees what it helps with. */
export function ownSections({ leading, helping, today }: MineFacts, shown: number, lang: Lang): Section[] {
  const several = new Set([...leading, ...helping].map(({ plan }) => plan)).size > 1
  const tasks = leading.length > 0 ? leading : helping
  return tasks.length === 0 ? [] : [{ rows: ownRows(tasks.slice(0, shown), several, today, lang) }]
}

/** One tap answers for most. */
export const ownRows = (tasks: readonly TaskCard[], several: boolean, today: Day, lang: Lang): Row[] =>
  tasks.map((task) => ({
    line: taskLine(task, lang, today, several),
    actions: [...(task.status === 'open' ? reportActions(task, lang) : []), { label: lang === 'zh' ? '查看' : 'Open', says: lang === 'zh' ? `查看第${task.number}项` : `Open task ${task.number}`, run: ways.task(task) }],
  }))

export function helpingLines({ leading, helping, groupSilent }: MineFacts, lang: Lang): Rich[] {
  if (helping.length === 0 || leading.length === 0) return []
  const silent = silentWords(groupSilent, lang)
  return [lang === 'zh' ? rich`另有配合和共同落实${helping.length}项，有情况再报${silent}。` : rich`You also help with ${helping.length}: report when there is something to say${silent}.`]
}

/** Of a group's tasks: how many the asker's own unit has not spoken of. */
function silentWords(groupSilent: number, lang: Lang): string {
  if (groupSilent === 0) return ''
  return lang === 'zh' ? `，其中${groupSilent}项各单位都要报、您单位还没报过` : `; of these ${groupSilent} are asked of every member and yours has not spoken`
}

/** The way to what is not shown: every number opens its list. */
export function restActions({ leading, helping, names }: MineFacts, shown: number, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const left = leading.length - shown
  const [name] = names
  if (name === undefined || names.length > 1) return left > 0 || helping.length > 0 ? names.map((unit) => ({ label: unit, says: zh ? `${unit}的全部任务` : `All tasks of ${unit}`, run: ways.tasks(unit) })) : []
  return [
    ...(left > 0 ? [{ label: zh ? `另有${left}项，看全部` : `${left} more: all`, run: ways.tasks(`牵头 在办 ${name}`) }] : []),
    ...(helping.length > 0 ? [{ label: zh ? `本单位全部任务` : `All tasks of the unit`, run: ways.tasks(name) }] : []),
  ]
}
