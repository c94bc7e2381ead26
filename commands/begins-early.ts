// The first word that is said of a sitting begins it, and there is no way back: before its hour that is asked.
import type { Answer, Desk } from '#src/command.ts'
import { hasPassed } from '#src/meetings/cadence.ts'
import type { Run } from '#templates/card.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import { beginsEarly } from '#templates/begins-early.ts'
import type { MeetingOfPlan } from './meeting-argument.ts'

/** Of one that is called for later today; another day is refused as ever. */
export const isEarly = ({ plan, meeting }: MeetingOfPlan, desk: Desk): boolean =>
  meeting.status === 'scheduled' && meeting.day === desk.today && meeting.time !== '' && !hasPassed(meeting, desk.today, desk.calendar.timeAt(desk.now, plan.zone))

/** @param runs the act itself, with `sure`; and where it was asked from */
export const askedEarly = ({ plan, meeting }: MeetingOfPlan, runs: { begin: Run; back: Run }, desk: Desk): Answer => ({ kind: 'card', card: beginsEarly(namedSitting(plan, meeting), runs, desk.lang), replaces: true })
