// The secretaries' messages about what goes on, a round, a sitting, how much waits for them, wherever they stand, and invitations to what was moved since: what redrawing looks at.
import type { Instant } from '#src/calendar/day.ts'
import { placeKey, type DeliveryState } from '#src/delivery/delivery-log.ts'
import { withRole } from '#src/directory/directory.ts'
import { invitedTo, peopleInvited } from '#src/meetings/invited.ts'
import { turnsBegun } from '#src/queries/round.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import { meetingWatchKey } from '#src/reminders/of-meetings.ts'
import { watchKey } from '#src/reminders/of-round.ts'
import { digestKey, promptKey } from '#src/reminders/parcels.ts'
import { invitedKey, timesUnseated } from '#src/reminders/told-of-sitting.ts'
import type { IsTold } from '#src/reminders/times-told.ts'
import type { Card } from '#templates/card.ts'
import type { Watched } from './redrawing.ts'

/** A round is followed so many days after it began, and a sitting after its day: what comes later shows when it is asked for. */
const followedDays = { round: 120, meeting: 30, digest: 7 }

/** @param views one of each plan */
export function watchedMessages(views: readonly View[], state: DeliveryState, draw: (parcel: Parcel, sentAt?: Instant) => Card): Watched[] {
  const { parcels, told } = state
  const followed = views.flatMap((view) => {
    const watchedBy = withRole(view.directory, 'secretary')
    const keys = [...[...roundKeys(view), ...meetingKeys(view)].flatMap((keyOf) => watchedBy.map(({ id }) => keyOf(id))), ...formerInvitations(view, (key) => told.has(key))]
    return keys.flatMap((key): Watched[] => {
      const parcel = parcels.get(promptKey(key))
      return parcel?.status === 'delivered' ? [{ key: parcel.key, place: parcel.place, card: draw(parcel) }] : []
    })
  })
  return [...followed, ...countingDigests(views[0], state).map(({ key, place, parcel, sentAt }) => ({ key, place, card: draw(parcel, sentAt) }))]
}

/** A line of these says how much waits in all, whatever became of what it was sent for. */
const counting: ReadonlySet<Notice['kind']> = new Set(['petition-waits', 'review-overdue', 'milestones-waiting', 'leader-note-waits'])

function countingDigests(view: View | undefined, { parcels, sent }: DeliveryState): { key: string; place: Watched['place']; parcel: Parcel; sentAt: Instant | undefined }[] {
  if (view === undefined) return []
  const days = Array.from({ length: followedDays.digest + 1 }, (_, back) => view.calendar.addDays(view.today, -back))
  return withRole(view.directory, 'secretary').flatMap(({ id }) => days.flatMap((day) => {
    const parcel = parcels.get(digestKey(id, day))
    if (parcel?.status !== 'delivered' || !parcel.notices.some(({ kind }) => counting.has(kind))) return []
    return [{ key: parcel.key, place: parcel.place, parcel, sentAt: sent.get(placeKey(parcel.place))?.at }]
  }))
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
