// Nobody is told of the same thing on two mornings running: a mark that begins the morning after a late telling is passed over.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { Policy } from '#src/ledger/policy.ts'
import { headName, overName } from './mark.ts'
import type { Notice } from './notice.ts'
import { weeklyBegins, weeklyName } from './of-plan.ts'
import { stepAt } from './policy.ts'

/** A mark in force: the day on which it began, and the names under which the same may have been told late. */
type InForce = { since: Day; others: readonly string[] }

/** Told at another mark on the working day before its own begins, or since. Marks that the plan has a day apart are both told. */
export function isToldTheDayBefore(notice: Notice, toldOn: ((key: string) => Day | undefined) | undefined, today: Day, policy: Policy, calendar: Calendar): boolean {
  if (toldOn === undefined) return false
  const parts = notice.key.split('/')
  const mark = inForce(notice, parts.at(-2) ?? '', today, policy, calendar)
  if (mark === undefined || mark.others.length === 0) return false
  const dayBefore = calendar.addWorkingDays(mark.since, -1)
  return mark.others.some((name) => ((on) => on !== undefined && on >= dayBefore)(toldOn(parts.with(-2, name).join('/'))))
}

function inForce(notice: Notice, mark: string, today: Day, policy: Policy, calendar: Calendar): InForce | undefined {
  if (!hasMarks(notice)) return undefined
  const left = 'workingDaysLeft' in notice ? notice.workingDaysLeft : -(notice.workingDaysOver ?? 0)
  const begun = (workingDaysAgo: number): Day => calendar.addWorkingDays(today, -Math.round(workingDaysAgo))
  if (/^(?:over|head)/.test(mark)) {
    const began = afterBegins(mark)
    return began === undefined ? undefined : { since: begun(-left - began), others: namesAfter(began, -left, policy).filter((name) => name !== mark) }
  }
  const weekly = notice.kind === 'cadence-open' ? weeklyBegins(mark) : undefined
  const began = weekly ?? (/^\d+$/.test(mark) ? Number(mark) : undefined)
  return began === undefined ? undefined : { since: begun(began - left), others: namesBefore(notice, began, policy).filter((name) => name !== mark) }
}

type HasMarks = Extract<Notice, { kind: 'due-soon' | 'overdue' | 'milestone-due' | 'milestone-overdue' | 'progress-due' | 'round-due' | 'occurrence-due' | 'cadence-open' | 'review-overdue' | 'review-today' | 'request-waits' }>
const kinds: ReadonlySet<Notice['kind']> = new Set<HasMarks['kind']>(['due-soon', 'overdue', 'milestone-due', 'milestone-overdue', 'progress-due', 'round-due', 'occurrence-due', 'cadence-open', 'review-overdue', 'review-today', 'request-waits'])
const hasMarks = (notice: Notice): notice is HasMarks => kinds.has(notice.kind)

/** How many working days after the date; the head's marks are named from the fifth. */
function afterBegins(mark: string): number | undefined {
  const [, who, fives] = /^(over|head)(-?[\d.]+)$/.exec(mark) ?? []
  if (who === undefined) return undefined
  return Math.round(who === 'over' ? Number(fives) * 5 + 1 : (Number(fives) + 1) * 5)
}

/** What whoever is asked, or a head, was told of since the step before. */
function namesAfter(began: number, over: number, { overdueEvery }: Policy): string[] {
  if (overdueEvery === 1) return []
  const first = Math.max(1, began - overdueEvery)
  return Array.from({ length: over - first + 1 }, (_, at) => first + at).flatMap((day) => [overName(day), headName(day)])
}

/** Earlier marks but that of the day before, which is told on its own day. Of steps to a receipt those that ask for the same. */
function namesBefore(notice: HasMarks, began: number, { dueMarks, progressMarks, monthMarks, handInMarks, cadenceMarks, cadenceEvery }: Policy): string[] {
  if (notice.kind === 'cadence-open') return [...cadenceMarks.filter((days) => days > began + 1).map(String), ...(cadenceEvery === 1 ? [] : [weeklyName(began + cadenceEvery)]), 'half']
  const marks = [...new Set([...dueMarks, ...progressMarks, ...monthMarks, ...handInMarks])].filter((days) => days > began + 1)
  const step = 'step' in notice ? notice.step : undefined
  const same = step === undefined ? marks : marks.filter((days) => stepAt(days, handInMarks) === step)
  return [...same.map(String), ...(notice.kind === 'round-due' ? ['open'] : [])]
}
