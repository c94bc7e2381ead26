// Which messages of late told of a task or a duty: they are drawn again when it stands otherwise.
import { addMs } from '#src/calendar/calendar.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Notice, Sent } from './notice.ts'

/** An older message is drawn again when it is pressed. What a secretary decides, and a duty's receipt, end what messages asked for weeks: those are looked for further back. */
const lookedBack = { answer: { days: 7, atMost: 8 }, decision: { days: 30, atMost: 16 }, duty: { days: 120, atMost: 30 } } as const
/** The furthest of them. */
export const redrawnForDays = Math.max(...Object.values(lookedBack).map(({ days }) => days))
const dayMs = 24 * 60 * 60 * 1000

/** One line for all that waits in a plan. */
const countsOfPlan: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>(['petition-waits', 'review-overdue', 'milestones-waiting', 'leader-note-waits'])

/** A task, or one period's duty, that may stand otherwise now. */
export type About = { plan: PlanId; task: TaskNo } | { plan: PlanId; occurrence: string }

/**
 * Of a task those of whoever acted, of who answers for a unit beside them, and of the secretaries; what a secretary does concerns all who were told.
 * Of a duty those of all who were told: who owes it, and who receives it. The latest first, and so many at most for one act: a platform takes about one a second.
 */
export function toldOf(sent: readonly Sent[], changed: readonly About[], by: Person | undefined, directory: Directory, now: Instant): Sent[] {
  if (by === undefined || changed.length === 0) return []
  const about = new Set(changed.map(nameOf))
  const units = unitsHeldBy(by)
  const isConcerned = (to: Sent['to']): boolean => {
    const person = directory.people.get(to)
    return person !== undefined && (by.roles.includes('secretary') || person.id === by.id || person.roles.includes('secretary') || unitsHeldBy(person).some((unit) => units.includes(unit)))
  }
  // What a secretary decides counts in each line that counts all of a plan, whichever of it the message told of.
  const plans = new Set(by.roles.includes('secretary') ? changed.map(({ plan }) => plan) : [])
  const countsAll = ({ kind, plan }: Notice): boolean => countsOfPlan.has(kind) && plans.has(plan)
  const tells = ({ notices, to }: Sent): boolean => notices.some((notice) => countsAll(notice) || (('task' in notice && isConcerned(to)) || 'occurrence' in notice) && about.has(nameOf(notice)))
  const { days, atMost } = lookedBack[changed.some((one) => 'occurrence' in one) ? 'duty' : by.roles.includes('secretary') ? 'decision' : 'answer']
  const since = addMs(now, -days * dayMs)
  return sent.filter((message) => message.at >= since && tells(message)).toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, atMost)
}

const nameOf = (one: About): string => `${one.plan}/${'task' in one ? one.task : one.occurrence}`
