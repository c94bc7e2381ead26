// Whom a chase has reached today: nobody is sent a second one.
import type { PersonId } from '#src/ledger/ids.ts'
import { partsOf } from './answering.ts'
import { chased } from './silent-in.ts'
import { askedAbout } from './handed.ts'
import type { View } from './view.ts'

/** @param views one of each plan */
export function chasedToday(views: readonly View[]): Set<PersonId> {
  const people = views.flatMap((view) => [...view.plan.tasks.keys()].flatMap((task) => partsOf(view, task)).flatMap((part) => {
    const { nudgedAt: at, nudgedOn: on } = part
    return at === undefined || on !== view.today ? [] : askedAbout(view.directory, part, chased(view, part, { at, on }))
  }))
  return new Set(people.map(({ id }) => id))
}
