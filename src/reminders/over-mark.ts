// By which marks somebody is told of what is overdue: those of whoever is asked, or those of a head.
import { headsOf } from '#src/directory/directory.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { ordinarilyAsked } from '#src/queries/answering.ts'
import type { View } from '#src/queries/view.ts'
import { headMark } from './mark.ts'

/** Who heads a unit and is asked in another's place goes on by the head's marks: nobody hears of one stage under two names. @param asked the mark of whoever is asked */
export function overMarkOf({ plan, directory }: View, silent: readonly UnitId[], workingDaysOver: number, asked: string): (person: PersonId) => string {
  const policy = policyOf(plan)
  if (workingDaysOver < policy.headAfter) return () => asked
  const isOne = (people: ReturnType<typeof headsOf>, person: PersonId): boolean => people.some(({ id }) => id === person)
  const inPlace = (person: PersonId): boolean => silent.some((unit) => isOne(headsOf(directory, unit), person) && !isOne(ordinarilyAsked(directory, unit), person))
  return (person) => (inPlace(person) ? headMark(workingDaysOver, policy) : asked)
}
