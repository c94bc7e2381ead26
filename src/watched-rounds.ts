// The secretaries' messages about rounds, wherever they stand: what redrawing looks at.
import type { DeliveryState } from '#src/delivery/delivery-log.ts'
import { withRole } from '#src/directory/directory.ts'
import { turnsBegun } from '#src/queries/round.ts'
import type { View } from '#src/queries/view.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { watchKey } from '#src/reminders/of-round.ts'
import { promptKey } from '#src/reminders/parcels.ts'
import type { Card } from '#templates/card.ts'
import type { Watched } from './redrawing.ts'

/** A round is followed so many days after it began: what comes later shows when it is asked for. */
const followedDays = 120

/** @param views one of each plan */
export function watchedRounds(views: readonly View[], { parcels }: DeliveryState, draw: (parcel: Parcel) => Card): Watched[] {
  return views.flatMap((view) => {
    const { plan, directory, calendar, today } = view
    const followed = turnsBegun(view).filter(({ opensOn }) => calendar.daysBetween(opensOn, today) <= followedDays)
    return followed.flatMap((turn) => withRole(directory, 'secretary').flatMap(({ id }): Watched[] => {
      const parcel = parcels.get(promptKey(watchKey(plan.id, turn.key, id)))
      return parcel?.status === 'delivered' ? [{ key: parcel.key, place: parcel.place, card: draw(parcel) }] : []
    }))
  })
}
