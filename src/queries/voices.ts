// Who speaks in an assignment: the unit itself, and of a group each member that has said something.
import type { Instant } from '#src/calendar/day.ts'
import { standingOf, type Assignment, type Member } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { isClosed } from '#src/ledger/keeping-endings.ts'
import { isWaiting } from '#src/ledger/petition.ts'
import type { Task } from '#src/ledger/task.ts'

/** `member`: undefined for the unit itself. */
export type Speaking = { member?: UnitId; standing: Member }

export const voicesOf = (part: Assignment): Speaking[] => [{ standing: standingOf(part) }, ...[...part.byMember].map(([member, standing]) => ({ member, standing }))]

type PetitionField = 'extension' | 'objection' | 'question'
type PetitionIn<Field extends PetitionField> = NonNullable<Member[Field]>

/** Those of a kind that wait for a secretary, the first asked first. Of what is done only an objection waits. */
export function waitingIn<Field extends PetitionField>(task: Task, part: Assignment, field: Field): { member?: UnitId; petition: PetitionIn<Field> }[] {
  const of = (standing: Member, member?: UnitId): { member?: UnitId; petition: PetitionIn<Field> }[] => {
    const { [field]: petition } = standing
    return isWaiting<unknown>(petition) && (field === 'objection' || !isClosed(task, part, standing)) ? [{ ...(member === undefined ? {} : { member }), petition }] : []
  }
  const waiting = [...of(part), ...[...part.byMember].flatMap(([member, standing]) => of(standing, member))]
  return waiting.toSorted((a, b) => (a.petition.at < b.petition.at ? -1 : 1))
}

/** Who was granted a later day in that act, by which the date moved. */
export const grantedAt = (parts: readonly Assignment[], at: Instant): { speaker: UnitId; extension: PetitionIn<'extension'>; handler: Member['handler'] }[] =>
  parts.flatMap((part) => voicesOf(part).flatMap(({ member, standing: { extension, handler } }) => (extension?.ruling?.at === at ? [{ speaker: member ?? part.unit, extension, handler }] : [])))
