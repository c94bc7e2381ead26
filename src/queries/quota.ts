// 次数任务: how many of the times that are asked for in a period are done, and one more.
import type { UnitId } from '#src/ledger/ids.ts'
import { isQuota, ordinalBeyond, ordinalsGiven } from '#src/ledger/obligation.ts'
import type { Occurrence } from './occurrences.ts'
import type { View } from './view.ts'

/** `beyond`: the key of one more, once all that are needed are given; more than needed is 超额. `workingDaysLeft`: until this one is due. */
export type Quota = { done: number; needed: number; workingDaysLeft: number; beyond?: string }

/** A group has done it as often as the member has that did it least. @param member of a group, whose count is asked */
export function quotaOf({ plan, directory, calendar, today }: View, { key, obligation, debtor, due }: Pick<Occurrence, 'key' | 'obligation' | 'debtor' | 'due'>, member?: UnitId): Quota | undefined {
  if (!isQuota(obligation)) return undefined
  const period = key.slice(0, key.lastIndexOf('/'))
  const members = debtor === undefined ? undefined : directory.units.get(debtor)?.members
  const given = (member === undefined ? (members ?? [undefined]) : [member]).map((unit) => ordinalsGiven(plan.fulfilments, period, unit))
  const done = Math.min(...given.map((each) => each.filter(({ status }) => status === 'done').length))
  const [own = []] = given
  const beyond = given.length === 1 ? ordinalBeyond(obligation, own) : undefined
  return { done, needed: obligation.times, workingDaysLeft: calendar.workingDaysUntil(due, today), ...(beyond === undefined ? {} : { beyond: `${period}/${beyond}` }) }
}
