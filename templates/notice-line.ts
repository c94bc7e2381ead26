// One notice as a line of a message, drawn from the state now: with its buttons while it is owed, with what stands once it is not.
import { unitName, unitNow } from '#src/directory/directory.ts'
import { bodyOf } from '#src/ledger/body.ts'
import { standingOf } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { decidedIn, itemsOf } from '#src/meetings/decided-at.ts'
import { answering, partOf } from '#src/queries/answering.ts'
import { taskList, unitsWithoutContact } from '#src/queries/task-list.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { named, type Drawing } from './answered-line.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { amendedLine, withdrawnLine } from './amended-notice.ts'
import { askedLine } from './asked-line.ts'
import { occurrenceLine, submissionLine, submissionReturnedLine } from './duty-lines.ts'
import { notTakenWords } from './others-sitting.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { leaderByItselfLine, leaderToldLine } from './leader-notes.ts'
import { coordinationDecidedLine, handedUpLine, instructionDisownedLine, spokenLine, supportingLine } from './instruction-notices.ts'
import { milestonesReturnedLine } from './milestone-notices.ts'
import { meetingTodayLine } from './meeting-today.ts'
import { meetingAheadLine, meetingOffLine } from './meeting-notices.ts'
import { sittingName, namedSitting } from './meeting-names.ts'
import { cadenceLine, requestLine } from './cadence-notices.ts'
import { heldActions } from './meetings.ts'
import { noticeWords } from './notice-words.ts'
import { lookBackLine, reviewClauseLine, reviewLine, reviewOffLine, reviewTodayLine } from './review-lines.ts'
import { rulingLine } from './ruling-lines.ts'
import { dueSetLine, leadNamedLine } from './task-set-lines.ts'
import type { OpeningNotice } from './openings.ts'
import { saysOf } from './says-of.ts'
import { taskRef, ways } from './ways.ts'

/** Notices about units without a contact, and about milestones to propose, to review, approved, are one line together; what opens a message is no line, and a round that is watched is a message of its own. */
export type LineNotice = Exclude<Notice, OpeningNotice | { kind: 'uncontacted' | 'petition-waits' | 'review-overdue' | 'round-watch' | 'meeting-watch' | 'meeting-invited' | 'weekly-brief' | 'milestones-asked' | 'milestones-waiting' | 'milestones-approved' | 'leader-note-waits' }>

export function noticeLine(notice: LineNotice, drawing: Drawing): NoticeLine {
  switch (notice.kind) {
    case 'due-soon': case 'overdue': case 'milestone-due': case 'milestone-overdue': case 'progress-due': case 'round-due': case 'nudged': case 'returned':
      return askedLine(notice, drawing)
    case 'milestones-returned':
      return milestonesReturnedLine(notice, drawing)
    case 'claim-waiting':
      return claimLine(notice, drawing)
    case 'occurrence-due':
      return occurrenceLine(notice, drawing)
    case 'submission-waits':
      return submissionLine(notice, drawing)
    case 'submission-returned':
      return submissionReturnedLine(notice, drawing)
    case 'cadence-open':
      return clauseOpenLine(notice, drawing)
    case 'meeting-ahead':
      return meetingAheadLine(notice, drawing)
    case 'meeting-today':
      return meetingTodayLine(notice, drawing)
    case 'meeting-off':
      return meetingOffLine(notice, drawing)
    case 'meeting-passed':
      return meetingPassedLine(notice, drawing)
    case 'minutes-issued':
      return minutesLine(notice, drawing)
    case 'minutes-wait':
      return minutesWaitLine(notice, drawing)
    case 'review-ahead':
      return reviewLine(notice, drawing)
    case 'review-today':
      return reviewTodayLine(notice, drawing)
    case 'review-off':
      return reviewOffLine(notice, drawing)
    case 'request-waits':
      return requestLine(notice, drawing)
    case 'look-back-due':
      return lookBackLine(notice, drawing)
    case 'amended':
      return amendedLine(notice, drawing)
    case 'withdrawn':
      return withdrawnLine(notice, drawing)
    case 'ruled': case 'accepted': case 'ended': case 'part-received': case 'course-changed': case 'pause-ends': case 'recorded-for': case 'coordination-waits':
      return rulingLine(notice, drawing)
    case 'lead-named':
      return leadNamedLine(notice, drawing)
    case 'due-set':
      return dueSetLine(notice, drawing)
    case 'leader-told':
      return leaderToldLine(notice, drawing)
    case 'instructed':
      return answering(drawing.view, notice.task)?.unit === unitNow(drawing.directory, notice.unit) ? askedLine(notice, drawing) : supportingLine(notice, drawing)
    case 'instruction-spoken':
      return spokenLine(notice, drawing)
    case 'instruction-disowned':
      return instructionDisownedLine(notice, drawing)
    case 'coordination-up':
      return handedUpLine(notice, drawing)
    case 'coordination-decided':
      return coordinationDecidedLine(notice, drawing)
    case 'leader-by-itself':
      return leaderByItselfLine(notice, drawing)
  }
}
function claimLine(notice: Extract<Notice, { kind: 'claim-waiting' }>, drawing: Drawing): NoticeLine {
  const { view, directory, lang } = drawing
  const w = noticeWords[lang]
  const task = named(drawing, notice.task)
  const unit = unitName(directory, notice.member ?? notice.unit)
  const part = partOf(view, notice.task, notice.unit)
  const { accepted, claim, returned } = part === undefined ? {} : standingOf(part, notice.member)
  const done = accepted?.on ?? (part?.status === 'accepted' ? part.acceptedOn : undefined)
  if (done !== undefined) return settled(`${task} · ${unit}`, w.accepted(shortDay(done, lang, view.today)))
  if (returned !== undefined) return settled(`${task} · ${unit}`, w.sentBack({ day: shortDay(returned.on, lang, view.today), reason: returned.reason }), '↩️')
  if (claim === undefined) return settled(`${task} · ${unit}`, w.gone)
  const args = { task: taskRef({ plan: view.plan.id, number: notice.task }), unit: notice.unit, ...(notice.member === undefined ? {} : { member: notice.member }), claimedAt: claim.at }
  return owed(w.claimWaiting({ task, unit, day: shortDay(claim.on, lang, view.today), words: cutTo(claim.words, 120) }), {
    actions: [
      { label: w.accept, says: saysOf(w.accept, task, lang), run: { command: 'accept', args } },
      { label: w.sendBack, says: saysOf(w.sendBack, task, lang), run: { command: 'return', args } },
    ],
  })
}

/** What a clause asks for: a sitting, or a look at the work. */
function clauseOpenLine(notice: Extract<Notice, { kind: 'cadence-open' }>, drawing: Drawing): NoticeLine {
  const body = drawing.view.plan.bodies.get(notice.body)
  return body?.cadences.some(({ id, asks }) => id === notice.cadence && asks === 'review') === true ? reviewClauseLine(notice, body, drawing) : cadenceLine(notice, drawing)
}

function meetingPassedLine(notice: Extract<Notice, { kind: 'meeting-passed' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const meeting = view.plan.meetings.get(notice.meeting)
  if (meeting === undefined) return settled(notice.meeting, w.gone)
  const sits = bodyOf(view.plan, meeting.body)
  const body = sits?.name ?? meeting.body
  const when = `${shortDay(meeting.day, lang, view.today)}${meeting.time === '' ? '' : ` ${meeting.time}`}`
  const notTaken = notTakenWords(meeting, sits, lang)
  if (notTaken !== undefined) return settled(`${body} ${when}`, notTaken)
  if (meeting.status === 'cancelled') return settled(`${body} ${when}`, w.meetingOff(meeting.reason))
  if (meeting.status === 'scheduled' && meeting.day > view.today) return settled(body, w.meetingMoved(when))
  if (meeting.status === 'held') return settled(`${body} ${when}`, w.held(shortDay(meeting.settledOn, lang, view.today)))
  if (meeting.status === 'not-held') return settled(`${body} ${when}`, w.notHeld({ day: shortDay(meeting.settledOn, lang, view.today), reason: meeting.reason }))
  return owed(w.meetingPassed({ body, when }), { actions: heldActions(view.plan.id, meeting.id, body, lang) })
}

function minutesLine(notice: Extract<Notice, { kind: 'minutes-issued' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const meeting = view.plan.meetings.get(notice.meeting)
  if (meeting === undefined) return settled(notice.meeting, w.gone)
  const name = sittingName(namedSitting(view.plan, meeting), lang)
  return owed(w.minutesIssued({ name, day: shortDay(meeting.day, lang, view.today), count: decidedIn(itemsOf(view, meeting)).length }), { beside: { label: w.look, says: saysOf(w.look, name, lang), run: { command: 'minutes', args: { plan: view.plan.id, meeting: meeting.id } } } })
}

function minutesWaitLine(notice: Extract<Notice, { kind: 'minutes-wait' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const meeting = view.plan.meetings.get(notice.meeting)
  if (meeting === undefined) return settled(notice.meeting, w.gone)
  const name = bodyOf(view.plan, meeting.body)?.name ?? meeting.body
  const when = shortDay(meeting.day, lang, view.today)
  if (meeting.minutes !== undefined) return settled(`${name} ${when}`, w.minutesOut(shortDay(meeting.minutes.on, lang, view.today)))
  if (meeting.status === 'not-held') return settled(`${name} ${when}`, w.notHeld({ day: shortDay(meeting.settledOn, lang, view.today), reason: meeting.reason }))
  return owed(w.minutesWait({ name, day: when }), { beside: { label: w.minutes, says: saysOf(w.minutes, name, lang), run: ways.minutes(view.plan.id, meeting.id) } })
}

/** So many units are named before 等. */
const unitsNamed = 4

/** Units of one plan that owe something and have nobody to be asked. */
export function uncontactedLine(units: readonly UnitId[], { view, directory, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const still = unitsWithoutContact(view).filter((unit) => units.includes(unit))
  const names = (of: readonly UnitId[]): string => `${of.slice(0, unitsNamed).map((unit) => unitName(directory, unit)).join(lang === 'zh' ? '、' : ', ')}${of.length > unitsNamed ? (lang === 'zh' ? '等' : ' …') : ''}`
  const [only, ...more] = still
  if (still.length === 0) return settled(names(units), w.contactNamed)
  const tasks = taskList(view, { only: 'no-contact' }).filter(({ lead }) => lead !== undefined && still.includes(lead.unit)).length
  return owed(w.uncontacted({ units: names(still), count: still.length, tasks }), { beside: { label: w.nameContact, run: only === undefined || more.length > 0 ? ways.silentUnits(view.plan.id) : ways.nameContact(unitName(directory, only)) } })
}
