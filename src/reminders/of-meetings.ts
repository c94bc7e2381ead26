// Notices about sittings: who is asked to one, that it was changed or called off, that it is tomorrow, and whether it was held.
import type { Day } from '#src/calendar/day.ts'
import { withRole } from '#src/directory/directory.ts'
import type { PersonId } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { canBeOver, hasPassed } from '#src/meetings/cadence.ts'
import { invitedTo, peopleInvited, unseatedFrom, type Invited } from '#src/meetings/invited.ts'
import { toldFrom } from '#src/queries/review-scope.ts'
import type { View } from '#src/queries/view.ts'
import { asksNobody } from './asks-nobody.ts'
import { markBefore } from './mark.ts'
import type { Notice } from './notice.ts'
import { invitedKey, unseatedKey } from './told-of-sitting.ts'

/** What needs no hour: of sittings of days to come, and of those that were called off. */
export const ofSittings = (view: View): Notice[] => [...view.plan.meetings.values()].flatMap((meeting) => {
  if (meeting.status === 'scheduled' && meeting.day > view.today) return ofOneAhead(view, meeting)
  return meeting.status === 'cancelled' && meeting.day >= view.today ? ofOneOff(view, meeting) : []
})

/** What falls due at an hour: of sittings of today what is said of them before it, to nobody but the secretary while they go on, and afterwards whether they were held. @param time wall time in the plan's zone, `09:05` */
export const ofMeetings = (view: View, time: string): Notice[] => (asksNobody(view) ? [] : [...view.plan.meetings.values()].flatMap((meeting) => atItsHour(view, meeting, time)))

function atItsHour(view: View, meeting: Meeting, time: string): Notice[] {
  if (meeting.status !== 'scheduled' || meeting.day > view.today) return []
  if (canBeOver(meeting, view.today, time)) return ofOnePassed(view, meeting)
  return [...(hasPassed(meeting, view.today, time) ? [] : ofOneAhead(view, meeting)), ...ofToday(view, meeting)]
}

/** Of one of nine o'clock at nine too. Whoever called or changed it this morning has it before them; of one that others call the hour is theirs. */
const ofToday = ({ plan, today, directory }: View, meeting: Meeting): Notice[] =>
  toldOn(meeting) === today || meeting.time === '' ? [] : withRole(directory, 'secretary').map(({ id }): Notice => ({ kind: 'meeting-today', key: `meeting-today/${plan.id}/${meeting.id}/${meeting.changes}/${id}`, to: id, plan: plan.id, meeting: meeting.id, changes: meeting.changes }))

/** Once it can be over, its secretary is asked whether it was held; of one that was moved since, once more. */
const ofOnePassed = ({ plan, directory }: View, meeting: Meeting): Notice[] =>
  withRole(directory, 'secretary').map(({ id }) => ({ kind: 'meeting-passed', key: `meeting-passed/${plan.id}/${meeting.id}${meeting.changes === 0 ? '' : `/${meeting.changes}`}/${id}`, to: id, plan: plan.id, meeting: meeting.id, ...(meeting.changes === 0 ? {} : { changes: meeting.changes }) }))

function ofOneAhead(view: View, meeting: Meeting): Notice[] {
  const { plan, directory } = view
  const isNear = isToBeTold(view, meeting)
  // One of a series that is far off is told of to nobody, unless it was near before it was moved: nobody's seat is looked up for it after every entry.
  if (!isNear && meeting.changes === 0) return []
  const invited = invitedTo(plan, meeting, directory)
  if (invited.length === 0) return []
  const asked = peopleInvited(invited).map(({ id }): Notice => ({ kind: 'meeting-invited', key: invitedKey(plan.id, meeting.id, meeting.changes, id), to: id, plan: plan.id, meeting: meeting.id, changes: meeting.changes, ...(isNear ? {} : { after: earlierKeys(plan.id, meeting, id) }) }))
  const unseated = ofUnseated(view, meeting, meeting.changes + 1)
  if (!isNear) return [...asked, ...unseated]
  const watched = withRole(directory, 'secretary').map(({ id }): Notice => ({ kind: 'meeting-watch', key: meetingWatchKey(plan.id, meeting.id, id), to: id, plan: plan.id, meeting: meeting.id }))
  return [...asked, ...unseated, ...watched, ...ofTomorrow(view, meeting, invited)]
}

/** At once; of a series the first, and each other once it is near. */
function isToBeTold(view: View, meeting: Meeting): boolean {
  const from = meeting.series === meeting.id ? undefined : toldFrom(view, meeting)
  return from === undefined || view.today >= from
}

/** On the last mark before its day, to whoever has not said that they stay away; who was only just asked knows. */
function ofTomorrow({ plan, today, calendar }: View, meeting: Meeting, invited: readonly Invited[]): Notice[] {
  const last = policyOf(plan).reviewMarks.findLast((days) => days > 0)
  const mark = last === undefined ? undefined : markBefore(meeting.day, [last], today, calendar)
  if (mark === undefined || toldOn(meeting) >= mark.since) return []
  const expected = peopleInvited(invited.filter(({ answer }) => answer?.coming !== false))
  return expected.map(({ id }): Notice => ({ kind: 'meeting-ahead', key: `meeting-ahead/${plan.id}/${meeting.id}/${meeting.changes}/${id}`, to: id, plan: plan.id, meeting: meeting.id, changes: meeting.changes, workingDaysLeft: mark.workingDaysLeft }))
}

const toldOn = ({ called, changedBy }: Meeting): Day => changedBy?.on ?? called.on

/** To everybody who may have been asked to it, however often it was changed before. */
function ofOneOff(view: View, meeting: Meeting): Notice[] {
  const { plan, directory } = view
  const asked = peopleInvited(invitedTo(plan, meeting, directory)).map(({ id }): Notice => ({
    kind: 'meeting-off', key: `meeting-off/${plan.id}/${meeting.id}/${id}`, to: id, plan: plan.id, meeting: meeting.id,
    after: earlierKeys(plan.id, meeting, id),
  }))
  return [...asked, ...ofUnseated(view, meeting, meeting.changes)]
}

/** Whoever was asked to it and has no seat any more need not come: told once, and of nothing else that becomes of it. @param times how often it had been told of */
const ofUnseated = ({ plan, directory }: View, meeting: Meeting, times: number): Notice[] => unseatedFrom(plan, meeting, directory).map(({ id }): Notice => ({
  kind: 'meeting-off', key: unseatedKey(plan.id, meeting.id, id), to: id, plan: plan.id, meeting: meeting.id, after: earlierKeys(plan.id, { ...meeting, changes: times }, id), unseated: true,
}))

/** What somebody may have been told of it before it was changed last. */
const earlierKeys = (plan: string, { id, changes: times }: Meeting, person: PersonId): string[] => Array.from({ length: times }, (_, changes) => invitedKey(plan, id, changes, person))

export const meetingWatchKey = (plan: string, meeting: string, person: PersonId): string => `meeting-watch/${plan}/${meeting}/${person}`
