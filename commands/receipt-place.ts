// Whose it is to say that a submission came: the receiver's own people's; a secretary's, as 代录, only where nobody answers for the receiver.
import type { Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { askedFor } from '#src/queries/answering.ts'

/** `theirs`: a secretary's, whose it is not, for the receiver has people here. */
export function placeOf({ asker, directory }: Desk, receiver: UnitId): 'own' | 'on-behalf' | 'theirs' {
  if (asker === undefined || unitsAnsweredBy(asker).includes(receiver)) return 'own'
  return may(asker, 'report-on-behalf') ? (askedFor(directory, receiver).length === 0 ? 'on-behalf' : 'theirs') : 'own'
}
