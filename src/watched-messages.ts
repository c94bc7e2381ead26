// The secretaries' messages about what goes on, a round or a sitting, wherever they stand, and invitations to what was moved since: what redrawing looks at.
import type { DeliveryState } from '#src/delivery/delivery-log.ts'
import { withRole } from '#src/directory/directory.ts'
import { invitedTo, peopleInvited } from '#src/meetings/invited.ts'
import { turnsBegun } from '#src/queries/round.ts'
import type { View } from '#src/queries/view.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { meetingWatchKey } from '#src/reminders/of-meetings.ts'
import { watchKey } from '#src/reminders/of-round.ts'
import { promptKey } from '#src/reminders/parcels.ts'
import { invitedKey, timesUnseated } from '#src/reminders/told-of-sitting.ts'
import type { IsTold } from '#src/reminders/times-told.ts'
import type { Card } from '#templates/card.ts'
import type { Watched } from './redrawing.ts'

/** A round is followed so many days after it began, and a sitting after its day: what comes later shows when it is asked for. */
const followedDays = { round: 120, meeting: 30 }

/** @param views one of each plan */
export function watchedMessages(views: readonly View[], { parcels, told }: DeliveryState, draw: (parcel: Parcel) => Card): Watched[] {
  return views.flatMap((view) => {
    const watchedBy = withRole(view.directory, 'secretary')
    const keys = [...[...roundKeys(view), ...meetingKeys(view)].flatMap((keyOf) => watchedBy.map(({ id }) => keyOf(id))), ...formerInvitations(view, (key) => told.has(key))]
    return keys.flatMap((key): Watched[] => {
      const parcel = parcels.get(promptKey(key))
      return parcel?.status === 'delivered' ? [{ key: parcel.key, place: parcel.place, card: draw(parcel) }] : []
    })
  })
}

type KeyOf = (person: Parameters<typeof watchKey>[2]) => string

const roundKeys = (view: View): KeyOf[] =>
  turnsBegun(view).filter(({ opensOn }) => view.calendar.daysBetween(opensOn, view.today) <= followedDays.round).map(({ key }) => (person) => watchKey(view.plan.id, key, person))

const meetingKeys = ({ plan, calendar, today }: View): KeyOf[] =>
  [...plan.meetings.values()].filter(({ day }) => calendar.daysBetween(day, today) <= followedDays.meeting).map(({ id }) => (person) => meetingWatchKey(plan.id, id, person))

/** The invitations to a sitting before it was moved or called off, also of whoever lost their seat meanwhile: they say so, or they look as if they held. */
const formerInvitations = ({ plan, directory, today }: View, isTold: IsTold): string[] =>
  [...plan.meetings.values()].filter(({ status, changes, day }) => (status === 'scheduled' || status === 'cancelled') && changes > 0 && day >= today)
    .flatMap((meeting) => peopleInvited(invitedTo(plan, meeting, directory)).flatMap(({ id }) => Array.from({ length: timesUnseated(plan.id, meeting.id, id, isTold) + 1 }, (_, round) => invitedKey(plan.id, meeting.id, meeting.changes - 1, id, round))))
