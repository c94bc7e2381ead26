// What a sitting is in somebody's calendar.
import type { Directory } from '#src/directory/directory.ts'
import { present } from '#src/ledger/fields.ts'
import { personName } from '#src/queries/person-name.ts'
import type { Sitting } from '#src/meetings/sitting.ts'
import type { Lang } from './card.ts'
import type { AppointmentFacts } from './meeting-appointment.ts'
import { seatWords, standingName } from './meeting-words.ts'

export function sittingAppointment(sitting: Sitting, zone: string, directory: Directory, lang: Lang): AppointmentFacts {
  const { plan, meeting, body, invited } = sitting
  const chair = invited.find(({ as }) => as === 'leader')
  return {
    plan, meeting: meeting.id, sequence: meeting.changes, isCancelled: meeting.status === 'cancelled', name: standingName(sitting, lang),
    day: meeting.day, time: meeting.time, zone, place: meeting.place, ...(chair === undefined ? {} : { chair: seatWords(chair, lang) }),
    members: invited.filter(({ as }) => as !== 'leader').map((seat) => seatWords(seat, lang)), items: meeting.topic === undefined ? [] : [meeting.topic],
    ...present({ contact: personName(directory, meeting.called.by) }), organizer: body.office ?? body.name, changedAt: meeting.changedBy?.at ?? meeting.called.at,
  }
}
