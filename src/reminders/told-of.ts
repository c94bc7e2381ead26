// Which messages of late told of a task: they are drawn again when it stands otherwise.
import type { Directory } from '#src/directory/directory.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Sent } from './notice.ts'

/** An older message is drawn again when it is pressed. */
export const redrawnForDays = 7
/** So many at most for one act; a platform takes about one a second. */
const redrawnAtMost = 8

/** Those of whoever acted, of who answers for a unit beside them, and of the secretaries; what a secretary does concerns all who were told. The latest first. */
export function toldOf(sent: readonly Sent[], tasks: readonly { plan: PlanId; task: TaskNo }[], by: Person | undefined, directory: Directory): Sent[] {
  if (by === undefined || tasks.length === 0) return []
  const about = new Set(tasks.map(({ plan, task }) => `${plan}/${task}`))
  const units = unitsHeldBy(by)
  const isConcerned = (to: Sent['to']): boolean => {
    const person = directory.people.get(to)
    return person !== undefined && (by.roles.includes('secretary') || person.id === by.id || person.roles.includes('secretary') || unitsHeldBy(person).some((unit) => units.includes(unit)))
  }
  const telling = sent.filter(({ notices, to }) => isConcerned(to) && notices.some((notice) => 'task' in notice && about.has(`${notice.plan}/${notice.task}`)))
  return telling.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, redrawnAtMost)
}
