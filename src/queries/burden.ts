// 减负账: how many messages each unit's people were sent lately, and how many answers these asked of them.
import { unitAndItsGroups, type Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { roundIdIn } from '#src/ledger/round.ts'
import type { Notice, Sent } from '#src/reminders/notice.ts'

export type Burden = { messages: number; fields: number }

/** The account goes back so many days. */
export const burdenDays = 30

/** Kinds that want an answer; the others tell something. */
const asking: ReadonlySet<Notice['kind']> = new Set(['due-soon', 'overdue', 'progress-due', 'round-due', 'occurrence-due', 'nudged', 'returned'])

/**
 * By unit, of a group its members.
 *
 * @param sent messages of the time that is looked at; of each, all is asked once: a task that is due and chased in one message is one answer
 */
export function burdenOf(sent: readonly Sent[], directory: Directory, plans: ReadonlyMap<string, PlanState>): Map<UnitId, Burden> {
  const burdens = new Map<UnitId, Burden>()
  for (const { to, notices } of sent) {
    const person = directory.people.get(to)
    const own = person === undefined ? [] : unitsAnsweredBy(person)
    for (const unit of own) {
      const names = unitAndItsGroups(directory, unit)
      const about = notices.filter((notice) => 'unit' in notice && names.includes(notice.unit))
      if (about.length === 0) continue
      const { messages, fields } = burdens.get(unit) ?? { messages: 0, fields: 0 }
      burdens.set(unit, { messages: messages + 1, fields: fields + answersAsked(about, plans) })
    }
  }
  return burdens
}

function answersAsked(notices: readonly Notice[], plans: ReadonlyMap<string, PlanState>): number {
  const asked = new Set<string>()
  for (const notice of notices) {
    if (!asking.has(notice.kind)) continue
    asked.add('task' in notice ? `${notice.plan}/${notice.task}` : notice.kind === 'occurrence-due' ? `${notice.plan}/${notice.occurrence}` : notice.key)
    const question = notice.kind === 'round-due' ? plans.get(notice.plan)?.rounds.get(roundIdIn(notice.round))?.question : undefined
    if (question !== undefined && notice.kind === 'round-due') asked.add(`${notice.plan}/${notice.round}/question`)
  }
  return asked.size
}
